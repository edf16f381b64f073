"""EndNote's XML: `<xml><records><record>…`, each text in `<style>` elements that say its typeface.

Sources: the DTD that EndNote ships (RSXML.dtd), and what EndNote 9 to 21, PubMed-like databases and Covidence export.
Italics, bold, superscript and subscript become CSL-JSON's markup (CSL 1.0.2, appendix "Rich text in fields").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from tipcite.formats.findings import Findings
from tipcite.formats.own_field import OWN_MARK, own_text, with_own
from tipcite.formats.record_read import Entry, RecordBuilder
from tipcite.formats.record_types import ENDNOTE_NUMBERS, ENDNOTE_TYPES, record_type
from tipcite.formats.record_write import item_slots, kept_fields
from tipcite.formats.xml_tree import Element, escape_xml, read_records
from tipcite.formats.xml_write import write_tree
from tipcite.model import Item, Reading

_NAME: Final = "endnote-xml"
_SLOTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "contributors/authors/author": "author",
        "contributors/secondary-authors/author": "secondary-author",
        "contributors/tertiary-authors/author": "tertiary-author",
        "contributors/subsidiary-authors/author": "subsidiary-author",
        "contributors/translated-authors/author": "translator",
        "titles/title": "title",
        "titles/secondary-title": "secondary-title",
        "titles/tertiary-title": "tertiary-title",
        "titles/alt-title": "container-title-short",
        "titles/short-title": "title-short",
        "titles/translated-title": "translated-title",
        "periodical/full-title": "container-title",
        "periodical/abbr-1": "container-title-short",
        "pages": "pages",
        "volume": "volume",
        "number": "issue",
        "issue": "number",
        "edition": "edition",
        "section": "section",
        "num-vols": "number-of-volumes",
        "keywords/keyword": "keyword",
        "dates/year": "year",
        "dates/pub-dates/date": "date",
        "pub-location": "publisher-place",
        "publisher": "publisher",
        "isbn": "serial",
        "call-num": "call-number",
        "abstract": "abstract",
        "label": "key",
        "notes": "note",
        "research-notes": "annote",
        "reviewed-item": "reviewed-title",
        "work-type": "genre",
        "urls/related-urls/url": "URL",
        "urls/web-urls/url": "URL",
        "electronic-resource-num": "DOI",
        "remote-database-name": "source",
        "language": "language",
        "access-date": "accessed",
        "custom7": "own",
    }
)
_PATHS: Final[Mapping[str, str]] = MappingProxyType(
    {slot: path for path, slot in reversed(list(_SLOTS.items())) if slot != "own"}
)
_BY_TYPE: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("article-journal", "custom2"): "PMCID", ("paper-conference", "custom1"): "event-place",
        ("paper-conference", "custom3"): "proceedings-title",
        ("patent", "isbn"): "number", ("standard", "isbn"): "number",
    }
)  # fmt: skip
_PATHS_BY_TYPE: Final = {(csl_type, slot): path for (csl_type, path), slot in _BY_TYPE.items() if path != "isbn"}
_LEFT_OUT: Final = frozenset(
    "database source-app rec-number foreign-keys ref-type added-date modified-date last-modified-date".split()
)
"""What is of the EndNote library, not of the work."""
_RICH: Final = frozenset({"title", "secondary-title", "tertiary-title", "title-short", "translated-title", "abstract"})
_FACES: Final = (("italic", "i"), ("bold", "b"), ("superscript", "sup"), ("subscript", "sub"))
_MARKUP: Final = re.compile(r"<(i|b|sup|sub)>([^<>]*)</\1>")
_WORDS: Final = {markup: face for face, markup in _FACES}
_PATH: Final = re.compile(r"[a-z][a-z0-9-]*(?:/[a-z][a-z0-9-]*)*")


def read_endnote_xml(text: str) -> Reading:
    """Read EndNote's XML.

    Raises:
        ReadError: there is no record in it, or it declares entities.
    """
    found = Findings()
    read_records(text, "record", found, lambda record: found.add(_read_record(record, found), record.line))
    return found.reading()


def _read_record(record: Element, found: Findings) -> Item:
    csl_type = _read_type(record, found)
    slots: dict[str, list[Entry]] = {}
    for path, element in _leaves(record, ""):
        slot = _BY_TYPE.get((csl_type, path)) or _SLOTS.get(path, path)
        text = (_rich(element) if slot in _RICH else element.raw_text).replace("\r", "\n")
        if slot == "own" and not text.startswith(OWN_MARK):
            slot = path
        slots.setdefault(slot, []).append(Entry(path, text, element.line, element.column))
    key, own = (slots.pop(name, []) for name in ("key", "own"))

    def report(entry: Entry, code: str, message: str) -> None:
        found.report(code, message, entry.line or record.line, entry.column)

    item = RecordBuilder(_NAME, csl_type, slots, report).build(key[0].value.strip() if key else "")
    if not own:
        return item
    return with_own(item, own[0].value.removeprefix(OWN_MARK), lambda code, said: report(own[0], code, said))


def _read_type(record: Element, found: Findings) -> str:
    element = record.child("ref-type")
    if element is None:
        found.report("unknown-type", "the record has no <ref-type>; it becomes a document", record.line, record.column)
        return "document"
    name, number = element.get("name").lower(), element.text
    csl_type = ENDNOTE_TYPES.get(name) or (ENDNOTE_NUMBERS.get(int(number)) if number.isdecimal() else None)
    if csl_type is None:
        message = f"{element.get('name') or number!r} is no reference type of EndNote; it becomes a document"
        found.report("unknown-type", message, element.line, element.column)
    return csl_type or "document"


def _leaves(parent: Element, above: str) -> Iterator[tuple[str, Element]]:
    """Yield every element that holds text, by the names that lead to it."""
    for element in parent:
        path = f"{above}{element.name}"
        if path in _LEFT_OUT:
            continue
        inner = [child for child in element if child.name != "style"]
        if inner:
            yield from _leaves(element, f"{path}/")
        elif element.raw_text.strip():
            yield path, element


def _rich(element: Element) -> str:
    out: list[str] = []
    for part in element.content:
        if isinstance(part, str):
            out.append(part)
        else:
            text, faces = _rich(part), part.get("face").split()
            for face, markup in _FACES:
                if face in faces and text.strip():
                    text = f"<{markup}>{text}</{markup}>"
            out.append(text)
    return "".join(out)


def write_endnote_xml(items: Sequence[Item]) -> str:
    """Write items as EndNote's XML."""
    records = "".join(_write_record(item, number) for number, item in enumerate(items, start=1))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<xml>\n<records>\n{records}</records>\n</xml>\n'


def _write_record(item: Item, number: int) -> str:
    fields = list(_fields(item))
    found = read_endnote_xml(_record(item, number, fields)).items[0]
    own = own_text(item, found)
    return _record(item, number, [*fields, ("custom7", OWN_MARK + own)] if own else fields)


def _record(item: Item, number: int, fields: Sequence[tuple[str, str]]) -> str:
    kind = record_type(item.type)
    head = (
        f'  <source-app name="tipcite" version="1">tipcite</source-app>\n  <rec-number>{number}</rec-number>\n'
        f'  <ref-type name="{escape_xml(kind.endnote)}">{kind.number}</ref-type>\n'
    )
    body = write_tree([(tuple(path.split("/")), _styled(text, path)) for path, text in fields], indent=1)
    return f"<record>\n{head}{body}</record>\n"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    if item.key.strip():
        yield "label", item.key
    serials: list[str] = []
    for slot, text in item_slots(item, marks_bodies=True):
        path = _PATHS_BY_TYPE.get((item.type, slot)) or _PATHS.get(slot, "")
        if slot == "serial":
            serials.append(text)
        elif path and text.strip():
            yield path, text
            if slot == "secondary-title" and item.type.startswith("article-"):
                yield "periodical/full-title", text
    if any(serials):
        yield "isbn", ", ".join(filter(None, serials))
    for path, text in kept_fields(item, _NAME):
        if (
            _PATH.fullmatch(path)
            and path.partition("/")[0] not in {*_LEFT_OUT, "style", "record"}
            and path not in _SLOTS
        ):
            yield path, text


def _styled(text: str, path: str) -> str:
    """Write a text as EndNote does: pieces with a typeface of their own."""
    plain = '<style face="normal" font="default" size="100%">{}</style>'
    if _SLOTS.get(path) not in _RICH or not _MARKUP.search(text):
        return plain.format(escape_xml(text)) if not text.startswith(OWN_MARK) else escape_xml(text)
    out: list[str] = []
    place = 0
    for match in _MARKUP.finditer(text):
        if match.start() > place:
            out.append(plain.format(escape_xml(text[place : match.start()])))
        face = _WORDS[match[1]]
        out.append(f'<style face="{face}" font="default" size="100%">{escape_xml(match[2])}</style>')
        place = match.end()
    if place < len(text):
        out.append(plain.format(escape_xml(text[place:])))
    return "".join(out)
