"""MathML in titles and abstracts → text with sub- and superscripts, as far as CSL's rich text can say it."""

from __future__ import annotations

import re
from typing import Final

from tipcite.errors import ReadError
from tipcite.formats.xml_tree import Element, parse_xml

_MATH: Final = re.compile(r"<((?:[a-z]+:)?math)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TEX: Final = re.compile(r"<((?:[a-z]+:)?tex-math)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
# Looked for first: without an end every beginning would be followed to the end of the text.
_CLOSED: Final = re.compile(r"</(?:[a-z]+:)?math\s*>", re.IGNORECASE)
_CLOSED_TEX: Final = re.compile(r"</(?:[a-z]+:)?tex-math\s*>", re.IGNORECASE)
_ALTERNATIVES: Final = re.compile(r"<(?:[a-z]+:)?alternatives\b", re.IGNORECASE)
_SILENT: Final = frozenset({"annotation", "annotation-xml", "mspace"})
_SCRIPTS: Final = {"msub": ("sub",), "msup": ("sup",), "msubsup": ("sub", "sup"), "munder": ("sub",), "mover": ("sup",)}


def without_mathml(text: str) -> str:
    """Put text in the place of every `<math>`; TeX that says the same once more is dropped."""
    if "math" not in text:
        return text
    if "tex-math" in text and _CLOSED_TEX.search(text) and (_ALTERNATIVES.search(text) or _CLOSED.search(text)):
        text = _TEX.sub("", text)
    return _MATH.sub(lambda match: _read(match.group()), text) if _CLOSED.search(text) else text


def _read(text: str) -> str:
    try:
        return _text(parse_xml(text))
    except ReadError:
        return re.sub(r"<[^<>]*>|\s+", "", text)


def _text(element: Element) -> str:
    if element.name in _SILENT:
        return " " if element.name == "mspace" else ""
    parts = list(element)
    scripts = _SCRIPTS.get(element.name)
    if scripts and len(parts) == len(scripts) + 1:
        base, *marks = map(_text, parts)
        return base + "".join(
            f"<{tag}>{mark}</{tag}>" for tag, mark in zip(scripts, marks, strict=True) if mark.strip()
        )
    if element.name == "mfrac" and len(parts) == 2:
        return "/".join(map(_text, parts))
    if element.name == "msqrt":
        return "√" + "".join(map(_text, parts))
    if not parts:
        # Blanks between elements are layout; `&#160;` and `mtext` are meant.
        return element.raw_text if element.name == "mtext" else element.raw_text.strip()
    return "".join(_escaped(part.strip()) if isinstance(part, str) else _text(part) for part in element.content)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
