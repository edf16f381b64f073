"""A check that was begun and not ended: so that the next one goes on where it was interrupted."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass
from typing import Final

from tipcite.store.connection import write_transaction

_NAME: Final = "check.unfinished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A check that is under way, or was interrupted: when it began (UTC), and a name of what it was about."""

    began: str
    about: str


def begin(connection: sqlite3.Connection, check: Unfinished) -> None:
    """Note that a check begins, committed when this returns."""
    with write_transaction(connection):
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_NAME, json.dumps(asdict(check))))


def end(connection: sqlite3.Connection) -> None:
    """Note that the check has ended."""
    with write_transaction(connection):
        connection.execute("DELETE FROM meta WHERE name = ?", (_NAME,))


def find(connection: sqlite3.Connection) -> Unfinished | None:
    """Return the check that was not ended, None when there is none, or a later version noted it otherwise."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (_NAME,)).fetchone()
    try:
        value = json.loads(row[0]) if row else None
        return Unfinished(began=str(value["began"]), about=str(value["about"])) if value else None
    except (ValueError, KeyError, TypeError):
        return None
