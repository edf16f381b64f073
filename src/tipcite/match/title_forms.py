"""How alike two titles are, judged strictly: whether they name one text, or neighbours in a series.

`titles` asks whether a record can be that of a cited work, where a doubt must not accuse; here a doubt must not join.
Order: (1) notices and reviews are other works than what they are about, (2) equal but for spelling and the year of
publication, (3) one of them without its subtitle, (4) a typing fault in one word. Numbers, and words for numbers, are
never a typing fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from tipcite.lang import fold_width, has_han
from tipcite.match.titles import likeness_of, title_words


class Relation(Enum):
    """What two titles are to each other."""

    EQUAL = auto()
    WITHOUT_SUBTITLE = auto()
    """One of them has a subtitle that the other leaves out."""
    TYPO = auto()
    """One word is written otherwise."""
    OTHER = auto()
    CROSS = auto()
    """In different scripts."""
    MISSING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleForm:
    """A title, folded: `words` and all of them joined; `main` what stands before the subtitle, `rest` the subtitle.

    `kind` is what it is where it speaks of another text: `notice`, `review`, `reply`, else "".
    """

    words: tuple[str, ...] = ()
    joined: str = ""
    main: str = ""
    rest: str = ""
    kind: str = ""
    is_han: bool = False
    is_generic: bool = False

    @property
    def weight(self) -> int:
        """How much it tells: letters, a Chinese character counting three."""
        return weight_of(self.joined)


_GENERIC: Final = frozenset(
    """editorial editorials introduction preface foreword afterword prologue epilogue conclusion conclusions index notes
    abstracts abstract contents bookreview bookreviews review reviews lettertotheeditor letters letter correspondence
    obituary inmemoriam news newsandnotes acknowledgements acknowledgments appendix bibliography references
    contributors listofcontributors notesoncontributors editorsnote editorsintroduction fromtheeditor fromtheeditors
    guesteditorial announcement announcements commentary comment discussion summary overview glossary
    introductiontothespecialissue specialissue frontmatter backmatter masthead erratum errata corrigendum
    序 序言 自序 代序 總序 序論 緒論 緒言 導論 導言 導讀 前言 引言 引論 結論 結語 後記 跋 附錄 目錄 目次 索引
    編者的話 編者話 編輯的話 主編的話 編後記 編後語 編輯報告 發刊詞 卷首語 卷頭語 社論 書評 書訊 參考文獻 致謝 緣起 凡例
    作者簡介 稿約 徵稿啟事 勘誤 勘誤表 更正 更正啟事 專題導言 專號導言 本期導讀 大事記 摘要""".split()
)
_CHAPTER: Final = re.compile(
    r"(?:chapter|part|section|appendix|volume|book)?(?:\d+|[ivxl]+)|第?[一二三四五六七八九十百\d]+[章節篇部編卷]"
)
_SUBTITLE: Final = re.compile(
    r"\s*(?:[:：;；]|\s[-–—]\s|[—–─]{1,2}|[?？!！。](?=\s*\S)|\.\s+(?=\S)|(?<=\S)[(（\[［〔【])\s*"
)
_NOTICES: Final = (
    "errat(?:um|a)|corrigend(?:um|a)|correction|retraction|withdrawal|addend(?:um|a)|expression of concern|notice of"
)
_KINDS: Final = {
    "notice": (
        rf"^\W*(?:(?:author|publisher|editor)s?['’]?\s+)?(?:{_NOTICES})\b(?!\s*(?:article|paper)?\s*[:：]?\s*$)",
        r"^\W*(?:勘誤|勘误|更正|正誤|订正|撤稿聲明|撤稿声明)|(?:勘誤|勘误|更正|撤稿聲明|撤稿声明|正誤表)\W*$",
        r"\((?:erratum|corrigendum|correction)\)\s*$",
    ),
    "review": (
        r"^\W*(?:book\s+|film\s+)?reviews?\s*(?:of\b|essay\s*[:：]|article\s*[:：]|[:：])|\b(?:a|book)\s+review\W*$",
        r"^\W*(?:書評|书评|評介|评介|評論|读后|讀後)\s*[:：︰─—-]|^[評评]\W*[《〈「『“]",
        r"[》〉」』](?:書評|书评|評介|评介|讀後|读后|導讀|导读)|[》〉」』](?:的|之)?(?:讀後感|读后感)",
    ),
    "reply": (
        r"^\W*(?:repl(?:y|ies)|respon(?:se|ding)|rejoinder|comments?|commentary|a?\s*note)\s+(?:to|on)\b",
        r"^\W*(?:回應|回应|答覆|答复|評論|评论|商榷|再論|再论|再談|再谈)|(?:回應|回应|商榷)\W*$",
    ),
}
_KIND_PATTERNS: Final = {kind: re.compile("|".join(patterns), re.IGNORECASE) for kind, patterns in _KINDS.items()}
_KIND_SIGNS: Final = tuple(
    """errat corrigend correction retraction withdrawal addend concern notice review repl respon rejoinder comment note
    誤 误 正 撤 評 评 讀 读 導 导 應 应 覆 复 榷 再""".split()
)
"""Every title that one of these patterns fits holds one of these; looking for them first is ten times faster."""
_CLOSING: Final = ("]", ")", "）", "］")
_TAIL: Final = re.compile(
    r"\s*(?:[\[(（［](?:in (?:chinese|japanese|english|german|french)|英文|中文|電子書)[\])）］]"
    r"|\[[a-z]{1,2}(?:/ol)?\])\s*$",
    re.IGNORECASE,
)
_NUMBER_WORDS: Final = frozenset(
    """one two three four five six seven eight nine ten eleven twelve first second third fourth fifth sixth seventh
    eighth ninth tenth i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx a b c d e f""".split()
)
_NUMBER_CHARS: Final = frozenset(
    "上中下前後续續初再新正副一二三四五六七八九十百千甲乙丙丁戊己庚辛東西南北男女左右內外內外大小老少"
)
_PART: Final = re.compile(
    r"(?:part|vol|volume|book|no|number|chapter|section|series|year|edition|ed|issue|supplement|pt)*(?:\d+|[ivx]+|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|first|second|third|a|b|c)(?:st|nd|rd|th)?(?:part|volume|edition)?"
    r"|第?[上中下前後續初一二三四五六七八九十百\d〇零]+[篇卷冊部輯集期章編版年季回之]*(?:度|版)?|之[一二三四五六七八九十]+|民國\d+年?"
)
_DIGIT_CHARS: Final = str.maketrans("〇零一二三四五六七八九", "00123456789")
_HAN_YEAR: Final = re.compile(r"[一二][〇零一二三四五六七八九]{3}(?=年|學)")
_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)(?:年度?)?")
_SPELLINGS: Final = (
    (re.compile(r"is(?=(?:ation|ed|es|ing|e|er|ers|ations)$)"), "iz"),
    (re.compile(r"yse"), "yze"),
    (re.compile(r"(?<=[a-z]{2})our(?=$|s$|al$|ed$|ing$|able$|hood|ite)"), "or"),
    (re.compile(r"(?<=[cbt])re$|(?<=[cbt])res$"), "er"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"amme(?=s?$)"), "am"),
    (re.compile(r"ll(?=ing$|ed$|er$|ers$)"), "l"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"gement$"), "gment"),
)
_HAN_FILLING: Final = re.compile("[之的與及和暨與]")
_LEAST_MAIN: Final = 12
"""A main title of less than four Chinese characters or twelve letters names no work without its subtitle."""


@lru_cache(maxsize=1 << 15)
def title_form(title: str) -> TitleForm:
    """Fold a title."""
    text = fold_width(title).strip()
    if text.endswith(_CLOSING):
        text = _TAIL.sub("", text).strip()
    if "年" in text or "學" in text:
        text = _HAN_YEAR.sub(lambda match: match[0].translate(_DIGIT_CHARS), text)
    text = text.replace("&amp;", " and ").replace(" & ", " and ")
    words = _spelled(title_words(text))
    if not words:
        return TitleForm()
    joined = "".join(words)
    main, rest = _parts(text)
    return TitleForm(
        words=words,
        joined=joined,
        main=main or joined,
        rest=rest if main else "",
        kind=_kind(text),
        is_han=has_han(joined),
        is_generic=joined in _GENERIC or _CHAPTER.fullmatch(joined) is not None,
    )


def _kind(text: str) -> str:
    plain = text.lower()
    if not any(sign in plain for sign in _KIND_SIGNS):
        return ""
    return next((kind for kind, pattern in _KIND_PATTERNS.items() if pattern.search(text)), "")


def relate(one: TitleForm, other: TitleForm, years: frozenset[int] = frozenset()) -> Relation:
    """Say what two titles are to each other; `years` are those in which the works appeared."""
    if not one.joined or not other.joined:
        return Relation.MISSING
    if one.kind != other.kind:
        return Relation.OTHER
    if one.joined == other.joined or (one.is_han and len(one.words) < 4 and sorted(one.words) == sorted(other.words)):
        return Relation.EQUAL
    if one.is_han != other.is_han:
        return Relation.CROSS
    if _without_year(one.joined, years) == _without_year(other.joined, years) and _years(one) != _years(other):
        return Relation.OTHER if _years(one) and _years(other) else Relation.EQUAL
    if one.is_generic or other.is_generic:
        return Relation.OTHER
    if one.is_han and _HAN_FILLING.sub("", one.joined) == _HAN_FILLING.sub("", other.joined):
        return Relation.EQUAL
    if _differs_by_subtitle(one, other, years) or _differs_by_subtitle(other, one, years):
        return Relation.WITHOUT_SUBTITLE
    return Relation.TYPO if _is_typo(one, other) else Relation.OTHER


def weight_of(joined: str) -> int:
    """Count letters, a Chinese character as three."""
    return sum(3 if char >= "\u2e80" else 1 for char in joined)


def _differs_by_subtitle(short: TitleForm, long: TitleForm, years: frozenset[int]) -> bool:
    """Tell whether `long` is `short` with a subtitle that says more than which part or year it is."""
    if short.rest or not long.rest or short.joined != long.main:
        return False
    if _PART.fullmatch(long.rest) or _ends_in_part(long.rest) or re.search(r"\d", _without_year(long.rest, years)):
        return long.rest.strip("年度") in map(str, years)
    return weight_of(short.joined) >= _LEAST_MAIN


def _ends_in_part(rest: str) -> bool:
    return (
        re.match(
            r"(?:part|volume|vol|book)(?:\d|[ivx]+(?![a-z])|one|two|three)|[上中下][篇卷冊]|第[一二三四五六七八九十\d]",
            rest,
        )
        is not None
    )


def _is_typo(one: TitleForm, other: TitleForm) -> bool:
    """Tell whether one word, or one Chinese character in ten, is written otherwise."""
    if not (one.joined.isalpha() and other.joined.isalpha()) and _digits(one.joined) != _digits(other.joined):
        return False
    if one.is_han:
        return _is_han_typo(one.joined, other.joined)
    if likeness_of(one.joined, other.joined) < 0.9:
        return False
    left, right = list(one.words), list(other.words)
    for word in one.words:
        if word in right:
            left.remove(word)
            right.remove(word)
    if len(one.words) - len(left) < 3 or len(left) > 2 or len(right) > 2:
        return False
    if {*left, *right} & _NUMBER_WORDS:
        return False
    a, b = "".join(left), "".join(right)
    if not a or not b:
        return False
    return a == b or (len(a) > 4 and a[0] == b[0] and a[-2:] == b[-2:] and likeness_of(a, b) >= 0.85)


@lru_cache(maxsize=1 << 14)
def _digits(joined: str) -> str:
    return re.sub(r"\D", "", joined)


def _is_han_typo(one: str, other: str) -> bool:
    from rapidfuzz.distance import Indel

    if min(len(one), len(other)) < 10:
        return False
    changed = [
        (one if operation.tag == "delete" else other)[
            slice(operation.src_start, operation.src_end)
            if operation.tag == "delete"
            else slice(operation.dest_start, operation.dest_end)
        ]
        for operation in Indel.opcodes(one, other)
        if operation.tag != "equal"
    ]
    letters = "".join(changed)
    return len(letters) <= 2 and not _NUMBER_CHARS & {*letters}


@lru_cache(maxsize=1 << 14)
def _without_year(joined: str, years: frozenset[int]) -> str:
    if joined.isalpha():
        return joined
    return _YEAR.sub(lambda match: "" if not years or int(match[0][:4]) in years else match[0], joined)


def _years(form: TitleForm) -> frozenset[str]:
    return frozenset(match[0][:4] for match in _YEAR.finditer(form.joined))


@lru_cache(maxsize=1 << 15)
def _spelled_word(word: str) -> str:
    if len(word) < 5 or not word.isascii():
        return word
    for pattern, usual in _SPELLINGS:
        word = pattern.sub(usual, word)
    return word


def _spelled(words: tuple[str, ...]) -> tuple[str, ...]:
    """Write words in one spelling, American and British; a leading article is left out."""
    if len(words) > 2 and words[0] in ("the", "a", "an"):
        words = words[1:]
    return tuple(map(_spelled_word, words))


def _parts(text: str) -> tuple[str, str]:
    """Fold a title's two parts, ("", "") when it has one."""
    parts = _SUBTITLE.split(text, maxsplit=1)
    if len(parts) < 2:
        return "", ""
    main, rest = ("".join(_spelled(title_words(part))) for part in parts)
    return (main, rest) if main and rest else ("", "")
