"""Inline content → runs: pieces of text with all their properties, as word processors keep them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from tipcite.csl.inline import Inline, Mark, Span, Str
from tipcite.csl.writers.characters import is_web_address, printable
from tipcite.csl.writers.gaps import with_gaps


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
    for gap, node in with_gaps(inline):
        if isinstance(node, Str):
            yield replace(around, text=gap + printable(node.text))
            continue
        yield replace(around, text=f"{gap}\u2003" if node.mark is Mark.INDENT else gap.value)
        yield from _runs(node.children, _within(node, around))


def _within(span: Span, around: Run) -> Run:
    if span.mark is Mark.LINK:
        return replace(around, target=span.target) if is_web_address(span.target) else around
    return replace(around, **_CHANGES.get(span.mark, {}))
