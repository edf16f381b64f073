"""A slip of citeproc-js, reproduced for comparisons only (see `Conventions.lost_range_dress`)."""

from __future__ import annotations

from tipcite.csl.nodes import DateNode, Element, Section, Style, TextMacro
from tipcite.csl.parse_elements import walk
from tipcite.csl.tree import Tree, Wrap, sequence


class RangeSlip:
    """The affixes that the end of the first range of dates wears; one for each processor."""

    __slots__ = ("_wrap",)

    def __init__(self, style: Style) -> None:
        last = _last_of(style, style.bibliography) if style.bibliography is not None else None
        self._wrap: Wrap | None = Wrap(prefix=last.dress.prefix, suffix=last.dress.suffix) if last else None

    def dressed(self, end: Tree) -> Tree:
        """Return the end of a range, dressed if it is the first."""
        wrap, self._wrap = self._wrap, None
        return end if wrap is None else sequence((end,), wrap)


def _last_of(style: Style, section: Section) -> DateNode | None:
    # The layout without a locale stands last in a style.
    layouts = sorted(section.layouts, key=lambda layout: not layout.locales)
    found = [date for layout in layouts if (date := last_date(style, layout.children)) is not None]
    return found[-1] if found else None


def last_date(style: Style, elements: tuple[Element, ...]) -> DateNode | None:
    """Return the last `<date>` that elements and the macros they call hold."""
    for element in reversed(list(walk(elements))):
        if isinstance(element, DateNode):
            return element
        if isinstance(element, TextMacro):
            found = last_date(style, style.macros[element.macro])
            if found is not None:
                return found
    return None
