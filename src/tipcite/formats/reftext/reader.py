"""A pasted text → its references, read; or, as every format's reader gives them, items, failures and problems."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from tipcite.formats.reftext.problems import problem
from tipcite.formats.reftext.reference import ParsedReference
from tipcite.formats.reftext.single import parse_entry
from tipcite.formats.reftext.split import Heading, RawEntry, split_entries
from tipcite.model import Failed, Item, Problem, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedList:
    """All references of a text in their order, those that could not be read among them; and its headings."""

    references: tuple[ParsedReference, ...] = ()
    headings: tuple[Problem, ...] = ()
    """One note for each line that was taken for a heading and left out."""


def parse_reference_list(text: str) -> ParsedList:
    """Read a reference list typed as prose; every line is in a reference or in a heading's note."""
    references: list[ParsedReference] = []
    headings: list[Problem] = []
    previous: Item | None = None
    for entry in split_entries(text):
        if isinstance(entry, Heading):
            headings.append(problem("heading", (entry.line, 1), entry.text))
            continue
        reference = _with_same_author(parse_entry(entry), entry, previous)
        previous = reference.item or previous
        references.append(reference)
    return ParsedList(references=tuple(references), headings=tuple(headings))


def read_reference_list(text: str) -> Reading:
    """Read a reference list typed as prose; every line becomes an item, a heading's note or a failure."""
    return reading_of(parse_reference_list(text))


def reading_of(parsed: ParsedList) -> Reading:
    """Give what was parsed as every format's reader gives it."""
    read = [(one.item, one.line) for one in parsed.references if one.item is not None]
    problems = [one for reference in parsed.references if reference.item for one in reference.problems]
    return Reading(
        items=tuple(item for item, _ in read),
        lines=tuple(line for _, line in read),
        failed=tuple(_failed(one) for one in parsed.references if one.item is None),
        problems=tuple(sorted([*parsed.headings, *problems], key=lambda one: one.line)),
    )


def _failed(reference: ParsedReference) -> Failed:
    return Failed(line=reference.line, raw=reference.raw, reason=reference.reason, column=reference.column)


# A dash for the author of the entry before (Chicago 17, 14.67)
_SAME_AUTHOR: Final = re.compile(r"(?:[—–―─_＿-]\s?){2,}\s*[,，.。(（:：]")


def _with_same_author(reference: ParsedReference, entry: RawEntry, previous: Item | None) -> ParsedReference:
    item = reference.item
    if item is None or previous is None or item.names or not _SAME_AUTHOR.match(entry.text):
        return reference
    left = tuple(one for one in reference.problems if one.code != "no-author")
    return replace(reference, item=replace(item, names=previous.names), problems=left)
