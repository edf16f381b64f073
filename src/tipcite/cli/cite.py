"""`tipcite cite`: a citation in the text."""

from __future__ import annotations

from collections.abc import Mapping

import click

from tipcite.cli.options import common_options, keys_argument, show_accessed_option, style_options
from tipcite.cli.output import echo
from tipcite.cli.session import open_library, settings_of


@click.command("cite")
@keys_argument
@style_options("text", "html", "markdown", "latex", "rtf", "typst")
@click.option("-l", "--locator", metavar="TEXT", help="The place in the (last) source: 21, 21-23.")
@click.option("--label", default="page", show_default=True, metavar="LABEL", help="What the locator counts.")
@show_accessed_option
@click.option("--separate", is_flag=True, help="One citation a line instead of all in one.")
@common_options
def command(
    keys: tuple[str, ...],
    *,
    style: str | None,
    options: Mapping[str, str],
    to: str | None,
    locator: str | None,
    label: str,
    show_accessed: str | None,
    separate: bool,
) -> None:
    """Print the in-text citation of sources, each by its own language.

    Year suffixes and added names are those of the whole library, so that they agree with its reference list.
    A citation shows the day of retrieval only where the style has it: --show-accessed always chooses what the style
    offers for that, and adds nothing.
    An institution that has a short name in tipcite.toml ([format.short-names]) is named in full first.
    """
    from tipcite.cli.citing import renderer_for
    from tipcite.csl import Cite, OutputFormat

    with open_library(read_only=True) as library:
        keys = tuple(library.get(key).key for key in keys)  # one that was merged is cited as what it is now
        renderer = renderer_for(library.items(), style, None, settings_of(), options, show_accessed=show_accessed)
    cites = [Cite(key=key) for key in keys[:-1]]
    cites.append(Cite(key=keys[-1], locator=locator or "", label=label))
    for cluster in [[cite] for cite in cites] if separate else [cites]:
        echo(renderer.cite(cluster, to=OutputFormat(to or "text")))
