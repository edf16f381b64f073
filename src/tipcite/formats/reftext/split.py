"""A pasted text → its entries, with the place of every character.

1. Lines, in blocks that blank lines part; numbers and bullets before them are left out (`numbering`).
2. Headings, the numbers of pages and running titles are set apart (`headings`).
3. The lines of one entry are put together (`wrapping`).
4. Entries that run together on one line are parted (`joined`).
"""

from __future__ import annotations

from collections.abc import Sequence

from tipcite.formats.reftext.headings import is_heading, is_page_number, running_titles, title_key
from tipcite.formats.reftext.joined import part_entry
from tipcite.formats.reftext.numbering import blocks_of
from tipcite.formats.reftext.rawentry import Heading, Line, RawEntry
from tipcite.formats.reftext.wrapping import group_lines, layout_of, starts_reference

__all__ = ["Heading", "RawEntry", "split_entries"]


def split_entries(text: str) -> tuple[RawEntry | Heading, ...]:
    """Cut a pasted text into entries and headings, in their order."""
    blocks = blocks_of(text)
    if len(blocks) == 1 and len(blocks[0]) == 1:
        return tuple(_entries([blocks[0]]))
    blocks, furniture = _without_furniture(blocks)
    layout = layout_of(blocks)
    groups: list[list[Line]] = []
    for block in blocks:
        for place, group in enumerate(group_lines(block, layout)):
            if place == 0 and groups and layout.marked and _is_carried_on(groups[-1], group):
                groups[-1] = groups[-1] + group
            else:
                groups.append(group)
    found = [*_entries(groups), *furniture]
    return tuple(sorted(found, key=lambda one: one.line))


def _without_furniture(blocks: list[list[Line]]) -> tuple[list[list[Line]], list[Heading]]:
    """Set page numbers and running titles apart: they stand between entries, and inside one."""
    repeated = running_titles([line.text for block in blocks for line in block])
    kept: list[list[Line]] = []
    furniture: list[Heading] = []
    for block in blocks:
        lines = []
        for line in block:
            # Figures alone may be the end of a wrapped entry.
            page = is_page_number(line.text) and (len(block) == 1 or not line.text.strip().isalnum())
            if page or title_key(line.text) in repeated:
                furniture.append(Heading(text=line.text.strip(), line=line.number))
            else:
                lines.append(line)
        if lines:
            kept.append(lines)
    return kept, furniture


def _is_carried_on(previous: Sequence[Line], group: Sequence[Line]) -> bool:
    """Tell whether a numbered entry goes on behind a blank line or the end of a page."""
    begin = group[0]
    if begin.marked or not previous[0].marked or is_heading(begin.text):
        return False
    return not starts_reference(begin.text)


def _entries(groups: Sequence[Sequence[Line]]) -> list[RawEntry | Heading]:
    entries: list[RawEntry | Heading] = []
    for group in groups:
        if len(group) == 1 and is_heading(group[0].text):
            entries.append(Heading(text=group[0].text.strip(), line=group[0].number))
        else:
            entries.extend(part_entry(_join(group)))
    return entries


def _join(lines: Sequence[Line]) -> RawEntry:
    if len(lines) == 1:
        return RawEntry(text=lines[0].text, places=((0, lines[0].number, lines[0].column),))
    pieces: list[str] = []
    places: list[tuple[int, int, int]] = []
    index = 0
    for line in lines:
        places.append((index, line.number, line.column))
        pieces.append(line.text)
        index += len(line.text) + 1
    return RawEntry(text="\n".join(pieces), places=tuple(places))
