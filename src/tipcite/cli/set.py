"""`tipcite set`: single fields of one source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import click

from tipcite.cli.options import common_options, key_argument
from tipcite.cli.output import say
from tipcite.cli.session import command_line, open_library
from tipcite.errors import UsageError
from tipcite.model import Item

_ELSEWHERE: Final = {
    "id": "rename", "key": "rename", "citation-key": "rename",
    "sort-key": "sort-key", "tag": "tag", "tags": "tag", "notes": "note", "variant": "variant", "variants": "variant",
}  # fmt: skip
"""What belongs to a source and is no field of it, and the command that changes it."""


@click.command("set")
@key_argument
@click.argument("assignments", nargs=-1, required=True, metavar="FIELD=VALUE...")
@common_options
@click.pass_context
def command(context: click.Context, key: str, assignments: tuple[str, ...]) -> None:
    """Set fields of a source; FIELD= removes one.

    Fields have CSL's names (title, container-title, volume, DOI …) or plain ones (journal, pages, year). Names are
    separated by ; or 、 or "and"; an institution that is taken for a person is put in {braces}. Dates are written as
    you like: 2021-07-02, 2021/7/2, July 2021, 民國110年7月2日.

    \b
        tipcite set wang2013renkou author=王寬弘、柯雨瑞 issued=2013
        tipcite set hogan2020lgbtq accessed=2021-11-12 note=
    """  # noqa: D301  (\b is the sign itself, which click keeps lines for)
    with open_library() as library:
        changed = library.alter(
            [key], lambda item: assign(item, assignments), command=command_line(context, key, *assignments)
        )
    fields = ", ".join(one.partition("=")[0] for one in assignments)
    say(f"{key}: {fields} changed" if changed else f"{key}: nothing changed")


def assign(item: Item, assignments: Sequence[str]) -> Item:
    """Apply `FIELD=VALUE` texts to an item.

    Raises:
        UsageError: a text has no `=`.
        InvalidValue: a field is not known or a value has not the form of its kind.
    """
    from tipcite.formats.assign import assign_field

    for assignment in assignments:
        field, sign, value = assignment.partition("=")
        if not sign or not field.strip():
            raise UsageError(f"{assignment!r} is no assignment; write FIELD=VALUE")
        if field.strip().lower() in _ELSEWHERE:
            raise UsageError(f"{field!r} is no field; 'tipcite {_ELSEWHERE[field.strip().lower()]}' changes it")
        item = _without_stale_source(item, assign_field(item, field, value))
    return item


def _without_stale_source(before: Item, after: Item) -> Item:
    """Forget where a field was from, and how sure that was, once somebody has set it."""
    said = after.provenance.get("fields")
    if not isinstance(said, dict):
        return after
    kept = {name: source for name, source in said.items() if _value(before, name) == _value(after, name)}
    return after if kept == said else replace(after, provenance={**after.provenance, "fields": kept})


def _value(item: Item, name: str) -> object:
    if name == "type":
        return item.type
    return item.fields.get(name) or item.names.get(name) or item.dates.get(name)
