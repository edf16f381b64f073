"""What one mark on a page claims of one field of its item, and how far it is to be trusted.

The order of `Basis` is the order in which claims are believed; the confidence is stated with each field of the item,
so that whoever reviews it knows what to look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from tipcite.model import Date, JsonValue, Name

Value: TypeAlias = str | Date | tuple[Name, ...]


class Basis(StrEnum):
    """Where a claim stands."""

    HIGHWIRE = "highwire"
    """`citation_*` and its kin (bepress, eprints, PRISM), which publishers write for Google Scholar."""
    LABEL = "label"
    """A label that this site prints before the value: 「論文名稱：」."""
    LINKED = "json-ld"
    OPEN_GRAPH = "opengraph"
    DUBLIN_CORE = "dublin-core"
    COINS = "coins"
    META = "meta"
    """Elements without a standard: `author`, `pubdate`, `parsely-title`."""
    TITLE = "title"
    VISIBLE = "visible"
    """What readers see without knowing the site: a heading, a byline, 「發布日期」."""
    SITE = "site"
    """The table of sites, by the address."""


CONFIDENCE: Final[Mapping[Basis, float]] = {
    Basis.HIGHWIRE: 0.95,
    Basis.LINKED: 0.9,
    Basis.OPEN_GRAPH: 0.85,
    Basis.DUBLIN_CORE: 0.8,
    Basis.COINS: 0.8,
    Basis.META: 0.7,
    Basis.LABEL: 0.9,
    Basis.TITLE: 0.7,
    Basis.VISIBLE: 0.6,
    Basis.SITE: 0.9,
}
ORDER: Final[Mapping[Basis, int]] = {basis: place for place, basis in enumerate(Basis)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One value for one CSL variable; `mark` names the element that says it (`citation_title`)."""

    variable: str
    value: Value
    basis: Basis
    mark: str
    confidence: float = 0.0
    """0 for that of its basis."""

    @property
    def sureness(self) -> float:
        """How far it is to be trusted, from 0 to 1."""
        return self.confidence or CONFIDENCE[self.basis]

    @property
    def text(self) -> str:
        """The value as text, "" for names and dates."""
        return self.value if isinstance(self.value, str) else ""


def ranked(claims: Iterable[Claim]) -> list[Claim]:
    """Sort claims by what is believed first; equals stay in the page's order.

    JSON-LD that describes the page around the work, not the work, comes after all other metadata.
    """
    return sorted(claims, key=_place)


def _place(claim: Claim) -> float:
    is_around = claim.basis is Basis.LINKED and 0 < claim.confidence < 0.65
    return ORDER[Basis.META] + 0.5 if is_around else ORDER[claim.basis]


def stated(claims: Iterable[Claim]) -> dict[str, JsonValue]:
    """Write for the item's provenance where each field comes from: `{"title": {"from": …, "confidence": 0.95}}`."""
    return {
        claim.variable: {"from": f"{claim.basis} {claim.mark}".strip(), "confidence": round(claim.sureness, 2)}
        for claim in sorted(claims, key=lambda one: one.variable)
    }
