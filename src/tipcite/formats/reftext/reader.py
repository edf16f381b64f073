"""A pasted text → its references, read; or, as every format's reader gives them, items, failures and problems."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.problems import problem
from tipcite.formats.reftext.rawentry import Heading, LeftOut, RawEntry
from tipcite.formats.reftext.reference import ParsedReference
from tipcite.formats.reftext.single import parse_entry
from tipcite.formats.reftext.split import split_entries
from tipcite.model import Failed, Item, Problem, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedList:
    """All references of a text in their order, those that could not be read among them; and what is none."""

    references: tuple[ParsedReference, ...] = ()
    headings: tuple[Problem, ...] = ()
    """What was left out, one problem each: headings, pages' headers and numbers, text that is no reference."""


def parse_reference_list(text: str) -> ParsedList:
    """Read a reference list typed as prose; every line is in a reference or reported as left out."""
    references: list[ParsedReference] = []
    headings: list[Problem] = []
    previous: Item | None = None
    for entry in split_entries(text):
        if isinstance(entry, Heading):
            headings.append(problem("heading", (entry.line, 1), entry.text))
            continue
        if isinstance(entry, LeftOut):
            headings.append(problem(entry.code, (entry.line, entry.column), entry.text))
            continue
        reference = _with_same_author(parse_entry(entry), entry, previous)
        previous = reference.item or previous
        references.append(reference)
    return ParsedList(references=tuple(references), headings=tuple(headings))


def read_reference_list(text: str) -> Reading:
    """Read a reference list typed as prose; every line becomes an item, a failure or a report of what was left out."""
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
_SAME_AUTHOR: Final = later(r"(?:(?:[—–―─_＿-]\s?){2,}|同[上前])\s*(?=[,，.。(（:：《〈「])|_{3,}")


def _with_same_author(reference: ParsedReference, entry: RawEntry, previous: Item | None) -> ParsedReference:
    item = reference.item
    dash = _SAME_AUTHOR.match(entry.text)
    if item is None or previous is None or dash is None or not previous.names:
        return reference
    if any(name.full.strip("—–―─_＿- ") not in ("", "同上", "同前") for names in item.names.values() for name in names):
        return reference
    left = [one for one in reference.problems if one.code != "no-author"]
    note = problem("same-author", entry.place(0), dash.group().strip())
    return replace(reference, item=replace(item, names=previous.names), problems=(note, *left))
