"""What of an item can be asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from tipcite.errors import InvalidIdentifier
from tipcite.model import Item, parse_doi

_RESOLVER: Final = re.compile(r"https?://(?:(?:dx|www)\.)?doi\.org/", re.IGNORECASE)


class TargetKind(StrEnum):
    """How a target is asked for."""

    URL = "url"
    DOI = "doi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One address or DOI as it was cited, with the cited title and the keys of the items that cite it."""

    value: str
    kind: TargetKind = TargetKind.URL
    title: str = ""
    keys: tuple[str, ...] = ()


def targets(item: Item) -> tuple[Target, ...]:
    """List the item's DOI and its address; an address that only resolves that same DOI is left out.

    What is no DOI and no address is a target all the same: it is cited, and the check will say what is wrong.
    """
    keys = (item.key,) if item.key else ()
    found: list[Target] = []
    written = item.fields.get("DOI", "").strip()
    if written:
        doi = item.doi.value if item.doi else written
        found.append(Target(value=doi, kind=TargetKind.DOI, title=item.title, keys=keys))
    address = item.fields.get("URL", "").strip()
    if address:
        resolved = _resolved_doi(address)
        if resolved is None:
            found.append(Target(value=address, title=item.title, keys=keys))
        elif resolved not in [target.value for target in found]:
            found.append(Target(value=resolved, kind=TargetKind.DOI, title=item.title, keys=keys))
    return tuple(found)


def merge(several: Iterable[Target]) -> tuple[Target, ...]:
    """Join targets that are one address, in the order in which they first come; a title wins over none."""
    merged: dict[tuple[TargetKind, str], Target] = {}
    for target in several:
        place = (target.kind, target.value)
        known = merged.get(place)
        if known is None:
            merged[place] = target
        else:
            keys = tuple(dict.fromkeys((*known.keys, *target.keys)))
            merged[place] = replace(known, title=known.title or target.title, keys=keys)
    return tuple(merged.values())


def _resolved_doi(address: str) -> str | None:
    """Return the DOI that an address of doi.org resolves, None for any other address."""
    match = _RESOLVER.match(address)
    if match is None:
        return None
    try:
        return parse_doi(re.split(r"[?#]", address[match.end() :], maxsplit=1)[0]).value
    except InvalidIdentifier:
        return None
