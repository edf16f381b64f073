# ruff: noqa: E501 (rows of references are read across)
"""`update`: agencies and pages asked again, shown as a diff, taken as the author says, taken back."""

from __future__ import annotations

import json

import pytest

from web.fixtures import running_web, web

from .conftest import Article
from .conversation import converse

__all__ = ["running_web", "web"]

LAKE = {
    "id": "lake", "type": "article-journal", "title": "Tides of a mountain lake",
    "author": [{"family": "Marten", "given": "Ada B."}, {"family": "Osei", "given": "Kofi"}, {"family": "Pike", "given": "Ira"}],
    "issued": {"date-parts": [[2018]]}, "container-title": "Journal of Inland Waters", "page": "201-229",
    "DOI": "10.5555/verify.lake",
}  # fmt: skip


class Online:
    """An article whose network leads to the small web."""

    def __init__(self, article: Article, web) -> None:
        self.article = article
        self.options = [part for rule in web.resolve for part in ("--resolve", rule)] + ["--ca-file", web.ca_file]

    def __call__(self, *arguments: str, **how):
        return self.article("update", *arguments, *self.options, **how)

    def with_items(self, *items: dict) -> None:
        self.article.write("items.json", json.dumps(items))
        self.article("import", "items.json", code=None)

    def item(self, key: str) -> dict:
        return next(one for one in self.article.items() if one["id"] == key)


@pytest.fixture
def online(article, web) -> Online:
    return Online(article, web)


def test_a_diff_is_shown_and_nothing_is_changed_unless_asked(online):
    online.with_items(LAKE)
    before = online.article.mirrors()
    ended = online()
    assert "lake: volume: (nothing) → 12 (Crossref)\n" in ended.out
    assert "lake: page: 201-229 → 201-219 (Crossref)\n" in ended.out
    assert "lake: issue: (nothing) → 3 (Crossref)\n" in ended.out
    assert "author" not in ended.out
    assert "--yes takes what is offered" in ended.err
    online("--yes", "--dry-run")
    assert online.article.mirrors() == before


def test_yes_takes_it_as_one_change_that_undo_takes_back(online):
    online.with_items(
        LAKE, LAKE | {"id": "other", "title": "Nets that learn to let go", "DOI": "10.5555/verify.number"}
    )
    before = online.article.items()
    online("--yes")
    lake = online.item("lake")
    assert (lake["volume"], lake["issue"], lake["page"]) == ("12", "3", "201-219")
    assert lake["custom"]["tipcite"]["provenance"]["source"] == "crossref"
    assert online.item("other")["volume"] == "4"
    online.article("undo")
    assert online.article.items() == before
    online("--yes")
    assert "nothing is said otherwise" in online("lake").err


def test_what_was_made_by_hand_is_shown_and_left_until_it_is_named(online):
    online.with_items(LAKE)
    online.article("set", "lake", "page=201-230", "issue=4")
    ended = online("--yes")
    assert "lake: page: 201-230 → 201-219 [made by hand] (Crossref)\n" in ended.out
    assert "--field NAME" in ended.err
    lake = online.item("lake")
    assert (lake["page"], lake["issue"], lake["volume"]) == ("201-230", "4", "12")
    online("--yes", "--field", "pages")
    assert (online.item("lake")["page"], online.item("lake")["issue"]) == ("201-219", "4")
    # What an update wrote is not made by hand.
    assert "[made by hand]" not in online("--field", "page").out


def test_a_title_in_another_script_is_not_overwritten(online):
    online.with_items(
        {"id": "zh", "type": "article-journal", "title": "海岸管理法制之檢討與展望", "author": [{"family": "陳", "given": "岸生"}],
         "DOI": "10.5555/verify.romanised"}
    )  # fmt: skip
    assert "zh: author: 陳岸生 → An-Sheng Chen [in another script] (Crossref)\n" in online("--yes").out
    item = online.item("zh")
    assert (item["title"], item["volume"]) == ("海岸管理法制之檢討與展望", "21")


def test_the_author_is_asked_on_a_terminal(online):
    online.with_items(LAKE)
    code, shown = converse(online.article, "update", *online.options, answers=["c", "y", *"nnnnnnnn"])
    assert (code, "choose" in shown) == (0, True)
    assert sum(name in online.item("lake") for name in ("volume", "issue", "publisher")) <= 1
    code, _ = converse(online.article, "update", *online.options, answers=["y"])
    assert (code, online.item("lake")["volume"]) == (0, "12")
    online.article("undo")
    code, _ = converse(online.article, "update", *online.options, answers=["q"])
    assert "volume" not in online.item("lake")


def test_json_says_what_was_taken(online):
    online.with_items(LAKE)
    online.article("set", "lake", "page=1")
    (found,) = online("--yes", "--json").json()
    fields = {one["field"]: (one["old"], one["new"], one["held"], one["taken"]) for one in found["fields"]}
    assert fields["volume"] == (None, "12", None, True)
    assert fields["page"] == ("1", "201-219", "made by hand", False)
    assert (found["key"], found["source"], found["error"]) == ("lake", "crossref", None)


def test_a_page_is_asked_again_and_was_seen(online):
    online.article("add", "http://good.test/utf8", "--key", "page", *online.options)
    online.article("set", "page", "title=")
    assert "[made by hand]" in online("page").out
    assert online("page", "--yes", "--field", "title").code == 0
    assert online.item("page")["title"]
    assert "http://good.test/utf8" in online.article.mirrors()[1]


@pytest.mark.parametrize(
    "doi", ["10.5555/busy", "10.5555/down", "10.5555/page", "10.5555/broken", "10.5555/unregistered"]
)
def test_a_failure_is_a_line_and_changes_nothing(online, doi):
    online.with_items(LAKE | {"DOI": doi})
    before = online.article.items()
    ended = online("--yes", code=1)
    assert ended.err.startswith("lake: ")
    assert doi in ended.err.splitlines()[0]
    assert online.article.items() == before
    online.with_items(LAKE | {"id": "good", "title": "Tides of a mountain lake: a long watch"})
    online("--yes", code=3)


def test_what_has_no_source_is_counted(online):
    online.with_items({"id": "b", "type": "book", "title": "A book"})
    assert "0 sources asked about, 1 with nothing to ask by, nothing" in online().err
    assert "there is no field 'nonsense'" in online("--field", "nonsense", code=1).err
