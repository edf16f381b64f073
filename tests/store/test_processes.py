"""Two processes at once, processes that are killed or interrupted, disks that are full, folders that are read-only."""

from __future__ import annotations

import errno
import gc
import json
import os
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import tipcite.lang
import tipcite.store.changes
import tipcite.store.mirror
import tipcite.store.sync  # noqa: F401 - a child without rights can import no more
from tipcite.errors import LibraryBusy, LibraryError
from tipcite.model import Item
from tipcite.store import Library, LibraryPaths, MirrorState

from .conftest import Clock
from .samples import ait, content, entitled, hogan, leping, seen

resource = pytest.importorskip("resource")
NOBODY = 65534
needs_posix = pytest.mark.skipif(os.name != "posix", reason="forks")
pytestmark = needs_posix


def forked(work: Callable[[], object]) -> int:
    """Run `work` in a child process and return the child's number; it ends with 0, or with 1 after a LibraryError."""
    child = os.fork()
    if child:
        return child
    code = 2
    try:
        work()
        code = 0
    except LibraryError:
        code = 1
    except KeyboardInterrupt:
        code = 130
    finally:
        os._exit(code)


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def said_by(work: Callable[[], object]) -> str:
    """Run `work` in a child process and return the message of the LibraryError that it must raise."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        message = ""
        try:
            work()
            message = "nothing was wrong"
        except LibraryError as error:
            message = str(error)
        finally:
            message = message or f"not a LibraryError: {sys.exc_info()[1]!r}"
            os.write(into, message.encode())
            os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        message = pipe.read().decode()
    ended(child)
    assert "\n" not in message
    return message


def many(number: int) -> list[Item]:
    return [entitled(f"Title {count}", key=f"key{count}") for count in range(number)]


# At once


def test_what_several_processes_write_at_once_all_survives(library: Library, paths: LibraryPaths) -> None:
    library.close()

    def write(name: str) -> None:
        for count in range(8):
            with Library.open(paths, now=Clock()) as mine:
                mine.add([entitled(name, key=f"{name}{count}")], command=name)

    children = [forked(lambda name=name: write(name)) for name in ("a", "b", "c")]
    assert [ended(child) for child in children] == [0, 0, 0]
    with Library.open(paths, read_only=True) as after:
        assert len(after) == 24
        assert after.status().references is MirrorState.CURRENT
    assert len(json.loads(paths.references.read_text())) == 24
    assert sorted(os.listdir(paths.database.parent)) == ["checks.jsonl", "library.db", "references.json"]


def test_several_processes_that_find_the_database_missing_make_one(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    library.close()
    paths.database.unlink()

    def write(name: str) -> None:
        with Library.open(paths, now=Clock()) as mine:
            mine.add([entitled(name, key=name)], command=name)

    children = [forked(lambda name=name: write(name)) for name in ("a", "b", "c")]
    assert [ended(child) for child in children] == [0, 0, 0]
    with Library.open(paths, read_only=True) as after:
        assert after.keys() == ("a", "b", "c", "hogan2020lgbtq")


def test_a_lock_that_is_held_too_long_is_said(
    library: Library, paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tipcite.store.connection.BUSY_SECONDS", 0.1)
    holder = sqlite3.connect(paths.database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Library.open(paths) as mine:
        assert mine.rows() == ()
        with pytest.raises(LibraryBusy, match="another process is writing"):
            mine.add([hogan()], command="add")
    holder.execute("ROLLBACK")
    holder.close()
    assert len(library) == 0


def test_a_reader_sees_the_state_before_or_after_never_between(library: Library, paths: LibraryPaths) -> None:
    child = forked(lambda: Library.open(paths).add(many(400), command="import"))
    sizes = set()
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        with Library.open(paths, read_only=True) as reader:
            sizes.add(len(reader.rows()))
    assert sizes <= {0, 400}


# Killed, interrupted


@pytest.mark.parametrize("delay", [0.02, 0.1, 0.2, 0.3, 0.45])
def test_killed_at_any_time_the_library_is_as_before_or_after(
    library: Library, paths: LibraryPaths, delay: float
) -> None:
    library.add([hogan()], command="add")
    library.close()
    child = forked(lambda: Library.open(paths, now=Clock()).add(many(600), command="import"))
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    ended(child)
    with Library.open(paths, now=Clock()) as after:
        assert len(after) in (1, 601)
        after.add([ait()], command="add")
        assert len(json.loads(paths.references.read_text())) == len(after)
    assert sorted(os.listdir(paths.database.parent)) == ["checks.jsonl", "library.db", "references.json"]


def test_interrupted_in_the_middle_nothing_has_happened(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    before = content(paths.database), paths.references.read_bytes()

    def interrupt(item: Item) -> Item:
        signal.raise_signal(signal.SIGINT)
        return item

    class Interrupting(tuple[Item, ...]):
        def __iter__(self) -> Iterator[Item]:
            yield leping()
            yield interrupt(ait())

    with pytest.raises(KeyboardInterrupt):
        library.add(Interrupting(), command="import")
    assert (content(paths.database), paths.references.read_bytes()) == before
    assert library.add([ait()], command="add") == ("meiguo2021renkou",)


def test_interrupted_while_rows_are_written_nothing_has_happened(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    library.close()
    before = content(paths.database), paths.references.read_bytes()

    def work() -> None:
        # An exception in a callback of the garbage collector (hypothesis sets one) would be lost.
        gc.callbacks.clear()
        signal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(signal.SIGINT))
        # Python loses one that comes in a destructor; a reader presses again.
        signal.setitimer(signal.ITIMER_REAL, 0.2, 0.3)
        with Library.open(paths) as mine:
            mine.add(many(20_000), command="import")

    assert ended(forked(work)) == 130
    assert (content(paths.database), paths.references.read_bytes()) == before
    assert sorted(os.listdir(paths.database.parent)) == ["checks.jsonl", "library.db", "references.json"]


# A full disk


def with_files_up_to(size: int, work: Callable[[], object]) -> Callable[[], object]:
    """Let no file grow beyond `size`: what is written beyond fails as on a full disk."""

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        work()

    return limited


def test_a_database_that_fills_the_disk_is_left_as_it_was(paths: LibraryPaths) -> None:
    with Library.create(paths, now=Clock()) as library:
        library.add(many(200), command="add")
    before = content(paths.database), paths.references.read_bytes()
    # The database is several times as large as the mirror, so it is the first that can't grow.
    limit = paths.database.stat().st_size + 512

    def work() -> None:
        with Library.open(paths, now=Clock()) as mine:
            mine.add([entitled(f"More {number}") for number in range(100)], command="import")

    message = said_by(with_files_up_to(limit, work))
    assert "library.db can't be" in message
    assert "disk" in message
    assert "nothing was changed" in message
    assert (content(paths.database), paths.references.read_bytes()) == before
    assert sorted(os.listdir(paths.database.parent)) == ["checks.jsonl", "library.db", "references.json"]
    with Library.open(paths, now=Clock()) as after:
        after.add([ait()], command="add")
        assert after.status().references is MirrorState.CURRENT


def test_a_mirror_that_fills_the_disk_is_left_as_it_was(
    library: Library, paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([hogan()], command="add")
    before = content(paths.database), paths.references.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(LibraryError, match=r"references\.json can't be written: no space left"):
            library.add([ait()], command="add")
    assert (content(paths.database), paths.references.read_bytes()) == before
    assert sorted(os.listdir(paths.database.parent)) == ["checks.jsonl", "library.db", "references.json"]
    assert [entry.command for entry in library.history()] == ["add"]
    assert library.add([ait()], command="again") == ("meiguo2021renkou",)


def test_a_library_made_on_a_full_disk_can_be_made_later(paths: LibraryPaths) -> None:
    message = said_by(with_files_up_to(1024, lambda: Library.create(paths)))
    assert "library.db" in message
    with Library.create(paths) as library:
        library.add([hogan()], command="add")


# A read-only folder


def load_everything(paths: LibraryPaths) -> None:
    """Do what the child will do: it may have no right to load the rest of Python's and our own files."""
    with Library.create(paths) as library:
        library.add([ait()], command="add")
    paths.database.unlink()
    with Library.open(paths, read_only=True) as library:
        library.search("人口")
        library.status()
        library.retrievals()


@pytest.fixture
def foreign() -> Iterator[LibraryPaths]:
    """Give a library that somebody else may read and nobody but us may write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        load_everything(LibraryPaths.in_folder(folder / "rehearsal"))
        paths = LibraryPaths.in_folder(folder)
        with Library.create(paths, now=Clock()) as library:
            library.add([hogan()], command="add")
            library.record([seen()], command="check")
        yield paths
        paths.database.parent.chmod(0o755)


def without_rights(folder: Path, work: Callable[[], object]) -> Callable[[], object]:
    """Let the child have no right to write: root is not bound by permission bits, so it becomes nobody."""

    def unprivileged() -> None:
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        else:
            folder.chmod(0o555)
        work()

    return unprivileged


def test_a_read_only_folder_can_be_read(foreign: LibraryPaths) -> None:
    def work() -> None:
        with Library.open(foreign, read_only=True) as library:
            assert library.rows("trafficking")[0].key == "hogan2020lgbtq"
            assert library.status().references is MirrorState.CURRENT

    assert said_by(without_rights(foreign.database.parent, work)) == "nothing was wrong"


@pytest.mark.parametrize("database_writable", [False, True])
def test_writing_into_a_read_only_folder_is_one_line(foreign: LibraryPaths, database_writable: bool) -> None:
    if database_writable:
        foreign.database.chmod(0o666)
    before = foreign.references.read_bytes()

    def work() -> None:
        with Library.open(foreign) as library:
            library.add([ait()], command="add")

    message = said_by(without_rights(foreign.database.parent, work))
    assert "refs/" in message
    assert "can't be written" in message or "can't be opened" in message
    assert foreign.references.read_bytes() == before
    with Library.open(foreign) as library:
        assert library.keys() == ("hogan2020lgbtq",)


def test_a_read_only_folder_without_database_is_read_from_its_mirrors(foreign: LibraryPaths) -> None:
    foreign.database.unlink()

    def work() -> None:
        with Library.open(foreign, read_only=True) as library:
            assert library.rows("trafficking")[0].key == "hogan2020lgbtq"
            assert len(library.retrievals()) == 1

    assert said_by(without_rights(foreign.database.parent, work)) == "nothing was wrong"
    assert not foreign.database.exists()


def test_making_a_library_in_a_read_only_folder_is_one_line(foreign: LibraryPaths) -> None:
    folder = foreign.database.parent.parent

    def work() -> None:
        Library.create(LibraryPaths.in_folder(folder / "new"))

    message = said_by(without_rights(folder, work))
    assert "permission denied" in message
