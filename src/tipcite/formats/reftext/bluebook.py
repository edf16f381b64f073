"""Volume before the journal's name, as law reviews cite: `Title, 30 Journal of X 171 (2004)` (Bluebook, rule 16)."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.reference import Confidence

_CITED: Final = re.compile(
    r",\s(?P<volume>\d{1,4})\s(?P<container>[A-Z][^,()\d\x00]{1,60}(?:,[^,()\d\x00]{1,40}){0,3}?(?:\dd)?)(?:\s"
    r"(?:§\s)?(?P<page>\d{1,5}(?:-\d{1,5})?)(?:,\s\d{1,5})?|\s_+)?\s?(?=\((?:[A-Z0-9][^()\x00]{0,30}\s)?(?:1"
    r"[5-9]|20)\d\d\)|,\s(?:1[5-9]|20)\d\d[.,]|\.?$)"
)


def take_bluebook(draft: Draft) -> None:
    """Take volume, journal or reporter, and first page where they stand in that order."""
    match = _CITED.search(draft.text)
    if match is None or match.start() < 3:
        return
    for name in ("volume", "page"):
        if match[name]:
            draft.set_field(name, *match.span(name), sure=Confidence.CERTAIN)
    draft.set_field("container-title", *match.span("container"), sure=Confidence.CERTAIN)
    draft.blank(*match.span())
    # What stands before is the title: a full stop says so to the passes that follow.
    draft.text = draft.text[: match.start()] + "。" + draft.text[match.start() + 1 :]
