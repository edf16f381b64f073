"""`tipcite styles preview`: sources in several styles, side by side, or what the options of one style print."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from tipcite.cli.options import common_options, complete_keys, complete_styles, json_option, style_choices_option
from tipcite.cli.output import echo, echo_json, one_line, say, style, write_error
from tipcite.cli.session import PROJECT_FILE, settings_of
from tipcite.cli.styles.sample import FEW, Printed, example_items, library_items, of_each_kind, printed
from tipcite.errors import StyleError, UsageError

if TYPE_CHECKING:
    from tipcite.cli.settings import Settings
    from tipcite.cli.styles.effects import Effect
    from tipcite.model import Item, JsonValue
    from tipcite.resources import StyleFile

_COLUMN: Final = 42
"""The least width of a column; two of them stand on a terminal of 86."""
_GAP: Final = "  "


class Shown(NamedTuple):
    """One style with what it prints."""

    name: str
    title: str
    sources: tuple[Printed, ...]


@click.command("preview", short_help="See sources in several styles, or what a style's options do.")
@click.argument("names", nargs=-1, metavar="[NAME|PATH]...", shell_complete=complete_styles)
@click.option(
    "-k", "--keys", multiple=True, metavar="KEY[,KEY]...", help="The sources to print.", shell_complete=complete_keys
)
@style_choices_option
@click.option(
    "--options", "each_value", is_flag=True, help="Print what each value of each option of one style changes."
)
@json_option
@common_options
def preview(
    names: tuple[str, ...], *, keys: tuple[str, ...], options: Mapping[str, str], each_value: bool, as_json: bool
) -> None:
    """Print a few sources of the library in several styles: the entry, and below it the citation.

    Without names, in the article's and all of tipcite's own styles; with --option, in those that offer it. Without
    a library, examples are printed. On a wide terminal the styles stand side by side.

    With --options, every option of one style (default: the article's) with what each of its values prints; * marks
    the value in use.
    """
    settings = settings_of()
    items = library_items([key for word in keys for key in word.split(",") if key])
    if not items:
        say("there are no sources here; these are examples")
    if each_value:
        _preview_options(names, options, items, settings, as_json=as_json)
        return
    chosen = of_each_kind(items or example_items(), FEW) if not keys else items
    shown = list(_shown(names, options, chosen, settings))
    if as_json:
        echo_json([_json(one) for one in shown])
        return
    for line in _lines(shown):
        echo(line)
    if len(shown) > 1 and not names:
        say(f"{len(shown)} styles; a few of them: 'tipcite styles preview {shown[0].name} {shown[-1].name}'")
    _say_how_to_choose(shown)


def _shown(
    names: tuple[str, ...], options: Mapping[str, str], items: Sequence[Item], settings: Settings
) -> Iterator[Shown]:
    """Print the items in each style; without names, a style that is faulty is told and left out."""
    from tipcite.cli.citing import fault_line, faults_of, style_for, style_xml
    from tipcite.styles import read_head

    for file in [style_for(name, settings) for name in names] or _all_styles(options, settings):
        try:
            with faults_of(file, settings):
                xml = style_xml(file, settings, options)
                shown = Shown(file.name, read_head(xml).title, printed(xml, items, settings))
        except StyleError as error:
            if names:
                raise
            write_error(fault_line(error, file))
            continue
        yield shown


def _all_styles(options: Mapping[str, str], settings: Settings) -> list[StyleFile]:
    """Return the article's styles and tipcite's own; of these only those that offer the options.

    Raises:
        StyleError: none does.
    """
    from tipcite.resources import known_styles

    found = [file for file in known_styles(settings.path("library.styles")) if not options or _offers(file, options)]
    if not found:
        wanted = ", ".join(f"{name}={value}" for name, value in options.items())
        raise StyleError(f"no style offers {wanted}; 'tipcite styles show NAME' names what a style offers")
    return found


def _offers(file: StyleFile, options: Mapping[str, str]) -> bool:
    from tipcite.cli.citing import offered_options

    try:
        offered = {option.name: option.values for option in offered_options(file)}
    except StyleError:
        return False
    return all(value in offered.get(name, ()) for name, value in options.items())


def _lines(shown: Sequence[Shown]) -> Iterator[str]:
    """Lay the styles out: side by side where a terminal has room for two, one below the other otherwise."""
    if not sys.stdout.isatty():
        for one in shown:
            yield f"{one_line(one.name)}: {one_line(one.title)}"
            yield from (f"  {line}" for source in one.sources for line in _printed(source))
            yield ""
        return
    width = shutil.get_terminal_size().columns
    number = max(1, min(len(shown), (width + len(_GAP)) // (_COLUMN + len(_GAP))))
    column = (width - len(_GAP) * (number - 1)) // number
    for start in range(0, len(shown), number):
        yield from _band(shown[start : start + number], column)


def _band(shown: Sequence[Shown], width: int) -> Iterator[str]:
    """Yield styles side by side, each source at the same height in all."""
    from tipcite.cli.wrapping import beside, wrapped

    yield from (style(line, "cyan", bold=True) for line in beside([[one_line(one.name)] for one in shown], width, _GAP))
    yield from beside([wrapped(one_line(one.title), width) for one in shown], width, _GAP)
    for sources in zip(*(one.sources for one in shown), strict=True):
        yield ""
        columns = [[row for line in _printed(source) for row in wrapped(line, width)] for source in sources]
        yield from beside(columns, width, _GAP)
    yield ""


def _printed(source: Printed) -> Iterator[str]:
    if source.entry:
        yield source.entry
    if source.citation:
        yield f"→ {source.citation}"


def _preview_options(
    names: Sequence[str], options: Mapping[str, str], items: Sequence[Item], settings: Settings, *, as_json: bool
) -> None:
    """Print the effect of every value of one style's options.

    Raises:
        UsageError: several styles are named.
    """
    from tipcite.cli.citing import faults_of, style_for, style_xml
    from tipcite.cli.styles.effects import effect_lines, option_effects
    from tipcite.resources import read_style

    if len(names) > 1:
        raise UsageError("--options shows those of one style; name one")
    file = style_for(names[0] if names else None, settings)
    style_xml(file, settings, options)  # a wrong option is told before anything is printed
    chosen = {**settings.options(file.name), **options}
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    told: list[Effect] = []
    with faults_of(file, settings):
        for effect in option_effects(read_style(file), chosen, items, example_items(), settings):
            for line in () if as_json else effect_lines(effect, chosen, width):
                echo(line)
            told.append(effect)
    if as_json:
        echo_json([_effect_json(effect) for effect in told])
        return
    if not told:
        say(f"{file.name!r} offers no options")
    shown = sorted((one for one in told if one.texts), key=lambda one: not one.in_text)
    if shown:
        _say_how_to_switch(file.name, shown[0].option.name, shown[0].option.values[-1])


def _say_how_to_switch(name: str, option: str, value: str) -> None:
    pair = f"{option}={value}" if value.isalnum() else f'{option}="{value}"'
    say(f"try one: 'tipcite format --style {name} --option {pair}'")
    say(f'keep it: in {PROJECT_FILE}, under [format.options.{name}], the line {option} = "{value}"')


def _effect_json(effect: Effect) -> dict[str, JsonValue]:
    texts = effect.texts or ("",) * len(effect.option.values)
    values: list[JsonValue] = [
        {"value": value, "prints": text} for value, text in zip(effect.option.values, texts, strict=True)
    ]
    return {"option": effect.option.name, "title": effect.option.title, "values": values}


def _say_how_to_choose(shown: Sequence[Shown]) -> None:
    if not shown:
        return
    name = shown[-1].name
    say(f"try one: 'tipcite format --style {name}'; what it can vary: 'tipcite styles preview --options {name}'")
    say(f'keep it: in {PROJECT_FILE}, under [format], the line style = "{name}"')


def _json(shown: Shown) -> dict[str, JsonValue]:
    return {
        "style": shown.name,
        "title": shown.title,
        "sources": [dict(zip(Printed._fields, source, strict=True)) for source in shown.sources],
    }
