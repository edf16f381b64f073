"""What was read from one entry: the item, and where in the text each field stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tipcite.model import Item, Problem


class Confidence(StrEnum):
    """How sure the grammar is of one field."""

    CERTAIN = "certain"
    """The text marks it: title marks, a DOI's form, `pp.`."""
    LIKELY = "likely"
    """Its place among the other fields says it."""
    DOUBTFUL = "doubtful"
    """It was guessed; somebody should look."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a field stands in the entry's raw text: characters `start` up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedReference:
    """One entry, read: `raw` as it was pasted, each field's place and confidence, and what was not plain.

    `item.key` is empty: keys are given where items are stored. `spans` and `confidence` are keyed by CSL's
    variables. `item` is None when the text could not be read as a reference; `reason` then says why.
    """

    raw: str
    line: int = 1
    column: int = 1
    places: tuple[tuple[int, int, int], ...] = ((0, 1, 1),)
    """(index in `raw`, line, column) of every physical line of the pasted text that is in it."""
    item: Item | None = None
    spans: Mapping[str, Span] = field(default_factory=dict)
    confidence: Mapping[str, Confidence] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    reason: str = ""
