"""Lines that only say what follows: the heading of a list, of its parts by language or kind, of a letter."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.later import later

_HAN_NUMBER: Final = "一二三四五六七八九十壹貳參叁肆伍陸柒捌玖拾甲乙丙丁戊己"
# `一、`, `(二)`, `第三部`, `A.`, `II.`, `1.2`, `##`, `**`
_BEFORE: Final = (
    rf"(?:[\s#*=_【\[〔]|[（(]?(?:[{_HAN_NUMBER}]{{1,3}}|[\dIVX]{{1,4}}|[A-H](?=[.、)）]))[)）]?[、.．:：\s]+"
    rf"|[（(](?:[{_HAN_NUMBER}]{{1,3}}|\d{{1,2}}|[A-Ha-h])[)）]|第[一二三四五六七八九十]+[部章節类類])*"
)
_LIST: Final = (
    r"(?:主要|重要|本文|全文)?(?:引用|參考|参考|徵引|征引|延伸|引用與參考|引用暨參考)(?:的|及參考|"
    r"與參考)?(?:文獻|文献|書目|书目|資料|资料|著作|書籍|閱讀)"
    r"?(?:[／/、及與与暨]?(?:書目|文獻|文献|資料))?|書目|书目|參考|注释|註釋|附註|註腳"
)
_LANGUAGE: Final = r"(?:(?:中|英|日|西|外|法|德|韓|韩|俄)文|[漢汉]語|日語|英語|英语|東文|外國|國外|國內|国内|国外)"
_KIND: Final = (
    r"專書論文|专书论文|專書篇章|書籍論文|專書|专书|書籍|书籍|圖書|图书|專著|专著|著作|期刊論文|期刊论文|"
    r"期刊文章|期刊|雜誌|学术期刊|"
    r"學術期刊|學位論文|学位论文|博碩士論文|碩博士論文|博士論文|碩士論文|論文集論文|論文集|论文集|論文|"
    r"论文|研討會論文|會議論文|会议论文|會議資料|研究報告|研究报告|"
    r"報告|报告|報紙|报纸|報刊|报刊|新聞報導|新聞|网络资源|網路資源|網路資料|网络资料|網站資料|網站|"
    r"網頁資料|網頁|網絡資源|電子資源|電子資料|电子资源|"
    r"政府出版品|政府文件|政府公報|政府資料|官方文件|官方文書|官方資料|公文書|法規|法规|法律|法令|"
    r"法律法規|法條|裁判|裁判書|判決|判例|司法解釋|司法裁判|大法官解釋|"
    r"法規與裁判|傳統文獻|传统文献|古籍|古典文獻|史料|原始史料|原始文獻|檔案|档案|檔案資料|未刊檔案|"
    r"史料與檔案|近人論著|近人著作|今人論著|今人研究|近人研究|"
    r"研究論著|二手研究|二手資料|一手資料|專書及論文|專書與論文|專書、論文|訪談|訪談資料|口述歷史|工具書|"
    r"字典|辭典|翻譯|譯著|译著|譯作|影音資料|影音|其他|其它|文獻|文献"
)
_HAN: Final = (
    rf"(?:{_LIST})|(?:{_LANGUAGE}(?:的|之|部[分份])?(?:參考|参考|引用)?(?:部[分份]|文獻|文献|書目|书目|"
    rf"資料|资料|書籍|书籍|論著|论著|著作|{_KIND})?"
    rf"|(?:{_KIND})(?:部[分份]|類|类)?)(?:[及與与、和／/](?:{_KIND}))?"
)
_ENGLISH_KIND: Final = (
    r"primary|secondary|archiv(?:al|es?)|manuscripts?|unpublished|published|books?|monographs?|"
    r"edited books|book chapters?|"
    r"chapters?(?: in (?:edited )?books)?|articles?|journals?|journal articles?|periodicals?|"
    r"newspapers?(?: articles)?|news(?: articles)?|"
    r"theses|theses and dissertations|dissertations?(?: and theses)?|conference (?:papers|proceedings)|reports?|"
    r"government (?:documents|publications|reports)|official (?:documents|publications)|laws?|legislation|"
    r"statutes|cases?|laws and cases|"
    r"case law|cases and statutes|legal (?:sources|materials|documents)|treaties|internet|web(?:sites?|"
    r" pages)?|online|electronic|"
    r"interviews|reference works|others?|chinese|english|japanese|western|non-english|translated|"
    r"romanized|chinese-language|"
    r"english-language|japanese-language|books and articles|books and book chapters|books and chapters|"
    r"printed|audiovisual"
)
_ENGLISH: Final = (
    r"references?(?: list| cited)?|list of references|bibliography|selected bibliography|works cited|works consulted|"
    r"literature(?: cited)?|sources|cited works|further reading|notes|endnotes|notes and references|"
    rf"(?:{_ENGLISH_KIND})(?:,? (?:and|&) (?:{_ENGLISH_KIND}))?(?: (?:references?|sources?|works?|language|"
    rf"literature|resources?|"
    r"materials?|documents?|publications?))*"
)
_HAN_TAIL: Final = (
    r"[\s:：)）*#=_、／/】\]〕]*(?:[（(]?[A-Za-z, &]{0,40}[)）]?|[（(][^()（）]{0,16}[)）])[\s:：*#=_)】\]]*"
)
_ENGLISH_TAIL: Final = (
    r"[\s:：)）*#=_／/】\]〕]*(?:[（(]?[\u3400-\u9fff]{0,12}[)）]?|[（(][^()（）]{0,16}[)）])[\s:：*#=_)】\]]*"
)
_HAN_HEADING: Final = later(rf"{_BEFORE}(?:{_HAN}){_HAN_TAIL}")
_ENGLISH_HEADING: Final = later(rf"{_BEFORE}(?:{_ENGLISH})(?![A-Za-z]){_ENGLISH_TAIL}", re.IGNORECASE)
_STROKES: Final = later(
    r"[\s#*【\[（(]*(?:[一二三四五六七八九十廿卅]{1,4}|\d{1,2})\s?[畫画劃划][\s:：*】\])）]*(?:以上)?"
)
_LETTER: Final = later(r"[\s#*\[【(]*[A-Z][\s*\]】).]*")
_MAIN: Final = later(
    r"引用|參考|参考|徵引|征引|書目|书目|references?|bibliography|works cited|literature|sources", re.IGNORECASE
)


def is_heading(text: str) -> bool:
    """Tell whether a line is a heading of a reference list."""
    body = text.strip()
    if not body or len(body) > 60:
        return False
    if _HAN_HEADING.fullmatch(body) or _ENGLISH_HEADING.fullmatch(body):
        return True
    return len(body) < 12 and _STROKES.fullmatch(body) is not None


def is_main_heading(text: str) -> bool:
    """Tell whether a heading begins the list as a whole: 參考文獻, References."""
    return _MAIN.search(text) is not None


def letter_of(text: str) -> str:
    """Answer the letter of a line that has nothing else: the heading of a part of an alphabetical list."""
    return text.strip("\t #*[]【】().") if _LETTER.fullmatch(text) else ""
