"""`tipcite convert`: one file format into another, without a library."""

from __future__ import annotations

from pathlib import Path

import click

from tipcite.cli.export import refuse_on_terminal
from tipcite.cli.files import read_source, write_output
from tipcite.cli.long_work import no_cycles
from tipcite.cli.options import common_options, complete_formats, force_option, output_option
from tipcite.cli.output import exit_code, say_problems
from tipcite.cli.reading import problems_of, read_items
from tipcite.cli.session import settings_of
from tipcite.cli.writing import choices_of, writing_options, written


@click.command("convert")
@click.argument("file", metavar="FILE|-")
@click.option(
    "--from",
    "from_",
    metavar="F",
    shell_complete=complete_formats,
    help="The format of FILE (default: seen from its content).",
)
@writing_options(default="")
@output_option
@force_option
@common_options
def command(
    file: str, *, from_: str | None, to: str | None, keys_: str | None, key_script: str | None, fields: str | None,
    omit: str | None, sort: str | None, ascii_only: bool, output: Path | None, force: bool,
) -> int:  # fmt: skip
    """Convert a file of references, or make a reference list of it. No library is needed.

    Sources without a key get one where the format needs it (BibTeX, CSL-JSON).
    """
    settings = settings_of()
    choices = choices_of(
        settings, output, "", to=to, ascii_only=ascii_only,
        keys=keys_, script=key_script, fields=fields, omit=omit, sort=sort,
    )  # fmt: skip
    refuse_on_terminal(choices.to, output)
    with no_cycles():
        source = read_source(file, documents=True)
        reading = read_items(source, from_)
        problems = list(problems_of(source, reading))
        say_problems(source.name, problems)
        result = written(reading.items, choices, settings)
    if result is not None:
        write_output(result, output, force=force)
    return exit_code(problems)
