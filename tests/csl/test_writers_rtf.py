"""RTF: characters beyond ASCII, properties, fonts, links, and that nothing of the text is lost."""

from __future__ import annotations

import re

from hypothesis import given

from tipcite.csl import Mark, Span, Str, format_bibliography, rtf_document, rtf_heading, write_rtf, write_text

from .conftest import engine, list_style
from .content import contents, seen

TOKEN = re.compile(r"\\u(-?\d+)\?|\\([a-z]+)(-?\d*) ?|\\(.)|([{}])|([^\\{}]+)", re.DOTALL)


def shown(rtf: str) -> str:
    """What a word processor would show; a small reader that skips destinations it does not know."""
    units, depth, skipped = bytearray(), 0, 0
    for number, word, _, symbol, brace, text in TOKEN.findall(rtf):
        if brace:
            depth += 1 if brace == "{" else -1
            skipped = 0 if depth < skipped else skipped
        elif symbol == "*" and not skipped:
            skipped = depth
        elif skipped:
            continue
        elif number:
            units += int(number).to_bytes(2, "little", signed=True)
        else:
            printed = {"line": "\n", "tab": "\t", "par": "\n"}.get(word, "") or text or symbol.replace("~", "\u00a0")
            units += printed.encode("utf-16-le")
    assert depth == 0
    return units.decode("utf-16-le")


@given(contents)
def test_rtf_shows_what_the_text_shows(content):
    rtf = write_rtf(content)
    assert rtf.isascii()
    assert seen(shown(rtf)) == seen(write_text(content))


@given(contents)
def test_rtf_of_a_chinese_entry_shows_what_the_text_shows(content):
    assert seen(shown(write_rtf(content, language="zh-TW"))) == seen(write_text(content))


def test_what_rtf_would_read_is_escaped():
    assert write_rtf((Str(r"a\b {c}"),)) == r"a\\b \{c\}"


def test_characters_beyond_ascii_are_signed_utf_16():
    assert write_rtf((Str("é"),)) == r"\u233?"
    assert r"\u20013?" in write_rtf((Str("中"),))
    assert r"\u-257?" in write_rtf((Str("\ufeff"),))
    assert r"\u-10174?\u-8265?" in write_rtf((Str("𠮷"),))


def test_marks_are_properties():
    content = (Span(Mark.ITALIC, (Str("a"), Span(Mark.UPRIGHT, (Str("b"),)), Span(Mark.BOLD, (Str("c"),)))),)
    assert write_rtf(content) == r"{\i a}b{\i\b c}"


def test_han_is_in_the_font_of_its_language():
    assert r"\dbch\f1 \u20013?" in write_rtf((Str("a中"),), language="zh-TW")
    assert r"\dbch\f2 \u20013?" in write_rtf((Str("a中"),), language="zh-Hans")
    assert r"\dbch\f1 \u8220?" in write_rtf((Str("“"),), language="zh-TW")
    assert write_rtf((Str("“"),), language="en") == r"\u8220?"


def test_han_and_full_marks_in_a_western_entry_are_in_the_font_of_where_the_style_is_read():
    assert r"\dbch\f1 \u-244?" in write_rtf((Str("Roe，2020"),), language="en")  # ， in PMingLiU
    assert r"\dbch\f2 \u-244?" in write_rtf((Str("Roe，2020"),), language="en", home="zh-CN")  # ， in SimSun
    assert r"\dbch\f1 \u20013?" in write_rtf((Str("中"),), language="zh-TW", home="zh-CN")


def test_a_link_is_a_field():
    link = Span(Mark.LINK, (Str("x"), Span(Mark.ITALIC, (Str("y"),))), "https://a.b/{中}")
    assert write_rtf((link,)) == (r'{\field{\*\fldinst{HYPERLINK "https://a.b/%7B%E4%B8%AD%7D"}}{\fldrslt{x{\i y}}}}')


def test_a_document_lists_its_fonts_and_heading_styles():
    document = rtf_document(rtf_heading("中文部分", 2))
    assert document.startswith("{\\rtf1\\ansi")
    assert document.count("{") == document.count("}")
    assert "PMingLiU;" in document
    assert "{\\s2\\outlinelevel1\\b\\fs28 heading 2;}" in document


def test_entries_hang_and_tell_their_language():
    style = list_style('<text variable="title"/>')
    entries = engine(style, {"title": "T", "language": "en-GB"}, {"title": "書", "language": "zh-CN"}).bibliography()
    english, chinese = format_bibliography(entries, "rtf", hanging=True).splitlines()
    assert "\\li480\\fi-480" in english
    assert "\\lang2057" in english
    assert "\\langfe2052" in chinese
    assert "\\fi-" not in format_bibliography(entries, "rtf")
    assert "\\langfe1028" in english
    assert "\\lang2057\\langfe2052" in format_bibliography(entries, "rtf", home="zh-CN").splitlines()[0]
