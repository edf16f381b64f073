"""Annotations of GitHub Actions: workflow commands, one a line and place ("Workflow commands", GitHub's docs)."""

from __future__ import annotations

from collections.abc import Iterator

from tipcite.links.report.words import expired_text, message
from tipcite.links.result import Finding, Level, Outcome
from tipcite.links.targets import Place

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def write(outcome: Outcome) -> str:
    """Write errors and warnings, each at the first place that cites the link.

    GitHub shows ten of a kind and step: notes, of which there may be many, are left to the job summary.
    """
    ordered = [one for level in (Level.ERROR, Level.WARNING) for one in outcome.findings if one.level is level]
    lines = [_annotation(one) for one in ordered if one.is_asked or one.level is Level.ERROR]
    return "".join(f"{line}\n" for line in [*_waivers(outcome), *lines])


def _annotation(finding: Finding) -> str:
    title = f"{finding.verdict or 'unchecked'} link"
    return _command(_COMMANDS[finding.level], finding.place, title, message(finding))


def _waivers(outcome: Outcome) -> Iterator[str]:
    level = "error" if outcome.expired_fail else "warning"
    for waiver in outcome.expired:
        place = Place(file=outcome.settings_file, line=waiver.line) if outcome.settings_file else None
        yield _command(level, place, "expired waiver", expired_text(waiver))


def _command(name: str, place: Place | None, title: str, text: str) -> str:
    values = {
        "file": place.file if place else "",
        "line": str(place.line) if place and place.line else "",
        "col": str(place.column) if place and place.column else "",
        "title": title,
    }
    properties = ",".join(f"{key}={_escape_property(value)}" for key, value in values.items() if value)
    return f"::{name} {properties}::{_escape(text)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
