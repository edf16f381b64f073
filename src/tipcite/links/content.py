"""What kind of thing came: a page, text, a file; and whether the address had promised another."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from tipcite.formats.html import Page, read_page
from tipcite.formats.html_charset import decode_page
from tipcite.formats.html_structure import Structure
from tipcite.links.hosts import split
from tipcite.net import Answer

_HTML: Final = frozenset({"", "text/html", "application/xhtml+xml"})
_TEXT: Final = re.compile(r"text/|application/(?:[\w.+-]*json|[\w.+-]*xml)\b")
_MARKUP: Final = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|script|meta)\b", re.IGNORECASE | re.DOTALL
)
_FILES: Final = (
    *(b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf"),
    *(b"\x1f\x8b", b"{\\rtf", b"AT&TFORM", b"ID3", b"OggS"),
)
"""The first octets of files that are sent under any name."""
_PDF_WITHIN: Final = 1024
"""Readers of PDF look for the header this far (PDF 32000-1, annex H.3.4.1)."""
_FILE_NAME: Final = re.compile(
    r"\.(pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|epub|zip|rar|7z|gz|djvu?|ps|jpe?g|png|gif|tiff?|mp[34]|wav|csv)$",
    re.IGNORECASE,
)
_PAGE_NAME: Final = re.compile(r"\.x?html?$", re.IGNORECASE)
_LAST_PDF: Final = re.compile(r"/(?:e?pdf|pdfft|viewpdf|pdf-?download)/?$|/pdf/", re.IGNORECASE)
_PDF_QUERY: Final = re.compile(
    r"(?:^|&)(?:format|type|output|download|filetype|fmt|mime)=(?:application/)?pdf\b", re.IGNORECASE
)
_NAMED_IN_QUERY: Final = re.compile(
    r"(?:^|&)(?:file|filename|name|path|doc|src|f|attach\w*|url)=[^&]*?(\.[a-z0-9]{2,4})(?:&|$)", re.I
)


def page_of(answer: Answer) -> Page | None:
    """Read what came as a page, as its text when it is plain text; None for a file."""
    body = answer.body
    if _is_file(body):
        return None
    if answer.media_type in _HTML or _MARKUP.match(body[:2000]):
        return read_page(body, answer.content_type)
    if _TEXT.match(answer.media_type):
        text = decode_page(body, answer.content_type)
        if "json" in answer.media_type:
            text = re.sub(r'["{}\[\],]+', "\n", text)  # each value a line, as a reader sees it
        return Page(text=text, structure=Structure(prose=text[:20_000], shown=text[:20_000]))
    return None


def is_markup(answer: Answer) -> bool:
    """Tell a page in HTML from everything else."""
    return not _is_file(answer.body) and (answer.media_type in _HTML or _MARKUP.match(answer.body[:2000]) is not None)


def promised(address: str) -> str:
    """Return the kind of file that an address promises, "" for none: `.pdf`, `/pdf`, `?format=pdf`, `?file=x.docx`."""
    parts = split(address.strip())
    path = unquote(parts.path)
    named = _FILE_NAME.search(path)
    if named:
        return named[1].lower()
    if _LAST_PDF.search(path) or _PDF_QUERY.search(parts.query):
        return "pdf"
    within = _NAMED_IN_QUERY.search(unquote(parts.query))
    kind = _FILE_NAME.search(within[1]) if within else None
    return kind[1].lower() if kind else ""


def came_otherwise(address: str, answer: Answer, page: Page | None) -> bool:
    """Tell whether something else came than the address promises, or than it is said to be."""
    if not answer.body:
        return False
    if page is None and _PAGE_NAME.search(split(address.strip()).path):
        return True
    is_pdf = b"%PDF-" in answer.body[:_PDF_WITHIN]
    kind = promised(address)
    if kind and page is not None and is_markup(answer):
        return True
    return not is_pdf and (kind == "pdf" or answer.media_type == "application/pdf")


def _is_file(body: bytes) -> bool:
    return body.startswith(_FILES)
