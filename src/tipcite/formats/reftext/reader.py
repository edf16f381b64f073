"""A pasted text → items, failures and problems."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tipcite.formats.reftext.problems import problem
from tipcite.formats.reftext.single import parse_entry
from tipcite.formats.reftext.split import Heading, split_entries
from tipcite.model import Failed, Item, Problem, Reading

# A dash for the author of the entry before (Chicago 17, 14.67)
_SAME_AUTHOR: Final = re.compile(r"(?:[—–―─_＿-]\s?){2,}\s*[,，.。(（:：]")


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
        item, found = reference.item, reference.problems
        if items and not item.names and _SAME_AUTHOR.match(entry.text):
            item = replace(item, names=items[-1].names)
            found = tuple(one for one in found if one.code != "no-author")
        items.append(item)
        lines.append(entry.line)
        problems.extend(found)
    return Reading(items=tuple(items), lines=tuple(lines), failed=tuple(failed), problems=tuple(problems))
