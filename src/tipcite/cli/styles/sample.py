"""The sources that show a style, and what it prints of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from tipcite.cli.output import one_line
from tipcite.cli.session import open_library
from tipcite.errors import NoLibrary

if TYPE_CHECKING:
    from tipcite.cli.settings import Settings
    from tipcite.model import Item

FEW: Final = 4


class Printed(NamedTuple):
    """One source in one style: its entry ("" where the style has no list), its first citation, the next with a page."""

    key: str
    entry: str
    citation: str
    again: str


def library_items(keys: Sequence[str]) -> tuple[Item, ...]:
    """Return the library's items with these keys, all without keys; none when there is no library.

    Raises:
        UnknownKey: there is none of a key.
        NoLibrary: keys were given, and there is no library.
    """
    try:
        with open_library(read_only=True) as library:
            return tuple(library.get(key) for key in keys) if keys else library.items()
    except NoLibrary:
        if keys:
            raise
        return ()


def example_items() -> tuple[Item, ...]:
    """Return the items that our own styles are tested with."""
    from tipcite.model import item_from_csl
    from tipcite.resources import load_examples

    return tuple(item_from_csl(one) for one in json.loads(load_examples()))


def of_each_kind(items: Sequence[Item], number: int) -> tuple[Item, ...]:
    """Choose a few items that differ in language and type, in their order."""
    from tipcite.render import part_of_item

    kinds = {item.key: (part_of_item(item), item.type) for item in items}
    first_of_kind = {kind: key for key, kind in reversed(kinds.items())}
    # In turns: the first kind of each language, then the second …
    turns: dict[object, int] = {}
    ranks: dict[str, tuple[int, int]] = {}
    for position, (key, kind) in enumerate(kinds.items()):
        turn = turns.get(kind[0], 0)
        turns[kind[0]] = turn + 1
        ranks[key] = (turn if first_of_kind[kind] == key else len(kinds) + turn, position)
    chosen = set(sorted(ranks, key=ranks.__getitem__)[:number])
    return tuple(item for item in items if item.key in chosen)


def printed(xml: bytes, items: Sequence[Item], settings: Settings, *, to: str = "text") -> tuple[Printed, ...]:
    """Print each item in a style whose options are settled.

    Raises:
        StyleError: the style is faulty.
    """
    from tipcite.cli.citing import renderer_of
    from tipcite.csl import Cite, OutputFormat, format_bibliography
    from tipcite.styles import read_head

    in_notes = read_head(xml).style_class == "note"
    renderer = renderer_of(xml, items, settings, order=settings.text("format.order"))
    entries = {
        entry.key: one_line(format_bibliography([entry], to)) for group in renderer.groups() for entry in group.entries
    }

    def cite(cite: Cite, note: int) -> str:
        return one_line(renderer.cite([cite], note_index=note if in_notes else 0, to=OutputFormat(to)))

    return tuple(
        Printed(
            item.key, entries.get(item.key, ""),
            cite(Cite(key=item.key), 2 * number + 1), cite(Cite(key=item.key, locator="12"), 2 * number + 2),
        )
        for number, item in enumerate(items)
    )  # fmt: skip
