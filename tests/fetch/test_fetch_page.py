"""A web page becomes an item: by title, host, date, and what it says of itself."""

from datetime import date

import pytest

from tipcite.errors import FetchError, ForbiddenAddress, NotFound
from tipcite.fetch import fetch_page
from tipcite.formats.webpage import describe as describe_page
from tipcite.formats.webpage import site_of
from tipcite.model import Date, Name, parse_url
from web.pages import AIT_PATH

TODAY = date(2021, 7, 2)


@pytest.fixture
def fetch(web, net):
    return lambda address: fetch_page(parse_url(address), net, today=TODAY)


def describe(html, address="https://site.test/x"):
    return describe_page(html, address).item


def test_the_page_of_the_seed_is_a_report_of_its_institution(fetch):
    item = fetch(f"https://www.ait.org.tw{AIT_PATH}").item
    assert item.type == "report"
    assert item.title == "人口販運問題報告"
    assert item.names["author"] == (Name(literal="美國在台協會"),)
    assert item.language == "zh-TW"
    assert item.fields["URL"] == f"https://www.ait.org.tw{AIT_PATH}"
    assert "container-title" not in item.fields


def test_the_page_was_seen_today_and_the_retrieval_says_how(fetch):
    fetched = fetch(f"https://www.ait.org.tw{AIT_PATH}")
    assert fetched.item.dates["accessed"] == Date(parts=((2021, 7, 2),))
    assert fetched.retrieval.status == 200
    assert fetched.retrieval.title == "人口販運問題報告 - 美國在台協會"
    assert len(fetched.retrieval.sha256) == 64


def test_meta_elements_for_citing_are_taken_over(fetch):
    item = fetch("http://good.test/article").item
    assert item.type == "article-journal"
    assert item.title == "販運問題研究"
    assert item.names["author"] == (Name(family="王", given="寬弘"),)
    assert {name: item.fields[name] for name in ("container-title", "volume", "issue", "page", "DOI")} == {
        "container-title": "警學叢刊",
        "volume": "41",
        "issue": "3",
        "page": "1-20",
        "DOI": "10.5555/police",
    }
    assert item.dates["issued"] == Date(parts=((2010, 11, 1),))


def test_the_date_of_linked_data_and_the_sites_name_are_used(fetch):
    item = fetch("http://good.test/news").item
    assert item.title == "立院三讀通過"
    assert item.fields["container-title"] == "每日新聞"
    assert item.dates["issued"] == Date(parts=((2022, 3, 4),))


def test_a_language_left_over_in_a_template_does_not_make_chinese_english(fetch):
    assert fetch("http://good.test/news").item.language == "zh-Hant"


def test_a_big5_page_without_charset_is_read(fetch):
    assert fetch("http://good.test/big5-silent").item.title == "人口販運問題報告"


@pytest.mark.parametrize(
    ("address", "error", "words"),
    [
        ("http://good.test/nothing", NotFound, "404"),
        ("https://www.tandfonline.com/x", FetchError, "403"),
        ("http://good.test/file.pdf", FetchError, "damaged PDF"),
        ("http://good.test/untitled", FetchError, "without title"),
        ("http://soft.test/hant", FetchError, "no page but a message"),
        ("http://soft.test/challenge", FetchError, "Just a moment"),
        ("http://good.test/reset", FetchError, "broke the connection"),
        ("http://no-such-name.invalid/", FetchError, "check the address and the network"),
        ("http://127.0.0.1/", ForbiddenAddress, "allow-private"),
    ],
)
def test_a_page_that_was_not_seen_is_no_item(fetch, address, error, words):
    with pytest.raises(error, match=words) as told:
        fetch(address)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("<meta property=og:site_name content=某報><title>大標題 | 某報</title>", "大標題"),
        ("<title>A Study - Part 2</title><h1>A Study - Part 2</h1>", "A Study - Part 2"),
        ("<title>A Study – My Site</title><h1>A Study</h1>", "A Study"),
        ("<meta property=og:title content='A Study'><title>A Study | News | Site</title>", "A Study"),
        ("<title>Only This</title>", "Only This"),
        ("<title>人口－社會的問題</title><h1>人口－社會的問題</h1>", "人口－社會的問題"),
    ],
)
def test_the_sites_name_is_taken_off_the_title(title, expected):
    assert describe(title).title == expected


def test_an_institution_is_named_in_the_language_of_the_page():
    page = "<html lang=en><title>Trafficking in Persons Report</title></html>"
    assert describe(page, "https://www.ait.org.tw/x").names["author"] == (Name(literal="American Institute in Taiwan"),)


def test_hosts_below_a_domain_are_its_bodys_and_universities_are_not_the_ministry():
    assert site_of("https://english.moj.gov.tw/").chinese == "法務部"
    assert site_of("https://www.edu.tw/x").chinese == "教育部"
    assert site_of("https://www.ntu.edu.tw/") is None
    assert site_of("https://notait.org.tw/") is None


def test_a_date_that_does_not_exist_is_left_out(web, net):
    page = "<meta name=citation_date content=2021-02-31><title>x</title>"
    assert "issued" not in describe(page).dates
