"""What of an item can be asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from tipcite.model import Item, cited_doi

_RESOLVER: Final = re.compile(r"https?://(?:(?:dx|www)\.)?doi\.org/", re.IGNORECASE)


class TargetKind(StrEnum):
    """How a target is asked for."""

    URL = "url"
    DOI = "doi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a link is cited: `line` and `column` count from 1, 0 is unknown (a Word document has none)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(part) for part in (self.line, self.column) if part)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One address or DOI as it was cited, with the cited title, and the keys and places that cite it.

    `titles` are the work's title in other languages, `containers` those of what it is part of, `year` is when it
    appeared.
    """

    value: str
    kind: TargetKind = TargetKind.URL
    title: str = ""
    titles: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    year: int | None = None
    keys: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


def targets(item: Item) -> tuple[Target, ...]:
    """List the item's DOI and its address; an address that only resolves that same DOI is left out.

    What is no DOI and no address is a target all the same: it is cited, and the check will say what is wrong.
    """
    said = Target(
        value="",
        title=item.title,
        titles=_other_forms(item, "title"),
        containers=(*_texts(item, "container-title"), *_other_forms(item, "container-title")),
        year=item.year,
        keys=(item.key,) if item.key else (),
    )
    found: list[Target] = []
    written = item.fields.get("DOI", "").strip()
    if written:
        doi = cited_doi(written) or (item.doi.value if item.doi else written)
        found.append(replace(said, value=doi, kind=TargetKind.DOI))
    address = item.fields.get("URL", "").strip()
    if address:
        resolved = _resolved_doi(address)
        if resolved is None:
            found.append(replace(said, value=address))
        elif resolved not in [target.value for target in found]:
            found.append(replace(said, value=resolved, kind=TargetKind.DOI))
    return tuple(found)


def _other_forms(item: Item, field: str) -> tuple[str, ...]:
    variants = [one.text for one in item.variants if one.field == field and one.text]
    return tuple(dict.fromkeys((*variants, *_texts(item, f"original-{field}"))))


def _texts(item: Item, field: str) -> tuple[str, ...]:
    return (item.fields[field],) if item.fields.get(field) else ()


def merge(several: Iterable[Target]) -> tuple[Target, ...]:
    """Join targets that are one address, in the order in which they first come; a title wins over none."""
    groups: dict[tuple[TargetKind, str], list[Target]] = {}
    for target in several:
        groups.setdefault((target.kind, target.value), []).append(target)
    return tuple(group[0] if len(group) == 1 else _joined(group) for group in groups.values())


def _joined(group: Sequence[Target]) -> Target:
    """Join targets that are one address."""

    def all_of(name: str) -> tuple[Any, ...]:
        return tuple(dict.fromkeys(part for target in group for part in getattr(target, name)))

    return replace(
        group[0],
        title=next((one.title for one in group if one.title), ""),
        titles=all_of("titles"),
        containers=all_of("containers"),
        year=next((one.year for one in group if one.year is not None), None),
        keys=all_of("keys"),
        places=all_of("places"),
    )


def target_of(address: str) -> Target:
    """Return what is asked for an address that stands alone: the DOI when it is doi.org's, else itself."""
    doi = _resolved_doi(address)
    return Target(value=address) if doi is None else Target(value=doi, kind=TargetKind.DOI)


def _resolved_doi(address: str) -> str | None:
    """Return the DOI that an address of doi.org resolves, None for any other address."""
    return cited_doi(address) if _RESOLVER.match(address) else None
