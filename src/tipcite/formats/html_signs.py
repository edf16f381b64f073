"""Signs on a page itself that it is not the page somebody wanted, whatever the status said.

Patterns are looked for in titles and headings, and in the text only of short pages; of a long page a title must be
the message itself: a long article about missing pages is an article. Whoever knows the title that is wanted asks
`shows_title` first: a page that shows it is the page.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import Final

from tipcite.formats.html import Page


class PageSign(StrEnum):
    """What a page is instead of what was wanted."""

    NOT_FOUND = "not_found"
    PARKED = "parked"
    CHALLENGE = "challenge"


_SHORT_PAGE: Final = 600
_LEAST_TITLE: Final = 2
_PARTS: Final = re.compile(r"\s*[\n|｜:：–—_]\s*|\s+-\s+")
# What may stand before and after the message in a title that is nothing else.
_BEFORE: Final = re.compile(
    r"(?:error|http|status|oops|sorry|the|that|this|we|很抱歉|抱歉|對不起|对不起|錯誤|错误|糟糕|此|該|该|本|系統|系统"
    r"|(?:您|你)(?:要|所|想)?(?:訪問|访问|瀏覽|浏览|查詢|查询|請求|请求|尋找|寻找|找|看)的|[\s,.!，。！…])+",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"[\s.!。！()\[\]\d]*(?:not found|error|on this (?:server|site)|[\s.!。！()\d])*", re.IGNORECASE
)

_THING: Final = r"(?:page|file|document|article|resource|content|url|site|directory)"
_ZH_THING: Final = r"(?:網頁|网页|頁面|页面|該頁|该页|文章|內容|内容|檔案|文件|資料|资料|網址|网址|連結|链接)"
_NOT_FOUND: Final = re.compile(
    r"\b(?:error )?404\b(?:\s+(?:error|not found))?(?!\s*(?:km|kg|元|名|人|則|条|條|頁|页|\w+ media|media))"
    rf"|\b{_THING}(?: or \w+)?"
    r"(?: (?:that )?you(?: are| were|[’']re)? (?:requested|looking for|wanted|tried to (?:reach|view)))?\s+"
    r"(?:(?:was |is |are |could |can |has )?(?:not|no longer) (?:be |been )?(?:found|available|exists?)"
    r"|(?:can[’']t|cannot|couldn[’']t) be (?:found|displayed)|(?:isn[’']t|is un)\s?available|unavailable"
    r"|does(?:n[’']t| not) exist|(?:has been |was |is )?(?:removed|deleted|missing))"
    rf"|\bnot found\b|\bno such {_THING}\b"
    rf"|\bcan(?:[’']t|not) find (?:that|the|this) {_THING}(?: you[’']re looking for)?"
    rf"|(?:找不到|無法找到|无法找到)(?:您|你|要|所|想|該|该|此|相關|相关|指定|訪問|访问|瀏覽|浏览|找|查詢|查询|的)*{_ZH_THING}"
    rf"|{_ZH_THING}(?:並|并|已經?|已经)?(?:被\w{{0,4}})?"
    r"(?:不存在|不再存在|刪除|删除|移除|下架|失效|過期|过期|找不到|未找到|無法顯示|无法显示)"
    rf"|(?:查無|查无|無此|无此|沒有此|没有此)(?:此|該|该)?{_ZH_THING}",
    re.IGNORECASE,
)
_PARKED: Final = re.compile(
    r"\b(?:this |the )?domain(?: name)?\b.{0,40}\b(?:is|may be|has been)\b.{0,20}\b(?:for sale|parked|expired)\b"
    r"|\bbuy this domain\b|\bdomain for sale\b|\bparked (?:free|domain)\b|\brelated searches\b.{0,80}\bdomain\b"
    r"|(?:域名|網域|网域)(?:名稱|名称)?.{0,12}(?:出售|轉讓|转让|停放|到期|過期|过期)"
    r"|(?:購買|购买)此(?:域名|網域|网域)",
    re.IGNORECASE | re.DOTALL,
)
_CHALLENGE: Final = re.compile(
    r"\bjust a moment\b|\battention required\b|\bchecking your browser\b|\bare you (?:a )?(?:human|robot)\b"
    r"|\bverify(?:ing)? (?:that )?you are (?:a )?human\b|\bcaptcha\b|\bsecurity check\b|\baccess denied\b"
    r"|安全验证|安全驗證|人机验证|人機驗證|滑動驗證|滑动验证|訪問驗證|访问验证|請輸入驗證碼|请输入验证码",
    re.IGNORECASE,
)


def shows_title(page: Page, title: str) -> bool:
    """Tell whether a title stands on the page, in any width, case and punctuation, markup aside."""
    wanted = _letters(re.sub(r"</?(?:i|b|sub|sup|span)\b[^>]*>", "", title))
    if len(wanted) < _LEAST_TITLE:
        return False
    return any(wanted in _letters(text) for text in (*page.titles, page.text))


def page_sign(page: Page) -> PageSign | None:
    """Return what the page is instead, None when nothing says so."""
    names = " \n ".join(dict.fromkeys((page.title, page.headline)))
    if _says(_CHALLENGE, names, page):
        return PageSign.CHALLENGE
    if _says(_NOT_FOUND, names, page):
        return PageSign.NOT_FOUND
    return PageSign.PARKED if _says(_PARKED, names, page) else None


def _says(pattern: re.Pattern[str], names: str, page: Page) -> bool:
    if len(page.text) <= _SHORT_PAGE:
        return pattern.search(f"{names} \n {page.text}") is not None
    return any(_is_all(pattern, part) for part in _PARTS.split(names))


def _is_all(pattern: re.Pattern[str], part: str) -> bool:
    """Tell whether a part of a title is the message and nothing else."""
    before = _BEFORE.match(part)
    found = pattern.match(part, before.end() if before else 0) or pattern.match(part)
    return found is not None and _AFTER.fullmatch(part, found.end()) is not None


def _letters(text: str) -> str:
    """Fold width and case (NFKC) and keep letters and digits only."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum())
