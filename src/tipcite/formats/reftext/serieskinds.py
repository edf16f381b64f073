"""What kind of report a clause names: `NBRE Working Paper No. 29999`, `Policy Brief No. 14`, `RR-9999-OSD`."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.reference import Confidence

_KIND: Final = later(
    r"(?:(?<=[.,;:\x00”\"’)])|(?<=[.,;:\x00”\"’)]\s)|(?<=\(|\[))(?P<body>[A-Z][\w&.’' -]{0,60}?\s)??"
    r"(?P<genre>(?:Policy|Issue|Research|Working|Discussion|Occasional|Technical|Briefing|White|Background"
    r"|Staff|Position|Conference"
    r"|Green|Consultation|Data|Special|Situation|Country|Research and Policy|Issues)\s(?:Brief|Briefing|Paper"
    r"|Report|Memo(?:randum)?|Note|Analysis)s?|Fact\s?[Ss]heet"
    r"|Backgrounder|Commentary|Insights?)"
    r"(?P<series>\sSeries)?(?:,?\s(?:[Nn]o\.?\s?|#|[Nn]umber\s"
    r"|[Nn]r\.?\s)?(?P<number>(?=[\w./-]*\d)[\dA-Z][\w./-]*\w|\d+))?"
    r"(?=\s?[.,;:\x00()\]]|\s?$)"
)
_NUMBER: Final = later(
    r"(?<=[,.;\x00]\s)(?:(?:Tech\. )?Rep\. (?:[Nn]o\. )?)?"
    r"(?P<number>[A-Z]{1,4}-[A-Z]{0,3}\d{2,6}(?:[-/][A-Z0-9]{1,8})*)(?=\s?[,.;\x00]|$)"
)
_REPORT_NUMBER: Final = later(
    r"(?<=[,.;\x00]\s)(?P<genre>(?:[Rr]esearch |[Tt]echnical )?[Rr]eport)"
    r"\s(?:[Nn]o\.?|#)\s?(?P<number>[\w./-]*\d[\w-]*)"
)
# `, Tech. Rep. TR-0200 (4230-46)-3,` (IEEE)
_SHORTENED: Final = later(
    r"(?<=[,.;\x00]\s)(?P<genre>Tech\.\s?Rep\.)(?:\s(?:[Nn]o\.\s?)?(?P<number>[\w./-]*\d[\w./-]*(?:\s?\([\w-]+\)[\w-]*)?))?"
    r"(?=\s?[,.;\x00]|$)"
)
_HINT: Final = later(r"Rep\.|Brief|Paper|[Rr]eport|Memo|Note|heet|Backgr|Comment|Insight|Analysis")


def take_series_kind(draft: Draft, start: int) -> None:
    """Take genre, number and the body that gives it, where a clause names a kind of report."""
    text = draft.text
    number = _NUMBER.search(text, start) if "-" in text and not draft.fields.keys() & {"volume", "issue"} else None
    if number is not None and draft.set_field("number", *number.span("number"), sure=Confidence.LIKELY):
        draft.blank(*number.span())
        draft.type_hints.append("report")
    if not _HINT.search(text, start):
        return
    match = _KIND.search(text, start) or _REPORT_NUMBER.search(text, start)
    if match is None and text.find("Rep.", start) >= 0:
        match = _SHORTENED.search(text, start)
        draft.type_hints.extend(("technical",) if match else ())
    if match is None:
        return
    if draft.set_field("genre", *match.span("genre"), sure=Confidence.CERTAIN):
        draft.type_hints.append("report")
        if match["number"]:
            draft.set_field("number", *match.span("number"), sure=Confidence.CERTAIN)
        if "body" in match.re.groupindex and match["body"] and match["body"].strip():
            _take_body(draft, match)
        draft.blank(*match.span())


def _take_body(draft: Draft, match: re.Match[str]) -> None:
    """`ADBX Working Paper 244. Tokyo: ADBX Institute.`: where a publisher follows, the body names the series."""
    follows = re.compile(r"[\s.,]*[A-Z][\w. ,]{1,40}:\s?[A-Z]").match(draft.text, match.end())
    begin, end = match.start("body"), match.end("body")
    if follows:
        draft.set_field("collection-title", begin, match.end("genre"))
    else:
        draft.set_field("publisher", begin, end)
