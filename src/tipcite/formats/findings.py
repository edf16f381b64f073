"""What a reader finds on its way: items with their lines, failed pieces, problems."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from tipcite.model import Failed, Item, Problem, Reading, Severity

Report: TypeAlias = Callable[[str, str], None]
"""Told of what was not plain: a code and a message."""

NOTES: Final = frozenset({"comment", "kept-field", "name-kept-whole", "name-separator", "unknown-field"})
ERRORS: Final = frozenset({"not-well-formed"})


@dataclass(slots=True)
class Findings:
    """One reading in the making; codes that are no notes or errors are warnings."""

    items: list[Item] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, item: Item, line: int) -> None:
        """Take an item that begins on this line."""
        self.items.append(item)
        self.lines.append(line)

    def report(self, code: str, message: str, line: int, column: int = 1, key: str = "") -> None:
        """Note a problem at a place."""
        severity = Severity.NOTE if code in NOTES else Severity.ERROR if code in ERRORS else Severity.WARNING
        self.problems.append(Problem(severity=severity, code=code, message=message, line=line, column=column, key=key))

    def reject(self, code: str, reason: str, raw: str, line: int, column: int = 1) -> None:
        """Keep a text that becomes no item."""
        self.failed.append(Failed(line=line, column=column, raw=raw, reason=reason, code=code))

    def reading(self) -> Reading:
        """Return everything, what was found wrong sorted by place; keys that stand twice are reported."""
        first: dict[str, int] = {}
        for item, line in zip(self.items, self.lines, strict=True):
            if item.key and item.key in first:
                message = f"the key {item.key!r} stands on lines {first[item.key]} and {line}; give one of them another"
                self.report("duplicate-key", message, line, key=item.key)
            first.setdefault(item.key, line)
        return Reading(
            items=tuple(self.items),
            lines=tuple(self.lines),
            failed=tuple(sorted(self.failed, key=lambda failed: (failed.line, failed.column))),
            problems=tuple(sorted(self.problems, key=lambda problem: (problem.line, problem.column))),
        )


def short(text: str) -> str:
    """Quote the beginning of a text for a message."""
    line = " ".join(text[:200].split())
    return repr(line if len(line) <= 60 else line[:59] + "…")
