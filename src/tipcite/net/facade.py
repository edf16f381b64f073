"""The network for callers that are not asynchronous."""

from __future__ import annotations

from tipcite.net.answer import Answer
from tipcite.net.settings import NetSettings


def get(url: str, settings: NetSettings, *, accept: str = "", max_body: int | None = None) -> Answer:
    """Ask for one address, with redirects and retries; every failure is in the answer."""
    import asyncio  # slow to import, and this module is on the start-up path

    async def ask() -> Answer:
        from tipcite.net.client import Web  # httpx is slow to import

        async with Web(settings) as web:
            return await web.get(url, accept=accept, max_body=max_body)

    return asyncio.run(ask())
