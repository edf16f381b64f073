"""DataCite's record of a work → an item (DataCite Metadata Schema 4.6, https://schema.datacite.org/meta/kernel-4.6/)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tipcite.errors import FetchError
from tipcite.fetch.draft import Draft, item_of
from tipcite.fetch.parts import date_of, isbn_of, objects_of, pages_of, text_of
from tipcite.fetch.people import Creators, read_creators
from tipcite.fetch.richtext import abstract_text, plain_text, rich_text
from tipcite.fetch.titles import are_two_languages, joined
from tipcite.lang import decide_text_language, is_chinese
from tipcite.model import ITEM_TYPES, Date, Doi, Item, JsonValue

# resourceTypeGeneral (schema 4.6, appendix 1) → CSL 1.0.2; `Text` and `Other` are told by what else is said.
_TYPES: Final = {
    "audiovisual": "motion_picture",
    "award": "document",
    "book": "book",
    "bookchapter": "chapter",
    "collection": "collection",
    "computationalnotebook": "software",
    "conferencepaper": "paper-conference",
    "conferenceproceeding": "book",
    "datapaper": "article-journal",
    "dataset": "dataset",
    "dissertation": "thesis",
    "event": "event",
    "image": "graphic",
    "instrument": "document",
    "interactiveresource": "webpage",
    "journal": "periodical",
    "journalarticle": "article-journal",
    "model": "document",
    "outputmanagementplan": "document",
    "peerreview": "review",
    "physicalobject": "document",
    "preprint": "article",
    "project": "document",
    "report": "report",
    "service": "document",
    "software": "software",
    "sound": "song",
    "standard": "standard",
    "studyregistration": "document",
    "workflow": "document",
}
_WORDS: Final = (
    ("thesis", "thesis"), ("dissertation", "thesis"), ("學位論文", "thesis"), ("学位论文", "thesis"),
    ("conference", "paper-conference"), ("report", "report"), ("chapter", "chapter"), ("preprint", "article"),
    ("book", "book"), ("article", "article-journal"), ("poster", "speech"), ("presentation", "speech"),
    ("lecture", "speech"),
)  # fmt: skip
_ROLES: Final = {
    "Editor": "editor",
    "Translator": "translator",
    "DataCurator": "curator",
    "Producer": "producer",
    "HostingInstitution": "",
}
_DATES: Final = ("issued", "available", "created", "submitted", "updated")
_WITHIN: Final = frozenset({"IsPublishedIn", "IsPartOf"})
_PREPRINT_SERVERS: Final = frozenset({"arXiv"})


def item_from_attributes(attributes: Mapping[str, JsonValue], doi: Doi, *, name: str) -> Item:
    """Make an item of a record, without key.

    Raises:
        FetchError: the record has no title, or speaks of another DOI.
    """
    named = text_of(attributes.get("doi")).lower()
    if named and named != doi.value:
        raise FetchError(f"{name} sent the record of {named!r} for {doi.value!r}; enter the item by hand")
    draft = Draft(type=_type(attributes), source="datacite")
    _add_titles(draft, attributes)
    _add_container(draft, attributes)
    _add_fields(draft, attributes)
    draft.fields["DOI"] = doi.value
    draft.fields["URL"] = doi.url
    draft.dates |= _dates(attributes)
    language = draft.fields.get("language") or decide_text_language(draft.fields.get("title", ""))
    draft.creators |= _creators(attributes, is_chinese=is_chinese(language))
    return item_of(draft, wanted=doi.value, name=name)


def related_dois(attributes: Mapping[str, JsonValue]) -> dict[str, list[str]]:
    """List the DOIs of other versions and forms of a work, by DataCite's names of the relation."""
    found: dict[str, list[str]] = {}
    for one in objects_of(attributes.get("relatedIdentifiers")):
        kind = text_of(one.get("relationType"))
        if text_of(one.get("relatedIdentifierType")).upper() == "DOI" or "/" in text_of(one.get("relatedIdentifier")):
            kinds = {"ispreviousversionof": "IsPreviousVersionOf", "isobsoletedby": "IsObsoletedBy"}
            kind = kinds.get(kind.lower(), kind)
            if kind in ("IsPreviousVersionOf", "IsObsoletedBy", "IsNewVersionOf", "IsPreprintOf", "IsTranslationOf"):
                found.setdefault(kind, []).append(text_of(one.get("relatedIdentifier")).lower())
    return found


def _type(attributes: Mapping[str, JsonValue]) -> str:
    types = attributes.get("types")
    types = types if isinstance(types, Mapping) else {}
    general = text_of(types.get("resourceTypeGeneral")).replace(" ", "").lower()
    if general in _TYPES:
        return _TYPES[general]
    said = text_of(types.get("resourceType")).lower()
    for word, csl in _WORDS:
        if word in said:
            return csl
    if objects_of(attributes.get("container")) and text_of(objects_of(attributes["container"])[0].get("title")):
        return "article-journal"
    given = text_of(types.get("citeproc"))
    return given if given in ITEM_TYPES and given != "article" else "document"


def _add_titles(draft: Draft, attributes: Mapping[str, JsonValue]) -> None:
    """Take the title with its subtitle; translated titles are variants, other ones only in another language."""
    titles: list[str] = []
    subtitles: list[str] = []
    others: list[str] = []
    for one in objects_of(attributes.get("titles")):
        text, kind = rich_text(text_of(one.get("title"))), text_of(one.get("titleType"))
        if text:
            (subtitles if kind == "Subtitle" else others if kind else titles).append(text)
    if not titles:
        titles, others = others[:1], others[1:]
    fitting = [sub for sub in subtitles if titles and not are_two_languages(titles[0], sub)]
    foreign = [sub for sub in subtitles if sub not in fitting]
    whole = [joined(title, fitting if number == 0 else foreign) for number, title in enumerate(titles)]
    draft.add_titles("title", tuple(dict.fromkeys((*whole, *others))))


def _add_container(draft: Draft, attributes: Mapping[str, JsonValue]) -> None:
    """Take where it was published: `container`, which DataCite makes of it, else the related item itself."""
    fields = draft.fields
    for part in (*objects_of(attributes.get("container")), *map(_as_container, _related_items(attributes))):
        title = rich_text(text_of(part.get("title")))
        if title and text_of(part.get("type")) == "Series" and draft.type in ("book", "report", "dataset", "thesis"):
            fields.setdefault("collection-title", title)
            if text_of(part.get("volume")):
                fields.setdefault("collection-number", text_of(part.get("volume")))
            continue
        if title:
            fields.setdefault("container-title", title)
        pages = "-".join(filter(None, (text_of(part.get("firstPage")), text_of(part.get("lastPage")))))
        told = {"volume": text_of(part.get("volume")), "issue": text_of(part.get("issue")), "page": pages_of(pages)}
        told |= {"number": text_of(part.get("number")), "edition": text_of(part.get("edition"))}
        if text_of(part.get("identifierType")) in ("ISSN", "ISBN"):
            told[text_of(part["identifierType"])] = text_of(part.get("identifier"))
        for variable, text in told.items():
            if text:
                fields.setdefault(variable, plain_text(text))


def _related_items(attributes: Mapping[str, JsonValue]) -> Iterator[Mapping[str, JsonValue]]:
    items = objects_of(attributes.get("relatedItems"))
    return (one for one in items if text_of(one.get("relationType")) in _WITHIN)


def _as_container(item: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
    """Write a related item as DataCite writes `container`."""
    titles = objects_of(item.get("titles"))
    number = item.get("relatedItemIdentifier")
    number = number if isinstance(number, Mapping) else {}
    is_article = text_of(item.get("numberType")) == "Article"
    return {
        **{part: item.get(part) for part in ("volume", "issue", "firstPage", "lastPage", "edition")},
        "number": item.get("number") if is_article else None,
        "title": text_of(titles[0].get("title")) if titles else "",
        "identifier": number.get("relatedItemIdentifier"),
        "identifierType": number.get("relatedItemIdentifierType"),
    }


def _add_fields(draft: Draft, attributes: Mapping[str, JsonValue]) -> None:
    fields = draft.fields
    publisher = attributes.get("publisher")
    text = text_of(publisher.get("name")) if isinstance(publisher, Mapping) else text_of(publisher)
    found = {
        "publisher": "" if text.lower() in (":unav", "(:unav)", ":none", "unknown") else plain_text(text),
        "version": plain_text(text_of(attributes.get("version"))),
        "language": text_of(attributes.get("language")),
        "license": next((_rights(one) for one in objects_of(attributes.get("rightsList"))), ""),
        "ISBN": isbn_of(list(_identifiers(attributes, "ISBN"))),
        "abstract": next(_descriptions(attributes, "Abstract"), ""),
    }
    for variable, text in found.items():
        if text:
            fields.setdefault(variable, text)
    types = attributes.get("types")
    said = plain_text(text_of(types.get("resourceType"))) if isinstance(types, Mapping) else ""
    if (
        draft.type in ("thesis", "report", "article")
        and said
        and said.lower() not in ("text", "thesis", "report", "article")
    ):
        fields.setdefault("genre", said)
    elif draft.type == "article":
        fields.setdefault("genre", "Preprint")
    arxiv = re.fullmatch(r"10\.48550/arxiv\.(.+)", text_of(attributes.get("doi")), re.IGNORECASE)
    if arxiv and fields.get("publisher") in _PREPRINT_SERVERS:
        fields.setdefault("number", f"arXiv:{arxiv[1]}")


def _rights(one: Mapping[str, JsonValue]) -> str:
    return text_of(one.get("rightsIdentifier")).upper() or plain_text(text_of(one.get("rights")))


def _identifiers(attributes: Mapping[str, JsonValue], kind: str) -> Iterator[str]:
    for member in ("identifiers", "alternateIdentifiers"):
        for one in objects_of(attributes.get(member)):
            if text_of(one.get("identifierType") or one.get("alternateIdentifierType")).upper() == kind:
                yield text_of(one.get("identifier") or one.get("alternateIdentifier"))


def _descriptions(attributes: Mapping[str, JsonValue], kind: str) -> Iterator[str]:
    for one in objects_of(attributes.get("descriptions")):
        if text_of(one.get("descriptionType")) == kind and text_of(one.get("description")):
            yield abstract_text(text_of(one["description"]))


def _dates(attributes: Mapping[str, JsonValue]) -> dict[str, Date]:
    """Take the day of issue, by the type of date; `publicationYear` rules where they are of another year."""
    told = {
        text_of(one.get("dateType")).lower(): one.get("date") for one in reversed(objects_of(attributes.get("dates")))
    }
    year = date_of(attributes.get("publicationYear"))
    for kind in _DATES:
        found = date_of(text_of(told.get(kind)))
        if found and (year is None or found.year == year.year):
            return {"issued": found}
    return {"issued": year} if year else {}


def _creators(attributes: Mapping[str, JsonValue], *, is_chinese: bool) -> dict[str, Creators]:
    roles: dict[str, list[JsonValue]] = {"author": [_member(one) for one in objects_of(attributes.get("creators"))]}
    for one in objects_of(attributes.get("contributors")):
        role = _ROLES.get(text_of(one.get("contributorType")))
        if role:
            roles.setdefault(role, []).append(_member(one))
    return {role: read_creators(members, is_chinese=is_chinese) for role, members in roles.items()}


def _member(one: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Write a creator in CSL's parts; a name with a comma that is no body's is a person's."""
    orcid = next(
        (
            text_of(number.get("nameIdentifier"))
            for number in objects_of(one.get("nameIdentifiers"))
            if text_of(number.get("nameIdentifierScheme")).upper() == "ORCID"
        ),
        "",
    )
    family, given = text_of(one.get("familyName")), text_of(one.get("givenName"))
    whole = text_of(one.get("name"))
    if text_of(one.get("nameType")) == "Organizational" and not family:
        return {"literal": f"{whole},"} if "," in whole else {"literal": whole}
    if family:
        return {"family": family, "given": given, "ORCID": orcid}
    return {"literal": whole, "ORCID": orcid}
