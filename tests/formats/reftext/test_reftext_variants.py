# ruff: noqa: E501  one reference a line
"""Ways in which people type the three kinds of reference that the first list held, and what must come out."""

from __future__ import annotations

import json
import re

import pytest

from tipcite.formats.reftext import parse_reference
from tipcite.model import Item, item_to_csl

STANFORD = {"container-title": "斯坦福社會創新評論", "type": "article-journal", "author": "北京樂平公益基金會"}
JOURNAL = {"title": "人口販運問題", "container-title": "中央警察大學學報", "type": "article-journal"}
AIT = {
    "title": "人口販運問題報告",
    "type": "report",
    "author": "美國在台協會",
    "URL": "https://www.ait.org.tw/zhtw/tip/",
}
SEEN = {"accessed": "2021-07-02", "issued": "2021"}
LGBTQ = {
    "title": "LGBTQ+ Homeless Young Adults",
    "container-title": "Journal of Human Trafficking",
    "type": "article-journal",
}
TWO = "Hogan|Kimberly A.; Roe-Sepowitz|Dominique"
WANG_KO = "王|寬弘; 柯|雨瑞"

CHINESE_JOURNALS = [
    (
        "北京樂平公益基金會,2020,《斯坦福社會創新評論》,9(2): 91-109。",
        STANFORD | {"issued": "2020", "volume": "9", "issue": "2", "page": "91-109"},
    ),
    (
        "北京樂平公益基金會，2020，《斯坦福社會創新評論》，9：91-109。",
        STANFORD | {"issued": "2020", "volume": "9", "page": "91-109"},
    ),
    (
        "北京樂平公益基金會，2020，《斯坦福社會創新評論》，第9卷第2期，頁91-109。",
        STANFORD | {"volume": "9", "issue": "2", "page": "91-109"},
    ),
    (
        "北京樂平公益基金會，2020，《斯坦福社會創新評論》，第九卷第二期，頁91-109。",
        STANFORD | {"volume": "9", "issue": "2", "page": "91-109"},
    ),
    (
        "北京樂平公益基金會，2020，《斯坦福社會創新評論》，9卷2期，頁91－109。",
        STANFORD | {"volume": "9", "issue": "2", "page": "91-109"},
    ),
    (
        "北京樂平公益基金會，2020，《斯坦福社會創新評論》，9（2），91–109。",
        STANFORD | {"volume": "9", "issue": "2", "page": "91-109"},
    ),
    (
        "北京樂平公益基金會,《斯坦福社會創新評論》,9: 91-109。",
        STANFORD | {"volume": "9", "page": "91-109", "issued": ""},
    ),
    ("北京樂平公益基金會,2020,《斯坦福社會創新評論》,9。", STANFORD | {"volume": "9", "issued": "2020", "page": ""}),
    ("北京樂平公益基金會,2020,《斯坦福社會創新評論》。", STANFORD | {"issued": "2020", "volume": ""}),
    (
        "北京樂平公益基金會（2020）。《斯坦福社會創新評論》，9，91-109。",
        STANFORD | {"issued": "2020", "volume": "9", "page": "91-109"},
    ),
    ("《斯坦福社會創新評論》，2020，9：91-109。", STANFORD | {"issued": "2020", "volume": "9", "author": ""}),
    ("《斯坦福社會創新評論》，9：91-109。", STANFORD | {"volume": "9", "page": "91-109", "author": ""}),
    (
        "王寬弘，2013，〈人口販運問題〉，《中央警察大學學報》，9：91-109。",
        JOURNAL | {"author": "王|寬弘", "volume": "9"},
    ),
    (
        "王寬弘、柯雨瑞，2013，〈人口販運問題〉，《中央警察大學學報》，9(2)：91-109。",
        JOURNAL | {"author": WANG_KO, "issue": "2"},
    ),
    (
        "王寬弘、柯雨瑞、陳大文,2013,〈人口販運問題〉,《中央警察大學學報》,9(2): 91-109。",
        JOURNAL | {"author": WANG_KO + "; 陳|大文", "issued": "2013"},
    ),
    (
        "王寬弘、柯雨瑞與陳大文，2013，〈人口販運問題〉，《中央警察大學學報》，9：91-109。",
        JOURNAL | {"author": WANG_KO + "; 陳|大文", "issued": "2013"},
    ),
    (
        "王寬弘等，2013，〈人口販運問題〉，《中央警察大學學報》，9：91-109。",
        JOURNAL | {"author": "王|寬弘", "issued": "2013"},
    ),
    (
        "王寬弘、柯雨瑞（2013），〈人口販運問題〉，《中央警察大學學報》，9卷2期，頁91-109。",
        JOURNAL | {"author": WANG_KO, "issued": "2013", "issue": "2"},
    ),
    (
        "王寬弘、柯雨瑞（2013）。人口販運問題。中央警察大學學報，9(2)，91-109。",
        JOURNAL | {"author": WANG_KO, "issued": "2013", "page": "91-109"},
    ),
    (
        "王寬弘、柯雨瑞（民102）。人口販運問題。中央警察大學學報，9（2），91-109。",
        JOURNAL | {"author": WANG_KO, "issued": "2013"},
    ),
    (
        "王寬弘、柯雨瑞，民國102年，〈人口販運問題〉，《中央警察大學學報》，9：91-109。",
        JOURNAL | {"author": WANG_KO, "issued": "2013"},
    ),
    (
        "王寬弘、柯雨瑞。2013。〈人口販運問題〉。《中央警察大學學報》9(2):91-109。",
        JOURNAL | {"author": WANG_KO, "issued": "2013", "volume": "9"},
    ),
    (
        "王寬弘、柯雨瑞，〈人口販運問題〉，《中央警察大學學報》，第9卷第2期（2013年6月），頁91-109。",
        JOURNAL | {"author": WANG_KO, "issued": "2013-06", "issue": "2"},
    ),
    (
        "王寬弘：〈人口販運問題〉，《中央警察大學學報》第2期（2013年），頁91—109。",
        JOURNAL | {"author": "王|寬弘", "issued": "2013", "issue": "2"},
    ),
    (
        "王寬弘，「人口販運問題」，《中央警察大學學報》，第9卷第2期（2013年6月），頁91-109。",
        JOURNAL | {"author": "王|寬弘", "issued": "2013-06"},
    ),
    (
        "王寬弘，2013，人口販運問題，中央警察大學學報，9(2)：91-109。",
        JOURNAL | {"author": "王|寬弘", "volume": "9", "issue": "2"},
    ),
    (
        "王寬弘. 人口販運問題[J]. 中央警察大學學報, 2013, 9(2): 91-109.",
        JOURNAL | {"author": "王|寬弘", "issued": "2013", "volume": "9"},
    ),
    (
        "王寬弘，2013，〈評《人口販運》一書〉，《中央警察大學學報》，44卷，頁1-9。",
        {"title": "評《人口販運》一書", "volume": "44", "page": "1-9"},
    ),
    ("北京樂平公益基金會,2020,《斯坦福社會創新評論,9: 91-109。", STANFORD | {"volume": "9", "page": "91-109"}),
]
CHINESE_WEB = [
    (
        "美國在台協會,2021,〈人口販運問題報告〉,檢索日期:2021 年 7 月 2 日,https://www.ait.org.tw/zhtw/tip/。",
        AIT | SEEN,
    ),
    (
        "美國在台協會,2021,〈人口販運問題報告〉: https://www.ait.org.tw/zhtw/tip/,檢索日期:2021 年 7 月 2 日。",
        AIT | SEEN,
    ),
    (
        "美國在台協會，2021，〈人口販運問題報告〉：https://www.ait.org.tw/zhtw/tip/，檢索日期：2021年7月2日。",
        AIT | SEEN,
    ),
    (
        "美國在台協會，2021，〈人口販運問題報告〉：https://www.ait.org.tw/zhtw/tip/。",
        AIT | {"issued": "2021", "accessed": ""},
    ),
    (
        "美國在台協會，〈人口販運問題報告〉：https://www.ait.org.tw/zhtw/tip/，檢索日期：2021年7月2日。",
        AIT | {"issued": "", "accessed": "2021-07-02"},
    ),
    (
        "美國在台協會，2021，〈人口販運問題報告〉，取自https://www.ait.org.tw/zhtw/tip/，上網日期：2021/7/2。",
        AIT | SEEN,
    ),
    (
        "美國在台協會，2021，〈人口販運問題報告〉，網址：https://www.ait.org.tw/zhtw/tip/（檢索日期：2021年7月2日）。",
        AIT | SEEN,
    ),
    (
        "美國在台協會，2021，〈人口販運問題報告〉，https://www.ait.org.tw/zhtw/tip/，最後瀏覽日：110年7月2日。",
        AIT | SEEN,
    ),
    ("美國在台協會，2021，〈人口販運問題報告〉，https://www.ait.org.tw/zhtw/tip/，2021年7月2日檢索。", AIT | SEEN),
    ("美國在台協會（2021）。人口販運問題報告。2021年7月2日，取自https://www.ait.org.tw/zhtw/tip/", AIT | SEEN),
    ("美國在台協會（2021）。人口販運問題報告。檢索日期：7月 2, 2021， https://www.ait.org.tw/zhtw/tip/", AIT | SEEN),
    (
        "美國在台協會（2021a）。〈人口販運問題報告〉。上網日期：2021年7月2日，檢自https://www.ait.org.tw/zhtw/tip/",
        AIT | SEEN | {"year-suffix": "a"},
    ),
    ("美國在台協會（無日期）。人口販運問題報告。https://www.ait.org.tw/zhtw/tip/", AIT | {"issued": ""}),
    (
        "美國在台協會、內政部移民署，2021，〈人口販運問題報告〉：https://www.ait.org.tw/zhtw/tip/，檢索日期：民國110年7月2日。",
        AIT | SEEN | {"author": "美國在台協會; 內政部移民署"},
    ),
    ("美國在台協會,2021,〈人口販運問題報告: https://www.ait.org.tw/zhtw/tip/,檢索日期:2021 年 7 月 2 日。", AIT | SEEN),
    (
        "美國在台協會，2021，《人口販運問題報告》，臺北：美國在台協會。",
        {"title": "人口販運問題報告", "type": "report", "publisher": "美國在台協會", "publisher-place": "臺北"},
    ),
    (
        "中央社，2021年7月2日，〈人口販運報告出爐〉，《自由時報》，A5版。",
        {"type": "article-newspaper", "issued": "2021-07-02", "container-title": "自由時報", "page": "A5"},
    ),
    (
        "美國在台協會. 人口販運問題報告[R/OL]. (2021-07-01)[2021-07-02]. https://www.ait.org.tw/zhtw/tip/.",
        AIT | {"issued": "2021-07-01", "accessed": "2021-07-02"},
    ),
]
CHINESE_BOOKS = [
    (
        "陳大文，2015，《人權讀本》，臺北：元照。",
        {"type": "book", "author": "陳|大文", "title": "人權讀本", "publisher": "元照", "publisher-place": "臺北"},
    ),
    (
        "陳大文：《人權讀本》（臺北：元照，2015年），頁5。",
        {"type": "book", "author": "陳|大文", "title": "人權讀本", "publisher": "元照", "issued": "2015", "page": "5"},
    ),
    (
        "陳大文（2015）。人權讀本（第二版）。元照。",
        {"type": "book", "title": "人權讀本", "edition": "2", "publisher": "元照"},
    ),
    (
        "陳大文、王寬弘（編），2015，《人權讀本》，臺北：元照。",
        {"type": "book", "editor": "陳|大文; 王|寬弘", "author": "", "title": "人權讀本"},
    ),
    (
        "陳大文著，王寬弘譯，2015，《人權讀本》，臺北：元照。",
        {"author": "陳|大文", "translator": "王|寬弘", "title": "人權讀本"},
    ),
    (
        "陳大文（2015）。人權讀本（王寬弘譯）。元照。",
        {"author": "陳|大文", "translator": "王|寬弘", "title": "人權讀本"},
    ),
    (
        "陳大文，2015，〈論人權〉，載於王寬弘編，《人權讀本》，頁1-20，臺北：元照。",
        {"type": "chapter", "title": "論人權", "editor": "王|寬弘", "container-title": "人權讀本", "publisher": "元照"},
    ),
    (
        "陳大文（2015）。論人權。載於王寬弘、柯雨瑞（主編），人權讀本（頁1-20）。元照。",
        {"type": "chapter", "title": "論人權", "editor": WANG_KO, "container-title": "人權讀本", "page": "1-20"},
    ),
    (
        "陳大文，2015，《論人權》，國立臺灣大學法律學研究所碩士論文。",
        {"type": "thesis", "title": "論人權", "genre": "碩士論文", "publisher": "國立臺灣大學法律學研究所"},
    ),
    (
        "陳大文（2015）。論人權（未出版之碩士論文）。國立臺灣大學法律學研究所，臺北市。",
        {"type": "thesis", "title": "論人權", "publisher": "國立臺灣大學法律學研究所", "publisher-place": "臺北市"},
    ),
]
WESTERN = [
    (
        "Hogan, Kimberly A. & Dominique Roe-Sepowitz. 2020. “LGBTQ+ Homeless Young Adults.” Journal of Human Trafficking 9(2): 91-109.",
        LGBTQ | {"author": TWO, "volume": "9", "issue": "2", "page": "91-109"},
    ),
    (
        'Hogan, Kimberly A. and Dominique Roe-Sepowitz. 2020. "LGBTQ+ Homeless Young Adults." Journal of Human Trafficking 9: 91-109.',
        LGBTQ | {"author": TWO, "volume": "9"},
    ),
    (
        "Hogan, Kimberly A., Dominique Roe-Sepowitz & Jane Doe. 2020. “LGBTQ+ Homeless Young Adults.” Journal of Human Trafficking. Retrieved November 12, 2021, from https://example.org/10.1080/23322705.2020.1841985.",
        LGBTQ | {"author": TWO + "; Doe|Jane", "accessed": "2021-11-12", "DOI": "10.1080/23322705.2020.1841985"},
    ),
    (
        "Hogan, Kimberly A. & Dominique Roe-Sepowitz. “LGBTQ+ Homeless Young Adults.” Journal of Human Trafficking. From https://example.org/x. Retrieved November 12, 2021.",
        LGBTQ | {"author": TWO, "issued": "", "URL": "https://example.org/x"},
    ),
    (
        "Hogan, Kimberly A. & Dominique Roe-Sepowitz. 2020. “LGBTQ+ Homeless Young Adults. Journal of Human Trafficking 9(2): 91-109.",
        LGBTQ | {"author": TWO, "volume": "9"},
    ),
    (
        "Hogan, Kimberly A. & Dominique Roe-Sepowitz. 2020. LGBTQ+ Homeless Young Adults.” Journal of Human Trafficking 9(2): 91-109.",
        LGBTQ | {"author": TWO, "volume": "9"},
    ),
    (
        "Hogan, K. A., & Roe-Sepowitz, D. (2020). LGBTQ+ homeless young adults. Journal of Human Trafficking, 9(2), 91–109. https://doi.org/10.1080/23322705.2020.1841985",
        {
            "title": "LGBTQ+ homeless young adults",
            "author": "Hogan|K. A.; Roe-Sepowitz|D.",
            "DOI": "10.1080/23322705.2020.1841985",
            "page": "91-109",
        },
    ),
    (
        "Hogan, Kimberly A., and Dominique Roe-Sepowitz. “LGBTQ+ Homeless Young Adults.” Journal of Human Trafficking, vol. 9, no. 2, 2020, pp. 91–109.",
        LGBTQ | {"author": TWO, "issued": "2020", "issue": "2"},
    ),
    (
        "Kimberly A. Hogan and Dominique Roe-Sepowitz, “LGBTQ+ Homeless Young Adults,” Journal of Human Trafficking 9, no. 2 (2020): 91–109.",
        LGBTQ | {"author": TWO, "issued": "2020", "volume": "9", "issue": "2"},
    ),
    (
        "Hogan KA, Roe-Sepowitz D. LGBTQ+ homeless young adults. J Hum Traffick. 2020;9(2):91-109.",
        {
            "title": "LGBTQ+ homeless young adults",
            "author": "Hogan|KA; Roe-Sepowitz|D",
            "container-title": "J Hum Traffick",
            "volume": "9",
        },
    ),
    (
        "Hogan, K.A. and Roe-Sepowitz, D. (2020) ‘LGBTQ+ Homeless Young Adults’, Journal of Human Trafficking, 9(2), pp. 91–109. Available at: https://example.org/x (Accessed: 12 November 2021).",
        LGBTQ | {"accessed": "2021-11-12", "issued": "2020"},
    ),
    (
        "K. A. Hogan and D. Roe-Sepowitz, “LGBTQ+ Homeless Young Adults,” Journal of Human Trafficking, vol. 9, no. 2, pp. 91–109, 2020.",
        LGBTQ | {"author": "Hogan|K. A.; Roe-Sepowitz|D.", "issued": "2020"},
    ),
    (
        "Hogan K A, Roe-Sepowitz D. LGBTQ+ homeless young adults[J/OL]. Journal of Human Trafficking, 2020, 9(2): 91-109[2021-11-12]. https://example.org/x.",
        {"title": "LGBTQ+ homeless young adults", "accessed": "2021-11-12", "issued": "2020"},
    ),
    (
        "Hogan, Kimberly A. 2020. LGBTQ+ Homeless Young Adults. New York: Routledge.",
        {"type": "book", "author": "Hogan|Kimberly A.", "publisher": "Routledge", "publisher-place": "New York"},
    ),
    (
        "Hogan, K. A. (2020). On law. In A. B. Smith & C. Doe (Eds.), Human rights today (pp. 1–20). Routledge.",
        {
            "type": "chapter",
            "title": "On law",
            "editor": "Smith|A. B.; Doe|C.",
            "container-title": "Human rights today",
            "page": "1-20",
            "publisher": "Routledge",
        },
    ),
    (
        "U.S. Department of State. 2021. Trafficking in Persons Report. Washington, DC: U.S. Department of State.",
        {
            "type": "report",
            "author": "U.S. Department of State",
            "title": "Trafficking in Persons Report",
            "publisher-place": "Washington, DC",
        },
    ),
    (
        "U.S. Department of State. 2021. “Trafficking in Persons Report: Taiwan.” From https://www.state.gov/taiwan/. Retrieved July 2, 2021.",
        {"type": "report", "URL": "https://www.state.gov/taiwan/", "accessed": "2021-07-02"},
    ),
]


def value(item: Item, field: str) -> str:
    if field == "type":
        return item.type
    if field in ("issued", "accessed", "original-date"):
        return str(item.dates.get(field, ""))
    if field in ("author", "editor", "translator"):
        return "; ".join(name.literal or f"{name.family}|{name.given}" for name in item.names.get(field, ()))
    return item.fields.get(field, "")


@pytest.mark.parametrize(("text", "expected"), CHINESE_JOURNALS + CHINESE_WEB + CHINESE_BOOKS + WESTERN)
def test_a_typed_variant_is_read_whole(text, expected):
    item = parse_reference(text).item
    assert item is not None
    assert {field: value(item, field) for field in expected} == expected, item_to_csl(item)


@pytest.mark.parametrize(("text", "expected"), CHINESE_JOURNALS + CHINESE_WEB + CHINESE_BOOKS + WESTERN)
def test_nothing_of_a_typed_variant_is_left_over(text, expected):
    assert "left-over" not in {problem.code for problem in parse_reference(text).problems}


# What only joins fields, and words that became a role, a type or a date.
WORDING = re.compile(
    r"[年月日卷期頁第民國版編著譯等於與、]|載於?|主編|檢索日期|上網日期|最後瀏覽日|檢索|取自|檢自|網址|無日期|[二九]"
    r"|Retrieved|Accessed|Available at|From|from|November|July|and|In|Eds|vol|no|pp?|doi|org|https?|J|OL|R|\b0\d\b|10[29]|110"
)


@pytest.mark.parametrize(("text", "expected"), CHINESE_JOURNALS + CHINESE_WEB + CHINESE_BOOKS + WESTERN)
def test_every_word_of_a_typed_variant_is_in_the_item(text, expected):
    item = item_to_csl(parse_reference(text).item)
    item.pop("custom")
    kept = re.sub(r"\W", "", json.dumps(item, ensure_ascii=False)).casefold()
    words = re.findall(r"[a-z]{3,}|[\u3400-\u9fff]|\d+", WORDING.sub(" ", text).casefold())
    assert [word for word in words if word not in kept] == []
