"""Typst: the real compiler reads what is written, and finds the same text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tipcite.csl import Mark, Span, Str, format_bibliography, format_entry, write_text, write_typst

from .conftest import engine, list_style
from .content import contents, seen


def shown(node) -> str:
    """The text of an element of Typst, as its compiler gives it in JSON."""
    if node["func"] in {"space", "linebreak", "h"}:
        return " "
    assert node["func"] not in {"smartquote", "heading", "raw", "equation", "ref", "parbreak"}, node
    if isinstance(node.get("text"), str):
        return node["text"]
    return "".join(map(shown, node.get("children") or [node[name] for name in ("body", "child") if name in node]))


def compiled(*sources: str) -> list[str]:
    typst = pytest.importorskip("typst")
    text = "\n".join(f"#box[{source}] <it>" for source in sources)
    return [shown(body) for body in json.loads(typst.query(text.encode(), "<it>", field="body"))]


@pytest.mark.slow
@settings(max_examples=8, deadline=None)
@given(st.lists(contents, min_size=10, max_size=30))
def test_typst_reads_what_the_text_shows(several):
    read = compiled(*map(write_typst, several))
    assert [seen(text) for text in read] == [seen(write_text(content)) for content in several]


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("*a* _b_ #c $d @e <f> `g` [h]", r"\*a\* \_b\_ \#c \$d \@e \<f\> \`g\` \[h\]"),
        ("https://a.b", r"https:\//a.b"),
        ("well-known 1-2 -- x", r"well-known 1\-2 \-- x"),
        ("= x", r"\= x"),
        ("a-\u00adb", r"a\--?b"),
        ("a-Ⅷ", r"a\-Ⅷ"),
        ("12. x", r"12\. x"),
        ("the end...", r"the end.\.\."),
        ("Taiwan’s 'own'", r"Taiwan’s \'own\'"),
        ("a\n\nb", "a  b"),
    ],
)
def test_what_typst_would_read_is_escaped(text, markup):
    assert write_typst((Str(text),)) == markup


def test_a_bracket_behind_a_call_is_text():
    assert write_typst((Span(Mark.ITALIC, (Str("J"),)), Str("(4)"))) == "#emph[J];(4)"


def test_an_address_is_a_link():
    address = "https://a.b/c_d"
    assert write_typst((Span(Mark.LINK, (Str(address),), address),)) == '#link("https://a.b/c_d");'
    assert write_typst((Span(Mark.LINK, (Str("x"),), 'https://a.b/"中'),)) == '#link("https://a.b/%22%E4%B8%AD")[x];'
    assert write_typst((Span(Mark.LINK, (Str("x"),), "javascript:alert(1)"),)) == "x"


def test_an_entry_tells_its_language():
    entries = engine(list_style('<text variable="title"/>'), {"title": "書", "language": "zh-Hant"}).bibliography()
    assert format_entry(entries[0], "typst") == '#text(lang: "zh", region: "TW")[書]'


def test_lists_hang_or_are_grids():
    entries = engine(list_style('<text variable="title"/>'), {"title": "T", "language": "en"}).bibliography()
    assert "hanging-indent: 2em" in format_bibliography(entries, "typst", hanging=True)
    layout = '<text variable="citation-number" prefix="[" suffix="]"/><text variable="title"/>'
    numbered = engine(list_style(layout, options='second-field-align="flush"'), {"title": "T", "language": "en"})
    assert '  [\\[1\\]], text(lang: "en")[T],\n' in format_bibliography(numbered.bibliography(), "typst")


@pytest.mark.slow
def test_a_whole_list_compiles():
    layout = '<text variable="citation-number"/><text variable="title"/>'
    for options in ("", 'second-field-align="flush"'):
        entries = engine(list_style(layout, options=options), {"title": "* [T"}, {"title": "書 #", "language": "zh-TW"})
        typst = pytest.importorskip("typst")
        assert typst.compile(format_bibliography(entries.bibliography(), "typst").encode()).startswith(b"%PDF")
