"""What all retrievals of one link say together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tipcite.model import Retrieval, Verdict

_SEEN = frozenset({Verdict.OK, Verdict.MOVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkState:
    """The sum of a link's retrievals; it stays when old retrievals are thinned out.

    `time` is the newest retrieval, `since` the first of the unbroken run with the present verdict, `last_ok`
    the newest on which the page was seen, `failures` how many in a row have not seen it.
    """

    target: str
    verdict: Verdict
    time: str
    since: str
    last_ok: str = ""
    failures: int = 0


def next_state(state: LinkState | None, retrieval: Retrieval) -> LinkState:
    """Return the state after one more retrieval; one that is older than the newest adds only its `last_ok`."""
    seen = retrieval.verdict in _SEEN
    if state is None:
        return LinkState(
            target=retrieval.target,
            verdict=retrieval.verdict,
            time=retrieval.time,
            since=retrieval.time,
            last_ok=retrieval.time if seen else "",
            failures=0 if seen else 1,
        )
    last_ok = max(state.last_ok, retrieval.time) if seen else state.last_ok
    if retrieval.time < state.time:
        return replace(state, last_ok=last_ok)
    return LinkState(
        target=state.target,
        verdict=retrieval.verdict,
        time=retrieval.time,
        since=state.since if retrieval.verdict == state.verdict else retrieval.time,
        last_ok=last_ok,
        failures=0 if seen else state.failures + 1,
    )
