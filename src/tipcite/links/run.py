"""Asking for many links: a lane per host, so that the order of the input does not matter.

A lane waits for its host's turn and then starts the check of one link with it, so that at any moment few checks are
alive, whatever the number of links. DOIs have no lane: their judge asks several services, each in its own queue.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from tipcite.links.doi import DoiJudge
from tipcite.links.judge import Witnesses, judge_address
from tipcite.links.offline import is_hopeless, is_offline, is_sound, offline
from tipcite.links.outbox import OnBatch, Outbox
from tipcite.links.targets import Target, TargetKind
from tipcite.model import Retrieval
from tipcite.net import Answer, NetError, NetErrorKind, NetSettings, Services
from tipcite.net.turns import PutOff, Stopped, Turn

if TYPE_CHECKING:
    from tipcite.net.client import Web

_MOST_LANES: Final = 400
"""Enough to keep all places busy at any latency; more would only be more waiting."""
_MOST_DOIS: Final = 100

_Lane: TypeAlias = "tuple[str, deque[Target]]"
"""A host, "" for what can't be asked for, and its targets."""


class Run:
    """One run: whom it asks for what, and where its results go."""

    def __init__(
        self,
        settings: NetSettings,
        services: Services,
        now: Callable[[], datetime],
        *,
        on_batch: OnBatch | None = None,
        max_time: float | None = None,
    ) -> None:
        self.services = services
        self._settings = settings
        self._now = now
        self._on_batch = on_batch
        self._max_time = max_time
        self._results: dict[Target, Retrieval] = {}

    def results_of(self, targets: tuple[Target, ...]) -> dict[Target, Retrieval]:
        """Ask for every target; those for which the time did not suffice have no result.

        Raises:
            NoNetwork: most hosts could not be reached.
            KeyboardInterrupt: Ctrl-C; what had been found was handed over before.
        """
        try:
            asyncio.run(self._ask_all(targets))
        except BaseExceptionGroup as group:
            raise _first(group) from None
        return self._results

    async def _ask_all(self, targets: tuple[Target, ...]) -> None:
        from tipcite.net.client import Web  # imports httpx2

        async with Web(self._settings) as web:
            lanes = _lanes(web, targets)
            web.contacts.count_only({*(host for host, _ in lanes), web.host_of(self.services.doi_handles)})
            contacts, share = web.contacts, self._settings.offline_share
            hosts = sum(bool(host) for host, _ in lanes)
            outbox = Outbox(self._on_batch, lambda: is_sound(contacts, hosts, share))
            if self._max_time is not None:
                asyncio.get_running_loop().call_later(self._max_time, web.stop)
            try:
                async with asyncio.TaskGroup() as around:
                    delivery = around.create_task(outbox.deliver())
                    await _Checks(self, web, outbox, targets).run(lanes)
                    delivery.cancel()
            except asyncio.CancelledError:  # Ctrl-C
                if not is_offline(contacts, share, resolver_known=False):
                    outbox.flush()
                raise
            known = bool(contacts.unreached) and await web.knows(web.host_of(self.services.doi_resolver) or "doi.org")
            if is_offline(contacts, share, resolver_known=known):
                raise offline(contacts)
            outbox.flush()

    def keep(self, target: Target, retrieval: Retrieval) -> None:
        """Keep a result."""
        self._results[target] = retrieval

    def time(self) -> str:
        """Return the moment, as retrievals are dated."""
        return self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class _Checks:
    """The checks of a run, under way."""

    def __init__(self, run: Run, web: Web, outbox: Outbox, targets: tuple[Target, ...]) -> None:
        self._run = run
        self._web = web
        self._outbox = outbox
        self._dois = [target for target in targets if target.kind is TargetKind.DOI]
        self._witnesses = Witnesses()
        self._doi_judge = DoiJudge(run.services, web.get, targets)
        self._doi_places = asyncio.Semaphore(_MOST_DOIS)

    async def run(self, lanes: list[_Lane]) -> None:
        """Go down all lanes to their ends."""
        for host, lane in lanes:
            self._web.turns.expect(host, len(lane))
        waiting = iter(lanes)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(min(_MOST_LANES, len(lanes))):
                tasks.create_task(self._walk(waiting, tasks))
            tasks.create_task(self._walk_dois(tasks))

    async def _walk(self, lanes: Iterator[_Lane], tasks: asyncio.TaskGroup) -> None:
        """Start the checks of one lane after another, each when it is its host's turn."""
        for host, lane in lanes:
            while lane and not self._web.stopped:
                try:
                    turn = await self._web.turns.take(host, fresh=True) if host else None
                except PutOff as error:
                    target = lane.popleft()
                    await self._judge(target, _put_off(target, error))
                except Stopped:
                    return
                else:
                    tasks.create_task(self._check(lane.popleft(), turn))

    async def _walk_dois(self, tasks: asyncio.TaskGroup) -> None:
        for target in self._dois:
            await self._doi_places.acquire()
            if self._web.stopped:
                return
            tasks.create_task(self._check_doi(target))

    async def _check(self, target: Target, turn: Turn | None) -> None:
        await self._judge(target, await self._web.get(target.value, turn=turn))

    async def _judge(self, target: Target, answer: Answer) -> None:
        patience = self._web.settings.retry_after_cap
        judged = await judge_address(
            target, answer, self._web.get, self._run.time(), witnesses=self._witnesses, patience=patience
        )
        self._keep(target, judged)

    async def _check_doi(self, target: Target) -> None:
        try:
            self._keep(target, await self._doi_judge.judge(target, self._run.time()))
        finally:
            self._doi_places.release()

    def _keep(self, target: Target, retrieval: Retrieval) -> None:
        self._run.keep(target, retrieval)
        self._outbox.put(retrieval)
        if is_hopeless(self._web.contacts):
            raise offline(self._web.contacts)


def _lanes(web: Web, targets: Iterable[Target]) -> list[_Lane]:
    """Sort addresses by host, the longest lanes first: they take longest."""
    lanes: dict[str, deque[Target]] = {}
    for target in targets:
        if target.kind is not TargetKind.DOI:
            lanes.setdefault(web.host_of(target.value), deque()).append(target)
    return sorted(lanes.items(), key=lambda lane: -len(lane[1]))


def _put_off(target: Target, error: PutOff) -> Answer:
    failure = NetError(kind=NetErrorKind.PUT_OFF, message=str(error), reached=False)
    return Answer(url=target.value, attempts=0, error=failure, retry_after=error.seconds)


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """Return the first exception of a group: what ended the others."""
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
