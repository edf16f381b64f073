"""What the beginning of a text gives away of its format."""

from __future__ import annotations

import re
from typing import Final

_BIB_ENTRY: Final = re.compile(r"@\s*[A-Za-z]+\s*[{(｛（]")
_BIB_AT_LINE_START: Final = re.compile(r"^[ \t\ufeff]*@\s*[A-Za-z]+\s*[{(｛（]", re.MULTILINE)
_JSON: Final = re.compile(r"[\[{]\s*(?:[\[{\"\]}]|$)")
# Formats that are known by sight only: a clear word is better than entries made of rubbish.
_FOREIGN: Final = (
    ("HTML", re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)),
    ("EndNote XML", re.compile(r"<\?xml.*?<xml>\s*<records>", re.DOTALL)),
    ("MODS XML", re.compile(r"<(?:\w+:)?mods(?:Collection)?\b")),
    ("RDF", re.compile(r"<rdf:RDF\b")),
    ("XML", re.compile(r"<\?xml\b")),
    ("PubMed nbib", re.compile(r"PMID- ")),
    ("RIS", re.compile(r"TY {1,2}- \w+")),
    ("RefWorks tagged", re.compile(r"RT \w+[^\n]*\n(?:SR|ID|A1|T1) ")),
    ("EndNote tagged", re.compile(r"%0 \w")),
    ("Citation File Format", re.compile(r"(?:#[^\n]*\n|\s)*cff-version:")),
    ("CSL-YAML", re.compile(r"---\s*\n(?:references|- id):?")),
    ("PostScript", re.compile(r"%!PS")),
    ("RTF", re.compile(r"\{\\rtf")),
)


def foreign_format(text: str) -> str:
    """Name the format of a text that no reader takes, "" when it looks like none of them."""
    head = text.lstrip("\ufeff \t\r\n")
    return next((name for name, pattern in _FOREIGN if pattern.match(head)), "")


def looks_like_json(text: str) -> bool:
    """Tell an array or object from a reference list that begins with `[1]`."""
    return _JSON.match(text.lstrip("\ufeff \t\r\n")) is not None


def looks_like_bibtex(text: str, *, anywhere: bool = False) -> bool:
    """Tell whether an entry begins at the start of a line; `anywhere`, when the file's name says BibTeX already."""
    return (_BIB_ENTRY if anywhere else _BIB_AT_LINE_START).search(text) is not None
