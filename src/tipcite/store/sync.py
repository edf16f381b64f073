"""A mirror that somebody else changed, taken over as one change of the library."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tipcite.errors import LibraryError
from tipcite.store import checks, listing, mirror
from tipcite.store.building import read_checks, read_references
from tipcite.store.connection import library_errors, write_transaction
from tipcite.store.history import HistoryEntry
from tipcite.store.link_state import StateRules
from tipcite.store.mirror import MirrorState
from tipcite.store.mirror_text import ChecksText
from tipcite.store.paths import LibraryPaths
from tipcite.store.writing import Change, write


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncResult:
    """What a sync took over: the keys of items, the number of retrievals, and the entry if there is one."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    retrievals_added: int = 0
    entry: HistoryEntry | None = None
    summary: str = "the mirrors are as they were last written; nothing to take over"


def sync(
    connection: sqlite3.Connection, paths: LibraryPaths, now: Callable[[], datetime], rules: StateRules
) -> SyncResult:
    """Take over the mirrors that were changed, and write those that are missing or late.

    The mirror of the items is what the library is to be; that of the checks is added to what is known.

    Raises:
        LibraryError: a mirror can't be understood, or that of the items and the database hold changes the other lacks.
    """
    taken: list[str] = []
    written: list[str] = []

    def make() -> Change:
        change = Change()
        for file, found in mirror.found_hashes(paths).items():
            state = mirror.state_of(connection, file, found)
            if state is MirrorState.CHANGED:
                taken.append(str(file.path))
                if file.name == "references":
                    _refuse_two_changes(connection, file)
                    change = _with_items(connection, change, file)
                else:
                    change = replace(change, seen=read_checks(file.path))
            elif state is not MirrorState.CURRENT:
                written.append(str(file.path))
        return change

    outcome = write(connection, paths, make, command="sync", now=now, rules=rules, taking_over=True)
    effect = outcome.effect
    result = SyncResult(
        added=effect.added,
        changed=effect.changed,
        removed=effect.removed,
        retrievals_added=effect.retrievals_added,
        entry=outcome.entry,
    )
    said = [f"took over {' and '.join(taken)}: {effect.summary or 'nothing in it is new'}"] if taken else []
    said += [f"wrote {' and '.join(written)} anew"] if written else []
    return replace(result, summary="; ".join(said)) if said else result


def write_checks(
    connection: sqlite3.Connection, paths: LibraryPaths, rules: StateRules, others: Sequence[ChecksText] = ()
) -> int:
    """Bring database and mirror of checks to the same: both, and what `others` say; return how many retrievals are new.

    What is old is thinned. The mirror may have been changed by anybody: what it says is added, nothing is lost.

    Raises:
        LibraryBusy: another process is writing for too long.
        LibraryError: the mirror can't be understood or written; the database stays as it was.
    """
    file = mirror.mirrors(paths)[1]
    added = 0
    with library_errors(paths.database):
        with write_transaction(connection, abandon=lambda: mirror.discard(paths)):
            found = mirror.found_hash(file)
            if mirror.state_of(connection, file, found) is MirrorState.CHANGED:
                others = (*others, read_checks(paths.checks))
            for seen in others:
                added += checks.keep(connection, seen, rules).retrievals
            checks.thin(connection, rules)
            replacements = mirror.prepare(connection, {file: found})
        mirror.publish(connection, replacements)
    return added


def _with_items(connection: sqlite3.Connection, change: Change, file: mirror.Mirror) -> Change:
    """Add what the mirror of the items says; keys that it lacks are removed."""
    wanted = read_references(file.path)
    return replace(change, items={**dict.fromkeys(listing.keys(connection)), **wanted})


def _refuse_two_changes(connection: sqlite3.Connection, file: mirror.Mirror) -> None:
    if mirror.is_late(connection, file):
        raise LibraryError(
            f"{file.path} was changed by another program, and the library holds a change that never reached it;"
            " keep a copy of the file, delete it, run 'tipcite sync', and compare the two"
        )
