"""Items asked for again: each by the first of its identifiers that a source has a record of, all in one polite run.

A source that does not know an item (any more) is passed over for the next one that it can be asked for at; one that
fails is not, for what another source says is written in another way, and would look like news.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from tipcite.errors import NoRecord, NotFound, TipciteError
from tipcite.fetch.choices import Choices
from tipcite.fetch.doi import utc_now
from tipcite.fetch.gather import Outcome, each, run, tried
from tipcite.fetch.sources import Fetched, Sources
from tipcite.fetch.wanted import Wanted
from tipcite.fetch.ways import ways_of
from tipcite.match import Likeness, compare_titles
from tipcite.match.parts import is_part, said_of_part
from tipcite.model import Doi, Isbn, Item
from tipcite.net import NetSettings, Services

if TYPE_CHECKING:
    from tipcite.formats.webpage import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came of asking for one item: by what it was asked for last (None: by nothing), and what that brought.

    `misses` are the sources before, which do not know it.
    """

    item: Item
    wanted: Wanted | None = None
    outcome: Fetched | TipciteError | None = None
    misses: tuple[TipciteError, ...] = ()


def fetch_again(
    items: Sequence[Item], settings: NetSettings, services: Services, *,
    today: date | None = None, now: Callable[[], datetime] = utc_now,
    sites: Mapping[str, Site] | None = None, on_done: Callable[[int, Answered], None] | None = None,
) -> list[Answered]:  # fmt: skip
    """Ask for all items and return what came of each, in their order; what two items name is asked for once.

    Raises:
        KeyboardInterrupt: Ctrl-C; nothing is returned.
    """
    ways = [ways_of(item) for item in items]
    if not any(ways):
        return [Answered(item=item) for item in items]

    async def ask(sources: Sources) -> list[Answered]:
        once = _Once(sources)
        asked = [partial(_answered, item, way, once) for item, way in zip(items, ways, strict=True)]
        return await each(asked, on_done)

    dois = [way[0].value for way in ways if way and isinstance(way[0], Doi)]
    return run(ask, settings, services, dois=dois, today=today, now=now, sites=sites)


class _Once:
    """Asks for each thing once in a run, whoever wants it."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._asked: dict[Wanted, asyncio.Task[Outcome]] = {}

    async def __call__(self, wanted: Wanted) -> Outcome:
        if wanted not in self._asked:
            self._asked[wanted] = asyncio.create_task(tried(wanted, self._sources))
        return await self._asked[wanted]


async def _answered(item: Item, ways: Sequence[Wanted], once: _Once) -> Answered:
    """Ask by one way after the other, until a source knows the item."""
    found = Answered(item=item)
    for way in ways:
        misses = (*found.misses, found.outcome) if isinstance(found.outcome, TipciteError) else ()
        found = Answered(item=item, wanted=way, outcome=_of(item, way, await once(way)), misses=misses)
        if not isinstance(found.outcome, (NotFound, NoRecord)):
            return found
    return found


def _of(item: Item, wanted: Wanted, outcome: Outcome) -> Fetched | TipciteError:
    """Take of what came what is about the item: of several works one, of a book what it says of its chapter."""
    if isinstance(outcome, Choices):
        return fitting(item, outcome)
    if isinstance(outcome, Fetched) and isinstance(wanted, Isbn) and is_part(item):
        return replace(outcome, item=said_of_part(item, outcome.item))
    return outcome


def fitting(item: Item, choices: Choices) -> Fetched | NotFound:
    """Return the one work of several that has the item's title."""
    found = [one.fetched for one in choices.choices]
    alike = [one for one in found if compare_titles(item.title, _titles(one.item)) is Likeness.SAME]
    if len(alike) == 1:
        return alike[0]
    several = len(choices.choices)
    return NotFound(f"{several} works stand at {str(choices.wanted)!r}, and not one alone has this title; give its DOI")


def _titles(item: Item) -> list[str]:
    return [item.title, *(form.text for form in item.variants if form.field == "title")]
