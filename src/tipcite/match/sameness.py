"""How one field of two descriptions of a work compares; every comparison of this package answers with one of these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sameness(StrEnum):
    """How what is here compares with what is there."""

    SAME = "same"
    """But for width, case, punctuation, accents and Chinese script."""
    CLOSE = "close"
    """Both may stand for the same: initials, an abbreviated journal, a title without its subtitle, online and print."""
    DIFFERS = "differs"
    MISSING_HERE = "missing here"
    MISSING_THERE = "missing there"
    INCOMPARABLE = "incomparable"
    """In different scripts: a romanised name beside its characters, a translated title beside the original."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One field: how it compares, what stands here and there as a reader would see it, and a word on the difference."""

    field: str
    sameness: Sameness
    here: str = ""
    there: str = ""
    note: str = ""


def missing(here: object, there: object) -> Sameness | None:
    """Tell which side says nothing; None when both say something. Two that say nothing are the same."""
    if here and there:
        return None
    if not here and not there:
        return Sameness.SAME
    return Sameness.MISSING_THERE if here else Sameness.MISSING_HERE
