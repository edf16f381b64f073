"""`tipcite tag`: tags of a source."""

from __future__ import annotations

from dataclasses import replace

import click

from tipcite.cli.options import common_options, key_argument
from tipcite.cli.output import echo, say
from tipcite.cli.session import command_line, open_library
from tipcite.errors import UsageError
from tipcite.model import Item


@click.command("tag", context_settings={"ignore_unknown_options": True})
@key_argument
@click.argument("tags", nargs=-1, metavar="[+TAG|-TAG]...")
@common_options
@click.pass_context
def command(context: click.Context, key: str, tags: tuple[str, ...]) -> None:
    """Show, add (TAG or +TAG) or remove (-TAG) tags of a source."""
    with open_library(read_only=not tags) as library:
        before = library.get(key)
        after = retag(before, tags)
        if after != before:
            library.put([after], command=command_line(context, key, *tags))
            say(f"{key}: tagged {', '.join(after.tags) or 'with nothing'}")
        elif tags:
            say(f"{key}: nothing changed")
    if not tags:
        for tag in before.tags:
            echo(tag)


def retag(item: Item, changes: tuple[str, ...]) -> Item:
    """Add and remove tags.

    Raises:
        UsageError: a tag is empty, or one is to be removed that the item has not.
    """
    tags = set(item.tags)
    for change in changes:
        name = change.removeprefix("+").removeprefix("-").strip()
        if not name:
            raise UsageError(f"{change!r} names no tag")
        if change.startswith("-") and name not in tags:
            raise UsageError(f"{item.key!r} has no tag {name!r}")
        (tags.discard if change.startswith("-") else tags.add)(name)
    return replace(item, tags=tuple(sorted(tags)))
