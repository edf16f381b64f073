"""Asking for many links: a queue per host, so that the order of the input does not matter."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import urlsplit

from tipcite.errors import NoNetwork
from tipcite.links.doi import handle_address, judge_doi
from tipcite.links.judge import judge_address
from tipcite.links.targets import Target, TargetKind
from tipcite.model import Retrieval
from tipcite.net import Answer, NetErrorKind, NetSettings, Services

if TYPE_CHECKING:
    from tipcite.net.client import Web

OnResult: TypeAlias = Callable[[Retrieval], None]

_NO_NETWORK: Final = frozenset(
    {
        NetErrorKind.DNS_NXDOMAIN,
        NetErrorKind.DNS_TEMPORARY,
        NetErrorKind.CONNECT,
        NetErrorKind.TIMEOUT,
    }
)

_UNTOLD: Final = frozenset(
    {
        NetErrorKind.FORBIDDEN_ADDRESS,
        NetErrorKind.SCHEME,
        NetErrorKind.SYNTAX,
        NetErrorKind.PUT_OFF,
    }
)
"""Failures that tell nothing of the network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """A target with the address that is really asked for; "" when there is nothing to ask."""

    target: Target
    address: str

    @property
    def host(self) -> str:
        try:
            return urlsplit(self.address).hostname or ""
        except ValueError:
            return ""


class Run:
    """One run: its questions by host, its results, and whether anybody has answered yet."""

    def __init__(
        self,
        settings: NetSettings,
        services: Services,
        now: Callable[[], datetime],
        on_result: OnResult | None,
    ) -> None:
        self._settings = settings
        self._services = services
        self._now = now
        self._on_result = on_result
        self._held: list[Retrieval] = []
        self._unreached: dict[str, NetErrorKind] = {}
        self._reached = False
        self._names_dead = False
        self._results: dict[Target, Retrieval] = {}

    def results_of(self, targets: tuple[Target, ...]) -> dict[Target, Retrieval]:
        """Ask for every target.

        Raises:
            NoNetwork: no host could be reached.
        """
        try:
            asyncio.run(self._ask_all(targets))
        except BaseExceptionGroup as group:  # of the workers: what `on_result` raised
            raise group.exceptions[0] from None
        self._close()
        return self._results

    async def _ask_all(self, targets: Iterable[Target]) -> None:
        """Ask everything: as many workers a host as the host is asked at once."""
        from tipcite.net.client import Web  # imports httpx

        queues: dict[str, deque[_Question]] = {}
        for target in targets:
            question = _Question(target=target, address=self._address(target))
            queues.setdefault(question.host, deque()).append(question)
        async with Web(self._settings) as web:
            async with asyncio.TaskGroup() as workers:
                for queue in queues.values():
                    for _ in range(min(self._settings.per_host, len(queue))):
                        workers.create_task(self._work(web, queue))
            self._names_dead = await self._are_names_dead(web)

    def _close(self) -> None:
        """Tell what was held back, or that there is no network."""
        if self._unreached and not self._reached and not self._names_dead:
            hosts = ", ".join(sorted(self._unreached)[:3])
            raise NoNetwork(
                f"there is no network: of {len(self._unreached)} host(s) none could be reached ({hosts}); "
                "nothing was counted, check the connection and run it again"
            )
        self._release()

    async def _work(self, web: Web, queue: deque[_Question]) -> None:
        while queue:
            question = queue.popleft()
            retrieval = await self._ask(web, question)
            self._results[question.target] = retrieval
            self._held.append(retrieval)
            if self._reached:
                self._release()

    async def _ask(self, web: Web, question: _Question) -> Retrieval:
        target = question.target

        async def ask(address: str, *, accept: str = "") -> Answer:
            answer = await web.get(address, accept=accept)
            self._note(question.host, answer)
            return answer

        if target.kind == TargetKind.DOI:
            return await judge_doi(target, ask, self._services, self._time())
        return await judge_address(target, await ask(question.address), ask, self._time())

    def _address(self, target: Target) -> str:
        if target.kind == TargetKind.DOI:
            return handle_address(target.value, self._services)
        return target.value.strip()

    def _note(self, host: str, answer: Answer) -> None:
        """Keep whether the network was there: an answer of any kind, or a host that spoke, shows it."""
        error = answer.error
        if error is None or answer.chain or (error.reached and error.kind not in _UNTOLD):
            self._reached = True
        elif error.kind in _NO_NETWORK:
            self._unreached[host] = error.kind

    async def _are_names_dead(self, web: Web) -> bool:
        """Tell whether unknown names, or one silent host, are the whole failure: doi.org's name is known."""
        kinds = set(self._unreached.values())
        if self._reached or not kinds:
            return False
        if kinds != {NetErrorKind.DNS_NXDOMAIN} and len(self._unreached) > 1:
            return False
        return await web.knows(urlsplit(self._services.doi_resolver).hostname or "doi.org")

    def _release(self) -> None:
        for retrieval in self._held:
            if self._on_result:
                self._on_result(retrieval)
        self._held.clear()

    def _time(self) -> str:
        return self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
