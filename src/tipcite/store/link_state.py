"""What all retrievals of one link say together.

A link's history is summed up in what can be joined: the newest retrieval, the newest on which the page was seen, and
every failure after that. To join two sums is to unite the sets they stand for, so that the order in which retrievals
come in, the machine that made them and what comes in twice make no difference, and the sum stays right when old
retrievals are thinned out. What follows from the sum (`state`, `counted`, `next_check`) is reckoned by the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from tipcite.model import Retrieval, State, Verdict, Why

_SEEN: Final = frozenset({Verdict.OK, Verdict.MOVED})
_HARD: Final = frozenset({Why.HTTP_404, Why.HTTP_410, Why.DNS_NXDOMAIN, Why.DOI_NO_URL})
_YEAR: Final = 366 * 24 * 3600.0


class FailureKind(StrEnum):
    """How much a failure says."""

    FINAL = "final"
    """An unregistered DOI: the agency itself says so, one answer is enough."""
    HARD = "hard"
    """404, 410, an unknown name, a DOI without address: the server, or the name service, says that it is gone."""
    SOFT = "soft"
    """A page that says so, another 4xx, a loop: read out of an answer, so it may be read wrongly."""
    TRANSIENT = "transient"
    """Down at that moment: it counts only when it lasts for weeks."""


class Failure(NamedTuple):
    """One retrieval that did not see the page; `time` as in `Retrieval`."""

    time: str
    kind: FailureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRules:
    """When a link is dead, and when it is asked again; every number is a setting under `[links]`.

    Three checks, three days apart, are the rule of Wikipedia's InternetArchiveBot; docs/link-states.md tells the rest.
    """

    dead_after: int = 3
    """Counted failures that make a link dead."""
    gap_hours: float = 72
    """A failure counts only so long after the last one that counted."""
    dead_days: float = 6
    """What lies at least between the first and the last of them."""
    hard_after: int = 2
    """Counted failures of kind `hard` that make a link dead."""
    hard_gap_hours: float = 72
    transient_days: float = 14
    """What lies at least between the first and the last counted failure where transient ones are among them."""
    ok_days: float = 90
    """A link that was seen so short a time ago stays `ok` when it is refused now."""
    alive_days: float = 7
    """After so many days a link that is ok is asked again."""
    suspect_days: float = 3
    blocked_days: float = 14
    buried_days: float = 30
    """After so many days a dead link is asked again."""
    slack_hours: float = 6
    """A link that is due within this time is asked now: a weekly job never starts to the second."""
    keep_months: int = 12
    """Older retrievals are thinned to one a month and verdict."""


RULES: Final = StateRules()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkState:
    """The sum of a link's retrievals, and what follows from it.

    `verdict`, `why`, `time` and `retry_after` are those of the newest retrieval (`why` is None where an older version
    of tipcite kept only the sum), `last_ok` the newest on which the page was seen, "" for never, `failures` those
    after it in the order of time. `state` and all below it follow from these by the rules: how many of the failures
    count, the first and last that do ("" for none), and when the link is to be asked again.
    """

    target: str
    verdict: Verdict
    time: str
    why: Why | None = None
    retry_after: float | None = None
    last_ok: str = ""
    failures: tuple[Failure, ...] = ()
    state: State = State.UNKNOWN
    counted: int = 0
    first_counted: str = ""
    last_counted: str = ""
    next_check: str = ""

    @property
    def since(self) -> str:
        """When the link was first not seen, of all the times since it last was; else the newest retrieval."""
        return self.failures[0].time if self.failures else self.time


def next_state(state: LinkState | None, retrieval: Retrieval, rules: StateRules = RULES) -> LinkState:
    """Return the state after one more retrieval, whichever of them came first."""
    single = _of_retrieval(retrieval)
    return judged(single if state is None else _joined(state, single), rules)


def joined(states: Iterable[LinkState], rules: StateRules = RULES) -> dict[str, LinkState]:
    """Join what several histories say, each link under its target; order and repetition make no difference."""
    sums: dict[str, LinkState] = {}
    for state in states:
        known = sums.get(state.target)
        sums[state.target] = state if known is None else _joined(known, state)
    return {target: judged(state, rules) for target, state in sums.items()}


def summed(
    retrievals: Iterable[Retrieval], known: Mapping[str, LinkState] | None = None, rules: StateRules = RULES
) -> dict[str, LinkState]:
    """Return the states of the links that were asked for, going on from what was known of them."""
    singles = [_of_retrieval(retrieval) for retrieval in retrievals]
    before = (known[target] for target in {one.target for one in singles} if target in known) if known else ()
    return joined((*before, *singles), rules)


def judged(state: LinkState, rules: StateRules = RULES) -> LinkState:
    """Return the state with what follows from its sum by these rules."""
    counted = _counted((failure.time for failure in state.failures), rules.gap_hours)
    name = _state_name(state, rules)
    wait = max(_interval(state, name, rules), _left_alone(state))
    return replace(
        state,
        state=name,
        counted=len(counted),
        first_counted=counted[0] if counted else "",
        last_counted=counted[-1] if counted else "",
        next_check=_text(_moment(state.time) + wait),
    )


def is_due(state: LinkState | None, now: datetime, rules: StateRules = RULES) -> bool:
    """Tell whether a link is to be asked for now; one that never was is. What was judged is not judged anew."""
    if state is None:
        return True
    ruled = state if state.next_check else judged(state, rules)
    # A failure that comes too early does not count: a suspect link is never asked ahead of its time.
    slack = timedelta(hours=0 if ruled.state is State.SUSPECT else rules.slack_hours)
    return max(_moment(ruled.next_check) - slack, _moment(state.time) + _left_alone(state)) <= now


def due(states: Iterable[LinkState], now: datetime, rules: StateRules = RULES) -> frozenset[str]:
    """Return the targets of those links that are to be asked for now; links without a state always are."""
    return frozenset(state.target for state in states if is_due(state, now, rules))


def utc_text(moment: datetime) -> str:
    """Write a time as ISO 8601 in UTC to the second."""
    return _text(moment.astimezone(UTC))


def _of_retrieval(retrieval: Retrieval) -> LinkState:
    kind = failure_kind(retrieval.verdict, retrieval.why)
    return LinkState(
        target=retrieval.target,
        verdict=retrieval.verdict,
        why=retrieval.why,
        time=retrieval.time,
        retry_after=retrieval.retry_after,
        last_ok=retrieval.time if retrieval.verdict in _SEEN else "",
        failures=(Failure(retrieval.time, kind),) if kind else (),
    )


def failure_kind(verdict: Verdict, why: Why) -> FailureKind | None:
    """Say how a retrieval counts, None when it does not: blocked, insecure and invalid say nothing of the page."""
    if verdict is Verdict.TRANSIENT:
        return FailureKind.TRANSIENT
    if verdict is not Verdict.DEAD:
        return None
    if why is Why.DOI_UNREGISTERED:
        return FailureKind.FINAL
    return FailureKind.HARD if why in _HARD else FailureKind.SOFT


def _joined(one: LinkState, other: LinkState) -> LinkState:
    """Join two sums of one link; commutative, associative, and a sum joined with itself is itself."""
    newest = max(one, other, key=_age)
    last_ok = max(one.last_ok, other.last_ok)
    if one.failures == other.failures and one.last_ok == other.last_ok:
        return newest
    failures = {failure for failure in (*one.failures, *other.failures) if failure.time > last_ok}
    return replace(newest, last_ok=last_ok, failures=tuple(sorted(failures)))


def _age(state: LinkState) -> tuple[str, bool, str, str, float]:
    """Order retrievals by time; of two in one second the one that saw the page is the newer."""
    wait = -1.0 if state.retry_after is None else state.retry_after
    return state.time, state.verdict in _SEEN, state.verdict, state.why or "", wait


def _state_name(state: LinkState, rules: StateRules) -> State:
    if state.verdict in _SEEN:
        return State.OK
    if _is_dead(state.failures, rules):
        return State.DEAD
    if state.failures or state.verdict is Verdict.INSECURE:
        return State.SUSPECT
    if state.verdict is not Verdict.BLOCKED:
        return State.UNKNOWN
    return State.OK if _days_between(state.last_ok, state.time) <= rules.ok_days else State.BLOCKED


def _is_dead(failures: tuple[Failure, ...], rules: StateRules) -> bool:
    times: dict[FailureKind, list[str]] = {}
    for failure in failures:
        times.setdefault(failure.kind, []).append(failure.time)
    if FailureKind.FINAL in times:
        return True
    hard = times.get(FailureKind.HARD, [])
    if len(_counted(hard, rules.hard_gap_hours)) >= rules.hard_after:
        return True
    firm = _counted(sorted((*hard, *times.get(FailureKind.SOFT, ()))), rules.gap_hours)
    every = _counted((failure.time for failure in failures), rules.gap_hours)
    return any(
        len(counted) >= rules.dead_after and _days_between(counted[0], counted[-1]) >= days
        for counted, days in ((firm, rules.dead_days), (every, rules.transient_days))
    )


def _counted(times: Iterable[str], gap_hours: float) -> list[str]:
    """Keep of some times, in their order, those that lie far enough after the last one kept."""
    gap = timedelta(hours=gap_hours)
    counted: list[str] = []
    for time in times:
        if not counted or _moment(time) - _moment(counted[-1]) >= gap:
            counted.append(time)
    return counted


def _interval(state: LinkState, name: State, rules: StateRules) -> timedelta:
    if name is State.DEAD:
        return timedelta(days=rules.buried_days)
    if state.verdict is Verdict.BLOCKED:
        return timedelta(days=rules.blocked_days)
    return timedelta(days=rules.suspect_days if state.failures else rules.alive_days)


def _left_alone(state: LinkState) -> timedelta:
    """Return for how long the host asked to be left alone, a year at most: the number is a stranger's."""
    return timedelta(seconds=min(max(state.retry_after or 0, 0), _YEAR))


def _days_between(earlier: str, later: str) -> float:
    """Return the days between two times; without an earlier one there is no end of them."""
    return (_moment(later) - _moment(earlier)) / timedelta(days=1) if earlier else float("inf")


def _moment(time: str) -> datetime:
    return datetime.fromisoformat(time)


def _text(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
