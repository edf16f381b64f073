"""A title without marks: everything before the host, before the container of the volume, or the first sentence."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.boundaries import boundary_before, host_start, last_anchor, question_end
from tipcite.formats.reftext.draft import HOLE, Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.publishercomma import SMALL_WORD, TRAILING_YEAR, YEARLIKE, before_publisher, is_publication
from tipcite.formats.reftext.reference import Confidence
from tipcite.formats.reftext.scan import Kind, Token, han_share, scan
from tipcite.formats.reftext.subtitle import subtitle_stop
from tipcite.formats.reftext.titlespan import TitleSpan

PERIODICAL: Final = later(
    r"學報|学报|期刊|季刊|月刊|週刊|周刊|雜誌|杂志|論叢|论丛|評論$|评论$|[學学叢丛集]刊$|\bJournal\b|\bReview$|\bQuarterly$"
)


def find_unmarked(draft: Draft, start: int, *, comma: bool) -> TitleSpan:
    """An unmarked title: everything before the host, before the container of the volume, or the first sentence."""
    text = draft.text
    tokens = scan(text, start)
    stops = [token for token in tokens if token.kind is Kind.STOP and not token.weak]
    host = host_start(text, start)
    if draft.note_start > start + 2 and (host is None or host > draft.note_start):
        return TitleSpan(start=start, end=draft.note_start, rest=draft.note_start)
    edition = _EDITION_NEXT.search(text, start + 2) if " ed" in text else None
    if edition is not None and (host is None or edition.start() < host):
        return TitleSpan(start=start, end=edition.start(), rest=edition.start())
    described = _described_end(text, tokens, host)
    if described is not None:
        return TitleSpan(start=start, end=described.start, rest=described.end)
    alone = _JOURNAL_ALONE.match(text, start)
    if alone is not None:
        return TitleSpan(start=start, end=alone.end("name"), rest=alone.end())
    anchor = last_anchor(text, start, host)
    if anchor is not None:
        stop = boundary_before(text, tokens, anchor, comma=comma)
        if stop is not None and (host is None or stop[0] < host):
            return TitleSpan(start=start, end=stop[0], rest=stop[1])
        if stop is None:
            periodical = _before_periodical(text, tokens, start, anchor)
            if periodical is not None:
                return periodical
    first = next((token for token in stops if draft.has_words(start, token.start)), None)
    if host is not None and (first is None or host <= first.start + 2):
        return TitleSpan(start=start, end=host, rest=host)
    query = question_end(text, start, first.start if first else len(text))
    later = first is not None and draft.has_words(first.end, len(text))
    if query is not None and not later and not TRAILING_YEAR.search(text, query):
        return TitleSpan(start=start, end=query, rest=query)
    return _first_sentence(draft, start, tokens, stops, comma=comma)


# `Water Pract. 2018, 13, 12`: chemists leave the title out (RSC, ACS)
_JOURNAL_ALONE: Final = later(
    r"(?P<name>(?:[A-Z][A-Za-z]{0,11}\.?\s){0,5}[A-Z][a-z]{1,9}\.)\s(?=(?:19|20)\d\d, \d{1,4})"
)


# `The Elements of Sailing, fourth ed. Longman, New York.` (Elsevier)
_EDITION_NEXT: Final = later(
    r",\s(?=(?:\d{1,2}(?:st|nd|rd|th|d)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|rev\.|revised)\s"
    r"(?:rev\.\s)?ed(?:ition|n)?[.,]\s[A-Z])"
)


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


# `, vol. 12, n° 3`: a volume that has issues is a periodical's
_ISSUE_BEHIND: Final = later(r",?\s?vol\.\s?\d+,\s(?:no\.|n°|n\.|iss\.|issue)\s?\d", re.IGNORECASE)


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
        or (named and _ISSUE_BEHIND.match(text, anchor) and piece.strip()[:1].isupper())
        or (named and _is_in_capitals(piece) and SMALL_WORD.search(text, start, named[-1].start))
    )
    if not known or (named and named[-1].kind is Kind.STOP and not named[-1].weak):
        return None
    if named:
        return TitleSpan(start=start, end=named[-1].start, rest=named[-1].end)
    return None if any(token.kind is Kind.STOP for token in before) else TitleSpan(start=start, end=anchor, rest=anchor)


# `Formosan J. Nurs. Res.`
_SHORT_NAME: Final = later(r"\bJ\.|\b(?:Trans|Proc|Res|Rev|Lett|Sci|Med|Eng|Stud|Ann|Bull|Arch)\.")


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
    published = next((token for token in tokens if token.kind is Kind.GROUP and is_publication(text, token)), None)
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
        and (not any(stop.start < last for stop in stops) or _parts_with_commas(draft, start, stops, commas))
    ):
        return before_publisher(draft, start, commas)
    if comma and commas and (not stops or commas[0].start < stops[0].start):
        return TitleSpan(start=start, end=commas[0].start, rest=commas[0].end, sure=Confidence.DOUBTFUL)
    subtitle = subtitle_stop(draft, start, stops)
    if subtitle is not None:
        return TitleSpan(start=start, end=subtitle.start, rest=subtitle.end)
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
    group = next((token for token in tokens if token.kind is Kind.GROUP and is_publication(text, token)), None)
    if group is not None and group.start < end:
        return TitleSpan(start=start, end=group.start, rest=group.start)
    cut = next((token.start for token in commas if YEARLIKE.match(text, token.end)), end)
    return TitleSpan(start=start, end=min(cut, end), rest=min(cut, end), sure=Confidence.DOUBTFUL)


def _parts_with_commas(draft: Draft, start: int, stops: list[Token], commas: list[Token]) -> bool:
    """`G. Agamben, Homo sacer. Il potere sovrano, Einaudi, Torino 1995`: one full stop among commas is the title's."""
    inner = [stop for stop in stops if draft.has_words(stop.end, len(draft.text))]
    return (
        len(inner) == 1
        and draft.raw[:start].rstrip()[-1:] == ","
        and commas[-1].start > inner[0].end
        and TRAILING_YEAR.search(draft.text, inner[0].end) is not None
        and ":" not in draft.text[inner[0].end :]
    )


def _site_stop(draft: Draft, start: int, stops: list[Token]) -> Token | None:
    """A title of several sentences in a newspaper or on a site: the last sentence is the container's (APA 7, 10.16)."""
    issued = draft.dates.get("issued")
    daily = issued is not None and bool(issued.parts) and len(issued.parts[0]) == 3
    later = [
        stop for stop in stops if draft.has_words(stop.end, len(draft.text)) and draft.has_words(start, stop.start)
    ]
    return later[-1] if daily and len(later) > 1 else None
