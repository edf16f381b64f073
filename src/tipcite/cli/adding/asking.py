"""Asking for what was named, with a line of progress on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tipcite.cli.network import Network
from tipcite.cli.putting import put

if TYPE_CHECKING:
    from tipcite.fetch.gather import Outcome
    from tipcite.fetch.wanted import Wanted


def ask(wanted: Sequence[Wanted], network: Network, today: str | None) -> list[Outcome]:
    """Ask for everything at its source, for what is named twice once; a failure stands in the place of what failed.

    Raises:
        KeyboardInterrupt: Ctrl-C; nothing is kept.
    """
    if not wanted:
        return []
    from tipcite.fetch.gather import fetch_all

    once = list(dict.fromkeys(wanted))
    told = put(fetch_all, once, network, today, failed=lambda outcome: isinstance(outcome, Exception))
    found = dict(zip(once, told, strict=True))
    return [found[one] for one in wanted]
