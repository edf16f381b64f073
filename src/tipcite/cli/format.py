"""`tipcite format`: the reference list."""

from __future__ import annotations

from pathlib import Path

import click

from tipcite.cli.files import write_output
from tipcite.cli.options import common_options, optional_keys_argument, output_option, style_options
from tipcite.cli.output import say
from tipcite.cli.session import chosen_items, open_library, settings_of


@click.command("format")
@optional_keys_argument
@style_options
@click.option(
    "--order",
    type=click.Choice(["chinese-first", "western-first", "mixed"]),
    default=None,
    help="Which language comes first, or one list by romanisation (default: chinese-first).",
)
@click.option("--headings/--no-headings", default=None, help="Print 中文部分／西文部分 above the parts.")
@click.option("--standalone", is_flag=True, help="A whole HTML page instead of a part of one.")
@output_option
@common_options
def command(
    keys: tuple[str, ...], *, style: str | None, to: str | None, order: str | None, headings: bool | None,
    standalone: bool, output: Path | None,
) -> None:  # fmt: skip
    """Print the reference list of all sources, or of those named.

    Every entry is in the form that the style has for the entry's own language. Chinese entries are ordered
    by the strokes of the first author (CNS 11643), Western ones by the alphabet.
    """
    from tipcite.cli.citing import renderer_for
    from tipcite.csl import OutputFormat

    settings = settings_of()
    with open_library(read_only=True) as library:
        items = chosen_items(library, keys)
    if not items:
        say("the library is empty; 'tipcite import FILE' fills it")
        return
    renderer = renderer_for(items, style, order, settings)
    with_headings = settings.flag("format.headings") if headings is None else headings
    text = renderer.references(to=OutputFormat(to or "text"), headings=with_headings, standalone=standalone)
    write_output(text, output)
