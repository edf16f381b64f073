"""Many things at once: each is asked for at its source, all share one polite run."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar
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

_T = TypeVar("_T")
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

    async def ask(sources: Sources) -> list[Outcome]:
        return await each([partial(tried, one, sources) for one in wanted], on_done)

    dois = [one.value for one in wanted if isinstance(one, Doi)]
    return run(ask, settings, services, dois=dois, today=today, now=now, sites=sites)


def run(
    work: Callable[[Sources], Awaitable[_T]], settings: NetSettings, services: Services, *,
    dois: Iterable[str] = (), today: date | None = None, now: Callable[[], datetime] = utc_now,
    sites: Mapping[str, Site] | None = None,
) -> _T:  # fmt: skip
    """Do what asks sources, all in one polite run; the agencies of `dois` are asked for together.

    Raises:
        KeyboardInterrupt: Ctrl-C; nothing is returned.
    """
    settings = paced(settings, services)

    async def within() -> _T:
        from tipcite.net.client import Web  # imports httpx2

        async with Web(settings) as web:
            with sharing(web):
                return await work(sources_of(web, settings, services, dois=dois, today=today, now=now, sites=sites))

    return asyncio.run(within())


def sources_of(
    web: Web, settings: NetSettings, services: Services, *, dois: Iterable[str] = (), today: date | None = None,
    now: Callable[[], datetime] = utc_now, sites: Mapping[str, Site] | None = None,
) -> Sources:  # fmt: skip
    """Make the way to the sources of a run that is under way; `settings` are those of `paced`."""
    return Sources(
        ask=web.get,
        settings=settings,
        services=services,
        agencies=Agencies(services, web.get, list(dois)),
        today=today or now().astimezone(UTC).date(),
        sites=sites,
        now=now,
    )


async def each(
    asked: Sequence[Callable[[], Awaitable[_T]]], on_done: Callable[[int, _T], None] | None = None
) -> list[_T]:
    """Do all of these, a dozen at a time, and tell of each by its place when it is done."""
    places = asyncio.Semaphore(_AT_ONCE)

    async def one(place: int, ask: Callable[[], Awaitable[_T]]) -> _T:
        async with places:
            outcome = await ask()
        if on_done is not None:
            on_done(place, outcome)
        return outcome

    return list(await asyncio.gather(*(one(place, ask) for place, ask in enumerate(asked))))


async def tried(wanted: Wanted, sources: Sources) -> Outcome:
    """Ask for one thing; a failure is an outcome."""
    try:
        return await fetch_wanted(wanted, sources)
    except TipciteError as error:
        return error


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


def paced(settings: NetSettings, services: Services) -> NetSettings:
    """Slow down for services that ask for it in their terms, not in their answers."""
    slow: Mapping[str, float] = {services.arxiv: services.arxiv_interval, services.pubmed: services.pubmed_interval}
    hosts = {urlsplit(base).hostname or "": interval for base, interval in slow.items()}
    return replace(settings, intervals={**hosts, **settings.intervals})
