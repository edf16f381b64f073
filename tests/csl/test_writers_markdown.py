"""Markdown: readers of CommonMark, and pandoc, find the same text in what is written."""

from __future__ import annotations

import pytest
from hypothesis import given

from tipcite.csl import Mark, Span, Str, write_markdown, write_text

from .content import contents, seen

KNOWN = {
    "text", "text_special", "softbreak", "hardbreak", "em_open", "em_close", "strong_open", "strong_close",
    "link_open", "link_close", "html_inline",
}  # fmt: skip
ITALIC, BOLD = Mark.ITALIC, Mark.BOLD


def shown(markdown: str) -> str:
    """What a reader of CommonMark would show; it must be one paragraph."""
    reader = pytest.importorskip("markdown_it").MarkdownIt("commonmark")
    reader.normalizeLinkText = lambda address: address  # which would decode what is encoded
    tokens = reader.parse(markdown)
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"]), markdown
    out = []
    for token in tokens[1].children if tokens else ():
        assert token.type in KNOWN, (token.type, markdown)
        out.append(token.content if token.type in {"text", "text_special"} else "\n" if "break" in token.type else "")
    return "".join(out)


@given(contents)
def test_markdown_shows_what_the_text_shows(content):
    assert seen(shown(write_markdown(content))) == seen(write_text(content))


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("(1) Roe", r"\(1) Roe"),
        ("a. Roe", r"a\. Roe"),
        ("iv) Roe", r"iv\) Roe"),
        ("    Roe", " Roe"),
        ("-- and ---", r"\-\- and \-\-\-"),
        ("wait...", r"wait.\.\."),
        ("5\" x 7'", r"5\" x 7\'"),
        ("a{.b}", r"a\{.b}"),
        ("R&amp;D", r"R\&amp;D"),
        ("one\n\n# two", "one  # two"),
    ],
)
def test_what_markdown_would_read_is_escaped(text, markdown):
    assert write_markdown((Str(text),)) == markdown


def test_a_block_that_begins_like_a_list_is_none():
    assert write_markdown((Str("a"), Span(Mark.BLOCK, (Str("- b"),)))) == "a\\\n\\- b"


def test_emphasis_ends_behind_a_sign_before_a_letter():
    assert write_markdown((Span(ITALIC, (Str("《書》"),)), Str("中"))) == "<i>《書》</i>中"
    assert write_markdown((Span(BOLD, (Str("書"),)), Str("（中）"))) == "**書**（中）"


def test_neighbours_in_emphasis_keep_their_marks_apart():
    assert write_markdown((Span(ITALIC, (Str("a"),)), Span(BOLD, (Str("b"),)))) == "*a*<b>b</b>"
    assert write_markdown((Span(ITALIC, (Span(BOLD, (Str("a"),)),)),)) == "***a***"


def test_emphasis_in_emphasis_needs_no_marks():
    inner = Span(Mark.UPRIGHT, (Str("b"), Span(ITALIC, (Str("c"),))))
    assert write_markdown((Span(ITALIC, (Str("a"), inner)),)) == "*abc*"


def test_an_exclamation_mark_before_a_link_makes_no_image():
    link = Span(Mark.LINK, (Str("b"),), "https://a.b/(c)")
    assert write_markdown((Str("a!"), link)) == r"a\![b](<https://a.b/(c)>)"


def test_what_is_no_web_address_is_no_link():
    assert write_markdown((Span(Mark.LINK, (Str("x"),), "javascript:alert(1)"),)) == "x"


def test_an_address_with_an_entity_is_not_written_as_its_own_text():
    address = "https://a.b/?c&copy;"
    assert (
        write_markdown((Span(Mark.LINK, (Str(address),), address),))
        == r"[https://a.b/?c\&copy;](https://a.b/?c\&copy;)"
    )
