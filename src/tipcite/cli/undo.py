"""`tipcite undo`: the last change taken back."""

from __future__ import annotations

import click

from tipcite.cli.options import common_options
from tipcite.cli.output import say
from tipcite.cli.session import open_library


@click.command("undo")
@common_options
def command() -> None:
    """Take the last change back, whole: an import of many files is one change.

    Again, for the one before. Taking back is not itself taken back: what 'undo' removed is imported or set again.
    'tipcite log' shows what was changed and what was taken back.
    """
    with open_library() as library:
        entry = library.undo()
    say(f"taken back: {entry.command} ({entry.summary})")
