"""`dedupe`: pairs side by side, merged field by field, kept apart for good, taken back."""

from __future__ import annotations

import json

import pytest
from rich.cells import cell_len

from tipcite.cli.deduping.showing import side_by_side
from tipcite.model import item_from_csl

from .conftest import Article
from .conversation import converse

LAKE = {
    "id": "marten2018tides",
    "type": "article-journal",
    "title": "Tides of a mountain lake",
    "author": [{"family": "Marten", "given": "Ada"}],
    "issued": {"date-parts": [[2018]]},
    "container-title": "Journal of Inland Waters",
    "page": "201-219",
    "custom": {"tipcite": {"tags": ["lakes"], "notes": ["read"]}},
}
AGAIN = LAKE | {
    "id": "tides",
    "title": "TIDES OF A MOUNTAIN LAKE",
    "author": [{"family": "Marten", "given": "A."}],
    "container-title": "J. Inland Waters",
    "volume": "12",
    "custom": {"tipcite": {"tags": ["water"], "notes": ["buy"]}},
}
OTHER_PAGES = LAKE | {"id": "other", "page": "301-319", "custom": {}}


@pytest.fixture
def twice(article) -> Article:
    """A library in which a work stands twice, as `sync` takes it over from a mirror that somebody joined."""
    return with_items(article, [LAKE, AGAIN])


def with_items(article: Article, items: list[dict]) -> Article:
    article.write("refs/references.json", json.dumps(sorted(items, key=lambda item: item["id"])))
    article("sync")
    return article


def item(article: Article, key: str) -> dict:
    return next(one for one in article.items() if one["id"] == key)


def test_pairs_are_listed_with_reason_and_score(twice):
    ended = twice("dedupe", code=3)
    left, right, certainty, score, reason = ended.out.strip().split("\t")
    assert (left, right, certainty) == ("tides", "marten2018tides", "certain")
    assert int(score) > 90
    assert reason == "the same title, creators and year"
    assert "1 pair to look at" in ended.err
    (pair,) = twice("dedupe", "--json", code=3).json()
    assert pair["keys"] == [left, right]
    assert {one["field"] for one in pair["differences"]} == {"author", "container-title"}
    assert not any(one["contradicts"] for one in pair["differences"])
    assert len(twice.items()) == 2


def test_yes_merges_what_does_not_contradict_and_undo_takes_it_back(twice):
    before = twice.items()
    assert "1 pair merged" in twice("dedupe", "--yes").err
    (kept,) = twice.items()
    assert (kept["id"], kept["volume"], kept["page"]) == ("tides", "12", "201-219")
    own = kept["custom"]["tipcite"]
    assert (own["aliases"], own["tags"], own["notes"]) == (["marten2018tides"], ["lakes", "water"], ["buy", "read"])
    # Nothing is lost: what gave way stands in the provenance.
    (was,) = own["provenance"]["merged"]
    assert was["fields"]["title"] == "Tides of a mountain lake"
    # What is written already still works.
    assert twice("cite", "marten2018tides").out == twice("cite", "tides").out
    assert "cited also as    marten2018tides" in twice("show", "marten2018tides").out
    twice("undo")
    assert twice.items() == before


def test_yes_leaves_what_contradicts_or_is_doubtful(article):
    with_items(article, [LAKE, OTHER_PAGES])
    assert "1 pair to look at" in article("dedupe", "--yes", code=3).err
    assert len(article.items()) == 2


def test_dry_run_changes_nothing(twice):
    before = twice.mirrors()
    assert "1 pair would be merged" in twice("dedupe", "--yes", "--dry-run", code=3).err
    assert twice.mirrors() == before


def test_no_pair_is_exit_0(seed):
    ended = seed("dedupe")
    assert (ended.out, ended.err) == ("", "3 sources, no duplicates\n")
    assert seed("dedupe", "--json").json() == []
    assert "no item has the key 'nobody'" in seed("dedupe", "nobody", code=1).err


def test_field_by_field_at_the_terminal(twice):
    code, shown = converse(twice, "dedupe", answers=["m", "b", "a"])
    assert code == 0
    assert "1 of 1: certain" in shown
    assert "container-title\n  a: J. Inland Waters\n  b: Journal of Inland Waters" in shown
    (kept,) = twice.items()
    assert kept["author"] == LAKE["author"]
    assert kept["container-title"] == "J. Inland Waters"


def test_the_other_key_can_be_kept(twice):
    converse(twice, "dedupe", answers=["o", "", ""])
    (kept,) = twice.items()
    assert (kept["id"], kept["title"]) == ("marten2018tides", LAKE["title"])
    assert twice("show", "tides").out == twice("show", "marten2018tides").out


def test_what_is_kept_apart_is_not_asked_again_until_it_is_forgotten(twice):
    code, shown = converse(twice, "dedupe", answers=["k"])
    assert (code, "two works" in shown) == (0, True)
    assert twice("dedupe").out == ""
    # It travels in the mirror.
    (twice.folder / "refs" / "library.db").unlink()
    assert twice("dedupe").out == ""
    assert item(twice, "tides")["custom"]["tipcite"]["distinct-from"] == ["marten2018tides"]
    twice("dedupe", "--forget", "marten2018tides")
    assert twice("dedupe", code=3).out != ""
    twice("undo")
    assert twice("dedupe").out == ""


def test_skip_and_quit_change_nothing(twice):
    before = twice.mirrors()
    assert converse(twice, "dedupe", answers=["s"])[0] == 3
    assert converse(twice, "dedupe", answers=["q"])[0] == 3
    assert twice.mirrors() == before


def test_three_of_one_work_become_one(article):
    third = LAKE | {"id": "third", "DOI": "10.5555/lake", "custom": {}}
    with_items(article, [LAKE, AGAIN, third])
    article("dedupe", "--yes")
    (kept,) = article.items()
    assert set(kept["custom"]["tipcite"]["aliases"]) | {kept["id"]} == {"marten2018tides", "tides", "third"}
    assert kept["DOI"] == "10.5555/lake"
    for key in ("marten2018tides", "tides", "third"):
        assert article("export", key, "--to", "csl-json").json()[0]["id"] == kept["id"]


def test_an_original_and_its_translation_are_named_not_merged(article):
    original = {
        "id": "a", "type": "book", "title": "港口的社會史", "issued": {"date-parts": [[2008]]},
        "custom": {"tipcite": {"en": {"title": "A social history of ports"}}},
    }  # fmt: skip
    english = {"id": "b", "type": "book", "title": "A Social History of Ports", "issued": {"date-parts": [[2012]]}}
    with_items(article, [original, english])
    ended = article("dedupe", "--yes")
    assert "\ttranslation\t" in ended.out
    assert "'tipcite variant'" in ended.err
    assert len(article.items()) == 2


def test_an_import_says_what_it_filled_and_what_is_alike(twice):
    twice("dedupe", "--yes")
    more = [AGAIN | {"issue": "3", "DOI": "10.5555/lake"}, OTHER_PAGES, LAKE | {"id": "new", "title": "Reefs"}]
    twice.write("more.json", json.dumps(more))
    foreseen = twice("import", "more.json", "--dry-run", "--json").json()
    answer = twice("import", "more.json", "--json").json()
    assert foreseen == answer
    assert answer["filled"] == [{"key": "tides", "fields": ["issue", "DOI"]}]
    assert (answer["added"], answer["known"]) == (["other", "new"], 1)
    assert [one["code"] for one in answer["problems"]] == ["known", "similar"]
    twice("undo")
    said = twice("import", "more.json").err
    assert "as 'tides'; filled there: issue, DOI" in said
    assert "2 sources imported; 1 known already, 1 filled" in said


def test_adding_a_known_source_says_so_and_fills(twice):
    twice("dedupe", "--yes")
    arguments = ["--type", "article-journal", "--title", "Tides of a mountain lake", "--author", "Marten, Ada"]
    said = twice("add", *arguments, "--issued", "2018", "--issue", "3").err
    assert "'tides'; filled there: issue" in said
    assert item(twice, "tides")["issue"] == "3"


@pytest.mark.parametrize("width", [30, 60, 100])
def test_two_columns_fit_whatever_the_script(width):
    one = item_from_csl(LAKE | {"title": "臺灣西部沿海漁村之變遷：" * 4, "publisher": "很長的出版社名稱" * 3})
    for line in side_by_side(one, item_from_csl(AGAIN), width):
        plain = line.replace("\x1b[31m", "").replace("\x1b[32m", "").replace("\x1b[33m", "")
        assert cell_len(plain.replace("\x1b[1m", "").replace("\x1b[0m", "")) <= width
