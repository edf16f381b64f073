"""`tipcite styles`: choose, look at, add, make and check citation styles."""

from __future__ import annotations

import click

from tipcite.cli.styles.add import add_style
from tipcite.cli.styles.check import check_files
from tipcite.cli.styles.list import list_styles
from tipcite.cli.styles.new import new_style
from tipcite.cli.styles.preview import preview
from tipcite.cli.styles.show import show_style


class InOrder(click.Group):
    """A group that lists its commands in the order in which a user needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands as they were added."""
        return list(self.commands)


@click.group("styles", cls=InOrder)
def command() -> None:
    """Choose, look at, add, make and check citation styles.

    Start with 'tipcite styles preview': it prints sources of your library in every style.
    """


for one in (list_styles, preview, show_style, add_style, new_style, check_files):
    command.add_command(one)
