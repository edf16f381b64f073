"""A style and items into a processor, for the commands that print formatted text: the one place that loads a style."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tipcite.cli.settings import Settings
from tipcite.csl import LoadParent, StyleOption, dating_options, style_options, with_options
from tipcite.errors import StyleError
from tipcite.model import Item
from tipcite.resources import StyleFile, find_style, load_locale, load_parent, read_style

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
    found = style_for(style, settings)
    if shown == "always":
        options = {**dating_options(read_style(found)), **settings.options(found.name), **options}
    xml = style_xml(found, settings, options)
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
    if kept:
        try:
            with_options(xml, kept)
        except StyleError as error:
            raise StyleError(f"settings, [format.options.{style.name}]: {error}", line=error.line) from None
    chosen = {**kept, **options}
    return with_options(xml, chosen) if chosen else xml


def offered_options(style: StyleFile) -> tuple[StyleOption, ...]:
    """Return the options that a style offers.

    Raises:
        StyleError: it can't be read, or is no CSL.
    """
    return style_options(read_style(style))


def parent_loader(settings: Settings) -> LoadParent:
    """Return what reads the style that a dependent one names, from the article's folder too."""
    return partial(load_parent, folder=settings.path("library.styles"))
