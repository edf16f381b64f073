"""`tipcite sort-key`: what a creator is ordered by in place of the name."""

from __future__ import annotations

from dataclasses import replace

import click

from tipcite.cli.options import common_options, json_option, key_argument
from tipcite.cli.output import echo, echo_json, one_line, say
from tipcite.cli.session import command_line, open_library
from tipcite.errors import UsageError
from tipcite.model import Item


@click.command("sort-key")
@key_argument
@click.argument("name", required=False)
@click.argument("text", required=False)
@click.option("--remove", is_flag=True, help="Order NAME by itself again.")
@json_option
@common_options
@click.pass_context
def command(
    context: click.Context, key: str, name: str | None, text: str | None, *, remove: bool, as_json: bool
) -> None:
    """Show what creators of a source are ordered by, or order the creator NAME by TEXT.

    For a name that is read otherwise than tipcite thinks, or that is filed under another word. NAME is written as
    'tipcite show' prints it. In an order by pinyin or zhuyin, TEXT may be pinyin syllables with blanks between them,
    with or without tones; everywhere else it is compared as it stands. The name is ordered so in the whole list.

    \b
        tipcite sort-key li2020wei 樂平 "yue4 ping2"
        tipcite sort-key beauvoir1949 "Simone de Beauvoir" "Beauvoir, Simone"
    """  # noqa: D301  (\b is the sign itself, which click keeps lines for)
    if name is None:
        with open_library(read_only=True) as library:
            _print(library.get(key), as_json=as_json)
        return
    if remove == bool((text or "").strip()):
        raise UsageError("name a TEXT to order the creator by, or --remove")
    with open_library() as library:
        changed = library.alter(
            [key],
            lambda item: with_sort_key(item, name, "" if remove else (text or "").strip()),
            command=command_line(context, key, name, text or "", "--remove" if remove else ""),
        )
        if as_json:
            _print(library.get(key), as_json=True)
    say(f"{key}: {name} ordered by {'itself' if remove else text}" if changed else f"{key}: nothing changed")


def with_sort_key(item: Item, name: str, text: str) -> Item:
    """Order a creator of an item by a text, by the name itself when it is empty.

    Raises:
        UsageError: the item has no such creator.
    """
    creators = [creator.full for group in item.names.values() for creator in group]
    if name not in creators and (text or name not in item.sort_keys):
        there = "; ".join(creators) or "none"
        raise UsageError(f"{item.key!r} has no creator {name!r}; it has {there}")
    others = {known: key for known, key in item.sort_keys.items() if known != name}
    return replace(item, sort_keys={**others, name: text} if text else others)


def _print(item: Item, *, as_json: bool) -> None:
    if as_json:
        echo_json(dict(item.sort_keys))
        return
    for name, text in item.sort_keys.items():
        echo(f"{one_line(name)} → {one_line(text)}")
