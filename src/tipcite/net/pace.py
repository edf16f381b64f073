"""Politeness: how many requests a host gets at once, and how far apart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from tipcite.net.settings import NetSettings

_GOOD_ANSWERS: Final = 10
"""After so many answers without a 429 a slowed host is asked twice as fast again."""


class PutOff(Exception):
    """The host wants a longer pause than this run waits."""


class HostPace:
    """The queue before one host's door."""

    def __init__(self, settings: NetSettings) -> None:
        self._slots = asyncio.Semaphore(settings.per_host)
        self._patience = settings.retry_after_cap
        self._least = self._interval = settings.interval
        self._next_start = 0.0
        self._good = 0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for this host's slot and for its interval.

        Raises:
            PutOff: the host asked for a pause that is too long, perhaps while this turn was waited for.
        """
        loop = asyncio.get_running_loop()
        async with self._slots:
            while (wait := self._next_start - loop.time()) > 0:
                if wait > self._patience + self._interval:
                    raise PutOff(f"the host asked for a pause of {wait:.0f} s")
                await asyncio.sleep(wait)
            self._next_start = loop.time() + self._interval
            yield

    def hold(self, seconds: float) -> None:
        """Ask nothing of the host for so long."""
        self._next_start = max(self._next_start, asyncio.get_running_loop().time() + seconds)

    def slow_down(self) -> None:
        """Double the interval: the host said that it was asked too often."""
        self._good = 0
        self._interval = max(2 * self._interval, 2 * self._least)

    def went_well(self) -> None:
        """Count an answer without complaint."""
        self._good += 1
        if self._good >= _GOOD_ANSWERS and self._interval > self._least:
            self._good = 0
            self._interval = max(self._least, self._interval / 2)
