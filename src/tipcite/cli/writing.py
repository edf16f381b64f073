"""Items into a file format or a reference list: what `export` and `convert` share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from tipcite.cli.options import complete_formats
from tipcite.cli.output import count, say
from tipcite.errors import InvalidValue, UsageError

if TYPE_CHECKING:
    from tipcite.cli.settings import Settings
    from tipcite.model import Item

_F = TypeVar("_F", bound=Callable[..., Any])

LISTS: Final = ("text", "html", "markdown", "latex", "rtf", "typst", "docx")
"""What is no file of references but a list for readers, set in a style."""
_LIST_NAMES: Final = {"txt": "text", "htm": "html", "md": "markdown", "tex": "latex", "typ": "typst", "word": "docx"}
_TO: Final = (
    "csl-json, csl-yaml, biblatex (bib), bibtex, ris, endnote-xml, enw, mods or cff; or a reference list in the"
    " article's style: text, html, markdown, latex, rtf, typst or docx (default: by the ending of the output"
)
_KEYED: Final = frozenset({"biblatex", "bibtex", "csl-json", "csl-yaml"})
"""Formats in which an item without a key is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What is written, and how: the options of the call, else the settings under [export]."""

    to: str
    keys: str = ""
    script: str = "ascii"
    fields: str = ""
    omit: str = ""
    sort: str = ""
    ascii_only: bool = False


def writing_options(*, default: str) -> Callable[[_F], _F]:
    """Add `--to` and what chooses keys, fields and order; `default` says what is written otherwise."""

    def add(command: _F) -> _F:
        options = (
            click.option("--to", "to", metavar="F", shell_complete=complete_formats, help=f"{_TO}{default})."),
            click.option(
                "--keys",
                "keys_",
                metavar="PATTERN",
                help="Citation keys by a pattern of JabRef's or Better BibTeX's: '[auth:lower][year]', 'auth + year'.",
            ),
            click.option(
                "--key-script",
                type=click.Choice(["ascii", "written"]),
                help="Chinese and accents in these keys: pinyin and plain letters (default), or as they are written.",
            ),
            click.option("--fields", metavar="NAMES", help="Write only these fields: title,author,date,doi."),
            click.option(
                "--omit",
                metavar="NAMES",
                help="Leave fields out: abstract,keywords,file; 'tipcite' is the field for what a format can't say.",
            ),
            click.option(
                "--sort",
                metavar="NAMES",
                help="Order by author, year, title, key, type or container; -year is reverse.",
            ),
            click.option(
                "--ascii", "ascii_only", is_flag=True, help='Accents in .bib as LaTeX commands: {\\"u} for ü.'
            ),
        )
        for option in reversed(options):
            command = option(command)
        return command

    return add


def choices_of(
    settings: Settings, output: Path | None, otherwise: str, *, to: str | None, ascii_only: bool, **given: str | None
) -> Choices:
    """Put the options of a call together with the settings; `given` are keys, script, fields, omit and sort.

    Raises:
        UsageError: nothing tells the format, or it is not one that is written.
    """
    named = to or _by_ending(output) or otherwise
    if not named:
        raise UsageError("nothing tells what to write; add --to bib, or name a file with an ending: -o refs.bib")
    texts = {
        name: value if value is not None else settings.text(f"export.{_SETTINGS[name]}")
        for name, value in given.items()
    }
    choices = Choices(to=_LIST_NAMES.get(named.lower(), named), ascii_only=ascii_only, **texts)
    target = _target(choices.to)
    if ascii_only and target not in ("biblatex", "bibtex"):
        raise UsageError(f"--ascii is for BibTeX and BibLaTeX; {choices.to} is UTF-8")
    return choices


_SETTINGS: Final = {"keys": "keys", "script": "key-script", "fields": "fields", "omit": "omit", "sort": "sort"}


def written(items: Sequence[Item], choices: Choices, settings: Settings) -> str | bytes | None:
    """Write items as the choices have it; None when there are none to list for readers.

    Raises:
        UsageError: a pattern, a field or an order can't be understood, or there is no such format.
    """
    target = _target(choices.to)
    chosen = _chosen(items, choices, target)
    if target in LISTS and not chosen:
        say("there is no source to list")
        return None
    if target in LISTS:
        return _list(chosen, target, settings)
    from tipcite.cli.reading import writer
    from tipcite.formats.own_field import without_own

    write = writer(target)
    text = _ascii(chosen, target) if choices.ascii_only else write(chosen)
    return without_own(target, text) if "tipcite" in _names(choices.omit) else text


def _target(to: str) -> str:
    if to in LISTS:
        return to
    from tipcite.formats.registry import ALIASES, FORMATS

    target = ALIASES.get(to.lower(), to.lower())
    if target not in FORMATS or not FORMATS[target].write:
        known = ", ".join([name for name, one in FORMATS.items() if one.write] + list(LISTS))
        what = "is read but not written" if target in FORMATS else "is no format"
        raise UsageError(f"{to!r} {what}; use one of {known}")
    return target


def _by_ending(output: Path | None) -> str:
    if output is None or str(output) == "-":
        return ""
    from tipcite.formats.registry import FORMATS

    ending = output.suffix.lower().lstrip(".")
    if ending in (*LISTS, *_LIST_NAMES):
        return _LIST_NAMES.get(ending, ending)
    return next((name for name, one in FORMATS.items() if one.write and ending in one.extensions), "")


def _chosen(items: Sequence[Item], choices: Choices, target: str) -> tuple[Item, ...]:
    from tipcite.formats.field_names import read_field_names, with_fields, without_fields
    from tipcite.formats.sorting import sorted_items

    chosen = tuple(items)
    try:
        if choices.sort:
            chosen = sorted_items(chosen, choices.sort)
        if choices.keys:
            from tipcite.formats.key_patterns import KeyScript, parse_pattern, with_keys

            chosen = with_keys(chosen, parse_pattern(choices.keys), KeyScript(choices.script))
        wanted, unwanted = read_field_names(choices.fields), read_field_names(choices.omit)
    except InvalidValue as error:
        raise UsageError(str(error)) from None
    if wanted:
        chosen = tuple(with_fields(item, wanted) for item in chosen)
    if unwanted:
        chosen = tuple(without_fields(item, unwanted) for item in chosen)
    if target in _KEYED and not all(item.key for item in chosen):
        from tipcite.store.keys import assign_keys

        chosen = assign_keys(chosen, ())
    return chosen


def _names(text: str) -> frozenset[str]:
    return frozenset(part.strip().lower() for part in text.split(","))


def _ascii(items: Sequence[Item], target: str) -> str:
    from tipcite.formats.bibtex_write import write_biblatex, write_bibtex

    text = (write_biblatex if target == "biblatex" else write_bibtex)(items, ascii_only=True)
    left = sum(not line.isascii() for line in text.splitlines())
    if left:
        say(f"{count(left, 'line')} with characters that LaTeX has no command for, such as Chinese: the file is UTF-8")
    return text


def _list(items: Sequence[Item], target: str, settings: Settings) -> str | bytes:
    from tipcite.cli.citing import renderer_for
    from tipcite.csl import OutputFormat

    style = settings.text("format.style")
    say(f"a reference list in the style {style!r}; 'tipcite format' has the options of it")
    renderer = renderer_for(items, None, None, settings, {})
    headings = settings.flag("format.headings") and not renderer.alternates
    if target == "docx":
        return renderer.docx(headings=headings)
    return renderer.references(to=OutputFormat(target), headings=headings, standalone=False)
