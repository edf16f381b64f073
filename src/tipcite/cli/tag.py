"""`tipcite tag`: tags of a source."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Final

import click

from tipcite.cli.options import common_options, key_argument
from tipcite.cli.output import echo, one_line, say
from tipcite.cli.session import command_line, open_library
from tipcite.errors import UsageError
from tipcite.model import Item

_OPTIONS: Final = frozenset({"-q", "--quiet", "-v", "--verbose", "--no-color", "-h", "--help"})
_OPTIONS_WITH_VALUE: Final = frozenset({"-C", "--directory"})


class TagCommand(click.Command):
    """A command in whose call `-TAG` is a tag to remove: only the options that there are, whole, are options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Move keys and tags behind a `--`, so that click does not take `-victims` for `-v -i -c …`."""
        options: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for arg in rest:
            if arg == "--":
                words += rest
            elif arg in _OPTIONS_WITH_VALUE:
                options += [arg, *itertools.islice(rest, 1)]
            elif arg in _OPTIONS or arg.startswith("--"):
                options.append(arg)
            else:
                words.append(arg)
        return super().parse_args(ctx, [*options, "--", *words] if words else options)


@click.command("tag", cls=TagCommand)
@key_argument
@click.argument("tags", nargs=-1, metavar="[+TAG|-TAG]...")
@common_options
@click.pass_context
def command(context: click.Context, key: str, tags: tuple[str, ...]) -> None:
    """Show, add (TAG or +TAG) or remove (-TAG) tags of a source.

    A tag that is an option's name is written behind --: tipcite tag KEY -- -q
    """
    if not tags:
        with open_library(read_only=True) as library:
            for tag in library.get(key).tags:
                echo(one_line(tag))
        return
    with open_library() as library:
        changed = library.alter([key], lambda item: retag(item, tags), command=command_line(context, key, *tags))
    for item in changed:
        say(f"{key}: tagged {', '.join(item.tags) or 'with nothing'}")
    if not changed:
        say(f"{key}: nothing changed")


def retag(item: Item, changes: tuple[str, ...]) -> Item:
    """Add and remove tags.

    Raises:
        UsageError: a tag is empty, or one is to be removed that the item has not.
    """
    tags = set(item.tags)
    for change in changes:
        name = " ".join(change[change.startswith(("+", "-")) :].split())
        if not name:
            raise UsageError(f"{change!r} names no tag")
        if change.startswith("-") and name not in tags:
            raise UsageError(f"{item.key!r} has no tag {name!r}")
        (tags.discard if change.startswith("-") else tags.add)(name)
    return replace(item, tags=tuple(sorted(tags)))
