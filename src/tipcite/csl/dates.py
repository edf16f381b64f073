"""Dates: localized and written out, parts, ranges, seasons, eras; the place of an implicit year suffix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from tipcite.csl.locale import Locale
from tipcite.csl.nodes import DateNode, DatePart, Dress
from tipcite.csl.numbers import ordinal
from tipcite.csl.richtext import parse_field
from tipcite.csl.situation import Situation
from tipcite.csl.tree import MISSING, Status, Tag, Text, Tree, Wrap, YearSuffix, sequence
from tipcite.lang import ad_year_to_roc
from tipcite.model import Date

Closure = Callable[[Situation], Tree]
_SHOWN: Final = {
    "year-month-day": ("year", "month", "day"),
    "year-month": ("year", "month"),
    "year": ("year",),
}
_INDEX: Final = {"year": 0, "month": 1, "day": 2}
_SEASONS: Final = 20
_SUFFIX: Final = YearSuffix(True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One compiled date part: `write` gives its text for the numbers of a date, "" when they lack it."""

    name: str
    index: int
    write: Callable[[tuple[int, ...]], str]
    wrap: Wrap | None
    range_delimiter: str
    with_prefix: bool


def compile_date(
    node: DateNode,
    locale: Locale,
    wrap_of: Callable[[Dress], Wrap | None],
    *,
    implicit_suffix: bool,
    ranges: Locale | None = None,
) -> Closure:
    """Compile `<date>`; without a form of its own language the date falls back to the numbers.

    `ranges` is the language that delimiters of ranges are taken from when it is not the date's own.
    """
    merged = _localized(node, locale) if node.form else node
    if node.form and ranges is not None:
        merged = _with_ranges_of(merged, ranges)
    parts = [_compile_part(part, locale, wrap_of) for part in merged.parts]
    wrap = wrap_of(replace(merged.dress, display=node.dress.display))
    delimiter = merged.delimiter
    variable = node.variable
    primary = variable == "issued"
    names = frozenset(part.name for part in parts)
    with_year = "year" in names

    def date(situation: Situation) -> Tree:
        value = situation.date(variable)
        if value is None or (situation.comparing and variable == "accessed"):
            return MISSING
        if situation.substituted is not None:
            situation.substituted.add(variable)
        if situation.sorting and value.parts:
            return Text(sort_value(value, names), Status.RENDERED)
        # Another date takes the suffix only where it stands for the year of publication.
        suffixed = implicit_suffix and (primary or situation.date("issued") is None)
        if value.literal and not value.parts and not with_year:
            # What a date says in words stands where its year stands.
            return MISSING
        if value.literal and not value.parts:
            children: list[Tree] = [parse_field(value.literal, locale.quotes)]
            if suffixed:
                children.append(situation.suffix(_SUFFIX))
            return sequence(children, wrap, tag=Tag.DATE)
        rendered = _Rendering(
            value, parts, delimiter, suffix_of=situation.suffix if suffixed else None, dress=situation.dress_range
        ).tree()
        if rendered is None:
            return MISSING
        return sequence((rendered,), wrap, tag=Tag.DATE)

    return date


_ALL_PARTS: Final = frozenset({"year", "month", "day"})


def sort_value(value: Date | None, shown: frozenset[str] = _ALL_PARTS) -> str:
    """Return a date as text whose order is that of time: signed years, ranges by their ends.

    In a macro only the parts that it shows count (CSL 1.0.2, Sorting).
    """
    if value is None:
        return ""
    if not value.parts:
        return value.literal or value.raw
    return "-".join(_sortable(part, shown) for part in value.parts)


def _sortable(parts: tuple[int, ...], shown: frozenset[str]) -> str:
    year = parts[0] if "year" in shown else 0
    # Years before our era count backwards: shifted so that they stay in order as text.
    month = parts[1] if len(parts) > 1 and "month" in shown else 0
    day = parts[2] if len(parts) > 2 and "day" in shown else 0
    return f"{year + 100_000:06d}{month:02d}{day:02d}"


def _localized(node: DateNode, locale: Locale) -> DateNode:
    """Take the locale's form; the style may choose parts and change their form and looks, not their affixes."""
    base = locale.dates.get(node.form)
    if base is None:
        return node
    changes = {part.name: part for part in node.parts}
    shown = _SHOWN[node.shown]
    parts = tuple(_changed(part, changes.get(part.name)) for part in base.parts if part.name in shown)
    dress = replace(
        node.dress,
        prefix=node.dress.prefix,
        formatting=node.dress.formatting or base.dress.formatting,
        text_case=node.dress.text_case or base.dress.text_case,
    )
    return replace(node, parts=parts, delimiter=base.delimiter, dress=dress)


def _with_ranges_of(node: DateNode, ranges: Locale) -> DateNode:
    other = ranges.dates.get(node.form)
    marks = {part.name: part.range_delimiter for part in other.parts} if other is not None else {}
    parts = tuple(replace(part, range_delimiter=marks.get(part.name, part.range_delimiter)) for part in node.parts)
    return replace(node, parts=parts)


def _changed(part: DatePart, change: DatePart | None) -> DatePart:
    if change is None:
        return part
    dress = replace(change.dress, prefix=part.dress.prefix, suffix=part.dress.suffix)
    return DatePart(
        name=part.name,
        form=change.form or part.form,
        dress=replace(dress, text_case=change.dress.text_case or part.dress.text_case),
        range_delimiter=change.range_delimiter if change.range_delimiter is not None else part.range_delimiter,
    )


def _compile_part(part: DatePart, locale: Locale, wrap_of: Callable[[Dress], Wrap | None]) -> _Part:
    writers = {"year": _year_writer, "month": _month_writer, "day": _day_writer}
    return _Part(
        name=part.name,
        index=_INDEX[part.name],
        write=writers[part.name](part.form, locale),
        wrap=wrap_of(part.dress),
        range_delimiter="–" if part.range_delimiter is None else part.range_delimiter,
        with_prefix=bool(part.dress.prefix),
    )


def _roc_year(parts: tuple[int, ...]) -> str:
    """Write a year of the Republic of China: 2001 → `90`; a year before it (民國前) is counted back: 1909 → `前3`."""
    if not parts or parts[0] == 0:
        return ""
    year = ad_year_to_roc(parts[0])
    return str(year) if year > 0 else f"前{1 - year}"


def _year_writer(form: str, locale: Locale) -> Callable[[tuple[int, ...]], str]:
    if form == "roc":
        return _roc_year
    ad, bc = locale.term("ad"), locale.term("bc")

    def write(parts: tuple[int, ...]) -> str:
        if not parts or parts[0] == 0:
            return ""
        year = parts[0]
        if year < 0:
            return f"{-year}{bc}"
        if year < 1000 and form != "short":
            return f"{year}{ad}"
        return f"{year % 100:02d}" if form == "short" else str(year)

    return write


def _month_writer(form: str, locale: Locale) -> Callable[[tuple[int, ...]], str]:
    style = form or "long"
    words = {
        number: locale.term(f"month-{number:02d}", "short" if style == "short" else "long") for number in range(1, 13)
    }
    seasons = {_SEASONS + n: locale.term(f"season-{n:02d}") for n in range(1, 5)}

    def write(parts: tuple[int, ...]) -> str:
        if len(parts) < 2:
            return ""
        month = parts[1]
        if month > _SEASONS:
            return seasons.get(month, "")
        if style == "numeric":
            return str(month)
        if style == "numeric-leading-zeros":
            return f"{month:02d}"
        return words.get(month, "")

    return write


def _day_writer(form: str, locale: Locale) -> Callable[[tuple[int, ...]], str]:
    first_only = locale.options.get("limit-day-ordinals-to-day-1", False)
    genders = {
        number: term.gender for number in range(1, 13) if (term := locale.find(f"month-{number:02d}")) is not None
    }

    def write(parts: tuple[int, ...]) -> str:
        if len(parts) < 3:
            return ""
        day = parts[2]
        if form == "numeric-leading-zeros":
            return f"{day:02d}"
        if form == "ordinal" and (day == 1 or not first_only):
            return ordinal(day, locale, genders.get(parts[1], ""))
        return str(day)

    return write


class _Rendering:
    """One date being written: a range shares the parts that are the same at both ends."""

    def __init__(
        self,
        value: Date,
        parts: list[_Part],
        delimiter: str,
        *,
        suffix_of: Callable[[YearSuffix], Tree] | None,
        dress: Callable[[Tree], Tree] | None = None,
    ) -> None:
        self.value = value
        self.parts = parts
        self.delimiter = delimiter
        self.suffix_of = suffix_of
        self.dress = dress

    def tree(self) -> Tree | None:
        if not self.value.parts:
            return self._season_only()
        start = self.value.parts[0]
        if len(self.value.parts) == 1:
            return self._joined(self._write(self.parts, start))
        return self._range(start, self.value.parts[1])

    def _season_only(self) -> Tree | None:
        if not self.value.season:
            return None
        month = next((part for part in self.parts if part.name == "month"), None)
        if month is None:
            return None
        return sequence((Text(self.value.season, Status.RENDERED),), month.wrap)

    def _range(self, start: tuple[int, ...], end: tuple[int, ...]) -> Tree | None:
        if end == (0,):
            return self._open(start)
        changing = self._changing(start, end)
        if changing is None:
            return self._joined(self._write(self.parts, start))
        inside = [index for index, part in enumerate(self.parts) if part.index >= changing]
        if not inside:
            return self._joined(self._write(self.parts, start))
        low, high = inside[0], inside[-1]
        delimiter = next(part.range_delimiter for part in self.parts if part.index == self._widest(changing))
        head = self._write(self.parts[:low], start)
        first = self._write(self.parts[low : high + 1], start, strip_suffix=True)
        second = self._write(self.parts[low : high + 1], end, strip_prefix=True)
        tail = self._write(self.parts[high + 1 :], end)
        last = self._joined(second)
        if last is not None and self.dress is not None:
            last = self.dress(last)
        middle = [self._joined(first), Text(delimiter), last]
        return self._joined([*head, sequence([tree for tree in middle if tree is not None]), *tail])

    def _widest(self, changing: int) -> int:
        """Return the widest shown part that changes: its delimiter is the range's."""
        return min(part.index for part in self.parts if part.index >= changing)

    def _changing(self, start: tuple[int, ...], end: tuple[int, ...]) -> int | None:
        shown = {part.index for part in self.parts}
        for index in range(3):
            left = start[index] if index < len(start) else 0
            right = end[index] if index < len(end) else 0
            if left != right and index in shown:
                return index
            if left != right:
                return None
        return None

    def _open(self, start: tuple[int, ...]) -> Tree | None:
        written = self._write(self.parts, start)
        year = next((part for part in self.parts if part.name == "year"), None)
        mark = year.range_delimiter if year else "–"
        return sequence([sequence(written, None, self.delimiter), Text(mark)]) if written else None

    def _joined(self, trees: list[Tree]) -> Tree | None:
        return sequence(trees, None, self.delimiter) if trees else None

    def _write(
        self,
        parts: list[_Part],
        numbers: tuple[int, ...],
        *,
        strip_suffix: bool = False,
        strip_prefix: bool = False,
    ) -> list[Tree]:
        out: list[Tree] = []
        written = [(part, part.write(numbers)) for part in parts]
        if self.value.season and len(numbers) == 1:
            written = [(p, self.value.season if p.name == "month" else text) for p, text in written]
        written = [(part, text) for part, text in written if text]
        for number, (part, text) in enumerate(written):
            wrap = part.wrap
            if wrap is not None and strip_suffix and number == len(written) - 1:
                wrap = replace(wrap, suffix="")
            if wrap is not None and strip_prefix and number == 0:
                wrap = replace(wrap, prefix="")
            content: list[Tree] = [Text(text, Status.RENDERED)]
            if self.suffix_of is not None and part.name == "year" and not strip_suffix:
                content.append(self.suffix_of(_SUFFIX))
            out.append(sequence(content, wrap))
        return out
