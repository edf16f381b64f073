"""JUnit XML: a suite a file or library, a case a link.

There is no one schema; what is written is valid by the two that are used, Ant's (windyroad/JUnit-Schema, JUnit.xsd) and
Jenkins' (junit-4.xsd): no attributes on `testsuites` and `skipped`, at least one property, both streams.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from tipcite import __version__
from tipcite.links.report.words import cited_in, expired_text, message, one_line
from tipcite.links.result import Finding, Level, Outcome
from tipcite.model import Verdict

_NO_TIME: Final = "1970-01-01T00:00:00"


class _Case(NamedTuple):
    """One test case: `failure` is its kind, "" where it passed or was skipped."""

    name: str
    owner: str
    text: str
    failure: str = ""
    is_skipped: bool = False


def write(outcome: Outcome) -> str:
    """Write the report: what fails is a failure, what was not decided is skipped, warnings are the suite's output."""
    suites: dict[str, list[_Case]] = {}
    for finding in outcome.findings:
        suites.setdefault(finding.place.file if finding.place else "links", []).append(_case(finding))
    for case in _waivers(outcome):
        suites.setdefault(outcome.settings_file or "waivers", []).append(case)
    root = ET.Element("testsuites")
    for number, (name, cases) in enumerate(suites.items()):
        _suite(root, number, name, cases, outcome.time.removesuffix("Z") or _NO_TIME)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _case(finding: Finding) -> _Case:
    owner = next(iter(finding.target.keys), str(finding.place) if finding.place else str(finding.target.kind))
    text = f"{message(finding)}\ncited in {cited_in(finding)}" if cited_in(finding) else message(finding)
    if finding.level is Level.ERROR:
        kind = str(finding.retrieval.why) if finding.retrieval else "unchecked"
        return _Case(finding.shown, owner, text, failure=kind)
    is_open = finding.waiver is not None or finding.verdict in (None, Verdict.BLOCKED, Verdict.TRANSIENT)
    return _Case(finding.shown, owner, "" if finding.level is Level.NONE else text, is_skipped=is_open)


def _waivers(outcome: Outcome) -> Iterator[_Case]:
    for waiver in outcome.expired:
        failure = "expired-waiver" if outcome.expired_fail else ""
        yield _Case(waiver.pattern, "waiver", expired_text(waiver), failure=failure)


def _suite(root: ET.Element, number: int, name: str, cases: Iterable[_Case], time: str) -> None:
    cases = tuple(cases)
    attributes = {
        "name": _text(name) or "links", "id": str(number), "package": "tipcite", "hostname": "localhost",
        "timestamp": time, "time": "0", "tests": str(len(cases)), "errors": "0",
        "failures": str(sum(bool(case.failure) for case in cases)),
        "skipped": str(sum(case.is_skipped for case in cases)),
    }  # fmt: skip
    suite = ET.SubElement(root, "testsuite", attributes)
    properties = ET.SubElement(suite, "properties")
    ET.SubElement(properties, "property", name="tipcite", value=__version__)
    for case in cases:
        element = ET.SubElement(suite, "testcase", name=_text(case.name), classname=_text(case.owner), time="0")
        if case.failure:
            failure = ET.SubElement(element, "failure", message=_text(case.text.split("\n")[0]), type=case.failure)
            failure.text = _text(case.text)
        elif case.is_skipped:
            ET.SubElement(element, "skipped").text = _text(case.text)
    said = [_text(case.text.split("\n")[0]) for case in cases if case.text and not case.failure and not case.is_skipped]
    ET.SubElement(suite, "system-out").text = "\n".join(said)
    ET.SubElement(suite, "system-err")


def _text(text: str) -> str:
    """Leave out what XML 1.0 has no form for."""
    return "\n".join(one_line(line) for line in text.split("\n")).encode("utf-8", "replace").decode()
