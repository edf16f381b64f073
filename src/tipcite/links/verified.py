"""What verifying an item came to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tipcite.links.crossref_search import Offered
from tipcite.match import Compared
from tipcite.model import Flag, Item


class Standing(StrEnum):
    """What verifying an item came to."""

    VERIFIED = "verified"
    DIFFERS = "differs"
    """It is the work, and fields differ from what its agency says."""
    ANOTHER_WORK = "another work"
    """The DOI is another work's: the reference, or its DOI, is invented or mistaken."""
    UNREGISTERED = "unregistered"
    """There is no such DOI, or no such number of PubMed or arXiv."""
    UNCLEAR = "unclear"
    """Nothing differs, but too little can be compared: other scripts, a record without title."""
    NOT_CHECKABLE = "not checkable"
    """Nothing that names it has a record: no DOI, or one of ISTIC, CNKI, Airiti; no number, or of an unknown book."""
    SILENT = "silent"
    """Who should know gave no usable answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What is known of one item; `doi` as it was asked for, `flags` those of `check` on the work's later fate.

    `number` is what else it was asked for by (`PMID:1`, `ISBN …`), `agency` who has the record that was compared.
    `offered` is a DOI that may be right where there is none or a wrong one.
    """

    item: Item
    standing: Standing
    doi: str = ""
    number: str = ""
    agency: str = ""
    fields: tuple[Compared, ...] = ()
    flags: tuple[str, ...] = ()
    message: str = ""
    offered: Offered | None = None

    @property
    def asked(self) -> str:
        """What the record was asked for by, "" when there is nothing."""
        return self.number or self.doi

    @property
    def is_fault(self) -> bool:
        """Tell whether the reference is to be put right: it differs, or the work was withdrawn or is in doubt."""
        faulty = (Standing.DIFFERS, Standing.ANOTHER_WORK, Standing.UNREGISTERED)
        return self.standing in faulty or bool({Flag.RETRACTED, Flag.CONCERN, Flag.NOTICE} & {*self.flags})
