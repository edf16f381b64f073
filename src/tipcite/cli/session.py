"""Where a command works: the article's folder, its settings, its library, and what time it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tipcite.cli.settings import PROJECT_FILE, Settings, find_folder, load_settings
from tipcite.errors import InvalidValue, NoLibrary, UsageError

if TYPE_CHECKING:
    from tipcite.model import Date, Item
    from tipcite.store import Library, LibraryPaths


def settings_of(context: click.Context | None = None) -> Settings:
    """Resolve the settings of the article's folder, of the working folder when there is no library."""
    folder = _folder(context)
    return load_settings(folder or Path.cwd(), os.environ)


def open_library(context: click.Context | None = None, *, read_only: bool = False, today: str | None = None) -> Library:
    """Open the article's library.

    Raises:
        NoLibrary: neither this folder nor one above it has one.
    """
    from tipcite.store import Library

    folder = _folder(context)
    if folder is None:
        here = _asked_folder(context) or Path.cwd()
        raise NoLibrary(f"{str(here)!r} has no library, nor has a folder above it; make one with 'tipcite init'")
    paths = library_paths(load_settings(folder, os.environ))
    return Library.open(paths, read_only=read_only, now=clock(today))


def library_paths(settings: Settings) -> LibraryPaths:
    """Name the files of the article's library."""
    from tipcite.store import LibraryPaths

    return LibraryPaths(
        database=settings.path("library.database"),
        references=settings.path("library.mirror"),
        checks=settings.path("library.checks"),
    )


def clock(today: str | None) -> Callable[[], datetime]:
    """Return what tells the time (UTC): the real clock, or midnight of `--today`."""
    if today is None:
        return lambda: datetime.now(UTC)
    fixed = today_date(today).parts[0]
    moment = datetime(fixed[0], fixed[1], fixed[2], tzinfo=UTC)
    return lambda: moment


def today_date(today: str | None) -> Date:
    """Return today, or the day that `--today` names.

    Raises:
        UsageError: `--today` names no day.
    """
    from tipcite.model import Date, parse_iso_date

    if today is None:
        now = datetime.now().astimezone()
        return Date(parts=((now.year, now.month, now.day),))
    try:
        day = parse_iso_date(today)
    except InvalidValue as error:
        raise UsageError(f"--today: {error}") from None
    if len(day.parts) != 1 or len(day.parts[0]) != 3:
        raise UsageError(f"--today: {today!r} is no day; write YYYY-MM-DD")
    return day


def command_line(context: click.Context, *arguments: str) -> str:
    """Name a change for the history: the command and what it was about."""
    return " ".join([context.info_name or "", *arguments]).strip()


def chosen_items(library: Library, keys: Sequence[str]) -> tuple[Item, ...]:
    """Return the items with these keys, in their order; all of them without keys."""
    return tuple(library.get(key) for key in keys) if keys else library.items()


def _asked_folder(context: click.Context | None) -> Path | None:
    context = context or click.get_current_context(silent=True)
    asked = context.meta.get("tipcite.directory") if context else None
    return asked if isinstance(asked, Path) else None


def _folder(context: click.Context | None) -> Path | None:
    asked = _asked_folder(context)
    if asked is not None and not asked.is_dir():
        raise UsageError(f"{str(asked)!r} is no folder")
    return find_folder((asked or Path.cwd()).absolute())


__all__ = [
    "PROJECT_FILE",
    "chosen_items",
    "clock",
    "command_line",
    "library_paths",
    "open_library",
    "settings_of",
    "today_date",
]
