"""What a .bib file is made of before it means anything: blocks, entries, values, faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something wrong in the syntax at a place in the text; `fatal` when no entry can be made of what is there."""

    place: int
    code: str
    message: str
    fatal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """One entry as typed: the values with their delimiters, macros unresolved; names in lower case."""

    kind: str
    key: str
    place: int
    raw: str
    values: Mapping[str, str]
    repeated: tuple[tuple[str, str], ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawMacro:
    """One `@string`."""

    name: str
    value: str
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A stretch of text that is no entry, and why."""

    place: int
    raw: str
    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Splitting:
    """A whole file taken apart; `comments` are the places and texts that belong to no entry."""

    entries: tuple[RawEntry, ...] = ()
    macros: tuple[RawMacro, ...] = ()
    preambles: tuple[str, ...] = ()
    comments: tuple[tuple[int, str], ...] = ()
    rejected: tuple[Rejected, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry with its values resolved, delimiters gone, LaTeX still in them."""

    kind: str
    key: str
    place: int
    raw: str = ""
    fields: dict[str, str] = field(default_factory=dict)
