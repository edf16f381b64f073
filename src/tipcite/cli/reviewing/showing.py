"""A reference as its reviewer sees it: the text with its fields marked, the fields with how sure they are."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tipcite.cli.output import one_line, style, use_color, visible
from tipcite.cli.show import describe
from tipcite.model import Severity

if TYPE_CHECKING:
    from tipcite.formats.reftext import ParsedReference

_COLOURS: Final = ("green", "cyan", "magenta", "yellow", "blue", "bright_green", "bright_cyan", "bright_magenta")
_SURE: Final = {"certain": "green", "likely": "", "doubtful": "yellow"}
# What a reader must not have wrong: a guess here is worth a look.
_WEIGHTY: Final = ("title", "author", "issued", "container-title")


def is_doubtful(reference: ParsedReference) -> bool:
    """Tell whether somebody should look: it was not read, something is left over or missing, a field was guessed."""
    return (
        reference.item is None
        or any(problem.severity is not Severity.NOTE for problem in reference.problems)
        or any(reference.confidence.get(field) == "doubtful" for field in _WEIGHTY)
    )


def lines_of(reference: ParsedReference) -> Iterator[str]:
    """Yield what is shown of a reference: its text, its fields, what was found."""
    colours = _colours(reference)
    yield _marked(reference, colours)
    if reference.item is None:
        yield style(f"  not read: {reference.reason}", "red")
        return
    for label, text in describe(reference.item, ()):
        sure = str(reference.confidence.get(label, ""))
        name = style(f"{label:<16}", colours.get(label, "bright_black"))
        yield f"  {name} {style(f'{sure:<9}', _SURE.get(sure, ''))} {one_line(text)}"
    for problem in reference.problems:
        yield style(f"  {problem.severity}: {problem.message}", "yellow")


def _colours(reference: ParsedReference) -> dict[str, str]:
    ordered = sorted(reference.spans, key=lambda name: reference.spans[name].start)
    return {name: _COLOURS[place % len(_COLOURS)] for place, name in enumerate(ordered)}


def _marked(reference: ParsedReference, colours: dict[str, str]) -> str:
    """Colour each field's stretch of the text; without colours a field's name stands before its stretch."""
    pieces: list[str] = []
    coloured, begin = use_color(sys.stderr), 0
    for name, span in sorted(reference.spans.items(), key=lambda one: one[1].start):
        if span.start < begin:
            continue
        text = visible(reference.raw[span.start : span.end])
        pieces.append(visible(reference.raw[begin : span.start]))
        pieces.append(style(text, colours[name]) if coloured else f"{{{name}: {text}}}")
        begin = span.end
    pieces.append(visible(reference.raw[begin:]))
    return "".join(pieces).replace("\n", " ")
