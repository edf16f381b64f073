"""One item → the slots of EndNote's family of formats, the reverse of `record_read`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tipcite.formats.record_dates import write_iso, write_slashes, write_year
from tipcite.formats.record_names import write_name
from tipcite.formats.record_read import NUMBERED, ROLES
from tipcite.formats.record_types import WHOLE
from tipcite.model import Item, JsonValue, VariantKind

_NAMES: Final = {
    "author": "author", "editor": "secondary-author", "collection-editor": "tertiary-author",
    "translator": "subsidiary-author",
}  # fmt: skip
_TEXTS: Final = """
    title-short container-title-short volume issue edition publisher publisher-place number-of-volumes section genre
    version chapter-number event-place language call-number source archive_location original-title medium DOI URL PMID
    PMCID abstract note annote reviewed-title
""".split()
_RANGE: Final = re.compile(r"([^\s,;-]+)-([^\s,;-]+)")
# CSL's markup against change of case, which no other program knows.
_SPAN: Final = re.compile(r"</?span(?: [^<>]*)?>")
_SERIALS: Final = ("ISBN", "ISSN")


def item_slots(item: Item, *, marks_bodies: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the slots with their texts, in the order in which a person would look for them."""
    yield from _names(item, marks_bodies=marks_bodies)
    yield from _titles(item)
    yield from _dates(item)
    yield from _pages(item)
    for variable in _TEXTS:
        if text := item.fields.get(variable):
            yield variable, text
    yield from _numbers(item)
    for word in re.split(r"[;,] ", item.fields.get("keyword", "")):
        yield "keyword", word
    for variant in item.variants:
        if variant.field == "title" and variant.kind is VariantKind.TRANSLATED and variant.text:
            yield "translated-title", variant.text
            break


def kept_fields(item: Item, format_name: str) -> Iterator[tuple[str, str]]:
    """Yield the fields that the reader of this format kept as they were, by their tags."""
    custom = item.extra.get("custom")
    kept: JsonValue = custom.get(format_name) if isinstance(custom, Mapping) else None
    if isinstance(kept, Mapping):
        for tag, values in kept.items():
            for value in values if isinstance(values, (list, tuple)) else ():
                if isinstance(value, str):
                    yield tag, value


def _names(item: Item, *, marks_bodies: bool) -> Iterator[tuple[str, str]]:
    roles = {ROLES.get((item.type, slot), variable): slot for variable, slot in _NAMES.items()}
    for (csl_type, slot), variable in ROLES.items():
        if csl_type == item.type:
            roles[variable] = slot
    for variable, names in item.names.items():
        if slot := roles.get(variable, ""):
            for name in names:
                yield slot, write_name(name, marks_bodies=marks_bodies)


def _titles(item: Item) -> Iterator[tuple[str, str]]:
    fields = item.fields
    yield "title", _SPAN.sub("", fields.get("title", ""))
    container, collection = fields.get("container-title", ""), fields.get("collection-title", "")
    if item.type in WHOLE:
        yield "container-title", container
        yield "secondary-title", collection
        yield "tertiary-title", fields.get("volume-title", "")
        return
    event = fields.get("event-title", "") if item.type == "paper-conference" and container else ""
    yield "secondary-title", event or container
    yield "proceedings-title", container if event else ""
    yield "tertiary-title", collection


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    issued, accessed = item.dates.get("issued"), item.dates.get("accessed")
    if issued is not None:
        year = write_year(issued) or issued.literal
        yield "year", year
        date = write_iso(issued)
        yield "date", date
        yield "date-slashes", write_slashes(issued) if date else ""
    if accessed is not None:
        yield "accessed", write_slashes(accessed)


def _pages(item: Item) -> Iterator[tuple[str, str]]:
    page, count = item.fields.get("page", ""), item.fields.get("number-of-pages", "")
    if match := _RANGE.fullmatch(page):
        yield "start", match[1]
        yield "end", match[2]
        yield "pages", page
    elif page and not (item.type in WHOLE and page.isdigit()):
        yield "start", page
        yield "pages", page
    elif count and item.type in WHOLE:
        yield "start", count
        yield "pages", count


def _numbers(item: Item) -> Iterator[tuple[str, str]]:
    number = item.fields.get("number", "")
    yield "serial" if item.type in NUMBERED else "number", number
    for variable in _SERIALS:
        for serial in item.fields.get(variable, "").split(", "):
            yield "serial", serial
