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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Previous:
    """The citation before: its cites, its note, and the works cited in all of that note."""

    cites: tuple[Cite, ...]
    note: int
    in_note: frozenset[str]


@dataclass(slots=True)
class Tracker:
    """Follows the clusters of a document in their order."""

    near_note_distance: int
    _first_notes: dict[str, int] = field(default_factory=dict)
    _last_notes: dict[str, int] = field(default_factory=dict)
    _previous: dict[bool, _Previous] = field(default_factory=dict)
    """The last citation in a note (True), and the last in the text: each kind follows its own."""

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
        before_this = self._previous.get(note_index > 0)
        in_note = {cite.key for cite in cluster}
        if before_this is not None and note_index and before_this.note == note_index:
            in_note |= before_this.in_note
        self._previous[note_index > 0] = _Previous(cites=tuple(cluster), note=note_index, in_note=frozenset(in_note))
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
            before = self._last_alone(note_index)
        if before is None or before.key != cite.key:
            return Position.SUBSEQUENT
        here = (cite.locator, cite.label if cite.locator else "")
        there = (before.locator, before.label if before.locator else "")
        if here == there:
            return Position.IBID
        return Position.IBID_WITH_LOCATOR if cite.locator else Position.SUBSEQUENT

    def _last_alone(self, note_index: int) -> Cite | None:
        """Return the last cite before, when "ibid" can mean it only: nothing else stands in that note."""
        previous = self._previous.get(note_index > 0)
        if previous is None or not previous.cites:
            return None
        same_note = note_index == previous.note
        keys = {cite.key for cite in previous.cites} if same_note else previous.in_note
        return previous.cites[-1] if len(keys) == 1 and note_index - previous.note <= 1 else None
