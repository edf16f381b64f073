"""What is told of a whole (a book, proceedings) said of a part of it: the whole's title is what the part stands in."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tipcite.model import Item

_PARTS: Final = frozenset(
    """article-journal article-magazine article-newspaper chapter entry entry-dictionary entry-encyclopedia
    paper-conference""".split()
)
_SHARED: Final = (
    "ISBN", "publisher", "publisher-place", "edition", "collection-title", "collection-number", "event-title",
    "event-place", "language",
)  # fmt: skip
"""What is the part's as much as the whole's."""


def is_part(item: Item) -> bool:
    """Tell whether an item stands in something that has a title, and an ISBN, of its own."""
    return item.type in _PARTS or bool(item.fields.get("container-title"))


def said_of_part(part: Item, whole: Item) -> Item:
    """Say of a part what is known of its whole; its own title, authors and pages are not told by that."""
    fields = {name: whole.fields[name] for name in _SHARED if whole.fields.get(name)}
    if whole.title:
        fields["container-title"] = whole.title
    return replace(
        whole,
        type=part.type,
        fields=fields,
        names={role: whole.names[role] for role in ("editor", "collection-editor") if whole.names.get(role)},
        dates={name: date for name, date in whole.dates.items() if name == "issued"},
        variants=tuple(replace(one, field="container-title") for one in whole.variants if one.field == "title"),
    )
