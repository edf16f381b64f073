"""What the tables hold of one item: rows derived from its own text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from tipcite.model import Item, Name, cited_doi, is_han_name
from tipcite.store.connection import storable
from tipcite.store.search import index_text

Record: TypeAlias = dict[str, str | int | None]

_IDENTIFIERS: Final[Mapping[str, str]] = {
    "ISBN": "isbn",
    "ISSN": "issn",
    "PMID": "pmid",
    "PMCID": "pmcid",
}
_RESOLVER: Final = re.compile(r"https?://(?:(?:dx|www)\.)?doi\.org/", re.IGNORECASE)
_NAMES_SHOWN: Final = 3


def item_record(item: Item, number: int, text: str) -> Record:
    """Write the row of `items`; `text` is the item as it stands in the mirror."""
    year = item.year
    return {
        "id": number,
        "key": item.key,
        "type": storable(item.type),
        # SQLite's integers end at 63 bits; a year that long is a fault of the source.
        "year": year if year is not None and abs(year) < 2**63 else None,
        "creators": storable(creators_text(item.creators)),
        "title": storable(item.title),
        "language": storable(item.language),
        "json": text,
    }


def detail_records(item: Item) -> Mapping[str, list[Record]]:
    """Write the rows that the other tables hold of an item."""
    return {
        "creators": list(_creators(item)),
        "identifiers": [
            {"item": item.key, "kind": kind, "value": storable(value)} for kind, value in _identifiers(item)
        ],
        "tags": [{"item": item.key, "tag": tag} for tag in sorted({storable(tag) for tag in item.tags})],
        "notes": [
            {"item": item.key, "position": position, "text": storable(note)} for position, note in enumerate(item.notes)
        ],
        "variants": list(_variants(item)),
        "item_links": [{"item": item.key, "field": field, "target": target} for field, target in item_targets(item)],
    }


def search_record(item: Item, number: int) -> Record:
    """Write the row of the index."""
    text = index_text(item)
    return {
        "rowid": number,
        "title": storable(text.title),
        "names": storable(text.names),
        "text": storable(text.text),
        "han": storable(text.han),
    }


def link_record(target: str) -> Record:
    """Write the row of a link that was never asked for."""
    return {"target": target, "kind": link_kind(target)}


def link_kind(target: str) -> str:
    """Tell a DOI from an address."""
    return "doi" if target.startswith("10.") else "url"


def item_targets(item: Item) -> Iterable[tuple[str, str]]:
    """Name the links of an item as `tipcite.links` asks for them: a DOI by its name, an address as it was cited.

    An address of doi.org is the DOI that it resolves; what is no DOI and no address is a link all the same.
    """
    doi, address = item.fields.get("DOI", "").strip(), item.fields.get("URL", "").strip()
    if doi:
        yield "DOI", storable(cited_doi(doi) or (item.doi.value if item.doi else doi))
    if address:
        resolved = cited_doi(address) if _RESOLVER.match(address) else None
        yield "URL", storable(resolved or address)


def creators_text(names: tuple[Name, ...]) -> str:
    """Name the creators in a list: up to three, else the first and `et al.` or 等."""
    shown = [name.short for name in names]
    chinese = bool(names) and _is_chinese(names[0])
    if len(shown) > _NAMES_SHOWN:
        return f"{shown[0]}等" if chinese else f"{shown[0]} et al."
    if chinese:
        return "、".join(shown)
    return " & ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def _is_chinese(name: Name) -> bool:
    return is_han_name(name) or "\u3400" <= name.literal[:1] <= "\u9fff"


def _creators(item: Item) -> Iterable[Record]:
    for role, names in sorted(item.names.items()):
        for position, name in enumerate(names):
            yield {
                "item": item.key,
                "role": role,
                "position": position,
                "family": storable(name.family),
                "given": storable(name.given),
                "literal": storable(name.literal),
                "full": storable(name.full),
            }


def _identifiers(item: Item) -> Iterable[tuple[str, str]]:
    if item.doi is not None:
        yield "doi", item.doi.value
    for variable, kind in _IDENTIFIERS.items():
        if item.fields.get(variable):
            yield kind, item.fields[variable]


def _variants(item: Item) -> Iterable[Record]:
    for position, variant in enumerate(item.variants):
        yield {
            "item": item.key,
            "position": position,
            "field": storable(variant.field),
            "kind": str(variant.kind),
            "language": storable(variant.language),
            "text": storable(variant.text or "; ".join(name.full for name in variant.names)),
            "confirmed": int(variant.confirmed),
            "source": storable(variant.source),
        }
