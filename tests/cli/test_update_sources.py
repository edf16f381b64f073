"""`update` at every kind of source, well and unwell; what is known of a library that was made again; Ctrl-C."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading

import pytest

from web import pages
from web.catalogues import BOOK, TRANSLATED_BOOK
from web.fixtures import running_web, web
from web.troubles import trouble

from .conftest import environ
from .conversation import converse
from .test_update import Online

__all__ = ["running_web", "web"]

SETTINGS = """[links]
retry-delays = "0.01"
[sources]
arxiv_interval = 0.01
pubmed_interval = 0.01
"""
RIVERS = [{"family": "Brook", "given": "Anna M."}]
ITEMS = {
    "doi": {"DOI": "10.5555/verify.lake", "title": "Tides of a mountain lake"},
    "isbn": {"type": "book", "ISBN": BOOK, "title": "台灣法律史概論"},
    "chapter": {"type": "chapter", "ISBN": TRANSLATED_BOOK, "title": "Of dams", "author": RIVERS, "page": "1-9"},
    "pmid": {"PMID": "30000001", "title": "Health of Salmo in CO2 < 5 %"},
    "pmcid": {"PMCID": "PMC7000001", "title": "Health of Salmo in CO2 < 5 %"},
    "arxiv": {"type": "article", "number": "arXiv:hep-th/9901001", "author": RIVERS},
    "handle": {"type": "thesis", "URL": "https://hdl.handle.net/20.500.1/page", "title": "河流與市鎮之研究"},
    "place": {"ISSN": "1234-5679", "volume": "13", "page": "1-9", "title": "Floods in autumn"},
    "page": {"type": "report", "URL": "http://thesis.test/678", "title": "河流與市鎮之研究"},
}
OFFERS = {
    "doi": "doi: volume: (nothing) → 12 (Crossref)",
    "isbn": "isbn: publisher: (nothing) → 元照 (Open Library and Google Books)",
    "chapter": "chapter: container-title: (nothing) → The Measure of Rivers: a history (Open Library)",
    "pmid": "pmid: volume: (nothing) → 12 (PubMed)",
    "pmcid": "pmcid: volume: (nothing) → 12 (PubMed)",
    "arxiv": "arxiv: publisher: (nothing) → arXiv (arXiv)",
    "handle": "handle: author: (nothing) → 林小明 (thesis.test)",
    "place": "place: DOI: (nothing) → 10.5555/place-c (Crossref)",
    "page": "page: author: (nothing) → 林小明 (thesis.test)",
}


def item(key: str) -> dict:
    return {"id": key, "type": "article-journal", **ITEMS[key]}


@pytest.fixture
def online(article, web) -> Online:
    article.write("tipcite.toml", SETTINGS)
    return Online(article, web)


def answers(online: Online) -> set[str]:
    folder = online.article.folder / "refs" / "answers"
    return {one.name for one in folder.iterdir()} if folder.is_dir() else set()


def test_every_source_is_asked_and_each_offer_says_which(online):
    online.with_items(*map(item, ITEMS))
    ended = online()
    lines = ended.out.splitlines()
    assert [line for line in OFFERS.values() if line not in lines] == []
    assert "9 sources asked about, " in ended.err
    assert "nothing was changed; --yes takes what is offered" in ended.err
    found = {one["key"]: one for one in online("--json").json()}
    assert {key: one["asked"] for key, one in found.items()} == {
        "doi": "10.5555/verify.lake", "isbn": f"ISBN {BOOK}", "chapter": f"ISBN {TRANSLATED_BOOK}",
        "pmid": "PMID:30000001", "pmcid": "PMC7000001", "arxiv": "arXiv:hep-th/9901001", "handle": "hdl:20.500.1/page",
        "place": "1234-5679 13 1", "page": "http://thesis.test/678",
    }  # fmt: skip
    assert found["isbn"]["sources"] == ["open-library", "google-books"]
    assert found["doi"]["source"] == "crossref"


def test_offers_that_are_left_are_no_fault_and_make_exit_0(online):
    online.with_items(item("pmid"))
    assert online("--no-input", code=0).out
    assert online("--dry-run", "--yes", code=0).out
    assert online("--json", code=0).json()[0]["fields"]


def test_what_is_taken_keeps_its_answers_and_is_asked_there_again(online):
    online.with_items(item("pmid"), item("isbn"))
    online("--yes")
    provenance = {key: online.item(key)["custom"]["tipcite"]["provenance"] for key in ("pmid", "isbn")}
    assert {one["source"] for one in provenance.values()} == {"pubmed", "open-library"}
    raws = {one["raw"] for one in (*provenance.values(), *provenance["isbn"]["also"])}
    assert {name.partition(".")[0] for name in answers(online)} == raws
    # PubMed's record has a DOI: it is PubMed that is asked again.
    assert "DOI" in online.item("pmid")
    found = {one["key"]: one for one in online("--json").json()}
    assert found["pmid"]["asked"] == "PMID:30000001"
    assert found["pmid"]["fields"] == []


def test_of_a_chapter_only_what_its_book_says_is_offered(online):
    online.with_items(item("chapter"))
    (found,) = online("--json", "--yes").json()
    assert {one["field"] for one in found["fields"]} <= {
        "container-title", "publisher", "edition", "issued", "language", "publisher-place",
    }  # fmt: skip
    chapter = online.item("chapter")
    assert (chapter["title"], chapter["page"], chapter["author"]) == ("Of dams", "1-9", RIVERS)
    assert chapter["publisher"] == "Harbour Press"


def test_another_work_is_named_and_nothing_of_it_is_offered(online):
    online.with_items(item("pmid") | {"title": "A history of the printing press", "volume": "3"})
    ended = online("--yes", code=3)
    assert ended.out == ""
    assert "pmid: PubMed has another work under 'PMID:30000001': “Health of" in ended.err
    assert online.item("pmid")["volume"] == "3"
    online("--yes", "--field", "volume")
    assert online.item("pmid")["volume"] == "12"


def test_of_several_works_on_a_page_the_one_with_the_title_is_meant(online):
    place = item("place") | {"volume": "12", "page": "345", "title": "Floods in spring"}
    online.with_items(place, place | {"id": "lost", "title": "Droughts of a desert"})
    ended = online(code=3)
    assert "place: DOI: (nothing) → 10.5555/place-a (Crossref)" in ended.out
    assert "lost: 2 works stand at '1234-5679 12 345', and not one alone has this title; give its DOI\n" in ended.err


def test_where_one_source_knows_nothing_the_next_is_asked(online):
    online.with_items(item("pmid") | {"DOI": "10.5555/unregistered"})
    ended = online(code=3)
    assert "pmid: no agency has registered the DOI '10.5555/unregistered'; check its spelling\n" in ended.err
    assert "pmid: volume: (nothing) → 12 (PubMed)" in ended.out


def test_where_one_source_fails_no_other_is_asked_in_its_place(online, web):
    online.with_items(item("pmid") | {"DOI": "10.5555/down"})
    assert "pmid: Crossref answered 500 for '10.5555/down'; try again later\n" in online(code=1).err
    assert "eutils.ncbi.nlm.nih.gov" not in web.record.hosts()


FAILURES = {
    "404": "eutils.ncbi.nlm.nih.gov",
    "429, wait an hour": "eutils.ncbi.nlm.nih.gov",
    "500": "export.arxiv.org",
    "cut": "export.arxiv.org",
    "page": "api.crossref.org",
    "not JSON": "api.crossref.org",
    "empty": "eutils.ncbi.nlm.nih.gov",
}


@pytest.mark.parametrize("kind", FAILURES)
def test_a_source_that_fails_is_named_and_the_others_go_on(online, kind):
    host = FAILURES[kind]
    key = {"eutils.ncbi.nlm.nih.gov": "pmid", "export.arxiv.org": "arxiv", "api.crossref.org": "place"}[host]
    name = {"pmid": "PubMed", "arxiv": "arXiv", "place": "Crossref"}[key]
    online.with_items(item(key), item("page"))
    before = online.item(key)
    with trouble(kind, host):
        ended = online("--yes", code=3)
    assert any(line.startswith(f"{key}: {name}") for line in ended.err.splitlines()), ended.err
    assert ("2 sources asked about, 1 gave no answer" in ended.err, "page: author" in ended.out) == (True, True)
    assert online.item(key) == before
    assert online.item("page")["author"]
    assert online(key, "--yes").code == 0, "when it is well again"


def test_a_source_that_asks_for_a_pause_gets_it(online, web):
    online.with_items(item("pmid"))
    with trouble("429, wait 0.2 s", "eutils.ncbi.nlm.nih.gov"):
        assert OFFERS["pmid"] in online().out
    assert len(web.record.starts["eutils.ncbi.nlm.nih.gov"]) == 2


def test_two_items_of_one_source_are_asked_for_once(online, web):
    book = {"type": "chapter", "ISBN": TRANSLATED_BOOK, "page": "1-9"}
    online.with_items(
        {"id": "a", "title": "Of dams and weirs", **book}, {"id": "b", "title": "The law of the shore", **book}
    )
    ended = online("--yes")
    assert "2 sources asked about" in ended.err
    assert {online.item(key)["container-title"] for key in "ab"} == {"The Measure of Rivers: a history"}
    assert len([path for host, path in web.record.paths if "/isbn/" in path]) == 1


def test_many_are_asked_in_their_hosts_turns_and_told_in_their_order(online, web):
    words = "amber basalt cedar dune estuary fjord glacier heath island jetty knoll lagoon".split()
    items = [
        item("pmid") | {"id": f"k{word}", "title": f"The {word}", "PMID": f"4{n:07}"} for n, word in enumerate(words)
    ]
    online.with_items(*items)
    lines = online(code=1).err.splitlines()
    assert [line.partition(":")[0] for line in lines[:12]] == [f"k{word}" for word in words]
    assert web.record.most["eutils.ncbi.nlm.nih.gov"] <= 2
    assert len(web.record.starts["eutils.ncbi.nlm.nih.gov"]) == 12


def test_mixed_with_what_can_not_be_asked_for(online):
    alone = {"id": "alone", "type": "book", "title": "A book of which nothing is known"}
    online.with_items(alone, item("pmid"), item("doi") | {"DOI": "10.5555/unregistered"})
    ended = online("--yes", code=3)
    assert "2 sources asked about, 1 with nothing to ask by, 1 gave no answer" in ended.err
    assert "alone:" not in ended.err
    assert "alone: it has no identifier and no address" in online("-v", code=3).err
    assert "alone: it has no identifier and no address" in online("alone", code=1).err
    assert online("alone", "pmid", code=3).out == ""
    found = {one["key"]: one for one in online("--json", code=3).json()}
    assert found["alone"] == {
        "key": "alone", "asked": None, "source": None, "sources": [], "error": None, "notes": [], "fields": [],
    }  # fmt: skip
    assert found["doi"]["error"].startswith("no agency has registered")


def test_an_identifier_that_is_none_is_named(online):
    online.with_items(
        item("isbn") | {"ISBN": "978-957-511-821-2"}, item("page") | {"DOI": "n/a", "title": "Reports of rivers"}
    )
    ended = online("--field", "author", code=3)
    assert "isbn: '978-957-511-821-2' is no ISBN: it needs 10 or 13 digits with the right check digit\n" in ended.err
    assert "page: 'n/a' is no DOI; " in ended.err
    assert "page: author: (nothing) → 林小明 (thesis.test)\n" in ended.out


def test_what_a_source_says_of_the_works_fate_is_said(online):
    online.with_items(item("doi") | {"id": "r", "title": "On the lasting of links", "DOI": "10.5555/retracted"})
    assert "r: this work was retracted: https://doi.org/10.5555/notice\n" in online().err
    (found,) = online("--json").json()
    assert found["notes"] == ["this work was retracted: https://doi.org/10.5555/notice"]


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("10.5555/verify.lake", ("page=201-230", "page: 201-230 → 201-219 [made by hand] (Crossref)")),
        ("PMID:30000001", ("volume=7", "volume: 7 → 12 [made by hand] (PubMed)")),
        (BOOK, ("publisher=五南", "publisher: 五南 → 元照 [made by hand] (Open Library and Google Books)")),
        ("http://thesis.test/678", ("issued=2016", "issued: 2016 → 2015 [made by hand] (thesis.test)")),
    ],
)
def test_a_library_that_was_made_again_still_knows_what_was_made_by_hand(online, what, change):
    online.article("add", what, "--key", "x", *online.options)
    online.article("set", "x", change[0])
    line = f"x: {change[1]}\n"
    assert online("--yes").out == line
    (online.article.folder / "refs" / "library.db").unlink()
    ended = online("--yes")
    assert ended.out == line
    assert "what is [held back]" in ended.err
    for file in (online.article.folder / "refs" / "answers").glob("*"):
        file.write_text("not what was answered")
    if not what.startswith("http"):
        assert "[made by hand]" not in online("--dry-run").out


def test_ctrl_c_while_asking_changes_nothing(online, web):
    online.with_items(*map(item, ITEMS))
    before = online.article.mirrors()
    asked, go_on = threading.Event(), threading.Event()
    thesis = pages.HOSTS["thesis.test"]

    def waiting(request):
        asked.set()
        go_on.wait(30)
        return thesis(request)

    pages.HOSTS["thesis.test"] = waiting
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "tipcite", "update", "--yes", *online.options], cwd=online.article.folder,
            env=environ(online.article.folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert asked.wait(60)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    finally:
        pages.HOSTS["thesis.test"] = thesis
        go_on.set()
    assert process.returncode == 130, err.decode()
    assert b"Traceback" not in err
    assert out == b""
    assert online.article.mirrors() == before
    assert answers(online) == set()


def test_ctrl_c_at_a_question_leaves_what_was_accepted(online):
    online.with_items(item("handle"), item("page"), item("pmid"))
    code, shown = converse(online.article, "update", *online.options, answers=["y", "\x03"])
    assert (code, "Traceback" in shown) == (130, False)
    assert [key for key in ("handle", "page", "pmid") if "author" in online.item(key)] == ["handle"]
    assert "http://thesis.test/678" in online.article.mirrors()[1], "the pages were seen"
    online.article("undo")
    assert "author" not in online.item("handle")


def test_the_bar_is_for_terminals_alone(online):
    online.with_items(item("handle"), item("pmid"))
    _, shown = converse(online.article, "update", *online.options, answers=["q"])
    assert "asking" in shown
    assert "asking" not in online().err.replace("asked", "")


def test_what_is_quit_is_not_offered_but_faults_are_told(online):
    online.with_items(item("handle"), item("pmid") | {"id": "z", "PMID": "39999999"})
    code, shown = converse(online.article, "update", *online.options, answers=["q"])
    assert "z: PubMed knows no 'PMID:39999999'" in shown
    assert code == 3


def test_notes_and_json_stay_apart(online):
    online.with_items(item("arxiv") | {"number": "arXiv:2101.00001"})
    ended = online("--json")
    assert json.loads(ended.out)[0]["notes"] == ["a version was published: add it with 'tipcite add 10.5555/article'"]
    assert "a version was published" in ended.err


def test_without_a_network_one_line_tells_of_all(article):
    article.write("tipcite.toml", '[links]\nretry-delays = "0"\n[sources]\ncrossref = "https://nothing.invalid"\n')
    items = [item("doi") | {"id": f"k{n}", "title": f"Work {n} on tides", "DOI": f"10.5555/{n}"} for n in range(6)]
    article.write("items.json", json.dumps(items))
    article("import", "items.json", code=None)
    ended = article("update", "--resolve", "doi.org:443:127.0.0.1:1", "--allow-private", code=1)
    lines = ended.err.splitlines()
    assert len(lines) == 3, lines
    assert "can't be reached" in lines[0]
    assert lines[1] == "k0: 5 more could not be asked either: k1, k2, k3 …"
