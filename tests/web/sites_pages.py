"""`ways.test`: pages that are reached in roundabout ways, and what stands in the place of pages."""

from __future__ import annotations

from web.pdfs import REPORT
from web.replies import Reply, html, page, redirect
from web.site_kit import HANS, HANT, SITES, site, spa

TITLE = "人口販運問題報告"
WHOLE = page(TITLE, body=f"<h1>{TITLE}</h1>{HANT}")
EMPTY_HEAD = '<meta charset="utf-8">'


def _charset(charset: str, how: str) -> Reply:
    text = WHOLE if charset != "gb18030" else page("人口贩运问题报告", lang="zh-CN", body=HANS)
    if how == "meta":
        text = text.replace("<head>", f"<head><meta charset={charset}>", 1)
    header = {"header": charset, "mislabelled": "big5"}.get(how)
    return html(text, charset=charset, header=header)


_CHARSETS = {
    f"/{charset}-{how}": _charset(charset, how)
    for charset, how in (
        ("big5", "header"), ("big5", "meta"), ("big5", "silent"), ("gb18030", "header"), ("gb18030", "silent"),
        ("utf-8", "silent"), ("utf-8", "mislabelled"),
    )
}  # fmt: skip

site(
    "ways.test",
    {
        "/": html(page("某協會", body=f"<h1>某協會</h1>{HANT}"), header="utf-8"),
        "/report": html(WHOLE, header="utf-8"),
        "/refresh": html('<html><head><meta http-equiv="refresh" content="0; url=/report"></head></html>'),
        "/script": html("<html><body><script>location.href='/report';</script></body></html>"),
        "/frames": html('<html><frameset cols="20%,80%"><frame src="/report" name="main"></frameset></html>'),
        "/nested": html('<html><frameset cols="*"><frame src="/frames"></frameset></html>'),
        "/titled-frames": html(
            '<html><head><meta charset="utf-8"><title>漁業白皮書</title></head>'
            '<frameset cols="*"><frame src="/report"></frameset></html>'
        ),
        "/base": html(
            '<html><head><base href="/deep/"><meta http-equiv="refresh" content="0; url=../report"></head></html>'
        ),
        "/late": html(WHOLE.replace("<head>", f"<head><script>{'var x = 1;' * 40_000}</script>", 1), header="utf-8"),
        "/gone": redirect(302, "/"),
        "/sso": redirect(302, "/login?next=/sso"),
        "/login?next=/sso": html(
            page("某校數位學院", body="<form><input name=u><input type=password name=p></form>"), header="utf-8"
        ),
        "/circle": html('<html><head><meta http-equiv="refresh" content="0; url=/circle2"></head></html>'),
        "/circle2": html('<html><head><meta http-equiv="refresh" content="0; url=/circle"></head></html>'),
        "/shell": html(spa("某協會"), header="utf-8"),
        "/soft": html(page("找不到網頁", body="<h1>404</h1>"), header="utf-8"),
        "/empty": Reply(200, b"", {"Content-Type": "text/html"}),
        "/image": Reply(200, b"\x89PNG\r\n", {"Content-Type": "image/png"}),
        "/consent": html(
            page("Before you continue", lang="en", body="<p>We use cookies.</p><button>Accept all</button>")
        ),
        "/cut-pdf": Reply(200, REPORT[:900], {"Content-Type": "application/pdf"}, behaviour="cut"),
        **_CHARSETS,
    },
)
SITES["go.test"] = lambda _: redirect(301, "http://ways.test/report")
