"""`tipcite parse`: what a pasted reference list is understood as, without a library."""

from __future__ import annotations

import click

from tipcite.cli.files import read_source
from tipcite.cli.options import common_options, json_option
from tipcite.cli.output import echo, echo_json, exit_code, problem_json, say_problems, style
from tipcite.cli.reading import problems_of, read_items
from tipcite.cli.show import describe, echo_fields
from tipcite.model import item_to_csl


@click.command("parse")
@click.argument("file", metavar="FILE|-")
@json_option
@common_options
def command(file: str, *, as_json: bool) -> int:
    """Show field by field what the references in a text are understood as. No library is needed."""
    source = read_source(file)
    reading = read_items(source, "text")
    problems = list(problems_of(source, reading))
    if as_json:
        items = [item_to_csl(item) for item in reading.items]
        echo_json({"items": items, "problems": [problem_json(source.name, one) for one in problems]})
        return exit_code(problems)
    for item, line in zip(reading.items, reading.lines, strict=True):
        echo(style(f"{source.name}:{line}", "cyan", bold=True))
        echo_fields(describe(item, ()))
    say_problems(source.name, problems)
    return exit_code(problems)
