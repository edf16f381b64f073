"""What the arguments of `add` name: identifiers, addresses and titles, files, and lists of identifiers in files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipcite.cli.saved_page import is_page_file
from tipcite.errors import InvalidIdentifier, UnknownFormat, UsageError

if TYPE_CHECKING:
    from tipcite.cli.files import Source
    from tipcite.fetch.wanted import Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One thing that was named, asked for (`wanted`), read from a file (`source`, `is_page`), or wrong (`fault`)."""

    text: str
    wanted: Wanted | None = None
    source: Source | None = None
    is_page: bool = False
    fault: str = ""


def read_names(arguments: tuple[str, ...]) -> list[Named]:
    """Read the arguments; an existing file is a file, `-` is stdin, everything else is an identifier or a title.

    Raises:
        UsageError: stdin is named twice.
        ReadError: a file can't be read.
    """
    if arguments.count("-") > 1:
        raise UsageError("'-' is stdin, which can be read only once")
    return list(_named(arguments))


def _named(arguments: tuple[str, ...]) -> Iterator[Named]:
    from tipcite.fetch.wanted import joined_places

    for text in joined_places(arguments):
        if is_page_file(text):
            yield Named(text=text, is_page=True)
        elif text == "-" or os.path.isfile(text):
            yield from _in_file(text)
        elif os.path.isdir(text):
            yield Named(text=text, fault=f"{text!r} is a folder; name the files in it")
        else:
            yield _one(text)


def _one(text: str) -> Named:
    from tipcite.fetch.wanted import read_wanted

    try:
        return Named(text=text, wanted=read_wanted(text))
    except InvalidIdentifier as error:
        return Named(text=text, fault=str(error))


def _in_file(path: str) -> Iterator[Named]:
    """Read a file: a list with an identifier on (nearly) every line, or references in a format that `import` reads."""
    from tipcite.cli.files import read_source

    source = read_source(path, documents=True)
    lines = [line.strip() for line in source.text.splitlines()]
    told = [line for line in lines if line and not line.startswith("#")]
    if told and _are_identifiers(source, told):
        yield from map(_one, told)
    else:
        yield Named(text=source.name, source=source)


def _are_identifiers(source: Source, lines: Iterable[str]) -> bool:
    """Tell whether most lines are nothing but identifiers: a mistyped one among them is no reference in prose."""
    from tipcite.fetch.wanted import is_identifier
    from tipcite.formats.registry import detect_format

    told = list(lines)
    try:
        if detect_format(source.text, filename="" if source.name == "<stdin>" else source.name) not in (
            "text",
            "coins",
        ):
            return False
    except UnknownFormat:
        return False
    return bool(told) and 2 * sum(map(is_identifier, told)) > len(told)
