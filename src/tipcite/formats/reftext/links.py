"""What points out of an entry: DOI, address, arXiv number, ISBN, and the date on which a page was seen."""

from __future__ import annotations

import re
from typing import Final

from tipcite.errors import InvalidIdentifier
from tipcite.formats.reftext.dates import FoundDate, match_compact_date, match_date
from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.reference import Confidence
from tipcite.model import find_doi, parse_arxiv_id, parse_isbn

# An address ends at a blank, at Han or full-width characters and at marks that never stand in one (RFC 3986, 2).
_URL: Final = later(r"(?:https?://|www\.(?=[\w-]+\.))[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%|{}^\\]+", re.IGNORECASE)
# MLA 9, 5.94: the scheme may be left out, `somanybooks.com/2013/04/reading/.`
_BARE_URL: Final = later(
    r"(?<=[,.(]\s)(?:[a-z0-9-]+\.){1,3}[a-z]{2,4}/[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]*[A-Za-z0-9/](?=[.,)]?(?:\s|$))"
)
_URL_LEAD: Final = later(
    r"(?:(?:(?:Retrieved|Available|Accessed|Obtained|Downloaded|Archived)\s*)?(?:online\s+)?(?:from|at|via)?\s?:?\s*"
    r"|(?:URL|DOI|Web|Link|Website)\s?:\s*"
    r"|,?\s?(?:網址|网址|(?<![\u3400-\u9fff])(?:網站|网站)|連結|鏈接|链接|載自|引自|轉引自|(?:資料|资料|檢索|检索"
    r"|下載|下载|擷取)?(?:取?自|來源|来源|網址|网址|連結)|[檢检取]自|[參参詳详另請请]?[見见]|[參参]考|(?:線上)?檢索|于|於)\s?[為为是]?\s?:?\s*)$",
    re.IGNORECASE,
)
_DOI: Final = later(r"(?:doi\s?:?\s?|https?://(?:dx\.)?doi\.org/)*(?=10\.\d{4,9}(?:\.\d+)*/)", re.IGNORECASE)
_DOI_BODY: Final = later(r"10\.\d{4,9}(?:\.\d+)*/[!-~]+")
_ARXIV: Final = later(
    r"(?:arXiv\s?preprint\s)?arXiv:\s?(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)"
    r"(?:\s?\[[\w.-]+\])?",
    re.IGNORECASE,
)
_ISBN: Final = later(r"(?:ISBN(?:-1[03])?)\s?:?\s?(?P<id>[\dX][\dX -]{8,16}[\dX])", re.IGNORECASE)
_ISSN: Final = later(r"ISSN\s?:?\s?(?P<id>\d{4}-\d{3}[\dX])", re.IGNORECASE)
_PMID: Final = later(r"(?P<kind>PMID|PMCID)\s?:?\s?(?P<id>(?:PMC)?\d{4,9})", re.IGNORECASE)
_ONLINE: Final = later(r"\[\s?(?:Online|Internet|線上|网络|electronic version)\s?\]|\(in Chinese\)", re.IGNORECASE)


def take_links(draft: Draft) -> None:
    """Take out every identifier and address; what comes second of a kind is kept in the note."""
    # A word that cannot be missing is looked for first: most entries have few of these.
    text = draft.text.lower()
    if "10." in text:
        _take_dois(draft)
    if "://" in text or "www." in text:
        _take_urls(draft)
    elif "/" in text and (bare := _BARE_URL.search(draft.text)):
        draft.set_field("URL", *bare.span(), value=f"http://{bare.group()}", sure=Confidence.CERTAIN)
    if "arxiv" in text:
        _take_pattern(draft, _ARXIV, "number")
    if "isbn" in text:
        _take_pattern(draft, _ISBN, "ISBN")
    if "issn" in text:
        _take_pattern(draft, _ISSN, "ISSN")
    if "pm" in text:
        for match in _PMID.finditer(draft.text):
            value = match["id"]
            draft.set_field(match["kind"].upper(), match.start(), match.end(), value=value, sure=Confidence.CERTAIN)
    if "[" in text or "(in chinese" in text:
        for match in _ONLINE.finditer(draft.text):
            if "nternet" in match.group():
                draft.type_hints.append("internet")
            draft.blank(match.start(), match.end())


def _take_dois(draft: Draft) -> None:
    for match in _DOI.finditer(draft.text):
        body = _DOI_BODY.match(draft.text, match.end())
        if body is None or "\x00" in draft.text[match.start() : match.end()]:
            continue
        doi = find_doi(draft.text[match.end() : body.end()])
        if doi is None or _inside_address(draft.text, match.start()):
            continue
        end = match.end() + len(doi.value)
        start = _lead_start(draft.text, match.start()) if match.group() else match.start()
        if not draft.set_field("DOI", start, end, value=doi.value, sure=Confidence.CERTAIN):
            _keep_second(draft, start, end, draft.fields["DOI"] == doi.value)


def _inside_address(text: str, index: int) -> bool:
    """Tell whether an index lies in an address that began before it: such an address stays whole."""
    return any(mark in text[max(0, index - 300) : index].rsplit(" ", 1)[-1] for mark in ("://", "www."))


def _take_urls(draft: Draft) -> None:
    for match in _URL.finditer(draft.text):
        end = _url_end(draft, match)
        end = _han_path_end(draft, end) if end == match.end() else end
        address = draft.raw[match.start() : end]
        enclosed = draft.text[match.start() - 1 : match.start()] == "〈" and draft.text[end : end + 1] == "〉"
        start, end = match.start() - enclosed, end + enclosed
        start = _lead_start(draft.text, start)
        if address.lower().startswith("www."):
            address = "http://" + address
        if draft.set_field("URL", start, end, value=address, sure=Confidence.CERTAIN):
            doi = find_doi(address)
            if doi and "DOI" not in draft.fields:
                draft.fields["DOI"] = doi.value
                draft.spans["DOI"] = draft.spans["URL"]
                draft.confidence["DOI"] = Confidence.LIKELY
        else:
            _keep_second(draft, start, end, draft.fields.get("URL") == address)


_CLOSED: Final = {")": "(", "]": "["}


def _url_end(draft: Draft, match: re.Match[str]) -> int:
    """Leave the sentence's punctuation, brackets that were not opened, and full-width forms outside."""
    end = match.end()
    for index in range(match.start() + 8, end):
        if draft.raw[index] != draft.text[index] or draft.text.startswith(("http://", "https://"), index):
            end = index if draft.text[index - 1] not in "=/" or draft.raw[index] != draft.text[index] else end
            break
    bracket = re.compile(r"[,;.]\(").search(draft.text, match.start(), end)
    end = bracket.start() if bracket else end
    while end > match.start():
        last = draft.text[end - 1]
        body = draft.text[match.start() : end]
        if last in ".,;:!?'*" or (last in _CLOSED and body.count(last) > body.count(_CLOSED[last])):
            end -= 1
        else:
            break
    # [2013-03-26] glued behind an address is GB/T 7714's access date
    glued = re.search(r"\[\d{4}-\d\d?-\d\d?\]$", draft.text[match.start() : end])
    return match.start() + glued.start() if glued else end


# The words of Taiwanese, Chinese and Western lists around the day on which a page was seen; each has two characters.
_SEEN_WORDS: Final = frozenset(
    "檢索 检索 上網 上网 瀏覽 浏览 閱覽 阅览 訪問 访问 造訪 造访 拜訪 擷取 撷取 截取 查詢 查询 查閱 查阅 查看 查找 檢閱"
    " 檢視 检视 觀看 观看 下載 下载 讀取 读取 取讀 取读 存取 引用 點閱 取用 參閱 参阅".split()
)
_SOURCE_WORDS: Final = frozenset("取自 檢自 检自".split())
_SEEN_PAIR: Final = later(
    "[" + "".join(sorted({word[0] for word in _SEEN_WORDS})) + "]["
    "自" + "".join(sorted({word[1] for word in _SEEN_WORDS})) + "]"
)
_SEEN_HAN_LEAD: Final = later(r"(?:(?:最[後后近終终]|上次)?(?:線上|资料|資料|網頁)?)$")
_SEEN_HAN_BEHIND: Final = later(r"(?:日期|日|時間|时间|於|于)?\s?[為为是]?\s?[:於于]?\s?")
_SEEN_WESTERN: Final = later(
    r"(?:last\s+)?(?:retrieved|accessed|viewed|cited|visited|seen|as of|current as of|date of (?:review|access)"
    r"|access date|date accessed|downloaded)"
    r"(?:\s+on)?\s?:?\s+",
    re.IGNORECASE,
)
# One of these is in every wording in a Western language.
_SEEN_HINTS: Final = ("retr", "acces", "view", "cited", "visit", "seen", "as of", "of rev", "downl")


# Behind a slash or `=` Han goes on with the address, as browsers show it, up to the next separator.
_HAN_PATH: Final = later(r"(?:[\u3400-\u9fff]|[A-Za-z0-9\-._~/?#&=%_]|\((?=[^()]{1,20}\))|(?<=[\u3400-\u9fff])\))+")


_SEEN_HERE: Final = later("(?:最[後后近終终]|上次)?(?:線上|资料|資料|網頁)?(?:" + "|".join(sorted(_SEEN_WORDS)) + ")")


def _han_path_end(draft: Draft, end: int) -> int:
    if (
        draft.text[end - 1] not in "/=_-#"
        or _SEEN_HERE.match(draft.text, end)
        or draft.text[end : end + 1] in "取檢检於"
    ):
        return end
    match = _HAN_PATH.match(draft.raw, end)
    path = match.group() if match else ""
    seen = next((pair.start() for pair in _SEEN_PAIR.finditer(path) if pair.group() in _SEEN_WORDS), len(path))
    return end + len(path[: _seen_lead(path, seen) if seen < len(path) else seen].rstrip("."))


def _lead_start(text: str, index: int) -> int:
    """Answer where `Retrieved from`, 取自, 網址： before an address begins."""
    begin = max(0, index - 40)
    before = text[begin:index].rstrip()[-1:]
    if before != ":" and not before.isalpha():
        return index
    match = _URL_LEAD.search(text[begin:index])
    if match is None or not match.group().strip():
        return index
    start = begin + match.start()
    glued = start > 0 and text[start - 1].isalpha() and text[start].isascii() and text[start].isalpha()
    return index if glued else start


def _keep_second(draft: Draft, start: int, end: int, same: bool) -> None:
    draft.blank(start, end)
    if not same:
        draft.kept.append((start, end))


def _take_pattern(draft: Draft, pattern: re.Pattern[str], variable: str) -> None:
    for match in pattern.finditer(draft.text):
        value = match["id"]
        try:
            if variable == "number":
                value = f"arXiv:{parse_arxiv_id(value)}"
                draft.type_hints.append("article")
            elif variable == "ISBN":
                value = str(parse_isbn(value))
        except InvalidIdentifier:
            draft.find("bad-isbn" if variable == "ISBN" else "bad-arxiv", match.start(), match["id"])
        draft.set_field(variable, match.start(), match.end(), value=value, sure=Confidence.CERTAIN)


_BRACKETED: Final = later(r"\[\s?(?=\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s?\])")


# `Web. 4 May 2022.` (MLA 7, 5.6)
_MLA_WEB: Final = later(r"(?<=[.\s])Web\.\s(?=\d)")


def take_accessed(draft: Draft) -> None:
    """Take out the date on which the page was seen, with its words, before or after the address."""
    for start, end in _seen_before(draft.text):
        found = match_date(draft.text, end) or match_compact_date(draft.text, end)
        if found and found.date and _take_seen(draft, start, found):
            return
    web = _MLA_WEB.search(draft.text) if "Web. " in draft.text else None
    found = match_date(draft.text, web.end()) if web else None
    if web and found and found.date and len(found.date.parts[0]) == 3 and _take_seen(draft, web.start(), found):
        return
    for match in _BRACKETED.finditer(draft.text):
        found = match_date(draft.text, match.end())
        if found and found.date and _take_seen(draft, match.start(), found):
            return
    if "URL" in draft.spans and _take_date_before_address(draft, draft.spans["URL"].start):
        return
    for start, end in _seen_after(draft.text):
        found = _date_before(draft.text, start)
        if found and found.date:
            begin = found.start - (draft.text[found.start - 1 : found.start] in ("於", "于"))
            if draft.set_date("accessed", begin, end, found.date):
                return


def _seen_before(text: str) -> list[tuple[int, int]]:
    """Find the wordings behind which the day may stand that a page was seen: 檢索日期：, `Retrieved on `."""
    found = []
    if not text.isascii():
        for match in _SEEN_PAIR.finditer(text):
            behind = _SEEN_HAN_BEHIND.match(text, match.end())
            if match.group() in _SEEN_WORDS and behind:
                found.append((_seen_lead(text, match.start()), behind.end()))
    lowered = text.lower()
    if any(hint in lowered for hint in _SEEN_HINTS):
        found.extend(match.span() for match in _SEEN_WESTERN.finditer(text))
        found.sort()
    return found


def _seen_after(text: str) -> list[tuple[int, int]]:
    """Find the wordings before which the day may stand: `2021年7月2日檢索`, `2021年7月2日，取自`."""
    if text.isascii():
        return []
    return [
        (start - (text[start - 1 : start] == " "), match.end())
        for match in _SEEN_PAIR.finditer(text)
        if match.group() in _SEEN_WORDS or match.group() in _SOURCE_WORDS
        for start in (_seen_lead(text, match.start()),)
    ]


def _seen_lead(text: str, index: int) -> int:
    """Answer where 最後, 線上 or 資料 before a wording begins."""
    match = _SEEN_HAN_LEAD.search(text, max(0, index - 4), index)
    return match.start() if match else index


def _take_date_before_address(draft: Draft, start: int) -> bool:
    """`2021年7月2日，取自https://…` (APA 6 as it was printed in Taiwan)."""
    lead = draft.text[:start].rstrip(" ,;")
    if not re.match(r"[\s,，]*(?:[檢检取]|擷取|下載)", draft.raw[start : start + 6]):
        return False
    found = _date_before(draft.text, len(lead))
    if found is None or found.date is None or len(found.date.parts[0]) < 3:
        return False
    start = found.start - (draft.text[found.start - 1 : found.start] in ("於", "于"))
    return draft.set_date("accessed", start, found.end, found.date)


def _take_seen(draft: Draft, start: int, found: FoundDate) -> bool:
    end = found.end
    if start and draft.text[start - 1] in "([" and draft.text[end : end + 1] in (")", "]"):
        start, end = start - 1, end + 1
    elif draft.text[start - 1 : start] in ("於", "于"):
        start -= 1
    elif draft.text[end : end + 1] in (")", "]") and draft.text[start] in "([":
        end += 1
    match = re.compile(r"\s?,?\s?from:?(?=[\s\x00])", re.IGNORECASE).match(draft.text, end)
    end = match.end() if match else end
    return found.date is not None and draft.set_date("accessed", start, end, found.date)


def _date_before(text: str, index: int) -> FoundDate | None:
    for begin in range(max(0, index - 20), index - 5):
        found = match_date(text, begin)
        if found and found.date and index - 1 <= found.end <= index:
            return found
    return None
