"""Chinese titles and bodies' names in Latin letters, syllable by syllable, as library catalogues write them.

No tones. Words are not joined and proper nouns get no capitals: which characters make a word, and which words are
names, only a reader knows. Readings are those of `readings`, so a character with several may come out wrong.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from tipcite.lang.readings import spelled_syllable, with_stand_ins
from tipcite.lang.wade_giles import wade_giles
from tipcite.lang.width import fold_width


class Romanisation(StrEnum):
    """A system of writing Mandarin in Latin letters."""

    PINYIN = "pinyin"
    WADE_GILES = "wade-giles"

    @property
    def tag(self) -> str:
        """Return the language tag of a text in this system (IANA's variant subtags)."""
        return _TAGS[self]


_TAGS: Final = {Romanisation.PINYIN: "zh-Latn-pinyin", Romanisation.WADE_GILES: "zh-Latn-wadegile"}
# A blank on the side where Western typesetting has one; what is too much is taken away at the end.
_MARKS: Final = str.maketrans(
    {
        "，": ", ", "、": ", ", "。": ". ", "：": ": ", "；": "; ", "？": "? ", "！": "! ", "．": ". ",
        "（": " (", "）": ") ", "【": " [", "】": "] ", "〔": " [", "〕": "] ", "·": " ", "‧": " ", "・": " ", "•": " ",
        "《": " “", "》": "” ", "〈": " “", "〉": "” ", "「": " “", "」": "” ", "『": " ‘", "』": "’ ", "─": "—",
    }
)  # fmt: skip
_MARKUP: Final = re.compile(r"(</?[a-z][^<>]*>)")
_BLANKS: Final = (
    (re.compile(r"(<[a-z][^<>]*>)\s+"), r" \1"),
    (re.compile(r"\s+(</[^<>]*>)"), r"\1 "),
    (re.compile(r"\s+"), " "),
    (re.compile(r" (?=[,.:;?!)\]”’])"), ""),
    (re.compile(r"(?<=[(\[“‘]) "), ""),
    (re.compile(r"(?<=\d) ?— ?(?=\d)"), "–"),
    (re.compile(r" ?——? ?"), " — "),
)


def romanise(text: str, system: Romanisation) -> str:
    """Write the Han characters of a text in Latin letters, the rest as it is: 人口販運 → `Ren kou fan yun`.

    Chinese marks become Western ones, markup stays, and a text that begins in Han begins with a capital.
    """
    pieces = [piece if _MARKUP.fullmatch(piece) else _syllables(piece, system) for piece in _MARKUP.split(text)]
    written = "".join(pieces)
    for pattern, mark in _BLANKS:
        written = pattern.sub(mark, written)
    return _with_capital(written.strip(), text)


def _syllables(text: str, system: Romanisation) -> str:
    spelled = []
    for char in with_stand_ins(text, surname=False):
        syllable = spelled_syllable(char)
        if syllable and system is Romanisation.WADE_GILES:
            syllable = wade_giles(syllable)
        spelled.append(f" {syllable} " if syllable else fold_width(char.translate(_MARKS)))
    return "".join(spelled)


def _with_capital(written: str, text: str) -> str:
    """Begin with a capital where the text begins in Han: `iPhone` stays what it is."""
    first = _MARKUP.sub("", text).lstrip(" 《〈「『（【“‘")[:1]
    if not spelled_syllable(first):
        return written
    place = next((match.end() for match in re.finditer(r"^(?:<[^<>]*>|[^\w<])*", written)), 0)
    return written[:place] + written[place : place + 1].upper() + written[place + 1 :]
