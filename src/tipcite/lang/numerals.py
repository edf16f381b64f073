"""Numbers in Chinese characters, full-width digits and years of the Republic."""

from __future__ import annotations

from typing import Final

from tipcite.lang.width import to_halfwidth_digits

ROC_OFFSET: Final = 1911
"""The first year of the Republic of China is 1912."""

DIGITS: Final = {
    char: value
    for value, chars in enumerate(
        ("〇零○Ｏ", "一壹弌", "二貳贰弍兩两", "三參叁叄", "四肆", "五伍", "六陸陆", "七柒", "八捌", "九玖")
    )
    for char in chars
}
_TENS: Final = {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十"}
_UNITS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS: Final = {"萬": 10**4, "万": 10**4, "億": 10**8, "亿": 10**8}

NUMERAL: Final = "".join([*DIGITS, *_TENS, *_UNITS, *_GROUPS])
"""All characters of numbers, as a range for a regular expression."""


def roc_year_to_ad(year: int) -> int:
    """Return the year AD of a year of the Republic: 110 → 2021; 0 and less are years before it (民國前)."""
    return year + ROC_OFFSET


def ad_year_to_roc(year: int) -> int:
    """Return the year of the Republic of a year AD: 2021 → 110; 0 and less are years before it (民國前)."""
    return year - ROC_OFFSET


def chinese_number(text: str) -> int | None:
    """Read a number in digits or in characters, spelled (一百零九) or not (二〇二一); None if it is none."""
    plain = to_halfwidth_digits(text.strip())
    if plain.isascii():
        return int(plain) if plain.isdigit() else None
    for char, spelled in _TENS.items():
        plain = plain.replace(char, spelled)
    if plain and all(char in DIGITS for char in plain):
        return int("".join(str(DIGITS[char]) for char in plain))
    return _spelled(plain)


def _spelled(text: str) -> int | None:
    """Read 三萬二千一百零九: a digit counts its unit, a group of four counts its 萬 or 億."""
    total = section = 0
    digit: int | None = None
    last_unit = 10**9
    for char in text:
        if char in DIGITS:
            if digit not in (None, 0):
                return None
            digit = DIGITS[char]
        elif char in _UNITS:
            unit = _UNITS[char]
            if unit >= last_unit or (digit == 0 and unit != 10):
                return None
            section += (digit or 1) * unit
            digit, last_unit = None, unit
        elif char in _GROUPS:
            total = (total + section + (digit or 0)) * _GROUPS[char]
            section, digit, last_unit = 0, None, 10**9
        else:
            return None
    return total + section + (digit or 0)
