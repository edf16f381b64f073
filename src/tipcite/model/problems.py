"""What is wrong, or worth knowing, in something that was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tipcite.model.item import Item


class Severity(StrEnum):
    """How much a problem matters: errors and warnings turn the exit code into 3, notes do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding at a place: `line` and `column` count from 1, 0 is unknown; `code` is stable."""

    severity: Severity
    code: str
    message: str
    line: int = 0
    column: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A piece of a file that could not become an item: its text, whole, and why."""

    line: int
    raw: str
    reason: str
    column: int = 1
    code: str = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of one text: items in their order, and everything that was not plain.

    `lines[i]` is the line on which `items[i]` begins, counted from 1.
    """

    items: tuple[Item, ...] = ()
    lines: tuple[int, ...] = ()
    failed: tuple[Failed, ...] = ()
    problems: tuple[Problem, ...] = ()
