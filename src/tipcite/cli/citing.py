"""A style and items into a processor, for the commands that print formatted text."""

from __future__ import annotations

from collections.abc import Sequence

from tipcite.cli.settings import Settings
from tipcite.model import Item
from tipcite.render import Order, Renderer
from tipcite.resources import load_locale, load_parent, load_style


def renderer_for(items: Sequence[Item], style: str | None, order: str | None, settings: Settings) -> Renderer:
    """Make the renderer of these items in the style and order that flag or settings name.

    Raises:
        StyleError: there is no such style, or it is faulty.
    """
    name = style or settings.text("format.style")
    chosen = order or settings.text("format.order")
    return Renderer(
        load_style(name), items, order=Order(chosen) if chosen else None,
        load_locale=load_locale, load_parent=load_parent,
    )  # fmt: skip
