"""Entries that run together on one line are parted where the next one certainly begins."""

from __future__ import annotations

import itertools
import re
from typing import Final

from tipcite.formats.reftext.bodies import is_body
from tipcite.formats.reftext.draft import fold
from tipcite.formats.reftext.rawentry import RawEntry
from tipcite.formats.reftext.scan import han_share
from tipcite.formats.reftext.westernnames import is_name_list
from tipcite.lang import is_institution, split_chinese_name

# Behind the end of one entry, a new one: Chinese or Western names and a year in brackets, commas or stops. `刊名，20，`
# is a journal and its volume, `刊名（103）` its issue: only what can be no number of a volume is a year.
_HAN_YEAR: Final = r"(?:民國?\s?\d{2,3}年?|\d{2,3}年|(?:1[5-9]|20)\d\d[a-z]?年?)"
_HAN_BEGIN: Final = (
    r"(?=(?P<han>[\u3400-\u9fff·]{2,20}(?:、[\u3400-\u9fff·]{2,20}){0,8})等?人?\s?"
    rf"(?:[(（]\s?{_HAN_YEAR}(?:\d\d?月(?:\d\d?日)?)?\s?[)）]|(?P<bare>[,，])\s?{_HAN_YEAR}\s?[,，]))"
)
_DATE: Final = r"(?:\d{4}[a-z]?(?:, [A-Z][a-z]+(?: \d{1,2})?)?|n\.d\.|in press)"
_DATED: Final = rf"[(（]{_DATE}[)）]"
_WESTERN_BEGIN: Final = (
    r"(?=(?P<names>[A-Z][\w’'-]{1,24}, (?:[A-Z]\.|[A-Z][a-z]+)[^()\d。:“\"\n]{0,120}?)"
    rf"(?:\s?{_DATED}|[.,]\s\d{{4}}[a-z]?[.,]\s?[“\"A-Z])"
    rf"|(?P<body>[A-Z][^().,:;“\"\d。\n]{{5,80}})\.\s{_DATED}\.)"
)
_NEXT: Final = (re.compile(r"[。】.;；]\s*" + _HAN_BEGIN), re.compile(r"[.。】;；]\s*" + _WESTERN_BEGIN))
# Behind an address no full stop may stand, nor a blank before Han.
_ADDRESS: Final = r"(?:https?://|10\.\d{4,9}/)[^\s\u3000-\u9fff\uff00-\uffef]{4,300}"
_NEXT_BEHIND_ADDRESS: Final = (
    re.compile(_ADDRESS + r"\s*" + _HAN_BEGIN),
    re.compile(_ADDRESS + r"\s+" + _WESTERN_BEGIN),
)
# Each form begins with its own character, what is before it is looked at behind that: so the search runs from one of
# these characters to the next.
_YEAR: Final = re.compile(r"1(?<!\d1)[5-9]\d\d(?!\d)|2(?<!\d2)0\d\d(?!\d)|民國?\s?\d|n\.d\.|無日期|无日期")
# The year of a next entry in the forms above: most texts have none behind their first year, and so no other entry.
_NEXT_YEAR: Final = re.compile(
    r"[(（,，.](?=\s?[\d民ni])(?:"
    rf"(?<=[(（])(?:\s?{_HAN_YEAR}(?:\d\d?月(?:\d\d?日)?)?\s?[)）]|{_DATE}[)）])"
    rf"|(?<=[,，])\s?{_HAN_YEAR}\s?[,，]|(?<=[.,])\s\d{{4}}[a-z]?[.,]\s?[“\"A-Z])"
)


# Two entries, each with a name, a year and a title.
_SHORTEST_PAIR: Final = 30


def part_entry(entry: RawEntry) -> list[RawEntry]:
    """Part entries that run together on one line, where the next one certainly begins."""
    text = entry.text
    if len(text) < _SHORTEST_PAIR or (text.isascii() and ", " not in text):
        return [entry]
    year = _YEAR.search(text)
    if year is None or _NEXT_YEAR.search(text, year.end()) is None:
        return [entry]
    cuts: list[int] = []
    patterns = (*_NEXT, *_NEXT_BEHIND_ADDRESS) if "/" in text else _NEXT
    found = [match for pattern in patterns for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda match: match.end()):
        if _is_next(text, cuts[-1] if cuts else 0, match):
            cuts.append(match.end())
    if not cuts:
        return [entry]
    bounds = [0, *cuts, len(text)]
    return [slice_entry(entry, start, end) for start, end in itertools.pairwise(bounds)]


def _is_next(text: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether a match begins an entry: the one before it has its year, and nothing is left open."""
    place = match.end()
    before = text[begin:place]
    if place == begin:
        return False
    if not place - begin > 15 or place > len(text) - 15 or not _YEAR.search(before) or _inside_bracket(text, place):
        return False
    groups = match.groupdict()
    if groups.get("body"):
        return is_body(groups["body"])
    if groups.get("names"):
        return is_name_list(groups["names"])
    if match["bare"] and not all(map(_is_creator, match["han"].split("、"))):
        return False  # `刊名，2013，20`: without brackets only names tell an entry from a journal
    # `题名. 刊名, 2010, 7`: behind a Han full stop of GB/T 7714 stands the journal
    return before.rstrip()[-1:] != "." or "//" in before[-120:] or han_share(before) < 0.3


def _is_creator(name: str) -> bool:
    return split_chinese_name(name) is not None or "·" in name or is_institution(name)


def _inside_bracket(text: str, index: int) -> bool:
    before = fold(text[max(0, index - 600) : index])
    return before.count("【") > before.count("】") or before.count("[") > before.count("]")


def slice_entry(entry: RawEntry, start: int, end: int) -> RawEntry:
    """Take a stretch of an entry for an entry of its own, the places of its pieces with it."""
    body = entry.text[start:end]
    end = start + len(body.rstrip())
    line, column = entry.place(start)
    later = [(index - start, row, place) for index, row, place in entry.places if start < index < end]
    return RawEntry(text=entry.text[start:end], places=((0, line, column), *later))
