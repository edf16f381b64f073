"""The begin of an entry: where the creators end, the date beside them, and where the title begins.

Families, told apart by where the date and the title's marks stand:

1. creators (date) title        APA, Harvard, most Taiwanese journals
2. creators, date, title        the social sciences in Taiwan, Chicago author-date, GB/T author-date
3. creators 〈title〉 …           MLA, Chicago notes, 作者：〈篇名〉
4. creators. title[J]. …        GB/T 7714 numeric
5. creators. title. …           Vancouver; 作者：書名
6. title (date)                 no creators
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from tipcite.formats.reftext.bodies import is_body
from tipcite.formats.reftext.continental import inverted_end
from tipcite.formats.reftext.creatorsend import (
    ENDS_IN_ROLE,
    are_han_creators,
    creators_end,
    is_creator,
)
from tipcite.formats.reftext.dates import FoundDate, dates_in, find_bare_roc_year
from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.headcreators import may_be_creators
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.publication import PLACES
from tipcite.formats.reftext.scan import TITLE_MARKS, Kind, Token, han_share, is_han
from tipcite.formats.reftext.title import TAIL_WORD
from tipcite.formats.reftext.westernnames import is_name_list


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where creators, date and title stand; `title_end` is set where the date stands behind the title."""

    creators: tuple[int, int] | None = None
    date: FoundDate | None = None
    date_span: tuple[int, int] = (0, 0)
    title_start: int = 0
    title_end: int | None = None
    sure: bool = True


# The head ends long before; what is longer would only take time.
_LONGEST_HEAD: Final = 2000
_MOST_DATES: Final = 12


def find_head(draft: Draft, tokens: tuple[Token, ...], marker: int | None) -> Head:
    """Choose the family of an entry; `marker` is where `[J]` stands."""
    named = draft.spans.get("author")
    if named is not None and named.start == 0:
        return Head(title_start=named.end)
    limit = _limit(draft, tokens, marker)
    if draft.law_end:
        return Head(title_start=0, title_end=draft.law_end)
    for found in islice(dates_in(draft.text, 0, min(limit, _LONGEST_HEAD)), _MOST_DATES):
        head = _with_date(draft, tokens, found)
        if head is not None:
            return head
    roc = find_bare_roc_year(draft.text, limit)
    if (
        roc is not None
        and han_share(draft.text[: roc.start]) > 0.4
        and are_han_creators(draft.text[: roc.start].rstrip(" (,"))
    ):
        head = _with_date(draft, tokens, roc)
        if head is not None:
            return head
    mark = _first_title_mark(draft, tokens)
    names = inverted_end(draft.text) if mark is not None and marker is None else None
    if mark is not None and names is not None and draft.has_words(names[1], mark.start):
        return Head(creators=_trimmed(draft, 0, names[0]), title_start=names[1])
    if mark is not None and (marker is None or mark.start < marker):
        creators = _trimmed(draft, 0, mark.start)
        return Head(creators=creators, title_start=mark.start)
    end = creators_end(draft, tokens, limit, marker=marker is not None)
    if end is None or _is_followed_by_source(draft, tokens, end[1], marker):
        return Head(title_start=0)
    return Head(creators=_trimmed(draft, 0, end[0]), title_start=end[1], sure=marker is not None)


_HOST_NEXT: Final = later(r"[\s\x00]*(?:[Ii]n:?\s|[見见载載]\s?:|[載载][於于]|收[錄录][於于])")


def _is_followed_by_source(draft: Draft, tokens: tuple[Token, ...], index: int, marker: int | None) -> bool:
    """Without creators the first clause is the title: `大黄. 见: 药典`, `荣庆日记. 西安: 西北大学出版社`."""
    if _HOST_NEXT.match(draft.text, index):
        return True
    if marker is not None:
        return False
    following = [token for token in tokens if token.start >= index and token.kind in (Kind.STOP, Kind.HOLE)]
    later = any(not token.weak and draft.has_words(token.end, len(draft.text)) for token in following)
    place = re.compile(r"\s*(?P<place>[^\s\d.,:;。、][^\d.:;。、]{0,30}):\s?[^\d:]{2,80},\s?(?:1[5-9]|20)\d\d").match(
        draft.text, index
    )
    if place is None or later or ("," in place["place"] and han_share(place["place"]) > 0.4):
        return False
    return PLACES.match(place["place"]) is not None


def _limit(draft: Draft, tokens: tuple[Token, ...], marker: int | None) -> int:
    """Nothing behind the first title mark, type marker, `//` or address belongs to the head."""
    mark = _first_title_mark(draft, tokens)
    slashes = (
        None if "//" not in draft.text else next((token.start for token in tokens if token.kind is Kind.SLASHES), None)
    )
    ends = [place for place in (marker, slashes, mark.start if mark else None) if place is not None]
    return min(ends, default=len(draft.text))


def _first_title_mark(draft: Draft, tokens: tuple[Token, ...]) -> Token | None:
    """Find the first marked piece that stands for itself: one inside a running title has text on both sides."""
    for place, token in enumerate(tokens):
        if token.kind is not Kind.GROUP or token.opener not in TITLE_MARKS | {'"'}:
            continue
        if token.opener in '“"' and _is_in_single_quotes(draft.text, token):
            continue
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        closed = (
            after is None
            or after.kind not in (Kind.TEXT, Kind.ENUMERATION)
            or _ends_inside(draft, token)
            or bool(TAIL_WORD.match(draft.text, after.start))
            or bool(_JOURNAL_GLUED.match(draft.text, token.end))
        )
        spaced = after is not None and draft.text[token.end : token.end + 1] == " "
        opened = (
            before is None
            or before.kind is not Kind.TEXT
            or (place == 1 and is_creator(draft.text[before.start : before.end]))
        )
        if opened and (closed or spaced or after is None or not is_han(draft.text[after.start])):
            return token
    return None


# 内田貴「契約の再生」法学協会雑誌107巻5号: a journal and its volume, no mark between
_JOURNAL_GLUED: Final = later(
    r"[\u3040-\u30ff\u3400-\u9fff]{2,24}(?:\s?\d{1,4}\s?[卷号號期輯]|、\s?(?:19|20)\d\d\s?年)"
)
_SINGLE_OPENED: Final = later(r"(?:^|[,.)]\s)[‘'](?=\S)[^‘’]*$")
_SINGLE_CLOSED: Final = later(r"[^‘’]*?[’'](?=\s?[,.;(\[]|\s+[A-Zi]|$|\s?\x00)")


def _is_in_single_quotes(text: str, token: Token) -> bool:
    """`Paul Craig, 'Theory, "Pure Theory" and Values'`: marks inside those of the title (OSCOLA 4, 3.3)."""
    if "'" not in text and "‘" not in text:
        return False
    opened = _SINGLE_OPENED.search(text, max(0, token.start - 400), token.start)
    return opened is not None and _SINGLE_CLOSED.match(text, token.end) is not None


def _ends_inside(draft: Draft, token: Token) -> bool:
    return draft.text[token.end - 2] in ",.?!"


# Behind a year that is a title stands where, by whom and when it came out.
_PUBLISHED_NEXT: Final = later(r"\.\s[A-Z][^\d.:,\x00]{2,30}:\s[^\d.:\x00]{2,60},\s(?:1[5-9]|20)\d\d[.\s\x00]*$")
# A case or an act has no author: `Brown v. Board of Education, 1954`
_LAW_NAME: Final = later(
    r"字第?\s?\d+\s?[號号][\u3400-\u9fff]{0,8}(?<!報告)(?<!报告)$|\S\sv\.?\s[A-Z][^\d]*(?:\(No\.? \d\))?$"
    r"|^(?![^,.]*\s(?:to|on|under|about)\s(?:the\s)?[A-Z])[A-Z][^,.]*\sAct$"
)
_LONG_WORD: Final = later(r"[^\W\d_]{8}")
_PAGE_WORDS: Final = later(
    r"頁|页|第|卷|期|版|年|月|\b(?:pp?|vols?|no|ed|at|pages?|s|ff?|bd|nr|rn|[ivxlc]+|[A-Z]\d+)\b\.?", re.IGNORECASE
)


def _with_date(draft: Draft, tokens: tuple[Token, ...], found: FoundDate) -> Head | None:
    """Read a date as the head's, if it stands as one does there."""
    text = draft.text
    enclosed = _enclosure(text, found)
    start, end = enclosed or (found.start, found.end)
    if _inside_group(tokens, start, end, enclosed is not None):
        return None
    after = _title_after(text, end)
    creators = _trimmed(draft, 0, start)
    follows = bool(_LONG_WORD.search(text, after)) or any(map(str.isalpha, _PAGE_WORDS.sub("", text[after:])))
    if creators is not None and found.date is not None and _LAW_NAME.search(text[slice(*creators)]):
        named = enclosed is None and text[creators[1] : start] == " "
        return Head(
            date=found, date_span=(start, end), title_start=0, title_end=end if named else creators[1], sure=False
        )
    if creators is not None and enclosed is None and text[: creators[1]].endswith(" Act"):
        return None  # `Blackstone's Guide to the Human Rights Act 1998, 7th ed.`
    if creators is None:
        return Head(date=found, date_span=(0, after), title_start=after) if follows else None
    if enclosed is None and not (_stands_alone(text, start, end) and follows):
        return None
    if enclosed is None and found.date and len(found.date.parts) > 1 and _is_sentence_of_names(text[slice(*creators)]):
        return None  # `Geoffrey Parker, The Army of Flanders, 1567-1659, 2nd ed. (…)`
    if enclosed is None and text[end : end + 1] == "." and _PUBLISHED_NEXT.match(text, end):
        return None  # `Orwell, George. 1984. London: Secker, 1949.`
    if not follows and enclosed is not None and _is_end(text, end) and _is_sentence_before(text, start):
        return Head(date=found, date_span=(start, end), title_start=0, title_end=creators[1], sure=False)
    if not follows or not may_be_creators(draft.text, tokens, creators, enclosed=enclosed is not None):
        return None
    if enclosed is not None and _is_title_first(text, creators, after):
        return Head(date=found, date_span=(start, end), title_start=0, title_end=creators[1], sure=False)
    return Head(creators=creators, date=found, date_span=(start, after), title_start=after)


# `International Organization for Migration (IOM) 2020: Title`
_ACRONYM_LAST: Final = later(r"[a-z]\s\([A-Z][A-Za-z-]*[A-Z]\)$")


def _is_sentence_of_names(body: str) -> bool:
    """Tell whether more than names stands before a span of years, parted by commas."""
    return ", " in body and han_share(body) < 0.4 and not is_name_list(body)


def _is_sentence_before(text: str, index: int) -> bool:
    before = text[:index].rstrip()
    if re.match(r"[(\[]\d{4}-\d", text[index:]):
        return False
    return before[-1:] in ".。?!" or (han_share(before) > 0.4 and not re.search(r"[,.。]", before))


def _is_end(text: str, index: int) -> bool:
    return not any(map(str.isalnum, text[index:]))


def _enclosure(text: str, found: FoundDate) -> tuple[int, int] | None:
    """Answer the bracket that holds nothing but the date (and `c.`, a status, another year)."""
    start = found.start
    before = text[max(0, start - 18) : start]
    opened = _OPENED.search(before) if "(" in before or "[" in before else None
    if opened is None:
        return None
    closed = _CLOSED.match(text, found.end)
    if closed is None or ":" in closed.group() or _NOT_BEHIND_DATE.match(text, closed.end()):
        return None
    return max(0, start - 18) + opened.start(), closed.end()


_OPENED: Final = later(r"[(\[]\s?(?:c\.?|ca\.?|約|西元|公元|民國?)?,?\s?$")
_CLOSED: Final = later(r"\s?(?:[/-]\s?\d{2,4})?[^()\[\]\x00]{0,40}?[)\]]")
# `(2000-2020)[DS]` is a title's end, `(2013)锡民终字第497号` a case number.
_NOT_BEHIND_DATE: Final = later(r"\s?\[[A-Z/]{1,5}\]|[\u3400-\u9fff]{1,8}字第?|\s?第?\d{1,4}[号號]")


def _inside_group(tokens: tuple[Token, ...], start: int, end: int, enclosed: bool) -> bool:
    return any(
        token.kind is Kind.GROUP
        and token.start <= start < token.end
        and not (enclosed and token.end >= end and token.start == start)
        for token in tokens
    )


def _title_after(text: str, index: int) -> int:
    match = _SEPARATORS.match(text, index)
    return match.end() if match else index


_SEPARATORS: Final = later(r"[\s,.:;。、年]*")


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[:start].rstrip()
    after = text[end:].lstrip(" 年")
    if text[start:end].lower().startswith(("n.", "no date")):
        return before[-1:] in (",", ".", "")
    if len(before) < start and after[:1] in TITLE_MARKS and are_han_creators(before):
        # 王寬弘 2020 〈題名〉
        return True
    if before[-1:] not in (",", ".", "。", "、", ";", ""):
        roled = before[-1:] == ")" and (ENDS_IN_ROLE.search(before) or _ACRONYM_LAST.search(before)) is not None
        return after[:1] in (".", ",", ":") and (roled or (before[-1:].isalpha() and not is_han(before[-1])))
    return after[:1] in (",", ".", ":", "。", "、", "〈", "《", "“", "「", '"', "\x00", ";")


_PUBLISHER_WORD: Final = later(
    r"Press|Publish|Productions?|Pictures|Records|Books|Studios?|Entertainment|Films?|Wikipedia"
)


def _is_title_first(text: str, creators: tuple[int, int], after: int) -> bool:
    """`List of companies. (2019). In Wikipedia.`: without creators the title stands before the date (APA 7, 9.12)."""
    body = text[creators[0] : creators[1]]
    if _MARKED.search(text, after):
        return False
    if han_share(body) >= 0.4:
        return _is_han_title(body, text[after:])
    if _NOTE_BEHIND_TITLE.search(body):
        return True
    inward = re.match(r"[Ii]n\s", text[after : after + 3])
    booked = "," not in body and inward and _IN_BOOK.match(text, after)
    if is_name_list(body) and not booked and not re.match(r"in\s[A-Z]", text[after : after + 4]):
        return False
    if inward:
        return text[after] == "i" or len(body.split()) > 1 or _IN_BOOK.match(text, after) is not None
    if is_body(body) and ":" not in body:
        return False
    small = sum(word[:1].islower() for word in body.split())
    rest = text[after:].strip(" .\x00")
    return "," not in body and (
        small >= 3 or (len(body.split()) > 1 and not re.search(r"[.。]", rest) and bool(_PUBLISHER_WORD.search(rest)))
    )


# `Recidivism. (2003). In Encyclopedia of corrections (Vol. 3, pp. 412-415).`
_IN_BOOK: Final = later(r"In\s[^.]{3,200}?\((?:[^()]*(?:Eds?\.|[Vv]ols?\.|pp?\.|ed\.))")


# `The Qur’an (M. A. S. Abdel Haleem, Trans.). (2004)`, `Map of China (p. 50). (2024)`
_NOTE_BEHIND_TITLE: Final = later(r"\S\s\((?:[^()]+,\sTrans\.|pp?\.\s\d[\d, -]*|(?:\w+\s)?No\.\s.*)\)\.?$")


def _is_han_title(body: str, rest: str) -> bool:
    """Tell whether what stands before the date is a title: no creators, and only a host or publisher follows."""
    if _DOCUMENT.search(body) and _is_source(rest):
        return True
    numbered = re.search(r"\([^()]*[\d卷冊册修][^()]*\)$", body)
    if not numbered and (are_han_creators(body) or re.search(r"[編编著譯译撰輯]\)?$|等人?$", body)):
        return False
    published = re.match(r"(?:載於|收錄於|载于|[\u3400-\u9fff]{2,6}:)", rest)
    sentence = re.search(r"[的與与之]|[^,]:[^,]|\([^()]*\)$", body) and len(body) > 6
    return bool(published or numbered or sentence) or (_is_no_name(body) and _is_source(rest))


# 文告, 電, 章程 and the like by a body are no body.
_DOCUMENT: Final = later(
    r"^.{6,}(?:[電电函令]|文告|公告|布告|章程|[紀纪記记][錄录]|宣言|通知|通告|訓令|训令|呈文|奏摺|奏折|日記|日记)$"
)
_SOURCE: Final = later(
    r"[報报刊網网社台臺館馆]$|學報|学报|雜誌|杂志|期刊|[公日晚]報|[公日晚]报|第\S{1,6}[期張张版]|出版|書局|书局|[檔档]案|^\[[^\[\]]*\]$"
)


def _is_source(rest: str) -> bool:
    """Tell whether what follows the date is at most where the work is found: a newspaper, an archive, a site."""
    if _MARKED.search(rest):
        return False
    clauses = [clause.strip(" ,") for clause in re.split(r"[。\x00]", rest)]
    clauses = [clause for clause in clauses if any(map(str.isalpha, clause)) and clause not in ("從", "从", "自")]
    return not clauses or (len(clauses) == 1 and any(map(_SOURCE.search, clauses[0].split(","))))


_MARKED: Final = later(r"\w.*\[[A-Z]{1,2}(?:/[A-Z]{2})?\]")


# What foreign names are written with: at least four in five of such a name's characters are of these.
_SOUNDS: Final = frozenset(
    "阿埃艾愛爱安奧奥巴貝贝比彼賓宾伯柏勃博布茨查達达戴丹黛德登狄迪蒂丁杜多厄恩爾尔法菲費费芬佛弗夫福甫蓋盖岡冈高戈哥格古"
    "哈海漢汉豪赫黑亨胡華华霍基吉季加迦傑杰金卡凱凯坎康柯科克肯孔庫库昆拉來莱賴赖蘭兰朗勞劳勒雷蕾黎里理麗丽利莉列林琳"
    "龍龙隆盧卢魯鲁路倫伦羅罗洛馬马瑪玛邁迈麥麦曼梅門门蒙米密明莫默姆穆納纳娜奈南內内尼妮涅紐纽諾诺努歐欧帕潘龐庞佩彭"
    "皮平坡珀普奇契強强喬乔切瓊琼熱热日薩萨塞賽赛桑森沙莎山尚舍申聖圣什施史士斯思松蘇苏索所塔泰坦湯汤唐陶特騰腾提廷"
    "圖图吐托陀脫妥瓦萬万韋韦維维威溫温翁沃烏乌吾伍武西希錫锡席夏肖謝谢辛欣休雪雅亞亚揚扬楊杨耶葉叶伊依易因英尤約约"
    "贊赞澤泽扎茲兹佐祖"
)


def _is_no_name(body: str) -> bool:
    """Tell whether Han text before a date is too long for a person, names no body and does not sound foreign."""
    letters = [char for char in body if is_han(char)]
    if len(letters) < 6 or is_body(body) or re.search(r"[·‧•]", body):
        return False
    return sum(char in _SOUNDS for char in letters) < 0.8 * len(letters)


def _trimmed(draft: Draft, start: int, end: int) -> tuple[int, int] | None:
    """Take separators off both ends; None when nothing is left."""
    text = draft.text
    while start < end and text[start] in " ,.;:。、\x00":
        start += 1
    while end > start and text[end - 1] in " ,;:。、\x00":
        end -= 1
    return (start, end) if start < end and any(char.isalnum() for char in text[start:end]) else None
