"""The mirror files: compared with what was last written, and replaced so that a crash loses nothing.

A change writes in this order, the first three steps under the write lock and in the change's own transaction:

1. each mirror's new text goes to a file beside it (synced to the disk);
2. the hash of the new text, and that of the file it replaces, go to `meta`;
3. the database commits;
4. under the lock again, the new file takes the mirror's place, and the older hash is forgotten.

Killed before 3, nothing has happened. Killed between 3 and 4, the mirror still has the older hash: it is known to be
merely late, and is written when the library is next opened for writing. A mirror with any third hash was written by
somebody else and is never overwritten. If another process changes the library between 3 and 4, its mirror holds
both changes, and step 4 finds a hash that is not its own and leaves the file alone.

A running check commits batch after batch, and the mirror of checks is written once, at its end (`make_late`): until
then it is late, as after a kill between 3 and 4.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeAlias

from tipcite.errors import LibraryError, MirrorChanged
from tipcite.store.connection import write_transaction
from tipcite.store.mirror_text import join_checks, join_references
from tipcite.store.paths import LibraryPaths

_NO_FILE: Final = ""
"""Stands for the hash of a file that is not there."""
_NOT_WRITTEN: Final = "not written yet"
"""Stands for the hash of a text that nobody has made yet."""

# As octets: ten thousand items are eight megabytes, which need not be decoded to be written again.
_ITEMS: Final = "SELECT CAST(json AS BLOB) FROM items ORDER BY key"
_CHECKS: Final = """SELECT CAST(json AS BLOB) FROM (
    SELECT json FROM retrievals UNION ALL SELECT json FROM links WHERE json IS NOT NULL
) ORDER BY json"""


class MirrorState(StrEnum):
    """How a mirror file stands to what was last written to it."""

    CURRENT = "current"
    MISSING = "missing"
    """Somebody deleted it; the next change writes it anew."""
    PENDING = "pending"
    """The program was killed between the database and the file; the next change, or opening, writes it."""
    CHANGED = "changed"
    """Somebody else wrote it: it is not overwritten, `tipcite sync` takes it over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """One mirror file; `name` is its name in `meta`, `query` selects its parts in their order."""

    name: str
    path: Path
    query: str

    @property
    def temporary(self) -> Path:
        """The file that takes the mirror's place; one name, for only the holder of the write lock uses it."""
        real = self.real_path
        return real.with_name(f".{real.name}.tmp")

    @property
    def real_path(self) -> Path:
        """The file itself, where the mirror is a symbolic link."""
        return Path(os.path.realpath(self.path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """A mirror's new text, waiting beside it."""

    mirror: Mirror
    hash: str


FoundHashes: TypeAlias = Mapping[Mirror, str]
"""The hash of each mirror as it was found, `""` for one that is missing."""


def mirrors(paths: LibraryPaths) -> tuple[Mirror, Mirror]:
    """Return the mirror of the items and that of the checks."""
    return (
        Mirror(name="references", path=paths.references, query=_ITEMS),
        Mirror(
            name="checks",
            path=paths.checks,
            query=_CHECKS,
        ),
    )


def found_hashes(paths: LibraryPaths) -> FoundHashes:
    """Read the mirrors as they are now.

    Raises:
        LibraryError: one can't be read.
    """
    return {mirror: found_hash(mirror) for mirror in mirrors(paths)}


def found_hash(mirror: Mirror) -> str:
    """Read a mirror as it is now.

    Raises:
        LibraryError: it can't be read.
    """
    return _file_hash(mirror.path)


def state_of(connection: sqlite3.Connection, mirror: Mirror, found: str) -> MirrorState:
    """Compare what was found in a mirror with what was last written to it."""
    if found == _NO_FILE:
        return MirrorState.MISSING
    if found == _get(connection, f"{mirror.name}.hash"):
        return MirrorState.CURRENT
    if found == _get(connection, f"{mirror.name}.replaces"):
        return MirrorState.PENDING
    return MirrorState.CHANGED


def require_unchanged(connection: sqlite3.Connection, found: FoundHashes) -> None:
    """Refuse to go on when somebody else wrote a mirror.

    Raises:
        MirrorChanged: it has neither the hash last written nor the one before an unfinished replacement.
    """
    for mirror, hash_ in found.items():
        if state_of(connection, mirror, hash_) is MirrorState.CHANGED:
            raise MirrorChanged(
                f"{mirror.path} was changed by another program; nothing was done: run 'tipcite sync' to take it over"
            )


def is_late(connection: sqlite3.Connection, mirror: Mirror) -> bool:
    """Tell whether a replacement was begun and not seen to end."""
    return _get(connection, f"{mirror.name}.replaces") is not None


def remember(connection: sqlite3.Connection, mirror: Mirror, found: str) -> None:
    """Take the mirror as it is for what was last written: the database was just made from it."""
    _set(connection, f"{mirror.name}.hash", found)


def prepare(connection: sqlite3.Connection, found: FoundHashes) -> tuple[Replacement, ...]:
    """Do steps 1 and 2 for each mirror whose text changes; the caller holds the write lock.

    Raises:
        LibraryError: a file can't be written.
    """
    return tuple(
        replacement
        for mirror, hash_ in found.items()
        if (replacement := _prepare(connection, mirror, hash_)) is not None
    )


def make_late(connection: sqlite3.Connection, paths: LibraryPaths) -> None:
    """Say that the mirror of checks lacks something that the database has; the caller holds the write lock."""
    checks = mirrors(paths)[1]
    if not is_late(connection, checks):
        _set(connection, f"{checks.name}.replaces", _get(connection, f"{checks.name}.hash") or _NO_FILE)
    _set(connection, f"{checks.name}.hash", _NOT_WRITTEN)


def discard(paths: LibraryPaths) -> None:
    """Remove what `prepare` wrote; the caller still holds the write lock."""
    for mirror in mirrors(paths):
        # On a read-only file system even a file that is not there can't be removed; what failed is told already.
        with suppress(OSError):
            mirror.temporary.unlink(missing_ok=True)


def publish(connection: sqlite3.Connection, replacements: Sequence[Replacement]) -> None:
    """Do step 4, after the commit.

    Raises:
        MirrorChanged: somebody else wrote a mirror in the meantime; the change itself is stored.
        LibraryError: a file can't be replaced; the change itself is stored.
    """
    if not replacements:
        return
    # The change is stored. When the lock can't be had, whoever has it writes the mirror with this change in it;
    # when the mark of an unfinished replacement can't be taken off, the next opening does it.
    with suppress(sqlite3.Error), write_transaction(connection):
        for replacement in replacements:
            if _get(connection, f"{replacement.mirror.name}.hash") == replacement.hash:
                _finish(connection, replacement.mirror)


def recover(connection: sqlite3.Connection, paths: LibraryPaths) -> None:
    """Finish the replacements that a killed process left behind, unless somebody else wrote the mirror since.

    Raises:
        LibraryError: a file can't be written.
    """
    with write_transaction(connection):
        for mirror in mirrors(paths):
            if is_late(connection, mirror):
                with suppress(MirrorChanged):
                    _finish(connection, mirror)


def read_bytes(path: Path) -> bytes | None:
    """Return a mirror's content, None when there is no file.

    Raises:
        LibraryError: it can't be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LibraryError(f"{path} can't be read: {_reason(error)}") from None


def _file_hash(path: Path) -> str:
    content = read_bytes(path)
    return _NO_FILE if content is None else _hash(content)


def _hash(content: bytes) -> str:
    """Hash a mirror's content; git's CRLF on Windows counts as LF."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def _prepare(connection: sqlite3.Connection, mirror: Mirror, found: str) -> Replacement | None:
    content = _content(connection, mirror)
    new = _hash(content)
    _set(connection, f"{mirror.name}.hash", new)
    if new == found:
        _forget(connection, mirror)
        return None
    _set(connection, f"{mirror.name}.replaces", found)
    try:
        _write_temporary(mirror, content)
    except OSError as error:
        raise LibraryError(f"{mirror.path} can't be written: {_reason(error)}; nothing was changed") from None
    return Replacement(mirror=mirror, hash=new)


def _content(connection: sqlite3.Connection, mirror: Mirror) -> bytes:
    texts: Iterable[bytes] = (text for (text,) in connection.execute(mirror.query))
    return join_references(texts) if mirror.name == "references" else join_checks(texts)


def _write_temporary(mirror: Mirror, content: bytes) -> None:
    mirror.real_path.parent.mkdir(parents=True, exist_ok=True)
    with mirror.temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mirror.real_path.exists():
        mirror.temporary.chmod(mirror.real_path.stat().st_mode)


def _finish(connection: sqlite3.Connection, mirror: Mirror) -> None:
    """Put the new file in the mirror's place, if the mirror is still the one that it replaces."""
    state = state_of(connection, mirror, _file_hash(mirror.path))
    if state is MirrorState.CHANGED:
        mirror.temporary.unlink(missing_ok=True)
        raise MirrorChanged(
            f"{mirror.path} was changed by another program at the same moment; the change is stored in the library:"
            " keep a copy of the file, delete it, run 'tipcite sync', and compare the two"
        )
    if state is not MirrorState.CURRENT:
        _replace(connection, mirror)
    _forget(connection, mirror)


def _replace(connection: sqlite3.Connection, mirror: Mirror) -> None:
    try:
        # Between commit and now the lock was free: another process may have begun a file and been killed.
        if _file_hash(mirror.temporary) != _get(connection, f"{mirror.name}.hash"):
            content = _content(connection, mirror)
            _write_temporary(mirror, content)
            _set(connection, f"{mirror.name}.hash", _hash(content))
        os.replace(mirror.temporary, mirror.real_path)
        _sync_folder(mirror.real_path.parent)
    except OSError as error:
        raise LibraryError(
            f"the change is stored, but {mirror.path} can't be replaced: {_reason(error)};"
            " the next command that writes tries again"
        ) from None


def _sync_folder(folder: Path) -> None:
    """Make the replacement itself last through a power cut; Windows has no such call."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _get(connection: sqlite3.Connection, name: str) -> str | None:
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def _set(connection: sqlite3.Connection, name: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))


def _forget(connection: sqlite3.Connection, mirror: Mirror) -> None:
    connection.execute("DELETE FROM meta WHERE name = ?", (f"{mirror.name}.replaces",))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
