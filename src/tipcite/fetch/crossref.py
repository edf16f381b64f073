"""Crossref's REST API: one work (https://api.crossref.org/swagger-ui/)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from tipcite.errors import FetchError
from tipcite.fetch.answers import ask_json
from tipcite.fetch.work import item_from_work
from tipcite.model import Doi, Item
from tipcite.net import NetSettings, Services, below


def fetch(doi: Doi, settings: NetSettings, services: Services, *, retrieved: str) -> Item:
    """Fetch a work by its DOI.

    Raises:
        NotFound: the DOI is not Crossref's.
        FetchError: no usable answer.
    """
    address = below(services.crossref, f"works/{quote(doi.value, safe='')}")
    record = ask_json(address, settings, source="Crossref", wanted=doi.value, accept="application/json")
    work = record.get("message")
    if not isinstance(work, Mapping):
        raise FetchError(f"Crossref's answer for {doi.value!r} holds no work; try again later")
    return item_from_work(work, doi, source="crossref", retrieved=retrieved)
