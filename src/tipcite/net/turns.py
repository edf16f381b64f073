"""Politeness: whose turn it is.

Every host has a queue; a heap holds the hosts by the moment at which they may be asked next. A host whose moment has
come takes one of the places in flight, so a place is never held by a request that has to wait. Requests that go on
with something begun (redirects, retries, witnesses) come before fresh ones, and among hosts those with most to ask.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections import deque
from typing import Final, TypeAlias

from tipcite.net.settings import NetSettings

_GOOD_ANSWERS: Final = 10
"""After so many answers without a 429 a slowed host is asked twice as fast again."""

_Waiting: TypeAlias = "deque[asyncio.Future[Turn]]"


class PutOff(Exception):
    """The host is not asked again in this run; `seconds` is the rest of the pause that it asked for."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the host asked for a pause of {seconds:.0f} s, so it is put off to a later run")
        self.seconds = seconds


class Stopped(Exception):
    """The run starts nothing fresh any more."""


class Turn:
    """The right to send one request to a host; `end` it in any case."""

    def __init__(self, turns: Turns, host: _Host) -> None:
        self._turns = turns
        self._host = host
        self._starting = True
        self._ended = False

    def start(self) -> bool:
        """Tell whether the request may be sent now; False when the host asked for a pause in the meantime.

        The next turn of the host is counted from here, so that the time a connection takes shortens no interval.

        Raises:
            PutOff: the host asked for a longer pause than this run waits.
        """
        host = self._host
        now = self._turns.time()
        if host.put_off_until is not None:
            raise PutOff(max(0.0, host.put_off_until - now))
        if host.next_start > now:
            return False
        host.next_start = now + host.interval
        self._begun()
        self._turns.pump()
        return True

    def fail(self) -> None:
        """Count an attempt to connect that failed as a request: the next one comes no sooner."""
        self._host.next_start = max(self._host.next_start, self._turns.time() + self._host.interval)

    def end(self) -> None:
        """Give the place back, once."""
        if self._ended:
            return
        self._ended = True
        self._host.active -= 1
        self._begun()
        self._turns.ended(self._host)

    def _begun(self) -> None:
        if self._starting:
            self._starting = False
            self._host.starting = False
            self._turns.offer(self._host)


class Turns:
    """The queues of all hosts, and the places in flight."""

    def __init__(self, settings: NetSettings) -> None:
        self._settings = settings
        self._loop = asyncio.get_running_loop()
        self._hosts: dict[str, _Host] = {}
        self._timed: list[tuple[float, int, _Host]] = []
        self._ready: list[tuple[bool, int, int, _Host, int]] = []
        self._numbers = itertools.count()
        self._in_flight = 0
        self._timer: asyncio.TimerHandle | None = None
        self._stopped = False

    def time(self) -> float:
        """Return the loop's clock."""
        return self._loop.time()

    async def take(self, name: str, *, fresh: bool = False) -> Turn:
        """Wait until the host may be asked and a place is free.

        Raises:
            PutOff: the host asked for a longer pause than this run waits, perhaps while this was waited for.
            Stopped: fresh requests are not started any more.
        """
        host = self._host(name)
        if host.put_off_until is not None:
            raise PutOff(max(0.0, host.put_off_until - self.time()))
        if fresh and self._stopped:
            raise Stopped
        future: asyncio.Future[Turn] = self._loop.create_future()
        (host.fresh if fresh else host.going_on).append(future)
        self.offer(host)
        self.pump()
        try:
            return await future
        except asyncio.CancelledError:
            if future.done() and not future.cancelled() and future.exception() is None:
                future.result().end()
            raise

    def expect(self, name: str, number: int) -> None:
        """Say how many fresh requests a host will get: what has most to ask is not kept waiting by the others."""
        self._host(name).expected = number

    def stop(self) -> None:
        """Start nothing fresh any more; what has begun may go on."""
        self._stopped = True
        for host in self._hosts.values():
            _fail(host.fresh, Stopped())

    def hold(self, name: str, seconds: float) -> None:
        """Ask nothing of the host for so long; for the rest of the run when that is longer than it waits."""
        host = self._host(name)
        host.next_start = max(host.next_start, self.time() + seconds)
        if seconds > self._settings.retry_after_cap:
            self._put_off(host, seconds)

    def complained(self, name: str) -> None:
        """Double the interval: the host said that it was asked too often. Who says so always is put off."""
        host = self._host(name)
        host.good = 0
        host.complaints += 1
        host.interval = min(max(2 * host.interval, 2 * host.least), max(host.least, self._settings.retry_after_cap))
        if host.complaints >= self._settings.complaints:
            self._put_off(host, self._settings.retry_after_cap)

    def went_well(self, name: str) -> None:
        """Count an answer without complaint."""
        host = self._host(name)
        host.complaints = 0
        host.good += 1
        if host.good >= _GOOD_ANSWERS and host.interval > host.least:
            host.good = 0
            host.interval = max(host.least, host.interval / 2)

    def limit(self, name: str, interval: float, at_once: int | None = None) -> None:
        """Take over the interval that a host names where it is longer than ours, and `at_once` where it is fewer."""
        host = self._host(name)
        host.at_once = at_once
        if interval > host.least:
            host.least = interval
            host.next_start += max(0.0, interval - host.interval)
            host.interval = max(host.interval, interval)

    def offer(self, host: _Host) -> None:
        """Enter the host where its next request can be found, if it has one that may be next."""
        most = min(self._settings.per_host, host.at_once or self._settings.per_host)
        if host.starting or host.active >= most or not (host.going_on or host.fresh):
            return
        now = self.time()
        if host.next_start > now:
            if host.timed_at != host.next_start:
                host.timed_at = host.next_start
                heapq.heappush(self._timed, (host.next_start, next(self._numbers), host))
            return
        rank = (not host.going_on, -host.expected)
        if host.rank != rank:
            host.rank = rank
            host.entry += 1  # what was entered before counts no more
            heapq.heappush(self._ready, (*rank, next(self._numbers), host, host.entry))

    def ended(self, host: _Host) -> None:
        """Take a place back and give it to the next."""
        self._in_flight -= 1
        self.offer(host)
        self.pump()

    def _host(self, name: str) -> _Host:
        key = name.lower().rstrip(".")
        found = self._hosts.get(key)
        if found is None:
            interval = self._settings.intervals.get(key, self._settings.interval)
            found = self._hosts[key] = _Host(interval)
        return found

    def pump(self) -> None:
        """Give the free places to whose turn it is, and wake up when it is the next one's."""
        now = self.time()
        while self._timed and self._timed[0][0] <= now:
            moment, _, host = heapq.heappop(self._timed)
            if host.timed_at == moment:
                host.timed_at = None
            self.offer(host)
        while self._ready and self._in_flight < self._settings.in_flight:
            *_, host, entry = heapq.heappop(self._ready)
            if entry == host.entry and host.rank is not None:
                host.rank = None
                self._grant(host)
        self._set_timer()

    def _grant(self, host: _Host) -> None:
        if host.next_start > self.time():
            self.offer(host)
            return
        for queue in (host.going_on, host.fresh):
            while queue:
                future = queue.popleft()
                if not future.done():
                    host.expected -= queue is host.fresh
                    host.starting = True
                    host.active += 1
                    self._in_flight += 1
                    future.set_result(Turn(self, host))
                    return

    def _set_timer(self) -> None:
        if self._timer is not None:
            if self._timed and self._timer.when() == self._timed[0][0] and not self._timer.cancelled():
                return
            self._timer.cancel()
            self._timer = None
        if self._timed:
            self._timer = self._loop.call_at(self._timed[0][0], self._ring)

    def _ring(self) -> None:
        self._timer = None
        self.pump()

    def _put_off(self, host: _Host, seconds: float) -> None:
        host.put_off_until = max(host.put_off_until or 0.0, self.time() + seconds)
        for queue in (host.going_on, host.fresh):
            _fail(queue, PutOff(seconds))


class _Host:
    """One host's queue and pace."""

    __slots__ = (
        "active", "at_once", "complaints", "entry", "expected", "fresh", "going_on", "good", "interval", "least",
        "next_start", "put_off_until", "rank", "starting", "timed_at",
    )  # fmt: skip

    def __init__(self, interval: float) -> None:
        self.going_on: _Waiting = deque()
        self.fresh: _Waiting = deque()
        self.expected = 0
        self.active = 0
        self.at_once: int | None = None
        self.starting = False
        """Its newest request has a place and is not sent yet."""
        self.next_start = 0.0
        self.least = self.interval = interval
        self.good = self.complaints = 0
        self.put_off_until: float | None = None
        self.timed_at: float | None = None
        self.rank: tuple[bool, int] | None = None
        self.entry = 0


def _fail(queue: _Waiting, error: Exception) -> None:
    while queue:
        future = queue.popleft()
        if not future.done():
            future.set_exception(error)
