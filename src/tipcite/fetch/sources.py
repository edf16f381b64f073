"""How sources are asked within one run, and what they bring: an item, and what was really answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from tipcite.fetch.agency import Agencies
from tipcite.model import Item, JsonValue, Retrieval, SourceAnswer
from tipcite.net import Ask, NetSettings, Services

if TYPE_CHECKING:
    from tipcite.formats.webpage import Site

MOST_KEPT: Final = 512 * 1024
"""Characters of a record that are kept; longer ones (a collaboration of thousands) are told by address only."""
_NAMES: Final[Mapping[str, str]] = {
    "crossref": "Crossref",
    "datacite": "DataCite",
    "open-library": "Open Library",
    "google-books": "Google Books",
    "pubmed": "PubMed",
    "arxiv": "arXiv",
}
_PAGES: Final = ("webpage", "pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """One run's way to the sources: `ask` is polite per host, `agencies` are asked for all DOIs together.

    `sites` are the user's own, by host.
    """

    ask: Ask
    settings: NetSettings
    services: Services
    agencies: Agencies
    today: date
    sites: Mapping[str, Site] | None
    now: Callable[[], datetime]

    def time(self) -> str:
        """Return the moment as provenance is dated."""
        return self.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An item without key, the answers that it was made of, how its page was seen, and what the user should know."""

    item: Item
    answers: tuple[SourceAnswer, ...] = ()
    retrieval: Retrieval | None = None
    notes: tuple[str, ...] = ()


def with_provenance(fetched: Fetched, **more: JsonValue) -> Fetched:
    """Write into the item where it comes from: the first answer, under `also` the others, and `more`."""
    provenance: dict[str, JsonValue] = {
        **fetched.item.provenance,
        **{name: part for name, part in more.items() if part},
    }
    if fetched.answers:
        first, *others = [_told(answer) for answer in fetched.answers]
        provenance = {**first, **provenance, **({"also": others} if others else {})}
    return replace(fetched, item=replace(fetched.item, provenance=provenance))


def _told(answer: SourceAnswer) -> Mapping[str, JsonValue]:
    told = {"source": answer.source, "retrieved": answer.retrieved, "address": answer.address, "raw": answer.digest}
    return {name: text for name, text in told.items() if text}


def source_ids(item: Item) -> tuple[str, ...]:
    """Return the sources that an item was made of, as its provenance names them, each once."""
    provenance: Mapping[str, Any] = item.provenance
    parts = (provenance, *provenance.get("also", ()))
    return tuple(dict.fromkeys(str(part["source"]) for part in parts if part.get("source")))


def source_name(item: Item) -> str:
    """Name the sources that an item was made of as a reader knows them; a page by its host."""
    host = urlsplit(str(item.provenance.get("final_url", ""))).hostname or "the page"
    return " and ".join(host if one in _PAGES else _NAMES.get(one, one) for one in source_ids(item))
