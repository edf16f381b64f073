"""PubMed's format (`.nbib`, MEDLINE): `PMID- 12345678`, values wrapped with six blanks.

Source: National Library of Medicine, "MEDLINE/PubMed Data Element (Field) Descriptions" and the help of the NLM
Catalog's books. It is only read: no program takes it from others than PubMed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from tipcite.formats.findings import Findings
from tipcite.formats.record_read import Entry, RecordBuilder
from tipcite.formats.tagged import Dialect, Record, TaggedScan
from tipcite.formats.tagged_read import refuse_if_empty
from tipcite.model import Item, Reading

_SLOTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "PMID": "PMID", "PMC": "PMCID", "TI": "title", "BTI": "book-title", "TT": "original-title",
        "VTI": "volume-title", "JT": "container-title", "TA": "container-title-short", "CTI": "tertiary-title",
        "DP": "year", "VI": "volume", "IP": "issue", "PG": "pages", "IS": "serial", "ISBN": "serial", "EN": "edition",
        "PB": "publisher", "PL": "publisher-place", "LA": "language", "AB": "abstract", "OT": "keyword",
        "GN": "note", "CP": "chapter-number",
        "FAU": "author", "CN": "author", "FED": "editor",
    }
)  # fmt: skip
_TYPES: Final = (
    ("Dataset", "dataset"), ("Preprint", "article"), ("Newspaper Article", "article-newspaper"),
    ("Legal Case", "legal_case"), ("Congress", "article-journal"),
)  # fmt: skip
"""Publication types (PT) that make another type of a record; the others only say what kind of article it is."""
_PLAIN_TYPES: Final = frozenset({"Journal Article", "Book", "Book Chapter"})
_LOCATOR: Final = re.compile(r"(\S+) \[(doi|pii)\]")
_DIALECT: Final = Dialect(
    title="PubMed's format",
    line=re.compile(r"(?=.{4}-(?: |$))([A-Z]{2,4}) *- ?(.*)"),
    begins=frozenset({"PMID"}),
    joint=" ",
)


def read_nbib(text: str) -> Reading:
    """Read PubMed's format.

    Raises:
        ReadError: there is text, and no `PMID- ` in it.
    """
    found = Findings()
    for record in TaggedScan(text, _DIALECT, found).records():
        found.add(_read_record(record, found), record.line)
    refuse_if_empty(text, found, _DIALECT)
    return found.reading()


def _read_record(record: Record, found: Findings) -> Item:
    slots: dict[str, list[Entry]] = {}
    for slot, entry in _slots(list(record.entries)):
        slots.setdefault(slot, []).append(entry)
    kinds = [entry.value for entry in slots.get("PT", [])]

    def report(entry: Entry, code: str, message: str) -> None:
        found.report(code, message, entry.line, entry.column)

    slots["PT"] = [entry for entry in slots.pop("PT", []) if entry.value not in _PLAIN_TYPES]
    return RecordBuilder("nbib", _type(kinds, slots), slots, report).build("", spoken=False)


def _type(kinds: list[str], slots: Mapping[str, list[Entry]]) -> str:
    for name, csl_type in _TYPES:
        if name in kinds:
            return csl_type
    if "book-title" in slots:
        return "chapter" if "title" in slots else "book"
    return "article-journal" if "container-title" in slots or "title" in slots else "document"


def _slots(entries: list[Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield every field with its slot; a short name behind its full one says nothing new."""
    is_full = False
    is_book = any(entry.tag == "BTI" for entry in entries)
    for entry in entries:
        if entry.tag == "AU":
            if not is_full:
                yield "author", entry
        elif entry.tag == "ED":
            if not is_full:
                yield "editor", entry
        elif entry.tag in ("LID", "AID"):
            yield from _locators(entry)
        elif entry.tag in ("TI", "BTI", "TT", "VTI"):
            # PubMed closes every title with a full stop.
            text = entry.value[:-1] if entry.value.endswith(".") and not entry.value.endswith("..") else entry.value
            yield _SLOTS[entry.tag], entry._replace(value=text)
        elif entry.tag == "PL" and not is_book:
            yield "PL", entry
        elif entry.tag == "CN":
            # A comma at the end keeps the name of a body whole.
            yield "author", entry._replace(value=f"{entry.value},")
        else:
            yield _SLOTS.get(entry.tag, entry.tag), entry
        is_full = entry.tag in ("FAU", "FED") or (is_full and entry.tag in ("AU", "AUID", "AD"))


def _locators(entry: Entry) -> Iterator[tuple[str, Entry]]:
    match = _LOCATOR.fullmatch(entry.value)
    if match and match[2] == "doi":
        yield "DOI", entry._replace(value=match[1])
    else:
        yield entry.tag, entry
