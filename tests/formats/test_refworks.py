"""RefWorks's tagged format, as RefWorks, CNKI and Wanfang write it."""

from __future__ import annotations

import pytest

from tipcite.errors import ReadError
from tipcite.formats.encoding import decode
from tipcite.formats.refworks import read_refworks
from tipcite.model import Name, date

CNKI = """RT Journal Article
SR 1
A1 张三;李四;
AD 北京大学法学院;
T1 人口贩运的刑法规制
JF 中国刑事法杂志
YR 2020
IS 05
OP 118-120+123
K1 人口贩运;;立法
AB 目的：研究。
结果：有待立法。
SN 1007-9017
CN 11-3891/D
LA 中文;
DS CNKI
LK https://link.cnki.net/x
DO 10.1000/x

RT Dissertation/Thesis
SR 1
A1 王五
A3 赵六
PB 中国人民公安大学
T1 论人口贩运
YR 2019
"""


def test_two_works_of_cnki():
    reading = read_refworks(CNKI)
    assert reading.failed == ()
    assert [(one.code, one.line) for one in reading.problems] == [("name-separator", 3)]
    article, thesis = reading.items
    assert [name.full for name in article.names["author"]] == ["张三", "李四"]
    assert article.fields == {
        "title": "人口贩运的刑法规制", "container-title": "中国刑事法杂志", "issue": "05", "page": "118-120+123",
        "keyword": "人口贩运, 立法", "abstract": "目的：研究。\n结果：有待立法。", "ISSN": "1007-9017",
        "language": "zh",        "source": "CNKI", "URL": "https://link.cnki.net/x", "DOI": "10.1000/x",
    }  # fmt: skip
    assert article.extra["custom"]["refworks"] == {
        "SR": ["1"], "AD": ["北京大学法学院;"], "CN": ["11-3891/D"],
    }  # fmt: skip
    assert thesis.type == "thesis"
    assert thesis.names["contributor"] == (Name(family="赵", given="六"),)
    assert thesis.fields == {"title": "论人口贩运", "publisher": "中国人民公安大学"}


def test_a_file_in_gbk():
    assert read_refworks(decode(CNKI.encode("gbk")).text).items == read_refworks(CNKI).items


def test_a_chapter_with_pages_places_and_editors():
    (item,) = read_refworks(
        "RT Book, Section\nSR Electronic(1)\nID 12\nA1 Hogan,Kimberly A.\nT1 A chapter\nT2 A book\nA2 Roe,Ann\n"
        "YR 2020\nFD May 1\nSP 3\nOP 9\nPB Press\nPP Taipei\nSN 978-986-123-456-7\nRD 11/12/2021\nUL http://x.org/\n"
    ).items
    assert (item.key, item.type) == ("12", "chapter")
    assert item.names == {
        "author": (Name(family="Hogan", given="Kimberly A."),), "editor": (Name(family="Roe", given="Ann"),),
    }  # fmt: skip
    assert item.fields == {
        "title": "A chapter", "container-title": "A book", "page": "3-9", "publisher": "Press",
        "publisher-place": "Taipei", "ISBN": "978-986-123-456-7", "URL": "http://x.org/",
    }  # fmt: skip
    assert item.dates == {"issued": date(2020, 5, 1)}
    assert item.extra["custom"]["refworks"]["RD"] == ["11/12/2021"]


def test_lines_that_begin_with_capitals_are_text_unless_they_are_fields():
    (item,) = read_refworks("RT Book, Whole\nT1 x\nAB About\nUS policy and\nTV news\n").items
    assert item.fields["abstract"] == "About\nUS policy and\nTV news"


def test_what_is_none_is_refused():
    with pytest.raises(ReadError, match="begins with 'RT'"):
        read_refworks("hello")
