"""`tipcite edit`: sources as CSL-JSON in the user's editor."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from tipcite.cli.files import read_source
from tipcite.cli.options import common_options, keys_argument
from tipcite.cli.output import say, say_problems
from tipcite.cli.reading import read_items
from tipcite.cli.session import command_line, open_library
from tipcite.errors import TipciteError
from tipcite.model import Item, item_to_csl


@click.command("edit")
@keys_argument
@common_options
@click.pass_context
def command(context: click.Context, keys: tuple[str, ...]) -> None:
    """Edit sources as CSL-JSON in $VISUAL or $EDITOR; what is saved is stored as one change.

    A text that can't be stored is kept in a file that the message names; the library stays as it was. An editor
    with a window must wait until it is closed: EDITOR="code --wait".
    """
    with open_library(read_only=True) as library:
        before = {item.key: item for item in (library.get(key) for key in keys)}
    with editing(list(before.values())) as edited:
        after = {item.key: item for item in edited}
        if list(after) != list(before) or len(edited) != len(before):
            raise TipciteError("the keys ('id') or the number of items changed; use 'tipcite rename', 'add' or 'rm'")
        if after == before:
            say("nothing changed")
            return
        with open_library() as library:
            changed = library.alter(
                [key for key, item in after.items() if item != before[key]],
                lambda item: _edited(item, before[item.key], after[item.key]),
                command=command_line(context, *before),
            )
    say(f"changed: {', '.join(item.key for item in changed)}")


@contextmanager
def editing(items: Sequence[Item]) -> Iterator[tuple[Item, ...]]:
    """Let the user edit items, and hand out what the text says; it is deleted when that was stored.

    Raises:
        TipciteError: there is no editor, it failed, its text is no CSL-JSON or could not be stored; the text is kept.
    """
    editor = _editor()
    handle, name = tempfile.mkstemp(prefix="tipcite-", suffix=".json")
    file = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as opened:
        opened.write(json.dumps([item_to_csl(item) for item in items], ensure_ascii=False, indent=2) + "\n")
    _run_editor(editor, file)
    if not file.exists():
        raise TipciteError(f"the editor left no file at {name!r}; nothing was changed")
    try:
        yield _read(name)
    except TipciteError as error:
        raise type(error)(f"{error}; your text is kept in {name!r}") from None
    file.unlink(missing_ok=True)


def _edited(now: Item, before: Item, after: Item) -> Item:
    if now != before:
        raise TipciteError(f"{now.key!r} was changed by another program while it was edited; edit it again")
    return after


def _read(name: str) -> tuple[Item, ...]:
    source = read_source(name)
    reading = read_items(source, "csl-json")
    if reading.failed:
        failed = reading.failed[0]
        raise TipciteError(f"{name}:{failed.line}:{failed.column}: {failed.reason}")
    # A new source has no key yet; the file that a place would name is deleted at once.
    say_problems("edited text", (problem for problem in reading.problems if problem.code != "no-key"))
    return tuple(reading.items)


def _editor() -> list[str]:
    text = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(text)
    except ValueError as error:
        reason = str(error).lower()
        raise TipciteError(f"the editor {text!r} is no command: {reason}; correct VISUAL or EDITOR") from None
    if not words:
        raise TipciteError("no editor is set; set EDITOR, or use 'tipcite set'")
    return words


def _run_editor(editor: Sequence[str], file: Path) -> None:
    name = shlex.join(editor)
    try:
        status = subprocess.run([*editor, str(file)], check=False).returncode
    except OSError as error:
        file.unlink()
        reason = (error.strerror or str(error)).lower()
        raise TipciteError(f"the editor {name!r} can't be started: {reason}") from None
    if status != 0:
        how = f"ended with status {status}" if status > 0 else f"was stopped by signal {-status}"
        raise TipciteError(f"the editor {name!r} {how}; your text is kept in {str(file)!r}")
