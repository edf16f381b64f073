"""What was asked for and what was known before, put together to findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tipcite.cli.settings import PROJECT_FILE, Settings
from tipcite.errors import InvalidValue, UsageError
from tipcite.model import Retrieval, State

if TYPE_CHECKING:
    from tipcite.links.result import Finding
    from tipcite.links.targets import Target
    from tipcite.links.waivers import Waiver
    from tipcite.store import Library, LinkState


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the library knows of links: states and retrievals, by target; both empty without a library."""

    states: Mapping[str, LinkState] = field(default_factory=dict)
    retrievals: Mapping[str, tuple[Retrieval, ...]] = field(default_factory=dict)


def known_of(library: Library, *, whole: bool, with_past: bool = True) -> Known:
    """Read what the library knows: states, and every retrieval when `whole`, else with the past the newest of each."""
    several: dict[str, list[Retrieval]] = {}
    for one in library.retrievals() if whole or with_past else ():
        if whole:
            several.setdefault(one.target, []).append(one)
        elif one.target not in several or one.time >= several[one.target][0].time:
            several[one.target] = [one]
    return Known(
        states={one.target: one for one in library.link_states()},
        retrievals={target: tuple(retrievals) for target, retrievals in several.items()},
    )


def findings_of(
    targets: Iterable[Target], asked: Sequence[Retrieval], known: Known, new: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Make the finding of every link: what was seen now, else what was last seen."""
    from tipcite.links.result import Finding

    now = {one.target: one for one in asked}
    found = []
    for target in targets:
        past = known.retrievals.get(target.value, ())
        state = known.states.get(target.value)
        seen = now.get(target.value) or max(past, key=lambda one: one.time, default=None)
        found.append(
            Finding(
                target=target,
                retrieval=seen,
                state=state.state if state else State.UNKNOWN,
                since=state.since if state and seen else "",
                counted=state.counted if state else 0,
                is_asked=target.value in now,
                is_new=target.value in new,
                history=past,
            )
        )
    return tuple(found)


def waivers_of(settings: Settings) -> tuple[Waiver, ...]:
    """Read `[[links.waivers]]` of the article's tipcite.toml, each with its line.

    Raises:
        UsageError: one is incomplete or wrong; names the file and the line.
    """
    from tipcite.links.waivers import lines_of_waivers, read_waiver

    tables = settings.values.get("links.waivers", ())
    assert isinstance(tables, Sequence)
    if not tables:
        return ()
    file = settings.folder / PROJECT_FILE
    lines = lines_of_waivers(file.read_text(encoding="utf-8-sig")) if file.is_file() else ()
    waivers = []
    for number, table in enumerate(tables):
        line = lines[number] if len(lines) == len(tables) else 0
        try:
            waivers.append(read_waiver(table, line=line))
        except InvalidValue as error:
            raise UsageError(f"{file}:{line or 1}: {error}") from None
    return tuple(waivers)
