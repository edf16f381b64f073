"""The connection to the database: opened, locked for writing, its errors in tipcite's words.

The journal is SQLite's default (DELETE): write-ahead logging needs a shared memory file, so it fails in read-only
folders and on network drives (sqlite.org/wal.html, 1), and leaves two more files in refs/.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tipcite.errors import LibraryBusy, LibraryError

BUSY_SECONDS: Final = 10.0

_HALF: Final = re.compile("[\ud800-\udfff]")

_MESSAGES: Final = {
    sqlite3.SQLITE_READONLY: "can't be written: the file or its folder is read-only",
    sqlite3.SQLITE_PERM: "can't be opened: permission denied",
    sqlite3.SQLITE_AUTH: "can't be opened: permission denied",
    sqlite3.SQLITE_CANTOPEN: "can't be opened or its folder can't be written; check both and their permissions",
    sqlite3.SQLITE_FULL: "can't be written: the disk is full; nothing was changed",
    sqlite3.SQLITE_IOERR: "can't be read or written (disk full, or a fault of the disk?); nothing was changed",
    sqlite3.SQLITE_CORRUPT: "is damaged; move it away, and it is rebuilt from the mirrors",
    sqlite3.SQLITE_NOTADB: "is no SQLite database; move it away, and it is rebuilt from the mirrors",
}


def connect(database: Path, *, read_only: bool = False, create: bool = False) -> sqlite3.Connection:
    """Open a database; without `create` it must exist."""
    mode = "ro" if read_only else "rwc" if create else "rw"
    uri = f"{database.absolute().as_uri()}?mode={mode}"
    with library_errors(database):
        # No implicit transactions: each begins and ends where it is written.
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


@contextmanager
def library_errors(database: Path) -> Iterator[None]:
    """Turn SQLite's errors into one line that names the file.

    Raises:
        LibraryBusy: another process held the lock for too long.
        LibraryError: whatever else SQLite reports.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _library_error(error, database) from error


@contextmanager
def write_transaction(connection: sqlite3.Connection, *, abandon: Callable[[], None] | None = None) -> Iterator[None]:
    """Hold the write lock from the first statement; commit at the end, or change nothing at all.

    `abandon` is called before a rollback lets go of the lock.
    """
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if abandon is not None:
            abandon()
        # Some errors (a full disk) have ended the transaction already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def storable(text: str) -> str:
    """Replace half surrogate pairs, which arguments and JSON can hold, and UTF-8 and so SQLite can't."""
    return _HALF.sub("?", text) if not text.isascii() and _HALF.search(text) else text


def _library_error(error: sqlite3.Error, database: Path) -> LibraryError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryBusy(f"{database}: another process is writing to the library; try again when it is done")
    if database.is_dir():
        return LibraryError(f"{database} is a folder; name a file for the library")
    return LibraryError(f"{database} {_MESSAGES.get(code, f'could not be used: {error}')}")
