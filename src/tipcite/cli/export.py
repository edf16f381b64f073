"""`tipcite export`: sources in a file format."""

from __future__ import annotations

from pathlib import Path

import click

from tipcite.cli.files import write_output
from tipcite.cli.options import common_options, complete_formats, force_option, optional_keys_argument, output_option
from tipcite.cli.reading import writer
from tipcite.cli.session import chosen_items, open_library


@click.command("export")
@optional_keys_argument
@click.option(
    "--to",
    "to",
    default="csl-json",
    show_default=True,
    metavar="F",
    shell_complete=complete_formats,
    help="csl-json, csl-yaml, biblatex (bib), bibtex, ris, endnote-xml, enw, mods or cff.",
)
@output_option
@force_option
@common_options
def command(keys: tuple[str, ...], *, to: str, output: Path | None, force: bool) -> None:
    """Write all sources, or those named, as CSL-JSON, BibLaTeX, RIS, EndNote XML … (see --to)."""
    write = writer(to)
    with open_library(read_only=True) as library:
        items = chosen_items(library, keys)
    write_output(write(items), output, force=force)
