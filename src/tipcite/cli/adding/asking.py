"""Asking for what was named, with a line of progress on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from tipcite.cli.network import Network
from tipcite.cli.output import is_quiet
from tipcite.cli.session import clock, settings_of, today_date

if TYPE_CHECKING:
    from tipcite.fetch.gather import OnDone, Outcome
    from tipcite.fetch.wanted import Wanted

_MANY = 2


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
    with _shown(len(once)) as show:
        told = fetch_all(
            once,
            network.settings(settings),
            network.services(settings),
            today=date(year, month, day),
            now=clock(today),
            sites=settings.sites(),
            on_done=show,
        )
    found = dict(zip(once, told, strict=True))
    return [found[one] for one in wanted]


@contextmanager
def _shown(total: int) -> Iterator[OnDone | None]:
    """Show how many are done, where there are many and somebody looks on."""
    if total < _MANY or is_quiet() or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("asking"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[failed]}"))
    failed: list[int] = []
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("asking", total=total, failed="")

        def show(place: int, outcome: Outcome) -> None:
            if isinstance(outcome, Exception):
                failed.append(place)
            progress.update(task, advance=1, failed=f"{len(failed)} failed" if failed else "")

        yield show
