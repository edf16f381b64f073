"""Reading what a command is given and writing what it makes: files, stdin, stdout."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from tipcite.cli.output import visible
from tipcite.errors import ReadError, TipciteError
from tipcite.model import Problem

_ZIP: Final = b"PK\x03\x04"


class Source(NamedTuple):
    """A file's text, how it is called in messages, and what was odd about its encoding; of a document its bytes."""

    name: str
    text: str
    problems: tuple[Problem, ...]
    data: bytes = b""


def read_bytes(path: str) -> bytes:
    """Read a file, or stdin for `-`.

    Raises:
        ReadError: there is no such file, it is a folder, or it may not be read.
    """
    try:
        if path == "-":
            return sys.stdin.buffer.read()
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path!r}: there is no such file") from None
    except IsADirectoryError:
        raise ReadError(f"{path!r} is a folder; name a file in it") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ReadError(f"{path!r} can't be read: {_reason(error)}") from None


def read_source(path: str, *, documents: bool = False) -> Source:
    """Read a text file in whatever encoding it is; with `documents`, a Word document, too, which has no text yet.

    Raises:
        ReadError: it can't be read, or is no text.
    """
    from tipcite.formats.encoding import decode

    name = "<stdin>" if path == "-" else path
    try:
        data = read_bytes(path)
        if documents and data.startswith(_ZIP) and (path.lower().endswith((".docx", ".docm")) or _is_docx(data)):
            return Source(name, "", (), data)
        decoded = decode(data)
    except ReadError as error:
        message = str(error)
        raise ReadError(message if message.startswith((repr(path), name)) else f"{name}: {message}") from None
    return Source(name, decoded.text, tuple(decoded.problems))


def _is_docx(data: bytes) -> bool:
    from tipcite.formats.docx import is_docx

    return is_docx(data)


def write_output(text: str | bytes, output: Path | None, *, force: bool = True) -> None:
    """Write a result to stdout, or whole or not at all to a file.

    Raises:
        TipciteError: the file is there and may not be overwritten, or it can't be written.
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    if output is None or str(output) == "-":
        sys.stdout.flush()
        if isinstance(text, str) and sys.stdout.isatty():
            data = visible(text).encode("utf-8", "backslashreplace")
        sys.stdout.buffer.write(data)
        return
    if output.exists() and not force:
        raise TipciteError(f"{str(output)!r} is there already; overwrite it with --force")
    try:
        _replace(output, data)
    except OSError as error:
        raise TipciteError(f"{str(output)!r} can't be written: {_reason(error)}") from None


def _replace(output: Path, data: bytes) -> None:
    """Write beside the file and rename, so that a full disk leaves the old one whole."""
    if output.exists() and not output.is_file():  # /dev/stdout, a pipe
        output.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mode = output.stat().st_mode & 0o777 if output.exists() else 0o666 & ~_umask()
        os.chmod(name, mode)
        os.replace(name, output)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
