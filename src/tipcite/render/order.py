"""In which order the entries of a bilingual list come, and to which part each belongs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from typing import Any, ClassVar, Final

from tipcite.csl import Collation
from tipcite.errors import InvalidValue
from tipcite.lang import (
    decide_language,
    icu_key,
    latin_key,
    of_readings,
    pinyin_key,
    primary_language,
    spaced_pinyin,
    stroke_key,
    zhuyin_key,
)
from tipcite.model import Item
from tipcite.render.sort_keys import with_sort_key


class Part(StrEnum):
    """The part of a list to which an entry belongs."""

    CHINESE = "chinese"
    JAPANESE = "japanese"
    KOREAN = "korean"
    WESTERN = "western"
    RUSSIAN = "russian"
    OTHER = "other"


HEADINGS: Final = {
    Part.CHINESE: "中文部分",
    Part.JAPANESE: "日文部分",
    Part.KOREAN: "韓文部分",
    Part.WESTERN: "西文部分",
    Part.RUSSIAN: "俄文部分",
    Part.OTHER: "其他語文部分",
}
SIMPLIFIED_HEADINGS: Final = {**HEADINGS, Part.KOREAN: "韩文部分", Part.OTHER: "其他语文部分"}
_USUAL: Final = (Part.CHINESE, Part.WESTERN)
# Taiwanese lists put Japanese and Korean works with the Chinese ones unless they have a part of their own; what is
# in other alphabets stands with the Western ones (GB/T 7714 parts 中、日、西、俄、其他).
_JOINS: Final = {
    Part.JAPANESE: Part.CHINESE, Part.KOREAN: Part.CHINESE, Part.RUSSIAN: Part.WESTERN, Part.OTHER: Part.WESTERN,
}  # fmt: skip
_PARTS: Final = {
    language: part
    for part, languages in {
        Part.CHINESE: "zh cmn yue nan hak wuu lzh",
        Part.JAPANESE: "ja",
        Part.KOREAN: "ko",
        Part.RUSSIAN: "ru uk be bg sr mk kk ky mn",
        Part.OTHER: "ar fa he th hi bn ta bo my km lo ur am ka hy",
    }.items()
    for language in languages.split()
}


class HanOrder(StrEnum):
    """By what texts in Han characters are ordered."""

    STROKES = "strokes"
    ZHUYIN = "zhuyin"
    PINYIN = "pinyin"


_PART_WORDS: Final = {
    word: part
    for part, words in {
        Part.CHINESE: "chinese zh 中文 漢文 汉文",
        Part.JAPANESE: "japanese ja 日文",
        Part.KOREAN: "korean ko 韓文 韩文",
        Part.WESTERN: "western 西文 英文 外文",
        Part.RUSSIAN: "russian ru 俄文",
        Part.OTHER: "other 其他",
    }.items()
    for word in words.split()
}
_HAN_WORDS: Final = {
    word: order
    for order, words in {
        HanOrder.STROKES: "strokes 筆畫 筆劃 笔画",
        HanOrder.ZHUYIN: "zhuyin 注音",
        HanOrder.PINYIN: "pinyin 拼音",
    }.items()
    for word in words.split()
}
_WHOLE: Final = {
    "chinese-first": _USUAL,
    "western-first": (Part.WESTERN, Part.CHINESE),
    "mixed": (),
}


ORDER_WORDS: Final = frozenset({*_WHOLE, *_PART_WORDS, *_HAN_WORDS, "icu"})
"""Every word that an order may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """An order taken apart; without parts all languages are one list."""

    parts: tuple[Part, ...]
    han: HanOrder
    uses_icu: bool


@dataclass(frozen=True, slots=True)
class Order:
    """In which order the languages of a list come, and by what Han texts are ordered, in words with commas between.

    `chinese-first`, `western-first`, or the parts in their order (`japanese, chinese, western`; also 中文, 日文,
    西文 …), or `mixed`: one alphabet, Chinese entries by their pinyin among the Western ones. Further words:
    `strokes` (the usual order), `zhuyin` or `pinyin`; `icu`, to compare with PyICU where it is installed.
    """

    text: str

    CHINESE_FIRST: ClassVar[Order]
    WESTERN_FIRST: ClassVar[Order]
    MIXED: ClassVar[Order]

    def __post_init__(self) -> None:
        """Read the words.

        Raises:
            InvalidValue: one of them is not known, or they contradict each other.
        """
        _plan(self.text)

    @property
    def is_mixed(self) -> bool:
        """Tell whether all languages stand in one alphabet."""
        return not _plan(self.text).parts

    @property
    def han(self) -> HanOrder:
        """By what texts in Han characters are ordered."""
        return _plan(self.text).han

    @property
    def uses_icu(self) -> bool:
        """Tell whether PyICU is wanted."""
        return _plan(self.text).uses_icu

    def part_of(self, language: str) -> Part:
        """Tell to which part an entry of this language belongs."""
        part = _PARTS.get(primary_language(language), Part.WESTERN)
        return part if part in _plan(self.text).parts else _JOINS.get(part, part)

    def rank(self, language: str) -> int:
        """Return the place of the part of a language; 0 for all when they are mixed."""
        parts = _plan(self.text).parts
        return parts.index(self.part_of(language)) if parts else 0


@cache
def part_of(language: str) -> Part:
    """Tell to which of the two usual parts an entry of this language belongs."""
    return Order.CHINESE_FIRST.part_of(language)


def part_of_item(item: Item) -> Part:
    """Tell to which of the two usual parts an item belongs."""
    return part_of(decide_language(item))


def collation(order: Order | None, sort_keys: Mapping[str, str] | None = None) -> Collation:
    """Return how texts compare: what begins in Han by strokes (Taiwanese guides) or readings, else by the alphabet.

    In one mixed list Han texts compare by their pinyin, as Latin texts do. `sort_keys` are what some names are
    ordered by in place of themselves.
    """
    keys = _Keys(order or Order.CHINESE_FIRST)
    latin, han = keys.latin, keys.han

    def collate(text: str, language: str) -> tuple[Any, ...]:
        key = with_sort_key(text, sort_keys) if sort_keys else text
        is_latin = key[:1].isascii()
        if (is_latin and key is text) or part_of(language) is not Part.CHINESE:
            return latin(key)
        return keys.of_reading(key) if is_latin else han(key)

    return collate


class _Keys:
    """How texts of each script compare in an order."""

    def __init__(self, order: Order) -> None:
        self._is_mixed, self._order = order.is_mixed, order.han
        own = icu_key("und") if order.uses_icu else None
        strokes = icu_key("zh-u-co-stroke") if order.uses_icu and order.han is HanOrder.STROKES else None
        self._own, self._han = own, strokes or _HAN[order.han]
        self.latin: Callable[[str], tuple[Any, ...]] = latin_key if self._is_mixed and not own else self._after_han
        self.han = self._romanised if self._is_mixed else self._before_latin

    def of_reading(self, key: str) -> tuple[Any, ...]:
        """Order a Chinese name by a key in Latin letters: by these readings, where the order is one of readings."""
        if self._is_mixed or self._order is HanOrder.STROKES:
            return self.latin(key)
        return (0, _HAN_READ[self._order](of_readings(key)))

    def _after_han(self, text: str) -> tuple[Any, ...]:
        return (1, self._own(text) if self._own else latin_key(text))

    def _before_latin(self, text: str) -> tuple[Any, ...]:
        return (0, self._han(text))

    def _romanised(self, text: str) -> tuple[Any, ...]:
        romanised = spaced_pinyin(text, surname=True)
        if self._own:
            return (1, self._own(romanised))
        # What `latin_key` makes of small letters without marks; names that sound alike keep one order.
        return romanised, romanised, text


_HAN: Final[Mapping[HanOrder, Callable[[str], Any]]] = {
    HanOrder.STROKES: stroke_key, HanOrder.ZHUYIN: zhuyin_key, HanOrder.PINYIN: pinyin_key,
}  # fmt: skip
_HAN_READ: Final[Mapping[HanOrder, Callable[[str], Any]]] = {
    HanOrder.ZHUYIN: partial(zhuyin_key, surname=False), HanOrder.PINYIN: partial(pinyin_key, surname=False),
}  # fmt: skip


@cache
def _plan(text: str) -> _Plan:
    words = [word.strip().lower() for word in re.split("[,，、]", text) if word.strip()]
    whole = [_WHOLE[word] for word in words if word in _WHOLE]
    parts = tuple(dict.fromkeys(_PART_WORDS[word] for word in words if word in _PART_WORDS))
    han = [_HAN_WORDS[word] for word in words if word in _HAN_WORDS]
    unknown = next((word for word in words if word not in ORDER_WORDS), None)
    if unknown is not None:
        raise InvalidValue(f"{unknown!r} is no part of an order; write {_WANTED}")
    if len(whole) + bool(parts) > 1 or len(han) > 1:
        raise InvalidValue(f"{text!r} names two orders; write {_WANTED}")
    parts = whole[0] if whole else tuple(dict.fromkeys((*parts, *_USUAL)))
    return _Plan(parts=parts, han=han[0] if han else HanOrder.STROKES, uses_icu="icu" in words)


_WANTED: Final = (
    "chinese-first, western-first, mixed, or parts as in 'japanese, chinese, western', and strokes, zhuyin or pinyin"
)

Order.CHINESE_FIRST = Order("chinese-first")
Order.WESTERN_FIRST = Order("western-first")
Order.MIXED = Order("mixed")
