"""A record of a work, in Crossref's JSON or in the CSL-JSON that agencies make of theirs → an item.

The two differ little: Crossref's titles are lists and its types have other names; both carry markup in titles.
Source: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md and https://api.crossref.org/swagger-ui/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tipcite.errors import FetchError
from tipcite.fetch.draft import Draft, item_of
from tipcite.fetch.parts import date_of, isbn_of, objects_of, pages_of, text_of, texts_of
from tipcite.fetch.people import read_creators
from tipcite.fetch.richtext import abstract_text, plain_text, rich_text
from tipcite.fetch.titles import are_two_languages, joined, parallel
from tipcite.lang import chinese_number, decide_text_language, is_chinese
from tipcite.model import ITEM_TYPES, Date, Doi, Item, JsonValue, VariantKind

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
    "proceedings-series": "book",
    "report-component": "report",
    "report-series": "report",
    "dissertation": "thesis",
    "posted-content": "article",
    "peer-review": "review",
    "journal": "periodical",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
    "database": "dataset",
    "standard-series": "standard",
    "component": "document",
    "grant": "document",
    "other": "document",
    # What CSL-JSON by content negotiation calls them, too (schema.org's and CSL 1.0.1's names).
    "post": "post",
    "interview": "interview",
}
_IN_A_SERIES: Final = frozenset({"chapter", "paper-conference", "book", "entry"})
_PLAIN: Final = {
    "volume": "volume",
    "issue": "issue",
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
    "chapter-number": "chapter-number",
    "part-number": "part-number",
    "PMID": "PMID",
    "PMCID": "PMCID",
    "URL": "URL",
}
_NAMES: Final = ("author", "editor", "translator", "chair", "container-author", "collection-editor", "director")
_DATES: Final = ("issued", "original-date", "submitted")
_FALLBACK_DATES: Final = ("published", "published-print", "published-online", "posted", "created")
_PREPRINTS: Final = {"preprint": "Preprint", "working_paper": "Working paper", "letter": "Letter", "report": "Report"}
_ORDINAL: Final = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}


def item_from_work(work: Mapping[str, JsonValue], doi: Doi, *, source: str, name: str) -> Item:
    """Make an item of a record, without key; only what a reference needs is taken over.

    `source` is how provenance names the source, `name` how messages do.

    Raises:
        FetchError: the record has neither title nor container, or speaks of another DOI.
    """
    named = text_of(work.get("DOI")).lower()
    if named and named != doi.value and source == "crossref" and doi.value not in _aliases(work):
        raise FetchError(f"{name} sent the record of {named!r} for {doi.value!r}; enter the item by hand")
    kind = text_of(work.get("type"))
    draft = Draft(type=_TYPES.get(kind, kind if kind in ITEM_TYPES else "document"), source=source)
    _add_titles(draft, work)
    _add_fields(draft, work)
    _add_publishing(draft, work)
    draft.fields["DOI"] = doi.value
    draft.fields.setdefault("URL", doi.url)
    draft.dates |= _dates(work)
    language = draft.fields.get("language") or decide_text_language(draft.fields.get("title", ""))
    for role in _NAMES:
        members = work.get(role)
        draft.creators[role] = read_creators(
            members if isinstance(members, list) else [members], is_chinese=is_chinese(language)
        )
    return item_of(draft, wanted=doi.value, name=name)


def relations(work: Mapping[str, JsonValue]) -> dict[str, list[str]]:
    """List the DOIs of what a work is related to, by Crossref's names of the relation (`is-preprint-of`)."""
    found = work.get("relation")
    return {
        kind: list(dict.fromkeys(doi for one in objects_of(others) if (doi := text_of(one.get("id")).lower())))
        for kind, others in (found.items() if isinstance(found, Mapping) else ())
        if any(text_of(one.get("id-type")) == "doi" for one in objects_of(others))
    }


def _add_titles(draft: Draft, work: Mapping[str, JsonValue]) -> None:
    titles, subtitles = _rich(work, "title"), _rich(work, "subtitle")
    if len(titles) > 1 and len(titles) == len(subtitles):  # each has its own
        titles, subtitles = tuple(joined(one, [sub]) for one, sub in zip(titles, subtitles, strict=True)), ()
    if titles:
        fitting = [sub for sub in subtitles if not are_two_languages(titles[0], sub)]
        titles = (joined(titles[0], fitting), *titles[1:])
    draft.add_titles("title", titles or subtitles)
    title = draft.fields.get("title", "")
    for original in _rich(work, "original-title")[:1]:
        if original != title and not any(variant.text == original for variant in draft.variants):
            is_translation = bool(work.get("translator")) or draft.type == "book"
            kind = VariantKind.ORIGINAL if is_translation else VariantKind.PARALLEL
            draft.variants.append(parallel("title", original, draft.source, kind=kind))
    short = _rich(work, "short-title", "title-short")
    if short and short[0] != title:
        draft.fields["title-short"] = short[0]
    _add_containers(draft, work)


def _add_containers(draft: Draft, work: Mapping[str, JsonValue]) -> None:
    """Take a container in the title's language; of a chapter's two in one language the first is the series."""
    containers = _rich(work, "container-title")
    title = draft.fields.get("title", "")
    if len(containers) > 1 and draft.type in _IN_A_SERIES and not are_two_languages(*containers[:2]):
        draft.fields["collection-title"], containers = containers[0], containers[1:]
    own = [container for container in containers if not are_two_languages(container, title)]
    draft.add_titles("container-title", tuple(dict.fromkeys((*own, *containers))))
    for variable in ("collection-title", "event-title"):
        for text in _rich(work, variable)[:1]:
            draft.fields[variable] = text
    event = work.get("event")
    if isinstance(event, Mapping):
        for part, variable in (("name", "event-title"), ("location", "event-place")):
            if text_of(event.get(part)):
                draft.fields.setdefault(variable, plain_text(text_of(event.get(part))))
    short = _rich(work, "short-container-title", "container-title-short")
    if short and short[0] != draft.fields.get("container-title"):
        draft.fields["container-title-short"] = short[0]


def _add_fields(draft: Draft, work: Mapping[str, JsonValue]) -> None:
    fields = draft.fields
    for variable, name in _PLAIN.items():
        text = plain_text(text_of(work.get(variable)))
        if text:
            fields.setdefault(name, text)
    pages = pages_of(plain_text(text_of(work.get("page"))))
    if pages and pages != fields.get("number"):
        fields["page"] = pages
    if isbn_of(work.get("ISBN")):
        fields["ISBN"] = isbn_of(work.get("ISBN"))
    issn = next(_issns(work), "")
    if issn:
        fields["ISSN"] = issn
    if "edition" in fields:
        fields["edition"] = edition_of(fields["edition"])
    abstract = abstract_text(text_of(work.get("abstract")))
    if abstract:
        fields["abstract"] = abstract


def edition_of(text: str) -> str:
    """Return an edition's number where the text says nothing else: `2nd ed.`, `Second edition`, 第二版."""
    body = text.strip().rstrip(".")
    words = body.lower().removesuffix("edition").removesuffix("edn").removesuffix("ed").strip(" .")
    han = re.fullmatch(r"第?\s*([\d〇零一二三四五六七八九十百]+)\s*版", body)
    if han:
        number = int(han[1]) if han[1].isdecimal() else chinese_number(han[1])
        return str(number) if number else body
    digits = words.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    if digits.isdecimal():
        return digits
    return _ORDINAL.get(words, body)


def _add_publishing(draft: Draft, work: Mapping[str, JsonValue]) -> None:
    """Take what theses, preprints and reports have in place of a publisher, and what kind they are."""
    institutions = [plain_text(text_of(one.get("name"))) for one in objects_of(work.get("institution"))]
    institutions = [name for name in institutions if name]
    if draft.type in ("thesis", "article") and institutions:
        draft.fields["publisher"] = institutions[0]
    elif institutions:
        draft.fields.setdefault("publisher", institutions[0])
    kind = _PREPRINTS.get(text_of(work.get("subtype")))
    if kind and draft.type == "article":
        draft.fields.setdefault("genre", kind)
    degree = plain_text(text_of(work.get("degree")))
    if draft.type == "thesis" and degree:
        draft.fields.setdefault("genre", degree)
    standard = work.get("standard-body")
    if draft.type == "standard" and isinstance(standard, Mapping) and text_of(standard.get("name")):
        draft.fields.setdefault("publisher", text_of(standard.get("name")))


def _issns(work: Mapping[str, JsonValue]) -> Iterator[str]:
    """Yield ISSNs, that of the printed serial first where the record tells which it is."""
    typed = objects_of(work.get("issn-type"))
    yield from (text_of(one.get("value")) for one in typed if text_of(one.get("type")) == "print")
    yield from (text.rsplit("/", 1)[-1] for text in texts_of(work.get("ISSN")))


def _dates(work: Mapping[str, JsonValue]) -> dict[str, Date]:
    dates = {variable: found for variable in _DATES if (found := date_of(work.get(variable)))}
    if "issued" not in dates:
        issued = next(filter(None, (date_of(work.get(variable)) for variable in _FALLBACK_DATES)), None)
        if issued:
            dates["issued"] = issued
    return dates


def _rich(work: Mapping[str, JsonValue], *variables: str) -> tuple[str, ...]:
    """Return the texts of the first of these variables that has some, each once."""
    for variable in variables:
        found = tuple(dict.fromkeys(filter(None, map(rich_text, texts_of(work.get(variable))))))
        if found:
            return found
    return ()


def _aliases(work: Mapping[str, JsonValue]) -> tuple[str, ...]:
    return tuple(text.lower() for text in texts_of(work.get("aliases")))
