"""Which fields of an item were made by hand, told by the history: what differs from what a source last wrote.

Reading files and asking services write what a source says; every other command is a hand. A library that was made
again from its mirror has no history of what was there before: then nothing is known of these items.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from tipcite.model import JsonValue

_SOURCES: Final = frozenset({"add", "import", "update", "check", "dedupe"})
"""Commands (first words of `history.command`) that write what a source says."""


_State = Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class _Step:
    """What one entry of the history made of one item: its CSL-JSON before and after, None where there was none."""

    command: str
    key: str
    before: str | None
    after: str | None


def handmade(connection: sqlite3.Connection, keys: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """Name for each item the variables of CSL that were made by hand; items without history are left out."""
    written: dict[str, dict[str, JsonValue]] = {}
    for _, steps in groupby(_steps(connection), key=lambda step: step[0]):
        _follow([step for _, step in steps], written)
    found: dict[str, frozenset[str]] = {}
    for key, text in connection.execute("SELECT key, json FROM items"):
        if key in keys and key in written:
            now = json.loads(text)
            found[key] = frozenset(
                name for name in {*written[key], *now} - {"id", "custom"} if now.get(name) != written[key].get(name)
            )
    return found


def _follow(steps: Sequence[_Step], written: dict[str, dict[str, JsonValue]]) -> None:
    """Follow one entry: what sources wrote is noted, a new key takes the old one's notes."""
    if steps[0].command in ("rename", "undo"):
        for old, new in _moves(steps):
            written[new] = written.pop(old, {})
        return
    for step in steps:
        if step.after is None:
            continue
        before, after = _read(step.before), _read(step.after)
        if step.before is None:
            if step.command == "sync":  # what somebody else's library held: nothing is known of it
                written.pop(step.key, None)
                continue
            written[step.key] = {}
        if step.command in _SOURCES and step.key in written:
            changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
            written[step.key].update((name, after.get(name)) for name in changed)


def _moves(steps: Sequence[_Step]) -> Iterator[tuple[str, str]]:
    """Yield the keys that one entry changed into others, old and new."""
    gone = [step for step in steps if step.after is None]
    come = [step for step in steps if step.before is None]
    if len(gone) == len(come) == 1:
        yield gone[0].key, come[0].key


def _steps(connection: sqlite3.Connection) -> Iterator[tuple[int, _Step]]:
    """Yield all steps, the oldest first, each with its entry's number.

    `changes.before` is what stood there until then: what an entry made is what the next one of that key found.
    """
    now: dict[str, str | None] = dict(connection.execute("SELECT key, json FROM items").fetchall())
    rows = connection.execute(
        "SELECT history.number, history.command, changes.key, changes.before FROM changes"
        " JOIN history ON history.number = changes.entry WHERE changes.kind = 'item' ORDER BY changes.id DESC"
    ).fetchall()
    steps = []
    for number, command, key, before in rows:
        steps.append((number, _Step(str(command).partition(" ")[0], key, before, now.get(key))))
        now[key] = before
    yield from reversed(steps)


def _read(text: str | None) -> _State:
    found = json.loads(text) if text is not None else {}
    return found if isinstance(found, Mapping) else {}
