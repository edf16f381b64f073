"""Zotero RDF: works as `bib:Article`, `bib:Book` …, with journals, notes and attachments as resources of their own.

Sources: what Zotero exports; the vocabularies it names (Biblio, PRISM, Dublin Core, FOAF, vCard). Its code was not
used. It is only read; collections and files stay with Zotero, notes become the item's notes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from tipcite.errors import ReadError
from tipcite.formats.findings import Findings
from tipcite.formats.record_read import Entry, RecordBuilder
from tipcite.formats.xml_tree import Element, NotWellFormed, parse_xml, read_piecewise
from tipcite.model import Item, Reading

# Zotero's item types → CSL's, by Zotero's documentation, "Item Types and Fields".
_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "artwork": "graphic", "audioRecording": "song", "bill": "bill", "blogPost": "post-weblog", "book": "book",
        "bookSection": "chapter", "case": "legal_case", "computerProgram": "software",
        "conferencePaper": "paper-conference", "dataset": "dataset", "dictionaryEntry": "entry-dictionary",
        "document": "document", "email": "personal_communication", "encyclopediaArticle": "entry-encyclopedia",
        "film": "motion_picture", "forumPost": "post", "hearing": "hearing", "instantMessage": "personal_communication",
        "interview": "interview", "journalArticle": "article-journal", "letter": "personal_communication",
        "magazineArticle": "article-magazine", "manuscript": "manuscript", "map": "map",
        "newspaperArticle": "article-newspaper", "patent": "patent", "podcast": "song", "preprint": "article",
        "presentation": "speech", "radioBroadcast": "broadcast", "report": "report", "standard": "standard",
        "statute": "legislation", "thesis": "thesis", "tvBroadcast": "broadcast", "videoRecording": "motion_picture",
        "webpage": "webpage",
    }
)  # fmt: skip
_NO_WORKS: Final = frozenset({"Attachment", "Memo", "Collection", "Journal", "attachment", "note", "UserItem"})
_SLOTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "title": "title", "shortTitle": "title-short", "abstract": "abstract", "date": "year", "language": "language",
        "libraryCatalog": "source", "dateSubmitted": "accessed", "pages": "pages", "description": "note",
        "rights": "license", "volume": "volume", "number": "issue", "edition": "edition", "numPages": "pages",
        "numberOfVolumes": "number-of-volumes", "type": "genre", "archive": "archive", "coverage": "archive_location",
        "publicationTitle": "container-title", "citationKey": "key", "medium": "medium", "section": "section",
        "alternative": "container-title-short",
    }
)  # fmt: skip
_CREATORS: Final = {
    "authors": "author", "editors": "editor", "contributors": "contributor", "translators": "translator",
    "seriesEditors": "collection-editor", "bookAuthors": "container-author", "directors": "director",
    "programmers": "author", "artists": "author", "inventors": "author", "cartographers": "author",
    "performers": "author", "presenters": "author", "podcasters": "author", "interviewees": "author",
}  # fmt: skip
_IDENTIFIER: Final = re.compile(r"(DOI|ISBN|ISSN) (.+)")
_RESOURCE: Final = re.compile(r"<((?:\w+:)?\w+)\s[^<>]*\brdf:about=")
_TAG: Final = re.compile(r"<(?:br|/p|/div|/li)[^>]*>", re.IGNORECASE)


def read_zotero_rdf(text: str) -> Reading:
    """Read every work of an RDF file of Zotero's.

    Of a document that is broken or cut off, the works that are whole are read, and the others kept.

    Raises:
        ReadError: it is no RDF, holds no work, or declares entities.
    """
    found = Findings()
    elements = _elements(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), found)
    resources = {element.get("about"): element for element in elements if element.get("about")}
    for element in elements:
        if element.name not in _NO_WORKS and element.text_of("itemType") not in _NO_WORKS:
            found.add(_item(element, resources, found), element.line)
    if not found.items and not found.failed:
        raise ReadError("there is no work in this RDF; one of Zotero's has <z:itemType>")
    return found.reading()


def _elements(text: str, found: Findings) -> list[Element]:
    """Return what stands at the top, of a broken document what is whole there."""
    elements: list[Element] = []
    try:
        root = parse_xml(text)
    except NotWellFormed as error:
        read_piecewise(text, _RESOURCE, found, elements.append, error)
        return elements
    if root.name != "RDF":
        raise ReadError(f"line {root.line}, column {root.column}: this is <{root.name}>, not <rdf:RDF>")
    return list(root)


def _item(element: Element, resources: Mapping[str, Element], found: Findings) -> Item:
    kind = element.text_of("itemType")
    if kind not in _TYPES:
        message = f"{kind or element.name!r} is no item type of Zotero's; it becomes a document"
        found.report("unknown-type", message, element.line, element.column)
    slots: dict[str, list[Entry]] = {}
    for slot, entry in _entries(element, resources):
        slots.setdefault(slot, []).append(entry)
    key = slots.pop("key", [])

    def report(entry: Entry, code: str, message: str) -> None:
        found.report(code, message, entry.line, entry.column)

    csl_type = _TYPES.get(kind, "document")
    item = RecordBuilder("zotero-rdf", csl_type, slots, report).build(key[0].value.strip() if key else "")
    notes = [
        _plain(memo.text_of("value"))
        for reference in element.children("isReferencedBy")
        if (memo := resources.get(reference.get("resource"))) is not None and memo.name == "Memo"
    ]
    return replace(item, notes=tuple(note for note in notes if note))


def _entries(element: Element, resources: Mapping[str, Element]) -> Iterator[tuple[str, Entry]]:
    for part in element:
        name = part.name
        if name in _CREATORS:
            for person in _persons(part):
                yield _CREATORS[name], Entry(name, person, part.line, part.column)
        elif name == "isPartOf":
            container = resources.get(part.get("resource")) or next(iter(part), None)
            if container is not None:
                yield from _container(container)
        elif name == "publisher":
            organization = part.child("Organization")
            source = organization if organization is not None else part
            yield "publisher", _entry(part, source.text_of("name") if organization is not None else part.text)
            yield "publisher-place", _entry(part, source.text_of("adr", "Address", "locality"))
        elif name == "presentedAt":
            yield "event-title", _entry(part, part.text_of("Conference", "title") or part.text)
        elif name == "identifier":
            yield _identifier(part)
        elif name == "subject":
            lcc = part.child("LCC")
            yield ("call-number", _entry(part, lcc.text)) if lcc is not None else ("keyword", _entry(part, part.text))
        elif name not in ("itemType", "link", "isReferencedBy", "relation") and part.text:
            yield _SLOTS.get(name, name), _entry(part, part.raw_text)


def _container(container: Element) -> Iterator[tuple[str, Entry]]:
    is_series = container.name == "Series"
    for part in container:
        if part.name == "isPartOf":
            inner = next(iter(part), None)
            if inner is not None:
                yield from _container(inner)
        elif part.name == "title":
            yield ("collection-title" if is_series else "container-title"), _entry(part, part.text)
        elif part.name == "identifier" and is_series and not _IDENTIFIER.fullmatch(part.text):
            yield "collection-number", _entry(part, part.text)
        elif part.name == "identifier":
            yield _identifier(part)
        elif part.text:
            yield _SLOTS.get(part.name, part.name), _entry(part, part.text)


def _identifier(part: Element) -> tuple[str, Entry]:
    uri = part.text_of("URI", "value")
    if uri:
        return "URL", _entry(part, uri)
    match = _IDENTIFIER.fullmatch(part.text)
    if match is None:
        return "number", _entry(part, part.text)
    return ("DOI" if match[1] == "DOI" else "serial"), _entry(part, match[2])


def _persons(creators: Element) -> Iterator[str]:
    """Yield the names; one in a single field is a body's, or a person's as `record_names` finds."""
    waiting = [creators]
    while waiting:
        element = waiting.pop()
        if element.name == "Person":
            family, given = element.text_of("surname"), element.text_of("givenName")
            yield f"{family}, {given}" if given else family
        waiting += reversed(list(element))


def _entry(part: Element, text: str) -> Entry:
    return Entry(part.name, text, part.line, part.column)


def _plain(note: str) -> str:
    """Take the HTML out of a note, paragraphs as lines."""
    text = re.sub(r"<[^<>]*>", "", _TAG.sub("\n", note))
    return "\n".join(line.strip() for line in html.unescape(text).split("\n") if line.strip())
