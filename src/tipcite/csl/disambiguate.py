"""Telling apart cites that look the same (CSL 1.0.2, Disambiguation).

Steps: 1 names that stand for different people are expanded everywhere (rules other than by-cite),
2 more names, 3 given names in ambiguous cites only (by-cite), 4 `disambiguate="true"`, 5 year suffixes.

Cites are compared by keys (the text of a settled tree) that are looked up, and only cites of one ambiguous
set are rendered again: the cost grows with the number of items.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeAlias

from tipcite.csl.nodes import Disambiguation
from tipcite.csl.tree import (
    PLAIN,
    Alternatives,
    NameBlock,
    NameShape,
    Settled,
    Tree,
    is_empty,
    plain,
    settle,
    symbols,
)

_SPACING: Final = re.compile(r"[\s.]+")
INITIALS: Final = 1
IN_FULL: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One item's cite, unsettled, with its lists of names; `letter` is a year suffix that the item itself has."""

    tree: Tree
    blocks: tuple[NameBlock, ...]
    conditions: int
    letter: str = ""


def candidate(tree: Tree, letter: str = "") -> Candidate:
    """Make a candidate of a rendered cite."""
    found = tuple(symbols(tree))
    blocks = tuple(symbol for symbol in found if isinstance(symbol, NameBlock))
    conditions = sum(isinstance(symbol, Alternatives) for symbol in found)
    return Candidate(tree=tree, blocks=blocks, conditions=conditions, letter=letter)


def disambiguate(candidates: Sequence[Candidate], rules: Disambiguation) -> list[Settled]:
    """Return what is settled for every candidate; they come in the order in which suffixes are given."""
    table = _Table(candidates)
    by_cite = rules.givenname_rule == "by-cite"
    if rules.add_givenname and not by_cite:
        _expand_everywhere(table, rules)
    if rules.add_names or (rules.add_givenname and by_cite):
        for members in table.ambiguous():
            if table.separable(members):
                _tell_apart(table, members, names=rules.add_names, givens=rules.add_givenname and by_cite)
    _set_conditions(table)
    if rules.add_year_suffix:
        _add_suffixes(table)
    return table.settled


def year_suffix(number: int) -> str:
    """Return the suffix of a position: a … z, aa, ab …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


class _Table:
    """All candidates with what is settled about them so far."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = candidates
        self.settled = [Settled()] * len(candidates)
        self._keys = [""] * len(candidates)
        self._keyed: list[Settled | None] = [None] * len(candidates)
        """What was settled about each cite when its key was made."""
        self._people: dict[int, _People] = {}

    def key(self, index: int, settled: Settled | None = None) -> str:
        """Return what a cite looks like; most look as they did when last asked."""
        settled = settled or self.settled[index]
        if self._keyed[index] is not settled:
            self._keyed[index] = settled
            self._keys[index] = plain(settle(self.candidates[index].tree, settled))
        return self._keys[index]

    def classes(self, members: Iterable[int], changed: Mapping[int, Settled] | None = None) -> list[list[int]]:
        """Part members by their keys, as they are or as they would be after a change."""
        sets: dict[str, list[int]] = defaultdict(list)
        for index in members:
            sets[self.key(index, changed[index] if changed else None)].append(index)
        return list(sets.values())

    def refine(self, pending: list[list[int]], change: Callable[[int], Settled]) -> list[list[int]]:
        """Make a change in every set that it parts, and return those that names could part further."""
        left: list[list[int]] = []
        for members in pending:
            changed = {index: change(index) for index in members}
            if all(changed[index] is self.settled[index] for index in members):
                left.append(members)
                continue
            parts = self.classes(members, changed)
            if len(parts) > 1:
                for index in members:
                    self.settled[index] = changed[index]
            left += [part for part in parts if self.separable(part)]
        return left

    def separable(self, members: list[int]) -> bool:
        """Tell whether names could tell members apart: not when all are by the same people."""
        first = self.people(members[0])
        return any(self.people(index) != first for index in members[1:])

    def people(self, index: int) -> _People:
        """Return the people of a cite."""
        people = self._people.get(index)
        if people is None:
            people = self._people[index] = _people_of(self.candidates[index])
        return people

    def ambiguous(self) -> list[list[int]]:
        """Return the sets of candidates that look the same; what prints nothing is in none."""
        everyone = (index for index, candidate in enumerate(self.candidates) if not is_empty(candidate.tree))
        return [members for members in self.classes(everyone) if len(members) > 1]


_People: TypeAlias = tuple[tuple[int, tuple[str, ...]], ...]
"""For every list of names how many it shows, and all its names in full."""


def _people_of(candidate_: Candidate) -> _People:
    return tuple(
        (block.shown, tuple(block.key(position, IN_FULL) for position in range(block.total)))
        for block in candidate_.blocks
    )


def _expand_everywhere(table: _Table, rules: Disambiguation) -> None:
    """Expand every shown name that reads like another person's, in all cites; hidden ones as they would be."""
    primary = rules.givenname_rule.startswith("primary-name")
    levels = (INITIALS,) if rules.givenname_rule.endswith("with-initials") else (INITIALS, IN_FULL)
    shown, everyone = _Meanings(), _Meanings()
    for candidate_ in table.candidates:
        for block in candidate_.blocks:
            for position in range(1 if primary else block.total):
                forms = _forms(block, position)
                everyone.add(forms)
                if position < max(block.shown, 1):
                    shown.add(forms)
    for index, candidate_ in enumerate(table.candidates):
        for block in candidate_.blocks:
            givens = tuple(
                (shown if position < block.shown else everyone).level(block, position, levels)
                for position in range(1 if primary else block.total)
            )
            if any(givens):
                settled = table.settled[index]
                table.settled[index] = settled.with_shape(block.index, NameShape(0, givens))


class _Meanings:
    """Who is meant by a name, in each of its forms."""

    def __init__(self) -> None:
        self._meant: dict[tuple[int, str], set[str]] = defaultdict(set)

    def add(self, forms: tuple[str, str, str]) -> None:
        # `J. J.` and `J.J.` are the same person.
        person = _SPACING.sub("", forms[IN_FULL])
        for level, form in enumerate(forms):
            self._meant[level, form].add(person)

    def level(self, block: NameBlock, position: int, levels: tuple[int, ...]) -> int:
        """Return the least expansion that leaves the fewest people, 0 when none helps."""
        crowd = len(self._meant[0, block.key(position, 0)])
        best = 0
        for level in levels:
            if crowd < 2:
                break
            meant = len(self._meant[level, block.key(position, level)])
            if meant < crowd:
                best, crowd = level, meant
        return best


def _forms(block: NameBlock, position: int) -> tuple[str, str, str]:
    """Return a name as the style writes it, with initials, and in full."""
    return block.key(position, 0), block.key(position, INITIALS), block.key(position, IN_FULL)


def _tell_apart(table: _Table, members: list[int], *, names: bool, givens: bool) -> None:
    """Show more names, then more of the names, as far as that parts the members."""
    pending = [members]
    if names:
        pending = _more_names(table, members)
    if not givens:
        return
    for same in pending:
        _more_given(table, same)
    if names:
        for same in filter(table.separable, table.classes(members)):
            _more_of_all(table, same)


def _more_names(table: _Table, members: list[int]) -> list[list[int]]:
    """Add names one by one; each member keeps the least number that parts it from whom it can be parted from."""
    pending = [members]
    for shown in range(1, _most_names(table, members) + 1):
        pending = table.refine(pending, partial(_with_names, table, shown=shown))
    return pending


def _most_names(table: _Table, members: list[int]) -> int:
    return max((block.total for index in members for block in table.candidates[index].blocks), default=0)


def _with_names(table: _Table, index: int, *, shown: int) -> Settled:
    settled = table.settled[index]
    for block in table.candidates[index].blocks:
        if block.shown < shown <= block.total or (block.shown < block.total < shown):
            before = settled.shapes.get(block.index, PLAIN)
            shape = replace(before, shown=min(shown, block.total))
            settled = settled.with_shape(block.index, shape)
    return settled


def _more_given(table: _Table, members: list[int]) -> None:
    """Expand the shown names from the left, one after another, and keep what parts the members."""
    pending = [members]
    for place in _places(table, members):
        for level in (INITIALS, IN_FULL):
            pending = table.refine(pending, partial(_with_given, table, place=place, level=level))
            if not pending:
                return


def _more_of_all(table: _Table, members: list[int], first: int = 1) -> None:
    """Show all names and expand them: given names may differ where et al. hides them."""
    before = {index: table.settled[index] for index in members}
    for shown in range(first, _most_names(table, members) + 1):
        for index in members:
            table.settled[index] = _with_names(table, index, shown=shown)
        _more_given(table, members)
        parts = table.classes(members)
        if len(parts) > 1:
            for same in filter(table.separable, parts):
                _more_of_all(table, same, shown + 1)
            return
        for index in members:
            table.settled[index] = before[index]


def _places(table: _Table, members: list[int]) -> list[tuple[int, int]]:
    """Return the places of names, (number of the list, position), that any member shows."""
    places = {
        (number, position): None
        for index in members
        for number, block in enumerate(table.candidates[index].blocks)
        for position in range(max(block.shown, table.settled[index].shapes.get(block.index, PLAIN).shown))
    }
    return sorted(places)


def _with_given(table: _Table, index: int, *, place: tuple[int, int], level: int) -> Settled:
    number, position = place
    blocks = table.candidates[index].blocks
    settled = table.settled[index]
    if number >= len(blocks) or position >= blocks[number].total:
        return settled
    block = blocks[number]
    shape = settled.shapes.get(block.index, PLAIN)
    givens = list(shape.givens) + [0] * (position + 1 - len(shape.givens))
    givens[position] = level
    return settled.with_shape(block.index, replace(shape, givens=tuple(givens)))


def _set_conditions(table: _Table) -> None:
    """Let `disambiguate="true"` hold for ambiguous cites where it parts them, one condition after another."""
    most = max((candidate_.conditions for candidate_ in table.candidates), default=0)
    for count in range(1, most + 1):
        table.refine(table.ambiguous(), partial(_with_conditions, table, count=count))


def _with_conditions(table: _Table, index: int, *, count: int) -> Settled:
    return replace(table.settled[index], disambiguate=count)


def _add_suffixes(table: _Table) -> None:
    """Give letters to those that look the same; an item's own letter stays, and no other of its set has it."""
    ambiguous = table.ambiguous()
    for index, candidate_ in enumerate(table.candidates):
        if candidate_.letter:
            table.settled[index] = replace(table.settled[index], year_suffix=candidate_.letter)
    for members in ambiguous:
        taken = {table.candidates[index].letter for index in members}
        letters = (letter for letter in map(year_suffix, itertools.count()) if letter not in taken)
        for index in members:
            if not table.candidates[index].letter:
                table.settled[index] = replace(table.settled[index], year_suffix=next(letters))
