"""What follows the title: the host or journal, its volume, the publisher, people with a role.

Order: numbers, dates, roles, the whole that the work is part of, place and publisher; what remains of the
clauses is told apart by what has been found.
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.bodies import is_body
from tipcite.formats.reftext.containers import trim_container
from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.host import bare_title, first_piece, take_books_in_marks, take_host, take_unmarked_editors
from tipcite.formats.reftext.issued import take_dates
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.numbers import take_edition, take_lone_number, take_numbers, take_report_number
from tipcite.formats.reftext.publication import (
    CITY,
    PLACES,
    PUBLISHER,
    publisher_piece,
    take_place_alone,
    take_place_and_publisher,
)
from tipcite.formats.reftext.reference import Confidence
from tipcite.formats.reftext.roles import take_roles
from tipcite.formats.reftext.serieskinds import take_series_kind
from tipcite.formats.reftext.wording import THESIS, THESIS_HINT
from tipcite.model import Date

_NOTHING: Final = later(r"\[?(?:S\.\s?[lL]\.|s\.\s?n\.|出版地不[詳详]|出版者不[詳详])\]?(?:\s?:\s?\[?s\.\s?n\.\]?)?")


_VOLUMES: Final = later(
    r"(?<=[.,;\x00)])\s?(?:(?P<count>\d{1,3})\svols?(?=[.,;]|$)|[共全]\s?(?P<han>\d{1,3})\s?[冊册卷](?=\s?[,。;)\x00]|$))"
)


def read_tail(draft: Draft, start: int, *, is_article: bool) -> None:
    """Read everything behind the title."""
    if any(draft.text.find(hint, start) >= 0 for hint in ("不", "S.", "s.")):
        for match in _NOTHING.finditer(draft.text, start):
            draft.blank(*match.span())
    _take_thesis(draft, start)
    volumes = (
        _VOLUMES.search(draft.text, start) if " vol" in draft.text or "冊" in draft.text or "册" in draft.text else None
    )
    if volumes:
        draft.set_field(
            "number-of-volumes", *volumes.span(), value=volumes["count"] or volumes["han"], sure=Confidence.CERTAIN
        )
    _take_presented(draft, start)
    take_edition(draft, start, len(draft.text))
    take_report_number(draft, start, len(draft.text))
    _take_report_kind(draft, start)
    take_series_kind(draft, start)
    _take_standard(draft, start)
    take_dates(draft, start)
    before = draft.text
    take_numbers(draft, start, len(draft.text))
    if draft.text is not before:
        # What stood between figures stands alone now.
        take_dates(draft, start)
    _date_standard(draft)
    take_lone_number(draft, start)
    take_roles(draft, start)
    take_host(draft, start)
    take_books_in_marks(draft, start)
    take_place_and_publisher(draft, start, is_article=is_article)
    if "publisher-place" in draft.fields and not is_article:
        take_unmarked_editors(draft, start)
    if "publisher-place" not in draft.fields and "thesis" in draft.type_hints:
        take_place_alone(draft, start)
    _take_clauses(draft, start, is_article=is_article)


_STANDARD: Final = later(
    r"(?:GB(?:/[TZ])?|CNS|ISO|IEC|[A-Z]{2}/T)(?:/[A-Z]{2,5})*\s\d[\d.:-]*\d|IEEE (?:Std\.?|Standard) [A-Z]?\d[\d.-]*\d"
)


# 主席令第71號, 台內移字第1080931234號函
_DECREE: Final = later(r"(?P<number>[\u3400-\u9fff]{1,8}(?:令|字)\s?第\s?[\w-]{1,14}\s?[號号][令函]?)")


_STANDARD_YEAR: Final = later(r"[-‐‑–—:]((?:19|20)\d\d)(?:\(\w+\))?$")


def _take_standard(draft: Draft, start: int) -> None:
    decree = _DECREE.search(draft.text, start) if "令" in draft.text or "字第" in draft.text else None
    if decree:
        draft.set_field("number", *decree.span("number"), sure=Confidence.CERTAIN)
    match = _STANDARD.search(draft.text, start)
    if match and draft.set_field("number", *match.span(), sure=Confidence.CERTAIN):
        draft.type_hints.append("standard")


def _date_standard(draft: Draft) -> None:
    """Take the year out of a standard's number, `GB 18030—2022`, where no other is printed."""
    year = _STANDARD_YEAR.search(draft.fields.get("number", ""))
    if year and "standard" in draft.type_hints and "issued" not in draft.dates:
        span = draft.spans["number"]
        draft.set_date("issued", span.start, span.end, Date(parts=((int(year[1]),),)), sure=Confidence.LIKELY)


def _take_thesis(draft: Draft, start: int) -> None:
    match = THESIS.search(draft.text, start) if THESIS_HINT.search(draft.text, start) else None
    if match is None:
        return
    body, head = match["genre"], match.start("genre")
    university = re.search(r"^(.*?(?:大學|大学|學院|学院|研究所|[系所]))(?=.{2,})", body)
    if university:
        head += university.end()
    draft.type_hints.append("thesis")
    draft.set_field("genre", head, match.end("genre"), sure=Confidence.CERTAIN)
    unpublished = _UNPUBLISHED.search(draft.text, start)
    if unpublished:
        draft.kept.append(unpublished.span())
        draft.blank(*unpublished.span())


_UNPUBLISHED: Final = later(r"(?<=[,。(\x00])\s?未(?:出版|發表|发表|刊行?)(?=\s?[,。)\x00]|$)")


_PRESENTED: Final = later(
    r"(?:[Pp]aper|[Pp]oster|[Aa]bstract)s? (?:was )?(?:presented|delivered|given) (?:at|to|in):? (?:the )?"
    r"(?P<event>[^.,;\x00()]{6,120})(?:,\s(?P<place>[^.\x00()\d]{3,60}))?"
)


# `“Title,” presented at the 21st Power Syst. Comput. Conf., Porto, Portugal, Jun. 2020.` (IEEE)
_PRESENTED_AT: Final = later(
    r"presented at (?:the )?(?P<event>[^,;\x00()]{6,120})(?:,\s(?P<place>[A-Z][^.\x00()\d]{2,60}?))?"
    r"(?=,\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|,?\s?(?:\x00|\d|\.?\s?$))"
)
# 「第五屆海洋研討會」發表之論文
_PRESENTED_HAN: Final = later(
    r"[「“](?P<event>[^「」“”\x00]{4,60}?(?:研討會|會議|年會|論壇))[」”]\s?(?:上)?(?:發表|宣讀)(?:之|的)?(?:論文)?"
)


def _take_presented(draft: Draft, start: int) -> None:
    """`Paper presented at the 9th Conference on X, Lisbon` (APA 6, 7.04; Harvard)."""
    match = _PRESENTED.search(draft.text, start) if "resented" in draft.text or "elivered" in draft.text else None
    if match is None and "presented at" in draft.text:
        match = _PRESENTED_AT.search(draft.text, start)
    if match is None and ("發表" in draft.text or "宣讀" in draft.text):
        match = _PRESENTED_HAN.search(draft.text, start)
    if match is None:
        return
    draft.type_hints.append("conference")
    if match.groupdict().get("place"):
        draft.set_field("event-place", *match.span("place"))
    draft.set_field("container-title", *match.span("event"), sure=Confidence.CERTAIN)
    draft.blank(*match.span())


# 內政部委託研究報告, 國科會專題研究計畫成果報告: a clause that says what kind of report it is
_REPORT_KIND: Final = later(
    r"(?<=[,.。;\x00〉》」(])\s?(?P<genre>[\u3400-\u9fff]{0,16}(?:研究|成果|委託|調查|工作|政策|技術|專題|期[中末]|評估"
    r"|年度)[\u3400-\u9fff]{0,6}"
    r"(?:報告|报告)書?|[\u3400-\u9fff]{0,16}(?:委託|專題|整合型)研究計[畫劃])(?=\s?(?:[,.。;:()]|\x00|$))"
)


def _take_report_kind(draft: Draft, start: int) -> None:
    match = _REPORT_KIND.search(draft.text, start)
    if match and "genre" not in draft.fields and not {"volume", "issue"} & draft.fields.keys():
        draft.set_field("genre", *match.span("genre"))


_DATE_ALONE: Final = later(r"[\d\s]+年(?:[\d\s]+月)?(?:[\d\s]+日)?")


def _take_clauses(draft: Draft, start: int, *, is_article: bool) -> None:
    """Give the clauses that remain to the container and the publisher."""
    if "container-title" not in draft.fields and "thesis" not in draft.type_hints:
        piece = first_piece(draft, start)
        if piece is not None and _DATE_ALONE.fullmatch(draft.text[slice(*piece)]):
            piece = None
        alone = piece is not None and (not is_article or not draft.text[piece[0]].isascii())
        if piece is not None and alone and CITY.fullmatch(draft.text[slice(*piece)]):
            # 周志豪，港口國家的形成，台北，遠景，2011年
            draft.set_field("publisher-place", *piece)
            piece = None if "publisher" in draft.fields or not is_article else first_piece(draft, piece[1])
        if piece is not None and (is_article or _is_container(draft, draft.raw[slice(*piece)], piece[0])):
            piece = trim_container(draft, piece)
            draft.set_field("container-title", *piece, value=bare_title(draft, piece))
    if "report" in draft.type_hints:
        _take_own_report(draft)
    if "publisher" not in draft.fields:
        piece = publisher_piece(draft, start)
        if piece is not None and not _is_left_over(draft, *piece):
            _set_publisher(draft, *piece)


def _take_own_report(draft: Draft) -> None:
    """A body's own report is no part of anything: its name is the publisher's."""
    container = draft.fields.get("container-title", "")
    body, _, place = container.partition(", ")
    own = any(name.literal == body for name in draft.names.get("author", ())) or "technical" in draft.type_hints
    if not body or "publisher" in draft.fields or not own:
        return
    draft.rename("container-title", "publisher")
    draft.fields["publisher"] = body
    if place and "publisher-place" not in draft.fields:
        draft.fields["publisher-place"] = place
        draft.spans["publisher-place"] = draft.spans["publisher"]
        draft.confidence["publisher-place"] = Confidence.LIKELY


def _is_left_over(draft: Draft, start: int, end: int) -> bool:
    """Behind a journal's numbers a clause that names no publisher or body is no field: `…，9(2)：1-9，附光碟一片`."""
    text = draft.text[start:end].strip()
    if not draft.fields.keys() >= {"container-title", "page"} or not draft.fields.keys() & {"volume", "issue"}:
        return False
    numbered = max(draft.spans[name].end for name in ("volume", "issue", "page") if name in draft.spans)
    return start >= numbered and not PUBLISHER.search(text) and not is_body(text)


def _set_publisher(draft: Draft, start: int, end: int) -> None:
    """`Routledge, London`: behind the publisher stands its place (Harvard)."""
    if "thesis" in draft.type_hints:
        start, end = _university(draft, start, end)
    comma = draft.text.rfind(", ", start, end)
    if (
        comma > start
        and "publisher-place" not in draft.fields
        and PLACES.fullmatch(draft.text[comma + 2 : end].strip())
    ):
        draft.set_field("publisher-place", comma + 2, end)
        end = comma
    draft.set_field("publisher", start, end)


# Of `Dept. Elect. Eng., Lakeview Univ., Austin, TX` the university gives the degree.
_UNIVERSITY: Final = later(
    r"[^,\x00]*\b(?:Univ(?:ersit\w+|\.)?|Polytechnic|Institute of Technology|School of Economics)(?=[\s,.\x00]"
    r"|$)[^,\x00]*"
)
_COLLEGE: Final = later(r"[^,\x00]*\b(?:College|Institute|Academy|School)\b[^,\x00]*")


def _university(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """Find the university among faculties and places; what stands before it is kept, behind it is its place."""
    match = _UNIVERSITY.search(draft.text, start, end) or _COLLEGE.search(draft.text, start, end)
    if match is None:
        return start, end
    begin = match.start() + len(match.group()) - len(match.group().lstrip())
    if any(map(str.isalpha, draft.text[start:begin])):
        draft.kept.append((start, begin))
        draft.blank(start, begin)
    if match.end() < end and "publisher-place" not in draft.fields:
        draft.set_field("publisher-place", match.end() + 1, end)
    return begin, match.end()


JOURNAL: Final = later(
    r"學報|学报|期刊|季刊|月刊|週刊|周刊|雜誌|杂志|論叢|论丛|評論$|评论$"
    r"|通訊|通讯|研究$|[日晚早週周時时]報|[日晚早周时青]报|年報$|年报$"
    r"|[學学]刊|論壇|论坛|導刊|导刊|集刊|彙刊"
    r"|\b(?:Journal|Review|Quarterly|Bulletin|Annals|Proceedings|Transactions"
    r"|Letters|Magazine|Times|Post|Daily|News|Newsletter|Gazette|Tribune"
    r"|Guardian|Studies|Archives|Nature|Science|Herald)\b",
)


def _is_container(draft: Draft, text: str, index: int) -> bool:
    """Tell whether the clause behind a title names where it appeared, not who published it."""
    fields = draft.fields
    edition = draft.spans.get("edition")
    if edition is not None and index < edition.start and draft.letter in ("M", "C") and "publisher" in fields:
        return not PUBLISHER.search(text)
    if "edition" in fields or "ISBN" in fields or (PUBLISHER.search(text) and not JOURNAL.search(text)):
        return "issue" in fields
    if "publisher" in fields:
        return index < draft.spans["publisher"].start
    if fields.keys() & {"volume", "issue", "status"}:
        return True
    if JOURNAL.search(text.title() if text.isupper() else text) or (draft.updated is not None and not draft.names):
        return True
    issued = draft.dates.get("issued")
    dated = issued is not None and bool(issued.parts) and len(issued.parts[0]) == 3
    return (
        (dated or bool(fields.keys() & {"page", "URL", "DOI"}))
        and not is_body(text.removeprefix("The "))
        and "number" not in fields
    )
