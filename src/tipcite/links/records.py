"""What the agencies know of a DOI: its titles and years, and what became of the work.

Crossref and DataCite by their own interfaces, other agencies that have records by content negotiation. ISTIC,
CNKI and Airiti have none: of them nothing is expected beyond registration and landing page.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from tipcite.links.judge import Ask
from tipcite.model import JsonValue
from tipcite.net import Answer, Services, below

RECORD_LIMIT: Final = 4 * 1024 * 1024
"""A review's record lists thousands of references: far more than a page's limit."""

_CSL: Final = "application/vnd.citationstyles.csl+json"
_NEGOTIATING: Final = frozenset({"jalc", "medra", "kisti", "op"})
"""Agencies whose records doi.org gives in CSL-JSON (https://citation.doi.org, "supported RAs")."""
_YEARS: Final = ("issued", "published", "published-print", "published-online", "original-date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One notice about a work: `kind` in Crossref's words (`retraction`, `expression_of_concern`), `date` an ISO date.

    `doi` is the notice's; of a notice itself, the work's it speaks of.
    """

    kind: str
    doi: str = ""
    source: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRecord:
    """What an agency says; `containers` are what the work is part of, `is_about` what it is a notice on.

    `work` is the record itself, in Crossref's JSON or CSL-JSON.
    """

    titles: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    updates: tuple[Update, ...] = ()
    is_about: tuple[Update, ...] = ()
    work: Mapping[str, JsonValue] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An agency's answer: its record, or none; `silent` when it should have had one and gave no usable answer.

    `message` says what came instead.
    """

    record: WorkRecord | None = None
    silent: bool = False
    message: str = ""


async def ask_record(doi: str, agency: str | None, ask: Ask, services: Services) -> Told:
    """Ask an agency (`None`: unknown which) for its record of a DOI."""
    name = (agency or "").lower()
    if agency is None or name == "crossref":
        address = below(services.crossref, f"works/{quote(doi, safe='')}")
        answer = await ask(address, accept="application/json", max_body=RECORD_LIMIT)
        return _told(answer, lambda body: read_crossref(body, doi), "Crossref", expected=name == "crossref")
    if name == "datacite":
        address = below(services.datacite, f"dois/{quote(doi, safe='')}")
        answer = await ask(address, accept="application/vnd.api+json", max_body=RECORD_LIMIT)
        return _told(answer, lambda body: read_datacite(body, doi), "DataCite", expected=True)
    if name in _NEGOTIATING:
        address = below(services.doi_resolver, quote(doi, safe="/:;()-._~"))
        answer = await ask(address, accept=_CSL, max_body=RECORD_LIMIT)
        return _told(answer, read_csl, "doi.org", expected=False)
    return Told()


def read_crossref(body: JsonValue, doi: str) -> WorkRecord | None:
    """Read a work of Crossref's REST interface (https://api.crossref.org/swagger-ui/), None when it is none.

    `updated-by` names the notices on a work, of publishers and of Retraction Watch; `update-to` the works that a
    notice speaks of. A publisher that corrects in place names the work itself in `update-to`.
    """
    work = body.get("message") if isinstance(body, Mapping) else None
    if not isinstance(work, Mapping) or _text(work.get("DOI")).lower() not in ("", doi):
        return None
    spoken_of = _updates(work.get("update-to"))
    return WorkRecord(
        titles=_titles(work),
        containers=_texts(work.get("container-title")),
        years=_years(work),
        updates=(*_updates(work.get("updated-by")), *(one for one in spoken_of if one.doi == doi)),
        is_about=tuple(one for one in spoken_of if one.doi != doi),
        work=work,
    )


def read_csl(body: JsonValue) -> WorkRecord | None:
    """Read CSL-JSON."""
    if not isinstance(body, Mapping) or not _texts(body.get("title")):
        return None
    return WorkRecord(
        titles=_titles(body), containers=_texts(body.get("container-title")), years=_years(body), work=body
    )


def read_datacite(body: JsonValue, doi: str) -> WorkRecord | None:
    """Read a DOI of DataCite's REST interface (https://support.datacite.org/docs/api-get-doi)."""
    data = body.get("data") if isinstance(body, Mapping) else None
    attributes = data.get("attributes") if isinstance(data, Mapping) else None
    if not isinstance(attributes, Mapping) or _text(attributes.get("doi")).lower() not in ("", doi):
        return None
    year = attributes.get("publicationYear")
    return WorkRecord(
        titles=tuple(_text(one.get("title")) for one in _objects(attributes.get("titles")) if _text(one.get("title"))),
        containers=tuple(filter(None, [_text(one.get("title")) for one in _objects([attributes.get("container")])])),
        years=(int(year),) if isinstance(year, (int, str)) and str(year).isdecimal() else (),
        updates=tuple(_relations(attributes)),
        work=_work_of_datacite(attributes),
    )


def _work_of_datacite(attributes: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
    """Write DataCite's attributes as CSL-JSON (https://datacite-metadata-schema.readthedocs.io, 4.5)."""
    container = attributes.get("container")
    container = container if isinstance(container, Mapping) else {}
    pages = [_text(container.get(name)) for name in ("firstPage", "lastPage")]
    publisher, types = attributes.get("publisher"), attributes.get("types")
    year = attributes.get("publicationYear")
    return {
        "title": [_text(one.get("title")) for one in _objects(attributes.get("titles")) if not one.get("titleType")],
        "author": [_creator(one) for one in _objects(attributes.get("creators"))],
        "issued": {"date-parts": [[year]]} if str(year).isdecimal() else None,
        "publisher": _text(publisher.get("name")) if isinstance(publisher, Mapping) else _text(publisher),
        "container-title": _text(container.get("title")),
        "volume": _text(container.get("volume")),
        "issue": _text(container.get("issue")),
        "page": "-".join(page for page in pages if page),
        "type": _text(types.get("citeproc")) if isinstance(types, Mapping) else "",
        "language": _text(attributes.get("language")),
        "DOI": _text(attributes.get("doi")),
    }


def _creator(creator: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Write a creator's name: one who is not split into parts is split at the comma, a body never."""
    name, family, given = (_text(creator.get(part)) for part in ("name", "familyName", "givenName"))
    if family:
        return {"family": family, "given": given}
    before, comma, after = name.partition(",")
    if comma and creator.get("nameType") != "Organizational":
        return {"family": before.strip(), "given": after.strip()}
    return {"literal": name}


def _relations(attributes: Mapping[str, JsonValue]) -> Iterable[Update]:
    kinds = {"isobsoletedby": "obsoleted", "ispreviousversionof": "new_version"}
    for one in _objects(attributes.get("relatedIdentifiers")):
        kind = kinds.get(_text(one.get("relationType")).lower())
        if kind:
            yield Update(kind=kind, doi=_text(one.get("relatedIdentifier")).lower(), source="datacite")


def _told(answer: Answer, read: Callable[[JsonValue], WorkRecord | None], source: str, *, expected: bool) -> Told:
    if answer.status in (404, 410) and answer.error is None:
        return Told()  # not this agency's: what /ra/ said was no promise
    record, message = None, ""
    if answer.error is not None:
        message = f"{source} gave no answer: {answer.error.message}"
    elif not answer.ok:
        message = f"{source} answered {answer.status}"
    elif answer.truncated:
        message = f"{source}'s answer was cut off"
    else:
        try:
            record = read(json.loads(answer.body))
        except (ValueError, RecursionError):
            record = None
        message = "" if record else f"{source}'s answer is no record of it"
    return Told(record=record, silent=record is None and expected, message=message)


def _titles(work: Mapping[str, JsonValue]) -> tuple[str, ...]:
    """List every title; one with its subtitle first, as most cite it."""
    titles, subtitles = _texts(work.get("title")), _texts(work.get("subtitle"))
    joined = [f"{title}: {subtitle}" for title in titles for subtitle in subtitles]
    more = [text for name in ("short-title", "original-title", "title-short") for text in _texts(work.get(name))]
    return tuple(dict.fromkeys((*joined, *titles, *more)))


def _updates(value: JsonValue) -> tuple[Update, ...]:
    return tuple(
        Update(
            kind=_text(one.get("type")).strip().lower().replace("-", "_").replace(" ", "_"),
            doi=_text(one.get("DOI")).lower(),
            source=_text(one.get("source")),
            date=_date(one.get("updated")),
        )
        for one in _objects(value)
    )


def _years(work: Mapping[str, JsonValue]) -> tuple[int, ...]:
    years = [_date_parts(work.get(name))[:1] for name in _YEARS]
    return tuple(dict.fromkeys(year for parts in years for year in parts))


def _date(value: JsonValue) -> str:
    parts = _date_parts(value)
    return "-".join(f"{part:04d}" if place == 0 else f"{part:02d}" for place, part in enumerate(parts))


def _date_parts(value: JsonValue) -> tuple[int, ...]:
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    members = first if isinstance(first, list) else []
    found: list[int] = []
    for member in members[:3]:
        if not isinstance(member, (int, str)) or isinstance(member, bool) or not str(member).isdecimal():
            break
        found.append(int(member))
    return tuple(found)


def _objects(value: JsonValue) -> tuple[Mapping[str, JsonValue], ...]:
    return tuple(one for one in value if isinstance(one, Mapping)) if isinstance(value, list) else ()


def _texts(value: JsonValue) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    return tuple(one for one in value if isinstance(one, str) and one.strip()) if isinstance(value, list) else ()


def _text(value: JsonValue) -> str:
    return value if isinstance(value, str) else ""
