"""What stands between the parts of an entry that the style displays as blocks, beside a margin or indented."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from tipcite.csl.inline import Inline, Mark, Span, Str
from tipcite.csl.writers.characters import printable


class Gap(StrEnum):
    """What a writer puts between two neighbours."""

    NONE = ""
    SPACE = " "
    LINE = "\n"


_OWN_LINE: Final = frozenset({Mark.BLOCK, Mark.INDENT})
_BEGINS_LINE: Final = _OWN_LINE | {Mark.LEFT_MARGIN}
_DISPLAYED: Final = _BEGINS_LINE | {Mark.RIGHT_INLINE}


def with_gaps(inline: Iterable[Inline]) -> Iterator[tuple[Gap, Inline]]:
    """Go through content: each part with what stands before it; what shows nothing needs no place of its own."""
    before: Inline | None = None
    for node in inline:
        if _is_blank(node):
            yield Gap.NONE, node
            continue
        yield (_gap(before, node) if before is not None else Gap.NONE), node
        before = node


def _is_blank(node: Inline) -> bool:
    if isinstance(node, Str):
        return not any(map(_shows, printable(node.text)))
    return all(map(_is_blank, node.children))


def _shows(char: str) -> bool:
    """Tell whether a character is seen; so is what Unicode does not name: private use (rare Han), and what is new."""
    return (char.isprintable() and char != " ") or unicodedata.category(char) in ("Co", "Cn")


def _gap(before: Inline, node: Inline) -> Gap:
    """Give a block a line of its own, and set what stands beside a margin off by a space."""
    was = before.mark if isinstance(before, Span) else None
    now = node.mark if isinstance(node, Span) else None
    if now in _BEGINS_LINE or was in _OWN_LINE:
        return Gap.LINE
    if was not in _DISPLAYED and now not in _DISPLAYED:
        return Gap.NONE
    return Gap.NONE if _last(before).isspace() or _first(node).isspace() else Gap.SPACE


def _first(node: Inline) -> str:
    while isinstance(node, Span):
        node = node.children[0] if node.children else Str("")
    return node.text[:1]


def _last(node: Inline) -> str:
    while isinstance(node, Span):
        node = node.children[-1] if node.children else Str("")
    return node.text[-1:]
