"""What a source said of an item when it came in, made again from the answers that are kept beside the library.

A library that was made again from its mirror has no history of who changed what. But its items name the answers that
they were made of (`raw` in their provenance): what differs from these was made by hand, or by another source since.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from tipcite.errors import InvalidIdentifier, TipciteError
from tipcite.fetch.arxiv import item_from_entry
from tipcite.fetch.datacite_record import item_from_attributes
from tipcite.fetch.google_books import item_from_volume
from tipcite.fetch.isbn import joined
from tipcite.fetch.open_library import item_from_edition
from tipcite.fetch.parts import objects_of, text_of, texts_of
from tipcite.fetch.pubmed_record import item_from_article, item_from_book
from tipcite.fetch.sources import Fetched
from tipcite.fetch.work import item_from_work
from tipcite.formats.xml_tree import parse_xml
from tipcite.lang import decide_language
from tipcite.match import shown_field
from tipcite.match.parts import is_part, said_of_part
from tipcite.model import Doi, Isbn, Item, JsonValue, SourceAnswer, find_doi, parse_arxiv_id, parse_isbn

FindAnswer = Callable[[str], str | None]
"""Returns the text of a kept answer by its name, None when it is not there."""

_XML: Final = ("pubmed", "arxiv")
_PAGES: Final = ("webpage", "pdf")
_READERS_OWN: Final = frozenset({"accessed", "type"})


def changed_since(item: Item, find: FindAnswer) -> frozenset[str]:
    """Name the fields that no record that the item was made of said as they stand; none where no record is kept.

    Of a page the claims are kept, not the page: a field that somebody set has lost its claim.
    """
    records = tuple(records_of(item, find))
    if records:
        names = {*_names(item), *(name for record in records for name in _names(record)), "type"}
        return frozenset(name for name in names if _is_new(item, name, records))
    claims = item.provenance.get("fields")
    if item.provenance.get("source") in _PAGES and isinstance(claims, Mapping):
        return frozenset(_names(item)) - claims.keys() - _READERS_OWN
    return frozenset()


def records_of(item: Item, find: FindAnswer) -> Iterator[Item]:
    """Make again what the records said that an item's provenance names, the newest first; lost ones are left out."""
    provenance: Mapping[str, Any] = item.provenance
    for told in (provenance, *reversed(list(objects_of(provenance.get("earlier"))))):
        try:
            record = _record(told, find, item)
        except (TipciteError, ValueError, TypeError, LookupError, AttributeError):
            continue  # an earlier version read what this one does not
        if record is not None:
            yield record


def _is_new(item: Item, name: str, records: Iterable[Item]) -> bool:
    now = shown_field(item, name)
    said = (shown_field(one, name) or (decide_language(one) if name == "language" else "") for one in records)
    return now not in said


def _names(item: Item) -> set[str]:
    return {*item.fields, *item.names, *item.dates}


def _record(told: Mapping[str, Any], find: FindAnswer, item: Item) -> Item | None:
    """Read the answers of one record; a book's is made of several."""
    parts = [
        (str(part.get("source")), str(part.get("address", "")), text)
        for part in (told, *objects_of(told.get("also")))
        if part.get("raw") and (text := _text(str(part["raw"]), find))
    ]
    if not parts or parts[0][0] != told.get("source"):
        return None
    source, address, text = parts[0]
    if source in ("open-library", "google-books"):
        whole = _book([(one, json.loads(said)) for one, _, said in parts], item)
        return said_of_part(item, whole) if whole is not None and is_part(item) else whole
    return _xml(source, address, text) if source in _XML else _work(source, address, json.loads(text))


def _text(name: str, find: FindAnswer) -> str:
    """Return an answer, "" for one that is lost, or not what was answered any more."""
    text = find(name) or ""
    return text if SourceAnswer(source="", address="", retrieved="", text=text).digest == name else ""


def _work(source: str, address: str, record: Mapping[str, JsonValue]) -> Item | None:
    named = text_of(record.get("DOI") or record.get("doi"))
    doi = find_doi(named) or find_doi(address)
    if doi is None:
        return None
    if source == "datacite":
        return item_from_attributes(record, doi, name=source)
    return item_from_work(record, Doi(doi.value), source=source, name=source)


def _xml(source: str, address: str, text: str) -> Item | None:
    root = parse_xml(text)
    if source == "arxiv":
        entry, number = root.child("entry"), "".join(parse_qs(urlsplit(address).query).get("id_list", [])[:1])
        return item_from_entry(entry, parse_arxiv_id(number)) if entry is not None else None
    article, book = root.child("PubmedArticle"), root.child("PubmedBookArticle")
    if article is not None:
        return item_from_article(article, name=source)
    return item_from_book(book, name=source) if book is not None else None


def _book(parts: Sequence[tuple[str, Mapping[str, Any]]], item: Item) -> Item | None:
    editions = [record for source, record in parts if source == "open-library"]
    volumes = [record for source, record in parts if source == "google-books"]
    found = []
    if editions:
        authors = [one for one in editions[1:] if text_of(one.get("key")).startswith("/authors/")]
        numbers = [number for part in ("isbn_13", "isbn_10") for number in texts_of(editions[0].get(part))]
        found.append(item_from_edition(editions[0], authors, _isbn(numbers, item)))
    for volume in volumes[:1]:
        described = volume["volumeInfo"]
        numbers = [text_of(one.get("identifier")) for one in objects_of(described.get("industryIdentifiers"))]
        found.append(item_from_volume(described, _isbn(numbers, item)))
    if len(found) < 2:
        return found[0] if found else None
    return joined(*(Fetched(item=replace(one, provenance={})) for one in found)).item


def _isbn(numbers: Iterable[str], item: Item) -> Isbn:
    for number in (*numbers, item.fields.get("ISBN", "")):
        try:
            return parse_isbn(number)
        except InvalidIdentifier:
            continue
    return Isbn("")
