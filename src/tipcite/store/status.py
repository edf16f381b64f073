"""How a library stands."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from tipcite.store import mirror
from tipcite.store.listing import count
from tipcite.store.migrations import SCHEMA_VERSION
from tipcite.store.mirror import MirrorState
from tipcite.store.paths import LibraryPaths


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryStatus:
    """How a library stands: what is in it, where it is, and whether its mirrors are as they were written."""

    database: Path
    schema: int
    items: int
    links: int
    retrievals: int
    changes: int
    references: MirrorState
    checks: MirrorState


def status(connection: sqlite3.Connection, paths: LibraryPaths) -> LibraryStatus:
    """Count what is in a library, and compare its mirrors with what was last written.

    Raises:
        LibraryError: a mirror can't be read.
    """
    found = mirror.found_hashes(paths)
    references, checks = (mirror.state_of(connection, file, hash_) for file, hash_ in found.items())
    return LibraryStatus(
        database=paths.database,
        schema=SCHEMA_VERSION,
        items=count(connection, "items"),
        links=count(connection, "links"),
        retrievals=count(connection, "retrievals"),
        changes=count(connection, "history"),
        references=references,
        checks=checks,
    )
