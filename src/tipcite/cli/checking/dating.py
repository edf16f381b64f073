"""Retrieval dates: set for what was really seen, by `check --record`.

A retrieval date says that on this day the source was seen and said what it is cited for. So a page counts only when it
is the cited one: where the title is known it must stand on the page (a success alone may be a front page, a search, a
notice of cookies), and of a DOI the landing page must have been seen, not only the record of its agency. A machine that
checks a pull request sees nothing in the author's place: in CI no date is ever set.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tipcite.cli.output import say
from tipcite.model import Date, Flag, Item, Retrieval, Verdict, Why

if TYPE_CHECKING:
    from tipcite.store import Library

_SEEN: Final = frozenset({Verdict.OK, Verdict.MOVED})
_UNSEEN: Final = frozenset(
    {Flag.TARGET_BLOCKED, Flag.TARGET_TRANSIENT, Flag.TARGET_INSECURE, Flag.TARGET_SUSPECT, Flag.TARGET_UNCHECKED}
)
"""What a DOI that is registered has where its landing page was not seen."""
_FALSE: Final = frozenset({"", "0", "false", "no"})


def dating(retrievals: Sequence[Retrieval], today: Date, record: str | None) -> Callable[[Item], Item]:
    """Return what gives an item whose source was really seen today as retrieval date.

    `record` is `missing` (a date that stands is the author's own), or `update` (also where one stands).
    """
    newest: dict[str, Retrieval] = {}
    for one in sorted(retrievals, key=lambda one: one.time):
        newest[one.target] = one

    def date(item: Item) -> Item:
        if record is None or ("accessed" in item.dates and record != "update"):
            return item
        if not any(is_seen(newest[target], item) for target in _targets(item) if target in newest):
            return item
        return replace(item, dates={**item.dates, "accessed": today})

    return date


def is_seen(retrieval: Retrieval, item: Item) -> bool:
    """Tell whether a retrieval saw the source itself."""
    if retrieval.verdict not in _SEEN or _UNSEEN & set(retrieval.flags):
        return False
    if retrieval.status is None or not 200 <= retrieval.status < 300:
        return False
    return not item.title or retrieval.why is Why.TITLE_MATCH or Flag.TITLE_MATCH in retrieval.flags


def record_dates(
    library: Library, items: Iterable[Item], retrievals: Sequence[Retrieval], today: Date, record: str, command: str
) -> None:
    """Set the retrieval dates of items whose sources were seen, as one change; none in CI.

    Raises:
        LibraryError: nothing could be written.
    """
    if in_ci(os.environ):
        say("no retrieval date was recorded: this is CI, where nobody looks at the pages")
        return
    date = dating(retrievals, today, record)
    dated = library.record((), keys=[item.key for item in items], date=date, command=command)
    for item in dated:
        say(f"{item.key}: retrieval date {item.dates['accessed']} recorded")


def in_ci(environment: Mapping[str, str]) -> bool:
    """Tell whether this is a machine of continuous integration: all of them set `CI`."""
    return environment.get("CI", "").strip().lower() not in _FALSE


def _targets(item: Item) -> tuple[str, ...]:
    from tipcite.links.targets import targets

    return tuple(target.value for target in targets(item))
