# ruff: noqa: E501, ISC004 - a page stands on one line, as it is sent
"""Missing pages that are sent as a success, in every language and charset, and pages that only look like it."""

from __future__ import annotations

import gzip

from web.replies import Reply, html, page, redirect
from web.site_kit import EN, HANS, HANT, NAMES, PLAIN, case, gov, legible, site

# ---- missing pages that are sent as a success: English

ENGLISH = {
    "/wordpress/2019/05/old-post": (
        "Page not found – The Weblog",
        "<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this location. Maybe try a search?</p>",
    ),
    "/iis/report.htm": (
        "The page cannot be found",
        "<h1>The page cannot be found</h1><p>The page you are looking for might have been removed, had its name changed, or "
        "is temporarily unavailable.</p><p>Please try the following: if you typed the page address in the Address bar, "
        "make sure that it is spelled correctly.</p><h2>HTTP Error 404 - File or directory not found.</h2>",
    ),
    "/apache/x": (
        "404 Not Found",
        "<h1>Not Found</h1><p>The requested URL /apache/x was not found on this server.</p><hr><address>Apache/2.4</address>",
    ),
    "/tomcat/x": (
        "HTTP Status 404 – Not Found",
        "<h1>HTTP Status 404 – Not Found</h1><p><b>Message</b> /tomcat/x</p><p><b>Description</b> The origin server did not "
        "find a current representation for the target resource or is not willing to disclose that one exists.</p>",
    ),
    "/wix/x": ("Site", "<h1>We couldn’t find this page</h1><p>The link may be broken or the page may have been removed.</p>"),
    "/blogger/x": (
        "My Blog",
        "<div>Sorry, the page you were looking for in this blog does not exist.</div>",
    ),
    "/facebook/x": (
        "Content Not Found",
        "<h2>This content isn't available right now</h2><p>When this happens, it's usually because the owner only shared it "
        "with a small group of people, changed who can see it or it's been deleted.</p>",
    ),
    "/sites/x": ("Sites", "<p>We’re sorry. The page you have entered does not exist or you do not have access to it.</p>"),
    "/museum/item/77": ("The Museum", "<h1>Sorry</h1><p>We can't seem to find the page you're looking for.</p>"),
    "/library/record/8": ("Library Catalogue", "<p>The record you requested does not exist.</p>"),
    "/news/story/1": ("News", "<p>Sorry, this story is no longer available.</p><p><a href='/'>Home</a></p>"),
    "/drupal/node/9": ("Page not found | Institute of History", "<p>The requested page could not be found.</p>"),
    "/university/~someone/paper.html": (
        "Object not found!",
        "<h1>Object not found!</h1><p>The requested URL was not found on this server. If you entered the URL manually please "
        "check your spelling and try again.</p><h2>Error 404</h2>",
    ),
    "/journal/article/5": ("Journal of Things", "<h1>Article not found</h1><p>Please check the identifier.</p>"),
    "/moved/x": ("A Society", "<h1>Whoops!</h1><p>You may have followed a broken link, or the page has been moved.</p>"),
    "/repository/handle/1/2": ("Repository", "<h2>Invalid Identifier</h2><p>There is no item with that identifier: we can't find "
                               "the item you requested.</p>"),
    "/search-like/x": ("Nothing found", "<h1>Nothing Found</h1><p>Sorry, but nothing matched your request.</p>"),
    "/video/x": ("Video", "<p>This video has been removed by the uploader.</p><p>Sorry about that.</p>"),
    "/shop/x": ("Oops", "<h1>Oops!</h1><p>The page you requested is gone. It may have expired.</p>"),
    "/expired/x": ("Notice", "<p>The document you are trying to access has expired or has been removed.</p>"),
}  # fmt: skip
site("english.test", {path: html(page(title, lang="en", body=body)) for path, (title, body) in ENGLISH.items()})
for path in ENGLISH:
    case(f"http://english.test{path}", "dead soft404_text")
    if path in ("/wordpress/2019/05/old-post", "/library/record/8"):
        case(f"http://english.test{path}?x=1", "dead http_404")
case("http://english.test/wix/x", "dead soft404_text", "The Preservation of Citations")

# ---- in Traditional Chinese

TRADITIONAL = {
    "/gov/News_Content.aspx": gov("某某部", "<h2>訊息</h2><p>很抱歉，您所查詢的資料不存在或已下架。</p>"),
    "/gov/cp.aspx": gov("某某部全球資訊網", "<p>查無資料</p>"),
    "/gov/404": gov("某某局-404", "<h3>404</h3><p>您要瀏覽的網頁不存在，系統將於 10 秒後自動返回首頁。</p>"),
    "/univ/x.php": page("國立某大學", body="<p>您所要尋找的網頁已移除、更名或暫時無法使用。</p>"),
    "/iis/x.asp": page(
        "找不到網頁",
        body="<h1>找不到網頁</h1><p>您正在搜尋的網頁可能已經移除、名稱已經變更或暫時無法使用。</p>"
        "<p>請嘗試下列方法：如果您是在網址列輸入網頁位址，請檢查是否拼寫正確。</p>",
    ),
    "/iis7/x": page("IIS 10.0 詳細錯誤 - 404.0 - Not Found", body="<h2>HTTP 錯誤 404.0 - Not Found</h2>"
                    "<p>您要尋找的資源已移除、已變更名稱或暫時無法使用。</p>"),
    "/aspnet/x.aspx": page(
        "找不到資源。",
        body="<h1>「/」應用程式中發生伺服器錯誤。</h1><h2>找不到資源。</h2><p>描述: HTTP 404。您要尋找的資源 (或其相依性之一) 可能已移除、"
        "名稱已經變更，或目前無法使用。請檢閱下列 URL，確定輸入的 URL 正確無誤。</p>",
    ),
    "/news/1": page("某新聞網", body="<p>抱歉！您要找的新聞已下架，請參考其他新聞。</p>"),
    "/news/2": page("某日報", body="<p>此則新聞不存在</p><a href='/'>回首頁</a>"),
    "/blog/post/1": page("痞客邦", body="<h1>此文章不存在</h1><p>作者可能已經刪除文章，或是將文章設為隱藏。</p>"),
    "/lost/x": page("哎呀！頁面迷路了", body="<p>這個頁面好像不見了，回首頁看看其他內容吧。</p>"),
    "/walk/x": page("某基金會", body="<h1>404</h1><p>糟糕，您要找的頁面走丟了！</p>"),
    "/wp/x": page("找不到符合條件的頁面 – 某學會", body="<h1>糟糕！找不到頁面</h1><p>這個位址似乎沒有任何內容，要試試搜尋嗎？</p>"),
    "/redesign/x.htm": page("某協會", body="<p>本網站已改版，您所點選的連結已失效，請由首頁重新查詢。</p>"),
    "/file/x": page("檔案下載", body="<p>檔案不存在或已被移除</p>"),
    "/param/x": page("系統訊息", body="<p>參數錯誤</p>"),
    "/forum/x": page("提示訊息 - 某論壇", body="<p>抱歉，指定的主題不存在或已被刪除或正在被審核</p><p><a href='/'>[ 點此返回上一頁 ]</a></p>"),
    "/thesis/x": page("博碩士論文系統", body="<p>查無此筆資料！</p>"),
    "/alert/x.asp": page("", body="<script>alert('查無此網頁！');history.go(-1);</script>"),
    "/alert2/x.aspx": page("", body='<script language="javascript">alert("文章不存在");location.href="/index.aspx";</script>'),
    "/mixed/x": gov("國立某某圖書館", "<h2>Page Not Found</h2><p>您所請求的頁面找不到。The page you requested was not found.</p>"),
    "/law/x": page("全國法規", body="<p>您查詢的法規不存在，或該網址已變更。</p>"),
    "/count/x": page("頁面不存在", body="<p><span id='s'>5</span> 秒後將自動跳轉至首頁</p>", head='<meta http-equiv="refresh" content="5;url=/">'),
}  # fmt: skip
site("traditional.test", {path: html(text) for path, text in TRADITIONAL.items()})
for path in TRADITIONAL:
    case(f"http://traditional.test{path}", "dead soft404_text")
case("http://traditional.test/gov/cp.aspx", "dead soft404_text", "人口販運防制年報")

# ---- in Simplified Chinese

SIMPLIFIED = {
    "/a": page("页面不存在", lang="zh-CN", body="<p>很抱歉，您要访问的页面不存在！</p><p><a href='/'>返回首页</a></p>"),
    "/b": page("404-某某网", lang="zh-CN", body="<p>啊哦，你所访问的页面不存在了，可能是：地址有误，或者页面被删除。</p>"),
    "/c": page("某某学院", lang="zh-CN", body="<p>页面跑丢了</p>"),
    "/d": page("提示信息", lang="zh-CN", body="<p>您要查看的信息不存在或者还未通过审批！</p>"),
    "/e": page("出错啦", lang="zh-CN", body="<p>该内容已被发布者删除</p>"),
    "/f": page("某某大学", lang="zh-CN", body="<h1>HTTP状态 404 - 未找到</h1><p>请求的资源[/f]不可用</p>"),
    "/g": page("无法找到该页", lang="zh-CN", body="<h1>无法找到该页</h1><p>您正在搜索的页面可能已经删除、更名或暂时不可用。</p>"),
    "/h": page("404 - 找不到文件或目录。", lang="zh-CN", body="<h1>服务器错误</h1><p>您要查找的资源可能已被删除，已更改名称或者暂时不可用。</p>"),
    "/i": page("", lang="zh-CN", body="<script>alert('该文章不存在！');window.location.href='/';</script>"),
    "/j": page("", lang="zh-CN", body='<script type="text/javascript" src="//qzonestyle.gtimg.cn/qzone/hybrid/app/404/search_children.js" '
               'charset="utf-8" homePageUrl="http://simplified.test/" homePageName="返回首页"></script>'),
    "/k": page("404", lang="zh-CN", body='<script src="https://volunteer.cdn-go.cn/404/latest/404.js"></script>'),
    "/l": page("某某报", lang="zh-CN", body="<p>抱歉，该文章已被作者删除。</p>"),
    "/m": page("某某网", lang="zh-CN", body="<p>您访问的页面找不到了！系统将在<b>3</b>秒后跳转到首页</p>"),
    "/n": page("文章不存在或已删除", lang="zh-CN"),
    "/o": page("此内容无法查看", lang="zh-CN", body="<p>此内容因违规无法查看</p><p>由用户投诉并经平台审核，涉嫌违反相关法律法规。</p>"),
    "/p": page("某某公益404", lang="zh-CN", body="<h1>你访问的页面找不到了，但我们可以一起寻找失踪儿童</h1><p>姓名：某某 失踪时间：2011年3月 "
               "失踪地点：某省某市 特征：左臂有胎记</p>"),
}  # fmt: skip
site("simplified.test", {path: html(text) for path, text in SIMPLIFIED.items()})
for path in SIMPLIFIED:
    case(f"http://simplified.test{path}", "dead soft404_text")

# ---- in Big5 and GBK: declared in the header, in the page, nowhere, wrongly

CHARSETS = {
    "/big5-header": html(TRADITIONAL["/news/1"], charset="big5", header="big5"),
    "/big5-meta": html(page("某機關", head='<meta http-equiv="Content-Type" content="text/html; charset=big5">',
                            body="<p>您所查詢的網頁不存在</p>"), charset="big5"),
    "/big5-silent": html(TRADITIONAL["/thesis/x"], charset="big5"),
    "/big5-as-latin": html(TRADITIONAL["/law/x"], charset="big5", header="iso-8859-1"),
    "/big5-as-gbk": html(TRADITIONAL["/univ/x.php"], charset="big5", header="gb2312"),
    "/gbk-header": html(SIMPLIFIED["/a"], charset="gbk", header="gbk"),
    "/gbk-meta": html(page("出错了", lang="zh-CN", head='<meta charset="gb2312">', body="<p>您要访问的页面已被删除</p>"), charset="gbk"),
    "/gbk-silent": html(SIMPLIFIED["/d"], charset="gbk"),
    "/gbk-as-utf8": html(SIMPLIFIED["/m"], charset="gbk", header="utf-8"),
    "/utf8-as-big5": html(TRADITIONAL["/news/2"], header="big5"),
}  # fmt: skip
LIVE_CHARSETS = {
    "/live-big5": html(page("引用資料之保存", body=f"<h1>引用資料之保存</h1>{HANT}"), charset="big5"),
    "/live-big5-meta": html(
        page("引用資料之保存", head="<meta charset=big5>", body=HANT), charset="big5", header="iso-8859-1"
    ),
    "/live-gbk": html(page("引用资料的保存", lang="zh-CN", body=HANS), charset="gbk"),
    "/live-gbk-as-big5": html(page("引用资料的保存", lang="zh-CN", body=HANS), charset="gbk", header="big5"),
}
site("charset.test", {**CHARSETS, **LIVE_CHARSETS})
for path in CHARSETS:
    case(f"http://charset.test{path}", "dead soft404_text")
case("http://charset.test/live-big5", "ok title_match", "引用資料之保存")
case("http://charset.test/live-big5-meta", "ok title_match", "引用資料之保存")
case("http://charset.test/live-gbk", "ok title_match", "引用资料的保存")
case("http://charset.test/live-gbk", "ok title_match", "引用資料的保存")  # as a Taiwanese author writes it
case("http://charset.test/live-gbk-as-big5", "ok title_match", "引用资料的保存")

# ---- pages that only look as if they were missing

TRAPS = {
    "/404-explained": legible("What a 404 error means and how to fix it"),
    "/short-404": html(page("404 error: what is it?", lang="en", body="<h1>404 error: what is it?</h1><p>A 404 error means that the "
                            "page was not found on the server. It is one of the most common status codes.</p>")),
    "/short-404-zh": html(page("什麼是404？", body="<h1>什麼是404？</h1><p>404 是 HTTP 狀態碼，代表找不到網頁。伺服器收到請求，但頁面不存在。</p>")),
    "/mdn/404": html(page("404 Not Found - HTTP | Reference", lang="en", body="<h1>404 Not Found</h1><p>The HTTP 404 Not Found client "
                          "error response status code indicates that the server cannot find the requested resource.</p>" + EN)),
    "/novel": legible("Not Found: A Novel"),
    "/soft-404-paper": legible("Sic transit gloria telae: soft 404 pages and the decay of the web"),
    "/zh-novel": html(page("找不到的人", body=f"<h1>找不到的人</h1>{HANT}")),
    "/zh-404": html(page("論網頁失效與連結腐爛", body="<h1>論網頁失效與連結腐爛</h1><p>當使用者看到「找不到網頁」時，往往不知道頁面已被刪除。</p>" + HANT)),
    "/missing-children": html(page("失蹤兒童協尋", body="<h1>失蹤兒童協尋</h1><p>姓名：某某，民國98年生，於臺北車站走失，尚未找到。"
                                   "若有任何消息請撥打電話。</p>" + HANT)),
    "/missing-short": html(page("尋人啟事", body="<h1>尋人啟事</h1><p>家父於三月五日走失，至今找不到人，身高一七○公分。</p>")),
    "/gongyi": html(page("公益404：让失踪儿童回家", lang="zh-CN", body="<h1>公益404：让失踪儿童回家</h1>" + HANS)),
    "/download": html(page("檔案下載", body="<p>年報（PDF，2.3MB）</p><p>如檔案無法開啟，請先安裝閱讀軟體；若連結失效，請來信告知。</p>")),
    "/if-broken": html(page("Data set", lang="en", body="<p>The data are in the archive below.</p><p>If the file is not available, "
                            "please write to the authors.</p>")),
    "/short": html(page("Statement", lang="en", body="<p>The council met on Monday and approved the minutes.</p>")),
    "/short-zh": html(page("公告", body="<p>本會訂於十月三日召開會員大會，敬請踴躍出席。</p>")),
    "/records": html(page("Police notes", lang="en", body="<h1>Fire at the archive</h1><p>Police said that many of the records could "
                          "not be found after the fire. The documents were no longer available to the court.</p>")),
    "/deleted-data": html(page("新聞稿", body="<h1>個資外洩案</h1><p>本部表示，外洩之資料已刪除，並已通知當事人。</p>")),
    "/attachments": html(gov("人口販運防制年報", "<h1>人口販運防制年報</h1><p>本年報彙整各機關資料，說明年度成果。</p><h3>相關附件</h3><p>查無資料</p>")),
    "/comments": html(page("A note on names", lang="en", body="<h1>A note on names</h1><p>Names are hard. They always were.</p>"
                           "<p>No comments found. You must be logged in to post a comment.</p>")),
    "/captcha": legible("CAPTCHA usability: are you a robot?"),
    "/sale": legible("Domain for sale? The economics of names"),
    "/security": legible("Access denied: refugees at the border"),
    "/login-study": legible("Log in to learn: a study of portals"),
    "/maintenance": legible("Bridge maintenance in progress"),
    "/error": html(page("Error analysis in second language writing", lang="en", body="<h1>Error analysis</h1><p>Abstract. We look "
                        "at errors.</p>")),
    "/room": html(page("Room 404", lang="en", body="<p>A short film, 2014, 12 minutes.</p>")),
    "/cookies": html(page("某學報", body="<p>本站使用 cookies，繼續瀏覽即表示您同意。</p><p>第十二卷第一期目次</p>")),
    "/withdrawn-title": html(page("找不到網頁", body=f"<h1>找不到網頁</h1>{HANT}")),
    "/hidden-404": html(page("A letter", lang="en", body="<p>Dear all, the meeting is on Friday.</p><div style='display:none'>404 page "
                             "not found</div>")),
    "/form": html(page("聯絡我們", body="<h1>聯絡我們</h1><p>電話：(02)2222-3333</p><form><label>請輸入驗證碼</label><input name=c></form>")),
    "/newspaper-wall": html(page("販運案件十年回顧 - 某報", body="<h1>販運案件十年回顧</h1><p>去年查獲的案件較前年為多。</p><p>請先登入會員以繼續閱讀全文</p>")),
    "/slow-refresh": html(page("Live blog", lang="en", head='<meta http-equiv="refresh" content="300">', body=EN)),
    "/server-error-history": legible("500 Internal Server Error: a history of failing gracefully"),
}  # fmt: skip
site("trap.test", TRAPS)
for path in TRAPS:
    if path not in ("/withdrawn-title", "/newspaper-wall"):
        case(f"http://trap.test{path}", "ok http_ok")
case("http://trap.test/withdrawn-title", "ok title_match", "找不到網頁")
case("http://trap.test/newspaper-wall", "ok title_match", "販運案件十年回顧")
case("http://trap.test/404-explained", "ok title_match", "What a 404 Error Means, and How to Fix It")
case("http://trap.test/novel", "ok title_match", "Not found: a novel")
case("http://trap.test/zh-novel", "ok title_match", "找不到的人")
case("http://trap.test/gongyi", "ok title_match", "公益404：讓失蹤兒童回家")
case("http://trap.test/mdn/404", "ok title_match", "404 Not Found")
case("http://trap.test/short-404", "ok http_ok", "Another title altogether", flags=("title_mismatch",))

# ---- titles

TITLES = {
    "/meta": html(page("Repository", lang="en", head='<meta name="citation_title" content="On the Keeping of Names">', body=EN)),
    "/og": html(page("A Site", lang="en", head='<meta property="og:title" content="On the Keeping of Names">', body=EN)),
    "/text": html(page("A Site", lang="en", body=f"<p>Vol. 3: “On the keeping of names”, by A. Author.</p>{EN}")),
    "/wide": html(page("Ｏｎ　ｔｈｅ　Ｋｅｅｐｉｎｇ　ｏｆ　Ｎａｍｅｓ", lang="en", body=EN)),
    "/entity": html(page("Law &amp;amp; Names: &ldquo;On the Keeping&rdquo;", lang="en", body=EN)),
    "/tai": html(page("台灣人口販運問題之研究", body=HANT)),
    "/hans": html(page("台湾人口贩运问题之研究", lang="zh-CN", body=HANS)),
    "/main": html(page("A Site", lang="en", body=f"<h1>On the Keeping of Names</h1><h2>A study in three parts</h2>{EN}")),
    "/ruby": html(page("台灣<wbr>人口", body=f"<h1>台灣<b>人口</b>販運</h1>{HANT}")),
    "/gzip": Reply(200, gzip.compress(page("On the Keeping of Names", lang="en").encode()), {**PLAIN, "Content-Encoding": "gzip"}),
    "/plain.txt": Reply(200, b"ON THE KEEPING OF NAMES\n\nby A. Author\n", {"Content-Type": "text/plain"}),
    "/other": html(page("Something quite different", lang="en", body=EN)),
    "/other-short": html(page("Something else", lang="en", body="<p>One paragraph about birds.</p>")),
}  # fmt: skip
site("titles.test", TITLES)
for path in ("/meta", "/og", "/text", "/wide", "/gzip", "/plain.txt"):
    case(f"http://titles.test{path}", "ok title_match", NAMES)
case("http://titles.test/entity", "ok title_match", "Law and Names: “On the Keeping”")
case("http://titles.test/tai", "ok title_match", "臺灣人口販運問題之研究")
case("http://titles.test/hans", "ok title_match", "臺灣人口販運問題之研究")
case("http://titles.test/main", "ok title_match", "On the Keeping of Names: A Study in Three Parts")
case("http://titles.test/ruby", "ok title_match", "臺灣人口販運")
case("http://titles.test/other", "ok http_ok", NAMES, flags=("title_mismatch",))
case("http://titles.test/other-short", "ok http_ok", NAMES, flags=("title_mismatch",))
case("http://titles.test/other", "ok http_ok")

# A page that repeats the address it has not got does not show the title that the address is made of.
site(
    "echo.test",
    {},
    lambda asked: html(page("Not here", lang="en", body=f"<p>The requested page {asked.path} was not found.</p>")),
)
case("http://echo.test/2019/on-the-keeping-of-names", "dead soft404_text", NAMES)
case("http://echo.test/on-the-keeping-of-names.html", "dead soft404_text", NAMES)
site(
    "echo-words.test",
    {},
    lambda asked: html(
        page("A Site", lang="en", body=f"<p>Sorry, we can’t find the page “{asked.path[1:].replace('-', ' ')}”.</p>")
    ),
)
case("http://echo-words.test/on-the-keeping-of-names", "dead soft404_text", NAMES)
site(
    "echo-search.test",
    {
        "/2019/on-the-keeping-of-names": redirect(302, "/search?q=on+the+keeping+of+names"),
        "/search?q=on+the+keeping+of+names": html(
            page("Search: on the keeping of names", lang="en", body="<h1>Results for on the keeping of names</h1>")
        ),
    },
)
case("http://echo-search.test/2019/on-the-keeping-of-names", "dead soft404_redirect", NAMES)
site(
    "called-so.test", {"/page-not-found": html(page("Page not found", lang="en", body=f"<h1>Page not found</h1>{EN}"))}
)
case("http://called-so.test/page-not-found", "ok title_match", "Page Not Found")
# Nor does a menu that has the word.
site(
    "short-title.test",
    {},
    html(
        page("Page not found", lang="en", body="<nav><a href=/>Home</a> <a href=/n>News</a></nav><p>Page not found</p>")
    ),
)
case("http://short-title.test/a/b", "dead soft404_text", "News")
