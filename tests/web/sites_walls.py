# ruff: noqa: E501 - a page stands on one line, as it is sent
"""What stands before a page: tests for browsers, logins, failing servers, every status."""

from __future__ import annotations

from web.replies import Reply, html, page
from web.site_kit import EN, NAMES, PLAIN, case, site, spa

# ---- tests for browsers, walls, logins


def guarded(title: str, body: str = "", status: int = 200, **headers: str) -> Reply:
    """Answer as a guard before a site does."""
    return Reply(status, page(title, lang="en", body=body).encode(), {**PLAIN, **headers})


CF = '<script>window._cf_chl_opt={cvId:"3"};</script><noscript>Enable JavaScript and cookies to continue</noscript>'
CHALLENGES = {
    "/cf-403": guarded("Just a moment...", CF, 403, **{"cf-mitigated": "challenge", "Server": "cloudflare"}),
    "/cf-503": guarded("Just a moment...", CF, 503),
    "/cf-200": guarded("Just a moment...", CF),
    "/cf-block": guarded("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1>", 403),
    "/cf-429": guarded("Just a moment...", CF, 429, **{"cf-mitigated": "challenge"}),
    "/aws-202": Reply(202, b"", {**PLAIN, "x-amzn-waf-action": "challenge"}),
    "/aws-405": guarded("Human Verification", "", 405, **{"x-amzn-waf-action": "captcha"}),
    "/incapsula": guarded("", '<iframe src="/_Incapsula_Resource?SWUDNSAI=9">Request unsuccessful. Incapsula incident ID: 1-2</iframe>'),
    "/akamai": guarded("Access Denied", "<h1>Access Denied</h1>You don't have permission to access this server.<p>Reference #18.2d351ab8.155"
                       "</p>", 403),
    "/datadome": Reply(403, b"<html><script>var dd={'rt':'c','host':'geo.captcha-delivery.com'}</script></html>", {**PLAIN, "x-datadome": "protected"}),
    "/px": guarded("Access to this page has been denied", '<div id="px-captcha"></div><p>Press & Hold to confirm you are a human</p>', 403),
    "/distil": guarded("Pardon Our Interruption", "<p>As you were browsing something about your browser made us think you were a bot.</p>"),
    "/f5": guarded("Request Rejected", "The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 123"),
    "/anubis": guarded("Making sure you're not a bot!", '<script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>'),
    "/google": guarded("Sorry...", "<p>Our systems have detected unusual traffic from your computer network.</p>", 429),
    "/vercel": guarded("Vercel Security Checkpoint", "<p>We're verifying your browser</p>", 403),
    "/cnki": Reply(200, page("安全验证", lang="zh-CN", body="<p>请完成安全验证后继续访问</p>").encode(), PLAIN),
    "/baidu": Reply(200, page("百度安全验证", lang="zh-CN", body="<p>网络不给力，请稍后重试</p>").encode(), PLAIN),
    "/weixin": Reply(200, page("", lang="zh-CN", body="<h2>环境异常</h2><p>当前环境异常，完成验证后即可继续访问。</p>").encode(), PLAIN),
    "/hant": Reply(200, page("人機驗證", body="<p>請勾選「我不是機器人」以繼續瀏覽</p>").encode(), PLAIN),
    "/hant-code": Reply(200, page("某系統", body="<p>請輸入驗證碼後繼續</p><img src=c.png>").encode(), PLAIN),
    "/ali": Reply(405, page("405", lang="zh-CN", body="<p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>").encode(), PLAIN),
    "/ruishu": Reply(412, b"<html><head><meta id='x' content='y' r='m'></head><body><script>$_ts=window['$_ts'];</script></body></html>", PLAIN),
    "/jsl": Reply(521, b"<script>document.cookie='__jsl_clearance=1';location.href=location.pathname</script>",
                  {**PLAIN, "Set-Cookie": "__jsluid_s=1; path=/"}),
    "/cookie-script": html("<html><script>document.cookie='a=1;path=/';location.reload();</script></html>"),
    "/baota": Reply(200, page("网站防火墙", lang="zh-CN", body="<p>您的请求带有不合法参数，已被网站管理员设置拦截！</p>").encode(), PLAIN),
}  # fmt: skip
site("guard.test", CHALLENGES)
for path in CHALLENGES:
    if path == "/google":
        case(f"http://guard.test{path}", "blocked rate_limited")
    elif path == "/cf-429":
        case(f"http://guard.test{path}", "blocked bot_challenge")
    else:
        case(f"http://guard.test{path}", "blocked bot_challenge", NAMES if path == "/cf-200" else "")
# What guards send with every answer says nothing.
site("behind.test", {
    "/gone": Reply(404, page("404 Not Found", lang="en").encode(), {**PLAIN, "Server": "cloudflare", "cf-ray": "1", "x-iinfo": "1",
                                                                  "x-datadome": "protected", "Set-Cookie": "__cf_bm=1"}),
    "/recaptcha": html(page("Contact", lang="en", body="<h1>Contact</h1><p>Write to us.</p><script src='https://www.google.com/recaptcha/api.js'>"
                            "</script><div class=g-recaptcha></div>")),
    "/cf-live": Reply(200, page(NAMES, lang="en", body=EN + "<script>window.__CF$cv$params={r:'1'};var a='/cdn-cgi/challenge-platform/scripts/jsd/"
                                "main.js'</script>").encode(), {**PLAIN, "cf-ray": "1"}),
    "/inc-live": html(page("A page", lang="en", body=EN + '<script src="/_Incapsula_Resource?SWJIYLWA=1"></script>')),
    "/404-captcha": html(page("Page not found", lang="en", body="<p>Page not found</p><div class=g-recaptcha></div>"), status=404),
})  # fmt: skip
case("http://behind.test/gone", "dead http_404")
case("http://behind.test/recaptcha", "ok http_ok")
case("http://behind.test/cf-live", "ok title_match", NAMES)
case("http://behind.test/inc-live", "ok http_ok")
case("http://behind.test/404-captcha", "dead http_404")

site(
    "portal.test",
    {"/x/1": html(page("Portal", lang="en", body="<form><input name=u><input type=password name=p></form>"))},
)
case("http://portal.test/x/1", "blocked login", NAMES)
# What guards load on every page, on a page that scripts build.
site("guarded-shell.test", {"/": html(spa("App", scripts='<script src="/_Incapsula_Resource?SWJIYLWA=1"></script><script>window._pxAppId="P";'
                                          "document.cookie='a=1';function go(u){location.href=u}</script>"))})  # fmt: skip
case("http://guarded-shell.test/", "ok http_ok")
LOGINS = {
    "/en": page(
        "Log in",
        lang="en",
        body="<h1>Log in</h1><form><input name=u><input type=password name=p><button>Log in</button></form>",
    ),
    "/continue": page("Members", lang="en", body="<p>Please sign in to continue reading.</p>"),
    "/hant": page("會員登入", body="<p>帳號</p><input><p>密碼</p><input type=password>"),
    "/hant-text": page("某資料庫", body="<p>您尚未登入，請先登入會員。</p>"),
    "/hans": page("用户登录", lang="zh-CN", body="<p>请先登录后再查看</p>"),
    "/campus": page("某大學圖書館", body="<p>本資源限校內使用，請輸入帳號密碼登入</p><input type=password>"),
    "/session": page("系統", body="<script>alert('連線逾時，請重新登入');</script>"),
}
site("login-wall.test", {path: html(text) for path, text in LOGINS.items()})
for path in LOGINS:
    case(f"http://login-wall.test{path}", "blocked login")
case("http://login-wall.test/continue", "blocked login", NAMES)

FAILING = {
    "/maintenance": page("系統維護中", body="<p>系統維護中，請稍後再試，造成不便敬請見諒。</p>"),
    "/maintenance-en": page(
        "Site maintenance", lang="en", body="<h1>We’ll be back soon!</h1><p>We’re performing some maintenance.</p>"
    ),
    "/database": page("Error", lang="en", body="<h1>Error establishing a database connection</h1>"),
    "/busy": page("某系統", body="<p>系統忙碌中，請稍後再試</p>"),
    "/hans": page("网站维护中", lang="zh-CN", body="<p>网站升级维护中，页面暂时无法访问，请稍后再来。</p>"),
    "/500": page("500 Internal Server Error", lang="en", body="<h1>Internal Server Error</h1>"),
}
site("failing.test", {path: html(text) for path, text in FAILING.items()})
for path in FAILING:
    case(f"http://failing.test{path}", "transient http_5xx")

# ---- statuses

STATUSES = {
    200: "ok http_ok", 201: "ok http_ok", 202: "ok http_ok", 203: "ok http_ok", 206: "ok http_ok", 226: "ok http_ok",
    300: "ok http_ok", 304: "transient protocol", 400: "dead other_4xx", 401: "blocked http_401", 402: "blocked http_402",
    403: "blocked http_403", 404: "dead http_404", 405: "dead other_4xx", 406: "dead other_4xx", 407: "blocked http_407",
    408: "transient timeout", 409: "dead other_4xx", 410: "dead http_410", 414: "dead other_4xx", 418: "blocked http_418",
    422: "dead other_4xx", 423: "dead other_4xx", 425: "transient timeout", 428: "blocked bot_challenge", 429: "blocked rate_limited", 440: "blocked login",
    444: "dead other_4xx", 451: "blocked http_451", 500: "transient http_5xx", 501: "transient http_5xx", 502: "transient http_5xx",
    503: "transient http_5xx", 504: "transient http_5xx", 505: "transient http_5xx", 509: "transient http_5xx", 520: "transient http_5xx",
    521: "transient http_5xx", 522: "transient http_5xx", 525: "transient http_5xx", 530: "transient http_5xx", 599: "transient http_5xx",
    999: "blocked http_999",
}  # fmt: skip
site("codes.test", {
    **{f"/{status}": Reply(status, page("An answer", lang="en", body=EN).encode() if status != 304 else b"", PLAIN) for status in STATUSES},
    "/204": Reply(204, b"", {}),
    "/404-live": Reply(404, page(NAMES, lang="en", body=EN).encode(), PLAIN),
    "/no-location": Reply(301, b"", PLAIN),
    "/300-none": html(page("300 Multiple Choices", lang="en", body="<h1>Multiple Choices</h1><p>The document name you requested "
                           "(<code>/300-none</code>) could not be found on this server. However, we found documents with names similar to "
                           "the one you requested.</p>"), status=300),
})  # fmt: skip
site("later503.test", {}, Reply(503, b"", {"Retry-After": "3600"}))
site("later429.test", {}, Reply(429, b"", {"Retry-After": "86400"}))
for status, expected in STATUSES.items():
    case(f"http://codes.test/{status}", expected)
case("http://codes.test/204", "ok http_ok", flags=("empty_body",))
case("http://later503.test/x", "blocked rate_limited")
case("http://later429.test/x", "blocked rate_limited")
case("http://codes.test/404-live", "dead http_404", NAMES)
case("http://codes.test/no-location", "transient protocol")
case("http://codes.test/300-none", "dead soft404_text")

# Licensed databases answer readers off the campus, and guards answer programs, for whatever is asked for.
for host, text, expected in (
    ("campus-hant.test", "您的IP不在授權範圍內，請於校內網路使用本資料庫。", "blocked http_403"),
    ("campus-hans.test", "本系统仅限校园网IP访问，请使用校园网登录。", "blocked http_403"),
    (
        "campus-en.test",
        "Your IP address is not authorized to use this database. Access is restricted to campus users.",
        "blocked http_403",
    ),
    (
        "modsec.test",
        "Not Acceptable! The requested resource could not be found. This error was generated by Mod_Security.",
        "blocked bot_challenge",
    ),
    ("robotscreen.test", "Checking that you are a person.", "blocked bot_challenge"),
):
    status = 406 if host == "modsec.test" else 200
    title = "Robot Challenge Screen" if host == "robotscreen.test" else "Notice"
    wall = html(page(title, lang="en", body=f"<p>{text}</p>"), status=status)
    site(host, {}, wall)
    case(f"http://{host}/article/17", expected, NAMES)
sent_to_captcha = html(
    page("", head='<meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2Fx">'), status=202
)
site("sgcaptcha.test", {}, Reply(202, sent_to_captcha.body, {**PLAIN, "SG-Captcha": "challenge"}))
case("http://sgcaptcha.test/x", "blocked bot_challenge")
site(
    "template.test",
    {"/a": html(page("On names", lang="en", body=f"<template><h1>404 Page not found</h1></template>{EN}"))},
)
case("http://template.test/a", "ok http_ok")
site("circle.test", {
    "/a": html(page("", head='<meta http-equiv="refresh" content="0;url=/b">')),
    "/b": html(page("", head='<meta http-equiv="refresh" content="0;url=/a">')),
})  # fmt: skip
case("http://circle.test/a", "dead redirect_loop")
