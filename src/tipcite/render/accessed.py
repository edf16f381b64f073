"""Retrieval dates in a reference list: left out, as the style has them, or always.

A style has rules of its own: APA and GB/T 7714-2025 print the day of retrieval only for pages that may change, many
styles never. `always` prints it behind every entry that has none: as a sentence of its own where the entry ends with a
stop, else in brackets, so that no stop comes to stand behind an address. Which entries have none is seen by printing
them with another day in the same year: what stays as it is does not show the day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from tipcite.csl import Entry, Inline, Mark, OutputFormat, Processor, Span, Str, format_inline
from tipcite.model import Date, Item


class ShowAccessed(StrEnum):
    """When a list prints the day on which a source was retrieved."""

    NEVER = "never"
    STYLE = "style"
    """Where the style does."""
    ALWAYS = "always"
    """Wherever a source has an address or a DOI, and such a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """How one language says it; `{}` is the day, as the language writes it."""

    phrase: str
    stop: str = "."
    blank: str = " "
    brackets: tuple[str, str] = (" (", ")")


_WIDE: Final = ("（", "）")
_WORDS: Final[Mapping[str, _Words]] = {
    # 檢索日期 is what the journals of sociology, politics and law in Taiwan print.
    "zh-hant": _Words(phrase="檢索日期：{}", stop="。", blank="", brackets=_WIDE),
    "zh-hans": _Words(phrase="检索日期：{}", stop="。", blank="", brackets=_WIDE),
    # SIST 02 (Japan) writes （参照 2021-07-02）; 閲覧 is what the humanities write.
    "ja": _Words(phrase="{}閲覧", stop="。", blank="", brackets=_WIDE),
    "ko": _Words(phrase="{} 접속"),
}
_MAINLAND: Final = frozenset({"zh-cn", "zh-sg", "zh-hans"})
_STOPS: Final = tuple(".。．!?！？…")
_CLOSING: Final = "\"'”’」』》〉)）]］】 "
_BLOCKS: Final = frozenset({Mark.BLOCK, Mark.RIGHT_INLINE, Mark.INDENT})

_DAY: Final = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.1mlz1" class="in-text"
    default-locale="{locale}">
  <info><title>day</title><id>day</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography>
    <layout locale="zh-TW zh-HK zh-MO zh-Hant zh"><date variable="accessed" form="text"/></layout>
    <layout locale="zh-CN zh-SG zh-Hans"><date variable="accessed" form="text"/></layout>
    <layout locale="ja"><date variable="accessed" form="text"/></layout>
    <layout locale="ko"><date variable="accessed" form="text"/></layout>
    <layout><group delimiter=" "><text term="accessed"/><date variable="accessed" form="text"/></group></layout>
  </bibliography>
</style>"""
"""Writes the day as each language writes days; where there are no words above, with its locale's own."""


def without_accessed(item: Item) -> Item:
    """Return the item without its retrieval date."""
    return replace(item, dates={name: date for name, date in item.dates.items() if name != "accessed"})


def with_days(
    entries: tuple[Entry, ...], items: Iterable[Item], processor: Processor, load_locale: Callable[[str], bytes | str]
) -> tuple[Entry, ...]:
    """Return the entries, those that show no day of retrieval with it behind them."""
    several = {item.key: item for item in items}
    dated = {key for key, item in several.items() if _is_retrieved(item)}
    if not dated:
        return entries
    others = processor.with_items(_on_another_day(item) if key in dated else item for key, item in several.items())
    shown = {entry.key: entry.inline for entry in others.bibliography()}
    wanted = [entry for entry in entries if entry.key in dated and shown.get(entry.key) == entry.inline]
    days = _days(wanted, several, processor, load_locale)
    return tuple(_with_day(entry, days[entry.key]) if entry.key in days else entry for entry in entries)


def _is_retrieved(item: Item) -> bool:
    """Tell whether an item was retrieved from somewhere, on a day that is known."""
    date = item.dates.get("accessed")
    return bool(date and date.parts) and any(item.fields.get(name) for name in ("URL", "DOI"))


def _on_another_day(item: Item) -> Item:
    """Return the item as if it had been retrieved on another day of the year, which changes no sorting by years."""
    date = item.dates["accessed"]
    return replace(item, dates={**item.dates, "accessed": replace(date, parts=tuple(map(_other_day, date.parts)))})


def _other_day(parts: tuple[int, ...]) -> tuple[int, ...]:
    year, *rest = parts
    if not rest:
        return (year - 1000,)
    return (year, *(number % (12 if place == 0 else 28) + 1 for place, number in enumerate(rest)))


def _days(
    entries: Iterable[Entry], items: Mapping[str, Item], processor: Processor, load_locale: Callable[[str], bytes | str]
) -> dict[str, str]:
    """Write the day of each entry in its language, with the word for it where `_WORDS` has none."""
    locale = processor.locale
    western = locale if locale[:2].lower() not in ("zh", "ja", "ko") else "en-US"
    stubs = [
        Item(key=entry.key, fields={"language": entry.language}, dates={"accessed": _bare(items[entry.key])})
        for entry in entries
    ]
    if not stubs:
        return {}
    writer = Processor(_DAY.format(locale=western), stubs, load_locale=load_locale)
    return {entry.key: format_inline(entry.inline, OutputFormat.TEXT) for entry in writer.bibliography()}


def _bare(item: Item) -> Date:
    return Date(parts=item.dates["accessed"].parts)


def _with_day(entry: Entry, day: str) -> Entry:
    """Put the day behind an entry."""
    words = _words(entry.language)
    text = format_inline(entry.inline, OutputFormat.TEXT).rstrip(_CLOSING)
    phrase = words.phrase.format(day)
    if text.endswith(_STOPS):
        tail = f"{words.blank}{phrase}"
        tail = tail if tail.endswith(_STOPS) else tail + words.stop
    else:
        opening, closing = words.brackets
        # An entry begins with a capital, and the day was written as one.
        tail = f"{opening}{phrase[:1].lower()}{phrase[1:]}{closing}"
    return replace(entry, inline=_appended(entry.inline, Str(tail)))


def _words(language: str) -> _Words:
    tag = language.lower()
    primary = tag.partition("-")[0]
    if primary != "zh":
        return _WORDS.get(primary, _Words(phrase="{}"))
    simplified = tag in _MAINLAND or tag.startswith("zh-hans")
    return _WORDS["zh-hans" if simplified else "zh-hant"]


def _appended(inline: tuple[Inline, ...], tail: Str) -> tuple[Inline, ...]:
    """Append to what an entry says: inside its last block, where a style sets numbers in a margin."""
    match inline[-1:]:
        case (Span(mark=mark) as last,) if mark in _BLOCKS:
            return (*inline[:-1], replace(last, children=_appended(last.children, tail)))
        case _:
            return (*inline, tail)
