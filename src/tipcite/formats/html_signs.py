"""Signs on a page itself that it is not the page somebody wanted, whatever the status said.

Order: (1) what its scripts and frames give away, (2) its title and first heading, (3) sentence by sentence the prose
of a page that has little of it. A long text about missing pages is an article, and a page that explains them is no
sure sign. Whoever knows the title that is wanted asks `html_title` first: a page that shows it is the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from tipcite.formats import html_wording
from tipcite.formats.html import Page
from tipcite.formats.html_title import parts_of, subparts_of, weight
from tipcite.lang import fold_han


class PageSign(StrEnum):
    """What a page is instead of what was wanted."""

    CHALLENGE = "challenge"
    NOT_FOUND = "missing"
    PARKED = "parked"
    FAILING = "failing"
    REFUSED = "refused"
    LOGIN = "login"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A sign with the words or the script that gave it; one that is not `sure` needs another witness."""

    kind: PageSign
    said: str
    sure: bool = True
    is_built: bool = False
    """It was a script or a frame."""
    is_crowded: bool = False
    """It would be sure, were there not so much else on the page."""


_SHORT: Final = 900
"""A page whose prose weighs less than this (a Han character twice) may be nothing but a message."""
_MESSAGE: Final = 300
_BESIDE: Final = 40
"""Where more is said beside a bare 「查無資料」, it may be said of a part of the page."""
_LONGEST_NAME: Final = 300
_MUCH: Final = 3000
_MIDDLE: Final = 4000
_LONG: Final = 8000

# What builds such pages, in the addresses and the text of their scripts and frames.
_BUILDERS: Final = {
    # Not what guards load on every page (`SWJIYLWA`, `challenge-platform/scripts`): only what their tests are made of.
    PageSign.CHALLENGE: re.compile(
        r"_cf_chl_opt|cf-browser-verification|challenge-platform/h/|cf_chl_|captcha-delivery\.com|px-captcha|"
        r"_Incapsula_Resource\?(?!SWJIYLWA)|gokuProps|AwsWafIntegration|bm-verify|_sec/cp_challenge|sucuri_cloudproxy|"
        r"\$_ts\b|__jsl_clearance|acw_sc__v2|aliyunwaf|security_session_verify|wzws|ge_js_validator|slowAES|/TSPD/|"
        r"/_guard/|/\.safeline/|x/cmd/anubis|vercel/security",
        re.IGNORECASE,
    ),
    # 「公益404」: pages of missing children in place of a missing page, by Tencent, 益云 and notfound.org.
    PageSign.NOT_FOUND: re.compile(
        r"qq\.com/404/|search_children|volunteer\.cdn-go\.cn/404|yibo404|iyiyun\.com|gtimg\.cn/[^\"']*404|"
        r"notfound-static|notfound\.org",
        re.IGNORECASE,
    ),
    PageSign.PARKED: re.compile(
        r"sedoparking|(?<![\w-])sedo\.com|parkingcrew|bodis\.com|parking-lander|parklogic|d38psrni17bvxu|adsense/domains/caf|"
        r"(?<![\w-])above\.com/|hugedomains|afternic|(?<![\w-])dan\.com/|uniregistry|skenzo|rookmedia|voodoo\.com|domainsponsor|smartname|"
        r"trafficz|parkweb|parked-domain|domainparking|/lander[\"'?]|window\.park\b|fabulous\.com|namedrive|"
        r"ztomy|dsparking|dnspod[^\"']*webblock|webblock\.html",
        re.IGNORECASE,
    ),
}
_COOKIE_TEST: Final = re.compile(r"document\.cookie\s*=[\s\S]*location(?:\.reload|\.href\s*=|\.replace|\s*=)")
_SENTENCES: Final = re.compile(r"(?<=[。！？!?；])|(?<=[.;])\s+|\n")
# On a short page still no evidence: what is asked of commenters, and what only some of a page's parts lack.
_ASIDE: Final = re.compile(
    r"\bcomment|\breply\b|\breplies\b|留言|回覆|回復|評論|發表|cookies? (?:policy|政策)|javascript", re.IGNORECASE
)
_ADDRESSED: Final = re.compile(
    r"\byou|\brequested\b|\b(?:this|that) (?:page|file|document|article|item|record|content|"
    r"post|story|link|video|site|paper|presentation|book|image|abstract)|"
    r"\b(?:web ?)?page\b|\burl\b|\blink\b|404|\bthis (?:server|location|address)|\bwe (?:can|could|are|were)|\bsorry\b|"
    r"您|你|妳|這[篇個則頁份]|頁|網址|此|該|指定|連結|鏈接|域名|網域|抱歉",
    re.IGNORECASE,
)
_EXPLAINS: Final = re.compile(
    r"(?:404|not found|soft 404)[^.。]{0,120}(?:status code|indicates|means|refers|response code|error code)"
    r"|status codes?|狀態碼|錯誤碼|錯誤代碼|HTTP ?(?:協定|協議|標準)",
    re.IGNORECASE,
)
_IS_TO_COME: Final = re.compile(r"將於|將在|將會|預定於|\bwill be\b|\bis scheduled\b", re.IGNORECASE)
_FORMS: Final = re.compile(r"訂閱|訂戶|電子報|留言|聯絡|聯繫|報名|註冊|意見|填寫", re.IGNORECASE)
"""Where something is asked of the reader, the code to be copied goes with that."""
_MAINTENANCE: Final = re.compile(r"維護|維修|保養|升級|maintenance", re.IGNORECASE)


def page_sign(page: Page) -> PageSign | None:
    """Return what the page surely is instead, None when nothing says so."""
    sign = read_sign(page)
    return sign.kind if sign is not None and sign.sure else None


def read_sign(page: Page) -> Sign | None:
    """Return the strongest sign that the page is something else, None when there is none."""
    found = list(_signs(page))
    return next((sign for sign in found if sign.sure), found[0] if found else None)


def wall_sign(page: Page) -> Sign | None:
    """Return what tells, on a page of any length that every address gets, that it stands before other pages."""
    sentences = _sentences(fold_han(page.structure.prose))
    for kind in (PageSign.CHALLENGE, PageSign.LOGIN, PageSign.REFUSED, PageSign.FAILING, PageSign.PARKED):
        for sign in _said(kind, sentences, 0):
            return replace(sign, sure=True)
    return None


def is_shell(page: Page) -> bool:
    """Tell whether scripts build the page in the reader's browser: there is next to nothing to see here."""
    return page.structure.is_scripted and weight(page.structure.prose) < _MESSAGE


def is_empty(page: Page) -> bool:
    """Tell whether the page shows nothing at all."""
    return not page.structure.shown and not page.titles


def _signs(page: Page) -> Iterator[Sign]:
    prose = page.structure.prose
    size = weight(prose)
    found = [*(_built(page) if size <= _SHORT else ()), *_titled(page, size)]
    if size <= _MIDDLE:
        found += [sign if size <= _SHORT else _crowded(sign) for sign in _spoken(page, size)]
    if found and _explains(page, size):
        found = [sign if sign.is_built else replace(sign, sure=False, is_crowded=False) for sign in found]
    yield from found


def _crowded(sign: Sign) -> Sign:
    return replace(sign, sure=False, is_crowded=sign.sure)


def _explains(page: Page, size: int) -> bool:
    """Tell a page about such pages, or one that has far more to say."""
    if size > _LONG or any(html_wording.about().search(fold_han(name)) for name in _names(page)):
        return True
    return size > _MESSAGE and _EXPLAINS.search(page.structure.prose) is not None


def _built(page: Page) -> Iterator[Sign]:
    """Tell by scripts and frames; only a page with hardly any text of its own is what these build."""
    structure = page.structure
    material = "\n".join((*structure.sources, structure.inline, structure.sends_to))
    for kind, pattern in _BUILDERS.items():
        match = pattern.search(material)
        if match and (kind is not PageSign.CHALLENGE or weight(structure.prose) <= _MESSAGE):
            yield Sign(kind=kind, said=match[0], is_built=True)
    if not structure.shown and not structure.is_scripted and _COOKIE_TEST.search(structure.inline):
        yield Sign(kind=PageSign.CHALLENGE, said="a script that sets a cookie and loads again", is_built=True)


def _names(page: Page) -> tuple[str, ...]:
    names = (page.title, page.headline, *page.structure.headings[:2])
    return tuple(dict.fromkeys(name[:_LONGEST_NAME] for name in names if name))


def _titled(page: Page, size: int) -> Iterator[Sign]:
    """Tell by the title and the first headings: the message must be all that a part of them says."""
    everything = fold_han("\n".join(_names(page))).lower()
    for kind in PageSign:
        if not html_wording.wording(kind).may_be_in(everything):
            continue
        # Widgets of ordinary pages have headings like 「會員登入」.
        names = _names(page) if kind is PageSign.NOT_FOUND or size <= _SHORT else (page.title[:_LONGEST_NAME],)
        for part in dict.fromkeys(part for name in names for part in (name, *parts_of(name))):
            sign = _sign_of_part(kind, part, size)
            if sign is not None:
                yield sign


def _sign_of_part(kind: PageSign, part: str, size: int) -> Sign | None:
    """Tell by one part of a title; beside the message it may be named for what a work is about."""
    words = html_wording.wording(kind)
    whole = fold_han(part)
    is_clear = kind is not PageSign.LOGIN or size <= _MIDDLE
    pieces = subparts_of(whole) if kind is PageSign.NOT_FOUND or size <= _SHORT else []
    for piece in dict.fromkeys((whole, *pieces)):
        if _is_all(words.whole, piece):
            rest = whole.replace(piece, "")
            is_clear = is_clear and (not rest or size <= _SHORT)  # `Not found: the letters of …`
            # A long page that is called `404` may be about the year.
            is_clear = is_clear and (size <= _MUCH or words.whole_phrase.fullmatch(piece) is not None)
            return Sign(kind=kind, said=part[:80], sure=is_clear and not html_wording.about_within().search(rest))
    match = words.phrase.search(whole) if size <= _SHORT else None
    if match:
        rest = whole.replace(match[0], "")
        return Sign(kind=kind, said=part[:80], sure=not html_wording.about_within().search(rest))
    if kind is PageSign.NOT_FOUND and size <= _SHORT and _is_all(html_wording.vague(), whole):
        return Sign(kind=kind, said=part[:80], sure=False)
    return None


def _spoken(page: Page, size: int) -> Iterator[Sign]:
    """Tell by the sentences of the prose; a page that has more of it can at most be suspected of being missing."""
    lines = page.structure.prose
    if weight(page.structure.shown) < _MESSAGE:
        lines = "\n".join((lines, *page.structure.alerts))
    lines = fold_han(lines)
    lower = lines.lower()
    possible = tuple(PageSign) if size <= _SHORT else (PageSign.NOT_FOUND,)
    kinds = [kind for kind in possible if html_wording.wording(kind).may_be_in(lower)]
    if not kinds:
        return
    sentences = _sentences(lines)
    found = [sign for kind in kinds for sign in _said(kind, sentences, size)]
    if _FORMS.search(lines):
        found = [sign for sign in found if "驗證碼" not in sign.said]
    if _MAINTENANCE.search(lines) and any(sign.kind is PageSign.FAILING for sign in found):
        found.sort(key=lambda sign: sign.kind is not PageSign.FAILING)
    yield from found


def _sentences(lines: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentence.strip() for sentence in _SENTENCES.split(lines)))


def _said(kind: PageSign, sentences: tuple[str, ...], size: int) -> Iterator[Sign]:
    words = html_wording.wording(kind)
    for sentence in sentences:
        if not words.may_be_in(sentence.lower()):
            continue
        match = words.phrase.search(sentence)
        if match is None:
            if kind is not PageSign.LOGIN and len(sentence) <= 80 and _is_all(words.whole, sentence):
                yield Sign(kind=kind, said=sentence[:80], sure=size - weight(sentence) <= _BESIDE)
        elif not _is_beside_the_point(kind, sentence, match):
            yield Sign(kind=kind, said=sentence[:80], sure=_is_message(kind, sentence, size))


def _is_message(kind: PageSign, sentence: str, size: int) -> bool:
    """Tell whether a sentence speaks to the reader of this page, or is all that the page says."""
    if _ADDRESSED.search(sentence) or (kind is not PageSign.NOT_FOUND and size <= _MESSAGE):
        return True
    return size - weight(sentence) <= _BESIDE and _is_all(html_wording.wording(kind).whole_phrase, sentence)


def _is_beside_the_point(kind: PageSign, sentence: str, match: re.Match[str]) -> bool:
    if _is_provision(sentence, match) or _ASIDE.search(sentence):
        return True
    if kind is PageSign.NOT_FOUND and sentence.endswith(("?", "？")):
        return True
    return kind is not PageSign.NOT_FOUND and _IS_TO_COME.search(sentence) is not None


def _is_provision(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether the sentence provides for a case, or explains a word, and so says nothing of this page."""
    if html_wording.conditional().search(sentence, 0, match.end()):
        return True
    return html_wording.defining().search(sentence) is not None and not re.search(r"\byou|您|你", sentence)


def _is_all(whole: re.Pattern[str], part: str) -> bool:
    """Tell whether a text is the message and nothing else."""
    return len(part) <= _LONGEST_NAME and whole.fullmatch(part) is not None
