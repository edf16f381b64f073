"""`tipcite status`: how the library stands."""

from __future__ import annotations

import dataclasses

import click

from tipcite.cli.options import common_options, json_option
from tipcite.cli.output import echo, echo_json, say, style
from tipcite.cli.session import open_library
from tipcite.model import JsonValue


@click.command("status")
@json_option
@common_options
def command(*, as_json: bool) -> None:
    """Show where the library is, what is in it, and whether its mirrors are as they were written."""
    with open_library(read_only=True) as library:
        status = library.status()
    fields: dict[str, JsonValue] = {
        field.name: _plain(getattr(status, field.name)) for field in dataclasses.fields(status)
    }
    if as_json:
        echo_json(fields)
        return
    for name in ("references", "checks"):
        if fields[name] == "changed":
            say(f"the mirror of the {name} was changed by another program; 'tipcite sync' takes it over")
    for name, value in fields.items():
        label = name.replace("_", " ")
        echo(f"{style(f'{label:<16}', 'bright_black')} {value}")


def _plain(value: object) -> JsonValue:
    return value if isinstance(value, (int, bool)) or value is None else str(value)
