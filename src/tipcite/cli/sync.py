"""`tipcite sync`: a mirror that somebody else changed."""

from __future__ import annotations

import click

from tipcite.cli.options import common_options
from tipcite.cli.output import say
from tipcite.cli.session import open_library


@click.command("sync")
@common_options
def command() -> None:
    """Take over mirrors that git or an editor changed, as one change that 'tipcite undo' takes back.

    A mirror is never overwritten while it is not the one that was last written; this command reads it instead.
    """
    with open_library() as library:
        result = library.sync()
    say(result.summary)
