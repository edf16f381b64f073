"""`tipcite styles check`: what is wrong with a style's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tipcite.cli.files import read_bytes
from tipcite.cli.options import common_options, json_option
from tipcite.cli.output import count, echo, echo_json, exit_code, problem_json, problem_line, say
from tipcite.cli.session import settings_of

if TYPE_CHECKING:
    from tipcite.cli.settings import Settings
    from tipcite.model import Problem


@click.command("check", short_help="Check style files, with line numbers.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@json_option
@common_options
def check_files(files: tuple[str, ...], *, as_json: bool) -> int:
    """Check style files, CSL and CSL-M, and name each fault with its line.

    An error is what the engine refuses: XML that is not well-formed, elements, attributes and values that are not
    known, macros that are called but missing, a language with two layouts. A warning is what prints too little or is
    left over: terms without text, variables that CSL does not know, options without effect, layouts that are never
    reached, unused macros, no title, id, rights or date. Plain CSL 1.0 is held against the official schema too;
    what that says is a note. 'tipcite styles show' tells where the file of a style lies.
    """
    settings = settings_of()
    found = [
        ("<stdin>" if file == "-" else file, problem)
        for file in files
        for problem in faults(read_bytes(file), settings)
    ]
    if as_json:
        echo_json([problem_json(file, problem) for file, problem in found])
    else:
        for file, problem in found:
            echo(problem_line(file, problem))
    kinds = [count(sum(one.severity == kind for _, one in found), kind) for kind in ("error", "warning", "note")]
    say(f"{count(len(files), 'file')}: {', '.join(kinds)}")
    return exit_code(problem for _, problem in found)


def faults(xml: bytes, settings: Settings) -> tuple[Problem, ...]:
    """Check one style with the locales, parents and schema that are there."""
    from tipcite.cli.citing import parent_loader
    from tipcite.resources import load_locale, load_schema
    from tipcite.styles import check_style

    return check_style(xml, load_locale=load_locale, load_parent=parent_loader(settings), schema=load_schema())
