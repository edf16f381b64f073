"""References cut otherwise than the grammar did: one made two, two made one. Each is read anew."""

from __future__ import annotations

from tipcite.formats.reftext.joined import slice_entry
from tipcite.formats.reftext.rawentry import RawEntry
from tipcite.formats.reftext.reference import ParsedReference
from tipcite.formats.reftext.single import parse_entry


def split_reference(reference: ParsedReference, index: int) -> tuple[ParsedReference, ParsedReference]:
    """Cut a reference in two: the second begins at an index of `raw`.

    Raises:
        ValueError: one of the two would be empty.
    """
    raw = reference.raw
    if not raw[:index].strip() or not raw[index:].strip() or index < 0:
        raise ValueError(f"{index} does not part {raw!r}")
    entry = RawEntry(text=raw, places=reference.places)
    return parse_entry(slice_entry(entry, 0, index)), parse_entry(slice_entry(entry, index, len(raw)))


def join_references(first: ParsedReference, second: ParsedReference) -> ParsedReference:
    """Read two references that follow each other as one."""
    shift = len(first.raw) + 1
    places = (*first.places, *((index + shift, line, column) for index, line, column in second.places))
    return parse_entry(RawEntry(text=f"{first.raw}\n{second.raw}", places=places))
