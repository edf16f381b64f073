"""Which macros of a style call which, from its layouts on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from tipcite.csl.markup import CSL
from tipcite.csl.options import NAMESPACE
from tipcite.model import Problem, Severity
from tipcite.styles.elements import finding

_CALLERS: Final = (f"{CSL}text", f"{CSL}key")
_SECTIONS: Final = (f"{CSL}citation", f"{CSL}bibliography", f"{CSL}intext")


def elements_of(root: etree._Element) -> Iterator[etree._Element]:
    """Go through the elements that the engine reads: all but <info> and what is in it."""
    for part in root:
        if part.tag != f"{CSL}info":
            yield from (element for element in part.iter() if isinstance(element.tag, str))


def missing_macros(root: etree._Element) -> Iterator[Problem]:
    """Name every call of a macro that does not exist."""
    there = {macro.get("name") for macro in root.iterchildren(f"{CSL}macro")}
    for element in elements_of(root):
        called = element.get("macro")
        if called and element.tag in _CALLERS and called not in there:
            problem = f"it calls the macro {called!r}, which does not exist"
            yield finding(element, "unsupported", problem, severity=Severity.ERROR)


def unused_macros(root: etree._Element) -> Iterator[Problem]:
    """Name macros that neither layouts nor sort keys reach, nor the pieces of an option."""
    used = reached(root, [*root.iterchildren(*_SECTIONS), *root.iterfind(f"{CSL}info/{NAMESPACE}option")])
    for macro in root.iterchildren(f"{CSL}macro"):
        name = macro.get("name")
        if name and name not in used:
            yield finding(macro, "macro-unused", f"the macro {name!r} is never used; remove it")


def reached(root: etree._Element, parts: Iterable[etree._Element]) -> dict[str, etree._Element]:
    """Return the macros that these parts call, directly or through others, by name."""
    macros = {macro.get("name") or "": macro for macro in root.iterchildren(f"{CSL}macro")}
    found: dict[str, etree._Element] = {}
    waiting = list(parts)
    while waiting:
        for element in waiting.pop().iter(*_CALLERS):
            name = element.get("macro")
            if name and name in macros and name not in found:
                found[name] = macros[name]
                waiting.append(macros[name])
    return found
