"""Results on their way out of a run: in batches, as they come, once it is clear that there is a network."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from tipcite.model import Retrieval

OnBatch: TypeAlias = Callable[[Sequence[Retrieval]], None]
"""Takes a batch; when it returns, the batch is kept: it may be shown, and is not asked for again after a crash."""

_MOST: Final = 500
_SHORTEST: Final = 0.05
_LONGEST: Final = 0.5
_REST: Final = 10
"""Handing over takes at most a tenth of the time."""


class Outbox:
    """What was found and not handed over yet."""

    def __init__(self, on_batch: OnBatch | None, is_sound: Callable[[], bool]) -> None:
        self._on_batch = on_batch
        self._is_sound = is_sound
        self._waiting: list[Retrieval] = []
        self._came = asyncio.Event()
        self._pause = _SHORTEST

    def put(self, retrieval: Retrieval) -> None:
        """Add a result."""
        if self._on_batch is not None:
            self._waiting.append(retrieval)
            self._came.set()

    async def deliver(self) -> None:
        """Hand over what comes, until cancelled."""
        while True:
            await self._came.wait()
            self._came.clear()
            await asyncio.sleep(self._pause)
            if self._is_sound():
                self.flush()

    def flush(self) -> None:
        """Hand over everything that waits; what the receiver raises comes through, and it is given nothing more."""
        while self._waiting and self._on_batch is not None:
            batch, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
            receiver, self._on_batch = self._on_batch, None
            began = time.perf_counter()
            receiver(batch)
            self._pause = min(max(_SHORTEST, _REST * (time.perf_counter() - began)), _LONGEST)
            self._on_batch = receiver
