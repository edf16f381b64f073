"""How Han characters are read: pinyin for citation keys, and the readings that the sort orders need.

A character's usual reading comes from the tables. Two things overrule it: a surname's reading (單 shan, 尉遲 yuchi)
where the caller says that the text begins with one, and the readings in common words of bodies and titles (銀行,
重慶). Both are handed on as stand-ins: one private-use character for each pair of a Han character and a reading.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from tipcite.lang.names import is_institution
from tipcite.lang.surnames import SURNAME_READINGS
from tipcite.lang.told import told_pinyin
from tipcite.lang.word_readings import WORD_READINGS

_FIRST_STAND_IN: Final = 0xE000


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """A Han character with a reading that is not its usual one, and the private-use character that stands for it."""

    char: str
    reading: str
    code: int


def pinyin(text: str, *, surname: bool = False) -> str:
    """Write Han characters in pinyin without tones and blanks, everything else as it is: 美國 → `meiguo`.

    For keys, so ü loses its dots as in any ASCII form: 呂 → `lu`, 女 → `nu`. `surname` tells that the text begins
    with a person's surname.
    """
    return "".join(_syllable(char) or char for char in with_stand_ins(text, surname=surname))


def pinyin_syllables(text: str, *, surname: bool = False) -> tuple[str, ...]:
    """Return the toneless syllable of each Han character; other characters are left out."""
    return tuple(filter(None, map(_syllable, with_stand_ins(text, surname=surname))))


def spaced_pinyin(text: str, *, surname: bool = False) -> str:
    """Return the toneless syllables with blanks between, to compare with Latin texts: 王寬弘 → `wang kuan hong`."""
    return " ".join(map(_syllable, with_stand_ins(text, surname=surname)))


def with_stand_ins(text: str, *, surname: bool) -> str:
    """Put stand-ins for the characters whose usual reading is wrong in this text."""
    words = _words()
    if surname and text[:1] in words.surname_starts and not is_institution(text):
        for length in (2, 1):
            replaced = words.surnames.get(text[:length])
            if replaced and len(text) >= length:
                return replaced + text[length:]
    if words.word_starts.isdisjoint(text):
        return text
    return words.pattern.sub(lambda match: words.phrases[match[0]], text)


@cache
def stand_ins() -> tuple[StandIn, ...]:
    """Return every stand-in, in the order of their codes."""
    pairs = {
        (char, reading)
        for word, readings in (*SURNAME_READINGS.items(), *WORD_READINGS.items())
        for char, reading in zip(word, readings, strict=True)
        if told_pinyin(char) != reading
    }
    return tuple(
        StandIn(char=char, reading=reading, code=_FIRST_STAND_IN + place)
        for place, (char, reading) in enumerate(sorted(pairs))
    )


def spelled_syllable(char: str) -> str:
    """Return a character's or a stand-in's syllable without its tone, "" when it has none: 呂 → `lü`."""
    if not char or char.isascii():
        return ""
    if _FIRST_STAND_IN <= ord(char) < _FIRST_STAND_IN + len(stand_ins()):
        return stand_ins()[ord(char) - _FIRST_STAND_IN].reading[:-1]
    return told_pinyin(char)[:-1]


@cache
def _syllable(char: str) -> str:
    """Return a syllable in ASCII letters, "" when there is none."""
    return spelled_syllable(char).replace("ü", "u").replace("ê", "e")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Surnames and words that overrule readings, with stand-ins put in, ready for look-up."""

    surnames: Mapping[str, str]
    surname_starts: frozenset[str]
    phrases: Mapping[str, str]
    word_starts: frozenset[str]
    pattern: re.Pattern[str]


@cache
def _words() -> _Words:
    codes = {(stand_in.char, stand_in.reading): chr(stand_in.code) for stand_in in stand_ins()}

    def replaced(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
        return {
            word: "".join(codes.get(pair, pair[0]) for pair in zip(word, readings, strict=True))
            for word, readings in table.items()
        }

    surnames, phrases = replaced(SURNAME_READINGS), replaced(WORD_READINGS)
    longest_first = sorted(phrases, key=len, reverse=True)
    # A text without any of the characters that are overruled needs no search for words.
    overruled = frozenset(
        char for word, new in phrases.items() for char, put in zip(word, new, strict=True) if char != put
    )
    return _Words(
        surnames=surnames,
        surname_starts=frozenset(word[0] for word, new in surnames.items() if word != new),
        phrases=phrases,
        word_starts=overruled,
        pattern=re.compile("|".join(longest_first)),
    )
