"""One .bib entry to one item: each part takes the fields that it understands.

1. type  2. titles and containers  3. volume, number, pages, series  4. publisher and place  5. names
6. dates  7. identifiers and addresses  8. plain fields, language, notes  9. CSL variables under their own names
10. what `write_biblatex` put into the field `tipcite`

What nobody took is kept in `extra`, as it was typed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from tipcite.errors import InvalidItem
from tipcite.formats.bibtex_dates import NoDate, parse_date, parse_year
from tipcite.formats.bibtex_languages import read_language
from tipcite.formats.bibtex_model import Entry
from tipcite.formats.bibtex_names import parse_names, split_list
from tipcite.formats.bibtex_types import (
    ARTICLE_KINDS,
    BOOK_KINDS,
    DATE_FIELDS,
    EDITOR_TYPES,
    NAME_FIELDS,
    PART_KINDS,
    PLACES,
    PUBLISHERS,
    READ_SUBTYPES,
    READ_TYPES,
    TEXT_FIELDS,
    VERBATIM,
)
from tipcite.formats.latex import decode_latex, needs_decoding
from tipcite.formats.latex_tables import KEYS
from tipcite.formats.latex_verbatim import decode_verbatim
from tipcite.model import (
    DATE_VARIABLES,
    ITEM_TYPES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
    Date,
    Item,
    JsonValue,
    Name,
    item_from_csl,
    item_to_csl,
)

Report: TypeAlias = Callable[[str, str, str], None]
"""Told of everything that was not plain: the field, a code, a message."""

OWN_FIELD: Final = "tipcite"

_CSL_TEXT: Final = {
    variable.lower(): variable for variable in TEXT_VARIABLES | NUMBER_VARIABLES | {"journalAbbreviation"}
}
_BIBLATEX_ONLY: Final = ("date", "location", "journaltitle", "langid", "hyphenation", "urldate")
_USE_PREFIX: Final = re.compile(r"\buseprefix\b(?:\s*=\s*(true|false))?")
_URL: Final = re.compile(r"\\url\s*\{([^{}]*)\}|https?://[^\s{}]+")
_DOI_PREFIX: Final = re.compile(r"^(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_DASHES: Final = re.compile(r"\s*(?:---?|–|—|‐|‑|−)\s*")
_PAGE_WORDS: Final = re.compile(
    r"^(?:pages?|pp?\.|頁碼|頁次|頁|页码|页|第)\s*(?=\S*\d)|(?<=\d)\s*[頁页]$", re.IGNORECASE
)
_HAN_END: Final = re.compile(r"[\u3400-\u9fff。！？」』》〉）]$")
_CLOSED: Final = tuple("?!.？！。…")
_EPRINT_URLS: Final = {
    "arxiv": "https://arxiv.org/abs/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "hdl": "https://hdl.handle.net/",
    "googlebooks": "https://books.google.com/books?id=",
}
_THESES: Final = {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}


@dataclass(slots=True)
class ItemBuilder:
    """The item under construction, and the fields that nobody took yet."""

    entry: Entry
    report: Report
    reads_lists: bool
    macros: Callable[[str], str]
    rest: dict[str, str] = field(init=False)
    fields: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: dict[str, Date] = field(default_factory=dict)
    extra: dict[str, JsonValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rest = dict(self.entry.fields)

    def build(self) -> Item:
        """Run all parts."""
        kind = self.entry.kind
        item_type = self._type(kind)
        self._titles(kind)
        self._numbers(kind)
        self._publisher()
        self._names()
        self._dates()
        self._addresses()
        self._plain_fields(kind)
        own = self.rest.pop(OWN_FIELD, "")
        self._csl_variables()
        for name, value in self.rest.items():
            self.extra[name] = value
        item = Item(
            key=self.entry.key,
            type=item_type,
            fields=self.fields,
            names=self.names,
            dates=self.dates,
            extra=self.extra,
        )
        return self._with_own_field(item, own) if own else item

    def _take(self, name: str, *, protect: bool = False) -> str:
        """Take a field as text, "" when it is not there."""
        if name not in self.rest:
            return ""
        return self._decode(name, self.rest.pop(name), protect=protect)

    def _take_first(self, *names: str, protect: bool = False) -> str:
        for name in names:
            if self.rest.get(name):
                return self._take(name, protect=protect)
        return ""

    def _decode(self, name: str, value: str, *, protect: bool = False) -> str:
        if not needs_decoding(value):
            return value
        unknown: set[str] = set()
        text = decode_latex(self.macros(value), protect=protect, unknown=unknown)
        for command in sorted(unknown):
            self.report(name, "latex-command", f"the LaTeX command {command!r} is not known; its arguments are kept")
        return text

    def _set(self, variable: str, text: str) -> None:
        if text:
            self.fields[variable] = text

    def _type(self, kind: str) -> str:
        subtype = self.rest.get("entrysubtype", "").lower()
        special = READ_SUBTYPES.get((kind, subtype)) or (subtype if subtype in ITEM_TYPES else "")
        if special:
            del self.rest["entrysubtype"]
            return special
        known = READ_TYPES.get(kind)
        if known is None:
            self.report("", "unknown-type", f"@{kind} is no known entry type; the item becomes a document")
            self.extra["entrytype"] = kind
            return "document"
        if kind == "unpublished" and ("eventtitle" in self.rest or "venue" in self.rest):
            return "speech"
        if kind == "misc" and "url" in self.rest and "eprint" not in self.rest:
            return "webpage"
        return known

    def _titles(self, kind: str) -> None:
        title = self._whole_title("title", "subtitle", "titleaddon")
        main = self._whole_title("maintitle", "mainsubtitle", "maintitleaddon")
        book = self._whole_title("booktitle", "booksubtitle", "booktitleaddon")
        journal = self._whole_title("journaltitle", "journalsubtitle", "journaltitleaddon") or self._take_first(
            "journal", "fjournal", protect=True
        )
        if kind == "periodical":
            issue = self._whole_title("issuetitle", "issuesubtitle", "issuetitleaddon")
            title, journal = (issue, title) if issue else (title, journal)
        if kind in BOOK_KINDS:
            if main:
                self._set("volume-title", title)
                title = main
            elif not title:
                title, book = book, ""
            elif book == title:
                book = ""
        elif main:
            self._set("volume-title", book)
            book = main
        self._set("title", title)
        self._set("container-title", journal or book)
        if journal and book:
            self._set("volume-title", book)

    def _whole_title(self, title: str, subtitle: str, addition: str) -> str:
        whole = self._take(title, protect=True) if title in self.rest else ""
        if subtitle in self.rest:
            whole = _joined(whole, self._take(subtitle, protect=True), ": ", "：")
        if addition in self.rest:
            whole = _joined(whole, self._take(addition, protect=True), ". ", "。")
        return whole

    def _numbers(self, kind: str) -> None:
        volume, part = self._take("volume"), self._take("part")
        self._set("volume", f"{volume}.{part}" if volume and part else volume)
        if part and not volume:
            self.fields["part-number"] = part
        number, issue = self._take("number"), self._take("issue")
        if kind in ARTICLE_KINDS:
            self._set("issue", ", ".join(text for text in (number, issue) if text))
        else:
            self._set("collection-number" if kind in BOOK_KINDS | PART_KINDS else "number", number)
            self._set("issue", issue)
        self._set("collection-title", self._series(kind))
        if "pages" in self.rest:
            self.fields["page"] = _pages(self._take("pages"))
        if "eid" in self.rest and "number" not in self.fields:
            self._set("number", self._take("eid"))

    def _series(self, kind: str) -> str:
        series = self._take("series", protect=True)
        if kind in ARTICLE_KINDS and series.isdigit():
            return f"{series}{_ordinal_ending(int(series))} series"
        return KEYS.get(series, series)

    def _publisher(self) -> None:
        how = self.rest.get("howpublished", "")
        if match := _URL.search(how):
            self.rest.setdefault("url", match[1] or match[0])
            how = (how[: match.start()] + how[match.end() :]).strip(" ,.;:")
            if how and not re.fullmatch(r"(?:available|online|accessed)?\s*(?:at|from|via)?", how, re.IGNORECASE):
                self.rest["howpublished"] = how
            else:
                del self.rest["howpublished"]
        publishers = [text for name in PUBLISHERS if (text := self._take_list(name))]
        self._set("publisher", "; ".join(dict.fromkeys(publishers)))
        for name in PLACES:
            if "publisher-place" not in self.fields:
                self._set("publisher-place", self._take_list(name))

    def _take_list(self, name: str) -> str:
        """Take a field that BibLaTeX reads as a list joined by `and`."""
        if name not in self.rest:
            return ""
        value = self.rest[name]
        if not self.reads_lists or "and" not in value:
            return self._take(name)
        del self.rest[name]
        return "; ".join(self._decode(name, part) for part in split_list(value))

    def _names(self) -> None:
        options = self.rest.get("options", "")
        option = _USE_PREFIX.search(options)
        use_prefix = None if option is None else option[1] != "false"
        if option is not None:
            self.rest["options"] = _USE_PREFIX.sub("", options).strip(" ,")
            if not self.rest["options"]:
                del self.rest["options"]
        for name, variable in NAME_FIELDS.items():
            if name in self.rest:
                role = self.rest.get("editortype", "") if name == "editor" else ""
                self._take_names(name, EDITOR_TYPES.get(role.lower(), variable), use_prefix)
        if self.rest.get("editortype", "").lower() in EDITOR_TYPES:
            del self.rest["editortype"]
        for letter in "abc":
            role = EDITOR_TYPES.get(self.rest.get(f"editor{letter}type", "").lower(), "")
            if role and f"editor{letter}" in self.rest and role not in self.names:
                self._take_names(f"editor{letter}", role, use_prefix)
                del self.rest[f"editor{letter}type"]

    def _take_names(self, name: str, variable: str, use_prefix: bool | None) -> None:
        value = self.macros(self.rest.pop(name))
        names = parse_names(value, lambda code, message: self.report(name, code, message), use_prefix=use_prefix)
        if names:
            self.names[variable] = self.names.get(variable, ()) + names

    def _dates(self) -> None:
        if "date" in self.rest:
            self._take_date("date", "issued")
            self._drop_same_year()
        elif "year" in self.rest:
            year, month = self.rest.pop("year"), self._take("month")
            found, wrong = parse_year(year, month, self._take("day"))
            self.dates["issued"] = found
            if wrong:
                self.report("year" if repr(year) in wrong or not month else "month", "bad-date", wrong)
        for name, variable in DATE_FIELDS.items():
            if name in self.rest and variable not in self.dates:
                self._take_date(name, variable)

    def _take_date(self, name: str, variable: str) -> None:
        raw = self.rest[name]
        value = self._take(name) if "\\" in raw else self.rest.pop(name)
        if not value:
            return
        try:
            self.dates[variable] = parse_date(value)
        except NoDate as error:
            self.report(name, "bad-date", f"{name}: {error}; it is kept as text")
            self.dates[variable] = Date(literal=value)

    def _drop_same_year(self) -> None:
        """Drop the `year` and `month` that programs write beside `date`; BibLaTeX does not read them either."""
        year = self.rest.get("year", "").strip("{} ")
        issued = self.dates.get("issued")
        if issued is not None and year == str(issued.year):
            for name in ("year", "month", "day"):
                self.rest.pop(name, None)

    def _addresses(self) -> None:
        doi = decode_verbatim(self.rest.pop("doi", ""))
        self._set("DOI", _DOI_PREFIX.sub("", doi))
        self._set("URL", decode_verbatim(self.rest.pop("url", "")))
        self._eprint()

    def _eprint(self) -> None:
        kind = (self.rest.get("eprinttype") or self.rest.get("archiveprefix") or "").strip("{} ").lower()
        number = decode_verbatim(self.rest.get("eprint", ""))
        if number and not kind and re.fullmatch(r"\d{4}\.\d{4,5}(v\d+)?|[a-z-]+/\d{7}(v\d+)?", number):
            kind = "arxiv"
        if not number or kind not in _EPRINT_URLS:
            return
        for name in ("eprint", "eprinttype", "archiveprefix"):
            self.rest.pop(name, None)
        number = re.sub(r"^arxiv:\s*", "", number, flags=re.IGNORECASE)
        if kind == "pubmed":
            self._set("PMID", number)
        else:
            self._set("archive", "arXiv" if kind == "arxiv" else kind)
            self._set("archive_location", number)
        if "URL" not in self.fields:
            self.fields["URL"] = _EPRINT_URLS[kind] + number

    def _plain_fields(self, kind: str) -> None:
        for name in TEXT_FIELDS.keys() & self.rest.keys():
            variable = TEXT_FIELDS[name]
            if variable not in self.fields:
                self._set(variable, self._take(name, protect=name == "shorttitle"))
        notes = [text for text in (self._take("note"), self._take("addendum")) if text]
        self._set("note", ". ".join(notes))
        for name in ("langid", "hyphenation", "language"):
            if name in self.rest and "language" not in self.fields:
                self._set("language", read_language(self._take(name)))
        status = self._take("pubstate")
        self._set("status", KEYS.get(status, status))
        genre = self._take("type") or _THESES.get(kind, "")
        self._set("genre", KEYS.get(genre, genre))

    def _csl_variables(self) -> None:
        """Take what carries a CSL variable's own name: `write_biblatex` writes so what BibLaTeX has no field for."""
        for name in list(self.rest):
            variable = _CSL_TEXT.get(name, "")
            if name in VERBATIM:
                continue
            if variable and variable not in self.fields:
                self._set(variable, self._take(name))
            elif name in NAME_VARIABLES and name not in self.names:
                self._take_names(name, name, None)
            elif name in DATE_VARIABLES and name not in self.dates:
                self._take_date(name, name)

    def _with_own_field(self, item: Item, own: str) -> Item:
        try:
            added = json.loads(own)
            if not isinstance(added, dict):
                raise InvalidItem(f"{added!r} is no object")
            return item_from_csl({**item_to_csl(item), **added})
        except (ValueError, InvalidItem, RecursionError) as error:
            self.report(OWN_FIELD, "own-field", f"the field 'tipcite' can't be read: {error}; remove or correct it")
            item.extra[OWN_FIELD] = own  # type: ignore[index]  # the mapping is the builder's own dict
            return item


def is_biblatex_entry(entry: Entry) -> bool:
    """Tell whether an entry uses fields that only BibLaTeX has, so that its lists are joined by `and`."""
    return any(name in entry.fields for name in _BIBLATEX_ONLY)


def _joined(first: str, second: str, mark: str, chinese_mark: str) -> str:
    if not first or not second:
        return first or second
    if _HAN_END.search(first):
        return first + ("" if first.endswith(("。", "！", "？")) else chinese_mark) + second
    return f"{first} {second}" if first.endswith(_CLOSED) else f"{first}{mark}{second}"


def _pages(text: str) -> str:
    """Write page ranges with a hyphen, as CSL-JSON does; styles set the dash."""
    return _PAGE_WORDS.sub("", _PAGE_WORDS.sub("", _DASHES.sub("-", text).strip()))


def _ordinal_ending(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
