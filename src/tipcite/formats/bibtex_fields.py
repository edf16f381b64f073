"""The fields of a .bib entry for one item, in the order in which they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tipcite.formats.bibtex_dates import write_date
from tipcite.formats.bibtex_languages import write_language
from tipcite.formats.bibtex_names import write_names
from tipcite.formats.bibtex_types import (
    ARTICLE_KINDS,
    BOOK_KINDS,
    DATE_FIELDS,
    NAME_FIELDS,
    PART_KINDS,
    READ_SUBTYPES,
    READ_TYPES,
    TEXT_FIELDS,
    VERBATIM,
    WRITE_SUBTYPES,
)
from tipcite.formats.latex_encode import encode_latex
from tipcite.model import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES, Date, Item

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_UNSAFE: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_FIELD_NAME: Final = re.compile(r"[a-z][a-z0-9_-]*")
_WRITTEN_NAMES: Final = {variable: name for name, variable in reversed(tuple(NAME_FIELDS.items()))}
_WRITTEN_DATES: Final = {"accessed": "urldate", "event-date": "eventdate", "original-date": "origdate"}
_WRITTEN_TEXTS: Final = {variable: name for name, variable in reversed(tuple(TEXT_FIELDS.items()))}
_TITLES: Final = frozenset({"title", "container-title", "collection-title", "volume-title", "title-short"})
_LISTS: Final = frozenset({"publisher", "institution", "school", "organization", "howpublished", "location", "address"})
_TAKEN: Final = frozenset(
    {
        *TEXT_FIELDS, *NAME_FIELDS, *DATE_FIELDS, *(name.lower() for name in TEXT_VARIABLES | NUMBER_VARIABLES),
        *NAME_VARIABLES, *DATE_VARIABLES, *VERBATIM - {"file", "pdf", "localfile", "crossref", "ids", "urn"}, *_LISTS,
        *"""title subtitle titleaddon maintitle mainsubtitle maintitleaddon booktitle booksubtitle booktitleaddon
        journal fjournal journaltitle journalsubtitle journaltitleaddon issuetitle issuesubtitle
        volume part number issue series
        pages eid date year month day note addendum langid hyphenation language pubstate type entrysubtype options
        editortype editoratype editorbtype editorctype eprinttype archiveprefix xdata tipcite entrytype""".split(),
    }
)  # fmt: skip
"""Names that the reader gives a meaning: an unknown field of such a name is not written as one."""

_PUBLISHER_FIELDS: Final = {
    "thesis": ("institution", "school"),
    "phdthesis": ("institution", "school"),
    "mastersthesis": ("institution", "school"),
    "report": ("institution", "institution"),
    "techreport": ("institution", "institution"),
    "standard": ("organization", "institution"),
    "online": ("organization", "howpublished"),
    "misc": ("organization", "howpublished"),
    "manual": ("organization", "organization"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldValue:
    """A value as it is written, delimiters included, and as the reader sees it."""

    written: str
    read: str


def draft_fields(item: Item, kind: str, *, biblatex: bool, parents: frozenset[str]) -> dict[str, FieldValue]:
    """Return the fields for everything that the format has a place for; the first value of a name counts."""
    fields: dict[str, FieldValue] = {}
    for name, value in _pairs(item, kind, biblatex=biblatex, parents=parents):
        text = value.strip()
        if text and name not in fields and _is_safe(text):
            is_macro = name == "month" and text in _MONTHS
            fields[name] = FieldValue(
                written=text if is_macro else f"{{{text}}}", read=str(_MONTHS.index(text) + 1) if is_macro else text
            )
    return fields


def _is_safe(text: str) -> bool:
    """Tell whether a value survives between braces on one line, for BibTeX and for bibtexparser."""
    if _UNSAFE.search(text) or "\n" in text or text.endswith("\\") or "\\{" in text or "\\}" in text:
        return False
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


def _pairs(item: Item, kind: str, *, biblatex: bool, parents: frozenset[str]) -> Iterator[tuple[str, str]]:
    left = dict(item.fields)
    yield from _name_pairs(item, biblatex=biblatex)
    yield from _title_pairs(left, kind, biblatex=biblatex)
    yield from _date_pairs(item, biblatex=biblatex)
    yield from _number_pairs(left, kind)
    yield from _publisher_pairs(left, kind, biblatex=biblatex)
    yield from _address_pairs(left, biblatex=biblatex)
    yield from _other_pairs(item, left, kind, biblatex=biblatex)
    for name, value in sorted(item.extra.items()):
        is_writable = isinstance(value, str) and _FIELD_NAME.fullmatch(name) and name not in _TAKEN
        if is_writable and (name != "crossref" or value in parents):
            yield name, value


def _name_pairs(item: Item, *, biblatex: bool) -> Iterator[tuple[str, str]]:
    drops = [name.dropping_particle for names in item.names.values() for name in names if name.dropping_particle]
    keeps = [name for names in item.names.values() for name in names if name.non_dropping_particle]
    for variable, names in item.names.items():
        yield _WRITTEN_NAMES.get(variable, variable), write_names(names)
    if biblatex and drops and not keeps:
        yield "options", "useprefix=false"


def _title_pairs(left: dict[str, str], kind: str, *, biblatex: bool) -> Iterator[tuple[str, str]]:
    title, container = left.pop("title", ""), left.pop("container-title", "")
    volume_title = left.pop("volume-title", "")
    if volume_title and kind in BOOK_KINDS:
        yield "maintitle", _title(title)
        title = volume_title
    elif volume_title and kind in PART_KINDS:
        yield "maintitle", _title(container)
        container = volume_title
    elif volume_title:
        yield "booktitle", _title(volume_title)
    yield "title", _title(title)
    if kind in PART_KINDS or kind in BOOK_KINDS:
        yield "booktitle", _title(container)
    else:
        yield "journaltitle" if biblatex else "journal", _title(container)
    yield "series", _title(left.pop("collection-title", ""))
    yield "shorttitle", _title(left.pop("title-short", ""))


def _title(text: str) -> str:
    return encode_latex(text, protect=True)


def _date_pairs(item: Item, *, biblatex: bool) -> Iterator[tuple[str, str]]:
    issued = item.dates.get("issued")
    if issued is not None:
        yield from _issued_pairs(issued, biblatex=biblatex)
    for variable, value in item.dates.items():
        if variable != "issued":
            yield _WRITTEN_DATES.get(variable, variable), write_date(value) or encode_latex(value.literal)


def _issued_pairs(issued: Date, *, biblatex: bool) -> Iterator[tuple[str, str]]:
    if not issued.parts:
        yield "year", encode_latex(issued.literal or issued.raw)
    elif biblatex:
        yield "date", write_date(issued)
    else:
        first = issued.parts[0]
        yield "year", write_date(Date(parts=(first[:1],)))
        if len(first) > 1 and first[1] <= 12:
            yield "month", _MONTHS[first[1] - 1]
        if len(first) > 2:
            yield "day", str(first[2])


def _number_pairs(left: dict[str, str], kind: str) -> Iterator[tuple[str, str]]:
    yield "volume", encode_latex(left.pop("volume", ""))
    if kind in ARTICLE_KINDS:
        yield "number", encode_latex(left.pop("issue", ""))
        yield "eid", encode_latex(left.pop("number", ""))
    elif kind in BOOK_KINDS | PART_KINDS:
        yield "number", encode_latex(left.pop("collection-number", ""))
        yield "eid", encode_latex(left.pop("number", ""))
    else:
        yield "number", encode_latex(left.pop("number", ""))
    yield "issue", encode_latex(left.pop("issue", ""))
    yield "pages", re.sub(r"(?<=\w)-(?=\w)", "--", encode_latex(left.pop("page", "")))


def _publisher_pairs(left: dict[str, str], kind: str, *, biblatex: bool) -> Iterator[tuple[str, str]]:
    names = _PUBLISHER_FIELDS.get(kind, ("publisher", "publisher"))
    yield names[0 if biblatex else 1], _list(left.pop("publisher", ""), biblatex=biblatex)
    yield "location" if biblatex else "address", _list(left.pop("publisher-place", ""), biblatex=biblatex)


def _subtype(item: Item, kind: str) -> str:
    """Return BibLaTeX's word for a kind of entry, or CSL's type where the entry type is read as another."""
    word = WRITE_SUBTYPES.get(item.type, "")
    if word and READ_SUBTYPES.get((kind, word)) == item.type:
        return word
    return "" if _type_is_clear(item, kind) else item.type


def _type_is_clear(item: Item, kind: str) -> bool:
    """Tell whether the entry type alone gives the item's type back; `misc` with an address is read as a web page."""
    if kind == "misc" and item.fields.get("URL"):
        return item.type == "webpage"
    if kind == "unpublished" and not item.fields.keys().isdisjoint({"event-title", "event-place"}):
        return item.type == "speech"
    return READ_TYPES[kind] == item.type or item.type not in ITEM_TYPES


def _list(text: str, *, biblatex: bool) -> str:
    """Write a text that BibLaTeX would split at `and`."""
    encoded = encode_latex(text)
    return re.sub(r"(?<=\s)([Aa][Nn][Dd])(?=\s)", r"{\1}", encoded) if biblatex else encoded


def _address_pairs(left: dict[str, str], *, biblatex: bool) -> Iterator[tuple[str, str]]:
    yield "doi", left.pop("DOI", "")
    yield "url", left.pop("URL", "")
    if left.get("archive") == "arXiv" and left.get("archive_location"):
        yield "eprint", left.pop("archive_location")
        yield "eprinttype" if biblatex else "archiveprefix", left.pop("archive")


def _other_pairs(item: Item, left: dict[str, str], kind: str, *, biblatex: bool) -> Iterator[tuple[str, str]]:
    language = left.pop("language", "")
    if biblatex:
        yield "langid", write_language(language)
        yield "pubstate", encode_latex(left.pop("status", ""))
    else:
        yield "language", language
    yield "entrysubtype", _subtype(item, kind)
    if kind not in ("phdthesis", "mastersthesis") or left.get("genre") not in ("PhD thesis", "Master’s thesis"):
        yield "type", encode_latex(left.pop("genre", ""))
    left.pop("genre", "")
    for variable, text in left.items():
        yield _WRITTEN_TEXTS.get(variable, variable.lower()), encode_latex(text, protect=variable in _TITLES)
