"""What an item can be asked for by again, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.fetch.wanted import Place, ShortDoi, read_wanted
from tipcite.fetch.ways import spelled, ways_of
from tipcite.model import ArxivId, Doi, Handle, Isbn, Pmcid, Pmid, Url, item_from_csl, parse_issn, parse_url

PLACE = Place(issn=parse_issn("1234-5679"), volume="12", page="345", issue="3")


def ways(source: str = "", handle: str = "", **fields):
    provenance = {name: text for name, text in (("source", source), ("handle", handle)) if text}
    custom = {"tipcite": {"provenance": provenance}} if provenance else {}
    fields = {name.replace("_", "-"): text for name, text in fields.items()}
    return ways_of(item_from_csl({"id": "x", "type": "document", **fields, "custom": custom}))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ()),
        ({"title": "words alone are no source"}, ()),
        ({"DOI": "https://doi.org/10.5555/X"}, (Doi("10.5555/x"),)),
        ({"DOI": "10/bk3m"}, (ShortDoi("10/bk3m"),)),
        ({"DOI": "n/a"}, ()),
        ({"URL": "https://doi.org/10.5555/x"}, (Doi("10.5555/x"),)),
        ({"PMID": "30000001", "PMCID": "PMC7"}, (Pmid("30000001"), Pmcid("PMC7"))),
        ({"URL": "https://pubmed.ncbi.nlm.nih.gov/30000001/"}, (Pmid("30000001"),)),
        ({"ISBN": "978-957-511-821-1 (pbk.) 0-306-40615-2"}, (Isbn("9789575118211"), Isbn("9780306406157"))),
        ({"ISBN": "978-957-511-821-2"}, ()),
        ({"number": "arXiv:2101.00001v2"}, (ArxivId("2101.00001v2"),)),
        ({"URL": "https://arxiv.org/abs/2101.00001v2"}, (ArxivId("2101.00001v2"),)),
        ({"note": "arXiv:2101.00001"}, (ArxivId("2101.00001"),)),
        ({"URL": "https://hdl.handle.net/11296/abc"}, (Handle("11296/abc"),)),
        ({"ISSN": "1234-5679, 2332-2705", "volume": "12", "issue": "3", "page": "345–360"}, (PLACE,)),
        ({"ISSN": "12345679", "volume": "第12卷", "issue": "第三期", "page": "頁345-360"}, (PLACE,)),
        ({"ISSN": "1234-5679", "volume": "12"}, ()),
        ({"ISSN": "1234-5678", "volume": "12", "page": "345"}, ()),
        ({"URL": "https://news.test/1"}, (parse_url("https://news.test/1"),)),
        ({"URL": "ftp://news.test/1"}, ()),
    ],
)
def test_every_identifier_is_a_way(fields, expected):
    assert ways(**fields) == expected


ALL = {
    "DOI": "10.5555/x",
    "PMID": "1",
    "number": "arXiv:2101.00001",
    "ISBN": "9789575118211",
    "ISSN": "1234-5679",
    "volume": "12",
    "page": "345",
    "URL": "https://news.test/1",
}


@pytest.mark.parametrize(
    ("source", "first"),
    [
        ("", Doi),
        ("text", Doi),
        ("crossref", Doi),
        ("datacite", Doi),
        ("pubmed", Pmid),
        ("arxiv", ArxivId),
        ("open-library", Isbn),
        ("google-books", Isbn),
        ("webpage", Doi),
    ],
)
def test_where_the_record_came_from_is_asked_first(source, first):
    found = ways(source, **ALL)
    assert isinstance(found[0], first)
    assert len(found) == 6
    assert [one for one in ways(**ALL) if one != found[0]] == list(found[1:])


def test_a_page_is_asked_before_books_numbers_and_a_handle_before_its_page():
    page = parse_url("https://shop.test/1")
    assert ways("webpage", ISBN="9789575118211", URL=page.value) == (page, Isbn("9789575118211"))
    assert ways(ISBN="9789575118211", URL=page.value) == (Isbn("9789575118211"), page)
    assert ways("webpage", handle="20.500.1/page", URL=page.value) == (Handle("20.500.1/page"), page)


def test_what_is_asked_for_is_spelled_as_add_takes_it():
    told = [spelled(one) for one in (*ways(**ALL), Handle("1/2"), Pmcid("PMC7"))]
    assert told == [
        "10.5555/x", "PMID:1", "arXiv:2101.00001", "ISBN 9789575118211", "1234-5679 12 345", "https://news.test/1",
        "hdl:1/2", "PMC7",
    ]  # fmt: skip


PIECES = (
    "10.5555/", "x(1)", "https://doi.org/", "https://", "hdl.handle.net/", "20.500.1/", "arXiv:", "2101.00001", "v2",
    "PMC", "7000001", "PMID:", "9789575118211", "0306406152", "1234-5679", " ", "/", "%2F", "[", "第", "卷", "12",
    "n/a", "-",
)  # fmt: skip
VARIABLES = ("DOI", "ISBN", "PMID", "PMCID", "number", "URL", "ISSN", "volume", "issue", "page", "note")


@given(
    st.dictionaries(
        st.sampled_from(VARIABLES), st.lists(st.sampled_from(PIECES), max_size=4).map("".join) | st.text(max_size=8)
    )
)
def test_whatever_stands_in_an_item_what_is_asked_for_can_be_named(fields):
    found = ways(**{name: text for name, text in fields.items() if text})
    assert len(set(found)) == len(found)
    for one in found:
        if not isinstance(one, (Url, Place, Handle)):
            assert read_wanted(spelled(one)) == one
