"""What script a text is written in."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import Final


class Script(StrEnum):
    """A script, or for `KANA` and `HANGUL` the script that tells the language of a text with Han in it."""

    HAN = "han"
    KANA = "kana"
    HANGUL = "hangul"
    BOPOMOFO = "bopomofo"
    LATIN = "latin"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    ARABIC = "arabic"
    HEBREW = "hebrew"
    THAI = "thai"
    DEVANAGARI = "devanagari"
    OTHER = "other"


HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The Han characters of Unicode 15 (and 〇), as a range for a regular expression."""

_KANA: Final = "\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fd\u30fe\u31f0-\u31ff\uff66-\uff9d"
_LATIN: Final = "A-Za-zÀ-ÖØ-öø-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a"

pattern = cache(re.compile)
"""Compile a pattern when it is first used and keep it: an import pays for none."""

# What is counted: characters, but words of the alphabets, for a word says about as much as two Han characters.
_UNITS: Final = {
    Script.HAN: f"[{HAN}]",
    Script.KANA: f"[{_KANA}]",
    Script.HANGUL: "[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]",
    Script.BOPOMOFO: "[\u3105-\u312f]",
    Script.LATIN: f"[{_LATIN}](?:[{_LATIN}\u0300-\u036f'’-]*[{_LATIN}])?",
    Script.CYRILLIC: "[\u0400-\u052f]+",
    Script.GREEK: "[\u0370-\u03ff\u1f00-\u1fff]+",
    Script.ARABIC: "[\u0600-\u06ff\u0750-\u077f]+",
    Script.HEBREW: "[\u0590-\u05ff]+",
    Script.THAI: "[\u0e00-\u0e7f]+",
    Script.DEVANAGARI: "[\u0900-\u097f]+",
}
_COMMON: Final = (Script.HAN, Script.KANA, Script.LATIN)
_RARE: Final = "[\u0370-\u1cff\u1f00-\u1fff\u3105-\u318f\uac00-\ud7af]"


_HAN_ONLY: Final = f"[{HAN}]+"
# Begins with Han, and has nothing beside it but figures, blanks and punctuation
_HAN_AND_SIGNS: Final = f"[{HAN}][{HAN}0-9 ,.:;()，。：；、（）〈〉《》「」『』-]*"


def has_han(text: str) -> bool:
    """Tell whether there is a Han character in the text."""
    return not text.isascii() and pattern(_UNITS[Script.HAN]).search(text) is not None


def is_han(text: str) -> bool:
    """Tell whether the text is Han characters only; "" is not."""
    return not text.isascii() and pattern(_HAN_ONLY).fullmatch(text) is not None


def is_latin(text: str) -> bool:
    """Tell whether the text has letters, and none that is not Latin."""
    return count_scripts(text).keys() == {Script.LATIN}


def count_scripts(text: str) -> dict[Script, int]:
    """Count the characters of each script, and the words of alphabets; scripts that are absent are left out."""
    if text.isascii():
        words = len(pattern(_UNITS[Script.LATIN]).findall(text))
        return {Script.LATIN: words} if words else {}
    scripts = _UNITS if pattern(_RARE).search(text) else _COMMON
    counts = {script: len(pattern(_UNITS[script]).findall(text)) for script in scripts}
    return {script: count for script, count in counts.items() if count}


def script_of(text: str) -> Script:
    """Tell the script that rules a text; `OTHER` when it has no letter.

    Kana and hangul rule wherever they are not outnumbered by Han (kana: one in eight is enough, for a Japanese
    title may be nearly all kanji), Han wherever there are at least half as many characters as words of an alphabet.
    """
    if pattern(_HAN_AND_SIGNS).fullmatch(text):
        return Script.HAN
    counts = count_scripts(text)
    if not counts:
        return Script.OTHER
    han, kana, hangul = (counts.pop(script, 0) for script in (Script.HAN, Script.KANA, Script.HANGUL))
    words = max(counts.values(), default=0)
    if hangul and hangul >= han and 2 * hangul >= words:
        return Script.HANGUL
    if kana and 8 * kana >= han and 2 * (kana + han) >= words:
        return Script.KANA
    if han and 2 * han >= words:
        return Script.HAN
    return max(counts, key=lambda script: counts[script]) if counts else Script.OTHER
