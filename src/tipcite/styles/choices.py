"""The options that a style offers: does every value parse, and does it change anything?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from lxml import etree

from tipcite.csl import Style, parse_style, with_options
from tipcite.csl.markup import CSL, read_xml
from tipcite.csl.options import NAMESPACE
from tipcite.errors import StyleError
from tipcite.model import Problem, Severity
from tipcite.styles.calls import reached
from tipcite.styles.elements import finding

_LEAST: Final = 2


def check_options(root: etree._Element, xml: bytes) -> Iterator[Problem]:
    """Name options without a choice or a second time, values that make a faulty style, and those without effect."""
    seen: set[str] = set()
    unchanged = _effective(xml, {})
    for option in root.iterfind(f"{CSL}info/{NAMESPACE}option"):
        name = option.get("name") or ""
        if name in seen:
            yield finding(option, "option-twice", f"this is the second option {name!r}; give it another name")
            continue
        seen.add(name)
        values = option.findall(f"{NAMESPACE}value")
        if not name or not option.get("title"):
            yield finding(option, "option-unnamed", "it needs a name and a title, which say what it chooses")
        if len(values) < _LEAST:
            yield finding(option, "option-no-choice", f"the option {name!r} has no two values to choose from")
        for number, value in enumerate(values):
            yield from _value(xml, unchanged, name, value, first=not number)


def _value(xml: bytes, unchanged: Style, name: str, value: etree._Element, *, first: bool) -> Iterator[Problem]:
    choice = value.get("name") or ""
    try:
        changed = _effective(xml, {name: choice}) != unchanged
    except StyleError as error:
        message = f"{name}={choice!r} makes a style that is refused: {error.problem}"
        yield finding(value, "unsupported", message, severity=Severity.ERROR)
        return
    if first and changed:
        yield finding(value, "option-default", f"{name}={choice!r} stands first, and yet it changes the style")
    elif not first and not changed:
        yield finding(value, "option-no-effect", f"{name}={choice!r} changes nothing; remove it, or say what it does")


def _effective(xml: bytes, chosen: Mapping[str, str]) -> Style:
    """Parse the style with values chosen, without the macros that nothing calls."""
    settled = with_options(xml, chosen)
    style, root = parse_style(settled), read_xml(settled, root="style")
    used = reached(root, [part for part in root if part.tag != f"{CSL}macro"])
    return replace(style, macros={name: macro for name, macro in style.macros.items() if name in used})
