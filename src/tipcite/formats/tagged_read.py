"""Records of tagged formats → items: what is common to RIS, EndNote tagged, RefWorks tagged and PubMed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from tipcite.errors import ReadError
from tipcite.formats.findings import Findings
from tipcite.formats.own_field import OWN_MARK, with_own
from tipcite.formats.record_read import Entry, RecordBuilder
from tipcite.formats.tagged import Dialect, Record, TaggedScan
from tipcite.model import Item, Reading

ReadType: TypeAlias = Callable[[str], str]
"""A format's name of a kind of work → CSL's type, "" when it is not known."""

Prepare: TypeAlias = Callable[[str, Sequence[Entry]], Iterable[Entry]]
"""Told CSL's type and the entries of one record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedFormat:
    """One tagged format: its lines, its types, and which tag fills which slot (`by_type` goes before `slots`)."""

    name: str
    dialect: Dialect
    type_tag: str
    read_type: ReadType
    slots: Mapping[str, str]
    by_type: Mapping[tuple[str, str], str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    spoken: bool = False
    prepare: Prepare | None = None
    """Makes of a record's entries what they mean where the format, or who writes it, has them otherwise."""
    retype: Callable[[str, Sequence[Entry]], str] | None = None
    """Tells the type where other fields say more of it than the one that names it."""


_SETS_ASIDE: Final = ("key", "own")


def read_tagged(text: str, tagged: TaggedFormat) -> Reading:
    """Read every record of a text.

    Raises:
        ReadError: there is text, and no record in it.
    """
    found = Findings()
    for record in TaggedScan(text, tagged.dialect, found).records():
        found.add(_read_record(record, tagged, found), record.line)
    refuse_if_empty(text, found, tagged.dialect)
    return found.reading()


def refuse_if_empty(text: str, found: Findings, dialect: Dialect) -> None:
    """Raise `ReadError` when there is text, and no record in it."""
    if not found.items and text.strip("\ufeff \t\r\n"):
        begins = " or ".join(repr(tag) for tag in sorted(dialect.begins))
        raise ReadError(f"there is no reference in this text; one of {dialect.title} begins with {begins}")


def _read_record(record: Record, tagged: TaggedFormat, found: Findings) -> Item:
    csl_type = _type(record, tagged, found)
    if tagged.retype:
        csl_type = tagged.retype(csl_type, record.entries)
    slots: dict[str, list[Entry]] = {}
    for entry in tagged.prepare(csl_type, record.entries) if tagged.prepare else record.entries:
        if entry.tag == tagged.type_tag and tagged.read_type(entry.value):
            continue
        slot = tagged.by_type.get((csl_type, entry.tag)) or tagged.slots.get(entry.tag) or entry.tag
        if slot == "own" and not entry.value.startswith(OWN_MARK):
            slot = entry.tag
        slots.setdefault(slot, []).append(entry)
        if slot == entry.tag and tagged.known and entry.tag not in tagged.known:
            message = f"{entry.tag!r} is no field of {tagged.dialect.title}; it is kept"
            found.report("unknown-field", message, entry.line, entry.column)
    key, own = (slots.pop(name, []) for name in _SETS_ASIDE)
    name = key[0].value.strip() if key else ""

    def report(entry: Entry, code: str, message: str) -> None:
        found.report(code, message, entry.line or record.line, entry.column, name)

    builder = RecordBuilder(tagged.name, csl_type, slots, report)
    item = builder.build(name, spoken=tagged.spoken)
    if not (item.fields or item.names or item.dates or own):
        found.report("empty-entry", "this reference is empty but for its type", record.line, record.column, name)
    if not own:
        return item
    return with_own(item, own[0].value.removeprefix(OWN_MARK), lambda code, said: report(own[0], code, said))


def _type(record: Record, tagged: TaggedFormat, found: Findings) -> str:
    for entry in record.entries:
        if entry.tag == tagged.type_tag:
            csl_type = tagged.read_type(entry.value)
            if csl_type:
                return csl_type
            message = f"{entry.value!r} is no kind of work of {tagged.dialect.title}; it becomes a document"
            found.report("unknown-type", message, entry.line, entry.column)
            return "document"
    return "document"
