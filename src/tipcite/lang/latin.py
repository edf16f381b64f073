"""The alphabetical order of Western names."""

from __future__ import annotations

from functools import cache
from typing import Final

# Letters that Unicode does not decompose, beside the base letters of DUCET or of the usual transcription.
_LETTERS: Final = {
    "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
    "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ħ": "h", "Ħ": "h", "ı": "i", "ŋ": "n", "Ŋ": "n",
    "ŧ": "t", "Ŧ": "t", "ĳ": "ij", "Ĳ": "ij", "ſ": "s", "ƒ": "f", "ə": "e", "Ə": "e",
}  # fmt: skip
# Passed over at the first level, as variable elements are in UTS 10 (shifted); blanks count: De Silva, Desilva.
_PASSED_OVER: Final = "-'’‘ʼʻ`´.,·‐‑–\u00ad\u200b\"“”()[]"
_DROPPED: Final = str.maketrans(dict.fromkeys(_PASSED_OVER))


def latin_key(text: str) -> tuple[str, str, str]:
    """Return a key that sorts Western names as an index does: letters, then accents, then small before capital.

    Accented letters stand beside their base letter, hyphens, apostrophes and full stops are passed over, a blank
    ends a word and comes before any letter.
    """
    if text.isascii():
        lower = text.lower()
        return lower.translate(_DROPPED), lower, text.swapcase()
    return base_letters(text).translate(_DROPPED), text.lower(), text.swapcase()


def base_letters(text: str) -> str:
    """Write a text in small letters without accents: `Müller-Łódź` → `muller-lodz`."""
    return text.lower() if text.isascii() else text.translate(_base_table()).lower()


@cache
def _base_table() -> dict[int, str | None]:
    """Return code → base letters, for the letters of Europe and the combining accents."""
    import unicodedata  # 1 MB of tables that most commands do not need

    table: dict[int, str | None] = {}
    for code in (*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000)):
        base = "".join(c for c in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(c))
        if base != chr(code):
            table[code] = base
    table.update((ord(letter), base) for letter, base in _LETTERS.items())
    table.update((code, None) for code in range(0x300, 0x370))
    table.update((code, chr(code - 0xFEE0)) for code in range(0xFF01, 0xFF5F))
    return table
