"""Inline content → plain text: everything that the other formats show, without their marks."""

from __future__ import annotations

from collections.abc import Iterable

from tipcite.csl.inline import Inline, Str
from tipcite.csl.writers.characters import printable
from tipcite.csl.writers.gaps import with_gaps


def write_text(inline: Iterable[Inline]) -> str:
    """Write plain text; blocks stand on their own lines, a margin is set off by a space."""
    out: list[str] = []
    for gap, node in with_gaps(inline):
        out.append(gap)
        out.append(printable(node.text) if isinstance(node, Str) else write_text(node.children))
    return "".join(out)
