"""The idioms behind `html_wording`: data only.

One alternative of a regular expression a line; an indented line goes on with the one before it, and `<thing>` stands
for the fragment `_THING`. Chinese is written in Traditional characters, which stand for Simplified ones too.
"""

from __future__ import annotations

import re
import textwrap
from typing import Final


def alternatives(block: str) -> tuple[str, ...]:
    """Read a block: its alternatives, with fragments put in."""
    joined = re.sub(r"\n +", "", textwrap.dedent(block).strip("\n"))
    return tuple(re.sub(r"<([a-z_]+)>", lambda name: _FRAGMENTS[name[1]], line) for line in joined.split("\n"))


_THING: Final = r"""
(?:web ?pages?|pages?|files?|documents?|articles?|resources?|contents?|urls?|addresses|address|sites?|websites?|
    director(?:y|ies)|items?|records?|posts?|stor(?:y|ies)|links?|entr(?:y|ies)|blogs?|topics?|threads?|videos?|
    publications?|reports?|objects?|products?|profiles?|news|abstracts?|papers?|presentations?|
    images?|photos?|books?|chapters?|accounts?)
"""
_ASKED: Final = r"""
(?:(?:that |which )?(?:you|u)(?:[’'](?:re|ve)| are| were| have)?(?: currently)?(?: just)? (?:requested|
    looking for|look for|wanted|searching for|seeking|after|asked for|entered|followed|clicked|specified|typed|
    selected|try(?:ing)? to (?:reach|view|access|find|open|visit|see)|tried to (?:reach|view|access|find|open|
    visit))(?: (?:for|to|on|in))?|requested|in question|with that (?:name|address|url)|at this (?:address|url|
    location))
"""
_GONE: Final = r"""
(?:(?:was|is|were|are|could|can|has|have|may|might|must|does|do)?[ ]?(?:not|never|no longer|
    n[’']?t)(?: have| has)?(?: be| been| longer)?(?: (?:currently|longer|here))? (?:found|available|exists?|
    existed|located|accessible|here|there|online|published|located)|(?:can[’']?t|cannot|couldn[’']?t|
    could not) be (?:found|displayed|located|reached|opened|accessed)|(?:isn[’']t|aren[’']t|wasn[’']t|is un|
    are un)[ ]?(?:available|here|found|there)|(?:is )?unavailable|does(?:n[’']?t| not) (?:\w+ )?exist|
    do(?:n[’']t| not) exist|(?:has|have|had|may have|might have|was|is|were|are|could have|
    must have)(?: either)?(?: already)?(?: been| be)? (?:removed|deleted|missing|expired|withdrawn|taken down|gone|
    archived and removed|retired|moved or (?:deleted|removed)|(?:re)?moved, (?:deleted|renamed|re)))
"""
_SEEK: Final = r"""
(?:can[’']?t|cannot|can not|couldn[’']?t|could not|are unable to|were unable to|unable to|weren[’']t able to|
    didn[’']t|did not|failed to)(?: seem to| quite)? (?:find|locate|retrieve|open)
"""
_ZH_THING: Final = r"""
(?:網頁|頁面|網站頁面|分頁|頁|文章|新聞|報導|內容|檔案|文件|資料|資訊|信息|數據|網址|連結|鏈接|鏈結|路徑|資源|
    主題|話題|帖子|貼文|貼子|日誌|影片|視頻|商品|產品|作品|項目|目錄|文檔|地址|公告|消息|訊息|圖書|書籍|紀錄|記錄|
    條目|詞條|書目|館藏|圖片|相片|照片|附件|欄目|專題|論文|期刊|文獻|網志|網誌|部落格|博客|站點|活動|問題頁|URL|
    url|URL地址|檔)
"""
_ZH_MODIFIER: Final = r"""
(?:您|你|妳|要|所|想|欲|該|此|這個|這|那個|相關|相應|符合|指定|訪問|瀏覽|造訪|存取|查詢|查找|查看|尋找|搜尋|
    搜索|請求|找|看|需要|需|的|到|任何|對應|請求的|輸入|檢索|條件|與|點選|點擊|打開|開啟|篇|則|筆|條|頁|張|個|項|部|
    本|以下|在|正|試圖|嘗試|前往|[「『“\"][^」』”\"]{1,60}[」』”\"])*
"""
_ZH_MAYBE: Final = r"""
(?:[，,、\s]|可能|或許|也許|似乎|好像|大概|應該|應已|並|已經|已|或|目前|暫時|現在|早已|均|都|還|尚|根本|恐怕|就|
    有可能|是否|因故|由於|因|名稱|位址|地址|位置|過期|變更|搬移|移動|更名|改名|刪除|移除|下架|失效)*
"""
_ZH_BY: Final = r"""
(?:被(?:其?作者|發布者|發佈者|管理員|版主|系統|用戶|使用者|站長|原作者|編輯|我們|博主|上傳者|外星人|吃)?(?:自行|
    強制|永久|違規)?)?
"""
_ZH_GONE: Final = r"""
(?:不存在|不再存在|並不存在|不復存在|已?不在(?:了|這裡|這兒|此)|不見了|找不到|找不著|未找到|沒有找到|沒找到|
    未能找到|無法找到|刪除|移除|刪掉|下架|撤下|撤除|撤銷|屏蔽|封鎖|關閉|隱藏|已?失效|已?過期|無法(?:顯示|存取|訪問|
    開啟|打開|瀏覽|查看|檢視|正常顯示)|走丟|跑丟|弄丟|丟失|遺失|迷路|走失|失蹤|飛走|溜走|消失|被外星人|不翼而飛|
    暫時無法使用|離家出走|去旅行|去度假|搬家了)
"""
_ZH_NOT_TALK: Final = r"""
(?!時|的時候|者|帳|賬|率|性|之|問題|原因|現象|怎|如何|請|與否|嗎|吗|的?研究|的?處理|的?意義|的?原|的情[形況]|
    ，請(?:告知|通知|回報|來信)|則|就會|後|前|風險|檢查|檢測|偵測|案|爭議|事件|的[風問])
"""
_FRAGMENTS: Final = {
    "thing": re.sub(r"\n *", "", _THING),
    "asked": re.sub(r"\n *", "", _ASKED),
    "gone": re.sub(r"\n *", "", _GONE),
    "seek": re.sub(r"\n *", "", _SEEK),
    "zh_thing": re.sub(r"\n *", "", _ZH_THING),
    "zh_modifier": re.sub(r"\n *", "", _ZH_MODIFIER),
    "zh_maybe": re.sub(r"\n *", "", _ZH_MAYBE),
    "zh_by": re.sub(r"\n *", "", _ZH_BY),
    "zh_gone": re.sub(r"\n *", "", _ZH_GONE),
    "zh_not_talk": re.sub(r"\n *", "", _ZH_NOT_TALK),
}
_MISSING_PHRASES: Final = r"""
\b<thing>(?:(?: or|/) \w+)?(?: <asked>)*[,:]? <gone>\b(?! from (?!th(?:is|e|at) (?:web)?(?:site|server)))(?! in\b)
\bno <thing> (?:was |were |could be )?found (?:with|for|at|matching|under) (?:the|this|that|your) (?:given |specified |
    requested )?(?:id|identifier|url|address|name|number|request|location|path)\b
\b(?:whatever|what|the one|anything|something) you(?:[’']re| are| were) (?:looking|searching) for[,:]? <gone>\b
\b<seek>(?: (?:the|that|this|your|any|an?|what|anything|requested|specified))* (?:<thing>|you|here)
\bno such <thing>\b
\b(?:could|can|was|is)(?: not|not|n[’']t) (?:be )?found on this (?:web)?(?:server|site)\b
\brequested (?:url|address)\b.{0,120}? (?:was|is|could|can)(?:n[’']t| not|not) (?:be )?(?:found|available)
\bnothing (?:was |could be |has been )?found (?:at|in|on|under) th(?:is|at) (?:location|address|url|page)
\bthere(?:[’']s| is) (?:nothing|no page|no content|no article|no file|no website|no site) (?:here|at this|with|
    at that|configured|found|to see)
\byou(?:[’']ve| have)? (?:may |might )?(?:have )?(?:followed|clicked(?: on)?|reached|used|typed|found|
    hit) an? (?:\w+ )?(?:broken|bad|dead|outdated|incorrect|expired|old|invalid|missing) (?:link|url|address|page|
    end)
\bthe link (?:that )?you (?:followed|clicked|used|have followed)(?: on)? (?:may|might|is|appears|seems|has|
    was) (?:to )?(?:be |have |been )*(?:broken|expired|incorrect|outdated|invalid|out of date|no longer)
\b(?:the |this )?page (?:\w+ ){0,3}(?:has|may have|might have|was|is) (?:been )?(?:removed(?! from)|
    deleted(?! from)|had its name)
\bremoved, had its name changed,? or is temporarily unavailable\b
\b(?:http|status|error|code)(?: status)?(?: code)?[ :]*404\b(?! (?:km|kg))
\b404[\s:.\-–—|,(]*(?:error|not found|page not found|page missing|file not found|
    file or directory not found)\b
\b<thing> not found\b(?! (?:in|by|among|for the|to)\b)
\binvalid (?:article|document|record|page|item|news|post|request|story|product) (?:id|identifier|number|url|
    no)\b
\b(?:the )?(?:article|document|record|item|news|story|page) id (?:is|was) (?:invalid|not valid|missing)\b
\b(?:lost|vanished|wandered off|gone missing|moved on|out to lunch)\b.{0,30}\bpage\b.{0,20}\bdoesn
\bthis (?:page|link|content) (?:is|seems to be) (?:broken|gone|lost|dead|missing)\b
\byou(?:[’']ve| have) (?:reached|found|discovered|stumbled (?:on|upon)) (?:a|the) (?:missing |non-?existent |
    dead )?(?:page that|page which|404|error page)
\b(?:account|user|channel|profile|repository) (?:not found|does(?:n[’']t| not) exist)\b
(?:找不到|無法找到|未能找到|未找到|沒有找到|沒找到|沒能找到|尋找不到|搜尋不到|查詢不到|檢索不到|查不到|未查詢到|
    未查到)<zh_modifier><zh_thing>(?!的[^，。！]|時|者|裡|中的?問題)
<zh_thing>(?:.{0,60}?[\s」』”\"])?<zh_maybe><zh_by><zh_gone><zh_not_talk>
(?:查無|無此|沒有此|沒有這個|沒有這|並無此|查無此|無該|沒有該|不存在此|不存在該)(?:此|該|這個|相關|任何|筆|則|
    篇|頁|個|項)*<zh_thing>(?!的[^，。！]|時|者)
(?:您|你|妳)(?:好|目前|剛才|現在|正在|所|要|想|欲|試圖|嘗試)*(?:訪問|瀏覽|造訪|存取|查詢|查找|查看|尋找|搜尋|
    請求|找|看|打開|點擊|點選|輸入|閱讀|前往|需要)(?:了|的|到)*.{0,24}?<zh_maybe><zh_by><zh_gone><zh_not_talk>
(?:訪問|瀏覽|造訪|來到|進入|打開|請求|存取|到)了?(?:一個|一個根本|一個可能)?(?:已經?)?(?:不存在|被刪除|失效|
    過期|錯誤)了?的<zh_thing>
<zh_thing>(?:已經?|可能|或許|或|目前|暫時|、|，)*(?:被)?(?:移動|搬移|更名|變更|改名)(?:位置|名稱|位址|
    地址)?(?:、|，|,|或|或者|或是|已|被|暫時|目前)*(?:刪除|移除|無法使用|不可用|下架)
(?:404|４０４)[\s:：\-–—|,，]*(?:錯誤|頁面|網頁|找不到|未找到|沒有找到|不存在|無法找到)
(?:HTTP|http)[\s]*(?:狀態|錯誤|狀態碼|錯誤碼)[\s:：]*(?:碼)?[\s:：\-–—]*404
(?:錯誤|錯誤代碼|錯誤碼|狀態碼)[\s:：]*404(?!\d)
(?:指定的|您要查看的|你要查看的|該|此)(?:主題|文章|帖子|信息|內容|日誌|版塊|用戶空間)不存在
(?:還未|尚未|未)(?:通過|經過)(?:審批|審核)
正在(?:被)?審核(?:中)?(?:，|。|$)
(?:頁面|網頁|內容)(?:好像|似乎|大概)?(?:不見了|走丟了|跑丟了|迷路了|飛走了|溜走了|消失了|去旅行了|被外星人)
(?:您|你)(?:好像|似乎|可能)?迷路了
(?:沒有|無)名(?:為|叫)[「『“\"].{1,80}?[」』”\"]的(?:頁面|條目|文章|網頁)
(?:網站|本站|網頁)(?:已經?|已完成)?改版.{0,40}(?:網址|連結|頁面|網頁|路徑|內容|資料).{0,16}(?:變更|異動|移動|
    搬移|失效|不存在|調整)
(?:內容|文章|視頻|帖子)(?:因|由於)?(?:涉嫌)?違(?:規|反).{0,20}(?:無法查看|無法顯示|不予顯示|已被?刪除|被屏蔽)
(?:檔案|文件|資源|網頁|頁面)?(?:可能|或許)?已(?:經)?(?:被)?(?:移除|刪除)、?，?(?:已?變更名稱|名稱已?(?:經)?變更|
    已更改名稱|重新命名)
"""
_MISSING_MESSAGES: Final = r"""
(?:error )?404(?: error| not found| page| 錯誤)?
(?:404[ :\-–—]*)?not found
(?:page|article|file|story|post|record|item|document|content|url|resource)s? (?:not found|missing|unavailable|
    removed|deleted|expired|gone)
(?:page|resource|content|article) (?:is )?(?:gone|no longer available|does not exist|doesn[’']t exist)
no (?:results?|records?|articles?|data|content|page|posts?|entr(?:y|ies)|items?) (?:were |was )?found
nothing (?:was )?found|nothing here|nothing to see here
(?:invalid|bad) (?:request|url|link|parameter|parameters|id)
dead link|broken link|link expired
找不到|未找到|沒有找到|無法找到|找不到了|不存在|已刪除|已被刪除|已下架|已失效
查無(?:此)?(?:資料|網頁|頁面|文章|新聞|檔案|結果|內容|紀錄|記錄|訊息|資訊|商品|此頁|項目)
無(?:此)?(?:網頁|頁面|資料|文章|檔案|內容|相關資料|符合(?:條件)?(?:之|的)?資料)
(?:沒有|無|查無)(?:任何)?(?:符合(?:條件)?(?:之|的)?|相關)?(?:資料|內容|結果|記錄|紀錄|數據)
(?:參數|網址|連結|鏈接|路徑|頁面|請求|訪問|ID|id|編號|系統)(?:有誤|錯誤|無效|不正確|異常)|錯誤的?(?:參數|網址|
    連結|請求|頁面)|無效的?(?:參數|網址|連結|鏈接|請求|頁面|編號)|非法(?:操作|參數|請求|訪問)
(?:頁面|網頁|內容|文章)(?:已)?(?:不見了|走丟了|跑丟了|丟失|迷路了)|頁面找不到|網頁不存在|頁面不存在|此頁不存在|
    頁面錯誤
"""
_PARKED_PHRASES: Final = r"""
\bdomain(?: name)?s?\b[^.!?]{0,60}?\b(?:is|are|may be|might be|has been|was|could be|
    now)\b[^.!?]{0,30}?\b(?:for sale|parked|expired|on sale|for lease|available (?:for|to) (?:purchase|buy|sale|
    lease|register)|listed for sale|up for (?:sale|auction)|pending (?:renewal|deletion)|suspended)\b
\b[\w-]+(?:\.[\w-]+)+ (?:is|may be) (?:available )?(?:for sale|for purchase|parked)\b
\b(?:buy|purchase|own|acquire|get|lease|inquire about|make an offer (?:on|for)) this (?:premium |
    great )?domain\b
\b(?:premium )?domains? (?:name )?for sale\b
\bparked (?:free[,!]|domain|page|for free|courtesy)|\bdomain (?:is )?parking\b|\bcourtesy of (?:godaddy|namecheap|
    sedo)\b
\brelated searches\b[\s\S]{0,300}\b(?:domain|privacy policy|sponsored)|\bsponsored listings?\b
\b(?:this|the) (?:web ?page|site|domain|website|web ?address) is (?:parked|for sale|available for purchase)\b|
    \binterested in (?:this|buying this|purchasing this) domain\b
\bthis domain (?:name )?(?:has )?(?:recently )?(?:expired|been registered|was registered)\b
\b(?:renew|restore) (?:this|your) domain\b|\bdomain (?:has )?expired\b
\bthis (?:account|site|website|domain) has been (?:suspended|disabled|deactivated|terminated)\b
\b(?:future home of|website coming soon|site (?:is )?coming soon)\b
\bwelcome to nginx\b|\bapache2? (?:ubuntu |debian |centos )?default page\b|\bdefault web ?site page\b|
    \biis windows server\b|\btest page for the (?:apache|nginx|http)
\bthere is no website configured at this address\b|\bno site configured at this address\b
(?:域名|網域|網域名稱|網址)[^。！？\n]{0,16}?(?:出售|轉讓|停放|待售|售賣|求售|競拍|拍賣|已經?到期|已經?過期|
    到期未續|未續費|可以?購買|有意出售)(?!的|者|後|前|時|費的)
(?:出售|轉讓|購買|出讓|求購|收購|拍賣|競價)(?:此|本|該|這個)?(?:域名|網域)
(?:域名|網域)(?:名稱)?(?:出售|轉讓|停放|交易|到期|過期|出租)(?:中|頁|信息|資訊)?
(?:此|本|該|您訪問的|你訪問的|您正在訪問的|您所訪問的)(?:域名|網域)(?:名稱)?.{0,12}(?:註冊|管理|解析|停靠|
    持有)(?:商|局)?
(?:網站|站點|空間|主機|虛擬主機|虛擬空間|帳號|賬號|服務)(?:已經?|現已|因|被|暫時)*(?:欠費|到期|過期|停用|
    暫停(?:服務|使用|訪問)?|(?:管理員)?(?:關閉|停止運行|停止服務|停止訪問)|停權|未續費|終止服務)(?!後|前|時|者|的|未)
(?:未備案|未取得備案|沒有備案|備案號|未進行備案|尚未備案)[^。\n]{0,20}(?:無法訪問|暫時|阻斷|關閉|禁止)|(?:域名|
    網站)(?:未備案|沒有備案|尚未備案|未完成備案)
(?:恭喜|歡迎)[^。\n]{0,10}(?:站點|網站|主機)(?:創建|建立|開通|安裝)成功
(?:沒有找到站點|没有找到站点|您的請求在WEB服務器中沒有找到對應的站點)
"""
_PARKED_MESSAGES: Final = r"""
(?:domain )?for sale|domain (?:name )?(?:parked|parking|expired|for sale)|parked(?: domain)?|account suspended|
    site suspended|[\w-]+\.(?:com|net|org|tw|cn|info|co|io|biz)(?:\.tw|\.cn)? (?:is )?for sale
(?:域名|網域)(?:出售|轉讓|停放|過期|到期|交易|已過期|已到期)|網站(?:已關閉|已停用|已暫停|暫停服務)|米表
"""
_CHALLENGE_PHRASES: Final = r"""
\bjust a moment\b(?: *\.{2,}| *…|$)|\battention required!? *\||\bchecking (?:your browser|
    if the site connection)\b
\b(?:are you|prove|confirm|verify|verifying|that) (?:that )?(?:a human|you(?:[’']re| are)(?: a)?(?: human|
    not a (?:ro)?bot)|a robot)\b
\bverify(?:ing)? (?:that )?you(?:[’']re| are) (?:a )?(?:human|not a (?:ro)?bot)\b|\byou are not a (?:ro)?bot\b
\bnot a bot!?\b|\bare you a robot\b|\bi[’']?m not a robot\b|\bhuman verification\b|\bbot (?:check|
    verification)\b
\b(?:complete|solve|enter|fill in|pass)(?:ing)? (?:the|this|a)? ?(?:following )?(?:captcha|security check|
    challenge)\b
\bcaptcha (?:below|to continue|verification|required|challenge|check)\b|\brobot check\b
\benable (?:javascript|js) and (?:cookies|disable)\b|\bplease enable cookies(?: and reload| to (?:continue|
    proceed|view|access)|[.!]?$)|\bcookies are (?:disabled|
    required)\b
\bunusual (?:traffic|activity)\b|\bautomated (?:requests|queries|access)\b[^.]{0,60}(?:detect|block|from)|
    \bsuspicious activity\b
\bpardon our interruption\b|\bpress (?:&|and) hold\b|\brequest unsuccessful\b|\bincapsula incident\b
\bddos protection by\b|\bvercel security checkpoint\b|
    \b(?:pass|complet\w+|perform\w+|undergo\w*) (?:a |the )?security (?:verification|
    challenge|check)\b|\bsite connection is secure\b
\brequested url was rejected\b|\byour support id is\b|\bweb application firewall\b|\brequest (?:was|
    has been) blocked\b
\b(?:you|your (?:ip|access|request|connection|ip address)) (?:have|has|was|were|is|
    are) (?:been )?(?:temporarily )?(?:blocked|banned|denied)\b
\breference (?:#|&#35;|number|id)?[: ]*\d{1,3}\.[0-9a-f]{6,}
\bsorry, you have been blocked\b|\bsucuri website firewall\b|\bone more step\b.{0,60}captcha|\bwaiting room\b|
    \bqueue-it\b
\bgenerated by mod_security\b
(?:安全|人機|真人|滑動|滑塊|訪問|身份|機器人|瀏覽器|行為|拼圖|圖形)(?:驗證|校驗)(?:碼)?(?!的|研究|技術|系統|
    方法|機制)
(?:輸入|填寫|完成)(?:以下|下方|圖中|上圖|圖片|正確)?的?(?:圖形|圖片|安全)?(?:驗證碼|驗證)(?:以|後|才|即可|，|。|
    $)
(?:完成|通過|進行)(?:以下|下方|安全|人機)?驗證(?:後|以|才)?(?:即可|繼續|再|可)?(?:繼續)?(?:訪問|瀏覽|操作)?
(?:我|您|你)(?:是|不是)(?:真人|機器人)|證明(?:您|你)(?:是|不是)|確認(?:您|你)(?:是真人|不是機器人|是人類)
(?:環境|流量|訪問|連線|網路|網絡|操作|請求|瀏覽|行為)(?:行為)?(?:存在)?(?:異常|過於頻繁|太頻繁|頻率過高|
    頻繁)(?:，|。|！|$|,)
(?:檢測到|偵測到|監測到|發現)[^。\n]{0,16}(?:異常|可疑|惡意|攻擊|機器人|自動)(?:流量|訪問|行為|請求|操作|程式|
    程序)?
(?:訪問|請求|連線|IP|ip|存取)[^。\n]{0,12}(?:被(?:阻斷|攔截|封鎖|拒絕|阻擋|限制|禁止)|已被?(?:攔截|阻斷|封鎖))
(?:網站防火牆|應用防火牆|防火牆攔截|安全防護|安全狗|創宇盾|雲鎖|雲盾|加速樂|被網站管理員設置攔截|疑似攻擊)
正在(?:檢查|檢測|驗證|確認)(?:您|你)?的?(?:瀏覽器|連線|網路|環境|安全)
"""
_CHALLENGE_MESSAGES: Final = r"""
(?:just a moment|attention required|access denied|security check|captcha|robot check|bot verification|
    please wait|one moment,? please|access to this page has been denied|human verification|verify|blocked|
    ddos-guard|request rejected|checking your browser|challenge|you have been blocked|forbidden by waf|
    client challenge|vercel security checkpoint|robot challenge screen)
(?:百度)?(?:安全|人機|訪問|身份|滑動|圖形|滑塊)?驗證(?:碼)?(?:中心|頁面)?|環境異常|訪問異常|請稍候|訪問受限|
    請求被攔截|存取被拒(?:絕)?|拒絕存取|拒絕訪問|訪問被(?:拒絕|攔截|阻斷)|機器人檢查
"""
_REFUSED_PHRASES: Final = r"""
\b(?:http|error|status)[ :]*403\b|\b403[\s:.\-–—]*(?:forbidden|error|access denied)\b
\byou (?:do not|don[’']t) have (?:permission|access|authori[sz]ation) (?:to|for) (?:access|view|visit|see|open|
    enter|read|th(?:is|e) (?:page|server|site|resource|directory|file|content|document|area))\b
\b(?:ip|network|internet) (?:address )?(?:is )?(?:not|un)[ -]?(?:authori[sz]ed|registered|recogni[sz]ed|licensed|
    allowed|within)\b
\b(?:only (?:available|accessible)|access(?:ible)? (?:is )?(?:restricted|limited)) (?:to|from|within|on|
    for)\b[^.\n]{0,30}\b(?:campus|ip|institution|university|network|subscribers?)
(?:IP|ip)(?:位址|地址)?[^。\n]{0,8}(?:不在|未在|非|沒有|未經|不屬於)[^。\n]{0,8}(?:授權|許可|允許|範圍|校園|
    校內)
(?:僅限|只限|限於?|僅供|請於|請在)(?:在)?(?:校園網|校內|校園|館內|院內|機構|內部|授權)(?:網路|網絡|網|IP|
    範圍)?[^。\n]{0,8}(?:使用|訪問|瀏覽|存取|IP|連線|閱讀)(?![^。\n]*(?:帳號|賬號|密碼))
\b(?:not available|unavailable|blocked|restricted) (?:in|from|to) (?:your|this) (?:country|region|location)\b
(?:您|你)(?:沒有|無)(?:權限|權)(?:訪問|瀏覽|存取|查看|檢視|進入)|(?:沒有|無)(?:訪問|瀏覽|存取|查看)(?:此|該|
    本)?(?:頁面?|網頁|內容|文件)?的?權限
(?:您所在的|你所在的|所在)(?:地區|國家|區域)[^。\n]{0,12}(?:無法|不能|不可|不提供|限制)
"""
_REFUSED_MESSAGES: Final = r"""
(?:403|error 403|403 forbidden|forbidden|禁止訪問|禁止存取|無權限|權限不足|沒有權限)
"""
_LOGIN_PHRASES: Final = r"""
\b(?:please |you (?:must|need to|have to|should) (?:be )?)(?:first )?(?:log(?:ged)?[ -]?in|sign(?:ed)?[ -]?in|
    login)\b
\b(?:log|sign)[ -]?in (?:to|with|for|required|below)\b[^.\n]{0,40}\b(?:continue|view|read|access|see|full|this)\b
\blogin (?:required|to continue|to view)\b|\bauthentication (?:is )?required\b|\bsession (?:has )?(?:expired|
    timed out)\b
\bwhere are you from\b|\bsubscribers? only\b
(?:請|需|須|需要|必須|應|您?要)(?:先|您先|重新)?(?:登入|登錄|登陸)|(?:登入|登錄|登陸)(?:後|以)(?:才|
    方|始|繼續|再行)|(?:尚未|還沒有?|未|沒有)(?:登入|登錄|登陸)|(?:帳號|帳戶|賬號|使用者)(?:與|
    及|和|、)?密碼(?:登入|登錄)
(?:連線|會話|登入|登錄|Session|session)(?:已經?|階段)?(?:逾時|過期|超時|失效)
"""
_LOGIN_MESSAGES: Final = r"""
(?:log[ -]?in|sign[ -]?in|login|sign on|log on|single sign[ -]on|authentication|member login|user login|
    account login|(?:log|sign)[ -]?in to [\w .&-]{2,40}|welcome back|authentication required|shibboleth|
    (?:[\w.]+ )?(?:login|log[ -]in|sign[ -]in)|
    central authentication service)
(?:會員|用戶|使用者|系統|管理員|讀者|單一|統一|統一身份|統一身分)?(?:登入|登錄|登陸|簽入|身份認證|
    身分認證)(?:系統|頁面|平台|中心|頁|入口|口)?
"""
_FAILING_PHRASES: Final = r"""
\b(?:http|status|error)[ :]*(?:500|502|503|504)\b|\b(?:500|502|503|504)[\s:.\-–—]*(?:internal|bad gateway|
    service|gateway|server error)
\binternal server error\b|\berror establishing a database connection\b|\bdatabase (?:connection )?error\b|
    \bcould not connect to (?:the )?database\b
\b(?:service|site|server|website|system) (?:is )?(?:temporarily |currently )?(?:unavailable|overloaded|down|
    offline)\b(?! in)|\b(?:down|offline|undergoing|under|
    performing(?: some)?) (?:for )?(?:scheduled )?maintenance\b|\bbe (?:right )?back (?:soon|shortly)\b
\bserver error in '/|\bruntime error\b[\s\S]{0,80}\bserver\b|\bfatal error\b.{0,80}\bon line\b|
    \buncaught exception\b
\b(?:too many connections|server is (?:too )?busy|try again (?:later|in a few|shortly|soon))\b
(?:系統|網站|本站|伺服器|服務器|服務|主機|站點|資料庫|平台)(?:目前|現正|正在|正|暫時|進行|定期|例行|升級|
    更新)*(?:維護|維修|保養|升級|更新)(?:中|，|。|$|作業|暫停|期間)
(?:系統|伺服器|服務器|網站|服務|主機|資料庫|數據庫)(?:目前|暫時|正|過於|現在|很|內部|發生|出現|連線|連接|
    已)*(?:忙碌|繁忙|錯誤|異常|故障|失敗|暫停服務|無法使用|不可用|無法連線|關閉維護)
(?:請|敬請)?稍[後候]再(?:試|來|訪)|暫停服務|維護中|維修中|停機維護
"""
_FAILING_MESSAGES: Final = r"""
(?:500|502|503|504)?(?: ?-? ?)(?:internal server error|bad gateway|service (?:temporarily )?unavailable|
    gateway time-?out|server error)
(?:coming soon|(?:web)?site (?:is )?(?:coming soon|under construction)|under construction|maintenance mode|
    under maintenance|site maintenance|down for maintenance|temporarily (?:down|unavailable|offline))
網站(?:建置|建設|施工|籌備)中|(?:建置|建設|施工)中|(?:系統|網站|伺服器)?(?:維護|維修|忙碌)中|
    系統(?:錯誤|忙碌|異常)|伺服器(?:錯誤|忙碌)|內部伺服器錯誤|服務不可用|網關錯誤
"""
SUBJECTS: Final = {
    "missing": (_MISSING_PHRASES, _MISSING_MESSAGES),
    "parked": (_PARKED_PHRASES, _PARKED_MESSAGES),
    "challenge": (_CHALLENGE_PHRASES, _CHALLENGE_MESSAGES),
    "refused": (_REFUSED_PHRASES, _REFUSED_MESSAGES),
    "login": (_LOGIN_PHRASES, _LOGIN_MESSAGES),
    "failing": (_FAILING_PHRASES, _FAILING_MESSAGES),
}
ABOUT: Final = r"""
\b(?:what(?:[’']s| is| are| does)|how to|how do|guide to|meaning of|means|meant|explained|explainer|
    understanding|history of|fix(?:ing)?|troubleshoot\w*|status codes?|definition|glossary|tutorial|wikipedia|
    encyclopedia|best practices|designing|examples of|faqs?|q ?& ?a|frequently asked|why (?:is|are|do|does|am|
    did|we|you|it|a|the|pages?|links?))\b
什麼是|是什麼|何謂|如何|怎麼辦|怎麼回事|怎麼解決|的原因|解決方法|解決辦法|常見問|問與答|問答|教學|教程|懶人包|
    狀態碼|錯誤碼|
    錯誤代碼|是什麼意思|的意思|探討|淺析|大全|盤點|對策|創意404|404頁面設計|設計欣賞
"""
ABOUT_WITHIN: Final = r"""
\b(?:study|studies|analysis|theory|novel|review|survey|research|handbook|introduction|usability|economics|art|
    design|examples?|museum|exhibition|film|movie|album|song|episode|podcast|book|history|why|story|essay|problem)\b
研究|分析|歷史|指南|介紹|設計|展覽|小說|電影|專題|案例|現象|意義|解釋|文化|方法|談|論|的故事|問題
"""
CONDITIONAL: Final = r"""
\b(?:if|whenever|unless|in case|because)\b|^(?:q|a)[:.]
^[問答][：:]|若|如果|如遇|如有|倘|假如|假使|萬一|一旦|凡|遇到|遇有|當(?!前|下)[^，,]*時
"""
DEFINING: Final = r"""
\b(?:means?|refers?|indicates?|returns?|returned|called|so-called|for example|e\.g\.|displays?)\b
是指|指的是|代表|表示|意思是|意味|所謂|例如|回傳
"""
BEFORE: Final = r"""
(?:error|http(?:/\d(?:\.\d)?)?|status(?: code)?|code|oops|whoops|uh[ -]oh|sorry|ooh|oh no|hmm+|the|that|this|
    your|requested|we(?:[’']re| are)?|but|please|i[’']?m|4\d\d|5\d\d|很抱歉|非常抱歉|抱歉|對不起|不好意思|錯誤|
    錯誤訊息|糟糕|哎呀|啊哦|噢|喔|哦|此|該|本|請|完成|您好|親|系統|提示|訊息|信息|(?:您|你)(?:好|所|要|想|
    正在)*(?:訪問|瀏覽|查詢|請求|尋找|找|看|存取|造訪|輸入|點擊|查看|打開)的?|[\s,.!?~，。！？～…、|
    :：\-–—_()（）\[\]【】「」“”\"'’#·]|&)*
"""
AFTER: Final = r"""
(?:not found|error|page|exception|(?:that |which )?you(?:[’'](?:re|ve)| are| were| have)? [a-z ]{2,30}|
    on this (?:server|site|website)|here|anymore|right now|at this time|了|啦|喔|哦|唷|囉|呢|頁面|網頁|錯誤|的頁面|
    的網頁|或已(?:被)?(?:刪除|移除|下架)|或已失效|[\s,.!?~，。！？～…()（）\[\]【】「」“”\"':：;\-–—_\d]|:\()*+
"""
VAGUE: Final = r"""
oops|whoops|uh[ -]?oh|lost|gone|error|an error occurred
錯誤|發生錯誤|出錯了|出錯啦|錯誤訊息|錯誤提示|提示信息|系統提示
"""

# Pieces of which every idiom of a subject has one, in lower case: a text without any of them is not looked at closer.
STEMS: Final = {
    "missing": """
        404|found|cannot|can not|can't|can’t|cant |couldn|could not|unable|failed to|no longer|unavailable|
        not exist|n't exist|n’t exist|not available|n't available|n’t available|not currently|not here|n't here|
        n’t here|not be |n't be |n’t be |not located|not accessible|not online|not there|not published|no such|
        nothing|removed|deleted|expired|missing|broken|dead|invalid|gone|did not|didn|withdrawn|taken down|retired|
        had its name|lost|error|oops|uh-|uh |whoops|bad request|bad link|bad url|no page|no content|no article|
        no file|no website|no site|outdated|incorrect|out of date|existent|never |not actually exist|wander|找不|
        未找|沒找|沒能|無法|不到|不存在|不在|不見|不復|刪|移除|下架|撤|屏蔽|封鎖|關閉|隱藏|失效|過期|丟|遺失|迷路|
        走失|失蹤|飛走|溜走|消失|外星人|不翼|離家|旅行|度假|搬家|查無|無此|沒有|無名|無該|審核|審批|改版|違|有誤|
        錯誤|無效|非法|不正確|異常|更名|變更|無符|無相關|無任何|無資料|無網頁|無頁面|無文章|無檔案|無內容|未查|
        ４０４|暫時|出錯|提示""",
    "parked": """
        domain|parked|for sale|expired|related searches|sponsored|suspended|disabled|deactivated|terminated|
        future home|coming soon|nginx|apache|default web|iis windows|test page|no website|no site|courtesy|
        for purchase|域名|網域|網址|停用|暫停|關閉|停權|欠費|到期|過期|續費|停止|終止|備案|成功|站點|米表""",
    "challenge": """
        moment|attention required|checking|human|robot|bot |bot!|bot.|bot?|bot,|captcha|cookies|unusual|automated|
        suspicious|interruption|hold|unsuccessful|incapsula|ddos|security|rejected|support id|firewall|blocked|
        banned|denied|reference|waiting|queue-it|please wait|verif|challenge|forbidden|one more step|javascript and|
        js and|mod_security|驗證|校驗|機器人|真人|異常|頻繁|測到|發現|攔截|阻斷|封鎖|拒絕|阻擋|限制|防火牆|防護|
        安全狗|創宇盾|雲鎖|雲盾|加速樂|攻擊|正在|受限|被拒|證明|人類|禁止|請稍候""",
    "refused": """
        403|forbidden|permission|authori|not available|unavailable|restricted|blocked|campus|licensed|registered|
        權限|無權|地區|國家|區域|禁止|授權|校內|校園|館內|院內""",
    "login": """
        log in|log-in|login|logged|sign in|sign-in|signin|signed|sign on|sign-on|log on|log-on|authentic|session|
        institution|where are you|subscriber|welcome back|shibboleth|登入|登錄|登陸|簽入|認證|密碼|逾時|過期|超時|
        失效""",
    "failing": """
        500|502|503|504|server|database|service|maintenance|unavailable|overloaded|down|offline|back soon|
        back shortly|runtime|fatal|exception|too many connections|try again|gateway|coming soon|construction|
        temporarily|維護|維修|保養|升級|更新|忙碌|繁忙|錯誤|異常|故障|失敗|暫停|無法|不可用|稍後|稍候|建置|建設|
        施工|籌備|停機""",
}
