"""What the agencies know of a DOI: its titles and years, and what became of the work.

Crossref and DataCite by their own interfaces, other agencies that have records by content negotiation. ISTIC,
CNKI and Airiti have none: of them nothing is expected beyond registration and landing page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    """What an agency says; `containers` are what the work is part of, `is_about` what it is a notice on."""

    titles: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    updates: tuple[Update, ...] = ()
    is_about: tuple[Update, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An agency's answer: its record, or none; `silent` when it should have had one and gave no usable answer."""

    record: WorkRecord | None = None
    silent: bool = False


async def ask_record(doi: str, agency: str | None, ask: Ask, services: Services) -> Told:
    """Ask an agency (`None`: unknown which) for its record of a DOI."""
    name = (agency or "").lower()
    if agency is None or name == "crossref":
        address = below(services.crossref, f"works/{quote(doi, safe='')}")
        answer = await ask(address, accept="application/json", max_body=RECORD_LIMIT)
        return _told(answer, lambda body: read_crossref(body, doi), expected=name == "crossref")
    if name == "datacite":
        address = below(services.datacite, f"dois/{quote(doi, safe='')}")
        answer = await ask(address, accept="application/vnd.api+json", max_body=RECORD_LIMIT)
        return _told(answer, lambda body: read_datacite(body, doi), expected=True)
    if name in _NEGOTIATING:
        address = below(services.doi_resolver, quote(doi, safe="/:;()-._~"))
        answer = await ask(address, accept=_CSL, max_body=RECORD_LIMIT)
        return _told(answer, read_csl, expected=False)
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
    )


def read_csl(body: JsonValue) -> WorkRecord | None:
    """Read CSL-JSON."""
    if not isinstance(body, Mapping) or not _texts(body.get("title")):
        return None
    return WorkRecord(titles=_titles(body), containers=_texts(body.get("container-title")), years=_years(body))


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
    )


def _relations(attributes: Mapping[str, JsonValue]) -> Iterable[Update]:
    kinds = {"isobsoletedby": "obsoleted", "ispreviousversionof": "new_version"}
    for one in _objects(attributes.get("relatedIdentifiers")):
        kind = kinds.get(_text(one.get("relationType")).lower())
        if kind:
            yield Update(kind=kind, doi=_text(one.get("relatedIdentifier")).lower(), source="datacite")


def _told(answer: Answer, read: object, *, expected: bool) -> Told:
    assert callable(read)
    if answer.status in (404, 410) and answer.error is None:
        return Told()  # not this agency's: what /ra/ said was no promise
    record = None
    if answer.ok and not answer.truncated:
        try:
            record = read(json.loads(answer.body))
        except (ValueError, RecursionError):
            record = None
    return Told(record=record, silent=record is None and expected)


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
