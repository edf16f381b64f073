"""A tolerant reader of one entry, for what bibtexparser refuses or takes apart wrongly.

It knows where everything stands, repairs what can only be meant in one way (a missing comma between two fields, a
missing `=`, full-width punctuation, a missing last brace) and says so; anything else makes the entry a rejected one.

The grammar is that of BibTeX (btxdoc, and `bibtex.web`, "Reading the database file"): braces count even when a
backslash stands before them; where that leaves a brace open, braces behind a backslash are taken as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from tipcite.formats.bibtex_model import Fault, RawEntry

BLOCK_START: Final = re.compile(r"@\s*([A-Za-z_][\w-]*)\s*([{(｛（])")

_SPACE: Final = re.compile(r"(?:\s+|%[^\n]*(?:\n|$))*")
_KEY: Final = re.compile(r"\s*([^,，=＝{}｛｝\n\"]*?)[ \t]*(?=[,，=＝}｝{｛)）\n]|\Z)")
_NAME: Final = re.compile(r"[^\s,，=＝{}｛｝\"#()%@]+(?:[ \t]+[^\s,，=＝{}｛｝\"#()%@]+)*?(?=\s*[=＝{｛\"])")
_NEXT_FIELD: Final = re.compile(r"\s*[^\W\d][\w:.+-]*\s*[=＝]")
_SWALLOWED_FIELD: Final = re.compile(r",\s*[A-Za-z]+\s*=\s*[{\"\d]")
_BARE: Final = re.compile(r"[^\s,，{}｛｝\"#=＝%()@]+")
_BRACES: Final = re.compile(r"[{}]")
_FREE_BRACES: Final = re.compile(r"(?<!\\)(?:\\\\)*([{}])")
_QUOTE_MARKS: Final = re.compile(r"[{}\"]")
_ENDING: Final = re.compile(r"\s*[,，})）｝#]")
_COMMAS: Final = ",，"
_EQUALS: Final = "=＝"
_CLOSERS: Final = {"{": "}｝", "(": ")）", "｛": "}｝", "（": ")）"}
_FULL_WIDTH: Final = frozenset("，＝｛｝（）")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What was found from one `@` on: the entry if there is one, and where it ends."""

    entry: RawEntry | None
    end: int
    fault: Fault | None = None


class _Fatal(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def scan_entry(text: str, start: int, limit: int) -> Scan:
    """Read the entry that begins at `start` and ends before `limit`."""
    scanner = _Scanner(text=text, place=start, limit=limit)
    try:
        return Scan(entry=scanner.read(), end=scanner.place)
    except _Fatal as error:
        return Scan(entry=None, end=limit, fault=error.fault)


def closing_brace(text: str, start: int, limit: int) -> int:
    """Return where the brace at `start` is closed, -1 if nowhere before `limit`.

    Of the two ways to count, the one is right behind which a value can end; in doubt BibTeX's.
    """
    strict = _closing(text, start, limit, _BRACES)
    if strict >= 0 and (text.find("\\", start, strict) < 0 or _ENDING.match(text, strict + 1, limit)):
        return strict
    lenient = _closing(text, start, limit, _FREE_BRACES)
    return lenient if strict < 0 or (lenient >= 0 and _ENDING.match(text, lenient + 1, limit)) else strict


def _closing(text: str, start: int, limit: int, pattern: re.Pattern[str]) -> int:
    depth = 0
    for match in pattern.finditer(text, start, limit):
        depth += 1 if text[match.end() - 1] == "{" else -1
        if depth == 0:
            return match.end() - 1
    return -1


@dataclass(slots=True)
class _Scanner:
    text: str
    place: int
    limit: int
    closers: str = "}"
    name: str = ""
    values: dict[str, str] = field(default_factory=dict)
    repeated: list[tuple[str, str]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def read(self) -> RawEntry:
        """Read head, fields and end, in this order."""
        start = self.place
        match = BLOCK_START.match(self.text, start)
        if match is None:
            raise _Fatal(Fault(place=start, code="no-entry", message="this is no entry", fatal=True))
        self.place = match.end()
        self.closers = _CLOSERS[match[2]]
        self._note_full_width(match.end() - 1)
        key, has_fields = self._read_key()
        self.name = key
        if has_fields:
            self._read_fields()
        return RawEntry(
            kind=match[1].lower(),
            key=key,
            place=start,
            raw=self.text[start : self.place],
            values=self.values,
            repeated=tuple(self.repeated),
            faults=tuple(self.faults),
        )

    def _read_key(self) -> tuple[str, bool]:
        match = _KEY.match(self.text, self.place, self.limit)
        if match is None:
            raise self._fatal("no-key", "the entry has no key; write one behind the opening brace, then a comma")
        key, end = match[1], match.end()
        following = self._char(end)
        if following in _COMMAS and following:
            self._note_full_width(end)
            self.place = end + 1
        elif following in self.closers and following:
            self.place = end + 1
            return key, False
        elif following in _EQUALS and following:
            # `@article{ title = {…}`: what was read is the first field's name.
            return "", True
        elif _NEXT_FIELD.match(self.text, end, self.limit):
            if key:
                self._fault(end, "missing-comma", f"a comma is missing behind the key {key!r}; add it")
            self.place = end
        else:
            raise self._fatal("no-key", f"{_short(self.text[self.place :])} is no key; write one, then a comma", end)
        return key, True

    def _read_fields(self) -> None:
        while True:
            self._skip_space()
            char = self._char(self.place)
            if not char:
                self._missing_end()
                return
            if char in self.closers:
                self.place += 1
                return
            if char in _COMMAS:
                self._fault(self.place, "extra-comma", "there is a comma too many; remove it")
                self.place += 1
                continue
            self._read_field()

    def _read_field(self) -> None:
        match = _NAME.match(self.text, self.place, self.limit)
        if match is None:
            raise self._fatal(
                "syntax",
                f"{_short(self.text[self.place : self.limit])} stands where a field must begin; "
                "look for a brace too many or a comma too early before it",
            )
        name = match[0]
        begin = self.place
        self.place = match.end()
        self._skip_space()
        if self._char(self.place) in _EQUALS:
            self._note_full_width(self.place)
            self.place += 1
        else:
            self._fault(self.place, "missing-equals", f"'=' is missing behind {name!r}; add it")
        value = self._read_value(name, begin)
        self._keep(re.sub(r"\s+", "-", name).lower(), value)
        self._end_field(name)

    def _end_field(self, name: str) -> None:
        self._skip_space()
        char = self._char(self.place)
        if not char or char in self.closers:
            return
        if char in _COMMAS:
            self._note_full_width(self.place)
            self.place += 1
        elif _NEXT_FIELD.match(self.text, self.place, self.limit):
            found = _NAME.match(self.text, self.place, self.limit)
            following = found[0] if found else ""
            self._fault(self.place, "missing-comma", f"a comma is missing between {name!r} and {following!r}; add it")
        else:
            raise self._fatal(
                "syntax",
                f"{_short(self.text[self.place : self.limit])} stands behind the value of {name!r}, where a comma or "
                "the closing brace belongs; look for a brace or quotation mark too many",
            )

    def _read_value(self, name: str, begin: int) -> str:
        """Read terms joined by `#`; return them as they stand."""
        terms: list[str] = []
        while True:
            self._skip_space()
            terms.append(self._read_term(name, begin))
            self._skip_space()
            if self._char(self.place) != "#":
                return " # ".join(terms)
            self.place += 1

    def _read_term(self, name: str, begin: int) -> str:
        char = self._char(self.place)
        start = self.place
        if char == "{":
            end = closing_brace(self.text, start, self.limit)
            if end < 0:
                raise self._fatal("unclosed-brace", f"the brace of {name!r} is never closed; add '}}'", start)
        elif char == '"':
            end = self._closing_quote(start)
            if end < 0:
                raise self._fatal("unclosed-quote", f"the quotation mark of {name!r} is never closed; add one", start)
        elif char == "｛":
            end = self.text.find("｝", start, self.limit)
            if end < 0:
                raise self._fatal("unclosed-brace", f"the brace of {name!r} is never closed; add '}}'", start)
            self._note_full_width(start)
            self.place = end + 1
            return "{" + self.text[start + 1 : end] + "}"
        else:
            match = _BARE.match(self.text, start, self.limit)
            if match is None:
                raise self._fatal("no-value", f"{name!r} has no value; write one between braces", begin)
            end = match.end() - 1
        self.place = end + 1
        return self.text[start : self.place]

    def _closing_quote(self, start: int) -> int:
        depth = 0
        for match in _QUOTE_MARKS.finditer(self.text, start + 1, self.limit):
            if match[0] == "{":
                depth += 1
            elif match[0] == "}":
                depth -= 1
            elif depth == 0:
                return match.start()
        return -1

    def _keep(self, name: str, value: str) -> None:
        if name in self.values:
            self.repeated.append((name, value))
        else:
            self.values[name] = value

    def _missing_end(self) -> None:
        last = next(reversed(self.values.items()), None)
        if last is not None and _SWALLOWED_FIELD.search(last[1]):
            raise self._fatal(
                "unclosed-brace",
                f"the brace of {last[0]!r} is closed too late, and the entry never; add '}}' behind its value",
            )
        end = len(self.text[: self.limit].rstrip())
        what = f"entry {self.name!r}" if self.name else "the entry"
        self._fault(end, "unclosed-entry", f"{what} has no closing brace; add '}}' here")
        self.place = self.limit

    def _note_full_width(self, place: int) -> None:
        char = self.text[place]
        if char in _FULL_WIDTH:
            half = chr(ord(char) - 0xFEE0)
            self._fault(place, "full-width", f"{char!r} stands where the syntax needs {half!r}; type {half!r}")

    def _skip_space(self) -> None:
        match = _SPACE.match(self.text, self.place, self.limit)
        if match is not None:
            self.place = match.end()

    def _char(self, place: int) -> str:
        return self.text[place] if place < self.limit else ""

    def _fault(self, place: int, code: str, message: str) -> None:
        self.faults.append(Fault(place=place, code=code, message=message))

    def _fatal(self, code: str, message: str, place: int | None = None) -> _Fatal:
        where = self.place if place is None else place
        return _Fatal(Fault(place=min(where, self.limit - 1), code=code, message=message, fatal=True))


def _short(text: str) -> str:
    line = " ".join(text[:80].split())
    return repr(line if len(line) <= 30 else line[:29] + "…")
