"""Items → records of tagged formats."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from tipcite.formats.own_field import OWN_MARK, own_text
from tipcite.formats.record_write import item_slots, kept_fields
from tipcite.formats.tagged import Dialect
from tipcite.model import Item, Reading

_BREAKS: Final = re.compile(r"[\r\x0b\x0c]")


class TaggedWriting(NamedTuple):
    """How a format's records are written: the tags of slots, those of one type first (`""`: none)."""

    name: str
    dialect: Dialect
    tags: Mapping[str, str]
    by_type: Mapping[tuple[str, str], str]
    line: str
    key_tag: str
    own_tag: str
    not_kept: frozenset[str]
    marks_bodies: bool = False


def write_record(item: Item, writing: TaggedWriting, head: str, foot: str, read: Callable[[str], Reading]) -> str:
    """Write one item, read it back, and add what is missing in the format's own field."""
    lines = [head, *_lines(_fields(item, writing), writing)]
    found = read("\n".join([*lines, *([foot] if foot else [])])).items
    own = own_text(item, found[0])
    if own:
        lines.append(writing.line.format(tag=writing.own_tag, value=OWN_MARK + own))
    return "\n".join([*lines, *([foot] if foot else []), ""])


def _fields(item: Item, writing: TaggedWriting) -> Iterator[tuple[str, str]]:
    if item.key:
        yield writing.key_tag, item.key
    for slot, text in item_slots(item, marks_bodies=writing.marks_bodies):
        tag = writing.by_type.get((item.type, slot), writing.tags.get(slot, ""))
        if tag and text.strip():
            yield tag, text
    for tag, text in kept_fields(item, writing.name):
        if (
            tag not in writing.not_kept
            and text.strip()
            and writing.dialect.line.match(writing.line.format(tag=tag, value=""))
        ):
            yield tag, text


def _lines(fields: Iterable[tuple[str, str]], writing: TaggedWriting) -> Iterator[str]:
    for tag, text in fields:
        yield writing.line.format(tag=tag, value=_one_value(text, writing.dialect))


def _one_value(text: str, dialect: Dialect) -> str:
    """Write a value over as many lines as it has, on one where a line of it would be taken for a field."""
    lines = [line.strip() for line in _BREAKS.sub("\n", text).split("\n") if line.strip()]
    if dialect.joint != "\n" or any(dialect.line.match(line) for line in lines[1:]):
        return " ".join(lines)
    return "\n".join(lines)
