"""What the beginning of a text gives away of its format."""

from __future__ import annotations

import re
from typing import Final

_BIB_ENTRY: Final = re.compile(r"@\s*[A-Za-z]+\s*[{(｛（]")
_BIB_AT_LINE_START: Final = re.compile(r"^[ \t\ufeff]*@\s*[A-Za-z]+\s*[{(｛（]", re.MULTILINE)
_JSON: Final = re.compile(r"[\[{]\s*(?:[\[{\"\]}]|$)")
# Formats with a clear word at their beginning: the name by which `registry` knows the reader, "" where there is none.
_WORDS: Final = (
    ("", "HTML", re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)),
    ("mods", "MODS XML", re.compile(r"<(?:\w+:)?mods(?:Collection)?\b")),
    ("zotero-rdf", "RDF", re.compile(r"<rdf:RDF\b")),
    ("endnote-xml", "EndNote XML", re.compile(r"(?:<xml>\s*)?<records?>")),
    ("", "XML", re.compile(r"<\?xml\b")),
    ("enw", "EndNote tagged", re.compile(r"%(?:0 \w|[A-Z] [^\n]*\n%[0-9A-Z@] )")),
    (
        "csl-yaml",
        "CSL-YAML",
        re.compile(
            r"(?:---\s*\n(?:.*\n)*?)?references:[ \t]*(?:\[|\n(?:[ \t]*(?:#.*)?\n)*[ \t]*(?:-\s|\.\.\.|\Z))"
            r"|(?:---\s*\n)?- +(?:id|type|title): "
        ),
    ),
    ("", "PostScript", re.compile(r"%!PS")),
    ("", "RTF", re.compile(r"\{\\rtf")),
)
# Databases write a few lines of their own above the first record; before that no entry of BibTeX may stand.
_LINES: Final = (
    ("ris", "RIS", re.compile(r"^[ \t\ufeff]*TY {1,4}- ?[A-Z]", re.MULTILINE)),
    ("nbib", "PubMed nbib", re.compile(r"^PMID- ?\d", re.MULTILINE)),
    ("refworks", "RefWorks tagged", re.compile(r"^\ufeff?RT [A-Z][^\n]*\n+(?:[A-Z][A-Z0-9] )", re.MULTILINE)),
    ("noteexpress", "NoteExpress", re.compile(r"^[ \t\ufeff]*\{Reference Type\}[ \t]*[:：]", re.MULTILINE)),
    (
        "cnki",
        "CNKI's text",
        re.compile(
            r"^[ \t\ufeff]*(?:DataType[ \t]*[:：][^\n]*\n+[ \t]*[A-Z]\w+-|SrcDatabase-[^\s:：]+[:：])", re.MULTILINE
        ),
    ),
    ("cff", "Citation File Format", re.compile(r"^cff-version:", re.MULTILINE)),
)
# The same words below lines that do not belong to the format (a database's heading, a mail's): stricter.
_LATE: Final = (
    ("mods", re.compile(r"<(?:\w+:)?mods(?:Collection)?\b")),
    ("zotero-rdf", re.compile(r"<rdf:RDF\b")),
    ("endnote-xml", re.compile(r"(?:<xml>\s*)?<records?>")),
    ("coins", re.compile(r"<(?:!doctype\s+html|html|span\b[^<>]*\bZ3988)\b", re.IGNORECASE)),
    ("enw", re.compile(r"%0 \w[^\n]*\n%[0-9A-Z@] ")),
    ("csl-yaml", re.compile(r"references:[ \t]*\n+[ \t]*- +\w|- +(?:id|type|title): ")),
    ("cff", re.compile(r"cff-version:")),
    ("csl-json", re.compile(r'\[?\s*\{\s*"(?:id|type|title|items|references|author|DOI|abstract)"\s*:')),
)
_LATE_LINES: Final = 30
_COINS: Final = re.compile(r"<span\b[^<>]*\bZ3988\b", re.IGNORECASE)
_HEAD: Final = 20_000
_PROLOG: Final = re.compile(r"\s*(<\?|<!--|<!DOCTYPE|<!)(?:(?<=DOCTYPE)([^>\[]*\[))?")


def known_format(text: str) -> str:
    """Name the format whose own words a text begins with and which has a reader, "" when there is none."""
    found = _sniff(text)
    if found and found[1] == "HTML":
        return "coins" if _COINS.search(text) else ""
    if found:
        return found[0]
    late = _late(text)
    return late[0] if late and (late[0] != "coins" or _COINS.search(text)) else ""


def head_length(name: str, text: str) -> int:
    """Return how many characters at the beginning of a text in a format do not belong to it, 0 mostly."""
    if _begins(_start(text)) or looks_like_json(text):
        return 0
    late = _late(text)
    return late[1] if late and late[0] == name and text[: late[1]].strip("\ufeff \t\r\n") else 0


def _late(text: str) -> tuple[str, int] | None:
    """Find the line on which a format begins below a few that are none of it; an entry of BibTeX ends the search."""
    place = 0
    for _ in range(_LATE_LINES):
        start = len(text) - len(text[place : place + _HEAD].lstrip(" \t\ufeff")) - len(text[place + _HEAD :])
        if _BIB_AT_LINE_START.match(text, place):
            return None
        root = start + _root_begin(text[start : start + _HEAD])
        for name, pattern in _LATE:
            if pattern.match(text, start) or (root > start and pattern.match(text, root)):
                return name, start
        following = text.find("\n", place)
        if following < 0:
            return None
        place = following + 1
    return None


def foreign_format(text: str) -> str:
    """Name in words the format of a text that is neither BibTeX nor JSON, "" when it looks like none."""
    found = _sniff(text)
    return found[1] if found else ""


def _start(text: str) -> str:
    return text[:_HEAD].lstrip("\ufeff \t\r\n").replace("\r\n", "\n").replace("\r", "\n")


def _begins(head: str) -> tuple[str, str] | None:
    root = _root_begin(head)
    for name, title, pattern in _WORDS:
        if pattern.match(head) or (root and pattern.match(head, root)):
            return name, title
    return None


def _sniff(text: str) -> tuple[str, str] | None:
    head = _start(text)
    if found := _begins(head):
        return found
    entry = _BIB_AT_LINE_START.search(head)
    end = entry.start() if entry else len(head)
    return next(((name, title) for name, title, pattern in _LINES if pattern.search(head, 0, end)), None)


def _root_begin(head: str) -> int:
    """Return where the root element of XML begins, behind declarations and comments; 0 if there are none."""
    place = 0
    while match := _PROLOG.match(head, place):
        opening = match[1]
        end = head.find(
            "-->" if opening == "<!--" else "]>" if opening == "<!DOCTYPE" and match[2] else ">", match.end()
        )
        if end < 0:
            return 0
        place = head.index(">", end) + 1
    return len(head) - len(head[place:].lstrip()) if place else 0


def looks_like_json(text: str) -> bool:
    """Tell an array or object from a reference list that begins with `[1]`."""
    return _JSON.match(text.lstrip("\ufeff \t\r\n")) is not None


def looks_like_bibtex(text: str, *, anywhere: bool = False) -> bool:
    """Tell whether an entry begins at the start of a line; `anywhere`, when the file's name says BibTeX already."""
    return (_BIB_ENTRY if anywhere else _BIB_AT_LINE_START).search(text) is not None
