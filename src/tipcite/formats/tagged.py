"""Line-based export files: every line a tag with a value, or the continuation of the value above.

One pass over the lines; every line is in a record, blank, or reported. Shared by RIS, EndNote's tagged format,
RefWorks's and PubMed's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tipcite.formats.findings import Findings, short
from tipcite.formats.record_read import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a format's lines look: `line` has the groups tag and value, `end` is "" where nothing ends a record.

    `begins` are the tags that begin a record; with `begins_after_blank` so does any tag behind a blank line.
    """

    title: str
    line: re.Pattern[str]
    begins: frozenset[str]
    end: str = ""
    joint: str = "\n"
    begins_after_blank: bool = False


@dataclass(slots=True)
class Record:
    """The fields of one record in their order."""

    line: int
    column: int = 1
    entries: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """The entry that continuation lines still belong to."""

    tag: str
    line: int
    column: int
    pieces: list[str]


# What databases write above their records: `Provider: …`, `Content: text/plain; charset="UTF-8"`.
_HEADER: Final = re.compile(r"[A-Za-z][\w .-]{0,40}:.*|\s*[-=*_#]{3,}.*|\s*\d+\.?\s*")
_NUMBERING: Final = re.compile(r"\s*(?:\[?\d+\]?[.)、]?|[-=*_#]{3,})\s*")


class TaggedScan:
    """One scan of one text."""

    def __init__(self, text: str, dialect: Dialect, found: Findings) -> None:
        self._dialect = dialect
        self._found = found
        self._lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._record: Record | None = None
        self._open: _Open | None = None
        self._stray: list[tuple[int, str]] = []
        self._after_blank = True

    def records(self) -> Iterator[Record]:
        """Yield the records."""
        for number, raw in enumerate(self._lines, start=1):
            line = raw.replace("\ufeff", "") if "\ufeff" in raw else raw
            if not line.strip():
                self._blank()
                continue
            match = self._dialect.line.match(line)
            if match is None:
                self._continue(number, line)
            else:
                yield from self._tag(number, match[1], match[2], match.start(1) + 1)
            self._after_blank = False
        yield from self._close(len(self._lines), is_end=False)
        self._report_stray()

    def _blank(self) -> None:
        self._after_blank = True
        if self._open is not None and self._dialect.joint == "\n":
            self._open.pieces.append("")

    def _continue(self, number: int, line: str) -> None:
        if self._open is not None:
            self._open.pieces.append(line.strip())
        elif not _NUMBERING.fullmatch(line) or self._stray:
            self._stray.append((number, line))

    def _tag(self, number: int, tag: str, value: str, column: int) -> Iterator[Record]:
        dialect = self._dialect
        if dialect.end and tag == dialect.end:
            if self._record is None:
                self._stray.append((number, f"{tag}  - {value}"))
            else:
                yield from self._close(number, is_end=True)
            return
        begins = tag in dialect.begins or (dialect.begins_after_blank and self._after_blank)
        if begins or self._record is None:
            yield from self._close(number - 1, is_end=False)
            if not begins:
                self._stray.append((number, self._lines[number - 1]))
                return
            self._report_stray(is_above=True)
            self._record = Record(line=number, column=column)
        self._finish_entry()
        self._open = _Open(tag, number, column, [value.strip()])

    def _finish_entry(self) -> None:
        if self._open is not None and self._record is not None:
            entry = self._open
            pieces = entry.pieces
            value = pieces[0] if len(pieces) == 1 else self._dialect.joint.join(pieces).strip()
            self._record.entries.append(Entry(entry.tag, value, entry.line, entry.column))
        self._open = None

    def _close(self, number: int, *, is_end: bool) -> Iterator[Record]:
        self._finish_entry()
        record, self._record = self._record, None
        if record is None:
            return
        if self._dialect.end and not is_end:
            message = f"no {self._dialect.end!r} ends the reference that begins here; it was taken up to line {number}"
            self._found.report("missing-end", message, record.line, record.column)
        yield record

    def _is_head(self, stray: list[tuple[int, str]], *, is_above: bool) -> bool:
        """Tell whether lines above the first record are what a database writes there, and no part of a record."""
        if all(_HEADER.fullmatch(text) for _, text in stray):
            return True
        return is_above and len(stray) <= 10 and not any(self._is_field(text) for _, text in stray)

    def _is_field(self, text: str) -> bool:
        return len(text) > 200 or self._dialect.line.match(text) is not None

    def _report_stray(self, *, is_above: bool = False) -> None:
        """Report the lines that stand in no record: what a database writes above is a comment, the rest failed."""
        stray, self._stray = self._stray, []
        if not stray:
            return
        line, text = stray[0][0], "\n".join(text for _, text in stray)
        if not self._found.lines and self._is_head(stray, is_above=is_above):
            self._found.report("comment", f"this is no reference and is not imported: {short(text)}", line)
        else:
            begin = " or ".join(sorted(self._dialect.begins))
            reason = f"this stands outside a reference of {self._dialect.title}, which begins with {begin!r}"
            self._found.reject("stray-text", f"{reason}: {short(text)}", text, line)
