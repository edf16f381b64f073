"""Inline content → plain text: everything that the other formats show, without their marks."""

from __future__ import annotations

from collections.abc import Iterable

from tipcite.csl.inline import Inline, Mark, Span, Str

_BREAKS = frozenset({Mark.BLOCK, Mark.INDENT})


def write_text(inline: Iterable[Inline]) -> str:
    """Write plain text; blocks stand on their own lines, a margin is set off by a space."""
    out: list[str] = []
    for node in inline:
        match node:
            case Str():
                out.append(node.text)
            case Span():
                inner = write_text(node.children)
                if node.mark in _BREAKS and out:
                    out.append("\n")
                elif node.mark is Mark.RIGHT_INLINE and out and not out[-1].endswith((" ", "\n")):
                    out.append(" ")
                out.append(inner)
    return "".join(out)
