"""A title without marks whose fields are parted by commas: where its publisher begins."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.bodies import has_body_word
from tipcite.formats.reftext.draft import HOLE, Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.publication import PLACES
from tipcite.formats.reftext.reference import Confidence
from tipcite.formats.reftext.scan import Kind, Token, scan
from tipcite.formats.reftext.titlespan import TitleSpan
from tipcite.formats.reftext.wording import THESIS

# A title in sentence case has one of these; a capitalised clause behind it is no part of it.
SMALL_WORD: Final = later(
    r"(?<=\s)(?!from\b|with\b|between\b|into\b|over\b|under\b|that\b|their\b|upon\b)[a-z]{4,}(?=[\s,:;?.]|$)"
)


def before_publisher(draft: Draft, start: int, commas: list[Token]) -> TitleSpan:
    """Fields parted by commas, Western: `Title, with Commas: Subtitle, Place: Publisher, 2016.`"""
    text = draft.text
    end = len(text)
    year = TRAILING_YEAR.search(text, start)
    middle = _MIDDLE_YEAR.search(text, start + 8) if year is None and "issued" not in draft.dates else None
    if middle and draft.has_words(start, middle.start()):
        return TitleSpan(start=start, end=middle.start(), rest=middle.start())
    if year:
        end = year.start()
    hole = text.find(HOLE, start)
    if start < hole < end:
        end = hole
    opened = next(
        (token.start for token in scan(text, start, end) if token.kind is Kind.GROUP and is_publication(text, token)),
        end,
    )
    if opened < end or text[end:].startswith(" ("):
        return TitleSpan(start=start, end=opened, rest=opened)
    thesis = THESIS.search(text, start, end)
    if thesis:
        end = thesis.start()
        while end > start and text[end - 1] in " ,([":
            end -= 1
    before = [token for token in commas if token.start < end and draft.has_words(token.end, end)]
    if len(before) > 1 and PLACES.fullmatch(text[before[-1].end : end].strip(" ,.")):
        # `Title, Publisher, Place`
        end = before.pop().start
    told = next((token for token in before if _TAIL_START.match(text, token.end)), None)
    if told and _PLACE_END.match(text, told.end):
        city = next((token for token in reversed(before) if token.start < told.start), None)
        told = city if city and _CITY.fullmatch(text[city.end : told.start].strip()) else told
    cut = told or publisher_comma(text, before, end)
    if thesis and (cut is None or not has_body_word(text[cut.end : end])):
        return TitleSpan(start=start, end=end, rest=end)
    if cut is None or (told is None and year is None and "issued" not in draft.dates and not thesis):
        return TitleSpan(start=start, end=end, rest=end, sure=Confidence.DOUBTFUL)
    earlier = [token for token in before if token.start < cut.start]
    if (
        earlier
        and not told
        and _CITY_ALONE.fullmatch(text, earlier[-1].end, cut.start)
        and SMALL_WORD.search(text, start, earlier[-1].start)
    ):
        cut = earlier[-1]  # `Port of no return, Milan, Feltro Editore`
    return TitleSpan(start=start, end=cut.start, rest=cut.end, sure=Confidence.DOUBTFUL)


_CITY_ALONE: Final = later(r"\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?")


def publisher_comma(text: str, commas: list[Token], end: int) -> Token | None:
    """Find the comma before the publisher: what belongs to its name or place, `Cambridge, Mass.: X`, goes with it."""
    chosen: Token | None = None
    for token in reversed(commas):
        piece = text[token.end : end].strip()
        end = token.start
        if chosen is not None and not (
            (_PLACE_END.match(text, chosen.end) and _CITY.fullmatch(piece))
            or (_UNIT.match(piece) and has_body_word(text[chosen.end :].split(",", maxsplit=1)[0]))
        ):
            break
        chosen = token
        if _FIRM.match(text, token.end) and chosen is commas[-1]:
            continue
    return chosen


# Behind the name of a city: its state or country.
_PLACE_END: Final = later(
    r"\s(?:[A-Z]{2,3}|Mass\.|Calif\.|Conn\.|N\.Y\.|D\.C\.|United States|Australia|Canada|England"
    r"|Inc\.?|Ltd\.?|Co\.|LLC)(?=[:,.]|$)"
)
_CITY: Final = later(r"[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,3}")
# A part of the body that is named next: `Department of Psychology, University of X`
_UNIT: Final = later(
    r"(?:U\.S\. )?(?:Department|Office|Division|School|Faculty|Institute|Center|College)\b(?: of| for)?|U\.S\. "
)
TRAILING_YEAR: Final = later(
    r",?\s\(?(?:(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?\s(?:\d{1,2},\s)?)?(?:(?:1[5-9]"
    r"|20)\d\d[a-z]?(?:\s?[-/]\s?(?:1[5-9]|20)\d\d)?|no date|n\.d\.)\)?"
    r"[\s.,\x00]*(?:(?:at|pp?\.|[Ss]\.|ch(?:ap)?\.|sec\.)\s?\w?[\d-]+\.?(?:\sff?\.)?[\s\x00.]*)?$"
)
# `Title, 2019, Publisher`
_MIDDLE_YEAR: Final = later(r",\s(?:[A-Z][a-z]{2,8}\s\d{1,2},\s)?(?:1[5-9]|20)\d\d,\s(?=[A-Z])")
_TAIL_START: Final = later(
    r"\s(?:vols?\.|trans\.|translated|ed\.|eds\.|edited|\d{1,2}(?:st|nd"
    r"|rd|th|d|\.|[ªºae]) (?:[ée]d|Auf|(?:[a-zäöüß.]+ ){1,2}Auf)|(?:second|third|fourth|fifth|sixth|seventh) ed"
    r"|rev\. ed|(?:[Rr]esearch |[Tt]echnical )?[Rr]eport(?:,| no\.)|cat\. no\.|Grant,"
    r"|(?:[Ii]ssue|[Pp]olicy) brief,|Working [Pp]aper|[A-Z][A-Za-z. ]{2,24}: [A-Z])"
)
_FIRM: Final = later(r"\s(?:Inc|Ltd|LLC|Co|Corp|USA?|UK|[A-Z]{2})(?=[.,]|$)")
YEARLIKE: Final = later(r"\s?(?:1[5-9]|20)\d\d\s?年?[,.。]?\s*$")


# `Report (June 2019), p. 457`
_DATE_ALONE: Final = later(r"\((?:\d{1,2}\s)?(?:[A-Z][a-z]{2,8}\.?\s)(?:\d{1,2},\s)?(?:1[5-9]|20)\d\d\)")


def is_publication(text: str, token: Token) -> bool:
    """Tell whether brackets hold place and publisher, or a year: `(New York: Norton, 2010)`."""
    body = text[token.start : token.end]
    if token.opener == "(" and _DATE_ALONE.fullmatch(body):
        return True
    return token.opener == "(" and bool(re.search(r":\s|:.*\d{4}|,\s?(?:1[5-9]|20)\d\d", body))
