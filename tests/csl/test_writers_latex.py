"""LaTeX: what is escaped, what breaks, and that nothing of the text is lost."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given

from tipcite.csl import Mark, Span, Str, format_bibliography, format_entry, write_latex, write_text

from .conftest import engine, list_style
from .content import contents, seen

SYMBOLS = {
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textless": "<", "textgreater": ">",
    "textbar": "|", "textquotedbl": '"', "textquotesingle": "'", "textasciigrave": "`", "ldots": "…",
    "textperiodcentered": "·", "newline": " ", "allowbreak": "",
}  # fmt: skip
LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "~": "\u00a0"}
TOKEN = re.compile(r"\\([A-Za-z]+) ?|\\(.)|(---|--|``|''|[`'~{}])|([^\\{}`'~-]+|-)", re.DOTALL)


def shown(latex: str) -> str:
    """What TeX would print; a small reader of the commands that the writer uses."""
    out, place, depth = [], 0, 0
    while place < len(latex):
        token = TOKEN.match(latex, place)
        assert token, latex[place:]
        place = token.end()
        command, escaped, sign, text = token.groups()
        if command in {"href", "url"}:
            target = re.compile(r"\{((?:[^{}\\]|\\[%#])*)\}").match(latex, place)
            assert target, latex[place:]
            place = target.end()
            out.append(re.sub(r"\\([%#])", r"\1", target[1]) if command == "url" else "")
        elif command == "hspace":
            place = latex.index("}", place) + 1
        elif command:
            out.append(SYMBOLS.get(command, ""))
        elif escaped:
            out.append({",": "\u202f", "-": ""}.get(escaped, escaped))
        elif sign in {"{", "}"}:
            depth += 1 if sign == "{" else -1
            assert depth >= 0, latex
        else:
            out.append(text or LIGATURES[sign])
    assert depth == 0, latex
    return "".join(out)


@given(contents)
def test_latex_prints_what_the_text_shows(content):
    assert seen(shown(write_latex(content))) == seen(write_text(content))


@given(contents)
def test_latex_of_a_chinese_entry_prints_what_the_text_shows(content):
    assert seen(shown(write_latex(content, language="zh-TW"))) == seen(write_text(content))


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("50 % of A & B_C #1 $5 {x}", r"50 \% of A \& B\_C \#1 \$5 \{x\}"),
        (r"a\b^c~d", r"a\textbackslash{}b\textasciicircum{}c\textasciitilde{}d"),
        ("[PhD]", "{[}PhD{]}"),
        ("Taiwan’s “Record” 1–2", "Taiwan's ``Record'' 1--2"),
        ("’”", "'{}''"),
        ("a--b", "a-{}-b"),
        ("報告 台灣", "報告\\ 台灣"),
        ("one\n\ntwo\x07", "one  two"),
    ],
)
def test_what_latex_would_read_is_escaped(text, latex):
    assert write_latex((Str(text),)) == latex


def test_quotation_marks_of_a_chinese_entry_stay_chinese():
    assert write_latex((Str("论“中国”——1–2，Taiwan’s"),), language="zh-CN") == "论“中国”——1--2，Taiwan's"


def test_marks_are_commands():
    content = (Span(Mark.ITALIC, (Str("a"), Span(Mark.UPRIGHT, (Str("b"),)))), Span(Mark.SUPERSCRIPT, (Str("2"),)))
    assert write_latex(content) == r"\textit{a\textup{b}}\textsuperscript{2}"


def test_an_address_is_a_url_that_may_break():
    address = "https://example.org/a_b?c=d%20e#f"
    link = Span(Mark.LINK, (Str(address),), address)
    assert write_latex((link,)) == r"\url{https://example.org/a_b?c=d\%20e\#f}"


def test_an_address_in_chinese_is_encoded_in_the_link_only():
    address = "https://zh.wikipedia.org/wiki/台灣"
    latex = write_latex((Span(Mark.LINK, (Str(address),), address),))
    target = re.match(r"\\href\{(.*?)\}", latex)[1]
    assert target.isascii()
    assert unquote(target.replace("\\%", "%")) == address
    assert shown(latex) == address


def test_what_is_no_web_address_is_no_link():
    assert write_latex((Span(Mark.LINK, (Str("x"),), "javascript:alert(1)"),)) == "x"


def test_a_list_hangs_and_numbers_stand_in_its_margin():
    layout = '<text variable="citation-number" prefix="[" suffix="]"/><text variable="title"/>'
    style = list_style(layout, options='second-field-align="flush"')
    entries = engine(style, *({"title": f"T{n}"} for n in range(10))).bibliography()
    latex = format_bibliography(entries, "latex")
    assert r"\settowidth{\labelwidth}{{[}10{]}}" in latex
    assert r"\item[{{[}1{]}}] T0" in latex
    plain = format_bibliography(engine(list_style('<text variable="title"/>'), {"title": "T"}).bibliography(), "latex")
    assert "\\item T\n" in plain
    assert r"\setlength{\leftmargin}{0pt}" in plain


def test_an_entry_is_written_in_its_language():
    style = list_style('<text variable="title"/>')
    chinese, english = engine(
        style, {"title": "论“中国”", "language": "zh-CN"}, {"title": "On “China”", "language": "en"}
    ).bibliography()
    assert format_entry(chinese, "latex") == "论“中国”"
    assert format_entry(english, "latex") == "On ``China''"
