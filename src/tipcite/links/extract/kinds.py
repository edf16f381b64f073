"""Which kind of document a file is, by its name and then by what it begins with."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

_SNIFFED: Final = 4096


class DocumentKind(StrEnum):
    """How links are found in a file."""

    MARKDOWN = "markdown"
    LATEX = "latex"
    HTML = "html"
    DOCX = "docx"
    TEXT = "text"
    REFERENCES = "references"
    """CSL-JSON, BibTeX and whatever else holds items: their own readers find the links and titles."""


DOCUMENT_KINDS: Final = tuple(kind for kind in DocumentKind if kind is not DocumentKind.REFERENCES)

_EXTENSIONS: Final = {
    **dict.fromkeys(("md", "markdown", "mkd", "mdown", "qmd", "rmd", "mdx"), DocumentKind.MARKDOWN),
    **dict.fromkeys(("tex", "ltx", "latex", "bbl", "sty", "cls", "rnw"), DocumentKind.LATEX),
    **dict.fromkeys(("html", "htm", "xhtml", "xht"), DocumentKind.HTML),
    **dict.fromkeys(("docx", "docm", "dotx"), DocumentKind.DOCX),
    **dict.fromkeys(("bib", "biblatex", "bibtex", "json", "csljson"), DocumentKind.REFERENCES),
}
_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_LATEX: Final = re.compile(r"^\s*\\(?:documentclass|begin\{document\}|usepackage|chapter|section)\b", re.MULTILINE)
_BIB: Final = re.compile(r"^\s*@[A-Za-z]+\s*[{(]\s*[^\s,{}()]+\s*,", re.MULTILINE)
_JSON: Final = re.compile(r"\s*(?:\[\s*)?\{\s*\"")


def document_kind(name: str, data: bytes) -> DocumentKind:
    """Name the kind of a file; what is in a ZIP is a Word document."""
    if data.startswith(b"PK\x03\x04"):
        return DocumentKind.DOCX
    by_name = _EXTENSIONS.get(PurePosixPath(name.replace("\\", "/")).suffix.lstrip(".").lower())
    head = data[:_SNIFFED].decode("latin-1").removeprefix("\u00ef\u00bb\u00bf")
    if by_name is not None:
        # A page that was saved under another name is a page, whatever it is called.
        return DocumentKind.HTML if by_name is not DocumentKind.MARKDOWN and _HTML.match(head) else by_name
    if _HTML.match(head):
        return DocumentKind.HTML
    if _JSON.match(head) or _BIB.search(head):
        return DocumentKind.REFERENCES
    return DocumentKind.LATEX if _LATEX.search(head) else DocumentKind.TEXT
