# ruff: noqa: E501 - a page stands on one line, as it is sent
"""Whole pages as they are met, each a title and a body, and what they are instead of the page that was wanted."""

import pytest

from tipcite.formats.html import read_page
from tipcite.formats.html_signs import PageSign, read_sign

MISSING = [
    ("404", "<h1>404</h1><p>Looks like you're lost</p>"),
    ("Page Not Found (404)", "<p>Not all those who wander are lost, but it seems you may have taken a wrong turn.</p>"),
    (
        "Error",
        "<h1>404</h1><h2>UH OH! You're lost.</h2><p>The page you are looking for does not exist. How you got here is a mystery.</p>",
    ),
    ("We're sorry", "<p>The page you're trying to reach is no longer available or has moved.</p>"),
    ("BBC", "<h1>404 - Page Not Found</h1><p>This might be because you typed the web address incorrectly.</p>"),
    ("Sorry, we can't find that page", "<p>Try searching</p>"),
    ("HTTP 404", "<p>The webpage cannot be found</p>"),
    ("NYT", "<h1>Page No Longer Available</h1>"),
    (
        "Springer",
        "<h1>Page not found</h1><p>Sorry, the page you requested is unavailable. The link you requested might be broken, or no longer exist.</p>",
    ),
    (
        "JSTOR",
        "<h1>Sorry!</h1><p>The page you are looking for is not available. It may have been moved or deleted.</p>",
    ),
    ("SSRN", "<p>The abstract you requested was not found. It may have been removed at the request of the author.</p>"),
    ("Academia", "<p>This paper has been removed by its author</p>"),
    (
        "Tumblr",
        "<h1>There's nothing here.</h1><p>Whatever you were looking for doesn't currently exist at this address. Unless you were looking for this error page.</p>",
    ),
    (
        "Medium",
        "<h1>PAGE NOT FOUND</h1><p>404</p><p>Out of nothing, something. You can find (just about) anything on Medium — apparently even a page that doesn’t exist.</p>",
    ),
    (
        "Instagram",
        "<h2>Sorry, this page isn't available.</h2><p>The link you followed may be broken, or the page may have been removed. Go back to Instagram.</p>",
    ),
    ("X", "<p>Hmm...this page doesn’t exist. Try searching for something else.</p>"),
    ("Reddit", "<p>page not found</p><p>the page you requested does not exist</p>"),
    ("YouTube", "<p>This page isn't available. Sorry about that.</p><p>Try searching for something else.</p>"),
    ("Vimeo", "<h1>Sorry, we couldn’t find that page</h1>"),
    ("Scribd", "<h1>This document is no longer available</h1><p>This document has been deleted from Scribd.</p>"),
    ("Slideshare", "<p>Oops, this presentation has been removed.</p>"),
    ("gov", "<h1>This page cannot be found</h1><p>If you entered a web address please check it was correct.</p>"),
    ("United Nations", "<p>The resource cannot be found.</p>"),
    ("WHO", "<h1>Sorry, the page you were looking for cannot be found.</h1>"),
    (
        "State Dept",
        "<h1>We're sorry, that page can't be found.</h1><p>You may be looking for content that has been archived.</p>",
    ),
    ("x", "<p>The URL you requested does not exist on this site.</p>"),
    ("x", "<p>No article found with the given ID.</p>"),
    ("x", "<p>Item not found</p>"),
    ("x", "<p>Invalid URL</p>"),
    ("The requested URL was not found", "<p>nginx</p>"),
    ("x", "<h1>410 Gone</h1><p>The resource requested is no longer available.</p>"),
    ("Dead End", "<p>You've reached a dead end. The page you want has been deleted.</p>"),
    ("Page introuvable", "<p>Page not found</p>"),
    ("Yahoo奇摩新聞", "<p>很抱歉，您要尋找的頁面不存在。</p><p>請檢查網址是否正確</p>"),
    ("UDN", "<p>抱歉，您所瀏覽的新聞已過期或不存在</p>"),
    ("自由時報", "<p>無此則新聞</p>"),
    ("中央社", "<h1>404</h1><p>您要找的網頁不存在，可能已經移除或更改網址</p>"),
    ("公視", "<p>找不到您要的頁面，可能是網址錯誤或頁面已移除</p>"),
    ("ETtoday", "<p>很抱歉，您所查詢的新聞不存在，請重新查詢。</p>"),
    ("某縣政府", "<p>此頁面不存在或已被移除，請點選回首頁</p>"),
    ("某部會", "<p>您欲瀏覽之網頁不存在</p>"),
    ("某部會", "<p>抱歉，您所要瀏覽的頁面已經移除或是不存在。</p>"),
    ("某大學", "<p>Sorry, 找不到這個網頁！</p>"),
    ("某大學", "<p>您要連結的網頁已不存在</p>"),
    ("某系所", "<h2>找不到頁面</h2><p>請確認網址是否輸入正確</p>"),
    ("系統訊息", "<p>該筆資料不存在！</p>"),
    ("訊息", "<p>此文件已被刪除或不存在</p>"),
    ("錯誤頁面", "<p>您輸入的網址有誤，或該頁面已移除。</p>"),
    ("華藝", "<p>查無此文獻</p>"),
    ("圖書館", "<p>無此書目資料</p>"),
    ("Error 404", "<p>糟糕！頁面不見了</p>"),
    ("噗浪", "<p>這個頁面已經消失在宇宙中</p>"),
    ("方格子", "<p>這篇文章已被作者刪除或設為不公開</p>"),
    ("Pixnet", "<p>很抱歉，這篇文章目前無法閱覽，可能是因為文章已經被刪除、隱藏或搬家了</p>"),
    ("Xuite", "<p>您要找的日誌不存在</p>"),
    ("無名", "<p>該使用者不存在或網頁已關閉</p>"),
    ("提示信息 - 论坛", "<p>抱歉，您指定的主题不存在或已被删除</p>"),
    ("错误提示", "<p>您访问的内容不存在或已删除</p>"),
    ("某网", "<h1>抱歉！页面无法访问……</h1><p>可能因为：网址有错误；请检查地址是否完整或存在多余字符；网址已失效</p>"),
    ("新浪", "<p>页面没有找到 5秒钟之后将会带您进入新浪首页!</p>"),
    ("网易", "<p>很抱歉，您要访问的页面不存在或已删除</p>"),
    ("搜狐", "<p>对不起，您要访问的页面暂时没有找到。</p>"),
    ("人民网", "<p>您所访问的页面不存在或者已删除</p>"),
    ("新华网", "<p>抱歉，您所浏览的页面暂时无法访问或已移除</p>"),
    ("知网", "<p>对不起，未找到该文献</p>"),
    ("万方", "<p>抱歉，没有找到您要的资源</p>"),
    ("豆瓣", "<p>你想访问的页面不存在</p>"),
    ("CSDN", "<p>抱歉，你访问的文章不存在或已被删除</p>"),
    ("百度", "<p>对不起，您访问的页面不存在，请检查您输入的链接</p>"),
    ("微信", "<p>此内容已被发布者删除</p>"),
    ("学校", "<p>信息不存在！</p>"),
    ("政府", "<p>您查看的文章不存在或已下线</p>"),
    ("织梦", "<p>文档ID: 0 不存在或已删除</p>"),
    ("x", "<p>该页无法显示</p>"),
    ("x", "<p>您请求的文件不存在!</p>"),
    ("x", "<p>网页可能已被删除或更改了地址</p>"),
    ("x", "<p>您要找的页面飞走了~</p>"),
]
CHALLENGE = [
    ("Just a moment...", "<h1>www.x.org</h1><p>Verifying you are human. This may take a few seconds.</p>"),
    (
        "www.x.org",
        "<p>Performing security verification</p><p>This website uses a security service to protect against malicious bots.</p>",
    ),
    ("Attention Required! | Cloudflare", "<p>Please complete the security check to access x.org</p>"),
    (
        "Access denied | x.org used Cloudflare to restrict access",
        "<h1>Error 1020</h1><p>You cannot access x.org. This website is using a security service to protect itself from online attacks.</p>",
    ),
    (
        "x",
        "<p>Please verify you are a human</p><p>Access to this page has been denied because we believe you are using automation tools to browse the website.</p>",
    ),
    ("Robot Check", "<p>Enter the characters you see below. Sorry, we just need to make sure you're not a robot.</p>"),
    ("x", "<p>Please enable JS and disable any ad blocker</p>"),
    ("DDoS-Guard", "<p>Checking your browser before accessing x.org.</p>"),
    ("Bot Verification", "<p>Verifying that you are not a robot...</p>"),
    ("Validate User", "<p>Please complete the captcha to continue</p>"),
    ("Security Check", "<p>We have detected unusual activity from your IP address.</p>"),
    (
        "ERROR: The request could not be satisfied",
        "<h1>403 ERROR</h1><p>Request blocked. We can't connect to the server for this app or website at this time.</p>",
    ),
    ("安全检查", "<p>您的访问过于频繁，请输入验证码</p>"),
    ("访问验证", "<p>为了您的账号安全，请拖动滑块完成验证</p>"),
    ("滑动验证页面", "<p>亲，请按照说明进行验证哦</p>"),
    ("知网", "<p>检测到您的网络环境存在异常，请完成下方拼图验证</p>"),
    ("x", "<p>系統偵測到您的IP有異常連線，請輸入圖形驗證碼</p>"),
    ("x", "<p>您的連線行為異常，請證明您不是機器人</p>"),
    ("x", "<p>抱歉，您的请求被拦截，可能存在恶意行为</p>"),
    ("x", "<p>The requested URL was rejected. Please consult with your administrator.</p>"),
    (
        "Radware Captcha Page",
        "<p>We apologize for the inconvenience... to ensure that you are not a bot, please solve the captcha</p>",
    ),
    ("403 Forbidden", "<p>Your request has been blocked by WAF</p>"),
]
PARKED = [
    ("x.com", "<p>x.com is for sale</p>"),
    ("x.com - This website is for sale!", "<p>The domain x.com is listed for sale</p>"),
    ("x.com", "<p>This domain may be for sale. Inquire here</p>"),
    ("Domain parked", "<p>This domain is parked by its owner</p>"),
    ("x", "<p>The domain name x.com is available for purchase. Get this domain</p>"),
    (
        "x",
        "<p>This domain has expired. If you owned this domain, contact your domain registration service provider.</p>",
    ),
    ("HugeDomains.com", "<p>x.com is for sale (X)</p>"),
    ("x", "<p>Interested in this domain? Make an offer</p>"),
    ("x", "<p>Sponsored Listings</p>"),
    ("域名出售", "<p>您好，您访问的域名正在出售</p>"),
    ("x.com 正在出售", "<p>此域名可以购买</p>"),
    ("x", "<p>该域名已过期，请尽快续费</p>"),
    ("x", "<p>這個網域名稱可能待售</p>"),
    ("x", "<p>本網域已由客戶註冊，網站尚未設定</p>"),
    ("x", "<p>网站已关闭，因未续费</p>"),
    ("x", "<p>对不起，该站点已被管理员停止运行，请联系管理员了解详情！</p>"),
    ("恭喜，站点创建成功！", "<p>这是默认index.html，本页面由系统自动生成</p>"),
    ("IIS Windows Server", ""),
    ("Apache2 Ubuntu Default Page: It works", "<p>This is the default welcome page</p>"),
    (
        "Default Web Site Page",
        "<p>If you feel you have reached this page in error, please contact the web site owner</p>",
    ),
    ("Web hosting", "<p>This account has been suspended</p>"),
]
LOGIN = [
    ("Sign In", "<input type=password>"),
    ("Sign in to your account", "<p>Email, phone, or Skype</p>"),
    ("登入 - 某圖書館", "<p>請輸入帳號密碼</p><input type=password>"),
    ("x", "<p>您必須登入才能檢視此頁面</p>"),
    ("x", "<p>此頁面需要登入</p>"),
    ("x", "<p>请登录后查看</p>"),
    ("x", "<p>您还没有登录，请先登录</p>"),
    ("單一登入系統", "<input type=password>"),
    ("Shibboleth Login", ""),
    ("x", "<p>You must be logged in to view this page</p>"),
    ("x", "<p>Your session has expired. Please log in again.</p>"),
    ("x", "<p>You need to log in to access this page.</p>"),
    ("x", "<p>本文僅限會員閱讀，請登入</p>"),
    ("统一身份认证平台", "<input type=password>"),
    ("Log In ‹ Site — WordPress", "<input type=password>"),
]
FAILING = [
    ("x", "<p>We are currently performing maintenance. Please check back later.</p>"),
    ("503 Service Temporarily Unavailable", "<p>nginx</p>"),
    ("502 Bad Gateway", "<p>nginx</p>"),
    ("x", "<p>網站系統更新中，暫停服務</p>"),
    ("x", "<p>系統發生錯誤，請洽系統管理員</p>"),
    ("x", "<p>服务器繁忙，请稍后重试</p>"),
    ("Runtime Error", "<h1>Server Error in '/' Application.</h1><p>Runtime Error</p>"),
    ("x", "<p>資料庫連線失敗</p>"),
    ("x", "<p>Warning: mysql_connect(): Too many connections in /var/www/x.php on line 3</p>"),
    ("x", "<p>本網站目前進行維護，請稍候再試</p>"),
    ("Site under maintenance", "<p>Sorry for the inconvenience</p>"),
    ("x", "<p>The service is temporarily unavailable</p>"),
    ("系统维护", "<p>系统正在维护，请稍后访问</p>"),
    ("x", "<p>System is down for scheduled maintenance</p>"),
    ("x", "<p>伺服器發生內部錯誤</p>"),
]
ORDINARY = [
    ("Index", "<p>Volume 3 (2004) Issue 2. Contents. Articles. Reviews. Notes.</p>"),
    ("Report", "<p>Download the full report (PDF, 3 MB). The annex was removed from the second edition.</p>"),
    (
        "Press release",
        "<p>The ministry announced that 12 pages were removed from the draft law. The committee found no errors.</p>",
    ),
    ("Erratum", "<p>The table on page 7 was missing in the first printing. It can be found below.</p>"),
    ("Lost files", "<p>In 1973 a fire destroyed the files. Only a third of the records exist today.</p>"),
    ("Species", "<p>This species is not found in Taiwan. It lives in Japan and Korea.</p>"),
    ("Site moved", "<p>Welcome to the archive of the society.</p>"),
    ("Our error", "<p>We made an error in the last issue and apologise.</p>"),
    ("公告", "<p>本局網站改版公告：新版網站將於10月1日上線，敬請期待。</p>"),
    ("目錄", "<p>第一章 緒論 第二章 文獻探討 第三章 研究方法 第四章 結論</p>"),
    ("會議紀錄", "<p>案由一：刪除章程第三條。決議：照案通過。</p>"),
    ("新聞", "<p>警方表示，失蹤的文件仍未找到，將持續追查。</p>"),
    ("新聞", "<p>網友表示，該影片已被下架，引發討論。平台回應係因檢舉。</p>"),
    ("法規", "<p>本辦法自發布日施行。中華民國九十二年六月一日刪除第五條。</p>"),
    ("法條", "<p>第 5 條 （刪除）</p><p>第 6 條 資料不存在者，主管機關應通知申請人。</p>"),
    ("下載", "<p>若無法開啟檔案，請下載 Adobe Reader。</p>"),
    ("聯絡", "<p>電話無人接聽時，請稍後再撥。</p>"),
    ("詩", "<p>我找不到你的信，也找不到回家的路。</p>"),
    ("字典", "<p>不存在：bù cún zài，沒有。例：這個問題不存在。</p>"),
    ("公示", "<p>根据规定，现将有关情况公示如下。公示期5天。</p>"),
    ("论文", "<p>摘要：本文讨论网页失效现象，指出链接失效率逐年上升。</p>"),
    ("新闻", "<p>该公司称，用户信息未被删除，系统运行正常。</p>"),
    ("图书", "<p>书名：消失的页面。作者：某某。页数：320页。</p>"),
    ("Library hours", "<p>Closed on Sundays. Log in to your account to renew books.</p>"),
    ("Members", "<p>Our members come from 12 countries. Sign up for the newsletter.</p>"),
    ("Security", "<p>The building has a security checkpoint. Bring identification.</p>"),
    ("Domain names", "<p>The registry publishes statistics on expired domain names each year.</p>"),
    ("Real estate", "<p>The house is for sale. Buy now.</p>"),
    ("Park", "<p>Cars parked free on Sundays.</p>"),
    ("Suspended", "<p>The account of the trial was suspended by the judge.</p>"),
    ("拍賣", "<p>本院拍賣公告：土地出售，底價新臺幣三百萬元。</p>"),
    ("域名統計", "<p>本月新增域名 1,234 個，到期域名 321 個。</p>"),
    ("維護公告", "<p>本系統將於10月5日凌晨2時至4時進行維護，屆時暫停服務。</p>"),
    ("登入說明", "<p>會員登入後可查看借閱紀錄。首次使用者請先註冊。</p>"),
    ("Coming to terms", "<p>A talk on memory. Room 404, 3 pm.</p>"),
    ("Error correction", "<p>Slides and exercises for week 4.</p>"),
    ("Access", "<p>Access to the reading room is denied to minors. You must register first at the desk.</p>"),
    ("Hotel", "<p>Rooms are not available in July.</p>"),
    ("Maintenance", "<p>The bridge is closed for maintenance until May.</p>"),
    ("Data", "<p>Data for 1999 are not available. See the notes.</p>"),
    ("統計表", "<p>民國88年資料不存在。單位：千元。</p>"),
    (
        "某某基金會",
        "<nav>首頁 關於</nav><form><input type=text placeholder=帳號><input type=password><button>登入</button></form><h1>歡迎</h1><p>本會成立於民國七十年，致力於兒童福利。</p>",
    ),
    ("電子報", "<p>請輸入您的電子郵件訂閱電子報</p><p>請輸入驗證碼</p><input>"),
    (
        "某局",
        "<p>您的瀏覽器不支援JavaScript語法，若網頁功能無法正常使用請開啟瀏覽器JavaScript狀態</p><p>業務介紹：本局掌理下列事項。</p>",
    ),
    ("某局", "<p>若您無法檢視此頁面，請改用其他瀏覽器。</p><p>公告事項如下。</p>"),
    (
        "Press",
        "<div>This site uses cookies. Please enable cookies for the best experience.</div><p>The minister opened the exhibition.</p>",
    ),
    (
        "Portal",
        "<p>JavaScript is disabled. Some features may not work.</p><p>Collections of the archive, 1850 to 1950.</p>",
    ),
    ("論壇", "<h1>請問報告格式</h1><p>抱歉打擾，請問附件找不到該怎麼辦？</p><p>您好，附件在第三頁。</p>"),
    ("Q&A", "<h1>Why can't I find my page?</h1><p>Because the page was removed by its editor. Ask the editor.</p>"),
    ("FAQ", "<p>Q: The page cannot be displayed. What should I do?</p><p>A: Clear the cache.</p>"),
    ("常見問題", "<p>問：為何出現「找不到網頁」？</p><p>答：因網址輸入錯誤。</p>"),
    ("網站服務公告", "<p>本站舊版網頁已於7月1日移除，新版網站提供更完整的查詢功能，歡迎使用。</p>"),
    ("系統升級完成", "<p>系統已升級完成，感謝您的耐心等候。</p>"),
    ("館藏查詢", "<p>請輸入書名或作者查詢。查詢結果：共 0 筆</p>"),
    ("Search", "<p>Enter a term to search the catalogue.</p>"),
    ("Obituary", "<p>She is no longer here, but her work remains available.</p>"),
    ("Recall", "<p>The product was removed from the market in 2012.</p>"),
    ("Court", "<p>The court found no such document in the file. The appeal is dismissed.</p>"),
    ("Missing", "<p>Missing: a cat named Momo. Last seen near the station.</p>"),
    ("遺失物", "<p>遺失物招領：黑色雨傘一把，請至服務台認領。</p>"),
    ("判決", "<p>主文：上訴駁回。事實：系爭文件已遭刪除，無法回復。</p>"),
    ("網頁設計", "<p>本課程教您製作網頁，內容包含連結、表單與頁面配置。</p>"),
    ("刪除帳號說明", "<p>您可以在設定頁面刪除帳號。</p>"),
    ("隱私權", "<p>您的資料於帳號關閉後即刪除。</p>"),
    ("下架公告", "<p>本公司商品因標示不符已下架，消費者可辦理退貨。</p>"),
    ("活動", "<p>本活動報名已截止，名額已滿。</p>"),
    ("活動", "<p>活動已結束，感謝您的參與！</p>"),
    ("招標公告", "<p>本案已決標。標的名稱：網站維護案。</p>"),
    ("网站维护招标", "<p>现对网站维护服务项目进行公开招标。</p>"),
    ("Trust", "<p>Trust is lost. Nothing here is certain, the author argues.</p>"),
    ("Server rooms", "<p>The server room is down the hall. The service is available on weekdays.</p>"),
    ("Moment", "<p>Just a moment of silence was asked for the dead.</p>"),
    ("Bank", "<p>Security check at the entrance. Bags may be searched.</p>"),
    ("Visa", "<p>You do not have permission to work under this visa.</p>"),
    ("Refusal", "<p>Access denied: the film was banned in 1933.</p>"),
    (
        "Subscription",
        "<h1>On memory</h1><p>Memory is a muscle.</p><p>Subscribe to read more. Already a subscriber? Sign in.</p>",
    ),
    ("Article", "<h1>On memory</h1><p>Abstract: memory is a muscle.</p><p>Institutional access</p>"),
    ("A journal", "<h1>Volume 3</h1><p>Sorry, full text is only available to subscribers.</p>"),
]


def read(title, body):
    return read_sign(read_page(f"<title>{title}</title><body>{body}".encode(), "text/html; charset=utf-8"))


@pytest.mark.parametrize(("title", "body"), MISSING)
def test_a_missing_page_is_told(title, body):
    sign = read(title, body)
    assert sign is not None
    assert (sign.kind, sign.sure) == (PageSign.NOT_FOUND, True)


@pytest.mark.parametrize(("title", "body"), PARKED)
def test_a_parked_domain_is_told(title, body):
    assert read(title, body).kind is PageSign.PARKED


@pytest.mark.parametrize(("title", "body"), CHALLENGE)
def test_a_test_for_browsers_is_told(title, body):
    assert read(title, body).kind in (PageSign.CHALLENGE, PageSign.REFUSED)


@pytest.mark.parametrize(("title", "body"), LOGIN)
def test_a_login_is_told(title, body):
    assert read(title, body).kind is PageSign.LOGIN


@pytest.mark.parametrize(("title", "body"), FAILING)
def test_a_failing_server_is_told(title, body):
    assert read(title, body).kind is PageSign.FAILING


@pytest.mark.parametrize(("title", "body"), ORDINARY)
def test_a_short_ordinary_page_gives_no_sure_sign(title, body):
    sign = read(title, body)
    assert sign is None or not sign.sure
