"""Full-width and half-width forms: ASCII's twins at U+FF01–U+FF5E and the ideographic space."""

from __future__ import annotations

from typing import Final

_HALF: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_HALF_DIGITS: Final = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
_FULL_PUNCTUATION: Final = str.maketrans(",:;?!()", "，：；？！（）")


def fold_width(text: str) -> str:
    """Write full-width letters, digits, punctuation and blanks half-width: `ＡＢ１２（）` → `AB12()`.

    Chinese marks without a half-width twin (、。〈〉《》「」) stay.
    """
    return text if text.isascii() else text.translate(_HALF)


def to_halfwidth_digits(text: str) -> str:
    """Write full-width digits half-width and leave everything else: `第１２卷，` → `第12卷，`."""
    return text if text.isascii() else text.translate(_HALF_DIGITS)


def full_width_punctuation(text: str) -> str:
    """Write the half-width `,:;?!()` of a Chinese text full-width; the caller knows that it is Chinese."""
    return text.translate(_FULL_PUNCTUATION)
