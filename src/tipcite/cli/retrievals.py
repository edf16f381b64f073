"""`tipcite retrievals`: when the links of a source were asked for, and what was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from tipcite.cli.options import common_options, json_option, keys_argument
from tipcite.cli.output import count, echo_json, echo_table, say
from tipcite.cli.session import open_library
from tipcite.model import Item, JsonValue, Retrieval

if TYPE_CHECKING:
    from tipcite.links import Target
    from tipcite.store import LinkState


@click.command("retrievals")
@keys_argument
@json_option
@common_options
def command(keys: tuple[str, ...], *, as_json: bool) -> None:
    """Show every time that the links of sources were asked for, the newest last.

    The retrieval date in the reference list is the source's `accessed`, which is the author's own: 'tipcite check
    --record' sets it where it is missing. What is shown here is what was seen on each day, whether it was cited or not.
    """
    from tipcite.links import targets

    with open_library(read_only=True) as library:
        items = [library.get(key) for key in dict.fromkeys(keys)]
        cited = [(item, target) for item in items for target in targets(item)]
        seen = {target.value: library.retrievals(target.value) for _, target in cited}
        states = {state.target: state for state in library.link_states() if state.target in seen}
    if as_json:
        echo_json([_json(item, target, one) for item, target in cited for one in seen[target.value]])
        return
    rows = [(item.key, one) for item, target in cited for one in seen[target.value]]
    rows.sort(key=lambda row: (row[0], row[1].time))
    several = len(items) > 1
    titles = (*(("key",) if several else ()), "time", "verdict", "why", "status", "link", "seen")
    echo_table(titles, [(*((key,) if several else ()), *_cells(one)) for key, one in rows])
    for line in _summary(items, cited, states):
        say(line)


def _cells(one: Retrieval) -> tuple[str, ...]:
    """Return a row: what was seen is the title, else where a redirect led, else what went wrong."""
    moved = one.final_url if one.final_url not in ("", one.target) else ""
    return (
        one.time,
        str(one.verdict),
        str(one.why),
        str(one.status or ""),
        one.target,
        one.title or moved or one.message,
    )


def _summary(
    items: Iterable[Item], cited: Iterable[tuple[Item, Target]], states: dict[str, LinkState]
) -> Iterator[str]:
    """Say of each source when it was retrieved by its author, and how each of its links stands."""
    links = list(cited)
    for item in items:
        accessed = item.dates.get("accessed")
        yield f"{item.key}: " + (f"retrieval date {accessed}" if accessed else "no retrieval date")
        own = [target for one, target in links if one is item]
        if not own:
            yield f"{item.key} has neither a DOI nor an address"
        for target in own:
            state = states.get(target.value)
            yield f"{target.value}: " + (_standing(state) if state else "never asked for; 'tipcite check' asks")


def _standing(state: LinkState) -> str:
    """Say how a link stands, since when, and when it is asked again."""
    parts = [str(state.state)]
    if state.failures:
        parts.append(f"{count(state.counted, 'counted failure')} since {state.since[:10]}")
    if state.last_ok:
        parts.append(f"last seen {state.last_ok[:10]}")
    return f"{', '.join(parts)}; due {state.next_check[:10]}"


def _json(item: Item, target: Target, one: Retrieval) -> dict[str, JsonValue]:
    fields = {name: getattr(one, name) for name in type(one).__slots__ if name != "target"}
    return {"key": item.key, str(target.kind): one.target, **fields}
