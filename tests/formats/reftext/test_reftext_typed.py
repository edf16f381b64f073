# ruff: noqa: E501  one reference a line
"""References as people type them: missing blanks, mixed widths, forms that name no field."""

from __future__ import annotations

import pytest

from tipcite.formats.reftext import parse_reference, parse_reference_list, read_reference_list
from tipcite.model import item_to_csl


def read(text):
    item = parse_reference(text).item
    fields = {**item_to_csl(item), "year": item.year, "first": item.creators[0].full if item.creators else ""}
    return item, fields


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Smith, J. (2020).The politics of law.Journal of Law,9(2),91-109.", {"title": "The politics of law", "container-title": "Journal of Law", "issue": "2"}),
        ("王寬弘(2013)人口販運問題。警學叢刊,9(2),91-109.", {"title": "人口販運問題", "container-title": "警學叢刊", "first": "王寬弘"}),
        ("王寬弘，柯雨瑞（民102）。人口販運防制之研究。國境警察學報，第19期，頁1-40。", {"year": 2013, "issue": "19", "page": "1-40"}),
        ("李四．人口贩运问题研究［J］．法学研究，2015，37（2）：12－30．", {"title": "人口贩运问题研究", "container-title": "法学研究", "page": "12-30"}),
        ("张三, 李四. 2010. 人口贩运[M]. 王五, 译. 北京: 未名出版社: 798.", {"title": "人口贩运", "year": 2010, "publisher": "未名出版社"}),
        ("张三, 李四, 王五, et al. 人口贩运[M]. 北京: 未名出版社, 2010.", {"title": "人口贩运", "first": "张三"}),
        ("王逸舟，當代國際政治（上海：上海人民出版社，1995年），頁208。", {"title": "當代國際政治", "year": 1995, "publisher": "上海人民出版社"}),
        ("見郭沫若：〈十批判書〉，《民國叢書》，頁164-166。", {"first": "郭沫若", "title": "十批判書"}),
        ("《明報》（2000年7月26日）。〈報評會成立〉。第A5版。", {"title": "報評會成立", "container-title": "明報", "type": "article-newspaper"}),
        ("四川會議廳暫行章程（1910年9月3日）。廣益叢報，第8年第19期。", {"title": "四川會議廳暫行章程", "year": 1910}),
        ("荣庆日记. 西安: 西北大学出版社, 1986.", {"title": "荣庆日记", "publisher-place": "西安"}),
        ("大黄. 见: 药典委员会编. 中华药典. 北京: 医药出版社, 2020.", {"title": "大黄"}),
        ("周易外传：卷5[M]//王夫之. 船山全书: 第1册. 长沙: 岳麓书社, 2011: 983-1029.", {"title": "周易外传：卷5", "container-title": "船山全书"}),
        ("Smith A. Part of it [M]. Editor BC, Other D. Whole book. 2nd ed. London: Routledge, 2015: 1-9.", {"title": "Part of it", "container-title": "Whole book", "type": "chapter"}),
        ("S. Freud, J. Strachey ed., The interpretation of dreams, Basic Books, 2010.", {"title": "The interpretation of dreams", "first": "S. Freud", "publisher": "Basic Books"}),
        ("A. Doe, “Title of it,” in M. Gold ed., Whole book, Cambridge, Mass.: MIT Press, 1999, pp. 1-9.", {"title": "Title of it", "container-title": "Whole book"}),
        ("David E. Calkin, Alan A. Ager. A risk framework[J]. Nature, 2011, 5: 1-9.", {"title": "A risk framework", "first": "David E. Calkin"}),
        ("DE VRIES R, YU Y. A title here[J]. Midwifery, 2013, 29(10): 1122-1128.", {"title": "A title here", "container-title": "Midwifery"}),
        ("Smith, A., & Doe, B. (2019, July 12). Music in them [Conference session]. Autism Society Conference, Milwaukee, WI, United States.", {"title": "Music in them", "genre": "Conference session"}),
        ("M. Doe, “On the essence of it”, J. Sallis (trans.), in D. F. Krell (ed.), Basic Writings, Harper Thought, 2008.", {"title": "On the essence of it", "container-title": "Basic Writings"}),
        ("Brown v. Board of Education, 347 U.S. 483 (1954).", {"title": "Brown v. Board of Education", "type": "legal_case", "year": 1954, "volume": "347", "page": "483"}),
        ("Civil Rights Act of 1964, Pub. L. No. 88-352, 78 Stat. 241 (1964).", {"title": "Civil Rights Act of 1964", "type": "legislation", "number": "88-352"}),
        ("U.S. Const. amend. XIX.", {"title": "U.S. Const. amend. XIX", "type": "legislation"}),
        ("Smith, J. 2020, The politics of law, 2nd edn, Routledge, London.", {"title": "The politics of law", "publisher": "Routledge", "publisher-place": "London"}),
        ("Canarie, Inc. (1997). Towards a health way. Ottawa: Canarie.", {"first": "Canarie, Inc", "title": "Towards a health way"}),
        ("GB 18030—2022 信息技术 中文编码字符集[S/OL]. https://example.org/a.", {"year": 2022, "type": "standard"}),
    ],
)  # fmt: skip
def test_a_typed_reference_is_read(text, wanted):
    _, fields = read(text)
    assert {name: fields.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "field", "english"),
    [
        ("邱颖文. 遗传与语言学习 (Genetics and language learning) [D]. 上海: 华东师范大学, 2009.", "title", "Genetics and language learning"),
        ("张三. 过去与未来[J]. 心理学报 (Acta Psychologica Sinica), 2008, 40: 210-215.", "container-title", "Acta Psychologica Sinica"),
        ("王作仁(1999)。罕見疾病。臺北市：聯合文學。[Wang, T. J. (1999). Rare diseases. Taipei: UNITAS.]", "title", "Rare diseases"),
        ("王作仁(1999)。罕見疾病。臺北市：聯合文學。\n【Wang, T. J. (1999). Rare diseases. Taipei: UNITAS.】", "title", "Rare diseases"),
    ],
)  # fmt: skip
def test_an_english_form_becomes_a_parallel_variant(text, field, english):
    item, _ = read(text)
    found = [(one.text, str(one.kind), one.language) for one in item.variants if one.field == field]
    assert found == [(english, "parallel", "en")]
    assert english in item.fields["note"]


def test_wrapped_numbered_lines_in_two_scripts_are_parted():
    text = (
        "[1] 王寬弘，2013，〈人口販運問題\n之研究〉，《警學叢刊》，9(2)：91-109。\n"
        "[2] Smith, J. (2020). The politics of\ntrafficking. Routledge.\n"
        "[3] 李四. 人口贩运[J]. 法学研究, 2015,\n37(2): 12-30. [4] 王五. 国境[M]. 北京: 未名出版社, 2010."
    )
    titles = [item.title for item in read_reference_list(text).items]
    assert titles == ["人口販運問題之研究", "The politics of trafficking", "人口贩运", "国境"]


def test_spans_of_a_wrapped_entry_stand_in_its_raw_text():
    (reference,) = parse_reference_list("[1] Smith, J. (2020). The politics\n    of trafficking. Routledge.").references
    span = reference.spans["title"]
    assert reference.raw[span.start : span.end] == "The politics of trafficking"
    assert reference.item.title == "The politics of trafficking"


def test_a_line_that_cannot_be_read_is_among_the_references():
    parsed = parse_reference_list("References\nSmith, J. (2020). On law. Routledge.\n???")
    assert [reference.item is None for reference in parsed.references] == [False, True]
    assert (parsed.references[1].line, parsed.references[1].raw) == (3, "???")
    assert [note.code for note in parsed.headings] == ["heading"]


@pytest.mark.parametrize(
    ("text", "type_", "container", "issued"),
    [
        ("Anna Lind, “A Balloon’s Tale,” War and Peace Notes (blog), May 9, 2023.", "post-weblog", "War and Peace Notes", "2023-05-09"),
        ("Anna Lind, “The Price of Salt,” Foreign Affairs, May/June 2021, 20–31.", "article-magazine", "Foreign Affairs", "2021-05"),
        ("Lind AB, Roe C. Sepsis at sea. NPJ Digit Med. Published online May 6, 2021.", "article-journal", "NPJ Digit Med", "2021-05-06"),
        ("“Reef Landing Protested,” Reuters, April 22, 2021, https://example.org/reef.", "article-newspaper", "Reuters", "2021-04-22"),
    ],
)  # fmt: skip
def test_blogs_months_and_online_firsts_are_told_by_their_words(text, type_, container, issued):
    item = parse_reference(text).item
    assert (item.type, item.fields["container-title"], str(item.dates["issued"])) == (type_, container, issued)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Office of Marine Labor. Safety on Deck. Washington, DC: Department of Ports, 2020.", "report"),
        ("Anna Lind, Games of Blockade (Washington, DC: Center for Sea Studies, February 2021), 12.", "report"),
        ("Anna Lind, Games of Blockade (Washington, DC: Center Street Press, 2021), 12.", "book"),
        ("Office of Marine Labor. Handbook of Decks. 3rd ed. London: Harbor Books, 2020.", "book"),
    ],
)
def test_what_a_body_brings_out_is_a_report(text, type_):
    assert parse_reference(text).item.type == type_
