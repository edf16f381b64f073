"""A DOI becomes an item, or one clear line says why not."""

from datetime import UTC, datetime

import pytest

from tipcite.errors import FetchError, NoNetwork, NotFound
from tipcite.fetch import Services, fetch_doi
from tipcite.model import Date, Name, item_to_csl, parse_doi
from web.pages import HOGAN_DOI

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


@pytest.fixture
def fetch(web, net):
    def one(text):
        return fetch_doi(parse_doi(text), net, Services(), now=lambda: NOW)

    return one


def test_crossrefs_record_becomes_a_whole_item(fetch, web):
    assert item_to_csl(fetch(HOGAN_DOI)) == {
        "id": "",
        "type": "article-journal",
        "DOI": HOGAN_DOI,
        "ISSN": "2332-2705",
        "URL": f"https://doi.org/{HOGAN_DOI}",
        "author": [
            {"family": "Hogan", "given": "Kimberly A."},
            {"family": "Roe-Sepowitz", "given": "Dominique"},
        ],
        "container-title": "Journal of Human Trafficking",
        "custom": {
            "tipcite": {
                "provenance": {
                    "source": "crossref",
                    "retrieved": "2026-11-22T08:30:00Z",
                    "address": "https://api.crossref.org/works/10.1080%2F23322705.2020.1841985",
                    "raw": "994a5894aa00b224379fe9d81587ea58",
                }
            }
        },
        "issue": "1",
        "issued": {"date-parts": [[2020, 11, 25]]},
        "language": "en",
        "page": "63-78",
        "publisher": "Informa UK Limited",
        "title": "LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability",
        "volume": "9",
    }
    assert web.record.hosts() == {"doi.org", "api.crossref.org"}


def test_markup_in_titles_becomes_csl_rich_text_and_capitals_stay(fetch):
    item = fetch("10.5555/markup")
    assert item.title == (
        "THE GENOME OF <i>Oryza sativa</i> & H<sub>2</sub>O in <i>vivo</i>: "
        'a <span style="font-variant:small-caps;">DNA</span> study'
    )
    assert item.fields["container-title"] == "Annals & Notes"


def test_an_unknown_date_of_issue_is_taken_from_the_next_best(fetch):
    assert fetch("10.5555/markup").dates["issued"] == Date(parts=((2019, 3),))


def test_bodies_and_chinese_authors_are_names_of_their_kind(fetch):
    assert fetch("10.5555/markup").names["author"] == (
        Name(literal="World Rice Institute"),
        Name(family="王", given="Li"),
    )


def test_a_language_that_the_record_does_not_give_is_not_invented(fetch):
    assert fetch("10.5555/markup").language == ""


def test_the_title_in_the_works_own_language_is_a_variant(fetch):
    (variant,) = fetch("10.5555/taiwan").variants
    assert (variant.field, variant.kind, variant.language) == ("title", "parallel", "zh-Hant")
    assert variant.text == "臺灣的人口販運問題"


def test_a_doi_of_another_agency_is_fetched_by_content_negotiation(fetch, web):
    item = fetch("10.11501/river")
    assert (item.type, item.title) == ("article-journal", "河川と町")
    assert item.provenance["source"] == "doi.org"
    assert web.record.headers[-1]["Accept"] == "application/vnd.citationstyles.csl+json"


def test_a_server_that_recovers_is_asked_again(fetch, web):
    assert fetch("10.5555/flaky").title
    assert web.record.paths["api.crossref.org", "/works/10.5555%2Fflaky"] == 2


def test_a_doi_that_nobody_knows_is_not_found(fetch):
    with pytest.raises(NotFound, match=r"10\.5555/unregistered"):
        fetch("10.5555/unregistered")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("busy", "429"),
        ("down", "500"),
        ("page", "web page"),
        ("broken", "no JSON"),
        ("empty", "holds no work"),
        ("untitled", "no title"),
        ("other", "for '10.5555/other'"),
        ("cut", "ended before"),
        ("list", "no record"),
    ],
)
def test_an_unusable_answer_is_told_and_no_half_filled_item_made(fetch, name, words):
    with pytest.raises(FetchError, match=words) as told:
        fetch(f"10.5555/{name}")
    assert not isinstance(told.value, NotFound)
    assert "\n" not in str(told.value)


def test_without_network_that_is_what_is_said(net):
    services = Services(crossref="http://crossref.invalid/")
    with pytest.raises(NoNetwork, match="check the network"):
        fetch_doi(parse_doi("10.5555/x"), net, services)
