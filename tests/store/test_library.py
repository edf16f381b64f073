from __future__ import annotations

import sqlite3
import sys
from dataclasses import replace

import pytest

from tipcite.errors import InvalidValue, KeyTaken, LibraryError, NoLibrary, NothingToUndo, UnknownKey
from tipcite.model import date
from tipcite.store import Library, LibraryPaths

from .conftest import Clock
from .samples import ait, content, entitled, hogan, leping, seen


def test_added_items_come_back_whole(library: Library) -> None:
    keys = library.add([hogan(), ait(), leping()], command="import references.txt")
    assert keys == ("hogan2020lgbtq", "meiguo2021renkou", "beijing2020sitan")
    assert library.get("meiguo2021renkou") == replace(ait(), key="meiguo2021renkou")
    assert [item.key for item in library.items()] == sorted(keys)
    assert len(library) == 3


def test_what_was_added_is_there_after_opening_again(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    library.close()
    with Library.open(paths, read_only=True) as again:
        assert again.get("hogan2020lgbtq").title.startswith("LGBTQ+")


def test_creating_twice_keeps_what_is_there(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    with Library.create(paths) as again:
        assert len(again) == 1


def test_opening_where_nothing_is_names_the_command_that_makes_a_library(paths: LibraryPaths) -> None:
    with pytest.raises(NoLibrary, match="tipcite init"):
        Library.open(paths)
    assert not paths.database.parent.exists()


def test_a_taken_key_gets_a_letter(library: Library) -> None:
    assert library.add([entitled("Labour", key="smith")], command="a") == ("smith",)
    assert library.add([entitled("Work", key="smith"), entitled("Toil", key="smith")], command="b") == (
        "smitha",
        "smithb",
    )
    assert library.get("smith").title == "Labour"


def test_an_unknown_key_is_answered_with_keys_like_it(library: Library) -> None:
    library.add([hogan()], command="add")
    with pytest.raises(UnknownKey, match=r"'hogan2020lgbt'; did you mean hogan2020lgbtq\?"):
        library.get("hogan2020lgbt")


def test_a_key_that_is_no_unicode_is_unknown(library: Library) -> None:
    with pytest.raises(UnknownKey):
        library.get("\udcff")
    assert library.rows("\udcff") == ()


def test_keys_are_completed_from_their_beginning(library: Library) -> None:
    library.add([hogan(), ait(), entitled("100% effort", key="ho%")], command="add")
    assert library.keys("ho") == ("ho%", "hogan2020lgbtq")
    assert library.keys("ho%") == ("ho%",)
    assert library.keys() == ("ho%", "hogan2020lgbtq", "meiguo2021renkou")


def test_rows_are_what_a_list_shows(library: Library) -> None:
    library.add([hogan(), ait()], command="add")
    english, chinese = library.rows()
    assert (english.key, english.type, english.year) == ("hogan2020lgbtq", "article-journal", 2020)
    assert (english.creators, english.language) == ("Hogan & Roe-Sepowitz", "en")
    assert (chinese.creators, chinese.title) == ("美國在台協會", "人口販運問題報告")


def test_put_replaces_and_leaves_no_old_tags_behind(library: Library, paths: LibraryPaths) -> None:
    (key,) = library.add([hogan()], command="add")
    library.put([replace(library.get(key), tags=("new",))], command="tag")
    assert library.get(key).tags == ("new",)
    assert content(paths.database)["tags"] == [(key, "new")]
    assert library.rows("tag:youth") == ()


def test_putting_what_stands_there_already_is_no_change(library: Library) -> None:
    (key,) = library.add([hogan()], command="add")
    library.put([library.get(key)], command="edit")
    assert [entry.command for entry in library.history()] == ["add"]


def test_putting_an_unknown_item_changes_none_of_the_others(library: Library) -> None:
    (key,) = library.add([hogan()], command="add")
    with pytest.raises(UnknownKey):
        library.put([replace(library.get(key), tags=()), entitled("x", key="nobody")], command="edit")
    assert library.get(key).tags == ("youth", "界定")


def test_remove_takes_an_item_out_of_every_table(library: Library, paths: LibraryPaths) -> None:
    keys = library.add([hogan(), ait()], command="add")
    library.remove(keys, command="rm")
    assert {table: rows for table, rows in content(paths.database).items() if rows} == {}


def test_removing_an_unknown_key_removes_nothing(library: Library) -> None:
    (key,) = library.add([hogan()], command="add")
    with pytest.raises(UnknownKey):
        library.remove([key, "nobody"], command="rm")
    assert library.keys() == (key,)


def test_rename_keeps_everything_but_the_key(library: Library) -> None:
    (key,) = library.add([hogan()], command="add")
    library.rename(key, "hogan", command="rename")
    assert library.keys() == ("hogan",)
    assert library.rows("trafficking tag:youth")[0].key == "hogan"
    assert library.history(1)[0].summary == "renamed hogan2020lgbtq to hogan"


def test_rename_to_a_taken_key_is_refused(library: Library) -> None:
    library.add([entitled("a", key="a"), entitled("b", key="b")], command="add")
    with pytest.raises(KeyTaken, match="'b'"):
        library.rename("a", "b", command="rename")
    assert library.get("b").title == "b"


@pytest.mark.parametrize("key", ["", "two words", "a,b", "a}b", "a;b", "\ud800"])
def test_rename_to_what_no_citation_can_hold_is_refused(library: Library, key: str) -> None:
    library.add([entitled("a", key="a")], command="add")
    with pytest.raises(InvalidValue, match="can't be a key"):
        library.rename("a", key, command="rename")


def test_history_tells_the_newest_first_in_utc(library: Library) -> None:
    library.add([hogan()], command="import references.txt")
    library.remove(["hogan2020lgbtq"], command="rm hogan2020lgbtq")
    newest, oldest = library.history()
    assert (newest.command, newest.summary) == ("rm hogan2020lgbtq", "removed 1 item: hogan2020lgbtq")
    assert (oldest.time, oldest.summary) == ("2021-11-12T08:00:01Z", "added 1 item: hogan2020lgbtq")
    assert library.history(1) == (newest,)


def test_undo_goes_back_step_by_step(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan(), ait()], command="import")
    library.put([replace(library.get("hogan2020lgbtq"), notes=("x",))], command="note")
    library.rename("hogan2020lgbtq", "hogan", command="rename")
    library.remove(["meiguo2021renkou"], command="rm")
    undone = [library.undo().command for _ in range(4)]
    assert undone == ["rm", "rename", "note", "import"]
    assert library.items() == ()
    with pytest.raises(NothingToUndo):
        library.undo()


def test_undo_is_recorded_and_marks_what_it_took_back(library: Library) -> None:
    library.add([hogan()], command="import")
    assert library.undo().undone
    assert [(entry.command, entry.undone) for entry in library.history()] == [("undo", False), ("import", True)]


def test_undo_after_undo_and_a_new_change_takes_back_the_new_change(library: Library) -> None:
    library.add([entitled("a", key="a")], command="first")
    library.add([entitled("b", key="b")], command="second")
    library.undo()
    library.add([entitled("c", key="c")], command="third")
    assert library.undo().command == "third"
    assert library.undo().command == "first"


def test_record_and_the_dates_that_it_sets_are_one_change(library: Library) -> None:
    (key,) = library.add([ait()], command="add")
    retrieval = seen("https://www.ait.org.tw/zhtw/trafficking/")
    (dated,) = library.record(
        [retrieval],
        keys=[key, "gone meanwhile"],
        date=lambda item: replace(item, dates={**item.dates, "accessed": date(2021, 7, 2)}),
        command="check --record",
    )
    assert dated == library.get(key)
    assert library.retrievals() == library.retrievals(retrieval.target) == (retrieval,)
    assert str(library.get(key).dates["accessed"]) == "2021-07-02"
    assert library.undo().command == "check --record"
    assert "accessed" not in library.get(key).dates
    assert library.retrievals() == (retrieval,), "what was seen was seen"


def test_retrievals_come_in_the_order_of_time_and_once(library: Library) -> None:
    late, early = seen(time="2022-01-01T00:00:00Z"), seen(time="2021-01-01T00:00:00Z")
    library.record([late], command="check")
    library.record([early, late], command="check")
    assert library.retrievals("https://example.org/") == (early, late)
    assert library.retrievals("https://example.com/") == ()


def test_what_was_seen_of_a_link_outlives_the_item(library: Library) -> None:
    (key,) = library.add([ait()], command="add")
    library.record([seen("https://www.ait.org.tw/zhtw/trafficking/")], command="check")
    library.remove([key], command="rm")
    assert len(library.retrievals()) == 1
    library.undo()
    assert library.status().links == 1


def test_a_library_opened_for_reading_refuses_to_write(library: Library, paths: LibraryPaths) -> None:
    with Library.open(paths, read_only=True) as reader, pytest.raises(LibraryError, match="opened for reading"):
        reader.add([hogan()], command="add")


def test_text_that_utf8_cannot_hold_is_kept(library: Library) -> None:
    odd = entitled("half a pair: \ud800", key="odd")
    library.add([odd, entitled("x", key="bad\udfff")], command="add")
    assert library.get("odd") == odd
    assert library.keys() == ("odd", "xnd")


def test_a_year_beyond_sqlite_is_kept_in_the_item(library: Library) -> None:
    item = replace(entitled("far", key="far"), dates={"issued": date(10**30)})
    library.add([item], command="add")
    assert library.get("far").year == 10**30
    assert library.rows()[0].year is None


def test_items_are_written_a_table_at_a_time(paths: LibraryPaths) -> None:
    # Row by row, each with its own Python around it, as many take minutes; so the calls must not grow with the items.
    def insertions(number: int) -> int:
        counted = 0

        def count(_frame: object, event: str, argument: object) -> None:
            nonlocal counted
            counted += event == "c_call" and getattr(argument, "__name__", "") == "executemany"

        with Library.create(paths, now=Clock()) as library:
            sys.setprofile(count)
            try:
                library.add([entitled(f"Title {number} {at}") for at in range(number)], command="import")
            finally:
                sys.setprofile(None)
        return counted

    insertions(3)
    assert insertions(30) == insertions(300)
    with Library.open(paths) as library:
        assert len(set(library.keys())) == 333


def test_the_database_is_ours_and_sound(library: Library, paths: LibraryPaths) -> None:
    keys = library.add([hogan(), ait(), leping()], command="add")
    library.remove(keys[:1], command="rm")
    library.undo()
    connection = sqlite3.connect(paths.database)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO search_index(search_index) VALUES ('integrity-check')")
    connection.close()
