"""The alphabetical order of Western names."""

from __future__ import annotations

from functools import cache
from typing import Final

from tipcite.lang.width import fold_width

# Letters that Unicode does not decompose, beside the base letters of DUCET or of the usual transcription.
_LETTERS: Final = {
    "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
    "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ħ": "h", "Ħ": "h", "ı": "i", "ŋ": "n", "Ŋ": "n",
    "ŧ": "t", "Ŧ": "t", "ĳ": "ij", "Ĳ": "ij", "ſ": "s", "ƒ": "f", "ə": "e", "Ə": "e",
}  # fmt: skip
_DOUBLES: Final = frozenset(letter for letter, base in _LETTERS.items() if len(base) > 1)
# Passed over at the first level, as variable elements are in UTS 10 (shifted); blanks count: De Silva, Desilva.
_PASSED_OVER: Final = "-'’‘ʼʻ`´.,·‐‑–\u00ad\u200b\"“”()[]"
# A string is the fastest table for `str.translate`, but can't take a character away: a NUL stands for that.
_GONE: Final = "\0"
_END: Final = 0x2100
_LAST_OF_TABLE: Final = chr(_END - 1)
_ASCII: Final = "".join(_GONE if chr(code) in _PASSED_OVER else chr(code).lower() for code in range(0x80))


def latin_key(text: str) -> tuple[str, str, str]:
    """Return a key that sorts Western names as an index does: letters, then accents, then small before capital.

    Accented letters stand beside their base letter, hyphens, apostrophes and full stops are passed over, a blank
    ends a word and comes before any letter.
    """
    if text.isascii():
        return text.translate(_ASCII).replace(_GONE, ""), text.lower(), text.swapcase()
    return base_letters(text, passing_over=True), text.lower(), text.swapcase()


def base_letters(text: str, *, passing_over: bool = False) -> str:
    """Write a text in small letters without accents: `Müller-Łódź` → `muller-lodz`.

    `passing_over` leaves out hyphens, apostrophes and the like too.
    """
    if text.isascii():
        return text.translate(_ASCII).replace(_GONE, "") if passing_over else text.lower()
    if not _DOUBLES.isdisjoint(text):
        text = "".join(_LETTERS.get(char, char) for char in text)
    if max(text) > _LAST_OF_TABLE:
        text = fold_width(text)
    return text.translate(_base_table(passing_over=passing_over)).replace(_GONE, "").lower()


@cache
def _base_table(*, passing_over: bool) -> str:
    """Return the letters of Europe and the combining accents without accents, by their codes."""
    import unicodedata  # 1 MB of tables that most commands do not need

    table = [chr(code) for code in range(_END)]
    for code in (*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000)):
        base = "".join(c for c in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(c))
        table[code] = {0: _GONE, 1: base}.get(len(base), chr(code))
    for letter, base in _LETTERS.items():
        if len(base) == 1:
            table[ord(letter)] = base
    table[0x300:0x370] = [_GONE] * 0x70
    if passing_over:
        table = [_GONE if char in _PASSED_OVER else char for char in table]
    return "".join(table)
