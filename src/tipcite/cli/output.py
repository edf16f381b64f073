"""How results and problems are shown: plain when piped, with colour and aligned columns on a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from tipcite.model import JsonValue, Problem

_SEVERITY_COLORS: Final = {"error": "red", "warning": "yellow", "note": "cyan"}


def use_color(stream: IO[str] | Any) -> bool:
    """Tell whether to colour: `NO_COLOR` says no, `FORCE_COLOR` yes, else when the stream is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return bool(stream.isatty()) and os.environ.get("TERM") != "dumb"


def echo(text: str = "", *, nl: bool = True) -> None:
    """Print a result on stdout."""
    click.echo(text, nl=nl, color=use_color(sys.stdout))


def say(text: str) -> None:
    """Print what is no result (counts, what changed, what to do next) on stderr; nothing with `--quiet`."""
    context = click.get_current_context(silent=True)
    if context is not None and context.meta.get("tipcite.quiet"):
        return
    click.echo(text, err=True, color=use_color(sys.stderr))


def echo_json(value: JsonValue) -> None:
    """Print one JSON document, keys in the order given, Chinese as it is."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def style(text: str, color: str, *, bold: bool = False) -> str:
    """Colour a text; `echo` and `say` take the colour out again where there should be none."""
    return click.style(text, fg=color, bold=bold or None)


def say_problems(file: str, problems: Iterable[Problem]) -> None:
    """Print problems as compilers do, one a line: `file:line:column: severity: message [code]`."""
    for problem in problems:
        place = ":".join([file, *(str(part) for part in (problem.line, problem.column) if part)])
        severity = style(f"{problem.severity}:", _SEVERITY_COLORS[str(problem.severity)], bold=True)
        say(f"{place}: {severity} {problem.message} [{problem.code}]")


def problem_json(file: str, problem: Problem) -> dict[str, JsonValue]:
    """Shape a problem as `--json` prints it (ARCHITECTURE, "Interfaces")."""
    return {
        "file": file,
        "line": problem.line,
        "column": problem.column,
        "severity": str(problem.severity),
        "code": problem.code,
        "message": problem.message,
    }


def echo_table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows: tab-separated without titles when piped, a table as wide as the terminal otherwise."""
    if not sys.stdout.isatty():
        click.echo("".join("\t".join(_flat(cell) for cell in row) + "\n" for row in rows), nl=False)
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, header_style="bold", show_edge=False, pad_edge=False)
    last = len(titles) - 1
    for number, title in enumerate(titles):
        table.add_column(
            title,
            overflow="ellipsis",
            no_wrap=True,
            style="cyan" if number == 0 else None,
            ratio=1 if number == last else None,
        )
    table.expand = True
    for row in rows:
        table.add_row(*(_flat(cell).replace("[", r"\[") for cell in row))
    Console(no_color=not use_color(sys.stdout), highlight=False).print(table)


def count(number: int, one: str, many: str = "") -> str:
    """Say a number with its noun: `1 item`, `3 items`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def exit_code(problems: Iterable[Problem]) -> int:
    """Return 3 when there are errors or warnings, else 0: notes are not problems."""
    return 3 if any(problem.severity != "note" for problem in problems) else 0


def _flat(text: str) -> str:
    return " ".join(text.split())
