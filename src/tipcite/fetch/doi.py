"""A DOI → an item: Crossref first, then whoever else registered it, by content negotiation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from tipcite.errors import NotFound
from tipcite.fetch import content_negotiation, crossref
from tipcite.model import Doi, Item
from tipcite.net import NetSettings, Services


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
    retrieved = now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        return crossref.fetch(doi, settings, services, retrieved=retrieved)
    except NotFound:
        # Crossref knows only its own: DataCite, ISTIC, Airiti and JaLC answer through doi.org.
        return content_negotiation.fetch(doi, settings, services, retrieved=retrieved)
