"""Things put to sources, in one run with the call's own terms and a line of progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from tipcite.cli.network import Network
from tipcite.cli.progress import counting
from tipcite.cli.session import clock, settings_of, today_date

_Answer = TypeVar("_Answer")


def put(
    fetch: Callable[..., list[_Answer]], things: Sequence[object], network: Network, today: str | None, *,
    failed: Callable[[_Answer], bool],
) -> list[_Answer]:  # fmt: skip
    """Have `fetch_all` or `fetch_again` ask for things and return their answers; `failed` tells which are failures.

    Raises:
        KeyboardInterrupt: Ctrl-C; nothing came of it.
    """
    settings = settings_of()
    year, month, day = today_date(today).parts[0]
    with counting("asking", len(things)) as done:
        return fetch(
            things,
            network.settings(settings),
            network.services(settings),
            today=date(year, month, day),
            now=clock(today),
            sites=settings.sites(),
            on_done=lambda _, answer: done(failed(answer)),
        )
