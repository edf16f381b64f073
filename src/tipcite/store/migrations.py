"""The schema of the database, made in numbered steps from nothing.

`PRAGMA user_version` holds the number of the last step that was done, `PRAGMA application_id` says that the
file is ours. A step that was released is never changed; a change of the schema is a new step. Everything but
`history`, `changes` and `meta` is derived from the items' and retrievals' own texts (column `json`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Final, TypeAlias

from tipcite import __version__
from tipcite.errors import LibraryError, NewerLibrary

APPLICATION_ID: Final = 0x54495043
"""`TIPC`, at byte 68 of the file (SQLite file format, 1.3.16)."""

_FIRST: Final = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # The columns of a list stand before the long text: reading them does not touch its overflow pages.
    """CREATE TABLE items (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL,
        year INTEGER,
        creators TEXT NOT NULL,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        json TEXT NOT NULL
    )""",
    """CREATE TABLE creators (
        item TEXT NOT NULL REFERENCES items(key) ON DELETE CASCADE,
        role TEXT NOT NULL,
        position INTEGER NOT NULL,
        family TEXT NOT NULL,
        given TEXT NOT NULL,
        literal TEXT NOT NULL,
        full TEXT NOT NULL,
        PRIMARY KEY (item, role, position)
    ) WITHOUT ROWID""",
    """CREATE TABLE identifiers (
        item TEXT NOT NULL REFERENCES items(key) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (item, kind)
    ) WITHOUT ROWID""",
    "CREATE INDEX identifiers_value ON identifiers (kind, value)",
    """CREATE TABLE tags (
        item TEXT NOT NULL REFERENCES items(key) ON DELETE CASCADE,
        tag TEXT NOT NULL,
        PRIMARY KEY (item, tag)
    ) WITHOUT ROWID""",
    "CREATE INDEX tags_tag ON tags (tag)",
    """CREATE TABLE notes (
        item TEXT NOT NULL REFERENCES items(key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (item, position)
    ) WITHOUT ROWID""",
    """CREATE TABLE variants (
        item TEXT NOT NULL REFERENCES items(key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        field TEXT NOT NULL,
        kind TEXT NOT NULL,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        confirmed INTEGER NOT NULL,
        source TEXT NOT NULL,
        PRIMARY KEY (item, position)
    ) WITHOUT ROWID""",
    # A link that was never asked for has no verdict.
    """CREATE TABLE links (
        target TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        verdict TEXT,
        time TEXT,
        since TEXT,
        last_ok TEXT,
        failures INTEGER,
        json TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE item_links (
        item TEXT NOT NULL REFERENCES items(key) ON DELETE CASCADE,
        field TEXT NOT NULL,
        target TEXT NOT NULL,
        PRIMARY KEY (item, field)
    ) WITHOUT ROWID""",
    "CREATE INDEX item_links_target ON item_links (target)",
    """CREATE TABLE retrievals (
        id INTEGER PRIMARY KEY,
        target TEXT NOT NULL,
        time TEXT NOT NULL,
        verdict TEXT NOT NULL,
        why TEXT NOT NULL,
        status INTEGER,
        final_url TEXT NOT NULL,
        content_type TEXT NOT NULL,
        title TEXT NOT NULL,
        size INTEGER,
        sha256 TEXT NOT NULL,
        json TEXT NOT NULL UNIQUE
    )""",
    "CREATE INDEX retrievals_target ON retrievals (target, time)",
    """CREATE TABLE history (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        time TEXT NOT NULL,
        command TEXT NOT NULL,
        summary TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0,
        takes_back INTEGER REFERENCES history(number)
    )""",
    # `before` is the text that stood under the key until this entry, NULL when there was none.
    """CREATE TABLE changes (
        id INTEGER PRIMARY KEY,
        entry INTEGER NOT NULL REFERENCES history(number),
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        before TEXT
    )""",
    "CREATE INDEX changes_entry ON changes (entry)",
    # `han` holds pairs of neighbouring Han characters (module search says why); its rowid is the item's id.
    """CREATE VIRTUAL TABLE search_index USING fts5(
        title, names, text, han, tokenize = 'unicode61 remove_diacritics 2'
    )""",
)


def _sum_up_anew(connection: sqlite3.Connection) -> None:
    """Make every link's sum from its retrievals: until here it held how many failures there were, not which."""
    from tipcite.store import checks, reading
    from tipcite.store.link_state import RULES
    from tipcite.store.mirror_text import ChecksText

    seen = reading.retrievals(connection, None)
    checks.keep(connection, ChecksText(retrievals=seen, states=()), RULES)


Step: TypeAlias = tuple[str | Callable[[sqlite3.Connection], None], ...]
MIGRATIONS: Final[tuple[Step, ...]] = (_FIRST, (_sum_up_anew,))
SCHEMA_VERSION: Final = len(MIGRATIONS)


def schema_version(connection: sqlite3.Connection, file: str) -> int:
    """Return the schema's number, 0 for an empty database.

    Raises:
        NewerLibrary: a later version of tipcite made it.
        LibraryError: it is some other program's database.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables or version:
            raise LibraryError(f"{file} is another program's SQLite database; name another file for the library")
        return 0
    if version > SCHEMA_VERSION:
        raise NewerLibrary(
            f"{file} has schema {version}, made by tipcite {_written_by(connection)}; this is tipcite {__version__},"
            f" which knows up to {SCHEMA_VERSION}: upgrade tipcite"
        )
    return int(version)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Do the steps after `version`; the caller holds the write lock, in one transaction with what follows."""
    for step in MIGRATIONS[version:]:
        for statement in step:
            if callable(statement):
                statement(connection)
            else:
                connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('written_by', ?)", (__version__,))


def _written_by(connection: sqlite3.Connection) -> str:
    try:
        row = connection.execute("SELECT value FROM meta WHERE name = 'written_by'").fetchone()
    except sqlite3.OperationalError:
        # A later schema may keep it elsewhere.
        row = None
    return str(row[0]) if row else "of a later version"
