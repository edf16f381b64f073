"""The orders of Chinese reference lists: by strokes, by pinyin and by zhuyin.

A key's first member writes the text in characters whose code points are the ranks of the originals, so that Python's
own comparison of strings does the work; the second is the text itself and settles ties. Every order puts blanks,
punctuation and digits first, then Han, then hangul and kana, then alphabets, as ICU's collations for Chinese put Han
before letters. Han outside U+3400–U+9FFF stands after all others.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from tipcite.lang._packed import unpack
from tipcite.lang.latin import base_letters
from tipcite.lang.readings import StandIn, stand_ins, with_stand_ins
from tipcite.lang.told import mainland_readings, taiwan_readings

_FIRST_HAN: Final = 0x3400
_END_HAN: Final = 0xA000
_FIRST_KANA: Final = 0xE000
_FIRST_LETTER: Final = 0xE100
_END: Final = 0xE200
"""End of the tables, behind the stand-ins, which are private-use characters from U+E000 on."""
_NO_ZHUYIN: Final = "\u312f"
"""Stands after all the letters of zhuyin."""

OrderKey = tuple[str, str]


def stroke_key(text: str) -> OrderKey:
    """Return a key that sorts by strokes, then radical, then code point, character by character (CNS 11643)."""
    return text.translate(_stroke_ranks()), text


def pinyin_key(text: str, *, surname: bool = True) -> OrderKey:
    """Return a key that sorts by pinyin, ties by strokes, with the readings of surnames and of bodies' names.

    `surname` tells that the text is a creator's name. Without it the order is exactly ICU's for zh-CN (單 dān).
    """
    text_or_stand_ins = with_stand_ins(text, surname=True) if surname else text
    return text_or_stand_ins.translate(_pinyin_ranks()), text


def zhuyin_key(text: str, *, surname: bool = True) -> OrderKey:
    """Return a key that sorts by zhuyin, then strokes, as Taiwan reads (CNS 11643).

    `surname` tells that the text is a creator's name, which may begin with a surname read otherwise (單 ㄕㄢˋ).
    """
    return with_stand_ins(text, surname=surname).translate(_zhuyin_ranks()), text


def of_readings(text: str) -> str:
    """Return Han characters with the readings that a text in pinyin tells, for a key in an order by readings.

    Syllables have blanks between them; tones are marks, digits or left out (the first that there is). What is no
    syllable stays.
    """
    return "".join(_first_read(syllable) for syllable in text.replace("'", " ").replace("’", " ").split())


def _first_read(syllable: str) -> str:
    """Return the first character that mainland and Taiwan both read so."""
    import unicodedata

    parts = unicodedata.normalize("NFD", syllable.lower())
    tone = next((_TONES[part] for part in parts if part in _TONES), "")
    plain = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)) + tone
    for run in mainland_readings().runs:
        if plain in (run.pinyin, run.pinyin[:-1]) and plain:
            return next((char for char in run.chars if not taiwan_readings().find(char)), run.chars[0])
    return syllable


_TONES: Final = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}


# A table is a string indexed by code point: `str.translate` takes anything that can be indexed, and 57,856
# characters of two bytes are built in a tenth of the time of a dict.


@cache
def _stroke_ranks() -> str:
    places = _stroke_places()
    return _table(sorted(range(_FIRST_HAN, _END_HAN), key=places.__getitem__))


@cache
def _pinyin_ranks() -> str:
    """Rank the characters in ICU's order, with stand-ins among those of their reading and strokes.

    Rare characters (U+3400–U+4DBF) that ICU's list leaves out come after it, by code point.
    """
    listed = frozenset(map(ord, mainland_readings().chars))
    rest = (code for code in range(_FIRST_HAN, _END_HAN) if code not in listed)
    return _table((*_pinyin_order(), *rest))


def _pinyin_order() -> Iterator[int]:
    places = _all_places()
    standing_in: dict[str, list[StandIn]] = {}
    for stand_in in stand_ins():
        standing_in.setdefault(stand_in.reading, []).append(stand_in)
    for run in mainland_readings().runs:
        codes = [ord(char) for char in run.chars]
        for stand_in in standing_in.get(run.pinyin, ()):
            inside = bisect_left(codes, places[stand_in.code], key=places.__getitem__)
            codes.insert(inside, stand_in.code)
        yield from codes


@cache
def _zhuyin_ranks() -> str:
    """Rank the characters by zhuyin with its tone, then strokes and radical; those without a reading last."""
    taiwan = taiwan_readings()
    own = frozenset(taiwan.chars)
    spellings: dict[str, str] = {"": ""}
    groups: dict[str, list[int]] = {}
    for run in taiwan.runs:
        groups.setdefault(run.zhuyin, []).extend(map(ord, run.chars))
    for run in mainland_readings().runs:
        spellings[run.pinyin[:-1]] = run.zhuyin[:-1]
        codes = (ord(char) for char in run.chars if char not in own)
        groups.setdefault(run.zhuyin or _NO_ZHUYIN, []).extend(codes)
    for stand_in in stand_ins():
        zhuyin = spellings[stand_in.reading[:-1]] + stand_in.reading[-1]
        groups.setdefault(zhuyin, []).append(stand_in.code)
    places = _all_places()
    return _table(code for zhuyin in sorted(groups) for code in sorted(groups[zhuyin], key=places.__getitem__))


@cache
def _stroke_places() -> array[int]:
    """Return code → strokes and radical in one number; characters that CNS does not list come last."""
    from tipcite.lang import _stroke_data  # read only when something is sorted

    strokes, radicals = unpack(_stroke_data.STROKES), unpack(_stroke_data.RADICALS)
    places = array("H", bytes(2 * _FIRST_HAN))
    places.extend(s << 8 | r if s else 0xFFFF for s, r in zip(strokes, radicals, strict=True))
    places.extend(array("H", b"\xff" * 2 * (_END - _END_HAN)))
    return places


@cache
def _all_places() -> array[int]:
    """Return `_stroke_places` with the stand-ins at the places of the characters they stand for."""
    places = _stroke_places()[:]
    for stand_in in stand_ins():
        places[stand_in.code] = places[ord(stand_in.char)]
    return places


def _table(codes: Iterable[int]) -> str:
    """Return a table for `str.translate`: Han and stand-ins to their ranks, kana and letters to after them."""
    table = array("H", range(_END))
    # Surrogates are no characters; nothing in a text asks for them.
    table[0xD800:0xE000] = array("H", bytes(2 * 0x800))
    for rank, code in enumerate(codes, start=_FIRST_HAN):
        table[code] = rank
    for code in range(0x3040, 0x3100):
        table[code] = _FIRST_KANA + code - 0x3040
    for code in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x530)):
        letter = ord(base_letters(chr(code))[:1] or " ")
        if chr(letter).isalpha():
            # A few capitals have their small letters far away (Ⱥ, ⱥ): those stand for themselves.
            table[code] = _FIRST_LETTER + (letter if letter < 0x530 else code)
    return table.tobytes().decode(f"utf-16-{sys.byteorder[0]}e")
