"""`add` with the address of a page, a saved page or a PDF, as a process; and the user's own institutions."""

import json

import pytest

from web.fixtures import running_web, web
from web.pdfs import ARTICLE, REPORT, locked

from .conftest import Article
from .test_bad_input import one_line

__all__ = ["running_web", "web"]

AIT = "https://www.ait.org.tw/zhtw/our-relationship-zh/official-reports-zh/trafficking-persons-report-zh/"
PAGE = (
    '<html lang="zh-TW"><head><meta charset="big5"><title>漁工調查報告 | 某基金會</title>'
    '<meta property="og:site_name" content="某基金會"></head><body><h1>漁工調查報告</h1><p>發布日期：112-05-03</p>'
    + "<p>本文以近十年之個案為對象，說明人口販運防制之情形。</p>" * 20
    + "</body></html>"
)
FROM = "<!-- saved from url=(0030)https://www.example.org.tw/a/1 -->"


@pytest.fixture
def online(article, web):
    options = [part for rule in web.resolve for part in ("--resolve", rule)] + ["--ca-file", web.ca_file]
    return lambda *arguments, **how: article("add", *arguments, *options, **how)


def test_a_page_is_added_and_show_says_where_each_field_comes_from(article, online):
    key = online(AIT, "--today", "2026-11-22").out.strip()
    (shown,) = article("show", key, "--json").json()
    said = shown["custom"]["tipcite"]["provenance"]["fields"]
    assert said["author"] == {"from": "site ait.org.tw", "confidence": 0.9}
    assert said["title"]["from"].startswith("title")
    assert shown["accessed"]["date-parts"] == [[2026, 11, 22]]


def test_a_saved_page_is_added_without_any_network(article):
    article.write("頁面.html", (FROM + PAGE).encode("big5"))
    key = article("add", "頁面.html").out.strip()
    (shown,) = article("show", key, "--json").json()
    assert shown["title"] == "漁工調查報告"
    assert shown["URL"] == "https://www.example.org.tw/a/1"
    assert shown["issued"]["date-parts"] == [[2023, 5, 3]]
    assert "accessed" not in shown


def test_the_users_own_institutions_are_named_by_the_pages_language(article):
    article.write(
        "tipcite.toml",
        '[institutions."example.org.tw"]\nchinese = "某某基金會"\nenglish = "Some Foundation"\n'
        'role = "publisher"\ntype = "report"\n',
    )
    article.write("page.html", FROM + PAGE.replace("big5", "utf-8"))
    key = article("add", "page.html").out.strip()
    (shown,) = article("show", key, "--json").json()
    assert (shown["type"], shown["author"]) == ("report", [{"literal": "某某基金會"}])


def test_what_is_doubtful_is_named(article):
    article.write("page.html", PAGE.replace("big5", "utf-8").replace("發布日期：", ""))
    assert "to be looked at" not in article("show", article("add", "page.html").out.strip()).out
    article.write("other.html", PAGE.replace("big5", "utf-8").replace("發布日期：112-05-03", "更新日期：112-05-03"))
    said = article("show", article("add", "other.html", "--title", "另一份報告").out.strip()).out
    assert "to be looked at" in said
    assert "issued (visible label of an update '更新日期', 45% sure)" in said


def test_a_pdf_leads_to_its_dois_record(article, online):
    article.write("article.pdf", ARTICLE)
    key = online("article.pdf").out.strip()
    (shown,) = article("show", key, "--json").json()
    assert shown["DOI"] == "10.1080/23322705.2020.1841985"
    assert shown["container-title"] == "Journal of Human Trafficking"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("locked.pdf", locked(REPORT, "secret"), "asks for a password"),
        ("broken.pdf", b"%PDF-1.7\nnothing", "damaged"),
        ("login.html", "<title>Sign in</title><form><input type=password></form>", "'login.html' is"),
        ("empty.html", "<html><body></body></html>", "without title"),
    ],
)
def test_a_file_with_nothing_to_cite_is_one_line_and_no_item(article, name, content, words):
    article.write(name, content)
    assert words in one_line(article("add", name, code=1))
    assert article.items() == []


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('"example.org" = { chinese = "某", rôle = "x" }', "no TOML"),
        ('"example.org" = { chinese = "某", kind = "x" }', "it takes chinese, english, role and type"),
        ('"example.org" = { chinese = "某", role = "owner" }', "it takes author, container, publisher"),
        ('"example.org" = { chinese = "某", type = "leaflet" }', "'leaflet'"),
        ('"example.org" = { type = "report" }', "has no name"),
        ('"example" = { chinese = "某" }', "is no host"),
        ('"example.org" = "某"', '"HOST" = { chinese'),
        ('"example.org" = { chinese = 3 }', '"HOST" = { chinese'),
    ],
)
def test_an_institution_that_can_not_be_is_named_with_its_file(article, table, said):
    article.write("tipcite.toml", f"[institutions]\n{table}\n")
    line = one_line(article("list", code=2))
    assert said in line
    assert "tipcite.toml" in line


def test_institutions_of_the_user_and_of_the_article_are_joined(article, tmp_path):
    config = tmp_path / "config" / "tipcite"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('[institutions]\n"example.org.tw" = { chinese = "甲會" }\n', encoding="utf-8")
    article.write("tipcite.toml", '[institutions]\n"other.org" = { chinese = "乙會" }\n')
    article.write("page.html", FROM + PAGE.replace("big5", "utf-8"))
    key = article("add", "page.html", XDG_CONFIG_HOME=str(tmp_path / "config")).out.strip()
    assert json.loads(article("show", key, "--json").out)[0]["author"] == [{"literal": "甲會"}]


def test_a_folder_that_is_named_like_nothing_known_is_still_wrong_usage(article: Article):
    (article.folder / "folder").mkdir()
    article("add", "folder", code=2)
