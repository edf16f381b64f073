"""Entries that run together on one line → each for itself, where the next one certainly begins."""

from __future__ import annotations

import itertools
import re
from typing import Final

from tipcite.formats.reftext.draft import fold
from tipcite.formats.reftext.rawentry import RawEntry
from tipcite.formats.reftext.scan import han_share
from tipcite.formats.reftext.westernnames import is_name_list
from tipcite.lang import is_institution, split_chinese_name

# Behind the end of one entry, a new one: Chinese or Western names and a year in brackets, commas or stops. `刊名，20，`
# is a journal and its volume, `刊名（103）` its issue: only what can be no number of a volume is a year.
_HAN_YEAR: Final = r"(?:民國?\s?\d{2,3}年?|\d{2,3}年|(?:1[5-9]|20)\d\d[a-z]?年?)"
_NEXT_HAN: Final = re.compile(
    r"[。】.]\s*(?=(?P<han>[\u3400-\u9fff·]{2,20}(?:、[\u3400-\u9fff·]{2,20}){0,8})等?人?\s?"
    rf"(?:[(（]\s?{_HAN_YEAR}(?:\d\d?月(?:\d\d?日)?)?\s?[)）]|(?P<bare>[,，])\s?{_HAN_YEAR}\s?[,，]))"
)
_NEXT_WESTERN: Final = re.compile(
    r"[.。】]\s*(?=(?P<names>[A-Z][\w’'-]{1,24}, (?:[A-Z]\.|[A-Z][a-z]+)[^()\d。:“\"\n]{0,120}?)"
    r"(?:\s?[(（]\d{4}[a-z]?[)）]|[.,]\s\d{4}[a-z]?[.,]\s?[“\"A-Z]))"
)
_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|民國?\s?\d|n\.d\.|[無无]日期")
# Two entries, each with a name, a year and a title.
_SHORTEST_PAIR: Final = 30


def part_entry(entry: RawEntry) -> list[RawEntry]:
    """Part an entry that is several on one line."""
    text = entry.text
    if len(text) < _SHORTEST_PAIR:
        return [entry]
    cuts: list[int] = []
    found = [] if text.isascii() else list(_NEXT_HAN.finditer(text))
    found.extend(_NEXT_WESTERN.finditer(text) if ", " in text else ())
    for match in sorted(found, key=lambda match: match.end()):
        if _is_next(text, cuts[-1] if cuts else 0, match):
            cuts.append(match.end())
    if not cuts:
        return [entry]
    return [slice_entry(entry, start, end) for start, end in itertools.pairwise([0, *cuts, len(text)])]


def _is_next(text: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether a match begins an entry: the one before it has its year, and nothing is left open."""
    place = match.end()
    before = text[begin:place]
    if not place - begin > 15 or place > len(text) - 15 or not _YEAR.search(before) or _inside_bracket(text, place):
        return False
    if match.re is _NEXT_WESTERN:
        return is_name_list(match["names"])
    if match["bare"] and not all(map(_is_creator, match["han"].split("、"))):
        return False  # `刊名，2013，20`: without brackets only names tell an entry from a journal
    # `题名. 刊名, 2010, 7`: behind a Han full stop of GB/T 7714 stands the journal
    return before.rstrip()[-1:] != "." or han_share(before) < 0.3


def _is_creator(name: str) -> bool:
    return split_chinese_name(name) is not None or "·" in name or is_institution(name)


def _inside_bracket(text: str, index: int) -> bool:
    before = fold(text[max(0, index - 600) : index])
    return before.count("【") > before.count("】") or before.count("[") > before.count("]")


def slice_entry(entry: RawEntry, start: int, end: int) -> RawEntry:
    """Take a stretch of an entry for an entry of its own, its lines' places with it."""
    body = entry.text[start:end]
    end = start + len(body.rstrip())
    line, column = entry.place(start)
    later = [(index - start, row, place) for index, row, place in entry.places if start < index < end]
    return RawEntry(text=entry.text[start:end], places=((0, line, column), *later))
