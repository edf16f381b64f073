"""Every source gives its work whole, and in trouble either the whole work in the end or one clear line."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tipcite.errors import FetchError, NotFound, TipciteError
from tipcite.fetch.choices import Choices
from tipcite.fetch.gather import fetch_all
from tipcite.fetch.sources import Fetched
from tipcite.fetch.wanted import read_wanted
from tipcite.model import Date, Name, VariantKind
from tipcite.net import Services
from web.catalogues import BOOK, CAPITAL_BOOK, ONLY_GOOGLE, PINYIN_BOOK, TRANSLATED_BOOK
from web.troubles import KINDS, trouble

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
SERVICES = Services(arxiv_interval=0.001, pubmed_interval=0.001)


@pytest.fixture
def ask(web, net):
    patient = replace(net, read_timeout=10.0, total_timeout=20.0, retry_delays=(0.02,))
    hasty = replace(patient, read_timeout=0.25, total_timeout=0.4)

    def several(*texts, is_hasty=False):
        settings = hasty if is_hasty else patient
        return fetch_all(
            [read_wanted(text) for text in texts], settings, SERVICES, today=date(2026, 11, 22), now=lambda: NOW
        )

    return several


@pytest.fixture
def fetch(ask):
    def one(text):
        (outcome,) = ask(text)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return one


# What is asked for, the hosts that have it, and a part of the request that shows that it is the record's.
SOURCES = {
    "crossref": ("10.1080/23322705.2020.1841985", ("api.crossref.org",), ""),
    "datacite": ("10.5555/datacite", ("api.datacite.org",), ""),
    "content negotiation": ("10.11501/river", ("doi.org",), "csl+json"),
    "short doi": ("10/bk3m", ("doi.org",), "/api/handles/"),
    "isbn": (CAPITAL_BOOK, ("openlibrary.org",), "/books/"),
    "google": (ONLY_GOOGLE, ("www.googleapis.com",), ""),
    "pubmed": ("PMID:30000001", ("eutils.ncbi.nlm.nih.gov",), ""),
    "pmc": ("PMC7000001", ("pmc.ncbi.nlm.nih.gov",), ""),
    "arxiv": ("arXiv:2101.00001", ("export.arxiv.org",), ""),
    "handle": ("hdl:20.500.1/page", ("hdl.handle.net",), ""),
    "page": ("http://thesis.test/678", ("thesis.test",), ""),
    "place": ("1234-5679 13 1", ("api.crossref.org",), ""),
    "title": ("title:Floods in autumn", ("api.crossref.org",), ""),
}
NEGOTIATED = {"404", "page", "page as JSON", "empty"}
"""Where an agency has no record but a page, the page is the item."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("source", SOURCES)
def test_a_source_in_trouble(source, kind, ask, web):
    text, hosts, only = SOURCES[source]
    comes = KINDS[kind] or (source == "content negotiation" and kind in NEGOTIATED)
    comes = comes or (source == "datacite" and kind == "404")  # which then has it by content negotiation
    if source == "page" and kind in ("not JSON", "a list", "page", "utf-16", "cut", "big5"):
        pytest.skip("pages have no JSON, and their charsets and ends are tested with pages")
    with trouble(kind, *hosts, only=only) as troubles:
        (outcome,) = ask(text, is_hasty=kind == "late")
    assert troubles[hosts[0]].seen if hosts[0] in troubles else True
    if comes:
        found = outcome.choices[0].fetched if isinstance(outcome, Choices) else outcome
        assert isinstance(found, Fetched), outcome
        assert found.item.title or found.item.fields["container-title"]
    else:
        assert isinstance(outcome, TipciteError), "never a half-filled item"
        assert "\n" not in str(outcome)
        assert str(outcome)


@pytest.mark.parametrize("kind", ["429, wait an hour", "404"])
def test_a_host_that_refuses_is_asked_once(kind, ask, web):
    with trouble(kind, "eutils.ncbi.nlm.nih.gov"):
        ask("PMID:30000001")
    assert len(web.record.starts["eutils.ncbi.nlm.nih.gov"]) == 1


def test_each_agency_is_asked_for_its_own(ask, web):
    ask("10.1080/23322705.2020.1841985", "10.5555/datacite", "10.11501/river")
    agencies = [path for host, path in web.record.paths if host == "doi.org" and path.startswith("/ra/")]
    assert len(agencies) == 1, "all agencies are asked for at once"
    assert len(web.record.starts["api.crossref.org"]) == 1
    assert len(web.record.starts["api.datacite.org"]) == 1


def test_without_the_agencies_the_sources_are_tried_in_turn(fetch):
    with trouble("500", "doi.org", only="/ra/"):
        assert fetch("10.1080/23322705.2020.1841985").item.provenance["source"] == "crossref"
        assert fetch("10.5555/datacite").item.title


def test_a_doi_without_record_is_described_by_its_page(fetch):
    found = fetch("10.5555/cnki")
    assert found.item.fields["DOI"] == "10.5555/cnki"
    assert found.item.fields["URL"] == "https://doi.org/10.5555/cnki"
    assert found.item.provenance["source"] == "webpage"
    assert found.retrieval.status == 200


def test_a_doi_without_record_and_page_is_not_found(fetch):
    with pytest.raises(NotFound, match="no record and no page"):
        fetch("10.5555/cnki-gone")


def test_an_unregistered_doi_is_asked_for_nowhere_else(fetch, web):
    with pytest.raises(NotFound, match="no agency has registered"):
        fetch("10.5555/unregistered")
    assert web.record.hosts() == {"doi.org"}


def test_a_short_doi_is_lengthened(fetch):
    assert fetch("10/bk3m").item.fields["DOI"] == "10.5555/article"
    with pytest.raises(NotFound):
        fetch("10/bk3x")


def test_a_failure_of_one_is_no_failure_of_another(ask):
    first, second, third = ask("10.5555/unregistered", BOOK, "PMID:1")
    assert isinstance(first, NotFound)
    assert second.item.title == "台灣法律史概論"
    assert isinstance(third, NotFound)


def test_the_same_host_is_asked_in_turn(ask, web):
    ask(*(f"http://good.test/{number}" for number in range(8)))
    assert web.record.most["good.test"] <= 2, "pages share the run's politeness"


def test_a_book_is_put_together(fetch):
    item = fetch(BOOK).item
    assert item.title == "台灣法律史概論", "what catalogues put behind a title is taken off"
    assert item.names["author"] == (Name(family="王", given="泰升"),)
    wanted = {"publisher": "元照", "publisher-place": "台北市", "language": "zh-TW", "collection-title": "法學叢書"}
    assert {name: item.fields[name] for name in wanted} == wanted
    assert item.dates["issued"] == Date(parts=((2001, 9),)), "Google knows the month"
    assert item.provenance["source"] == "open-library"
    assert [one["source"] for one in item.provenance["also"]] == ["open-library", "google-books"]


def test_a_title_in_pinyin_gives_way_to_the_chinese_one(fetch):
    item = fetch(PINYIN_BOOK).item
    assert (item.title, item.fields["publisher"]) == ("臺灣人口史", "聯經")
    assert item.names["author"] == (Name(family="陳", given="紹馨"),)
    romanised = {one.field: one.text or one.names for one in item.variants if one.kind is VariantKind.ROMANISED}
    assert romanised["title"] == "Taiwan ren kou shi"
    assert romanised["author"] == (Name(family="Chen", given="Shaoxin"),)


def test_editions_translators_and_the_works_author(fetch):
    item = fetch(TRANSLATED_BOOK).item
    assert item.title == "The Measure of Rivers: a history"
    assert item.fields["edition"] == "2"
    assert item.names["author"][0].family == "Aue"
    assert item.names["translator"] == (Name(family="Brook", given="Anna"),)
    assert item.dates["issued"] == Date(parts=((2009, 3),))
    (original,) = item.variants
    assert (original.kind, original.text, original.language) == (VariantKind.ORIGINAL, "Das Maß der Flüsse", "de")


def test_a_title_in_capitals_is_set_and_marked(fetch):
    item = fetch(CAPITAL_BOOK).item
    assert item.title == "The growth of river towns in Taiwan"
    assert item.provenance["recased"] == ["title"]
    assert item.dates["issued"] == Date(parts=((1987,),))
    assert item.names["author"] == (Name(family="王", given="泰升"),), "an author who is not there any more is left out"


def test_one_of_two_catalogues_is_enough_and_a_failure_is_told(fetch):
    with trouble("500", "www.googleapis.com"):
        found = fetch(BOOK)
    assert found.item.title == "台灣法律史概論"
    assert "Google Books answered 500" in found.notes[0]
    assert fetch(ONLY_GOOGLE).item.names["author"] == (Name(family="林", given="小明"), Name(family="張", given="三豐"))
    with pytest.raises(NotFound, match="neither"):
        fetch("9780262033848")


def test_an_article_of_pubmed(fetch):
    item = fetch("PMID:30000001").item
    assert item.title == "Health of <i>Salmo</i> in CO<sub>2</sub> < 5 %"
    assert item.fields["page"] == "123-129"
    assert item.fields["DOI"] == "10.5555/river.30000001"
    assert item.fields["PMCID"] == "PMC7000001"
    assert item.fields["abstract"] == "Background: Rivers rise.\nThey fall."
    assert item.dates["issued"] == Date(parts=((2019, 3, 5),))
    first, second, body = item.names["author"]
    assert first == Name(family="Brook", given="Anna M", extra={"ORCID": "0000-0002-1825-0097"})
    assert (second.non_dropping_particle, second.family, second.suffix) == ("von der", "Aue", "Jr")
    assert body == Name(literal="River Study Group")


def test_a_title_in_its_own_language_wins_over_pubmeds_translation(fetch):
    item = fetch("PMID:30000002").item
    assert (item.title, item.language) == ("臺灣的河流與健康", "zh-Hant")
    assert [(one.kind, one.text) for one in item.variants] == [(VariantKind.PARALLEL, "Rivers and health in Taiwan")]
    assert item.dates["issued"] == Date(parts=((2018,),), season="1")


def test_seasons_chapters_and_wrong_records_of_pubmed(fetch):
    assert fetch("PMID:30000004").item.dates["issued"] == Date(parts=((2020,),), season="4")
    chapter = fetch("PMID:30000003").item
    assert (chapter.type, chapter.title, chapter.fields["container-title"]) == (
        "chapter",
        "Floods",
        "Handbook of Rivers",
    )
    assert chapter.names["editor"] == (Name(family="Weir", given="Paul"),)
    assert chapter.fields["edition"] == "2"
    with pytest.raises(NotFound):
        fetch("PMID:39999999")
    with pytest.raises(FetchError, match="record of 'PMID:30000001'"):
        fetch("PMID:30000009")


def test_pubmed_central_by_pmid_by_doi_and_by_its_page(fetch):
    assert fetch("PMC7000001").item.fields["PMID"] == "30000001"
    by_doi = fetch("PMC7000002").item
    assert (by_doi.fields["DOI"], by_doi.fields["PMCID"]) == ("10.5555/article", "PMC7000002")
    assert fetch("PMC7000003").item.title == "A report of rivers"
    with pytest.raises(NotFound, match="PMC7999999"):
        fetch("PMC7999999")


def test_a_preprint_names_its_published_version(fetch):
    found = fetch("arXiv:2101.00001")
    item = found.item
    assert item.title == "On the lasting of α links in Poincaré's rivers"
    assert item.fields["number"] == "arXiv:2101.00001"
    assert item.fields["DOI"] == "10.48550/arxiv.2101.00001"
    assert item.dates["issued"] == Date(parts=((2021, 1, 2),))
    assert item.names["author"][0] == Name(family="Brook", given="Anna M.")
    assert item.names["author"][2] == Name(literal="The River Collaboration")
    assert "tipcite add 10.5555/article" in found.notes[0]
    assert fetch("arXiv:2101.00001v2").item.dates["issued"] == Date(parts=((2021, 6, 1),)), "the version's own day"
    for unknown in ("2101.99999", "2101.88888"):
        with pytest.raises(NotFound, match="arXiv knows no"):
            fetch(unknown)


def test_a_handle_leads_to_its_page_and_stays_the_address(fetch):
    found = fetch("hdl:20.500.1/page")
    assert found.item.title == "河流與市鎮之研究"
    assert found.item.fields["URL"] == "https://hdl.handle.net/20.500.1/page"
    assert found.item.provenance["handle"] == "20.500.1/page"
    for name, words in (
        ("20.500.1/none", "leads to no page"),
        ("20.500.1/unknown", "knows no"),
        ("20.500.1/away", "404"),
    ):
        with pytest.raises(NotFound, match=words):
            fetch(f"hdl:{name}")


def test_a_place_in_a_serial(fetch):
    assert fetch("1234-5679 13 1").item.fields["DOI"] == "10.5555/place-c"
    assert fetch("1234-5679 12(4) 345").item.title == "Floods in summer"
    both = fetch("1234-5679 12 345")
    assert [one.fetched.item.fields["issue"] for one in both.choices] == ["3", "4"]
    with pytest.raises(NotFound, match=r"1234-5679 99 1"):
        fetch("1234-5679 99 1")


def test_a_title_is_looked_for_and_never_guessed(fetch, web):
    found = fetch("Floods in autumn")
    assert isinstance(found, Choices)
    assert (found.choices[0].fetched.item.title, found.choices[0].is_exact) == ("Floods in autumn", True)
    assert "api.datacite.org" not in web.record.hosts()
    with pytest.raises(NotFound, match="no work with the title"):
        fetch("xylophone quux")


def test_a_chinese_title_is_looked_for_at_datacite_too(fetch):
    found = fetch("臺灣地區人口販運調查資料")
    assert found.choices[0].fetched.item.fields["DOI"] == "10.5555/datacite"
    with trouble("500", "api.datacite.org"):
        assert fetch("品質學報的文章").choices[0].fetched.item.fields["DOI"] == "10.6220/joq.2012.19(1).01"


def test_a_retraction_is_told_at_once(fetch):
    found = fetch("10.5555/retracted")
    assert found.notes[0].startswith("this work was retracted: https://doi.org/10.5555/notice")


def test_what_was_answered_is_kept_with_what_is_needed_to_find_it(fetch):
    found = fetch("10.1080/23322705.2020.1841985")
    (answer,) = found.answers
    assert found.item.provenance["raw"] == answer.digest
    assert answer.address.startswith("https://api.crossref.org/works/10.1080")
    assert '"Roe-Sepowitz"' in answer.text
    assert '"reference"' not in answer.text
