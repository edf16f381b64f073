"""`tipcite show`: everything that is known of a source."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

import click

from tipcite.cli.options import common_options, json_option, keys_argument
from tipcite.cli.output import echo, echo_json, one_line, style, visible
from tipcite.cli.session import open_library
from tipcite.model import Item, Retrieval, item_to_csl

_SURE: Final = 0.7


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
        echo(style(one_line(item.key), "cyan", bold=True))
        echo_fields(describe(item, retrievals))


def echo_fields(fields: Iterable[tuple[str, str]]) -> None:
    """Print fields, label and text; further lines of a text stand under its first."""
    for label, text in fields:
        lines = visible(text).replace("\n", f"\n{'':<19}")
        echo(f"  {style(f'{label:<16}', 'bright_black')} {lines}")


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
        yield variable, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    for variant in item.variants:
        forms = "; ".join(name.full for name in variant.names)
        state = "" if variant.confirmed else " (not confirmed)"
        yield f"{variant.field}, {variant.kind}", f"{variant.text or forms} [{variant.language}]{state}"
    for name, key in item.sort_keys.items():
        yield "ordered by", f"{name} → {key}"
    lists = (
        ("cited also as", item.aliases),
        ("other than", item.distinct_from),
        ("tags", item.tags),
        ("to be looked at", _doubtful(item)),
    )
    yield from ((label, ", ".join(members)) for label, members in lists if members)
    for note in item.notes:
        yield "note", note
    for retrieval in _last_seen(item, retrievals):
        yield "checked", f"{retrieval.time[:10]} {retrieval.verdict} ({retrieval.why}) {retrieval.target}"


def _doubtful(item: Item) -> list[str]:
    """Name the fields that a page or a PDF gave with little confidence, as they stand in the item's provenance."""
    said = item.provenance.get("fields")
    if not isinstance(said, dict):
        return []
    there = {*item.fields, *item.names, *item.dates}
    return [
        f"{name} ({one.get('from')}, {one.get('confidence'):.0%} sure)"
        for name, one in said.items()
        if name in there
        and isinstance(one, dict)
        and isinstance(one.get("confidence"), float)
        and one["confidence"] < _SURE
    ]


def _last_seen(item: Item, retrievals: tuple[Retrieval, ...]) -> list[Retrieval]:
    """Return the newest retrieval of each of the item's links."""
    from tipcite.links.targets import targets

    wanted = {target.value for target in targets(item)}
    newest = {one.target: one for one in sorted(retrievals, key=lambda one: one.time) if one.target in wanted}
    return list(newest.values())
