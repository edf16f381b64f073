"""A style and items into a processor, for the commands that print formatted text: the one place that loads a style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from tipcite.cli.settings import Settings
from tipcite.csl import LoadParent, StyleOption, dating_options, parse_style, style_options, with_options
from tipcite.errors import StyleError
from tipcite.model import Item
from tipcite.resources import StyleFile, find_style, load_locale, load_parent, read_style, style_name

if TYPE_CHECKING:
    from tipcite.render import Renderer


def renderer_for(
    items: Sequence[Item], style: str | None, order: str | None, settings: Settings, options: Mapping[str, str],
    *, show_accessed: str | None = None,
) -> Renderer:  # fmt: skip
    """Make the renderer of these items in the style, order and options that flags or settings name.

    Where retrieval dates are always shown, an option of the style that does so is chosen, unless the author chose.

    Raises:
        StyleError: there is no such style or option, or the style is faulty.
    """
    shown = show_accessed or settings.text("format.show-accessed")
    file = style_for(style, settings)
    with faults_of(file, settings):
        if shown == "always":
            options = {**dating_options(read_style(file)), **settings.options(file.name), **options}
        xml = style_xml(file, settings, options)
        return renderer_of(xml, items, settings, order=order or settings.text("format.order"), show_accessed=shown)


def renderer_of(
    xml: bytes, items: Sequence[Item], settings: Settings, *, order: str = "", show_accessed: str | None = None
) -> Renderer:
    """Make the renderer of items in a style whose options are settled.

    Raises:
        StyleError: the style is faulty.
    """
    from tipcite.render import Order, Renderer, ShowAccessed, ShowArchived

    return Renderer(
        xml, items, order=Order(order) if order else None,
        load_locale=load_locale, load_parent=parent_loader(settings), short_names=settings.short_names,
        show_archived=ShowArchived(settings.text("format.show-archived")),
        show_accessed=ShowAccessed(show_accessed or settings.text("format.show-accessed")),
    )  # fmt: skip


def style_for(name: str | None, settings: Settings) -> StyleFile:
    """Find a style that was named, else that of the settings.

    Raises:
        StyleError: there is none of that name.
    """
    return find_style(name or settings.text("format.style"), settings.path("library.styles"))


def style_xml(style: StyleFile, settings: Settings, options: Mapping[str, str]) -> bytes:
    """Read a style, with the options that its table in the settings chooses, and those of the call over them.

    Raises:
        StyleError: it can't be read, or has no such option or value.
    """
    xml, kept = read_style(style), settings.options(style.name)
    try:
        return _chosen(xml, kept, options, style.name)
    except StyleError as error:
        raise error.in_file(str(style.path)) from None


def _chosen(xml: bytes, kept: Mapping[str, str], options: Mapping[str, str], name: str) -> bytes:
    if kept:
        try:
            with_options(xml, kept)
        except StyleError as error:
            if error.line is not None:  # the style's fault, not that of the settings
                raise
            raise StyleError(f"settings, [format.options.{name}]: {error}") from None
    chosen = {**kept, **options}
    return with_options(xml, chosen) if chosen else xml


@contextmanager
def faults_of(style: StyleFile, settings: Settings) -> Iterator[None]:
    """Name the file, and its line, in what the engine says of a style that was found.

    Raises:
        StyleError: the style is faulty.
    """
    try:
        yield
    except StyleError as error:
        raise _located(error, style, settings) from None


def fault_line(error: StyleError, style: StyleFile) -> str:
    """Say what is wrong with a style that the call does not name: its file stands in front."""
    text = str(error)
    return text if str(style.path) in text else f"{style.path}: {text}"


def _located(error: StyleError, style: StyleFile, settings: Settings) -> StyleError:
    """Find the file that is at fault: the style's, or that of one it depends on.

    They are read again as they are, for the lines of a style whose options are settled are not those of its file.
    """
    if error.problem == str(error):
        return error
    files = [style]

    def load(address: str) -> bytes:
        files.append(find_style(style_name(address), settings.path("library.styles")))
        return read_style(files[-1])

    own = _fault(style, load)
    for parent in files[:0:-1]:
        fault = _fault(parent, load)
        if fault:
            return fault.in_file(str(parent.path))
    if own:
        return own.in_file(str(style.path))
    where = f"{str(style.path)!r} with these options"
    return StyleError(f"{where}: {error.problem}; 'tipcite styles check {style.path}' names the line")


def _fault(style: StyleFile, load: LoadParent) -> StyleError | None:
    try:
        parse_style(read_style(style), load_parent=load)
    except StyleError as error:
        return error
    return None


def offered_options(style: StyleFile) -> tuple[StyleOption, ...]:
    """Return the options that a style offers.

    Raises:
        StyleError: it can't be read, or is no CSL.
    """
    try:
        return style_options(read_style(style))
    except StyleError as error:
        raise error.in_file(str(style.path)) from None


def parent_loader(settings: Settings) -> LoadParent:
    """Return what reads the style that a dependent one names, from the article's folder too."""
    return partial(load_parent, folder=settings.path("library.styles"))
