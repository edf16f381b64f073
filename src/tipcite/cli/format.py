"""`tipcite format`: the reference list."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from tipcite.cli.files import write_output
from tipcite.cli.options import (
    common_options,
    optional_keys_argument,
    output_option,
    show_accessed_option,
    style_options,
)
from tipcite.cli.output import say
from tipcite.cli.session import chosen_items, open_library, settings_of
from tipcite.errors import UsageError

if TYPE_CHECKING:
    from tipcite.render import Renderer

_ENDINGS: Final = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".tex": "latex",
    ".rtf": "rtf",
    ".typ": "typst",
    ".docx": "docx",
}


@click.command("format")
@optional_keys_argument
@style_options("text", "html", "markdown", "latex", "rtf", "typst", "docx")
@click.option(
    "--order",
    metavar="WORDS",
    default=None,
    help="chinese-first, western-first, or the parts in their order (japanese,chinese,western); mixed for one list by"
    " romanisation; strokes, zhuyin or pinyin for Chinese (default: chinese-first,strokes).",
)
@show_accessed_option
@click.option("--headings/--no-headings", default=None, help="Print 中文部分／西文部分 above the parts.")
@click.option("--standalone", is_flag=True, help="A whole HTML page, LaTeX or Typst document, not a part of one.")
@output_option
@common_options
def command(
    keys: tuple[str, ...], *, style: str | None, options: Mapping[str, str], to: str | None, order: str | None,
    show_accessed: str | None, headings: bool | None, standalone: bool, output: Path | None,
) -> None:  # fmt: skip
    """Print the reference list of all sources, or of those named.

    Every entry is in the form that the style has for the entry's own language. Chinese entries are ordered
    by the strokes of the first author (CNS 11643), Western ones by the alphabet.

    What a style leaves open is chosen with --option, or for good in tipcite.toml: under [format.options.STYLE], a line
    NAME = "VALUE" for each. 'tipcite styles preview --options' shows what there is to choose.

    --show-accessed always adds the day of retrieval behind the entries where the style prints none, in the entry's
    own language; for good it is format.show-accessed in the settings.

    Without --to, the ending of FILE tells the format. A Word document (docx) and RTF are whole documents.
    """
    from tipcite.cli.citing import renderer_for

    to = to or _format_of(output)
    _refuse_on_terminal(to, output)
    settings = settings_of()
    with open_library(read_only=True) as library:
        items = chosen_items(library, keys)
    if not items:
        say("the library is empty; 'tipcite import FILE' fills it")
        return
    renderer = renderer_for(items, style, order, settings, options, show_accessed=show_accessed)
    with_headings = settings.flag("format.headings") if headings is None else headings
    if with_headings and renderer.alternates:
        say("the languages alternate in this list, so it has no headings; --order chinese-first parts them")
    write_output(_written(renderer, to, headings=with_headings, standalone=standalone), output)


def _written(renderer: Renderer, to: str, *, headings: bool, standalone: bool) -> str | bytes:
    from tipcite.csl import OutputFormat

    if to == "docx":
        return renderer.docx(headings=headings)
    return renderer.references(to=OutputFormat(to), headings=headings, standalone=standalone)


def _format_of(output: Path | None) -> str:
    return _ENDINGS.get(output.suffix.lower(), "text") if output else "text"


def _refuse_on_terminal(to: str, output: Path | None) -> None:
    """Keep the bytes of a document away from a terminal.

    Raises:
        UsageError: the format is no text, and no file is named.
    """
    if to == "docx" and (output is None or str(output) == "-") and sys.stdout.isatty():
        raise UsageError("a docx is no text to show on a terminal; name a file: -o references.docx")
