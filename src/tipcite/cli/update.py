"""`tipcite update`: what the sources' own sources say now, shown as a diff and taken as the author says."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from tipcite.cli.network import Network, network_options
from tipcite.cli.options import (
    common_options,
    dry_run_option,
    json_option,
    no_input_option,
    optional_keys_argument,
    today_option,
)
from tipcite.cli.output import echo_json
from tipcite.cli.session import chosen_items, open_library

if TYPE_CHECKING:
    from tipcite.cli.updating.asking import Asked


@click.command("update")
@optional_keys_argument
@click.option("-y", "--yes", is_flag=True, help="Take what is offered without asking.")
@click.option(
    "--field",
    "names",
    multiple=True,
    metavar="NAME",
    help="Only this field, also where it was made by hand; may be given again.",
)
@dry_run_option
@no_input_option
@network_options
@today_option
@json_option
@common_options
def command(
    keys: tuple[str, ...], *, yes: bool, names: tuple[str, ...], dry_run: bool, no_input: bool, network: Network,
    today: str | None, as_json: bool,
) -> int:  # fmt: skip
    """Ask again where sources come from, and show what is said otherwise now.

    Each source is asked for where its record came from, else by what it has: the agency of its DOI, PubMed, arXiv, its
    ISBN at Open Library and Google Books (of a chapter only what the book says), its handle, its place in a journal
    (ISSN, volume, page), its page. Where it is not known the next is asked. Each field is shown as old → new, with who
    says so: on a terminal you take all of a source, none, or choose; else --yes takes what is offered. What you made
    by hand (set, edit) is shown and left, and so is a title or name in another script; --field takes it. What is not
    said there stays. Each source is one change, with --yes all are, which 'tipcite undo' takes back.

    Offers are news and no fault: the exit status is 0 whether they are taken or not ('verify' judges). A source that
    gave no answer, or another work, is a line on stderr and makes it 3, or 1 when none answered.

    \b
        tipcite update hogan2020lgbtq
        tipcite update --yes --field volume --field issue --field page
    """  # noqa: D301  (\b is the sign itself, which click keeps lines for)
    from tipcite.cli.updating.asking import ask_again, handmade_of
    from tipcite.cli.updating.showing import as_object, end, shortened, show
    from tipcite.cli.updating.taking import Taking
    from tipcite.formats.assign import field_name

    named = tuple(map(field_name, names))
    with open_library(read_only=True) as library:
        items = chosen_items(library, keys)
        handmade = handmade_of(library, items)
    asks = not (yes or dry_run or no_input or as_json) and sys.stdin.isatty() and sys.stdout.isatty()
    asked = ask_again(items, network, today, handmade=handmade, named=named)
    taking = Taking(today=today)
    try:
        goes_on = True
        for found in shortened(asked):
            show(found, offers=goes_on and not as_json, is_named=bool(keys))
            if asks and found.offered and goes_on:
                goes_on = taking.choose(found)
        if yes and not dry_run:
            taking.take_all(asked)
    finally:
        if not dry_run:
            _record(asked, today)
    if as_json:
        echo_json([as_object(one, taking.fields.get(one.item.key, ())) for one in asked])
    return end(asked, taking.fields, is_named=bool(keys), asks=asks)


def _record(asked: Sequence[Asked], today: str | None) -> None:
    """Keep that pages were seen."""
    seen = [one.retrieval for one in asked if one.retrieval is not None]
    if seen:
        with open_library(today=today) as library:
            library.record_checks(seen)
