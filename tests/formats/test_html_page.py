"""What a page says of itself, in any charset and however broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.formats.html import Page, read_page
from tipcite.formats.html_charset import decode_page

TEXT = "<title>找不到的臺灣歷史</title><p>我們的社會與國家的問題，是這個時代的人要研究的。</p>"
HANS = "<title>我们的历史</title><p>我们的社会与国家的问题，是这个时代的人要研究的。</p>"


def read(text, content_type="text/html; charset=utf-8"):
    return read_page(text.encode(), content_type)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (TEXT.encode(), "text/html"),
        (TEXT.encode(), "text/html; charset=UTF-8"),
        (TEXT.encode("big5"), "text/html; charset=big5"),
        (TEXT.encode("big5"), "text/html; charset=Big5-HKSCS"),
        (TEXT.encode("big5"), "text/html"),
        (b"<meta charset='big5'>" + TEXT.encode("big5"), "text/html"),
        (b"<meta charset='big5'>" + TEXT.encode("big5"), "text/html; charset=iso-8859-1"),
        (b"<meta http-equiv=content-type content='text/html; charset=big5'>" + TEXT.encode("big5"), ""),
        (TEXT.encode(), "text/html; charset=big5"),
        (TEXT.encode(), "text/html; charset=iso-8859-1"),
        (TEXT.encode(), "text/html; charset=no-such-thing"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "text/html; charset=big5"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "text/html"),
    ],
)
def test_a_traditional_page_is_decoded(body, content_type):
    assert read_page(body, content_type).title == "找不到的臺灣歷史"


@pytest.mark.parametrize("content_type", ["text/html; charset=gb2312", "text/html; charset=gbk", "text/html"])
def test_a_simplified_page_is_decoded(content_type):
    assert read_page(HANS.encode("gbk"), content_type).title == "我们的历史"


def test_western_pages_in_latin_1_are_decoded():
    body = "<title>Über die Straße</title>".encode("latin-1")
    assert read_page(body, "text/html; charset=iso-8859-1").title == "Über die Straße"


def test_western_pages_without_charset_are_decoded():
    body = "<title>Café français : une étude</title>".encode("latin-1")
    assert read_page(body, "text/html").title == "Café français : une étude"


def test_one_broken_octet_does_not_make_a_utf_8_page_chinese_of_another_charset():
    assert read_page(TEXT.encode() + b"\xff\xfe!", "text/html").title == "找不到的臺灣歷史"


def test_a_page_cut_within_a_character_is_decoded_to_there():
    body = TEXT.encode() + "研".encode()[:2]
    assert "臺灣" in decode_page(body, "text/html")
    assert read_page(body, "text/html; charset=big5").title == "找不到的臺灣歷史"


def test_the_title_is_squeezed_and_its_entities_resolved():
    assert read("<title>\n A &amp; B\n  C </title>").title == "A & B C"


def test_a_title_inside_a_drawing_is_not_the_pages():
    assert read("<title>Page</title><svg><title>icon</title></svg>").title == "Page"


def test_the_headline_prefers_what_is_meant_for_citing():
    page = read("<meta name=citation_title content=Work><meta property=og:title content=Share><h1>Head</h1>")
    assert page.headline == "Work"
    assert page.titles == ("Work", "Share", "Head")


def test_scripts_and_styles_are_no_text():
    page = read("<body>seen<script>var hidden</script><style>p{}</style> too</body>")
    assert page.text == "seen too"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<meta name=citation_publication_date content=2020/3/4>", "2020-03-04"),
        ("<meta property=article:published_time content=2021-05-06T07:08:09Z>", "2021-05-06"),
        ('<script type="application/ld+json">{"datePublished":"2019-12"}</script>', "2019-12"),
        ('<script type="application/ld+json">[{"@graph":[{"datePublished":"2018"}]}]</script>', "2018"),
        ("<time itemprop=datePublished datetime=2017-01-02>yesterday</time>", "2017-01-02"),
        ('<script type="application/ld+json">{broken</script>', ""),
        ("<meta name=date content=soon>", ""),
    ],
)
def test_the_date_of_publication(head, expected):
    assert read(head + "<title>x</title>").published == expected


def test_the_doi_is_found_among_the_meta_elements():
    assert read("<meta name=dc.identifier content='doi:10.1000/ABC'>").doi == "10.1000/abc"


def test_a_quick_refresh_is_told_and_a_slow_one_is_not():
    assert read("<meta http-equiv=Refresh content=\"0; URL='/new'\">").refresh == "/new"
    assert read("<meta http-equiv=refresh content='300; url=/same'>").refresh == ""


def test_repeated_meta_elements_keep_their_order():
    page = read("<meta name=citation_author content=甲><meta name=citation_author content=乙>")
    assert page.meta["citation_author"] == ("甲", "乙")


@pytest.mark.parametrize("body", [b"", b"\x00", b"   ", b"<!-- only a comment -->"])
def test_nothing_is_an_empty_page(body):
    assert read_page(body, "").titles == ()


@given(st.binary(max_size=300), st.sampled_from(["", "text/html; charset=big5", "text/html; charset=utf-16"]))
def test_no_bytes_break_the_reader(body, content_type):
    assert isinstance(read_page(body, content_type), Page)
