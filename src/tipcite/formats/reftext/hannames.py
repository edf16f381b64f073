"""Chinese and Japanese creators: `王寬弘、柯雨瑞`, `陈建军, 张三`, `［美］富勒`, bodies."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.draft import fold
from tipcite.formats.reftext.scan import is_han
from tipcite.lang import is_institution, split_chinese_name
from tipcite.model import Name

_SEPARATOR: Final = re.compile(r"[、;,，；&…]+|\.{3,}|\s(?:and|與|与|及|和)\s")
_LAST: Final = re.compile(r"^([㐀-鿿·]{2,4})(?:與|与|及|和|暨)([㐀-鿿·]{2,4})$")
_COUNTRY: Final = re.compile(r"^[(\[]([㐀-鿿]{1,4}|[A-Z]{1,3})[)\]]\s*")


def read_han_names(text: str) -> tuple[tuple[Name, ...], tuple[str, ...]]:
    """Cut a list of names; return them and the wording that is no name (a dynasty or country in brackets)."""
    names: list[Name] = []
    wording: list[str] = []
    for part in _parts(text):
        piece, countries = _strip_country(part)
        wording.extend(countries)
        if piece:
            names.append(_name(piece))
    return tuple(names), tuple(wording)


def is_han_person(text: str) -> bool:
    """Tell whether a text could be one Chinese person's name: two to four Han characters, or `富·勒`."""
    piece, _ = _strip_country(text.strip())
    compact = piece.replace(" ", "")
    if "·" in compact or "‧" in compact or "•" in compact:
        return all(is_han(char) or char in "·‧•." or char.isascii() for char in compact) and len(compact) <= 16
    return 2 <= len(compact) <= 4 and all(map(is_han, compact))


def _parts(text: str) -> list[str]:
    folded = fold(text)
    parts: list[str] = []
    begin = 0
    for match in _SEPARATOR.finditer(folded):
        parts.append(text[begin : match.start()])
        begin = match.end()
    parts.append(text[begin:])
    parts = [stripped for part in parts if (stripped := part.strip(" .。．\n"))]
    return [name for part in parts for name in _conjoined(part)]


def _conjoined(part: str) -> list[str]:
    """Cut `張珂與杜松儒` where both sides are names and the whole is no body (`國家與社會研究會`)."""
    spaced = part.split()
    if len(spaced) > 1 and all(2 <= len(name) <= 4 and split_chinese_name(name) for name in spaced):
        return spaced
    match = _LAST.match(part)
    if match is None or is_institution(part) or is_institution(match[2]):
        return [part.strip()]
    sides = (match[1], match[2])
    if all("·" in side or split_chinese_name(side) for side in sides):
        return list(sides)
    return [part.strip()]


def _strip_country(text: str) -> tuple[str, list[str]]:
    folded = fold(text)
    countries: list[str] = []
    while match := _COUNTRY.match(folded):
        if match.end() == len(folded):
            break
        countries.append(text[: match.end()].strip())
        text, folded = text[match.end() :], folded[match.end() :]
    return text.strip(), countries


def _name(text: str) -> Name:
    compact = re.sub(r"(?<=[㐀-鿿])[ \u3000](?=[㐀-鿿])", "", text)
    if is_institution(compact) or not all(map(is_han, compact)):
        return Name(literal=text)
    if len(compact) > 4:
        return Name(literal=compact)
    split = split_chinese_name(compact)
    return Name(family=split[0], given=split[1]) if split else Name(literal=compact)
