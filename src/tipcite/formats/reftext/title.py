"""The title: between marks, before `[J]`, or the sentences before the container's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tipcite.formats.reftext.bodies import has_body_word, is_body
from tipcite.formats.reftext.draft import HOLE, Draft
from tipcite.formats.reftext.reference import Confidence
from tipcite.formats.reftext.scan import TITLE_MARKS, Kind, Token, han_share, is_han, match_brackets, scan
from tipcite.formats.reftext.wording import HOST, HOST_HINT, THESIS

_MARK_ENDS: Final = {"〈": "〉", "《": "》", "「": "」", "『": "』", "“": "”", '"': '"'}


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleSpan:
    """Where the title stands, what encloses it, where the rest begins, how sure that is."""

    start: int
    end: int
    rest: int
    opener: str = ""
    sure: Confidence = Confidence.LIKELY


def find_title(draft: Draft, start: int, marker: tuple[int, int] | None, *, comma: bool) -> TitleSpan | None:
    """Find the title that begins at `start`; `comma` says that the entry parts its fields with commas."""
    text = draft.text
    while start < len(text) and (text[start] in " ,.;:。、" or text[start] == HOLE):
        start += 1
    if start >= len(text):
        return None
    marked = _marked(draft, start)
    if marked is not None and not (marker and marked.end < marker[0] - 3 and draft.has_words(marked.rest, marker[0])):
        return marked
    unopened = None if marker else _unopened(draft, start)
    if unopened is not None:
        return unopened
    if marker is not None and marker[0] > start:
        return _before(start, marker[0], marker[1])
    slashes = text.find("//", start)
    if slashes > start:
        return _before(start, slashes, slashes)
    return _unmarked(draft, start, comma=comma)


def _before(start: int, end: int, rest: int) -> TitleSpan:
    return TitleSpan(start=start, end=end, rest=rest, sure=Confidence.CERTAIN)


def _marked(draft: Draft, start: int) -> TitleSpan | None:
    text = draft.text
    opener = text[start]
    if opener in ("‘", "'"):
        return _single_quoted(draft, start)
    if opener not in TITLE_MARKS and opener != '"':
        return None
    pairs, _ = match_brackets(text[start:])
    close = pairs.get(0)
    if close is None:
        return _unclosed(draft, start)
    inner, end = start + 1, start + close
    while end - inner > 2 and text[inner] == opener and text[end - 1] == _MARK_ENDS[opener]:
        inner, end, opener = inner + 1, end - 1, "《" if opener == "〈" else opener
    after = start + close + 1
    if _goes_on(text, opener, start, after):
        return None
    extended = _extension(text, after)
    if extended > after:
        return TitleSpan(start=start, end=extended, rest=extended, opener=opener)
    return TitleSpan(start=inner, end=end, rest=after, opener=opener, sure=Confidence.CERTAIN)


# `“Nobody asked us”: Victims’ voices`, `「假結婚」？面談制度`, `“Fake news” and the law`
_GOING_ON: Final = re.compile(
    r":\s(?!\d)\w|[?？!！][^\s.,。)]|\s(?!in\b|ed\b|eds\b|edited\b|trans\b|translated\b|vol\b|no\b|pp?\b|at\b|accessed\b|from\b|retrieved\b"
    r"|available\b|viewed\b|last\b|by\b|doi\b)[a-z]{2,}\s"
)


def _goes_on(text: str, opener: str, start: int, after: int) -> bool:
    """Tell whether the marks enclose only the first words of a title that stands without marks."""
    if opener not in '“"「' or text[after - 2] in ",.。" or not _GOING_ON.match(text, after):
        return False
    return text[after] != ":" or (_MARK_BEHIND.search(text, after) is None and " [" not in text[after : after + 3])


_MARK_BEHIND: Final = re.compile(r"[《“\"「]")


TAIL_WORD: Final = re.compile(
    r"[載载收見见刊輯第頁页卷期發发出博碩硕學译譯主編编，,]|\d|(?:[\u3400-\u9fff·]{2,12}(?:[譯译編编]))"
)


def _extension(text: str, index: int) -> int:
    """`〈甲〉與〈乙〉`, `《甲》研究`: a title goes on behind its marks where Han follows without a separator."""
    if index >= len(text) or not (is_han(text[index])) or TAIL_WORD.match(text, index):
        return index
    end = next((token.start for token in scan(text, index) if token.kind not in (Kind.TEXT, Kind.GROUP)), len(text))
    # Longer, or a body or an edition, it is the next field, its separator forgotten.
    piece = text[index:end].strip()
    return index if len(piece) > 8 or is_body(piece) or piece.endswith(("本", "版")) else end


def _single_quoted(draft: Draft, start: int) -> TitleSpan | None:
    match = re.compile(r"[‘'](?P<title>[^\x00]{2,400}?)[,.]?[’'](?=\s?[,.;(]|\s+[A-Zi]|$|\s?\x00)").match(
        draft.text, start
    )
    if match is None:
        return None
    return TitleSpan(
        start=match.start("title"), end=match.end("title"), rest=match.end(), opener="“", sure=Confidence.CERTAIN
    )


def _unclosed(draft: Draft, start: int) -> TitleSpan:
    """A quotation mark that is never closed: the title ends where the container's sentence begins."""
    other = _OTHER_CLOSER.match(draft.text, start + 1)
    if other:
        draft.find("mismatched-quote", start, draft.raw[start] + draft.raw[other.end() - 1])
        opener = draft.text[start]
        return TitleSpan(start=start + 1, end=other.end() - 1, rest=other.end(), opener=opener)
    draft.find("unclosed-quote", start, draft.raw[start])
    draft.text = draft.text[:start] + " " + draft.text[start + 1 :]
    inner = _unmarked(draft, start + 1, comma=han_share(draft.text[start + 1 : start + 60]) > 0.4)
    return TitleSpan(start=start + 1, end=inner.end, rest=inner.rest, opener=draft.raw[start], sure=Confidence.LIKELY)


def _unopened(draft: Draft, start: int) -> TitleSpan | None:
    """A closing mark that nothing opened ends the title: `Vulnerability.” Journal of …`."""
    text = draft.text
    pairs, _ = match_brackets(text[start:])
    closed = set(pairs.values())
    found = next(
        (index for index in range(start, len(text)) if text[index] in "〉》」”" and index - start not in closed), None
    )
    if found is None or found - start < 2:
        return None
    draft.find("unopened-quote", found, draft.raw[found])
    draft.text = text[:found] + HOLE + text[found + 1 :]
    return TitleSpan(start=start, end=found, rest=found + 1, opener="“" if text[found] == "”" else "〈")


_OTHER_CLOSER: Final = re.compile(r"[^〈《「『“〉》」』”\x00]{2,200}[〉》」』”](?=\s?(?:[,.。:;(〈《「]|$|\x00))")

# Where an unmarked title must have ended before: volume, issue and pages.
_ANCHOR: Final = re.compile(
    r"(?:(?<=[,.。;:])\s?|\s)(?:(?:1[5-9]|20)\d\d,\s\d{1,4},\s?\d|\d{1,4}\s?[:./]\s?\d{1,2}\s?[,:]\s?(?:pp?\.|頁|页)?\s?\d+\s?-\s?\d+"
    r"|(?:[A-Z]-?)?\d{1,4}[A-Z]?\s?\([^()\x00]{1,24}\)"
    r"|第\s?[\d一二三四五六七八九十百]+\s?[卷期]|\d{1,4}卷|vol(?:ume|\.)?\s?\d+(?:\s?,?\s?(?:no|issue|iss|nr)\.?\s?\d)?"
    r"|no\.\s?\d"
    r"|(?:[A-Z]-?)?\d{1,4}\s?[,:]\s?[A-Za-z]?\d+\s?-\s?[A-Za-z]?\d+|\d{1,4},\s?e?\d{2,7}(?=[.\x00。]"
    r"|$)|\((?:\d{1,4}|[增專]刊)\))",
    re.IGNORECASE,
)


PERIODICAL: Final = re.compile(
    r"學報|学报|期刊|季刊|月刊|週刊|周刊|雜誌|杂志|論叢|论丛|評論$|评论$|[學学叢丛集]刊$|\bJournal\b|\bReview$|\bQuarterly$"
)


def _unmarked(draft: Draft, start: int, *, comma: bool) -> TitleSpan:
    """An unmarked title: everything before the host, before the container of the volume, or the first sentence."""
    text = draft.text
    tokens = scan(text, start)
    stops = [token for token in tokens if token.kind is Kind.STOP and not token.weak]
    host = _host(text, start)
    if draft.note_start > start + 2 and (host is None or host > draft.note_start):
        return TitleSpan(start=start, end=draft.note_start, rest=draft.note_start)
    described = _described_end(text, tokens, host)
    if described is not None:
        return TitleSpan(start=start, end=described.start, rest=described.end)
    anchor = _last_anchor(text, start, host)
    if anchor is not None:
        stop = _boundary_before(text, tokens, anchor, comma=comma)
        if stop is not None and (host is None or stop[0] < host):
            return TitleSpan(start=start, end=stop[0], rest=stop[1])
        if stop is None:
            periodical = _before_periodical(text, tokens, start, anchor)
            if periodical is not None:
                return periodical
    first = next((token for token in stops if draft.has_words(start, token.start)), None)
    if host is not None and (first is None or host <= first.start + 2):
        return TitleSpan(start=start, end=host, rest=host)
    query = _question_end(text, start, first.start if first else len(text))
    later = first is not None and draft.has_words(first.end, len(text))
    if query is not None and not later and not _TRAILING_YEAR.search(text, query):
        return TitleSpan(start=start, end=query, rest=query)
    return _first_sentence(draft, start, tokens, stops, comma=comma)


def _described_end(text: str, tokens: tuple[Token, ...], host: int | None) -> Token | None:
    """`Title [Conference session]. Society`: a description in square brackets ends the title (APA 7, 9.21)."""
    for place, token in enumerate(tokens[:-1]):
        following = tokens[place + 1]
        described = token.kind is Kind.GROUP and token.opener == "[" and text[token.start + 1].isupper()
        if host is not None and token.start > host:
            return None
        if described and following.kind is Kind.STOP and following.start == token.end and token.start > tokens[0].start:
            return following
    return None


def _before_periodical(text: str, tokens: tuple[Token, ...], start: int, anchor: int) -> TitleSpan | None:
    """`Title, Journal of X, 9:2, 91-109`: a comma is the boundary where a journal's name follows; or it is alone."""
    before = [
        token
        for token in tokens
        if token.end <= anchor and (token.kind is Kind.COMMA or (token.kind is Kind.STOP and not token.weak))
    ]
    named = [token for token in before if any(map(str.isalpha, text[token.end : anchor]))]
    begin = named[-1].end if named else start
    piece = text[begin:anchor].rstrip(" ,.:(")
    known = (
        PERIODICAL.search(piece)
        or _SHORT_NAME.search(piece)
        or (named and _is_in_capitals(piece) and _SMALL_WORD.search(text, start, named[-1].start))
    )
    if not known or (named and named[-1].kind is Kind.STOP and not named[-1].weak):
        return None
    if named:
        return TitleSpan(start=start, end=named[-1].start, rest=named[-1].end)
    return None if any(token.kind is Kind.STOP for token in before) else TitleSpan(start=start, end=anchor, rest=anchor)


# `Formosan J. Nurs. Res.`
_SHORT_NAME: Final = re.compile(r"\bJ\.|\b(?:Trans|Proc|Res|Rev|Lett|Sci|Med|Eng|Stud|Ann|Bull|Arch)\.")


# A title in sentence case has one of these; a capitalised clause behind it is no part of it.
_SMALL_WORD: Final = re.compile(
    r"(?<=\s)(?!from\b|with\b|between\b|into\b|over\b|under\b|that\b|their\b|upon\b)[a-z]{4,}(?=[\s,:;?.]|$)"
)


def _is_in_capitals(piece: str) -> bool:
    """Tell whether a clause is written as a journal's name: every word of it that counts has a capital."""
    words = [word for word in piece.split() if word.isalpha() and word not in ("of", "and", "the", "in", "for", "on")]
    return 2 <= len(words) <= 8 and all(word[0].isupper() for word in words)


def _first_sentence(
    draft: Draft, start: int, tokens: tuple[Token, ...], stops: list[Token], *, comma: bool
) -> TitleSpan:
    text = draft.text
    commas = [token for token in tokens if token.kind is Kind.COMMA]
    last = len(text.rstrip(" .,;。\x00"))
    published = next((token for token in tokens if token.kind is Kind.GROUP and _is_publication(text, token)), None)
    if published is not None and not any(stop.end <= published.start for stop in stops):
        before = [token for token in commas if token.start < published.start] if comma else []
        if not before and published.start > start:
            return TitleSpan(start=start, end=published.start, rest=published.start)
    # `Author. 2000. Title, with commas.`: what has parted author and year with full stops parts the rest so
    sentences = "issued" in draft.dates and draft.raw[:start].rstrip()[-1:] == "."
    if (
        not comma
        and not sentences
        and han_share(text[start:]) < 0.4
        and commas
        and not any(stop.start < last for stop in stops)
    ):
        return _before_publisher(draft, start, commas)
    if comma and commas and (not stops or commas[0].start < stops[0].start):
        return TitleSpan(start=start, end=commas[0].start, rest=commas[0].end, sure=Confidence.DOUBTFUL)
    site = _site_stop(draft, start, stops)
    if site is not None:
        return TitleSpan(start=start, end=site.start, rest=site.end)
    for stop in stops:
        following = text[stop.end :].lstrip()
        if re.match(r"[a-z]+(?![a-z]*[A-Z])", following) or re.match(
            r"(?:Part|Book|Volume|Vol\.|No\.)\s[\dIVX]", following
        ):
            continue
        return TitleSpan(start=start, end=stop.start, rest=stop.end)
    hole = text.find(HOLE, start)
    end = hole if hole > start else len(text)
    group = next((token for token in tokens if token.kind is Kind.GROUP and _is_publication(text, token)), None)
    if group is not None and group.start < end:
        return TitleSpan(start=start, end=group.start, rest=group.start)
    cut = next((token.start for token in commas if _YEARLIKE.match(text, token.end)), end)
    return TitleSpan(start=start, end=min(cut, end), rest=min(cut, end), sure=Confidence.DOUBTFUL)


def _site_stop(draft: Draft, start: int, stops: list[Token]) -> Token | None:
    """A title of several sentences in a newspaper or on a site: the last sentence is the container's (APA 7, 10.16)."""
    issued = draft.dates.get("issued")
    daily = issued is not None and bool(issued.parts) and len(issued.parts[0]) == 3
    later = [
        stop for stop in stops if draft.has_words(stop.end, len(draft.text)) and draft.has_words(start, stop.start)
    ]
    return later[-1] if daily and len(later) > 1 else None


def _before_publisher(draft: Draft, start: int, commas: list[Token]) -> TitleSpan:
    """Fields parted by commas, Western: `Title, with Commas: Subtitle, Place: Publisher, 2016.`"""
    text = draft.text
    end = len(text)
    year = _TRAILING_YEAR.search(text, start)
    middle = _MIDDLE_YEAR.search(text, start + 8) if year is None and "issued" not in draft.dates else None
    if middle and draft.has_words(start, middle.start()):
        return TitleSpan(start=start, end=middle.start(), rest=middle.start())
    if year:
        end = year.start()
    hole = text.find(HOLE, start)
    if start < hole < end:
        end = hole
    opened = next(
        (token.start for token in scan(text, start, end) if token.kind is Kind.GROUP and _is_publication(text, token)),
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
        and _SMALL_WORD.search(text, start, earlier[-1].start)
    ):
        cut = earlier[-1]  # `Port of no return, Milan, Feltro Editore`
    return TitleSpan(start=start, end=cut.start, rest=cut.end, sure=Confidence.DOUBTFUL)


_CITY_ALONE: Final = re.compile(r"\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?")


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
_PLACE_END: Final = re.compile(
    r"\s(?:[A-Z]{2,3}|Mass\.|Calif\.|Conn\.|N\.Y\.|D\.C\.|United States|Australia|Canada|England"
    r"|Inc\.?|Ltd\.?|Co\.|LLC)(?=[:,.]|$)"
)
_CITY: Final = re.compile(r"[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,3}")
# A part of the body that is named next: `Department of Psychology, University of X`
_UNIT: Final = re.compile(
    r"(?:U\.S\. )?(?:Department|Office|Division|School|Faculty|Institute|Center|College)\b(?: of| for)?|U\.S\. "
)
_TRAILING_YEAR: Final = re.compile(
    r",?\s\(?(?:(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?\s(?:\d{1,2},\s)?)?(?:(?:1[5-9]"
    r"|20)\d\d[a-z]?(?:\s?[-/]\s?(?:1[5-9]|20)\d\d)?|no date|n\.d\.)\)?"
    r"[\s.,\x00]*(?:(?:at|pp?\.|ch(?:ap)?\.|sec\.)\s?\w?[\d-]+\.?[\s\x00.]*)?$"
)
# `Title, 2019, Publisher`
_MIDDLE_YEAR: Final = re.compile(r",\s(?:[A-Z][a-z]{2,8}\s\d{1,2},\s)?(?:1[5-9]|20)\d\d,\s(?=[A-Z])")
_TAIL_START: Final = re.compile(
    r"\s(?:vols?\.|trans\.|translated|ed\.|eds\.|edited|\d{1,2}(?:st|nd"
    r"|rd|th) ed|rev\. ed|(?:[Rr]esearch |[Tt]echnical )?[Rr]eport,|Grant,"
    r"|(?:[Ii]ssue|[Pp]olicy) brief,|Working [Pp]aper|[A-Z][A-Za-z. ]{2,24}: [A-Z])"
)
_FIRM: Final = re.compile(r"\s(?:Inc|Ltd|LLC|Co|Corp|USA?|UK|[A-Z]{2})(?=[.,]|$)")
_YEARLIKE: Final = re.compile(r"\s?(?:1[5-9]|20)\d\d\s?年?[,.。]?\s*$")


# `Report (June 2019), p. 457`
_DATE_ALONE: Final = re.compile(r"\((?:\d{1,2}\s)?(?:[A-Z][a-z]{2,8}\.?\s)(?:\d{1,2},\s)?(?:1[5-9]|20)\d\d\)")


def _is_publication(text: str, token: Token) -> bool:
    """Tell whether brackets hold place and publisher, or a year: `(New York: Norton, 2010)`."""
    body = text[token.start : token.end]
    if token.opener == "(" and _DATE_ALONE.fullmatch(body):
        return True
    return token.opener == "(" and bool(re.search(r":\s|:.*\d{4}|,\s?(?:1[5-9]|20)\d\d", body))


def _host(text: str, start: int) -> int | None:
    """Find `. In `, 。載於, ，見, behind which the whole stands that the work is part of."""
    if not HOST_HINT.search(text, start + 2):
        return None
    for match in HOST.finditer(text, start + 2):
        word = match["word"]
        if word.startswith("in") and text[match.start()] not in ',.”"':
            continue
        if (
            word.startswith("In")
            and text[match.start()] not in '.?!”",;\x00'
            and text[match.start() - 1] not in '.?!)]”"'
        ):
            continue
        if (
            not word.isascii()
            and text[match.start()] not in '.。,;:〉》」”"\x00'
            and text[match.start() - 1] not in ".。,;:"
        ):
            continue
        return match.start() if text[match.start()] in ".。,;: " else match.start("word")
    return None


def _last_anchor(text: str, start: int, host: int | None) -> int | None:
    matches = list(_ANCHOR.finditer(text, start + 2, host if host is not None else len(text)))
    if not matches:
        return None
    place = len(matches) - 1 if len(matches) < 4 else 0
    while place and not any(map(str.isalpha, text[matches[place - 1].end() : matches[place].start()])):
        # `, Vol. 14, No. 2, `
        place -= 1
    return matches[place].start()


def _boundary_before(text: str, tokens: tuple[Token, ...], anchor: int, *, comma: bool) -> tuple[int, int] | None:
    """Find the separator before the container: a full stop or `?`, else the last comma with words behind it."""
    kinds = (Kind.STOP,)
    for token in reversed(tokens):
        if token.end > anchor or token.kind not in kinds or token.weak:
            continue
        if _has_name(text, token.end, anchor) and not _is_in_short_name(text, token, anchor):
            return _before_abbreviations(text, tokens, token)
    query = _question_end(text, tokens[0].start, anchor)
    if query is not None:
        return query, query
    if comma:
        for token in reversed(tokens):
            if (
                token.end <= anchor
                and token.kind is Kind.COMMA
                and any(char.isalpha() for char in text[token.end : anchor])
            ):
                return token.start, token.end
    return None


_MONTH: Final = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b")
_ONE_WORD: Final = re.compile(r"[.?!]\s[A-Z][a-z]{1,9}$")
_ALL_SHORT: Final = re.compile(r"\s(?:[A-Z][a-z]{0,9}\.[ ,]?\s?){1,5}(?:(?:1[5-9]|20)\d\d|\x00+)?[\s,;]*$")


def _has_name(text: str, start: int, end: int) -> bool:
    """Tell whether words stand between two places, the month of a date not counted: `Ann Surg. 2020 Jul;14(7)`."""
    piece = text[start:end]
    return any(map(str.isalpha, piece)) and any(map(str.isalpha, _MONTH.sub("", piece)))


def _is_in_short_name(text: str, token: Token, anchor: int) -> bool:
    """`Paint. Langm. Surf. Sci. 2014, 30`: a sentence of one word before words that are all abbreviated is one too."""
    return bool(_ALL_SHORT.fullmatch(text, token.end, anchor)) and bool(_ONE_WORD.search(text, 0, token.start))


_ABBREVIATED: Final = re.compile(r"(?:[A-Z][A-Za-z-]*\s){0,2}[A-Z][a-z]{0,6}")


def _before_abbreviations(text: str, tokens: tuple[Token, ...], stop: Token) -> tuple[int, int]:
    """`Tidal rights. Coast. Law Rev. 9`: stops behind the shortened words of a journal's name end nothing."""
    boundary = stop
    before = [token for token in tokens if token.end <= stop.start and token.kind in (Kind.STOP, Kind.COMMA)]
    while before and before[-1].start > tokens[0].start:
        piece = text[before[-1].end : boundary.start].strip()
        weak = before[-1].kind is Kind.STOP and before[-1].weak
        if not weak and not _ABBREVIATED.fullmatch(piece):
            break
        boundary = before.pop()
    return boundary.start, boundary.end


def _question_end(text: str, start: int, end: int) -> int | None:
    """`What is X? Journal of Y`: a question mark ends the title where no full stop does."""
    found = [match.end() for match in re.finditer(r"[?!](?=\s[A-Z\u3400-\u9fff]|[\u3400-\u9fff])", text[start:end])]
    return start + found[-1] if found and any(char.isalpha() for char in text[start + found[-1] : end]) else None
