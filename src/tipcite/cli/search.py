"""`tipcite search`: sources by words."""

from __future__ import annotations

import click

from tipcite.cli.options import common_options, json_option
from tipcite.cli.output import say
from tipcite.cli.rows import echo_items_json, echo_rows
from tipcite.cli.session import open_library


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS")
@json_option
@common_options
def command(words: tuple[str, ...], *, as_json: bool) -> None:
    """Find sources in which all WORDS stand: in titles, names, notes, tags, any field.

    Chinese words need no blanks between them, and one of two characters (人口) is found inside a longer one;
    Simplified finds Traditional and back. Western words match from their beginning, whatever the accents.
    """
    with open_library(read_only=True) as library:
        rows = library.search(" ".join(words))
        if as_json:
            echo_items_json(library.get(row.key) for row in rows)
            return
        echo_rows(rows)
    if not rows:
        say(f"nothing matches {' '.join(words)!r}")
