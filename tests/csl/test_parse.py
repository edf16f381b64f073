"""What is refused in a style, and where the message points."""

from __future__ import annotations

import pytest

from tipcite.csl import Processor, parse_style
from tipcite.errors import StyleError

from .conftest import style

CITATION = "<citation><layout><text variable='title'/></layout></citation>"


def test_the_facts_about_a_style_are_read():
    csl = style(CITATION, 'class="in-text" default-locale="zh-TW"').replace(
        "<updated>", '<summary>S</summary><category citation-format="author-date"/><category field="law"/><updated>'
    )
    parsed = parse_style(csl)
    assert (parsed.title, parsed.id, parsed.summary) == ("T", "t", "S")
    assert (parsed.default_locale, parsed.citation_format, parsed.categories) == ("zh-TW", "author-date", ("law",))
    assert not parsed.has_bibliography


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<citation><layout><text variabel='title'/></layout></citation>", "variabel"),
        ("<citation><layout><text/></layout></citation>", "exactly one of"),
        ("<citation><layout><blink/></layout></citation>", "<blink>"),
        ("<citation><layout><text variable='title' font-style='slanted'/></layout></citation>", "font-style='slanted'"),
        ("<citation><layout><text macro='lost'/></layout></citation>", "'lost', which does not exist"),
        ("<citation et-al-min='three'><layout/></citation>", "et-al-min='three'"),
        ("<citation><layout><date variable='issued'/></layout></citation>", "needs 'form'"),
        ("<citation><layout><choose><if><text value='x'/></if></choose></layout></citation>", "something to test"),
        ("", "no <citation>"),
        (CITATION + "<macro name='a'><text macro='b'/></macro><macro name='b'><text macro='a'/></macro>", "a → b → a"),
    ],
)
def test_a_faulty_style_is_refused(body, message):
    with pytest.raises(StyleError) as caught:
        parse_style(style(body))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_error_names_line_and_element():
    csl = style("\n\n<citation><layout>\n<text variable='title' form='tiny' colour='red'/></layout></citation>")
    with pytest.raises(StyleError, match=r"line 4: <text>: attribute 'colour'") as caught:
        parse_style(csl)
    assert (caught.value.line, caught.value.element) == (4, "text")


@pytest.mark.parametrize("xml", ["<style", "plain text", "<html/>", ""])
def test_what_is_no_style_is_refused(xml):
    with pytest.raises(StyleError, match="style, line"):
        parse_style(xml)


def test_a_dependent_style_takes_its_parents_templates():
    child = style("").replace("<updated>", '<link rel="independent-parent" href="urn:parent"/><updated>')
    asked = []

    def load_parent(name: str) -> str:
        asked.append(name)
        return style(CITATION).replace("<title>T<", "<title>Parent<")

    assert parse_style(child, load_parent=load_parent).title == "T"
    assert asked == ["urn:parent"]
    with pytest.raises(StyleError, match="urn:parent"):
        parse_style(child)


def test_a_folder_without_locale_files_is_an_error():
    def nothing(tag: str) -> bytes:
        raise FileNotFoundError(tag)

    with pytest.raises(StyleError, match="no locale file for 'en-US'"):
        Processor(style(CITATION), [], load_locale=nothing).cite([])


def test_blank_lines_before_a_style_are_counted():
    faulty = style("<citation><layout><text macro='lost'/></layout></citation>")
    for before, line in (("", 1), ("\n\n", 3), ('\n\n<?xml version="1.0"?>\n', 4)):
        with pytest.raises(StyleError) as caught:
            parse_style(before + faulty)
        assert caught.value.line == line
