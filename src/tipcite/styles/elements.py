"""Elements of a style's file: a finding about one, with its line, and taking one out."""

from __future__ import annotations

from typing import Any

from lxml import etree

from tipcite.model import Problem, Severity


def finding(element: etree._Element, code: str, problem: str, *, severity: Severity = Severity.WARNING) -> Problem:
    """Make a finding at an element."""
    name = etree.QName(element).localname
    return Problem(severity=severity, code=code, message=f"<{name}>: {problem}", line=line_of(element))


def line_of(place: Any) -> int:
    """Return the line of an element or of an entry of lxml's log, 0 when it is not known."""
    line = getattr(place, "sourceline", None) or getattr(place, "line", None)
    return line if isinstance(line, int) else 0


def remove(element: etree._Element) -> None:
    """Take an element out, with the line that it stands on."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
