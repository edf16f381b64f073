"""Every item against what its DOI's agency says: the work that was cited, another one, or none at all.

For each item with a DOI: (1) which agency registered it, (2) that agency's record, compared field by field, and what
became of the work (retracted, corrected), (3) for a DOI that no agency has, whether doi.org knows it and which one was
meant, (4) where no agency's record is to be had, that of PubMed, arXiv or the catalogues of books, by the number that
the item has. For what has no DOI, or another work's, Crossref is searched by title. Nothing is concluded from silence.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tipcite.links.crossref_search import Offered, compare_record, is_searchable, search
from tipcite.links.doi import DoiJudge, response_code
from tipcite.links.doi_record import examine
from tipcite.links.records import Told
from tipcite.links.targets import Target, TargetKind, targets
from tipcite.links.verified import Standing, Verified
from tipcite.model import Flag, Item, cited_doi
from tipcite.net import NetSettings, Services, sharing

if TYPE_CHECKING:
    from tipcite.fetch.sources import Sources
    from tipcite.net.client import Web

__all__ = ["Standing", "Verified", "verify_items"]

_AT_ONCE: Final = 20
_NOT_FOUND: Final = 100
_REGISTERED: Final = (1, 200)
"""The handle system's response codes: no such handle; found; found, without values of the type."""


def verify_items(
    items: Sequence[Item],
    settings: NetSettings,
    services: Services,
    *,
    on_result: Callable[[Verified], None] = lambda _: None,
) -> tuple[Verified, ...]:
    """Verify items, in their order; every failure is in the result.

    Raises:
        KeyboardInterrupt: Ctrl-C.
    """
    from tipcite.fetch.gather import paced, sources_of

    patient = paced(settings, services)

    async def run() -> tuple[Verified, ...]:
        from tipcite.net.client import Web  # imports httpx2

        async with Web(patient) as web:
            with sharing(web):
                return await _verify_all(items, web, sources_of(web, patient, services), on_result)

    return asyncio.run(run()) if items else ()


async def _verify_all(
    items: Sequence[Item], web: Web, sources: Sources, on_result: Callable[[Verified], None]
) -> tuple[Verified, ...]:
    from tipcite.links.verify_numbers import verify_number

    wanted = [_target(item) for item in items]
    judge = DoiJudge(sources.services, web.get, [target for target in wanted if target is not None])
    places = asyncio.Semaphore(_AT_ONCE)

    async def one(item: Item, target: Target | None) -> Verified:
        async with places:
            found = await _verify(item, target, judge)
            if found.standing is Standing.NOT_CHECKABLE:
                found = await verify_number(found, sources, judge)
            if found.standing in (Standing.NOT_CHECKABLE, Standing.ANOTHER_WORK, Standing.UNREGISTERED):
                found = await _with_offer(found, web, sources.services)
        on_result(found)
        return found

    return tuple(await asyncio.gather(*(one(item, target) for item, target in zip(items, wanted, strict=True))))


def _target(item: Item) -> Target | None:
    """Return the item's DOI as a check asks for it, None when it has none."""
    return next((target for target in targets(item) if target.kind is TargetKind.DOI), None)


async def _verify(item: Item, target: Target | None, judge: DoiJudge) -> Verified:
    if target is None:
        return Verified(item=item, standing=Standing.NOT_CHECKABLE, message="it has no DOI")
    doi = cited_doi(target.value)
    if doi is None:
        meant = await judge.meant(target.value)
        return _unregistered(item, target.value, meant, f"{target.value!r} is no DOI")
    agency, told = await judge.told(doi)
    if told.record is not None:
        return _compared(item, target, doi, agency or "Crossref", told)
    if agency and not told.silent:
        message = told.message or f"{agency} gives no records that could be compared"
        return Verified(item=item, standing=Standing.NOT_CHECKABLE, doi=doi, agency=agency, message=message)
    if agency:
        return Verified(item=item, standing=Standing.SILENT, doi=doi, agency=agency, message=told.message)
    return await _at_doi_org(item, doi, told, judge)


async def _at_doi_org(item: Item, doi: str, told: Told, judge: DoiJudge) -> Verified:
    """Ask whether a DOI is registered at all, of which no agency has a record."""
    answer = await judge.handle(doi)
    code = response_code(answer)
    if code == _NOT_FOUND:
        return _unregistered(item, doi, await judge.meant(doi), "no such DOI is registered")
    if code in _REGISTERED and not told.message:
        return Verified(
            item=item, standing=Standing.NOT_CHECKABLE, doi=doi, message="no agency has a record of it to compare"
        )
    reason = told.message or (answer.error.message if answer.error else f"doi.org answered {answer.status}")
    return Verified(item=item, standing=Standing.SILENT, doi=doi, message=reason)


def _unregistered(item: Item, doi: str, meant: str, message: str) -> Verified:
    offered = Offered(doi=meant, title="") if meant else None
    said = f"{message}; {meant} is registered" if meant else message
    return Verified(item=item, standing=Standing.UNREGISTERED, doi=doi, message=said, offered=offered)


def _compared(item: Item, target: Target, doi: str, agency: str, told: Told) -> Verified:
    """Compare an item with its agency's record."""
    assert told.record is not None
    compared = compare_record(item, told.record, doi)
    known = Verified(item=item, standing=Standing.SILENT, doi=doi, agency=agency)
    if compared is None:
        return replace(known, message=f"{agency}'s record of it has no title")
    finding = examine(target, told)
    flags = tuple(flag for flag in finding.flags if flag not in (Flag.YEAR_MISMATCH, Flag.TITLE_MISMATCH))
    known = replace(known, fields=compared.fields, flags=flags, message=finding.message)
    if compared.is_another:
        title = told.record.titles[0] if told.record.titles else ""
        year = f" ({told.record.years[0]})" if told.record.years else ""
        said = finding.message if Flag.WRONG_DOI in finding.flags else f"the DOI is that of “{title}”{year}"
        return replace(known, standing=Standing.ANOTHER_WORK, message=said)
    if compared.differs:
        return replace(known, standing=Standing.DIFFERS)
    return replace(known, standing=Standing.VERIFIED if compared.is_clear else Standing.UNCLEAR)


async def _with_offer(found: Verified, web: Web, services: Services) -> Verified:
    """Look for the DOI of what has none or a wrong one."""
    if (
        found.offered is not None
        or (found.agency and found.standing is Standing.NOT_CHECKABLE)
        or not is_searchable(found.item)
    ):
        return found
    result = await search(found.item, web.get, services, but=found.doi)
    if result.offered is None:
        return replace(found, message=f"{found.message}; {result.message}") if result.message else found
    year = f" ({result.offered.year})" if result.offered.year else ""
    said = f"{found.message}; Crossref has “{result.offered.title}”{year} as {result.offered.doi}"
    return replace(found, offered=result.offered, message=said)
