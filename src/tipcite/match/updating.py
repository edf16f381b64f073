"""What a source says now beside what an item says: which fields are offered, and which are held back.

Held back is what somebody made by hand, and what would put another script in the place of a name or title; it is
taken only when the field is named. What the source does not say stays, and so does what is only written more briefly
there (initials, an abbreviated journal, a year for a day).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from tipcite.match.fields import compare_item_field, field_place, shown_field
from tipcite.match.sameness import Sameness
from tipcite.model import Item

HAND: Final = "made by hand"
SCRIPT: Final = "in another script"

_OWN: Final = frozenset({"accessed"})
"""What tells of the reader, not of the work: only when it is named."""
_GENERAL: Final = "document"
_DOI_ADDRESS: Final = re.compile(r"https?://(?:(?:dx|www)\.)?doi\.org/", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One field as it stands and as the source says it; `held` is why it is not taken by itself, "" when it is."""

    field: str
    old: str
    new: str
    held: str = ""


def proposals(
    item: Item, told: Item, *, handmade: frozenset[str] = frozenset(), named: Iterable[str] = ()
) -> tuple[Proposal, ...]:
    """List what a source would change in an item; with `named` only these fields, whoever made them."""
    wanted = frozenset(named)
    fields = sorted({*told.fields, *told.names, *told.dates, "type"}, key=field_place)
    return tuple(_proposals(item, told, [one for one in fields if not wanted or one in wanted], handmade, wanted))


def updated(item: Item, told: Item, fields: Iterable[str]) -> Item:
    """Put what the source says into these fields, and note when that was."""
    changed = item
    for name in fields:
        if name == "type":
            changed = replace(changed, type=told.type)
        elif name in told.names:
            changed = replace(changed, names={**changed.names, name: told.names[name]})
        elif name in told.dates:
            changed = replace(changed, dates={**changed.dates, name: told.dates[name]})
        elif name in told.fields:
            changed = replace(changed, fields={**changed.fields, name: told.fields[name]})
    return item if changed == item else replace(changed, provenance={**item.provenance, **told.provenance})


def _proposals(
    item: Item, told: Item, fields: Iterable[str], handmade: frozenset[str], named: frozenset[str]
) -> Iterator[Proposal]:
    for name in fields:
        old, new = shown_field(item, name), shown_field(told, name)
        if not new or old == new or (name in _OWN and name not in named):
            continue
        if name == "type" and new == _GENERAL:
            continue
        sameness = compare_item_field(item, told, name).sameness
        if name not in named and old and _says_no_more(name, old, new, sameness):
            continue
        held = ""
        if name not in named:
            held = HAND if name in handmade else SCRIPT if sameness is Sameness.INCOMPARABLE else ""
        yield Proposal(field=name, old="" if name == "type" and old == _GENERAL else old, new=new, held=held)


def _says_no_more(name: str, old: str, new: str, sameness: Sameness) -> bool:
    """Tell whether the source says the same, or the same more briefly."""
    if sameness is Sameness.SAME or (name == "language" and sameness is Sameness.CLOSE):
        return True
    if name == "URL" and _DOI_ADDRESS.match(new):
        return True
    return sameness is Sameness.CLOSE and len(new) <= len(old)
