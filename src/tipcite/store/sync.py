"""A mirror that somebody else changed, taken over as one change of the library."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from tipcite.errors import LibraryError
from tipcite.store import listing, mirror, reading
from tipcite.store.building import read_checks, read_references
from tipcite.store.history import HistoryEntry
from tipcite.store.mirror import MirrorState
from tipcite.store.paths import LibraryPaths
from tipcite.store.writing import Change, retrievals_by_text, write


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncResult:
    """What a sync took over: the keys of items, the numbers of retrievals, and the entry if there is one."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    retrievals_added: int = 0
    retrievals_removed: int = 0
    entry: HistoryEntry | None = None
    summary: str = "the mirrors are as they were last written; nothing to take over"


def sync(connection: sqlite3.Connection, paths: LibraryPaths, now: Callable[[], datetime]) -> SyncResult:
    """Take over the mirrors that were changed, and write those that are missing or late.

    Raises:
        LibraryError: a mirror can't be understood, or both it and the database hold changes the other lacks.
    """
    taken: list[str] = []
    written: list[str] = []

    def make() -> Change:
        change = Change()
        for file, found in mirror.found_hashes(paths).items():
            state = mirror.state_of(connection, file, found)
            if state is MirrorState.CHANGED:
                _refuse_two_changes(connection, file)
                taken.append(str(file.path))
                change = (
                    _with_items(connection, change, file)
                    if file.name == "references"
                    else _with_checks(connection, change, file)
                )
            elif state is not MirrorState.CURRENT:
                written.append(str(file.path))
        return change

    outcome = write(connection, paths, make, command="sync", now=now, taking_over=True)
    effect = outcome.effect
    result = SyncResult(
        added=effect.added,
        changed=effect.changed,
        removed=effect.removed,
        retrievals_added=effect.retrievals_added,
        retrievals_removed=effect.retrievals_removed,
        entry=outcome.entry,
    )
    said = (
        [f"took over {' and '.join(taken)}: {effect.summary if outcome.entry else 'no item differs'}"] if taken else []
    )
    said += [f"wrote {' and '.join(written)} anew"] if written else []
    return replace(result, summary="; ".join(said)) if said else result


def _with_items(connection: sqlite3.Connection, change: Change, file: mirror.Mirror) -> Change:
    """Add what the mirror of the items says; keys that it lacks are removed."""
    wanted = read_references(file.path)
    return replace(change, items={**dict.fromkeys(listing.keys(connection)), **wanted})


def _with_checks(connection: sqlite3.Connection, change: Change, file: mirror.Mirror) -> Change:
    """Add what the mirror of the checks says; retrievals and states that it lacks are dropped."""
    wanted = read_checks(file.path)
    present = retrievals_by_text(reading.retrievals(connection, None))
    states = (state.target for state in reading.link_states(connection))
    return replace(
        change,
        retrievals={**dict.fromkeys(present), **retrievals_by_text(wanted.retrievals)},
        states={**dict.fromkeys(states), **{state.target: state for state in wanted.states}},
    )


def _refuse_two_changes(connection: sqlite3.Connection, file: mirror.Mirror) -> None:
    if mirror.is_late(connection, file):
        raise LibraryError(
            f"{file.path} was changed by another program, and the library holds a change that never reached it;"
            " keep a copy of the file, delete it, run 'tipcite sync', and compare the two"
        )
