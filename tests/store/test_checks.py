"""Checks in the library: committed batch by batch, mirrored once, joined with what others saw, thinned, migrated."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tipcite.errors import LibraryError, NothingToUndo
from tipcite.links import targets
from tipcite.model import Item, Retrieval, State, Verdict, Why
from tipcite.store import Library, LibraryPaths, MirrorState, StateRules, parse_checks
from tipcite.store.migrations import APPLICATION_ID, MIGRATIONS
from tipcite.store.mirror_text import retrieval_text

from .conftest import Clock
from .samples import ait, hogan, seen

PAGE = "https://example.org/"


def dead(time: str, target: str = PAGE) -> Retrieval:
    return seen(target, time, Verdict.DEAD)


def days(*numbers: int) -> list[Retrieval]:
    return [dead(f"2026-03-{number:02d}T08:00:00Z") for number in numbers]


def state(library: Library) -> State:
    (found,) = library.link_states()
    return found.state


def test_a_batch_is_stored_when_it_is_recorded_and_mirrored_at_the_end(library: Library, paths: LibraryPaths) -> None:
    library.record_checks([seen()])
    with Library.open(paths, read_only=True) as reader:
        assert reader.retrievals() == (seen(),)
        assert reader.status().checks is MirrorState.PENDING
    assert paths.checks.read_text() == ""
    library.record_checks([seen(time="2021-08-01T00:00:00Z")])
    library.write_checks()
    assert len(paths.checks.read_text().splitlines()) == 3
    assert library.status().checks is MirrorState.CURRENT


def test_closing_writes_the_mirror(paths: LibraryPaths) -> None:
    with Library.create(paths) as library:
        library.record_checks([seen()])
    assert retrieval_text(seen()) in paths.checks.read_text().splitlines()


def test_a_check_is_no_change_that_is_undone(library: Library) -> None:
    library.record_checks([seen()])
    assert library.history() == ()
    with pytest.raises(NothingToUndo):
        library.undo()


def test_another_change_in_the_middle_of_a_check_mirrors_all(library: Library, paths: LibraryPaths) -> None:
    library.record_checks([seen()])
    with Library.open(paths) as other:
        other.add([hogan()], command="add")
    assert retrieval_text(seen()) in paths.checks.read_text().splitlines()
    library.record_checks([seen(time="2021-08-01T00:00:00Z")])
    library.write_checks()
    assert len(paths.checks.read_text().splitlines()) == 3


def test_what_git_brought_during_a_check_is_joined_not_overwritten(library: Library, paths: LibraryPaths) -> None:
    library.record_checks([seen()])
    paths.checks.write_text(retrieval_text(seen("https://else.org/")) + "\n")
    library.write_checks()
    assert {one.target for one in library.retrievals()} == {PAGE, "https://else.org/"}
    assert {state.target for state in library.link_states()} == {PAGE, "https://else.org/"}
    assert library.status().checks is MirrorState.CURRENT


def test_a_mirror_that_git_made_unreadable_loses_no_check(library: Library, paths: LibraryPaths) -> None:
    library.record_checks([seen()])
    paths.checks.write_text("{broken\n")
    with pytest.raises(LibraryError, match=r"checks\.jsonl:1"):
        library.write_checks()
    assert paths.checks.read_text() == "{broken\n"
    assert library.retrievals() == (seen(),)
    paths.checks.unlink()
    library.sync()
    assert retrieval_text(seen()) in paths.checks.read_text()


def test_the_items_mirror_is_not_looked_at_by_a_check(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    edited = paths.references.read_text().replace("Homeless", "Unhoused")
    paths.references.write_text(edited)
    library.record_checks([seen()])
    library.write_checks()
    assert paths.references.read_text() == edited
    assert library.sync().changed == ("hogan2020lgbtq",)


KILLED = """
import os, signal, sys
from pathlib import Path
from tipcite.model import Retrieval, Verdict, Why
from tipcite.store import Library, LibraryPaths
library = Library.open(LibraryPaths.in_folder(Path(sys.argv[1])))
for batch in range(50):
    library.record_checks([
        Retrieval(target=f"https://h{batch}.org/{n}", time="2026-03-01T00:00:00Z", verdict=Verdict.OK, why=Why.HTTP_OK)
        for n in range(100)
    ])
    print(batch, flush=True)
"""


def test_what_was_shown_before_a_kill_is_kept(paths: LibraryPaths, tmp_path: Path) -> None:
    Library.create(paths).close()
    with subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        shown = [process.stdout.readline() for _ in range(7)]
        process.send_signal(signal.SIGKILL)
        shown += process.stdout.readlines()
    batches = 1 + max(int(line) for line in shown if line.endswith(b"\n"))
    with Library.open(paths) as library:
        assert len(library.retrievals()) >= batches * 100
        assert library.status().checks is MirrorState.CURRENT
        assert len(paths.checks.read_text().splitlines()) == 2 * len(library.retrievals())


@pytest.mark.slow
def test_ten_thousand_checks_are_kept(library: Library) -> None:
    batches = [
        [seen(f"https://host{n % 50}.example.org/page/{number}-{n}") for n in range(500)] for number in range(20)
    ]
    for batch in batches:
        library.record_checks(batch)
    library.write_checks()
    assert len(library.link_states()) == 10_000


# Histories that travel


def test_a_clone_with_states_alone_goes_on_to_the_same_end(paths: LibraryPaths, tmp_path: Path) -> None:
    with Library.create(paths) as library:
        library.record_checks(days(1, 2))
    clone = LibraryPaths.in_folder(tmp_path / "clone")
    clone.checks.parent.mkdir(parents=True)
    lines = [line for line in paths.checks.read_text().splitlines() if '"record": "link"' in line]
    clone.checks.write_text("\n".join(lines) + "\n")
    with Library.open(clone) as cloned:
        assert cloned.retrievals() == ()
        assert state(cloned) is State.SUSPECT
        cloned.record_checks(days(4))
        assert state(cloned) is State.DEAD


def test_two_runners_histories_are_merged_in_any_order_and_twice(tmp_path: Path) -> None:
    texts = []
    for number, part in enumerate([days(1, 7), days(4), [seen("https://b.org/")]]):
        paths = LibraryPaths.in_folder(tmp_path / f"shard{number}")
        with Library.create(paths) as library:
            library.record_checks(part)
        texts.append(paths.checks.read_text())
    mirrors = set()
    for number, order in enumerate([(0, 1, 2), (2, 1, 0), (1, 0, 0, 2, 1)]):
        paths = LibraryPaths.in_folder(tmp_path / f"merged{number}")
        with Library.create(paths) as library:
            added = library.merge_checks([parse_checks(texts[shard], "checks.jsonl") for shard in order])
            assert added == 4
            assert library.merge_checks([parse_checks(texts[0], "checks.jsonl")]) == 0
        mirrors.add(paths.checks.read_text())
    assert len(mirrors) == 1
    (merged,) = mirrors
    assert '"state": "dead"' in merged


def test_git_merges_two_branches_histories(tmp_path: Path) -> None:
    """With the `union` driver git keeps the lines of both sides; the library makes one history of them."""

    def git(*words: str) -> None:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
        subprocess.run(["git", *identity, *words], cwd=tmp_path, check=True, capture_output=True)

    def checked(*retrievals: Retrieval) -> None:
        paths.database.unlink(missing_ok=True)
        with Library.open(paths) as library:
            library.record_checks(retrievals)
        git("commit", "-qam", "check")

    paths = LibraryPaths.in_folder(tmp_path)
    Library.create(paths).close()
    (tmp_path / ".gitattributes").write_text("refs/checks.jsonl merge=union\n")
    git("init", "-q")
    git("add", ".gitattributes", "refs/references.json", "refs/checks.jsonl")
    git("commit", "-qm", "start")
    checked(*days(1))
    git("checkout", "-qb", "other")
    checked(*days(4))
    git("checkout", "-q", "main")
    checked(*days(7))
    git("merge", "-q", "-m", "merge", "other")
    paths.database.unlink()
    with Library.open(paths) as library:
        assert len(library.retrievals()) == 3
        assert state(library) is State.DEAD
        library.sync()


def test_old_checks_are_thinned_and_the_state_stays(library: Library, paths: LibraryPaths) -> None:
    start = datetime(2024, 1, 1, tzinfo=UTC)
    times = [(start + timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%SZ") for day in range(0, 730, 2)]
    library.record_checks([dead(time) for time in times])
    before = library.link_states()
    library.write_checks()
    kept = [one.time for one in library.retrievals()]
    assert library.link_states() == before
    recent = [time for time in times if time >= "2024-12"]
    assert kept[-len(recent) :] == recent
    assert len(kept) == len(recent) + 11
    paths.database.unlink()
    with Library.open(paths) as again:
        assert again.link_states() == before


def test_rules_may_change_and_the_past_is_judged_anew(paths: LibraryPaths) -> None:
    with Library.create(paths) as library:
        library.record_checks(days(1))
        assert state(library) is State.SUSPECT
    with Library.open(paths, rules=lambda: StateRules(hard_after=1)) as strict:
        assert state(strict) is State.DEAD


# Older databases and mirrors

OLD_STATE = {
    "target": PAGE, "record": "link", "time": "2026-03-04T08:00:00Z", "verdict": "dead",
    "since": "2026-03-01T08:00:00Z", "failures": 2,
}  # fmt: skip


def old_line(retrieval: Retrieval) -> str:
    return retrieval_text(retrieval).replace('"http_403"', '"http_refused"')


def test_a_mirror_of_version_0_1_is_read(paths: LibraryPaths) -> None:
    paths.checks.parent.mkdir(parents=True)
    refused = Retrieval(
        target="https://b.org/", time="2026-03-01T08:00:00Z", verdict=Verdict.BLOCKED, why=Why.HTTP_403, status=403
    )
    lines = [json.dumps(OLD_STATE), *map(old_line, [*days(1, 4), refused])]
    paths.checks.write_text("\n".join(lines) + "\n")
    with Library.open(paths) as library:
        states = {one.target: one for one in library.link_states()}
        assert states[PAGE].state is State.DEAD
        assert states["https://b.org/"].state is State.BLOCKED
        assert refused in library.retrievals()


def test_a_state_of_version_0_1_alone_counts_nothing_that_it_does_not_say(paths: LibraryPaths) -> None:
    paths.checks.parent.mkdir(parents=True)
    paths.checks.write_text(json.dumps(OLD_STATE) + "\n")
    with Library.open(paths) as library:
        (found,) = library.link_states()
        assert (found.verdict, found.why, found.failures) == (Verdict.DEAD, None, ())
        library.record_checks(days(7))
        assert state(library) is State.SUSPECT


def first_schema(paths: LibraryPaths) -> None:
    """Make the database that version 0.1 would have made of two failed checks, with its entry of the history."""
    paths.database.parent.mkdir(parents=True)
    connection = sqlite3.connect(paths.database)
    for statement in MIGRATIONS[0]:
        assert isinstance(statement, str)
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("INSERT INTO meta VALUES ('written_by', '0.1.0')")
    texts = [retrieval_text(one) for one in days(1, 4)]
    connection.executemany(
        "INSERT INTO retrievals (target, time, verdict, why, final_url, content_type, title, sha256, json)"
        " VALUES (?, ?, 'dead', 'http_404', '', '', '', '', ?)",
        [(PAGE, one.time, text) for one, text in zip(days(1, 4), texts, strict=True)],
    )
    connection.execute(
        "INSERT INTO links VALUES (?, 'url', 'dead', ?, ?, '', 2, ?)",
        (PAGE, OLD_STATE["time"], OLD_STATE["since"], json.dumps(OLD_STATE)),
    )
    connection.execute(
        "INSERT INTO history VALUES (1, '2026-03-04T08:00:00Z', 'check', 'recorded 2 retrievals', 0, NULL)"
    )
    connection.executemany(
        "INSERT INTO changes (entry, kind, key) VALUES (1, ?, ?)", [("retrieval", texts[0]), ("link", PAGE)]
    )
    connection.commit()
    connection.close()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_database_of_version_0_1_is_summed_up_anew(paths: LibraryPaths, read_only: bool) -> None:
    first_schema(paths)
    with Library.open(paths, read_only=read_only) as library:
        assert state(library) is State.DEAD
        assert [one.time for one in library.retrievals()] == ["2026-03-01T08:00:00Z", "2026-03-04T08:00:00Z"]


def test_checks_of_version_0_1_are_not_taken_back(paths: LibraryPaths) -> None:
    first_schema(paths)
    with Library.open(paths, now=Clock()) as library:
        with pytest.raises(NothingToUndo):
            library.undo()
        library.add([ait()], command="add")
        library.record([replace(seen(), time="2026-03-09T00:00:00Z")], command="check")
        assert library.undo().command == "add"
        assert len(library.retrievals()) == 3


@pytest.mark.parametrize(
    "fields",
    [
        {"DOI": "10.1000/AbC", "URL": "https://doi.org/10.1000/abc"},
        {"DOI": "https://doi.org/10.1000/x%2Fy"},
        {"DOI": "doi:10.1000/x."},
        {"DOI": "no doi", "URL": "not an address"},
        {"URL": " https://dx.doi.org/10.1000/Z?a=b#c "},
        {"URL": "https://例子.tw/報告?x=%A4%A4"},
        {"URL": "https://doi.org/nothing"},
    ],
)
def test_the_store_names_links_as_the_check_asks_for_them(library: Library, fields: dict[str, str]) -> None:
    item = Item(key="a", fields=fields)
    library.add([item], command="add")
    connection = sqlite3.connect(library.paths.database)
    stored = {target for (target,) in connection.execute("SELECT target FROM item_links")}
    connection.close()
    assert stored == {target.value for target in targets(item)}
