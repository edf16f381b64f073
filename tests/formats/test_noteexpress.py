"""NoteExpress's text format, as CNKI and Wanfang write it."""

from __future__ import annotations

import pytest

from tipcite.errors import ReadError
from tipcite.formats.encoding import decode
from tipcite.formats.noteexpress import read_noteexpress
from tipcite.formats.registry import detect_format
from tipcite.model import Name, VariantKind, date

WANFANG = """{Reference Type}: Journal Article
{Title}: 人口贩运的刑法规制
{Translated Title}: Criminal law and human trafficking
{Author}: 张三
{Author}: 李四
{Translated Author}: ZHANG San
{Translated Author}: LI Si-ming
{Author Address}: 北京大学法学院
,北京100871
{Journal}: 中国刑事法杂志
{Translated Journal}: Criminal Science
{ISBN/ISSN}: 1007-9017
{Year}: 2020
{Volume}: 5
{Issue}: 1
{Pages}: 49-51
{Keywords}: 人口贩运
{Keywords}:  立法
{Abstract}: 目的：研究。
结果：有待立法。
{URL}: http://www.example.org/details?id=x1
{DOI}: 10.1000/x.2020
{Database Provider}: 北京万方数据股份有限公司
{Language}: chi
"""
CNKI = """{Reference Type}: Journal Article
{Title}: 立法之路
{Author}: 张三;李四;
{Author Address}: 北京大学法学院;
{Journal}: 中国刑事法杂志
{Year}: 2005
{Issue}: 09
{Pages}: 210+209
{Keywords}: 立法;;研究
{ISBN/ISSN}: 1003-8477
{Notes}: 42-1112/C
{Database Provider}: CNKI


{Reference Type}: Thesis
{Title}: 论人口贩运
{Author}: 王五
{Tertiary Author}: 赵六
{Publisher}: 中国人民公安大学
{Type of Work}: 博士
{Year}: 2018


{Reference Type}: Conference Proceedings
{Title}: 会上的论文
{Tertiary Title}: 二〇一八年会论文集
{Author}: 谢小昕,王小增
{Secondary Title}: 2018中国年会
{Place Published}: 中国浙江杭州
{Subsidiary Author,}: 中国学会
{Year}: 2018
{Pages}: 9-12


{Reference Type}: Patent
{Title}: 一种装置
{Author}: 段三
{Date}: 2018-11-02
{Notes}: CN108722921A
{Type of Work}: CN108722921A


{Reference Type}: Standard
{Title}: 基本规范
{ISBN}: TB 10002.1-2005
{TryDate}: 2005-06-14


{Reference Type}: Newspaper Article
{Title}: 在大局下行动
{Author}: 本报评论员
{Secondary Title}: 人民铁道
{Date}: 2019-01-09
{Pages}: A01
"""


def test_an_article_of_wanfang_with_its_english_side():
    reading = read_noteexpress(WANFANG)
    assert reading.failed == reading.problems == ()
    (item,) = reading.items
    assert item.names["author"] == (Name(family="张", given="三"), Name(family="李", given="四"))
    assert item.fields == {
        "title": "人口贩运的刑法规制", "container-title": "中国刑事法杂志", "volume": "5", "issue": "1",
        "page": "49-51",
        "ISSN": "1007-9017", "keyword": "人口贩运, 立法", "abstract": "目的：研究。\n结果：有待立法。",
        "language": "zh",
        "URL": "http://www.example.org/details?id=x1", "DOI": "10.1000/x.2020", "source": "北京万方数据股份有限公司",
    }  # fmt: skip
    assert [(one.field, one.kind, one.text or one.names) for one in item.variants] == [
        ("title", VariantKind.TRANSLATED, "Criminal law and human trafficking"),
        ("container-title", VariantKind.TRANSLATED, "Criminal Science"),
        ("author", VariantKind.ROMANISED, (Name(family="Zhang", given="San"), Name(family="Li", given="Si-ming"))),
    ]
    assert item.extra["custom"]["noteexpress"] == {"Author Address": ["北京大学法学院\n,北京100871"]}


def test_works_of_cnki_of_every_kind():
    reading = read_noteexpress(CNKI)
    assert reading.failed == ()
    article, thesis, paper, patent, standard, news = reading.items
    assert reading.lines == (1, 15, 24, 35, 43, 49)
    assert [name.full for name in article.names["author"]] == ["张三", "李四"]
    assert article.fields["page"] == "210+209"
    assert "note" not in article.fields
    assert article.extra["custom"]["noteexpress"]["CN"] == ["42-1112/C"]
    assert (thesis.type, thesis.fields["genre"], thesis.fields["publisher"]) == ("thesis", "博士", "中国人民公安大学")
    assert thesis.names["contributor"] == (Name(family="赵", given="六"),)
    assert [name.full for name in paper.names["author"]] == ["谢小昕", "王小增"]
    assert paper.fields == {
        "title": "会上的论文", "container-title": "二〇一八年会论文集", "event-title": "2018中国年会",
        "event-place": "中国浙江杭州", "page": "9-12",
    }  # fmt: skip
    assert paper.extra["custom"]["noteexpress"] == {"Subsidiary Author": ["中国学会"]}
    assert (patent.fields["number"], patent.dates["issued"]) == ("CN108722921A", date(2018, 11, 2))
    assert (standard.type, standard.fields["number"]) == ("standard", "TB 10002.1-2005")
    assert news.fields["container-title"] == "人民铁道"
    assert news.names["author"] == (Name(literal="本报评论员"),)


def test_full_width_colons_and_other_encodings():
    wide = CNKI.replace("}: ", "}：")
    assert read_noteexpress(wide).items == read_noteexpress(CNKI).items
    for encoding in ("gb18030", "utf-16", "utf-8-sig"):
        assert read_noteexpress(decode(CNKI.encode(encoding)).text).items == read_noteexpress(CNKI).items


@pytest.mark.parametrize("name", ["", "export.net", "export.txt", "export.bib"])
def test_the_format_is_seen(name):
    assert detect_format(WANFANG, filename=name) == "noteexpress"
    assert detect_format("知网导出 3 条\n\n" + CNKI, filename=name) == "noteexpress"


def test_what_stands_around_records_is_told():
    reading = read_noteexpress("导出 1 条\n" + WANFANG)
    assert len(reading.items) == 1
    assert [one.raw for one in reading.failed] == ["导出 1 条"] or [one.code for one in reading.problems] == ["comment"]
    with pytest.raises(ReadError, match="Reference Type"):
        read_noteexpress("hello")
