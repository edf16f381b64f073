"""`tipcite lint`: what in the sources is doubtful, without asking anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import click

from tipcite.cli.options import common_options, json_option, optional_keys_argument
from tipcite.cli.output import count, echo, echo_json, exit_code, one_line, problem_line, say
from tipcite.cli.session import chosen_items, open_library
from tipcite.model import Problem, Severity


@click.command("lint")
@optional_keys_argument
@json_option
@common_options
def command(keys: tuple[str, ...], *, as_json: bool) -> int:
    """Name what is doubtful in all sources, or in those named; the network is not used.

    A language that is missing, is no tag, or contradicts the title's script or orthography; a body stored as a
    person, a person as a body, names turned round, joined or left out, compound surnames cut in two; years of the
    Republic; forms that nobody has confirmed. Warnings make exit status 3, notes do not.
    """
    from tipcite.lint import lint

    with open_library(read_only=True) as library:
        items = chosen_items(library, keys)
    problems = lint(items)
    _print(problems, as_json=as_json)
    number = sum(problem.severity is not Severity.NOTE for problem in problems)
    notes = len(problems) - number
    say(f"{count(len(items), 'source')}: {count(number, 'warning')}, {count(notes, 'note')}")
    return exit_code(problems)


def _print(problems: Sequence[Problem], *, as_json: bool) -> None:
    if as_json:
        names = ("key", "severity", "code", "message")
        echo_json([{name: str(getattr(problem, name)) for name in names} for problem in problems])
        return
    for problem in problems:
        echo(problem_line(one_line(problem.key), replace(problem, message=one_line(problem.message))))
