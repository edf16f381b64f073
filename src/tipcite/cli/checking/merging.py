"""`tipcite check merge`: the reports of several runners become one, and their histories are kept."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from tipcite.cli.checking.ci import article_root, machine_of
from tipcite.cli.checking.findings import Known, known_of, waivers_of
from tipcite.cli.checking.reports import ReportTo, has_html, read_reports, write_reports
from tipcite.cli.files import read_source
from tipcite.cli.options import common_options, json_option, today_option
from tipcite.cli.output import count, say
from tipcite.cli.session import clock, open_library, settings_of
from tipcite.cli.settings import PROJECT_FILE
from tipcite.errors import NoLibrary, ReadError
from tipcite.model import Retrieval

if TYPE_CHECKING:
    from tipcite.links.result import Finding

report_option = click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT[:FILE]",
    callback=read_reports,
    help="Write a report: text, json, junit, sarif, github, markdown, html, or summary (added to FILE); may be given"
    " again for another.",
)
fail_on_option = click.option(
    "--fail-on",
    metavar="WORDS",
    help="What makes exit status 3: states, verdicts and flags with commas between, none for nothing"
    " (in CI: dead,invalid,retracted,expired-waiver,problem).",
)


@click.command("merge")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@report_option
@fail_on_option
@click.option("--ci", "is_ci", is_flag=True, help="Report as in CI.")
@today_option
@json_option
@common_options
def command(
    files: tuple[str, ...], *, reports: tuple[ReportTo, ...], fail_on: str | None, is_ci: bool, today: str | None,
    as_json: bool,
) -> int:  # fmt: skip
    """Join the JSON reports of several shards to one report; in an article's folder their checks are kept.

    A link that several reports have is taken from the one that asked for it, last. Merging a report again changes
    nothing.
    """
    from tipcite.links.fail_on import CI_DEFAULT, FailOn, parse_fail_on
    from tipcite.links.result import outcome

    findings = merged([finding for file in files for finding in _read(file)])
    settings = settings_of()
    known = _keep([one.retrieval for one in findings if one.is_asked and one.retrieval], today, whole=has_html(reports))
    if known is not None:
        findings = tuple(_with_history(one, known) for one in findings)
    words = parse_fail_on(fail_on) if fail_on else frozenset(CI_DEFAULT)
    now = clock(today)()
    joined = outcome(
        findings,
        FailOn(words=words, by_verdict=known is None),
        waivers_of(settings),
        date(now.year, now.month, now.day),
        time=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        settings_file=article_root().shown(str(settings.folder / PROJECT_FILE)),
        has_history=known is not None,
    )
    write_reports(joined, reports, as_json=as_json, machine=machine_of(os.environ) if is_ci else None)
    return 3 if joined.has_failed else 0


def merged(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Join findings of one link: the newest that was asked for counts, and all keys and places."""
    joined: dict[tuple[str, str], Finding] = {}
    for one in findings:
        name = (str(one.target.kind), one.target.value)
        known = joined.get(name)
        if known is None:
            joined[name] = one
            continue
        newer = max(known, one, key=lambda each: (each.is_asked, each.retrieval.time if each.retrieval else ""))
        target = replace(
            known.target,
            title=known.target.title or one.target.title,
            keys=tuple(dict.fromkeys((*known.target.keys, *one.target.keys))),
            places=tuple(dict.fromkeys((*known.target.places, *one.target.places))),
        )
        joined[name] = replace(newer, target=target, is_new=known.is_new or one.is_new)
    return tuple(joined.values())


def _read(file: str) -> tuple[Finding, ...]:
    from tipcite.links.report.json_report import read_findings

    source = read_source(file)
    try:
        return read_findings(source.text)
    except ReadError as error:
        raise ReadError(f"{source.name}: {error}") from None


def _keep(retrievals: Sequence[Retrieval], today: str | None, *, whole: bool) -> Known | None:
    """Keep retrievals in the article's library and return what it knows then; None where there is no library."""
    try:
        library = open_library(today=today)
    except NoLibrary:
        return None
    with library:
        before = len(library.retrievals())
        library.record_checks(retrievals)
        known = known_of(library, whole=whole)
        added = len(library.retrievals()) - before
    say(f"{count(added, 'check')} added to the library")
    return known


def _with_history(finding: Finding, known: Known) -> Finding:
    state = known.states.get(finding.target.value)
    past = known.retrievals.get(finding.target.value, ())
    if state is None:
        return finding
    return replace(finding, state=state.state, since=state.since, counted=state.counted, history=past)
