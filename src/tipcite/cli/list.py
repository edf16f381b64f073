"""`tipcite list`: the sources, a line each."""

from __future__ import annotations

import click

from tipcite.cli.options import common_options, json_option
from tipcite.cli.output import say
from tipcite.cli.rows import echo_items_json, echo_rows
from tipcite.cli.session import open_library


@click.command("list")
@click.argument("query", nargs=-1, metavar="[QUERY]")
@json_option
@common_options
def command(query: tuple[str, ...], *, as_json: bool) -> None:
    """List the sources: key, year, creators, title.

    QUERY narrows the list: words, and tag:NAME, type:TYPE, year:YEAR, lang:TAG. With --json the sources are printed
    as CSL-JSON. Piped, the columns are separated by tabs.
    """
    with open_library(read_only=True) as library:
        rows = library.rows(" ".join(query))
        if as_json:
            # All at once is twice as fast as one by one, and in the same order.
            echo_items_json((library.get(row.key) for row in rows) if query else library.items())
        else:
            echo_rows(rows)
    if not rows:
        text = " ".join(query)
        say(f"nothing matches {text!r}" if text.strip() else "the library is empty; 'tipcite import FILE' fills it")
