"""When a link is dead, suspect or alive, and when it is asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tipcite.model import Retrieval, State, Verdict, Why
from tipcite.store import LinkState, StateRules, due, next_state
from tipcite.store.link_state import is_due

START = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
FAILURES = {
    "404": (Verdict.DEAD, Why.HTTP_404),
    "410": (Verdict.DEAD, Why.HTTP_410),
    "name": (Verdict.DEAD, Why.DNS_NXDOMAIN),
    "soft": (Verdict.DEAD, Why.SOFT404_TEXT),
    "4xx": (Verdict.DEAD, Why.OTHER_4XX),
    "doi": (Verdict.DEAD, Why.DOI_UNREGISTERED),
    "nourl": (Verdict.DEAD, Why.DOI_NO_URL),
    "timeout": (Verdict.TRANSIENT, Why.TIMEOUT),
    "500": (Verdict.TRANSIENT, Why.HTTP_5XX),
    "403": (Verdict.BLOCKED, Why.HTTP_403),
    "ok": (Verdict.OK, Why.HTTP_OK),
    "moved": (Verdict.MOVED, Why.PERMANENT_REDIRECT),
    "tls": (Verdict.INSECURE, Why.TLS_EXPIRED),
    "bad": (Verdict.INVALID, Why.SCHEME),
}


def check(hours: float, what: str, retry_after: float | None = None) -> Retrieval:
    verdict, why = FAILURES[what]
    time = (START + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Retrieval(target="https://a.org/x", time=time, verdict=verdict, why=why, retry_after=retry_after)


def after(*checks: tuple[float, str], rules: StateRules | None = None) -> LinkState:
    state = None
    for hours, what in checks:
        state = next_state(state, check(hours, what), rules or StateRules())
    assert state is not None
    return state


DAY = 24


@pytest.mark.parametrize(
    ("checks", "state", "counted"),
    [
        # One failure is not death, whatever it is, but for a DOI that its agency does not know.
        ([(0, "soft")], State.SUSPECT, 1),
        ([(0, "404")], State.SUSPECT, 1),
        ([(0, "timeout")], State.SUSPECT, 1),
        ([(0, "doi")], State.DEAD, 1),
        # Three that count, 72 hours apart, over six days.
        ([(0, "soft"), (72, "soft")], State.SUSPECT, 2),
        ([(0, "soft"), (72, "soft"), (144, "soft")], State.DEAD, 3),
        ([(0, "soft"), (72, "soft"), (143, "soft")], State.SUSPECT, 2),
        ([(0, "soft"), (71, "soft"), (144, "soft")], State.SUSPECT, 2),
        ([(hour, "soft") for hour in range(0, 24, 2)], State.SUSPECT, 1),
        ([(hour, "4xx") for hour in range(0, 145, 12)], State.DEAD, 3),
        # 404, 410 and unknown names, and DOIs without address, after two; they may be mixed.
        ([(0, "404"), (71, "404")], State.SUSPECT, 1),
        ([(0, "404"), (72, "404")], State.DEAD, 2),
        ([(0, "410"), (72, "name")], State.DEAD, 2),
        ([(0, "nourl"), (72, "nourl")], State.DEAD, 2),
        ([(0, "404"), (72, "soft")], State.SUSPECT, 2),
        ([(0, "404"), (72, "soft"), (144, "timeout")], State.SUSPECT, 3),
        ([(0, "404"), (72, "timeout"), (80, "404")], State.DEAD, 2),
        # Transient ones count only where they last for a fortnight.
        ([(0, "timeout"), (72, "500"), (144, "timeout")], State.SUSPECT, 3),
        ([(day * DAY, "500") for day in (0, 3, 6, 9, 12)], State.SUSPECT, 5),
        ([(day * DAY, "500") for day in (0, 3, 14)], State.DEAD, 3),
        ([(0, "500"), (14 * DAY, "500")], State.SUSPECT, 2),
        # Blocked never counts, and does not bring back to life either.
        ([(day * DAY, "403") for day in range(0, 60, 3)], State.BLOCKED, 0),
        ([(0, "soft"), (72, "403"), (144, "403"), (216, "403")], State.SUSPECT, 1),
        ([(0, "404"), (72, "403"), (144, "404")], State.DEAD, 2),
        ([(0, "404"), (72, "404"), (144, "403")], State.DEAD, 2),
        ([(0, "ok"), (89 * DAY, "403")], State.OK, 0),
        ([(0, "ok"), (91 * DAY, "403")], State.BLOCKED, 0),
        # Seen is seen.
        ([(0, "404"), (72, "404"), (73, "ok")], State.OK, 0),
        ([(0, "404"), (72, "404"), (73, "moved")], State.OK, 0),
        ([(0, "404"), (1, "ok"), (72, "404")], State.SUSPECT, 1),
        ([(0, "doi"), (1, "ok")], State.OK, 0),
        # A certificate that ran out is a fault, no death; what can't be asked tells nothing.
        ([(day * DAY, "tls") for day in range(0, 60, 3)], State.SUSPECT, 0),
        ([(0, "bad"), (72, "bad"), (144, "bad")], State.UNKNOWN, 0),
    ],
)
def test_a_links_state_follows_from_its_history(checks: list[tuple[float, str]], state: State, counted: int) -> None:
    found = after(*checks)
    assert (found.state, found.counted) == (state, counted)


def test_a_links_state_tells_since_when_and_what_counted() -> None:
    state = after((0, "ok"), (10, "soft"), (20, "soft"), (82, "soft"))
    assert (state.last_ok, state.since) == ("2026-03-01T08:00:00Z", "2026-03-01T18:00:00Z")
    assert (state.first_counted, state.last_counted) == ("2026-03-01T18:00:00Z", "2026-03-04T18:00:00Z")


@pytest.mark.parametrize(
    ("checks", "days"),
    [
        ([(0, "ok")], 7),
        ([(0, "soft")], 3),
        ([(0, "timeout")], 3),
        ([(0, "403")], 14),
        ([(0, "doi")], 30),
        ([(0, "tls")], 7),
        ([(0, "bad")], 7),
        ([(0, "ok"), (1, "403")], 14),
    ],
)
def test_a_link_is_asked_again_by_its_state(checks: list[tuple[float, str]], days: float) -> None:
    newest = START + timedelta(hours=checks[-1][0])
    assert after(*checks).next_check == (newest + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_a_host_that_asks_to_be_left_alone_is(  # longer than the rules would, and never shorter
) -> None:
    state = next_state(None, check(0, "403", retry_after=20 * 24 * 3600.0))
    assert state.next_check == "2026-03-21T08:00:00Z"
    assert next_state(None, check(0, "403", retry_after=60)).next_check == "2026-03-15T08:00:00Z"
    assert not is_due(state, START + timedelta(days=19, hours=23))
    assert is_due(state, START + timedelta(days=20))
    beyond_reason = next_state(None, check(0, "403", retry_after=1e300))
    assert beyond_reason.next_check < "2027-03-05"


def test_a_weekly_job_finds_last_weeks_links_due_and_a_suspect_is_not_asked_too_early() -> None:
    alive, suspect = after((0, "ok")), after((0, "soft"))
    assert is_due(alive, START + timedelta(days=6, hours=23))
    assert not is_due(alive, START + timedelta(days=6, hours=12))
    assert not is_due(suspect, START + timedelta(days=2, hours=23, minutes=59))
    assert is_due(suspect, START + timedelta(days=3))
    assert is_due(None, START)
    other = replace(alive, target="https://b.org/")
    assert due([suspect, other], START + timedelta(days=3)) == {"https://a.org/x"}


def test_every_number_is_a_rule() -> None:
    rules = StateRules(
        dead_after=2, gap_hours=1, dead_days=0.01, hard_after=1, transient_days=0.1, ok_days=1, alive_days=1,
        suspect_days=0.5, blocked_days=2, buried_days=4, slack_hours=1,
    )  # fmt: skip
    assert after((0, "soft"), (1, "soft"), rules=rules).state is State.DEAD
    assert after((0, "404"), rules=rules).state is State.DEAD
    assert after((0, "500"), (3, "500"), rules=rules).state is State.DEAD
    assert after((0, "ok"), (25, "403"), rules=rules).state is State.BLOCKED
    assert after((0, "403"), rules=rules).next_check == "2026-03-03T08:00:00Z"
    assert after((0, "404"), rules=rules).next_check == "2026-03-05T08:00:00Z"
