"""`tipcite check`: do the links still lead to what was cited?

(1) The links are found, in the library or in files, (2) those that are to be asked for are chosen, (3) they are asked
for, and every batch is kept, (4) retrieval dates are set where that was asked for, (5) what is known of all links is
put together and (6) reported.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from tipcite.cli.checking.choice import Shard, read_duration, read_shard
from tipcite.cli.checking.ci import article_root, machine_of
from tipcite.cli.checking.dating import record_dates
from tipcite.cli.checking.findings import Known, findings_of, known_of, waivers_of
from tipcite.cli.checking.fixing import fix_and_save, fix_options, require_fixable
from tipcite.cli.checking.keeping import Keeper
from tipcite.cli.checking.merging import command as merge_command
from tipcite.cli.checking.merging import fail_on_option, report_option
from tipcite.cli.checking.reports import ReportTo, has_html, write_reports
from tipcite.cli.checking.running import Asked, ask, say_fault
from tipcite.cli.checking.selection import Selection, Wish, select
from tipcite.cli.checking.sources import complete_kinds, kind_names, split_arguments
from tipcite.cli.network import Network, network_options
from tipcite.cli.options import common_options, complete_keys, json_option, today_option
from tipcite.cli.output import say_problems, write_error
from tipcite.cli.session import clock, command_line, open_library, settings_of, today_date
from tipcite.cli.settings import PROJECT_FILE, Settings
from tipcite.errors import LibraryError, UsageError
from tipcite.model import Retrieval, Severity

if TYPE_CHECKING:
    from tipcite.links.fail_on import FailOn
    from tipcite.links.result import Outcome
    from tipcite.links.waivers import Waiver


class CheckCommand(click.Command):
    """`check`, and `check merge`, which has options of its own; a key that is called so is written `./merge`."""

    commands = {"merge": merge_command}  # noqa: RUF012  (the pages of docs/commands list them)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Hand the words behind `merge` to that command."""
        if args and args[0] in self.commands:
            return self.commands[args[0]].make_context(f"{info_name} {args[0]}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


@click.command("check", cls=CheckCommand)
@click.argument("what", nargs=-1, metavar="[KEY|FILE]...", shell_complete=complete_keys)
@click.option(
    "--from",
    "kind",
    metavar="KIND",
    default="",
    shell_complete=complete_kinds,
    help="What the files are, where their names do not say it: markdown, latex, html, docx, text, or a format"
    " of references.",
)
@click.option(
    "--record",
    flag_value="missing",
    is_flag=False,
    type=click.Choice(["missing", "update"]),
    metavar="[update]",
    help="Set the retrieval date of what was seen, where there is none (update: also where there is one).",
)
@fix_options
@click.option("--due", is_flag=True, help="Ask only for links that are due, by their histories.")
@click.option("--offline", is_flag=True, help="Ask nobody: name what is written wrongly, and what is known.")
@click.option("--ci", "is_ci", is_flag=True, help="In a pull request ask for new links, else for those that are due.")
@click.option("--base", metavar="REF", help="Ask for links that are new or changed since this commit or branch.")
@report_option
@fail_on_option
@click.option("--max-time", metavar="TIME", callback=read_duration, help="Stop after TIME (90s, 5m, 1h).")
@click.option("--shard", metavar="N/OF", callback=read_shard, help="Ask for a part of the links, by host: 2/8.")
@click.option("--restart", is_flag=True, help="Ask for all links anew, though a check was interrupted.")
@network_options
@today_option
@json_option
@common_options
@click.pass_context
def command(
    context: click.Context, what: tuple[str, ...], *, kind: str, record: str | None, fix: str | None, save: bool,
    due: bool, offline: bool, is_ci: bool, base: str | None, reports: tuple[ReportTo, ...], fail_on: str | None,
    max_time: float | None,
    shard: Shard | None, restart: bool, network: Network, today: str | None, as_json: bool,
) -> int:  # fmt: skip
    """Ask for every address and DOI of the library, of single sources, or of files.

    Files are lists of references (.bib, CSL-JSON) or documents: Markdown, LaTeX, HTML, Word, text; - is stdin.

    DOIs are asked for at doi.org, never judged by the publisher's page. A verdict is ok, moved, dead, blocked (the
    site refuses programs), transient (down at this moment), insecure or invalid; the state is what the history of
    checks says. Checks of the library are kept; the retrieval date in the reference list is the author's own and is
    only set with --record. `tipcite check merge` joins the reports of shards.
    """
    files, keys = split_arguments(what)
    _require_sense(files, kind, record=record, is_ci=is_ci, offline=offline)
    require_fixable(fix, save=save, files=files, is_ci=is_ci, offline=offline)
    settings = settings_of(context)
    machine = machine_of(os.environ) if is_ci else None
    base = base or (machine.base if machine else "")
    wish = Wish(
        files=files, keys=keys, kind=kind, base=base, due=due or (is_ci and not base), offline=offline,
        restart=restart, shard=shard, is_ci=is_ci, today=today,
    )  # fmt: skip
    selection = select(wish, settings)
    for file, problem in selection.cited.problems:
        say_problems(file, (problem,))
    # Read before anything is asked: what is wrong in them is told at once.
    policy, waivers = _fail_on(fail_on, selection, is_ci=is_ci), waivers_of(settings)
    run = _run(selection, wish, network, settings, max_time)
    if record and not run.is_stopped:
        with open_library(today=today) as library:
            name = command_line(context, *what, f"--record={record}")
            record_dates(library, selection.items, run.retrievals, today_date(today), record, name)
    result = _outcome(selection, run, wish, settings, policy, waivers, has_html(reports))
    write_reports(result, reports, as_json=as_json, machine=machine, is_brief=offline)
    if not run.is_stopped:
        fix_and_save(result, network, settings, fix=fix, save=save, today=today)
    return _ended(run, result, selection)


def _require_sense(files: Sequence[str], kind: str, *, record: str | None, is_ci: bool, offline: bool) -> None:
    """Refuse what contradicts itself.

    Raises:
        UsageError: two words do not go together, or there is no such kind.
    """
    if record and files:
        raise UsageError("retrieval dates are recorded in the library, not in files")
    if record and (is_ci or offline):
        raise UsageError(f"--record needs an author who looks: it does not go with --{'ci' if is_ci else 'offline'}")
    if kind and not files:
        raise UsageError("--from says what a file is; name one")
    if kind and kind not in kind_names():
        raise UsageError(f"--from {kind!r}: there is no such kind; known are {', '.join(kind_names())}")


def _run(selection: Selection, wish: Wish, network: Network, settings: Settings, max_time: float | None) -> Asked:
    """Ask for what is wanted, keeping it as it comes; offline, look at how links are written."""
    if wish.offline:
        return Asked(retrievals=_faults(selection, wish, allow_private=network.allow_private))
    keeper = Keeper(selection.check, wish.today) if selection.check else None
    try:
        asked = ask(
            selection.wanted, network.settings(settings), network.services(settings), now=clock(wish.today),
            keep=keeper.keep if keeper else None, max_time=max_time, is_ci=wish.is_ci,
        )  # fmt: skip
    except BaseException:
        if keeper:
            keeper.close(has_ended=False)
        raise
    if keeper:
        is_whole = not asked.is_stopped and len(asked.retrievals) == len(selection.wanted)
        asked.fault = keeper.close(has_ended=is_whole) or asked.fault
    asked.retrievals = [*selection.done, *asked.retrievals]
    return asked


def _faults(selection: Selection, wish: Wish, *, allow_private: bool) -> list[Retrieval]:
    from tipcite.links.syntax import fault_of

    time = clock(wish.today)().strftime("%Y-%m-%dT%H:%M:%SZ")
    found = (fault_of(target, time, allow_private=allow_private) for target in selection.cited.targets)
    return [one for one in found if one is not None]


def _fail_on(words: str | None, selection: Selection, *, is_ci: bool) -> FailOn:
    """Read `--fail-on`; without it, in CI what must be acted on, else whatever a reader should look at now."""
    from tipcite.links.fail_on import CI_DEFAULT, DEFAULT, FailOn, parse_fail_on

    has_history = selection.check is not None
    if words is not None:
        return FailOn(words=parse_fail_on(words), by_verdict=not has_history)
    if is_ci:
        return FailOn(words=frozenset(CI_DEFAULT), by_verdict=not has_history)
    return FailOn(words=frozenset(DEFAULT), by_verdict=True)


def _outcome(
    selection: Selection, run: Asked, wish: Wish, settings: Settings, fail_on: FailOn, waivers: Sequence[Waiver],
    whole: bool,
) -> Outcome:  # fmt: skip
    """Put together what was seen now and what was known."""
    from tipcite.links.result import outcome

    known = Known()
    seen = {one.target for one in run.retrievals}
    with_past = any(target.value not in seen for target in selection.cited.targets)
    if selection.check:
        try:
            with open_library(read_only=True, today=wish.today) as library:
                known = known_of(library, whole=whole, with_past=with_past)
        except LibraryError as error:  # what was seen is shown all the same
            run.fault = run.fault or error
    now = clock(wish.today)()
    return outcome(
        findings_of(selection.cited.targets, run.retrievals, known, selection.new),
        fail_on,
        waivers,
        date(now.year, now.month, now.day),
        time=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        settings_file=article_root().shown(str(settings.folder / PROJECT_FILE)),
        wanted=[target.value for target in selection.wanted if target.value not in seen],
        has_history=selection.check is not None,
    )


def _ended(run: Asked, result: Outcome, selection: Selection) -> int:
    """Return the exit status, and say how to go on with what was interrupted."""
    from tipcite.links.fail_on import PROBLEM

    if run.is_stopped:
        kept = "what was seen is kept, the next check goes on" if selection.check else "nothing is kept of files"
        write_error(f"stopped: {result.unchecked} links were not asked for; {kept}")
        return 130
    if run.fault:
        say_fault(run.fault)
        return 1
    has_errors = any(problem.severity is Severity.ERROR for _, problem in selection.cited.problems)
    return 3 if result.has_failed or (has_errors and PROBLEM in result.fail_on.words) else 0
