"""`--report FORMAT[:FILE]`: several at once, one of them on stdout."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tipcite.cli.checking.ci import Machine
from tipcite.cli.files import write_output
from tipcite.cli.output import echo, is_quiet, say, style, use_color
from tipcite.errors import TipciteError, UsageError

if TYPE_CHECKING:
    from tipcite.links.result import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTo:
    """One report that was asked for; `file` is None for stdout."""

    format: str
    file: Path | None = None


def read_reports(context: click.Context, parameter: click.Parameter, values: Sequence[str]) -> tuple[ReportTo, ...]:
    """Read the values of `--report`.

    Raises:
        UsageError: there is no such format, a summary has no file, or two reports go to one place.
    """
    from tipcite.links.report import REPORTS

    chosen: list[ReportTo] = []
    for value in values:
        name, _, file = value.partition(":")
        if name not in REPORTS:
            raise UsageError(f"--report {value!r}: there is no format {name!r}; write one of {', '.join(REPORTS)}")
        chosen.append(ReportTo(format=name, file=Path(file) if file and file != "-" else None))
        if REPORTS[name].appends and chosen[-1].file is None:
            raise UsageError(f"--report {value!r}: a summary is added to a file; write {name}:FILE")
    places = [one.file for one in chosen]
    twice = next((place for place in places if places.count(place) > 1), ...)
    if twice is not ...:
        where = f"the file {str(twice)!r}" if twice else "stdout; write FORMAT:FILE for all but one"
        raise UsageError(f"--report: two reports go to {where}")
    return tuple(chosen)


def has_html(reports: Sequence[ReportTo]) -> bool:
    """Tell whether a page is among them: it shows whole histories."""
    return any(one.format == "html" for one in reports)


def write_reports(
    outcome: Outcome, reports: Sequence[ReportTo], *, as_json: bool, machine: Machine | None, is_brief: bool = False
) -> None:
    """Write every report; without one for stdout that is the text for people.

    In CI, or when `is_brief`, the text leaves out what is well. GitHub gets annotations (on stderr, which it reads too)
    and a summary.

    Raises:
        TipciteError: a file can't be written.
    """
    from tipcite.links.report import REPORTS, text_report
    from tipcite.links.report.words import counts_text

    wanted = (*reports, *((ReportTo(format="json"),) if as_json else ()))
    for one in wanted:
        report = REPORTS[one.format]
        if one.file is None and one.format == "text":
            continue
        if report.appends and one.file:
            _append(one.file, report.write(outcome))
        else:
            write_output(report.write(outcome), one.file)
    if all(one.file is not None or one.format == "text" for one in wanted):
        paint = style if use_color(sys.stdout) else _plain
        echo(text_report(outcome, paint, brief=is_brief or machine is not None or is_quiet()), nl=False)
    if machine and machine.is_github:
        if not any(one.format == "github" for one in wanted):
            click.echo(REPORTS["github"].write(outcome), nl=False, err=True)
        if machine.summary and not any(one.format == "summary" for one in wanted):
            _append(Path(machine.summary), REPORTS["summary"].write(outcome))
    sys.stdout.flush()  # what follows on stderr is read behind it
    left = f"; {outcome.unchecked} not asked for in time, the next run begins with them" if outcome.unchecked else ""
    say(f"{counts_text(outcome)}{left}")
    for one in wanted:
        if one.file is not None:
            say(f"{one.format} report: {one.file}")


def _append(file: Path, text: str) -> None:
    try:
        with file.open("a", encoding="utf-8") as target:
            target.write(text)
    except OSError as error:
        raise TipciteError(f"{str(file)!r} can't be written: {(error.strerror or str(error)).lower()}") from None


def _plain(text: str, color: str, *, bold: bool = False) -> str:
    return text
