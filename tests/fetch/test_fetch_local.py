"""A saved page becomes the item that its address would have given."""

import pytest

from tipcite.errors import ReadError
from tipcite.fetch import is_saved_page, read_local_page
from tipcite.model import Name

ADDRESS = "https://www.ait.org.tw/zhtw/report/"
PAGE = (
    '<html lang="zh-TW"><head><title>人口販運問題報告 - 美國在台協會</title></head><body><h1>人口販運問題報告</h1>'
    + "<p>2021年人口販運問題報告，臺灣部分。</p>" * 40
    + "</body></html>"
)


def read(text, charset="utf-8"):
    return read_local_page(text.encode(charset), "page.html")


def is_the_report(item):
    return (item.type, item.title, item.names["author"], item.fields["URL"]) == (
        "report", "人口販運問題報告", (Name(literal="美國在台協會"),), ADDRESS,
    )  # fmt: skip


def test_browsers_say_where_a_page_was_saved_from():
    item = read(f"<!DOCTYPE html>\n<!-- saved from url=(0042){ADDRESS} -->\n{PAGE}")
    assert is_the_report(item)
    assert "accessed" not in item.dates


def test_single_file_says_when_it_was_saved_too():
    day = "Sun Nov 22 2026 09:00:00 GMT+0800 (CST)"
    note = f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: {day}\n-->"
    item = read(PAGE.replace("<head>", f"{note}<head>", 1))
    assert is_the_report(item)
    assert str(item.dates["accessed"]) == "2026-11-22"


def test_httrack_says_both():
    item = read(
        f"{PAGE}<!-- Mirrored from www.ait.org.tw/zhtw/report/ by HTTrack Website Copier/3.x [XR&CO'2014], "
        "Sun, 22 Nov 2026 01:00:00 GMT -->"
    )
    assert item.fields["URL"] == "http://www.ait.org.tw/zhtw/report/"
    assert str(item.dates["accessed"]) == "2026-11-22"


def test_the_canonical_link_tells_where_a_page_is_from_when_nothing_else_does():
    assert is_the_report(read(PAGE.replace("<head>", f'<head><link rel="canonical" href="{ADDRESS}">', 1)))


def test_a_page_from_nowhere_is_described_without_address():
    item = read(PAGE)
    assert item.title == "人口販運問題報告"
    assert "URL" not in item.fields
    assert "author" not in item.names


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "big5", "utf-16"])
def test_saved_pages_of_every_charset_are_read(charset):
    assert is_the_report(read(f"<!-- saved from url=(0042){ADDRESS} -->{PAGE}", charset))


def test_a_gbk_page_is_read():
    page = "<title>人口贩运问题报告</title>" + "<p>我们的社会与国家的问题，是这个时代的人要研究的。</p>" * 10
    assert read(page, "gbk").title == "人口贩运问题报告"


ARCHIVE = """From: <Saved by Blink>
Snapshot-Content-Location: {address}
Subject: =?utf-8?Q?x?=
Date: Sun, 22 Nov 2026 01:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--edge"

----edge
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: 8bit
Content-Location: {address}

{page}
----edge--
"""


def test_a_web_archive_is_read_with_its_address_and_date():
    data = ARCHIVE.format(address=ADDRESS, page=PAGE).replace("\n", "\r\n").encode()
    assert is_saved_page(data)
    item = read_local_page(data, "page.mhtml")
    assert is_the_report(item)
    assert str(item.dates["accessed"]) == "2026-11-22"


def test_a_web_archive_without_a_page_is_refused():
    with pytest.raises(ReadError, match=r"'x\.mht' is a web archive without a page"):
        read_local_page(b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nnothing", "x.mht")


def test_a_saved_wall_is_no_item():
    with pytest.raises(ReadError, match=r"'page\.html' is .*message"):
        read("<title>Just a moment...</title>")


@pytest.mark.parametrize(
    ("data", "expected"),
    [(PAGE.encode(), True), (b"%PDF-1.4", True), (b"@book{a, title={x}}", False), (b"TY  - JOUR\nER  - ", False),
     ("王小明，2020，〈題目〉。".encode(), False), (b'{"id": "a"}', False), (b"From: someone\n\nhello", False)],
)  # fmt: skip
def test_pages_are_told_from_other_files_by_content(data, expected):
    assert is_saved_page(data) is expected
