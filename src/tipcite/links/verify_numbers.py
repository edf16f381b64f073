"""What no agency of DOIs has a record of, against the record behind its number: PubMed's, arXiv's, a book's.

An article's or a preprint's number that its registry does not know is as wrong as a DOI that nobody registered. A
book's is not: no catalogue has all books. Of a chapter its book alone is compared.
"""

from __future__ import annotations

from dataclasses import replace

from tipcite.errors import NoRecord, NotFound, TipciteError
from tipcite.fetch.choices import Choices
from tipcite.fetch.gather import tried
from tipcite.fetch.sources import Fetched, Sources, source_name
from tipcite.fetch.wanted import Wanted
from tipcite.fetch.ways import numbers_of, spelled, unread_of
from tipcite.links.crossref_search import Offered
from tipcite.links.doi import DoiJudge
from tipcite.links.doi_record import examine
from tipcite.links.targets import TargetKind, targets
from tipcite.links.verified import Standing, Verified
from tipcite.match import Described, compare_work
from tipcite.match.parts import is_part, said_of_part
from tipcite.match.updating import is_of_another_work
from tipcite.model import ArxivId, Flag, Isbn, Item


async def verify_number(found: Verified, sources: Sources, judge: DoiJudge) -> Verified:
    """Compare an item with the record of the first of its numbers that has one; `found` is what its DOI came to."""
    missing: Verified | None = None
    for wanted in numbers_of(found.item):
        outcome = await tried(wanted, sources)
        assert not isinstance(outcome, Choices)  # only a title or place is a choice
        if isinstance(outcome, Fetched):
            return await _compared(found, wanted, outcome, judge)
        known = replace(found, number=spelled(wanted), message=_joined(found.message if found.doi else "", outcome))
        if not isinstance(outcome, (NotFound, NoRecord)):
            return replace(known, standing=Standing.SILENT)
        is_wrong = isinstance(outcome, NotFound) and not isinstance(wanted, Isbn)
        known = replace(known, standing=Standing.UNREGISTERED) if is_wrong else known
        missing = missing or known
    return missing or replace(found, message=_joined(found.message, *_unread(found.item)))


def _unread(item: Item) -> tuple[str, ...]:
    """Say of its numbers that are none that they are none; of a DOI that is none more is found out elsewhere."""
    return unread_of(replace(item, fields={**item.fields, "DOI": ""}))


async def _compared(found: Verified, wanted: Wanted, told: Fetched, judge: DoiJudge) -> Verified:
    """Compare an item with a record."""
    item, there, number, agency = found.item, told.item, spelled(wanted), source_name(told.item)
    of_whole = isinstance(wanted, Isbn) and is_part(item)
    if of_whole:  # whose editors are not the part's authors
        there = replace(said_of_part(item, there), names={})
    compared = compare_work(Described(item=item), Described(item=there))
    known = replace(found, number=number, agency=agency, fields=compared.fields)
    if is_of_another_work(item, there):
        title = there.title or there.fields.get("container-title", "")
        said = f"{number} is that of “{title}”{f' ({there.year})' if there.year else ''}"
        return replace(known, standing=Standing.ANOTHER_WORK, message=said)
    notes = [*told.notes, *(["its book alone could be compared"] if of_whole else [])]
    standing = Standing.VERIFIED if compared.is_clear and not of_whole else Standing.UNCLEAR
    known = replace(
        known, standing=Standing.DIFFERS if compared.differs else standing, message=_joined(*notes),
    )  # fmt: skip
    return known if found.doi or isinstance(wanted, ArxivId) else await _with_doi(known, told.item, judge)


async def _with_doi(known: Verified, there: Item, judge: DoiJudge) -> Verified:
    """Offer the DOI that a record names, and say what became of the work by what its agency knows."""
    if there.doi is None:
        return known
    doi = there.doi.value
    cited = replace(known.item, fields={**known.item.fields, "DOI": doi})
    target = next(one for one in targets(cited) if one.kind is TargetKind.DOI)
    _, told = await judge.told(doi)
    finding = examine(target, told)
    flags = tuple(flag for flag in finding.flags if flag in (Flag.RETRACTED, Flag.CONCERN, Flag.CORRECTED, Flag.NOTICE))
    offered = Offered(doi=doi, title=there.title, year=there.year)
    fate = finding.message if flags else ""
    return replace(
        known, flags=flags, offered=offered, message=_joined(known.message, fate, f"{known.agency} has its DOI: {doi}")
    )


def _joined(*parts: str | TipciteError) -> str:
    return "; ".join(str(part) for part in parts if str(part))
