"""`tipcite parse`: what a pasted reference list is understood as, without a library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tipcite.cli.files import Source, read_source
from tipcite.cli.options import common_options, json_option
from tipcite.cli.output import echo, echo_json, exit_code, problem_json, say_problems, style
from tipcite.cli.reading import as_problem
from tipcite.cli.show import describe, echo_fields
from tipcite.model import Failed, JsonValue, Problem, Severity, item_to_csl

if TYPE_CHECKING:
    from tipcite.formats.reftext import ParsedList, ParsedReference


@click.command("parse")
@click.argument("file", metavar="FILE|-")
@json_option
@common_options
def command(file: str, *, as_json: bool) -> int:
    """Show field by field what the references in a text are understood as. No library is needed.

    With --json, an array of one object a reference: 'raw', its text; 'item', CSL-JSON, or null where it could not be
    read; 'spans', where in 'raw' each field stands, [start, end); 'confidence', each field's: certain, likely or
    doubtful; 'problems'. What fits no field is kept in the item's note and reported.
    """
    from tipcite.formats.reftext import parse_reference_list

    source = read_source(file)
    parsed = parse_reference_list(source.text)
    found = list(_found(source, parsed))
    if as_json:
        echo_json([reference_json(source.name, one) for one in parsed.references])
        say_problems(source.name, [*source.problems, *parsed.headings])
        return exit_code(found)
    for reference in parsed.references:
        if reference.item is not None:
            echo(style(f"{source.name}:{reference.line}", "cyan", bold=True))
            echo_fields(describe(reference.item, ()))
    say_problems(source.name, found)
    return exit_code(found)


def reference_json(file: str, reference: ParsedReference) -> dict[str, JsonValue]:
    """Shape a reference as `--json` prints it."""
    return {
        "raw": reference.raw,
        "item": None if reference.item is None else item_to_csl(reference.item),
        "spans": {variable: [span.start, span.end] for variable, span in reference.spans.items()},
        "confidence": {variable: str(sure) for variable, sure in reference.confidence.items()},
        "problems": [problem_json(file, one) for one in problems_in(reference)],
    }


def problems_in(reference: ParsedReference) -> tuple[Problem, ...]:
    """Name what was found in a reference; where it could not be read, why."""
    if reference.item is not None:
        return reference.problems
    failed = Failed(line=reference.line, column=reference.column, raw=reference.raw, reason=reference.reason)
    return (as_problem(failed),)


def _found(source: Source, parsed: ParsedList) -> Iterator[Problem]:
    yield from source.problems
    if not parsed.references:
        yield Problem(severity=Severity.WARNING, code="no-entries", message="there are no references in it")
    found = [*parsed.headings, *(one for reference in parsed.references for one in problems_in(reference))]
    yield from sorted(found, key=lambda problem: (problem.line, problem.column))
