"""A database made from nothing, or from the mirrors when it is missing."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from tipcite.errors import LibraryError
from tipcite.model import Item
from tipcite.store import mirror
from tipcite.store.connection import library_errors, write_transaction
from tipcite.store.link_state import StateRules
from tipcite.store.migrations import migrate, schema_version
from tipcite.store.mirror_text import ChecksText, parse_checks, parse_references
from tipcite.store.paths import LibraryPaths
from tipcite.store.writing import Change, apply


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the mirrors hold, and the hashes of the files that were read."""

    change: Change
    found: mirror.FoundHashes


def read_mirrors(paths: LibraryPaths) -> Content:
    """Read both mirrors; a missing one is empty.

    Raises:
        LibraryError: a mirror can't be read or understood.
    """
    # Hashed before it is read: a mirror that changes in between is seen to have changed.
    found = mirror.found_hashes(paths)
    change = Change(items=dict(read_references(paths.references)), seen=read_checks(paths.checks))
    return Content(change=change, found=found)


def build(
    connection: sqlite3.Connection, paths: LibraryPaths, content: Content, rules: StateRules, *, write_mirrors: bool
) -> None:
    """Fill an empty database with what the mirrors hold; one that another process filled meanwhile is kept.

    `write_mirrors` writes those that are missing; those that are there stay as they are.

    Raises:
        LibraryError: the database or a mirror can't be written.
    """
    with library_errors(paths.database):
        replacements: tuple[mirror.Replacement, ...] = ()
        with write_transaction(connection, abandon=lambda: mirror.discard(paths)):
            if schema_version(connection, str(paths.database)) == 0:
                migrate(connection, 0)
                apply(Database(connection, execute_plugins=False, recursive_triggers=False), content.change, rules)
                for file, hash_ in content.found.items():
                    mirror.remember(connection, file, hash_)
                if write_mirrors:
                    missing = {file: hash_ for file, hash_ in content.found.items() if not hash_}
                    replacements = mirror.prepare(connection, missing)
        mirror.publish(connection, replacements)


def read_references(file: Path) -> dict[str, Item]:
    """Read the mirror of the items; a missing one holds none, an empty file is an error.

    Raises:
        LibraryError: it can't be read or understood.
    """
    text = _text(file)
    return {} if text is None else parse_references(text, str(file))


def read_checks(file: Path) -> ChecksText:
    """Read the mirror of checks.

    Raises:
        LibraryError: it can't be read or understood.
    """
    return parse_checks(_text(file) or "", str(file))


def _text(file: Path) -> str | None:
    content = mirror.read_bytes(file)
    if content is None:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise LibraryError(f"{file}:{line}: the mirror is not UTF-8; save it as UTF-8") from None
