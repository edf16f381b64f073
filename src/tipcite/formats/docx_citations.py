"""Citations that a Word document carries as data: of Zotero, Mendeley and EndNote.

- Zotero and Mendeley Desktop: a field ` ADDIN ZOTERO_ITEM CSL_CITATION {…}` or ` ADDIN CSL_CITATION {…}` whose JSON
  (csl-citation.json of the CSL project's schema repository) has each work as `itemData`. Zotero may keep the same in
  custom properties `ZOTERO_BREF_…_1`, `…_2`, each of at most 255 characters.
- Mendeley Cite: a content control with the tag `MENDELEY_CITATION_v3_` and that JSON in base64.
- EndNote: a field ` ADDIN EN.CITE <EndNote>…</EndNote>` with `<record>`s as in EndNote XML; long ones stand in base64
  in the field's data.

A work that is cited ten times is one item; what a program's own number names twice is the same work.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from tipcite.errors import InvalidItem, ReadError
from tipcite.formats.docx_parts import Code, DocxParts, numbered_properties
from tipcite.formats.endnote_xml import read_endnote_xml
from tipcite.formats.findings import Findings, short
from tipcite.model import Item, JsonValue, item_from_csl, item_to_csl

_CSL: Final = re.compile(r"\b(?:ADDIN\s+)?(?:ZOTERO_ITEM\s+)?CSL_CITATION\s*(?=\{)")
_MENDELEY: Final = "MENDELEY_CITATION_v"
_ENDNOTE: Final = re.compile(r"\bADDIN\s+EN\.CITE\b")
_RECORD: Final = re.compile(r"<record\b.*?</record>", re.DOTALL)
_BOOKMARK: Final = re.compile(r"(ZOTERO_BREF_\w+?)_(\d+)")
_KEY_NAMES: Final = ("citation-key", "citekey")


def read_citations(parts: DocxParts, found: Findings) -> None:
    """Read every citation of a document; what is damaged is kept with its paragraph's number."""
    collector = _Collector(found)
    for code in parts.codes:
        collector.take(code)
    for text in numbered_properties(parts.properties, _BOOKMARK):
        collector.take(Code(paragraph=1, text=text))
    collector.finish()


class _Collector:
    """The works so far, by what names them in the program that put them in."""

    def __init__(self, found: Findings) -> None:
        self._found = found
        self._items: dict[str, tuple[Item, int]] = {}
        self._contents: set[str] = set()

    def take(self, code: Code) -> None:
        """Take one field or content control."""
        if match := _CSL.search(code.text):
            self._csl(code, code.text[match.end() :])
        elif code.text.startswith(_MENDELEY):
            self._mendeley(code)
        elif _ENDNOTE.search(code.text):
            self._endnote(code)

    def finish(self) -> None:
        """Hand over the works in the order in which they are first cited."""
        for item, paragraph in self._items.values():
            content = _content(item)
            if content not in self._contents:
                self._contents.add(content)
                self._found.add(item, paragraph)

    def _csl(self, code: Code, text: str) -> None:
        try:
            citation, _ = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError) as error:
            self._reject(code, text, f"the data of this citation is no JSON: {error}")
            return
        members = citation.get("citationItems") if isinstance(citation, Mapping) else None
        if not isinstance(members, list):
            self._reject(code, text, "the data of this citation names no works ('citationItems')")
            return
        for member in members:
            self._member(code, member)

    def _member(self, code: Code, member: JsonValue) -> None:
        data = member.get("itemData") if isinstance(member, Mapping) else None
        if not isinstance(data, Mapping):
            reason = "this citation names a work without its data; open the document with the plug-in and refresh it"
            self._reject(code, json.dumps(member, ensure_ascii=False), reason)
            return
        key = next((str(data[name]) for name in _KEY_NAMES if data.get(name)), "")
        try:
            item = item_from_csl({**data, "id": key})
        except InvalidItem as error:
            self._reject(code, json.dumps(data, ensure_ascii=False), str(error))
            return
        self._add(_name_of(member, data, item), item, code.paragraph)

    def _mendeley(self, code: Code) -> None:
        payload = code.text.partition("_v")[2].partition("_")[2]
        try:
            text = _base64(payload).decode("utf-8")
        except (ValueError, binascii.Error):
            self._reject(code, code.text, "the data of this citation of Mendeley's is no base64")
            return
        self._csl(code, text)

    def _endnote(self, code: Code) -> None:
        text = code.text
        if code.data.strip():
            try:
                raw = _base64(code.data)
            except (ValueError, binascii.Error):
                self._reject(code, code.data, "the data of this citation of EndNote's is no base64")
                return
            text += raw.decode("utf-16-le" if raw[1:2] == b"\0" else "utf-8", "replace").rstrip("\0")
        for record in _RECORD.findall(text):
            self._record(code, record)
        if "<Cite>" in text and "<record" not in text:
            self._reject(code, text, "this citation of EndNote's names a work without its data (no traveling library)")

    def _record(self, code: Code, record: str) -> None:
        try:
            reading = read_endnote_xml(f"<xml><records>{record}</records></xml>")
        except ReadError as error:
            self._reject(code, record, str(error))
            return
        for item in reading.items:
            self._add(f"endnote {_content(item)}", item, code.paragraph)
        for failed in reading.failed:
            self._reject(code, record, failed.reason)
        for problem in reading.problems:
            self._found.report(problem.code, problem.message, code.paragraph)

    def _add(self, name: str, item: Item, paragraph: int) -> None:
        there = self._items.get(name)
        # The plug-ins refresh all citations at once; where one was left behind, the fuller one is the newer.
        if there is None:
            self._items[name] = item, paragraph
        elif len(_content(item)) > len(_content(there[0])):
            self._items[name] = item, there[1]

    def _reject(self, code: Code, raw: str, reason: str) -> None:
        place = f"in paragraph {code.paragraph}" if code.paragraph else ""
        self._found.reject("citation", f"{reason}: {short(raw)} {place}".rstrip(), raw, code.paragraph)


def _name_of(member: Mapping[str, JsonValue], data: Mapping[str, JsonValue], item: Item) -> str:
    """Return what names a work throughout the document; Mendeley Desktop's `ITEM-1` begins anew in each citation."""
    uris = member.get("uris") or member.get("uri")
    uri = uris[0] if isinstance(uris, list) and uris else uris
    if isinstance(uri, str) and uri:
        return f"uri {uri}"
    number = str(data.get("id", ""))
    return f"id {number}" if number and not number.startswith("ITEM-") else f"content {_content(item)}"


def _content(item: Item) -> str:
    return json.dumps({**item_to_csl(item), "id": ""}, ensure_ascii=False, sort_keys=True)


def _base64(text: str) -> bytes:
    """Decode base64 of either alphabet (RFC 4648, 4 and 5), with blanks and without its filling."""
    packed = "".join(text.split()).replace("-", "+").replace("_", "/").rstrip("=")
    return base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True)


def has_citations(parts: DocxParts) -> bool:
    """Tell whether any plug-in of those left its data in a document."""
    return any(_citing(parts))


def _citing(parts: DocxParts) -> Iterator[bool]:
    for code in parts.codes:
        yield bool(_CSL.search(code.text) or code.text.startswith(_MENDELEY) or _ENDNOTE.search(code.text))
    yield any(_BOOKMARK.fullmatch(name) for name in parts.properties)
