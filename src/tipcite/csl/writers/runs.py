"""Inline content → runs: pieces of text with all their properties, as word processors keep them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from tipcite.csl.inline import Inline, Mark, Span, Str
from tipcite.csl.writers.characters import is_web_address, printable


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text in one look, line breaks in it; `target` is the address of the link that it is part of."""

    text: str = ""
    italic: bool = False
    bold: bool = False
    small_caps: bool = False
    underline: bool = False
    superscript: bool = False
    subscript: bool = False
    target: str = ""


_PLAIN: Final = Run()
_CHANGES: Final[dict[Mark, dict[str, Any]]] = {
    Mark.ITALIC: {"italic": True},
    Mark.OBLIQUE: {"italic": True},
    Mark.UPRIGHT: {"italic": False},
    Mark.BOLD: {"bold": True},
    Mark.LIGHT: {"bold": False},
    Mark.MEDIUM: {"bold": False},
    Mark.SMALL_CAPS: {"small_caps": True},
    Mark.FULL_CAPS: {"small_caps": False},
    Mark.UNDERLINE: {"underline": True},
    Mark.NO_UNDERLINE: {"underline": False},
    Mark.SUPERSCRIPT: {"superscript": True, "subscript": False},
    Mark.SUBSCRIPT: {"subscript": True, "superscript": False},
    Mark.BASELINE: {"superscript": False, "subscript": False},
}


def write_runs(inline: Iterable[Inline]) -> tuple[Run, ...]:
    """Write runs; neighbours that look the same are one, and none is empty."""
    out: list[Run] = []
    for run in _runs(inline, _PLAIN):
        if out and replace(out[-1], text=run.text) == run:
            out[-1] = replace(run, text=out[-1].text + run.text)
        elif run.text:
            out.append(run)
    return tuple(out)


def _runs(inline: Iterable[Inline], around: Run) -> Iterator[Run]:
    before = ""
    for node in inline:
        if isinstance(node, Str):
            pieces = [replace(around, text=printable(node.text))]
        else:
            pieces = [*_opening(node, around, before), *_runs(node.children, _within(node, around))]
        yield from pieces
        before = pieces[-1].text[-1:] or before if pieces else before


def _opening(span: Span, around: Run, before: str) -> Iterator[Run]:
    """Set a block off as the text writer does: on a line of its own, beside a margin by a space."""
    if span.mark in {Mark.BLOCK, Mark.INDENT}:
        lead = "\n" if before else ""
        yield replace(around, text=f"{lead}\u2003" if span.mark is Mark.INDENT else lead)
    elif span.mark is Mark.RIGHT_INLINE and before and before not in {" ", "\n"}:
        yield replace(around, text=" ")


def _within(span: Span, around: Run) -> Run:
    if span.mark is Mark.LINK:
        return replace(around, target=span.target) if is_web_address(span.target) else around
    return replace(around, **_CHANGES.get(span.mark, {}))
