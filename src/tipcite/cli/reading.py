"""A source's text into items, whatever format it is in; shared by import, convert, parse, check and format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tipcite.cli.files import Source
from tipcite.errors import ReadError, UnknownFormat, UsageError
from tipcite.model import Failed, Problem, Reading, Severity

if TYPE_CHECKING:
    from tipcite.formats.registry import Format, Reader, Writer


def read_items(source: Source, format_name: str | None) -> Reading:
    """Read a text in the format that was named, else in the one that its content shows.

    Raises:
        ReadError: the text is not in that format at all; the message begins with the file's name.
        UsageError: there is no format of that name.
    """
    from tipcite.formats.registry import detect_format

    try:
        if source.data:
            return _read_document(source, format_name)
        return reader(format_name or detect_format(source.text, filename=source.name))(source.text)
    except ReadError as error:
        message = str(error)
        raise ReadError(message if message.startswith(source.name) else f"{source.name}: {message}") from None


def _read_document(source: Source, format_name: str | None) -> Reading:
    wanted = _format(format_name or "docx")
    if wanted.read_bytes is None:
        raise ReadError(f"this is no {wanted.title} but a Word document; leave out --from {wanted.name}")
    return wanted.read_bytes(source.data)


def reader(name: str) -> Reader:
    """Return what reads the format of text that the user names.

    Raises:
        UsageError: there is no such format, or it is only written.
        ReadError: it is no format of text.
    """
    from tipcite.formats.registry import FORMATS

    format = _format(name)
    read = format.read
    if read is None and format.read_bytes is not None:
        raise ReadError(f"this is text, and no file of the format {name!r}; leave out --from {name}")
    if read is None:
        known = ", ".join(name for name, one in FORMATS.items() if one.is_read)
        raise UsageError(f"tipcite writes {name!r} but can't read it; it reads {known}")
    return read


def writer(name: str) -> Writer:
    """Return what writes the format that the user names.

    Raises:
        UsageError: there is no such format, or it is only read.
    """
    from tipcite.formats.registry import FORMATS

    write = _format(name).write
    if write is None:
        known = ", ".join(name for name, one in FORMATS.items() if one.write)
        raise UsageError(f"tipcite reads {name!r} but can't write it; it writes {known}")
    return write


def _format(name: str) -> Format:
    from tipcite.formats.registry import find_format

    try:
        return find_format(name)
    except UnknownFormat as error:
        raise UsageError(str(error)) from None


def problems_of(source: Source, reading: Reading) -> Iterator[Problem]:
    """Name everything that was found in a source, by line: its encoding, failed pieces, problems."""
    yield from source.problems
    found = [*(as_problem(failed) for failed in reading.failed), *reading.problems]
    if not reading.items and not found:
        yield Problem(severity=Severity.WARNING, code="no-entries", message="there are no references in it")
    yield from sorted(found, key=lambda problem: (problem.line, problem.column))


def as_problem(failed: Failed) -> Problem:
    """Say of a piece that could not become an item what is wrong with it."""
    return Problem(
        severity=Severity.ERROR,
        code=failed.code,
        message=failed.reason,
        line=failed.line,
        column=failed.column,
    )
