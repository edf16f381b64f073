"""Entries with a margin: a number in a column of its own, the rest beside it (CSL's `second-field-align`)."""

from __future__ import annotations

from typing import NamedTuple

from tipcite.csl.inline import Inline, Mark, Span


class Margined(NamedTuple):
    """An entry's content in two: what stands in the margin, empty without one, and the rest."""

    label: tuple[Inline, ...]
    body: tuple[Inline, ...]


def split_margin(inline: tuple[Inline, ...]) -> Margined:
    """Take an entry's margin off."""
    match inline:
        case (Span(mark=Mark.LEFT_MARGIN, children=label), *rest):
            return Margined(label, tuple(rest))
    return Margined((), inline)
