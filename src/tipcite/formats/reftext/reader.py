"""A pasted text → items, failures and problems."""

from __future__ import annotations

from tipcite.formats.reftext.problems import problem
from tipcite.formats.reftext.single import parse_entry
from tipcite.formats.reftext.split import Heading, split_entries
from tipcite.model import Failed, Item, Problem, Reading


def read_reference_list(text: str) -> Reading:
    """Read a reference list typed as prose; every line becomes an item, a heading's note or a failure."""
    items: list[Item] = []
    lines: list[int] = []
    failed: list[Failed] = []
    problems: list[Problem] = []
    for entry in split_entries(text):
        if isinstance(entry, Heading):
            problems.append(problem("heading", (entry.line, 1), entry.text))
            continue
        reference = parse_entry(entry)
        if reference.item is None:
            line, column = entry.place(0)
            failed.append(Failed(line=line, raw=entry.text, reason=reference.reason, column=column))
            continue
        items.append(reference.item)
        lines.append(entry.line)
        problems.extend(reference.problems)
    return Reading(items=tuple(items), lines=tuple(lines), failed=tuple(failed), problems=tuple(problems))
