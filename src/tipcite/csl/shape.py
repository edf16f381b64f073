"""The shape of an item: its type and which variables it has.

A layout is compiled once for every shape that occurs: conditions on the type and on variables are decided
then, and what an item lacks is left out. A list of thousands of items has a few dozen shapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tipcite.csl.conditions import OF_THE_CITE
from tipcite.csl.nodes import (
    Choose,
    DateNode,
    Element,
    Label,
    Names,
    Number,
    Section,
    Style,
    Test,
    TextVariable,
)
from tipcite.csl.parse_elements import walk

_OF_A_VALUE: Final = frozenset(
    "is-numeric is-uncertain-date has-day has-year-only has-to-month-or-season is-latin".split()
)
MOST_SHAPES: Final = 500
"""Beyond that a layout is compiled without a shape: compiling would cost more than it saves."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of an item when its layout is compiled."""

    type: str
    present: frozenset[str]
    cited: bool
    """It is compiled for a citation; a bibliography knows neither positions nor locators."""

    def lacks(self, variables: Iterable[str]) -> bool:
        """Tell whether none of the variables is there; what the cite brings along may always be."""
        return not any(variable in self.present or variable in OF_THE_CITE for variable in variables)

    def decide(self, match: str, tests: tuple[Test, ...]) -> bool | tuple[Test, ...]:
        """Decide the tests of a branch as far as the shape goes: the answer, or the tests that are left."""
        answers = [(test, self._answer(test)) for test in tests]
        left = tuple(test for test, answer in answers if answer is None)
        known = [(test, answer) for test, answer in answers if answer is not None]
        if match == "all":
            holds = _all_hold(known)
            return left if holds and left else holds
        some = any(answer for _, answer in known)
        if some or not left:
            return some if match == "any" else not some
        return left

    def _answer(self, test: Test) -> bool | None:
        """Answer one test, None when it takes the cite or the value to know."""
        match test.kind:
            case "type":
                return self.type == test.value
            case "variable":
                return None if test.value in OF_THE_CITE else test.value in self.present
            case "position" | "locator":
                return None if self.cited else False
            case kind if kind in _OF_A_VALUE and self.lacks((test.value,)):
                return False
            case _:
                return None


def _all_hold(known: list[tuple[Test, bool]]) -> bool:
    # No item is of two types: several types in one attribute are a choice.
    types = [answer for test, answer in known if test.kind == "type"]
    return (not types or any(types)) and all(answer for test, answer in known if test.kind != "type")


def mentioned_variables(style: Style) -> frozenset[str]:
    """Return all variables that a style's elements and conditions name."""
    sections = [section for section in (style.citation, style.bibliography, style.intext) if section is not None]
    parts = [*style.macros.values(), *(elements for section in sections for elements in _layouts(section))]
    return frozenset(name for elements in parts for element in walk(elements) for name in _named(element))


def _layouts(section: Section) -> Iterator[tuple[Element, ...]]:
    return (layout.children for layout in section.layouts)


def _named(element: Element) -> Iterator[str]:
    match element:
        case TextVariable() | Number() | Label() | DateNode():
            yield element.variable
            yield f"{element.variable}-short"
        case Names():
            yield from element.variables
        case Choose():
            for branch in element.branches:
                yield from (test.value for test in branch.tests if test.kind in {"variable", *_OF_A_VALUE})
        case _:
            pass
