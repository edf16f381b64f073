"""Reading and writing RIS as programs and databases really write it."""

from __future__ import annotations

import pytest

from tipcite.errors import ReadError
from tipcite.formats.encoding import decode
from tipcite.formats.ris import read_ris, write_ris
from tipcite.model import Date, Item, Name, Variant, VariantKind, date

ZOTERO = """TY  - JOUR
TI  - LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability
AU  - Hogan, Kimberly A.
AU  - Roe-Sepowitz, Dominique
T2  - Journal of Human Trafficking
DA  - 2023/01/02/
PY  - 2023
DO  - 10.1080/23322705.2020.1841985
VL  - 9
IS  - 1
SP  - 63
EP  - 78
J2  - J. Hum. Traffick.
LA  - en
SN  - 2332-2705
UR  - https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985
Y2  - 2021/11/12/03:04:05
KW  - homelessness
KW  - sex trafficking
L1  - files/1/Hogan.pdf
ER  -

"""


def one(text: str) -> Item:
    reading = read_ris(text)
    assert not reading.failed, reading.failed
    (item,) = reading.items
    return item


def record(*lines: str, kind: str = "JOUR") -> Item:
    return one("\n".join([f"TY  - {kind}", *lines, "ER  - ", ""]))


def test_an_article_of_zotero_is_read_whole():
    reading = read_ris(ZOTERO)
    assert reading.problems == ()
    assert reading.lines == (1,)
    (item,) = reading.items
    assert item == Item(
        key="",
        type="article-journal",
        fields={
            "title": "LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability",
            "container-title": "Journal of Human Trafficking",
            "container-title-short": "J. Hum. Traffick.",
            "volume": "9",
            "issue": "1",
            "page": "63-78",
            "ISSN": "2332-2705",
            "DOI": "10.1080/23322705.2020.1841985",
            "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985",
            "language": "en",
            "keyword": "homelessness, sex trafficking",
        },
        names={"author": (Name(family="Hogan", given="Kimberly A."), Name(family="Roe-Sepowitz", given="Dominique"))},
        dates={"issued": date(2023, 1, 2), "accessed": Date(parts=((2021, 11, 12),))},
        extra={"custom": {"ris": {"L1": ["files/1/Hogan.pdf"]}}},
    )


def test_what_is_written_is_what_others_read():
    item = one(ZOTERO)
    assert write_ris([item]).splitlines() == [
        "TY  - JOUR",
        "AU  - Hogan, Kimberly A.",
        "AU  - Roe-Sepowitz, Dominique",
        "TI  - LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability",
        "T2  - Journal of Human Trafficking",
        "PY  - 2023",
        "DA  - 2023/01/02/",
        "Y2  - 2021/11/12/",
        "SP  - 63",
        "EP  - 78",
        "J2  - J. Hum. Traffick.",
        "VL  - 9",
        "IS  - 1",
        "LA  - en",
        "DO  - 10.1080/23322705.2020.1841985",
        "UR  - https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985",
        "SN  - 2332-2705",
        "KW  - homelessness",
        "KW  - sex trafficking",
        "L1  - files/1/Hogan.pdf",
        "ER  - ",
    ]


@pytest.mark.parametrize(
    ("code", "csl_type"),
    [
        ("JOUR", "article-journal"), ("MGZN", "article-magazine"), ("NEWS", "article-newspaper"), ("BOOK", "book"),
        ("EDBOOK", "book"), ("CHAP", "chapter"), ("CONF", "paper-conference"), ("CPAPER", "paper-conference"),
        ("THES", "thesis"), ("RPRT", "report"), ("GOVDOC", "report"), ("ELEC", "webpage"), ("WEB", "webpage"),
        ("BLOG", "post-weblog"), ("CASE", "legal_case"), ("STAT", "legislation"), ("BILL", "bill"),
        ("PAT", "patent"), ("STAND", "standard"), ("DATA", "dataset"), ("COMP", "software"), ("MAP", "map"),
        ("MPCT", "motion_picture"), ("VIDEO", "motion_picture"), ("SOUND", "song"), ("UNPB", "manuscript"),
        ("PCOMM", "personal_communication"), ("ICOMM", "personal_communication"), ("ENCYC", "entry-encyclopedia"),
        ("DICT", "entry-dictionary"), ("GEN", "document"), ("jour", "article-journal"),
    ],
)  # fmt: skip
def test_types(code, csl_type):
    assert record("TI  - x", kind=code).type == csl_type


def test_an_unknown_type_is_reported_and_kept():
    reading = read_ris("TY  - FOO\nTI  - x\nER  - \n")
    assert [(one.code, one.line, one.column) for one in reading.problems] == [("unknown-type", 1, 1)]
    assert reading.items[0].type == "document"
    assert reading.items[0].extra == {"custom": {"ris": {"TY": ["FOO"]}}}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("AU  - Wang, Kuan-hung", Name(family="Wang", given="Kuan-hung")),
        ("A1  - 張三", Name(family="張", given="三")),
        ("AU  - 王, 寬弘", Name(family="王", given="寬弘")),
        ("AU  - 王，寬弘", Name(family="王", given="寬弘")),
        ("AU  - 歐陽修", Name(family="歐陽", given="修")),
        ("AU  - 內政部移民署", Name(literal="內政部移民署")),
        ("AU  - 美國在台協會", Name(literal="美國在台協會")),
        ("AU  - 約翰·史密斯", Name(literal="約翰·史密斯")),
        ("AU  - American Institute in Taiwan", Name(literal="American Institute in Taiwan")),
        ("AU  - Ministry of Justice, Taiwan,", Name(literal="Ministry of Justice, Taiwan")),
        ("AU  - UNICEF", Name(literal="UNICEF")),
        ("AU  - Aristotle", Name(family="Aristotle")),
        ("AU  - van den Berg, Jan", Name(family="Berg", given="Jan", non_dropping_particle="van den")),
        ("AU  - Humboldt, Alexander von", Name(family="Humboldt", given="Alexander", dropping_particle="von")),
        ("AU  - King, Martin Luther, Jr.", Name(family="King", given="Martin Luther", suffix="Jr.")),
        ("AU  - King, Jr., Martin Luther", Name(family="King", given="Martin Luther", suffix="Jr.")),
        ("AU  - Hogan KA", Name(family="Hogan", given="KA")),
        ("AU  - Kimberly A. Hogan", Name(family="Hogan", given="Kimberly A.")),
    ],
)
def test_names(line, name):
    assert record(line).names == {"author": (name,)}


@pytest.mark.parametrize("joint", ["；", ";", "、", "||", " || "])
def test_names_that_stand_in_one_line_are_split_and_reported(joint):
    reading = read_ris(f"TY  - JOUR\nAU  - 王寬弘{joint}柯雨瑞\nER  - \n")
    assert [name.full for name in reading.items[0].names["author"]] == ["王寬弘", "柯雨瑞"]
    assert [(one.code, one.line) for one in reading.problems] == [("name-separator", 2)]


def test_a_name_with_its_romanisation_is_a_name_with_a_variant():
    item = record("AU  - 王寬弘(Kuan-Hung Wang)", "AU  - 柯雨瑞(Yu-Jui Ko)")
    assert [name.full for name in item.names["author"]] == ["王寬弘", "柯雨瑞"]
    (variant,) = item.variants
    assert (variant.field, variant.kind, variant.language) == ("author", VariantKind.ROMANISED, "zh-Latn")
    assert [name.full for name in variant.names] == ["Kuan-Hung Wang", "Yu-Jui Ko"]


def test_roles_of_books_and_chapters():
    item = record("AU  - A, B", "A2  - C, D", "A3  - E, F", "A4  - G, H", kind="CHAP")
    roles = {role: names[0].family for role, names in item.names.items()}
    assert roles == {"author": "A", "editor": "C", "collection-editor": "E", "translator": "G"}


@pytest.mark.parametrize(
    ("lines", "issued"),
    [
        (["PY  - 2020"], date(2020)),
        (["Y1  - 2020///"], date(2020)),
        (["Y1  - 2020/05/01/"], date(2020, 5, 1)),
        (["Y1  - 2020/5"], date(2020, 5)),
        (["PY  - 2020///Spring"], date(2020, 13)),
        (["PY  - 2020", "DA  - 2020-05-01"], date(2020, 5, 1)),
        (["PY  - 2020", "DA  - May 1"], date(2020, 5, 1)),
        (["PY  - 2020", "DA  - 05/01"], date(2020, 5, 1)),
        (["DA  - 2020/05/01", "PY  - 2020/05/01"], date(2020, 5, 1)),
        (["PY  - 2020年5月1日"], date(2020, 5, 1)),
        (["PY  - 民國109年"], date(2020)),
        (["PY  - c. 1650"], Date(parts=((1650,),), circa=True)),
        (["PY  - 2020-2021"], Date(parts=((2020,), (2021,)))),
        (["PY  - n.d."], Date(literal="n.d")),
    ],
)
def test_dates(lines, issued):
    item = record(*lines)
    assert item.dates["issued"] == issued or str(item.dates["issued"]) == f"{issued}."
    assert item.extra == {}


def test_what_a_date_says_beyond_csl_is_kept():
    item = record("PY  - 2020/05//Early View", "DA  - whenever")
    assert item.dates["issued"] == date(2020)
    assert item.extra == {"custom": {"ris": {"PY": ["2020/05//Early View"], "DA": ["whenever"]}}}


def test_a_date_that_is_none_is_text_and_reported():
    reading = read_ris("TY  - JOUR\nPY  - Thursday\nER  - \n")
    assert reading.items[0].dates["issued"] == Date(literal="Thursday")
    assert [(one.code, one.line) for one in reading.problems] == [("bad-date", 2)]


@pytest.mark.parametrize(
    ("lines", "page"),
    [
        (["SP  - 1", "EP  - 12"], "1-12"), (["SP  - 1-12"], "1-12"), (["SP  - 1–12", "EP  - 12"], "1-12"),
        (["SP  - 12", "EP  - 12"], "12"), (["EP  - 3-9"], "3-9"), (["SP  - pp. 3-9"], "3-9"),
        (["SP  - e123"], "e123"), (["SP  - 118-120+123"], "118-120+123"), (["SP  - 3-9頁"], "3-9"),
    ],
)  # fmt: skip
def test_pages(lines, page):
    assert record(*lines).fields["page"] == page


def test_the_pages_of_a_book_are_their_number():
    assert record("SP  - 320", kind="BOOK").fields == {"number-of-pages": "320"}
    assert record("SP  - 320", "EP  - 340", kind="BOOK").fields == {"page": "320-340"}


@pytest.mark.parametrize(
    ("volume", "fields"),
    [
        ("20期", {"issue": "20"}), ("第5卷", {"volume": "5"}), ("5卷2期", {"volume": "5", "issue": "2"}),
        ("第5卷第2期", {"volume": "5", "issue": "2"}), ("12", {"volume": "12"}),
        ("12 Suppl 1", {"volume": "12 Suppl 1"}),
    ],
)  # fmt: skip
def test_volumes_in_chinese(volume, fields):
    assert record(f"VL  - {volume}").fields == fields


def test_serial_numbers_are_told_by_their_form():
    item = record("SN  - 978-986-123-456-7 (pbk.)", "SN  - 1234-567X", "SN  - whatever", kind="BOOK")
    assert item.fields == {"ISBN": "978-986-123-456-7", "ISSN": "1234-567X"}
    assert item.extra == {"custom": {"ris": {"SN": ["whatever"]}}}
    assert record("SN  - DOJ-12", kind="RPRT").fields == {"number": "DOJ-12"}


@pytest.mark.parametrize("line", ["DO  - 10.1000/xyz", "DO  - https://doi.org/10.1000/xyz", "N1  - doi: 10.1000/xyz",
                                  "M3  - doi: 10.1000/xyz", "L3  - 10.1000/xyz"])  # fmt: skip
def test_a_doi_is_found_where_programs_put_it(line):
    assert record(line).fields == {"DOI": "10.1000/xyz"}


def test_journals():
    assert record("JO  - Some Journal").fields == {"container-title": "Some Journal"}
    assert record("T2  - Some Journal", "JO  - Some Journal").fields == {"container-title": "Some Journal"}
    item = record("JF  - Journal of X", "JO  - J. X")
    assert item.fields == {"container-title": "Journal of X", "container-title-short": "J. X"}
    item = record("T2  - Journal of X", "JO  - J. X", "J2  - J X")
    assert item.fields == {"container-title": "Journal of X", "container-title-short": "J X"}
    assert item.extra == {"custom": {"ris": {"JO": ["J. X"]}}}


def test_titles_of_books_and_papers():
    assert record("TI  - A", "T2  - S", kind="BOOK").fields == {"title": "A", "collection-title": "S"}
    assert record("BT  - A", kind="BOOK").fields == {"title": "A"}
    assert record("TI  - A", "BT  - B", kind="CHAP").fields == {"title": "A", "container-title": "B"}
    paper = record("TI  - A", "T2  - The Meeting", "C3  - Its Proceedings", "C1  - Taipei", kind="CONF")
    assert paper.fields == {
        "title": "A", "event-title": "The Meeting", "container-title": "Its Proceedings", "event-place": "Taipei",
    }  # fmt: skip


def test_a_translated_title_is_a_variant():
    item = record("TI  - 人口販運", "TT  - Human Trafficking")
    assert item.variants == (
        Variant(field="title", kind=VariantKind.TRANSLATED, language="en", text="Human Trafficking"),
    )


def test_wrapped_lines_are_joined_and_paragraphs_kept():
    item = record("TI  - A title that", "  goes on", "TT  - 人口", "販運", "AB  - One.", "", "Two - not a tag.")
    assert item.fields == {"title": "A title that goes on", "abstract": "One.\nTwo - not a tag."}
    assert item.variants[0].text == "人口販運"


def test_languages():
    values = ("chi", "English", "zh-TW", "中文;", "Klingon")
    assert [record(f"LA  - {value}").fields["language"] for value in values] == [
        "zh", "en", "zh-TW", "zh", "Klingon",
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_and_marks_of_any_system(end):
    text = "\ufeff" + ZOTERO.replace("\n", end)
    assert read_ris(text).items == read_ris(ZOTERO).items
    assert read_ris(decode(text.encode("utf-8")).text).items == read_ris(ZOTERO).items


@pytest.mark.parametrize(
    "text", ["TY - JOUR\nTI - x\nER -\n", " TY  - JOUR\n TI  - x\n ER  -\n", "TY  -JOUR\nTI  -x\nER  -"]
)
def test_careless_blanks(text):
    reading = read_ris(text)
    assert [item.title for item in reading.items] == ["x"]
    assert reading.problems == reading.failed == ()


def test_a_dash_within_a_text_begins_no_field():
    assert record("AB  - See", "ER-positive and UR-negative", "IT - was").fields["abstract"].count("\n") == 2


def test_a_missing_end_is_reported_and_both_are_read():
    reading = read_ris("TY  - BOOK\nTI  - one\nTY  - BOOK\nTI  - two\n")
    assert [item.title for item in reading.items] == ["one", "two"]
    assert reading.lines == (1, 3)
    assert [(one.code, one.line) for one in reading.problems] == [("missing-end", 1), ("missing-end", 3)]


def test_what_stands_outside_is_a_comment_above_and_kept_as_failed_below():
    reading = read_ris('Provider: X\nContent: text/plain; charset="UTF-8"\n\n' + ZOTERO + "AU  - Lost, Ann\nTI  - y\n")
    assert len(reading.items) == 1
    assert [(one.code, one.line) for one in reading.problems] == [("comment", 1)]
    (failed,) = reading.failed
    assert (failed.line, failed.raw, failed.code) == (26, "AU  - Lost, Ann\nTI  - y", "stray-text")


def test_numbers_between_records_are_passed_over():
    reading = read_ris("1.\nTY  - BOOK\nTI  - one\nER  - \n\n2.\nTY  - BOOK\nTI  - two\nER  - \n")
    assert [item.title for item in reading.items] == ["one", "two"]
    assert reading.failed == ()


def test_unknown_fields_are_kept_and_noted():
    reading = read_ris("TY  - BOOK\nTI  - one\nZZ  - two\nC5  - three\nER  - \n")
    assert reading.items[0].extra == {"custom": {"ris": {"ZZ": ["two"], "C5": ["three"]}}}
    assert [(one.code, one.severity, one.line) for one in reading.problems] == [("unknown-field", "note", 3)]
    assert "ZZ  - two\nC5  - three\n" in write_ris(reading.items)


def test_a_key_that_stands_twice_is_reported():
    reading = read_ris("TY  - BOOK\nID  - a\nTI  - x\nER  -\nTY  - BOOK\nID  - a\nTI  - y\nER  -\n")
    assert [item.key for item in reading.items] == ["a", "a"]
    assert [(one.code, one.line) for one in reading.problems] == [("duplicate-key", 5)]


def test_our_own_field_when_it_is_damaged_is_reported_and_kept():
    reading = read_ris('TY  - BOOK\nTI  - x\nU5  - tipcite: {"tags"\nER  - \n')
    assert reading.items[0].title == "x"
    assert [(one.code, one.line) for one in reading.problems] == [("own-field", 3)]


def test_what_is_no_ris_is_refused():
    with pytest.raises(ReadError, match="no reference in this text; one of RIS begins with 'TY'"):
        read_ris("hello\nworld")


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_old_encodings(encoding):
    text = "TY  - JOUR\nT1  - 人口与社会之研究\nAU  - 王大明\nJO  - 中山大学学报\nER  - \n"
    if encoding == "big5":
        text = "TY  - JOUR\nT1  - 人口販運防制之研究\nAU  - 王寬弘\nJO  - 國土安全與國境管理學報\nER  - \n"
    reading = read_ris(decode(text.encode(encoding)).text)
    assert reading.items == read_ris(text).items


def test_the_work_grows_with_the_records(grows_evenly):
    assert len(read_ris(ZOTERO * 300).items) == 300
    assert grows_evenly(read_ris, lambda count: ZOTERO * count)


@pytest.mark.timeout(60)
def test_a_long_value_does_not_hang():
    long = "TY  - JOUR\nAB  - " + "word\n" * 100_000 + "AU  - " + "a, b; " * 20_000 + "\nER  - \n"
    assert len(read_ris(long).items[0].names["author"]) == 20_000
