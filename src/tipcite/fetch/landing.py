"""Where an identifier leads: its page, described as any other, with the identifier set on the item."""

from __future__ import annotations

from dataclasses import replace

from tipcite.errors import FetchError
from tipcite.fetch.sources import Fetched, Sources
from tipcite.model import Doi, Url
from tipcite.net import below, in_thread


async def fetch(url: Url, sources: Sources) -> Fetched:
    """Fetch a page; what was seen of it is its retrieval.

    Raises:
        NotFound: there is no such page.
        FetchError: the server refuses, fails, or sends no page.
        NetworkError: the address is forbidden.
    """
    from tipcite.fetch.webpage import fetch_page  # reads HTML, which most sources need not

    page = await in_thread(
        lambda: fetch_page(
            url,
            sources.settings,
            today=sources.today,
            now=sources.now,
            services=sources.services,
            sites=sources.sites,
        )
    )
    return Fetched(item=page.item, retrieval=page.retrieval)


async def fetch_doi(doi: Doi, agency: str, sources: Sources) -> Fetched:
    """Fetch the page of a DOI whose agency gives no record: Airiti, ISTIC, CNKI.

    Raises:
        NotFound: there is no such page.
        FetchError: the server refuses, fails, sends no page, or one of another work.
    """
    from urllib.parse import quote

    address = below(sources.services.doi_resolver, quote(doi.value, safe="/:;()-._~"))
    found = await fetch(Url(address), sources)
    item = found.item
    if item.doi is not None and item.doi != doi:
        raise FetchError(f"the page of {doi.value!r} is of {item.doi.value!r}; enter the item by hand")
    fields = {**item.fields, "DOI": doi.value, "URL": doi.url}
    provenance = {**item.provenance, "agency": agency} if agency else item.provenance
    # A work that has a DOI is cited by it; the day on which its page was seen says nothing.
    dates = {variable: day for variable, day in item.dates.items() if variable != "accessed"}
    kind = "article-journal" if item.type == "webpage" and "container-title" in fields else item.type
    return replace(found, item=replace(item, fields=fields, dates=dates, type=kind, provenance=provenance))
