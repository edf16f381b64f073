"""One file → its links: the kind is settled, the bytes are decoded, the kind's extractor runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tipcite.errors import ReadError
from tipcite.formats.encoding import decode
from tipcite.formats.registry import FORMATS, detect_format, find_format
from tipcite.links.extract.docx import links_in_docx
from tipcite.links.extract.found import Found, Lines
from tipcite.links.extract.html import links_in_html
from tipcite.links.extract.kinds import DocumentKind, document_kind
from tipcite.links.extract.latex import links_in_latex
from tipcite.links.extract.markdown import links_in_markdown
from tipcite.links.extract.text import links_in_text
from tipcite.links.targets import Place, Target, merge, targets
from tipcite.model import Failed, Problem, Reading, Severity

_EXTRACTORS: Final[dict[DocumentKind, Callable[[str], Iterable[Found]]]] = {
    DocumentKind.MARKDOWN: links_in_markdown,
    DocumentKind.LATEX: links_in_latex,
    DocumentKind.HTML: links_in_html,
    DocumentKind.TEXT: links_in_text,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The links of one file in the order in which they first stand there, and what of it could not be read."""

    targets: tuple[Target, ...] = ()
    problems: tuple[Problem, ...] = ()


def extract(name: str, data: bytes, *, kind: str = "") -> Extracted:
    """Find the links of a file; `kind` names a document's kind or a format of references, "" to tell by the file.

    Raises:
        ReadError: it can't be read as what it is; the message does not name the file.
    """
    chosen = _chosen(kind) if kind else document_kind(name, data)
    if chosen is DocumentKind.DOCX:
        found, cited = links_in_docx(data)
        place = Place(file=name)
        everything = [one.target(place) for one in found] + [replace(one, places=(place,)) for one in cited]
        return Extracted(targets=merge(everything))
    text, problems = _text(data, chosen)
    if chosen is DocumentKind.REFERENCES:
        reading = _read_references(name, text, kind)
        if reading is not None:
            return Extracted(targets=_of_items(name, reading), problems=(*problems, *_problems(reading)))
        chosen = DocumentKind.TEXT
    lines = Lines(text)
    found = list(_EXTRACTORS[chosen](text))
    result = merge(one.target(lines.place(name, one.offset)) for one in found)
    titled = _titled(result, text) if chosen is DocumentKind.TEXT and result else result
    return Extracted(targets=titled, problems=problems)


def _chosen(kind: str) -> DocumentKind:
    return DocumentKind(kind) if kind in list(DocumentKind) else DocumentKind.REFERENCES


def _text(data: bytes, kind: DocumentKind) -> tuple[str, tuple[Problem, ...]]:
    if kind is DocumentKind.HTML:
        from tipcite.formats.html_charset import decode_page

        return decode_page(data, "").replace("\r\n", "\n").replace("\r", "\n"), ()
    decoded = decode(data)
    return decoded.text, decoded.problems


def _read_references(name: str, text: str, kind: str) -> Reading | None:
    """Read items; None for what has the look of a format and is none: its addresses are found as in any text."""
    if not text.strip():
        return Reading()
    if kind and kind != DocumentKind.REFERENCES:
        read = find_format(kind).read
        if read is None:
            raise ReadError(f"tipcite writes {kind!r} but can't read it")
        return read(text)
    try:
        format_name = detect_format(text, filename=name)
    except ReadError:
        return None
    read = FORMATS[format_name].read
    if read is None or format_name == "text":
        return None
    try:
        return read(text)
    except ReadError:
        if not _is_json(text):
            raise
        return None  # JSON of another kind holds addresses too


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _of_items(name: str, reading: Reading) -> tuple[Target, ...]:
    """List the links of items, each where its item begins."""
    lines: Sequence[int] = reading.lines or (0,) * len(reading.items)
    return merge(
        replace(target, places=(Place(file=name, line=line),))
        for item, line in zip(reading.items, lines, strict=True)
        for target in targets(item)
    )


def _problems(reading: Reading) -> tuple[Problem, ...]:
    found = [*map(_of_failed, reading.failed), *reading.problems]
    return tuple(sorted(found, key=lambda problem: (problem.line, problem.column)))


def _of_failed(failed: Failed) -> Problem:
    return Problem(
        severity=Severity.ERROR, code=failed.code, message=failed.reason, line=failed.line, column=failed.column
    )


def _titled(found: tuple[Target, ...], text: str) -> tuple[Target, ...]:
    """Give links of a reference list the titles of their references; prose, which has no years, gets none."""
    read = FORMATS["text"].read
    if read is None or not any(len(line) > 60 for line in text.split("\n")):
        return found
    try:
        items = [one for one in read(text).items if one.title and "issued" in one.dates]
    except ReadError:
        return found
    said = {(target.kind, target.value): target for item in items for target in targets(item)}
    return tuple(
        replace(said[one.kind, one.value], keys=(), places=one.places) if (one.kind, one.value) in said else one
        for one in found
    )
