"""All pairs of a library that are, or may be, one work, found in time that grows with the library.

Only items that share a block are compared: an identifier, a title, creator and year, a title's beginning. In a block
that is large (all editorials of a year) each is compared with its neighbours in the order of titles alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tipcite.match.duplicates import Match, judge
from tipcite.match.features import Block, Features, features_of, identity_blocks, likeness_blocks
from tipcite.model import Item

_WHOLE: Final = 12
"""A block of so many items is compared whole."""
_NEIGHBOURS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two items that are, or may be, one work, the one that came first in front."""

    first: Item
    second: Item
    match: Match


def find_pairs(items: Sequence[Item], *, about: Iterable[str] = ()) -> tuple[Pair, ...]:
    """Find the pairs, the surest first, without those that a reader told apart; `about` are keys that one must have."""
    features = [features_of(item) for item in items]
    wanted = frozenset(about)
    found = []
    for one, other in _candidates(features):
        first, second = items[one], items[other]
        if wanted and first.key not in wanted and second.key not in wanted:
            continue
        match = None if are_told_apart(first, second) else judge(features[one], features[other])
        if match is not None:
            found.append(Pair(first=first, second=second, match=match))
    return tuple(sorted(found, key=lambda pair: (-pair.match.score, pair.first.key, pair.second.key)))


def are_told_apart(one: Item, other: Item) -> bool:
    """Tell whether a reader said that two items are two works."""
    if not one.distinct_from and not other.distinct_from:
        return False
    return bool({other.key, *other.aliases} & {*one.distinct_from} or {one.key, *one.aliases} & {*other.distinct_from})


def _candidates(features: Sequence[Features]) -> list[tuple[int, int]]:
    blocks: dict[Block, list[int]] = {}
    for number, one in enumerate(features):
        for block in {*identity_blocks(one), *likeness_blocks(one)}:
            blocks.setdefault(block, []).append(number)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) < 2:
            continue
        reach = len(members) if len(members) <= _WHOLE else _NEIGHBOURS
        if reach < len(members):
            members = sorted(members, key=lambda number: _place(features[number]))  # noqa: PLW2901
        for place, member in enumerate(members):
            pairs.update((min(member, other), max(member, other)) for other in members[place + 1 : place + 1 + reach])
    return sorted(pairs)


def _place(one: Features) -> tuple[str, str, str, str]:
    """Return what neighbours of a large block are sorted by: what duplicates have in common."""
    return one.title.joined, "".join(one.containers[:1]).casefold(), one.field("volume"), one.field("page")
