"""`tipcite check`: do the links still lead to what was cited?"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import click

from tipcite.cli.network import Network, network_options
from tipcite.cli.options import common_options, complete_keys, json_option, today_option
from tipcite.cli.output import count, echo, echo_json, is_quiet, one_line, say, style
from tipcite.cli.session import chosen_items, clock, command_line, open_library, settings_of, today_date
from tipcite.errors import UsageError
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
            raise UsageError("files and keys can't be checked in one call, nor dates recorded in files")
        retrievals = _check(_items_of(files), network, today)
        _print(retrievals, as_json=as_json)
    else:
        with open_library(read_only=True) as library:
            items = chosen_items(library, what)
        retrievals = _check(items, network, today)
        # Printed first: when they can't be kept (a full disk), the minutes that they took were not for nothing.
        _print(retrievals, as_json=as_json)
        name = command_line(context, *what, f"--record={record}" if record else "")
        with open_library(today=today) as library:
            _keep(library, items if record else (), retrievals, dating(retrievals, today_date(today), record), name)
    return 3 if any(one.verdict in _PROBLEMS for one in retrievals) else 0


def dating(retrievals: Sequence[Retrieval], today: Date, record: str | None) -> Callable[[Item], Item]:
    """Return what gives an item whose page was really seen today as retrieval date."""
    seen = {one.target for one in retrievals if one.verdict in (Verdict.OK, Verdict.MOVED)}

    def date(item: Item) -> Item:
        if item.url is None or str(item.url) not in seen or ("accessed" in item.dates and record != "update"):
            return item
        return replace(item, dates={**item.dates, "accessed": today})

    return date


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
    if not sys.stderr.isatty() or is_quiet():
        result: tuple[Retrieval, ...] = run(None)
        return result
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("checking", total=len(wanted))
        shown: tuple[Retrieval, ...] = run(lambda _: progress.advance(task))
    return shown


def _keep(
    library: Library, items: Iterable[Item], retrievals: Sequence[Retrieval], date: Callable[[Item], Item], name: str
) -> None:
    if not retrievals:
        return
    for item in library.record(retrievals, keys=[item.key for item in items], date=date, command=name):
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
        # The title and the last address are the page's own words: they must not command the terminal.
        echo(f"{verdict} {one_line(one.target)}  {style(one_line(_reason(one)), 'bright_black')}")
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
