"""CSL-JSON by content negotiation at doi.org (https://citation.doi.org/docs.html)."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from tipcite.fetch.answers import ask_json
from tipcite.fetch.work import item_from_work
from tipcite.model import Doi, Item
from tipcite.net import NetSettings, Services, below

_CSL_JSON: Final = "application/vnd.citationstyles.csl+json"


def fetch(doi: Doi, settings: NetSettings, services: Services, *, retrieved: str) -> Item:
    """Fetch the record that the DOI's own agency gives.

    Raises:
        NotFound: the DOI is not registered.
        FetchError: the agency has no such record, or no usable answer; CNKI and ISTIC send a page.
    """
    address = below(services.doi_resolver, quote(doi.value, safe="/:;()-._~"))
    record = ask_json(address, settings, source="doi.org", wanted=doi.value, accept=_CSL_JSON)
    return item_from_work(record, doi, source="doi.org", retrieved=retrieved)
