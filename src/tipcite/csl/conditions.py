"""The tests of `<if>`: each word of a condition becomes a function from a situation to a truth value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tipcite.csl.nodes import Test
from tipcite.csl.numbers import is_numeric
from tipcite.csl.situation import Position, Situation
from tipcite.errors import StyleError
from tipcite.lang import is_latin

_EXCLUSIVE: Final = ("type", "locator", "language")
OF_THE_CITE: Final = frozenset({"locator", "citation-number", "first-reference-note-number"})
Check = Callable[[Situation], bool]


def compile_condition(match: str, tests: tuple[Test, ...]) -> Check:
    """Compile the tests of one branch, `disambiguate` left out: that is decided when all cites are known."""
    if match == "all":
        return _all([*_choices(tests), *_singly(tests, without=_EXCLUSIVE)])
    # For "any" and "none" several types are a choice by themselves.
    checks = [*_choices(tests, kinds=("type",)), *_singly(tests, without=("type",))]
    return _any(checks) if match == "any" else _none(checks)


def _choices(tests: tuple[Test, ...], kinds: tuple[str, ...] = _EXCLUSIVE) -> Iterator[Check]:
    """Compile what no item can be at once: several types in one attribute are a choice."""
    for kind in kinds:
        chosen = [test for test in tests if test.kind == kind]
        if chosen:
            yield _one_of_types(chosen) if kind == "type" else _any([compile_test(test) for test in chosen])


def _singly(tests: tuple[Test, ...], *, without: tuple[str, ...]) -> Iterator[Check]:
    return (compile_test(test) for test in tests if test.kind != "disambiguate" and test.kind not in without)


def _one_of_types(tests: list[Test]) -> Check:
    types = frozenset(test.value for test in tests)
    return lambda situation: situation.record.type in types


def _all(checks: list[Check]) -> Check:
    if len(checks) == 1:
        return checks[0]

    def holds(situation: Situation) -> bool:
        for check in checks:  # noqa: SIM110  (a generator would cost more than most checks)
            if not check(situation):
                return False
        return True

    return holds


def _any(checks: list[Check]) -> Check:
    if len(checks) == 1:
        return checks[0]

    def holds(situation: Situation) -> bool:
        for check in checks:  # noqa: SIM110
            if check(situation):
                return True
        return False

    return holds


def _none(checks: list[Check]) -> Check:
    some = _any(checks)
    return lambda situation: not some(situation)


_PARTS: Final = {"has-day": (3,), "has-to-month-or-season": (2,), "has-year-only": (1,)}
"""How many parts of a date each test wants; CSL-JSON has dates of one to three parts."""


def compile_test(test: Test) -> Check:
    """Compile one word of one condition.

    Raises:
        StyleError: there is no such condition.
    """
    value = test.value
    match test.kind:
        case "type":
            return lambda situation: situation.record.type == value
        case "variable" if value in OF_THE_CITE:
            return lambda situation: bool(situation.text(value))
        case "variable":
            # What was rendered in place of missing names is there all the same.
            return lambda situation: value in situation.record.present
        case "is-numeric":
            return lambda situation: is_numeric(situation.text(value))
        case "is-uncertain-date":
            return lambda situation: (date := situation.date(value)) is not None and date.circa
        case "locator":
            wanted = value.replace("sub verbo", "sub-verbo")
            return lambda situation: bool(situation.locator) and (situation.label or "page") == wanted
        case "language":
            wanted = value.lower()
            return lambda situation: f"{situation.record.language.lower()}-".startswith(f"{wanted}-")
        case "is-latin":
            return lambda situation: _is_latin(situation, value)
        case "position":
            return _position(value)
        case "has-day" | "has-year-only" | "has-to-month-or-season":
            wanted_parts = _PARTS[test.kind]
            return lambda situation: _parts(situation, value) in wanted_parts
        case _:
            raise StyleError(f"style: the condition {test.kind!r} is not supported", element="if")


_POSITIONS: Final[dict[str, Callable[[Position], bool]]] = {
    "first": lambda position: position is Position.FIRST,
    "subsequent": lambda position: position is not Position.FIRST,
    "ibid": lambda position: position in (Position.IBID, Position.IBID_WITH_LOCATOR),
    "ibid-with-locator": lambda position: position is Position.IBID_WITH_LOCATOR,
}


def _position(value: str) -> Check:
    if value == "near-note":
        return lambda situation: situation.in_citation and situation.near_note
    fits = _POSITIONS[value]
    return lambda situation: situation.in_citation and fits(situation.position)


def _parts(situation: Situation, variable: str) -> int:
    date = situation.date(variable)
    return len(date.parts[0]) if date is not None and date.parts else 0


def _is_latin(situation: Situation, variable: str) -> bool:
    """Tell whether a field, every name of it, is written in Latin letters."""
    names = situation.names(variable)
    texts = [person.literal or person.family + person.given for person in names] or [situation.text(variable)]
    return all(map(is_latin, texts))
