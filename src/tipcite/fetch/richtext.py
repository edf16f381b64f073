"""HTML, JATS and MathML in fields of records → CSL's rich text, or plain text.

CSL-JSON allows `<i> <b> <sub> <sup>` and small capitals (CSL 1.0.2, appendix "Rich text"); of other elements the
text is kept.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from tipcite.fetch.mathml import without_mathml

_TAG: Final = re.compile(r"<(/?)\s*(?:[a-z]+:)?([a-zA-Z][\w-]*)\b[^<>]*?(/?)>")
_ELEMENTS: Final = {
    "i": "i",
    "em": "i",
    "italic": "i",
    "b": "b",
    "strong": "b",
    "bold": "b",
    "sub": "sub",
    "inf": "sub",
    "sup": "sup",
    "sc": "sc",
    "scp": "sc",
    "smallcaps": "sc",
}
_ESCAPED_MARKUP: Final = re.compile(
    r"&lt;/?(?:i|b|em|strong|su[bp]|sc[p]?|(?:jats|mml):\w+|math|italic|bold|p|br)\b|&amp;(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(r"(?:abstract|summary|摘\s*要|中文摘要|要旨|抄録)[:：.]?", re.IGNORECASE)
_SMALL_CAPS: Final = '<span style="font-variant:small-caps;">'
_BLOCKS: Final = frozenset({"p", "br", "title", "sec", "div", "li", "list-item"})


def rich_text(text: str) -> str:
    """Keep the markup that CSL knows, and drop the rest without its text."""
    return _squeeze(_unescape(_TAG.sub(_rich, without_mathml(_cleaned(text)))))


def plain_text(text: str) -> str:
    """Drop every element and keep the text."""
    return _squeeze(_unescape(_TAG.sub(_plain, without_mathml(_cleaned(text)))))


def abstract_text(text: str) -> str:
    """Return an abstract's paragraphs, a line each; its own heading (`Abstract`, 摘要) is left out."""
    body = re.sub(r"</(?:\w+:)?(?:p|title|sec)\s*>|<br\s*/?>", "\n\n", _cleaned(text), flags=re.IGNORECASE)
    lines = [plain_text(line) for line in body.split("\n\n")]
    kept = [line for line in lines if line]
    if kept and _HEADING.fullmatch(kept[0]):
        kept = kept[1:]
    if kept:
        kept[0] = re.sub(r"^(?:Abstract|ABSTRACT|Summary)(?:[:.]\s*|\s+(?=[A-Z]))", "", kept[0])
    return "\n".join(kept)


def _rich(match: re.Match[str]) -> str:
    name = _ELEMENTS.get(match[2].lower())
    if name is None or match[3]:
        return _plain(match)
    if name == "sc":
        return "</span>" if match[1] else _SMALL_CAPS
    return f"<{match[1]}{name}>"


def _plain(match: re.Match[str]) -> str:
    return " " if match[2].lower() in _BLOCKS else ""


def _cleaned(text: str) -> str:
    """Take off comments and CDATA's signs, undo one layer of escaping."""
    if "<!" in text:
        text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
        text = re.sub(r"<!\[CDATA\[(.*?)\]\]>", r"\1", text, flags=re.DOTALL)
    return _double_escaped(text)


def _double_escaped(text: str) -> str:
    """Undo one layer of escaping where markup itself was escaped (`&lt;i&gt;`, `&amp;amp;`)."""
    for _ in range(2):
        if not _ESCAPED_MARKUP.search(text):
            break
        text = unescape(text)
    return text


def _unescape(text: str) -> str:
    return unescape(text)


def _squeeze(text: str) -> str:
    return " ".join(text.split())
