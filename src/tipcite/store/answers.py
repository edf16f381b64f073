"""What sources answered, word for word: one file an answer, named for its content.

A file is never changed, so that git has nothing to merge and a mirror stays readable: an item's provenance names its
answers by `raw`. Answers are fact, like checks: nothing takes them back, and one that two items name is kept once.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tipcite.errors import LibraryError
from tipcite.model import SourceAnswer

_DIGEST: Final = re.compile(r"[0-9a-f]{32}")


def keep(folder: Path, answers: Iterable[SourceAnswer]) -> None:
    """Write the texts that are not there yet, each whole or not at all.

    Raises:
        LibraryError: one can't be written.
    """
    for answer in answers:
        if not answer.text:
            continue
        file = folder / f"{answer.digest}{_suffix(answer.text)}"
        try:
            if not file.exists():
                folder.mkdir(parents=True, exist_ok=True)
                _write(file, answer.text)
        except OSError as error:
            raise LibraryError(f"{file} can't be written: {(error.strerror or str(error)).lower()}") from None


def find(folder: Path, digest: str) -> str | None:
    """Return the text of an answer, None when it is not there (any more).

    Raises:
        LibraryError: it can't be read.
    """
    if not _DIGEST.fullmatch(digest):
        return None
    for suffix in (".json", ".xml"):
        file = folder / f"{digest}{suffix}"
        try:
            return file.read_text("utf-8", errors="surrogatepass")
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError) as error:
            raise LibraryError(f"{file} can't be read: {error}") from None
    return None


def _suffix(text: str) -> str:
    return ".xml" if text.lstrip().startswith("<") else ".json"


def _write(file: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as draft:
            draft.write(text.encode("utf-8", "surrogatepass"))
        os.chmod(name, 0o644)
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
