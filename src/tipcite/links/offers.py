"""What may be cited instead: offers for the links of an item in which a check found something.

Values in, values out. What an offer needs to know first is asked for in between: (1) `questions` says which DOIs,
snapshots and pages are to be looked at, (2) `offers` makes the offers of what they turned out to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from tipcite.links.archive import Found, Wanted, archived_address, is_archive, is_archive_today
from tipcite.links.targets import Target, TargetKind
from tipcite.model import Archived, Date, Flag, Item, Retrieval, Verdict, Why, archived, find_doi, with_archived


class FixKind(StrEnum):
    """What is offered."""

    MOVED = "moved"
    """The address to which a page has moved."""
    DOI = "doi"
    """The DOI in place of the address, or the DOI that was meant."""
    ARCHIVE = "archive"
    """A snapshot, beside the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One change of one item: `field` from `old` to `new`; a DOI in place of an address takes that out.

    `is_safe`: it may be made without asking, where a script said so.
    """

    key: str
    kind: FixKind
    field: str
    old: str
    new: str
    reason: str
    snapshot: Archived | None = None
    is_safe: bool = True

    def apply(self, item: Item) -> Item:
        """Return the item with the change; one that has changed since the check stays as it is."""
        if self.snapshot is not None:
            is_current = self.old in (item.fields.get("URL", ""), item.fields.get("DOI", ""))
            return with_archived(item, self.snapshot) if is_current else item
        if item.fields.get(self.field, "") != self.old:
            return item
        fields = {name: text for name, text in item.fields.items() if name != self.field}
        return replace(item, fields={**fields, ("DOI" if self.kind is FixKind.DOI else self.field): self.new})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One link of one item, and what the check said of it."""

    item: Item
    target: Target
    retrieval: Retrieval

    @property
    def address(self) -> str:
        """The page that is meant: the cited address, or where a DOI leads."""
        if self.target.kind is TargetKind.URL:
            return archived_address(self.target.value) or self.target.value
        return self.retrieval.final_url if Flag.DOI_REGISTERED in self.retrieval.flags else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What must be known before anything is offered; all by the address it is asked for."""

    dois: Mapping[str, Target]
    """DOIs that stand in addresses, as targets with the cited title."""
    pages: tuple[str, ...]
    """Pages that may name their own DOI."""
    snapshots: Mapping[str, Wanted]


_UNSEEN: Final = frozenset({Verdict.DEAD, Verdict.BLOCKED, Verdict.MOVED, Verdict.INSECURE})
"""Verdicts on an address for which its DOI is the better citation."""


def questions(cases: Iterable[Case]) -> Questions:
    """List what is to be asked for."""
    dois: dict[str, Target] = {}
    pages: dict[str, None] = {}
    snapshots: dict[str, Wanted] = {}
    for case in cases:
        if _wants_doi(case):
            doi = _doi_in_address(case)
            if doi:
                dois[case.target.value] = doi_target(case, doi)
            elif case.retrieval.verdict is Verdict.MOVED:
                pages[case.retrieval.final_url] = None
        if _wants_snapshot(case):
            snapshots[case.target.value] = _wanted(case)
    return Questions(dois=dois, pages=tuple(pages), snapshots=snapshots)


def offers(
    case: Case, *, dois: Mapping[str, Retrieval], page_dois: Mapping[str, str], snapshots: Mapping[str, Found]
) -> tuple[Offer, ...]:
    """Make the offers for one link, the best first.

    `dois` are the checks of DOIs by the address in which they stood, `page_dois` what pages say of themselves and a
    check confirmed, `snapshots` what the archive has, by the cited value.
    """
    found = [_corrected_doi(case), _moved(case), _doi_instead(case, dois, page_dois), _snapshot(case, snapshots)]
    return tuple(offer for offer in found if offer is not None)


def doi_target(case: Case, doi: str) -> Target:
    """Return the target that tells whether a DOI is that of the cited work."""
    return replace(case.target, value=doi, kind=TargetKind.DOI, places=())


def is_confirmed(retrieval: Retrieval | None) -> bool:
    """Tell whether a DOI is registered and, as far as its agency says, the cited work's."""
    return retrieval is not None and retrieval.verdict is Verdict.OK and Flag.WRONG_DOI not in retrieval.flags


def day_of(item: Item) -> date | None:
    """Return the day on which a page was seen, else that on which it appeared, in the middle of what is not known."""
    for variable in ("accessed", "issued"):
        found = _day(item.dates.get(variable))
        if found is not None:
            return found
    return None


def _day(value: Date | None) -> date | None:
    if value is None or not value.parts:
        return None
    year, *rest = (*value.parts[0], 7, 1) if len(value.parts[0]) == 1 else (*value.parts[0], 15)
    try:
        return date(year, rest[0], rest[1])
    except ValueError:  # before the year 1, or no such day
        return None


def _corrected_doi(case: Case) -> Offer | None:
    one = case.retrieval
    if case.target.kind is not TargetKind.DOI or Flag.DOI_SUGGESTION not in one.flags or not one.suggestion:
        return None
    for field, new in (("DOI", one.suggestion), ("URL", f"https://doi.org/{one.suggestion}")):
        old = case.item.fields.get(field, "")
        if old and case.target.value in (old.lower(), _resolved(old)):
            kind = FixKind.DOI if field == "DOI" else FixKind.MOVED
            return _offer(case, kind, field, new, f"{one.suggestion} is registered, {case.target.value} is not")
    return None


def _moved(case: Case) -> Offer | None:
    one = case.retrieval
    new = one.suggestion or one.final_url
    if case.target.kind is not TargetKind.URL or one.verdict is not Verdict.MOVED or not new or is_archive_today(new):
        return None
    seen = not case.target.title or Flag.TITLE_MISMATCH not in one.flags
    reason = "the page has moved for good" if seen else "it has moved for good; the title was not seen there"
    return _offer(case, FixKind.MOVED, "URL", new, reason, is_safe=seen)


def _doi_instead(case: Case, dois: Mapping[str, Retrieval], page_dois: Mapping[str, str]) -> Offer | None:
    if not _wants_doi(case):
        return None
    known = dois.get(case.target.value)
    doi = known.target if known and is_confirmed(known) else page_dois.get(case.retrieval.final_url, "")
    if not doi:
        return None
    return _offer(case, FixKind.DOI, "URL", doi, f"https://doi.org/{doi} lasts longer than the address")


def _snapshot(case: Case, snapshots: Mapping[str, Found]) -> Offer | None:
    found, before = snapshots.get(case.target.value), archived(case.item)
    if before is not None and before.is_live and case.retrieval.verdict is Verdict.DEAD:
        kept = replace(before, is_live=False)  # saved while the page was there
    elif found is not None and found.snapshot is not None:
        kept = found.snapshot.as_archived()
    else:
        return None
    if is_archive_today(kept.url):
        return None
    field = "URL" if case.target.kind is TargetKind.URL else "DOI"
    offer = _offer(case, FixKind.ARCHIVE, field, kept.url, f"a snapshot of {kept.date}")
    return replace(offer, snapshot=kept) if offer else None


def _offer(
    case: Case, kind: FixKind, field: str, new: str, reason: str, *, is_safe: bool = True
) -> Offer | None:  # fmt: skip
    old = case.item.fields.get(field, "")
    if not old or old == new:
        return None
    return Offer(key=case.item.key, kind=kind, field=field, old=old, new=new, reason=reason, is_safe=is_safe)


def _wants_doi(case: Case) -> bool:
    return (
        case.target.kind is TargetKind.URL
        and case.retrieval.verdict in _UNSEEN
        and not case.item.fields.get("DOI", "").strip()
    )


def _doi_in_address(case: Case) -> str:
    for address in (case.target.value, case.retrieval.final_url):
        found = find_doi(address)
        if found is not None:
            return found.value
    return ""


def _wants_snapshot(case: Case) -> bool:
    """Tell whether the page can't be seen any more, or shows something else; or its snapshot is archive.today's."""
    one = case.retrieval
    kept = archived(case.item)
    if not case.address or (kept is not None and not is_archive_today(kept.url)):
        return False
    if is_archive_today(case.target.value):
        return not is_archive(case.address)
    if is_archive(case.target.value) or one.why in (Why.DOI_UNREGISTERED, Why.DOI_NO_URL):
        return False
    return one.verdict is Verdict.DEAD or _has_changed(case)


def _has_changed(case: Case) -> bool:
    is_url = case.target.kind is TargetKind.URL
    return (
        is_url and case.retrieval.verdict in (Verdict.OK, Verdict.MOVED) and Flag.TITLE_MISMATCH in case.retrieval.flags
    )


def _wanted(case: Case) -> Wanted:
    return Wanted(
        address=case.address, day=day_of(case.item), title=case.target.title, titled=_has_changed(case)
    )  # fmt: skip


def _resolved(address: str) -> str:
    from tipcite.model import cited_doi

    return cited_doi(address) or ""


def cases_of(items: Mapping[str, Item], seen: Iterable[tuple[Target, Retrieval]]) -> Sequence[Case]:
    """Pair each link that was seen with the items that cite it."""
    return [
        Case(item=items[key], target=target, retrieval=retrieval)
        for target, retrieval in seen
        for key in target.keys
        if key in items
    ]
