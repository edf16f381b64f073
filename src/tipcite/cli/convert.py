"""`tipcite convert`: one file format into another, without a library."""

from __future__ import annotations

from pathlib import Path

import click

from tipcite.cli.files import read_source, write_output
from tipcite.cli.options import common_options, complete_formats, force_option, output_option
from tipcite.cli.output import exit_code, say_problems
from tipcite.cli.reading import problems_of, read_items, writer


@click.command("convert")
@click.argument("file", metavar="FILE|-")
@click.option(
    "--from",
    "from_",
    metavar="F",
    shell_complete=complete_formats,
    help="The format of FILE (default: seen from its content).",
)
@click.option(
    "--to",
    "to",
    required=True,
    metavar="F",
    shell_complete=complete_formats,
    help="csl-json, csl-yaml, biblatex (bib), bibtex, ris, endnote-xml, enw, mods or cff.",
)
@output_option
@force_option
@common_options
def command(file: str, *, from_: str | None, to: str, output: Path | None, force: bool) -> int:
    """Convert a file of references. No library is needed."""
    write = writer(to)
    source = read_source(file, documents=True)
    reading = read_items(source, from_)
    problems = list(problems_of(source, reading))
    say_problems(source.name, problems)
    write_output(write(reading.items), output, force=force)
    return exit_code(problems)
