"""`tipcite show`: everything that is known of a source."""

from __future__ import annotations

from collections.abc import Iterator

import click

from tipcite.cli.options import common_options, json_option, keys_argument
from tipcite.cli.output import echo, echo_json, style
from tipcite.cli.session import open_library
from tipcite.model import Item, Retrieval, item_to_csl


@click.command("show")
@keys_argument
@json_option
@common_options
def command(keys: tuple[str, ...], *, as_json: bool) -> None:
    """Show all fields of sources, with tags, notes and when their links were last seen."""
    with open_library(read_only=True) as library:
        items = [library.get(key) for key in keys]
        retrievals = library.retrievals()
    if as_json:
        echo_json([item_to_csl(item) for item in items])
        return
    for number, item in enumerate(items):
        if number:
            echo()
        echo(style(item.key, "cyan", bold=True))
        for label, text in describe(item, retrievals):
            echo(f"  {style(f'{label:<16}', 'bright_black')} {text}")


def describe(item: Item, retrievals: tuple[Retrieval, ...]) -> Iterator[tuple[str, str]]:
    """Name each thing that is known, the commonest first."""
    yield "type", item.type
    for variable, names in item.names.items():
        yield variable, "; ".join(name.full for name in names)
    for variable, date in item.dates.items():
        yield variable, str(date)
    order = ("title", "container-title", "volume", "issue", "page", "publisher-place", "publisher")
    for variable in sorted(item.fields, key=lambda name: (order.index(name) if name in order else 99, name)):
        yield variable, item.fields[variable]
    for variable, value in item.extra.items():
        yield variable, str(value)
    for variant in item.variants:
        forms = "; ".join(name.full for name in variant.names)
        state = "" if variant.confirmed else " (not confirmed)"
        yield f"{variant.field}, {variant.kind}", f"{variant.text or forms} [{variant.language}]{state}"
    if item.tags:
        yield "tags", ", ".join(item.tags)
    for note in item.notes:
        yield "note", note
    for retrieval in _last_seen(item, retrievals):
        yield "checked", f"{retrieval.time[:10]} {retrieval.verdict} ({retrieval.why}) {retrieval.target}"


def _last_seen(item: Item, retrievals: tuple[Retrieval, ...]) -> list[Retrieval]:
    """Return the newest retrieval of each of the item's links."""
    targets = {str(link) for link in (item.doi, item.url) if link is not None}
    newest = {one.target: one for one in sorted(retrievals, key=lambda one: one.time) if one.target in targets}
    return list(newest.values())
