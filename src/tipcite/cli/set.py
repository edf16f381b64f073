"""`tipcite set`: single fields of one source."""

from __future__ import annotations

from collections.abc import Sequence

import click

from tipcite.cli.options import common_options, key_argument
from tipcite.cli.output import say
from tipcite.cli.session import command_line, open_library
from tipcite.errors import UsageError
from tipcite.model import Item


@click.command("set")
@key_argument
@click.argument("assignments", nargs=-1, required=True, metavar="FIELD=VALUE...")
@common_options
@click.pass_context
def command(context: click.Context, key: str, assignments: tuple[str, ...]) -> None:
    r"""Set fields of a source; FIELD= removes one.

    Fields have CSL's names (title, container-title, volume, DOI …) or plain ones (journal, pages, year). Names are
    separated by ; or 、 and dates are written as you like:

    \b
        tipcite set wang2013renkou author=王寬弘、柯雨瑞 issued=2013
        tipcite set hogan2020lgbtq accessed=2021-11-12 note=
    """
    with open_library() as library:
        before = library.get(key)
        after = assign(before, assignments)
        if after == before:
            say(f"{key}: nothing changed")
            return
        library.put([after], command=command_line(context, key, *assignments))
    say(f"{key}: {', '.join(one.partition('=')[0] for one in assignments)} changed")


def assign(item: Item, assignments: Sequence[str]) -> Item:
    """Apply `FIELD=VALUE` texts to an item.

    Raises:
        UsageError: a text has no `=`.
        InvalidValue: a field is not known or a value has not the form of its kind.
    """
    from tipcite.formats.assign import assign_field

    for assignment in assignments:
        field, sign, value = assignment.partition("=")
        if not sign:
            raise UsageError(f"{assignment!r} is no assignment; write FIELD=VALUE")
        item = assign_field(item, field, value)
    return item
