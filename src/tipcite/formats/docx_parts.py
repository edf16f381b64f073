"""A Word document as its paragraphs and the codes of its fields, read as a stream and within bounds.

Sources: ECMA-376 part 1, 17.16 (fields: `fldSimple`, and `fldChar` with `instrText` over any number of runs, one in
another), 17.5.2 (content controls: `sdt` with `tag`), 17.11 (foot- and endnotes), 22.3 (custom properties). Deleted
text of tracked changes (`del`) is not in the document any more.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from tipcite.errors import ReadError

_MOST_BYTES: Final = 64 * 1024 * 1024
"""Of all parts together, unpacked; a document of a thousand pages has a tenth of it."""
_PIECE: Final = 64 * 1024
_MOST_DEPTH: Final = 2_000
_PARTS: Final = re.compile(r"word/(document\d*|footnotes|endnotes)\.xml")
_ORDER: Final = ("document", "footnotes", "endnotes")
_PROPERTIES: Final = "docProps/custom.xml"
_BREAKS: Final = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(slots=True)
class Paragraph:
    """One paragraph: its number in the document, its text, the name of its style, and whether it is of a note."""

    number: int
    text: str = ""
    style: str = ""
    is_note: bool = False


@dataclass(slots=True)
class Code:
    """The code of one field or the tag of one content control, with the data that hides in it, and its paragraph."""

    paragraph: int
    text: str = ""
    data: str = ""


@dataclass(slots=True)
class DocxParts:
    """What of a document can hold references; `properties` are its custom properties by name."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)


def is_docx(data: bytes) -> bool:
    """Tell whether a file is a Word document, or a ZIP file of its kind that is broken."""
    return data.startswith(b"PK\x03\x04") and (b"word/" in data[:4096] or b"word/document" in data)


def read_parts(data: bytes) -> DocxParts:
    """Take a document apart: its body, then footnotes and endnotes.

    Raises:
        ReadError: it is no Word document, is protected, broken, or larger than any document.
    """
    out = DocxParts()
    budget = _Budget()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {match[1]: name for name in archive.namelist() if (match := _PARTS.fullmatch(name))}
            if not any(name.startswith("document") for name in names):
                raise ReadError("this is no Word document (.docx): it has no word/document.xml; save it as .docx")
            for part in sorted(names, key=lambda name: (_ORDER.index(name.rstrip("0123456789")), name)):
                _BodyScan(out, is_note=not part.startswith("document")).run(archive, names[part], budget)
            if _PROPERTIES in archive.namelist():
                _PropertyScan(out).run(archive, _PROPERTIES, budget)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise ReadError(f"this Word document can't be read: {str(error).lower()}; save it again as .docx") from None
    return out


@dataclass(slots=True)
class _Budget:
    """How many bytes may still be unpacked: a small file can be made to hold terabytes."""

    left: int = _MOST_BYTES

    def take(self, size: int, name: str) -> None:
        self.left -= size
        if self.left < 0:
            raise ReadError(
                f"{name} in this Word document unpacks to more than {_MOST_BYTES // 1024 // 1024} MiB, "
                "as no document does; it was not read"
            )


class _Scan:
    """One pass over one part; subclasses take the elements by their local names."""

    def __init__(self, out: DocxParts) -> None:
        self.out = out
        self._depth = 0
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self.characters
        self._parser.StartDoctypeDeclHandler = self._refuse

    def run(self, archive: zipfile.ZipFile, name: str, budget: _Budget) -> None:
        """Read one part."""
        if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ReadError(f"{name} in this Word document is packed as Word does not pack; save it again as .docx")
        try:
            with archive.open(name) as file:
                for piece in iter(lambda: file.read(_PIECE), b""):
                    budget.take(len(piece), name)
                    self._parser.Parse(piece, False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            reason = f"{expat.errors.messages[error.code]} in line {error.lineno}"
            raise ReadError(f"{name} in this Word document is broken: {reason}; save it again as .docx") from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _MOST_DEPTH:
            raise ReadError(f"this Word document nests elements more than {_MOST_DEPTH} deep, as none does")
        self.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self.end(_local(name))

    def _refuse(self, *_declared: object) -> None:
        raise ReadError("this Word document declares a document type, as attacks do and no document of Word's does")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def characters(self, text: str) -> None:
        """Take text."""


@dataclass(slots=True)
class _Field:
    code: Code
    is_result: bool = False


class _BodyScan(_Scan):
    """Collects paragraphs, fields and content controls."""

    def __init__(self, out: DocxParts, *, is_note: bool) -> None:
        super().__init__(out)
        self._is_note = is_note
        self._paragraphs: list[Paragraph] = []
        self._fields: list[_Field] = []
        self._simple: list[Code] = []
        self._text_in = ""
        self._deleted = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "p":
                paragraph = Paragraph(number=len(self.out.paragraphs) + 1, is_note=self._is_note)
                self.out.paragraphs.append(paragraph)
                self._paragraphs.append(paragraph)
            case "pStyle" if self._paragraphs:
                self._paragraphs[-1].style = attributes.get("val", "")
            case "fldChar":
                self._bound(attributes.get("fldCharType", ""))
            case "fldSimple":
                self._add(Code(paragraph=self._number(), text=attributes.get("instr", "")))
            case "tag":
                self._add(Code(paragraph=self._number(), text=attributes.get("val", "")))
            case "t" | "instrText" | "fldData":
                self._text_in = name
            case "del" | "moveFrom":
                self._deleted += 1
            case _ if name in _BREAKS:
                self._say(_BREAKS[name])

    def end(self, name: str) -> None:
        match name:
            case "p" if self._paragraphs:
                self._paragraphs.pop()
            case "t" | "instrText" | "fldData":
                self._text_in = ""
            case "del" | "moveFrom":
                self._deleted -= 1

    def characters(self, text: str) -> None:
        if self._deleted or not self._text_in:
            return
        if self._text_in == "t":
            self._say(text)
        elif self._fields and not self._fields[-1].is_result:
            if self._text_in == "fldData":
                self._fields[-1].code.data += text
            else:
                self._fields[-1].code.text += text

    def _say(self, text: str) -> None:
        if self._paragraphs and not self._deleted:
            self._paragraphs[-1].text += text

    def _bound(self, kind: str) -> None:
        """Take the beginning, the middle or the end of a field; the code of one that never ends counts, too."""
        if kind == "begin":
            code = Code(paragraph=self._number())
            self._add(code)
            self._fields.append(_Field(code))
        elif kind == "separate" and self._fields:
            self._fields[-1].is_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _add(self, code: Code) -> None:
        if not self._deleted:
            self.out.codes.append(code)

    def _number(self) -> int:
        return self._paragraphs[-1].number if self._paragraphs else len(self.out.paragraphs) + 1


class _PropertyScan(_Scan):
    """Collects the custom properties, in which Zotero keeps citations that are bookmarks."""

    def __init__(self, out: DocxParts) -> None:
        super().__init__(out)
        self._name = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "property":
            self._name = attributes.get("name", "")

    def end(self, name: str) -> None:
        if name == "property":
            self._name = ""

    def characters(self, text: str) -> None:
        if self._name:
            self.out.properties[self._name] = self.out.properties.get(self._name, "") + text


def numbered_properties(properties: dict[str, str], pattern: re.Pattern[str]) -> Iterator[str]:
    """Join properties that were cut into pieces, `NAME_1`, `NAME_2` …, by the groups name and number of a pattern."""
    pieces: dict[str, dict[int, str]] = {}
    for name, text in properties.items():
        if match := pattern.fullmatch(name):
            pieces.setdefault(match[1], {})[int(match[2])] = text
    for parts in pieces.values():
        yield "".join(parts[number] for number in sorted(parts))


def _local(name: str) -> str:
    return name.rpartition("}")[2]
