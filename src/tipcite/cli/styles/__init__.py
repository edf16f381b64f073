"""`tipcite styles`: one module a subcommand."""

from tipcite.cli.styles.group import command

__all__ = ["command"]
