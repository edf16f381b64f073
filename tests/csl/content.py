"""Inline content as hypothesis makes it, and what of it can be seen."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from tipcite.csl import Mark, Span, Str

NASTY = (
    *r"""\ { } & % $ # _ ~ ^ * ` [ ] < > @ | ' " / = + - , ; ( ) . ! ? :""".split(),
    *(
        "1.",
        "- ",
        "= ",
        "+ ",
        "/ ",
        "--",
        "---",
        "...",
        "//",
        "/*",
        "*/",
        "-1",
        "-?",
        "``",
        "''",
        ",,",
        "<<",
        "?`",
        "$$",
    ),
    *(
        "\\u8232?",
        "{\\rtf1}",
        "\\par",
        "#let",
        "<a>",
        "@a",
        "\\end{document}",
        "https://a.b/c_d",
        "&amp;",
        "~",
        "\\'41",
    ),
    *(
        "a",
        "B",
        "é",
        "1",
        " ",
        "中",
        "文。",
        "《》",
        "、",
        "—",
        "–",
        "…",
        "’",
        "“",
        "”",
        "·",
        "\u00a0",
        "𠮷",
        "あ",
        "한",
    ),
)
words = st.lists(st.sampled_from(NASTY), min_size=1, max_size=6).map("".join)
characters = st.text(st.characters(exclude_categories=["Cc", "Cn", "Co", "Cs", "Zl", "Zp"]), min_size=1, max_size=8)
targets = st.sampled_from(
    ["https://a.b/c_d", "https://a.b/%E4%B8%AD#x&y=~z", "https://a.b/中 文{}\\^", "javascript:alert(1)", ""]
)
texts = st.builds(Str, words | characters)


DISPLAYS = (Mark.BLOCK, Mark.LEFT_MARGIN, Mark.RIGHT_INLINE, Mark.INDENT)  # groups of an entry, never within its text


def _spans(inner):
    marks = st.sampled_from([mark for mark in Mark if mark not in {Mark.LINK, *DISPLAYS}])
    children = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.builds(Span, marks, children)


links = targets.map(lambda target: Span(Mark.LINK, (Str(target or "a"),), target))
marked = st.recursive(texts, _spans, max_leaves=4)
nested = st.recursive(
    texts | links | st.builds(Span, st.just(Mark.LINK), st.tuples(marked), targets), _spans, max_leaves=4
)
contents = st.lists(
    nested | st.builds(Span, st.sampled_from(DISPLAYS), st.lists(nested, min_size=1, max_size=2).map(tuple)), max_size=5
).map(tuple)


def seen(text: str) -> str:
    """What a reader sees: white space is one space, and none at the ends; a soft hyphen shows at line ends only."""
    return re.sub(r"\s+", " ", text.replace("\u00ad", "")).strip()
