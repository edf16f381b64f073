"""What a long import needs: a bar on a terminal, no search for cycles, and no half-heard Ctrl-C at its end."""

from __future__ import annotations

import gc
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol

from tipcite.cli.output import is_quiet

_LONG: Final = 200_000
"""Texts of fewer characters than this are read and stored before a bar could be seen."""


class Bar(Protocol):
    """The bar of one piece of work in several steps."""

    def begin(self, name: str, total: int | None) -> None:
        """Show the next step: so many parts, or None where that is not known."""

    def advance(self) -> None:
        """Show that one part is done."""


class _NoBar:
    def begin(self, name: str, total: int | None) -> None:
        pass

    def advance(self) -> None:
        pass


@contextmanager
def progress(size: int) -> Iterator[Bar]:
    """Show a bar on stderr while much is done (`size` in characters): on a terminal only, never with `--quiet`."""
    if size < _LONG or is_quiet() or not sys.stderr.isatty():
        yield _NoBar()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:

        class RichBar:
            def begin(self, name: str, total: int | None) -> None:
                for task in shown.task_ids:
                    shown.remove_task(task)
                self._task = shown.add_task(name, total=total)

            def advance(self) -> None:
                shown.advance(self._task)

        yield RichBar()


@contextmanager
def no_cycles() -> Iterator[None]:
    """Stop Python's search for cycles: readers make objects by the hundred thousand, and no cycles among them."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def can_not_stop() -> None:
    """Ignore Ctrl-C and SIGTERM from here to the end of the call: what is stored in a moment must be told, too."""
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
