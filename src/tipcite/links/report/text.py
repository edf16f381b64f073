"""The report for people: findings by verdict, what asks for action first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol

from tipcite.links.report.words import (
    advice,
    cited_in,
    expired_text,
    flag_texts,
    history_text,
    meaning,
    one_line,
    reason,
)
from tipcite.links.result import ORDER, Finding, Outcome
from tipcite.model import Verdict

COLORS: Final = {
    Verdict.DEAD: "red", Verdict.INVALID: "red", Verdict.INSECURE: "yellow", Verdict.MOVED: "yellow",
    Verdict.BLOCKED: "cyan", Verdict.TRANSIENT: "magenta", Verdict.OK: "green",
}  # fmt: skip

_WIDTH: Final = 60
_SEEN: Final = frozenset({Verdict.OK, Verdict.MOVED})


class Paint(Protocol):
    """Colours a piece of text; what is piped gets it back as it is."""

    def __call__(self, text: str, color: str, *, bold: bool = False) -> str:
        """Return the text in a colour."""


def write(outcome: Outcome) -> str:
    """Write the report without colour."""
    return text_report(outcome, _plain)


def text_report(outcome: Outcome, paint: Paint, *, brief: bool = False) -> str:
    """Write the report; `brief` leaves out what is well or was not asked for."""
    lines: list[str] = []
    for verdict in ORDER:
        group = [one for one in outcome.findings if one.verdict is verdict]
        shown = [one for one in group if not brief or (verdict is not Verdict.OK and one.is_asked) or _matters(one)]
        lines += _group(verdict, shown, paint)
    unasked = [one for one in outcome.findings if one.verdict is None]
    if unasked and not brief:
        lines += [paint("never asked for", "bright_black", bold=True)]
        lines += [f"  {one_line(one.shown)}  {paint(cited_in(one), 'bright_black')}" for one in unasked]
    for waiver in outcome.expired:
        place = f"{outcome.settings_file}:{waiver.line or 1}: " if outcome.settings_file else ""
        lines.append(f"{place}{paint('error:', 'red', bold=True)} {expired_text(waiver)}")
    return "".join(f"{line}\n" for line in lines)


def _group(verdict: Verdict, findings: list[Finding], paint: Paint) -> Iterator[str]:
    if not findings:
        return
    yield f"{paint(str(verdict), COLORS[verdict], bold=True)}: {paint(meaning(verdict), 'bright_black')}"
    for one in findings:
        if verdict is Verdict.OK and not _matters(one):
            yield f"  {one_line(one.shown)}{_title(one, paint)}"
            continue
        yield f"  {one_line(one.shown)}{_title(one, paint)}"
        yield from (f"      {line}" for line in _details(one, paint))


def _details(finding: Finding, paint: Paint) -> Iterator[str]:
    seen = finding.retrieval
    assert seen is not None
    parts = [f"{reason(finding)} ({seen.why})", *flag_texts(finding), history_text(finding)]
    if not finding.is_asked:
        parts.append(f"seen {seen.time[:10]}")
    yield "; ".join(one_line(part) for part in parts if part)
    if seen.message and seen.message not in reason(finding):
        yield paint(one_line(seen.message), "bright_black")
    if advice(finding):
        yield f"{paint('→', 'green', bold=True)} {one_line(advice(finding))}"
    if cited_in(finding):
        yield paint(f"in {one_line(cited_in(finding))}", "bright_black")
    if finding.waiver:
        yield f"waived until {finding.waiver.expires}: {one_line(finding.waiver.reason)}"


def _title(finding: Finding, paint: Paint) -> str:
    seen = finding.retrieval
    title = one_line(finding.target.title or (seen.title if seen and seen.verdict in _SEEN else ""))
    shown = title if len(title) <= _WIDTH else f"{title[:_WIDTH]}…"
    return f"  {paint(f'“{shown}”', 'bright_black')}" if title else ""


def _matters(finding: Finding) -> bool:
    return finding.level in ("error", "warning")


def _plain(text: str, color: str, *, bold: bool = False) -> str:  # noqa: ARG001  (a `Paint`)
    return text
