"""`tipcite note`: notes on a source."""

from __future__ import annotations

from dataclasses import replace

import click

from tipcite.cli.options import common_options, key_argument
from tipcite.cli.output import count, echo, say, visible
from tipcite.cli.session import command_line, open_library
from tipcite.errors import UsageError
from tipcite.model import Item


@click.command("note")
@key_argument
@click.argument("text", required=False)
@click.option("--remove", type=int, metavar="N", help="Remove the N-th note.")
@common_options
@click.pass_context
def command(context: click.Context, key: str, text: str | None, remove: int | None) -> None:
    """Show the notes of a source, or add TEXT as one.

    Notes are the author's own and are never printed in a reference list; CSL's field `note` is set with 'tipcite set'.
    """
    if text is None and remove is None:
        with open_library(read_only=True) as library:
            for number, note in enumerate(library.get(key).notes, start=1):
                echo(f"{number}. {visible(note)}")
        return
    with open_library() as library:
        words = [*([f"--remove={remove}"] if remove is not None else []), text or ""]
        (item,) = library.alter(
            [key], lambda item: change_notes(item, text, remove), command=command_line(context, key, *words)
        )
    say(f"{key}: {count(len(item.notes), 'note')}")


def change_notes(item: Item, text: str | None, remove: int | None) -> Item:
    """Remove the N-th note, add one at the end.

    Raises:
        UsageError: there is no N-th note, or the new one is empty.
    """
    notes = list(item.notes)
    if remove is not None:
        if not 1 <= remove <= len(notes):
            raise UsageError(f"{item.key!r} has no note {remove}; it has {len(notes)}")
        del notes[remove - 1]
    if text is not None:
        if not text.strip():
            raise UsageError("the note is empty")
        notes.append(text.strip())
    return replace(item, notes=tuple(notes))
