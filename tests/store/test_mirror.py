from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tipcite.errors import LibraryError, MirrorChanged
from tipcite.model import item_from_csl
from tipcite.store import Library, LibraryPaths, MirrorState, mirror

from .conftest import Clock
from .samples import ait, content, entitled, hogan, leping, seen

MIRROR_OF_AIT = """\
[
  {
    "id": "meiguo2021renkou",
    "type": "report",
    "URL": "https://www.ait.org.tw/zhtw/trafficking/",
    "author": [
      {"literal": "美國在台協會"}
    ],
    "custom": {
      "tipcite": {
        "variants": [
          {"field": "title", "kind": "translated", "language": "en", "text": "Trafficking in Persons"}
        ]
      }
    },
    "issued": {"date-parts": [[2021]]},
    "language": "zh-TW",
    "title": "人口販運問題報告"
  }
]
"""
MIRROR_OF_A_CHECK = """\
{"target": "https://example.org/", "record": "link", "time": "2021-07-02T00:00:00Z", "verdict": "ok", \
"why": "http_ok", "last_ok": "2021-07-02T00:00:00Z", "state": "ok", "next_check": "2021-07-09T00:00:00Z"}
{"target": "https://example.org/", "record": "retrieval", "time": "2021-07-02T00:00:00Z", "verdict": "ok", \
"why": "http_ok", "status": 200, "chain": ["https://a/", "https://b/"]}
"""


def text(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def change_title(paths: LibraryPaths, old: str, new: str) -> None:
    paths.references.write_text(text(paths.references).replace(old, new), encoding="utf-8")


def test_a_new_library_has_empty_mirrors(library: Library, paths: LibraryPaths) -> None:
    assert (text(paths.references), text(paths.checks)) == ("[]\n", "")


def test_a_mirror_reads_as_it_is_printed_here(library: Library, paths: LibraryPaths) -> None:
    library.add([ait()], command="add")
    library.record([seen()], command="check")
    assert text(paths.references) == MIRROR_OF_AIT
    assert text(paths.checks) == MIRROR_OF_A_CHECK


def test_items_stand_in_the_order_of_their_keys(library: Library, paths: LibraryPaths) -> None:
    library.add([leping(), hogan()], command="add")
    library.add([ait()], command="add")
    ids = [item["id"] for item in json.loads(text(paths.references))]
    assert ids == ["beijing2020sitan", "hogan2020lgbtq", "meiguo2021renkou"]


def test_unknown_fields_are_written_back(library: Library, paths: LibraryPaths) -> None:
    odd = {"id": "odd", "type": "book", "x-shelf": {"room": [1, 2.5, None]}, "custom": {"zotero": "K3Y"}}
    library.add([item_from_csl(odd)], command="add")
    assert json.loads(text(paths.references)) == [odd]


def test_a_change_of_one_item_changes_only_its_lines(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan(), ait(), leping()], command="add")
    before = text(paths.references).splitlines()
    library.put([replace(library.get("hogan2020lgbtq"), tags=("界定",))], command="tag")
    after = text(paths.references).splitlines()
    assert len(before) == len(after)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_undo_restores_the_mirrors_to_the_byte(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan(), ait()], command="add")
    library.record([seen()], command="check")
    before = text(paths.references), text(paths.checks)
    library.remove(["hogan2020lgbtq"], command="rm")
    library.alter(["meiguo2021renkou"], lambda item: replace(item, tags=("官方",)), command="tag")
    library.undo()
    library.undo()
    assert (text(paths.references), text(paths.checks)) == before


def test_nothing_but_the_three_files_is_left_in_the_folder(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    library.record([seen()], command="check")
    assert sorted(os.listdir(paths.database.parent)) == ["checks.jsonl", "library.db", "references.json"]


# A missing database


def test_a_missing_database_is_rebuilt_with_every_table(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan(), ait(), leping()], command="add")
    library.record([seen(), seen("https://www.ait.org.tw/zhtw/trafficking/")], command="check")
    library.remove(["beijing2020sitan"], command="rm")
    library.close()
    before, mirrors = content(paths.database), (text(paths.references), text(paths.checks))
    paths.database.unlink()
    with Library.open(paths) as again:
        assert again.history() == ()
        assert again.status().references is MirrorState.CURRENT
    assert content(paths.database) == before
    assert (text(paths.references), text(paths.checks)) == mirrors


def test_a_rebuild_leaves_a_mirror_in_other_clothes_alone(paths: LibraryPaths) -> None:
    paths.references.parent.mkdir()
    written = '[{"type":"book","id":"a","title":"b"}]'
    paths.references.write_text(written)
    with Library.create(paths) as library:
        assert library.get("a").title == "b"
        assert text(paths.references) == written
        library.put([entitled("c", key="a")], command="set")
    assert text(paths.references).startswith('[\n  {\n    "id": "a",')


def test_an_empty_database_file_counts_as_missing(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    library.close()
    paths.database.write_bytes(b"")
    with Library.open(paths, read_only=True) as again:
        assert again.keys() == ("hogan2020lgbtq",)


def test_a_mirror_cut_to_nothing_is_no_empty_library(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    library.close()
    paths.database.unlink()
    paths.references.write_bytes(b"")
    with pytest.raises(LibraryError, match=r"references\.json:1:1: not valid JSON"):
        Library.open(paths)
    assert not paths.database.exists()


# Somebody else's changes


def test_a_mirror_changed_by_somebody_else_is_not_overwritten(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    change_title(paths, "Journal of", "Review of")
    theirs = text(paths.references)
    with pytest.raises(MirrorChanged, match=r"references\.json was changed .* 'tipcite sync'"):
        library.add([ait()], command="add")
    assert text(paths.references) == theirs
    assert library.keys() == ("hogan2020lgbtq",)
    assert library.status().references is MirrorState.CHANGED
    assert [entry.command for entry in library.history()] == ["add"]


def test_undo_too_waits_for_sync(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    change_title(paths, "Journal of", "Review of")
    with pytest.raises(MirrorChanged):
        library.undo()


def test_a_mirror_put_back_to_its_last_state_but_one_counts_as_changed(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    before = paths.references.read_bytes()
    library.add([ait()], command="add")
    paths.references.write_bytes(before)
    with pytest.raises(MirrorChanged):
        library.add([leping()], command="add")


def test_sync_takes_a_changed_mirror_over_as_one_change(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan(), ait()], command="add")
    mine = library.items()
    theirs = json.loads(text(paths.references))
    theirs[0]["volume"] = "7"
    del theirs[1]
    theirs.append({"id": "new", "type": "book", "title": "New"})
    paths.references.write_text(json.dumps(theirs))
    result = library.sync()
    assert (result.added, result.changed, result.removed) == (("new",), ("hogan2020lgbtq",), ("meiguo2021renkou",))
    assert "added 1 item: new; changed 1 item: hogan2020lgbtq" in result.summary
    assert library.get("hogan2020lgbtq").fields["volume"] == "7"
    assert library.history(1) == (result.entry,)
    assert library.undo().command == "sync"
    assert library.items() == mine


def test_sync_takes_over_retrievals_that_a_merge_brought(library: Library, paths: LibraryPaths) -> None:
    library.record([seen()], command="check")
    line = text(paths.checks).splitlines()[1].replace("2021-07-02", "2021-09-01")
    with paths.checks.open("a") as file:
        file.write(line + "\n")
    assert library.sync().retrievals_added == 1
    assert [retrieval.time for retrieval in library.retrievals()] == ["2021-07-02T00:00:00Z", "2021-09-01T00:00:00Z"]


def test_sync_of_a_mirror_that_was_only_laid_out_anew_is_no_change(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    before = text(paths.references)
    paths.references.write_text(json.dumps(json.loads(before)))
    assert library.sync().entry is None
    assert text(paths.references) == before
    library.add([ait()], command="add")


def test_sync_without_changes_says_so(library: Library) -> None:
    assert library.sync().summary.endswith("nothing to take over")
    assert library.history() == ()


def test_git_that_turns_line_ends_into_crlf_has_changed_nothing(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    paths.references.write_bytes(paths.references.read_bytes().replace(b"\n", b"\r\n"))
    library.add([ait()], command="add")
    assert len(library) == 2


def test_a_deleted_mirror_is_said_and_written_anew(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    paths.references.unlink()
    assert library.status().references is MirrorState.MISSING
    library.add([ait()], command="add")
    assert len(json.loads(text(paths.references))) == 2
    paths.references.unlink()
    assert "anew" in library.sync().summary
    assert len(json.loads(text(paths.references))) == 2


def test_a_mirror_that_is_a_symbolic_link_stays_one(library: Library, paths: LibraryPaths, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.json"
    paths.references.rename(elsewhere)
    paths.references.symlink_to(elsewhere)
    library.add([hogan()], command="add")
    assert paths.references.is_symlink()
    assert json.loads(text(elsewhere))[0]["id"] == "hogan2020lgbtq"


BROKEN = {
    "conflict": ("<<<<<<< HEAD\n[]\n=======\n[]\n>>>>>>> theirs\n", r":1:1: not valid JSON \(a merge conflict"),
    "conflict inside": ('[\n  {"id": "a",\n<<<<<<< HEAD\n"title": 1}]', r":3:1: not valid JSON \(a merge conflict"),
    "cut off": ('[\n  {"id": "a",\n   "title": "b', r":3:13: not valid JSON"),
    "no array": ('{"id": "a"}', r":1:1: .*begins with '\['"),
    "comma missing": ('[{"id": "a"}\n{"id": "b"}]', r":2:1: .*expected ',' or '\]'"),
    "text after it": ('[{"id": "a"}]\n[]', r":2:1: .*something follows"),
    "key twice": ('[{"id": "a"},\n {"id": "b"},\n {"id": "a"}]', r":3: the key 'a' stands already in line 1"),
    "no key": ('[{"id": "a"},\n {"type": "book"}]', r":2: an item has no 'id'"),
    "no item": ('[{"id": "a"},\n "b"]', r":2: 'b' is no CSL-JSON item"),
    "bad names": ('[{"id": "a",\n "author": 3}]', r":1: 'author' is 3, not a list of names"),
    "nested too deeply": ("[" * 100_000, r":1:2: .*nested too deeply"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_mirror_is_located_and_changes_nothing(library: Library, paths: LibraryPaths, broken: str) -> None:
    library.add([hogan()], command="add")
    written, message = BROKEN[broken]
    paths.references.write_text(written)
    with pytest.raises(LibraryError, match=r"references\.json" + message):
        library.sync()
    assert text(paths.references) == written
    assert library.keys() == ("hogan2020lgbtq",)


def test_a_mirror_in_another_encoding_is_located(library: Library, paths: LibraryPaths) -> None:
    paths.references.write_bytes('[\n{"id": "a", "title": "人口"}]'.encode("big5"))
    with pytest.raises(LibraryError, match=r"references\.json:2: the mirror is not UTF-8"):
        library.sync()


TIME = '"time": "2021-07-02T00:00:00Z"'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"target": "x"}', r":1: no retrieval"),
        (f'{{"target": "x", {TIME}, "verdict": "fine", "why": "timeout"}}', r":1: .*'fine' is not a valid Verdict"),
        ('{"target": "x", "time": "2021-07-02", "verdict": "ok", "why": "http_ok"}', ":1: .*'2021-07-02' is no time"),
        ('{"target": "x", "time": "2021-02-30T00:00:00Z", "verdict": "ok", "why": "http_ok"}', r":1: .*day"),
        ('{"target": "x", "time": "9999-12-31T00:00:00Z", "verdict": "ok", "why": "http_ok"}', r":1: .*is no time"),
        (f'{{"target": "x", {TIME}, "verdict": "ok", "why": "http_ok", "retry_after": Infinity}}', ":1: .*retry_after"),
        (f'{{"target": "x", "record": "link", {TIME}, "verdict": "dead", "failures": [["x"]]}}', ":1: no retrieval"),
        (f'{{"target": "x", "record": "link", {TIME}, "verdict": "dead", "failures": [3]}}', ":1: no retrieval"),
        (f'{{"target": 3, "record": "link", {TIME}, "verdict": "dead"}}', r":1: .*'target' is 3, not text"),
        ('{"target": 3, "time": "t", "verdict": "ok", "why": "timeout"}', r":1: .*'target' is 3, not text"),
        ("[]", r":1: not an object"),
    ],
)
def test_a_broken_line_of_checks_is_located(library: Library, paths: LibraryPaths, line: str, message: str) -> None:
    paths.checks.write_text(line + "\n")
    with pytest.raises(LibraryError, match=r"checks\.jsonl" + message):
        library.sync()


def test_of_two_states_that_a_merge_left_both_count(library: Library, paths: LibraryPaths) -> None:
    library.record([seen()], command="check")
    newer = text(paths.checks).splitlines()[0].replace("2021-07-02", "2021-09-01")
    paths.checks.write_text(newer + "\n" + text(paths.checks))
    library.sync()
    assert [state.time for state in library.link_states()] == ["2021-09-01T00:00:00Z"]


def test_a_conflict_in_the_mirror_of_checks_settles_itself(library: Library, paths: LibraryPaths) -> None:
    library.record([seen()], command="check")
    ours = text(paths.checks)
    theirs = ours.replace("2021-07-02", "2021-09-01")
    paths.checks.write_text(f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\n")
    assert library.sync().retrievals_added == 1
    assert "<<<<" not in text(paths.checks)
    (state,) = library.link_states()
    assert (state.time, state.last_ok) == ("2021-09-01T00:00:00Z", "2021-09-01T00:00:00Z")


def test_what_the_mirror_of_checks_lacks_is_not_lost(library: Library, paths: LibraryPaths) -> None:
    library.record([seen(), seen(time="2021-09-01T00:00:00Z")], command="check")
    written = text(paths.checks)
    paths.checks.write_text(written.splitlines()[1] + "\n")
    library.sync()
    assert text(paths.checks) == written


# Killed in between


def killed_at(
    monkeypatch: pytest.MonkeyPatch, paths: LibraryPaths, place: str, change: Callable[[Library], object]
) -> None:
    """Run a change in a process of its own that ends at once where `place` is called."""
    child = os.fork()
    if child == 0:
        monkeypatch.setattr(place, lambda *_: os._exit(9))
        with Library.open(paths, now=Clock()) as library:
            change(library)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 9


def test_killed_between_commit_and_replacement_the_mirror_is_late_not_changed(
    library: Library, paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([hogan()], command="add")
    library.close()
    killed_at(monkeypatch, paths, "os.replace", lambda library: library.add([ait()], command="add"))
    assert "meiguo" not in text(paths.references)
    with Library.open(paths, read_only=True) as reader:
        assert reader.status().references is MirrorState.PENDING
        assert len(reader) == 2
    with Library.open(paths) as again:
        assert again.status().references is MirrorState.CURRENT
    assert "meiguo2021renkou" in text(paths.references)
    assert sorted(os.listdir(paths.database.parent)) == ["checks.jsonl", "library.db", "references.json"]


def test_killed_between_commit_and_replacement_the_next_change_writes_both(
    library: Library, paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([hogan()], command="add")
    killed_at(monkeypatch, paths, "os.replace", lambda other: other.add([ait()], command="add"))
    library.add([leping()], command="add")
    assert len(json.loads(text(paths.references))) == 3


def test_what_another_process_left_half_written_does_not_become_the_mirror(
    library: Library, paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Between commit and replacement the lock is free: another process began its own file there, and was killed.
    def publish(*arguments: object) -> None:
        (paths.references.parent / ".references.json.tmp").write_text('[\n  {"id": "half')
        monkeypatch.undo()
        mirror.publish(*arguments)

    monkeypatch.setattr(mirror, "publish", publish)
    library.add([hogan()], command="add")
    assert json.loads(text(paths.references))[0]["id"] == "hogan2020lgbtq"
    assert library.status().references is MirrorState.CURRENT


def test_killed_before_the_commit_nothing_has_happened(
    library: Library, paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([hogan()], command="add")
    library.close()
    before = content(paths.database), text(paths.references)
    killed_at(monkeypatch, paths, "os.fsync", lambda library: library.add([ait()], command="add"))
    with Library.open(paths) as again:
        assert again.keys() == ("hogan2020lgbtq",)
        again.put(again.items(), command="nothing")
    assert (content(paths.database), text(paths.references)) == before


def test_a_late_mirror_that_somebody_changed_is_not_lost(
    library: Library, paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([hogan()], command="add")
    library.close()
    killed_at(monkeypatch, paths, "os.replace", lambda library: library.add([ait()], command="add"))
    change_title(paths, "Journal of", "Review of")
    theirs = text(paths.references)
    with Library.open(paths) as again:
        with pytest.raises(MirrorChanged):
            again.add([leping()], command="add")
        with pytest.raises(LibraryError, match="never reached it"):
            again.sync()
        assert text(paths.references) == theirs
        paths.references.unlink()
        again.sync()
        assert len(json.loads(text(paths.references))) == 2


def test_a_mirror_changed_while_a_change_is_stored_is_not_overwritten(
    library: Library, paths: LibraryPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([hogan()], command="add")

    def pulled(*_: object) -> None:
        paths.references.write_text("[]")

    monkeypatch.setattr(os, "fsync", pulled)
    with pytest.raises(MirrorChanged, match="the change is stored"):
        library.add([ait()], command="add")
    assert text(paths.references) == "[]"
    assert len(library) == 2
