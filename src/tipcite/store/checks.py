"""What was seen of links: kept, summed up, thinned when it is old.

It is added to and joined, never replaced: a batch of a running check, the mirror that `git pull` brought and the shard
of another runner are all the same to it. `add` of what is there already changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from tipcite.model import Retrieval
from tipcite.store import mirror
from tipcite.store.connection import library_errors, storable, write_transaction
from tipcite.store.link_state import LinkState, StateRules, joined, summed
from tipcite.store.mirror_text import ChecksText, retrieval_from_text, retrieval_text, state_from_text, state_text
from tipcite.store.paths import LibraryPaths
from tipcite.store.tables import link_kind

NOTHING_SEEN: Final = ChecksText(retrievals=(), states=())

_ADD_RETRIEVAL: Final = """INSERT OR IGNORE INTO retrievals
    (target, time, verdict, why, status, final_url, content_type, title, size, sha256, json)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_PUT_STATE: Final = """INSERT INTO links (target, kind, verdict, time, since, last_ok, failures, json)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (target) DO UPDATE SET verdict = excluded.verdict,
    time = excluded.time, since = excluded.since, last_ok = excluded.last_ok, failures = excluded.failures,
    json = excluded.json"""
_LARGEST: Final = 2**63
"""SQLite's integers end here; a size beyond it stands in the line only."""


class Kept(NamedTuple):
    """How many retrievals were new, and how many states are not what they were."""

    retrievals: int
    states: int


def keep(connection: sqlite3.Connection, seen: ChecksText, rules: StateRules) -> Kept:
    """Add what was seen to what is known; the caller holds the write lock and writes the mirror."""
    if not seen.retrievals and not seen.states:
        return Kept(0, 0)
    texts = {retrieval_text(retrieval): retrieval for retrieval in seen.retrievals}
    before = connection.total_changes
    connection.executemany(_ADD_RETRIEVAL, (_row(retrieval, text) for text, retrieval in texts.items()))
    added = connection.total_changes - before
    touched = {one.target for one in seen.retrievals} | {state.target for state in seen.states}
    known = {target: text for target in touched if (text := _state_text(connection, target))}
    sums = joined((*map(state_from_text, known.values()), *seen.states), rules)
    sums |= summed(seen.retrievals, sums, rules)
    changed = [(state, text) for target, state in sums.items() if (text := state_text(state)) != known.get(target)]
    connection.executemany(_PUT_STATE, (_state_row(state, text) for state, text in changed))
    return Kept(added, len(changed))


def keep_batch(
    connection: sqlite3.Connection, paths: LibraryPaths, retrievals: Iterable[Retrieval], rules: StateRules
) -> None:
    """Commit a batch of a running check; the mirror is late until `mirror.write_checks`, or the next opening.

    Raises:
        LibraryBusy: another process is writing for too long.
        LibraryError: it can't be written; nothing was changed.
    """
    with library_errors(paths.database), write_transaction(connection):
        keep(connection, ChecksText(retrievals=tuple(retrievals), states=()), rules)
        mirror.make_late(connection, paths)


def thin(connection: sqlite3.Connection, rules: StateRules) -> int:
    """Drop what `superfluous` names, and return how many those were; the caller holds the write lock."""
    months = rules.keep_months
    oldest, newest = connection.execute("SELECT min(time), max(time) FROM retrievals").fetchone()
    if oldest is None or months_between(oldest, newest) <= months:
        return 0
    found = connection.execute("SELECT target, json FROM retrievals ORDER BY target")
    by_target: dict[str, list[Retrieval]] = {}
    for target, text in found:
        by_target.setdefault(target, []).append(retrieval_from_text(text))
    gone = [(retrieval_text(one),) for several in by_target.values() for one in superfluous(several, months)]
    connection.executemany("DELETE FROM retrievals WHERE json = ?", gone)
    return len(gone)


def superfluous(retrievals: Iterable[Retrieval], months: int) -> tuple[Retrieval, ...]:
    """Name those retrievals of one link that need not be kept: of old months all but the last of each verdict.

    Old is what lies more than so many calendar months before the link's newest retrieval. The link's state has them in
    its sum already, so that it stays; a history that was thinned twice, or joined with one that was, ends as the same.
    """
    several = sorted(retrievals, key=lambda one: (one.time, retrieval_text(one)))
    old = [one for one in several if months_between(one.time, several[-1].time) > months]
    last = {(one.time[:7], one.verdict): one for one in old}
    kept = set(map(id, last.values()))
    return tuple(one for one in old if id(one) not in kept)


def months_between(earlier: str, later: str) -> int:
    """Return how many calendar months lie from one time to another."""
    return (int(later[:4]) - int(earlier[:4])) * 12 + int(later[5:7]) - int(earlier[5:7])


def _state_text(connection: sqlite3.Connection, target: str) -> str | None:
    row = connection.execute("SELECT json FROM links WHERE target = ?", (storable(target),)).fetchone()
    return row[0] if row else None


def _row(one: Retrieval, text: str) -> tuple[str | int | None, ...]:
    return (
        storable(one.target), one.time, str(one.verdict), str(one.why), one.status, storable(one.final_url),
        storable(one.content_type), storable(one.title),
        one.size if one.size is None or abs(one.size) < _LARGEST else None, storable(one.sha256), text,
    )  # fmt: skip


def _state_row(state: LinkState, text: str) -> tuple[str | int, ...]:
    return (
        storable(state.target), link_kind(state.target), str(state.verdict), state.time, state.since, state.last_ok,
        len(state.failures), text,
    )  # fmt: skip
