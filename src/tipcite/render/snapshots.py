"""The snapshot of a page: in place of its address, and as variables that a style may print beside it."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from tipcite.errors import InvalidValue
from tipcite.model import Item, archived, parse_iso_date


class ShowArchived(StrEnum):
    """When a list prints the snapshot that an item names in place of its address."""

    NEVER = "never"
    DEAD = "dead"
    """Where the page itself was gone when the snapshot was chosen: readers can't reach it otherwise."""
    ALWAYS = "always"


def with_snapshot(item: Item, show: ShowArchived) -> Item:
    """Return the item with its snapshot as address, where that is wanted and it has both."""
    snapshot = archived(item)
    if show is ShowArchived.NEVER or snapshot is None or "URL" not in item.fields:
        return item
    if snapshot.is_live and show is ShowArchived.DEAD:
        return item
    return replace(item, fields={**item.fields, "URL": snapshot.url})


def with_archive_variables(item: Item) -> Item:
    """Return the item with the text `archive-url` and the date `archive-date`, which are tipcite's own variables.

    A style prints them as any other: `<text variable="archive-url"/>`, `<date variable="archive-date" form="text"/>`.
    """
    snapshot = archived(item)
    if snapshot is None:
        return item
    fields = {**item.fields, "archive-url": snapshot.url}
    try:
        dates = {**item.dates, "archive-date": parse_iso_date(snapshot.date)} if snapshot.date else item.dates
    except InvalidValue:
        dates = item.dates
    return replace(item, fields=fields, dates=dates)
