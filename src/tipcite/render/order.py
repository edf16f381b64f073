"""In which order the entries of a bilingual list come, and to which part each belongs."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final

from tipcite.lang import decide_language, latin_key, pinyin_syllables, primary_language, stroke_key
from tipcite.model import Item


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
RANKS: Final = {
    Order.CHINESE_FIRST: {Part.CHINESE: 0, Part.WESTERN: 1},
    Order.WESTERN_FIRST: {Part.WESTERN: 0, Part.CHINESE: 1},
    Order.MIXED: {Part.CHINESE: 0, Part.WESTERN: 0},
}
# Taiwanese lists put Japanese and Korean works with the Chinese ones, by strokes too.
_EAST_ASIAN: Final = frozenset({"zh", "ja", "ko"})


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
