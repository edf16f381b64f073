"""How alike two titles are, judged leniently: whether they can be those of one work.

Titles of one work differ in width, case, punctuation, script (Traditional, Simplified), a subtitle that is left out
and a word here and there; titles in different scripts can't be compared at all. In doubt nothing is said.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from tipcite.lang import fold_text, has_han


class Likeness(Enum):
    """How two titles compare."""

    SAME = auto()
    UNCLEAR = auto()
    """Alike in part: another edition, translation or typing fault, or a neighbour in the same series."""
    DIFFERENT = auto()
    INCOMPARABLE = auto()
    """In different scripts, or one of them is missing."""


_MARKUP: Final = re.compile(r"</?[a-zA-Z][^>]*>")
_NOTICE: Final = re.compile(
    r"^\W*(?:(?:retracted|retraction|withdrawn|withdrawal|removed|temporary removal|corrected)(?: article| paper)?"
    r"|(?:已)?(?:撤稿|撤回|撤銷|撤销))\s*[:：\]】)-]+\s*",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W_]+")
_FUNCTION_WORDS: Final = frozenset(
    """a an and as at by for from in into is its of on or over per than that the their this to under upon via vs with
    der die das und von zur zum im den dem des ein eine fur mit uber le la les un une de du et en dans pour sur el los
    las y del con por para il lo gli e di da nel della""".split()
)
# Shares of what two titles have in common; measured on pairs of titles in the tests.
_ALIKE: Final = 0.8
_UNLIKE: Final = 0.5
_LEAST_PART: Final = 10
"""So many letters (Chinese characters count three) make a part of a title tell something."""


def compare_titles(cited: str, others: Iterable[str]) -> Likeness:
    """Compare a cited title with those that a record gives; the best likeness counts."""
    found = {_compare(cited, other) for other in others}
    for likeness in (Likeness.SAME, Likeness.UNCLEAR, Likeness.DIFFERENT):
        if likeness in found:
            return likeness
    return Likeness.INCOMPARABLE


def is_marked_retracted(title: str) -> bool:
    """Tell whether a publisher wrote into the title that the work is retracted."""
    found = _NOTICE.match(title)
    return found is not None and re.search(r"retracted|withdrawn|removed|撤", found.group(), re.IGNORECASE) is not None


def likeness_of(one: str, other: str) -> float:
    """Return how much of two texts both have in one order, from 0 to 1."""
    from rapidfuzz.fuzz import ratio  # only a comparison pays for it

    return ratio(one, other) / 100


def _compare(one: str, other: str) -> Likeness:
    first, second = title_words(one), title_words(other)
    if not first or not second:
        return Likeness.INCOMPARABLE
    left, right = "".join(first), "".join(second)
    if left == right:
        return Likeness.SAME
    if re.sub(r"\d", "", left) == re.sub(r"\d", "", right):
        return Likeness.DIFFERENT  # Part 1 and Part 2, the reports of two years
    if _is_part(left, right):
        return Likeness.SAME
    if has_han(left) != has_han(right) or _is_latin(left) != _is_latin(right):
        return Likeness.INCOMPARABLE
    return _measure(first, second)


def _measure(first: tuple[str, ...], second: tuple[str, ...]) -> Likeness:
    letters = likeness_of("".join(first), "".join(second))
    share = letters if has_han("".join(first)) else min(letters, _shared_words(first, second))
    if share >= _ALIKE:
        return Likeness.SAME
    return Likeness.DIFFERENT if share < _UNLIKE else Likeness.UNCLEAR


def _shared_words(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """Return which part of the shorter title's words is in the longer; words that tell nothing are left out."""
    shorter, longer = sorted((_telling(first), _telling(second)), key=len)
    if not shorter:
        return 0.0
    return sum(word in longer or _is_near(word, longer) for word in shorter) / len(shorter)


def _telling(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in words if word not in _FUNCTION_WORDS) or frozenset(words)


def _is_near(word: str, others: frozenset[str]) -> bool:
    """Tell whether a word is there in another spelling: behaviour, behavior."""
    return any(word[:1] == other[:1] and likeness_of(word, other) >= 0.85 for other in others)


def _is_part(left: str, right: str) -> bool:
    """Tell whether one title is the other without its subtitle, or stands in a bilingual one."""
    shorter, longer = sorted((left, right), key=len)
    weight = sum(3 if has_han(char) else 1 for char in shorter)
    return weight >= _LEAST_PART and shorter in longer


def _is_latin(text: str) -> bool:
    return any("a" <= char <= "z" for char in text)


@lru_cache(maxsize=1 << 16)
def title_words(title: str) -> tuple[str, ...]:
    """Fold a title (width, case, accents, script, markup) and take it apart; Chinese is one word between its marks."""
    text = html.unescape(html.unescape(title)) if "&" in title else title
    text = fold_text(_NOTICE.sub("", _MARKUP.sub("", text)))
    if not text.isascii():
        text = "".join([char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)])
    return tuple(_WORD.findall(text.replace("'", "").replace("’", "")))
