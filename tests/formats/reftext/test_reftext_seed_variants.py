# ruff: noqa: E501  one reference a line
"""Many ways of typing the first list's three kinds of reference, each with everything that must come out of it.

A table's row gives what is typed in one place of an entry; the rest of the entry is the same in all its rows.
No field may come out that a row does not name, and no warning.
"""

from __future__ import annotations

import pytest

from tipcite.formats.reftext import parse_reference, read_reference_list
from tipcite.model import Severity

FIELDS = (
    "title", "container-title", "volume", "issue", "page", "URL", "DOI",
    "publisher", "publisher-place", "edition", "number", "part-number", "genre",
)  # fmt: skip
NAMES = ("author", "editor", "translator")
DATES = ("issued", "accessed")

TITLE, JOURNAL = "人口販運被害人之保護", "國立政治大學學報"
ARTICLE = {
    "type": "article-journal",
    "author": "王|寬弘",
    "issued": "2020",
    "title": TITLE,
    "container-title": JOURNAL,
    "volume": "9",
    "issue": "2",
    "page": "91-109",
}
PAGE = {
    "type": "report",
    "author": "美國在台協會",
    "issued": "2021",
    "title": "人口販運問題報告",
    "URL": "https://www.ait.org.tw/tip/",
    "accessed": "2021-07-02",
}
WESTERN = {
    "type": "article-journal",
    "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique",
    "issued": "2020",
    "title": "Homeless Young Adults and Trafficking",
    "container-title": "Journal of Human Trafficking",
}
LANDING = "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985"


# fmt: off
AUTHORS = [
    ("王寬弘", "王|寬弘"),
    ("王寬弘、林國基", "王|寬弘; 林|國基"),
    ("王寬弘、林國基、陳美華", "王|寬弘; 林|國基; 陳|美華"),
    ("王寬弘,林國基,陳美華", "王|寬弘; 林|國基; 陳|美華"),
    ("王寬弘，林國基", "王|寬弘; 林|國基"),
    ("王寬弘與林國基", "王|寬弘; 林|國基"),
    ("王寬弘和林國基", "王|寬弘; 林|國基"),
    ("王寬弘、林國基及陳美華", "王|寬弘; 林|國基; 陳|美華"),
    ("王寬弘 & 林國基", "王|寬弘; 林|國基"),
    ("王寬弘＆林國基", "王|寬弘; 林|國基"),
    ("王寬弘、林國基、陳美華、張淑芬、李明哲", "王|寬弘; 林|國基; 陳|美華; 張|淑芬; 李|明哲"),
    ("王寬弘等", "王|寬弘"),
    ("王寬弘等人", "王|寬弘"),
    ("王寬弘、林國基等", "王|寬弘; 林|國基"),
    ("歐陽修文、司馬明", "歐陽|修文; 司馬|明"),
    ("內政部移民署、王寬弘", "內政部移民署; 王|寬弘"),
    ("王寬弘、台灣防暴聯盟、林國基", "王|寬弘; 台灣防暴聯盟; 林|國基"),
    ("Hogan, Kimberly A.、王寬弘", "Hogan|Kimberly A.; 王|寬弘"),
    ("王寬弘、Kimberly A. Hogan", "王|寬弘; Hogan|Kimberly A."),
    ("王寬弘、范·德堡", "王|寬弘; 范·德堡"),
    ('王\u3000明、林國基', "王|明; 林|國基"),
    ("張簡大明、張 三", "張簡|大明; 張|三"),
    ("王寬弘；林國基；陳美華", "王|寬弘; 林|國基; 陳|美華"),
    ("王寬弘 林國基", "王|寬弘; 林|國基"),
    ("王寬弘 著", "王|寬弘"),
    ("王寬弘撰", "王|寬弘"),
    ("王寬弘、林國基、陳美華 及 張淑芬", "王|寬弘; 林|國基; 陳|美華; 張|淑芬"),
    ("王寬弘、林國基、陳美華、與張淑芬", "王|寬弘; 林|國基; 陳|美華; 張|淑芬"),
    ("王寬弘/林國基", "王|寬弘; 林|國基"),
    ("王寬弘暨林國基", "王|寬弘; 林|國基"),
    ("王寬弘 and 林國基", "王|寬弘; 林|國基"),
    ("王寬弘、林國基與內政部移民署", "王|寬弘; 林|國基; 內政部移民署"),
]
# fmt: on

# fmt: off
NUMBERS = [
    ("，9：91-109。", {"issue": ""}),
    ("，9（2）：91-109。", {}),
    ("，9(2):91-109。", {}),
    ("，第9卷第2期，頁91-109。", {}),
    ("，9卷2期，頁 91-109。", {}),
    ("，9卷2期，91-109頁。", {}),
    ("，9：91–109。", {"issue": ""}),
    ("，9, 91-109。", {"issue": ""}),
    ("，9(2), 91-109。", {}),
    ("，9(2)，91~109。", {}),
    ("，9(2)，頁91～109。", {}),
    ("，9(2)，pp. 91-109。", {}),
    ("，9 ( 2 ) ： 91 - 109 。", {}),
    ("，９（２）：９１－１０９。", {}),
    ("，第九卷第二期，頁91-109。", {}),
    ("，9(2)：91。", {"page": "91"}),
    ("，9(2)。", {"page": ""}),
    ("，第二期。", {"volume": "", "page": ""}),
    ("，第2期，頁91-109。", {"volume": ""}),
    ("。", {"volume": "", "issue": "", "page": ""}),
    ("，9(2)：91-109", {}),
    ("，9(2)，頁91－109，doi:10.1080/ABC.2020.12。", {"DOI": "10.1080/abc.2020.12"}),
    ("，9(2)：91-109。https://doi.org/10.6151/CERQ.2020.01", {"DOI": "10.6151/cerq.2020.01"}),
    ("，9(2)：91-109。10.6151/CERQ.2020.01", {"DOI": "10.6151/cerq.2020.01"}),
    ("，9(2)：91-109。DOI：10.6151/CERQ.2020.01。", {"DOI": "10.6151/cerq.2020.01"}),
    ("，vol. 9, no. 2, pp. 91-109。", {}),
    ("，Vol.9 No.2，91-109。", {}),
    ("，9/2：91-109。", {}),
    ("，9：2，頁91-109。", {}),
    ("，9.2：91-109。", {}),
    ("，卷9期2，頁91-109。", {}),
    ("，第9卷2期：91-109。", {}),
    ("第9卷第2期，頁91-109。", {}),
    ("9(2)，91-109。", {}),
    ("，總第123期，頁91-109。", {"issue": "123", "volume": ""}),
    ("，第50-51期，頁91-109。", {"issue": "50-51", "volume": ""}),
    ("，9(2-3)：91-109。", {"issue": "2-3"}),
    ("，9(增刊)：91-109。", {"issue": "增刊"}),
    ("，9(2)：91-95、100-109。", {"page": "91-95、100-109"}),
    ("，第9卷第2期，第91-109頁。", {}),
    ("，第9卷第2期，pp.91-109。", {}),
    ("，第9卷第2期，p.91-109。", {}),
    ("，第9卷第2期，頁碼91-109。", {}),
    ("，第9卷第2期：頁91-109。", {}),
    (" ，9 (2)：91 – 109。", {}),
    ("，9卷，2期，91-109頁。", {}),
    ("，V.9，N.2，頁91-109。", {}),
    ("，Vol. 9, No. 2，頁91-109。", {}),
    ("，9:2:91-109。", {}),
    ("，9（第2期）：91-109。", {}),
    ("，第9卷（第2期），頁91-109。", {}),
    ("，九卷二期，頁91-109。", {}),
]
# fmt: on

# fmt: off
YEARS = [
    ("，民國109年，", "2020"),
    ("，民109，", "2020"),
    ("，109年，", "2020"),
    ("，2020a，", "2020"),
    ("，2020年，", "2020"),
    ("，2020年3月，", "2020-03"),
    ("，２０２０，", "2020"),
    ("，二○二○，", "2020"),
    ("，二〇二〇年，", "2020"),
    ("，民國一○九年，", "2020"),
    ("，2020.03，", "2020-03"),
    ("（民 109）。", "2020"),
    ("（2020b），", "2020"),
    ("（2020 年 3 月）。", "2020-03"),
    ("（民國109年）", "2020"),
    ("(109)，", "2020"),
    ("（109年3月）。", "2020-03"),
    ("，", ""),
    ("，無日期，", ""),
    ("，n.d.，", ""),
    ("（2020）：", "2020"),
    ("，西元2020年，", "2020"),
    ("，公元2020年，", "2020"),
    ("，中華民國109年，", "2020"),
    ("，109，", "2020"),
]
# fmt: on

# fmt: off
MARKS = [
    ("「人口販運被害人之保護」，『國立政治大學學報』", "人口販運被害人之保護", []),
    ("「人口販運被害人之保護」，《國立政治大學學報》", "人口販運被害人之保護", []),
    ("“人口販運被害人之保護”，《國立政治大學學報》", "人口販運被害人之保護", []),
    ('"人口販運被害人之保護"，《國立政治大學學報》', "人口販運被害人之保護", []),
    ("<人口販運被害人之保護>，<<國立政治大學學報>>", "人口販運被害人之保護", []),
    ("＜人口販運被害人之保護＞，《國立政治大學學報》", "人口販運被害人之保護", []),
    ("〈人口販運被害人之保護，《國立政治大學學報》", "人口販運被害人之保護", ['unclosed-quote']),
    ("〈人口販運被害人之保護〉，《國立政治大學學報", "人口販運被害人之保護", ['unclosed-mark']),
    ("「人口販運被害人之保護，《國立政治大學學報》", "人口販運被害人之保護", ['unclosed-quote']),
    ('“人口販運被害人之保護"，《國立政治大學學報》', "人口販運被害人之保護", []),
    ("人口販運被害人之保護〉，《國立政治大學學報》", "人口販運被害人之保護", ['unopened-quote']),
    ("〈論《刑法》之人口販運被害人之保護〉，《國立政治大學學報》", "論《刑法》之人口販運被害人之保護", []),
    ("〈人口販運被害人之保護：以台灣為例〉，《國立政治大學學報》", "人口販運被害人之保護：以台灣為例", []),
    ("〈人口販運被害人之保護——兼論2009年《人口販運防制法》〉，《國立政治大學學報》", "人口販運被害人之保護——兼論2009年《人口販運防制法》", []),
    ("『人口販運被害人之保護』，「國立政治大學學報」", "人口販運被害人之保護", []),
    ("〈人口販運被害人之保護〉，國立政治大學學報》", "人口販運被害人之保護", ['unopened-mark']),
    ("≪人口販運被害人之保護≫，《國立政治大學學報》", "人口販運被害人之保護", []),
    ("〈人口販運被害人之保護》，《國立政治大學學報》", "人口販運被害人之保護", ['mismatched-quote']),
    ("〈人口販運被害人之保護〉，國立政治大學學報", "人口販運被害人之保護", []),
    ("人口販運被害人之保護，《國立政治大學學報》", "人口販運被害人之保護", []),
    ("人口販運被害人之保護，國立政治大學學報", "人口販運被害人之保護", []),
    ("〈人口販運被害人之保護〉《國立政治大學學報》", "人口販運被害人之保護", []),
    ("〈 人口販運被害人之保護 〉，《 國立政治大學學報 》", "人口販運被害人之保護", []),
    ("〈人口販運被害人之保護〉。《國立政治大學學報》", "人口販運被害人之保護", []),
    ("〈人口販運被害人之保護〉，刊於《國立政治大學學報》", "人口販運被害人之保護", []),
    ("〈人口販運被害人之保護〉，載於《國立政治大學學報》", "人口販運被害人之保護", []),
]
# fmt: on

# fmt: off
LABELS = [
    "1. ",
    "[1] ",
    "（1）",
    "1、",
    "一、",
    "• ",
    '\u3000\u3000',
    "(1) ",
    "1) ",
    "①",
    "- ",
    "１．",
    "1.",
    "* ",
    "● ",
    "註1：",
]
# fmt: on

# fmt: off
RETRIEVALS = [
    "，@，檢索日期：2021年7月2日。",
    "，檢索日期：2021年7月2日，@。",
    "，2021年7月2日，取自 @。",
    "，取自：@（檢索日期：2021/7/2）。",
    "，檢索於2021.07.02，@",
    "，上網日期：2021-07-02，網址：@。",
    "，@（瀏覽日期：110年7月2日）。",
    "，@（最後瀏覽日：2021/07/02）。",
    "，@，最後瀏覽日期：民國110年7月2日。",
    "，網址：<@>，2021年7月2日檢索。",
    ":@, 檢索日期: July 2, 2021.",
    "，Retrieved July 2, 2021, from @.",
    "，@, Accessed 2 July 2021.",
    "，於2021年7月2日檢索自@。",
    "，檢索自@，檢索日期為2021年7月2日。",
    "，@，（2021年7月2日）。",
    "，@，查詢日期：2021 年 7 月 2 日",
    "，@，擷取日期：２０２１年７月２日。",
    "：@（2021年7月2日檢索）。",
    "：@（檢索於2021年7月2日）。",
    "：@。檢索日期：2021年7月2日。",
    "：@. (accessed July 2, 2021).",
    "，資料來源：@，查閱日期：2021年7月2日。",
    "，資料取自@，最後檢視日期：2021年7月2日。",
    "，參見：@，最後造訪日期：2021年7月2日。",
    "，@，讀取日期：2021年7月2日。",
    "，@，（檢索日期：2021.7.2）",
    "，@，存取日期：110/7/2。",
    "，線上檢索日期：2021年7月2日。網址：@",
    "，檢索日期：2021年7月2日，檢自@",
    "，下載日期：2021年7月2日，下載自@",
    "，@，檢索時間：2021年7月2日。",
    "：@，檢索日期：2021 年 7 月 2 日",
    "：@ ，檢索日期 ： 2021年7月2日。",
    ": <@>, 檢索日期: 2021/07/02.",
    "，@，2021.07.02檢索。",
    "，@，2021年7月2日瀏覽。",
    "，@，2021-07-02上網。",
    "，@（最後瀏覽日期：2021年7月2日）。",
    "，@（2021/7/2瀏覽）。",
    "，載於@，檢索日期：2021年7月2日。",
    "，載於：@（最後檢索日期：2021年7月2日）。",
    "，available at @, last visited July 2, 2021.",
    "，available at: @ (last visited Jul. 2, 2021).",
    "，at @, (accessed on 2 July 2021)。",
    "，檢索日期：July 2nd, 2021，@",
    "，[檢索日期：2021年7月2日]，@。",
    "，線上檢索：@，檢索日期：2021年7月2日。",
    "，網站：@，檢索日：2021年7月2日。",
    "，2021年7月2日檢索，@。",
    "，（檢索日期：2021年7月2日），@。",
    "，瀏覽日期:2021年7月2日,@.",
    "，@，取用日期：2021年7月2日。",
    "，@，檢索日期：二○二一年七月二日。",
    "，@，檢索日期：民國一一○年七月二日。",
    "，@，檢索日期：20210702。",
    "，@，下載於2021年7月2日。",
    "，檢索日期：2021年7月2日，檢索自：@。",
    "，檢索日期：2021 年 7 月 2 日。取自：@",
    "。檢索於 2021 年 7 月 2 日，取自 @",
    "。Retrieved July 2, 2021, from @",
    "，@，最後造訪：2021年7月2日。",
    "，網址為@，檢索日期：2021年7月2日。",
    "，連結：@，檢索日期：2021年7月2日。",
]
# fmt: on

# fmt: off
WESTERN_AUTHORS = [
    ("Hogan, Kimberly A.", "Hogan|Kimberly A."),
    ("Hogan, Kimberly A. and Dominique Roe-Sepowitz.", "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"),
    ("Hogan, Kimberly A., Dominique Roe-Sepowitz, and John Smith.", "Hogan|Kimberly A.; Roe-Sepowitz|Dominique; Smith|John"),
    ("Hogan, Kimberly A., Dominique Roe-Sepowitz & John Smith.", "Hogan|Kimberly A.; Roe-Sepowitz|Dominique; Smith|John"),
    ("Hogan, K.A. et al.", "Hogan|K.A."),
    ("van der Berg, Jan and Maria de la Cruz.", "van der Berg|Jan; de la Cruz|Maria"),
    ("King, Martin Luther, Jr.", "King|Martin Luther|Jr"),
    ("Hogan, Kimberly A., et al.", "Hogan|Kimberly A."),
    ("Hogan, Kimberly A., Dominique Roe-Sepowitz, John Smith, Mary Jones, and Ann Lee.", "Hogan|Kimberly A.; Roe-Sepowitz|Dominique; Smith|John; Jones|Mary; Lee|Ann"),
    ("Hogan, Kimberly A.; Roe-Sepowitz, Dominique.", "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"),
    ("Wang, Kuan-hung & Mei-hua Chen.", "Wang|Kuan-hung; Chen|Mei-hua"),
    ("Wang, Kuan-hung (王寬弘).", "Wang|Kuan-hung"),
    ("O’Brien, Seán and Jean-Luc D'Arcy.", "O’Brien|Seán; D'Arcy|Jean-Luc"),
    ("Müller, Jürgen, Ana de la Cruz, Ludwig von Mises, and Li Wei.", "Müller|Jürgen; de la Cruz|Ana; von Mises|Ludwig; Wei|Li"),
    ("HOGAN, Kimberly A. and Dominique ROE-SEPOWITZ.", "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"),
    ("Hogan, Kimberly A. & Roe-Sepowitz, Dominique.", "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"),
    ("Kimberly A. Hogan & Dominique Roe-Sepowitz.", "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"),
]
# fmt: on

# fmt: off
WESTERN_TAILS = [
    (". 2020. Homeless Young Adults and Trafficking”. Journal of Human Trafficking. From @. Retrieved November 12, 2021.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, ['unopened-quote']),
    ('. 2020. "Homeless Young Adults and Trafficking." Journal of Human Trafficking, vol. 9, no. 2, pp. 91-109.', {"volume": "9", "issue": "2", "page": "91-109"}, []),
    ('. 2020. “Homeless Young Adults and Trafficking." Journal of Human Trafficking 9, no. 2: 91–109.', {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". (2020). “Homeless Young Adults and Trafficking.” Journal of Human Trafficking, Vol. 9, No. 2, pp. 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. 〈Homeless Young Adults and Trafficking〉. 《Journal of Human Trafficking》. 9(2): 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. “Homeless Young Adults and Trafficking”. Journal of Human Trafficking. 9(2): 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (", 2020, “Homeless Young Adults and Trafficking”, Journal of Human Trafficking, 9(2): 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. “Homeless Young Adults\n   and Trafficking.” Journal of Human\n   Trafficking. From @.\n   Retrieved November 12, 2021.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. https://doi.org/10.1080/23322705.2020.1841985.", {"DOI": "10.1080/23322705.2020.1841985"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking 9(2): 91-109. DOI: 10.1080/23322705.2020.1841985.", {"volume": "9", "issue": "2", "page": "91-109", "DOI": "10.1080/23322705.2020.1841985"}, []),
    (". 2020. ‘Homeless Young Adults and Trafficking’. Journal of Human Trafficking, 9, 2, 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. Homeless Young Adults and Trafficking. Journal of Human Trafficking. From @. Retrieved November 12, 2021.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". (2020). “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. Retrieved November 12, 2021, from @", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. Available at: @ (Accessed: 12 November 2021).", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. From @. Retrieved 12 Nov. 2021.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020a. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. From @. Retrieved 2021-11-12.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking [Online]. Last accessed Nov 12, 2021. @", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. @, 檢索日期：2021年11月12日。", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking Vol. 9 Issue 2, p91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking 9:2, 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking 9.2 (2020): 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking 9(2):e12345.", {"volume": "9", "issue": "2", "page": "e12345"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking 9 (2): 91–109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking, 9(2), pp. 91–109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. Vol.9, No.2: 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking Volume 9, Issue 2, Pages 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. “Homeless Young Adults and Trafficking,” Journal of Human Trafficking, 9(2): 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. “Homeless Young Adults and Trafficking”, Journal of Human Trafficking, 9(2): 91-109", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (", (2020), “Homeless Young Adults and Trafficking”, Journal of Human Trafficking, Vol. 9, Iss. 2, pp. 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (" (2020) Homeless Young Adults and Trafficking. Journal of Human Trafficking 9(2): 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (" (2020) Homeless Young Adults and Trafficking, Journal of Human Trafficking, 9:2, 91-109, DOI: 10.1080/23322705.2020.1841985", {"volume": "9", "issue": "2", "page": "91-109", "DOI": "10.1080/23322705.2020.1841985"}, []),
    (". 2020. Homeless Young Adults and Trafficking. Journal of Human Trafficking 9(2): 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking 9(2), 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” in Journal of Human Trafficking 9(2): 91-109.", {"volume": "9", "issue": "2", "page": "91-109"}, []),
    (". 2020. “Homeless Young Adults and Trafficking. Journal of Human Trafficking. From @. Retrieved November 12, 2021.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, ['unclosed-quote']),
    (". 2020. “Homeless Young Adults and Trafficking” Journal of Human Trafficking. From @. Retrieved November 12, 2021.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. Retrieved from @. Accessed November 12, 2021.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. Retrieved November 12, 2021 (@).", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. @. Retrieved November 12, 2021.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. From: @ Retrieved: November 12, 2021", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. URL: @. Date accessed: 12 November 2021.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. Accessed on November 12th, 2021 from @.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. From @ (Retrieved November 12, 2021).", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. From @, Retrieved November 12, 2021", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. (From @. Retrieved November 12, 2021.)", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. From @; retrieved Nov. 12, 2021.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. Retrieved November 12, 2021. From @.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
    (". 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. Retrieved: 2021/11/12. From @.", {"URL": "@", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12"}, []),
]
# fmt: on

# fmt: off
ARTICLES = [
    ("北京樂平公益基金會、美國在台協會,2020,《斯坦福社會創新評論》,9(2): 91-109。", {"container-title": "斯坦福社會創新評論", "author": "北京樂平公益基金會; 美國在台協會", "title": ""}, ['no-title']),
    ("北京樂平公益基金會及美國在台協會，2020，《斯坦福社會創新評論》，第9卷第2期，91-109頁。", {"container-title": "斯坦福社會創新評論", "author": "北京樂平公益基金會; 美國在台協會", "title": ""}, ['no-title']),
    ("王寬弘（2020）。人口販運被害人之保護。國立政治大學學報，9（2），91-109。", {}, []),
    ("王寬弘(2020)。人口販運被害人之保護。國立政治大學學報，9(2)，91-109。", {}, []),
    ("王寬弘（無日期）。〈人口販運被害人之保護〉。《國立政治大學學報》，9(2)，91-109。", {"issued": ""}, []),
    ("王寬弘，〈人口販運被害人之保護〉，《國立政治大學學報》，第9卷第2期，2020年3月，頁91-109。", {"issued": "2020-03"}, []),
    ("王寬弘，〈人口販運被害人之保護〉，《國立政治大學學報》，9卷2期（2020），頁91-109。", {}, []),
    ("王寬弘 ， 2020 ， 〈人口販運被害人之保護〉 ， 《國立政治大學學報》 ， 9 ( 2 ) ： 91 - 109 。", {}, []),
    ("王寬弘. 2020. 〈人口販運被害人之保護〉. 《國立政治大學學報》 9(2): 91-109.", {}, []),
    ("王寬弘 2020 〈人口販運被害人之保護〉，《國立政治大學學報》 9(2)：91-109。", {}, []),
    ("王宽弘.打击跨国人口贩运[J].法学研究,2020,9(2):91-109.", {"title": "打击跨国人口贩运", "container-title": "法学研究", "author": "王|宽弘"}, []),
    ("Hogan,Kimberly A.& Dominique Roe-Sepowitz.2020.“Homeless Young Adults and Trafficking.”Journal of Human Trafficking.9(2):91-109.", {"title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"}, []),
    ("Kimberly A. Hogan and Dominique Roe-Sepowitz, “Homeless Young Adults and Trafficking,” Journal of Human Trafficking, vol. 9, no. 2 (2020), pp. 91-109.", {"title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"}, []),
    ("王寬弘，2020，〈人口販運被害人之保護〉，《國立政治\n    大學學報》，9(2)：91-109。", {}, []),
    ("王寬弘、林國基（2020）。〈人口販運被害人之保護〉，《國立政治大學學報》，9：2，91-109。", {"author": "王|寬弘; 林|國基"}, []),
    ("王寬弘、林國基（2020）。〈人口販運被害人之保護〉。《國立政治大學學報》，第九卷，第二期，頁九十一至一百零九。", {"author": "王|寬弘; 林|國基"}, []),
    ("王寬弘：〈人口販運被害人之保護〉，《國立政治大學學報》，9卷2期（2020年3月），頁91-109。", {"issued": "2020-03"}, []),
    ("王寬弘，〈人口販運被害人之保護〉，《國立政治大學學報》，第9卷第2期，民國109年3月，頁91-109。", {"issued": "2020-03"}, []),
    ("Hogan, Kimberly A., Roe-Sepowitz, Dominique, & Smith, John. (2020). Homeless Young Adults and Trafficking. Journal of Human Trafficking, 9(2), 91-109.", {"title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique; Smith|John"}, []),
    ("王寬弘（２０２０）。〈人口販運被害人之保護〉。《國立政治大學學報》，９（２），９１－１０９。", {}, []),
    ("王寬弘,2020,〈人口販運被害人之保護〉,《國立政治大學學報》,9卷2期,頁91-109.", {}, []),
    ("王寬弘(2020),〈人口販運被害人之保護〉,《國立政治大學學報》,9(2),91-109頁", {}, []),
    ("王寬弘。2020。〈人口販運被害人之保護〉。《國立政治大學學報》，第9卷，第2期，頁91至109。", {}, []),
    ("王寬弘， 2020，  〈人口販運被害人之保護〉，  《國立政治大學學報》，  9(2)： 91-109。", {}, []),
    ("王寬弘 (2020) 〈人口販運被害人之保護〉，《國立政治大學學報》，9(2): 91-109。", {}, []),
    ("王寬弘（2020）《人口販運被害人之保護》，《國立政治大學學報》，9(2)：91-109。", {}, []),
    ("王寬弘，2020年，〈人口販運被害人之保護〉，《國立政治大學學報》第九卷第二期，第91—109頁。", {}, []),
    ("王寬弘：《人口販運被害人之保護》，《國立政治大學學報》2020年第9卷第2期，第91—109頁。", {}, []),
    ("王寬弘，〈人口販運被害人之保護〉，《國立政治大學學報》，9(2)，2020，頁91-109。", {}, []),
    ("王寬弘，〈人口販運被害人之保護〉，《國立政治大學學報》，第9卷第2期，頁91-109，2020。", {}, []),
    ("王寬弘，〈人口販運被害人之保護〉，《國立政治大學學報》，第9卷第2期，頁91-109（2020）。", {}, []),
    ("王寬弘，〈人口販運被害人之保護〉，《國立政治大學學報》，第9卷第2期，頁91-109，2020年。", {}, []),
    ("王寬弘，2020。〈人口販運被害人之保護〉，《國立政治大學學報》，9（2）：91–109.", {}, []),
    ("王寬弘;2020;〈人口販運被害人之保護〉;《國立政治大學學報》;9(2):91-109。", {}, []),
    ("王寬弘、2020、〈人口販運被害人之保護〉、《國立政治大學學報》、9(2)：91-109。", {}, []),
    ("王寬弘（109）。〈人口販運被害人之保護〉。《國立政治大學學報》，9(2)，91-109。", {}, []),
    ("王寬弘（民國 109 年）。〈人口販運被害人之保護〉。《國立政治大學學報》，9(2)，91-109。", {}, []),
    ("王寬弘、林國基，2020，〈人口販運被害人之保護〉，《國立政治大學學報》，第2期，91-109。", {"author": "王|寬弘; 林|國基", "volume": ""}, []),
    ("王寬弘、林國基 等（2020）。〈人口販運被害人之保護〉。《國立政治大學學報》，9(2)，91-109。", {"author": "王|寬弘; 林|國基"}, []),
    ("王寬弘，林國基，陳美華（2020）。人口販運被害人之保護。國立政治大學學報，9（2），91-109。", {"author": "王|寬弘; 林|國基; 陳|美華"}, []),
    ("王宽弘、李国强、陈美华，2020，〈打击贩运〉，《法学研究》，第9卷第2期，第91-109页。", {"title": "打击贩运", "container-title": "法学研究", "author": "王|宽弘; 李|国强; 陈|美华"}, []),
    ("Hogan, Kimberly A. ＆ Dominique Roe-Sepowitz. 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking, 9(2)：91-109。", {"title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"}, []),
    ("Kimberly A. Hogan & Dominique Roe-Sepowitz (2020). Homeless Young Adults and Trafficking. Journal of Human Trafficking, 9(2), 91-109.", {"title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"}, []),
    ("Smith, J.A., Jones, M.B. and Lee, C.D., 2020. Trafficking in Asia. Journal of Asia, 9(2), pp.91-109.", {"title": "Trafficking in Asia", "container-title": "Journal of Asia", "author": "Smith|J.A.; Jones|M.B.; Lee|C.D."}, []),
    ("Smith J.A., Jones M.B., Lee C.D. (2020) Trafficking in Asia. Journal of Asia 9(2), 91-109.", {"title": "Trafficking in Asia", "container-title": "Journal of Asia", "author": "Smith|J.A.; Jones|M.B.; Lee|C.D."}, []),
    ("王寬弘、北京樂平公益基金會、林國基，2020，〈社會創新〉，《斯坦福社會創新評論》，9（2）：91－109。", {"title": "社會創新", "container-title": "斯坦福社會創新評論", "author": "王|寬弘; 北京樂平公益基金會; 林|國基"}, []),
    ("王寬弘，2020，〈人口販運〉（上），《警學叢刊》，9(2)：91-109。", {"title": "人口販運", "container-title": "警學叢刊", "part-number": "上"}, []),
]
# fmt: on

# fmt: off
PAGES = [
    ("美國在台協會（2021）。人口販運問題報告。2021年7月2日，取自https://www.ait.org.tw/tip/", {}, []),
    ("美國在台協會（2021）。人口販運問題報告。取自https://www.ait.org.tw/tip/", {"accessed": ""}, []),
    ("美國在台協會，〈人口販運問題報告〉，https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {"issued": ""}, ['no-year']),
    ("美國在台協會，無日期，〈人口販運問題報告〉，https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {"issued": ""}, []),
    ("〈人口販運問題報告〉，2021，https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {"author": ""}, []),
    ("美國在台協會、內政部移民署、法務部，2021，〈人口販運問題報告〉：https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {"author": "美國在台協會; 內政部移民署; 法務部"}, []),
    ("美國在台協會，2021，《人口販運問題報告》，https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {}, []),
    ("美國在台協會，2021，人口販運問題報告，https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {}, []),
    ("乐平公益基金会，2021，〈关于我们的报告〉：https://www.lepingfoundation.org/report.html，访问日期：2021年7月2日。", {"title": "关于我们的报告", "URL": "https://www.lepingfoundation.org/report.html", "author": "乐平公益基金会"}, []),
    ("U.S. Department of State. 2021. Trafficking in Persons Report. From https://www.state.gov/reports/2021-trafficking-in-persons-report/. Retrieved July 2, 2021.", {"title": "Trafficking in Persons Report", "URL": "https://www.state.gov/reports/2021-trafficking-in-persons-report/", "author": "U.S. Department of State"}, []),
    ("美國在台協會,2021,〈人口販運問題報告〉: \nhttps://www.ait.org.tw/tip/,檢索日期:2021 年 7 月 2 日。", {}, []),
    ("美國在台協會,2021a,〈人口販運問題報告〉: https://www.ait.org.tw/tip/,檢索日期:2021 年 7 月 2 日。", {}, []),
    ("美國在台協會(2021)〈人口販運問題報告〉，https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {}, []),
    ("美國在台協會，2021年6月，〈人口販運問題報告〉，https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {"issued": "2021-06"}, []),
    ("美國在台協會，2021年6月30日，〈人口販運問題報告〉，https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {"issued": "2021-06-30"}, []),
    ("美國在台協會，2021/6/30，〈人口販運問題報告〉，https://www.ait.org.tw/tip/，檢索日期：2021/7/2。", {"issued": "2021-06-30"}, []),
    ("美國在台協會（2021年6月30日）。〈人口販運問題報告〉。https://www.ait.org.tw/tip/", {"issued": "2021-06-30", "accessed": ""}, []),
    ("美國在台協會（2021年6月30日）。人口販運問題報告。美國在台協會。https://www.ait.org.tw/tip/", {"publisher": "美國在台協會", "issued": "2021-06-30", "accessed": ""}, []),
    ("美國在台協會，2021，〈人口販運問題報告〉，美國在台協會網站，https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {"type": "webpage", "container-title": "美國在台協會網站"}, []),
    ("美國在台協會，2021，〈人口販運問題報告〉，《美國在台協會》，https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {"type": "webpage", "container-title": "美國在台協會"}, []),
    ("美國在台協會，2021，〈人口販運問題報告：檢索日期：2021年7月2日。https://www.ait.org.tw/tip/", {}, ['unclosed-quote']),
    ("美國在台協會，2021，〈人口販運問題報告: https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {}, ['unclosed-quote']),
    ("Office to Monitor and Combat Trafficking in Persons, U.S. Department of State. 2021. “2021 Trafficking in Persons Report: Taiwan.” From https://www.state.gov/taiwan/. Retrieved July 2, 2021.", {"title": "2021 Trafficking in Persons Report: Taiwan", "URL": "https://www.state.gov/taiwan/", "author": "Office to Monitor and Combat Trafficking in Persons, U.S. Department of State"}, []),
    ("美國在台協會（AIT），2021，〈人口販運問題報告〉：https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {"author": "美國在台協會（AIT）"}, []),
    ("AIT，2021，〈人口販運問題報告〉：https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {"author": "AIT"}, []),
    ("美國國務院，2021，〈2021年人口販運問題報告〉：https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {"title": "2021年人口販運問題報告", "author": "美國國務院"}, []),
    ("美國在台協會，2021，〈2021 Trafficking in Persons Report：台灣〉：https://www.ait.org.tw/tip/，檢索日期：2021年7月2日。", {"title": "2021 Trafficking in Persons Report：台灣"}, []),
    ("中央通訊社，2021，〈美人口販運報告 台灣連12年第一級〉，https://www.cna.com.tw/news/aipl/202107020001.aspx，檢索日期：2021年7月2日。", {"title": "美人口販運報告 台灣連12年第一級", "URL": "https://www.cna.com.tw/news/aipl/202107020001.aspx", "author": "中央通訊社"}, []),
    ("American Institute in Taiwan. 2021. “Trafficking in Persons Report.” From https://www.ait.org.tw/en/. Retrieved July 2, 2021.", {"title": "Trafficking in Persons Report", "URL": "https://www.ait.org.tw/en/", "author": "American Institute in Taiwan"}, []),
    ("美國在台協會,2021,檢索日期:2021 年 7 月 2 日,〈人口販運問題報告〉: https://www.ait.org.tw/tip/。", {}, []),
    ("檢索日期:2021 年 7 月 2 日,美國在台協會,2021,〈人口販運問題報告〉: https://www.ait.org.tw/tip/。", {}, []),
    ("美國在台協會,2021,〈人口販運問題報告〉: https://www.ait.org.tw/tip/ 檢索日期:2021 年 7 月 2 日。", {}, []),
    ("美國在台協會,2021,〈人口販運問題報告〉:https://www.ait.org.tw/tip/檢索日期:2021年7月2日。", {}, []),
    ("美國在台協會,2021,〈人口販運問題報告〉, https://www.ait.org.tw/tip/, 檢索日期:2021.7.2", {}, []),
    ("美國在台協會,2021,〈人口販運問題報告〉: https://www.ait.org.tw/tip/,(2021 年 7 月 2 日)。", {}, []),
    ("美國在台協會、內政部,2021,〈人口販運問題報告〉,檢索日期:2021 年 7 月 2 日。", {"author": "美國在台協會; 內政部", "URL": ""}, []),
    ("美國在台協會,2021,〈人口販運問題報告〉。", {"URL": "", "accessed": ""}, []),
    ("美國在台協會,民國110年,〈人口販運問題報告〉: https://www.ait.org.tw/tip/,檢索日期:民國110年7月2日。", {}, []),
    ("美國在台協會,2021,〈人口販運問題報告〉(第二版): https://www.ait.org.tw/tip/,檢索日期:2021 年 7 月 2 日。", {"edition": "2"}, []),
    ("美國在台協會,2021/06/30,〈人口販運問題報告〉: https://www.ait.org.tw/tip/,檢索日期:2021 年 7 月 2 日。", {"issued": "2021-06-30"}, []),
    ("Hogan, Kimberly A., and U.S. Department of State. 2021. “Trafficking in Persons Report.” From https://www.ait.org.tw/tip/. Retrieved July 2, 2021.", {"title": "Trafficking in Persons Report", "author": "Hogan|Kimberly A.; U.S. Department of State"}, []),
]
# fmt: on

# fmt: off
WHOLE = [
    ("北京樂平公益基金會，2020，《斯坦福社會創新評論》，9：91–109。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "issued": "2020", "author": "北京樂平公益基金會"}, ['no-title']),
    ("北京樂平公益基金會，2020，《斯坦福社會創新評論》，第9期，頁91-109。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "issue": "9", "page": "91-109", "issued": "2020", "author": "北京樂平公益基金會"}, ['no-title']),
    ("北京樂平公益基金會，2020,《斯坦福社會創新評論》,9。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "issued": "2020", "author": "北京樂平公益基金會"}, ['no-title']),
    ("北京樂平公益基金會，《斯坦福社會創新評論》,9: 91-109。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "author": "北京樂平公益基金會"}, ['no-title', 'no-year']),
    ("北京樂平公益基金會，2020,《斯坦福社會創新評論,9: 91-109。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "issued": "2020", "author": "北京樂平公益基金會"}, ['no-title', 'unclosed-quote']),
    ("《斯坦福社會創新評論》，2020，9：91-109。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "issued": "2020"}, ['no-title']),
    ("北京樂平公益基金會,2020,《斯坦福社會創新評論", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "issued": "2020", "author": "北京樂平公益基金會"}, ['no-title', 'unclosed-quote']),
    ("王寬弘，2020，《移民法規》，台北：五南圖書。", {"type": "book", "title": "移民法規", "publisher": "五南圖書", "publisher-place": "台北", "issued": "2020", "author": "王|寬弘"}, []),
    ("王寬弘，2020，《移民法規》，五南圖書出版公司。", {"type": "book", "title": "移民法規", "publisher": "五南圖書出版公司", "issued": "2020", "author": "王|寬弘"}, []),
    ("王寬弘、林國基，2020，《移民法規》（第三版），臺北市：五南。", {"type": "book", "title": "移民法規", "publisher": "五南", "publisher-place": "臺北市", "edition": "3", "issued": "2020", "author": "王|寬弘; 林|國基"}, []),
    ("王寬弘主編，2020，《移民法規》，台北：五南。", {"type": "book", "title": "移民法規", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "editor": "王|寬弘"}, []),
    ("王寬弘，2020，《移民法規》。", {"type": "book", "title": "移民法規", "issued": "2020", "author": "王|寬弘"}, []),
    ("孔恩著，程樹德譯，1994，《科學革命的結構》，台北：遠流。", {"type": "book", "title": "科學革命的結構", "publisher": "遠流", "publisher-place": "台北", "issued": "1994", "author": "孔|恩", "translator": "程|樹德"}, []),
    ("Kuhn, Thomas S.（著），程樹德（譯），1994，《科學革命的結構》，台北：遠流。", {"type": "book", "title": "科學革命的結構", "publisher": "遠流", "publisher-place": "台北", "issued": "1994", "author": "Kuhn|Thomas S.", "translator": "程|樹德"}, []),
    ("Thomas Kuhn 著，程樹德、傅大為譯，1994，《科學革命的結構》，台北：遠流。", {"type": "book", "title": "科學革命的結構", "publisher": "遠流", "publisher-place": "台北", "issued": "1994", "author": "Kuhn|Thomas", "translator": "程|樹德; 傅|大為"}, []),
    ("王寬弘，2021，〈如何辨識被害人〉，https://zh.wikipedia.org/wiki/人口販運，檢索日期：2021年7月2日。", {"type": "webpage", "title": "如何辨識被害人", "URL": "https://zh.wikipedia.org/wiki/人口販運", "issued": "2021", "accessed": "2021-07-02", "author": "王|寬弘"}, []),
    ("王寬弘，2021年5月3日，〈移工被騙來台〉，《聯合報》，https://udn.com/news/story/7321/5430000，檢索日期：2021年7月2日。", {"type": "article-newspaper", "title": "移工被騙來台", "container-title": "聯合報", "URL": "https://udn.com/news/story/7321/5430000", "issued": "2021-05-03", "accessed": "2021-07-02", "author": "王|寬弘"}, []),
    ("王寬弘，〈移工被騙來台〉，《聯合報》，2021年5月3日，A3版。", {"type": "article-newspaper", "title": "移工被騙來台", "container-title": "聯合報", "page": "A3", "issued": "2021-05-03", "author": "王|寬弘"}, []),
    ("王寬弘，2021，〈移工被騙來台〉，《聯合報》，5月3日，第3版。", {"type": "article-newspaper", "title": "移工被騙來台", "container-title": "聯合報", "page": "3", "issued": "2021-05-03", "author": "王|寬弘"}, []),
    ("王寬弘，2021，〈移工被騙來台〉，《聯合報》，5月3日，A3。", {"type": "article-newspaper", "title": "移工被騙來台", "container-title": "聯合報", "page": "A3", "issued": "2021-05-03", "author": "王|寬弘"}, []),
    ("王寬弘，2020，〈移民與安全〉，收錄於林國基主編，《移民法規》，頁91-109，台北：五南。", {"type": "chapter", "title": "移民與安全", "container-title": "移民法規", "page": "91-109", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "author": "王|寬弘", "editor": "林|國基"}, []),
    ("王寬弘，2020，〈移民與安全〉，載於林國基、陳美華（編），《移民法規》（頁91-109），台北：五南。", {"type": "chapter", "title": "移民與安全", "container-title": "移民法規", "page": "91-109", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "author": "王|寬弘", "editor": "林|國基; 陳|美華"}, []),
    ("王寬弘，2020，〈移民與安全〉，收入林國基編《移民法規》，台北：五南，91-109。", {"type": "chapter", "title": "移民與安全", "container-title": "移民法規", "page": "91-109", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "author": "王|寬弘", "editor": "林|國基"}, []),
    ("王寬弘（2020）。移民與安全。載於林國基（主編），移民法規（頁91-109）。台北：五南。", {"type": "chapter", "title": "移民與安全", "container-title": "移民法規", "page": "91-109", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "author": "王|寬弘", "editor": "林|國基"}, []),
    ("陳美華，2018，《人口販運之研究》，中央警察大學碩士論文。", {"type": "thesis", "title": "人口販運之研究", "publisher": "中央警察大學", "genre": "碩士論文", "issued": "2018", "author": "陳|美華"}, []),
    ("陳美華，2018，《人口販運之研究》，國立政治大學社會學系博士論文，台北。", {"type": "thesis", "title": "人口販運之研究", "publisher": "國立政治大學社會學系", "publisher-place": "台北", "genre": "博士論文", "issued": "2018", "author": "陳|美華"}, []),
    ("陳美華（2018）。人口販運之研究（未出版之碩士論文）。中央警察大學，桃園市。", {"type": "thesis", "title": "人口販運之研究", "publisher": "中央警察大學", "publisher-place": "桃園市", "genre": "未出版之碩士論文", "issued": "2018", "author": "陳|美華"}, []),
    ("陳美華，2018，〈人口販運之研究〉，桃園：中央警察大學外事警察研究所碩士論文。", {"type": "thesis", "title": "人口販運之研究", "publisher": "中央警察大學外事警察研究所", "publisher-place": "桃園", "genre": "碩士論文", "issued": "2018", "author": "陳|美華"}, []),
    ("內政部移民署，2019，《防制人口販運成效報告》，台北：內政部移民署。", {"type": "report", "title": "防制人口販運成效報告", "publisher": "內政部移民署", "publisher-place": "台北", "issued": "2019", "author": "內政部移民署"}, []),
    ("王寬弘，2019，《人口販運防制政策之研究》，內政部委託研究報告（編號：108301010000C），台北：內政部。", {"type": "report", "title": "人口販運防制政策之研究", "publisher": "內政部", "publisher-place": "台北", "number": "108301010000C", "genre": "內政部委託研究報告", "issued": "2019", "author": "王|寬弘"}, []),
    ("《人口販運防制法》，2009，全國法規資料庫，https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=D0080177，檢索日期：2021年7月2日。", {"type": "legislation", "title": "人口販運防制法", "URL": "https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=D0080177", "publisher": "全國法規資料庫", "issued": "2009", "accessed": "2021-07-02"}, []),
    ("人口販運防制法（民國98年1月23日）。", {"type": "legislation", "title": "人口販運防制法", "issued": "2009-01-23"}, []),
    ("王寬弘，2020，〈人口販運新論〉，發表於「2020年國土安全研討會」，桃園：中央警察大學，5月3日。", {"type": "paper-conference", "title": "人口販運新論", "container-title": "2020年國土安全研討會", "publisher": "中央警察大學", "publisher-place": "桃園", "issued": "2020-05-03", "author": "王|寬弘"}, []),
    ("王宽弘、李国强，2020，《人口贩运研究》，北京：法律出版社。", {"type": "book", "title": "人口贩运研究", "publisher": "法律出版社", "publisher-place": "北京", "issued": "2020", "author": "王|宽弘; 李|国强"}, []),
    ("王宽弘，2020，“打击跨国人口贩运”，《法学研究》，第3期，第91-109页。", {"type": "article-journal", "title": "打击跨国人口贩运", "container-title": "法学研究", "issue": "3", "page": "91-109", "issued": "2020", "author": "王|宽弘"}, []),
    ("Hogan, Kimberly A. 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. From https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985. Retrieved November 12, 2021.", {"type": "article-journal", "title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985", "DOI": "10.1080/23322705.2020.1841985", "issued": "2020", "accessed": "2021-11-12", "author": "Hogan|Kimberly A."}, []),
    ("Hogan, Kimberly A., Dominique Roe-Sepowitz & John Smith. 2020. “Homeless Young Adults and Trafficking. Journal of Human Trafficking. From https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985. Retrieved November 12, 2021.", {"type": "article-journal", "title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985", "DOI": "10.1080/23322705.2020.1841985", "issued": "2020", "accessed": "2021-11-12", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique; Smith|John"}, ['unclosed-quote']),
    ("Hogan, Kimberly A. & Dominique Roe-Sepowitz. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. Retrieved November 12, 2021 from https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985.", {"type": "article-journal", "title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"}, ['no-year']),
    ("Hogan, K. A., & Roe-Sepowitz, D. (2020). Homeless Young Adults and Trafficking. Journal of Human Trafficking, 9(2), 91–109. https://doi.org/10.1080/23322705.2020.1841985", {"type": "article-journal", "title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "volume": "9", "issue": "2", "page": "91-109", "DOI": "10.1080/23322705.2020.1841985", "issued": "2020", "author": "Hogan|K. A.; Roe-Sepowitz|D."}, []),
    ("Hogan KA, Roe-Sepowitz D. Homeless Young Adults and Trafficking. Journal of Human Trafficking. 2020;9(2):91-109. doi:10.1080/23322705.2020.1841985", {"type": "article-journal", "title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "volume": "9", "issue": "2", "page": "91-109", "DOI": "10.1080/23322705.2020.1841985", "issued": "2020", "author": "Hogan|KA; Roe-Sepowitz|D"}, []),
    ("Hogan, Kimberly A. & Dominique Roe-Sepowitz. n.d. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. From https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985. Accessed 12 November 2021.", {"type": "article-journal", "title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"}, []),
    ("U.S. Department of State. 2021. “Trafficking in Persons Report.” Washington, DC: U.S. Department of State.", {"type": "report", "title": "Trafficking in Persons Report", "publisher": "U.S. Department of State", "publisher-place": "Washington, DC", "issued": "2021", "author": "U.S. Department of State"}, []),
    ("UNODC and World Bank. 2020. “Global Report on Trafficking.” From https://www.unodc.org/report.pdf. Retrieved 2021/7/2.", {"type": "report", "title": "Global Report on Trafficking", "URL": "https://www.unodc.org/report.pdf", "issued": "2020", "accessed": "2021-07-02", "author": "UNODC; World Bank"}, []),
    ("“Human Trafficking in Taiwan.” 2020. Taipei Times. From https://www.taipeitimes.com/News/1. Retrieved July 2, 2021.", {"type": "article-newspaper", "title": "Human Trafficking in Taiwan", "container-title": "Taipei Times", "URL": "https://www.taipeitimes.com/News/1", "issued": "2020", "accessed": "2021-07-02"}, []),
    ("Bales, Kevin. 2012. Disposable People: New Slavery in the Global Economy. Berkeley: University of California Press.", {"type": "book", "title": "Disposable People: New Slavery in the Global Economy", "publisher": "University of California Press", "publisher-place": "Berkeley", "issued": "2012", "author": "Bales|Kevin"}, []),
    ("Bales, Kevin & Ron Soodalter. 2009. The Slave Next Door. Berkeley, CA: University of California Press.", {"type": "book", "title": "The Slave Next Door", "publisher": "University of California Press", "publisher-place": "Berkeley, CA", "issued": "2009", "author": "Bales|Kevin; Soodalter|Ron"}, []),
    ("Bales, Kevin. 2012. “Slavery Today.” Pp. 91-109 in Human Rights, edited by John Smith and Mary Jones. New York: Routledge.", {"type": "chapter", "title": "Slavery Today", "container-title": "Human Rights", "page": "91-109", "publisher": "Routledge", "publisher-place": "New York", "issued": "2012", "author": "Bales|Kevin", "editor": "Smith|John; Jones|Mary"}, []),
    ("Bales, K. (2012). Slavery today. In J. Smith (Ed.), Human rights (pp. 91–109). Routledge.", {"type": "chapter", "title": "Slavery today", "container-title": "Human rights", "page": "91-109", "publisher": "Routledge", "issued": "2012", "author": "Bales|K.", "editor": "Smith|J."}, []),
    ("Bales, Kevin. 2012. “Slavery Today.” In Human Rights, ed. John Smith, 91-109. New York: Routledge.", {"type": "chapter", "title": "Slavery Today", "container-title": "Human Rights", "page": "91-109", "publisher": "Routledge", "publisher-place": "New York", "issued": "2012", "author": "Bales|Kevin", "editor": "Smith|John"}, []),
    ("Smith, John. 2015. “Trafficking in Asia.” PhD diss., University of Chicago.", {"type": "thesis", "title": "Trafficking in Asia", "publisher": "University of Chicago", "genre": "PhD diss", "issued": "2015", "author": "Smith|John"}, []),
    ("BBC News. 2021. “Taiwan: Migrants.” From <https://www.bbc.com/news/1>. Accessed July 2, 2021.", {"type": "webpage", "title": "Taiwan: Migrants", "URL": "https://www.bbc.com/news/1", "issued": "2021", "accessed": "2021-07-02", "author": "BBC News"}, []),
    ("教育部，2021，〈防疫指引〉，www.edu.tw/News_Content.aspx?n=9E7AC，檢索日期：2021年7月2日。", {"type": "webpage", "title": "防疫指引", "URL": "http://www.edu.tw/News_Content.aspx?n=9E7AC", "issued": "2021", "accessed": "2021-07-02", "author": "教育部"}, []),
    ("教育部，2021，〈防疫指引〉，https://www.edu.tw/a_(b)?c=1&d=2#top，檢索日期：2021年7月2日。", {"type": "webpage", "title": "防疫指引", "URL": "https://www.edu.tw/a_(b)?c=1&d=2#top", "issued": "2021", "accessed": "2021-07-02", "author": "教育部"}, []),
    ("王小明，2021，〈我的部落格〉，《痞客邦》，http://abc.pixnet.net/blog/post/1，瀏覽日期：2021年7月2日。", {"type": "webpage", "title": "我的部落格", "container-title": "痞客邦", "URL": "http://abc.pixnet.net/blog/post/1", "issued": "2021", "accessed": "2021-07-02", "author": "王|小明"}, []),
    ("王寬弘，出版中，〈人口販運被害人之保護〉，《國立政治大學學報》。", {"type": "article-journal", "title": "人口販運被害人之保護", "container-title": "國立政治大學學報", "author": "王|寬弘"}, []),
    ("王寬弘（印刷中）。人口販運被害人之保護。國立政治大學學報。", {"type": "article-journal", "title": "人口販運被害人之保護", "container-title": "國立政治大學學報", "author": "王|寬弘"}, []),
    ("王寬弘編著，2020，《移民法規》，第二版，台北市：五南圖書出版股份有限公司。", {"type": "book", "title": "移民法規", "publisher": "五南圖書出版股份有限公司", "publisher-place": "台北市", "edition": "2", "issued": "2020", "author": "王|寬弘"}, []),
    ("王寬弘，2020，《移民法規》修訂二版，台北：五南。", {"type": "book", "title": "移民法規", "publisher": "五南", "publisher-place": "台北", "edition": "修訂二版", "issued": "2020", "author": "王|寬弘"}, []),
    ("王寬弘（譯），2020，《移民法規》，台北：五南。", {"type": "book", "title": "移民法規", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "translator": "王|寬弘"}, []),
    ("王寬弘，《移民法規》，台北：五南，2020年。", {"type": "book", "title": "移民法規", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "author": "王|寬弘"}, []),
    ("王寬弘，《移民法規》（台北：五南，2020），頁91-109。", {"type": "book", "title": "移民法規", "page": "91-109", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "author": "王|寬弘"}, []),
    ("王寬弘，2020，〈導論〉，《移民法規》，頁1-20，台北：五南。", {"type": "chapter", "title": "導論", "container-title": "移民法規", "page": "1-20", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "author": "王|寬弘"}, []),
    ("王寬弘，2020，〈導論〉，收於林國基、陳美華主編，《移民法規》，頁1-20。台北：五南。", {"type": "chapter", "title": "導論", "container-title": "移民法規", "page": "1-20", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "author": "王|寬弘", "editor": "林|國基; 陳|美華"}, []),
    ("王寬弘，2020，〈導論〉，載《移民法規》，林國基主編，台北：五南，頁1-20。", {"type": "chapter", "title": "導論", "container-title": "移民法規", "page": "1-20", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "author": "王|寬弘", "editor": "林|國基"}, []),
    ("Hogan, Kimberly A. & Dominique Roe-Sepowitz. March 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking 9(2): 91-109.", {"type": "article-journal", "title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "volume": "9", "issue": "2", "page": "91-109", "issued": "2020-03", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"}, []),
    ("Hogan, Kimberly A. & Dominique Roe-Sepowitz. Forthcoming. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking.", {"type": "article-journal", "title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"}, []),
    ("International Labour Organization (ILO). 2017. Global Estimates of Modern Slavery. Geneva: ILO.", {"type": "report", "title": "Global Estimates of Modern Slavery", "publisher": "ILO", "publisher-place": "Geneva", "issued": "2017", "author": "International Labour Organization (ILO)"}, []),
    ("World Health Organization. (2020). World health statistics 2020. https://www.who.int/data/stats2020.pdf", {"type": "webpage", "title": "World health statistics 2020", "URL": "https://www.who.int/data/stats2020.pdf", "issued": "2020", "author": "World Health Organization"}, []),
    ("United Nations Office on Drugs and Crime. 2020. “Global Report on Trafficking in Persons 2020.” From https://www.unodc.org/GLOTiP_2020.pdf. Retrieved July 2, 2021.", {"type": "report", "title": "Global Report on Trafficking in Persons 2020", "URL": "https://www.unodc.org/GLOTiP_2020.pdf", "issued": "2020", "accessed": "2021-07-02", "author": "United Nations Office on Drugs and Crime"}, []),
    ("Department of Health and Human Services. 2020. “Trafficking Basics.” From https://www.hhs.gov/basics. Retrieved July 2, 2021.", {"type": "webpage", "title": "Trafficking Basics", "URL": "https://www.hhs.gov/basics", "issued": "2020", "accessed": "2021-07-02", "author": "Department of Health and Human Services"}, []),
    ("Smith, John, ed. 2010. Human Rights Today. 2nd ed. London: Sage.", {"type": "book", "title": "Human Rights Today", "publisher": "Sage", "publisher-place": "London", "edition": "2", "issued": "2010", "editor": "Smith|John"}, []),
    ("Smith, J., & Jones, M. (Eds.). (2010). Human rights today (2nd ed.). Sage.", {"type": "book", "title": "Human rights today", "publisher": "Sage", "edition": "2", "issued": "2010", "editor": "Smith|J.; Jones|M."}, []),
    ("Smith, John and Mary Jones, eds. 2010. Human Rights Today. London: Sage.", {"type": "book", "title": "Human Rights Today", "publisher": "Sage", "publisher-place": "London", "issued": "2010", "editor": "Smith|John; Jones|Mary"}, []),
    ("Smith, John. 2010. Human Rights Today. London and New York: Routledge.", {"type": "book", "title": "Human Rights Today", "publisher": "Routledge", "publisher-place": "London and New York", "issued": "2010", "author": "Smith|John"}, []),
    ("Smith, John. 2010. Human Rights Today: What? Cambridge, UK: Polity Press.", {"type": "book", "title": "Human Rights Today: What?", "publisher": "Polity Press", "publisher-place": "Cambridge, UK", "issued": "2010", "author": "Smith|John"}, []),
    ("Smith, John. 2010. “Is Slavery Over?” New York Times, May 3, 2010, A12.", {"type": "article-newspaper", "title": "Is Slavery Over?", "container-title": "New York Times", "page": "A12", "issued": "2010-05-03", "author": "Smith|John"}, []),
    ("Smith, John. “Is Slavery Over?” The Guardian, 3 May 2010. https://www.theguardian.com/a/b.", {"type": "article-newspaper", "title": "Is Slavery Over?", "container-title": "The Guardian", "URL": "https://www.theguardian.com/a/b", "issued": "2010-05-03", "author": "Smith|John"}, []),
    ("Smith, John. 2015. Trafficking in Asia. Master’s thesis, National Chengchi University, Taipei.", {"type": "thesis", "title": "Trafficking in Asia", "publisher": "National Chengchi University", "publisher-place": "Taipei", "genre": "Master’s thesis", "issued": "2015", "author": "Smith|John"}, []),
    ("Foucault, Michel. 1977. Discipline and Punish: The Birth of the Prison. Translated by Alan Sheridan. New York: Vintage Books.", {"type": "book", "title": "Discipline and Punish: The Birth of the Prison", "publisher": "Vintage Books", "publisher-place": "New York", "issued": "1977", "author": "Foucault|Michel", "translator": "Sheridan|Alan"}, []),
    ("Smith, John. 2010. “Slavery.” In Human Rights Today, edited by Mary Jones, 91–109. London: Sage.", {"type": "chapter", "title": "Slavery", "container-title": "Human Rights Today", "page": "91-109", "publisher": "Sage", "publisher-place": "London", "issued": "2010", "author": "Smith|John", "editor": "Jones|Mary"}, []),
    ("Smith, John. 2010. “Slavery.” Pp. 91-109 in Human Rights Today, edited by M. Jones and P. Lee. London: Sage.", {"type": "chapter", "title": "Slavery", "container-title": "Human Rights Today", "page": "91-109", "publisher": "Sage", "publisher-place": "London", "issued": "2010", "author": "Smith|John", "editor": "Jones|M.; Lee|P."}, []),
    ("Smith, John & Mary Jones. 2010. “Slavery.” In Human Rights Today, eds. P. Lee and Q. Wang. London: Sage, pp. 91-109.", {"type": "chapter", "title": "Slavery", "container-title": "Human Rights Today", "page": "91-109", "publisher": "Sage", "publisher-place": "London", "issued": "2010", "author": "Smith|John; Jones|Mary", "editor": "Lee|P.; Wang|Q."}, []),
    ("斯坦福社會創新評論，2020，9：91-109。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "issued": "2020"}, ['no-title']),
    ("北京樂平公益基金會，2020，〈斯坦福社會創新評論〉，9：91-109。", {"type": "article-journal", "title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "issued": "2020", "author": "北京樂平公益基金會"}, []),
    ("北京樂平公益基金會編，2020，《斯坦福社會創新評論》，9：91-109。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "issued": "2020", "editor": "北京樂平公益基金會"}, ['no-title']),
    ("北京樂平公益基金會（編），2020，《社會創新手冊》。", {"type": "book", "title": "社會創新手冊", "issued": "2020", "editor": "北京樂平公益基金會"}, []),
    ("北京樂平公益基金會，《社會創新手冊》。", {"type": "book", "title": "社會創新手冊", "author": "北京樂平公益基金會"}, ['no-year']),
    ("《社會創新手冊》，2020，台北：五南。", {"type": "book", "title": "社會創新手冊", "publisher": "五南", "publisher-place": "台北", "issued": "2020"}, []),
    ("《社會創新手冊》。", {"type": "book", "title": "社會創新手冊"}, ['no-year']),
    ("北京樂平公益基金會，2020，《社會創新手冊》，頁91-109。", {"type": "book", "title": "社會創新手冊", "page": "91-109", "issued": "2020", "author": "北京樂平公益基金會"}, []),
    ("維基百科，2021，〈人口販運〉，https://zh.wikipedia.org/wiki/%E4%BA%BA%E5%8F%A3，檢索日期：2021年7月2日。", {"type": "webpage", "title": "人口販運", "URL": "https://zh.wikipedia.org/wiki/%E4%BA%BA%E5%8F%A3", "issued": "2021", "accessed": "2021-07-02", "author": "維基百科"}, []),
    ("ECPAT International. 2020. “Global Monitoring Report.” From https://www.ecpat.org/report. Retrieved July 2, 2021.", {"type": "report", "title": "Global Monitoring Report", "URL": "https://www.ecpat.org/report", "issued": "2020", "accessed": "2021-07-02", "author": "ECPAT International"}, []),
    ("United Nations. 2000. Protocol to Prevent, Suppress and Punish Trafficking in Persons. From https://www.ohchr.org/protocol. Retrieved July 2, 2021.", {"type": "webpage", "title": "Protocol to Prevent, Suppress and Punish Trafficking in Persons", "URL": "https://www.ohchr.org/protocol", "issued": "2000", "accessed": "2021-07-02", "author": "United Nations"}, []),
    ("Hogan, Kimberly A. 2020. “Sex Trafficking.” From https://example.org/a. Retrieved July 2, 2021.", {"type": "webpage", "title": "Sex Trafficking", "URL": "https://example.org/a", "issued": "2020", "accessed": "2021-07-02", "author": "Hogan|Kimberly A."}, []),
    ("Stanford Social Innovation Review. 2020. 9: 91-109.", {"type": "article-journal", "container-title": "Stanford Social Innovation Review", "volume": "9", "page": "91-109", "issued": "2020"}, ['no-title']),
    ("Leping Foundation. 2020. Stanford Social Innovation Review 9: 91-109.", {"type": "article-journal", "container-title": "Stanford Social Innovation Review", "volume": "9", "page": "91-109", "issued": "2020", "author": "Leping Foundation"}, ['no-title']),
    ("Smith, John and others. 2020. “Trafficking.” Journal of Asia 9: 91-109.", {"type": "article-journal", "title": "Trafficking", "container-title": "Journal of Asia", "volume": "9", "page": "91-109", "issued": "2020", "author": "Smith|John"}, []),
    ("北京樂平公益基金會、王寬弘，2020，《斯坦福社會創新評論》，9：91-109。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "issued": "2020", "author": "北京樂平公益基金會; 王|寬弘"}, ['no-title']),
    ("北京樂平公益基金會（2020）。《斯坦福社會創新評論》，9：91-109。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "issued": "2020", "author": "北京樂平公益基金會"}, ['no-title']),
    ("北京樂平公益基金會（2020）。斯坦福社會創新評論，9，91-109。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "issued": "2020", "author": "北京樂平公益基金會"}, ['no-title']),
    ("北京樂平公益基金會,2020,《斯坦福社會創新評論》,9(2)。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "issue": "2", "issued": "2020", "author": "北京樂平公益基金會"}, ['no-title']),
    ("北京樂平公益基金會,2020,《斯坦福社會創新評論》,第9卷。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "issued": "2020", "author": "北京樂平公益基金會"}, ['no-title']),
    ("北京樂平公益基金會,2020,《斯坦福社會創新評論》,第2期: 91-109。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "issue": "2", "page": "91-109", "issued": "2020", "author": "北京樂平公益基金會"}, ['no-title']),
    ("北京樂平公益基金會,2020,《斯坦福社會創新評論》。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "issued": "2020", "author": "北京樂平公益基金會"}, ['no-title']),
    ("北京樂平公益基金會，〈社會創新〉，2020，《斯坦福社會創新評論》，9：91-109。", {"type": "article-journal", "title": "社會創新", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "issued": "2020", "author": "北京樂平公益基金會"}, []),
    ("北京樂平公益基金會，2020，〈社會創新〉，《斯坦福社會創新評論》，9：91-109，https://ssir.org/a，檢索日期：2021年7月2日。", {"type": "article-journal", "title": "社會創新", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "URL": "https://ssir.org/a", "issued": "2020", "accessed": "2021-07-02", "author": "北京樂平公益基金會"}, []),
    ("北京樂平公益基金會，2020，《斯坦福社會創新評論》，9：91-109，檢索日期：2021年7月2日，https://ssir.org/a。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "URL": "https://ssir.org/a", "issued": "2020", "accessed": "2021-07-02", "author": "北京樂平公益基金會"}, ['no-title']),
    ("樂平基金會，2020，《斯坦福社會創新評論》，9: 91-109。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "issued": "2020", "author": "樂平基金會"}, ['no-title']),
    ("北京樂平公益基金會,2020年,《斯坦福社會創新評論》,9 : 91 ~ 109 。", {"type": "article-journal", "container-title": "斯坦福社會創新評論", "volume": "9", "page": "91-109", "issued": "2020", "author": "北京樂平公益基金會"}, ['no-title']),
    ("王寬弘,2020,《人口販運防制》。台北:五南。", {"type": "book", "title": "人口販運防制", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "author": "王|寬弘"}, []),
    ("王寬弘、林國基、陳美華編，2020，《人口販運防制》，台北：五南。", {"type": "book", "title": "人口販運防制", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "editor": "王|寬弘; 林|國基; 陳|美華"}, []),
    ("王寬弘、林國基、陳美華合著，2020，《人口販運防制》，台北：五南。", {"type": "book", "title": "人口販運防制", "publisher": "五南", "publisher-place": "台北", "issued": "2020", "author": "王|寬弘; 林|國基; 陳|美華"}, []),
    ("王寬弘，2020，《人口販運防制：理論與實務》，2版，台北：五南，頁91-109。", {"type": "book", "title": "人口販運防制：理論與實務", "page": "91-109", "publisher": "五南", "publisher-place": "台北", "edition": "2", "issued": "2020", "author": "王|寬弘"}, []),
    ("Hogan, Kimberly A., Dominique Roe-Sepowitz, & John Smith. 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking 9(2): 91-109. From https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985. Retrieved November 12, 2021.", {"type": "article-journal", "title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "volume": "9", "issue": "2", "page": "91-109", "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985", "DOI": "10.1080/23322705.2020.1841985", "issued": "2020", "accessed": "2021-11-12", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique; Smith|John"}, []),
    ("Hogan, Kimberly A. 2020. “Homeless Young Adults and Trafficking. Journal of Human Trafficking 9: 91-109. Retrieved November 12, 2021, from https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985.", {"type": "article-journal", "title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "volume": "9", "page": "91-109", "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985", "DOI": "10.1080/23322705.2020.1841985", "issued": "2020", "accessed": "2021-11-12", "author": "Hogan|Kimberly A."}, ['unclosed-quote']),
    ("Hogan, Kimberly A. & Dominique Roe-Sepowitz. “Homeless Young Adults and Trafficking. Journal of Human Trafficking. From https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985. Retrieved November 12, 2021.", {"type": "article-journal", "title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985", "DOI": "10.1080/23322705.2020.1841985", "accessed": "2021-11-12", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"}, ['no-year', 'unclosed-quote']),
    ("Hogan, Kimberly A. & Dominique Roe-Sepowitz. 2020. “Homeless Young Adults and Trafficking. From https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985. Retrieved November 12, 2021.", {"type": "webpage", "title": "Homeless Young Adults and Trafficking", "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985", "DOI": "10.1080/23322705.2020.1841985", "issued": "2020", "accessed": "2021-11-12", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"}, ['unclosed-quote']),
    ("Hogan, Kimberly A. & Dominique Roe-Sepowitz. 2020. “Is It Over? Homeless Adults and Trafficking. Journal of Human Trafficking. From https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985. Retrieved November 12, 2021.", {"type": "article-journal", "title": "Is It Over? Homeless Adults and Trafficking", "container-title": "Journal of Human Trafficking", "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985", "DOI": "10.1080/23322705.2020.1841985", "issued": "2020", "accessed": "2021-11-12", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"}, ['unclosed-quote']),
    ("Hogan, Kimberly A. & Dominique Roe-Sepowitz. 2020. “Homeless Adults: A Study in the U.S. and Taiwan. Journal of Human Trafficking. From https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985. Retrieved November 12, 2021.", {"type": "article-journal", "title": "Homeless Adults: A Study in the U.S. and Taiwan", "container-title": "Journal of Human Trafficking", "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985", "DOI": "10.1080/23322705.2020.1841985", "issued": "2020", "accessed": "2021-11-12", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"}, ['unclosed-quote']),
    ("Hogan, Kimberly A.; Dominique Roe-Sepowitz. 2020. “Homeless Young Adults and Trafficking.” Journal of Human Trafficking. From https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985. Retrieved November 12, 2021.", {"type": "article-journal", "title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985", "DOI": "10.1080/23322705.2020.1841985", "issued": "2020", "accessed": "2021-11-12", "author": "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"}, []),
    ("Hogan, Kimberly A. et al., 2020, “Homeless Young Adults and Trafficking,” Journal of Human Trafficking. From https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985. Retrieved November 12, 2021.", {"type": "article-journal", "title": "Homeless Young Adults and Trafficking", "container-title": "Journal of Human Trafficking", "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985", "DOI": "10.1080/23322705.2020.1841985", "issued": "2020", "accessed": "2021-11-12", "author": "Hogan|Kimberly A."}, []),
    ("蘇珊·桑塔格（Susan Sontag）著，黃燦然譯，2010，《論攝影》，上海：上海譯文出版社。", {"type": "book", "title": "論攝影", "publisher": "上海譯文出版社", "publisher-place": "上海", "issued": "2010", "author": "蘇珊·桑塔格", "translator": "黃|燦然"}, []),
    ("Sontag, Susan 著，黃燦然譯，2010，《論攝影》，台北：麥田。", {"type": "book", "title": "論攝影", "publisher": "麥田", "publisher-place": "台北", "issued": "2010", "author": "Sontag|Susan", "translator": "黃|燦然"}, []),
    ("Sontag, Susan，2010，《論攝影》，黃燦然譯，台北：麥田。", {"type": "book", "title": "論攝影", "publisher": "麥田", "publisher-place": "台北", "issued": "2010", "author": "Sontag|Susan", "translator": "黃|燦然"}, []),
]
# fmt: on


def said(text):
    """What one entry says: every field that is set, and the codes of the warnings."""
    reference = parse_reference(text)
    item = reference.item
    assert item is not None, reference.reason
    found = {"type": item.type, **{field: item.fields[field] for field in FIELDS if field in item.fields}}
    found |= {field: str(item.dates[field]) for field in DATES if field in item.dates}
    for role in NAMES:
        if item.names.get(role):
            found[role] = "; ".join(map(shown, item.names[role]))
    warnings = sorted({one.code for one in reference.problems if one.severity is not Severity.NOTE})
    return found, warnings


def shown(name):
    family = " ".join(part for part in (name.dropping_particle, name.non_dropping_particle, name.family) if part)
    return name.literal or "|".join(part for part in (family, name.given, name.suffix) if part)


def filled(template, changes):
    return {field: value for field, value in {**template, **changes}.items() if value}


@pytest.mark.parametrize(("typed", "authors"), AUTHORS)
def test_authors_of_a_chinese_article_are_told_apart(typed, authors):
    text = f"{typed}，2020，〈{TITLE}〉，《{JOURNAL}》，9(2)：91-109。"
    assert said(text) == (filled(ARTICLE, {"author": authors}), [])


@pytest.mark.parametrize(("typed", "numbers"), NUMBERS)
def test_volume_issue_and_pages_are_read_however_they_are_typed(typed, numbers):
    assert said(f"王寬弘，2020，〈{TITLE}〉，《{JOURNAL}》{typed}") == (filled(ARTICLE, numbers), [])


@pytest.mark.parametrize(("typed", "issued"), YEARS)
def test_the_year_of_a_chinese_article_is_read_however_it_is_typed(typed, issued):
    found, _ = said(f"王寬弘{typed}〈{TITLE}〉，《{JOURNAL}》，9(2)：91-109。")
    assert found == filled(ARTICLE, {"issued": issued})


@pytest.mark.parametrize(("typed", "title", "warnings"), MARKS)
def test_title_marks_of_every_kind_are_taken_off_and_a_lost_one_is_reported(typed, title, warnings):
    assert said(f"王寬弘，2020，{typed}，9(2)：91-109。") == (filled(ARTICLE, {"title": title}), warnings)


@pytest.mark.parametrize("label", LABELS)
def test_a_number_or_bullet_before_an_entry_is_no_part_of_it(label):
    assert said(f"{label}王寬弘，2020，〈{TITLE}〉，《{JOURNAL}》，9(2)：91-109。") == (ARTICLE, [])


@pytest.mark.parametrize("typed", RETRIEVALS)
def test_address_and_date_of_retrieval_are_found_in_either_order_and_any_wording(typed):
    text = "美國在台協會，2021，〈人口販運問題報告〉" + typed.replace("@", PAGE["URL"])
    assert said(text) == (PAGE, [])


@pytest.mark.parametrize(("typed", "authors"), WESTERN_AUTHORS)
def test_authors_of_a_western_article_are_told_apart(typed, authors):
    text = f"{typed} 2020. “{WESTERN['title']}.” {WESTERN['container-title']} 9(2): 91-109."
    assert said(text) == (filled(WESTERN, {"author": authors, "volume": "9", "issue": "2", "page": "91-109"}), [])


@pytest.mark.parametrize(("typed", "fields", "warnings"), WESTERN_TAILS)
def test_a_western_article_is_read_whole(typed, fields, warnings):
    text = "Hogan, Kimberly A. & Dominique Roe-Sepowitz" + typed.replace("@", LANDING)
    wanted = filled(WESTERN, {name: value.replace("@", LANDING) for name, value in fields.items()})
    assert said(text) == (wanted, warnings)


@pytest.mark.parametrize(("text", "changes", "warnings"), ARTICLES)
def test_a_chinese_article_is_read_whole(text, changes, warnings):
    assert said(text) == (filled(ARTICLE, changes), warnings)


@pytest.mark.parametrize(("text", "changes", "warnings"), PAGES)
def test_a_chinese_report_read_online_is_read_whole(text, changes, warnings):
    assert said(text) == (filled(PAGE, changes), warnings)


@pytest.mark.parametrize(("text", "fields", "warnings"), WHOLE)
def test_an_entry_is_read_whole(text, fields, warnings):
    assert said(text) == (fields, warnings)


@pytest.mark.parametrize(("text", "fields", "warnings"), WHOLE)
def test_the_language_follows_from_the_script(text, fields, warnings):
    title = fields.get("title") or fields["container-title"]
    language = parse_reference(text).item.fields["language"]
    assert language[:2] == ("en" if title[-8:].isascii() else "zh")


CHINESE = "王寬弘，2020，〈人口販運〉，《警學叢刊》，9(2)：91-109。"
ONLINE = "美國在台協會，2021，〈人口販運問題報告〉：https://www.ait.org.tw/a/，檢索日期：2021年7月2日。"
JOURNAL_ALONE = "北京樂平公益基金會，2020，《斯坦福社會創新評論》，9：91-109。"
ENGLISH = "Hogan, Kimberly A. & Dominique Roe-Sepowitz. 2020. “Homeless Young Adults.” Journal of Human Trafficking. From https://a.org/x. Retrieved November 12, 2021."
ALL = (CHINESE, ONLINE, ENGLISH, JOURNAL_ALONE)
LISTS = [
    "\n".join(ALL),
    "\r\n".join(ALL),
    "\n\n".join(ALL),
    " ".join(ALL),
    "\n".join(f"{number}. {entry}" for number, entry in enumerate(ALL, start=1)),
    "\n".join(f"{number}、{entry}" for number, entry in zip("一二三四", ALL, strict=True)),
    " ".join(f"{number}. {entry}" for number, entry in enumerate(ALL, start=1)),
    "".join(f"[{number}]{entry}" for number, entry in enumerate(ALL, start=1)),
    "\n".join(f"• {entry}" for entry in ALL),
    "\n".join(f"　　{entry}" for entry in ALL),
    "\n".join(f"{entry[:20]}\n    {entry[20:]}" for entry in ALL),
    "\n\n".join(ALL).replace("Homeless ", "Homeless\n").replace("人口販運〉", "人口\n販運〉"),
    f"壹、中文部分\n{CHINESE}\n{ONLINE}\n貳、西文部分\n{ENGLISH}\n{JOURNAL_ALONE}",
    f"（一）中文\n{CHINESE}\n{ONLINE}\n（二）英文\n{ENGLISH}\n{JOURNAL_ALONE}",
]


@pytest.mark.parametrize("text", LISTS)
def test_the_entries_of_a_list_are_told_apart_however_it_is_laid_out(text):
    reading = read_reference_list(text)
    assert [item.year for item in reading.items] == [2020, 2021, 2020, 2020]
    assert [item.title or item.fields["container-title"] for item in reading.items] == [
        "人口販運",
        "人口販運問題報告",
        "Homeless Young Adults",
        "斯坦福社會創新評論",
    ]
    assert reading.failed == ()
    assert {one.code for one in reading.problems} <= {"no-title", "heading"}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("王寬弘，2020，〈題名，《警學叢刊》，9(2)：91-109。", "unclosed-quote", 1, 10),
        ("王寬弘，2020，〈題名〉，《警學叢刊，9(2)：91-109。", "unclosed-mark", 1, 15),
        ("1. 王寬弘，2020，〈題名〉，警學叢刊》，9(2)：91-109。", "unopened-mark", 1, 22),
        ("王寬弘，2020，\n    題名〉，《警學叢刊》，9(2)：91-109。", "unopened-quote", 2, 7),
        (CHINESE + "王寬弘，2020，〈題名》，《警學叢刊》，9(2)：91-109。", "mismatched-quote", 1, len(CHINESE) + 10),
    ],
)
def test_a_lost_mark_is_reported_where_it_stands(text, code, line, column):
    assert [(one.line, one.column) for one in read_reference_list(text).problems if one.code == code] == [
        (line, column)
    ]


def test_a_dash_stands_for_the_author_of_the_entry_before():
    reading = read_reference_list(f"{CHINESE}\n——，2021，《人權》，台北：五南。")
    assert [item.names["author"][0].full for item in reading.items] == ["王寬弘", "王寬弘"]
    assert "no-author" not in {one.code for one in reading.problems}


def test_a_law_lacks_no_author():
    assert [one.code for one in parse_reference("人口販運防制法（民國98年1月23日）。").problems] == []
