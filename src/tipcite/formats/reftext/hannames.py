"""Chinese and Japanese creators: `王寬弘、柯雨瑞`, `陈建军, 张三`, `［美］富勒`, bodies."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.draft import fold
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.scan import han_share, is_han
from tipcite.lang import is_institution, split_chinese_name
from tipcite.model import Name

_SEPARATOR: Final = later(r"[、;,，；&…]+|\.{3,}|\s(?:and|與|与|及|和)\s")
_LAST: Final = later(r"^([㐀-鿿·]{2,4})(?:與|与|及|和|暨)([㐀-鿿·]{2,4})$")
# 全国信息与文献标准化技术委员会 is one body, for 全国信息 does not end as bodies do.
_BODY_END: Final = later(
    r"..(?:[會会部署局處处院所司廳厅社黨党館馆]|大學|大学|公司|協會|聯盟|联盟|中心|政府|組織|组织|銀行|银行|法人)$"
)
# 蘇珊·桑塔格（Susan Sontag）; in 美國在台協會（AIT） the bracket is a body's
_OWN_SCRIPT: Final = later(r"\s?[(（]([A-Z][^()（）\d]*[a-z][^()（）\d]*)[)）]$")
_COUNTRY: Final = later(r"^[(\[]([㐀-鿿]{1,4}|[A-Z]{1,3})[)\]]\s*")


# 宋雨柔．湯家豪
_STOPPED: Final = later(r"[㐀-鿿]{2,4}(?:[.。．][㐀-鿿]{2,4})+")


def are_stopped_names(text: str) -> bool:
    """Tell whether a text is Chinese persons' names with full stops between them."""
    return _STOPPED.fullmatch(text) is not None and all(map(split_chinese_name, re.split("[.。．]", text)))


def read_han_names(text: str) -> tuple[tuple[Name, ...], tuple[str, ...]]:
    """Cut a list of names; return them and the wording that is no name (a dynasty or country in brackets)."""
    names: list[Name] = []
    wording: list[str] = []
    for part in _parts(text):
        piece, countries = _strip_country(part)
        wording.extend(countries)
        own = _OWN_SCRIPT.search(piece)
        if own and not is_institution(piece[: own.start()]):
            wording.append(own[1])
            piece = piece[: own.start()].strip()
        if piece:
            names.append(_name(piece))
    return tuple(names), tuple(wording)


def script_runs(text: str) -> list[tuple[str, bool]]:
    """Cut a list of creators where it changes between Latin and Han; tell of each run whether it is Han."""
    if text.isascii() and text[-1:].isalnum():
        return [(text, False)] if _LETTER.search(text) else []
    runs: list[tuple[str, bool]] = []
    begin = 0
    bounds = [*_separators(fold(text)), (len(text), len(text))]
    previous: bool | None = None
    last_end = 0
    piece_start = 0
    for start, end in bounds:
        piece = text[piece_start:start]
        if any(map(str.isalpha, piece)):
            chinese = han_share(_BRACKETS.sub("", piece) or piece) >= 0.4
            if previous is not None and chinese != previous:
                runs.append((text[begin:last_end], previous))
                begin = piece_start
            previous, last_end = chinese, start
        elif previous is not None and any(map(str.isalnum, piece)):
            last_end = start
        piece_start = end
    if previous is not None:
        runs.append((text[begin:last_end], previous))
    return [(text, False)] if is_mixed_person(text) else runs


_LETTER: Final = later(r"[^\W\d_]")


def is_mixed_person(text: str) -> bool:
    """Tell whether a text is one person of two scripts: 拉普拉斯, Pierre-Simon."""
    return not text.isascii() and _GIVEN_IN_LATIN.fullmatch(text.strip()) is not None


# The script of 蘇珊·桑塔格（Susan Sontag） is that of what stands outside the brackets.
_BRACKETS: Final = later(r"[(（][^()（）]*[)）]")
_GIVEN_IN_LATIN: Final = later(r"[㐀-鿿]{2,6}\s?[,，]\s?[A-Z][^\s,，、;；&]*")


def is_han_person(text: str) -> bool:
    """Tell whether a text could be one Chinese person's name: two to four Han characters, or `富·勒`."""
    piece, _ = _strip_country(text.strip())
    compact = piece.replace(" ", "")
    if "·" in compact or "‧" in compact or "•" in compact:
        return all(is_han(char) or char in "·‧•." or char.isascii() for char in compact) and len(compact) <= 16
    return 2 <= len(compact) <= 4 and all(map(is_han, compact))


def _parts(text: str) -> list[str]:
    if are_stopped_names(text.strip(" .。．")):
        return re.split("[.。．]", text.strip(" .。．"))
    folded = fold(text)
    parts: list[str] = []
    begin = 0
    for start, end in _separators(folded):
        parts.append(text[begin:start])
        begin = end
    parts.append(text[begin:])
    parts = [stripped for part in parts if (stripped := part.strip(" .。．\n"))]
    parts = [_without_conjunction(part) if place else part for place, part in enumerate(parts)]
    names = [name for part in parts[:-1] for name in _conjoined(part)]
    listed = len(names) > 0 and all(map(is_han_person, names))
    return names + [name for part in parts[-1:] for name in (listed and _person_and_body(part)) or _conjoined(part)]


def _separators(folded: str) -> list[tuple[int, int]]:
    """Find what parts names; 古德曼（Goodman, R.） is one."""
    if "(" not in folded:
        return [match.span() for match in _SEPARATOR.finditer(folded)]
    inside = [match.span() for match in _BRACKETS.finditer(folded)]
    return [
        match.span()
        for match in _SEPARATOR.finditer(folded)
        if not any(start < match.start() < end for start, end in inside)
    ]


def _without_conjunction(part: str) -> str:
    """`、與張淑芬`: both a separator and the word stand before the last name."""
    rest = part[1:].strip()
    return (
        rest
        if part[:1] in "與与及和暨" and len(rest) > 1 and (split_chinese_name(rest) or is_institution(rest))
        else part
    )


def _person_and_body(part: str) -> list[str]:
    """Cut `林國基與內政部移民署` behind other persons' names; alone it could be one body's name."""
    match = re.fullmatch(r"([㐀-鿿]{2,4})[與与及和暨]([㐀-鿿]{3,})", part)
    if match and split_chinese_name(match[1]) and is_institution(match[2]):
        return [match[1], match[2]]
    return []


def _conjoined(part: str) -> list[str]:
    """Cut `張珂與杜松儒` where both sides are names and the whole is no body (`國家與社會研究會`)."""
    spaced = re.split(r"[\s/／]+", part)
    if len(spaced) > 1 and all(2 <= len(name) <= 4 and split_chinese_name(name) for name in spaced):
        return spaced
    bodies = re.split(r"[與与及和暨]", part)
    if len(bodies) == 2 and all(_BODY_END.search(body) and is_institution(body) for body in bodies):
        return bodies
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
