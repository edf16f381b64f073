"""Where the container begins behind an unmarked title: `In`, a journal's volume, and the separator before its name."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.scan import Kind, Token
from tipcite.formats.reftext.wording import HOST, HOST_HINT

# Where an unmarked title must have ended before: volume, issue and pages.
_ANCHOR: Final = later(
    r"(?:(?<=[,.。;:])\s?|\s)(?:(?:1[5-9]|20)\d\d,\s\d{1,4},\s?\d|\d{1,4}\s?[:./]\s?\d{1,2}\s?[,:]\s?(?:pp?\.|頁|页)?\s?\d+\s?-\s?\d+"
    r"|(?:[A-Z]-?)?\d{1,4}[A-Z]?\s?\([^()\x00]{1,24}\)"
    r"|第\s?[\d一二三四五六七八九十百]+\s?[卷期]|\d{1,4}卷|vol(?:ume|\.)?\s?\d+(?:\s?,?\s?(?:no|issue|iss|nr)\.?\s?\d)?"
    r"|(?:no|(?<=,\s)v)\.\s?\d"
    r"|(?:[A-Z]-?)?\d{1,4}\s?[,:]\s?[A-Za-z]?\d+\s?-\s?[A-Za-z]?\d+"
    r"|\d{1,4}\sSuppl(?:\.|ement)?(?:\s\d{1,3})?:|\d{1,4},\s?e?\d{2,7}(?=[.\x00。]"
    r"|$)|\((?:\d{1,4}|[增專]刊)\))",
    re.IGNORECASE,
)


def host_start(text: str, start: int) -> int | None:
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


def last_anchor(text: str, start: int, host: int | None) -> int | None:
    """Find where the container's volume, issue and pages begin; of several runs of figures the last."""
    matches = list(_ANCHOR.finditer(text, start + 2, host if host is not None else len(text)))
    if not matches:
        return None
    place = len(matches) - 1 if len(matches) < 4 else 0
    while place and not any(map(str.isalpha, text[matches[place - 1].end() : matches[place].start()])):
        # `, Vol. 14, No. 2, `
        place -= 1
    return matches[place].start()


def boundary_before(text: str, tokens: tuple[Token, ...], anchor: int, *, comma: bool) -> tuple[int, int] | None:
    """Find the separator before the container: a full stop or `?`, else the last comma with words behind it."""
    kinds = (Kind.STOP,)
    for token in reversed(tokens):
        if token.end > anchor or token.kind not in kinds or token.weak:
            continue
        if _has_name(text, token.end, anchor) and not _is_in_short_name(text, token, anchor):
            return _before_abbreviations(text, tokens, token)
    query = question_end(text, tokens[0].start, anchor)
    if query is not None:
        return query, query
    if _GEOLOGY.match(text, anchor):
        # `Title: Journal, v. 33, p. 20`
        colons = [token for token in tokens if token.kind is Kind.COLON and token.end <= anchor]
        if colons:
            return colons[-1].start, colons[-1].end
    if comma:
        for token in reversed(tokens):
            if (
                token.end <= anchor
                and token.kind is Kind.COMMA
                and any(char.isalpha() for char in text[token.end : anchor])
            ):
                return token.start, token.end
    return None


_MONTH: Final = later(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b")
_ONE_WORD: Final = later(r"[.?!]\s[A-Z][a-z]{1,9}$")
_ALL_SHORT: Final = later(r"\s(?:[A-Z][a-z]{0,9}\.[ ,]?\s?){1,5}(?:(?:1[5-9]|20)\d\d|\x00+)?[\s,;]*$")


def _has_name(text: str, start: int, end: int) -> bool:
    """Tell whether words stand between two places, the month of a date not counted: `Ann Surg. 2020 Jul;14(7)`."""
    piece = text[start:end]
    return any(map(str.isalpha, piece)) and any(map(str.isalpha, _MONTH.sub("", piece)))


def _is_in_short_name(text: str, token: Token, anchor: int) -> bool:
    """`Paint. Langm. Surf. Sci. 2014, 30`: a sentence of one word before words that are all abbreviated is one too."""
    return bool(_ALL_SHORT.fullmatch(text, token.end, anchor)) and bool(_ONE_WORD.search(text, 0, token.start))


_GEOLOGY: Final = later(r"\s?v\.\s\d")

_ABBREVIATED: Final = later(r"(?:[A-Z][A-Za-z-]*\s){0,2}[A-Z][a-z]{0,6}")


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


def question_end(text: str, start: int, end: int) -> int | None:
    """`What is X? Journal of Y`: a question mark ends the title where no full stop does."""
    found = [match.end() for match in re.finditer(r"[?!](?=\s[A-Z\u3400-\u9fff]|[\u3400-\u9fff])", text[start:end])]
    return start + found[-1] if found and any(char.isalpha() for char in text[start + found[-1] : end]) else None
