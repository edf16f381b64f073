"""When a work came out, where its head does not say it: dates behind the title, `in press`, the original's year."""

from __future__ import annotations

import re
from typing import Final

from tipcite.errors import InvalidValue
from tipcite.formats.reftext.dates import FoundDate, dates_in, match_date, month_number
from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.reference import Confidence
from tipcite.model import Date, check_parts

_STANDING: Final = later(r"[\s,.;:()\[\]。、〉》」”\x00]")


_UPDATED: Final = later(
    r"(?:(?<=[.;,(\]])\s|\[)(?P<word>(?:[Ll]ast )?(?:[Uu]pdated|[Mm]odified|[Rr]eviewed|[Rr]evised)"
    r"|[Pp]ublished(?P<online> online(?: (?:ahead of print|first))?)?|[Pp]osted)\s(?:on\s)?:?\s?(?=[A-Z\d])"
)


# `1976 [1867]`, `[1867] 1976`: the year in square brackets is the original's (CMOS 17, 15.40)
_TWO_YEARS: Final = later(
    r"(?P<before>\[(?P<first>1[5-9]\d\d|20\d\d)\]\s)?\b(?P<year>1[5-9]\d\d|20\d\d)(?P<behind>\s?\[(?P<second>1[5-9]\d\d|20\d\d)\])?"
    r"(?=[).,:;\s])"
)
# `; c2000-01 [updated 2002`: the year of copyright (NLM's Citing Medicine, chapter 2)
_COPYRIGHT: Final = later(
    r"(?<=[;,.(\s])(?P<mark>[c©]\s?)(?=(?:19|20)\d\d(?P<span>-\d\d(?:\d\d)?)?(?=[\s.,;)\[\x00]|$))"
)


def take_original_year(draft: Draft) -> None:
    """Take the year of the original that stands in square brackets beside the edition's; blanks are left for it."""
    if "[1" not in draft.text and "[2" not in draft.text:
        return
    for match in _TWO_YEARS.finditer(draft.text, 0, 400):
        group = "first" if match["first"] else "second"
        if not match[group] or int(match[group]) >= int(match["year"]):
            continue
        start, end = match.span("before" if match["first"] else "behind")
        text = draft.text
        draft.set_date("original-date", *match.span(group), Date(parts=((int(match[group]),),)))
        draft.text = text[:start] + " " * (end - start) + text[end:]
        return


def take_copyright_mark(draft: Draft) -> None:
    """Take the `c` off `c2000`, and the second year of `c2000-01`."""
    if not ("c1" in draft.text or "c2" in draft.text or "©" in draft.text):
        return
    match = _COPYRIGHT.search(draft.text)
    if match is not None:
        draft.text = draft.text[: match.start()] + " " * len(match["mark"]) + draft.text[match.end() :]
        if match["span"]:
            draft.kept.append(match.span("span"))
            draft.blank(*match.span("span"))


def take_updated(draft: Draft) -> None:
    """Take `Updated March 1, 2021` of a page (AMA 11, 3.15.3): its date unless the entry has another."""
    text = draft.text
    told = any(hint in text for hint in ("pdated", "odified", "eviewed", "evised", "ublished", "osted"))
    match = _UPDATED.search(text) if told else None
    found = match_date(draft.text, match.end()) if match else None
    if match is None or found is None or found.date is None:
        return
    draft.updated = found
    if match["online"]:
        draft.type_hints.append("journal")  # `NPJ Digit Med. Published online May 6, 2021.` (AMA 11, 3.11.4.4)
    draft.kept.append((match.start("word"), found.end))
    draft.blank(match.start("word"), found.end)


def take_dates(draft: Draft, start: int) -> None:
    """Take the date of issue where the head had none, or a fuller one of the same year."""
    standing: list[FoundDate] = []
    for found in dates_in(draft.text, start, len(draft.text)):
        if found.date is None:
            _take_undated(draft, found)
            continue
        before = draft.text[found.start - 1 : found.start]
        after = draft.text[found.end : found.end + 1]
        spoken = draft.text[found.end - 1] in "年月日號号"
        if not spoken and before and not _STANDING.match(before):
            continue
        if (
            after
            and not _STANDING.match(after)
            and after not in "-年"
            and not (spoken and _AFTER_YEAR.match(draft.text, found.end))
        ):
            continue
        if len(found.date.parts[0]) == 1 and _OF_NAME.match(draft.text, found.end) and before not in ("(", "["):
            continue
        if not _is_original(draft, found):
            standing.append(found)
    standing = [found for found in standing if not _take_seen_behind(draft, found)]
    if len(standing) > 1 or "issued" in draft.dates:
        standing = [found for found in standing if not _ACRONYM_BEFORE.search(draft.text, 0, found.start)]
    _take_day(draft, start)
    # Of several the last is the date of issue: an earlier one is part of a name (`Symposium …, 1971, Los Angeles`).
    last = standing[-1].date if standing else None
    for found in standing:
        if found.date is not None and last is not None and ("issued" in draft.dates or found.date.year == last.year):
            _take_date(draft, found)
    if "issued" not in draft.dates and draft.updated is not None and draft.updated.date is not None:
        draft.set_date("issued", draft.updated.start, draft.updated.end, draft.updated.date, sure=Confidence.LIKELY)


def _take_seen_behind(draft: Draft, found: FoundDate) -> bool:
    """`〈題名〉，https://…，（2021年7月2日）。`: behind the address that ends an entry stands when it was seen."""
    address, issued = draft.spans.get("URL"), draft.dates.get("issued")
    if address is None or issued is None or found.date is None or len(found.date.parts[0]) < 3:
        return False
    behind = found.start > address.end and not any(map(str.isalnum, draft.raw[found.end :]))
    start = found.start - (draft.text[found.start - 1] in "([")
    end = found.end + (draft.text[found.end : found.end + 1] in (")", "]"))
    return behind and draft.set_date("accessed", start, end, found.date, sure=Confidence.LIKELY)


# `Proceedings of the 3rd Workshop on Kitchens (KFD 2011)`
_ACRONYM_BEFORE: Final = later(r"[(][A-Z][A-Za-z]*[A-Z][\w/&-]*[\s’']{1,2}$")


_DAY: Final = later(r"(?<=[,;.。(\x00\s])\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?[日號号]?(?=\s?(?:[,.;。)]|\x00|$))")


_WESTERN_DAY: Final = later(
    r"(?<=[,.;(\x00])\s?(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?\s)?(?P<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?"
    r"|Apr(?:il)?|May|June?|July?"
    r"|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?(?(d)|\s(?P<e>\d{1,2})(?:st|nd"
    r"|rd|th)?)"
    r"(?=\s?(?:[,.;)]|\x00|$))(?!,?\s(?:1[5-9]|20)\d\d)"
)


# `Review 107 (May): 255-71`, `107 (May/June)`
_MONTH_OF_ISSUE: Final = later(
    r"(?<=\s\d\d\s|\d\d\d\s|\s\s\d\s|[a-z]\s\d\s)\((?P<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]{0,6}\.?(?:\s?[-/]\s?[A-Z][a-z]{2,8})?\)(?=:)"
)


def _take_day(draft: Draft, start: int) -> None:
    """Add `5月3日`, `2 March`, to the year that stands in the head."""
    issued = draft.dates.get("issued")
    if issued is None or len(issued.parts) != 1 or len(issued.parts[0]) != 1:
        return
    han = draft.text.find("月", start) >= 0
    issue = None if han else _MONTH_OF_ISSUE.search(draft.text, start)
    if issue is not None:
        draft.dates["issued"] = Date(parts=((issued.parts[0][0], month_number(issue["m"])),))
        draft.blank(*issue.span())
        return
    match = (_DAY if han else _WESTERN_DAY).search(draft.text, start)
    if match is None:
        return
    month = int(match["m"]) if han else month_number(match["m"])
    parts = (issued.parts[0][0], month, int(match["d"] if han else match["d"] or match["e"]))
    try:
        check_parts(parts)
    except InvalidValue:
        return
    draft.dates["issued"] = Date(parts=(parts,))
    draft.blank(*match.span())


def _take_undated(draft: Draft, found: FoundDate) -> None:
    if "status" in draft.fields or draft.text[found.start - 1 : found.start].isalpha():
        return
    if "issued" in draft.dates and not found.status:
        return
    if found.status:
        draft.set_field("status", found.start, found.end, sure=Confidence.CERTAIN)
    else:
        draft.find("no-date", found.start, draft.raw[found.start : found.end])
        draft.blank(found.start, found.end)


_AFTER_YEAR: Final = later(
    r"\s?(?:[號号](?=\s?(?:[,.。)]|\x00|$))|公告|發行|发行|修[訂订]|生效|頒[布佈]|颁布|廢止|[初再一二三四五六七八九十]?版|[修增][正訂订]|(?:[總总][統统]"
    r"|主席)令|公[布佈]|[發发]布|施行|[實实]施|通[過过]|制[定訂]|出版|刊|第|\d|[增專专特春夏秋冬])"
)
# `in 2015 IEEE Oceans Conference`
_OF_NAME: Final = later(r"\s[A-Z][A-Za-z]+\s[A-Z]|:\sProc(?:eedings\b|\.)")
# 2018年12月26日公布: what happened on a law's day
_BEHIND_LAW: Final = later(
    r"(?:(?:[總总][統统]|主席)令)?(?:[修增][正訂订]|公[布佈]|[發发]布|施行|[實实]施|通[過过]|制[定訂]){1,2}(?=[,.;。)\x00]|$)"
)
_ORIGINAL: Final = later(r"(?:原[著作](?:出版年?)?|Original work published|orig\. pub\.|原載)\s?:?\s?$", re.IGNORECASE)


def _is_original(draft: Draft, found: FoundDate) -> bool:
    lead = _ORIGINAL.search(draft.text[max(0, found.start - 30) : found.start])
    if lead is None or found.date is None:
        return False
    after = re.compile(r"\s?年?\s?(?:出版|發表)?\s?[)〕\]]?").match(draft.text, found.end)
    start = max(0, found.start - 30) + lead.start()
    return draft.set_date("original-date", start, after.end() if after else found.end, found.date)


def _take_date(draft: Draft, found: FoundDate) -> None:
    issued = draft.dates.get("issued")
    value = found.date
    if value is None or (issued is not None and issued.year != value.year):
        return
    start, end = found.start, found.end
    if draft.text[start - 1 : start] in ("(", "[") and draft.text[end : end + 1] in (")", "]"):
        start, end = start - 1, end + 1
    fuller = issued is None or (len(issued.parts) == 1 and len(value.parts[0]) > len(issued.parts[0]))
    if not fuller:
        if end - start > found.end - found.start or not draft.has_words(end, len(draft.text)):
            draft.blank(start, end)
        return
    draft.dates["issued"] = value
    behind = _BEHIND_LAW.match(draft.text, end)
    end = behind.end() if behind else end + (draft.text[end : end + 1] == "版")
    draft.mark("issued", start, end, sure=Confidence.CERTAIN)
    if found.suffix:
        draft.fields.setdefault("year-suffix", found.suffix)
