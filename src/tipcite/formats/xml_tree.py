"""XML → a tree of elements that know their places, safely: no entity is expanded, nothing is fetched.

The standard library's expat parses the whole text in one call, in linear time and without recursion. A document that
declares entities is refused as soon as the declaration is met, which is what "billion laughs" and external entities
begin with (OWASP, "XML External Entity Prevention"). Prefixes of namespaces are taken off: the formats read here do not
mix vocabularies that need them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from tipcite.errors import ReadError
from tipcite.formats.findings import Findings, short
from tipcite.formats.lines import LineIndex

_TAGS: Final = re.compile(r"<[^<>]*>")
_INVALID: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_DEPTH: Final = 200
"""How deep elements may stand in each other; no file of references needs a tenth of it."""


@dataclass(slots=True)
class Element:
    """One element: `name` without prefix, attributes likewise, its place, and its content in order."""

    name: str
    prefixed: str
    attributes: dict[str, str]
    line: int
    column: int
    content: list[Element | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        return (part for part in self.content if not isinstance(part, str))

    def children(self, *names: str) -> Iterator[Element]:
        """Yield the children of these names."""
        return (part for part in self.content if not isinstance(part, str) and part.name in names)

    def child(self, *path: str) -> Element | None:
        """Return what the names lead to, by the first child of each."""
        here: Element | None = self
        for name in path:
            here = next(here.children(name), None) if here is not None else None
        return here

    def get(self, attribute: str) -> str:
        """Return an attribute, "" when it is not there."""
        return self.attributes.get(attribute, "")

    @property
    def raw_text(self) -> str:
        """All text in it, as it stands."""
        return "".join(part if isinstance(part, str) else part.raw_text for part in self.content)

    @property
    def text(self) -> str:
        """All text in it, blanks and line ends as one blank."""
        return " ".join(self.raw_text.split())

    def text_of(self, *path: str) -> str:
        """Return the text of what the names lead to, "" when there is none."""
        found = self.child(*path)
        return found.text if found is not None else ""


class _Refused(Exception):
    """The document declares entities, or is nested beyond sense."""


class _TreeBuilder:
    """Collects expat's events; `root` is what has been read when the text ends or breaks off."""

    def __init__(self, first_line: int, first_column: int) -> None:
        self.root: Element | None = None
        self._stack: list[Element] = []
        self._first = (first_line, first_column)
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity
        self.parser.SkippedEntityHandler = self._skipped

    def place(self) -> tuple[int, int]:
        """Return the line and column in the whole text of what is being parsed."""
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        return (line + self._first[0] - 1, column + (self._first[1] - 1 if line == 1 else 0))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line, column = self.place()
        element = Element(
            name.rpartition(":")[2],
            name,
            {key.rpartition(":")[2]: value for key, value in attributes.items()},
            line,
            column,
        )
        if len(self._stack) >= _MOST_DEPTH:
            raise _Refused(f"line {line}, column {column}: the elements are nested more than {_MOST_DEPTH} deep")
        if self._stack:
            self._stack[-1].content.append(element)
        else:
            self.root = element
        self._stack.append(element)

    def _end(self, _name: str) -> None:
        self._stack.pop()

    def _characters(self, text: str) -> None:
        self._stack[-1].content.append(text)

    def _entity(self, name: str, *_declared: object) -> None:
        line, column = self.place()
        raise _Refused(
            f"line {line}, column {column}: the XML declares the entity {name!r}; entities are never expanded, "
            "for they can be used for attacks; export the file again without them"
        )

    def _skipped(self, name: str, *_is_parameter: object) -> None:
        if self._stack:
            self._stack[-1].content.append(f"&{name};")


def parse_xml(text: str, line: int = 1, column: int = 1) -> Element:
    """Parse a whole document, or a part of one that begins at this place.

    Raises:
        ReadError: it is not well-formed, or declares entities; the message names line and column.
    """
    # Blanks before `<?xml` are an error (XML 1.0, 2.8) that says nothing of the rest.
    whole = text.lstrip("\ufeff \t\r\n")
    head = text[: len(text) - len(whole)].removeprefix("\ufeff")
    if head:
        line, column = line + head.count("\n"), len(head) - head.rfind("\n") + (0 if "\n" in head else column - 1)
    builder = _TreeBuilder(line, column)
    try:
        builder.parser.Parse(whole, True)
    except expat.ExpatError as error:
        where = (error.lineno + line - 1, error.offset + 1 + (column - 1 if error.lineno == 1 else 0))
        raise NotWellFormed(*where, expat.errors.messages[error.code]) from None
    except _Refused as error:
        raise ReadError(str(error)) from None
    except UnicodeEncodeError:
        raise NotWellFormed(line, column, "half a character (a lone surrogate)") from None
    if builder.root is None:
        raise NotWellFormed(line, column, "no element found")
    return builder.root


class NotWellFormed(ReadError):
    """XML that breaks off or contradicts itself, and where."""

    def __init__(self, line: int, column: int, reason: str) -> None:
        super().__init__(f"line {line}, column {column}: this is no well-formed XML: {reason}; export the file again")
        self.line = line
        self.column = column
        self.reason = reason


def read_records(text: str, name: str, found: Findings, read: Callable[[Element], None]) -> None:
    """Call `read` for every element of a name that stands in no other of that name.

    Where the document as a whole is not well-formed, each such element is parsed by itself: those that are broken are
    kept as failed, the others are read.

    Raises:
        ReadError: there is no such element, or entities are declared.
    """
    body = text.removeprefix("\ufeff")
    if "\r" in body:
        body = body.replace("\r\n", "\n").replace("\r", "\n")
    try:
        elements = list(_outermost(parse_xml(body), name))
    except NotWellFormed as error:
        begin = re.compile(rf"<((?:\w+:)?{name})[\s>]")
        read_piecewise(body, begin, found, read, error)
        return
    for element in elements:
        read(element)


def _outermost(root: Element, name: str) -> Iterator[Element]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.name == name:
            yield element
        else:
            waiting += reversed(list(element))


def read_piecewise(
    body: str, begin: re.Pattern[str], found: Findings, read: Callable[[Element], None], error: NotWellFormed
) -> None:
    """Call `read` for every whole element that begins as `begin` says (group 1: its name) in a broken document.

    Raises:
        ReadError: there is no such element, or entities are declared.
    """
    if re.search(r"<!ENTITY\b", body):
        raise ReadError(f"line {error.line}, column {error.column}: the XML declares entities and is broken besides")
    lines = LineIndex(body)
    starts = list(begin.finditer(body))
    if not starts:
        raise error
    ends = [*(match.start() for match in starts[1:]), len(body)]
    for match, following in zip(starts, ends, strict=True):
        name = match[1]
        close = re.compile(rf"</{re.escape(name)}\s*>").search(body, match.start(), following)
        end = close.end() if close else following
        piece, place = body[match.start() : end], lines.locate(match.start())
        stray = _TAGS.sub("", body[end:following]).strip()
        if stray:
            found.reject("stray-text", f"this stands outside a <{name}>: {short(stray)}", stray, *lines.locate(end))
        _read_piece(piece, name, place, found, read)
    if not found.failed:
        message = f"the document is no well-formed XML: {error.reason}; its parts were read one by one"
        found.report("not-well-formed", message, error.line, error.column)


def _read_piece(
    piece: str, name: str, place: tuple[int, int], found: Findings, read: Callable[[Element], None]
) -> None:
    try:
        element = parse_xml(_INVALID.sub("\ufffd", piece), *place)
    except NotWellFormed as broken:
        where = f"{broken.reason} at line {broken.line}, column {broken.column}"
        reason = f"this <{name}> is no well-formed XML: {where}"
        found.reject("not-well-formed", reason, piece.rstrip(), *place)
        return
    if _INVALID.search(piece):
        found.report("control-character", "characters that XML does not allow were replaced by '\ufffd'", *place)
    read(element)


def escape_xml(text: str) -> str:
    """Write a text as content or attribute of XML; what XML 1.0 can't hold is left out."""
    plain = _INVALID.sub("", text)
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\r", "&#13;")):
        plain = plain.replace(char, entity)
    return plain


def describe(element: Element) -> str:
    """Name an element for a message, with the beginning of its text."""
    return f"<{element.name}> {short(element.text)}"
