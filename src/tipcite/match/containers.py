"""Journals, books and publishers compared: full names, ISO 4 abbreviations, initials.

ISO 4 (https://www.issn.org/services/online-services/access-to-the-ltwa/) cuts words at their end (`Journal` → `J.`)
and leaves out articles, conjunctions and prepositions; a title of one word is not cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from tipcite.lang import has_han
from tipcite.match.sameness import Sameness, missing
from tipcite.match.titles import likeness_of, title_words

_LEFT_OUT: Final = frozenset(
    """a an and the of on in for to at by from with und der die das des dem den fur im am zur zum et de du la le les
    aux en el los las y di da e""".split()
)
_SUBTITLE: Final = re.compile(r"\s*[:：=;；/(（\[].*$", re.DOTALL)
_FIRM: Final = frozenset(
    """ag bv co company corp corporation editions gmbh group house inc incorporated international limited llc llp ltd
    press publications publisher publishers publishing pvt the uk usa verlag""".split()
)
_HAN_FIRM: Final = re.compile("(?:股份)?有限公司$|(?:圖書|文化|事業|出版)+$|(?:公司|出版社|書局|書店|出版部)$")


def compare_containers(here: Iterable[str], there: Iterable[str]) -> Sameness:
    """Compare what a work stands in, each under all its names; the best fit counts."""
    left = [one for one in here if one.strip()]
    right = [one for one in there if one.strip()]
    absent = missing(left, right)
    if absent is not None:
        return absent
    found = {_compare(one, other) for one in left for other in right}
    return next(one for one in (Sameness.SAME, Sameness.CLOSE, Sameness.DIFFERS, Sameness.INCOMPARABLE) if one in found)


def compare_publishers(here: str, there: str) -> Sameness:
    """Compare publishers: what says only that they are firms counts for nothing."""
    absent = missing(here.strip(), there.strip())
    if absent is not None:
        return absent
    if has_han(here) != has_han(there):
        return Sameness.INCOMPARABLE
    left, right = title_words(here), title_words(there)
    if "".join(left) == "".join(right):
        return Sameness.SAME
    if has_han(here):
        one, other = sorted((_han_firm("".join(left)), _han_firm("".join(right))), key=len)
        return Sameness.CLOSE if one and one in other else Sameness.DIFFERS
    shorter, longer = sorted((_telling(left), _telling(right)), key=len)
    return Sameness.CLOSE if shorter and shorter <= longer else Sameness.DIFFERS


def _compare(one: str, other: str) -> Sameness:
    left, right = _words(one), _words(other)
    if not left or not right:
        return Sameness.INCOMPARABLE
    if "".join(left) == "".join(right):
        return Sameness.SAME
    if has_han(one) != has_han(other):
        return Sameness.INCOMPARABLE
    short, short_other = _words(_SUBTITLE.sub("", one)), _words(_SUBTITLE.sub("", other))
    heads = {"".join(short), "".join(left)} & {"".join(short_other), "".join(right)}
    if heads - {""}:
        return Sameness.CLOSE
    if not has_han(one) and (is_abbreviated(left, right) or is_abbreviated(right, left)):
        return Sameness.CLOSE
    joined, joined_other = "".join(left), "".join(right)
    if re.sub(r"\D", "", joined) != re.sub(r"\D", "", joined_other):
        return Sameness.DIFFERS
    alike = min(len(joined), len(joined_other)) > 7 and likeness_of(joined, joined_other) >= 0.93
    return Sameness.CLOSE if alike else Sameness.DIFFERS


def is_abbreviated(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether words are the beginnings of a longer title's, one by one, or its initials."""
    if len(short) == 1 and len(long) > 1:
        return len(short[0]) == len(long) and all(a == b[0] for a, b in zip(short[0], long, strict=True))
    if len(short) != len(long):
        return False
    return all(_is_cut(cut, word) for cut, word in zip(short, long, strict=True)) and any(
        len(cut) < len(word) for cut, word in zip(short, long, strict=True)
    )


def _is_cut(cut: str, word: str) -> bool:
    """Tell a word's abbreviation: its beginning (`hum`), or letters of it from first to last (`intl`, `natl`)."""
    if word.startswith(cut):
        return True
    if len(cut) < 3 or cut[0] != word[0] or len(cut) > 5:
        return False
    letters = iter(word)
    return all(letter in letters for letter in cut)


def _words(title: str) -> list[str]:
    words = title_words(title.replace("&", " "))
    return [word for word in words if word not in _LEFT_OUT] or list(words)


def _telling(words: Iterable[str]) -> frozenset[str]:
    words = frozenset(words)
    return (words - _FIRM - _LEFT_OUT) or words


def _han_firm(name: str) -> str:
    while (shorter := _HAN_FIRM.sub("", name)) and shorter != name:
        name = shorter
    return name
