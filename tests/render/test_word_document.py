"""The reference list as a Word document, read back with python-docx."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from tipcite.resources import load_style

from .conftest import NUMBERED


@pytest.fixture
def document(renderer):
    def read(style=None, *, headings=False, **options):
        return docx.Document(BytesIO(renderer(style, **options).docx(headings=headings)))

    return read


def entry(document, start: str):
    return next(one for one in document.paragraphs if one.text.startswith(start))


def properties(paragraph, name: str) -> set:
    """The values of an attribute of the properties of all runs, links included."""
    element, attribute = name.split("/")
    return {found.get(qn(attribute)) for found in paragraph._p.iter(qn(element))}


def test_paragraphs_are_those_of_the_text(document, renderer):
    text = renderer().references().splitlines()
    assert [one.text for one in document().paragraphs] == ["參考文獻", *text]


def test_headings_are_heading_styles(document):
    found = {one.text: one.style.name for one in document(headings=True).paragraphs}
    assert found["參考文獻"] == "Heading 1"
    assert found["中文部分"] == found["西文部分"] == "Heading 2"


def test_italics_are_only_where_the_style_has_them(document):
    runs = [run for one in document().paragraphs for run in one.runs if run.italic]
    assert [run.text for run in runs] == ["Law & Order", "4"]


def test_entries_hang_by_their_style(document):
    shape = document().styles["Bibliography"].paragraph_format
    assert (shape.left_indent, shape.first_line_indent) == (Pt(24), Pt(-24))
    assert document(NUMBERED).styles["Bibliography"].paragraph_format.left_indent is None
    assert all(one.style.name == "Bibliography" for one in document().paragraphs[1:])


def test_each_entry_has_the_font_and_language_of_its_own(document):
    found = document()
    taiwan, mainland, british = (entry(found, start) for start in ("王", "于", "Lee"))
    assert properties(taiwan, "w:rFonts/w:eastAsia") == {"PMingLiU"}
    assert properties(mainland, "w:rFonts/w:eastAsia") == {"SimSun"}
    assert properties(taiwan, "w:rFonts/w:ascii") == {"Times New Roman"}
    assert properties(taiwan, "w:lang/w:eastAsia") == {"zh-TW"}
    assert properties(mainland, "w:lang/w:eastAsia") == {"zh-CN"}
    assert properties(british, "w:lang/w:val") == {"en-GB"}


def test_a_style_for_the_mainland_sets_headings_and_full_marks_of_western_entries_as_there(document):
    found = document(load_style("gb-t-7714-2025-numeric"), headings=True)
    british = next(one for one in found.paragraphs if "Lee M" in one.text)
    assert "，" in british.text
    assert properties(british, "w:rFonts/w:eastAsia") == {"SimSun"}
    assert properties(british, "w:lang/w:val") == {"en-GB"}
    assert properties(british, "w:lang/w:eastAsia") == {"zh-CN"}
    assert found.styles["Heading 2"].element.rPr.rFonts.get(qn("w:eastAsia")) == "SimSun"
    assert found.paragraphs[0].text == "参考文献"
    taiwan = next(one for one in found.paragraphs if "王泰升" in one.text)
    assert properties(taiwan, "w:rFonts/w:eastAsia") == {"PMingLiU"}


def test_quotation_marks_of_a_chinese_entry_are_in_the_chinese_font(document):
    found = document()
    assert properties(entry(found, "于"), "w:rFonts/w:hint") == {"eastAsia"}
    assert properties(entry(found, "Lee"), "w:rFonts/w:hint") == {None}


def test_no_style_keeps_a_theme_font(document):
    styles = document().styles
    for name in ("Normal", "Heading 1", "Heading 2"):
        fonts = styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "PMingLiU"
        assert not any("Theme" in attribute for attribute in fonts.attrib)


def test_addresses_are_links(document):
    found = document()
    links = [link for one in found.paragraphs for link in one.hyperlinks]
    assert [(link.text, link.address) for link in links] == [
        ("https://example.org/書?a=1&b=2", "https://example.org/%E6%9B%B8?a=1&b=2"),
        ("https://doi.org/10.1000/a_b", "https://doi.org/10.1000/a_b"),
    ]


def test_numbers_stand_in_the_margin(document):
    paragraph = document(NUMBERED).paragraphs[1]
    assert paragraph.text == "[1]\t台灣法律史概論"
    assert paragraph.paragraph_format.first_line_indent == -paragraph.paragraph_format.left_indent
    assert len(paragraph.paragraph_format.tab_stops) == 1


def test_the_document_is_titled_and_a4(document):
    found = document(only="lee")
    assert found.core_properties.title == "References"
    assert found.core_properties.author == ""
    assert round(found.sections[0].page_width.cm, 1) == 21.0


def test_an_empty_list_is_a_document_too(document):
    assert [one.text for one in document(only="").paragraphs] == ["References"]


def test_text_that_xml_cannot_hold_is_left_out(renderer):
    from tipcite.csl import Entry, Str
    from tipcite.render.docx import Section, write_docx
    from tipcite.render.pages import WESTERN_TITLE

    odd = Entry(key="a", language="en", inline=(Str("a\x00\x0bb\ufffe\ud800c"),))
    data = write_docx([Section(heading="", entries=(odd,))], WESTERN_TITLE, hanging=True)
    assert docx.Document(BytesIO(data)).paragraphs[1].text == "a bc"
