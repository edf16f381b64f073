"""What the hosts of the small web say: one function a path, chosen by host and path.

A page is a `Reply`. Hosts are named for what they are; none of them is a real one but those of the seed's
references and the services about DOIs (`services`).
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from web.catalogues import CATALOGUES
from web.known import KNOWN_HOSTS, known
from web.pdfs import ARTICLE, REPORT
from web.replies import LONG_TEXT, Asked, Reply, html, page, redirect
from web.services import HOGAN_DOI, SERVICES
from web.sites import SITES

__all__ = ["AIT_PATH", "HOGAN_DOI", "HOSTS", "LONG_TEXT", "TITLE", "Asked", "Reply", "html", "page", "redirect"]

AIT_PATH = "/zhtw/our-relationship-zh/official-reports-zh/trafficking-persons-report-zh/"


def ait(asked: Asked) -> Reply:
    """Stand in for the seed's institution."""
    if asked.path == AIT_PATH:
        head = '<meta charset="utf-8"><meta property="og:site_name" content="美國在台協會">'
        body = "<h1>人口販運問題報告</h1>" + "<p>2021年人口販運問題報告，臺灣部分。</p>" * 40
        return html(page("人口販運問題報告 - 美國在台協會", body=body, lang="zh-TW", head=head), header="UTF-8")
    return html(page("找不到網頁", body="<h1>404</h1>"), status=404)


def tandfonline(asked: Asked) -> Reply:
    """Turn programs away, as the publisher does."""
    return html(page("Just a moment...", lang="en"), status=403)


TITLE = "人口販運問題報告"
HANT = "<p>我們的社會與國家的問題，是這個時代的人要研究的。</p>"
HANS = "<p>我们的社会与国家的问题，是这个时代的人要研究的。</p>"
ARTICLE_HEAD = "".join(
    f'<meta name="citation_{name}" content="{content}">'
    for name, content in {
        "title": "販運問題研究",
        "author": "王寬弘",
        "journal_title": "警學叢刊",
        "volume": "41",
        "issue": "3",
        "firstpage": "1",
        "lastpage": "20",
        "date": "2010/11/01",
        "doi": "doi:10.5555/police",
    }.items()
)
NEWS_HEAD = (
    '<meta property="og:site_name" content="每日新聞"><script type="application/ld+json">'
    '{"@graph": [{"@type": "NewsArticle", "datePublished": "2022-03-04T08:00:00+08:00"}]}</script>'
)
PACKED = {"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip"}
PLAIN = {"Content-Type": "text/html"}
NOTHING = html(page("404", lang="en"), status=404)

GOOD = {
    "/": html(page("The good host", lang="en", body=LONG_TEXT)),
    "/utf8": html(page(TITLE, body=LONG_TEXT)),
    "/big5-header": html(page(TITLE), charset="big5", header="big5"),
    "/big5-meta": html(page(TITLE, head="<meta charset=big5>"), charset="big5"),
    "/big5-silent": html(page(TITLE, body=HANT), charset="big5"),
    "/gbk-header": html(page("人口贩运问题报告", lang="zh-CN"), charset="gbk", header="gb2312"),
    "/gbk-silent": html(page("人口贩运问题报告", body=HANS), charset="gbk"),
    "/mislabelled": html(page(TITLE), header="big5"),
    "/file.pdf": Reply(200, b"%PDF-1.7\n" + b"x" * 5000, {"Content-Type": "application/pdf"}),
    "/article.pdf": Reply(200, ARTICLE, {"Content-Type": "application/pdf"}),
    "/html.pdf": html(page("Log in to read", lang="en", body=LONG_TEXT)),
    "/gzip": Reply(200, gzip.compress(page(TITLE).encode()), PACKED),
    "/falsely-gzip": Reply(200, page(TITLE).encode(), PACKED),
    "/path/%A4%A4%A4%E5//a%2Fb": html(page("octets kept")),
    "/%E4%B8%AD%E6%96%87?q=%A4%A4": html(page("octets kept")),
    "/drip": Reply(200, b"", PLAIN, behaviour="drip"),
    "/endless": Reply(200, b"", PLAIN, behaviour="endless"),
    "/cut": Reply(200, b"<title>half", PLAIN, behaviour="cut"),
    "/cut-404": Reply(404, b"<title>half", PLAIN, behaviour="cut"),
    "/reset": Reply(behaviour="reset"),
    "/silent": Reply(behaviour="close"),
    "/garbage": Reply(behaviour="garbage"),
    "/slow": Reply(200, page(TITLE).encode(), PLAIN, delay=2.0),
    "/article": html(page("販運問題研究 | 警學叢刊", head=ARTICLE_HEAD)),
    "/news": html(page("立院三讀通過 - 每日新聞", head=NEWS_HEAD, lang="en")),
    "/untitled": html("<html><body>nothing to call it by</body></html>"),
    "/refresh": html(page("", head='<meta http-equiv="refresh" content="0; url=/utf8">')),
    "/wide": html(page("ＡＢＣ　Ｒｅｐｏｒｔ：人口販運", lang="en")),
}


def good(asked: Asked) -> Reply:
    """Answer with pages of every charset and kind."""
    if asked.path == "/bomb":
        return Reply(200, gzip.compress(b"0" * 12_000_000, 1), PACKED)
    if asked.path == "/refresh-cookie":
        sent_on = html(page("", head='<meta http-equiv="refresh" content="0; url=/cookie">'))
        return Reply(200, sent_on.body, {**sent_on.headers, "Set-Cookie": "seen=1; Path=/"})
    if asked.path == "/cookie" and "seen=1" not in asked.cookie:
        return redirect(302, "/cookie", **{"Set-Cookie": "seen=1; Path=/"})
    if asked.path == "/cookie":
        return html(page("cookie was kept"))
    return GOOD.get(asked.path, NOTHING)


HOPS = {
    **{f"/{status}": redirect(status, "http://good.test/utf8") for status in (301, 302, 303, 307, 308)},
    "/301-then-302": redirect(301, "/302"),
    "/302-then-301": redirect(302, "/301"),
    "/relative/from": redirect(301, "../301?x=1#there"),
    "/301?x=1": redirect(302, "http://good.test/utf8"),
    # Headers are sent in Latin-1, so these are the octets A4 A4 A4 E5: 中文 in Big5.
    "/raw": redirect(301, "http://good.test/path/\u00a4\u00a4\u00a4\u00e5//a%2Fb"),
    "/loop": redirect(302, "/loop2"),
    "/loop2": redirect(302, "/loop"),
    "/deep/inside/page": redirect(302, "http://good.test/"),
    "/to-private": redirect(302, "http://127.0.0.1:1/secret"),
    "/to-metadata": redirect(302, "http://169.254.169.254/latest/meta-data/"),
    "/to-decimal": redirect(302, "http://2130706433/"),
    "/to-file": redirect(302, "file:///etc/passwd"),
    "/to-404": redirect(301, "http://good.test/nothing-here"),
    "/to-error-page": redirect(302, "http://hops.test/errors/404.html"),
    "/errors/404.html": html(page("Our site", lang="en", body=LONG_TEXT)),
    "/nowhere": Reply(302),
    "/needs-login": redirect(302, "/login?next=x"),
    "/login?next=x": html(page("Welcome", lang="en", body=LONG_TEXT)),
    "/downgrade": redirect(302, "http://good.test/utf8"),
    "/bad-password": redirect(302, "http://user:hunter2@good.test:99999/"),
    "/with-password": redirect(302, "http://user:secret@good.test/utf8"),
}


def hops(asked: Asked) -> Reply:
    """Answer with redirects."""
    if asked.path.startswith("/later/"):
        return redirect(302, "http://good.test/utf8", **{"Retry-After": asked.path.rsplit("/", 1)[1]})
    if asked.path.startswith("/endless/"):
        return redirect(302, f"/endless/{int(asked.path.rsplit('/', 1)[1]) + 1}")
    return HOPS.get(asked.path, NOTHING)


def statuses(asked: Asked) -> Reply:
    """Answer with the status that is the path; `/429/1` asks for a pause, `/503x2` recovers after two."""
    name = asked.path.strip("/")
    status, _, pause = name.partition("/")
    status, _, times = status.partition("x")
    if times and asked.times > int(times):
        return html(page("recovered", lang="en"))
    headers = {"Content-Type": "text/html"}
    if pause == "date":
        headers["Retry-After"] = format_datetime(datetime.now(UTC) + timedelta(seconds=1), usegmt=True)
    elif pause:
        headers["Retry-After"] = pause
    if status == "cf":
        return Reply(503, b"", {"cf-mitigated": "challenge"})
    return Reply(int(status), page("Answer", lang="en").encode(), headers)


def csis(asked: Asked) -> Reply:
    """Answer with a report as PDF."""
    return Reply(200, REPORT, {"Content-Type": "application/pdf"}) if asked.path == "/files/fleets.pdf" else NOTHING


def soft(asked: Asked) -> Reply:
    """Answer with success and say that there is nothing."""
    texts = {
        "/en": page("Page not found", lang="en"),
        "/hant": page("找不到網頁 - 某機關"),
        "/hans": page("您访问的页面不存在", lang="zh-CN"),
        "/body": page("某機關", body="<p>很抱歉，您要瀏覽的網頁不存在或已移除。</p>"),
        "/parked": page("example.test", lang="en", body="<p>This domain is for sale. Buy this domain.</p>"),
        "/challenge": page("Just a moment...", lang="en"),
        "/about-404": page("Why a page is not found: the history of HTTP 404", lang="en", body=LONG_TEXT),
        "/long-404": page("Sorry, page not found | Some Site", lang="en", body=LONG_TEXT),
        "/long": page("連結的歷史", body="<p>本文談網頁不存在時的處理。</p>" * 100),
    }
    if asked.path == "/big5":
        return html(page("找不到網頁"), charset="big5", header="big5")
    return html(texts.get(asked.path, page("home", lang="en")))


_HOSTS: dict[str, Callable[[Asked], Reply]] = {
    **SERVICES,
    **CATALOGUES,
    "www.ait.org.tw": ait,
    "www.tandfonline.com": tandfonline,
    "good.test": good,
    "one.com.tw": lambda _: redirect(302, "http://two.com.tw/", **{"Set-Cookie": "whose=one; Domain=com.tw; Path=/"}),
    "two.com.tw": lambda asked: html(page(f"cookies: {asked.cookie}")),
    "mute.test": lambda _: Reply(200, b"", PLAIN, delay=2.0),
    "hops.test": hops,
    "status.test": statuses,
    "soft.test": soft,
    "www.csis.org": csis,
    **SITES,
}


def _with_known(host: str) -> Callable[[Asked], Reply]:
    """Answer with the page of a known site where it has one, else as the host does anyway."""
    other = _HOSTS.get(host, lambda _: NOTHING)
    return lambda asked: known(host, asked) or other(asked)


HOSTS: dict[str, Callable[[Asked], Reply]] = {**_HOSTS, **{host: _with_known(host) for host in KNOWN_HOSTS}}
