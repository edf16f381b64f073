"""One change of the library, whole: locked, compared with the mirrors, stored, recorded, mirrored.

Rows go in a table at a time, inside the transaction that is open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import Final

from sqlite_utils import Database

from tipcite.model import Item
from tipcite.store import checks, mirror
from tipcite.store.checks import NOTHING_SEEN
from tipcite.store.connection import library_errors, write_transaction
from tipcite.store.history import HistoryEntry
from tipcite.store.link_state import StateRules, utc_text
from tipcite.store.mirror_text import ChecksText, item_from_text, item_text
from tipcite.store.paths import LibraryPaths
from tipcite.store.search import INDEX_VERSION
from tipcite.store.tables import (
    Record,
    detail_records,
    item_record,
    link_record,
    search_record,
)

_KEYS_SHOWN: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to stand in the library afterwards: under each key an item, or None for nothing.

    `seen` is added to what is known of links. It is fact, not opinion: no change takes it away, and none takes it back.
    Without a `summary` it is made from what really changed.
    """

    items: Mapping[str, Item | None] = field(default_factory=dict)
    seen: ChecksText = NOTHING_SEEN
    summary: str = ""
    takes_back: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What really changed, and what stood there before (rows of `changes`)."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    retrievals_added: int = 0
    states_changed: int = 0
    before: tuple[Record, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Tell whether everything stood so before."""
        return not (self.before or self.retrievals_added or self.states_changed)

    @property
    def summary(self) -> str:
        """Say it in one line."""
        said = [
            f"{verb} {len(keys)} {'item' if len(keys) == 1 else 'items'}: {_shown(keys)}"
            for verb, keys in (("added", self.added), ("changed", self.changed), ("removed", self.removed))
            if keys
        ]
        if self.retrievals_added:
            said.append(f"recorded {self.retrievals_added} retrieval{'' if self.retrievals_added == 1 else 's'}")
        elif self.states_changed:
            said.append(f"{self.states_changed} link state{'' if self.states_changed == 1 else 's'}")
        return "; ".join(said)


def _pass() -> None:
    """Take no notice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Who is told how a change goes on: `stored` at each item, `committing` before it can't be stopped any more."""

    stored: Callable[[], None] = _pass
    committing: Callable[[], None] = _pass


UNWATCHED: Final = Watch()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a change came to; no entry when every item stood so before."""

    change: Change
    effect: Effect
    entry: HistoryEntry | None


def write(
    connection: sqlite3.Connection,
    paths: LibraryPaths,
    make: Callable[[], Change],
    *,
    command: str,
    now: Callable[[], datetime],
    rules: StateRules,
    taking_over: bool = False,
    watch: Watch = UNWATCHED,
) -> Outcome:
    """Make a change under the write lock, so from what stands there then, and carry it out.

    Raises:
        LibraryBusy: another process is writing for too long.
        MirrorChanged: somebody else wrote a mirror (`taking_over` is for the change that reads it).
        LibraryError: it can't be written; nothing was changed.
    """
    with library_errors(paths.database):
        database = Database(connection, execute_plugins=False, recursive_triggers=False)
        with write_transaction(connection, abandon=lambda: mirror.discard(paths)):
            found = mirror.found_hashes(paths)
            if not taking_over:
                mirror.require_unchanged(connection, found)
            change = make()
            effect = apply(database, change, rules, watch.stored)
            entry = _record(database, change, effect, command, now)
            replacements = mirror.prepare(connection, found) if entry or taking_over or not effect.is_nothing else ()
            watch.committing()
        mirror.publish(connection, replacements)
    return Outcome(change=change, effect=effect, entry=entry)


def apply(
    database: Database, change: Change, rules: StateRules, stored: Callable[[], None] = UNWATCHED.stored
) -> Effect:
    """Store what a change names; the caller holds the write lock and writes the mirrors."""
    _index_anew_if_old(database)
    added, changed, removed, before = _apply_items(database, change.items, stored)
    kept = checks.keep(database.conn, change.seen, rules)
    return Effect(
        added=added,
        changed=changed,
        removed=removed,
        retrievals_added=kept.retrievals,
        states_changed=kept.states,
        before=tuple(before),
    )


def _apply_items(
    database: Database, wanted: Mapping[str, Item | None], stored: Callable[[], None]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], list[Record]]:
    connection = database.conn
    present: dict[str, tuple[int, str]] = {}
    for key in wanted:
        row = connection.execute("SELECT id, json FROM items WHERE key = ?", (key,)).fetchone()
        if row is not None:
            present[key] = row
    texts = {key: None if item is None else item_text(item) for key, item in wanted.items()}
    touched = [key for key, text in texts.items() if text != (present[key][1] if key in present else None)]
    old_targets = _targets(connection, touched)
    connection.executemany(
        "DELETE FROM search_index WHERE rowid = ?", [(present[key][0],) for key in touched if key in present]
    )
    connection.executemany("DELETE FROM items WHERE key = ?", [(key,) for key in touched if key in present])
    _insert_items(
        database,
        [(item, text) for key in touched if (item := wanted[key]) is not None and (text := texts[key]) is not None],
        stored,
    )
    _drop_unused_links(connection, old_targets)
    return (
        tuple(key for key in touched if key not in present),
        tuple(key for key in touched if key in present and texts[key] is not None),
        tuple(key for key in touched if texts[key] is None),
        [{"kind": "item", "key": key, "before": present[key][1] if key in present else None} for key in touched],
    )


def _insert_items(database: Database, items: Sequence[tuple[Item, str]], stored: Callable[[], None]) -> None:
    """Insert items into every table, a table at a time: batches are what makes ten thousand cheap."""
    (last,) = database.conn.execute("SELECT coalesce(max(id), 0) FROM items").fetchone()
    numbered = [(number, item, text) for number, (item, text) in enumerate(items, start=last + 1)]
    details: dict[str, list[Record]] = {}
    for _, item, _text in numbered:
        for table, records in detail_records(item).items():
            details.setdefault(table, []).extend(records)
    _insert(database, "items", (item_record(item, number, text) for number, item, text in numbered))
    for table, records in details.items():
        _insert(database, table, records)
    _insert(database, "search_index", _search_records(numbered, stored))
    targets = {str(record["target"]) for record in details.get("item_links", ())}
    new_targets = sorted(targets - _known_links(database.conn, targets))
    _insert(database, "links", (link_record(target) for target in new_targets))


def _search_records(numbered: Iterable[tuple[int, Item, str]], stored: Callable[[], None]) -> Iterator[Record]:
    """Write the rows of the index, the last table and the one that takes longest."""
    for number, item, _ in numbered:
        yield search_record(item, number)
        stored()


def _insert(database: Database, table: str, records: Iterable[Record]) -> None:
    """Insert records of one shape; sqlite-utils asks of each value whether it is JSON, which takes twice the time."""
    left = iter(records)
    first = next(left, None)
    if first is None:
        return
    columns = ", ".join(f"[{name}]" for name in first)
    marks = ", ".join("?" * len(first))
    database.conn.executemany(
        f"INSERT INTO [{table}] ({columns}) VALUES ({marks})",
        (tuple(record.values()) for record in chain((first,), left)),
    )


def _known_links(connection: sqlite3.Connection, targets: Iterable[str]) -> set[str]:
    return {
        target for target in targets if connection.execute("SELECT 1 FROM links WHERE target = ?", (target,)).fetchone()
    }


def _targets(connection: sqlite3.Connection, keys: Iterable[str]) -> set[str]:
    return {
        target
        for key in keys
        for (target,) in connection.execute("SELECT target FROM item_links WHERE item = ?", (key,))
    }


def _drop_unused_links(connection: sqlite3.Connection, targets: Iterable[str]) -> None:
    """Forget links that no item has any more, unless they were asked for: what was seen is kept."""
    connection.executemany(
        "DELETE FROM links WHERE target = ? AND json IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM item_links WHERE item_links.target = links.target)",
        [(target,) for target in targets],
    )


def _record(
    database: Database, change: Change, effect: Effect, command: str, now: Callable[[], datetime]
) -> HistoryEntry | None:
    if not effect.before and change.takes_back is None:
        return None
    entry: Record = {
        "time": utc_text(now()),
        "command": command,
        "summary": change.summary or effect.summary,
        "undone": 0,
        "takes_back": change.takes_back,
    }
    database.table("history").insert(entry)
    (number,) = database.conn.execute("SELECT max(number) FROM history").fetchone()
    _insert(database, "changes", ({"entry": number, **record} for record in effect.before))
    if change.takes_back is not None:
        database.conn.execute("UPDATE history SET undone = 1 WHERE number = ?", (change.takes_back,))
    return HistoryEntry(
        number=number,
        time=str(entry["time"]),
        command=command,
        summary=str(entry["summary"]),
        undone=False,
    )


def _index_anew_if_old(database: Database) -> None:
    connection = database.conn
    row = connection.execute("SELECT value FROM meta WHERE name = 'index_version'").fetchone()
    if row is not None and row[0] == INDEX_VERSION:
        return
    connection.execute("DELETE FROM search_index")
    found = connection.execute("SELECT id, json FROM items").fetchall()
    _insert(database, "search_index", (search_record(item_from_text(text), number) for number, text in found))
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('index_version', ?)", (INDEX_VERSION,))


def _shown(keys: Sequence[str]) -> str:
    return ", ".join(keys[:_KEYS_SHOWN]) + (", …" if len(keys) > _KEYS_SHOWN else "")
