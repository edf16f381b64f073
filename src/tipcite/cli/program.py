"""The table of the commands, and the group that imports one when it is called."""

from __future__ import annotations

import importlib
from typing import Final, NamedTuple

import click

from tipcite import __version__
from tipcite.cli.options import common_options
from tipcite.errors import UsageError


class CommandRow(NamedTuple):
    """One command: the module that holds it, and the line that `--help` shows without importing it."""

    module: str
    summary: str


SECTIONS: Final[dict[str, dict[str, CommandRow]]] = {
    "Collect": {
        "init": CommandRow("init", "Make a library for an article in a folder."),
        "add": CommandRow("add", "Add sources: DOI, ISBN, arXiv, PubMed, address, title, file."),
        "import": CommandRow("import_", "Import a file of references, or a pasted list."),
    },
    "Look and change": {
        "list": CommandRow("list", "List the sources."),
        "show": CommandRow("show", "Show everything that is known of a source."),
        "search": CommandRow("search", "Find sources by words, Chinese or Western."),
        "set": CommandRow("set", "Set or remove fields of a source."),
        "edit": CommandRow("edit", "Edit sources as CSL-JSON in your editor."),
        "rename": CommandRow("rename", "Change a citation key."),
        "tag": CommandRow("tag", "Add or remove tags."),
        "note": CommandRow("note", "Add or remove notes."),
        "variant": CommandRow("variant", "Show and add original, romanised and translated forms."),
        "sort-key": CommandRow("sort_key", "Order a creator by something else than the name."),
        "romanise": CommandRow("romanise", "Offer Chinese titles in pinyin or Wade–Giles."),
        "update": CommandRow("update", "Ask again where sources come from, and show what changed."),
        "dedupe": CommandRow("dedupe", "Find sources that are one work, and merge them."),
        "rm": CommandRow("rm", "Remove sources."),
        "log": CommandRow("log", "Show the history of changes."),
        "undo": CommandRow("undo", "Take the last change back."),
        "status": CommandRow("status", "Show how the library stands."),
        "sync": CommandRow("sync", "Take over a mirror that git or an editor changed."),
    },
    "Cite": {
        "cite": CommandRow("cite", "Print an in-text citation."),
        "format": CommandRow("format", "Print the reference list."),
        "export": CommandRow("export", "Write sources in a file format."),
        "styles": CommandRow("styles", "Choose, look at, add and check citation styles."),
    },
    "Check": {
        "lint": CommandRow("lint", "Name doubtful languages, names and years, without the network."),
        "check": CommandRow("check", "Check that addresses and DOIs still lead to what was cited."),
        "verify": CommandRow("verify", "Compare sources with the records of their DOIs and numbers."),
        "retrievals": CommandRow("retrievals", "Show when links were asked for, and what was seen."),
    },
    "Without a library": {
        "convert": CommandRow("convert", "Convert a file of references to another format."),
        "parse": CommandRow("parse", "Show what a pasted reference list is understood as."),
        "completion": CommandRow("completion", "Print the script for shell completion."),
    },
}
_COMMANDS: Final = {name: row for section in SECTIONS.values() for name, row in section.items()}


class TipciteGroup(click.Group):
    """A group that imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command, in the order of the sections."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command, None when there is no such one."""
        row = _COMMANDS.get(cmd_name)
        if row is None:
            return None
        command: click.Command = importlib.import_module(f"tipcite.cli.{row.module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was asked for, or name the nearest ones."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            raise UsageError(f"there is no command {args[0]!r}{_nearest(args[0])}") from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by section, from the table."""
        for title, rows in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, row.summary) for name, row in rows.items()], col_max=12)


@click.command(
    "tipcite",
    cls=TipciteGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 done, 1 could not, 2 wrong usage, 3 done and problems were found.",
)
@click.version_option(__version__, "-V", "--version", message="tipcite %(version)s")
@common_options
def cli() -> None:
    """Keep, check and print the sources of an article in Chinese and English."""


def _nearest(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name, _COMMANDS, n=2, cutoff=0.5)
    return f"; did you mean {' or '.join(repr(one) for one in near)}?" if near else "; see 'tipcite --help'"
