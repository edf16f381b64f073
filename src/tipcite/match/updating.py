"""What a source says now beside what an item says: which fields are offered, and which are held back.

Held back is what somebody made by hand, and what would put another script in the place of a name or title; it is
taken only when the field is named. What the source does not say stays, and so does what is only written more briefly
there (initials, an abbreviated journal, a year for a day). Of a record that is another work's nothing is to be taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from tipcite.match.fields import Described, compare_item_field, field_place, shown_field
from tipcite.match.sameness import Sameness
from tipcite.match.work import compare_work
from tipcite.model import Item, JsonValue

HAND: Final = "made by hand"
SCRIPT: Final = "in another script"

_OWN: Final = frozenset({"accessed"})
"""What tells of the reader, not of the work: only when it is named."""
_GENERAL: Final = "document"
_RECORD: Final = frozenset("source retrieved address raw also related recased agency handle final_url fields".split())
"""What provenance says of one record."""
_ANSWER: Final = ("source", "retrieved", "address", "raw", "also")
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
    changed, fields = item, tuple(fields)
    for name in fields:
        if name == "type":
            changed = replace(changed, type=told.type)
        elif name in told.names:
            changed = replace(changed, names={**changed.names, name: told.names[name]})
        elif name in told.dates:
            changed = replace(changed, dates={**changed.dates, name: told.dates[name]})
        elif name in told.fields:
            changed = replace(changed, fields={**changed.fields, name: told.fields[name]})
    if changed == item:
        return item
    return replace(changed, provenance=_provenance(item, changed, told, fields))


def is_of_another_work(item: Item, told: Item) -> bool:
    """Tell whether a record is that of another work than the item describes: its identifier is wrong, or reused."""
    if not told.title:  # of a whole only what a part stands in is told
        return compare_item_field(item, told, "container-title").sameness is Sameness.DIFFERS
    return compare_work(Described(item=item), Described(item=told)).is_another


def _provenance(before: Item, after: Item, told: Item, taken: Iterable[str]) -> Mapping[str, JsonValue]:
    """Note the new record; answers from which something comes that it says otherwise stay named under `earlier`."""
    old: Mapping[str, Any] = before.provenance
    new: Mapping[str, Any] = told.provenance
    if not new:
        return old
    kept = {name: part for name, part in old.items() if name not in (*_RECORD, "earlier")}
    found: dict[str, Any] = {**new, **{name: part for name, part in kept.items() if name not in new}}
    claims, news = (one if isinstance(one, Mapping) else {} for one in (old.get("fields"), new.get("fields")))
    changed = frozenset(taken)
    found["fields"] = {
        **{name: claim for name, claim in claims.items() if name not in changed},
        **{name: claim for name, claim in news.items() if name in changed},
    }
    if any(_stays(after, told, name) for name in (*told.fields, *told.names, *told.dates, "type")):
        answers = [*old.get("earlier", ()), {name: old[name] for name in _ANSWER if name in old}]
        found["earlier"] = [one for one in answers if one.get("raw") not in (None, new.get("raw"))]
    return {name: part for name, part in found.items() if part not in ({}, [])}


def _stays(after: Item, told: Item, name: str) -> bool:
    """Tell whether a field keeps what the record says otherwise."""
    now = shown_field(after, name)
    return bool(now) and now != shown_field(told, name)


def _proposals(
    item: Item, told: Item, fields: Iterable[str], handmade: frozenset[str], named: frozenset[str]
) -> Iterator[Proposal]:
    for name in fields:
        old, new = shown_field(item, name), shown_field(told, name)
        if not new or old == new or (name in _OWN and name not in named):
            continue
        if (name == "type" and new == _GENERAL) or (name not in named and _is_doi_again(item, told, name, new)):
            continue
        sameness = compare_item_field(item, told, name).sameness
        if name not in named and old and _says_no_more(name, old, new, sameness):
            continue
        held = ""
        if name not in named:
            held = HAND if name in handmade else SCRIPT if sameness is Sameness.INCOMPARABLE else ""
        yield Proposal(field=name, old="" if name == "type" and old == _GENERAL else old, new=new, held=held)


def _is_doi_again(item: Item, told: Item, name: str, new: str) -> bool:
    """Tell whether an address is only that of the DOI: beside a DOI it says nothing, and no page gives way to it."""
    return name == "URL" and bool(_DOI_ADDRESS.match(new)) and bool(item.doi or told.doi or item.fields.get("URL"))


def _says_no_more(name: str, old: str, new: str, sameness: Sameness) -> bool:
    """Tell whether the source says the same, or the same more briefly."""
    if sameness is Sameness.SAME or (name == "language" and sameness is Sameness.CLOSE):
        return True
    return sameness is Sameness.CLOSE and len(new) <= len(old)
