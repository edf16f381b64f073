"""Whether year suffixes are right, found out from what an engine printed and not by any engine.

Cites that read alike but for the letter need one each, a, b, c …, in the order of the list of references; a cite
that no other reads like needs none; and two works by the same people in the same year always read alike.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from string import ascii_lowercase
from typing import Final

Item = Mapping[str, object]

_LETTER: Final = re.compile(r"(?<=\d{4})[a-z]{1,2}(?=\)?$)")
_YEAR: Final = re.compile(r"\((\d{4}[a-z]{0,2})[,)]")
_LETTERS: Final = (*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffixes:
    """How many works share people and year with another, how many of them have a letter of their own, what is wrong."""

    wanted: int
    right: int
    faults: tuple[str, ...]


def check_suffixes(items: Sequence[Item], cites: Sequence[str], entries: Mapping[str, str]) -> Suffixes:
    """Check the cites, one an item and in their order; `entries` are empty where they can't be told apart."""
    if len(cites) != len(items):
        return Suffixes(wanted=0, right=0, faults=(f"{len(cites)} cites were read of {len(items)}",))
    bare = [_LETTER.sub("", cite) for cite in cites]
    letters = [found[0] if (found := _LETTER.search(cite)) else "" for cite in cites]
    same_people = [group for group in _groups(map(_people_and_year, items)) if len(group) > 1]
    same_looks = _groups(bare)
    wanted = [index for group in same_people for index in group]
    once = {group[0] for group in _groups(cites) if len(group) == 1}
    faults = [
        *(f"{cites[group[0]]}: the same people read differently" for group in same_people if _differ(group, bare)),
        *(fault for group in same_looks if (fault := _wrong_letters(group, cites, letters))),
        *_wrong_entries(items, cites, letters, same_looks, entries),
    ]
    right = sum(1 for index in wanted if letters[index] and index in once)
    return Suffixes(wanted=len(wanted), right=right, faults=tuple(faults))


def _groups(keys: Iterable[Hashable]) -> list[list[int]]:
    """Return the places at which the same key stands, for each key."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        places[key].append(place)
    return list(places.values())


def _people_and_year(item: Item) -> str:
    issued = item["issued"]
    assert isinstance(issued, dict)
    return json.dumps([item["author"], issued["date-parts"][0][0]], sort_keys=True)


def _differ(group: list[int], bare: list[str]) -> bool:
    return len({bare[index] for index in group}) > 1


def _wrong_letters(group: list[int], cites: Sequence[str], letters: list[str]) -> str:
    wanted = [""] if len(group) == 1 else list(_LETTERS[: len(group)])
    found = [letters[index] for index in group]
    return "" if sorted(found, key=lambda one: (len(one), one)) == wanted else f"{cites[group[0]]}: letters {found}"


def _wrong_entries(
    items: Sequence[Item], cites: Sequence[str], letters: list[str], groups: list[list[int]], entries: Mapping[str, str]
) -> Iterable[str]:
    """Name the works whose letter is another in the list, or whose letters are not in the order of the list."""
    if not entries:
        return
    places = {key: place for place, key in enumerate(entries)}
    for index, item in enumerate(items):
        year = _YEAR.search(entries[str(item["id"])])
        if year is None or year[1][4:] != letters[index]:
            yield f"{cites[index]}: the list has {year and year[1]}"
    for group in groups:
        in_list = sorted(group, key=lambda index: places[str(items[index]["id"])])
        if [letters[index] for index in in_list] != ([""] if len(group) == 1 else list(_LETTERS[: len(group)])):
            yield f"{cites[group[0]]}: the letters are not in the order of the list"
