"""Notes in brackets that say what a work is: `[Doctoral dissertation, University]`, `[Data set]`, 〔資料檔〕.

They end the title wherever they stand (APA 7, 9.21), so they are taken out before the title is looked for.
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.names import read_creators
from tipcite.formats.reftext.reference import Confidence
from tipcite.model import Date

_DEGREE: Final = (
    r"(?:Doctoral|Doctorate|Ph\.?\s?D\.?|D\.?Phil\.?|Ed\.?D\.?|Master[’']?s?(?: of [A-Z]\w+)?|Bachelor[’']?s?"
    r"|Honou?rs|Undergraduate"
    r"|M\.?\s?A\.?|M\.?\s?Sc?\.?|M\.?\s?Phil\.?|LL\.?M\.?|M\.?B\.?A\.?|M\.?\s?Eng\.?)"
)
_THESIS: Final = later(
    rf"[(\[]\s?(?P<genre>(?:(?:Unpublished|Published)\s)?{_DEGREE}\s?(?:dissertation|thesis|diss\.|project))"
    r"(?:[,;]\s(?P<publisher>[^()\[\]\x00]{3,120}?))?(?:,\s(?P<year>(?:1[89]|20)\d\d))?\s?[)\]]",
    re.IGNORECASE,
)
_HAN_THESIS: Final = later(
    r"[(\[]\s?(?P<genre>(?:未出版(?:之|的)?\s?,?\s?|已出版\s?)?(?:博士|碩士|硕士|學士|学士)(?:學位|学位|班)?(?:論文|论文))"
    r"(?:\s?[,:;]\s?(?P<publisher>[\u3400-\u9fff][^()\[\]\x00]{2,40}))?\s?[)\]]"
)
_DATA: Final = later(
    r"[(\[【]\s?(?P<genre>(?:[A-Z][\w-]+ )?[Dd]ata ?(?:set|file|base)s?(?: and code ?book)?|(?:原始|統計|统计"
    r"|調查)?(?:資料|数据|數據|资料)(?:檔|集|庫|库)?(?:與程式碼)?)\s?[)\]】]"
)
_KINDS: Final = later(
    r"\s\[(?P<genre>(?:Web ?log|Blog|Online forum|Web|Forum) (?:post|comment|message)|Comment"
    r"|部落格文章|網誌文章|部落格"
    r"|博客文章|电子公告|網路影音資料)\]"
    r"(?=[\s.,\x00]|$)",
    re.IGNORECASE,
)
# `War on the Rocks (blog), February 9`: Chicago's word behind the name of the site (CMOS 17, 14.208)
_BLOG: Final = later(r"(?<=\w)\s\((?:we)?b ?log\)(?=\s?[,.\x00])", re.IGNORECASE)
_HAN_KINDS: Final = later(
    r"(?<=.{4})\s?[\[【]\s?(?P<genre>新聞稿|新闻稿|公告|海報|海报|簡報|影音|影片|錄音|錄影|演講|貼文|(?:臉書|部落格|網誌|社群)[\u3400-\u9fff]{0,4}"
    r"|(?:研討會|會議|海報)論文"
    r"|專題報導|社論|電子書|有聲書|網頁|線上論壇|工作坊|專訪|訪談[\u3400-\u9fff]{0,3}|手稿|未出版[\u3400-\u9fff]{0,6})\s?[\]】]",
    re.DOTALL,
)
_VERSION: Final = later(r"\((?:[Vv]ersion|[Vv]er\.|[Vv])\s?(?P<version>\d[\w.]*)\)")


def take_bracket_notes(draft: Draft) -> None:
    """Take what brackets say of the kind of work: a thesis with its university, a data set, a blog's post."""
    text = draft.text
    if "(" not in text and "[" not in text and "【" not in text:
        return
    thesis = (_THESIS.search(text) if "is" in text.lower() else None) or (
        _HAN_THESIS.search(text) if "文" in text else None
    )
    if thesis is not None and thesis.start() > 0:
        draft.type_hints.append("thesis")
        draft.set_field("genre", *thesis.span("genre"), sure=Confidence.CERTAIN)
        if thesis["publisher"]:
            draft.set_field("publisher", *thesis.span("publisher"), sure=Confidence.CERTAIN)
        if "year" in thesis.re.groupindex and thesis["year"]:
            draft.set_date("issued", *thesis.span("year"), Date(parts=((int(thesis["year"]),),)))
        _take_out(draft, thesis)
    _take_original_author(draft)
    _take_kind(draft)


_ORIGINAL: Final = later(
    r"[(\[]\s?原(?:作者|著者|著|作)(?!\s?(?:出版|發表))\s?[:,]?\s?(?P<names>[^()\[\]\d\x00:][^()\[\]\d\x00]{1,60})[)\]]"
)


def _take_original_author(draft: Draft) -> None:
    """`沙宜芳（譯）（2012）。題名（原作者：R. Hartwell）`: the author stands behind the title."""
    match = _ORIGINAL.search(draft.text) if "原" in draft.text else None
    if match is None or match.start() < 4:
        return
    creators = read_creators(draft.raw[slice(*match.span("names"))])
    if creators.names:
        draft.names["author"] = creators.names
        draft.mark("author", *match.span("names"), sure=Confidence.CERTAIN)
        _take_out(draft, match)


_PREPRINT: Final = later(r"\s?\[(?P<genre>[Pp]reprint)\]")


def _take_kind(draft: Draft) -> None:
    preprint = _PREPRINT.search(draft.text) if "reprint]" in draft.text else None
    if preprint is not None:
        # behind the server's name: `medRxiv [Preprint]. 2021`
        draft.type_hints.append("article")
        draft.set_field("genre", *preprint.span("genre"), sure=Confidence.CERTAIN)
        draft.text = draft.text[: preprint.start()] + " " * len(preprint.group()) + draft.text[preprint.end() :]
    data = _DATA.search(draft.text)
    if data is not None and data.start() > 0:
        draft.type_hints.append("dataset")
        draft.set_field("genre", *data.span("genre"), sure=Confidence.CERTAIN)
        _take_out(draft, data)
        version = _VERSION.search(draft.text)
        if version is not None:
            draft.set_field("version", *version.span(), value=version["version"], sure=Confidence.CERTAIN)
        return
    post = (_KINDS.search(draft.text) if "[" in draft.text else None) or (
        None if draft.text.isascii() else _HAN_KINDS.search(draft.text)
    )
    blog = _BLOG.search(draft.text) if post is None and "log)" in draft.text else None
    if blog is not None:
        draft.type_hints.append("blog")
        draft.blank(*blog.span())
    if post is not None:
        draft.set_field("genre", *post.span("genre"), sure=Confidence.CERTAIN)
        _take_out(draft, post)
        if re.search("blog|部落|網誌|博客", post["genre"], re.IGNORECASE):
            draft.type_hints.append("blog")


def _take_out(draft: Draft, match: re.Match[str]) -> None:
    """Blank a note; in square brackets it ends the title, in round ones unless a sentence ends before it."""
    start = match.start() + (draft.text[match.start()] == " ")
    square = draft.text[start] in "[【"
    last = not draft.has_words(match.end(), len(draft.text)) and _SENTENCE.search(draft.text, 0, start)
    whole = square or not re.search(r"[a-z)][.?!]\s[A-Z]|。.", _LEAD.sub("", draft.text[:start]))
    if not draft.note_start and not last and whole:
        draft.note_start = start
    draft.blank(*match.span())


# `Title of the data. Mendeley Data, v1. DOI [dataset]` (Elsevier): the note at the very end ends no title
_SENTENCE: Final = later(r"[a-z)]\.\s[A-Z][^.\x00]{3,60}\.?\s?\x00+[\s.]*$")
# Creators and year before the title: what ends in them is no sentence of it.
_LEAD: Final = later(r"^.{0,1500}?\([^()]*(?:\d{4}|n\.d\.)[^()]*\)[.。,]?\s?|^.{0,200}?[.,]\s\d{4}[a-z]?[.,]\s")
