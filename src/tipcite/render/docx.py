"""A reference list as a Word document (Office Open XML): the only module that imports python-docx."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Final

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Emu, Pt, RGBColor

from tipcite.csl import (
    WESTERN_FONT,
    Entry,
    Run,
    Typeface,
    ascii_address,
    split_margin,
    typeface,
    write_runs,
    write_text,
)
from tipcite.render.pages import Title

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.font import CT_RPr
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run as WordRun

STYLE: Final = "Bibliography"
"""Word's own name of the paragraph style of reference lists, which a template may change."""

_SIZE: Final = Pt(12)
_HANGING: Final = Pt(24)
_HEADINGS: Final = (("Heading 1", Pt(16)), ("Heading 2", Pt(14)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a list: its heading, empty without one, and its entries."""

    heading: str
    entries: tuple[Entry, ...]


def write_docx(sections: Sequence[Section], title: Title, *, hanging: bool, home: str = "zh-TW") -> bytes:
    """Write a document of A4 pages; headings and Han in Western entries are set as at `home`."""
    document = docx.Document()
    _set_page(document, title)
    _set_styles(document, hanging=hanging, home=home)
    document.add_heading(title.text, level=1)
    margin = _margin(entry for section in sections for entry in section.entries)
    for section in sections:
        if section.heading:
            document.add_heading(section.heading, level=2)
        for entry in section.entries:
            _add_entry(document, entry, margin, home)
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def _set_page(document: Document, title: Title) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.54)
    properties = document.core_properties
    properties.title, properties.language = title.text, title.language
    properties.author = properties.comments = ""  # the template's, as is its picture
    package = document.part.package
    for name, relationship in tuple(package.rels.items()):
        if relationship.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[name]


def _set_styles(document: Document, *, hanging: bool, home: str) -> None:
    normal = document.styles["Normal"]
    normal.font.size = _SIZE
    _set_fonts(normal.element.get_or_add_rPr(), typeface("", home).eastern)
    for name, size in _HEADINGS:
        style = document.styles[name]
        style.font.size, style.font.bold, style.font.color.rgb = size, True, RGBColor(0, 0, 0)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(14), Pt(7)
        _set_fonts(style.element.get_or_add_rPr(), typeface("", home).eastern)
    entries: ParagraphStyle = document.styles.add_style(STYLE, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    entries.base_style = normal
    entries.paragraph_format.space_after = Pt(6)
    entries.paragraph_format.line_spacing = 1.15
    if hanging:
        entries.paragraph_format.left_indent = _HANGING
        entries.paragraph_format.first_line_indent = Emu(-_HANGING)


def _margin(entries: Iterable[Entry]) -> int:
    """Measure the widest number: about half an em for each character, and as much behind it."""
    labels = (write_text(split_margin(entry.inline).label) for entry in entries)
    return (max(map(len, labels), default=0) + 1) * _SIZE // 2


def _add_entry(document: Document, entry: Entry, margin: int, home: str) -> None:
    label, body = split_margin(entry.inline)
    paragraph = document.add_paragraph(style=STYLE)
    face = typeface(entry.language, home)
    if label:
        paragraph.paragraph_format.left_indent = Emu(margin)
        paragraph.paragraph_format.first_line_indent = Emu(-margin)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Emu(margin))
        _add_runs(paragraph, (*write_runs(label), Run(text="\t")), face)
    _add_runs(paragraph, write_runs(body), face)


def _add_runs(paragraph: Paragraph, runs: Iterable[Run], face: Typeface) -> None:
    for target, linked in groupby(runs, key=lambda run: run.target):
        elements = [_word_run(paragraph, run, face)._r for run in linked]
        if target:
            link = OxmlElement("w:hyperlink")
            link.set(
                qn("r:id"),
                paragraph.part.relate_to(ascii_address(target), RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
            )
            elements[0].addprevious(link)
            link.extend(elements)


def _word_run(paragraph: Paragraph, run: Run, face: Typeface) -> WordRun:
    word = paragraph.add_run(run.text)
    for name in ("italic", "bold", "small_caps", "underline", "superscript", "subscript"):
        if getattr(run, name):
            setattr(word.font, name, True)
    _set_fonts(word._r.get_or_add_rPr(), face)
    return word


def _set_fonts(properties: CT_RPr, face: Typeface) -> None:
    """Name the fonts and languages of both worlds.

    The hint gives punctuation that both have (“ ” — …) to the East Asian font (ECMA-376, part 1, 17.3.2.26).
    """
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()  # the template's theme fonts would win
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), WESTERN_FONT)
    fonts.set(qn("w:eastAsia"), face.font)
    if face.is_east_asian:
        fonts.set(qn("w:hint"), "eastAsia")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US" if face.is_east_asian else face.tag)
    language.set(qn("w:eastAsia"), face.eastern.tag)
    properties.append(language)
