"""Pages that say there is nothing, and articles that only speak of such pages."""

import pytest

from tipcite.formats.html import read_page
from tipcite.formats.html_signs import PageSign, page_sign
from tipcite.formats.html_title import shows_title

LONG = "<p>" + "An ordinary paragraph of text about things. " * 40 + "</p>"


def read(title, body=LONG):
    return read_page(f"<title>{title}</title><body>{body}".encode(), "text/html; charset=utf-8")


@pytest.mark.parametrize("body", [LONG, ""])
@pytest.mark.parametrize(
    "title",
    [
        "404",
        "404 Not Found",
        "Error 404 (Not Found)",
        "HTTP Status 404 – Not Found",
        "Page Not Found | University",
        "Oops! That page can’t be found.",
        "Sorry, this page isn't available",
        "The page you requested could not be found",
        "We can't find the page you're looking for",
        "This page doesn't exist",
        "File or directory not found",
        "Document removed",
        "很抱歉，找不到您要的網頁",
        "抱歉，您訪問的頁面不存在",
        "頁面不存在 - 某大學",
        "該頁面已被刪除",
        "您要找的文章已下架",
        "無此網頁",
        "查無資料",
        "系統找不到指定的檔案",
        "該網頁無法顯示",
        "对不起，您访问的页面已删除",
        "无法找到该页",
        "内容已被发布者删除",
    ],
)
def test_a_title_that_is_the_message_tells_a_missing_page(title, body):
    assert page_sign(read(title, body)) is PageSign.NOT_FOUND


@pytest.mark.parametrize(
    "title",
    [
        "Object not found: a theory of loss",
        "Room 404: A Novel",
        "404 Media – about us",
        "Why a page is not found: the history of HTTP 404",
        "The file is not found theorem",
        "資料不存在性的研究",
        "論網頁失效問題",
        "找不到回家的路",
        "連結存在的意義",
        "Attention required in classrooms: a study",
        "Domain for sale? The economics of names",
        "CAPTCHA usability",
        "Security Check-in at airports",
    ],
)
def test_a_long_article_about_such_things_is_an_article(title):
    assert page_sign(read(title)) is None


@pytest.mark.parametrize(
    ("body", "sign"),
    [
        ("<p>很抱歉，您要瀏覽的網頁不存在或已移除。</p>", PageSign.NOT_FOUND),
        ("<p>This domain is for sale.</p>", PageSign.PARKED),
        ("<p>本網域名稱出售中</p>", PageSign.PARKED),
        ("<p>请完成安全验证</p>", PageSign.CHALLENGE),
        ("<p>本站使用 cookies，您瀏覽的網頁受著作權保護。</p>", None),
        ("<p>報告全文請見附件。</p>", None),
    ],
)
def test_a_short_page_is_judged_by_its_text_too(body, sign):
    assert page_sign(read("某機關", body)) is sign


def test_a_title_is_shown_whatever_stands_between_its_letters():
    page = read("x", "<h1>The “Great” Study:</h1><h2>A Sub<i>title</i></h2>")
    assert shows_title(page, "the great study – a <i>Subtitle</i>")
    assert not shows_title(page, "Another Study")
    assert not shows_title(page, "")
