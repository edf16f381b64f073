"""Years, volumes, issues and pages compared, in all the ways in which they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from tipcite.lang import chinese_number
from tipcite.match.sameness import Sameness, missing

YEARS_APART: Final = 1
"""Between appearing online and in print."""

_DASHES: Final = re.compile(r"\s*(?:[-‐-―−~～〜]|--+|至)\s*")
_LABEL: Final = re.compile(
    r"^(?:(?:volumes?|vols?|band|bd|issues?|numbers?|nos?|nr|hefte?|pages?|pp?|articles?|art)[.\s]*(?=[divxlc]*\d|[ivxlc]+$"
    r"|[a-z]\d)|[第卷期頁页])"
)
_COUNTER: Final = re.compile(r"\s*(?:卷|期|號|号|冊|册|輯|辑|頁|页|集)$")
_ROMAN: Final = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def compare_years(here: int | None, there: Iterable[int]) -> Sameness:
    """Compare a cited year with all that a record knows: online, in print."""
    years = tuple(there)
    absent = missing(here is not None, years)
    if absent is not None or here is None:
        return absent or Sameness.MISSING_HERE
    if here in years:
        return Sameness.SAME
    return Sameness.CLOSE if min(abs(here - year) for year in years) <= YEARS_APART else Sameness.DIFFERS


def compare_numbers(here: str, there: str) -> Sameness:
    """Compare volumes or issues: `Vol. XII` is `12`, `第３期` is `3`, `3/4` is `3-4`."""
    left, right = number_form(here), number_form(there)
    absent = missing(left, right)
    if absent is not None:
        return absent
    if left == right:
        return Sameness.SAME
    # `12(3)` beside `12`, `3-4` beside `3`.
    parts, others = re.findall(r"\w+", left), re.findall(r"\w+", right)
    return Sameness.CLOSE if parts[:1] == others[:1] and min(len(parts), len(others)) == 1 else Sameness.DIFFERS


def compare_pages(here: str, there: str, *, article: str = "") -> Sameness:
    """Compare pages: `123-9` is `123–129`; `article` is the number that a record gives in place of pages."""
    if not there and article and here:
        return compare_pages(here, article)
    left, right = pages_form(here), pages_form(there)
    absent = missing(left, right)
    if absent is not None:
        return absent
    if left == right:
        return Sameness.SAME
    if article and left == pages_form(article):
        return Sameness.SAME
    return Sameness.CLOSE if left[0] == right[0] and min(len(left), len(right)) == 1 else Sameness.DIFFERS


def number_form(text: str) -> str:
    """Write a volume or an issue without its label, in Arabic digits."""
    plain = re.sub(r"\s+", " ", _plain(text)).strip(" .,")
    plain = _COUNTER.sub("", _LABEL.sub("", plain)).removeprefix("第").strip()
    plain = re.sub(r"\s*[/+&–—-]\s*", "-", plain)
    number = chinese_number(plain) if plain and not plain.isascii() else None
    if number is not None:
        return str(number)
    roman = _roman(plain)
    return str(roman) if roman else re.sub(r"(?<!\d)0+(?=\d)", "", plain)


def pages_form(text: str) -> tuple[str, ...]:
    """Write pages as their ends, the second one whole: `123-9` → `("123", "129")`; of a list the first range."""
    plain = _COUNTER.sub("", _LABEL.sub("", _plain(text).strip(" .,"))).removeprefix("第")
    first = re.split(r"\s*[,;，；、]\s*", plain, maxsplit=1)[0]
    ends = [end for end in _DASHES.split(first) if end]
    ends = [re.sub(r"^0+(?=\d)", "", re.sub(r"\s+", "", end)) for end in ends][:2]
    if len(ends) == 2:
        ends[1] = _whole(ends[0], ends[1])
        ends = ends[:1] if ends[0] == ends[1] else ends
    return tuple(ends)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _whole(start: str, end: str) -> str:
    """Write the end of a range whole: `123`, `9` → `129`; `S12`, `5` → `S15`."""
    prefix = re.match(r"\D*", start)
    letters = prefix.group() if prefix else ""
    digits = start[len(letters) :]
    bare = end.removeprefix(letters)
    if digits.isdecimal() and bare.isdecimal():
        bare = digits[: len(digits) - len(bare)] + bare if len(bare) < len(digits) else bare
        return letters + bare
    return end


def _roman(text: str) -> int:
    """Return the value of a Roman number, 0 when it is none."""
    if not text or not _ROMAN.fullmatch(text):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
