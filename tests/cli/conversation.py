"""A call on a terminal that is answered whenever it asks."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

from .conftest import Article, environ

_PATIENCE = 60
"""Seconds after which a program that asks nothing more is given up."""


def converse(
    article: Article, *arguments: str, answers: Sequence[str], columns: int = 100, **environment: str
) -> tuple[int, str]:
    """Run a call on a terminal and type an answer at each prompt (a line that ends in `: `); return code and text.

    The answer "\\x03" is Ctrl-C.
    """
    main, other = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tipcite", *arguments],
        cwd=article.folder,
        env=environ(article.folder) | {"COLUMNS": str(columns), "TERM": "xterm", "NO_COLOR": "1"} | environment,
        stdin=other,
        stdout=other,
        stderr=other,
    )
    os.close(other)
    shown, begin, left, end = b"", 0, list(answers), time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if not select.select([main], [], [], 0.2)[0]:
            if process.poll() is not None:
                break
            continue
        try:
            piece = os.read(main, 65536)
        except OSError:  # Linux's end of a terminal
            break
        if not piece:
            break
        shown += piece
        if shown[begin:].endswith((b"]: ", b"): ")):
            begin = len(shown)
            answer = left.pop(0) if left else "q"
            if answer == "\x03":  # what a terminal makes of Ctrl-C
                process.send_signal(signal.SIGINT)
            else:
                os.write(main, answer.encode() + b"\n")
    os.close(main)
    return process.wait(timeout=30), shown.decode().replace("\r\n", "\n")
