"""Text, HTML and Markdown of the same content."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from tipcite.csl import Mark, Span, Str, format_bibliography, format_entry, write_html, write_markdown, write_text

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
