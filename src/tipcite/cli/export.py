"""`tipcite export`: sources in a file format."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tipcite.cli.files import write_output
from tipcite.cli.options import common_options, force_option, optional_keys_argument, output_option
from tipcite.cli.session import article_settings, chosen_items, open_library
from tipcite.cli.writing import choices_of, writing_options, written
from tipcite.errors import UsageError


@click.command("export")
@optional_keys_argument
@writing_options(default=", else csl-json")
@output_option
@force_option
@common_options
def command(
    keys: tuple[str, ...], *, to: str | None, keys_: str | None, key_script: str | None, fields: str | None,
    omit: str | None, sort: str | None, ascii_only: bool, output: Path | None, force: bool,
) -> None:  # fmt: skip
    """Write all sources, or those named, as CSL-JSON, BibLaTeX, RIS, EndNote XML … (see --to).

    Keys of the library stay what they are: --keys gives others in this file alone. [export] in tipcite.toml holds
    keys, key-script, fields, omit and sort for good.
    """
    settings = article_settings()
    choices = choices_of(
        settings, output, "csl-json", to=to, ascii_only=ascii_only,
        keys=keys_, script=key_script, fields=fields, omit=omit, sort=sort,
    )  # fmt: skip
    refuse_on_terminal(choices.to, output)
    with open_library(read_only=True) as library:
        items = chosen_items(library, keys)
    result = written(items, choices, settings)
    if result is not None:
        write_output(result, output, force=force)


def refuse_on_terminal(to: str, output: Path | None) -> None:
    """Keep the bytes of a document away from a terminal.

    Raises:
        UsageError: the format is no text, and no file is named.
    """
    if to == "docx" and (output is None or str(output) == "-") and sys.stdout.isatty():
        raise UsageError("a docx is no text to show on a terminal; name a file: -o references.docx")
