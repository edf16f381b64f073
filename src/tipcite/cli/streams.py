"""The three standard streams: UTF-8 always, and whole even where the caller closed one."""

from __future__ import annotations

import os
import sys
from typing import IO


def prepare_streams() -> None:
    """Make stdin, stdout and stderr usable, whatever they were started as.

    One that was closed (`>&-`) is opened so that using it fails as an error of the system, with its line, and so that
    no file of the library gets its number. Half characters, which UTF-8 has no form for, are written as escapes.
    """
    if sys.stdin is None:
        sys.stdin = _null("r", os.O_WRONLY)
    if sys.stdout is None:
        sys.stdout = _null("w", os.O_RDONLY)
    if sys.stderr is None:
        sys.stderr = _null("w", os.O_WRONLY)
    for stream, errors in ((sys.stdin, "strict"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)


def hush(stream: IO[str]) -> None:
    """Let what a stream still holds go nowhere, so that the interpreter does not complain of it at exit."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, stream.fileno())
    os.close(null)


def _null(mode: str, flags: int) -> IO[str]:
    return open(os.open(os.devnull, flags), mode, encoding="utf-8")
