"""Text, HTML and Markdown of the same content."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from tipcite.csl import (
    Mark,
    Span,
    Str,
    format_bibliography,
    format_entry,
    write_html,
    write_latex,
    write_markdown,
    write_runs,
    write_text,
    write_typst,
)

from .conftest import engine, list_style

LAYOUT = (
    '<group delimiter=". "><text variable="title" font-style="italic"/>'
    '<text variable="DOI" prefix="https://doi.org/"/><text variable="URL"/></group>'
)


def first(fields: dict, layout: str = LAYOUT):
    return engine(list_style(layout), fields).bibliography()[0]


def test_html_has_class_id_language_and_links():
    entry = first({"title": "A & <B>", "DOI": "10.1/x", "language": "en-US"})
    assert format_entry(entry, "html") == (
        '<div id="ref-i0" class="csl-entry" lang="en-US"><i>A &amp; &lt;B&gt;</i>. '
        '<a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a></div>'
    )


def test_an_address_that_is_no_web_address_is_no_link():
    entry = first({"title": "T", "URL": "javascript:alert(1)"})
    assert "<a" not in format_entry(entry, "html")
    assert "javascript:alert(1)" in format_entry(entry, "html")


def test_markup_in_a_field_flips_what_it_stands_in():
    entry = first({"title": "On <i>Homo sapiens</i>"})
    assert write_html(entry.inline) == '<i>On <span style="font-style: normal">Homo sapiens</span></i>'


def test_markdown_escapes_what_markdown_would_read():
    entry = first({"title": "2*3*4 [x] _a_ <b", "URL": "https://example.org/a_b"})
    assert format_entry(entry, "markdown") == (r"*2\*3\*4 \[x\] \_a\_ \<b*. <https://example.org/a_b>")


def test_a_number_at_the_start_opens_no_list():
    assert write_markdown((Str("1. Title"),)) == r"1\. Title"
    assert write_markdown((Str("- x"),)) == r"\- x"


def test_what_follows_a_block_begins_a_new_line():
    content = (Span(Mark.BLOCK, (Str("Roe"),)), Span(Mark.LEFT_MARGIN, (Str("2020"),)), Str("Title"))
    assert write_text(content) == "Roe\n2020 Title"
    assert write_latex(content) == "Roe\\newline 2020 Title"
    assert write_typst(content) == "Roe#linebreak();2020 Title"
    assert write_markdown(content) == "Roe\\\n2020 Title"
    assert [run.text for run in write_runs(content)] == ["Roe\n2020 Title"]


def test_a_block_in_characters_that_unicode_does_not_name_begins_a_new_line():
    for char in ("\ue000", "\ud7fc"):  # of private use, and not assigned: fonts show both
        assert write_text((Str("a"), Span(Mark.BLOCK, (Str(char),)))) == f"a\n{char}"


def test_a_block_that_shows_nothing_takes_no_line():
    blank = Span(Mark.BLOCK, (Str("\u200b "),))
    assert write_text((blank, Span(Mark.BLOCK, (Str("a"),)), blank, Span(Mark.BLOCK, (Str("b"),)))).split("\n") == [
        "\u200b a\u200b ",
        "b",
    ]
    assert write_markdown((Str("a"), blank)) == "a\u200b "


def test_what_follows_the_text_beside_a_margin_is_set_off():
    beside = Span(Mark.RIGHT_INLINE, (Str("Title"),))
    assert write_text((Span(Mark.LEFT_MARGIN, (Str("1"),)), beside, Str("Rest"))) == "1 Title Rest"


def test_a_line_break_in_a_field_breaks_no_line_of_the_list():
    entries = engine(list_style(LAYOUT), {"title": "A\n\n# B\x07\tC"}).bibliography()
    assert format_bibliography(entries, "text") == "A  # B C\n"
    assert format_bibliography(entries, "markdown") == "*A  # B C*\n"
    assert "<i>A  # B C</i>" in format_bibliography(entries, "html")


def test_whole_lists():
    entries = engine(list_style(LAYOUT), {"title": "A"}, {"title": "B"}).bibliography()
    assert format_bibliography(entries, "text") == "A\nB\n"
    assert format_bibliography(entries, "markdown") == "*A*\n\n*B*\n"
    assert format_bibliography(entries, "html").startswith('<div class="csl-bib-body">\n  <div id="ref-i0"')


inline = st.recursive(
    st.builds(Str, st.text(min_size=1)),
    lambda inner: st.builds(
        Span, st.sampled_from([Mark.ITALIC, Mark.BOLD, Mark.LINK, Mark.SMALL_CAPS]), st.lists(inner).map(tuple)
    ),
    max_leaves=8,
)


@given(st.lists(inline).map(tuple))
def test_text_shows_all_that_html_shows(content):
    def bare(text: str) -> str:
        return re.sub(r"\s+", " ", text).strip()

    tagless = re.sub(r"</?(?:i|b|a|span)(?: [^>]*)?>", "", write_html(content))
    assert bare(write_text(content)) == bare(html.unescape(tagless))
