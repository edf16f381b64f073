"""Second-field alignment: the first field of an entry in the margin, the rest beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tipcite.csl.layout import CompiledLayout
from tipcite.csl.tree import EMPTY, Seq, Status, Tree, Wrap, is_empty, sequence


def align_second_field(parts: Sequence[Tree], layout: CompiledLayout, alignment: str) -> Tree:
    """Join the parts of an entry in its layout; with an alignment in two blocks, the affixes one in each."""
    wrap = layout.wrap
    if not alignment or not parts or is_empty(parts[0]):
        body = sequence(parts, None, layout.delimiter)
        return EMPTY if is_empty(body) else Seq((body,), Status.RENDERED, wrap)
    left = Seq((parts[0],), Status.RENDERED, replace(wrap, suffix="", display="left-margin"))
    rest = sequence(parts[1:])
    if is_empty(rest):
        # An entry without a second field has no end either.
        return left
    right = Seq((rest,), Status.RENDERED, replace(wrap, prefix="", display="right-inline"))
    return sequence([left, right], Wrap())
