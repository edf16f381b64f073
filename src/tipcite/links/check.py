"""Checking many links: what goes in and what comes out; `run` does the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from tipcite.links.targets import Target, merge
from tipcite.model import Retrieval
from tipcite.net import NetSettings, Services


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found, in the order in which the targets were given."""

    retrievals: tuple[Retrieval, ...] = ()


def check_links(
    targets: Iterable[Target],
    settings: NetSettings,
    services: Services,
    *,
    now: Callable[[], datetime],
    on_result: Callable[[Retrieval], None] | None = None,
) -> CheckReport:
    """Ask for every target once and judge the answers; `on_result` is told of each as it comes.

    Results are held back until some host has answered, so that nothing is counted when there is no network.

    Raises:
        NoNetwork: no host at all could be reached.
    """
    from tipcite.links.run import Run  # asyncio is slow to import

    merged = merge(targets)
    results = Run(settings, services, now, on_result).results_of(merged)
    return CheckReport(retrievals=tuple(results[target] for target in merged))
