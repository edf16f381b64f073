"""Lines of a reference list that are no references: headings, and what pages print around their text."""

from __future__ import annotations

import re
from typing import Final

_COUNT: Final = (
    r"(?:[\s#*=_（(]|[一二三四五六七八九十壹貳參叁肆伍陸甲乙丙丁]{1,3}[)）、.．:：\s]+"
    r"|[\dIVX]{1,4}[)）、.．:：\s]+|第[一二三四五六七八九十]+[部章節节][分份]?)*"
)
_HAN: Final = (
    r"(?:主要|重要)?(?:引用|參考|参考|徵引|征引|延伸|引述)(?:的)?(?:文獻|文献|書目|书目|資料|资料|著作|書籍)?"
    r"(?:[／/、及與與]?(?:書目|文獻))?"
    r"|(?:中|英|日|西|外|法|德|華|华)(?:文|語|语)(?:參考|参考|引用)?(?:部[分份]|文獻|文献|書目|书目|資料|资料"
    r"|書籍|书籍|專書|专书|期刊|論文|论文|著作)?(?:論文|论文)?"
    r"|(?:官方|政府)?(?:專書|专书|專著|专著|書籍|书籍|圖書|图书|譯著|译著|著作|期刊(?:論文|论文|文章)?|(?:博碩士|學位|学位|碩博士)論文"
    r"|学位论文|網路(?:資料|資源|文獻)|網站(?:資料)?|網頁|网络(?:资料|资源|文献)|網際網路|報紙|报纸|報刊|报刊|報章(?:雜誌)?|新聞|新闻"
    r"|政府(?:出版品|文件|資料|報告)|研討會(?:論文)?|會議論文|会议论文|(?:研究)?報告|官方(?:文件|資料)|法(?:規|规|律|令)(?:條文)?"
    r"|判[決决]|檔案|档案|史料|其他|其它)(?:[、及與與](?:專書|專著|論文|期刊|報告|雜誌|網站|資料))?(?:論文|论文|類|类|部分|部份)?"
)
_WESTERN: Final = (
    r"References?(?: List)?|Bibliography|Works Cited|Literature(?: Cited)?|Sources|Cited Works|Further Reading|Notes"
    r"|(?:Primary |Secondary )?(?:Chinese|English|Western|Books|Articles|Journal Articles|Journals"
    r"|Dissertations|Theses"
    r"|Web(?:sites| Sources)?|Internet Sources|Newspapers|Reports|Government Documents|Laws|Cases)"
    r"(?: (?:References?|Sources|Works|Language))?"
)
_TAIL: Final = r"[\s:：)）*#=_、／/]*(?:References?|Bibliography|\(?[A-Za-z ]{0,30}\)?)[\s:：*#=_)）]*"
_HEADING: Final = re.compile(rf"{_COUNT}(?:{_HAN}|[#*\s]*(?:{_WESTERN})){_TAIL}", re.IGNORECASE)
_LONGEST: Final = 60

_PAGE_NUMBER: Final = re.compile(
    r"[-–—~·\s]*(?:第\s?)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s?[頁页]|\s?(?:/|of)\s?\d{1,4})?[-–—~·\s]*"
)


def is_heading(text: str) -> bool:
    """Tell whether a line is a heading of a reference list."""
    body = text.strip()
    return 0 < len(body) <= _LONGEST and _HEADING.fullmatch(body) is not None


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but the number of a page: `- 135 -`, 第 135 頁, `3 of 10`."""
    body = text.strip()
    return len(body) <= 16 and _PAGE_NUMBER.fullmatch(body) is not None


def running_titles(lines: list[str]) -> frozenset[str]:
    """Find the lines that a text repeats on its pages, by what `title_key` makes of them."""
    seen: dict[str, int] = {}
    for line in lines:
        key = title_key(line)
        if key:
            seen[key] = seen.get(key, 0) + 1
    return frozenset(key for key, count in seen.items() if count > 1)


def title_key(line: str) -> str:
    """Make of a short line what is the same on all pages; "" where it cannot be a running title."""
    body = line.strip()
    if not 3 < len(body) <= _LONGEST or body[-1] in ".。．,，" or "http" in body or sum(map(str.isalpha, body)) < 3:
        return ""
    return re.sub(r"\d+", "#", body)
