# ruff: noqa: E501 - a row of the table, and each of its rules, stands on one line
"""Newspapers, agencies, magazines and broadcasters: their pages are articles in them."""

from __future__ import annotations

from typing import Final

from tipcite.formats.webpage.site import Role, Rules, Site


def _paper(host: str, chinese: str, english: str, *aliases: str, language: str = "", languages: Rules = (),
           type_: str = "article-newspaper", strip: tuple[str, ...] = (), simplified: str = "") -> Site:  # fmt: skip
    return Site(
        host=host, chinese=chinese, english=english, aliases=aliases, role=Role.CONTAINER, type=type_,
        language=language, languages=languages, strip=strip, simplified=simplified, note="the canonical link",
    )  # fmt: skip


NEWS: Final = (
    _paper("cna.com.tw", "中央社", "Central News Agency", "中央社 CNA", "中央通訊社", "CNA", language="zh-TW"),
    _paper("focustaiwan.tw", "Focus Taiwan", "Focus Taiwan", "Focus Taiwan - CNA English News", "CNA English News", language="en"),
    _paper("udn.com", "聯合新聞網", "udn.com", "聯合報", "UDN", "經濟日報", "聯合新聞網 udn.com", "轉角國際 udn Global", language="zh-TW"),
    _paper("ltn.com.tw", "自由時報", "Liberty Times Net", "自由時報電子報", "自由電子報", "LTN", language="zh-TW"),
    _paper("chinatimes.com", "中時新聞網", "China Times", "中時電子報", "中國時報", "Chinatimes.com", language="zh-TW"),
    _paper("taipeitimes.com", "台北時報", "Taipei Times", language="en"),
    _paper("taiwannews.com.tw", "英文台灣新聞", "Taiwan News", language="en"),
    _paper("twreporter.org", "報導者", "The Reporter", "報導者 The Reporter", language="zh-TW", type_="article-magazine"),
    _paper("cw.com.tw", "天下雜誌", "CommonWealth Magazine", "天下", language="zh-TW", type_="article-magazine"),
    _paper("english.cw.com.tw", "天下雜誌", "CommonWealth Magazine", language="en", type_="article-magazine"),
    _paper("thenewslens.com", "關鍵評論網", "The News Lens", "The News Lens 關鍵評論網", type_="article-magazine",
           languages=((r"^international\.", "en"), (r"", "zh-TW"))),
    _paper("storm.mg", "風傳媒", "Storm Media", language="zh-TW"),
    _paper("news.pts.org.tw", "公視新聞網", "PTS News", "公視新聞網 PNN", language="zh-TW"),
    _paper("ettoday.net", "ETtoday新聞雲", "ETtoday", "ETtoday 新聞雲", language="zh-TW"),
    _paper(
        "bbc.com/zhongwen", "BBC News 中文", "BBC News Chinese", "BBC 中文網", "BBC中文", "BBC Chinese",
        languages=((r"/simp(?:/|$|\?)", "zh-Hans"), (r"", "zh-Hant")),
    ),
    _paper("bbc.com", "BBC News", "BBC News", "BBC", language="en"),
    _paper("bbc.co.uk", "BBC News", "BBC News", "BBC", language="en"),
    _paper("cn.nytimes.com", "紐約時報中文網", "The New York Times (Chinese)", "紐約時報中文网", simplified="纽约时报中文网",
           languages=((r"/zh-hant(?:/|$)", "zh-Hant"), (r"", "zh-Hans"))),
    _paper("nytimes.com", "紐約時報", "The New York Times", "New York Times", language="en"),
    _paper("washingtonpost.com", "華盛頓郵報", "The Washington Post", language="en"),
    _paper("theguardian.com", "衛報", "The Guardian", "the Guardian", language="en"),
    _paper("reuters.com", "路透社", "Reuters", language="en"),
    _paper("apnews.com", "美聯社", "Associated Press", "AP News", language="en"),
    _paper("ft.com", "金融時報", "Financial Times", language="en"),
    _paper("economist.com", "經濟學人", "The Economist", language="en", type_="article-magazine"),
    _paper("thediplomat.com", "外交家", "The Diplomat", language="en", type_="article-magazine"),
    _paper("foreignaffairs.com", "外交事務", "Foreign Affairs", language="en", type_="article-magazine"),
    _paper("foreignpolicy.com", "外交政策", "Foreign Policy", language="en", type_="article-magazine"),
)  # fmt: skip
