"""Word documents: hyperlinks, fields (`HYPERLINK`, Zotero's) and addresses in the text. They have no lines."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tipcite.errors import InvalidItem, ReadError
from tipcite.links.extract.addresses import find_links
from tipcite.links.extract.found import Found
from tipcite.links.extract.html import link_of
from tipcite.links.targets import Target, targets
from tipcite.model import item_from_csl

if TYPE_CHECKING:
    from lxml.etree import _Element

_PART: Final = re.compile(r"word/(?:document\d*|footnotes|endnotes|header\d*|footer\d*|comments)\.xml")
_ID: Final = re.compile(r"\}(?:id|embed|link|href)$")
_HYPERLINK: Final = re.compile(r'^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))(.*)$', re.DOTALL)
_FRAGMENT: Final = re.compile(r'\\l\s+"([^"]*)"')
_LIMIT: Final = 64 * 1024 * 1024
"""Bytes of one part; a document of a thousand pages has a tenth of it."""


def links_in_docx(data: bytes) -> tuple[list[Found], list[Target]]:
    """Find the links of a document, and the sources that Zotero's fields hold, with their titles.

    Raises:
        ReadError: it is no Word document, is protected, or is larger than any document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if _PART.fullmatch(name)]
            if not names:
                raise ReadError("this is no Word document (.docx): it has no word/document.xml; save it as .docx")
            parts = [_Part(archive, name) for name in sorted(names, key=lambda one: ("document" not in one, one))]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise ReadError(f"this Word document can't be read: {error}; save it again as .docx") from None
    found = [one for part in parts for one in part.links()]
    cited = [one for part in parts for one in part.cited]
    return list(dict.fromkeys(found)), cited


class _Part:
    """One XML file of the document with its relationships."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._root = _parse(_read(archive, name), name)
        folder, _, file = name.rpartition("/")
        relations = f"{folder}/_rels/{file}.rels"
        self._addresses = _relations(_read(archive, relations)) if relations in archive.namelist() else {}
        self.cited: list[Target] = []

    def links(self) -> Iterator[Found]:
        """Find the links of this part in the order of its text."""
        reader = _Reader(self._addresses, self.cited)
        for element in self._root.iter():
            if isinstance(element.tag, str):
                yield from reader.take(element, element.tag.rpartition("}")[2])
        yield from reader.end()


class _Reader:
    """Goes through a part's elements; the text that a link shows is not looked at, for its address is."""

    def __init__(self, addresses: dict[str, str], cited: list[Target]) -> None:
        self._addresses = addresses
        self._cited = cited
        self._said = ""
        self._codes: list[str] = []
        """The code of each open field, "" once its result has begun."""
        self._links: list[bool] = []
        """Whether each open field is a link."""

    def take(self, element: _Element, name: str) -> Iterator[Found]:
        """Take the next element."""
        match name:
            case "p":
                yield from self._end_text()
            case "hyperlink" | "hlinkClick" | "fldSimple":
                yield from self._end_text()
                yield from self._linked(element)
            case "fldChar":
                yield from self._bound(_attribute(element, "fldCharType"))
            case "instrText" if self._codes:
                self._codes[-1] += element.text or ""
            case "t" if not any(self._links) and not _is_inside_link(element):
                self._said += element.text or ""
            case "tab" | "br" | "cr":
                self._said += " "

    def end(self) -> Iterator[Found]:
        """Read what is left: text, and fields that were never closed."""
        yield from self._end_text()
        for code in self._codes:
            yield from self._field(code)

    def _end_text(self) -> Iterator[Found]:
        said, self._said = self._said, ""
        for one in find_links(said):
            yield one._replace(offset=-1)

    def _bound(self, kind: str) -> Iterator[Found]:
        """Take the beginning, the middle or the end of a field."""
        if kind == "begin":
            self._codes.append("")
            self._links.append(False)
        elif self._codes and kind in ("separate", "end"):
            if self._codes[-1]:
                yield from self._end_text()
                found = list(self._field(self._codes[-1]))
                self._links[-1] = bool(found)
                yield from found
                self._codes[-1] = ""
            if kind == "end":
                self._codes.pop()
                self._links.pop()

    def _linked(self, element: _Element) -> Iterator[Found]:
        for attribute, value in element.attrib.items():
            if str(attribute).endswith("}instr"):
                yield from self._field(str(value))
            elif _ID.search(str(attribute)) and str(value) in self._addresses:
                anchor = _attribute(element, "anchor")
                address = self._addresses[str(value)]
                yield from link_of(f"{address}#{anchor}" if anchor and "#" not in address else address, -1)

    def _field(self, code: str) -> Iterator[Found]:
        """Read a field's code."""
        match = _HYPERLINK.match(code)
        if match:
            fragment = _FRAGMENT.search(match[3])
            address = match[1] or match[2] or ""
            yield from link_of(f"{address}#{fragment[1]}" if fragment and address else address, -1)
        elif "CSL_CITATION" in code:
            self._cited += _zotero(code)


def _zotero(code: str) -> Iterator[Target]:
    """Read the sources that a citation of Zotero's or Mendeley's plug-in carries."""
    try:
        citation = json.loads(code[code.index("{") : code.rindex("}") + 1])
        data = [one.get("itemData") for one in citation.get("citationItems", [])]
    except (ValueError, AttributeError, TypeError, RecursionError):
        return
    for one in data:
        if isinstance(one, dict):
            try:
                yield from targets(item_from_csl({**one, "id": ""}))
            except InvalidItem:
                continue


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        data = file.read(_LIMIT + 1)
    if len(data) > _LIMIT:
        raise ReadError(f"{name} in this Word document is larger than {_LIMIT // 1024 // 1024} MiB")
    return data


def _parse(data: bytes, name: str) -> _Element:
    from lxml import etree

    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"{name} in this Word document is broken: {error.msg}; save it again as .docx") from None


def _relations(data: bytes) -> dict[str, str]:
    root = _parse(data, "a list of relationships")
    return {str(one.get("Id")): str(one.get("Target")) for one in root.iter() if one.get("TargetMode") == "External"}


def _attribute(element: _Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _is_inside_link(element: _Element) -> bool:
    return any(
        str(one.tag).endswith("}hyperlink") and any(_ID.search(str(name)) for name in one.attrib)
        for one in element.iterancestors()
    )
