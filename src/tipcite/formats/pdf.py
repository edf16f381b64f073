"""A PDF → what it says of itself: its metadata, and the first two pages' text, title and own DOI or arXiv number.

pypdf reads the file (BSD, pure Python); it is imported when a PDF is read.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tipcite.errors import ReadError
from tipcite.formats.html_title import letters
from tipcite.formats.webpage.wording import is_no_title, plain
from tipcite.lang import has_han
from tipcite.model import Doi, find_doi

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_PAGES: Final = 2
_MAGIC: Final = 1024
_BROKEN: Final = (
    ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, AssertionError, OSError,
    NotImplementedError, zlib.error,
)  # fmt: skip
"""What pypdf raises on damaged files besides its own exceptions."""
# Names that programs leave as titles: of the file, of the program, of the template.
_NO_TITLE: Final = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel) -|powerpoint presentation|slide \d|layout \d|pii:|doi:|untitled|print)"
    r"|\.(?:docx?|pptx?|xlsx?|indd|qxd|qxp|tex|dvi|pdf|rtf|odt|wpd|p65|ps|hwp|ai)$|^[\w-]*\d[\w-]*$|^[A-Z]{2,6}[-_]?\d+",
    re.IGNORECASE,
)
_ARXIV: Final = re.compile(r"arXiv:\s*((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)\s*\[[\w.-]+\]")
_STATED: Final = re.compile(
    r"(?:\bdoi\s*[:：.]?\s*|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/[^\s\"<>]+)", re.IGNORECASE
)
_XMP_DOI: Final = re.compile(
    r"<(?:\w+:)?doi>([^<]{7,200})<|<dc:identifier>\s*(?:doi:|https?://(?:dx\.)?doi\.org/)?(10\.[^<]{5,200})<",
    re.IGNORECASE,
)
_CITES_ITSELF: Final = re.compile(
    r"\b(?:cite (?:this|as)|citation|to link to this|recommended citation)\b|引用", re.IGNORECASE
)
_REFERENCES: Final = re.compile(
    r"^\s*(?:references|bibliography|works cited|參考文獻|参考文献|參考書目)\s*$", re.IGNORECASE | re.MULTILINE
)
_LONGEST_LEAD: Final = 60
"""A line with more than this before its DOI is a reference."""
_NUMBERED: Final = re.compile(r"\s*[\[(]?\d{1,3}[\]).]?\s+[A-Z一-鿿]")
_LONGEST_TITLE: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """What a PDF says; absent parts are "".

    `title` is that of the metadata unless a program wrote it there, `heading` what stands on the first page in the
    largest letters, `author` as the metadata has it, `created` an ISO date, `text` the first two pages.
    """

    title: str = ""
    heading: str = ""
    author: str = ""
    created: str = ""
    language: str = ""
    doi: Doi | None = None
    arxiv: str = ""
    text: str = field(default="", repr=False)


def is_pdf(data: bytes) -> bool:
    """Tell a PDF by its beginning (ISO 32000-1, 7.5.2; readers look at the first 1024 bytes)."""
    return b"%PDF-" in data[:_MAGIC]


def read_pdf(data: bytes) -> Pdf:
    """Read what a PDF says of itself.

    Raises:
        ReadError: it is damaged or encrypted, or has no text (a scan) and no title either.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    with _quiet():
        try:
            reader = PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                raise ReadError("is a PDF that asks for a password; save it without one")
            found = _read(reader)
        except (DependencyError, FileNotDecryptedError):
            raise ReadError("is an encrypted PDF; save it without protection") from None
        except (PyPdfError, *_BROKEN) as error:
            if isinstance(error, ReadError):
                raise
            raise ReadError("is a damaged PDF; download it again") from None
    if not found.text.strip() and not found.title:
        raise ReadError("is a PDF without text, a scan; give its title and date as options")
    return found


class _Piece(NamedTuple):
    """A piece of a page's text, as high as its letters, at its place from the bottom."""

    size: float
    y: float
    text: str


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pypdf from telling the user of every oddity in a file."""
    logger = logging.getLogger("pypdf")
    was = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(was)


def _read(reader: PdfReader) -> Pdf:
    told: Mapping[str, Any] = reader.metadata or {}
    pages = [reader.pages[number] for number in range(min(_PAGES, len(reader.pages)))]
    sized: list[_Piece] = []
    texts = [_text(page, sized if number == 0 else []) for number, page in enumerate(pages)]
    title = plain(str(told.get("/Title") or ""))
    created = re.match(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?", str(told.get("/CreationDate") or ""))
    arxiv = _ARXIV.search("\n".join(texts))
    return Pdf(
        title="" if _NO_TITLE.search(title) or is_no_title(title) else title,
        heading=_heading(sized),
        author=plain(str(told.get("/Author") or "")),
        created="-".join(part for part in created.groups() if part) if created else "",
        language=_language(reader),
        doi=_metadata_doi(told) or _xmp_doi(reader) or own_doi(texts),
        arxiv=arxiv[1] if arxiv else "",
        text="\n".join(texts),
    )


def _text(page: PageObject, sized: list[_Piece]) -> str:
    """Return a page's text; its pieces are added to `sized`."""

    def visit(text: str, matrix: list[float], text_matrix: list[float], _font: object, size: float) -> None:
        if text.strip() and text_matrix[1] == 0:  # not what stands upright in the margin
            height = round(abs(size * (text_matrix[3] or 1) * (matrix[3] or 1)), 1)
            sized.append(_Piece(height, round(text_matrix[5] + matrix[5], 1), text))

    return page.extract_text(visitor_text=visit) or ""


def _heading(sized: list[_Piece]) -> str:
    """Return the text in the largest letters, as far as it goes on; "" when all letters are of one size."""
    sizes = sorted({piece.size for piece in sized if len(letters(piece.text)) >= 2}, reverse=True)
    if len(sizes) < 2:
        return ""
    for size in sizes[:3]:
        run: list[_Piece] = []
        for piece in sized:
            if piece.size == size:
                run.append(piece)
            elif run and len(letters(piece.text)) >= 2:
                break
        heading = _joined(run)
        if len(letters(heading)) >= 4 and len(heading) <= _LONGEST_TITLE and not is_no_title(heading):
            return heading
    return ""


def _joined(pieces: list[_Piece]) -> str:
    """Join pieces to a line; a new line is a blank, but none between Han characters."""
    out, at = "", None
    for piece in pieces:
        text = piece.text.strip("\n")
        is_new = at is not None and piece.y != at
        out += text if not is_new or (has_han(out[-1:]) and has_han(text[:1])) else f" {text}"
        at = piece.y
    return plain(out.replace("\n", " "))


def _language(reader: PdfReader) -> str:
    """Return the catalogue's `/Lang` (ISO 32000-1, 14.9.2)."""
    root: Any = reader.trailer["/Root"]
    return str(root.get("/Lang") or "")


def _metadata_doi(told: Mapping[str, Any]) -> Doi | None:
    """Find the DOI that publishers write into the document's information: `/doi`, `/Subject`."""
    for name in ("/doi", "/DOI", "/WPS-ARTICLEDOI", "/Subject", "/Keywords", "/Title"):
        doi = find_doi(str(told.get(name) or ""))
        if doi is not None:
            return doi
    return None


def _xmp_doi(reader: PdfReader) -> Doi | None:
    """Find the DOI in the XMP packet: `prism:doi`, `pdfx:doi`, `dc:identifier` (ISO 16684-1; PRISM 3.0)."""
    root: Any = reader.trailer["/Root"]
    packet = root.get("/Metadata")
    text = packet.get_object().get_data().decode("utf-8", "replace") if packet is not None else ""
    match = _XMP_DOI.search(text)
    return find_doi(match[1] or match[2]) if match else None


def own_doi(pages: list[str]) -> Doi | None:
    """Find the DOI that the first pages state as their own: the only one, or the one in the running lines of both.

    What stands behind a reference's text, in a numbered note, or below a heading of references is somebody else's.
    """
    found = [list(_stated(text)) for text in pages]
    first = list(dict.fromkeys(found[0])) if found else []
    second = list(dict.fromkeys(found[1])) if len(found) > 1 else []
    both = [doi for doi in first if doi in second]
    for candidates in (both, first, second):
        if len(candidates) == 1:
            return candidates[0]
    return None


def _stated(text: str) -> Iterator[Doi]:
    lines = _REFERENCES.split(text, maxsplit=1)[0].split("\n")
    for number, line in enumerate(lines):
        for match in _STATED.finditer(line):
            doi = find_doi(match[1])
            before = lines[number - 1] if number else ""
            lead = line[: match.start()]
            said = _CITES_ITSELF.search(f"{before} {lead}")
            is_reference = len(lead.strip()) > _LONGEST_LEAD or _NUMBERED.match(lead or before)
            if doi is not None and (said or not is_reference):
                yield doi
