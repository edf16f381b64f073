# ruff: noqa: E501 - a page stands on one line, as it is sent
"""Ways that lead elsewhere: domains that were sold, redirects, pages that send their reader on, pages built by scripts."""

from __future__ import annotations

from web.replies import Reply, html, page, redirect
from web.site_kit import EN, HOME, NAMES, PLAIN, case, legible, site, spa

# ---- parked and sold

PARKED = {
    "sale-en.test": page("sale-en.test", lang="en", body="<h1>sale-en.test</h1><p>This domain is for sale!</p><a href='#'>Make an offer</a>"),
    "sale-buy.test": page("sale-buy.test - Buy this domain", lang="en", body="<p>The owner of sale-buy.test is offering it for an "
                          "asking price of 2,495 USD.</p><p>Buy this domain</p>"),
    "godaddy.test": page("", lang="en", body='<script>window.onload=function(){window.location.href="/lander"}</script>'),
    "sedo.test": page("sedo.test", lang="en", body='<script src="//img.sedoparking.com/js/jquery.js"></script><div>Related Searches</div>'),
    "caf.test": page("caf.test", lang="en", body='<script src="https://www.google.com/adsense/domains/caf.js"></script><div id="ads"></div>'),
    "frame.test": '<html><head><title>frame.test</title></head><frameset rows="100%,*"><frame src="http://ww1.parkingcrew.net/?d=frame.test">'
                  "</frameset></html>",
    "related.test": page("related.test", lang="en", body="<p>Related searches</p><ul><li><a href=1>Credit cards</a><li><a href=2>Hotels</a>"
                         "<li><a href=3>Insurance</a></ul><p>Privacy Policy</p>"),
    "expired.parked.test": page("Domain expired", lang="en", body="<p>This domain name expired on 2024-03-01 and is pending renewal or "
                                "deletion.</p>"),
    "courtesy.test": page("Parked", lang="en", body="<p>This Web page is parked for FREE, courtesy of GoDaddy.com.</p>"),
    "suspended.test": page("Account Suspended", lang="en", body="<h1>Account Suspended</h1><p>This Account has been suspended. Contact your "
                           "hosting provider for more information.</p>"),
    "nginx.test": page("Welcome to nginx!", lang="en", body="<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is "
                       "successfully installed and working. Further configuration is required.</p>"),
    "yuming.test": page("yuming.test 域名出售", lang="zh-CN", body="<p>您正在访问的域名可以转让！</p><p>联系QQ：12345</p>"),
    "zhuanrang.test": page("本域名可转让", lang="zh-CN", body="<p>该域名正在出售，有意者请联系。This domain is for sale.</p>"),
    "wangyu.test": page("wangyu.test", body="<p>本網域名稱出售中，意者請來信洽詢。</p>"),
    "guoqi.test": page("網域已過期", body="<p>此網域名稱已過期，如果您是網域持有人，請儘速辦理續約。</p>"),
    "tingfang.test": page("域名停放", lang="zh-CN", body="<p>该域名由某某网提供停放服务</p>"),
    "qianfei.test": page("网站已暂停", lang="zh-CN", body="<p>该网站已到期，请联系服务商续费。</p>"),
    "beian.test": page("网站暂时无法访问", lang="zh-CN", body="<p>该网站未备案或备案信息有误，根据工信部相关法规，网站暂时无法访问。</p>"),
}  # fmt: skip
for host, text in PARKED.items():
    site(host, {}, html(text))
    case(f"http://{host}/2015/some-article.html", "dead parked")
case("http://sale-en.test/", "dead parked")
case("http://sale-en.test/journal/1", "dead parked", "On the Keeping of Names")
site("sold.test", {}, redirect(302, "http://www.hugedomains.com/domain_profile.cfm?d=sold.test"))
site("www.hugedomains.com", {}, html(page("Sold.test is for sale", lang="en", body="<p>Since 2005</p>" + EN)))
case("http://sold.test/a/b", "dead parked")
site("ww.test", {}, redirect(302, "http://ww25.ww.test/a/b?subid1=20260101"))
site("ww25.ww.test", {}, html(page("ww.test", lang="en", body="<div id=target></div>")))
case("http://ww.test/a/b", "dead parked")
site("gone-status.test", {}, html(PARKED["sale-en.test"], status=404))
case("http://gone-status.test/a", "dead http_404", flags=("parked",))

# ---- redirects

REDIRECTS = {
    "/news/2015/03/story.html": redirect(302, "/"),
    "/news/2015/03/moved.html": redirect(301, "/"),
    "/about.html": redirect(302, "http://redirect.test/"),
    "/article.php?id=5": redirect(302, "/index.php"),
    "/a/b": redirect(302, "/zh-tw/"),
    "/c/d.aspx": redirect(302, "/default.aspx"),
    "/e/f": redirect(301, "/home"),
    "/g/h": redirect(302, "/tw/index.html?lang=zh"),
    "/i/j": redirect(302, "https://other-home.test/"),
    "/k/l": redirect(302, "/404.html"),
    "/m/n": redirect(302, "/error/notfound.aspx?aspxerrorpath=/m/n"),
    "/o/p": redirect(302, "/Error.aspx?aspxerrorpath=/o/p"),
    "/q/r": redirect(301, "/page-not-found/"),
    "/s/t": redirect(302, "/errors/404"),
    "/u/v": redirect(302, "/index.html?error=404"),
    "/w/x": redirect(302, "/search?q=w+x"),
    "/y/z": redirect(301, "/?s=z"),
    "/members-only/needed": redirect(302, "/account/signin?ReturnUrl=%2Fneeded"),
    "/sso/needed": redirect(302, "https://sso.redirect.test/cas/x"),
    "/forum/only": redirect(302, "/member.php?mod=logging&action=login"),
    "/wp/only": redirect(302, "/wp-login.php?redirect_to=x"),
    "/robot/x": redirect(302, "/captcha?from=x"),
    "/cookie/x": redirect(302, "/action/cookieAbsent"),
    "/down/x": redirect(302, "/maintenance.html"),
    "/fails/x": redirect(302, "/error/500.html"),
    "/refused/x": redirect(302, "/403.html"),
    "/zh/index.html": redirect(302, "/zh-tw/"),
    "/index.html": redirect(301, "/"),
    "/old/paper": redirect(301, "/new/paper"),
    "/temp/paper": redirect(302, "/new/paper"),
    "/chain/paper": redirect(301, "/temp/paper"),
    "/gone": redirect(301, "/nothing/here"),
    "/wall": redirect(301, "/forbidden-for-you"),
    "/forbidden-for-you": html(page("403 Forbidden", lang="en"), status=403),
    "/new/paper": legible(NAMES),
    "/paper/pdf": redirect(302, "/paper"),
    "/paper": legible(NAMES),
    "/docs/index.html": redirect(301, "/docs/"),
    "/docs/": legible("Documentation"),
    "/slash": redirect(301, "/slash/"),
    "/slash/": legible("Slash"),
    "/to-file": redirect(302, "file:///etc/passwd"),
    "/to-ftp": redirect(302, "ftp://redirect.test/x"),
    "/loop-a": redirect(302, "/loop-b"),
    "/loop-b": redirect(302, "/loop-a"),
    "/bad": redirect(302, "http://[::1/"),
    "/spaces": redirect(301, "/new/paper "),
    "/section": redirect(301, "/section-list/all"),
    "/section-list/all": legible("All sections"),
    "/session;jsessionid=1": redirect(302, "/new/paper;jsessionid=2"),
    "/new/paper;jsessionid=2": legible(NAMES),
    "/reader/home-in-title": redirect(302, "/home"),
}
for path in ("/", "/index.php", "/zh-tw/", "/default.aspx", "/home", "/tw/index.html?lang=zh", "/index.html?error=404"):
    REDIRECTS[path] = HOME
for path in (
    "/404.html",
    "/error/notfound.aspx?aspxerrorpath=/m/n",
    "/Error.aspx?aspxerrorpath=/o/p",
    "/page-not-found/",
    "/errors/404",
):
    REDIRECTS[path] = html(page("The Redirecting Society", lang="en", body=f"<h1>Our society</h1>{EN}"))
for path in ("/search?q=w+x", "/?s=z"):
    REDIRECTS[path] = html(
        page("Search", lang="en", body="<h1>Search</h1><ul>" + "<li><a href=/x>A result</a></li>" * 9 + "</ul>")
    )
for path in (
    "/account/signin?ReturnUrl=%2Fneeded", "/member.php?mod=logging&action=login", "/wp-login.php?redirect_to=x",
):  # fmt: skip
    REDIRECTS[path] = html(page("Society", lang="en", body="<form><input name=u><input type=password name=p></form>"))
for path in ("/captcha?from=x", "/action/cookieAbsent", "/maintenance.html", "/error/500.html", "/403.html"):
    REDIRECTS[path] = html(page("Society", lang="en", body="<p>Please bear with us.</p>"))
site("redirect.test", REDIRECTS)
site("other-home.test", {"/": legible("Another society"), "/en/": legible("Another society")})
site("sso.redirect.test", {}, html(page("CAS", lang="en", body="<form><input type=password></form>")))
for path in ("/news/2015/03/story.html", "/news/2015/03/moved.html", "/about.html", "/article.php?id=5", "/a/b", "/c/d.aspx", "/e/f",
             "/g/h", "/i/j"):  # fmt: skip
    case(f"http://redirect.test{path}", "dead soft404_home")
case("http://redirect.test/news/2015/03/story.html", "dead soft404_home", NAMES)
case("http://redirect.test/reader/home-in-title", "ok title_match", "The Redirecting Society")
for path in ("/k/l", "/m/n", "/o/p", "/q/r", "/s/t", "/u/v", "/w/x", "/y/z"):
    case(f"http://redirect.test{path}", "dead soft404_redirect")
for path in ("/members-only/needed", "/sso/needed", "/forum/only", "/wp/only"):
    case(f"http://redirect.test{path}", "blocked login")
case("http://redirect.test/robot/x", "blocked bot_challenge")
case("http://redirect.test/cookie/x", "blocked bot_challenge")
case("http://redirect.test/down/x", "transient http_5xx")
case("http://redirect.test/fails/x", "transient http_5xx")
case("http://redirect.test/refused/x", "blocked http_403")
case("http://redirect.test/zh/index.html", "ok http_ok")
case("http://redirect.test/index.html", "moved permanent_redirect", final="http://redirect.test/")
case(
    "http://redirect.test/old/paper",
    "moved permanent_redirect",
    NAMES,
    final="http://redirect.test/new/paper",
    flags=("title_match",),
)
case("http://redirect.test/temp/paper", "ok title_match", NAMES)
case("http://redirect.test/chain/paper", "moved permanent_redirect", NAMES, final="http://redirect.test/temp/paper")
case("http://redirect.test/gone", "dead http_404")
case("http://redirect.test/wall", "blocked http_403")
case("http://redirect.test/paper/pdf", "ok http_ok", flags=("content_type_mismatch",))
case("http://redirect.test/docs/index.html", "moved permanent_redirect")
case("http://redirect.test/slash", "moved permanent_redirect", final="http://redirect.test/slash/")
case("http://redirect.test/to-file", "invalid redirect_scheme")
case("http://redirect.test/to-ftp", "invalid redirect_scheme")
case("http://redirect.test/loop-a", "dead redirect_loop")
case("http://redirect.test/bad", "transient protocol")
case("http://redirect.test/section", "moved permanent_redirect")
case("http://redirect.test/session;jsessionid=1", "ok title_match", NAMES)
# A section that got a host of its own; a whole site that moved; a name for a reader's own language.
site("old-society.test", {"/journal/": redirect(301, "https://journal.old-society.test/"), "/": redirect(301, "https://other-home.test/"),
                          "/x": redirect(301, "http://[broken"), "/paper?id=3": redirect(301, "https://other-home.test/en/")})  # fmt: skip
site("journal.old-society.test", {"/": legible("The Journal")})
case("http://old-society.test/journal/", "moved permanent_redirect", final="https://journal.old-society.test/")
case("http://old-society.test/", "moved permanent_redirect", final="https://other-home.test/")
case("http://old-society.test/paper?id=3", "dead soft404_home")
# https
site(
    "upgrade.test",
    {},
    lambda asked: redirect(301, f"https://upgrade.test{asked.path}") if asked.times % 2 else legible(NAMES),
)
case("http://upgrade.test/x", "moved https_upgrade", NAMES, final="https://upgrade.test/x")
case("http://upgrade.test/y?z=1#top", "moved https_upgrade")
site("downgrade.test", {"/x": redirect(302, "http://titles.test/meta")})
case("https://downgrade.test/x", "ok title_match", NAMES, flags=("https_downgrade",))
# Lasting names stay as they are cited.
site("hdl.library.test", {"/1/2": redirect(301, "http://titles.test/meta")})
site("purl.org", {"/x": redirect(301, "http://titles.test/meta")})
site("archive.ph", {"/AbCdE": legible(NAMES)})
case("http://hdl.handle.net/11296/abc", "ok title_match", NAMES)
case("http://hdl.library.test/1/2", "ok title_match", NAMES)
case("http://purl.org/x", "ok title_match", NAMES)
case("http://archive.ph/AbCdE", "ok title_match", NAMES, flags=("archive_today",))

# ---- pages that send their reader on

REFRESH = {
    "/meta": html(page("", head='<meta http-equiv="refresh" content="0; url=/new">')),
    "/header": Reply(200, b"<html></html>", {**PLAIN, "Refresh": "0; url=/new"}),
    "/script": html(page("", body="<script>window.location.href = '/new';</script>")),
    "/replace": html("<script>location.replace('/new')</script>"),
    "/twice": html(page("", head='<meta http-equiv="refresh" content="0;URL=/meta">')),
    "/gone": html(page("", head='<meta http-equiv="refresh" content="0;URL=/nothing">')),
    "/to-home/x": html(page("Moved", lang="en", head='<meta http-equiv="refresh" content="3; url=/">')),
    "/script-home/x": html("<html><body><script>location.href='/index.html'</script></body></html>"),
    "/self": html(page("A page", lang="en", head='<meta http-equiv="refresh" content="5; url=/self">', body=EN)),
    "/slow": html(page("A page", lang="en", head='<meta http-equiv="refresh" content="600; url=/new">', body=EN)),
    "/noscript": html(
        page(
            "A page", lang="en", head='<noscript><meta http-equiv="refresh" content="0; url=/nojs"></noscript>', body=EN
        )
    ),
    "/here": html(page(NAMES, lang="en", head='<meta http-equiv="refresh" content="8; url=/new">', body=EN)),
    "/to-login": html(page("", head='<meta http-equiv="refresh" content="0; url=/login.aspx">')),
    "/login.aspx": html(page("Login", lang="en", body="<input type=password>")),
    "/loop": html(page("", head='<meta http-equiv="refresh" content="0; url=/loop2">')),
    "/loop2": html(page("", head='<meta http-equiv="refresh" content="0; url=/loop">')),
    "/302-meta": redirect(302, "/meta"),
    "/new": legible(NAMES),
    "/": HOME,
    "/index.html": HOME,
}
site("refresh.test", REFRESH)
for path in ("/meta", "/header", "/script", "/replace", "/twice"):
    case(f"http://refresh.test{path}", "moved meta_refresh", NAMES, final="http://refresh.test/new")
case("http://refresh.test/gone", "dead http_404")
case("http://refresh.test/to-home/x", "dead soft404_home")
case("http://refresh.test/script-home/x", "dead soft404_home")
for path in ("/self", "/slow", "/noscript"):
    case(f"http://refresh.test{path}", "ok http_ok")
case("http://refresh.test/here", "ok title_match", NAMES)
case("http://refresh.test/to-login", "blocked login")
case("http://refresh.test/302-meta", "ok title_match", NAMES)

# ---- built by scripts, frames, nothing

SHELLS = {
    "/react": html(spa("My App")),
    "/vue": html(spa("Vite App", mount='<div id="app"></div>')),
    "/angular": html(spa("Portal", mount="<app-root></app-root>")),
    "/next": html(
        spa(
            "Loading...",
            mount='<div id="__next"></div>',
            scripts='<script id="__NEXT_DATA__" type="application/json">{}</script>',
        )
    ),
    "/zh": html(
        page(
            "數位典藏",
            body='<noscript>請啟用 JavaScript 以檢視本網站</noscript><div id="app"></div><script src="/app.js"></script>',
        )
    ),
    "/empty": Reply(200, b"", PLAIN),
    "/blank": html("<html><head></head><body></body></html>"),
    "/frames": html(
        '<html><head><title>歷史</title></head><frameset cols="20%,80%"><frame src="menu.htm"><frame src="main.htm"></frameset></html>'
    ),
    "/iframe": html(page("Viewer", lang="en", body='<iframe src="/viewer?id=3"></iframe>')),
    "/image": html(page("Poster", lang="en", body='<img src="poster.jpg">')),
}
# Every address of such a site gets the shell.
site("shell.test", SHELLS, html(spa("My App")))
site("shell-frames.test", {"/frames": SHELLS["/frames"]})
for path in ("/react", "/vue", "/angular", "/next", "/zh", "/frames", "/iframe", "/image"):
    case(f"http://shell.test{path}", "ok http_ok")
case("http://shell.test/react", "ok http_ok", NAMES, flags=("title_mismatch",))
case("http://shell.test/some/route", "ok http_ok", NAMES)
case("http://shell.test/empty", "ok http_ok", flags=("empty_body",))
case("http://shell.test/empty", "ok http_ok", NAMES, flags=("empty_body",))
case("http://shell.test/blank", "ok http_ok")
case("http://shell-frames.test/frames", "ok http_ok", "臺灣人口販運史")
