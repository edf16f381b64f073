"""What a check found: the one model from which every report is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from tipcite.links.fail_on import EXPIRED_WAIVER, FailOn
from tipcite.links.targets import Place, Target, TargetKind
from tipcite.links.waivers import Waiver, expired
from tipcite.model import Flag, Retrieval, State, Verdict


class Level(StrEnum):
    """How much a finding matters: errors fail, warnings ask for a look, notes tell, `none` is all well."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NONE = "none"


_WARNED: Final = frozenset({Verdict.DEAD, Verdict.INVALID, Verdict.MOVED, Verdict.INSECURE})
_WARNED_FLAGS: Final = frozenset(
    {Flag.RETRACTED, Flag.CONCERN, Flag.WRONG_DOI, Flag.YEAR_MISMATCH, Flag.TITLE_MISMATCH, Flag.ARCHIVE_TODAY}
)


_PASSWORD: Final = re.compile(r"(//[^/?#@:]*:)[^/?#@]+@")
_NOTHING: Final = FailOn(words=frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is known of one link: the newest retrieval, whether it was made in this run, and what the history says.

    `retrieval` is None where it was never asked for. `since` is when the present run of failures began, `counted` how
    many of them count, "" and 0 where there is no history. `is_new`: the base does not have the link.
    """

    target: Target
    retrieval: Retrieval | None = None
    state: State = State.UNKNOWN
    since: str = ""
    counted: int = 0
    is_asked: bool = False
    is_new: bool = False
    waiver: Waiver | None = None
    level: Level = Level.NONE
    history: tuple[Retrieval, ...] = ()

    @property
    def verdict(self) -> Verdict | None:
        """The verdict of the newest check, None without one."""
        return self.retrieval.verdict if self.retrieval else None

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags of the newest check."""
        return self.retrieval.flags if self.retrieval else ()

    @property
    def shown(self) -> str:
        """What was cited, without the password that an address may hold: logs are read by many."""
        return _PASSWORD.sub(r"\1***@", self.target.value)

    @property
    def address(self) -> str:
        """Where a browser finds it: the address itself, a DOI's at doi.org."""
        return f"https://doi.org/{self.target.value}" if self.target.kind is TargetKind.DOI else self.shown

    @property
    def place(self) -> Place | None:
        """The first place that cites it."""
        return self.target.places[0] if self.target.places else None

    @property
    def words(self) -> frozenset[str]:
        """Everything that is said of it, which waivers may name."""
        if self.retrieval is None:
            return frozenset({str(self.state)})
        return frozenset({str(self.state), str(self.retrieval.verdict), str(self.retrieval.why), *self.retrieval.flags})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A whole check: its findings in the order in which the links are cited, and the waivers whose time is over.

    `settings_file` is where waivers stand, `unchecked` how many links were to be asked for and were not, `time` when
    the check was made (UTC). Without a library there is no history: `has_history`.
    """

    findings: tuple[Finding, ...]
    expired: tuple[Waiver, ...] = ()
    settings_file: str = ""
    unchecked: int = 0
    time: str = ""
    fail_on: FailOn = _NOTHING
    has_history: bool = False

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that fail."""
        return tuple(one for one in self.findings if one.level is Level.ERROR)

    @property
    def expired_fail(self) -> bool:
        """Tell whether waivers whose time is over fail."""
        return bool(self.expired) and EXPIRED_WAIVER in self.fail_on.words

    @property
    def has_failed(self) -> bool:
        """Tell whether anything fails (exit status 3)."""
        return bool(self.failing) or self.expired_fail

    def counts(self) -> dict[str, int]:
        """Count the links by verdict, the worst first; those never asked for as `unchecked`."""
        numbers = {str(verdict): sum(one.verdict is verdict for one in self.findings) for verdict in ORDER}
        numbers["unchecked"] = sum(one.verdict is None for one in self.findings)
        return {name: number for name, number in numbers.items() if number}


ORDER: Final = (
    Verdict.DEAD,
    Verdict.INVALID,
    Verdict.INSECURE,
    Verdict.MOVED,
    Verdict.BLOCKED,
    Verdict.TRANSIENT,
    Verdict.OK,
)
"""Verdicts, what asks for action first."""


def judge(
    findings: Iterable[Finding], fail_on: FailOn, waivers: Sequence[Waiver], today: date, *, wanted: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """Give every finding its waiver and its level; `wanted` are the targets that were to be asked for."""
    standing = [waiver for waiver in waivers if not waiver.is_expired(today)]
    missing = frozenset(wanted)
    return tuple(_judged(one, fail_on, standing, is_wanted=one.target.value in missing) for one in findings)


def outcome(
    findings: Iterable[Finding], fail_on: FailOn, waivers: Sequence[Waiver], today: date, *,
    time: str, settings_file: str = "", wanted: Iterable[str] = (), has_history: bool = False,
) -> Outcome:  # fmt: skip
    """Put a check's findings together."""
    missing = frozenset(wanted)
    return Outcome(
        findings=judge(findings, fail_on, waivers, today, wanted=missing),
        expired=expired(waivers, today),
        settings_file=settings_file,
        unchecked=len(missing),
        time=time,
        fail_on=fail_on,
        has_history=has_history,
    )


def _judged(finding: Finding, fail_on: FailOn, waivers: Sequence[Waiver], *, is_wanted: bool) -> Finding:
    level = _level(finding, fail_on, is_wanted=is_wanted)
    if level is Level.NONE:
        return replace(finding, level=level, waiver=None)
    waiver = next((one for one in waivers if one.covers(finding.target.value, finding.words)), None)
    return replace(finding, level=Level.NOTE if waiver else level, waiver=waiver)


def _level(finding: Finding, fail_on: FailOn, *, is_wanted: bool) -> Level:
    verdict = finding.verdict
    if verdict is None and not is_wanted:
        return Level.NOTE
    if fail_on.fails(verdict=verdict, state=finding.state, flags=finding.flags, is_new=finding.is_new):
        return Level.ERROR
    if verdict in _WARNED or finding.state is State.DEAD or _WARNED_FLAGS & set(finding.flags):
        return Level.WARNING
    return Level.NONE if verdict is Verdict.OK and not finding.flags else Level.NOTE
