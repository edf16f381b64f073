"""Items and a style into a reference list: how the two languages are ordered, headed and written."""

from tipcite.render.accessed import ShowAccessed
from tipcite.render.order import HEADINGS, ORDER_WORDS, Order, Part, collation, part_of, part_of_item
from tipcite.render.renderer import Group, Load, Renderer, list_title
from tipcite.render.snapshots import ShowArchived
from tipcite.render.variants import VARIANT_NAME_VARIABLES, with_variants

__all__ = [
    "HEADINGS",
    "ORDER_WORDS",
    "VARIANT_NAME_VARIABLES",
    "Group",
    "Load",
    "Order",
    "Part",
    "Renderer",
    "ShowAccessed",
    "ShowArchived",
    "collation",
    "list_title",
    "part_of",
    "part_of_item",
    "with_variants",
]
