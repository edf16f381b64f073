# ruff: noqa: E501 - a page stands on one line, as it is sent
"""Sites as they are found in references, with the verdict that a reader of the page would give.

A `Case` is one cited address. Every site has a page for all that it does not know (`missing`): a right 404 where
nothing else is said. None is a real host; the words are those that such sites use.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from web.replies import Asked, Reply, html, page

PLAIN = {"Content-Type": "text/html; charset=utf-8"}
NOT_FOUND = html("<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>", status=404)
EN = (
    "<p>Scholars have long asked how references keep their meaning when what they refer to moves. The present text "
    "follows a sample of citations over a decade and describes what became of them.</p>"
) * 12
HANT = "<p>本文以近十年之文獻為對象，說明引用資料在網路上的保存情形，並就圖書館與出版者的作法提出建議。</p>" * 14
HANS = "<p>本文以近十年的文献为对象，说明引用资料在网络上的保存情况，并就图书馆与出版者的做法提出建议。</p>" * 14
MENU = "".join(
    f'<li><a href="/menu/{number}">{name}</a></li>'
    for number, name in enumerate(
        "首頁 本會簡介 最新消息 業務資訊 法令規章 政府資訊公開 為民服務 便民服務 統計資料 出版品 相關連結 網站導覽 雙語詞彙 "
        "意見信箱 常見問答 English 機關介紹 首長信箱 施政計畫 預算決算 檔案應用 性別平等 廉政專區 活動訊息 下載專區".split()
    )
)
FOOT = (
    '<div class="footer">地址：100 臺北市中正區某路一段1號 電話：(02)2222-3333 服務時間：週一至週五 08:30-17:30 '
    "隱私權宣告 政府網站資料開放宣告 建議使用 Chrome 瀏覽器，解析度 1024x768 以上</div>"
)


@dataclass(frozen=True)
class Case:
    """One cited address and what is to be said of it; `flags` are those that must be there."""

    address: str
    verdict: str
    why: str
    title: str = ""
    flags: tuple[str, ...] = ()
    final: str = ""


CASES: list[Case] = []
SITES: dict[str, Callable[[Asked], Reply]] = {}


def site(host: str, pages: dict[str, Reply], missing: Reply | Callable[[Asked], Reply] = NOT_FOUND) -> None:
    """Put up a site; `missing` is its answer for whatever it has no page for."""

    def answer(asked: Asked) -> Reply:
        found = pages.get(asked.path)
        return found or (missing(asked) if callable(missing) else missing)

    SITES[host] = answer


def case(address: str, expected: str, title: str = "", *, flags: tuple[str, ...] = (), final: str = "") -> None:
    """Say what is expected of an address: `dead soft404_text`."""
    verdict, why = expected.split()
    CASES.append(Case(address, verdict, why, title, flags, final))


def gov(title: str, content: str, *, lang: str = "zh-Hant-TW") -> str:
    """Write a page as the systems of public offices in Taiwan do: a large menu, a form around all, a footer."""
    body = (
        f'<form id="aspnetForm" method="post"><div id="header"><ul class="menu">{MENU}</ul></div>'
        f'<div id="main" class="content">{content}</div>{FOOT}</form>'
    )
    return page(title, body=body, lang=lang, head='<meta charset="utf-8">')


def spa(title: str, *, mount: str = '<div id="root"></div>', scripts: str = "") -> str:
    """Write the shell of a page that its scripts build."""
    return page(
        title,
        lang="en",
        body=f"<noscript>You need to enable JavaScript to run this app.</noscript>{mount}"
        f'<script type="module" src="/static/main.8a1f.js"></script>{scripts}',
    )


def legible(title: str, *, lang: str = "en", text: str = EN, head: str = "") -> Reply:
    """Answer with an ordinary article."""
    return html(page(f"{title} | A Site", lang=lang, body=f"<h1>{title}</h1>{text}", head=head))


NAMES = "On the Keeping of Names"
HOME = html(page("The Redirecting Society", lang="en", body=f"<h1>Welcome</h1>{EN}"))
