"""A library in a folder of its own, and items to put into it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tipcite.store import Library, LibraryPaths


class Clock:
    """A clock that goes on by a second at each look."""

    def __init__(self) -> None:
        self.moment = datetime(2021, 11, 12, 8, 0, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture
def paths(tmp_path: Path) -> LibraryPaths:
    return LibraryPaths.in_folder(tmp_path)


@pytest.fixture
def library(paths: LibraryPaths) -> Iterator[Library]:
    with Library.create(paths, now=Clock()) as library:
        yield library
