"""What stands in brackets or behind a colon at a title's end but is no part of it."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.bodies import is_body
from tipcite.formats.reftext.draft import HOLE, Draft, clean
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.names import read_creators
from tipcite.formats.reftext.numbers import take_edition, take_numbers, take_report_number
from tipcite.formats.reftext.parallel import parallel_variant
from tipcite.formats.reftext.reference import Confidence
from tipcite.formats.reftext.roles import take_roles
from tipcite.formats.reftext.scan import han_share
from tipcite.formats.reftext.titlespan import TitleSpan
from tipcite.formats.reftext.unmarked import PERIODICAL
from tipcite.formats.reftext.westernnames import is_name_list

_LONGEST_GROUP: Final = 160
# 〈題名〉（上）
_HAN_BEHIND: Final = later(r"\s?\((?P<title>[\u3400-\u9fff][^()]{3,80}[\u3400-\u9fff])\)")
_PART: Final = later(
    r"\s?\((?P<part>[上中下]|第?[一二三四五六七八九十\d]{1,3}(?=[冊册卷輯辑集)])|[IVX]{1,4})(?P<volume>[冊册卷輯辑集]?)\)"
)
_GENRE: Final = later(
    r"(?:(?:Unpublished )?(?:[A-Z]\w+[’']?s? )?(?:dissertation|thesis), [A-Z].*"
    r"|(?:Unpublished )?(?:[A-Z]\w+[’']?s? )?(?:dissertation|thesis|film"
    r"|video|tv series.*|song|album|data ?set|software|mobile app.*|map"
    r"|photograph|painting"
    r"|conference session|paper presentation|poster.*|symposium|tweet"
    r"|status update|press release|manuscript.*|webinar|podcast.*|audio.*"
    r"|speech.*|lecture.*|PowerPoint.*|interview.*"
    r"|Twitter.*|Facebook.*|Instagram.*|online forum.*|infographic|brochure"
    r"|white paper|(?:image|video|thumbnail|audio).* attached|radio.*"
    r"|episode.*|Computer.*|Apparatus.*|Review of.*|Special issue.*|Letter.*"
    r"|Lecture.*|Interactive.*|Fact sheet.*"
    r"|.{0,4}[地圖图][圖图]|.*[数數資资][据據料][集庫库]|[錄录][像影]"
    r"|視頻|视频|[軟软][件體]|[歌樂乐]曲|[專专][輯辑]|[視视][覺觉]作品"
    r"|照片|[油]?[畫画]作?|[刻抄稿鈔]本|.*(?:广播|廣播|電視|电视).*|[海報报]+"
    r"|(?:版|[Vv]ersion|[Vv]er\.|[Vv])\s?\d[\d.]*|現行|现行|廢止|废止"
    r"|未出版.*|.*(?:博士|碩士|硕士|學士)(?:學位|学位)?(?:論文|论文)|电影"
    r"|電影|影片))",
    re.IGNORECASE,
)
# `The Salt Road, 3d ed. (New York: Quill, 1990)`
_EDITION_BEHIND: Final = later(
    r",\s(?:\d{1,2}(?:st|nd|rd|th|d)|[Rr]ev\.?|[Rr]evised|[Ss]econd|[Tt]hird)\s[Ee]d[a-z]*\.?[\s\x00,.]*$"
)
_ROLE_BEHIND: Final = later(r",\s(?:trans|eds?)\.\s(?:by\s)?[A-Z][^:]{3,60}$")
_DESCRIPTION: Final = later(r"[A-Z][\w.;’' -]{2,80}")
_KIND: Final = later(r"[A-Z][\w-]*(?:[ ,][\w-]+){0,4}|[\u3400-\u9fff]{2,6}")
_VOLUME: Final = later(
    r"(?::\s?|,\s|\s?\(|\s)(?:(?:vols?|v)\.\s?(?P<a>[\dIVX]+(?:-\d+)?)"
    r"(?P<f>\s[A-Z][^:]{3,60})?|第\s?(?P<b>[\d一二三四五六七八九十]+)\s?[卷冊册輯辑]|[卷冊册]\s?(?P<c>[\d一二三四五六七八九十]+)"
    r"|[卷]\s(?P<e>\d+)(?:\s[^:]{1,12})?|(?P<d>[上中下])[冊册卷](?:第?[一二三四五六七八九十\d]+分[册冊])?)\)?$",
    re.IGNORECASE,
)
# A number that names the work stands behind its title in GB/T 7714: `题名: GB/T 20090.16—2016[S]`
_CODE: Final = later(
    r"(?:(?<!\d)[:：]\s?|:\s|,\s|\s(?=(?:GB|ISO|IEC|IEEE|AIAA|ANSI|ASTM|NB|DIN|CNS)[\s/])|\s(?=[〔\[(]\d{4}[〕\])]"
    r"[\u3400-\u9fff]|[\u3400-\u9fff]{1,6}[〔\[(]\d{4}[〕\])]))"
    r"(?P<code>(?:[A-Z]{1,6}(?:/[A-Z]{1,6})?(?=\s?[\d.A-Z-]))?\s?(?=[\w.,/-]*\d)"
    r"[A-Z0-9][\w.,/〔〕［］()-]*(?::\d{4}(?:\(\w+\))?)?|\(\d{4}\)[\u3400-\u9fff\d ]{3,18}[号號]"
    r"|[\u3400-\u9fff]{1,6}[〔\[(]\d{4}[〕\])][^:]{1,12}|[\u3400-\u9fff]{2,16}第?\s?\d+[號号]"
    r"|[\u3400-\u9fff]{1,6}[檔档]案(?:\s?[\d-]+)?|Season \d+, Episode \d+|\d+:\d\d-[\w-]+|(?:[A-Z]\.\s?)+\d+"
    r"|Box \d+(?:, [^:]{2,80})?|[\u3400-\u9fff]{2,4},\s?[A-Z]{2}\d+[A-Z]?\d?)$"
)


def take_title_notes(draft: Draft, title: TitleSpan) -> None:
    """Take genre, edition, translators and numbers from the brackets behind a title, from the last to the first."""
    _take_leading_code(draft, title)
    end = title.end
    han = _HAN_BEHIND.match(draft.text, title.rest) if title.opener else None
    if han and han_share(draft.text[title.start : title.end]) < 0.1:
        draft.variants.append(parallel_variant("title", clean(draft.raw[slice(*han.span("title"))]), language="zh"))
        draft.kept.append(han.span("title"))
        draft.blank(*han.span())
    part = _PART.match(draft.text, title.rest) if title.opener else None
    if part:
        variable = "volume" if part["volume"] else "part-number"
        draft.set_field(variable, *part.span(), value=part["part"].lstrip("第"), sure=Confidence.CERTAIN)
    for _ in range(4):
        group = _last_group(draft.text, title.start, end)
        if group is None or not _take_group(draft, *group):
            break
        draft.blank(group[0], end)
        end = group[0]
    edition = _EDITION_BEHIND.search(draft.text, title.start, end)
    if edition and not title.opener:
        take_edition(draft, edition.start(), end)
        end = edition.start()
    role = _ROLE_BEHIND.search(draft.text, title.start, end)
    if role:
        take_roles(draft, role.start())
    if title.opener == "":
        _take_volume(draft, title.start, end)


_LEADING_CODE: Final = later(
    r"(?P<code>(?:GB(?:/[TZ])?|CNS|ISO|IEC|IEEE|AIAA|ANSI|ASTM|EN|DIN"
    r"|[A-Z]{2}/T)(?:/[A-Z]{2,5})*\s[A-Z]?-?\d[\w.:/-]*(?:\(\w+\))?)\s+(?=\w)"
)


def _take_leading_code(draft: Draft, title: TitleSpan) -> None:
    """GB/T 7714-2025 puts a standard's number before its name."""
    match = _LEADING_CODE.match(draft.text, title.start, title.end)
    if match:
        draft.set_field("number", *match.span("code"), sure=Confidence.CERTAIN)
        draft.type_hints.append("standard")


def _last_group(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the brackets, others inside them included, with which a title's stretch ends."""
    while end > start and text[end - 1] in " \x00.,":
        end -= 1
    if text[end - 1] not in ")]":
        return None
    depth = 0
    for index in range(end - 1, max(start, end - _LONGEST_GROUP), -1):
        depth += (text[index] in ")]") - (text[index] in "([")
        if depth == 0:
            return index, end
    return None


def _take_group(draft: Draft, start: int, end: int) -> bool:
    body = draft.text[start + 1 : end - 1]
    if _OF_CASE.fullmatch(body) and " v" in draft.text[:start]:
        return False  # `Mabo v Queensland (No 2)`
    square = draft.text[start] == "["
    free = "genre" not in draft.fields and not (draft.letter and han_share(body) < 0.4)
    genre = _GENRE.fullmatch(body) or (square and free and (_KIND.fullmatch(body) or _DESCRIPTION.fullmatch(body)))
    if genre and (free or not square):
        _take_genre(draft, start, end, body)
        return True
    if not square and (_take_parallel(draft, start, end) or _take_original_author(draft, start, body)):
        return True
    if take_report_number(draft, start, end):
        return True
    if not square and _BRACKETED_CODE.fullmatch(body):
        return draft.set_field("number", start + 1, end - 1)
    return _take_numbered(draft, start, end, body)


_OF_CASE: Final = later(r"[Nn]o\.? \d{1,2}")
_ORIGINAL_AUTHOR: Final = later(r"(?P<names>[^()\d]{2,60}?)\s?(?:原著|原作|著)")


def _take_original_author(draft: Draft, start: int, body: str) -> bool:
    """`（Alan Morse原著）` behind a translator's title is the author."""
    match = _ORIGINAL_AUTHOR.fullmatch(body)
    if match is None or "author" in draft.names:
        return False
    begin, end = start + 1 + match.start("names"), start + 1 + match.end("names")
    names = read_creators(draft.raw[begin:end]).names
    if not names:
        return False
    draft.names["author"] = names
    draft.mark("author", begin, end, sure=Confidence.CERTAIN)
    return True


def _take_parallel(draft: Draft, start: int, end: int) -> bool:
    """`題名 (English title)`: the work's own title in English behind a Chinese one."""
    body = clean(draft.raw[start + 1 : end - 1])
    before = draft.text[max(0, start - 40) : start]
    if han_share(before) < 0.6 or han_share(body) > 0 or len(body.split()) < 2 or any(map(str.isdigit, body)):
        return False
    if is_name_list(body) or _ROLE_WORD.search(body):
        return False
    draft.variants.append(parallel_variant("title", body))
    draft.kept.append((start + 1, end - 1))
    return True


def _take_numbered(draft: Draft, start: int, end: int, body: str) -> bool:
    pages = re.match(r"(?:頁|页|pp?\.)\s?(?P<page>[^\s,;][^,;]{0,20})$", body)
    if pages:
        return draft.set_field("page", start + 1 + pages.start("page"), start + 1 + pages.end("page"))
    before = len(draft.fields) + len(draft.names)
    take_edition(draft, start, end)
    if _ROLE_WORD.search(body):
        take_roles(draft, start)
    if re.search(r"(?:pp?\.|vol|頁|页|[卷冊册])", body, re.IGNORECASE):
        take_numbers(draft, start, end)
    if len(draft.fields) + len(draft.names) > before:
        return True
    if _NUMBERED.fullmatch(body) is None:
        return False
    if re.search(r"\bPatent\b", body):
        draft.type_hints.append("patent")
    number = _AFTER_NO.search(body)
    if number and draft.set_field("number", start + 1 + number.start("number"), start + 1 + number.end("number")):
        return True
    draft.kept.append((start + 1, end - 1))
    return True


# `調查報告（110財調0033）`, `調查計畫（D00999）`, `報告（MOST 108-2410-H-002-099）`
_BRACKETED_CODE: Final = later(
    r"(?:系統編號|計畫編號|編號|案號|编号)?\s?:?\s?(?:[A-Z]{1,6}[ -]?\d{3,}[\w-]*|[A-Z]{2,5}[ -]\d{2,3}-\d{3,}[\w-]*"
    r"|\d{2,4}[\u3400-\u9fff]{1,6}第?\d{3,}[號号]?|\d{2,3}[A-Z]{2,5}\d{6,})"
)
_AFTER_NO: Final = later(r"\bNo\.\s(?P<number>[^\s;\x00][^;\x00]*)$")
_ROLE_WORD: Final = later(r"[譯译編编]|\btrans\b|\bTrans\b|\b[Ee]ds?\b")
# `(K. Mazur, Narr.)`, `(Version 2)`, `(U.S. Patent No. 9,367,592)`, `(Series 10, Issue 260)`, `(Box 1032, NSC Files)`
_NUMBERED: Final = later(
    r".*(?:\bNarr\.|\bPatent\b.*|\bIllus\.)|(?:.*\b(?:[Vv]ersion\s|[Ss]eries\s|No\.|Box\s|Issue\s).*)"
    r"|[\u3400-\u9fff]{2,6}[檔档]案.*"
)


def _take_genre(draft: Draft, start: int, end: int, body: str) -> None:
    """`[Doctoral dissertation, University of X]` names the publisher too (APA 7, 10.6)."""
    head, _, rest = body.partition(",")
    if rest.strip() and (is_body(rest) or "thesis" in head.lower() or "dissertation" in head.lower()):
        cut = start + 1 + len(head)
        draft.set_field("publisher", cut + 1, end - 1)
        draft.set_field("genre", start + 1, cut, sure=Confidence.CERTAIN)
    else:
        draft.set_field("genre", start + 1, end - 1, sure=Confidence.CERTAIN)
    if re.search(r"thesis|dissertation|論文|论文", body, re.IGNORECASE):
        draft.type_hints.append("thesis")


def _take_volume(draft: Draft, start: int, end: int) -> None:
    text = draft.text[start:end].rstrip(" ,.:;\x00")
    match = _VOLUME.search(text)
    if match and match.start() > 1 and not _is_own_colon(draft, start + match.start()):
        value = next(value for value in match.groups() if value)
        behind = match.end("e") if match["e"] else match.start("f") if match["f"] else match.end()
        if behind < match.end():
            draft.kept.append((start + behind, start + match.end()))
        draft.set_field("volume", start + match.start(), start + match.end(), value=value)
        return
    match = _CODE.search(text)
    if match and match.start() > 3 and _is_code(draft, text, start, match):
        draft.set_field(
            "number",
            start + match.start(),
            start + match.end(),
            value=clean(draft.raw[start + match.start("code") : start + match.end("code")]),
        )


_YEARS: Final = later(r"(?:1[5-9]|20)\d\d(?:\s?-\s?(?:(?:1[5-9]|20)\d\d|\d\d))?")


# `單親戶的變遷：1990年與2000年普查的比較`
_YEAR_BEGINS: Final = later(r"\d{1,4}\s?[年月世代]")


def _is_code(draft: Draft, text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether what stands behind a title's last colon is a number of the work: no year, no volume of a kind."""
    code = match["code"].strip()
    if _YEARS.fullmatch(code) or _YEAR_BEGINS.match(code):
        return False
    if _is_own_colon(draft, start + match.start()) and not _NAMED_CODE.match(code):
        return False
    if code.isdigit():
        return draft.letter in ("R", "D", "Z", "S", "P", "A") and match.group()[:1] in ":："
    return han_share(text) > 0.4 or bool(re.search(r"\d.*\d|Box \d", code))


# A code that nothing else looks like: a standard's, a patent's, a decree's, an archive's.
_NAMED_CODE: Final = later(
    r"(?:GB|ISO|IEC|IEEE|AIAA|ANSI|ASTM|DIN|CNS|[A-Z]{2}/T)\b|[A-Z]{2}\s?\d{6,}|[\u3400-\u9fff]{1,6}[〔\[(]\d{4}"
    r"|[\d-]{8,}|\d{8,}"
)


def _is_own_colon(draft: Draft, index: int) -> bool:
    """A full-width colon in an entry that is punctuated with half-width ones is the title's own: `周易外传：卷5[M]`."""
    return draft.raw[index] == "：" and bool(re.search(r"[:,.] ", draft.raw))


def set_title(draft: Draft, title: TitleSpan) -> None:
    """Make what is left of the title's stretch the title; a marked piece that turns out a journal is none."""
    end = title.end
    while end > title.start and draft.text[end - 1] in "\x00 .,;:。":
        end -= 1
    if end <= title.start:
        return
    name = clean(draft.raw[title.start : end])
    fields = draft.fields.keys()
    numbered = {"volume", "page"} <= fields or {"issue", "page"} <= fields
    if (title.opener == "《" or (title.opener == "" and numbered)) and _is_journal_alone(draft, name):
        draft.set_field("container-title", title.start, end, sure=Confidence.CERTAIN)
        draft.find("no-title", max(0, title.start - 1), clean(draft.raw[title.start : end]))
        return
    value = _unholed(draft, title.start, end)
    draft.set_field("title", title.start, end, value=value, sure=title.sure)
    if title.opener:
        draft.blank(max(0, title.start - 1), min(len(draft.raw), title.end + 1))


def _unholed(draft: Draft, start: int, end: int) -> str:
    if HOLE not in draft.text[start:end]:
        return clean(draft.raw[start:end])
    kept = "".join(
        raw if text != "\x00" else "\x00" for raw, text in zip(draft.raw[start:end], draft.text[start:end], strict=True)
    )
    return clean(re.sub(r"\x00+", " ", kept))


def _is_journal_alone(draft: Draft, name: str) -> bool:
    """A title alone with a volume or a journal's name, without a publisher, is a journal."""
    fields = draft.fields
    if "container-title" in fields or "publisher" in fields or "publisher-place" in fields:
        return False
    return "issue" in fields or ("volume" in fields and "page" in fields) or bool(PERIODICAL.search(name))
