"""Brackets behind a title that hold publisher and year, blog and day, or a year before the journal.

OSCOLA 4 (https://www.law.ox.ac.uk/oscola), 3.2 to 3.4: `Title (2nd edn, Publisher 2018) 112`, `‘Title’ (2012) 75 MLQ
301`, `‘Title’ (Blog, 3 May 2019)`; the Bluebook's rule 15 for books: `AUTHOR, TITLE § 4.2 (3d ed. 1998)`.
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.dates import dates_in, match_date
from tipcite.formats.reftext.draft import HOLE, Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.names import read_creators
from tipcite.formats.reftext.reference import Confidence

_ARTICLE: Final = later(
    r"(?<=[’'”\"])\s[(\[](?P<year>(?:1[5-9]|20)\d\d)[)\]]\s(?P<volume>\d{1,4}(?:\s?(?=[^:]))?)?(?:\((?P<issue>[\d-]{1,7})\)\s?|:(?P<number>\d{1,3})\s)?"
    r"(?P<container>[A-Z][^,;:()\[\]\d\x00]{1,70}?)\s(?P<page>[A-Z]?\d{1,5}(?:-\d{1,5})?)(?:,\s\d{1,5}(?:-\d{1,5})?)?"
    r"(?=[\s.\x00]*$|\s?[.,;<〈])"
)
_BOOK: Final = later(
    r"(?:\s§§?\s(?P<section>[\d.:-]*\d))?(?:,?\s(?:at\s)?\d{1,4})?\s\((?P<inner>[^()\x00]{0,90}?),?\s?"
    r"(?P<year>(?:1[5-9]|20)\d\d)\)(?:\s(?:ch\s)?(?P<page>\d{1,4}(?:-\d{1,4})?))?(?=[\s.\x00]*$)"
)
_EDITION: Final = later(
    r"(?P<edition>\d{1,2})(?:st|nd|rd|th|d)\s(?:edn?|ed\.|edition)$|(?P<words>rev(?:ised)?)\.?\sedn?\.?$"
)
_ROLE: Final = later(r"(?P<names>[A-Z][^,]{2,60})\s(?P<role>eds?|trs?|trans)\.?$")
_ELSEWHERE: Final = later(r"\(?(?P<container>[A-Z][^(),\x00]{2,60}), (?=[A-Z\d][^(),]{2,15}[ \d]\d{4}\))")
_COURT: Final = later(
    r"\b(?:[Rr]epealed|[Aa]mended|[Ee]ffective)\b|\b(?:Cir|Ct|Dist|App|Cal|N\.Y|[SNEWCM]\.D|Cong)\b|\sv\.?\s"
)


def take_brackets_of_law(draft: Draft) -> None:
    """Take OSCOLA's and the Bluebook's brackets out; what stands before them is the title."""
    text = draft.text
    if "(" not in text and "[" not in text:
        return
    match = _ARTICLE.search(text)
    if match is not None:
        _take_article(draft, match)
        return
    if ("’ (" in text or "' (" in text or "” (" in text) and _take_site(draft):
        return
    match = _BOOK.search(text)
    if match is not None and match.start() > 8:
        _take_book(draft, match)


def _take_article(draft: Draft, match: re.Match[str]) -> None:
    found = match_date(draft.text, match.start("year"))
    if found is None or found.date is None:
        return
    draft.set_date("issued", *match.span("year"), found.date)
    for name in ("volume", "issue", "container-title", "page"):
        group = name.partition("-")[0]
        if match[group]:
            draft.set_field(name, *match.span(group), sure=Confidence.CERTAIN)
    if match["number"]:
        draft.set_field("issue", *match.span("number"), sure=Confidence.CERTAIN)
    draft.type_hints.append("journal")
    draft.blank(*match.span())


def _take_book(draft: Draft, match: re.Match[str]) -> None:
    inner = match["inner"].strip(" ,;")
    before = draft.text[: match.start()]
    paged = draft.text[match.start() : match.start("inner")].strip(" ,(").isdigit()
    if not inner and paged and _NOTE_BOOK.match(before):
        _take_bare_year(draft, match)
        return
    if not inner or (", " not in before and not match["section"]) or HOLE in before or _COURT.search(draft.text):
        return
    parts = [
        (part.start(), part.group()) for part in re.finditer(r"[^,;\s][^,;]*", draft.text[slice(*match.span("inner"))])
    ]
    edition = next(((start, found) for start, part in parts if (found := _EDITION.match(part.strip()))), None)
    publisher = [
        (start, part.strip())
        for start, part in parts
        if not _EDITION.match(part.strip()) and not _ROLE.match(part.strip())
    ]
    if edition is None and not (len(publisher) == 1 and _is_publisher(publisher[0][1])):
        return
    offset = match.start("inner")
    year = match_date(draft.text, match.start("year"))
    if year is not None and year.date is not None:
        draft.set_date("issued", *match.span("year"), year.date)
    if edition is not None:
        value = edition[1]["edition"] or edition[1]["words"]
        begin = offset + edition[0]
        draft.set_field("edition", begin, begin + edition[1].end(), value=value, sure=Confidence.CERTAIN)
    if publisher and re.match(r"[A-Z]", publisher[-1][1]):
        begin = offset + publisher[-1][0]
        draft.set_field("publisher", begin, begin + len(publisher[-1][1]), sure=Confidence.CERTAIN)
    roles = [(start, found) for start, part in parts if (found := _ROLE.match(part.strip()))]
    for start, found in roles:
        _take_people(draft, offset + start, found)
    if match["page"]:
        draft.set_field("page", *match.span("page"))
    if match["section"]:
        draft.set_field("section", *match.span("section"))
    draft.blank(*match.span())


# `Anne T. Gallagher, The International Law of Human Trafficking 45 (2010)` (Bluebook, rule 15, in lower case)
_NOTE_BOOK: Final = later(
    r"(?:[A-Z][\w.’'-]+\s){1,3}[A-Z][\w’'-]+(?:\s(?:&|and)\s(?:[A-Z][\w.’'-]+\s){1,3}[A-Z][\w’'-]+)?,\s[A-Z][^\d]{8,200}$"
)


def _take_bare_year(draft: Draft, match: re.Match[str]) -> None:
    year = match_date(draft.text, match.start("year"))
    if year is not None and year.date is not None:
        draft.kept.append((match.start(), match.start("inner") - 1))
        draft.set_date("issued", *match.span("year"), year.date)
        draft.blank(*match.span())


def _take_people(draft: Draft, start: int, found: re.Match[str]) -> None:
    """`(Tony Weir tr, 3rd edn, OUP 1998)`: translators and editors before edition and publisher."""
    names = read_creators(draft.raw[start : start + found.end("names")]).names
    role = "editor" if found["role"][0] == "e" else "translator"
    if names and role not in draft.names:
        draft.names[role] = names
        draft.mark(role, start, start + found.end(), sure=Confidence.CERTAIN)
    else:
        draft.kept.append((start, start + found.end()))


def _is_publisher(text: str) -> bool:
    """A publisher is named in capitalised words; a month is none."""
    if any(found.start == 0 for found in dates_in(text + " 2000", 0, len(text) + 5)):
        return False
    words = text.split()
    return len(words) <= 6 and all(word[:1].isupper() or word in ("of", "and", "&", "the", "for") for word in words)


def _take_site(draft: Draft) -> bool:
    """`‘Title’ (UK Law Blog, 3 May 2019)`: blog or site and the day."""
    for match in re.finditer(r"(?<=[’'”]\s)\(", draft.text):
        named = _ELSEWHERE.match(draft.text, match.start())
        found = match_date(draft.text, named.end()) if named else None
        if named is None or found is None or found.date is None or draft.text[found.end : found.end + 1] != ")":
            continue
        if "blog" in named["container"].lower():
            draft.type_hints.append("blog")
        draft.set_date("issued", found.start, found.end, found.date)
        draft.set_field("container-title", *named.span("container"), sure=Confidence.CERTAIN)
        draft.blank(match.start(), found.end + 1)
        return True
    return False
