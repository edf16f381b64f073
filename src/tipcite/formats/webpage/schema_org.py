"""schema.org in JSON-LD: which object of the page is its work, and what it says (https://schema.org/CreativeWork)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from tipcite.errors import InvalidIdentifier
from tipcite.formats.linked_data import types_of
from tipcite.formats.webpage.claims import Basis, Claim, Value
from tipcite.formats.webpage.days import read_day
from tipcite.formats.webpage.people import read_people
from tipcite.formats.webpage.wording import is_nobody, plain
from tipcite.model import JsonValue, Name, find_doi, parse_isbn

Thing: TypeAlias = Mapping[str, JsonValue]

# The more a type says, the earlier it is; "" leaves the item's type to the site.
_WORKS: Final = {
    "ScholarlyArticle": "article-journal", "MedicalScholarlyArticle": "article-journal", "Legislation": "legislation",
    "LegislationObject": "legislation", "Thesis": "thesis", "Report": "report", "Chapter": "chapter", "Book": "book",
    "Dataset": "dataset", "SoftwareSourceCode": "software", "SoftwareApplication": "software",
    "NewsArticle": "article-newspaper", "ReportageNewsArticle": "article-newspaper",
    "AnalysisNewsArticle": "article-newspaper", "OpinionNewsArticle": "article-newspaper",
    "BackgroundNewsArticle": "article-newspaper", "ReviewNewsArticle": "article-newspaper",
    "BlogPosting": "post-weblog", "LiveBlogPosting": "post-weblog", "Article": "", "TechArticle": "",
    "AdvertiserContentArticle": "", "SatiricalArticle": "", "GovernmentService": "", "CreativeWork": "",
    "VideoObject": "motion_picture", "PodcastEpisode": "broadcast", "SpecialAnnouncement": "", "WebPage": "",
    "AboutPage": "", "ItemPage": "", "MedicalWebPage": "",
}  # fmt: skip
_RANKS: Final = {name: rank for rank, name in enumerate(_WORKS)}
_WEAK: Final = _RANKS["VideoObject"]
"""From here on an object describes the page around the work: its dates are often those of the template."""
_BODIES: Final = re.compile(r"Organi[sz]ation|Corporation|NGO|Government|School|University|Project")
_DAYS: Final = ("datePublished", "legislationDate", "dateCreated", "uploadDate")
_NO_CONTAINERS: Final = frozenset({"PublicationIssue", "PublicationVolume", "WebPage", "CollectionPage"})
_DEEPEST: Final = 4


def claims(things: Sequence[Thing], address: str) -> Iterator[Claim]:
    """Claim what the page's main work says; nothing when no object is one."""
    named = {str(thing["@id"]): thing for thing in things if isinstance(thing.get("@id"), str) and len(thing) > 1}
    works = [thing for thing in things if _rank(thing) is not None]
    if not works:
        return
    work = min(works, key=lambda thing: (not _is_of(thing, address), _rank(thing)))
    weak = (_rank(work) or 0) >= _WEAK
    yield from _texts(work, named, weak=weak)
    yield from _days(work, weak=weak)
    yield from _people(work, named)
    yield from _numbers(work)
    if not weak:
        yield from _places(work, named)


def _rank(thing: Thing) -> int | None:
    return min((_RANKS[name] for name in types_of(thing) if name in _RANKS), default=None)


def _is_of(thing: Thing, address: str) -> bool:
    """Tell whether an object says that it is about this address; one that says nothing may be."""
    stated = [_address(thing.get(name)) for name in ("url", "mainEntityOfPage", "@id")]
    stated = [one for one in stated if one.startswith("http")]
    return not stated or any(_path(one) == _path(address) for one in stated)


def _address(value: JsonValue) -> str:
    if isinstance(value, Mapping):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else ""


def _path(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.path.rstrip('/')}?{parts.query}" if parts.query else parts.path.rstrip("/")


def _texts(work: Thing, named: Mapping[str, Thing], *, weak: bool) -> Iterator[Claim]:
    for name in ("headline", "name"):
        text = _text(work.get(name))
        if text:
            yield _claim("title", text, name, confidence=0.6 if weak else 0.0)
    language = _text(work.get("inLanguage"))
    if language:
        yield _claim("language", language, "inLanguage")
    kind = next((_WORKS[name] for name in sorted(types_of(work), key=lambda name: _RANKS.get(name, 99))
                 if _WORKS.get(name)), "")  # fmt: skip
    if kind:
        yield _claim("type", kind, "@type")
    publisher = _name_of(_resolved(work.get("publisher"), named))
    if publisher and not is_nobody(publisher):
        yield _claim("publisher", publisher, "publisher")
    number = _text(work.get("legislationIdentifier")) or _text(work.get("reportNumber"))
    if number and not number.startswith("http"):
        yield _claim("number", number, "legislationIdentifier")


def _days(work: Thing, *, weak: bool) -> Iterator[Claim]:
    for name in _DAYS:
        day = read_day(_text(work.get(name)))
        if day is not None:
            yield _claim("issued", day, name, confidence=0.6 if weak else 0.0)
    changed = read_day(_text(work.get("dateModified")))
    if changed is not None:
        yield _claim("modified", changed, "dateModified")


def _people(work: Thing, named: Mapping[str, Thing]) -> Iterator[Claim]:
    for variable, property_ in (("author", "author"), ("author", "creator"), ("editor", "editor")):
        value = work.get(property_)
        members = value if isinstance(value, list) else [value]
        names = [name for member in members for name in _names(_resolved(member, named))]
        if names and not (variable == "editor" and "Book" not in types_of(work)):
            different = {(name.family, name.given, name.literal): name for name in reversed(names)}
            yield _claim(variable, tuple(reversed(different.values())), property_)


def _names(value: JsonValue) -> tuple[Name, ...]:
    if isinstance(value, Mapping):
        family, given = _text(value.get("familyName")), _text(value.get("givenName"))
        if family and given:
            return (Name(family=family, given=given),)
        text = _name_of(value)
        if any(_BODIES.search(name) for name in types_of(value)):
            return () if is_nobody(text) else (Name(literal=text),)
        return read_people([text]) if text else ()
    return read_people([value]) if isinstance(value, str) else ()


def _numbers(work: Thing) -> Iterator[Claim]:
    for name in ("identifier", "sameAs", "@id", "url"):
        for text in _strings(work.get(name), 0):
            doi = find_doi(text)
            if doi is not None:
                yield _claim("DOI", doi.value, name)
    for text in _strings(work.get("isbn"), 0):
        try:
            yield _claim("ISBN", parse_isbn(text).value, "isbn")
        except InvalidIdentifier:
            continue
    first, last = _text(work.get("pageStart")), _text(work.get("pageEnd"))
    pages = f"{first}-{last}" if first and last and last != first else first or _text(work.get("pagination"))
    if pages:
        yield _claim("page", pages, "pageStart")


def _places(work: Thing, named: Mapping[str, Thing]) -> Iterator[Claim]:
    """Walk up what the work is part of: issue, volume, periodical."""
    part = _resolved(work.get("isPartOf"), named)
    for _ in range(_DEEPEST):
        if isinstance(part, list):
            part = _resolved(part[0], named) if part else None
        if not isinstance(part, Mapping):
            return
        kinds = types_of(part)
        for variable, name in (("volume", "volumeNumber"), ("issue", "issueNumber"), ("ISSN", "issn")):
            text = _text(part.get(name))
            if text:
                yield _claim(variable, text, name)
        title = _name_of(part)
        if title and not _NO_CONTAINERS.intersection(kinds):
            yield _claim("container-title", title, "isPartOf", confidence=0.7 if "WebSite" in kinds else 0.0)
        part = _resolved(part.get("isPartOf"), named)


def _resolved(value: JsonValue, named: Mapping[str, Thing]) -> JsonValue:
    """Follow a bare `{"@id": …}` to the object of that name."""
    if isinstance(value, Mapping) and isinstance(value.get("@id"), str) and not value.get("name"):
        return named.get(value["@id"], value)
    return value


def _name_of(value: JsonValue) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name") or value.get("alternateName")) if isinstance(value, Mapping) else _text(value)


def _text(value: JsonValue) -> str:
    """Return a text, the first of several, or the text of `{"@value": …}`; "" for anything else."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("@value") or value.get("name")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return plain(value) if isinstance(value, str) else ""


def _strings(value: JsonValue, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif depth < _DEEPEST and isinstance(value, list):
        for member in value:
            yield from _strings(member, depth + 1)
    elif depth < _DEEPEST and isinstance(value, Mapping):
        yield from _strings([value.get("value"), value.get("@id"), value.get("url")], depth + 1)


def _claim(variable: str, value: Value, mark: str, *, confidence: float = 0.0) -> Claim:
    return Claim(variable=variable, value=value, basis=Basis.LINKED, mark=mark, confidence=confidence)
