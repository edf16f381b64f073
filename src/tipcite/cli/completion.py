"""`tipcite completion`: the shell's part of completing commands, options and keys."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from tipcite.cli.options import common_options
from tipcite.cli.output import echo


@click.command("completion")
@click.argument("shell", metavar="bash|zsh|fish", type=click.Choice(["bash", "zsh", "fish"]))
@common_options
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script that lets SHELL complete commands, options, styles and citation keys.

    \b
        tipcite completion bash >> ~/.bashrc
        tipcite completion zsh >> ~/.zshrc
        tipcite completion fish > ~/.config/fish/completions/tipcite.fish
    """  # noqa: D301  (\b is the sign itself, which click keeps lines for)
    kind = get_completion_class(shell)
    root = context.find_root()
    if kind is not None:
        echo(kind(root.command, {}, "tipcite", "_TIPCITE_COMPLETE").source())
