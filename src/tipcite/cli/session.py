"""Where a command works: the article's folder, its settings, its library, and what time it is."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tipcite.cli.output import one_line, say_more
from tipcite.cli.settings import PROJECT_FILE, Settings, find_folder, load_settings
from tipcite.errors import InvalidValue, NoLibrary, UsageError

if TYPE_CHECKING:
    from tipcite.model import Date, Item
    from tipcite.store import Library, LibraryPaths


def settings_of(context: click.Context | None = None) -> Settings:
    """Resolve the settings of the article's folder, of the working folder when there is no library."""
    folder = _folder(context)
    return load_settings(folder or Path.cwd(), os.environ)


def article_settings(context: click.Context | None = None) -> Settings:
    """Resolve the settings of the article's folder.

    Raises:
        NoLibrary: neither this folder nor one above it is an article's.
    """
    folder = _folder(context)
    if folder is None:
        here = asked_folder(context)
        raise NoLibrary(f"{str(here)!r} has no library, nor has a folder above it; make one with 'tipcite init'")
    return load_settings(folder, os.environ)


def open_library(context: click.Context | None = None, *, read_only: bool = False, today: str | None = None) -> Library:
    """Open the article's library.

    Raises:
        NoLibrary: neither this folder nor one above it has one.
    """
    from tipcite.store import Library

    settings = article_settings(context)
    paths = library_paths(settings)
    say_more(f"library: {paths.database}")
    return Library.open(paths, read_only=read_only, now=clock(today), rules=settings.state_rules)


def library_paths(settings: Settings) -> LibraryPaths:
    """Name the files of the article's library.

    Raises:
        UsageError: two of them are one file.
    """
    from tipcite.store import LibraryPaths

    paths = [settings.path(name) for name in ("library.database", "library.mirror", "library.checks")]
    if len(set(paths)) < len(paths):
        raise UsageError("library.database, library.mirror and library.checks must be three files")
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
    """Name a change for the history: the command and what it was about, as one line of a shell."""
    line = " ".join([context.info_name or "", *(_quoted(word) for word in arguments if word)])
    return line.encode("utf-8", "backslashreplace").decode()


def _quoted(word: str) -> str:
    """Quote a word only where blanks would hide where it ends."""
    if not re.search(r"\s", word):
        return one_line(word)
    import shlex

    return shlex.quote(one_line(word))


def chosen_items(library: Library, keys: Sequence[str]) -> tuple[Item, ...]:
    """Return the items with these keys, each once, in their order; all of them without keys."""
    found = {item.key: item for item in (library.get(key) for key in keys)}
    return tuple(found.values()) if keys else library.items()


def asked_folder(context: click.Context | None = None) -> Path:
    """Return the folder that `-C` names, else the one where the user is.

    Raises:
        UsageError: there is no such folder.
    """
    context = context or click.get_current_context(silent=True)
    asked = context.meta.get("tipcite.directory") if context else None
    if not isinstance(asked, Path):
        return Path.cwd()
    if not asked.is_dir():
        raise UsageError(f"{str(asked)!r} is no folder")
    return asked


def _folder(context: click.Context | None) -> Path | None:
    return find_folder(asked_folder(context).absolute())


__all__ = [
    "PROJECT_FILE",
    "article_settings",
    "asked_folder",
    "chosen_items",
    "clock",
    "command_line",
    "library_paths",
    "open_library",
    "settings_of",
    "today_date",
]
