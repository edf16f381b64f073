"""What of an update is taken: everything that is not held back, or what is chosen at the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import click

from tipcite.cli.output import count
from tipcite.cli.session import open_library
from tipcite.cli.updating.asking import Asked
from tipcite.cli.updating.showing import change
from tipcite.match import shown_field
from tipcite.match.updating import Proposal, updated
from tipcite.model import Item

_ANSWERS: Final = ("y", "n", "c", "q")


@dataclass(slots=True, kw_only=True)
class Taking:
    """The fields that are taken, by key; what is stored is stored at once, as one change each time."""

    today: str | None
    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def choose(self, found: Asked) -> bool:
        """Ask what of one item is taken, store it, and tell whether to go on.

        Raises:
            Abort: Ctrl-C; what was taken before is stored.
        """
        free = _free(found)
        said = click.prompt(
            f"take {count(len(free), 'field')}? yes, no, choose, quit"
            if free
            else "all are held back; choose, no, quit",
            type=click.Choice(_ANSWERS, case_sensitive=False),
            default="y" if free else "n",
        ).lower()
        if said == "q":
            return False
        fields = free if said == "y" else ()
        if said == "c":
            fields = tuple(one.field for one in found.offered if _wants(one))
        if fields:
            self._store([found], {found.item.key: fields}, f"update {found.item.key}")
        return True

    def take_all(self, asked: Sequence[Asked]) -> None:
        """Take everything that is not held back, as one change."""
        fields = {found.item.key: free for found in asked if (free := _free(found))}
        keys = " ".join(list(fields)[:3]) + (" …" if len(fields) > 3 else "")
        self._store([found for found in asked if found.item.key in fields], fields, f"update {keys}")

    def _store(self, asked: Sequence[Asked], fields: dict[str, tuple[str, ...]], name: str) -> None:
        """Store fields, and the answers that say them; one that somebody changed meanwhile stays as it is now."""
        if not asked:
            return
        told = {found.item.key: found for found in asked}

        def put(item: Item) -> Item:
            found = told[item.key]
            assert found.told is not None
            return updated(item, found.told, [one for one in fields[item.key] if _is_as_shown(item, found.item, one)])

        with open_library(today=self.today) as library:
            library.keep_answers(answer for found in asked for answer in found.answers)
            library.alter(list(told), put, command=name)
        self.fields |= fields


def _free(found: Asked) -> tuple[str, ...]:
    return tuple(one.field for one in found.offered if not one.held)


def _wants(proposal: Proposal) -> bool:
    held = f" [{proposal.held}]" if proposal.held else ""
    return click.confirm(f"  {proposal.field}: {change(proposal)}{held}?", default=not proposal.held)


def _is_as_shown(now: Item, before: Item, name: str) -> bool:
    return shown_field(now, name) == shown_field(before, name)
