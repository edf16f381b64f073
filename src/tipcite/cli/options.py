"""The options that mean the same in every command, and the argument that completes keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

_F = TypeVar("_F", bound=Callable[..., Any])


def _remember(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """Keep a common option where `session` and `output` find it."""
    if value and parameter.name is not None:
        context.meta[f"tipcite.{parameter.name}"] = value
    return value


def _no_color(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value:
        import os

        os.environ["NO_COLOR"] = "1"
        os.environ.pop("FORCE_COLOR", None)


def common_options(command: _F) -> _F:
    """Add the options of every command: `-C`, `-q`, `-v`, `--no-color`."""
    options = (
        click.option(
            "-C",
            "--directory",
            type=click.Path(path_type=Path),
            callback=_remember,
            expose_value=False,
            metavar="DIR",
            help="The article's folder (default: this one, or the nearest above with a library);"
            " files are looked for where you are.",
        ),
        click.option(
            "-q",
            "--quiet",
            is_flag=True,
            callback=_remember,
            expose_value=False,
            help="Print results, errors and warnings only.",
        ),
        click.option(
            "-v",
            "--verbose",
            is_flag=True,
            callback=_remember,
            expose_value=False,
            help="Say which library is used, and as what files are read.",
        ),
        click.option(
            "--no-color",
            is_flag=True,
            callback=_no_color,
            expose_value=False,
            is_eager=True,
            help="No colours (NO_COLOR does the same).",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def complete_keys(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the library's keys, with creators, year and title, to the shell."""
    from tipcite.cli.output import one_line
    from tipcite.cli.session import open_library
    from tipcite.errors import TipciteError

    try:
        with open_library(context, read_only=True) as library:
            return [
                CompletionItem(row.key, help=one_line(f"{row.creators} {row.year or ''} {row.title}"))
                for row in library.rows()
                if row.key.startswith(incomplete)
            ]
    except TipciteError:
        return []  # a shell shows nothing rather than an error in the middle of a line


def complete_formats(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the formats that an option takes: `--to` those that are written, the others those that are read."""
    from tipcite.formats.registry import FORMATS

    able = [one for one in FORMATS.values() if (one.write if parameter.name == "to" else one.is_read)]
    offered = [(one.name, one.title) for one in able]
    if parameter.name == "to":
        from tipcite.cli.writing import LISTS

        offered += [(name, "a reference list") for name in LISTS]
    return [CompletionItem(name, help=title) for name, title in offered if name.startswith(incomplete)]


key_argument = click.argument("key", shell_complete=complete_keys)
keys_argument = click.argument("keys", nargs=-1, required=True, metavar="KEY...", shell_complete=complete_keys)
optional_keys_argument = click.argument("keys", nargs=-1, metavar="[KEY...]", shell_complete=complete_keys)

review_option = click.option("--review", is_flag=True, help="Ask on the terminal about what was not surely read.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
dry_run_option = click.option("-n", "--dry-run", is_flag=True, help="Show what would be done, change nothing.")
force_option = click.option("-f", "--force", is_flag=True, help="Overwrite a file that is there.")
no_input_option = click.option("--no-input", is_flag=True, help="Never ask.")
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Write to FILE instead of stdout.",
)
today_option = click.option(
    "--today",
    metavar="DATE",
    help="Take DATE (YYYY-MM-DD) for today, for runs that can be repeated.",
)


show_accessed_option = click.option(
    "--show-accessed",
    type=click.Choice(["never", "style", "always"]),
    default=None,
    help="Retrieval dates: none, where the style prints them (default), or in every entry that has one.",
)


def style_options(*formats: str) -> Callable[[_F], _F]:
    """Add `--style` and `--option`, and `--to` with these formats, of the commands that print formatted text."""

    def add(command: _F) -> _F:
        command = click.option(
            "--to", "to", type=click.Choice(formats), default=None, help="What to print (default: text)."
        )(command)
        command = style_choices_option(command)
        return click.option(
            "-s",
            "--style",
            "style",
            metavar="NAME|PATH",
            help="A style's name, or the path of a .csl file.",
            shell_complete=complete_styles,
        )(command)

    return add


def read_choices(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Read `NAME=VALUE`s.

    Raises:
        UsageError: one has no `=`, or nothing before it.
    """
    from tipcite.errors import UsageError

    chosen: dict[str, str] = {}
    for text in values:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"--option {text!r}: write NAME=VALUE; 'tipcite styles show STYLE' names what there is")
        chosen[name.strip()] = value
    return chosen


def complete_styles(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the article's styles and tipcite's own; the thousands of official ones only after a first letter."""
    from tipcite.cli.session import settings_of
    from tipcite.errors import TipciteError
    from tipcite.resources import known_styles

    try:
        folder = settings_of(context).path("library.styles")
    except TipciteError:
        return []
    names = (style.name for style in known_styles(folder, official=bool(incomplete)))
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def complete_choices(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the options, with their values, of the style that the line names, else of the article's."""
    from tipcite.cli.citing import offered_options, style_for
    from tipcite.cli.session import settings_of
    from tipcite.errors import TipciteError

    named = context.params.get("style") or context.params.get("origin")
    if "names" in context.params:  # of `styles preview`; click leaves them in `args` while a line is incomplete
        named = next(iter(context.params["names"] or context.args), None)
    try:
        offered = offered_options(style_for(named, settings_of(context)))
    except TipciteError:
        return []
    pairs = [(f"{option.name}={value}", option.title) for option in offered for value in option.values]
    return [CompletionItem(pair, help=title) for pair, title in pairs if pair.startswith(incomplete)]


style_choices_option = click.option(
    "-O",
    "--option",
    "options",
    multiple=True,
    metavar="NAME=VALUE",
    callback=read_choices,
    help="Choose a value of one of the style's options; may be given again for another.",
    shell_complete=complete_choices,
)
