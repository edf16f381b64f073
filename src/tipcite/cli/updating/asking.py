"""What `update` asks of sources, and what their answers come to for each item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tipcite.cli.network import Network
from tipcite.cli.putting import put
from tipcite.errors import NoNetwork
from tipcite.match.updating import Proposal, is_of_another_work, proposals
from tipcite.model import Item, Retrieval, SourceAnswer

if TYPE_CHECKING:
    from tipcite.fetch.again import Answered
    from tipcite.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One item, what it was asked for by ("" when there is nothing), and what came.

    `told` is the item as the source `name` has it now, None when none has it; `faults` say why, and what
    was wrong before that one; with `is_offline` no host could be found. `notes` are what the source says beside the
    record (a retraction, a newer version).
    """

    item: Item
    wanted: str = ""
    name: str = ""
    told: Item | None = None
    faults: tuple[str, ...] = ()
    is_offline: bool = False
    notes: tuple[str, ...] = ()
    answers: tuple[SourceAnswer, ...] = ()
    retrieval: Retrieval | None = None
    offered: tuple[Proposal, ...] = ()


def handmade_of(library: Library, items: Sequence[Item]) -> Mapping[str, frozenset[str]]:
    """Name the fields made by hand: by the history, for what that does not tell of by the answers that are kept."""
    from tipcite.fetch.recorded import changed_since

    known = library.handmade([item.key for item in items])
    return {item.key: known[item.key] if item.key in known else changed_since(item, library.answer) for item in items}


def ask_again(
    items: Sequence[Item], network: Network, today: str | None, *,
    handmade: Mapping[str, frozenset[str]], named: Sequence[str],
) -> list[Asked]:  # fmt: skip
    """Ask for all items at once, in the turns of their hosts; a failure of one is no failure of another.

    Raises:
        KeyboardInterrupt: Ctrl-C; nothing came of it.
    """
    from tipcite.fetch.again import fetch_again

    answered = put(fetch_again, items, network, today, failed=lambda one: isinstance(one.outcome, Exception))
    return [_asked(one, handmade.get(one.item.key, frozenset()), named) for one in answered]


def _asked(one: Answered, handmade: frozenset[str], named: Sequence[str]) -> Asked:
    from tipcite.fetch.sources import Fetched, source_name
    from tipcite.fetch.ways import spelled, unread_of

    misses = (*unread_of(one.item), *map(str, one.misses))
    if one.wanted is None:
        return Asked(item=one.item, faults=misses)
    wanted = spelled(one.wanted)
    if not isinstance(one.outcome, Fetched):
        offline = isinstance(one.outcome, NoNetwork)
        return Asked(item=one.item, wanted=wanted, faults=(*misses, str(one.outcome)), is_offline=offline)
    told = one.outcome.item
    found = Asked(
        item=one.item, wanted=wanted, name=source_name(told), told=told, faults=misses, notes=one.outcome.notes,
        answers=one.outcome.answers, retrieval=one.outcome.retrieval,
    )  # fmt: skip
    if not named and is_of_another_work(one.item, told):
        return _of_another(found, told)
    return replace(found, offered=proposals(one.item, told, handmade=handmade, named=named))


def _of_another(found: Asked, told: Item) -> Asked:
    year = f" ({told.year})" if told.year else ""
    title = told.title or told.fields.get("container-title", "")
    said = f"{found.name} has another work under {found.wanted!r}: “{title}”{year}"
    fault = f"{said}; nothing of it is offered, but --field NAME takes a field"
    return replace(found, faults=(*found.faults, fault))
