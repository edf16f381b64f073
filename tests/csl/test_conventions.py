"""The choices that a caller has where processors differ: ours first, citeproc-js's second."""

from __future__ import annotations

import pytest

from tipcite.csl import Cite, write_text
from tipcite.csl.conventions import CITEPROC_JS, USUAL

from .conftest import engine, style

MACRO = """<macro name="all"><names variable="author"><name name-as-sort-order="all" initialize-with=". "/></names>
    <text variable="page" prefix=" "/><label variable="edition" prefix=" "/></macro>"""
LAYOUT = "<layout><text variable='title'/></layout>"
LAYOUTS = """<layout locale="en" prefix="(" suffix=")" delimiter="; "><text macro="all"/></layout>
    <layout prefix="（" suffix="）" delimiter="；"><text macro="all"/></layout>"""
BILINGUAL = style(
    f"{MACRO}<citation>{LAYOUTS}</citation><bibliography>{LAYOUTS}</bibliography>",
    'class="in-text" default-locale="zh-CN"',
)
WESTERN = {"language": "en-US", "author": [{"family": "Hogan", "given": "Kim"}], "page": "14-19"}
TRANSLATED = {**WESTERN, "language": "zh-CN"}


def bibliography(item: dict, conventions) -> str:
    processor = engine(BILINGUAL, item, conventions=conventions)
    return write_text(processor.bibliography()[0].inline)


@pytest.mark.parametrize(
    ("conventions", "expected"),
    [(USUAL, "(Hogan, K. 14–19)"), (CITEPROC_JS, "（Hogan, K. 14～19 edition)")],
)
def test_a_western_entry_in_a_chinese_list(conventions, expected):
    assert bibliography(WESTERN, conventions) == expected


@pytest.mark.parametrize(
    ("conventions", "expected"),
    [(USUAL, "（Hogan, K. 14～19）"), (CITEPROC_JS, "（Hogan K. 14～19 版本）")],
)
def test_a_western_name_in_a_chinese_entry(conventions, expected):
    assert bibliography(TRANSLATED, conventions) == expected


@pytest.mark.parametrize(
    ("conventions", "expected"),
    [
        (USUAL, "(Hogan, K. 14–19; Hogan, K. 14～19)"),
        (CITEPROC_JS, "（Hogan, K. 14～19 edition; Hogan K. 14～19 版本）"),
    ],
)
def test_a_citation_in_two_languages(conventions, expected):
    processor = engine(BILINGUAL, WESTERN, TRANSLATED, conventions=conventions)
    assert write_text(processor.cite([Cite(key="i0"), Cite(key="i1")]).inline) == expected


@pytest.mark.parametrize(("conventions", "expected"), [(USUAL, "甲。"), (CITEPROC_JS, "甲。。")])
def test_full_width_stops_that_meet(conventions, expected):
    csl = style("<citation><layout suffix='。'><text variable='title' suffix='。'/></layout></citation>")
    processor = engine(csl, {"title": "甲"}, conventions=conventions)
    assert write_text(processor.cite([Cite(key="i0")]).inline) == expected


@pytest.mark.parametrize(
    ("layout", "usual", "citeproc_js"),
    [
        ('<text variable="title" font-weight="bold" suffix="."/><text value="X" prefix=". "/>', "T. X", "T.. X"),
        (
            '<group><text variable="title" font-weight="bold" suffix="."/></group><text value="X" prefix=". "/>',
            "T. X",
            "T. X",
        ),
        ('<text value="T: "/><text value="X" prefix=" "/>', "T: X", "T:  X"),
        ('<text variable="note" font-style="italic" suffix="."/>', "Why?", "Why?."),
        ('<group suffix="."><text variable="note" font-style="italic"/></group>', "Why?", "Why?"),
    ],
)
def test_stops_and_blanks_meet_at_the_edges_of_elements(layout, usual, citeproc_js):
    fields = {"title": "T", "note": "Why?"}
    csl = style(f"<citation>{LAYOUT}</citation><bibliography><layout>{layout}</layout></bibliography>")
    for conventions, expected in ((USUAL, usual), (CITEPROC_JS, citeproc_js)):
        entry = engine(csl, fields, conventions=conventions).bibliography()[0]
        assert write_text(entry.inline) == expected
