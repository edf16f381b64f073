"""Items and a style into a reference list: how the two languages are ordered, headed and written."""

from tipcite.render.order import HEADINGS, Order, Part, collation, part_of, part_of_item
from tipcite.render.renderer import Group, Load, Renderer, list_title

__all__ = [
    "HEADINGS",
    "Group",
    "Load",
    "Order",
    "Part",
    "Renderer",
    "collation",
    "list_title",
    "part_of",
    "part_of_item",
]
