"""Volume, issue, pages, edition and report numbers: `9(2)`, 第9卷第2期, `vol. 9, no. 2`, 頁91-109."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from tipcite.formats.reftext.draft import Draft, clean
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.rarenumbers import RARE
from tipcite.formats.reftext.reference import Confidence
from tipcite.lang import chinese_number

_PAGE: Final = r"(?:[A-Za-z]{0,2}\d{1,7}[a-z]?|[ivxlc]{1,7}(?![A-Za-z]))"
_PAGES: Final = rf"{_PAGE}(?:\s?(?:-{{1,2}}|~|至|到)\s?{_PAGE})?"
_MANY: Final = rf"{_PAGES}(?:[,、+]\s?{_PAGES}(?![\d(年月]))*"
_HAN: Final = "[〇○零一二三四五六七八九十百]{1,5}"
_NUMBER: Final = rf"(?:\d{{1,5}}[A-Za-z]?(?:[-/]\d{{1,4}})?|{_HAN})"
_ISSUE: Final = r"[^()\x00〈《]{1,24}"
_VOLUME: Final = r"(?!(?:1[89]|20)\d\d\b)(?:[A-Z]{1,2}-?)?\d{1,4}[A-Z]?(?:[-/]\d{1,4})?"
# Glued behind a stop only after a long word: `Trafficking.9(2)`, but `F.Supp.2d (p. 1)` is a reporter.
_BEFORE: Final = r"(?<![\w-])(?:(?<!\.)|(?<=[a-z]{5}\.)|(?<=[〉》」”\u3400-\u9fff]\.))"
# An issue in brackets holds a digit or says which: (2), (S1), (增刊), (Suppl. 1), (Spring).
_ISSUE_WORD: Final = later(
    r"\d|[〇○零一二三四五六七八九十]|[增專专特副]刊|suppl|special|spec|spring|summer|autumn|fall|winter|[春夏秋冬上下]|\bpt|\bpart",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Pattern:
    expression: re.Pattern[str]
    sure: Confidence = Confidence.CERTAIN
    hint: str = ""
    """Characters of which the text must have one; most patterns are not tried at all."""
    variables: frozenset[str] = frozenset()


# In order: what names itself first, then what only its punctuation tells.
_EXPRESSIONS: Final = (
    # 9：2，頁91-109; 9.2: 91-109; 9/2：91-109; 9, 2, 91-109
    (
        (
            r"(?<=[,;.。\x00〉》」”\u3400-\u9fffa-z\s])(?P<volume>(?!(?:1[89]"
            r"|20)\d\d)\d{1,4})\s?[:,./]\s?(?P<part>\d{1,2})"
            r"(?:\s?\x00+)?\s?[,:]\s?(?:pp?\.|頁|页)?\s?(?P<page>\d{1,5}\s?-\s?\d{1,5})(?![\w(/])"
        ),
        Confidence.LIKELY,
    ),
    (
        (
            rf"(?<=[\s\x00,])(?:vol(?:ume|\.)?\s?)?(?P<volume>{_VOLUME})\s?,\s?(?:no|nr"
            rf"|iss)\.?\s?(?P<issue>\d{{1,4}}(?:\s?[-/]\s?\d{{1,4}})?)"
            rf"(?:\s?\x00+)?\s?[,:]\s?(?:pp?\.)?\s?(?P<page>{_MANY})(?![\w(/])"
        ),
        Confidence.CERTAIN,
    ),
    (r"卷\s?(?P<volume>" + _NUMBER + r")\s?[,、]?\s?期\s?(?P<issue>" + _NUMBER + r")(?=\W|$)", Confidence.CERTAIN),
    (
        (
            rf"{_BEFORE}(?P<volume>{_VOLUME})\s?\((?P<issue>{_ISSUE})\)\s?[,:]?\s?(?:pp?\.?|頁"
            rf"|页|第)?\s?(?P<page>{_MANY}|e\d+)(?:\s?[頁页])?(?![\w(/])"
        ),
        Confidence.CERTAIN,
    ),
    # 21：4（臺北，2014.12），頁1-39
    (
        (
            r"(?<=[,》〉])\s?(?P<volume>(?!(?:1[89]|20)\d\d)\d{1,3})\s?:\s?(?P<part>\d{1,2})(?=\s?(?:[,(]"
            r"|\x00).{0,60}?[頁页])"
        ),
        Confidence.LIKELY,
    ),
    # 107 (May): 255-71; the month is read as a date before
    (rf"(?<=[A-Za-z]\s)(?P<volume>{_VOLUME})\s\x00+\s?:\s?(?P<page>{_MANY})(?![\w(/])", Confidence.CERTAIN),
    (rf"(?<=[\x00,;.] )(?P<volume>{_VOLUME})\s?\((?P<issue>{_ISSUE})\)", Confidence.CERTAIN),
    (rf"{_BEFORE}(?P<volume>{_VOLUME})\s?\((?P<issue>{_ISSUE})\)(?=\s?(?:[,.;:。]|\x00|$))", Confidence.CERTAIN),
    (
        (
            rf"第?\s?(?P<volume>{_NUMBER})\s?卷\s?[,、]?\s?[(]?(?:第|总第"
            rf"|總第)?\s?(?P<issue>{_NUMBER}(?:[、,-]{_NUMBER})?)\s?[期號号輯辑][)]?(?:\s?[(][^()\x00]{{1,1"
            rf"2}}[)])?"
        ),
        Confidence.CERTAIN,
    ),
    (rf"(?<![共全])第\s?(?P<volume>{_NUMBER})\s?[冊册](?=\s?(?:[.,;:。()《〈]|\x00|$))", Confidence.CERTAIN),
    (r"(?<=[,》〉\x00])\s?(?P<volume>[上中下])\s?[冊册](?=\s?(?:[.,;:。()]|\x00|$))", Confidence.CERTAIN),
    (rf"[,:]?\s?卷\s?(?P<volume>\d{{1,4}}|{_HAN})(?=\s?(?:[.,;。)\x00]|$))", Confidence.CERTAIN),
    (r"第\s?(?P<volume>" + _NUMBER + r")\s?[卷]", Confidence.CERTAIN),
    (r"(?<![\d第])(?P<volume>\d{1,4})\s?卷", Confidence.CERTAIN),
    (
        rf"(?:[總总]\s?)?第\s?(?P<issue>{_NUMBER}(?:[、,-]{_NUMBER})?)\s?(?:[期號号](?!\w)|[期號号](?=[,(頁第]))",
        Confidence.CERTAIN,
    ),
    (r"(?<![\d第])(?P<issue>\d{1,5})\s?期", Confidence.CERTAIN),
    (r"(?<=[\x00年,])\s?(?P<issue>[增專专特]刊\s?\d{0,2})(?=[,.。;:]|\x00|$)", Confidence.CERTAIN),
    (
        (
            rf"[vV](?i:(?<![A-Za-z].)ol(?:ume|s)?\.?|(?:(?<=[:,;(].)|(?<=[:,;(]\s.))\.)\s?(?P<volume>{_NUMBER}"
            rf"|[IVXLCivxlc]+\b)(?:\s?\((?P<issue>\d{{1,4}}(?:-\d+)?)\))?"
        ),
        Confidence.CERTAIN,
    ),
    (
        (
            r"[nNiI](?i:(?<![A-Za-z].)(?:(?<=n)(?:[or°º]s?\.?|[uú]m\.?|\.[ºo°]?)|(?<=i)ss(?:ue)?s?\.?))"
            r"\s?(?P<issue>\d{1,5}(?:\s?[-/]\s?\d{1,5})?)(?![\d:.])"
        ),
        Confidence.CERTAIN,
    ),
    (rf"[pP](?i:(?<![A-Za-z].)(?:p?\.|p?(?=\s?\d)|ages?)\s?(?P<page>{_MANY}))", Confidence.CERTAIN),
    (rf"(?:頁碼|页码|頁次|[頁页])\s?:?\s?第?\s?(?P<page>{_MANY})(?:\s?[頁页])?", Confidence.CERTAIN),
    (rf"[頁页]\s?(?P<page>{_HAN}(?:\s?[-至到]\s?{_HAN})?)", Confidence.CERTAIN),
    (rf"(?<![\d-])第?\s?(?P<page>{_PAGES})\s?[頁页]", Confidence.CERTAIN),
    (rf"第?\s?(?P<page>[A-Z]?\d{{1,3}}(?:-\d+)?|{_HAN})\s?版(?=\W|$)(?<!\d\d\d版)", Confidence.LIKELY),
    (r"(?<=,\s)at\s(?P<page>[A-Z]\d{1,3})(?![\w-])", Confidence.CERTAIN),
    (r"版\s?(?P<page>[A-Z]\d{1,3}|(?<=[,\s]版)\d{1,2}(?=\s?(?:[,。.)]|$)))", Confidence.CERTAIN),
    (
        (
            rf"(?<=[,;.。\x00〉》」”\u3400-\u9fffa-z])\s{{0,2}}(?P<volume>{_VOLUME})\s?:\s?(?P<page>{_MANY}"
            rf"|e\d+)(?![\w(/])"
        ),
        Confidence.CERTAIN,
    ),
    (
        (
            rf"(?<=[,;.。\x00])\s?(?P<volume>{_VOLUME})\s?,\s?(?P<page>{_PAGES}"
            rf"|e\d+|Article\s\w+)(?=\s?(?:[,.;。]|\x00|$))"
        ),
        Confidence.LIKELY,
    ),
    (
        (
            rf"(?<=[\u3400-\u9fffA-Za-z)])\s?\((?P<issue>(?!(?:1[89]|20)\d\d)\d{{1,4}}(?:[-/]\d{{1,4}})?|S"
            rf"\d+|[增專专特副]刊)\)(?:\s?:\s?(?P<page>{_MANY}))?(?=\s?(?:[,.;。]"
            rf"|\x00|$))"
        ),
        Confidence.LIKELY,
    ),
    (rf"(?<=[》〉])\s?,?\s?(?P<volume>{_VOLUME})(?=\s?[.。]?\s?(?:$|\x00))", Confidence.DOUBTFUL),
    (
        rf"(?<=\x00)\s?[)\]]?\s?(?:[:,]|\.(?=\s\d+-\d+\.?$))\s?(?P<page>{_MANY}|e\d+)(?=\s?(?:[,.;。]|\x00|$))",
        Confidence.LIKELY,
    ),
    # 9 (2021) 1-20, its year taken out
    (
        rf"(?<=[a-z.]\s)(?P<volume>{_VOLUME})\s?\x00{{4,8}}\s(?P<page>{_PAGES}|e?\d{{3,}})(?=\s?(?:[,.;]|\x00|$))",
        Confidence.LIKELY,
    ),
    (rf"(?<=\x00)\((?P<issue>\d{{1,4}}(?:-\d{{1,4}})?)\)(?:\s?:\s?(?P<page>{_MANY}))?", Confidence.LIKELY),
    (rf"(?<=[,:;])\s?(?P<page>{_PAGE}\s?-\s?{_PAGE})(?=\s?(?:[,.;。]|\x00|$))", Confidence.LIKELY),
)
# For each expression the characters one of which it needs; "" where any text may have it.
_HINTS: Final = (
    "", "nN", "卷", "(", ":", ":", "(", "(", "卷", "冊册", "冊册", "卷", "卷", "卷",
    "期號号", "期", "刊", "vV", "nNiI", "pP", "頁页", "頁页", "頁页", "版",
    "t", "版", ":", ",", "(", "》〉", ":,", "\x00", "(", "-",
)  # fmt: skip


def _variables(expression: re.Pattern[str]) -> frozenset[str]:
    return frozenset(_variable(name) for name in expression.groupindex)


_EDITION: Final = later(
    r"[(\[]?\s?(?P<edition>(?:\d{1,3}(?:st|nd|rd|th|d)(?:\s(?:anniversary|rev(?:ised)?|international|student"
    r"|enlarged|expanded))?"
    r"|(?:rev(?:ised|\.)?|expanded|enlarged|updated)(?:,?\s(?:and|&)\s(?:expanded|enlarged|updated|revised"
    r"|annotated))?|second"
    r"|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|new|first)\s(?:rev(?:ised|\.)\s)?(?:ed(?:ition|n)?\b\.?)"
    r"|\d{1,2}-е\s(?:[а-я]+\.?,?\s(?:и\s)?){0,3}изд(?:ание|\.)"
    r"|\d{1,2}(?:\.|\.?[ªºa]\.?|[eè](?:me)?)\s?[ée]d(?:i[çc][aã]o|ici[oó]n|izione|ition|\.)"
    r"|\d{1,2}\.\s(?:[a-zäöüß.]+\s){0,2}aufl(?:age|\.)|(?:spring|summer|autumn|fall|winter)\s(?:19|20)\d\d\sed(?:ition|\.)"
    rf"|(?<=[(\[])[一二三四五六七八九十]{{1,3}}版(?=[)\]])"
    rf"|第\s?(?:\d{{1,2}}|{_HAN})\s?(?:次修[訂订])?版|(?<![A-Za-z\d第])\d{{1,2}}\s?版(?!社)"
    rf"|(?:增[訂订修補补]?|修[訂订正]|校[訂订]|新)\s?第?(?:\d{{1,2}}|{_HAN})\s?版|(?<=[(,，。\x00\s])[二三四五六七八九十]{{1,2}}版(?!社)"
    rf"|\d{{4}}\s?版(?!社)|(?:增[訂订修補补]?|修[訂订]|再|初|新|[標标][點点]"
    rf"|全新|校[訂订])[一二三四]?版?(?:[本版])|影印本)\s?[)\]]?(?=[\W\x00]"
    rf"|$)",
    re.IGNORECASE,
)
_REPORT: Final = later(
    r"(?:(?<=[.;,]\s)Report\s(?:No|Nr)\.?:?\s|\()"
    r"(?P<number>(?<!\()[A-Z\d][\w/-]*\d\b|(?<=\()(?:(?:Publication|Report|Working Paper|Technical Report"
    r"|Document|Order|Publ?\.)?\s?(?:No|Nr|#|number)s?[.:]?\s?[^()\x00]{1,60}"
    r"|[^()\x00]{1,24}\s(?:No|Nr)\.\s?[^()\x00]{1,60}|(?:NIH Publication"
    r"|Research Report|Discussion Paper)[^()\x00]{1,60}|[^()\x00:]{0,8}[編编][號号]\s?:?\s?[^()\x00]{1,40})(?=\)))\)?",
    re.IGNORECASE,
)


_FIGURES: Final = frozenset("0123456789〇○零一二三四五六七八九十百增專专特ivxlcIVXLC")


_HINTING: Final = frozenset("".join(_HINTS))


@lru_cache(maxsize=256)
def _patterns(present: frozenset[str]) -> tuple[_Pattern, ...]:
    """Choose the patterns that a text with these of the hints' characters may match."""
    return tuple(one for one in _all_patterns() if not one.hint or not present.isdisjoint(one.hint))


@cache
def _all_patterns() -> tuple[_Pattern, ...]:
    # One that begins with a set of characters says itself where case is nothing: the search jumps to these characters.
    compiled = [
        (re.compile(expression, 0 if "(?i:" in expression else re.IGNORECASE), sure)
        for expression, sure in _EXPRESSIONS
    ]
    return tuple(_Pattern(one, sure, hint, _variables(one)) for (one, sure), hint in zip(compiled, _HINTS, strict=True))


def take_numbers(draft: Draft, start: int, end: int) -> None:
    """Take volume, issue and pages out of the stretch behind the title; edition first, for 第2版 is none."""
    take_edition(draft, start, end)
    present = set(draft.text[start:end])
    if present.isdisjoint(_FIGURES):
        return
    for literal, rare in RARE:
        if draft.text.find(literal, start, end) >= 0 and (match := rare.search(draft.text, start, end)):
            _take(draft, match, Confidence.CERTAIN)
    patterns = _patterns(frozenset(present & _HINTING))
    for pattern in patterns:
        if pattern.variables <= draft.fields.keys():
            continue
        for match in pattern.expression.finditer(draft.text, start, end):
            if _is_credible(match) and _take(draft, match, pattern.sure):
                break


# `, 1979, 670 p.`: how many pages a book has, behind its year (Vancouver, French and Russian lists)
_EXTENT: Final = later(r"(?<=\d{4}[,.;] )(?P<count>\d{2,4})\s(?:pp?|S|с|стр)\.?(?=[\s\x00.]*$)")


_LONE: Final = later(
    r"(?<=[A-Za-z’'》〉\u3400-\u9fff]),\s?(?P<number>[A-Z]?\d{1,3}(?:-\d+)?)(?=\s?[.。]?\s?(?:\x00|$))"
)


def take_lone_number(draft: Draft, start: int) -> None:
    """Take `New York Times, A1.` as a page where the date has a day, `Journal of X, 267.` as a volume."""
    match = _LONE.search(draft.text, start)
    if match is None or {"volume", "page", "issue"} & draft.fields.keys():
        return
    issued = draft.dates.get("issued")
    daily = issued is not None and bool(issued.parts) and len(issued.parts[0]) == 3
    variable = "page" if daily or not match["number"].isdigit() else "volume"
    draft.set_field(variable, *match.span("number"))


def take_edition(draft: Draft, start: int, end: int) -> None:
    """Take out `2nd ed.`, 第二版, 增訂版."""
    match = _EDITION.search(draft.text, start, end) if _may_have_edition(draft.text, start, end) else None
    if match:
        value = clean(match["edition"])
        plain = re.match(
            r"\d+(?=st|nd|rd|th|\s?版|-е\s|(?:\.|\.?[ªºaeè]\S{0,3})\s?(?:[ée]d|[Aa]ufl))|第\s?(\d+)", value
        )
        number = (plain[1] or plain[0]) if plain and len(plain[0]) < 4 else value
        if value[0] in "第二三四五六七八九十" and not plain:
            number = str(chinese_number(value.strip("第版次修訂订 ")) or value)
        draft.set_field("edition", *match.span(), value=number, sure=Confidence.CERTAIN)


def _may_have_edition(text: str, start: int, end: int) -> bool:
    return any(text.find(hint, start, end) >= 0 for hint in ("版", "本", " ed", " Ed", " ED", " éd", " Aufl", " изд"))


def take_report_number(draft: Draft, start: int, end: int) -> bool:
    """Take out `(Report No. 123)`; tell whether there was one."""
    text = draft.text
    hinted = text.find("(", start, end) >= 0 or text.find("Report", start, end) >= 0
    match = _REPORT.search(text, start, end) if hinted else None
    if match is None:
        return False
    if _IS_REPORT.match(match["number"]) or match.group().startswith("Report"):
        draft.type_hints.append("report")
    value = re.sub(r"^(?:(?:Report|Publication)?\s?No\.\s?|[^:]{0,8}[編编][號号]\s?:?\s?)", "", match["number"]).strip()
    if re.match(r"(?:[\w.]+ ){0,2}(?:Report|Paper|Publication|Bulletin)\b|報告|报告", match["number"]):
        draft.type_hints.append("report")
    return draft.set_field("number", *match.span(), value=value, sure=Confidence.CERTAIN)


_IS_REPORT: Final = later(r"(?:Technical |Research |Working |Discussion )?(?:Report|Paper)\b", re.IGNORECASE)


def _is_credible(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    issue = groups.get("issue")
    if groups.get("part"):
        # 9/10 is a double volume, and `9: 91, 95-99` names pages
        return int(groups["part"]) <= 24 and int(groups["part"]) != int(groups["volume"]) + 1
    if issue and groups.get("volume") and not _ISSUE_WORD.search(issue):
        return False
    # (2020) behind a volume is the year (Chicago): `9 (2020): 91`
    return not (issue and re.fullmatch(r"(?:1[89]|20)\d\d年?", issue.strip()) and groups.get("volume"))


def _take(draft: Draft, match: re.Match[str], sure: Confidence) -> bool:
    groups = {name: value for name, value in match.groupdict().items() if value}
    if any(_variable(name) in draft.fields for name in groups):
        return False
    for name, value in groups.items():
        raw, variable = draft.raw[match.start(name) : match.end(name)], _variable(name)
        number = chinese_number(value.strip()) if name != "page" and not value[:1].isascii() else None
        draft.fields[variable] = str(number) if number else _tidy(name, raw)
        draft.mark(variable, *match.span(name), sure=sure)
    draft.blank(*match.span())
    return True


def _variable(group: str) -> str:
    """Name the variable of a group; `part` is an issue that only punctuation tells from a page."""
    return "issue" if group == "part" else group


def _tidy(name: str, raw: str) -> str:
    if name == "page":
        raw = raw.removeprefix("Article ")
        ends = re.split(r"\s*(?:[-‐‑‒–—―－~～至到]+)\s*", clean(raw).translate(_NARROW))
        return "-".join(str(chinese_number(end) or end) if re.fullmatch(_HAN, end) else end for end in ends)
    counted = re.fullmatch(r"第?\s?(.{1,6}?)\s?[期號号]", clean(raw))
    value = (counted[1] if counted and name in ("issue", "part") else clean(raw)).translate(_NARROW)
    return str(chinese_number(value) or value) if re.fullmatch(_HAN, value) else value


# Figures and letters of a number are stored as ASCII: ９ is 9.
_NARROW: Final = {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF5B), 0xFF0B, 0xFF0E, 0xFF0F)
}
