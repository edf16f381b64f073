"""Items and a style into a reference list: how the two languages are ordered, headed and written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any, Final, TypeAlias

from tipcite.csl import (
    Cite,
    Entry,
    Inline,
    OutputFormat,
    Processor,
    SortOrder,
    format_bibliography,
    parse_style,
    write_html,
    write_markdown,
    write_text,
)
from tipcite.lang import decide_language, latin_key, pinyin_syllables, primary_language, stroke_key
from tipcite.model import Item

Load: TypeAlias = Callable[[str], bytes | str]


class Order(StrEnum):
    """In which order the languages of a list come."""

    CHINESE_FIRST = "chinese-first"
    WESTERN_FIRST = "western-first"
    MIXED = "mixed"
    """One alphabet: Chinese entries by their pinyin among the Western ones."""


class Part(StrEnum):
    """The part of a list to which an entry belongs."""

    CHINESE = "chinese"
    WESTERN = "western"


HEADINGS: Final = {Part.CHINESE: "中文部分", Part.WESTERN: "西文部分"}
_RANKS: Final = {
    Order.CHINESE_FIRST: {Part.CHINESE: 0, Part.WESTERN: 1},
    Order.WESTERN_FIRST: {Part.WESTERN: 0, Part.CHINESE: 1},
    Order.MIXED: {Part.CHINESE: 0, Part.WESTERN: 0},
}
# Taiwanese lists put Japanese and Korean works with the Chinese ones, by strokes too.
_EAST_ASIAN: Final = frozenset({"zh", "ja", "ko"})
_WRITERS: Final[dict[OutputFormat, Callable[[Sequence[Inline]], str]]] = {
    OutputFormat.TEXT: write_text,
    OutputFormat.HTML: write_html,
    OutputFormat.MARKDOWN: write_markdown,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The entries of one part of a list, in their order; without headings all are one group."""

    part: Part | None
    entries: tuple[Entry, ...]


class Renderer:
    """The items of one article in one style."""

    def __init__(
        self,
        style: str | bytes,
        items: Sequence[Item],
        *,
        order: Order | None = None,
        load_locale: Load,
        load_parent: Load | None = None,
    ) -> None:
        """Read the style and order the items.

        Without an `order`, Chinese comes first where the style sorts its list; a style that lists sources as they
        were cited keeps that order.

        Raises:
            StyleError: the style is faulty, or uses what is not supported.
        """
        parsed = parse_style(style, load_parent=load_parent)
        sorts = parsed.bibliography is not None and bool(parsed.bibliography.keys)
        ranks = _RANKS[order or (Order.CHINESE_FIRST if sorts else Order.MIXED)]
        self._processor = Processor(
            parsed,
            items,
            load_locale=load_locale,
            load_parent=load_parent,
            order=SortOrder(collation=collation(order), group_of=lambda item: ranks[part_of_item(item)]),
        )

    def cite(self, cluster: Sequence[Cite], *, to: OutputFormat = OutputFormat.TEXT) -> str:
        """Return one citation.

        Raises:
            UnknownKey: a cite names an item that was not given.
        """
        return _WRITERS[to](self._processor.cite(cluster).inline)

    def references(
        self, *, to: OutputFormat = OutputFormat.TEXT, headings: bool = False, standalone: bool = False
    ) -> str:
        """Return the reference list, with a final newline; with headings above the parts that are not empty."""
        groups = self.groups() if headings else (Group(part=None, entries=self._processor.bibliography()),)
        blocks = [block for group in groups for block in _blocks(group, to)]
        is_html = to is OutputFormat.HTML
        text = ("\n" if is_html else "\n\n").join(blocks)
        text = text + "\n" if text else ""
        return _PAGE.replace("BODY", text) if standalone and is_html else text

    def groups(self) -> tuple[Group, ...]:
        """Return the entries by their parts, in the order of the list."""
        entries = self._processor.bibliography()
        return tuple(
            Group(part=part, entries=tuple(group))
            for part, group in groupby(entries, key=lambda entry: part_of(entry.language))
        )


def part_of(language: str) -> Part:
    """Tell to which part an entry of this language belongs."""
    return Part.CHINESE if primary_language(language) in _EAST_ASIAN else Part.WESTERN


def part_of_item(item: Item) -> Part:
    """Tell to which part an item belongs."""
    return part_of(decide_language(item))


def collation(order: Order | None) -> Callable[[str, str], tuple[Any, ...]]:
    """Return how texts compare: strokes for what begins in Han (Taiwanese guides), else the alphabet.

    In one mixed list Han texts compare by their pinyin, as Latin texts do.
    """

    def collate(text: str, language: str) -> tuple[Any, ...]:
        if part_of(language) is not Part.CHINESE or text[:1].isascii():
            return (1, latin_key(text))
        if order is Order.MIXED:
            return (1, latin_key(" ".join(pinyin_syllables(text, surname=True))))
        return (0, stroke_key(text))

    return collate


def _blocks(group: Group, to: OutputFormat) -> Iterator[str]:
    if group.part is not None:
        heading = HEADINGS[group.part]
        yield _HEADING_FORMS[to].format(heading)
    yield format_bibliography(group.entries, to).rstrip("\n")


_HEADING_FORMS: Final = {OutputFormat.TEXT: "{}", OutputFormat.HTML: "<h2>{}</h2>", OutputFormat.MARKDOWN: "## {}"}
_PAGE: Final = """\
<!doctype html>
<html lang="zh-Hant">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>參考文獻 References</title>
<style>
:root { color-scheme: light dark; }
body {
  max-width: 44rem; margin: 3rem auto; padding: 0 1.25rem; line-height: 1.75;
  font-family: "Times New Roman", "Noto Serif CJK TC", "Noto Serif TC", PMingLiU, serif;
  text-align: start; overflow-wrap: anywhere;
}
h2 { font-size: 1.1rem; margin: 2rem 0 0.75rem; }
.csl-entry { padding-left: 2em; text-indent: -2em; margin-bottom: 0.5rem; }
.csl-entry > div { text-indent: 0; }
a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
</style>
</head>
<body>
<main>
BODY</main>
</body>
</html>
"""
