"""Words of names and titles for citation keys, Chinese a character a word; letters of all kinds in ASCII."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from tipcite.model import Item, Name

# JabRef's documentation names these; titles begin with none of them in a short title.
FUNCTION_WORDS: Final = frozenset(
    """a an the above about across against along among around at before behind below beneath beside between beyond by
    down during except for from in inside into like near of off on onto since to toward through under until up upon with
    within without and but nor or so yet der die das ein eine le la les un une el los las""".split()
)
HAN: Final = re.compile("[々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD: Final = re.compile(rf"{HAN.pattern}|(?:(?!{HAN.pattern})[^\W_])+(?:['’\-‐‑](?:(?!{HAN.pattern})[^\W_])+)*")
_MARKUP: Final = re.compile(r"<[^<>]+>")
# Letters that do not come apart into a base letter and an accent (Unicode, NFKD).
_LETTERS: Final = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h", "ı": "i",
        "ŧ": "t",
        "Æ": "Ae", "Œ": "Oe", "Ø": "O", "Đ": "D", "Ð": "D", "Ł": "L", "Þ": "Th", "–": "-", "—": "-", "‐": "-", "‑": "-",
    }
)  # fmt: skip


def words_of(text: str, *, ascii_only: bool) -> list[str]:
    """Return the words of a title; a hyphen or apostrophe in a word goes."""
    found = (re.sub(r"['’\-‐‑]", "", word) for word in _WORD.findall(_MARKUP.sub("", text)))
    return [in_ascii(word).capitalize() if ascii_only and HAN.match(word) else word for word in found]


def telling_words(text: str, *, ascii_only: bool) -> list[str]:
    """Return the words but articles, prepositions and conjunctions."""
    return [word for word in words_of(text, ascii_only=ascii_only) if word.lower() not in FUNCTION_WORDS]


def family_of(name: Name, *, ascii_only: bool, with_particle: bool = False) -> str:
    """Return a family name in one piece, of a body all telling words of its name."""
    text = name.family
    if with_particle and name.non_dropping_particle:
        text = f"{name.non_dropping_particle} {text}"
    if not text:
        text = name.literal or name.given
        if HAN.search(text):
            return _han_literal(text, ascii_only=ascii_only)
        return "".join(_raised(word) for word in telling_words(text, ascii_only=ascii_only))
    if HAN.search(text):
        return _pinyin(text, surname=True) if ascii_only else text
    return re.sub(r"[\s'’\-‐‑.]", "", text)


def given_of(name: Name, *, ascii_only: bool) -> str:
    """Return the given name, Han characters in pinyin where the key is ASCII."""
    return _pinyin(name.given) if ascii_only and HAN.search(name.given) else name.given


def people(item: Item, variables: tuple[str, ...]) -> tuple[Name, ...]:
    """Return the names of the first of these variables that has any, `others` left out."""
    for variable in variables:
        names = tuple(name for name in item.names.get(variable, ()) if name.literal != "others")
        if names:
            return names
    return ()


def in_ascii(text: str) -> str:
    """Write in ASCII: Han in pinyin, letters without accents; a script that has no such form stays as it is."""
    if text.isascii():
        return text
    if HAN.search(text):
        text = HAN.sub(lambda match: _pinyin(match[0]).lower() or match[0], text)
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(char for char in plain if not unicodedata.combining(char)))


def _raised(word: str) -> str:
    return word[:1].upper() + word[1:]


def _han_literal(text: str, *, ascii_only: bool) -> str:
    from tipcite.lang import is_institution, split_chinese_name

    parts = None if is_institution(text) else split_chinese_name(text)
    said = parts[0] if parts else "".join(HAN.findall(text))
    return _pinyin(said, surname=True) if ascii_only else said


def _pinyin(text: str, *, surname: bool = False) -> str:
    from tipcite.lang import pinyin  # its tables are large

    return pinyin(text, surname=surname).capitalize()
