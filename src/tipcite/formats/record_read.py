"""One record of EndNote's family of formats (RIS, EndNote, RefWorks, PubMed) → one item.

A format's table names for each of its tags a *slot*: a CSL variable where the tag is exactly that, else one of the
words below whose meaning depends on the kind of work. The slots are emptied in the order of `RecordBuilder.build`; what
nobody took, and what could not be understood, is kept under the name of the format in `custom`, by its tag.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

from tipcite.formats.findings import short
from tipcite.formats.record_dates import is_undated, read_date, read_year_and_date
from tipcite.formats.record_names import read_name, read_names
from tipcite.formats.record_types import WHOLE
from tipcite.lang import decide_text_language, meant_tag
from tipcite.model import Date, Item, JsonValue, Name, Variant, VariantKind, find_doi


class Entry(NamedTuple):
    """One field of a record as it stands in the file; line and column count from 1."""

    tag: str
    value: str
    line: int
    column: int = 1


Report: TypeAlias = Callable[[Entry, str, str], None]
"""Told of what was not plain: where, a code, a message."""

# Slots that hold one text and are CSL's variables.
_TEXTS: Final = (
    """title-short container-title-short volume-title edition publisher publisher-place archive_location call-number
    source number-of-volumes section genre version chapter-number event-place event-title original-title medium license
    collection-title collection-number PMID PMCID status archive dimensions reviewed-title"""
).split()
_JOINED: Final = {"abstract": "\n\n", "note": "\n", "annote": "\n"}
NAME_SLOTS: Final[Mapping[str, str]] = {
    "author": "author", "editor": "editor", "secondary-author": "editor", "tertiary-author": "collection-editor",
    "subsidiary-author": "translator", "translator": "translator", "corporate-author": "author",
    "collection-editor": "collection-editor", "contributor": "contributor", "director": "director",
    "container-author": "container-author", "compiler": "compiler", "illustrator": "illustrator",
}  # fmt: skip
ROLES: Final[Mapping[tuple[str, str], str]] = {
    ("motion_picture", "author"): "director",
    ("personal_communication", "secondary-author"): "recipient",
    ("thesis", "tertiary-author"): "contributor",
    ("thesis", "secondary-author"): "contributor",
    ("interview", "secondary-author"): "interviewer",
}
"""Who stands in a slot in some kinds of works; of a thesis its adviser, for whom CSL has no word of its own."""

NUMBERED: Final = frozenset({"report", "patent", "standard", "legislation", "regulation", "bill", "legal_case"})
"""Kinds whose serial number is the work's own, not an ISBN."""

_ISSN: Final = re.compile(r"\b\d{4}[-–]?\d{3}[\dXx]\b")
_ISBN: Final = re.compile(r"\b(?:97[89][-– ]?)?\d(?:[-– ]?\d){8}[-– ]?[\dXx]\b")
_PAGE_WORDS: Final = re.compile(r"^(?:pages?|pp?\.|頁|页)\s*(?=\S*\d)|(?<=\d)\s*(?:頁|页)$", re.IGNORECASE)
_DASHES: Final = re.compile(r"\s*(?:--+|[-–—‐‑−~～])\s*")
_PAGE_COUNT: Final = re.compile(r"(\d+)\s*(?:p|pp|pages|頁|页)?\.?", re.IGNORECASE)
_HAN_NUMBER: Final = re.compile(r"(?:第\s*)?(\d+)\s*(?:卷|期|冊|册|號|号)")
_HAN_VOLUME: Final = re.compile(r"(?:第\s*)?(\d+)\s*卷\s*(?:第\s*)?(\d+)\s*期")
_HAN_WRAP: Final = re.compile(r"(?<=[\u3000-\u9fff\uff01-\uff5e])\s*\n\s*(?=[\u3000-\u9fff\uff01-\uff5e])")
_DOI_WORD: Final = re.compile(r"(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)", re.IGNORECASE)
_KEYWORDS: Final = re.compile(r"\s*(?:;;|\|\||[;；\n])\s*")
# 36-1287/S: the number of a journal in the mainland's register, which CNKI puts into the field for call numbers.
_CN_NUMBER: Final = re.compile(r"\d{2}-\d{4}(?:/[A-Z0-9]+)?")
_ANNOTATED: Final = re.compile(r"([\u3400-\u9fff·‧]{2,})\s*[(（]([A-Za-z][^()（）]*)[)）]")


class RecordBuilder:
    """The item under construction."""

    def __init__(self, format_name: str, csl_type: str, slots: Mapping[str, Iterable[Entry]], report: Report) -> None:
        self._format = format_name
        self._type = csl_type
        self._slots = {slot: [entry for entry in entries if entry.value.strip()] for slot, entries in slots.items()}
        self._report = report
        self._fields: dict[str, str] = {}
        self._names: dict[str, tuple[Name, ...]] = {}
        self._dates: dict[str, Date] = {}
        self._variants: list[Variant] = []
        self._kept: dict[str, list[str]] = {}

    def build(self, key: str, *, spoken: bool = False) -> Item:
        """Run all parts; `spoken`: names without a comma are `Given Family`."""
        self._titles()
        self._volumes()
        self._pages()
        self._serials()
        self._addresses()
        self._plain()
        self._all_names(spoken=spoken)
        self._all_dates()
        for entries in self._slots.values():
            self._keep(entries)
        extra: dict[str, JsonValue] = {"custom": {self._format: self._kept}} if self._kept else {}
        return Item(
            key=key,
            type=self._type,
            fields=self._fields,
            names=self._names,
            dates=self._dates,
            variants=tuple(self._variants),
            extra=extra,
        )

    def _take(self, slot: str) -> list[Entry]:
        return self._slots.pop(slot, [])

    def _take_one(self, slot: str) -> str:
        """Take the first text of a slot; others that differ are kept."""
        entries = self._take(slot)
        if not entries:
            return ""
        first = clean(entries[0].value)
        self._keep(entry for entry in entries[1:] if clean(entry.value) != first)
        return first

    def _keep(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._kept.setdefault(entry.tag, []).append(entry.value.strip())

    def _set(self, variable: str, text: str) -> None:
        if text:
            self._fields[variable] = text

    def _titles(self) -> None:
        title, book = self._take_one("title"), self._take_one("book-title")
        second, third = self._take_one("secondary-title"), self._take_one("tertiary-title")
        is_whole = self._type in WHOLE
        if not title and is_whole:
            title, book = book, ""
        second = second or book
        journal = self._take_one("container-title")
        journal = self._journal_of_any(journal, "" if is_whole else second)
        proceedings = self._take_one("proceedings-title")
        if self._type == "paper-conference" and proceedings and second:
            self._set("event-title", second)
            second = proceedings
        elif proceedings:
            journal = journal or proceedings
        self._set("title", title)
        if is_whole:
            self._set("container-title", journal)
            self._set("collection-title", second or third)
            self._set("volume-title", third if second and third != second else "")
        else:
            self._set("container-title", journal or second)
            self._set("collection-title", third)
            if journal and second and second != journal:
                self._kept.setdefault("secondary-title", []).append(second)
        self._translated_titles()

    def _journal_of_any(self, journal: str, second: str) -> str:
        """Take RIS's JO: by its definition an abbreviation, in most files the journal's name in full."""
        entries = self._slots.get("journal-any", [])
        full = journal or second
        if not entries or not full:
            return self._take_one("journal-any") or journal
        text = self._take_one("journal-any")
        if text != full and "container-title-short" not in self._slots:
            self._set("container-title-short", text)
        elif text not in (full, *(clean(entry.value) for entry in self._slots.get("container-title-short", []))):
            self._keep(entries[:1])
        return journal

    def _translated_titles(self) -> None:
        for slot, variable in (("translated-title", "title"), ("translated-container", "container-title")):
            text = self._take_one(slot)
            if text:
                language = decide_text_language(text)
                self._variants.append(
                    Variant(field=variable, kind=VariantKind.TRANSLATED, language=language, text=text)
                )

    def _volumes(self) -> None:
        volume, issue = self._take_one("volume"), self._take_one("issue")
        if match := _HAN_VOLUME.fullmatch(volume):
            volume, issue = match[1], issue or match[2]
        elif volume.endswith("期") and not issue:
            volume, issue = "", volume
        self._set("volume", _number(volume))
        self._set("issue", _number(issue))
        self._set("number", self._take_one("number"))
        if self._type in NUMBERED and "number" not in self._fields:
            serials = self._slots.get("serial", [])
            own = [entry for entry in serials if not _ISBN.search(entry.value) and not _ISSN.fullmatch(entry.value)]
            if own:
                self._set("number", clean(own[0].value))
                self._slots["serial"] = [entry for entry in serials if entry is not own[0]]

    def _pages(self) -> None:
        start, end, pages = self._take_one("start"), self._take_one("end"), self._take_one("pages")
        start, end = normal_pages(start), normal_pages(end)
        text = normal_pages(pages)
        if start and "-" not in start and text.startswith(f"{start}-"):
            start = ""  # EndNote's start page beside the pages
        if start:
            joined = f"{start}-{end}" if end and end != start and not start.endswith(f"-{end}") else start
            if text and text != joined:
                self._kept.setdefault("pages", []).append(text)
            text = joined
        elif end:
            text = text or end
        count = _PAGE_COUNT.fullmatch(pages or start)
        if self._type in WHOLE and count and not end:
            self._set("number-of-pages", count[1])
        else:
            self._set("page", text)

    def _serials(self) -> None:
        isbns: list[str] = []
        issns: list[str] = []
        for entry in self._take("serial"):
            books, journals = _ISBN.findall(entry.value), _ISSN.findall(_ISBN.sub("", entry.value))
            if not books and not journals:
                self._keep([entry])
            isbns += books
            issns += journals
        for variable, numbers in (("ISBN", isbns), ("ISSN", issns)):
            numbers += [clean(entry.value) for entry in self._take(variable)]
            self._set(variable, ", ".join(dict.fromkeys(numbers)))

    def _addresses(self) -> None:
        entries = self._take("DOI")
        for entry in entries[:1]:
            self._set("DOI", _DOI_WORD.sub("", clean(entry.value), count=1))
        self._keep(entry for entry in entries[1:] if clean(entry.value) != self._fields["DOI"])
        if "DOI" not in self._fields:
            self._doi_elsewhere()
        urls = self._take("URL")
        if urls:
            first, *others = urls[0].value.split() if "://" in urls[0].value else [urls[0].value.strip()]
            self._set("URL", first)
            self._keep(urls[0]._replace(value=other) for other in others)
            self._keep(entry for entry in urls[1:] if entry.value.strip() != first)

    def _doi_elsewhere(self) -> None:
        """Find a DOI where older programs put it: in notes (`doi: 10.1080/…`), a type of work, a link."""
        for slot in ("note", "genre", "link"):
            for entry in self._slots.get(slot, []):
                text = clean(entry.value)
                doi = find_doi(text)
                if doi and re.fullmatch(r"10\.\S+", bare := _DOI_WORD.sub("", text, count=1)):
                    self._set("DOI", bare)
                    self._slots[slot].remove(entry)
                    return

    def _plain(self) -> None:
        if (calls := self._slots.get("call-number")) and _CN_NUMBER.fullmatch(calls[0].value.strip()):
            self._keep(self._take("call-number"))
        for slot in _TEXTS:
            if slot in self._slots and slot not in self._fields:
                self._set(slot, self._take_one(slot))
        for slot, joint in _JOINED.items():
            self._set(slot, joint.join(dict.fromkeys(_paragraphs(entry.value) for entry in self._take(slot))))
        language = self._take_one("language").rstrip(" ;；")
        self._set("language", meant_tag(language) or language)
        words = [word for entry in self._take("keyword") for word in _KEYWORDS.split(entry.value) if word]
        self._set("keyword", ", ".join(dict.fromkeys(clean(word) for word in words)))

    def _all_names(self, *, spoken: bool) -> None:
        for slot in [slot for slot in self._slots if slot in NAME_SLOTS]:
            variable = ROLES.get((self._type, slot), NAME_SLOTS[slot])
            names: list[Name] = []
            for entry in self._take(slot):
                names += self._names_of(entry, variable, spoken=spoken)
            self._names[variable] = self._names.get(variable, ()) + tuple(names)
        for entry in self._take("romanised-author"):
            for name in read_names(entry.value, lambda _code, _message: None, spoken=True):
                self._add_romanised("author", name)

    def _names_of(self, entry: Entry, variable: str, *, spoken: bool) -> Iterator[Name]:
        def report(code: str, message: str) -> None:
            self._report(entry, code, message)

        if match := _ANNOTATED.fullmatch(entry.value.strip()):
            # 王寬弘(Kuan-Hung Wang), as Airiti prints names.
            yield read_name(match[1], report)
            romanised = read_name(match[2], report, spoken=True)
            self._add_romanised(variable, romanised)
            return
        yield from read_names(entry.value, report, spoken=spoken)

    def _add_romanised(self, variable: str, name: Name) -> None:
        for place, variant in enumerate(self._variants):
            if variant.field == variable and variant.kind is VariantKind.ROMANISED:
                names = (*variant.names, name)
                self._variants[place] = Variant(
                    field=variable, kind=variant.kind, language=variant.language, names=names
                )
                return
        self._variants.append(Variant(field=variable, kind=VariantKind.ROMANISED, language="zh-Latn", names=(name,)))

    def _all_dates(self) -> None:
        years, dates = self._take("year"), self._take("date")
        if years or dates:
            self._issued(years, dates)
        for slot, variable in (
            ("accessed", "accessed"),
            ("original-date", "original-date"),
            ("event-date", "event-date"),
        ):
            for entry in self._take(slot):
                found = read_date(entry.value)
                if found and variable not in self._dates:
                    self._dates[variable] = found
                else:
                    self._keep([entry])

    def _issued(self, years: list[Entry], dates: list[Entry]) -> None:
        for year in years or [Entry("", "", 0)]:
            for date in [*dates, Entry("", "", 0)]:
                found = read_year_and_date(year.value, date.value)
                if found is not None:
                    self._dates["issued"] = found
                    self._keep(
                        one for one in [*years, *dates] if one not in (year, date) and not _is_within(one, found)
                    )
                    return
        first = (years or dates)[0]
        if start := re.match(r"\s*(\d{4})\b", first.value):
            self._dates["issued"] = Date(parts=((int(start[1]),),)) if int(start[1]) else Date(literal=start[1])
            self._keep([*years, *dates])
        else:
            self._dates["issued"] = Date(literal=clean(first.value).strip("/"))
            self._keep([*years, *dates][1:])
            if not is_undated(first.value):
                self._report(first, "bad-date", f"{short(first.value)} is no date; it is kept as text")


def clean(text: str) -> str:
    """Put a text on one line; Chinese that was wrapped is joined without a blank."""
    return " ".join(_HAN_WRAP.sub("", text).split()) if "\n" in text else " ".join(text.split())


def normal_pages(text: str) -> str:
    """Write page ranges with a hyphen and without `pp.`, as CSL-JSON does."""
    return _PAGE_WORDS.sub("", _PAGE_WORDS.sub("", _DASHES.sub("-", clean(text))).strip("-"))


def _paragraphs(text: str) -> str:
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)


def _number(text: str) -> str:
    match = _HAN_NUMBER.fullmatch(text)
    return match[1] if match else text


def _is_within(entry: Entry, found: Date) -> bool:
    """Tell whether another field says of the date nothing new."""
    other = read_date(entry.value)
    return other is not None and len(other.parts) == 1 and found.parts[0][: len(other.parts[0])] == other.parts[0]
