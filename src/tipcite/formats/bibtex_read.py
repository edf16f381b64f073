"""The readers of BibTeX and BibLaTeX.

1. split    2. look up macros    3. inherit    4. make items    5. sort what was found wrong by line
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from tipcite.errors import ReadError
from tipcite.formats.bibtex_inherit import inherit
from tipcite.formats.bibtex_item import ItemBuilder, is_biblatex_entry
from tipcite.formats.bibtex_model import Entry, Fault, RawEntry, Splitting
from tipcite.formats.bibtex_split import split_bibtex
from tipcite.formats.bibtex_types import VERBATIM
from tipcite.formats.bibtex_values import Macros, collect_macros
from tipcite.formats.latex_macros import find_macros, macro_expander
from tipcite.formats.lines import LineIndex
from tipcite.formats.sniff import foreign_format
from tipcite.model import Failed, Item, Problem, Reading, Severity

# Entries that carry settings or data for others, not sources.
_NO_SOURCES: Final = frozenset({"xdata", "control", "ieeetranbstctl", "bibnote", "comment"})
_NOTES: Final = frozenset({"comment", "name-joined", "institution", "name-kept-whole", "latex-command"})
_ERRORS: Final = frozenset("""missing-comma missing-equals extra-comma full-width unclosed-entry stray-brace""".split())
# As TeX reads it; behind a number and a blank it is far more often a forgotten backslash.
_TEX_COMMENT: Final = re.compile(r"(?:(?<=\s)|^)(?<![0-9] )%[^\n]*\n\s*")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_bibtex(text: str) -> Reading:
    """Read BibTeX: publishers are not lists.

    Raises:
        ReadError: the text holds no entry at all, or is in another format.
    """
    return _BibReader(text, biblatex=False).read()


def read_biblatex(text: str) -> Reading:
    """Read BibLaTeX, and BibTeX as most files have it: each entry tells by its fields which it is.

    Raises:
        ReadError: the text holds no entry at all, or is in another format.
    """
    return _BibReader(text, biblatex=True).read()


@dataclass(slots=True)
class _Findings:
    """What was found wrong, each at a place in the text."""

    lines: LineIndex
    problems: list[Problem] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)

    def add(self, place: int, code: str, message: str, key: str = "") -> None:
        line, column = self.lines.locate(place)
        severity = Severity.ERROR if code in _ERRORS else Severity.NOTE if code in _NOTES else Severity.WARNING
        self.problems.append(Problem(severity=severity, code=code, message=message, line=line, column=column, key=key))

    def reject(self, start: int, raw: str, fault: Fault) -> None:
        """Reject the text that begins at `start`; the reason says where in it the fault is."""
        line, column = self.lines.locate(start)
        fault_line, fault_column = self.lines.locate(fault.place)
        where = "" if fault.place == start else f" (at line {fault_line}, column {fault_column})"
        self.failed.append(Failed(line=line, column=column, raw=raw, reason=fault.message + where, code=fault.code))


class _BibReader:
    """One reading of one text."""

    def __init__(self, text: str, *, biblatex: bool) -> None:
        self._text = text.removeprefix("\ufeff")
        self._biblatex = biblatex
        self._found = _Findings(lines=LineIndex(self._text))

    def read(self) -> Reading:
        splitting = split_bibtex(self._text)
        self._refuse_what_is_no_bibtex(splitting)
        self._report_splitting(splitting)
        macros = collect_macros(splitting.macros)
        expand = macro_expander(find_macros(splitting.preambles))
        entries = [self._resolve(raw, macros) for raw in splitting.entries]
        complete = list(inherit(entries, missing=self._report_missing_parent))
        items = list(self._items(complete, expand))
        self._report_keys([entry for entry, _ in items])
        return Reading(
            items=tuple(item for _, item in items),
            lines=tuple(self._found.lines.locate(entry.place)[0] for entry, _ in items),
            failed=tuple(sorted(self._found.failed, key=lambda failed: (failed.line, failed.column))),
            problems=tuple(sorted(self._found.problems, key=lambda problem: (problem.line, problem.column))),
        )

    def _refuse_what_is_no_bibtex(self, splitting: Splitting) -> None:
        if splitting.entries or splitting.rejected or splitting.macros or not self._text.strip():
            return
        foreign = foreign_format(self._text)
        if foreign:
            raise ReadError(f"this is not BibTeX but {foreign}; name its format with --from, or export BibTeX")
        if not any(raw[:1] in "@%" for _, raw in splitting.comments):
            raise ReadError("there is no entry in this text; an entry of BibTeX begins with '@article{key,'")

    def _report_splitting(self, splitting: Splitting) -> None:
        for fault in splitting.faults:
            self._found.add(fault.place, fault.code, fault.message)
        for place, raw in splitting.comments:
            self._found.add(place, "comment", f"this is a comment and is not imported: {_short(raw)}")
        for rejected in splitting.rejected:
            self._found.reject(rejected.place, rejected.raw, rejected.fault)

    def _resolve(self, raw: RawEntry, macros: Macros) -> Entry:
        """Look up macros and take delimiters off."""
        fields: dict[str, str] = {}
        for fault in raw.faults:
            self._found.add(fault.place, fault.code, fault.message, raw.key)
        for name, value in raw.values.items():
            close = value.find("}")
            if value[0] == "{" and close == len(value) - 1:
                fields[name] = value[1:-1].strip()
            elif value.isdigit():
                fields[name] = value
            else:
                fields[name] = self._resolve_value(raw, name, value, macros)
            if "%" in value and "\n" in value and name not in VERBATIM:
                fields[name] = _TEX_COMMENT.sub("", fields[name]).strip()
        for name, value in raw.repeated:
            self._keep_repeated(raw, fields, name, macros.resolve(value))
        if any(_CONTROL.search(value) for value in fields.values()) if _CONTROL.search(raw.raw) else False:
            fields = {name: _CONTROL.sub("", value) for name, value in fields.items()}
            self._found.add(raw.place, "control-character", "control characters were taken out", raw.key)
        return Entry(kind=raw.kind, key=raw.key, place=raw.place, raw=raw.raw, fields=fields)

    def _resolve_value(self, raw: RawEntry, name: str, value: str, macros: Macros) -> str:
        undefined: list[str] = []
        used: list[str] = []
        text = macros.resolve(value, undefined, used)
        for macro in undefined:
            self._report_field(
                raw, name, "undefined-macro", f"no @string defines {macro!r}; its name is kept as the text of {name!r}"
            )
        for macro in used:
            if macros.places.get(macro, 0) > raw.place:
                line, _ = self._found.lines.locate(macros.places[macro])
                self._report_field(
                    raw,
                    name,
                    "late-macro",
                    f"{macro!r} is used before line {line} defines it; BibTeX would not know it",
                )
        return text.strip()

    def _keep_repeated(self, raw: RawEntry, fields: dict[str, str], name: str, value: str) -> None:
        if value == fields[name]:
            return
        number = 2
        while f"{name}-{number}" in fields:
            number += 1
        fields[f"{name}-{number}"] = value
        self._report_field(
            raw,
            name,
            "repeated-field",
            f"{name!r} stands twice; the first counts, {_short(value)} is kept as '{name}-{number}'",
        )

    def _items(self, entries: list[Entry], expand: Callable[[str], str]) -> Iterator[tuple[Entry, Item]]:
        for entry in entries:
            if entry.kind == "set":
                fault = Fault(
                    place=entry.place,
                    code="set",
                    message=f"the set {entry.key!r} is no source; its members {entry.fields.get('entryset', '')!r} are",
                )
                self._found.reject(entry.place, entry.raw, fault)
            elif entry.kind not in _NO_SOURCES:
                yield entry, self._item(entry, expand)

    def _item(self, entry: Entry, expand: Callable[[str], str]) -> Item:
        def report(name: str, code: str, message: str) -> None:
            self._report_field(entry, name, code, message)

        builder = ItemBuilder(
            entry=entry,
            report=report,
            reads_lists=self._biblatex and is_biblatex_entry(entry),
            macros=expand,
        )
        return builder.build()

    def _report_missing_parent(self, entry: Entry, parent: str) -> None:
        name = "crossref" if entry.fields.get("crossref", "").strip() == parent else "xdata"
        self._report_field(
            entry, name, "missing-parent", f"{name} names {parent!r}, which is not in this file; add that entry"
        )

    def _report_keys(self, entries: list[Entry]) -> None:
        first: dict[str, int] = {}
        for entry in entries:
            if not entry.key:
                self._found.add(entry.place, "no-key", "the entry has no key; it gets one when it is imported")
                continue
            line, _ = self._found.lines.locate(entry.place)
            if entry.key in first:
                message = f"the key {entry.key!r} stands on lines {first[entry.key]} and {line}; give one another key"
                self._found.add(entry.place, "duplicate-key", message, entry.key)
            elif " " in entry.key:
                message = f"the key {entry.key!r} has a blank in it, which BibTeX does not allow; write it without"
                self._found.add(entry.place, "key-blank", message, entry.key)
            first.setdefault(entry.key, line)

    def _report_field(self, entry: RawEntry | Entry, name: str, code: str, message: str) -> None:
        place = entry.place
        if name:
            match = re.search(rf"(?<![\w-]){re.escape(name)}\s*=", entry.raw, re.IGNORECASE)
            place += match.start() if match else 0
        self._found.add(place, code, message, entry.key)


def _short(text: str) -> str:
    line = " ".join(text[:200].split())
    return repr(line if len(line) <= 60 else line[:59] + "…")
