"""Which agency registered a DOI, asked for many at once (https://www.doi.org/doi-handbook/HTML/, "Which RA?")."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from tipcite.model import JsonValue
from tipcite.net import Answer, Ask, Services, below

if TYPE_CHECKING:
    from asyncio import Lock

_LONGEST: Final = 3000
"""Characters of one address; the service answers longer ones with 414, from about 6 to 11 kB on."""
_TOO_LONG: Final = frozenset({400, 413, 414, 431})
_PATIENCE: Final = 2
"""After so many requests without a usable answer the service is not asked again in this run."""


class Agencies:
    """The agencies of one run's DOIs; a DOI is asked for together with its neighbours, when it is first wanted."""

    def __init__(self, services: Services, ask: Ask, dois: Iterable[str]) -> None:
        self._base = services.doi_ra or below(services.doi_resolver, "ra/")
        self._ask = ask
        self._known: dict[str, str] = {}
        self._batches = {doi: batch for batch in batches(self._base, dois) for doi in batch}
        self._locks: dict[tuple[str, ...], Lock] = {}
        self._failed = 0

    async def agency_of(self, doi: str) -> str | None:
        """Return the agency's name (`Crossref`, `ISTIC`), "" when there is none, None when it can't be told."""
        from asyncio import Lock  # not on the start-up path

        batch = self._batches.get(doi, (doi,))
        async with self._locks.setdefault(batch, Lock()):
            if doi not in self._known and self._failed < _PATIENCE:
                await self._learn(batch)
        return self._known.get(doi)

    async def _learn(self, batch: tuple[str, ...]) -> None:
        answer = await self._ask(_address(self._base, batch), accept="application/json")
        if answer.status in _TOO_LONG and len(batch) > 1:
            half = len(batch) // 2
            await self._learn(batch[:half])
            await self._learn(batch[half:])
            return
        found = read_agencies(answer)
        self._failed = 0 if found else self._failed + 1
        self._known |= {doi: found[doi] for doi in batch if doi in found}


def batches(base: str, dois: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Share out DOIs so that each address keeps below the service's limit."""
    filled: list[tuple[str, ...]] = []
    batch: tuple[str, ...] = ()
    for doi in dict.fromkeys(dois):
        if "," in doi:  # the service parts the list at commas, written or encoded
            filled.append((doi,))
        elif batch and len(_address(base, (*batch, doi))) > _LONGEST:
            filled.append(batch)
            batch = (doi,)
        else:
            batch = (*batch, doi)
    return (*filled, batch) if batch else tuple(filled)


def read_agencies(answer: Answer) -> Mapping[str, str]:
    """Read the answer for a batch; the service says 200 also for what does not exist. Garbage is an empty table."""
    if not answer.ok or answer.truncated:
        return {}
    try:
        found = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    members = [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
    return {doi: agency for doi, agency in map(_entry, members) if doi}


def _entry(member: Mapping[str, JsonValue]) -> tuple[str, str]:
    doi, agency = member.get("DOI"), member.get("RA")
    if not isinstance(doi, str) or not (isinstance(agency, str) or "status" in member):
        return "", ""
    return doi.lower(), agency if isinstance(agency, str) else ""


def _address(base: str, batch: Iterable[str]) -> str:
    return below(base, ",".join(quote(doi, safe="/:;()-._~") for doi in batch))
