"""Where each cite stands among those before it: first, subsequent, ibid, near note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tipcite.csl.situation import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """One work cited at one place; affixes may carry the markup of fields."""

    key: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    composite: bool = False
    """Names in the sentence, the rest as a citation after them: `Smith (2020)`."""
    position: Position | None = None
    """Forced from outside; None is found out from the cites before."""
    near_note: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What the cites before one say about it."""

    position: Position
    near_note: bool
    first_note: int
    first: bool = False
    """It opens its cluster."""


@dataclass(slots=True)
class Tracker:
    """Follows the clusters of a document in their order."""

    near_note_distance: int
    _first_notes: dict[str, int] = field(default_factory=dict)
    _last_notes: dict[str, int] = field(default_factory=dict)
    _previous: Sequence[Cite] = ()
    _previous_note: int = 0

    def places(self, cluster: Sequence[Cite], note_index: int) -> list[Place]:
        """Return the place of every cite of the next cluster."""
        places = []
        before: Cite | None = None
        for number, cite in enumerate(cluster):
            place = self._place(cite, number, before, note_index)
            places.append(replace(place, first=number == 0))
            self._first_notes.setdefault(cite.key, note_index)
            before = cite
        for cite in cluster:
            self._last_notes[cite.key] = note_index
        self._previous = tuple(cluster)
        self._previous_note = note_index
        return places

    def _place(self, cite: Cite, number: int, before: Cite | None, note_index: int) -> Place:
        if cite.key not in self._first_notes:
            found = Place(position=Position.FIRST, near_note=False, first_note=0)
        else:
            last = self._last_notes.get(cite.key, note_index)
            found = Place(
                position=self._repeated(cite, number, before, note_index),
                near_note=note_index - last <= self.near_note_distance,
                first_note=self._first_notes[cite.key],
            )
        if cite.position is None and cite.near_note is None:
            return found
        return Place(
            position=found.position if cite.position is None else cite.position,
            near_note=found.near_note if cite.near_note is None else cite.near_note,
            first_note=found.first_note,
        )

    def _repeated(self, cite: Cite, number: int, before: Cite | None, note_index: int) -> Position:
        """Tell ibid from other repetitions (CSL 1.0.2, "Choose", position)."""
        if number == 0:
            keys = {previous.key for previous in self._previous}
            gap = note_index - self._previous_note if note_index else 0
            before = self._previous[-1] if len(keys) == 1 and gap <= 1 else None
        if before is None or before.key != cite.key:
            return Position.SUBSEQUENT
        here = (cite.locator, cite.label if cite.locator else "")
        there = (before.locator, before.label if before.locator else "")
        if here == there:
            return Position.IBID
        return Position.IBID_WITH_LOCATOR if cite.locator else Position.SUBSEQUENT
