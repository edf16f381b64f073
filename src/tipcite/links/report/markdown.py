"""Markdown for job summaries and comments: what matters as a table, the rest counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tipcite.links.report.words import advice, cited_in, counts_text, expired_text, flag_texts, history_text, reason
from tipcite.links.result import ORDER, Finding, Level, Outcome
from tipcite.model import Verdict

_SIGNS: Final = {
    Verdict.DEAD: "❌", Verdict.INVALID: "❌", Verdict.INSECURE: "⚠️", Verdict.MOVED: "➡️", Verdict.BLOCKED: "🚧",
    Verdict.TRANSIENT: "⏳", Verdict.OK: "✅",
}  # fmt: skip
_MOST: Final = 500
"""Rows; GitHub takes a summary of 1 MiB a step, and nobody reads more."""
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~#$&])")


def write(outcome: Outcome) -> str:
    """Write the report."""
    lines = ["## Links", "", f"{counts_text(outcome)}.{_unchecked(outcome)}", ""]
    lines += [f"- ❌ {_escape(expired_text(waiver))}" for waiver in outcome.expired]
    lines += [""] if outcome.expired else []
    for title, level in (("Failing", Level.ERROR), ("Worth a look", Level.WARNING), ("Notes", Level.NOTE)):
        lines += _section(title, [one for one in outcome.findings if one.level is level and one.retrieval], level)
    return "\n".join(lines).rstrip("\n") + "\n"


def _unchecked(outcome: Outcome) -> str:
    return f" {outcome.unchecked} were not asked for in time." if outcome.unchecked else ""


def _section(title: str, findings: list[Finding], level: Level) -> Iterator[str]:
    if not findings:
        return
    order = {verdict: number for number, verdict in enumerate(ORDER)}
    ordered = sorted(findings, key=lambda one: order[one.verdict] if one.verdict else 9)
    is_folded = level is Level.NOTE
    yield f"<details><summary>{title} ({len(ordered)})</summary>" if is_folded else f"### {title} ({len(ordered)})"
    yield ""
    yield "| | link | why | cited in | instead |"
    yield "| --- | --- | --- | --- | --- |"
    yield from (_row(one) for one in ordered[:_MOST])
    if len(ordered) > _MOST:
        yield f"| | and {len(ordered) - _MOST} more | | | |"
    yield ""
    if is_folded:
        yield "</details>"
        yield ""


def _row(finding: Finding) -> str:
    why = "; ".join(part for part in (reason(finding), *flag_texts(finding), history_text(finding)) if part)
    if finding.waiver:
        why += f"; waived until {finding.waiver.expires}: {finding.waiver.reason}"
    verdict = finding.verdict
    sign = f"{_SIGNS[verdict]} {verdict}" if verdict else ""
    cells = (sign, _link(finding.shown, finding.address), _escape(why), _escape(cited_in(finding)))
    return f"| {' | '.join(cells)} | {_link(advice(finding), advice(finding))} |"


def _link(text: str, address: str) -> str:
    """Write a link; what can't be one, or would not be shown as one, is text."""
    if not re.fullmatch(r"https?://[^\s<>|]+", address):
        return _escape(text)
    shown = text if len(text) <= 90 else f"{text[:60]}…{text[-25:]}"
    return f"[{_escape(shown)}](<{address}>)"


def _escape(text: str) -> str:
    flat = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return _SPECIAL.sub(r"\\\1", flat)
