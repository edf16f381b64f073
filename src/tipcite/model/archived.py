"""A snapshot of a cited page in a web archive, kept with its item.

CSL has no variable for it, and its JSON schema allows unknown names only in `custom`: there it stands as `archive-url`,
`archive-date` and `url-status`, the names that Wikipedia's citations use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from tipcite.model.item import Item

_ADDRESS: Final = "archive-url"
_DATE: Final = "archive-date"
_STATUS: Final = "url-status"
_LIVE: Final = "live"


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """One snapshot: its address in the archive and the day on which it was taken (ISO 8601), "" when not known.

    `is_live`: the page itself was there when the snapshot was chosen, so its own address is cited.
    """

    url: str
    date: str = ""
    is_live: bool = False


def archived(item: Item) -> Archived | None:
    """Return the snapshot that an item names, None for none."""
    custom = item.extra.get("custom")
    if not isinstance(custom, Mapping):
        return None
    url, date = custom.get(_ADDRESS), custom.get(_DATE)
    if not isinstance(url, str) or not url:
        return None
    return Archived(url=url, date=date if isinstance(date, str) else "", is_live=custom.get(_STATUS) == _LIVE)


def with_archived(item: Item, snapshot: Archived | None) -> Item:
    """Return the item with this snapshot in place of any other; what else stands in `custom` stays."""
    custom = item.extra.get("custom")
    kept = {**custom} if isinstance(custom, Mapping) else {} if custom is None else {"value": custom}
    for name in (_ADDRESS, _DATE, _STATUS):
        kept.pop(name, None)
    if snapshot is not None:
        kept[_ADDRESS] = snapshot.url
        if snapshot.date:
            kept[_DATE] = snapshot.date
        kept[_STATUS] = _LIVE if snapshot.is_live else "dead"
    extra = {name: value for name, value in item.extra.items() if name != "custom"}
    return replace(item, extra={**extra, "custom": kept} if kept else extra)
