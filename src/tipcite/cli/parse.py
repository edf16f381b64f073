"""`tipcite parse`: what a pasted reference list is understood as, without a library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from tipcite.cli.files import Source, read_source
from tipcite.cli.options import common_options, json_option, review_option
from tipcite.cli.output import echo, echo_json, exit_code, one_line, problem_json, say_problems, style
from tipcite.cli.reading import as_problem
from tipcite.cli.show import describe, echo_fields
from tipcite.model import Failed, JsonValue, Problem, Severity, item_to_csl

if TYPE_CHECKING:
    from tipcite.formats.reftext import ParsedList, ParsedReference


@click.command("parse")
@click.argument("file", metavar="FILE|-")
@review_option
@json_option
@common_options
def command(file: str, *, review: bool, as_json: bool) -> int:
    """Show field by field what the references in a text are understood as. No library is needed.

    With --json, an array of one object a reference: 'raw', its text; 'item', CSL-JSON, or null where it could not be
    read; 'spans', where in 'raw' each field stands, [start, end); 'confidence', each field's: certain, likely or
    doubtful; 'problems'. What fits no field is kept in the item's note and reported. 'item.id' is the citation key that
    an import into an empty library would give.

    A list may be wrapped, indented, numbered, run together, in columns, or marked up in Markdown, HTML or LaTeX. An
    entry's lines are joined as print would: Han without a blank, divided words, addresses and ranges without the break.
    Pages' headers and numbers are noted, text that is no reference is warned of; neither becomes an item.

    With --review you are asked about each reference that was not surely read: accept it, mend a field or all of it,
    split it, join it with the next, or keep its text. A review that was left goes on where it was.
    """
    from tipcite.formats.reftext import parse_reference_list

    if review:
        from tipcite.cli.reviewing.asking import check_terminal

        check_terminal(file)
    source = read_source(file)
    parsed = parse_reference_list(source.text)
    if review:
        from tipcite.cli.reviewing.asking import review as ask

        parsed = ask(source, parsed)
    parsed = with_keys(parsed)
    found = list(_found(source, parsed))
    if as_json:
        echo_json([reference_json(source.name, one) for one in parsed.references])
        say_problems(source.name, [*source.problems, *parsed.headings])
        return exit_code(found)
    for reference in parsed.references:
        if reference.item is not None:
            head = style(f"{source.name}:{reference.line}", "cyan", bold=True)
            echo(f"{head} {one_line(reference.item.key)}")
            echo_fields(describe(reference.item, ()))
    say_problems(source.name, found)
    return exit_code(found)


def with_keys(parsed: ParsedList) -> ParsedList:
    """Give each item the citation key that an import into an empty library would give."""
    from tipcite.store.keys import assign_keys

    read = [one for one in parsed.references if one.item is not None]
    keyed = iter(assign_keys([one.item for one in read if one.item is not None], ()))
    references = tuple(one if one.item is None else replace(one, item=next(keyed)) for one in parsed.references)
    return replace(parsed, references=references)


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
