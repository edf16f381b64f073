"""`tipcite check`: do the links still lead to what was cited?"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import click

from tipcite.cli.network import Network, network_options
from tipcite.cli.options import common_options, complete_keys, json_option, today_option
from tipcite.cli.output import count, echo, echo_json, say, style
from tipcite.cli.session import chosen_items, clock, command_line, open_library, settings_of, today_date
from tipcite.errors import UnknownKey
from tipcite.model import Date, Item, JsonValue, Retrieval, Verdict

if TYPE_CHECKING:
    from tipcite.links import Target
    from tipcite.store import Library

_COLORS: Final = {
    Verdict.OK: "green", Verdict.MOVED: "yellow", Verdict.DEAD: "red", Verdict.BLOCKED: "cyan",
    Verdict.TRANSIENT: "yellow", Verdict.INSECURE: "yellow", Verdict.INVALID: "red",
}  # fmt: skip
_PROBLEMS: Final = frozenset({Verdict.DEAD, Verdict.INVALID, Verdict.MOVED, Verdict.INSECURE})
"""Blocked and transient say something of this moment, not of the link: they never fail a build."""


@click.command("check")
@click.argument("what", nargs=-1, metavar="[KEY|FILE]...", shell_complete=complete_keys)
@click.option(
    "--record",
    flag_value="missing",
    is_flag=False,
    type=click.Choice(["missing", "update"]),
    metavar="[update]",
    help="Set the retrieval date of what was seen, where there is none (update: also where there is one).",
)
@network_options
@today_option
@json_option
@common_options
@click.pass_context
def command(
    context: click.Context, what: tuple[str, ...], *, record: str | None, network: Network,
    today: str | None, as_json: bool,
) -> int:  # fmt: skip
    """Ask for every address and DOI of the library, of single sources, or of files.

    DOIs are asked for at doi.org, never judged by the publisher's page. A verdict is ok, moved, dead, blocked (the
    site refuses programs), transient (down at this moment), insecure or invalid. Checks of the library are
    kept; the retrieval date in the reference list is the author's own and is only set with --record.
    """
    files = [name for name in what if os.path.exists(name)]
    if files:
        if len(files) < len(what) or record:
            raise UnknownKey("files and keys can't be checked in one call, nor dates recorded in files")
        retrievals = _check(_items_of(files), network, today)
    else:
        with open_library(read_only=True) as library:
            items = chosen_items(library, what)
        retrievals = _check(items, network, today)
        dated = dated_items(items, retrievals, today_date(today), record) if record else ()
        with open_library(today=today) as library:
            _keep(
                library,
                retrievals,
                dated,
                command_line(context, *what, *([f"--record={record}"] if record else [])),
            )
    _print(retrievals, as_json=as_json)
    return 3 if any(one.verdict in _PROBLEMS for one in retrievals) else 0


def dated_items(items: Iterable[Item], retrievals: Sequence[Retrieval], today: Date, record: str) -> tuple[Item, ...]:
    """Return the items whose page was really seen, with today as retrieval date."""
    seen = {one.target for one in retrievals if one.verdict in (Verdict.OK, Verdict.MOVED)}
    return tuple(
        replace(item, dates={**item.dates, "accessed": today})
        for item in items
        if item.url is not None and str(item.url) in seen
        and (record == "update" or "accessed" not in item.dates)
        and item.dates.get("accessed") != today
    )  # fmt: skip


def _check(items: Iterable[Item], network: Network, today: str | None) -> tuple[Retrieval, ...]:
    from tipcite.links import check_links, targets

    settings = settings_of()
    wanted = tuple(target for item in items for target in targets(item))
    return _with_progress(wanted, lambda done: check_links(
        wanted, network.settings(settings), network.services(settings), now=clock(today), on_result=done,
    ).retrievals)  # fmt: skip


def _with_progress(wanted: Sequence[Target], run: object) -> tuple[Retrieval, ...]:
    """Show a bar while links are asked for, on a terminal only."""
    import sys

    assert callable(run)
    if not sys.stderr.isatty():
        result: tuple[Retrieval, ...] = run(None)
        return result
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("checking", total=len(wanted))
        shown: tuple[Retrieval, ...] = run(lambda _: progress.advance(task))
    return shown


def _keep(library: Library, retrievals: Sequence[Retrieval], dated: Sequence[Item], name: str) -> None:
    if retrievals:
        library.record(retrievals, items=dated, command=name)
    for item in dated:
        say(f"{item.key}: retrieval date {item.dates['accessed']} recorded")


def _items_of(files: Sequence[str]) -> list[Item]:
    from tipcite.cli.files import read_source
    from tipcite.cli.output import say_problems
    from tipcite.cli.reading import problems_of, read_items

    items: list[Item] = []
    for file in files:
        source = read_source(file)
        reading = read_items(source, None)
        say_problems(source.name, problems_of(source, reading))
        items += reading.items
    return items


def _print(retrievals: Sequence[Retrieval], *, as_json: bool) -> None:
    if as_json:
        echo_json([_json(one) for one in retrievals])
        return
    for one in retrievals:
        verdict = style(f"{one.verdict:<9}", _COLORS[one.verdict], bold=True)
        echo(f"{verdict} {one.target}  {style(_reason(one), 'bright_black')}")
    kinds = {verdict: sum(one.verdict is verdict for one in retrievals) for verdict in Verdict}
    say(f"{count(len(retrievals), 'link')}: " + ", ".join(f"{n} {verdict}" for verdict, n in kinds.items() if n))


def _reason(one: Retrieval) -> str:
    parts = [
        str(one.why),
        str(one.status or ""),
        f"→ {one.final_url}" if one.verdict is Verdict.MOVED else "",
    ]
    parts.append(f"“{one.title}”" if one.title else one.message)
    return " ".join(part for part in parts if part)


def _json(one: Retrieval) -> dict[str, JsonValue]:
    return {name: getattr(one, name) for name in type(one).__slots__}
