"""The library while a check runs: every batch is committed; what was begun is known until it has ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tipcite.cli.session import open_library
from tipcite.errors import LibraryError
from tipcite.model import Retrieval

if TYPE_CHECKING:
    from tipcite.store import Library
    from tipcite.store.unfinished import Unfinished


class Keeper:
    """Keeps the batches of one check; the library is opened for the first of them."""

    def __init__(self, check: Unfinished, today: str | None) -> None:
        self._check = check
        self._today = today
        self._library: Library | None = None

    def keep(self, batch: Sequence[Retrieval]) -> None:
        """Commit a batch.

        Raises:
            LibraryError: it can't be written.
        """
        if self._library is None:
            self._library = open_library(today=self._today)
            self._library.begin_check(self._check)
        self._library.record_checks(batch)

    def close(self, *, has_ended: bool) -> LibraryError | None:
        """Write the mirror, and note that the check has ended; return what went wrong."""
        try:
            if self._library is None and has_ended:
                with open_library(today=self._today) as library:
                    if library.unfinished_check() == self._check:
                        library.end_check()
            elif self._library is not None:
                with self._library as library:
                    if has_ended:
                        library.end_check()
        except LibraryError as error:
            return error
        return None
