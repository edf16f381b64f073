"""Which of some items the library has already, and what of them fills a gap there.

An item is known when it is certainly one that is there (`tipcite.match`); what is only like one is added, and named.
Cost grows with library and items, not with their product: titles and identifiers are read from the columns, and only
the few items that share one with what comes in are read whole.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from tipcite.match import Certainty, Match, are_told_apart, filled, identifiers, judge
from tipcite.match.features import Features, Place, features_of, place_of
from tipcite.match.marks import Mark, marks_of, title_marks
from tipcite.model import Item
from tipcite.store.connection import storable
from tipcite.store.mirror_text import item_from_text

_MOST: Final = 8
"""So many items of one mark are compared with what comes in; of more, those that stand in the same place."""
_COLUMNS: Final = {"doi": "DOI", "isbn": "ISBN", "pmid": "PMID", "pmcid": "PMCID"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """An item of the library and the fields that were empty there and are not any longer."""

    key: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """An item that was added although it may be one that is there, which `key` names ("" for one that came with it)."""

    item: Item
    key: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What an addition did: the new items, as they came, with their keys; the known ones, and what they filled."""

    keys: tuple[str, ...]
    fresh: tuple[Item, ...]
    known: tuple[tuple[Item, str], ...]
    filled: tuple[Filled, ...] = ()
    similar: tuple[Similar, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The items that are new, as they came (`fresh`) and as they are to be stored; `known`, each with the key there.

    `whole` are items of the library whose gaps are filled, by their keys.
    """

    fresh: tuple[Item, ...]
    stored: tuple[Item, ...]
    known: tuple[tuple[Item, str], ...]
    whole: Mapping[str, Item] = field(default_factory=dict)
    filled: tuple[Filled, ...] = ()
    similar: tuple[Similar, ...] = ()


@dataclass(slots=True)
class _Entry:
    """An item that others may be the same as: one of the library, or one that came in; read when it is needed."""

    key: str
    load: Callable[[], Item] | None = None
    place: int | None = None
    """Which of the fresh items it is, None for one of the library."""
    item: Item | None = None
    features: Features | None = None
    fields: list[str] = field(default_factory=list)

    def compared(self) -> Features:
        """Return what it is compared by."""
        if self.features is None:
            self.features = features_of(self.whole())
        return self.features

    def whole(self) -> Item:
        """Return the item."""
        if self.item is None:
            assert self.load is not None
            self.item = self.load()
        return self.item

    def fill(self, other: Item) -> None:
        """Take over what is empty."""
        self.item, said = filled(self.whole(), other)
        self.fields += said
        self.features = None if said else self.features


@dataclass(slots=True)
class _Index:
    """The items that others may be the same as, by their marks."""

    entries: dict[Mark, list[_Entry]] = field(default_factory=dict)
    places: dict[Mark, dict[Place, list[_Entry]]] = field(default_factory=dict)
    """Of a mark that many share: where each stands."""
    placed: dict[Mark, int] = field(default_factory=dict)

    def put(self, entry: _Entry, marks: Iterable[Mark]) -> None:
        """Add an item under its marks."""
        for mark in marks:
            self.entries.setdefault(mark, []).append(entry)

    def sharing(self, marks: Iterable[Mark], own: Callable[[], Features]) -> Iterator[_Entry]:
        """Yield the items with which one is compared, each once."""
        seen: set[int] = set()
        for mark in marks:
            found = self.entries.get(mark)
            if found is None:
                continue
            if len(found) > _MOST:
                found = self._there(mark, found).get(place_of(own()), [])[:_MOST]
            for entry in found:
                if id(entry) not in seen:
                    seen.add(id(entry))
                    yield entry

    def _there(self, mark: Mark, found: Sequence[_Entry]) -> dict[Place, list[_Entry]]:
        places = self.places.setdefault(mark, {})
        for entry in found[self.placed.get(mark, 0) :]:
            places.setdefault(place_of(entry.compared()), []).append(entry)
        self.placed[mark] = len(found)
        return places


def split_known(connection: sqlite3.Connection, items: Sequence[Item]) -> Split:
    """Tell new items from known ones; two that are the same among `items` count as one, and fill each other's gaps."""
    if not items:
        return Split(fresh=(), stored=(), known=())
    index = _index(connection, items)
    fresh: list[tuple[Item, _Entry]] = []
    known: list[tuple[Item, _Entry]] = []
    similar: list[tuple[Item, _Entry, Match]] = []
    for item in items:
        new = _Entry(key=item.key, place=len(fresh), item=item)
        marks = marks_of(item)
        entry, match = _best(new, item, index.sharing(marks.to_find, new.compared))
        if entry is not None and match is not None and match.certainty is Certainty.CERTAIN:
            entry.fill(item)
            known.append((item, entry))
            continue
        fresh.append((item, new))
        if entry is not None and match is not None:
            similar.append((item, entry, match))
        index.put(new, marks.to_keep)
    there = {id(entry): entry for _, entry in known if entry.place is None and entry.fields}
    return Split(
        fresh=tuple(item for item, _ in fresh),
        stored=tuple(entry.item or item for item, entry in fresh),
        known=tuple((item, entry.key) for item, entry in known),
        whole={entry.key: entry.item for entry in there.values() if entry.item is not None},
        filled=tuple(Filled(key=one.key, fields=tuple(dict.fromkeys(one.fields))) for one in there.values()),
        similar=tuple(Similar(item=item, key=entry.key, reason=match.reason) for item, entry, match in similar),
    )


def added(split: Split, keys: tuple[str, ...]) -> Added:
    """Say what was, or would be, done with a split; `keys` are those of the new items."""
    return Added(keys=keys, fresh=split.fresh, known=split.known, filled=split.filled, similar=split.similar)


def _best(new: _Entry, item: Item, entries: Iterable[_Entry]) -> tuple[_Entry | None, Match | None]:
    """Return what an item is surest the same as."""
    best: tuple[_Entry | None, Match | None] = (None, None)
    for entry in entries:
        other = entry.compared()
        match = None if item.key and are_told_apart(item, other.item) else judge(other, new.compared())
        if match is not None and (best[1] is None or match.score > best[1].score):
            best = (entry, match)
    return best


def _index(connection: sqlite3.Connection, items: Sequence[Item]) -> _Index:
    """Make the marks of the library's items from their columns; only those without title are read whole."""
    entries: dict[str, _Entry] = {}
    index = _Index()

    def put(key: str, marks: Iterable[Mark]) -> None:
        entry = entries.get(key)
        if entry is None:
            entry = entries[key] = _Entry(key=key, load=partial(_load, connection, key))
        index.put(entry, marks)

    for key, kind, value in connection.execute("SELECT item, kind, value FROM identifiers"):
        if kind in _COLUMNS:
            put(key, identifiers({_COLUMNS[kind]: value}))
    for key, target in connection.execute("SELECT item, target FROM item_links"):
        put(key, identifiers({"DOI" if target.startswith("10.") else "URL": target}))
    for key, title, year in connection.execute(*_titles(items)):
        put(key, title_marks(title, year))
    # Titles in other languages are forms of a field; their items are few.
    for key, text, year in connection.execute(
        "SELECT items.key, variants.text, items.year FROM variants JOIN items ON items.key = variants.item"
        " WHERE variants.field = 'title'"
    ):
        put(key, title_marks(text, year))
    for key, text in connection.execute("SELECT key, json FROM items WHERE title = ''"):
        put(key, marks_of(item_from_text(text)).to_keep)
    return index


def _titles(items: Sequence[Item]) -> tuple[str, tuple[int, ...]]:
    """Select the titles of the years that come in: works of other years are other works, whatever they are called."""
    years = {item.year for item in items}
    if None in years or len(years) > 10:
        return "SELECT key, title, year FROM items WHERE title <> ''", ()
    wanted = tuple(sorted({year + apart for year in years if year is not None for apart in (-1, 0, 1)}))
    marks = ", ".join("?" * len(wanted))
    return f"SELECT key, title, year FROM items WHERE title <> '' AND (year IS NULL OR year IN ({marks}))", wanted


def _load(connection: sqlite3.Connection, key: str) -> Item:
    (text,) = connection.execute("SELECT json FROM items WHERE key = ?", (storable(key),)).fetchone()
    return item_from_text(text)
