"""The reference list in every format: headings, titles, whole documents."""

from __future__ import annotations

import re

import pytest

from tipcite.csl import Cite, OutputFormat
from tipcite.model import item_from_csl
from tipcite.render import Order, Part, Renderer
from tipcite.resources import load_locale, load_style

from .conftest import NUMBERED, SOURCES

HEADINGS = {
    "text": "中文部分\n",
    "html": "<h2>中文部分</h2>",
    "markdown": "## 中文部分\n",
    "latex": "\\subsection*{中文部分}",
    "typst": "#heading(level: 2, numbering: none)[中文部分]",
    "rtf": "{\\pard\\plain\\s2\\outlinelevel1",
}


@pytest.mark.parametrize("to", list(OutputFormat))
def test_every_format_has_every_entry_and_a_final_newline(renderer, to):
    written = renderer().references(to=to)
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    names = ("Lee", "\\u29579?\\u27888?\\u21319?" if to == "rtf" else "王泰升")
    assert all(name in written for name in names)


@pytest.mark.parametrize("to", list(OutputFormat))
def test_every_format_has_headings(renderer, to):
    assert HEADINGS[to] in renderer().references(to=to, headings=True)
    assert HEADINGS[to] not in renderer().references(to=to)


def test_a_part_without_entries_has_no_heading(renderer):
    assert "西文部分" not in renderer(only="wang").references(headings=True)


def test_a_list_whose_languages_alternate_has_no_headings(renderer):
    alternating = Renderer(NUMBERED, [item_from_csl(SOURCES[number]) for number in (0, 2, 1)], load_locale=load_locale)
    assert [group.part for group in alternating.groups()] == [Part.CHINESE, Part.WESTERN, Part.CHINESE]
    assert alternating.references(headings=True) == alternating.references()


@pytest.mark.parametrize("to", ["html", "latex", "typst", "rtf"])
def test_a_document_is_whole(renderer, to):
    beginnings = {"html": "<!doctype html>", "latex": "% XeLaTeX", "typst": "#set page", "rtf": "{\\rtf1"}
    document = renderer().references(to=OutputFormat(to), standalone=True)
    assert document.startswith(beginnings[to])
    assert "BODY" not in document
    if to != "rtf":
        assert "參考文獻" in document
        assert not renderer().references(to=OutputFormat(to)).startswith(beginnings[to])


@pytest.mark.parametrize(
    ("only", "title", "language"),
    [("wang yu lee", "參考文獻", "zh-Hant"), ("yu lee", "参考文献", "zh-Hans"), ("lee", "References", "en")],
)
def test_the_title_is_in_the_language_of_the_list(renderer, only, title, language):
    page = renderer(only=only).references(to=OutputFormat.HTML, standalone=True)
    assert f"<h1>{title}</h1>" in page
    assert f'<html lang="{language}">' in page


def test_a_list_for_the_mainland_is_titled_headed_and_set_as_there(renderer):
    list_ = renderer(load_style("gb-t-7714-2025-numeric"), order=Order("chinese, western, korean"))
    page = list_.references(to=OutputFormat.HTML, standalone=True, headings=True)
    assert "<h1>参考文献</h1>" in page
    assert '<html lang="zh-Hans">' in page
    assert re.search(r"body \{[^}]*SimSun", page)
    typst = list_.references(to=OutputFormat.TYPST, standalone=True)
    assert '"SimSun"' in typst
    assert "PMingLiU" not in typst
    latex = list_.references(to=OutputFormat.LATEX, standalone=True)
    assert latex.index("useEastAsianFont{SimSun}") < latex.index("useOtherFont{PMingLiU}")


def test_headings_for_the_mainland_are_simplified():
    korean = {"id": "kim", "type": "book", "language": "ko", "title": "정책"}
    arabic = {"id": "ali", "type": "book", "language": "ar", "title": "الاتجار"}
    items = [item_from_csl(raw) for raw in (*SOURCES, korean, arabic)]

    def headings(style: str) -> list[str]:
        order = Order("chinese, korean, western, other")
        written = Renderer(load_style(style), items, order=order, load_locale=load_locale)
        markdown = written.references(to=OutputFormat.MARKDOWN, headings=True)
        return [line.removeprefix("## ") for line in markdown.splitlines() if line.startswith("## ")]

    assert headings("gb-t-7714-2015-author-date") == ["中文部分", "韩文部分", "西文部分", "其他语文部分"]
    assert headings("apa-zh-tw") == ["中文部分", "韓文部分", "西文部分", "其他語文部分"]


def test_a_western_style_is_set_as_its_chinese_entries_are(renderer):
    english = NUMBERED.replace("zh-TW", "en-US")
    assert "SimSun" in renderer(english, only="yu lee").references(to=OutputFormat.TYPST, standalone=True)
    assert "PMingLiU" in renderer(english).references(to=OutputFormat.TYPST, standalone=True)


def test_latin_letters_of_a_page_are_in_a_latin_font_where_times_is_missing(renderer):
    page = renderer().references(to=OutputFormat.HTML, standalone=True)
    (fonts,) = re.findall(r"body \{[^}]*font: ([^;]*);", page)
    assert fonts.index('"Liberation Serif"') < fonts.index("PMingLiU")  # else ’ is as wide as a Han character


def test_chinese_in_italics_is_slanted_in_latex_and_kai_in_typst(renderer):
    assert "AutoFakeSlant" in renderer().references(to=OutputFormat.LATEX, standalone=True)
    typst = renderer().references(to=OutputFormat.TYPST, standalone=True)
    assert re.search(r'#show emph: set text\(font: \("Times New Roman".*"DFKai-SB"', typst)


def test_words_of_an_entry_are_not_taken_for_places_of_a_document():
    odd = item_from_csl(
        {"id": "a", "type": "book", "language": "en", "title": "LATIN BODY: TITLE and HAN", "author": []}
    )
    for to in (OutputFormat.HTML, OutputFormat.LATEX, OutputFormat.TYPST):
        document = Renderer(NUMBERED, [odd], load_locale=load_locale).references(to=to, standalone=True)
        assert document.count("LATIN BODY: TITLE and HAN") == 1


def test_entries_hang_where_the_style_says_so(renderer):
    assert 'class="csl-bib-body hanging-indent"' in renderer().references(to=OutputFormat.HTML)
    assert 'class="csl-bib-body"' in renderer(NUMBERED).references(to=OutputFormat.HTML)


def test_a_citation_in_rtf_is_a_document(renderer):
    rtf = renderer().cite([Cite(key="lee")], to=OutputFormat.RTF)
    assert rtf.startswith("{\\rtf1")
    assert rtf.endswith("}")
    assert "(Lee, 2018)" in rtf


def test_a_citation_is_escaped(renderer):
    style = NUMBERED.replace(
        '<citation><layout><text variable="citation-number"/>', '<citation><layout><text variable="title"/>'
    )
    assert renderer(style).cite([Cite(key="lee")], to=OutputFormat.LATEX) == r"50\% of A \& B\_C"
    assert renderer(style).cite([Cite(key="lee")], to=OutputFormat.TYPST) == r"50% of A & B\_C"


@pytest.mark.slow
def test_the_typst_document_compiles(renderer):
    typst = pytest.importorskip("typst")
    document = renderer().references(to=OutputFormat.TYPST, headings=True, standalone=True)
    assert typst.compile(document.encode()).startswith(b"%PDF")
    assert len(SOURCES) == document.count("#text(lang:")


@pytest.mark.parametrize(("locale", "order"), [("zh-TW", ["i1", "i0"]), ("zh-CN", ["i0", "i1"])])
def test_a_style_for_the_mainland_orders_by_pinyin_and_others_by_strokes(locale, order):
    csl = (
        f'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="{locale}">'
        "<info><title>T</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation><bibliography><sort><key variable="author"/>'
        '</sort><layout><names variable="author"/></layout></bibliography></style>'
    )
    # 陳 is chén and has eleven strokes, 王 is wáng and has four.
    raw = [{"family": "陳", "given": "一"}, {"family": "王", "given": "一"}]
    works = [
        item_from_csl({"id": f"i{n}", "type": "book", "language": "zh", "author": [one]}) for n, one in enumerate(raw)
    ]
    groups = Renderer(csl, works, load_locale=load_locale).groups()
    assert [entry.key for group in groups for entry in group.entries] == order
