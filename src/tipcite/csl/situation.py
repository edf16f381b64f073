"""What a style is evaluated on: the item's values (facts), and where and how it is cited.

`Record` holds an item as the engine reads it; `Situation` one evaluation of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from tipcite.csl import taxonomy
from tipcite.csl.person import Person, read_person
from tipcite.csl.rawdates import parse_raw_date, repair_date
from tipcite.csl.tree import EMPTY, Seq, Settled, Status, Tag, Text, Tree, YearSuffix
from tipcite.errors import InvalidValue
from tipcite.model import Date, Item, Name, parse_iso_date

_NOTE_LINE: Final = re.compile(r"^([A-Za-z][\w-]*(?: [\w-]+)?)\s*[:：]\s*(.+?)\s*$")
_NOTE_BRACES: Final = re.compile(r"\{:([\w-]+):\s*([^}]*)\}")
_OLD_NAMES: Final = {
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
}
_OPEN_END: Final = re.compile(r"\s*[/–—]\s*(?:present|now|至今|\.\.)?\s*$", re.IGNORECASE)
_FAMILY_FIRST: Final = frozenset({"zh", "ja", "vi"})
_BLANKS: Final = re.compile(" {2,}")
_PAGE_FIRST: Final = re.compile(r"^[A-Za-z]*\d+[A-Za-z]*|^[^\s,&–-]+")


_NO_SHORT_NAMES: Final[Mapping[str, str]] = {}


class Position(IntEnum):
    """Where a cite stands among all cites of its item."""

    FIRST = 0
    SUBSEQUENT = 1
    IBID = 2
    IBID_WITH_LOCATOR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An item as the engine reads it: every variable under its CSL name, dates read, language known."""

    key: str
    type: str
    language: str
    texts: Mapping[str, str]
    names: Mapping[str, tuple[Person, ...]]
    dates: Mapping[str, Date]
    is_english: bool
    """Whether the item says that it is English; with no language said, its layout's locale decides."""
    has_language: bool
    present: frozenset[str] = frozenset()
    """The variables that hold anything, of those that the style mentions."""


@dataclass(slots=True, kw_only=True)
class Situation:
    """One evaluation of one item; made fresh for each, so what it collects can't leak."""

    record: Record
    locator: str = ""
    label: str = ""
    position: Position = Position.FIRST
    near_note: bool = False
    first_note: int = 0
    number: int = 0
    in_citation: bool = True
    sorting: bool = False
    comparing: bool = False
    """Cites are rendered to find those that look the same: the day of access does not count then."""
    used: set[str] = field(default_factory=set)
    """Variables that a substitution has rendered: they are empty for the rest of the cite."""
    framed: set[str] = field(default_factory=set)
    """Numbers that a label has already printed inside its term (`第%s卷`, CSL-M)."""
    substituted: set[str] | None = None
    """What has been rendered so far in place of missing names; None outside of substitution."""
    blocks: int = 0
    settled: Settled | None = None
    """What is known after disambiguation: nothing stays symbolic then."""
    conditions: int = 0
    """How many `disambiguate` conditions have been met so far."""
    suffix_open: bool = True
    dress_range: Callable[[Tree], Tree] | None = None
    """What becomes of the end of a range of dates; None leaves it alone."""

    def text(self, variable: str) -> str:
        """Return a text or number variable, those of the cite included."""
        if (self.used and variable in self.used) or (self.framed and variable in self.framed):
            return ""
        match variable:
            case "locator":
                return self.locator
            case "citation-number":
                return str(self.number) if self.number else ""
            case "first-reference-note-number":
                return str(self.first_note) if self.first_note else ""
            case _:
                return self.record.texts.get(variable, "")

    def suffix(self, place: YearSuffix) -> Tree:
        """Return the year suffix at a place, as far as it is known; an implicit one is printed once only."""
        if self.settled is None:
            return place
        # A year suffix is no variable of the item: without one a group is not suppressed.
        if not self.settled.year_suffix or (place.implicit and not self.suffix_open):
            return EMPTY
        self.suffix_open = False
        letter = Text(self.settled.year_suffix, Status.RENDERED)
        return Seq((letter,), Status.RENDERED, place.wrap, "", Tag.YEAR_SUFFIX)

    def names(self, variable: str) -> tuple[Person, ...]:
        """Return the names of a variable."""
        return () if variable in self.used else self.record.names.get(variable, ())

    def date(self, variable: str) -> Date | None:
        """Return a date variable, None when there is none."""
        return None if variable in self.used else self.record.dates.get(variable)


def read_item(
    item: Item,
    language: str,
    *,
    family_first: bool = False,
    mentioned: frozenset[str] | None = None,
    short_names: Mapping[str, str] = _NO_SHORT_NAMES,
    single_blanks: bool = False,
) -> Record:
    """Make the record of an item: old names, first page, `key: value` lines in `note`, raw dates.

    With `family_first` all names in an item of an East Asian language stand in the order of that language.
    `mentioned` are the variables that the style mentions, `short_names` the short names of institutions;
    `single_blanks` makes one of several blanks in a row.
    """
    texts = {_OLD_NAMES.get(name, name): value for name, value in item.fields.items() if value}
    for name, value in item.extra.items():
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value):
            texts.setdefault(name, str(value))
    if single_blanks:
        texts = {name: _BLANKS.sub(" ", value) if "  " in value else value for name, value in texts.items()}
    names = {variable: people for variable, people in item.names.items() if people}
    dates = {variable: value for variable, value in item.dates.items() if not _is_void(value)}
    type_ = item.type
    for variable, value in _note_fields(texts, mentioned or frozenset()):
        if variable == "type":
            type_ = value
        elif variable in taxonomy.NAMES:
            names[variable] = (
                *(names.get(variable, ()) if variable in _from_note(names, item) else ()),
                _note_name(value),
            )
        elif variable in taxonomy.DATES:
            dates[variable] = _note_date(value)
        else:
            texts[variable] = value
    page = texts.get("page")
    if page and "page-first" not in texts:
        first = _PAGE_FIRST.match(page)
        texts["page-first"] = first[0] if first else page
    said = item.language.strip()
    if not said and texts.get("language"):
        said = language = texts["language"].strip()
    static = family_first and language.lower().split("-", maxsplit=1)[0] in _FAMILY_FIRST
    present = frozenset((*(name for name, value in texts.items() if value), *names, *dates))
    return Record(
        key=item.key,
        type=type_,
        language=language,
        texts=texts,
        names={
            variable: tuple(
                read_person(person, static=static, short=short_names.get(person.literal, "")) for person in people
            )
            for variable, people in names.items()
        },
        dates={variable: repair_date(value) for variable, value in dates.items()},
        is_english=said.lower().startswith("en"),
        has_language=bool(said),
        present=present if mentioned is None else present & mentioned,
    )


def _from_note(names: Mapping[str, tuple[Name, ...]], item: Item) -> set[str]:
    """Return the name variables that only the note gave, which further lines of the note add to."""
    return {variable for variable, people in names.items() if people is not item.names.get(variable)}


def _is_void(value: Date) -> bool:
    return not (value.parts or value.literal or value.raw or value.season or value.extra.get("edtf"))


def _note_fields(texts: dict[str, str], mentioned: frozenset[str]) -> list[tuple[str, str]]:
    """Take `key: value` lines at the head of `note` out of it (the convention of Zotero's Extra field).

    The keys are CSL's variables and what the style mentions beside them (`CSTR`).
    """
    note = texts.get("note", "")
    if ":" not in note and "：" not in note:
        return []
    found = []
    rest: list[str] = []
    for number, line in enumerate(note.split("\n")):
        match = _NOTE_LINE.match(line.strip())
        name = _variable_name(match[1], mentioned) if match else ""
        if match and name and len(rest) <= number:
            found.append((name, match[2]))
        else:
            rest.append(line)
    found += [(name, value.strip()) for name, value in _NOTE_BRACES.findall(note)]
    if found:
        texts["note"] = "\n".join(rest).strip()
        if not texts["note"]:
            del texts["note"]
    return found


def _variable_name(label: str, mentioned: frozenset[str]) -> str:
    """Return the variable that a line of a note names, "" when it is plain text."""
    name = label.strip().replace(" ", "-")
    if name in mentioned and name not in _NO_LINES:
        return name
    for candidate in (name, name.lower(), name.upper(), name.replace("_", "-").lower()):
        if candidate in _NOTE_VARIABLES or candidate.removeprefix("original-") in _NOTE_VARIABLES:
            return candidate
    return ""


_NO_LINES: Final = frozenset({"note", "locator", "citation-number", "year-suffix", "first-reference-note-number"})
"""What no line of a note says: the cite does, or the list."""
_NOTE_VARIABLES: Final = (taxonomy.NAMES | taxonomy.DATES | taxonomy.NUMBERS | taxonomy.TEXTS | {"type"}) - _NO_LINES


def _note_name(value: str) -> Name:
    family, separator, given = value.partition("||")
    if not separator:
        return Name(literal=value)
    return Name(family=family.strip(), given=given.strip())


def _note_date(value: str) -> Date:
    """Read a date; an end that is still open (`1979/`) is left out, as nothing but a year can be cited."""
    value = _OPEN_END.sub("", value)
    try:
        return parse_iso_date(value)
    except InvalidValue:
        return parse_raw_date(value)
