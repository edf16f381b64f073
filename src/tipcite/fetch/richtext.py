"""HTML, JATS and MathML in fields of records → CSL's rich text, or plain text.

CSL-JSON allows `<i> <b> <sub> <sup>` and small capitals (CSL 1.0.2, appendix "Rich text"); of other elements the
text is kept.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

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
_SMALL_CAPS: Final = '<span style="font-variant:small-caps;">'
_BLOCKS: Final = frozenset({"p", "br", "title", "sec", "div", "li", "list-item"})


def rich_text(text: str) -> str:
    """Keep the markup that CSL knows, and drop the rest without its text."""
    return _squeeze(_unescape(_TAG.sub(_rich, _double_escaped(text))))


def plain_text(text: str) -> str:
    """Drop every element and keep the text."""
    return _squeeze(_unescape(_TAG.sub(_plain, _double_escaped(text))))


def _rich(match: re.Match[str]) -> str:
    name = _ELEMENTS.get(match[2].lower())
    if name is None or match[3]:
        return _plain(match)
    if name == "sc":
        return "</span>" if match[1] else _SMALL_CAPS
    return f"<{match[1]}{name}>"


def _plain(match: re.Match[str]) -> str:
    return " " if match[2].lower() in _BLOCKS else ""


def _double_escaped(text: str) -> str:
    """Undo one layer of escaping where markup itself was escaped (`&lt;i&gt;`, `&amp;amp;`)."""
    if re.search(
        r"&lt;/?(?:i|b|em|strong|su[bp]|sc[p]?|jats:\w+|italic|bold)\b|&amp;(?:#\d+|#x[0-9a-f]+|\w+);", text, re.I
    ):
        return unescape(text)
    return text


def _unescape(text: str) -> str:
    return unescape(text)


def _squeeze(text: str) -> str:
    return " ".join(text.split())
