"""`tipcite log`: the history of changes."""

from __future__ import annotations

import click

from tipcite.cli.options import common_options, json_option
from tipcite.cli.output import echo_json, echo_table
from tipcite.cli.session import open_library


@click.command("log")
@click.option("-m", "--most", type=click.IntRange(min=1), metavar="N", help="The newest N changes only.")
@json_option
@common_options
def command(most: int | None, *, as_json: bool) -> None:
    """Show what changed the library, the newest first."""
    with open_library(read_only=True) as library:
        entries = library.history(most)
    if as_json:
        names = ("number", "time", "command", "summary", "undone")
        echo_json([{name: getattr(entry, name) for name in names} for entry in entries])
        return
    rows = [
        (
            str(entry.number),
            entry.time,
            f"{entry.summary}{' (taken back)' if entry.undone else ''}",
            entry.command,
        )
        for entry in entries
    ]
    echo_table(("no.", "time", "what changed", "command"), rows)
