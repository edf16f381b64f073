"""A PDF becomes an item: by its own DOI's agency, else by what it says of itself."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tipcite.errors import FetchError, ReadError
from tipcite.fetch import Services, fetch_page, read_local_page
from tipcite.model import Name, parse_url
from web.pdfs import ARTICLE, CHINESE, PREPRINT, REPORT, SCAN, locked, pdf

TODAY = date(2026, 11, 22)


def test_the_doi_of_a_pdf_leads_to_its_agency(net):
    item = read_local_page(ARTICLE, "article.pdf", settings=net, services=Services())
    assert item.fields["DOI"] == "10.1080/23322705.2020.1841985"
    assert item.fields["container-title"] == "Journal of Human Trafficking"
    assert item.provenance["source"] == "crossref"


def test_without_network_the_item_is_from_the_pdf():
    item = read_local_page(ARTICLE, "article.pdf")
    assert item.title == "LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability"
    assert item.fields["DOI"] == "10.1080/23322705.2020.1841985"
    assert "author" not in item.names
    assert item.provenance["source"] == "pdf"


def test_the_doi_in_the_metadata_wins_over_what_the_page_prints():
    packet = "<x:xmpmeta><prism:doi>10.5555/own.2</prism:doi></x:xmpmeta>"
    two = pdf([(20, "A Study of It"), (9, "doi:10.5555/other.1"), (9, "doi:10.5555/other.2"), (10, "x")], xmp=packet)
    assert read_local_page(two, "x.pdf").fields["DOI"] == "10.5555/own.2"


def test_an_agencys_record_of_another_work_is_not_taken(net):
    other = pdf([(20, "Quite Another Work"), (9, "doi:10.1080/23322705.2020.1841985"), (10, "Text of it.")])
    assert read_local_page(other, "x.pdf", settings=net, services=Services()).title == "Quite Another Work"


def test_a_doi_that_a_note_cites_is_not_the_reports():
    item = read_local_page(REPORT, "report.pdf")
    assert "DOI" not in item.fields
    assert item.title == "Fleets of Tomorrow"
    assert item.names["author"] == (Name(family="Doe", given="Jane"),)
    assert str(item.dates["issued"]) == "2023-05-03"


def test_a_preprint_is_known_by_its_stamp():
    item = read_local_page(PREPRINT, "2101.99999v2.pdf")
    assert (item.type, item.title, item.fields["number"]) == (
        "article", "Counting Boats from Space", "arXiv:2101.99999v2",
    )  # fmt: skip


def test_chinese_metadata_is_read_and_a_typist_who_is_not_on_the_page_left_out():
    item = read_local_page(CHINESE, "report.pdf")
    assert (item.title, item.language) == ("人口販運問題報告", "zh-Hant")
    assert item.names == {}
    assert item.provenance["fields"]["issued"]["confidence"] < 0.5


def test_a_pdf_that_only_forbids_copying_is_read():
    assert read_local_page(locked(REPORT, ""), "report.pdf").title == "Fleets of Tomorrow"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (locked(REPORT, "secret"), "asks for a password"),
        (SCAN, "a scan"),
        (b"%PDF-1.7\n" + b"x" * 5000, "damaged"),
        (REPORT[:400], "damaged"),
        (pdf([(10, "All in one size.")], Title="untitled"), "no title"),
    ],
)
def test_a_pdf_that_says_nothing_gets_one_clear_line(data, words):
    with pytest.raises(ReadError, match=words) as told:
        read_local_page(data, "x.pdf")
    assert str(told.value).startswith("'x.pdf' is")
    assert "\n" not in str(told.value)


def test_a_pdf_at_an_address_is_fetched_whole_and_its_retrieval_recorded(web, net):
    fetched = fetch_page(parse_url("https://www.csis.org/files/fleets.pdf"), net, today=TODAY)
    assert fetched.item.title == "Fleets of Tomorrow"
    assert fetched.item.fields["URL"] == "https://www.csis.org/files/fleets.pdf"
    assert fetched.item.fields["publisher"] == "Center for Strategic and International Studies"
    assert str(fetched.item.dates["accessed"]) == "2026-11-22"
    assert fetched.retrieval.content_type == "application/pdf"


def test_the_doi_of_a_pdf_at_an_address_is_asked_for_and_the_address_kept_where_the_record_has_none(web, net):
    fetched = fetch_page(parse_url("http://good.test/article.pdf"), net, today=TODAY, services=Services())
    assert fetched.item.provenance["source"] == "crossref"
    assert "api.crossref.org" in web.record.hosts()


def test_a_damaged_pdf_at_an_address_is_no_item(web, net):
    with pytest.raises(FetchError, match="damaged PDF"):
        fetch_page(parse_url("http://good.test/file.pdf"), net, today=TODAY)


@settings(max_examples=150)
@given(
    st.lists(st.tuples(st.integers(0, len(REPORT) - 1), st.integers(0, 255)), min_size=1, max_size=40), st.booleans()
)
def test_no_damage_raises_anything_but_one_line(changes, cut):
    data = bytearray(REPORT)
    for place, octet in changes:
        data[place] = octet
    damaged = b"%PDF-1.4" + bytes(data[8 : changes[0][0] if cut else None])
    try:
        said = read_local_page(damaged, "x.pdf").title
    except ReadError as error:
        said = str(error)
    assert said
    assert "\n" not in said
