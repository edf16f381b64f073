"""Word documents: the citations that reference managers left in them, else the list as it is typed."""

import base64
import io
import json
import zipfile
from xml.sax.saxutils import escape

import pytest
from documents import control, docx, endnote, field, mendeley, mendeley_cite, p, packed, simple_field, t, zotero
from hypothesis import given
from hypothesis import strategies as st

from tipcite.errors import ReadError
from tipcite.formats import docx_parts
from tipcite.formats.docx import is_docx, read_docx
from tipcite.model import Name

LEE = {
    "id": "AB12", "type": "article-journal", "title": "On Borders & <i>States</i>", "container-title": "A Journal",
    "author": [{"family": "Lee", "given": "Ann"}], "issued": {"date-parts": [["2020", 5]]}, "DOI": "10.1000/1",
}  # fmt: skip
WANG = {
    "id": "CD34", "type": "book", "title": "人口販運防制", "publisher": "五南",
    "author": [{"family": "王", "given": "寬弘"}], "issued": {"date-parts": [[2013]]}, "language": "zh-TW",
}  # fmt: skip


def titles(data):
    reading = read_docx(data)
    assert not reading.failed, reading.failed
    return [item.title for item in reading.items]


def test_zotero_fields_are_items_with_everything_in_them():
    reading = read_docx(docx(p("Text ", field(zotero(LEE, WANG)), "."), p("More")))
    lee, wang = reading.items
    assert (lee.type, lee.fields["DOI"], lee.year) == ("article-journal", "10.1000/1", 2020)
    assert lee.title == "On Borders & <i>States</i>"
    assert wang.names["author"] == (Name(family="王", given="寬弘"),)
    assert lee.key == ""  # Zotero's own number is nobody's citation key
    assert reading.problems == ()


def test_a_citation_key_is_kept():
    assert read_docx(docx(p(field(zotero({**LEE, "citation-key": "lee2020"}))))).items[0].key == "lee2020"


@pytest.mark.parametrize(
    "citation",
    [
        field(zotero(LEE), cut=7),
        field(zotero(LEE), cut=1),
        simple_field(zotero(LEE)),
        field(" IF 1 = 1 ", inner=field(zotero(LEE))),
        field(mendeley(LEE)),
        simple_field(mendeley(LEE)),
        control(mendeley_cite(LEE)),
        control(mendeley_cite(LEE, url_safe=True)),
        f'<w:hyperlink w:anchor="x">{field(zotero(LEE))}</w:hyperlink>',
        f"<w:ins>{field(zotero(LEE))}</w:ins>",
    ],
)
def test_a_citation_is_read_however_it_is_stored(citation):
    assert titles(docx(p("Text ", citation, " goes on."), p("參考文獻"), p("Lee, Ann. 2020. Typed."))) == [LEE["title"]]


def test_a_work_that_is_cited_often_is_one_item():
    body = [p(field(zotero(LEE))), p(field(zotero(WANG, LEE))), p(field(zotero({**LEE, "note": "newer"})))]
    reading = read_docx(docx(*body))
    assert [item.title for item in reading.items] == [LEE["title"], WANG["title"]]
    assert reading.items[0].fields["note"] == "newer"
    assert reading.lines == (1, 2)


def test_numbers_that_begin_anew_in_each_citation_tell_nothing():
    assert titles(docx(p(field(mendeley(LEE)), field(mendeley(WANG)), field(mendeley(LEE))))) == [
        LEE["title"],
        WANG["title"],
    ]


def test_the_same_work_from_two_programs_is_one_item():
    work = {**LEE, "id": "other"}
    assert titles(docx(p(field(zotero(LEE)), control(mendeley_cite(work))))) == [LEE["title"]]


def test_citations_in_footnotes_and_endnotes_count():
    assert titles(docx(p(field(zotero(LEE))), notes=p(field(zotero(WANG))))) == [LEE["title"], WANG["title"]]


def test_deleted_citations_are_gone():
    gone = f"<w:del>{field(zotero(WANG))}</w:del>"
    assert titles(docx(p(field(zotero(LEE)), gone))) == [LEE["title"]]


def test_citations_that_zotero_keeps_as_bookmarks():
    code = zotero(LEE).replace(" ADDIN ", "").strip()
    cut = [code[at : at + 255] for at in range(0, len(code), 255)]
    assert len(cut) > 1
    rows = "".join(
        f'<property name="ZOTERO_BREF_aBc_{at}"><vt:lpwstr xmlns:vt="vt">{escape(part)}</vt:lpwstr></property>'
        for at, part in reversed(list(enumerate(cut, start=1)))
    )
    assert titles(docx(p("Text"), properties=f'<Properties xmlns="p">{rows}</Properties>')) == [LEE["title"]]


def test_endnote_citations_in_the_code_and_in_the_data():
    inline = field(f" ADDIN EN.CITE {endnote('Inline &amp; short')}")
    hidden = base64.b64encode(endnote("人口販運", "王寬弘").encode() + b"\0").decode()
    wrapped = "\n".join(hidden[at : at + 76] for at in range(0, len(hidden), 76))
    nested = field(" ADDIN EN.CITE ", inner=field(" ADDIN EN.CITE.DATA ", data=wrapped))
    data = docx(p(inline), p(nested), p(field(" ADDIN EN.CITE ", data=wrapped)), p(field(" ADDIN EN.REFLIST ")))
    reading = read_docx(data)
    assert [item.title for item in reading.items] == ["Inline & short", "人口販運"]
    assert reading.items[0].fields["container-title"] == "A Journal"
    assert reading.items[1].names["author"] == (Name(family="王", given="寬弘"),)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (' ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"id":1', "JSON"),
        (' ADDIN CSL_CITATION {"citationItems": 5}', "citationItems"),
        (' ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"id":1}]}', "without its data"),
        (" ADDIN EN.CITE <EndNote><Cite><Author>Lee</Author></Cite></EndNote>", "without its data"),
        (" ADDIN EN.CITE <record><titles></record>", "well-formed"),
        (zotero({**LEE, "author": 7}), "author"),
    ],
)
def test_a_damaged_citation_is_kept_and_the_others_are_read(code, said):
    reading = read_docx(docx(p("First"), p(field(code)), p(field(zotero(WANG)))))
    assert [item.title for item in reading.items] == [WANG["title"]]
    (failed,) = reading.failed
    assert said in failed.reason
    assert failed.line == 2
    assert failed.raw.strip() in code or json.loads(failed.raw)


def test_damaged_base64_is_kept():
    reading = read_docx(docx(p(control("MENDELEY_CITATION_v3_?!"), field(zotero(LEE)))))
    assert len(reading.items) == len(reading.failed) == 1
    reading = read_docx(docx(p(field(" ADDIN EN.CITE ", data="?!"), field(zotero(LEE)))))
    assert len(reading.items) == len(reading.failed) == 1


LIST = [
    "王寬弘（2013）。人口販運防制法制之研究。國土安全與國境管理學報，20，1–40。",
    "Lee, A. (2020). On borders. A Journal, 3(2), 1–9. https://doi.org/10.1000/1",
]


@pytest.mark.parametrize(
    "heading",
    ["參考文獻", "参考文献", "參考書目", "引用文獻", "徵引書目", "陸、參考文獻", "五、參考資料：",
     "參考文獻（References）", "References", "REFERENCES", "Bibliography", "Works Cited", "Literature Cited",
     "6. References"],
)  # fmt: skip
def test_the_list_behind_its_heading_is_read_with_paragraphs_as_places(heading):
    body = [p("參考文獻 12"), p("前言", style="Heading1"), p("本文（王寬弘，2013）。"), p(heading, style="Heading1")]
    reading = read_docx(docx(*body, *map(p, LIST), p("附錄一　問卷"), p("Question of 2019?")))
    assert [item.title for item in reading.items] == ["人口販運防制法制之研究", "On borders"]
    assert reading.lines == (5, 6)
    assert not reading.failed


def test_parts_of_a_list_have_headings_of_their_own():
    body = [p("參考文獻", style="1"), p("中文部分", style="2"), p(LIST[0]), p("英文部分", style="2"), p(LIST[1])]
    reading = read_docx(docx(*body, p("結論", style="1"), p("Not a reference (2020).")))
    assert [item.title for item in reading.items] == ["人口販運防制法制之研究", "On borders"]


def test_a_document_that_is_nothing_but_a_list():
    assert len(read_docx(docx(*map(p, LIST))).items) == 2


def test_a_document_without_either_says_what_was_looked_for():
    with pytest.raises(ReadError, match="參考文獻"):
        read_docx(docx(p("Only prose."), p("And more of it.")))


def test_what_is_no_document_is_one_line():
    whole = docx(p(field(zotero(LEE))))
    assert is_docx(whole)
    for data in (b"", b"PK\x03\x04", whole[:-40], whole[: len(whole) // 2], packed({"word/other.xml": "<x/>"})):
        with pytest.raises(ReadError) as caught:
            read_docx(data)
        assert "\n" not in str(caught.value)
    with pytest.raises(ReadError, match="broken"):
        read_docx(packed({"word/document.xml": "<w:document xmlns:w='w'><w:body>"}))


@pytest.mark.parametrize(
    "declared",
    ['<!DOCTYPE d [<!ENTITY a "b">]>', '<!DOCTYPE d SYSTEM "file:///etc/passwd">'],
)
def test_document_types_are_refused(declared):
    with pytest.raises(ReadError, match="document type"):
        read_docx(docx(document=f'{declared}<w:document xmlns:w="w"><w:body/></w:document>'))


def test_a_bomb_is_given_up_before_it_fills_the_memory(monkeypatch):
    monkeypatch.setattr(docx_parts._Budget, "__init__", lambda self: setattr(self, "left", 100_000))
    with pytest.raises(ReadError, match="unpacks to more"):
        read_docx(docx(p(t("x" * 5_000_000))))


def test_a_tower_of_elements_is_given_up():
    with pytest.raises(ReadError, match="deep"):
        read_docx(docx(document="<w:document xmlns:w='w'>" + "<w:x>" * 3000 + "</w:x>" * 3000 + "</w:document>"))


WHOLE = docx(
    p("Text ", field(zotero(LEE, WANG), cut=40), control(mendeley_cite(LEE))),
    p(field(" ADDIN EN.CITE ", data=base64.b64encode(endnote("T").encode()).decode())),
    p("References"),
    *map(p, LIST),
    notes=p(simple_field(mendeley(WANG))),
)
PARTS = {
    "word/document.xml": zipfile.ZipFile(io.BytesIO(WHOLE)).read("word/document.xml").decode(),
}
PIECES = [
    "", "<", ">", "&", "</w:p>", "<w:p>", '"', "{", "}", "]", '<w:fldChar w:fldCharType="begin"/>', "<w:instrText>",
    '<w:fldChar w:fldCharType="end"/>', "\x00", "=", "ADDIN ", "CSL_CITATION {", "<!DOCTYPE x>", "\\u0000", "9" * 5000,
]  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(max_size=4), st.integers(0, 30)), max_size=4))
def test_no_damage_to_the_file_is_more_than_one_line(damages):
    data = WHOLE
    for place, piece, cut in damages:
        data = data[:place] + piece + data[place + cut :]
    read_or_refused(data)


@given(st.lists(st.tuples(st.integers(0, 4000), st.sampled_from(PIECES), st.integers(0, 30)), max_size=5))
def test_no_damage_to_the_xml_is_more_than_one_line(damages):
    text = PARTS["word/document.xml"]
    for place, piece, cut in damages:
        text = text[:place] + piece + text[place + cut :]
    read_or_refused(packed({"word/document.xml": text}))


def read_or_refused(data: bytes) -> None:
    try:
        reading = read_docx(data)
    except ReadError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either is right
    else:
        assert reading.items or reading.failed or reading.problems


def test_a_document_packed_in_a_way_that_word_does_not_know_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", PARTS["word/document.xml"])
    with pytest.raises(ReadError, match="packed"):
        read_docx(out.getvalue())
