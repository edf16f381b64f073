"""The article's library in SQLite, its text mirrors, its history and its citation keys.

The names are loaded when they are first used: a list of items must not wait for what writes them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipcite.store.history import HistoryEntry
    from tipcite.store.keys import citation_key, unique_key
    from tipcite.store.known import Added, Filled, Similar
    from tipcite.store.library import Library
    from tipcite.store.link_state import LinkState, StateRules, due, is_due, next_state
    from tipcite.store.listing import Row
    from tipcite.store.mirror import MirrorState
    from tipcite.store.mirror_text import ChecksText, parse_checks
    from tipcite.store.paths import LibraryPaths
    from tipcite.store.status import LibraryStatus
    from tipcite.store.sync import SyncResult
    from tipcite.store.writing import Watch

__all__ = [
    "Added",
    "ChecksText",
    "Filled",
    "HistoryEntry",
    "Library",
    "LibraryPaths",
    "LibraryStatus",
    "LinkState",
    "MirrorState",
    "Row",
    "Similar",
    "StateRules",
    "SyncResult",
    "Watch",
    "citation_key",
    "due",
    "is_due",
    "next_state",
    "parse_checks",
    "unique_key",
]

_HOMES = {
    "Added": "known",
    "ChecksText": "mirror_text",
    "Filled": "known",
    "HistoryEntry": "history",
    "Library": "library",
    "LibraryPaths": "paths",
    "LibraryStatus": "status",
    "LinkState": "link_state",
    "MirrorState": "mirror",
    "Row": "listing",
    "Similar": "known",
    "StateRules": "link_state",
    "SyncResult": "sync",
    "Watch": "writing",
    "citation_key": "keys",
    "due": "link_state",
    "is_due": "link_state",
    "next_state": "link_state",
    "parse_checks": "mirror_text",
    "unique_key": "keys",
}


def __getattr__(name: str) -> object:
    """Load a public name from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
