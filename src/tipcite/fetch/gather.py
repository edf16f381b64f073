"""Many things at once: each is asked for at its source, all share one polite run."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import urlsplit

from tipcite.errors import TipciteError
from tipcite.fetch import arxiv, choices, doi, handle, isbn, landing, pubmed
from tipcite.fetch.agency import Agencies
from tipcite.fetch.choices import Choices
from tipcite.fetch.doi import utc_now
from tipcite.fetch.sources import Fetched, Sources
from tipcite.fetch.wanted import Place, ShortDoi, Title, Wanted
from tipcite.model import ArxivId, Doi, Handle, Isbn, Pmcid, Pmid
from tipcite.net import NetSettings, Services, sharing

if TYPE_CHECKING:
    from tipcite.formats.webpage import Site
    from tipcite.net.client import Web

Outcome: TypeAlias = Fetched | Choices | TipciteError
OnDone: TypeAlias = Callable[[int, Outcome], None]
"""Told of each thing, by its place, when it is done."""

_AT_ONCE: Final = 12
"""So many things are under way at a time; each host's own pace is kept by `net`."""


def fetch_all(
    wanted: Sequence[Wanted], settings: NetSettings, services: Services, *,
    today: date | None = None, now: Callable[[], datetime] = utc_now,
    sites: Mapping[str, Site] | None = None, on_done: OnDone | None = None,
) -> list[Outcome]:  # fmt: skip
    """Ask for everything and return what came of each, in their order; a failure of one is no failure of another.

    Raises:
        KeyboardInterrupt: Ctrl-C; nothing is returned.
    """
    moment = today or now().astimezone(UTC).date()
    paced = _paced(settings, services)

    def sources(web: Web) -> Sources:
        dois = [one.value for one in wanted if isinstance(one, Doi)]
        agencies = Agencies(services, web.get, dois)
        return Sources(
            ask=web.get, settings=paced, services=services, agencies=agencies, today=moment, sites=sites, now=now
        )

    return asyncio.run(_ask_all(tuple(wanted), paced, sources, on_done))


async def _ask_all(
    wanted: tuple[Wanted, ...], settings: NetSettings, make: Callable[[Web], Sources], on_done: OnDone | None
) -> list[Outcome]:
    from tipcite.net.client import Web  # imports httpx2

    async with Web(settings) as web:
        sources = make(web)
        places = asyncio.Semaphore(_AT_ONCE)
        with sharing(web):
            return await asyncio.gather(
                *(_tried(place, one, sources, places, on_done) for place, one in enumerate(wanted))
            )


async def _tried(
    place: int, wanted: Wanted, sources: Sources, places: asyncio.Semaphore, on_done: OnDone | None
) -> Outcome:
    outcome: Outcome
    async with places:
        try:
            outcome = await fetch_wanted(wanted, sources)
        except TipciteError as error:
            outcome = error
    if on_done is not None:
        on_done(place, outcome)
    return outcome


async def fetch_wanted(wanted: Wanted, sources: Sources) -> Fetched | Choices:
    """Ask for one thing at the source of its kind.

    Raises:
        NotFound: it is not there.
        FetchError: no usable answer.
        NetworkError: the source can't be reached.
    """
    match wanted:
        case Doi():
            return await doi.fetch(wanted, sources)
        case ShortDoi():
            return await doi.fetch(await doi.lengthen(wanted, sources), sources)
        case Isbn():
            return await isbn.fetch(wanted, sources)
        case ArxivId():
            return await arxiv.fetch(wanted, sources)
        case Pmid():
            return await pubmed.fetch(wanted, sources)
        case Pmcid():
            return await pubmed.fetch_pmc(wanted, sources)
        case Handle():
            return await handle.fetch(wanted, sources)
        case Place():
            return await choices.by_place(wanted, sources)
        case Title():
            return await choices.by_title(wanted, sources)
        case _:
            return await landing.fetch(wanted, sources)


def _paced(settings: NetSettings, services: Services) -> NetSettings:
    """Slow down for services that ask for it in their terms, not in their answers."""
    slow: Mapping[str, float] = {services.arxiv: services.arxiv_interval, services.pubmed: services.pubmed_interval}
    hosts = {urlsplit(base).hostname or "": interval for base, interval in slow.items()}
    return replace(settings, intervals={**hosts, **settings.intervals})
