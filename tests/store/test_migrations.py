from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tipcite import __version__
from tipcite.errors import LibraryError, NewerLibrary
from tipcite.store import Library, LibraryPaths
from tipcite.store.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION

from .samples import hogan

TABLES = {
    "changes",
    "creators",
    "history",
    "identifiers",
    "item_links",
    "items",
    "links",
    "meta",
    "notes",
    "retrievals",
    "search_index",
    "tags",
    "variants",
}


def change(database: Path, statement: str) -> None:
    connection = sqlite3.connect(database)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_an_empty_database_gets_the_whole_schema(library: Library, paths: LibraryPaths) -> None:
    connection = sqlite3.connect(paths.database)
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {name for name in found if not name.startswith(("sqlite_", "search_index_"))} == TABLES
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    connection.close()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_database_is_never_touched(library: Library, paths: LibraryPaths, read_only: bool) -> None:
    library.close()
    change(paths.database, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    change(paths.database, "UPDATE meta SET value = '9.9' WHERE name = 'written_by'")
    before = paths.database.read_bytes()
    with pytest.raises(NewerLibrary, match=rf"schema {SCHEMA_VERSION + 1}, made by tipcite 9\.9; .* {__version__}"):
        Library.open(paths, read_only=read_only)
    with pytest.raises(NewerLibrary):
        Library.create(paths)
    assert paths.database.read_bytes() == before


def test_a_newer_database_without_our_tables_is_named_all_the_same(library: Library, paths: LibraryPaths) -> None:
    library.close()
    change(paths.database, "DROP TABLE meta")
    change(paths.database, "PRAGMA user_version = 99")
    with pytest.raises(NewerLibrary, match="a later version"):
        Library.open(paths)


def test_another_programs_database_is_refused(paths: LibraryPaths) -> None:
    paths.database.parent.mkdir()
    change(paths.database, "CREATE TABLE songs (title TEXT)")
    before = paths.database.read_bytes()
    with pytest.raises(LibraryError, match=r"library\.db is another program's"):
        Library.create(paths)
    assert paths.database.read_bytes() == before


@pytest.mark.parametrize("content", [b"this is no database, but text that is long enough" * 10, b"\0" * 4096])
def test_a_file_that_is_no_database_is_named(library: Library, paths: LibraryPaths, content: bytes) -> None:
    library.close()
    paths.database.write_bytes(content)
    with pytest.raises(LibraryError, match=r"library\.db .*(no SQLite database|damaged)"):
        Library.open(paths, read_only=True)
    assert paths.database.read_bytes() == content


def test_a_damaged_database_is_named_while_it_is_read(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    library.close()
    content = bytearray(paths.database.read_bytes())
    content[4096:] = b"\x55" * (len(content) - 4096)
    paths.database.write_bytes(content)
    with pytest.raises(LibraryError, match="rebuilt from the mirrors"), Library.open(paths, read_only=True) as again:
        again.items()


def test_a_folder_in_place_of_the_database_is_named(paths: LibraryPaths) -> None:
    paths.database.mkdir(parents=True)
    with pytest.raises(LibraryError, match=r"library\.db is a folder"):
        Library.open(paths)


def test_a_file_in_place_of_the_folder_is_named(paths: LibraryPaths) -> None:
    paths.database.parent.write_text("")
    with pytest.raises(LibraryError, match="refs"):
        Library.create(paths)
    with pytest.raises(LibraryError, match="refs"):
        Library.open(paths)


def test_an_older_database_is_brought_up_to_date(
    library: Library, paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([hogan()], command="add")
    library.close()
    steps = (*MIGRATIONS, ("CREATE TABLE later (name TEXT)",))
    monkeypatch.setattr("tipcite.store.migrations.MIGRATIONS", steps)
    monkeypatch.setattr("tipcite.store.migrations.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr("tipcite.store.library.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    with Library.open(paths, read_only=True) as again:
        assert again.keys() == ("hogan2020lgbtq",)
    connection = sqlite3.connect(paths.database)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)
    assert connection.execute("SELECT count(*) FROM later").fetchone() == (0,)
    connection.close()
