"""Asking for what was named, with a line of progress on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from tipcite.cli.network import Network
from tipcite.cli.progress import counting
from tipcite.cli.session import clock, settings_of, today_date

if TYPE_CHECKING:
    from tipcite.fetch.gather import Outcome
    from tipcite.fetch.wanted import Wanted


def ask(wanted: Sequence[Wanted], network: Network, today: str | None) -> list[Outcome]:
    """Ask for everything at its source, for what is named twice once; a failure stands in the place of what failed.

    Raises:
        KeyboardInterrupt: Ctrl-C; nothing is kept.
    """
    if not wanted:
        return []
    from tipcite.fetch.gather import fetch_all

    settings = settings_of()
    year, month, day = today_date(today).parts[0]
    once = list(dict.fromkeys(wanted))
    with counting("asking", len(once)) as done:
        told = fetch_all(
            once,
            network.settings(settings),
            network.services(settings),
            today=date(year, month, day),
            now=clock(today),
            sites=settings.sites(),
            on_done=lambda _, outcome: done(isinstance(outcome, Exception)),
        )
    found = dict(zip(once, told, strict=True))
    return [found[one] for one in wanted]
