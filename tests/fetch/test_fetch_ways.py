"""The ways to a page: refreshes, frames, redirects to front pages, walls; nothing half-filled comes of any."""

from datetime import date

import pytest

from tipcite.errors import FetchError
from tipcite.fetch import fetch_page
from tipcite.model import parse_url


@pytest.fixture
def fetch(web, net):
    return lambda address: fetch_page(parse_url(address), net, today=date(2026, 11, 22))


@pytest.mark.parametrize("path", ["refresh", "script", "frames", "nested", "base"])
def test_a_page_behind_others_that_say_nothing_is_found(fetch, path):
    fetched = fetch(f"http://ways.test/{path}")
    assert fetched.item.title == "人口販運問題報告"
    assert fetched.retrieval.target == f"http://ways.test/{path}"
    assert fetched.retrieval.final_url == "http://ways.test/report"


def test_the_frame_of_a_frameset_with_a_title_is_not_asked_for(fetch, web):
    assert fetch("http://ways.test/titled-frames").item.title == "漁業白皮書"
    assert web.record.paths["ways.test", "/report"] == 0


def test_three_hundred_kilobytes_before_the_title_are_read(fetch):
    assert fetch("http://ways.test/late").item.title == "人口販運問題報告"


@pytest.mark.parametrize(
    ("charset", "how"), [("big5", "header"), ("big5", "meta"), ("big5", "silent"), ("gb18030", "header"),
                         ("gb18030", "silent"), ("utf-8", "silent"), ("utf-8", "mislabelled")],
)  # fmt: skip
def test_charsets_are_told_by_header_meta_and_content(fetch, charset, how):
    assert fetch(f"http://ways.test/{charset}-{how}").item.title.startswith("人口")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("gone", "the front page"), ("sso", "log in"), ("circle", "on and on"), ("shell", "built by scripts"),
        ("soft", "a message"), ("empty", "is empty|without title"), ("image", "image/png"), ("consent", "consent"),
        ("cut-pdf", "ended before"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_refused_in_one_line(fetch, path, words):
    with pytest.raises(FetchError, match=words) as told:
        fetch(f"http://ways.test/{path}")
    assert "\n" not in str(told.value)
    assert f"'http://ways.test/{path}'" in str(told.value)


def test_a_short_address_gives_way_to_the_one_that_it_leads_to(fetch):
    fetched = fetch("http://go.test/x1")
    assert fetched.item.fields["URL"] == "http://ways.test/report"
    assert fetched.retrieval.target == "http://go.test/x1"
