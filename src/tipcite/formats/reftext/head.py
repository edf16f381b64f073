"""The begin of an entry: where the creators end, the date beside them, and where the title begins.

Families, told apart by where the date and the title's marks stand:

1. creators (date) title        APA, Harvard, most Taiwanese journals
2. creators, date, title        the social sciences in Taiwan, Chicago author-date, GB/T author-date
3. creators 〈title〉 …           MLA, Chicago notes, 作者：〈篇名〉
4. creators. title[J]. …        GB/T 7714 numeric
5. creators. title. …           Vancouver; 作者：書名
6. title (date)                 no creators
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tipcite.formats.reftext.bodies import is_body
from tipcite.formats.reftext.creatorsend import (
    ENDS_IN_ROLE,
    are_han_creators,
    are_mixed_creators,
    creators_end,
    is_creator,
)
from tipcite.formats.reftext.dates import FoundDate, find_bare_roc_year, find_dates
from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.scan import TITLE_MARKS, Kind, Token, han_share, is_han
from tipcite.formats.reftext.title import TAIL_WORD
from tipcite.formats.reftext.westernnames import is_name_list, is_one_body


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where creators, date and title stand; `title_end` is set where the date stands behind the title."""

    creators: tuple[int, int] | None = None
    date: FoundDate | None = None
    date_span: tuple[int, int] = (0, 0)
    title_start: int = 0
    title_end: int | None = None
    sure: bool = True


def find_head(draft: Draft, tokens: tuple[Token, ...], marker: int | None) -> Head:
    """Choose the family of an entry; `marker` is where `[J]` stands."""
    limit = _limit(draft, tokens, marker)
    for found in find_dates(draft.text, 0, limit):
        head = _with_date(draft, tokens, found)
        if head is not None:
            return head
    roc = find_bare_roc_year(draft.text, limit)
    if (
        roc is not None
        and han_share(draft.text[: roc.start]) > 0.4
        and are_han_creators(draft.text[: roc.start].rstrip(" (,"))
    ):
        head = _with_date(draft, tokens, roc)
        if head is not None:
            return head
    mark = _first_title_mark(draft, tokens)
    if mark is not None and (marker is None or mark.start < marker):
        creators = _trimmed(draft, 0, mark.start)
        return Head(creators=creators, title_start=mark.start)
    end = creators_end(draft, tokens, limit, marker=marker is not None)
    if end is None:
        return Head(title_start=0)
    return Head(creators=_trimmed(draft, 0, end[0]), title_start=end[1], sure=marker is not None)


def _limit(draft: Draft, tokens: tuple[Token, ...], marker: int | None) -> int:
    """Nothing behind the first title mark, type marker, `//` or address belongs to the head."""
    mark = _first_title_mark(draft, tokens)
    slashes = next((token.start for token in tokens if token.kind is Kind.SLASHES), None)
    ends = [place for place in (marker, slashes, mark.start if mark else None) if place is not None]
    return min(ends, default=len(draft.text))


def _first_title_mark(draft: Draft, tokens: tuple[Token, ...]) -> Token | None:
    """Find the first marked piece that stands for itself: one inside a running title has text on both sides."""
    for place, token in enumerate(tokens):
        if token.kind is not Kind.GROUP or token.opener not in TITLE_MARKS | {'"'}:
            continue
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        closed = (
            after is None
            or after.kind not in (Kind.TEXT, Kind.ENUMERATION)
            or _ends_inside(draft, token)
            or bool(TAIL_WORD.match(draft.text, after.start))
        )
        spaced = after is not None and draft.text[token.end : token.end + 1] == " "
        opened = (
            before is None
            or before.kind is not Kind.TEXT
            or (place == 1 and is_creator(draft.text[before.start : before.end]))
        )
        if opened and (closed or spaced or after is None or not is_han(draft.text[after.start])):
            return token
    return None


def _ends_inside(draft: Draft, token: Token) -> bool:
    return draft.text[token.end - 2] in ",.?!"


_PAGE_WORDS: Final = re.compile(
    r"頁|页|第|卷|期|版|年|月|\b(?:pp?|vols?|no|ed|at|pages?|[ivxlc]+|[A-Z]\d+)\b\.?", re.IGNORECASE
)


def _with_date(draft: Draft, tokens: tuple[Token, ...], found: FoundDate) -> Head | None:
    """Read a date as the head's, if it stands as one does there."""
    text = draft.text
    enclosed = _enclosure(text, found)
    start, end = enclosed or (found.start, found.end)
    if _inside_group(tokens, start, end, enclosed is not None):
        return None
    after = _title_after(text, end)
    creators = _trimmed(draft, 0, start)
    follows = any(char.isalpha() for char in _PAGE_WORDS.sub("", text[after:]))
    if creators is None:
        return Head(date=found, date_span=(0, after), title_start=after) if follows else None
    if enclosed is None and not (_stands_alone(text, start, end) and follows):
        return None
    if not follows and enclosed is not None and _is_end(text, end) and _is_sentence_before(text, start):
        return Head(date=found, date_span=(start, end), title_start=0, title_end=creators[1], sure=False)
    if not follows or not _may_be_creators(draft, tokens, creators, enclosed=enclosed is not None):
        return None
    if enclosed is not None and _is_title_first(text, creators, after):
        return Head(date=found, date_span=(start, end), title_start=0, title_end=creators[1], sure=False)
    return Head(creators=creators, date=found, date_span=(start, after), title_start=after)


def _is_sentence_before(text: str, index: int) -> bool:
    before = text[:index].rstrip()
    if re.match(r"[(\[]\d{4}-\d", text[index:]):
        return False
    return before[-1:] in ".。?!" or (han_share(before) > 0.4 and not re.search(r"[,.。]", before))


def _is_end(text: str, index: int) -> bool:
    return not any(char.isalnum() for char in text[index:])


def _enclosure(text: str, found: FoundDate) -> tuple[int, int] | None:
    """Answer the bracket that holds nothing but the date (and `c.`, a status, another year)."""
    start = found.start
    opened = re.search(r"[(\[]\s?(?:c\.?|ca\.?|約|西元|公元|民國?)?,?\s?$", text[max(0, start - 18) : start])
    if opened is None:
        return None
    closed = re.compile(r"\s?(?:[/-]\s?\d{2,4})?[^()\[\]\x00]{0,40}?[)\]]").match(text, found.end)
    if closed is None or ":" in closed.group() or _NOT_BEHIND_DATE.match(text, closed.end()):
        return None
    return max(0, start - 18) + opened.start(), closed.end()


# `(2000-2020)[DS]` is a title's end, `(2013)锡民终字第497号` a case number.
_NOT_BEHIND_DATE: Final = re.compile(r"\s?\[[A-Z/]{1,5}\]|[\u3400-\u9fff]{1,8}字第?")


def _inside_group(tokens: tuple[Token, ...], start: int, end: int, enclosed: bool) -> bool:
    return any(
        token.kind is Kind.GROUP
        and token.start <= start < token.end
        and not (enclosed and token.end >= end and token.start == start)
        for token in tokens
    )


def _title_after(text: str, index: int) -> int:
    match = re.compile(r"[\s,.:;。、年]*").match(text, index)
    return match.end() if match else index


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[:start].rstrip()
    after = text[end:].lstrip(" 年")
    if text[start:end].lower().startswith(("n.", "no date")):
        return before[-1:] in (",", ".", "")
    if len(before) < start and are_han_creators(before) and after[:1] in TITLE_MARKS:
        # 王寬弘 2020 〈題名〉
        return True
    if before[-1:] not in (",", ".", "。", "、", ";", ""):
        return after[:1] in (".", ",", ":") and before[-1:].isalpha() and not is_han(before[-1])
    return after[:1] in (",", ".", ":", "。", "、", "〈", "《", "“", "「", '"', "\x00", ";")


def _may_be_creators(draft: Draft, tokens: tuple[Token, ...], creators: tuple[int, int], *, enclosed: bool) -> bool:
    body = _PARALLEL_NAME.sub("", draft.text[creators[0] : creators[1]])
    inner = [token for token in tokens if creators[0] < token.start < creators[1] - 1]
    if len(body) > 1500:
        return False
    if any(token.kind in (Kind.SLASHES, Kind.HOLE) for token in inner):
        return False
    if enclosed:
        stops = any(token.kind is Kind.STOP and not token.weak for token in inner)
        return not stops or is_name_list(body) or bool(ENDS_IN_ROLE.search(body))
    if any(token.kind is Kind.STOP and not token.weak for token in inner):
        return is_name_list(body)
    if any(token.kind is Kind.COLON for token in inner):
        return False
    if are_mixed_creators(body):
        return True
    if han_share(body) >= 0.4:
        parts = re.split(r"[,、;]", body)
        return len(parts) == 1 or all(is_creator(part.strip()) or "等" in part[-2:] for part in parts)
    return is_name_list(body) or is_one_body(body) or bool(re.search(r"\beds?\b|\btrans\b", body))


# `Wang, Kuan-hung (王寬弘)`
_PARALLEL_NAME: Final = re.compile(
    r"\s?\((?:[\u3400-\u9fff·]{2,8}|[A-Z][^()\d]{2,40})\)(?=\s*(?:[,.;、&著撰編]|and\b|$))"
)
_PUBLISHER_WORD: Final = re.compile(
    r"Press|Publish|Productions?|Pictures|Records|Books|Studios?|Entertainment|Films?|Wikipedia"
)


def _is_title_first(text: str, creators: tuple[int, int], after: int) -> bool:
    """`List of companies. (2019). In Wikipedia.`: without creators the title stands before the date (APA 7, 9.12)."""
    body = text[creators[0] : creators[1]]
    if han_share(body) >= 0.4:
        return _is_han_title(body, text[after:])
    if is_name_list(body):
        return False
    if re.match(r"In\s", text[after:]):
        return len(body.split()) > 1
    if is_body(body) and ":" not in body:
        return False
    small = sum(word[:1].islower() for word in body.split())
    rest = text[after:].strip(" .\x00")
    return "," not in body and (
        small >= 3 or (len(body.split()) > 1 and not re.search(r"[.。]", rest) and bool(_PUBLISHER_WORD.search(rest)))
    )


def _is_han_title(body: str, rest: str) -> bool:
    """Tell whether what stands before the date is a title: no creators, and only a host or publisher follows."""
    if are_han_creators(body) or re.search(r"[編编著譯译撰輯]\)?$|等人?$", body):
        return False
    published = re.match(r"(?:載於|收錄於|载于|[\u3400-\u9fff]{2,6}:)", rest)
    return bool(published) or bool(re.search(r"[的與与之]|[^,]:[^,]|\([^()]*\)$", body) and len(body) > 6)


def _trimmed(draft: Draft, start: int, end: int) -> tuple[int, int] | None:
    """Take separators off both ends; None when nothing is left."""
    text = draft.text
    while start < end and text[start] in " ,.;:。、\x00":
        start += 1
    while end > start and text[end - 1] in " ,;:。、\x00":
        end -= 1
    return (start, end) if start < end and any(char.isalnum() for char in text[start:end]) else None
