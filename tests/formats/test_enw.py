"""EndNote's tagged format, as EndNote and Chinese databases write it."""

from __future__ import annotations

import pytest

from tipcite.errors import ReadError
from tipcite.formats.encoding import decode
from tipcite.formats.enw import read_enw, write_enw
from tipcite.model import Item, Name, date

CNKI = """%0 Journal Article
%A 张三
%A 李四
%+ 北京大学法学院;清华大学;
%T 人口贩运的刑法规制
%J 中国刑事法杂志
%D 2020
%N 05
%K 人口贩运;;立法;刑法
%X 目的：研究人口贩运。
结果：有待立法。
%P 118-120+123
%@ 1007-9017
%L 11-3891/D
%U https://link.cnki.net/doi/10.1000/j.cnki.2020.05.001
%R 10.1000/j.cnki.2020.05.001
%W CNKI

%0 Thesis
%A 王五
%Y 趙六
%+ 中央警察大學
%T 人口販運問題之研究
%I 中央警察大學
%D 2013
%9 碩士
"""


def test_two_works_of_cnki():
    reading = read_enw(CNKI)
    assert reading.failed == reading.problems == ()
    assert reading.lines == (1, 19)
    article, thesis = reading.items
    assert article.type == "article-journal"
    assert [name.full for name in article.names["author"]] == ["张三", "李四"]
    assert article.fields == {
        "title": "人口贩运的刑法规制", "container-title": "中国刑事法杂志", "issue": "05", "page": "118-120+123",
        "keyword": "人口贩运, 立法, 刑法", "abstract": "目的：研究人口贩运。\n结果：有待立法。", "ISSN": "1007-9017",
        "DOI": "10.1000/j.cnki.2020.05.001", "URL": "https://link.cnki.net/doi/10.1000/j.cnki.2020.05.001",
    }  # fmt: skip
    assert article.dates == {"issued": date(2020)}
    assert article.extra["custom"]["enw"] == {
        "%+": ["北京大学法学院;清华大学;"], "%L": ["11-3891/D"], "%W": ["CNKI"],
    }  # fmt: skip
    assert thesis.type == "thesis"
    assert thesis.fields == {"title": "人口販運問題之研究", "publisher": "中央警察大學", "genre": "碩士"}
    assert thesis.names["contributor"] == (Name(family="趙", given="六"),)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_files_in_the_encodings_of_the_mainland(encoding):
    assert read_enw(decode(CNKI.encode(encoding)).text).items == read_enw(CNKI).items


def test_names_in_spoken_order_are_persons_and_bodies_have_a_comma():
    item = read_enw("%0 Book\n%A Jane Doe\n%A Amnesty International,\n%A UN Office on Drugs\n%T x\n").items[0]
    assert item.names["author"] == (
        Name(family="Doe", given="Jane"), Name(literal="Amnesty International"), Name(literal="UN Office on Drugs"),
    )  # fmt: skip
    assert "%A Amnesty International,\n%A UN Office on Drugs,\n" in write_enw([item])


def test_old_files_without_a_type_are_told_apart_by_blank_lines():
    reading = read_enw("%A Jane Doe\n%T One\n%D 1999\n\n%A John Roe\n%T Two\n")
    assert [item.title for item in reading.items] == ["One", "Two"]
    assert reading.lines == (1, 5)


def test_leading_blanks_and_percent_signs_in_texts():
    item = read_enw("  %0 Journal Article\n  %T Half\n  %X About 50 % of\n%5 is no tag here, 50%\n").items[0]
    assert item.fields["abstract"].startswith("About 50 % of")


def test_what_is_written():
    item = Item(
        key="wang2013",
        type="article-journal",
        fields={
            "title": "人口販運防制之研究",
            "container-title": "國土安全與國境管理學報",
            "volume": "20",
            "page": "1-40",
        },
        names={"author": (Name(family="王", given="寬弘"), Name(literal="內政部移民署"))},
        dates={"issued": date(2013)},
    )
    assert write_enw([item]) == (
        "%0 Journal Article\n%F wang2013\n%A 王, 寬弘\n%A 內政部移民署\n%T 人口販運防制之研究\n"
        "%J 國土安全與國境管理學報\n%D 2013\n%P 1-40\n%V 20\n"
    )


def test_what_is_none_is_refused():
    with pytest.raises(ReadError, match="begins with '%0'"):
        read_enw("hello")
