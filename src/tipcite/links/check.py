"""Checking many links: what goes in and what comes out; `run` does the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from tipcite.links.targets import Target, merge
from tipcite.model import Retrieval
from tipcite.net import NetSettings, Services


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found, in the order in which the targets were given; `left` is what the time did not suffice for."""

    retrievals: tuple[Retrieval, ...] = ()
    left: tuple[Target, ...] = ()


def check_links(
    targets: Iterable[Target],
    settings: NetSettings,
    services: Services,
    *,
    now: Callable[[], datetime],
    on_batch: Callable[[Sequence[Retrieval]], None] | None = None,
    max_time: float | None = None,
) -> CheckReport:
    """Ask for every target once and judge the answers.

    `on_batch` is given what was found, at most 500 results at a time and at most half a second after they came. What
    it has kept when it returns may be shown; after a crash it need not be asked for again, only what was under way.
    Nothing is handed over before most of the hosts have answered, so that nothing is counted without a network.
    After `max_time` seconds nothing is started any more and nothing asked again; what is under way is finished.

    Raises:
        NoNetwork: most hosts could not be reached.
        KeyboardInterrupt: Ctrl-C; `on_batch` was given what had been found.
    """
    from tipcite.links.run import Run  # asyncio is slow to import

    merged = merge(targets)
    results = Run(settings, services, now, on_batch=on_batch, max_time=max_time).results_of(merged)
    return CheckReport(
        retrievals=tuple(results[target] for target in merged if target in results),
        left=tuple(target for target in merged if target not in results),
    )
