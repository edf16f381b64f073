"""What is doubtful in an item, and what is not."""

import json

import pytest

from tipcite.lint import lint
from tipcite.model import Item, Name, Severity, Variant, VariantKind, item_from_csl


def codes(**fields):
    return [problem.code for problem in lint([item_from_csl({"id": "a", "type": "book", **fields})])]


@pytest.mark.parametrize(
    ("language", "title", "code"),
    [
        ("en", "人口販運問題報告", "language-doubtful"),
        ("zh-TW", "Trafficking in Persons", "language-doubtful"),
        ("zh-CN", "光コヒーレンス断層", "language-doubtful"),
        ("zh-TW", "最新図書館用語大辞典", "language-doubtful"),
        ("ja", "中国心理学的过去与未来", "language-doubtful"),
        ("ja", "한국의 인구 정책", "language-doubtful"),
        ("de", "Преступление и наказание", "language-doubtful"),
        ("zh-TW", "中国心理学的过去与未来", "orthography"),
        ("zh-Hant-TW", "中国心理学的过去与未来", "orthography"),
        ("zh-CN", "人口販運問題報告", "orthography"),
        ("zh_CN", "中国心理学的过去与未来", "language-invalid"),
        ("English", "On Law", "language-invalid"),
        ("cn", "人口販運", "language-invalid"),
        ("", "人口販運", "language-missing"),
        ("", "", "language-missing"),
    ],
)
def test_a_doubtful_language_is_found(language, title, code):
    assert codes(language=language, title=title) == [code]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("zh-TW", "人口販運問題報告"),
        ("zh", "人口販運問題報告"),
        ("zh-HK", "人口"),
        ("zh-Latn-pinyin", "人口販運"),
        ("yue", "人口販運問題報告"),
        ("ja", "信玄公旗掛松事件"),
        ("ko", "國際法硏究"),
        ("sr", "Zločin i kazna"),
        ("ru-Latn", "Prestuplenie i nakazanie"),
        ("fr", "On Law"),
        ("de", "StGB"),
        ("en", "The 紅樓夢 in English: a study of three translations"),
        ("en", "1984"),
        ("en", ""),
    ],
)
def test_a_language_that_may_be_is_not_doubted(language, title):
    assert codes(language=language, title=title) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ({"family": "內政", "given": "部移民署"}, "institution-as-person"),
        ({"family": "美", "given": "國在台協會"}, "institution-as-person"),
        ({"literal": "王寬弘"}, "person-as-institution"),
        ({"literal": "王寬弘、柯雨瑞"}, "names-joined"),
        ({"family": "Hogan, Kimberly"}, "names-joined"),
        ({"family": "寬弘", "given": "王"}, "name-turned"),
        ({"family": "歐", "given": "陽修"}, "compound-surname"),
        ({"literal": "等"}, "names-left-out"),
        ({"family": "et al."}, "names-left-out"),
    ],
)
def test_a_doubtful_name_is_found(name, code):
    assert codes(language="zh-TW", title="人口", author=[name]) == [code]


@pytest.mark.parametrize(
    "name",
    [
        {"family": "王", "given": "寬弘"},
        {"family": "歐陽", "given": "修"},
        {"family": "張簡", "given": "俐文"},
        {"family": "張", "given": "簡明"},
        {"family": "古", "given": "明"},
        {"family": "藤原", "given": "定家"},
        {"literal": "美國在台協會"},
        {"literal": "約翰·史密斯"},
        {"literal": "World Bank, The"},
        {"family": "Hogan", "given": "Kimberly A."},
        {"family": "Ng"},
    ],
)
def test_a_good_name_is_not_doubted(name):
    assert codes(language="zh-TW", title="人口", author=[name]) == []


def test_a_year_of_the_republic_is_found():
    (problem,) = lint([item_from_csl({"id": "a", "language": "zh-TW", "issued": {"date-parts": [[110]]}})])
    assert "2021" in problem.message
    assert codes(language="la", title="Historiae", issued={"date-parts": [[110]]}) == []


def test_unread_forms_and_idle_sort_keys_are_found():
    variant = Variant(field="title", kind=VariantKind.ROMANISED, language="zh-Latn", text="Jen", confirmed=False)
    item = Item(
        key="a",
        fields={"title": "人", "language": "zh-TW"},
        names={"author": (Name(family="王", given="明"),)},
        variants=(variant,),
        sort_keys={"王明": "wang", "李四": "li"},
    )
    found = lint([item])
    assert [(problem.code, problem.severity) for problem in found] == [
        ("form-unconfirmed", Severity.NOTE),
        ("sort-key-unused", Severity.WARNING),
    ]


def test_the_shared_items_are_mostly_not_doubted(shared):
    items = [item_from_csl(one) for one in json.loads((shared / "csl" / "zh" / "items.json").read_text("utf-8"))]
    doubted = {problem.key: problem for problem in lint(items) if problem.code in ("language-doubtful", "orthography")}
    assert len(doubted) <= 0.01 * len(items), doubted
