"""Histories of checks may be joined in any order, twice, in parts and after thinning: it comes to the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tipcite.model import Retrieval, State, Verdict, Why
from tipcite.store import LinkState, next_state
from tipcite.store.checks import superfluous
from tipcite.store.link_state import joined, summed
from tipcite.store.mirror_text import parse_checks, retrieval_text, state_from_text, state_text

START = datetime(2025, 1, 31, tzinfo=UTC)
KINDS = [
    (Verdict.OK, Why.HTTP_OK),
    (Verdict.MOVED, Why.PERMANENT_REDIRECT),
    (Verdict.DEAD, Why.HTTP_404),
    (Verdict.DEAD, Why.SOFT404_TEXT),
    (Verdict.DEAD, Why.DOI_UNREGISTERED),
    (Verdict.TRANSIENT, Why.TIMEOUT),
    (Verdict.BLOCKED, Why.HTTP_403),
    (Verdict.INSECURE, Why.TLS_EXPIRED),
]


def retrieval(hours: int, kind: tuple[Verdict, Why], target: str, wait: float | None) -> Retrieval:
    time = (START + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Retrieval(target=target, time=time, verdict=kind[0], why=kind[1], retry_after=wait)


# Hours in steps that meet (two machines in one second) and that span years (months that are thinned).
HOURS = st.integers(0, 12).map(lambda step: step * 36) | st.integers(0, 24_000)
RETRIEVALS = st.builds(
    retrieval,
    HOURS,
    st.sampled_from(KINDS),
    st.sampled_from(["https://a.org/", "10.1000/x"]),
    st.none() | st.just(90.0),
)
HISTORIES = st.lists(RETRIEVALS, max_size=14)


def one_after_another(retrievals: Sequence[Retrieval]) -> dict[str, LinkState]:
    states: dict[str, LinkState] = {}
    for one in retrievals:
        states[one.target] = next_state(states.get(one.target), one)
    return states


def thinned(retrievals: Sequence[Retrieval], months: int = 3) -> list[Retrieval]:
    targets = {one.target for one in retrievals}
    gone = [one for target in targets for one in superfluous([r for r in retrievals if r.target == target], months)]
    return [one for one in retrievals if one not in gone]


@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_order_of_checks_makes_no_difference(history: list[Retrieval], chance: random.Random) -> None:
    mixed = [*history, *history[:3]]
    chance.shuffle(mixed)
    assert one_after_another(mixed) == one_after_another(history) == summed(history)


@given(HISTORIES, HISTORIES, HISTORIES)
def test_histories_join_in_any_order_and_twice(
    one: list[Retrieval], two: list[Retrieval], three: list[Retrieval]
) -> None:
    first, second, third = (summed(history).values() for history in (one, two, three))
    whole = summed([*one, *two, *three])
    assert joined([*first, *second, *third]) == whole
    assert joined([*third, *second, *first, *second]) == whole
    assert joined([*joined([*first, *second]).values(), *third]) == whole
    assert joined([*first, *joined([*second, *third]).values()]) == whole
    assert joined([*whole.values(), *whole.values()]) == whole


@given(HISTORIES, HISTORIES)
def test_a_clone_that_has_only_the_states_goes_on_as_one_that_has_everything(
    before: list[Retrieval], later: list[Retrieval]
) -> None:
    lines = [state_text(state) for state in summed(before).values()]
    read = {state.target: state for state in map(state_from_text, lines)}
    assert joined([*read.values(), *summed(later).values()]) == summed([*before, *later])


@given(HISTORIES, HISTORIES)
def test_thinning_leaves_the_state_and_comes_to_the_same_before_and_after_joining(
    one: list[Retrieval], two: list[Retrieval]
) -> None:
    one, two = list(dict.fromkeys(one)), list(dict.fromkeys(two))
    whole = list(dict.fromkeys([*one, *two]))
    kept = thinned(list(dict.fromkeys([*thinned(one), *thinned(two)])))
    assert sorted(map(retrieval_text, kept)) == sorted(map(retrieval_text, thinned(whole)))
    assert thinned(kept) == kept
    states = [*summed(one).values(), *summed(two).values(), *summed(kept).values()]
    assert joined(states) == summed(whole)


@given(HISTORIES)
def test_what_is_written_is_read(history: list[Retrieval]) -> None:
    states = summed(history)
    text = "".join(line + "\n" for line in [*map(retrieval_text, history), *map(state_text, states.values())])
    seen = parse_checks(text, "checks.jsonl")
    assert list(seen.retrievals) == history
    assert joined(seen.states) == states


@given(HISTORIES)
@settings(max_examples=60)
def test_no_link_is_dead_that_was_seen_at_its_last_check(history: list[Retrieval]) -> None:
    for target, state in summed(history).items():
        newest = max(one.time for one in history if one.target == target)
        last = [one.verdict for one in history if one.target == target and one.time == newest]
        if {Verdict.OK, Verdict.MOVED} & set(last):
            assert state.state is State.OK
        elif {one.verdict for one in history if one.target == target} <= {Verdict.BLOCKED, Verdict.INSECURE}:
            assert state.state is not State.DEAD
