"""The last witness: when it is asked for, how often, and what it is asked."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from tipcite.links import Services, Target, check_links
from tipcite.links.witness import sibling_of

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
TITLE = "人口販運問題報告"


@pytest.fixture
def check(web, net):
    def many(*addresses, title=""):
        targets = [Target(value=address, title=title) for address in addresses]
        return check_links(targets, net, Services(), now=lambda: NOW).retrievals

    return many


def asked(web, host):
    return sum(times for (name, _), times in web.record.paths.items() if name == host)


def test_a_page_without_known_title_needs_no_witness(web, check):
    check("http://catch-all.test/a/1.html", "http://catch-all.test/a/2.html")
    assert asked(web, "catch-all.test") == 2


def test_a_page_with_its_title_needs_no_witness(web, check):
    check("http://titles.test/meta", title="On the Keeping of Names")
    assert asked(web, "titles.test") == 1


def test_a_folder_has_one_witness_a_run(web, check):
    seen = check(*(f"http://catch-all.test/a/{name}.html" for name in "pqrstu"), title=TITLE)
    assert {str(one.why) for one in seen} == {"soft404_text"}
    assert asked(web, "catch-all.test") == 6 + 1


def test_front_pages_and_shells_have_no_witness(web, check):
    check("http://catch-all.test/", "http://shell.test/some/route", title=TITLE)
    assert asked(web, "catch-all.test") == 1
    assert asked(web, "shell.test") == 1


@pytest.mark.parametrize(
    ("address", "folder", "ending"),
    [
        ("http://a.test/news/story.html?x=1#y", "/news/", ".html"),
        ("http://a.test/news/story/", "/news/", "/"),
        ("http://a.test/2019/05/story", "/2019/", ""),
        ("http://a.test/%E4%B8%AD/x.aspx", "/%E4%B8%AD/", ".aspx"),
    ],
)
def test_a_sibling_is_of_the_same_shape(address, folder, ending):
    path = urlsplit(sibling_of(address)).path
    assert path.startswith(folder)
    assert path.endswith(ending)
    assert sibling_of(address) != sibling_of(address)


def test_the_sibling_of_a_number_is_a_number():
    assert urlsplit(sibling_of("http://a.test/news/4711")).path.removeprefix("/news/").isdigit()


@pytest.mark.parametrize("address", ["http://a.test/", "http://a.test", "", "http://[1/x", "mailto:x"])
def test_an_address_without_name_has_no_sibling(address):
    assert sibling_of(address) == ""
