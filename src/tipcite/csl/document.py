"""A document whose citations come, change and go, as in a word processor; each change says what else it changed.

Only what is cited counts: numbers, year suffixes and disambiguation follow the works that the document cites
at that moment, in the order in which it cites them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tipcite.csl.inline import Inline
from tipcite.csl.position import Cite
from tipcite.csl.processor import CitedCluster, Entry, Processor
from tipcite.errors import UnknownKey
from tipcite.model import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one edit did: the citation that it made or changed, and which others read differently now."""

    citation: CitedCluster | None
    """None after a citation was removed."""
    changed: tuple[int, ...]
    """The places, as they are now, of all other citations whose text is new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A citation as the writer put it: its cites, its note (0 in the text)."""

    cluster: tuple[Cite, ...]
    note_index: int


class Document:
    """The citations of one document, in their order."""

    def __init__(self, processor: Processor, items: Iterable[Item]) -> None:
        self._items = {item.key: item for item in items}
        self._placed: list[_Placed] = []
        self._citations: list[CitedCluster] = []
        self._processor = processor.with_items(())
        self._cited: tuple[str, ...] = ()

    @property
    def citations(self) -> tuple[CitedCluster, ...]:
        """All citations as they read now."""
        return tuple(self._citations)

    def insert(
        self, cluster: Sequence[Cite], *, note_index: int = 0, at: int | None = None, new_note: bool = True
    ) -> Change:
        """Put a citation at a place, the end by default.

        A new note moves what stands in notes from `note_index` on one note further; without `new_note` the
        citation joins a note that is there.

        Raises:
            UnknownKey: a cite names an item that was not given.
        """
        self._check(cluster)
        place = len(self._placed) if at is None else at
        by = 1 if new_note else 0
        moved = [self._moved(placed, note_index, by=by) for placed in self._placed[place:]]
        new = _Placed(cluster=tuple(cluster), note_index=note_index)
        before = [*self._texts(0, place), None, *self._texts(place)]
        self._placed[place:] = [new, *moved]
        return self._render(before, place)

    def edit(self, place: int, cluster: Sequence[Cite]) -> Change:
        """Change the cites of the citation at a place.

        Raises:
            UnknownKey: a cite names an item that was not given.
        """
        self._check(cluster)
        before: list[tuple[Inline, ...] | None] = [*self._texts(0)]
        before[place] = None
        self._placed[place] = _Placed(cluster=tuple(cluster), note_index=self._placed[place].note_index)
        return self._render(before, place)

    def remove(self, place: int) -> Change:
        """Take the citation at a place out; citations in later notes move one note back."""
        gone = self._placed[place]
        alone = all(other.note_index != gone.note_index for other in self._placed if other is not gone)
        by = -1 if alone else 0
        after = [self._moved(placed, gone.note_index, by=by) for placed in self._placed[place + 1 :]]
        before = [*self._texts(0, place), *self._texts(place + 1)]
        self._placed[place:] = after
        return self._render(before, None)

    def bibliography(self) -> tuple[Entry, ...]:
        """Render the bibliography of what is cited."""
        return self._processor.bibliography()

    def _check(self, cluster: Sequence[Cite]) -> None:
        for cite in cluster:
            if cite.key not in self._items:
                raise UnknownKey(f"no item has the key {cite.key!r}; give the document every item that it cites")

    @staticmethod
    def _moved(placed: _Placed, note_index: int, *, by: int) -> _Placed:
        if not note_index or placed.note_index < note_index:
            return placed
        return _Placed(cluster=placed.cluster, note_index=placed.note_index + by)

    def _texts(self, start: int, stop: int | None = None) -> list[tuple[Inline, ...] | None]:
        return [citation.inline for citation in self._citations[start:stop]]

    def _render(self, before: Sequence[tuple[Inline, ...] | None], place: int | None) -> Change:
        """Render all citations again; that takes as long as they are many, and the style is compiled already."""
        cited = tuple(dict.fromkeys(cite.key for placed in self._placed for cite in placed.cluster))
        if cited != self._cited:
            self._processor = self._processor.with_items(self._items[key] for key in cited)
            self._cited = cited
        else:
            self._processor.forget()
        self._citations = [
            self._processor.cite(placed.cluster, note_index=placed.note_index) for placed in self._placed
        ]
        changed = tuple(
            number
            for number, (old, citation) in enumerate(zip(before, self._citations, strict=True))
            if number != place and old != citation.inline
        )
        return Change(citation=None if place is None else self._citations[place], changed=changed)
