"""An agency's record beside what was cited: another work, a retraction, a correction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tipcite.links.records import Told, Update, WorkRecord
from tipcite.links.targets import Target
from tipcite.match import Described, is_another_work, is_marked_retracted, years_apart
from tipcite.match.numbers import YEARS_APART
from tipcite.model import Date, Flag, Item

# Crossref's types of updates (https://www.crossref.org/documentation/crossmark/version-control-corrections-and-retractions/)
# and Retraction Watch's; a partial retraction leaves the work standing.
_FLAGS: Final = {
    "retraction": Flag.RETRACTED,
    "withdrawal": Flag.RETRACTED,
    "removal": Flag.RETRACTED,
    "temporary_removal": Flag.CONCERN,
    "expression_of_concern": Flag.CONCERN,
    "concern": Flag.CONCERN,
    "partial_retraction": Flag.CORRECTED,
    "correction": Flag.CORRECTED,
    "corrigendum": Flag.CORRECTED,
    "erratum": Flag.CORRECTED,
    "addendum": Flag.CORRECTED,
    "clarification": Flag.CORRECTED,
    "reinstatement": Flag.CORRECTED,
    "obsoleted": Flag.NEWER_VERSION,
    "new_version": Flag.NEWER_VERSION,
    "new_edition": Flag.NEWER_VERSION,
}
_ORDER: Final = (Flag.RETRACTED, Flag.CONCERN, Flag.CORRECTED, Flag.NEWER_VERSION)
_WORDS: Final = {
    Flag.RETRACTED: "retracted",
    Flag.CONCERN: "subject of an expression of concern",
    Flag.CORRECTED: "corrected",
    Flag.NEWER_VERSION: "replaced by a newer version",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the record adds to the verdict; `is_compared` when there was one, whose title tells more than a page's."""

    flags: tuple[str, ...] = ()
    message: str = ""
    is_compared: bool = False


def examine(target: Target, told: Told) -> Finding:
    """Compare a record with what was cited.

    Flags: `retracted`, `concern`, `corrected`, `newer_version`; `notice`: the cited work is itself such a notice;
    `wrong_doi` and `title_mismatch`: the DOI is another work's; `year_mismatch`; `agency_silent`: nothing of this could
    be looked up.
    """
    record = told.record
    if record is None:
        return Finding(flags=(Flag.AGENCY_SILENT,) if told.silent else ())
    here = _cited(target)
    there = Described(item=Item(key=""), titles=record.titles, containers=record.containers, years=record.years)
    wrong = is_another_work(here, there)
    apart = years_apart(here, there)
    updates = _in_force(record)
    flags = [flag for flag in _ORDER if any(_FLAGS.get(one.kind) == flag for one in updates)]
    if Flag.RETRACTED not in flags and any(map(is_marked_retracted, record.titles)):
        flags.insert(0, Flag.RETRACTED)
    flags += [Flag.NOTICE] if record.is_about else []
    flags += [Flag.WRONG_DOI, Flag.TITLE_MISMATCH] if wrong else []
    flags += [Flag.YEAR_MISMATCH] if apart > YEARS_APART else []
    return Finding(
        flags=tuple(flags),
        message="; ".join(filter(None, [_told_wrong(record) if wrong else "", *_told_updates(flags, updates)])),
        is_compared=True,
    )


def _cited(target: Target) -> Described:
    return Described(
        item=Item(
            key="",
            fields={"title": target.title},
            dates={} if target.year is None else {"issued": Date(parts=((target.year,),))},
        ),
        titles=target.titles,
        containers=target.containers,
    )


def _in_force(record: WorkRecord) -> tuple[Update, ...]:
    """Leave out retractions that a later reinstatement took back."""
    back = max((one.date for one in record.updates if one.kind == "reinstatement"), default="")
    return tuple(
        one for one in record.updates if not (back and _FLAGS.get(one.kind) == Flag.RETRACTED and one.date <= back)
    )


def _told_wrong(record: WorkRecord) -> str:
    year = f" ({record.years[0]})" if record.years else ""
    return f"the DOI is that of “{record.titles[0]}”{year}" if record.titles else ""


def _told_updates(flags: Sequence[Flag], updates: tuple[Update, ...]) -> list[str]:
    told = []
    for flag in flags:
        notice = next((one for one in updates if _FLAGS.get(one.kind) == flag), None)
        if notice is not None:
            when = f" {notice.date}" if notice.date else ""
            who = f" ({notice.source})" if notice.source else ""
            told.append(f"{_WORDS[flag]}{when}: {notice.doi}{who}" if notice.doi else f"{_WORDS[flag]}{when}{who}")
    return told
