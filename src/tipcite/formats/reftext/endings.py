"""How a line tells that its entry goes on: by what no entry begins with, and by what no entry ends with.

Every line of a paste is asked, and most lists have one entry a line: so a question looks first at the one character,
or for the one sign, without which its answer is certain, and only then lets an expression run.
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.publication import PLACES

_GOES_ON: Final = re.compile(
    r"https?://|www\.|doi:|10\.\d{4}|取自|檢自|擷取自|檢索|检索|上網日期|瀏覽日期|網址|頁\s?\d|页\s?\d|"
    r"第[\d一二三四五六七八九十]+[卷期版頁页冊]"
    r"|Retrieved|Accessed|Available|From http|In:?\s(?:[A-Z]\.|Proceedings)|[pP]p?\.\s?\d|[vV]ol\.|[nN]o\.\s?\d"
    r"|年\s?\d|月\s?\d|日[，。]|[(（\[](?:1[5-9]|20)\d\d[-)）:,]|[)）\]】〉》」』”,，;；。:：、.．]",
    re.IGNORECASE,
)
_PARTICLE: Final = re.compile(r"(?:de|van|von|di|da|la|le|al|el|du|del|der|den|ter|ten|dos|das|d[’'])(?:[\s-]|[A-Z])")
_BRACKET_NEXT: Final = re.compile(r"[)）\]】]?\s?(?:\[\d|\(\d)")
# `武汉: 江城大学`, `臺北市：青松` is the rest of a book's entry
_PLACE: Final = re.compile(r"(?P<place>[^\s:：,，.。《〈「]{2,14}(?: [A-Z][a-z]+)?)\s?[:：]\s?(?=[^《〈「\s])")


def goes_on(line: str) -> bool:
    """Tell whether a line surely is the rest of an entry: it begins with what no entry begins with."""
    body = line.lstrip()
    place = _PLACE.match(body)
    if place is not None and PLACES.fullmatch(place["place"]):
        return True
    if _GOES_ON.match(body):
        return not _BRACKET_NEXT.match(body)
    return body[:1].islower() and not _PARTICLE.match(body)


# As much of a text's end as is looked at, and how far back a bracket may begin that is still open.
_END: Final = 500
_FARTHEST_OPEN: Final = 199

_OPEN_MARKS: Final = frozenset(",，、:：;；&＆(（[［【〈《「『“—–‐-")
_OPEN_WORDS: Final = re.compile(
    r"(?:[,，、:：;；&＆(（\[［【〈《「『“—–‐-]|(?:^|[\s\u3400-\u9fff])/|\b(?:and|or|of|the|in|for|vol\.|"
    r"no\.|(?<!\d\s)pp?\.|from|on|to|a|an|by|with|at|as|between|und|et|&"
    r"|eds?\.\),?|trans\.|de|la|del|der|von|van|their|its|into|through|under|doi|Vols?\.|Nos?\.))$"
    r"|載於$|收錄於$|取自$|檢自$|[與和及之的]$",
    re.IGNORECASE,
)
# The longest of these with what is before it
_OPEN_LENGTH: Final = 16
# What ends them: `vol.`, `no.`, `pp.`, `trans.` before the stop (`IGNORECASE` takes ſ for s), and Han
_BEFORE_OPEN_STOP: Final = frozenset("lopsLOPSſ")
_OPEN_HAN: Final = frozenset("於自與和及之的")
_BEFORE_INITIAL: Final = frozenset("(.,&-")

_ADDRESS_END: Final = re.compile(r"(?:https?://|www\.|[\w-]\.[\w.-]+/)[^\s\u3400-\u9fff]+$")
_ADDRESS_BREAK: Final = re.compile(r"[\s\u3400-\u9fff]")
_PREFIX_END: Final = re.compile(r"10\.\d{4,9}/$")
_SHUT_MARKS: Final = frozenset(".。．】]」》)）!?？！”")
_SHUT_BY_ADDRESS: Final = re.compile(r"(?:https?://|10\.\d{4})\S+$")
_CLOSERS: Final = {"《": "》", "〈": "〉", "「": "」", "『": "』", "“": "”", "(": ")", "（": "）", "【": "】", "[": "]"}
_OPENER: Final = re.compile("[" + re.escape("".join(_CLOSERS)) + "]")


def closure(text: str) -> int:
    """Tell of a text up to a line's end whether its entry can end there: 1 yes, 0 perhaps, -1 no."""
    last = text[-_END:].rstrip()
    if not last:
        return 0
    end = last[-1]
    if _ends_in_address(last):
        return -1 if end in "-_=?&%:" or (end == "/" and _PREFIX_END.search(last)) else 1
    if end in _OPEN_MARKS or _ends_in_open_word(last, end) or _leaves_open(last):
        return -1
    if end in _SHUT_MARKS or end.isdecimal():
        return 1
    return 1 if ("/" in last or "10." in last) and _SHUT_BY_ADDRESS.search(last) else 0


def _ends_in_address(last: str) -> bool:
    """Tell whether an address ends a text: it has a slash, with neither blank nor Han behind it, or `www.`."""
    slash = last.rfind("/")
    if slash < 0 or _ADDRESS_BREAK.search(last, slash):
        return "www." in last and _ADDRESS_END.search(last) is not None
    scheme = last.rfind("://")
    schemed = 0 <= scheme < len(last) - 3 and last.endswith(("http", "https"), 0, scheme)
    if schemed and not _ADDRESS_BREAK.search(last, scheme):
        return True
    return _ADDRESS_END.search(last, last.rfind(" ") + 1) is not None


def _ends_in_open_word(last: str, end: str) -> bool:
    """Tell whether a text ends with a word that others must follow (`of`, `vol.`, 載於), or with an initial."""
    if end == ".":
        before = last[-2:-1]
        if "A" <= before <= "Z" and (len(last) == 2 or last[-3] in _BEFORE_INITIAL or last[-3].isspace()):
            return True
        if before not in _BEFORE_OPEN_STOP:
            return False
    elif end == ")":
        if last[-2:-1] != ".":
            return False
    elif end != "/" and not (end.isalpha() and (end < "\u2e80" or end in _OPEN_HAN)):
        return False
    return _OPEN_WORDS.search(last, max(0, len(last) - _OPEN_LENGTH)) is not None


def _leaves_open(last: str) -> bool:
    """Tell whether a bracket or quotation mark near the end is not closed."""
    openers = _OPENER.findall(last, max(0, len(last) - _FARTHEST_OPEN))
    return any(last.rfind(opener) > last.rfind(_CLOSERS[opener]) for opener in set(openers))
