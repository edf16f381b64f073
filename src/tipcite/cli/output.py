"""How results and problems are shown: plain when piped, with colour and aligned columns on a terminal."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING, Any, Final

import click

from tipcite.cli.streams import hush

if TYPE_CHECKING:
    from tipcite.model import JsonValue, Problem

_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# C0 and DEL have pictures (U+2400); C1, and what turns the direction of all that follows, have none.
_PICTURES: Final = (
    {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
    | {0x7F: 0x2421}
    | dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
)
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
    if not is_quiet():
        write_error(text)


def say_more(text: str) -> None:
    """Print on stderr what only `--verbose` asks for."""
    if _is_set("verbose"):
        write_error(text)


def is_quiet() -> bool:
    """Tell whether `--quiet` was given."""
    return _is_set("quiet")


def _is_set(option: str) -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(f"tipcite.{option}"))


def write_error(text: str) -> None:
    """Write a line on stderr; where that can't be (closed, full), the work goes on without it."""
    try:
        click.echo(text, err=True, color=use_color(sys.stderr))
    except OSError:
        hush(sys.stderr)


def echo_json(value: JsonValue) -> None:
    """Print one JSON document, keys in the order given, Chinese as it is."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def style(text: str, color: str, *, bold: bool = False) -> str:
    """Colour a text; `echo` and `say` take the colour out again where there should be none."""
    return click.style(text, fg=color or None, bold=bold or None)


def say_problems(file: str, problems: Iterable[Problem]) -> None:
    """Print problems as compilers do, one a line: `file:line:column: severity: message [code]`.

    With `--quiet` errors and warnings are still named, for they make the exit code.
    """
    for problem in problems:
        if is_quiet() and problem.severity == "note":
            continue
        write_error(problem_line(file, problem))


def problem_line(file: str, problem: Problem) -> str:
    """Write a problem as compilers do."""
    place = ":".join([file, *(str(part) for part in (problem.line, problem.column) if part)])
    severity = style(f"{problem.severity}:", _SEVERITY_COLORS[str(problem.severity)], bold=True)
    return f"{place}: {severity} {problem.message} [{problem.code}]"


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
    cells = [[one_line(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        click.echo("".join("\t".join(row) + "\n" for row in cells), nl=False)
    elif cells:
        from tipcite.cli.table import table_lines

        for line in table_lines(titles, cells):
            echo(line)


def count(number: int, one: str, many: str = "") -> str:
    """Say a number with its noun: `1 item`, `3 items`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def exit_code(problems: Iterable[Problem]) -> int:
    """Return 3 when there are errors or warnings, else 0: notes are not problems."""
    return 3 if any(problem.severity != "note" for problem in problems) else 0


def one_line(text: str) -> str:
    """Put a text on one line, without the control characters that a terminal would obey."""
    return visible(" ".join(text.split()))


def visible(text: str) -> str:
    """Replace control characters but line ends and tabs by Unicode's pictures of them: a title is no program."""
    return text.translate(_PICTURES) if _CONTROL.search(text) else text
