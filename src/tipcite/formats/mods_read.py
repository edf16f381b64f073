"""The reader of MODS: every `<mods>` of a `<modsCollection>` is an item.

What is said of the work itself comes from the top, what contains it from `<relatedItem type="host">`. Elements that no
part takes are kept in `custom.mods`, each by its name, as text with its attributes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from tipcite.formats.findings import Findings, short
from tipcite.formats.mods_tables import (
    EXTENTS,
    GENRES,
    HOST_FIELDS,
    HOSTED,
    IDENTIFIERS,
    READ_RESOURCES,
    ROLE_WORDS,
    ROLES,
)
from tipcite.formats.own_field import with_own
from tipcite.formats.record_dates import is_undated, read_date
from tipcite.formats.record_names import person, read_name
from tipcite.formats.xml_tree import Element, read_records
from tipcite.lang import decide_text_language, has_han, meant_tag
from tipcite.model import ITEM_TYPES, Date, Item, JsonValue, Name, Reading, Variant, VariantKind

_ISSUED: Final = ("dateIssued", "copyrightDate", "dateCreated", "dateOther")
# `320 p.`; what else a cataloguer says of the volume (`xii, 320 p. : ill. ; 23 cm`) is kept.
_EXTENT: Final = re.compile(r"(?:[\[\]ivxlc\d]+, ?)?(\d+) ?(?:p|pp|pages|頁|页)\b\.?(.*)")
_PASSED_OVER: Final = frozenset({"recordInfo", "typeOfResource"})


def read_mods(text: str) -> Reading:
    """Read MODS.

    Raises:
        ReadError: there is no `<mods>` in it, or it declares entities.
    """
    found = Findings()
    read_records(text, "mods", found, lambda mods: found.add(_Record(mods, found).item(), mods.line))
    return found.reading()


class _Record:
    """One `<mods>` on its way to an item."""

    def __init__(self, mods: Element, found: Findings) -> None:
        self._mods = mods
        self._found = found
        self._hosts = [one for one in mods.children("relatedItem") if one.get("type").lower() == "host"]
        self._fields: dict[str, str] = {}
        self._names: dict[str, list[Name]] = {}
        self._dates: dict[str, Date] = {}
        self._variants: list[Variant] = []
        self._kept: dict[str, list[JsonValue]] = {}
        self._key = mods.get("ID")
        self._own = ""

    def item(self) -> Item:
        """Make the item."""
        csl_type = self._type()
        for element in self._mods:
            self._take(element)
        for host in self._hosts[:1]:
            self._take_host(host)
        for host in self._hosts[1:]:
            self._keep(host)
        item = Item(
            key=self._key,
            type=csl_type,
            fields=self._fields,
            names={variable: tuple(names) for variable, names in self._names.items()},
            dates=self._dates,
            variants=tuple(self._variants),
            extra={"custom": {"mods": self._kept}} if self._kept else {},
        )
        return with_own(item, self._own, self._report) if self._own else item

    def _report(self, code: str, message: str) -> None:
        self._found.report(code, message, self._mods.line, self._mods.column, self._key)

    def _set(self, variable: str, text: str) -> bool:
        """Set a variable that is not set yet; tell whether it has this text now."""
        if text:
            self._fields.setdefault(variable, text)
        return not text or self._fields[variable] == text

    def _keep(self, element: Element) -> None:
        attributes: dict[str, JsonValue] = dict(element.attributes)
        self._kept.setdefault(element.name, []).append(
            {**attributes, "text": element.text} if attributes else element.text
        )

    def _type(self) -> str:
        genres = [genre.text for genre in self._mods.children("genre")]
        for word in genres:
            if word in ITEM_TYPES and word not in GENRES:
                return word
        local = [one.text for one in self._mods.children("genre") if one.get("authority") == "csl"]
        for word in local:
            if word in ITEM_TYPES:
                return word
        known = [GENRES[word.lower()] for word in genres if word.lower() in GENRES]
        if known:
            return "chapter" if known[0] == "book" and self._hosts else known[0]
        return self._type_of_host() or self._type_of_resource()

    def _type_of_host(self) -> str:
        for host in self._hosts:
            for genre in host.children("genre"):
                if genre.text.lower() in HOSTED:
                    return HOSTED[genre.text.lower()]
            if any(one.get("type") == "issn" for one in host.children("identifier")):
                return "article-journal"
            is_serial = host.text_of("originInfo", "issuance") in ("continuing", "serial")
            return "article-journal" if is_serial else "chapter"
        return ""

    def _type_of_resource(self) -> str:
        resource = self._mods.text_of("typeOfResource")
        if resource in READ_RESOURCES:
            return READ_RESOURCES[resource]
        issuance = self._mods.text_of("originInfo", "issuance")
        if issuance in ("continuing", "serial"):
            return "periodical"
        return "book" if issuance == "monographic" or self._mods.text_of("originInfo", "publisher") else "document"

    def _take(self, element: Element) -> None:
        takes = {
            "titleInfo": self._title, "name": self._name, "originInfo": self._origin, "language": self._language,
            "physicalDescription": self._physical, "abstract": self._text("abstract"), "note": self._note,
            "subject": self._subject, "identifier": self._identifier, "location": self._location,
            "part": self._part, "relatedItem": self._related, "genre": self._genre, "extension": self._extension,
            "accessCondition": self._text("license"), "classification": self._text("call-number"),
        }.get(element.name)  # fmt: skip
        if takes is not None:
            takes(element)
        elif element.name not in _PASSED_OVER:
            self._keep(element)

    def _text(self, variable: str) -> Callable[[Element], None]:
        def take(element: Element) -> None:
            if element.attributes.keys() - {"type", "authority"} or not self._set(variable, _lines(element)):
                self._keep(element)

        return take

    def _title(self, element: Element) -> None:
        kind, text = element.get("type"), _whole_title(element)
        if not kind:
            if not self._set("title", text):
                self._keep(element)
        elif kind == "abbreviated":
            self._set("title-short", text)
        elif kind == "translated":
            language = meant_tag(element.get("lang")) or element.get("lang") or decide_text_language(text)
            self._variants.append(Variant(field="title", kind=VariantKind.TRANSLATED, language=language, text=text))
        elif kind == "uniform":
            self._set("original-title", text)
        else:
            self._keep(element)

    def _name(self, element: Element) -> None:
        self._add_name(element, {})

    def _add_name(self, element: Element, of_host: dict[str, str]) -> None:
        name = _read_name(element)
        if name is None:
            return
        terms = [term for role in element.children("role") for term in role.children("roleTerm")]
        variables = [variable for term in terms if (variable := _role(term))]
        if element.get("type") == "conference" and not terms:
            self._set("event-title", name.literal or name.full)
            return
        if terms and not variables:
            self._report("unknown-role", f"the role {short(terms[0].text)} of {name.full!r} is kept as contributor")
        for variable in dict.fromkeys(variables or ["contributor" if terms else "author"]):
            self._names.setdefault(of_host.get(variable, variable), []).append(name)

    def _origin(self, element: Element, *, is_host: bool = False) -> None:
        publishers = [one.text for one in element.children("publisher") if one.text]
        self._set("publisher", "; ".join(publishers))
        for place in element.children("place"):
            terms = [term for term in place.children("placeTerm") if term.get("type") != "code"]
            for term in terms:
                self._set("publisher-place", term.text)
        self._set("edition", element.text_of("edition"))
        self._issued(element)
        captured = read_date(element.text_of("dateCaptured"))
        if captured is not None:
            self._dates.setdefault("accessed", captured)
        if is_host:
            return
        for one in element:
            if one.name == "frequency":
                self._keep(one)

    def _issued(self, element: Element) -> None:
        if "issued" in self._dates:
            return
        for name in _ISSUED:
            dates = [one for one in element.children(name) if one.text]
            if dates:
                self._dates["issued"] = self._date_of(dates)
                return

    def _date_of(self, dates: list[Element]) -> Date:
        best = sorted(dates, key=lambda one: (not one.get("encoding"), not one.get("keyDate")))
        start, end = (next((one for one in best if one.get("point") == point), None) for point in ("start", "end"))
        if start is not None and end is not None:
            first, last = read_date(start.text), read_date(end.text)
            if first and last:
                return Date(parts=(first.parts[0], last.parts[0]))
        found = read_date(best[0].text.strip("[]"))
        if found is None:
            text = best[0].text
            if not is_undated(text):
                self._report("bad-date", f"{text!r} is no date; it is kept as text")
            return Date(literal=text)
        is_doubtful = best[0].get("qualifier") in ("approximate", "questionable")
        return Date(parts=found.parts, circa=found.circa or is_doubtful)

    def _language(self, element: Element) -> None:
        terms = sorted(element.children("languageTerm"), key=lambda term: term.get("authority") != "rfc5646")
        for term in terms[:1]:
            self._set(
                "language", term.text if term.get("authority") == "rfc5646" else meant_tag(term.text) or term.text
            )

    def _physical(self, element: Element) -> None:
        for one in element:
            pages = _EXTENT.fullmatch(one.text) if one.name == "extent" else None
            if pages is not None:
                self._set("number-of-pages", pages[1])
                if pages[2]:
                    self._keep(one)
            elif one.name == "extent" and one.text:
                self._set("dimensions", one.text)
            elif one.name == "form" and one.text and not one.get("authority"):
                self._set("medium", one.text)
            elif one.text:
                self._keep(one)

    def _note(self, element: Element) -> None:
        kind, text = element.get("type"), _lines(element)
        if kind == "thesis" and text:
            self._set("genre", text)
        elif kind == "version identification":
            self._set("version", text)
        elif kind:
            self._keep(element)
        elif text:
            self._fields["note"] = f"{self._fields['note']}\n{text}" if "note" in self._fields else text

    def _subject(self, element: Element) -> None:
        words = [one.text for one in element if one.text and one.name in ("topic", "geographic", "temporal", "genre")]
        if any(one.name in ("name", "titleInfo", "hierarchicalGeographic", "cartographics") for one in element):
            self._keep(element)
        word = "--".join(words)
        if word:
            self._fields["keyword"] = f"{self._fields['keyword']}, {word}" if "keyword" in self._fields else word

    def _identifier(self, element: Element) -> None:
        kind, text = element.get("type").lower(), element.text
        variable = IDENTIFIERS.get(kind)
        if variable == "key":
            self._key = text
        elif variable is None or element.get("invalid") == "yes":
            self._keep(element)
        elif variable in ("ISBN", "ISSN") and self._fields.get(variable):
            self._fields[variable] += f", {text}"
        elif not self._set(variable, re.sub(r"^(?:doi:|https?://(?:dx\.)?doi\.org/)", "", text)):
            self._keep(element)

    def _location(self, element: Element) -> None:
        for one in element:
            if one.name == "url":
                accessed = read_date(one.get("dateLastAccessed"))
                if accessed is not None:
                    self._dates.setdefault("accessed", accessed)
                if one.text and not self._set("URL", one.raw_text.strip()):
                    self._keep(one)
            elif one.name == "physicalLocation":
                self._set("archive", one.text)
            elif one.name == "shelfLocator":
                self._set("archive_location", one.text)
            elif one.text:
                self._keep(one)

    def _part(self, element: Element) -> None:
        for one in element:
            if one.name == "detail":
                variable = HOST_FIELDS.get(one.get("type").lower(), "")
                number = one.text_of("number") or one.text_of("caption")
                if not variable or not self._set(variable, number):
                    self._keep(one)
            elif one.name == "extent" and one.get("unit").lower() in EXTENTS:
                self._pages(one)
            elif one.name == "date":
                self._dates.setdefault("issued", self._date_of([one]))
            elif one.text:
                self._keep(one)

    def _pages(self, extent: Element) -> None:
        start, end, listed = extent.text_of("start"), extent.text_of("end"), extent.text_of("list")
        total = extent.text_of("total")
        if start:
            self._set("page", f"{start}-{end}" if end and end != start else start)
        elif listed:
            self._set("page", re.sub(r"^pp?\.\s*", "", listed))
        if total:
            self._set("number-of-pages", total)

    def _related(self, element: Element) -> None:
        kind = element.get("type").lower()
        if kind == "host":
            return
        if kind == "series":
            self._set("collection-title", _whole_title(element.child("titleInfo"), with_part=False))
            self._set("collection-number", element.text_of("titleInfo", "partNumber"))
            for name in element.children("name"):
                self._add_name(name, {"editor": "collection-editor", "author": "collection-editor"})
        elif kind == "original":
            self._set("original-title", _whole_title(element.child("titleInfo")))
            self._set("original-publisher", element.text_of("originInfo", "publisher"))
            self._set("original-publisher-place", element.text_of("originInfo", "place", "placeTerm"))
            original = read_date(element.text_of("originInfo", "dateIssued"))
            if original is not None:
                self._dates.setdefault("original-date", original)
        else:
            self._keep(element)

    def _take_host(self, host: Element) -> None:
        for title in host.children("titleInfo"):
            kind = title.get("type")
            variable = {"": "container-title", "abbreviated": "container-title-short"}.get(kind)
            if variable is None or not self._set(variable, _whole_title(title)):
                self._keep(title)
        for element in host:
            if element.name == "name":
                self._add_name(element, {"author": "container-author"})
            elif element.name == "originInfo":
                self._origin(element, is_host=True)
            elif element.name in ("part", "identifier", "location"):
                self._take(element)
            elif element.name == "relatedItem":
                self._related(element)
            elif element.name not in ("titleInfo", "genre", "typeOfResource", "recordInfo", "language"):
                self._keep(element)

    def _genre(self, element: Element) -> None:
        word = element.text
        if element.get("authority") not in ("csl", "marcgt") and word not in ITEM_TYPES and word.lower() not in GENRES:
            self._set("genre", word)

    def _extension(self, element: Element) -> None:
        inner = element.child("tipcite")
        if inner is not None:
            self._own = inner.raw_text
        else:
            self._keep(element)


def _whole_title(element: Element | None, *, with_part: bool = True) -> str:
    if element is None:
        return ""
    title = " ".join(part for part in (element.text_of("nonSort"), element.text_of("title")) if part)
    subtitle = element.text_of("subTitle")
    if subtitle:
        mark = "：" if has_han(title[-1:]) else " " if title.endswith(("?", "!", ":")) else ": "
        title = f"{title}{mark}{subtitle}" if title else subtitle
    parts = [element.text_of("partNumber"), element.text_of("partName")] if with_part else []
    return ", ".join(part for part in (title, *parts) if part)


def _read_name(element: Element) -> Name | None:
    parts: dict[str, list[str]] = {}
    for part in element.children("namePart"):
        parts.setdefault(part.get("type"), []).append(part.text)
    whole = " ".join(parts.get("", []))
    if element.get("type") in ("corporate", "conference"):
        return Name(literal=whole) if whole else None
    family, given = " ".join(parts.get("family", [])), " ".join(parts.get("given", []))
    if family or given:
        return person(family, given, " ".join(parts.get("termsOfAddress", [])))
    return read_name(whole, lambda *_: None, spoken=element.get("type") == "personal") if whole else None


def _role(term: Element) -> str:
    word = term.text.lower().strip(". ")
    return ROLES.get(word) or ROLE_WORDS.get(word, "")


def _lines(element: Element) -> str:
    return "\n".join(line for line in (" ".join(line.split()) for line in element.raw_text.split("\n")) if line)
