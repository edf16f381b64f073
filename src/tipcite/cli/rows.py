"""Sources as rows of a table or as CSL-JSON; shared by list and search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tipcite.cli.output import echo_json, echo_table

if TYPE_CHECKING:
    from tipcite.model import Item
    from tipcite.store import Row


def echo_rows(rows: Sequence[Row]) -> None:
    """Print key, year, creators and title of each source."""
    cells = [
        (row.key, "" if row.year is None else str(row.year), row.creators, row.title or in_container(row))
        for row in rows
    ]
    echo_table(("key", "year", "creators", "title"), cells)


def in_container(row: Row) -> str:
    """Say for an item without title what it stands in: `[斯坦福社會創新評論]`."""
    return f"[{row.container}]" if row.container else ""


def echo_items_json(items: Iterable[Item]) -> None:
    """Print sources as a CSL-JSON array."""
    from tipcite.model import item_to_csl

    echo_json([item_to_csl(item) for item in items])
