"""`tipcite edit`: sources as CSL-JSON in the user's editor."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from tipcite.cli.options import common_options, keys_argument
from tipcite.cli.output import say
from tipcite.cli.session import command_line, open_library
from tipcite.errors import InvalidItem, TipciteError
from tipcite.model import Item, item_from_csl, item_to_csl


@click.command("edit")
@keys_argument
@common_options
@click.pass_context
def command(context: click.Context, keys: tuple[str, ...]) -> None:
    """Edit sources as CSL-JSON in $VISUAL or $EDITOR; what is saved is stored as one change.

    A text that can't be read is kept in a file that the message names; the library stays as it was.
    """
    with open_library(read_only=True) as library:
        before = [library.get(key) for key in dict.fromkeys(keys)]
    after = edit_items(before)
    if [item.key for item in after] != [item.key for item in before]:
        raise TipciteError("the keys ('id') or the number of items changed; use 'tipcite rename', 'add' or 'rm'")
    changed = [new for old, new in zip(before, after, strict=True) if new != old]
    if not changed:
        say("nothing changed")
        return
    with open_library() as library:
        library.put(changed, command=command_line(context, *(item.key for item in changed)))
    say(f"changed: {', '.join(item.key for item in changed)}")


def edit_items(items: Sequence[Item]) -> tuple[Item, ...]:
    """Let the user edit items and read them back.

    Raises:
        TipciteError: there is no editor, it failed, or its text is no CSL-JSON; the text is kept.
    """
    text = json.dumps([item_to_csl(item) for item in items], ensure_ascii=False, indent=2) + "\n"
    handle, name = tempfile.mkstemp(prefix="tipcite-", suffix=".json")
    file = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8") as opened:
        opened.write(text)
    _run_editor(file)
    try:
        edited = json.loads(file.read_text(encoding="utf-8-sig"))
        result = tuple(item_from_csl(one) for one in (edited if isinstance(edited, list) else [edited]))
    except json.JSONDecodeError as error:
        place = f"{file}:{error.lineno}:{error.colno}"
        raise TipciteError(f"{place}: is no JSON: {error.msg.lower()}; your text is kept in that file") from None
    except (InvalidItem, UnicodeDecodeError) as error:
        raise TipciteError(f"{file}: {error}; your text is kept in that file") from None
    file.unlink()
    return result


def _run_editor(file: Path) -> None:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        file.unlink()
        raise TipciteError("no editor is set; set EDITOR, or use 'tipcite set'")
    try:
        status = subprocess.run([*shlex.split(editor), str(file)], check=False).returncode
    except OSError as error:
        file.unlink()
        reason = (error.strerror or str(error)).lower()
        raise TipciteError(f"the editor {editor!r} can't be started: {reason}") from None
    if status != 0:
        raise TipciteError(f"the editor {editor!r} ended with status {status}; your text is kept in {str(file)!r}")
