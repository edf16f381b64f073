"""A DOI → an item: whoever registered it is asked first which agency that was, then that agency for its record."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote

from tipcite.errors import FetchError, InvalidIdentifier, NoRecord, NotFound
from tipcite.fetch import content_negotiation, crossref, datacite, landing
from tipcite.fetch.answers import require_success
from tipcite.fetch.parts import objects_of, text_of
from tipcite.fetch.sources import Fetched, Sources
from tipcite.fetch.wanted import ShortDoi
from tipcite.model import Doi, Item, parse_doi
from tipcite.net import NetSettings, Services, below


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def fetch_doi(doi: Doi, settings: NetSettings, services: Services, *, now: Callable[[], datetime] = utc_now) -> Item:
    """Fetch the record of a DOI; the item has no key yet, and a language only where the source gives one.

    Raises:
        NotFound: no agency knows the DOI.
        FetchError: a source gave no usable answer.
        NetworkError: a source can't be reached at all.
    """
    from tipcite.fetch.gather import fetch_all  # runs a loop

    (outcome,) = fetch_all([doi], settings, services, now=now)
    if isinstance(outcome, Exception):
        raise outcome
    assert isinstance(outcome, Fetched)  # only a title or place is a choice
    return outcome.item


async def fetch(doi: Doi, sources: Sources) -> Fetched:
    """Fetch the record of a DOI from its agency; where that has none, describe the page that the DOI leads to.

    Raises:
        NotFound: no agency knows the DOI.
        FetchError: a source gave no usable answer.
        NetworkError: a source can't be reached at all.
    """
    agency = await sources.agencies.agency_of(doi.value)
    if agency == "":
        raise NotFound(f"no agency has registered the DOI {doi.value!r}; check its spelling")
    ways = _WAYS.get((agency or "").lower(), (content_negotiation.fetch,))
    for way in ways if agency is not None else (crossref.fetch, datacite.fetch, content_negotiation.fetch):
        try:
            return await way(doi, sources)
        except NotFound:
            continue
        except NoRecord:
            if way is not content_negotiation.fetch:
                raise
    return await _page(doi, agency or "", sources)


_WAYS = {
    "crossref": (crossref.fetch, content_negotiation.fetch),
    "datacite": (datacite.fetch, content_negotiation.fetch),
}
"""Whom each agency's DOIs are asked for at; all others' records come by content negotiation, if they have any."""


async def _page(doi: Doi, agency: str, sources: Sources) -> Fetched:
    try:
        return await landing.fetch_doi(doi, agency, sources)
    except NotFound:
        raise NotFound(f"no record and no page was found for the DOI {doi.value!r}; check its spelling") from None


async def lengthen(short: ShortDoi, sources: Sources) -> Doi:
    """Ask the Handle system for the DOI that a short one stands for (https://shortdoi.org).

    Raises:
        NotFound: there is no such short DOI.
        FetchError: no usable answer.
    """
    address = below(sources.services.doi_handles, quote(short.value, safe="/"))
    answer = await sources.ask(address, accept="application/json")
    require_success(answer, source="doi.org", wanted=short.value)
    try:
        record = json.loads(answer.body)
    except (ValueError, RecursionError):
        record = None
    values = objects_of(record.get("values")) if isinstance(record, Mapping) else ()
    for value in values:
        data = value.get("data")
        if text_of(value.get("type")) == "HS_ALIAS" and isinstance(data, Mapping):
            try:
                return parse_doi(text_of(data.get("value")))
            except InvalidIdentifier:
                break
    raise FetchError(f"doi.org does not say which DOI {short.value!r} stands for; name the DOI itself")


def with_field(fetched: Fetched, variable: str, text: str) -> Fetched:
    """Set a field of what was fetched where it is empty."""
    item = fetched.item
    return replace(fetched, item=replace(item, fields={variable: text, **item.fields}))
