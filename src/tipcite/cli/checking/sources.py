"""Where links come from: the library, single sources of it, or files."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from tipcite.cli.checking.ci import article_root
from tipcite.cli.files import read_bytes
from tipcite.errors import ReadError, TipciteError, UnknownFormat, UsageError
from tipcite.model import Item, Problem

if TYPE_CHECKING:
    from tipcite.links.targets import Target

_KEY = re.compile(r'^    "id": (".*?"),?$')


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """The links of one source of links; `problems` are what of a file could not be read, with the file's name."""

    targets: tuple[Target, ...]
    problems: tuple[tuple[str, Problem], ...] = ()


def split_arguments(what: Sequence[str]) -> tuple[list[str], list[str]]:
    """Tell files from keys: what exists is a file, and so is `-`.

    Raises:
        UsageError: there are both.
        ReadError: a word is evidently meant as a file, and there is none.
    """
    files = [name for name in what if name == "-" or os.path.exists(name)]
    keys = [name for name in what if name not in files]
    missing = next(filter(_looks_like_file, keys), None)
    if missing is not None:
        raise ReadError(f"{missing!r}: there is no such file")
    if files and keys:
        raise UsageError(f"files and keys can't be checked in one call; {keys[0]!r} is no file")
    return files, keys


def cited_in_files(files: Iterable[str], kind: str) -> Cited:
    """Find the links of files; `kind` as `--from` names it.

    Raises:
        ReadError: a file can't be read; the message begins with its name.
    """
    targets: list[Target] = []
    problems: list[tuple[str, Problem]] = []
    for file in files:
        name = "<stdin>" if file == "-" else file
        found = cited_in_bytes(name, read_bytes(file), kind)
        targets += found.targets
        problems += found.problems
    return Cited(targets=_merged(targets), problems=tuple(problems))


def cited_in_bytes(name: str, data: bytes, kind: str) -> Cited:
    """Find the links of a file's content.

    Raises:
        ReadError: it can't be read; the message begins with the name.
        UsageError: there is no such kind.
    """
    from tipcite.links.extract import extract

    shown = article_root().shown(name)
    try:
        found = extract(shown, data, kind=kind)
    except UnknownFormat as error:
        raise UsageError(str(error)) from None
    except ReadError as error:
        message = str(error)
        raise ReadError(message if message.startswith((name, shown)) else f"{name}: {message}") from None
    return Cited(targets=found.targets, problems=tuple((shown, problem) for problem in found.problems))


def cited_in_items(items: Iterable[Item], mirror: Path) -> Cited:
    """List the links of a library's sources, each at the line of its item in the mirror."""
    from tipcite.links.targets import Place, targets

    lines = _lines_of_keys(mirror)
    shown = article_root().shown(str(mirror))
    return Cited(
        targets=_merged(
            replace(target, places=(Place(file=shown, line=lines.get(item.key, 0)),))
            for item in items
            for target in targets(item)
        )
    )


def cited_in_mirror(text: str, name: str) -> tuple[Target, ...]:
    """List the links of a mirror's text as it was at another time.

    Raises:
        TipciteError: it can't be understood.
    """
    from tipcite.formats.csljson import read_csl_json
    from tipcite.links.targets import targets

    try:
        items = read_csl_json(text).items
    except ReadError as error:
        raise TipciteError(f"{name}: {error}") from None
    return _merged(target for item in items for target in targets(item))


def complete_kinds(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the kinds of files to the shell."""
    return [CompletionItem(name) for name in kind_names() if name.startswith(incomplete)]


def kind_names() -> tuple[str, ...]:
    """Name what `--from` takes: kinds of documents, then formats of references."""
    from tipcite.formats.registry import FORMATS
    from tipcite.links.extract import DOCUMENT_KINDS

    formats = [name for name, one in FORMATS.items() if one.read and name != "text"]
    return (*map(str, DOCUMENT_KINDS), *formats)


def _merged(targets: Iterable[Target]) -> tuple[Target, ...]:
    from tipcite.links.targets import merge

    return merge(targets)


def _lines_of_keys(mirror: Path) -> dict[str, int]:
    """Return the line on which each item begins; a mirror that is missing or was never written gives none."""
    try:
        text = mirror.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    found: dict[str, int] = {}
    begin = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line == "  {":
            begin = number
        elif line.startswith('    "id": '):
            match = _KEY.match(line)
            if match:
                found.setdefault(str(json.loads(match[1])), begin or number)
    return found


def _looks_like_file(name: str) -> bool:
    return bool(re.search(r"^\.{0,2}/|\.(?:bib|json|md|tex|docx|html?|txt|ris|yaml)$", name, re.IGNORECASE))
