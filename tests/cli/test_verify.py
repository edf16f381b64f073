# ruff: noqa: E501 (rows of references are read across)
"""`verify` as its users run it: libraries and files, lines, tables and JSON, exit codes."""

from __future__ import annotations

import json

import pytest

from web.fixtures import running_web, web
from web.troubles import trouble

from .conftest import Article
from .test_terminal import on_terminal

__all__ = ["running_web", "web"]

LAKE = {
    "id": "lake", "type": "article-journal", "title": "Tides of a mountain lake",
    "author": [{"family": "Marten", "given": "A."}, {"family": "Osei", "given": "K."}, {"family": "Pike", "given": "I."}],
    "issued": {"date-parts": [[2018]]}, "container-title": "J. Inland Waters", "DOI": "10.5555/verify.lake",
}  # fmt: skip
BIB = """@article{lake,
  author = {Marten, Ada B. and Osei, Kofi and Pike, Ira},
  title = {Tides of a Mountain Lake},
  journal = {Journal of Inland Waters}, year = 2018, volume = 21, pages = {201--219}, doi = {10.5555/verify.lake}
}
@article{invented,
  author = {Doe, Jane}, title = {Machine learning for the dating of medieval ink},
  journal = {Journal of Inks}, year = 2020, doi = {10.5555/verify.book}
}
"""


class Online:
    """An article whose network leads to the small web."""

    def __init__(self, article: Article, web) -> None:
        self.article = article
        self.options = [part for rule in web.resolve for part in ("--resolve", rule)] + ["--ca-file", web.ca_file]

    def __call__(self, *arguments: str, **how):
        return self.article("verify", *arguments, *self.options, **how)

    def with_items(self, *items: dict) -> None:
        self.article.write("items.json", json.dumps(items))
        self.article("import", "items.json", code=None)


@pytest.fixture
def online(article, web) -> Online:
    return Online(article, web)


def test_a_library_is_verified_a_line_a_source(online):
    online.with_items(LAKE, {"id": "none", "type": "webpage", "title": "最新消息"})
    ended = online()
    assert ended.out == "lake\tverified\t10.5555/verify.lake\t\nnone\tnot checkable\t\tit has no DOI\n"
    assert ended.err.endswith("2 sources: 1 verified, 1 not checkable\n")
    assert online.article("log").out.count("\n") == 1, "nothing is changed"


def test_a_bib_file_needs_no_library_and_invented_references_are_found(online, tmp_path):
    elsewhere = Article(tmp_path / "elsewhere")
    elsewhere.folder.mkdir()
    elsewhere.write("draft.bib", BIB)
    ended = elsewhere("verify", "draft.bib", *online.options, code=3)
    lake, invented = ended.out.splitlines()
    assert lake == "lake\tdiffers\t10.5555/verify.lake\tvolume: '21' here, '12' there"
    assert invented.startswith("invented\tanother work\t10.5555/verify.book\tthe DOI is that of “An Atlas of Vanished")
    assert "1 differs, 1 another work" in ended.err


def test_a_pasted_list_on_stdin(online):
    text = "Marten, A. B., Osei, K., & Pike, I. (2018). Tides of a mountain lake. Journal of Inland Waters, 12(3), 201-219. https://doi.org/10.5555/verify.lake\n"
    found = online("-", "--json", stdin=text, code=None).json()
    assert [(one["verdict"], one["doi"]) for one in found] == [("verified", "10.5555/verify.lake")]


def test_json_says_each_field(online):
    online.with_items(LAKE | {"issued": {"date-parts": [[1999]]}, "author": [{"literal": "陳岸生"}]})
    (found,) = online("--json", code=3).json()
    verdicts = {one["field"]: one["verdict"] for one in found["fields"]}
    assert (verdicts["issued"], verdicts["author"], verdicts["title"]) == ("differs", "incomparable", "same")
    assert verdicts["volume"] == "missing here"
    assert (found["verdict"], found["agency"], found["flags"], found["offer"]) == ("differs", "Crossref", [], None)
    years = next(one for one in found["fields"] if one["field"] == "issued")
    assert (years["here"], years["there"]) == ("1999", "2018/2019")


def test_a_doi_is_offered_where_there_is_none(online):
    online.with_items({**LAKE, "DOI": ""})
    (found,) = online("--json").json()
    assert found["offer"]["doi"] == "10.5555/verify.lake"
    assert "Crossref has “Tides of a mountain lake" in found["message"]


def test_a_table_with_marks_on_a_terminal(online):
    online.with_items(LAKE | {"volume": "21"})
    shown = on_terminal(online.article, "verify", *online.options, columns=100)
    head, _, row, line = shown.splitlines()[:4]
    assert head.split() == ["key", "verdict", "title", "names", "year", "in", "vol", "no", "pp", "publ"]
    assert row.split() == ["lake", "differs", "=", "≈", "=", "=", "≠", "+", "+"]
    assert line == "lake: volume: '21' here, '12' there"
    assert "≠ differs" in shown


def test_a_retraction_makes_exit_3(online):
    online.with_items(
        {"id": "r", "type": "article-journal", "title": "Coral nurseries and the price of patience",
         "author": [{"family": "Varga", "given": "L."}], "DOI": "10.5555/verify.retracted"}
    )  # fmt: skip
    ended = online(code=3)
    assert "retracted 2022-05-01: 10.5555/notice" in ended.out
    assert "1 verified, 1 retracted" in ended.err


def test_silence_is_a_line_each_and_exit_1_or_3(online):
    online.with_items(LAKE | {"id": "a", "DOI": "10.5555/down"})
    ended = online(code=1)
    assert "a: 10.5555/down: Crossref answered 500; try again later\n" in ended.err
    online.with_items(LAKE)
    assert "1 silent" in online(code=3).err


def test_no_network_is_no_traceback(article):
    article.write("items.json", json.dumps([LAKE]))
    article("import", "items.json")
    options = ["--resolve", "*:443:127.0.0.1:1", "--allow-private"]
    article.write("tipcite.toml", '[links]\nretry-delays = "0.01"\n')
    ended = article("verify", *options, code=1)
    assert "lake: 10.5555/verify.lake: " in ended.err


def test_wrong_words(online):
    assert "no item has the key 'nobody'" in online("nobody", code=1).err
    assert "there is no such file" in online("missing.bib", code=1).err
    online.article.write("empty.bib", "")
    assert "there are no references in it" in online("empty.bib", code=3).err
    assert online("empty.bib", "--json", code=3).json() == []


RIVER = {
    "id": "river", "type": "article-journal", "title": "Health of Salmo in CO2 < 5 %", "PMID": "30000001", "volume": "21",
    "author": [{"family": "Brook", "given": "A. M."}], "container-title": "Journal of River Medicine",
}  # fmt: skip


def test_a_verdict_names_by_what_and_at_whom_it_was_found(online):
    online.with_items(RIVER, {"id": "lost", "type": "book", "title": "A book", "ISBN": "9780000000002"})
    ended = online(code=3)
    river = next(line for line in ended.out.splitlines() if line.startswith("river"))
    assert river.startswith("river\tdiffers\tPMID:30000001\tPubMed has its DOI: 10.5555/river.30000001; ")
    assert "volume: '21' here, '12' there" in river
    assert "lost\tnot checkable\tISBN 9780000000002\tneither Open Library nor Google Books knows" in ended.out
    found = online("river", "--json", code=3).json()[0]
    assert (found["asked"], found["doi"], found["agency"]) == ("PMID:30000001", None, "PubMed")
    assert found["offer"]["doi"] == "10.5555/river.30000001"


def test_a_registry_that_is_silent_is_a_line_and_exit_1(online):
    online.with_items(RIVER)
    with trouble("429, wait an hour", "eutils.ncbi.nlm.nih.gov"):
        ended = online(code=1)
    assert "river: PubMed takes no more requests now (429); try 'PMID:30000001' again later\n" in ended.err
