r"""Entries of a .bib file in which there is nothing to repair: at the start of a line, every value one whole term.

Nearly all entries of real files are so, and reading them needs one regular expression, where bibtexparser looks at
every mark in a loop. What is not plainly so is left to it, and to the tolerant reader behind it: `bibtex_split`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tipcite.formats.bibtex_model import RawEntry

_HEAD: Final = re.compile(r"^@([A-Za-z]+)[ \t]*\{[ \t]*([\w.:+/-]+)[ \t]*,", re.MULTILINE)
# Possessive throughout (Python 3.11): a text that does not fit fails at once, however long it is.
_FIELD: Final = re.compile(
    r"""\s*+([A-Za-z][A-Za-z0-9_-]*+)\s*+=\s*+(
        [0-9]++
      | \{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+\}[^{}]*+)*+\}
      | "[^"{}\\]*+"
      | [A-Za-z][A-Za-z0-9_-]*+
    )\s*+(?:,(\s*+\})?+|(\}))""",
    re.VERBOSE,
)
_NO_ENTRIES: Final = frozenset({"comment", "string", "preamble"})
_ESCAPED_BRACE: Final = re.compile(r"\\[{}]")
_AT_LINE_START: Final = re.compile(r"\n\s*@")
_BLANK: Final = re.compile(r"\s*+(?:(?<=\n)@[A-Za-z]+[ \t]*\{|\Z)")


def clean_entries(text: str) -> Iterator[RawEntry]:
    """Yield the entries that need no repair, in their order, each with the place where it begins.

    Nothing but blanks stands between one and the next block, so that its last brace is surely its end.
    """
    place = 0
    while head := _HEAD.search(text, place):
        entry = _read(text, head)
        place = head.end() if entry is None else head.start() + len(entry.raw)
        if entry is not None:
            yield entry


def _read(text: str, head: re.Match[str]) -> RawEntry | None:
    kind = head[1].lower()
    if kind in _NO_ENTRIES:
        return None
    values: dict[str, str] = {}
    place = head.end()
    while match := _FIELD.match(text, place):
        name = match[1].lower()
        if name in values:
            return None
        values[name] = match[2]
        place = match.end()
        if match[3] or match[4]:
            return _whole(text, head, kind, values, place)
    return None


def _whole(text: str, head: re.Match[str], kind: str, values: dict[str, str], end: int) -> RawEntry | None:
    raw = text[head.start() : end]
    doubtful = _ESCAPED_BRACE.search(raw) or ("@" in raw[1:] and _AT_LINE_START.search(raw)) or "\0" in raw
    if doubtful or not _BLANK.match(text, end):
        return None
    return RawEntry(kind=kind, key=head[2], place=head.start(), raw=raw, values=values)
