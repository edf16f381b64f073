"""Inline content → Markdown that CommonMark and pandoc show as the same text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tipcite.csl.inline import Inline, Mark, Span, Str

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>~^$@|])")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_BLOCK_START: Final = re.compile(r"^(\s*)([-+#=>:%]|\d+(?=[.)](?:\s|$)))")
_MARKS: Final = {
    Mark.ITALIC: ("*", "*"),
    Mark.OBLIQUE: ("*", "*"),
    Mark.BOLD: ("**", "**"),
    Mark.SUPERSCRIPT: ("<sup>", "</sup>"),
    Mark.SUBSCRIPT: ("<sub>", "</sub>"),
    Mark.SMALL_CAPS: ('<span style="font-variant: small-caps">', "</span>"),
    Mark.UNDERLINE: ("<u>", "</u>"),
}


def write_markdown(inline: Iterable[Inline]) -> str:
    """Write Markdown; what would open a list or heading at the start is escaped."""
    text = _write(inline)
    return _BLOCK_START.sub(_escape_start, text)


def _escape_start(match: re.Match[str]) -> str:
    space, mark = match.groups()
    return f"{space}{mark}\\" if mark.isdecimal() else f"{space}\\{mark}"


def _write(inline: Iterable[Inline]) -> str:
    out: list[str] = []
    for node in inline:
        match node:
            case Str():
                out.append(_escape(node.text))
            case Span():
                out.append(_span(node, first=not out))
    return "".join(out)


def _escape(text: str) -> str:
    return _ENTITY.sub(r"\\&", _SPECIAL.sub(r"\\\1", text))


def _span(span: Span, *, first: bool) -> str:
    inner = _write(span.children)
    match span.mark:
        case Mark.LINK:
            return f"<{span.target}>" if _is_own_text(span) else f"[{inner}]({_target(span.target)})"
        case Mark.BLOCK | Mark.INDENT:
            return inner if first else f"\\\n{inner}"
        case Mark.RIGHT_INLINE:
            return inner if first else f" {inner}"
        case _:
            opening, closing = _MARKS.get(span.mark, ("", ""))
            return _hug(inner, opening, closing)


def _hug(inner: str, opening: str, closing: str) -> str:
    """Keep white space outside of the marks: `* a*` would be no emphasis."""
    body = inner.strip()
    if not opening or not body:
        return inner
    start = len(inner) - len(inner.lstrip())
    end = len(inner.rstrip())
    return f"{inner[:start]}{opening}{body}{closing}{inner[end:]}"


def _is_own_text(span: Span) -> bool:
    text = "".join(child.text for child in span.children if isinstance(child, Str))
    return text == span.target and re.fullmatch(r"https?://[^\s<>]+", text) is not None


def _target(address: str) -> str:
    return f"<{address}>" if re.search(r"[\s()]", address) else address
