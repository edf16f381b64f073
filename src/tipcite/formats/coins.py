"""COinS: references hidden in a web page as `<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;…">`.

Sources: "OpenURL COinS: A Convention to Embed Bibliographic Metadata in HTML" (ocoins.info) and the KEV formats
journal, book, dissertation, patent and dc of ANSI/NISO Z39.88-2004. It is only read.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final
from urllib.parse import parse_qsl

from tipcite.errors import ReadError
from tipcite.formats.findings import Findings
from tipcite.formats.lines import LineIndex
from tipcite.formats.record_read import Entry, RecordBuilder
from tipcite.model import Item, Reading

_SPAN: Final = re.compile(r"<span\b[^<>]*\bZ3988\b[^<>]*>", re.IGNORECASE)
_CUT_OFF: Final = re.compile(r"<span\b(?=[^<>]*\bZ3988\b)[^<>]*\Z", re.IGNORECASE)
_TITLE: Final = re.compile(r"\btitle\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_SLOTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "rft.atitle": "title", "rft.jtitle": "container-title", "rft.stitle": "container-title-short",
        "rft.btitle": "book-title", "rft.title": "book-title", "rft.date": "year", "rft.volume": "volume",
        "rft.issue": "issue", "rft.spage": "start", "rft.epage": "end", "rft.pages": "pages", "rft.tpages": "pages",
        "rft.artnum": "number", "rft.number": "number", "rft.issn": "serial", "rft.eissn": "serial",
        "rft.isbn": "serial", "rft.au": "author", "rft.aucorp": "corporate-author", "rft.creator": "author",
        "rft.contributor": "contributor", "rft.inventor": "author", "rft.pub": "publisher",
        "rft.publisher": "publisher", "rft.inst": "publisher", "rft.place": "publisher-place",
        "rft.edition": "edition", "rft.series": "tertiary-title", "rft.degree": "genre", "rft.language": "language",
        "rft.description": "abstract", "rft.subject": "keyword", "rft.rights": "license", "rft.source": "source",
    }
)  # fmt: skip
_GENRES: Final = {
    "article": "article-journal", "preprint": "article", "proceeding": "paper-conference",
    "conference": "paper-conference", "issue": "periodical", "journal": "periodical", "book": "book",
    "bookitem": "chapter", "report": "report", "document": "document", "dissertation": "thesis",
}  # fmt: skip
_FORMATS: Final = {"journal": "article-journal", "book": "book", "dissertation": "thesis", "patent": "patent"}
_DC_TYPES: Final = {
    "webpage": "webpage", "blogpost": "post-weblog", "newspaperarticle": "article-newspaper", "report": "report",
    "magazinearticle": "article-magazine", "thesis": "thesis", "film": "motion_picture", "map": "map",
    "videorecording": "motion_picture", "computerprogram": "software", "dataset": "dataset", "artwork": "graphic",
    "presentation": "speech", "interview": "interview", "manuscript": "manuscript", "statute": "legislation",
    "case": "legal_case", "document": "document", "text": "document",
}  # fmt: skip
_PASSED_OVER: Final = ("ctx_ver", "url_ver", "rfr_id", "rft_val_fmt", "rft.genre", "rft.type")
_AUTHOR_PARTS: Final = ("rft.aulast", "rft.aufirst", "rft.auinit", "rft.ausuffix", "rft.auinit1", "rft.auinitm")


def read_coins(text: str) -> Reading:
    """Read every COinS of a page.

    Raises:
        ReadError: there is none in it.
    """
    found = Findings()
    lines = LineIndex(text)
    for match in _SPAN.finditer(text):
        line, column = lines.locate(match.start())
        title = _TITLE.search(match[0])
        context = html.unescape(title[1] or title[2] or "") if title else ""
        pairs = parse_qsl(context, errors="replace")
        if not any(name.startswith("rft") for name, _ in pairs):
            found.reject("no-item", "this COinS says nothing of a work: it has no 'rft.' parts", match[0], line, column)
            continue
        found.add(_item(pairs, found, line, column), line)
    if cut := _CUT_OFF.search(text):
        line, column = lines.locate(cut.start())
        found.reject("cut-off", "the page breaks off inside this COinS; save it again", cut[0], line, column)
    if not found.items and not found.failed:
        raise ReadError('there is no COinS in this page, which is a <span class="Z3988" title="…">')
    return found.reading()


def _item(pairs: list[tuple[str, str]], found: Findings, line: int, column: int) -> Item:
    def report(_entry: Entry, code: str, message: str) -> None:
        found.report(code, message, line, column)

    slots: dict[str, list[Entry]] = {}
    for slot, name, value in _slots(pairs):
        slots.setdefault(slot, []).append(Entry(name, value, line, column))
    return RecordBuilder("coins", _type(dict(pairs)), slots, report).build("", spoken=True)


def _type(parts: Mapping[str, str]) -> str:
    kind = parts.get("rft_val_fmt", "").rpartition(":")[2]
    genre = parts.get("rft.genre", "").lower()
    if kind == "dc":
        return _DC_TYPES.get(parts.get("rft.type", "").lower(), "webpage")
    return _GENRES.get(genre) or _FORMATS.get(kind, "document")


def _slots(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    parts = dict(pairs)
    first = _first_author(parts)
    if first and not any(name == "rft.au" and _is_same(value, parts) for name, value in pairs):
        yield "author", "rft.au", first
    is_dc = parts.get("rft_val_fmt", "").endswith(":dc")
    for name, value in pairs:
        if name in _PASSED_OVER or name in _AUTHOR_PARTS:
            continue
        if name == "rft.au" and first and _is_same(value, parts):
            yield "author", name, first
        elif name in ("rft_id", "rft.identifier"):
            yield from _identifier(name, value)
        elif is_dc and name == "rft.title":
            yield "title", name, value
        else:
            yield _SLOTS.get(name, name), name, f"{value}," if name == "rft.aucorp" else value


def _first_author(parts: Mapping[str, str]) -> str:
    family = parts.get("rft.aulast", "")
    given = parts.get("rft.aufirst") or parts.get("rft.auinit", "")
    suffix = parts.get("rft.ausuffix", "")
    return ", ".join(part for part in (family, given, suffix) if part) if family and given else family


def _is_same(author: str, parts: Mapping[str, str]) -> bool:
    """Tell whether `rft.au` is the first author once more, as programs write it beside the parts of the name."""
    words = {*parts.get("rft.aulast", "").split(), *(parts.get("rft.aufirst") or "").split()}
    return bool(words) and words == set(author.replace(",", " ").split())


def _identifier(name: str, value: str) -> Iterator[tuple[str, str, str]]:
    kind, _, number = value.partition("/") if value.startswith("info:") else value.rpartition(":")
    if kind == "info:doi":
        yield "DOI", name, number
    elif kind == "info:pmid":
        yield "PMID", name, number
    elif kind.lower() in ("urn:isbn", "urn:issn"):
        yield "serial", name, number
    elif value.startswith(("http://", "https://")):
        yield "URL", name, value
    else:
        yield name, name, value
