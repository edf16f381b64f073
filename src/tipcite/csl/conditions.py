"""The tests of `<if>`: each word of a condition becomes a function from a situation to a truth value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tipcite.csl.nodes import Test
from tipcite.csl.numbers import is_numeric
from tipcite.csl.situation import Position, Situation
from tipcite.errors import StyleError

_EXCLUSIVE: Final = ("type", "locator")
Check = Callable[[Situation], bool]


def compile_condition(match: str, tests: tuple[Test, ...]) -> Check:
    """Compile the tests of one branch, `disambiguate` left out: that is decided when all cites are known."""
    checks = [compile_test(test) for test in tests if test.kind != "disambiguate"]
    if match == "all":
        checks = _one_of(tests)
        return lambda situation: all(check(situation) for check in checks)
    if match == "any":
        return lambda situation: any(check(situation) for check in checks)
    return lambda situation: not any(check(situation) for check in checks)


def _one_of(tests: tuple[Test, ...]) -> list[Check]:
    """Compile tests that must all hold: no item is of two types, so several types in one attribute are a choice."""
    checks = [compile_test(test) for test in tests if test.kind not in {"disambiguate", *_EXCLUSIVE}]
    for kind in _EXCLUSIVE:
        choices = [compile_test(test) for test in tests if test.kind == kind]
        if choices:
            checks.append(_any(choices))
    return checks


def _any(checks: list[Check]) -> Check:
    if len(checks) == 1:
        return checks[0]
    return lambda situation: any(check(situation) for check in checks)


def compile_test(test: Test) -> Check:
    """Compile one word of one condition.

    Raises:
        StyleError: there is no such condition.
    """
    value = test.value
    match test.kind:
        case "type":
            return lambda situation: situation.record.type == value
        case "variable":
            return lambda situation: _has(situation, value)
        case "is-numeric":
            return lambda situation: is_numeric(situation.text(value))
        case "is-uncertain-date":
            return lambda situation: (date := situation.date(value)) is not None and date.circa
        case "locator":
            wanted = value.replace("sub verbo", "sub-verbo")
            return lambda situation: bool(situation.locator) and (situation.label or "page") == wanted
        case "position":
            return _position(value)
        case "has-day":
            return lambda situation: _parts(situation, value) >= 3
        case "has-year-only":
            return lambda situation: _parts(situation, value) == 1
        case "has-month-or-season":
            return lambda situation: _parts(situation, value) == 2
        case "has-to-month-or-season":
            return lambda situation: _parts(situation, value) >= 2
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


def _has(situation: Situation, variable: str) -> bool:
    # What was rendered in place of missing names is there all the same.
    return situation.record.has(variable) or bool(situation.text(variable))


def _parts(situation: Situation, variable: str) -> int:
    date = situation.date(variable)
    return len(date.parts[0]) if date is not None and date.parts else 0
