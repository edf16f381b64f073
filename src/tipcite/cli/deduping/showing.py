"""Two sources side by side, in two columns as wide as the terminal allows; what differs is marked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from typing import Final

from rich.cells import cell_len, set_cell_size

from tipcite.cli.output import one_line, style
from tipcite.cli.wrapping import wrapped
from tipcite.match import Compared, Sameness, compare_item_field, shown_field
from tipcite.model import Item

_GAP: Final = "  "
_LABEL: Final = 12
_LEAST: Final = 8
_ORDER: Final = (
    "type", "title", "author", "editor", "translator", "issued", "container-title", "volume", "issue", "page",
    "edition", "publisher-place", "publisher", "DOI", "ISBN", "PMID", "URL", "accessed", "language",
)  # fmt: skip
_MARKS: Final = {
    Sameness.DIFFERS: ("≠", "red"),
    Sameness.INCOMPARABLE: ("?", "yellow"),
    Sameness.CLOSE: ("≈", "yellow"),
}
_ADDED: Final = ("+", "green")
"""The mark of what only one of them says."""


def side_by_side(left: Item, right: Item, width: int | None = None) -> Iterator[str]:
    """Yield the lines of a comparison: label, mark, what stands left, what stands right."""
    columns = width or shutil.get_terminal_size().columns
    label = min(_LABEL, max(4, columns // 6))
    room = max(_LEAST, (columns - label - 3 - len(_GAP)) // 2)
    yield style(_row(label, " ", left.key, right.key, room), "", bold=True)
    for compared in compared_fields(left, right):
        mark, colour = _mark(compared)
        for number, (one, other) in enumerate(_cells(compared, room)):
            line = _row(label, mark if not number else " ", one, other, room, compared.field if not number else "")
            yield style(line, colour) if colour else line


def compared_fields(left: Item, right: Item) -> Sequence[Compared]:
    """Compare every field that one of the two has, in the order in which they are read."""
    names = {*left.fields, *left.names, *left.dates, *right.fields, *right.names, *right.dates, "type"}
    ordered = sorted(names, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))
    found = [compare_item_field(left, right, name) for name in ordered]
    others = [
        Compared(field=name, sameness=Sameness.SAME if one == other else Sameness.CLOSE, here=one, there=other)
        for name, one, other in (
            ("tags", ", ".join(left.tags), ", ".join(right.tags)),
            ("notes", " / ".join(left.notes), " / ".join(right.notes)),
        )
        if one or other
    ]
    return [*found, *others]


def field_lines(item: Item, other: Item, field: str) -> tuple[str, str]:
    """Return both forms of a field, each on a line."""
    return one_line(shown_field(item, field)), one_line(shown_field(other, field))


def _mark(compared: Compared) -> tuple[str, str]:
    if not compared.here or not compared.there:
        return _ADDED
    if compared.sameness is Sameness.SAME:
        return ("=", "") if compared.here == compared.there else ("≈", "")
    return _MARKS.get(compared.sameness, ("=", ""))


def _cells(compared: Compared, room: int) -> Iterator[tuple[str, str]]:
    one, other = (wrapped(one_line(text), room) for text in (compared.here, compared.there))
    for number in range(max(len(one), len(other))):
        yield (one[number] if number < len(one) else "", other[number] if number < len(other) else "")


def _row(label: int, mark: str, one: str, other: str, room: int, name: str = "") -> str:
    shown = name if cell_len(name) <= label else set_cell_size(name, label - 1) + "…"
    cells = (set_cell_size(shown, label), mark, set_cell_size(one, room), set_cell_size(other, room))
    return f"{cells[0]} {cells[1]} {cells[2]}{_GAP}{cells[3]}".rstrip()
