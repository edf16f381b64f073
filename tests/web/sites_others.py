# ruff: noqa: E501 - a page stands on one line, as it is sent
"""Files, places on a page, sites that answer anything, and what is no address."""

from __future__ import annotations

from web.replies import Reply, html, page, redirect
from web.site_kit import CASES, EN, HANS, HANT, HOME, NAMES, NOT_FOUND, PLAIN, Case, case, gov, legible, site, spa

# ---- files

PDF = Reply(200, b"%PDF-1.7\n" + b"x" * 4000, {"Content-Type": "application/pdf"})
FILES = {
    "/a.pdf": PDF,
    "/octets.pdf": Reply(200, PDF.body, {"Content-Type": "application/octet-stream"}),
    "/as-html.pdf": Reply(200, PDF.body, {"Content-Type": "text/html"}),
    "/behind-junk.pdf": Reply(200, b"\r\n\r\n" + PDF.body, {"Content-Type": "application/pdf"}),
    "/page.pdf": html(page("A viewer", lang="en", body=EN)),
    "/said.pdf": Reply(200, b"hello, this is no PDF", {"Content-Type": "application/pdf"}),
    "/download?format=pdf": html(page("A viewer", lang="en", body=EN)),
    "/get.ashx?file=report.pdf": html(page("下載", body="<p>檔案不存在</p>")),
    "/titled.pdf": html(page(NAMES, lang="en", body=EN)),
    "/x.docx": Reply(
        200,
        b"PK\x03\x04" + b"x" * 500,
        {"Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    ),
    "/page.docx": html(page("Office viewer", lang="en", body=EN)),
    "/now-a-file.html": PDF,
    "/image.jpg": Reply(200, b"\xff\xd8\xff\xe0" + b"x" * 500, {"Content-Type": "image/jpeg"}),
    "/data.json": Reply(200, b'{"title": "On the Keeping of Names"}', {"Content-Type": "application/json"}),
    "/no-type": Reply(200, page(NAMES, lang="en").encode(), {}),
    "/xhtml": Reply(
        200, ("<?xml version='1.0'?>" + page(NAMES, lang="en")).encode(), {"Content-Type": "application/xhtml+xml"}
    ),
}
site("files.test", FILES)
for path in ("/a.pdf", "/octets.pdf", "/as-html.pdf", "/behind-junk.pdf", "/x.docx", "/image.jpg"):
    case(f"http://files.test{path}", "ok http_ok")
    case(f"http://files.test{path}", "ok http_ok", NAMES)
case("http://files.test/page.pdf", "ok http_ok", flags=("content_type_mismatch",))
case("http://files.test/said.pdf", "ok http_ok", flags=("content_type_mismatch",))
case("http://files.test/download?format=pdf", "ok http_ok", flags=("content_type_mismatch",))
case("http://files.test/get.ashx?file=report.pdf", "dead soft404_text", flags=("content_type_mismatch",))
case("http://files.test/titled.pdf", "ok title_match", NAMES, flags=("content_type_mismatch",))
case("http://files.test/now-a-file.html", "ok http_ok", flags=("content_type_mismatch",))
case("http://files.test/page.docx", "ok http_ok", flags=("content_type_mismatch",))
case("http://files.test/data.json", "ok title_match", NAMES)
case("http://files.test/no-type", "ok title_match", NAMES)
case("http://files.test/xhtml", "ok title_match", NAMES)
# A site whose every missing file is its front page under the file's own address.
site("files-home.test", {}, html(page("The Institute", lang="en", body=f"<h1>The Institute</h1>{EN}")))
case("http://files-home.test/reports/2015.pdf", "dead soft404_text", flags=("content_type_mismatch",))

# ---- places on a page

site("places.test", {
    "/x": html(page(NAMES, lang="en", body=f'<h2 id="sec-2">2</h2><a name="third">3</a><h2 id="第一節">一</h2><h2 id="user-content-readme">R</h2>{EN}')),
    "/app": html(spa("App")),
    "/a.pdf": PDF,
})  # fmt: skip
for fragment in ("#sec-2", "#third", "#%E7%AC%AC%E4%B8%80%E7%AF%80", "#第一節", "#readme", "#top", "#", "#:~:text=keeping%20of", "#sec-2:~:text=x",
                 "#/route", "#!hash"):  # fmt: skip
    CASES.append(Case(f"http://places.test/x{fragment}", "ok", "title_match", NAMES, ("!fragment_missing",)))
case("http://places.test/x#nowhere", "ok title_match", NAMES, flags=("fragment_missing",))
CASES.append(Case("http://places.test/app#section", "ok", "http_ok", "", ("!fragment_missing",)))
CASES.append(Case("http://places.test/a.pdf#page=3", "ok", "http_ok", "", ("!fragment_missing",)))

# ---- the last witness

CATCH_ALL = html(page("某某學會", body=f"<h1>某某學會</h1>{HANT}"))
site("catch-all.test", {}, CATCH_ALL)
case("http://catch-all.test/articles/1999/report.html", "dead soft404_text", "人口販運問題報告")
case("http://catch-all.test/articles/123", "dead soft404_text", "人口販運問題報告")
case("http://catch-all.test/articles/1999/report.html", "ok http_ok")
case("http://catch-all.test/", "ok http_ok", "人口販運問題報告", flags=("title_mismatch",))
site("all-to-list.test", {"/list": legible("All our articles")}, redirect(302, "/list"))
case("http://all-to-list.test/articles/7", "dead soft404_redirect")
case("http://all-to-list.test/articles/7", "dead soft404_redirect", NAMES)
site("one-to-list.test", {"/articles/7": redirect(302, "/articles/"), "/articles/": legible("All our articles")})
case("http://one-to-list.test/articles/7", "ok http_ok")
# Both are sent to one program, which shows the one page and has not got the other.
site(
    "front.test",
    {"/view?id=7": legible("Titre français")},
    lambda asked: (
        redirect(302, f"/view?id={asked.path.rpartition('/')[2]}")
        if asked.path.startswith("/a/")
        else html(page("View", body="<p>x</p>"))
    ),
)
case("http://front.test/a/7", "ok http_ok", NAMES, flags=("title_mismatch",))
site(
    "front-same.test",
    {},
    lambda asked: redirect(302, f"/view?id={asked.path[3:]}") if asked.path.startswith("/a/") else CATCH_ALL,
)
case("http://front-same.test/a/7", "dead soft404_redirect", NAMES)
# A gambling site on a name that expired: any address gets it.
site("usurped.test", {}, html(page("爱游戏体育官网入口", lang="zh-CN", body="<h1>爱游戏体育</h1>" + HANS)))
case("http://usurped.test/journal/2009/2.htm", "dead soft404_text", "人口販運問題報告")
# A site that looks at the number alone, and one that writes the address into its answer.
site(
    "slug.test",
    {},
    lambda asked: legible("A quite different translation") if asked.path.startswith("/question/4711/") else NOT_FOUND,
)
case("http://slug.test/question/4711/some-words", "ok http_ok", NAMES, flags=("title_mismatch",))
site(
    "writes.test",
    {},
    lambda asked: html(page("Our site", lang="en", body=f"<p>Welcome. You asked for {asked.path}.</p>{EN}")),
)
case("http://writes.test/papers/old-name.html", "dead soft404_text", "The Preservation of Citations")
# A live page with another title, on a site whose missing pages are sent as successes.
site(
    "soft-elsewhere.test",
    {"/papers/1": legible("Titre français")},
    html(page("Our site", lang="en", body="<p>Nothing under this name.</p>")),
)
case("http://soft-elsewhere.test/papers/1", "ok http_ok", NAMES, flags=("title_mismatch",))
# Short articles in one large frame of menus, all under the site's one title.
site("one-title.test", {
    "/cp.aspx": html(gov("某某部", "<h2>反詐騙宣導</h2><p>請民眾提高警覺，勿點選不明連結。</p>")),
}, html(gov("某某部", "<p>請由選單選取</p>")))  # fmt: skip
case("http://one-title.test/cp.aspx", "ok http_ok", "人口販運防制年報", flags=("title_mismatch",))
# A witness that is no witness: the site turns away whoever asks twice, or fails.
site("shy.test", {"/x/1": legible("Another name")}, html(page("Forbidden", lang="en"), status=403))
case("http://shy.test/x/1", "ok http_ok", NAMES, flags=("title_mismatch",))
site("weak.test", {"/x/1": legible("Another name")}, Reply(500, b"", PLAIN))
case("http://weak.test/x/1", "ok http_ok", NAMES, flags=("title_mismatch",))
site(
    "long-missing.test",
    {},
    html(page("Our site", lang="en", body=f"<h1>Our site</h1>{EN}<p>Sorry, the page you requested was not found.</p>")),
)
case("http://long-missing.test/a/1", "dead soft404_text")

# ---- what is left

OTHERS = {
    "/plain": Reply(200, b"404 page not found\n", {"Content-Type": "text/plain; charset=utf-8"}),
    "/json": Reply(200, b'{"statusCode":404,"message":"Not Found"}', {"Content-Type": "application/json"}),
    "/json-zh": Reply(
        200, '{"code":404,"msg":"文章不存在"}'.encode(), {"Content-Type": "application/json; charset=utf-8"}
    ),
    "/year": html(
        page(
            "404",
            lang="en",
            body="<h1>404</h1>" + "<p>Year 404 was a leap year starting on Friday of the Julian calendar. "
            "It was known as the Year of the Consulship of Honorius.</p>" * 30,
        )
    ),
    "/drawn": html(
        page("某博物館", body='<h1><img src="t.gif" alt="引用資料之保存"></h1><p>展覽日期：即日起至十二月底。</p>')
    ),
    "/broken-lines": html(page("A Site", lang="en", body="<h1>On the<br>Keeping of<br>Names</h1>" + EN)),
    "/zero-width": html(page("引用\u200b資料\u200b之保存", body=HANT)),
    "/subtitle-elsewhere": html(
        page("引用資料之保存 | 某學報", body=f"<h1>引用資料之保存</h1><h2>以臺灣為例</h2>{HANT}")
    ),
    "/menu-404": html(
        gov("某某部", "<h2>錯誤</h2><p>您所瀏覽的網頁不存在或已移除，請回首頁或使用網站導覽。</p>") + "<p>x</p>"
    ),
    "/crowded": html(
        page(
            "某某機關",
            body=f"<p>很抱歉，您所查詢的文章不存在。</p><h3>最新消息</h3>{'<p>本會訂於下月召開年會，敬請會員踴躍參加。</p>' * 25}",
        )
    ),
    "/poem": html(page("Lost", lang="en", body="<p>I lost my way among the trees, and found the sea.</p>")),
    "/library-hours": html(
        page("Library hours", lang="en", body="<p>Closed on Sundays. Log in to your account to renew books.</p>")
    ),
    "/notice": html(page("維護公告", body="<p>本系統將於10月5日凌晨2時至4時進行維護，屆時暫停服務。</p>")),
    "/withdrawn": html(
        page("Press release", lang="en", body="<p>The ministry said that 12 pages were removed from the draft law.</p>")
    ),
    "/for-sale": html(page("Real estate", lang="en", body="<p>The house by the lake is for sale.</p>")),
    "/law": html(page("某辦法", body="<p>第 5 條 （刪除）</p><p>第 6 條 資料不存在者，主管機關應通知申請人。</p>")),
    "/auction": html(page("拍賣公告", body="<p>本院拍賣土地一筆，底價新臺幣三百萬元，有意者請洽本院。</p>")),
    "/guide/errors": html(page("Errors", lang="en", body=f"<h1>Errors</h1>{EN}")),
    "/guide/error-handling": redirect(301, "/guide/errors"),
    "/travel/old-passports": redirect(301, "/travel/passport"),
    "/travel/passport": html(page("Passports", lang="en", body=f"<h1>Passports</h1>{EN}")),
    "/2020/old-taipei": redirect(301, "/2020/results/taipei"),
    "/2020/results/taipei": html(page("Results for Taipei", lang="en", body=EN)),
    "/en/article/5": redirect(302, "/zh-tw/article/5"),
    "/zh-tw/article/5": html(page("引用資料之保存", body=HANT)),
    "/zh-tw/news/5": redirect(302, "/zh-tw"),
    "/zh-tw": HOME,
    "/~lee/paper.html": redirect(302, "/~lee/"),
    "/~lee/": html(page("Lee’s page", lang="en", body=EN)),
    "/utm?utm_source=x": redirect(301, "/utm"),
    "/utm": legible("A page"),
    "/js-conditional": html(
        page(
            "Portal",
            lang="en",
            body="<script>if (top != self) { top.location = '/x'; }</script><p>Welcome to the portal of "
            "the archive.</p>",
        )
    ),
    "/alert-cookie": html(
        page(
            "A journal",
            lang="en",
            body=f"<h1>A journal</h1>{EN}<script>function f(){{alert('Page not found')}}</script>",
        )
    ),
    "/tombstone": html(page("Removed", lang="en", body="<h1>Page removed</h1><p>This page has been removed.</p>")),
    "/no-body-tag": html("<title>Sorry</title>The page you are looking for cannot be found."),
    "/upper": html("<HTML><HEAD><TITLE>404 NOT FOUND</TITLE></HEAD><BODY><H1>NOT FOUND</H1></BODY></HTML>"),
    "/nbsp": html(page("404&nbsp;-&nbsp;Not&nbsp;Found", lang="en")),
}
site("others.test", OTHERS)
for path in ("/plain", "/json", "/json-zh", "/menu-404", "/tombstone", "/no-body-tag", "/upper", "/nbsp"):
    case(f"http://others.test{path}", "dead soft404_text")
for path in (
    "/year",
    "/poem",
    "/library-hours",
    "/notice",
    "/withdrawn",
    "/for-sale",
    "/law",
    "/auction",
    "/js-conditional",
    "/alert-cookie",
):
    case(f"http://others.test{path}", "ok http_ok")
for path in ("/drawn", "/zero-width", "/subtitle-elsewhere", "/en/article/5"):
    case(f"http://others.test{path}", "ok title_match", "引用資料之保存")
case("http://others.test/subtitle-elsewhere", "ok title_match", "引用資料之保存：以臺灣為例")
case("http://others.test/broken-lines", "ok title_match", NAMES)
case("http://others.test/crowded", "dead soft404_text", "引用資料之保存")
for path in ("/guide/error-handling", "/travel/old-passports", "/2020/old-taipei", "/utm?utm_source=x"):
    case(f"http://others.test{path}", "moved permanent_redirect")
case("http://others.test/zh-tw/news/5", "dead soft404_home")
case("http://others.test/~lee/paper.html", "ok http_ok")
# A wall before every address; a login before every address.
site(
    "walled.test",
    {},
    html(
        page(
            "Portal",
            lang="en",
            body="<p>You must be logged in to view this page.</p>" + "<p>About this portal.</p>" * 60,
        )
    ),
)
case("http://walled.test/doc/5", "blocked login", NAMES)

# ---- certificates, ports, schemes

site("expired.test", {"/": legible("Behind an old certificate")})

for address, expected in {
    "ftp://titles.test/x": "invalid scheme",
    "mailto:someone@titles.test": "invalid scheme",
    "javascript:void(0)": "invalid scheme",
    "www.titles.test/x": "invalid syntax",
    "http://": "invalid syntax",
    "http://titles.test:99999/": "invalid port",
    "http://titles.test:0/": "invalid port",
    "http://titles.test:abc/": "invalid port",
    "http://10.0.0.1/": "invalid forbidden_address",
    "http://[::1]/": "invalid forbidden_address",
    "http://2130706433/": "invalid forbidden_address",
    "http://no-such-name.invalid/x": "dead dns_nxdomain",
    "https://expired.test/": "insecure tls_expired",
    "https://self-signed.test/": "insecure tls_self_signed",
    "https://stranger.test/": "insecure tls_chain",
    "https://wrong-host.test/": "insecure tls_wrong_host",
}.items():
    case(address, expected)
