"""What changed the library, and what stood there before."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from tipcite.errors import NothingToUndo

_COLUMNS: Final = "number, time, command, summary, undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One change of the library; `time` in UTC (ISO 8601, seconds, `Z`), `undone` when it was taken back."""

    number: int
    time: str
    command: str
    summary: str
    undone: bool


def entries(connection: sqlite3.Connection, limit: int | None) -> tuple[HistoryEntry, ...]:
    """Return the newest entries, the newest first."""
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM history ORDER BY number DESC LIMIT ?", (-1 if limit is None else limit,)
    )
    return tuple(_entry(*row) for row in found)


def entry(connection: sqlite3.Connection, number: int) -> HistoryEntry:
    """Return the entry with a number that is there."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM history WHERE number = ?", (number,))
    return _entry(*found.fetchone())


def newest_to_undo(connection: sqlite3.Connection) -> HistoryEntry:
    """Return the newest entry that stands; taking something back is not itself taken back.

    Raises:
        NothingToUndo: there is none.
    """
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM history WHERE NOT undone AND takes_back IS NULL"
        # Version 0.1 had entries of checks alone; what was seen is no longer taken back.
        " AND EXISTS (SELECT 1 FROM changes WHERE entry = number AND kind = 'item') ORDER BY number DESC LIMIT 1"
    ).fetchone()
    if row is None:
        raise NothingToUndo("there is nothing to take back: 'tipcite log' shows every change of this library")
    return _entry(*row)


def _entry(number: int, time: str, command: str, summary: str, undone: int) -> HistoryEntry:
    return HistoryEntry(number=number, time=time, command=command, summary=summary, undone=bool(undone))
