"""`tipcite styles new`: a style of one's own, made from another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from tipcite.cli.options import common_options, complete_styles, force_option, style_choices_option, today_option
from tipcite.cli.output import echo, say
from tipcite.cli.session import article_settings, clock
from tipcite.errors import StyleError

if TYPE_CHECKING:
    from tipcite.cli.settings import Settings


@click.command("new", short_help="Make a style of your own from another.")
@click.argument("name")
@click.option(
    "--from", "origin", required=True, metavar="NAME|PATH", help="The style to copy.", shell_complete=complete_styles
)
@style_choices_option
@click.option("--title", metavar="TEXT", help="Its title (default: that of the origin, with NAME).")
@force_option
@today_option
@common_options
def new_style(
    name: str, *, origin: str, options: Mapping[str, str], title: str | None, force: bool, today: str | None
) -> None:
    """Make a style of your own: a copy of another in the article's folder styles/, to be changed in an editor.

    The copy gets an id and a title of its own and a link to its origin; the origin's rights statement is kept, and
    its authors are named as contributors. With --option the copy is the style as these options make it, and offers
    none any more; without, it offers what the origin offers.
    """
    from tipcite.cli.styles.shelf import place_for, put_style
    from tipcite.styles import Derivation, derive_style, read_head

    settings = article_settings()
    place = place_for(name, settings)
    xml = _origin(origin, settings)
    head = read_head(xml)
    copy = Derivation(
        title=title or f"{head.title} ({name})",
        id=f"urn:tipcite:style:{name}",
        updated=clock(today)().strftime("%Y-%m-%dT%H:%M:%S+00:00"),
        options=options,
    )
    put_style(derive_style(xml, copy), place, force=force)
    echo(str(place))
    if not head.rights:
        say(f"the rights of {origin!r} are not stated in it; ask its authors before you pass the copy on")
    say(f"next: change it, then 'tipcite styles check {place}' and 'tipcite format --style {name}'")


def _origin(name: str, settings: Settings) -> bytes:
    """Read the style to be copied; of a dependent one, that which it depends on.

    Raises:
        StyleError: there is no such style, it is faulty, or has no templates.
    """
    from tipcite.cli.citing import faults_of, parent_loader, style_for
    from tipcite.csl import parse_style
    from tipcite.resources import read_style
    from tipcite.styles import read_head

    load = parent_loader(settings)
    file = style_for(name, settings)
    xml = read_style(file)
    with faults_of(file, settings):
        parse_style(xml, load_parent=load)
    parent = read_head(xml).parent
    if not parent:
        return xml
    say(f"{name!r} has no templates of its own; the copy is made of {parent}")
    found = load(parent)
    if isinstance(found, str) or read_head(found).parent:
        raise StyleError(f"{name!r} depends on a style that depends on another; name that one")
    return found
