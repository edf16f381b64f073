"""Where a title stands."""

from __future__ import annotations

from dataclasses import dataclass

from tipcite.formats.reftext.reference import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleSpan:
    """Where the title stands, what encloses it, where the rest begins, how sure that is."""

    start: int
    end: int
    rest: int
    opener: str = ""
    sure: Confidence = Confidence.LIKELY
