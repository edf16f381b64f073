"""CSL-JSON by content negotiation at doi.org (https://citation.doi.org/docs.html)."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from tipcite.fetch.answers import ask_json
from tipcite.fetch.sources import Fetched, Sources, with_provenance
from tipcite.fetch.work import item_from_work
from tipcite.model import Doi
from tipcite.net import below

_CSL_JSON: Final = "application/vnd.citationstyles.csl+json"


async def fetch(doi: Doi, sources: Sources) -> Fetched:
    """Fetch the record that the DOI's own agency gives: JaLC, mEDRA, KISTI, the Publications Office of the EU.

    Raises:
        NotFound: there is no record, or no such DOI.
        FetchError: the agency has no such record, or no usable answer; CNKI and ISTIC send a page.
    """
    address = below(sources.services.doi_resolver, quote(doi.value, safe="/:;()-._~"))
    told = await ask_json(address, sources, source="doi.org", wanted=doi.value, accept=_CSL_JSON)
    item = item_from_work(told.record, doi, source="doi.org", name="doi.org")
    return with_provenance(Fetched(item=item, answers=(told.answer,)))
