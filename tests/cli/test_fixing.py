"""`check --fix` and `--save`: what is offered, what is changed, and that each change can be taken back."""

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time

import pytest

from web.fixtures import running_web, web
from web.services import ARTICLE, HOGAN_DOI
from web.wayback import SAVED

from .conftest import Article, environ

__all__ = ["running_web", "web"]

SETTINGS = """[links]
archive-interval = 0.001
save-interval = 0.001
save-interval-keys = 0.001
save-poll = 0.01
save-patience = 1
"""
TITLE = "人口販運問題報告"
REPORT = "http://gone.test/report"
SNAPSHOT = f"https://web.archive.org/web/20180301120000/{REPORT}"
BLOCKED = f"https://www.tandfonline.com/doi/full/{HOGAN_DOI}"
HOGAN = "LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability"
ITEMS = [
    {"id": "moved", "type": "webpage", "title": TITLE, "URL": "http://hops.test/301"},
    {"id": "gone", "type": "report", "title": "A report that is gone", "URL": REPORT,
     "accessed": {"date-parts": [[2018, 2, 1]]}},
    {"id": "blocked", "type": "article-journal", "title": HOGAN, "URL": BLOCKED},
    {"id": "dotted", "type": "article-journal", "title": "品質學報的文章", "DOI": "10.6220/joq.2012.19(1).01."},
    {"id": "named", "type": "article-journal", "title": ARTICLE, "URL": "http://publisher.test/old"},
    {"id": "other", "type": "article-journal", "title": "A grammar of forgotten scripts",
     "URL": "https://www.tandfonline.com/doi/full/10.5555/article"},
    {"id": "fine", "type": "webpage", "title": "ABC Report：人口販運", "URL": "http://good.test/wide"},
]  # fmt: skip


class Online:
    """An article whose network leads to the small web."""

    def __init__(self, article: Article, web) -> None:
        self.article = article
        self.options = [part for rule in web.resolve for part in ("--resolve", rule)] + ["--ca-file", web.ca_file]

    def __call__(self, *arguments: str, **how):
        return self.article("check", *arguments, *self.options, **how)

    def item(self, key: str) -> dict:
        return next(one for one in self.article.items() if one["id"] == key)

    def at_the_terminal(self, *arguments: str, answers: str) -> tuple[int, str]:
        """Run on a terminal, and give an answer whenever one is asked for."""
        main, other = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "tipcite", "check", *arguments, *self.options],
            cwd=self.article.folder, env=environ(self.article.folder), stdin=other, stdout=other, stderr=other,
        )  # fmt: skip
        os.close(other)
        shown, asked, end = b"", 0, time.monotonic() + 60
        while time.monotonic() < end:
            if not select.select([main], [], [], 0.5)[0]:
                continue
            try:
                piece = os.read(main, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
            while shown.count(b"quit (y, n, s, a, q) [n]: ") > asked:
                answer = answers[asked : asked + 1] or "q"
                if answer == "\x03":  # what a terminal makes of Ctrl-C
                    process.send_signal(signal.SIGINT)
                else:
                    os.write(main, answer.encode() + b"\n")
                asked += 1
        os.close(main)
        return process.wait(timeout=30), shown.decode()


@pytest.fixture
def online(article, web) -> Online:
    article.write("tipcite.toml", SETTINGS)
    article.write("items.json", json.dumps(ITEMS))
    article("import", "items.json", code=None)
    return Online(article, web)


def test_a_script_takes_everything_that_is_safe(online):
    ended = online("--fix=all", code=3)
    assert online.item("moved")["URL"] == "http://good.test/utf8"
    assert online.item("gone")["custom"] == {
        "archive-url": SNAPSHOT,
        "archive-date": "2018-03-01",
        "url-status": "dead",
    }
    assert online.item("gone")["URL"] == REPORT
    assert (online.item("blocked")["DOI"], "URL" in online.item("blocked")) == (HOGAN_DOI, False)
    assert online.item("dotted")["DOI"] == "10.6220/joq.2012.19(1).01"
    assert online.item("fine") == ITEMS[-1]
    assert "undo" in ended.err


def test_the_doi_in_an_address_is_taken_only_when_it_is_the_works(online):
    online("--fix=all", code=3)
    assert online.item("other") == ITEMS[-2]


def test_a_moved_page_may_name_its_doi(online):
    online("named", "--fix=doi", code=3)
    assert (online.item("named")["DOI"], "URL" in online.item("named")) == ("10.5555/article", False)


@pytest.mark.parametrize(
    ("kind", "changed"),
    [("moved", {"moved", "named"}), ("doi", {"blocked", "dotted", "named"}), ("archive", {"gone"})],
)
def test_a_script_may_take_one_kind(online, kind, changed):
    before = {one["id"]: one for one in online.article.items()}
    online(f"--fix={kind}", code=3)
    assert {one["id"] for one in online.article.items() if one != before[one["id"]]} == changed


def test_each_change_is_taken_back_by_itself(online):
    online("--fix=moved", code=3)
    online.article("undo")
    assert len({online.item("moved")["URL"], online.item("named")["URL"]} & {"http://hops.test/301"}) <= 1
    online.article("undo")
    assert [online.item(key)["URL"] for key in ("moved", "named")] == [ITEMS[0]["URL"], ITEMS[4]["URL"]]


def test_what_was_put_right_is_not_offered_again(online):
    online("moved", "blocked", "dotted", "--fix=all", code=3)
    again = online("moved", "blocked", "dotted", "--fix=all", code=None)
    assert "nothing to offer" in again.err


def test_the_author_is_asked_at_the_terminal(online):
    code, shown = online.at_the_terminal("moved", "gone", "dotted", "--fix", answers="ny")
    assert code == 3
    assert "DOI 10.6220/joq.2012.19(1).01. → https://doi.org/10.6220/joq.2012.19(1).01" in shown
    assert "http://good.test/utf8" in shown
    changed = [key for key in ("moved", "dotted", "gone") if online.item(key) not in ITEMS]
    assert len(changed) == 1


def test_all_takes_the_rest(online):
    online.at_the_terminal("moved", "gone", "dotted", "--fix", answers="a")
    assert not [key for key in ("moved", "dotted", "gone") if online.item(key) in ITEMS]


def test_what_was_taken_before_ctrl_c_stands(online):
    code, _ = online.at_the_terminal("moved", "gone", "--fix", answers="y\x03")
    assert code == 130
    assert len([key for key in ("moved", "gone") if online.item(key) not in ITEMS]) == 1


def test_quitting_changes_nothing_more(online):
    _, shown = online.at_the_terminal("moved", "gone", "--fix", answers="q")
    assert "nothing was changed" in shown
    assert [online.item("moved"), online.item("gone")] == ITEMS[:2]


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (("--fix",), {}, "--fix asks on a terminal"),
        (("--fix=all", "--ci"), {}, "not for CI"),
        (("--fix=all",), {"CI": "true"}, "not for CI"),
        (("--save",), {"CI": "true"}, "not for CI"),
        (("items.json", "--fix=all"), {}, "not files"),
        (("--fix=all", "--offline"), {}, "needs the network"),
        (("--fix=everything",), {}, "everything"),
    ],
)
def test_what_can_not_be_is_refused_with_a_line(online, arguments, environment, said):
    ended = online(*arguments, code=2, **environment)
    assert said in ended.err
    assert ended.err.count("\n") == 1


def test_a_page_is_saved_and_its_snapshot_kept(online):
    ended = online("fine", "gone", "--save", code=3)
    snapshot = f"https://web.archive.org/web/{SAVED}/http://good.test/wide"
    assert online.item("fine")["custom"] == {
        "archive-url": snapshot,
        "archive-date": "2026-11-22",
        "url-status": "live",
    }
    assert "custom" not in online.item("gone")
    assert snapshot in ended.err
    online.article("undo")
    assert "custom" not in online.item("fine")


def test_the_snapshot_of_a_page_that_is_gone_is_printed(online):
    before = online.article("format", "gone", "--to", "text").out
    assert REPORT in before
    online("gone", "--fix=archive", code=3)
    assert SNAPSHOT in online.article("format", "gone", "--to", "text").out
    online.article.write("tipcite.toml", SETTINGS + '[format]\nshow-archived = "never"\n')
    assert online.article("format", "gone", "--to", "text").out == before


def test_a_page_that_was_saved_and_died_is_cited_by_its_snapshot(online, web):
    snapshot = {"archive-url": SNAPSHOT, "archive-date": "2018-03-01"}
    saved = {"id": "kept", "type": "report", "title": "Kept before", "URL": f"{REPORT}?2"}
    online.article.write("more.json", json.dumps([{**saved, "custom": {**snapshot, "url-status": "live"}}]))
    online.article("import", "more.json")
    online("kept", "--fix=archive", code=3)
    assert online.item("kept")["custom"] == {**snapshot, "url-status": "dead"}
    assert "web.archive.org" not in web.record.hosts()


def test_what_is_kept_is_not_saved_twice(online, web):
    online("fine", "--save")
    web.record.clear()
    assert "no page to save" in online("fine", "--save").err
    assert "web.archive.org" not in web.record.hosts()


def test_keys_come_from_the_environment_and_are_shown_nowhere(online, web):
    ended = online("fine", "--save", "-v", IA_ACCESS_KEY_ID="mykey", IA_SECRET_ACCESS_KEY="s3cret")
    assert [head["Authorization"] for head in web.record.headers if "Authorization" in head] == ["LOW mykey:s3cret"]
    assert "s3cret" not in ended.out + ended.err + "".join(online.article.mirrors())


def test_base_addresses_are_settings(online, web):
    online.article.write("tipcite.toml", SETTINGS + '[sources]\nwayback = "http://web.archive.org"\n')
    online("gone", "--fix=archive", code=3)
    assert online.item("gone")["custom"]["archive-url"] == SNAPSHOT.replace("https://web", "http://web")
