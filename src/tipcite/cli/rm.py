"""`tipcite rm`: sources out of the library."""

from __future__ import annotations

import click

from tipcite.cli.options import common_options, dry_run_option, keys_argument
from tipcite.cli.output import count, say
from tipcite.cli.session import command_line, open_library


@click.command("rm")
@keys_argument
@dry_run_option
@common_options
@click.pass_context
def command(context: click.Context, keys: tuple[str, ...], *, dry_run: bool) -> None:
    """Remove sources; 'tipcite undo' brings them back."""
    unique = tuple(dict.fromkeys(keys))
    with open_library(read_only=dry_run) as library:
        for key in unique:
            library.get(key)
        if not dry_run:
            library.remove(unique, command=command_line(context, *unique))
    say(f"{count(len(unique), 'source')} {'would be ' if dry_run else ''}removed: {', '.join(unique)}")
