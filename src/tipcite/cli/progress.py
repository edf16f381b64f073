"""A bar for work that waits for the network: how many of how many are done, and how many failed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tipcite.cli.output import is_quiet


@contextmanager
def counting(word: str, total: int, *, least: int = 2) -> Iterator[Callable[[bool], None]]:
    """Show a bar on stderr: on a terminal only, never with `--quiet`, and not for fewer than `least`.

    What is handed out is called once for each thing that is done, with whether it failed.
    """
    if total < least or is_quiet() or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn(word), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[failed]}"))
    failures: list[bool] = []
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(word, total=total, failed="")

        def done(failed: bool) -> None:
            if failed:
                failures.append(failed)
            progress.update(task, advance=1, failed=f"{len(failures)} failed" if failures else "")

        yield done
