"""`tipcite init`: make a library."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from tipcite.cli.options import common_options
from tipcite.cli.output import count, say
from tipcite.cli.session import PROJECT_FILE, asked_folder, clock, library_paths
from tipcite.cli.settings import load_settings
from tipcite.errors import TipciteError

_TEMPLATE: Final = """\
# Settings of this article's references; `tipcite init --help` tells where else they can stand.
[format]
# style = "tw-author-year"
# order = "chinese-first"     # western-first, mixed
# headings = false            # 中文部分／西文部分
# [format.options.apa-zh-tw]  # 'tipcite styles preview --options apa-zh-tw' shows what there is
# pages = "–"
# [format.short-names]        # of institutions, from their second citation on
# "美國在台協會" = "AIT"

# [institutions]              # behind hosts that are not in docs/sites.md; role: author, publisher or container
# "example.org" = { chinese = "某基金會", english = "Some Foundation", role = "publisher" }

[links]
# contact = "you@example.org" # told to the servers that are asked
"""
_IGNORE: Final = "/refs/library.db*\n/refs/.*.tmp\n"
# Every line of the mirror of checks stands for itself: a merge keeps those of both sides.
_ATTRIBUTES: Final = "/refs/checks.jsonl merge=union\n"


@click.command("init")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[DIR]")
@common_options
def command(folder: Path | None) -> None:
    """Make a library for an article in DIR (default: this folder).

    Writes tipcite.toml, refs/references.json and refs/checks.jsonl (for git) and refs/library.db (which git
    ignores: it is rebuilt from the other two). What is there already is kept; a mirror that is there becomes the
    library's content.

    Settings stand in tipcite.toml, for all articles in ~/.config/tipcite/config.toml, or in the environment
    (TIPCITE_FORMAT_STYLE=apa-zh-tw); an option of the call wins over all of them.
    """
    here = asked_folder() / (folder or "")
    number = init(here)
    say(f"library ready in {str(here / 'refs')!r}: {count(number, 'source')}")
    say("next: 'tipcite import FILE' or 'tipcite add DOI'")


def init(folder: Path) -> int:
    """Make the folder and the files that are missing; return how many sources the library has."""
    from tipcite.store import Library

    if folder.exists() and not folder.is_dir():
        raise TipciteError(f"{str(folder)!r} is a file; name a folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        settings = load_settings(folder, {})
        with Library.create(library_paths(settings), now=clock(None)) as library:
            number = len(library)
        _write_if_missing(folder / PROJECT_FILE, _TEMPLATE)
        _write_if_missing(folder / ".gitignore", _IGNORE)
        _write_if_missing(folder / ".gitattributes", _ATTRIBUTES)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise TipciteError(f"{str(folder)!r}: no library can be made here: {reason}") from None
    return number


def _write_if_missing(file: Path, text: str) -> None:
    if not file.exists():
        file.write_text(text, encoding="utf-8")
