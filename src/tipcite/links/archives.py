"""Snapshots for many pages: what is looked up or saved in one go, for callers that are not asynchronous."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias
from urllib.parse import urlsplit

from tipcite.links.archive import Found, Wanted, nearest
from tipcite.links.saving import Saver, SaveSettings
from tipcite.net import NetSettings, Services

OnFound: TypeAlias = Callable[[int, Found], None]
"""Is told of each result as it comes, with the number of what was asked for."""


def look_up_snapshots(wanted: Sequence[Wanted], settings: NetSettings, services: Services) -> tuple[Found, ...]:
    """Look for the snapshot that is nearest to each page's day."""

    async def look_up() -> tuple[Found, ...]:
        from tipcite.net.client import Web  # imports httpx2

        async with Web(_paced(settings, services)) as web:
            return tuple(await asyncio.gather(*(nearest(one, web.get, services) for one in wanted)))

    return asyncio.run(look_up()) if wanted else ()


def save_snapshots(
    addresses: Sequence[str], settings: NetSettings, services: Services, saving: SaveSettings, on_found: OnFound
) -> None:
    """Have pages saved, one after another; each is told as it is done, which takes from seconds to minutes."""

    async def save() -> None:
        from tipcite.net.client import Web  # imports httpx2

        async with Web(_paced(settings, services)) as web:
            saver = Saver(services, web.get, web.post, saving)
            for number, address in enumerate(addresses):
                on_found(number, await saver.save(address))

    if addresses:
        asyncio.run(save())


def _paced(settings: NetSettings, services: Services) -> NetSettings:
    """Ask the archive as slowly as it wants it, and give it the time that it takes."""
    host = urlsplit(services.wayback).hostname or ""
    return replace(settings, intervals={host: services.wayback_interval, **settings.intervals})
