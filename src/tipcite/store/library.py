"""An article's library: the one class through which everything else reads and writes it.

Lists and keys need sqlite3 alone. Whatever else a method needs it imports itself: sqlite-utils takes a tenth of a
second and the model a twentieth, which `list` and the completion of keys must not pay.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, TypeAlias

from tipcite.errors import LibraryError, NoLibrary
from tipcite.store import listing
from tipcite.store.connection import connect, library_errors, write_transaction
from tipcite.store.migrations import SCHEMA_VERSION, migrate, schema_version
from tipcite.store.paths import LibraryPaths

if TYPE_CHECKING:
    from tipcite.model import Item, Retrieval, SourceAnswer
    from tipcite.store.history import HistoryEntry
    from tipcite.store.known import Added, Split
    from tipcite.store.link_state import LinkState, StateRules
    from tipcite.store.listing import Row
    from tipcite.store.mirror_text import ChecksText
    from tipcite.store.status import LibraryStatus
    from tipcite.store.sync import SyncResult
    from tipcite.store.unfinished import Unfinished
    from tipcite.store.writing import Change, Outcome, Watch

_LATE: Final = "SELECT 1 FROM meta WHERE name IN ('references.replaces', 'checks.replaces')"


LoadRules: TypeAlias = "Callable[[], StateRules]"


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Library:
    """An open library; close it, or use it in a `with` statement."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        paths: LibraryPaths,
        *,
        read_only: bool = False,
        now: Callable[[], datetime] = _utc_now,
        rules: LoadRules | None = None,
    ) -> None:
        """Use an open connection; `create` and `open` are the ways to get one."""
        self.paths = paths
        self._connection = connection
        self._read_only = read_only
        self._now = now
        self._load_rules = rules
        self._owes_checks = False

    @classmethod
    def create(
        cls, paths: LibraryPaths, *, now: Callable[[], datetime] = _utc_now, rules: LoadRules | None = None
    ) -> Self:
        """Make an empty library, or one of what the mirrors hold; one that is there already is opened.

        Raises:
            LibraryError: it can't be written, or a mirror can't be understood.
        """
        if _is_filled(paths):
            return cls.open(paths, now=now, rules=rules)
        try:
            paths.database.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise LibraryError(f"{paths.database.parent} can't be made: {reason}") from None
        return cls._build(paths, now=now, rules=rules, write_mirrors=True)

    @classmethod
    def open(
        cls, paths: LibraryPaths, *, read_only: bool = False, now: Callable[[], datetime] = _utc_now,
        rules: LoadRules | None = None,
    ) -> Self:  # fmt: skip
        """Open a library; a missing database is made again from the mirrors.

        `rules` returns when a link is dead and when it is asked again; it is called when that is first needed.

        Raises:
            NoLibrary: there is neither a database nor a mirror.
            NewerLibrary: a later version of tipcite made it.
            LibraryError: it can't be opened.
        """
        if not _is_filled(paths):
            return cls._rebuild(paths, read_only=read_only, now=now, rules=rules)
        connection = connect(paths.database, read_only=read_only)
        try:
            with library_errors(paths.database):
                version = schema_version(connection, str(paths.database))
            if version == SCHEMA_VERSION:
                library = cls(connection, paths, read_only=read_only, now=now, rules=rules)
                library._recover()
                return library
        except BaseException:
            connection.close()
            raise
        connection.close()
        # Nothing but an interrupted start leaves an empty database behind.
        if version:
            return cls._migrate(paths, version, now=now, rules=rules)
        return cls._rebuild(paths, read_only=read_only, now=now, rules=rules)

    def close(self) -> None:
        """Write the mirror of checks if batches were recorded and it was not, and close the database.

        Raises:
            LibraryError: the mirror can't be written; what was recorded is stored, and written at the next opening.
        """
        try:
            self.write_checks()
        finally:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.close()
        except LibraryError:
            if error is None:  # else what went wrong first is what is told
                raise

    def __len__(self) -> int:
        with self._errors():
            return listing.count(self._connection, "items")

    def items(self) -> tuple[Item, ...]:
        """Return all items in the order of their keys."""
        from tipcite.store import reading

        with self._errors():
            return reading.items(self._connection)

    def get(self, key: str) -> Item:
        """Return the item with a key.

        Raises:
            UnknownKey: there is none; the message names keys that look alike.
        """
        from tipcite.store import reading

        with self._errors():
            return reading.item(self._connection, key)

    def keys(self, prefix: str = "") -> tuple[str, ...]:
        """Return the keys that begin with `prefix`, in order."""
        with self._errors():
            return listing.keys(self._connection, prefix)

    def rows(self, query: str = "") -> tuple[Row, ...]:
        """List items in the order of their keys: all, or those that fit words and filters such as `tag:x`.

        Raises:
            InvalidValue: a filter has a value that it can't have.
        """
        with self._errors():
            return listing.rows(self._connection, query)

    def search(self, query: str) -> tuple[Row, ...]:
        """List the items that fit a query as `rows` does, the best first.

        Raises:
            InvalidValue: a filter has a value that it can't have.
        """
        with self._errors():
            return listing.search(self._connection, query)

    def retrievals(self, target: str | None = None) -> tuple[Retrieval, ...]:
        """Return the retrievals of one link, or of all, each link's in the order of time."""
        from tipcite.store import reading

        with self._errors():
            return reading.retrievals(self._connection, target)

    def link_states(self) -> tuple[LinkState, ...]:
        """Return what is known of every link that was ever asked for, by the library's rules."""
        from tipcite.store import reading

        with self._errors():
            return reading.link_states(self._connection, self._rules)

    def history(self, limit: int | None = None) -> tuple[HistoryEntry, ...]:
        """Return the newest entries of the history, the newest first."""
        from tipcite.store import history

        with self._errors():
            return history.entries(self._connection, limit)

    def split_known(self, items: Sequence[Item]) -> tuple[tuple[Item, ...], tuple[tuple[Item, str], ...]]:
        """Return the items that are new, and those that the library has, each with its key there."""
        from tipcite.store import known

        with self._errors():
            split = known.split_known(self._connection, items)
        return split.fresh, split.known

    def would_add(self, items: Sequence[Item]) -> Added:
        """Tell what `add_new` would do."""
        from tipcite.store import known
        from tipcite.store.keys import assign_keys

        with self._errors():
            split = known.split_known(self._connection, items)
            keys = assign_keys(split.stored, (*self.keys(), *listing.aliases(self._connection)))
        return known.added(split, tuple(item.key for item in keys))

    def keys_for(self, items: Sequence[Item]) -> tuple[str, ...]:
        """Return the keys that `add` would give."""
        from tipcite.store.keys import assign_keys

        with self._errors():
            return tuple(item.key for item in assign_keys(items, (*self.keys(), *listing.aliases(self._connection))))

    def status(self) -> LibraryStatus:
        """Count what is in the library, and compare its mirrors with what was last written.

        Raises:
            LibraryError: a mirror can't be read.
        """
        from tipcite.store import status

        with self._errors():
            return status.status(self._connection, self.paths)

    def add(self, items: Sequence[Item], *, retrievals: Sequence[Retrieval] = (), command: str) -> tuple[str, ...]:
        """Add items in one change, with what was seen of their links, and return their keys.

        A key is made where it is missing or taken.

        Raises:
            LibraryError: nothing could be written, and nothing was.
        """
        from tipcite.store import changes

        outcome = self._write(lambda: changes.addition(self._connection, items, retrievals), command)
        return outcome.effect.added

    def add_new(
        self, items: Sequence[Item], *, retrievals: Sequence[Retrieval] = (), command: str, watch: Watch | None = None
    ) -> Added:
        """Add those items that the library has not, and fill the gaps of those that it has, in one change.

        Which ones is found under the write lock; nothing that stands there is overwritten.

        `watch` is told of each item, and when the change can't be stopped any more.

        Raises:
            LibraryError: nothing could be written, and nothing was.
        """
        from dataclasses import replace

        from tipcite.store import changes, known

        splits: list[Split] = []

        def make() -> Change:
            split = known.split_known(self._connection, items)
            splits.append(split)
            change = changes.addition(self._connection, split.stored, retrievals if split.fresh else ())
            return replace(change, items={**change.items, **split.whole})

        outcome = self._write(make, command, watch)
        return known.added(splits[-1], outcome.effect.added)

    def alter(self, keys: Iterable[str], alter: Callable[[Item], Item], *, command: str) -> tuple[Item, ...]:
        """Put in the place of items what `alter` makes of them as they stand then; return those that changed.

        The items are read under the write lock: what another process changes meanwhile is not lost.

        Raises:
            UnknownKey: there is no item with one of the keys.
            LibraryError: nothing could be written, and nothing was.
        """
        from tipcite.store import changes

        outcome = self._write(lambda: changes.alteration(self._connection, keys, alter), command)
        altered = (outcome.change.items[key] for key in outcome.effect.changed)
        return tuple(item for item in altered if item is not None)

    def put(self, items: Sequence[Item], *, command: str) -> None:
        """Put items in the place of those with the same keys.

        Raises:
            UnknownKey: there is no item with one of the keys.
            LibraryError: nothing could be written, and nothing was.
        """
        from tipcite.store import changes

        self._write(lambda: changes.replacement(self._connection, items), command)

    def remove(self, keys: Iterable[str], *, command: str) -> None:
        """Take items out.

        Raises:
            UnknownKey: there is no item with one of the keys.
            LibraryError: nothing could be written, and nothing was.
        """
        from tipcite.store import changes

        self._write(lambda: changes.removal(self._connection, keys), command)

    def rename(self, key: str, new: str, *, command: str) -> None:
        """Give an item another key.

        Raises:
            UnknownKey: there is no such item.
            KeyTaken: another item has the new key.
            InvalidValue: the new key can't be cited.
            LibraryError: nothing could be written, and nothing was.
        """
        from tipcite.store import changes

        self._write(lambda: changes.renaming(self._connection, key, new), command)

    def merge(self, kept: str, gone: str, merge: Callable[[Item, Item], Item], *, command: str) -> bool:
        """Make one item of two, under the key `kept`, and tell whether both were still there.

        `merge` is handed the two as they stand then. The other key goes on to name what was merged.

        Raises:
            UnknownKey: one of them is no longer there.
            LibraryError: nothing could be written, and nothing was.
        """
        from tipcite.store import changes

        outcome = self._write(lambda: changes.merging(self._connection, merge, kept, gone), command)
        return not outcome.effect.is_nothing

    def handmade(self, keys: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """Name the fields of items that were changed by hand after they came in."""
        from tipcite.store import origins

        with self._errors():
            return origins.handmade(self._connection, frozenset(keys))

    def record(
        self, retrievals: Sequence[Retrieval], *, keys: Iterable[str] = (),
        date: Callable[[Item], Item] = lambda item: item, command: str,
    ) -> tuple[Item, ...]:  # fmt: skip
        """Keep retrievals, and in the same change date the items with these keys; return those that changed.

        A check takes minutes: items are dated as they stand at its end, and those that are gone are left out.
        `undo` takes back the dates, not what was seen.

        Raises:
            LibraryError: nothing could be written, and nothing was.
        """
        from tipcite.store import changes

        outcome = self._write(lambda: changes.recording(self._connection, retrievals, keys, date), command)
        dated = (outcome.change.items[key] for key in outcome.effect.changed)
        return tuple(item for item in dated if item is not None)

    def record_checks(self, retrievals: Iterable[Retrieval]) -> None:
        """Keep a batch of a running check, committed when this returns; there is nothing of it to undo.

        The mirror of checks follows with `write_checks`, or when the library is closed; after a kill, at the next
        opening for writing.

        Raises:
            LibraryError: nothing could be written, and nothing was.
        """
        from tipcite.store import checks

        self._require_writable()
        checks.keep_batch(self._connection, self.paths, retrievals, self._rules)
        self._owes_checks = True

    def write_checks(self) -> None:
        """Write the mirror of checks after batches; old retrievals are thinned, what others wrote into it is added.

        Raises:
            LibraryError: it can't be written, or not be understood; what was recorded is stored.
        """
        if self._owes_checks:
            self._owes_checks = False
            self.merge_checks(())

    def merge_checks(self, histories: Iterable[ChecksText]) -> int:
        """Add histories of checks from elsewhere, and return how many retrievals were new.

        Raises:
            LibraryError: nothing could be written, and nothing was.
        """
        from tipcite.store import sync

        self._require_writable()
        return sync.write_checks(self._connection, self.paths, self._rules, tuple(histories))

    def keep_answers(self, answers: Iterable[SourceAnswer]) -> None:
        """Keep what sources answered, word for word, in files beside the mirror; there is nothing of it to undo.

        Raises:
            LibraryError: it can't be written.
        """
        from tipcite.store import answers as files

        self._require_writable()
        files.keep(self.paths.answers, answers)

    def answer(self, digest: str) -> str | None:
        """Return what a source answered, by the `raw` of an item's provenance; None when it is not kept.

        Raises:
            LibraryError: it can't be read.
        """
        from tipcite.store import answers as files

        return files.find(self.paths.answers, digest)

    def begin_check(self, check: Unfinished) -> None:
        """Note that a check begins, so that it can be gone on with when it is interrupted.

        Raises:
            LibraryError: it can't be written.
        """
        from tipcite.store import unfinished

        self._require_writable()
        with self._errors():
            unfinished.begin(self._connection, check)

    def end_check(self) -> None:
        """Note that the check has ended.

        Raises:
            LibraryError: it can't be written.
        """
        from tipcite.store import unfinished

        self._require_writable()
        with self._errors():
            unfinished.end(self._connection)

    def unfinished_check(self) -> Unfinished | None:
        """Return the check that was begun and not ended."""
        from tipcite.store import unfinished

        with self._errors():
            return unfinished.find(self._connection)

    def undo(self) -> HistoryEntry:
        """Take back the newest change of items that still stands, and return its entry.

        Raises:
            NothingToUndo: no change stands.
            LibraryError: nothing could be written, and nothing was.
        """
        from tipcite.store import changes, history

        outcome = self._write(lambda: changes.undoing(self._connection), "undo")
        with self._errors():
            return history.entry(self._connection, outcome.change.takes_back or 0)

    def sync(self) -> SyncResult:
        """Take over mirrors that somebody else changed, as one change, and write those that are missing.

        Raises:
            LibraryError: a mirror can't be understood, or the database holds a change that it lacks.
        """
        from tipcite.store import sync

        self._require_writable()
        return sync.sync(self._connection, self.paths, self._now, self._rules)

    @cached_property
    def _rules(self) -> StateRules:
        from tipcite.store.link_state import RULES

        return self._load_rules() if self._load_rules else RULES

    @classmethod
    def _rebuild(
        cls, paths: LibraryPaths, *, read_only: bool, now: Callable[[], datetime], rules: LoadRules | None
    ) -> Self:
        if not paths.references.exists() and not paths.checks.exists():
            raise NoLibrary(f"{paths.database.parent} holds no library; make one with 'tipcite init'")
        try:
            return cls._build(paths, now=now, rules=rules)
        except LibraryError:
            if not read_only:
                raise
        # A folder that can't be written (a checkout in a container) can still be read.
        return cls._build(paths, now=now, rules=rules, database=":memory:")

    @classmethod
    def _build(
        cls,
        paths: LibraryPaths,
        *,
        now: Callable[[], datetime],
        rules: LoadRules | None,
        write_mirrors: bool = False,
        database: str = "",
    ) -> Self:
        from tipcite.store.building import build, read_mirrors

        # Before the file is made: a mirror that can't be read leaves no empty database behind.
        content = read_mirrors(paths)
        connection = (
            sqlite3.connect(database, isolation_level=None) if database else connect(paths.database, create=True)
        )
        library = cls(connection, paths, read_only=bool(database), now=now, rules=rules)
        try:
            build(connection, paths, content, library._rules, write_mirrors=write_mirrors)
        except BaseException:
            connection.close()
            raise
        return library

    @classmethod
    def _migrate(
        cls, paths: LibraryPaths, version: int, *, now: Callable[[], datetime], rules: LoadRules | None
    ) -> Self:
        connection = connect(paths.database)
        with library_errors(paths.database), write_transaction(connection):
            if schema_version(connection, str(paths.database)) == version:
                migrate(connection, version)
        return cls(connection, paths, now=now, rules=rules)

    def _recover(self) -> None:
        """Write the mirrors that a killed process did not come to write; a reader leaves them."""
        if self._read_only:
            return
        with self._errors():
            if self._connection.execute(_LATE).fetchone() is None:
                return
            from tipcite.store import mirror

            mirror.recover(self._connection, self.paths)

    def _write(self, make: Callable[[], Change], command: str, watch: Watch | None = None) -> Outcome:
        from tipcite.store.writing import UNWATCHED, write

        self._require_writable()
        return write(
            self._connection,
            self.paths,
            make,
            command=command,
            now=self._now,
            rules=self._rules,
            watch=watch or UNWATCHED,
        )

    def _require_writable(self) -> None:
        if self._read_only:
            raise LibraryError(f"{self.paths.database} was opened for reading; nothing was changed")

    def _errors(self) -> AbstractContextManager[None]:
        return library_errors(self.paths.database)


def _is_filled(paths: LibraryPaths) -> bool:
    """Tell whether there is a database that is more than an empty file."""
    try:
        return paths.database.stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError as error:
        raise LibraryError(f"{paths.database} can't be opened: {(error.strerror or str(error)).lower()}") from None
