# ruff: noqa: E501  one reference a line
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tipcite.formats.reftext import Span, parse_reference, read_reference_list
from tipcite.model import Severity, item_from_csl, item_to_csl


@pytest.fixture
def seed(shared):
    return (shared / "seed-references.txt").read_text(encoding="utf-8")


def codes(reading):
    return [(problem.line, problem.column, str(problem.severity), problem.code) for problem in reading.problems]


def test_the_first_list_comes_out_whole(seed):
    reading = read_reference_list(seed)
    assert reading.failed == ()
    hogan, leping, ait = (item_to_csl(item) for item in reading.items)
    for entry in (hogan, leping, ait):
        entry.pop("custom")
    assert hogan == {
        "id": "",
        "type": "article-journal",
        "language": "en",
        "author": [{"family": "Hogan", "given": "Kimberly A."}, {"family": "Roe-Sepowitz", "given": "Dominique"}],
        "issued": {"date-parts": [[2020]]},
        "title": "LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability",
        "container-title": "Journal of Human Trafficking",
        "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985",
        "DOI": "10.1080/23322705.2020.1841985",
        "accessed": {"date-parts": [[2021, 11, 12]]},
    }
    assert leping == {
        "id": "",
        "type": "article-journal",
        "language": "zh-Hant",
        "author": [{"literal": "北京樂平公益基金會"}],
        "issued": {"date-parts": [[2020]]},
        "container-title": "斯坦福社會創新評論",
        "volume": "9",
        "page": "91-109",
    }
    assert ait == {
        "id": "",
        "type": "report",
        "language": "zh-Hant",
        "author": [{"literal": "美國在台協會"}],
        "issued": {"date-parts": [[2021]]},
        "title": "人口販運問題報告",
        "URL": "https://www.ait.org.tw/zhtw/our-relationship-zh/official-reports-zh/trafficking-persons-report-zh/",
        "accessed": {"date-parts": [[2021, 7, 2]]},
    }


def test_what_is_wrong_in_the_first_list_is_reported_where_it_stands(seed):
    assert codes(read_reference_list(seed)) == [
        (1, 52, "warning", "unclosed-quote"),
        (2, 10, "note", "half-width"),
        (2, 16, "warning", "no-title"),
        (3, 7, "note", "half-width"),
    ]


def test_the_pasted_text_is_kept_with_the_item():
    line = "  3. 王寬弘，2013，《人口販運》，臺北：元照。"
    (item,) = read_reference_list(line).items
    assert item.provenance == {"source": "text", "text": "王寬弘，2013，《人口販運》，臺北：元照。"}
    assert item_from_csl(item_to_csl(item)) == item


def test_headings_are_noted_and_left_out():
    text = "參考文獻\n一、中文部分\n王寬弘，2013，《人口販運》，臺北：元照。\n\nReferences\nHogan, K. (2020). On law. Routledge."
    reading = read_reference_list(text)
    assert [item.title for item in reading.items] == ["人口販運", "On law"]
    assert reading.lines == (3, 6)
    assert [problem.line for problem in reading.problems if problem.code == "heading"] == [1, 2, 5]


@pytest.mark.parametrize(
    "text",
    [
        "Hogan, K. A. (2020). A long title that goes\n    over two lines. Routledge.\nDoe, J. (2019). Another. Norton.",
        "Hogan, K. A. (2020). A long title that goes\nover two lines. Routledge.\n\nDoe, J. (2019). Another. Norton.",
        "[1] Hogan, K. A. (2020). A long title that goes\nover two lines. Routledge.\n[2] Doe, J. (2019). Another. Norton.",
        "1. Hogan, K. A. (2020). A long title that goes\n   over two lines. Routledge.\n2. Doe, J. (2019). Another. Norton.",
        "• Hogan, K. A. (2020). A long title that goes over two lines. Routledge.\n• Doe, J. (2019). Another. Norton.",
        "Hogan, K. A. (2020). A long title that goes over two lines. Routledge. Doe, J. (2019). Another. Norton.",
    ],
)
def test_wrapped_numbered_and_joined_entries_are_told_apart(text):
    reading = read_reference_list(text)
    assert [item.title for item in reading.items] == ["A long title that goes over two lines", "Another"]


def test_chinese_entries_that_run_together_are_parted():
    text = "王寬弘（2013）。人口販運問題。警學叢刊，9，91-109。柯雨瑞、陳大文（2014）。移民法制。元照。"
    assert [item.year for item in read_reference_list(text).items] == [2013, 2014]


@pytest.mark.parametrize(
    ("rest", "volume", "issue"),
    [
        ("國土安全學報，20，1-38。", "20", None),
        ("月旦法學雜誌，161，83-104。", "161", None),
        ("警學叢刊（103），15-20。", None, "103"),
        ("警學叢刊，2013，20，15-20。", "20", None),
    ],
)
def test_a_journal_and_its_volume_behind_a_full_stop_are_no_new_entry(rest, volume, issue):
    (item,) = read_reference_list(f"王寬弘（2013）。人口販運犯罪防制之研究。{rest}").items
    assert (item.year, item.title) == (2013, "人口販運犯罪防制之研究")
    assert (item.fields.get("volume"), item.fields.get("issue")) == (volume, issue)


@pytest.mark.parametrize("year", ["，2014，", "（2014年5月3日）。", "（民103）。", "，103年，"])
def test_a_name_and_a_year_behind_a_full_stop_are_a_new_entry(year):
    text = f"王寬弘（2013）。人口販運問題。警學叢刊，9，91-109。柯雨瑞{year}移民法制之研究。臺北：元照。"
    assert [item.year for item in read_reference_list(text).items] == [2013, 2014]


def test_an_address_on_a_line_of_its_own_belongs_to_the_entry_before():
    text = "美國在台協會，2021，〈人口販運問題報告〉：\nhttps://www.ait.org.tw/zhtw/tip/\n王寬弘，2013，《人口販運》，臺北：元照。"
    first, second = read_reference_list(text).items
    assert first.fields["URL"] == "https://www.ait.org.tw/zhtw/tip/"
    assert second.title == "人口販運"


def test_a_problem_behind_a_line_break_has_the_line_and_column_of_the_pasted_text():
    text = "1. Hogan, K. A. 2020.\n   “A title never closed. Journal of X. From https://example.org/."
    (problem,) = [one for one in read_reference_list(text).problems if one.code == "unclosed-quote"]
    assert (problem.line, problem.column) == (2, 4)


def test_the_english_pair_behind_a_chinese_entry_becomes_variants():
    text = "王作仁(1999)。罕見疾病。臺北市：聯合文學。【Wang, Tso-Jen (1999). [Han jian ji bing]. Taipei: UNITAS. (in Chinese)】"
    item = parse_reference(text).item
    assert item.title == "罕見疾病"
    assert [(variant.field, str(variant.kind), variant.text) for variant in item.variants if variant.text] == [
        ("title", "romanised", "Han jian ji bing")
    ]
    assert "Wang, Tso-Jen (1999)" in item.fields["note"]


def test_what_fits_nowhere_is_kept_in_the_note_and_reported():
    text = "陳大文，2015，《人權讀本》，臺北：元照，附光碟一片。"
    reference = parse_reference(text)
    assert "附光碟一片" in reference.item.fields["note"]
    (problem,) = [one for one in reference.problems if one.code == "left-over"]
    assert problem.severity is Severity.WARNING
    assert text[problem.column - 1 :].startswith("附光碟一片")


@pytest.mark.parametrize("text", ["---", "？", "A"])
def test_a_line_without_words_is_a_failure_with_its_text(text):
    reading = read_reference_list(f"王寬弘，2013，《人口販運》，臺北：元照。\n{text}")
    assert [(failed.line, failed.raw) for failed in reading.failed] == [(2, text)]
    assert "needs" in reading.failed[0].reason


def test_every_field_knows_where_it_stands():
    text = "王寬弘，2013，〈人口販運問題〉，《警學叢刊》，9(2)：91-109。"
    reference = parse_reference(text)
    at = {name: text[span.start : span.end] for name, span in reference.spans.items()}
    assert at["title"] == "人口販運問題"
    assert at["volume"] == "9"
    assert at["issue"] == "2"
    assert at["page"] == "91-109"
    assert at["author"] == "王寬弘"
    assert at["container-title"] == "《警學叢刊》"
    assert reference.spans["issued"] == Span(4, 9)
    assert reference.spans.keys() == reference.confidence.keys()


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("王（2012）。題。刊，19(1)，1-9。doi:10.6220/joq.2012.19(1).01", "10.6220/joq.2012.19(1).01"),
        ("王（2012）。題。刊，19(1)，1-9。https://doi.org/10.6220/JOQ.2012.19(1).01。", "10.6220/joq.2012.19(1).01"),
        ("Doe, J. (2012). T. J, 1(1), 1–9. https://doi.org/10.1000/a.b. ", "10.1000/a.b"),
    ],
)
def test_a_doi_keeps_its_brackets_and_leaves_the_full_stop(text, doi):
    assert parse_reference(text).item.fields["DOI"] == doi


@pytest.mark.parametrize(
    "piece", ["王", "(", "“", "2020,", "a ", "http://", "、", "《", "9(2):", "A. ", "1-", "編", "。"]
)
@pytest.mark.timeout(60)
def test_a_line_of_100_kb_does_not_hang(piece):
    line = piece * (100_000 // len(piece))
    reading = read_reference_list(line)
    assert reading.items or reading.failed or reading.problems


@pytest.mark.timeout(60)
def test_the_longest_entry_that_is_read_does_not_hang():
    for piece in (
        "王",
        "(",
        "“",
        "2020, ",
        "a, ",
        "http://a ",
        "、",
        "《",
        "9(2): ",
        "A. ",
        "1-",
        "編，",
        "。",
        "《a》，",
        "and ",
    ):
        line = (piece * 6000)[:5999]
        parsed = parse_reference(line)
        assert parsed.item is not None or parsed.reason, piece


PIECES = st.sampled_from(
    '王寬弘 、 ， 。 2020 （2020） (2020). 〈 〉 《 》 “ ” " [J] [M/OL] // https://a.org/x 檢索日期：2021年7月2日 9(2) : 1-9 頁5 編 譯 In '
    "Smith, J. & and et_al. 【 】 [ ] 民國 年 第 卷 期 載於 \n 1. • vol. no. pp. doi:10.1000/1 Retrieved from 臺北：元照".split(
        " "
    )
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=25).map("".join) | st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=120))
def test_no_text_raises_and_no_line_is_lost(text):
    reading = read_reference_list(text)
    headings = sum(problem.code == "heading" for problem in reading.problems)
    assert bool(text.strip(" \t\r\n\u3000\xa0\ufeff\x0b\x0c\u2028\u2029")) == bool(
        reading.items or reading.failed or headings
    )
    assert len(reading.items) == len(reading.lines)
    for item in reading.items:
        assert item_from_csl(item_to_csl(item)) == item
    lines = text.count("\n") + 1 + sum(text.count(mark) for mark in "\r\x0b\x0c\u2028\u2029")
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in reading.problems)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("陳建軍：〈從數字地球到智慧地球〉，載《國土資源導刊》2010年第10期。", "article-journal"),
        ("陳建軍：〈論人權〉，載王寬弘主編：《人權讀本》，元照2010年版。", "chapter"),
        ("王名揚：《美國行政法》，北京大學出版社2007年版。", "book"),
        ("立法院，2009，《人口販運防制法》。", "legislation"),
        ("何筱梅：《原生廣告的策略》，武漢大學2016年博士學位論文。", "thesis"),
        ("林鶴玲（2001年10月30日）。〈媒體如何擺脫政治糾葛？〉。《中國時報》，第15版。", "article-newspaper"),
        ("任東來. 對國際體制的理解[C]//全球化研討會論文集. 天津: 南開大學, 2000.", "paper-conference"),
        ("余英時. 歷史與思想[A]. 王寬弘. 人文論集[M]. 臺北: 聯經, 1976: 1-9.", "chapter"),
    ],
)
def test_the_kind_of_work_follows_from_what_the_entry_says(text, kind):
    assert parse_reference(text).item.type == kind
