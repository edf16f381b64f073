"""A check that runs: its progress, what it keeps as it goes, how it is stopped."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from tipcite.cli.output import is_quiet, write_error
from tipcite.errors import LibraryError
from tipcite.model import Retrieval

if TYPE_CHECKING:
    from tipcite.links.targets import Target
    from tipcite.net import NetSettings, Services

Keep: TypeAlias = Callable[[Sequence[Retrieval]], None]


@dataclass(slots=True)
class Asked:
    """What a run brought; `is_stopped` after Ctrl-C, `fault` when keeping failed."""

    retrievals: list[Retrieval] = field(default_factory=list)
    is_stopped: bool = False
    fault: LibraryError | None = None


def ask(
    wanted: Sequence[Target], settings: NetSettings, services: Services, *, now: Callable[[], datetime],
    keep: Keep | None, max_time: float | None, is_ci: bool,
) -> Asked:  # fmt: skip
    """Ask for links; every batch is committed with `keep` before anything of it is shown.

    When the library can't be written (a full disk), the check goes on, for it takes minutes, and the fault is told.

    Raises:
        NoNetwork: hosts can't be reached; nothing was kept of them.
    """
    from tipcite.links import check_links

    asked = Asked()
    if not wanted:
        return asked
    with _shown(len(wanted), is_ci=is_ci) as show:

        def take(batch: Sequence[Retrieval]) -> None:
            if keep and asked.fault is None:
                try:
                    keep(batch)
                except LibraryError as error:
                    asked.fault = error
            asked.retrievals += batch
            show(batch)

        try:
            check_links(wanted, settings, services, now=now, on_batch=take, max_time=max_time)
        except KeyboardInterrupt:
            asked.is_stopped = True
    return asked


@contextmanager
def _shown(total: int, *, is_ci: bool) -> Iterator[Keep]:
    """Show a bar with the verdicts so far, on a terminal only; never in CI."""
    if is_ci or is_quiet() or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        TextColumn("{task.fields[seen]}"),
    )  # fmt: skip
    counts: dict[str, int] = {}
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("checking", total=total, seen="")

        def show(batch: Sequence[Retrieval]) -> None:
            for one in batch:
                counts[str(one.verdict)] = counts.get(str(one.verdict), 0) + 1
            seen = ", ".join(f"{number} {verdict}" for verdict, number in sorted(counts.items()))
            progress.update(task, advance=len(batch), seen=seen)

        yield show


def say_fault(fault: LibraryError) -> None:
    """Say that what was shown is not kept."""
    write_error(f"what is shown above was not kept: {fault}")
