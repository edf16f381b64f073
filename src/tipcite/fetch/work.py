"""A record of a work, in Crossref's JSON or in the CSL-JSON that agencies make of theirs → an item.

The two differ little: Crossref's titles are lists and its types have other names; both carry markup in titles.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tipcite.errors import FetchError, InvalidItem
from tipcite.fetch.richtext import plain_text, rich_text
from tipcite.lang import decide_text_language
from tipcite.model import ITEM_TYPES, Date, Doi, Item, JsonValue, Name, Variant, VariantKind, date_from_csl

# https://api.crossref.org/types → CSL 1.0.2; what is missing here and no CSL type is a "document".
_TYPES: Final = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "book-track": "chapter",
    "reference-entry": "entry",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-set": "book",
    "book-series": "book",
    "proceedings": "book",
    "report-component": "report",
    "report-series": "report",
    "dissertation": "thesis",
    "posted-content": "article",
    "peer-review": "review",
    "journal": "periodical",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
    "database": "dataset",
    "article-newspaper": "article-newspaper",
}
_RICH: Final = ("title", "container-title", "collection-title", "event-title")
_PLAIN: Final = {
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "number": "number",
    "edition": "edition",
    "edition-number": "edition",
    "number-of-pages": "number-of-pages",
    "publisher": "publisher",
    "publisher-location": "publisher-place",
    "publisher-place": "publisher-place",
    "language": "language",
    "genre": "genre",
    "medium": "medium",
    "version": "version",
    "article-number": "number",
    "ISSN": "ISSN",
    "ISBN": "ISBN",
    "PMID": "PMID",
    "PMCID": "PMCID",
    "URL": "URL",
}
_NAMES: Final = ("author", "editor", "translator", "chair", "container-author", "collection-editor", "director")
_DATES: Final = ("issued", "original-date", "submitted")
_FALLBACK_DATES: Final = ("published", "published-print", "published-online", "created")
_NAME_PARTS: Final = {
    "family": "family",
    "given": "given",
    "suffix": "suffix",
    "literal": "literal",
    "name": "literal",
    "dropping-particle": "dropping_particle",
    "non-dropping-particle": "non_dropping_particle",
}


def item_from_work(work: Mapping[str, JsonValue], doi: Doi, *, source: str, retrieved: str) -> Item:
    """Make an item of a record, without key; only what a reference needs is taken over.

    Raises:
        FetchError: the record has neither title nor container, or speaks of another DOI.
    """
    named = _text(work.get("DOI")).lower()
    if named and named != doi.value and source == "crossref" and doi.value not in _aliases(work):
        raise FetchError(f"{source} sent the record of {named!r} for {doi.value!r}; enter the item by hand")
    fields = _fields(work)
    if not fields.get("title") and not fields.get("container-title"):
        raise FetchError(f"{source}'s record of {doi.value!r} has no title; enter the item by hand")
    fields["DOI"] = doi.value
    fields.setdefault("URL", doi.url)
    kind = _text(work.get("type"))
    known = _TYPES.get(kind, kind if kind in ITEM_TYPES else "document")
    return Item(
        key="",
        type=known,
        fields=fields,
        names={variable: names for variable in _NAMES if (names := _names(work.get(variable)))},
        dates=_dates(work),
        variants=_variants(work),
        provenance={"source": source, "retrieved": retrieved},
    )


def _fields(work: Mapping[str, JsonValue]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for variable, name in _PLAIN.items():
        text = plain_text(_text(work.get(variable)))
        if text:
            fields.setdefault(name, text)
    for variable in _RICH:
        text = rich_text(_text(work.get(variable)))
        if text:
            fields[variable] = text
    subtitle = rich_text(_text(work.get("subtitle")))
    if subtitle and fields.get("title") and subtitle.casefold() not in fields["title"].casefold():
        fields["title"] = _with_subtitle(fields["title"], subtitle)
    short = rich_text(_text(work.get("short-container-title") or work.get("container-title-short")))
    if short and short != fields.get("container-title"):
        fields["container-title-short"] = short
    if work.get("abstract"):
        fields["abstract"] = plain_text(_text(work["abstract"]))
    return fields


def _with_subtitle(title: str, subtitle: str) -> str:
    """Join title and subtitle as their language does: `Title: Subtitle`, `題名：副題`."""
    chinese = decide_text_language(title).startswith("zh")
    return f"{title}：{subtitle}" if chinese else f"{title.rstrip(':')}: {subtitle}"


def _variants(work: Mapping[str, JsonValue]) -> tuple[Variant, ...]:
    """Take `original-title`, the title in the work's own language beside the English one."""
    original = rich_text(_text(work.get("original-title")))
    if not original or original == rich_text(_text(work.get("title"))):
        return ()
    language = decide_text_language(original)
    return (Variant(field="title", kind=VariantKind.PARALLEL, language=language, text=original, source="crossref"),)


def _names(value: JsonValue) -> tuple[Name, ...]:
    members = [member for member in value if isinstance(member, Mapping)] if isinstance(value, list) else []
    return tuple(name for name in map(_name, members) if name != Name())


def _name(member: Mapping[str, JsonValue]) -> Name:
    parts: dict[str, Any] = {
        attribute: plain_text(_text(member.get(part)))
        for part, attribute in _NAME_PARTS.items()
        if _text(member.get(part)).strip()
    }
    # DataCite sends a person's whole name beside its parts.
    if parts.get("family") and "literal" in parts:
        del parts["literal"]
    if parts.get("given") and not parts.get("family") and "literal" not in parts:
        parts["literal"] = parts.pop("given")
    return Name(**parts)


def _dates(work: Mapping[str, JsonValue]) -> dict[str, Date]:
    dates = {variable: found for variable in _DATES if (found := _date(work.get(variable)))}
    if "issued" not in dates:
        issued = next(filter(None, (_date(work.get(variable)) for variable in _FALLBACK_DATES)), None)
        if issued:
            dates["issued"] = issued
    return dates


def _date(value: JsonValue) -> Date | None:
    """Read a date of a record; Crossref writes an unknown one as `[[null]]`, which is none."""
    try:
        found = date_from_csl(value) if value else None
    except InvalidItem:
        return None
    return found if found and (found.parts or found.raw or found.literal) else None


def _aliases(work: Mapping[str, JsonValue]) -> tuple[str, ...]:
    aliases = work.get("aliases")
    return tuple(str(alias).lower() for alias in aliases) if isinstance(aliases, list) else ()


def _text(value: JsonValue) -> str:
    """Return a text, the first of a list of texts, or a number as text; anything else is none."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value)
    return ""
