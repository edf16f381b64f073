"""CNKI's own text: E-Study's, and the one with chosen fields."""

from __future__ import annotations

import pytest

from tipcite.errors import ReadError
from tipcite.formats.bibtex import read_biblatex
from tipcite.formats.cnki import read_cnki
from tipcite.formats.encoding import decode
from tipcite.formats.enw import read_enw
from tipcite.formats.registry import detect_format
from tipcite.model import date

E_STUDY = """DataType: 1
Title-题名: 人口贩运的刑法规制
Author-作者: 张三;李四;
Source-刊名: 中国刑事法杂志
Year-年: 2013
PubTime-出版时间: 2013-04-01
Keyword-关键词: 人口贩运;立法
Summary-摘要: 目的：研究。
结果：有待立法。
Period-期: 07
PageCount-页数: 3
Page-页码: 161-163
SrcDatabase-来源库: 期刊
Organ-机构: 北京大学法学院;
Link-链接: https://kns.example.org/kcms/detail.aspx?FileName=X&DbName=Y

DataType: 2
Title-题名: 论人口贩运
Author-作者: 王五
Source-刊名: 中国人民公安大学
Year-年: 2018
PageCount-页数: 130
SrcDatabase-来源库: 硕士
"""
CHOSEN = """SrcDatabase-来源库: 报纸
Title-题名: 在大局下行动
Author-作者: 本报评论员
Source-文献来源: 人民日报
PubTime-发表时间: 2026-03-06 11:12
PageCount-页码: A01
URL-网址: https://example.org/a
DOI-DOI: 10.1000/b

SrcDatabase-来源库: 期刊
Title-题名: 另一篇：续
Fund-基金: 国家基金
"""


def test_an_article_and_a_thesis_of_e_study():
    reading = read_cnki(E_STUDY)
    assert reading.failed == ()
    assert reading.lines == (1, 17)
    article, thesis = reading.items
    assert article.type == "article-journal"
    assert [name.full for name in article.names["author"]] == ["张三", "李四"]
    assert article.dates == {"issued": date(2013, 4, 1)}
    assert article.fields == {
        "title": "人口贩运的刑法规制", "container-title": "中国刑事法杂志", "issue": "07", "page": "161-163",
        "keyword": "人口贩运, 立法", "abstract": "目的：研究。\n结果：有待立法。",
        "URL": "https://kns.example.org/kcms/detail.aspx?FileName=X&DbName=Y",
    }  # fmt: skip
    assert article.extra["custom"]["cnki"] == {"PageCount": ["3"], "SrcDatabase": ["期刊"], "Organ": ["北京大学法学院"]}
    assert (thesis.type, thesis.fields["genre"], thesis.fields["publisher"]) == (
        "thesis", "硕士学位论文", "中国人民公安大学",
    )  # fmt: skip
    assert thesis.fields["number-of-pages"] == "130"


def test_fields_of_ones_choice():
    reading = read_cnki(CHOSEN)
    news, article = reading.items
    assert (news.type, news.fields["container-title"], news.fields["page"]) == ("article-newspaper", "人民日报", "A01")
    assert news.dates["issued"] == date(2026, 3, 6)
    assert news.fields["DOI"] == "10.1000/b"
    assert (article.type, article.title) == ("article-journal", "另一篇：续")
    assert article.extra["custom"]["cnki"]["Fund"] == ["国家基金"]


@pytest.mark.parametrize("text", [E_STUDY, CHOSEN])
def test_the_format_is_seen_in_every_encoding(text):
    for name in ("", "CNKI-2024.txt", "CNKI.eln"):
        assert detect_format(text, filename=name) == "cnki"
    assert read_cnki(decode(text.encode("gbk")).text).items == read_cnki(text).items
    assert read_cnki(text.replace(": ", "：")).items == read_cnki(text).items


def test_names_that_cnki_runs_together_on_one_line_of_its_endnote_export():
    (item,) = read_enw("%0 Journal Article\n%A 张三%A 李四%A 王五\n%T 人口贩运\n%J 杂志\n%D 2020\n").items
    assert [name.full for name in item.names["author"]] == ["张三", "李四", "王五"]


def test_keys_of_cnkis_bibtex():
    (item,) = read_biblatex(
        "@article{张三2008人口,\nauthor={张三 and 李四},\ntitle={人口贩运},\nyear={2008},\n}\n"
    ).items
    assert (item.key, item.names["author"][1].full) == ("张三2008人口", "李四")


def test_what_is_none_is_refused():
    with pytest.raises(ReadError, match="SrcDatabase"):
        read_cnki("hello")
