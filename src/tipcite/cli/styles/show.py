"""`tipcite styles show`: what a style is for, and which options it offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from tipcite.cli.options import common_options, complete_styles, json_option
from tipcite.cli.output import echo, echo_json, one_line, say, style
from tipcite.cli.session import settings_of
from tipcite.cli.show import echo_fields

if TYPE_CHECKING:
    from tipcite.csl import StyleOption
    from tipcite.model import JsonValue
    from tipcite.resources import StyleFile
    from tipcite.styles import StyleHead

_CLASSES = {"in-text": "citations in the text", "note": "citations in notes"}


@click.command("show", short_help="Show what a style is for, and its options.")
@click.argument("name", required=False, metavar="[NAME|PATH]", shell_complete=complete_styles)
@json_option
@common_options
def show_style(name: str | None, *, as_json: bool) -> None:
    """Show what a style (default: the article's) is for, who made it, and which options it offers.

    The first value of an option is the style's own; a value that tipcite.toml chooses is marked with *.
    """
    from tipcite.cli.citing import faults_of, style_for
    from tipcite.csl import style_options
    from tipcite.resources import read_style
    from tipcite.styles import read_head

    settings = settings_of()
    file = style_for(name, settings)
    xml = read_style(file)
    with faults_of(file, settings):
        head, options = read_head(xml), style_options(xml)
    chosen = settings.options(file.name)
    if as_json:
        echo_json(_json(file, head, options, chosen))
        return
    echo(style(one_line(file.name), "cyan", bold=True))
    echo_fields(_fields(file, head))
    for option in options:
        echo(f"  {style(f'option {option.name}', 'cyan')}: {one_line(option.title)}")
        echo(f"{'':<19}{' | '.join(_value(option, value, chosen) for value in option.values)}")
    if options:
        say(f"'tipcite styles preview --options {file.name}' shows what each of these values prints")
    else:
        say("it offers no options")


def _fields(file: StyleFile, head: StyleHead) -> Iterator[tuple[str, str]]:
    rows = {
        "title": head.title, "form": head.summary, "kind": head.kind, "class": _CLASSES.get(head.style_class, ""),
        "depends on": head.parent, "about": head.comment, "sources": "\n".join(head.sources),
        "by": "; ".join(head.authors), "contributors": "; ".join(head.contributors),
        "rights": " ".join(part for part in (head.rights or "not stated", head.license) if part),
        "updated": head.updated, "file": f"{file.path} ({file.origin})",
    }  # fmt: skip
    yield from ((label, text) for label, text in rows.items() if text)


def _value(option: StyleOption, value: str, chosen: Mapping[str, str]) -> str:
    mark = "*" if chosen.get(option.name) == value else ""
    return style(one_line(value), "", bold=value == option.values[0]) + mark


def _json(
    file: StyleFile, head: StyleHead, options: tuple[StyleOption, ...], chosen: Mapping[str, str]
) -> dict[str, JsonValue]:
    return {
        "name": file.name, "from": str(file.origin), "file": str(file.path), "title": head.title,
        "summary": head.summary, "kind": head.kind, "class": head.style_class, "languages": list(head.languages),
        "parent": head.parent, "id": head.id, "authors": list(head.authors), "contributors": list(head.contributors),
        "rights": head.rights, "license": head.license, "updated": head.updated, "about": head.comment,
        "sources": list(head.sources),
        "options": [
            {
                "name": option.name, "title": option.title, "values": list(option.values),
                "default": option.values[0] if option.values else "", "chosen": chosen.get(option.name, ""),
            }
            for option in options
        ],
    }  # fmt: skip
