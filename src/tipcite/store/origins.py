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


_Written = dict[str, dict[str, JsonValue]]
"""What sources last wrote into each field, by key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What one entry of the history made of one item: its CSL-JSON before and after, None where there was none."""

    entry: int
    takes_back: int | None
    command: str
    key: str
    before: str | None
    after: str | None


def handmade(connection: sqlite3.Connection, keys: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """Name for each item the variables of CSL that were made by hand; items without history are left out."""
    written: _Written = {}
    earlier: dict[int, dict[str, dict[str, JsonValue] | None]] = {}
    for number, group in groupby(_steps(connection), key=lambda step: step.entry):
        steps = list(group)
        earlier[number] = {step.key: dict(written[step.key]) if step.key in written else None for step in steps}
        if steps[0].takes_back is not None:
            _take_back(earlier.get(steps[0].takes_back, {}), written)
        else:
            _follow(steps, written)
    found: dict[str, frozenset[str]] = {}
    for key, text in connection.execute("SELECT key, json FROM items"):
        if key in keys and key in written:
            now = json.loads(text)
            names = {*written[key], *now} - {"id", "custom"}
            found[key] = frozenset(name for name in names if now.get(name) != written[key].get(name))
    return found


def _follow(steps: Sequence[_Step], written: _Written) -> None:
    """Follow one entry: what sources wrote is noted, a new key takes the old one's notes."""
    if steps[0].command == "rename":
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


def _take_back(earlier: Mapping[str, dict[str, JsonValue] | None], written: _Written) -> None:
    """Put back what was noted before the entry that is taken back."""
    for key, before in earlier.items():
        if before is None:
            written.pop(key, None)
        else:
            written[key] = dict(before)


def _moves(steps: Sequence[_Step]) -> Iterator[tuple[str, str]]:
    """Yield the keys that one entry changed into others, old and new."""
    gone = [step for step in steps if step.after is None]
    come = [step for step in steps if step.before is None]
    if len(gone) == len(come) == 1:
        yield gone[0].key, come[0].key


def _steps(connection: sqlite3.Connection) -> Iterator[_Step]:
    """Yield all steps, the oldest first.

    `changes.before` is what stood there until then: what an entry made is what the next one of that key found.
    """
    now: dict[str, str | None] = dict(connection.execute("SELECT key, json FROM items").fetchall())
    rows = connection.execute(
        "SELECT history.number, history.takes_back, history.command, changes.key, changes.before FROM changes"
        " JOIN history ON history.number = changes.entry WHERE changes.kind = 'item' ORDER BY changes.id DESC"
    ).fetchall()
    steps = []
    for number, takes_back, command, key, before in rows:
        steps.append(
            _Step(
                entry=number, takes_back=takes_back, command=str(command).partition(" ")[0], key=key, before=before,
                after=now.get(key),
            )
        )  # fmt: skip
        now[key] = before
    yield from reversed(steps)


def _read(text: str | None) -> Mapping[str, JsonValue]:
    found = json.loads(text) if text is not None else {}
    return found if isinstance(found, Mapping) else {}
