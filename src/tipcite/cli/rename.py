"""`tipcite rename`: another citation key."""

from __future__ import annotations

import click

from tipcite.cli.options import common_options, key_argument
from tipcite.cli.output import say
from tipcite.cli.session import command_line, open_library


@click.command("rename")
@key_argument
@click.argument("new")
@common_options
@click.pass_context
def command(context: click.Context, key: str, new: str) -> None:
    """Give the source KEY the citation key NEW."""
    with open_library() as library:
        library.rename(key, new, command=command_line(context, key, new))
    say(f"{key} is {new} now")
