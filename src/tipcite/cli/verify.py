"""`tipcite verify`: every source against the record behind its DOI or number; invented references are found by it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import click

from tipcite.cli.network import Network, network_options
from tipcite.cli.options import common_options, complete_formats, json_option
from tipcite.cli.output import count, exit_code, one_line, say, say_problems, write_error
from tipcite.cli.progress import counting
from tipcite.cli.session import chosen_items, open_library, settings_of
from tipcite.model import Item

if TYPE_CHECKING:
    from tipcite.links.verify import Verified

_LEAST_SHOWN: Final = 10
"""Fewer sources are verified before a bar tells anything."""


@click.command("verify")
@click.argument("what", nargs=-1, metavar="[KEY...|FILE...]")
@click.option(
    "-f",
    "--from",
    "format_name",
    metavar="F",
    shell_complete=complete_formats,
    help="What the files are in (default: seen).",
)
@network_options
@json_option
@common_options
def command(what: tuple[str, ...], *, format_name: str | None, network: Network, as_json: bool) -> int:
    """Compare all sources, those named, or those of files, with the records that they can be found by.

    Each field is the same, close (initials, an abbreviated journal, a subtitle left out, online and print), differs,
    is missing on one side, or can't be compared (a romanised name beside its characters). The source is verified,
    differs, is another work than its DOI names (an invented reference, or a wrong DOI), has a DOI that is not
    registered, or can't be checked.

    The record is that of the DOI's agency; where there is none, PubMed's, arXiv's, or that of Open Library and Google
    Books, by PMID, PMCID, arXiv number or ISBN. For what has no DOI, or a wrong one, the record's own is offered, else
    Crossref is searched by title, and a DOI offered where title, names and year fit. Retractions, expressions of
    concern and corrections are named.

    Files need no library: a .bib, RIS or CSL-JSON file, or a pasted list; '-' is stdin. Nothing is changed:
    'tipcite update' takes over what a record says. Exit status 3 when something differs or was retracted.

    \b
        tipcite verify
        tipcite verify draft.bib
        tipcite verify --json - < references.txt
    """  # noqa: D301  (\b is the sign itself, which click keeps lines for)
    from tipcite.cli.checking.sources import split_arguments

    files, keys = split_arguments(what)
    items, faults = _read(files, format_name) if files else (_of_library(keys), 0)
    from tipcite.cli.verifying.showing import LEGEND, echo_results
    from tipcite.links.verify import Standing, verify_items

    settings = settings_of()
    with counting("verifying", len(items), least=_LEAST_SHOWN) as done:
        results = verify_items(
            items, network.settings(settings), network.services(settings),
            on_result=lambda one: done(one.standing is Standing.SILENT),
        )  # fmt: skip
    echo_results(results, as_json=as_json)
    if sys.stdout.isatty() and not as_json and results:
        say(LEGEND)
    return _end(results, faults)


def _of_library(keys: Sequence[str]) -> tuple[Item, ...]:
    with open_library(read_only=True) as library:
        return chosen_items(library, keys)


def _read(files: Sequence[str], format_name: str | None) -> tuple[tuple[Item, ...], int]:
    """Read files, name what is wrong in them, and return their items with the exit status that the faults make."""
    from tipcite.cli.files import read_source
    from tipcite.cli.reading import problems_of, read_items

    items: list[Item] = []
    faults = 0
    for file in files:
        source = read_source(file)
        reading = read_items(source, format_name)
        problems = tuple(problems_of(source, reading))
        say_problems(source.name, problems)
        faults = max(faults, exit_code(problems))
        items += reading.items
    return tuple(items), faults


def _end(results: Sequence[Verified], faults: int) -> int:
    """Count the verdicts, name what gave no answer, and return the exit status."""
    from tipcite.cli.verifying.showing import name_of
    from tipcite.links.verify import Standing

    silent = [(number, one) for number, one in enumerate(results, 1) if one.standing is Standing.SILENT]
    for number, one in silent:
        later = "" if "again later" in one.message else "; try again later"
        asked = "" if one.number else f"{one_line(one.doi)}: "
        write_error(f"{one_line(name_of(one, number))}: {asked}{one_line(one.message)}{later}")
    counts = Counter(str(one.standing) for one in results)
    flags = Counter(flag for one in results for flag in one.flags if flag in ("retracted", "concern", "corrected"))
    said = [f"{number} {verdict}" for verdict, number in (*counts.most_common(), *flags.most_common())]
    say(f"{count(len(results), 'source')}: {', '.join(said) or 'nothing to verify'}")
    if silent and len(silent) == sum(bool(one.asked) for one in results):
        return 1
    return 3 if faults or silent or any(one.is_fault for one in results) else 0
