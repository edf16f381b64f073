"""What the begin of an entry looks like.

The forms are those that a list may use; which of them this very list uses is learned in `wrapping`.
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.bodies import is_body
from tipcite.formats.reftext.creatorsend import are_han_creators, are_mixed_creators
from tipcite.formats.reftext.draft import fold
from tipcite.formats.reftext.scan import han_share
from tipcite.formats.reftext.westernnames import is_name_list

# As much of a text as its begin can need: names of a dozen authors and the year.
HEAD: Final = 300

SURE: Final = 3
LIKELY: Final = 2
POSSIBLE: Final = 1
NONE: Final = 0

_SAME: Final = re.compile(r"(?:-\s?){2,}[,.。(:《〈「]|(?:-\s?){3,}|_{3,}|同[上前][,。.(]|—[,.。(]")
# A set begins it, so that the search runs from one of its marks to the next; a bracket is one of them.
_YEAR: Final = re.compile(
    r"[(\[,.。、:;\s\])](?=[\s\d民中西公二一n無无if印出即c約])(?:(?<=[(\[])\s?(?:c\.|ca\.|約)?)?"
    r"(?:(?:中華)?民國?\s?\d{2,3}|(?:西元|公元)?\s?(?:1[5-9]|20)\d\d|(?<=[(,])(?:[6-9]\d|"
    r"1[0-4]\d)(?=年?[),])|[二一][〇○零一二三四五六七八九]{3}"
    r"|n\.\s?d\.?|無日期|无日期|in press|forthcoming|印刷中|出版中|即將出版)[a-z]?(?:-[a-z])?(?:\s?年)?"
    r"(?:(?:[,/.-]?\s?[\d\w .,/-]{1,24})?[)\]]|[/-](?:1[5-9]|20)?\d\d[),.]|"
    r"\d{1,2}月(?:\d{1,2}日)?[),.。]?|[,.。、:;〈《「“]|\s(?=[〈《「“A-Z]))"
)
_TITLE_MARK: Final = re.compile('[〈《「『“"]')
_GB: Final = re.compile(r"\[[A-Z]{1,2}(?:/[A-Z]{2})?\]")
_ROLE: Final = re.compile(
    r",?\s?\(?(?:\bEds?\b\.?|\beditors?\b|\bTrans\b\.?|\bcomps?\b\.?|主編|主编|編著|編|编|著|撰|譯|译|"
    r"輯)\)?[.,]?\s*$",
    re.IGNORECASE,
)
_VANCOUVER: Final = re.compile(
    r"(?:[a-z]{2,3}\s){0,2}[A-Z][^\W\d_]*(?:['’-][A-Z]?[^\W\d_]+)*(?:\s[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?)?\s(?!(?:UP|"
    r"II|III|IV|VI|US|UK|UN|EU|USA|DC|NY|MA|CA)\b)(?:[A-Z](?:\s[A-Z]){1,2}|[A-Z]{1,3}(?:-[A-Z])?)(?:,\s|\.\s|;\s)"
)
_IEEE: Final = re.compile(
    r"(?:[A-Z]\.[ -]?){1,4}(?:(?:van|von|de|der|den|la|du|del|"
    r"di)\s){0,2}[A-Z][^\W\d_]+(?:[-’'][A-Z]?[^\W\d_]+)?(?:,|\sand\s|\set al|\s&\s)"
)
_INVERTED: Final = re.compile(
    r"(?:(?:van|von|de|der|den|la|du|del|di|al-|el-|d[’']|"
    r"al)\s?){0,2}[A-Z][^\W\d_]*(?:[’'\s-][A-Z]?[^\W\d_]+){0,2},\s(?:[A-Z]\.|"
    r"[A-Z][^\W\d_]+(?:-[A-Z]?[^\W\d_]+)?)"
)
_MLA: Final = re.compile(r"[^()\d:?!]{4,160}?(?:\.|[a-z]{2}\.|et al\.)\s(?:[“\"']|[A-Z])")
_EDITED: Final = re.compile(
    r"[^()\d:?!]{4,80}?(?:\((?:[Ee]ds?\.|trans\.|Directors?|Producers?|Writers?|Hosts?)\)|,\s(?:eds?|trans)\.),?\s"
    r"|[^()\d:?!]{4,80}?,\s[“\"]"
)
_SPOKEN: Final = re.compile(
    r"[A-Z][^\W\d_]+(?:\s[A-Z]\.){0,2}(?:\s(?:van|von|de|der|den|la|du|del|di))*\s[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?"
    r"(?:,\s(?:[“\"]|[A-Z][^\W\d_]+\s)|\sand\s[A-Z])"
)


# What a role may end with (`IGNORECASE` takes ſ for s), and as far from a text's end as it may begin.
_ROLE_ENDS: Final = frozenset("dprsDPRSſ編编著撰譯译輯")
_ROLE_LENGTH: Final = 20


def _without_role(names: str) -> str:
    body = names.rstrip()
    if body.rstrip(".,)")[-1:] not in _ROLE_ENDS:
        return names
    match = _ROLE.search(names, max(0, len(body) - _ROLE_LENGTH))
    return names[: match.start()] + names[match.end() :] if match else names


# `Smith, J., & Roe, M. (2020).`, `Smith, Jane, and Mary Roe. 2020.`: letters that no folding changes, no small words
# but `and` and `et al`, so no earlier year in words (`n.d.`, `in press`).
_LETTERS: Final = "A-Za-zÀ-ÖØ-öø-ÿ"
_USUAL: Final = re.compile(
    rf"(?P<names>[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+, [A-ZÀ-ÖØ-Þ][{_LETTERS}]*"
    rf"(?:[ ,.&'’-]{{1,4}}(?:[A-ZÀ-ÖØ-Þ][{_LETTERS}]*|and(?= )|et al(?![{_LETTERS}])))*)"
    r"(?:[., ]{0,3}(?P<bracket>\()|[., ]{1,3})(?:1[5-9]|20)\d\d[a-z]?[).,]"
)
# `王寬弘、陳大文（2020）。`, `王寬弘，2020，`; a later name never begins as a year in Han (民國, 二〇二〇) does.
_USUAL_HAN: Final = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:、(?![一二中公出印即无無民約西])[\u4e00-\u9fff]{2,4})*)"
    r"(?:[（(]|[，,。.] ?)(?:1[5-9]|20)\d\d[a-z]?[）)，,。.]"
)
_HAN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
_SCRIPT_SHOWN: Final = 30
_HAN_HEAD: Final = 130


def strength(text: str) -> int:
    """Tell how surely a text (the line and what follows it) begins an entry: 3 with names and year … 0 not at all."""
    found = _usual_strength(text)
    if found:
        return found
    head = fold(text[:HEAD]).lstrip()
    if not head or head[0] in ",.;:!?)]}、。，；：！？）】〉》」』”’%/":
        return NONE
    if _SAME.match(head):
        return SURE
    if head[0].isdigit():
        return NONE
    if han_share(head[:_SCRIPT_SHOWN]) >= 0.4:
        return _han_strength(head)
    return _western_strength(head)


def _usual_strength(text: str) -> int:
    """Rate a begin in a usual form, of which folding would change nothing but the width of marks; 0: weigh it."""
    usual = _USUAL.match(text, 0, HEAD)
    if usual is not None and not _HAN.search(text, usual.end(), _SCRIPT_SHOWN):
        return _dated_strength(_without_role(usual["names"]).strip(" ,."), bracket=usual["bracket"] is not None)
    usual = _USUAL_HAN.match(text, 0, _HAN_HEAD)
    if usual is not None and han_share(text[:_SCRIPT_SHOWN]) >= 0.4:
        names = _without_role(usual["names"])
        return SURE if names and _are_creators(names) else NONE
    return NONE


_PAGES_NEXT: Final = re.compile(r":\s?\d")
_STOP_OR_TITLE: Final = re.compile(r"[.。〈《]")
_SEPARATOR: Final = re.compile(r"[,.。;:]")
_HAN_STOP: Final = re.compile(r"[.。:]")
_MARKED_TITLE: Final = re.compile(r"[^.。\[\]]{2,60}\[[A-Z]")


def _han_strength(head: str) -> int:
    mark = _TITLE_MARK.search(head, 0, 90)
    year = _YEAR.search(head, 0, _HAN_HEAD)
    if (
        year is not None
        and _PAGES_NEXT.match(head, year.end() - 1)
        and not _STOP_OR_TITLE.search(head, 0, year.start())
    ):
        return NONE  # `书局, 2015: 88-103`: the pages of an entry
    if year is not None and (mark is None or year.start() < mark.start()):
        names = _without_role(head[: year.start()].strip(" ,.。、;:("))
        if names and _are_creators(names):
            return SURE
        if head[year.start()] in "([" and 2 <= len(names) <= 30 and not _SEPARATOR.search(names):
            return POSSIBLE
    if mark is not None:
        names = _without_role(head[: mark.start()].strip(" ,.。、;:"))
        if not names:
            return POSSIBLE
        if _are_creators(names) and head[mark.start() - 1] in " ,.。:、)編著譯":
            return SURE
    return _han_stop_strength(head)


def _han_stop_strength(head: str) -> int:
    """`王宽弘, 柯雨瑞. 题名[J]`, `王寬弘：題名`."""
    marker = _GB.search(head)
    stop = _HAN_STOP.search(head, 0, 120)
    if stop is not None:
        names = _without_role(head[: stop.start()].strip(" ,、"))
        if names and _are_creators(names):
            # `容分析。` may be the end of a title: with this full stop names alone say little
            return SURE if marker else POSSIBLE if stop.group() == "。" else LIKELY
    return POSSIBLE if marker and _MARKED_TITLE.match(head) else NONE


def _are_creators(names: str) -> bool:
    return "。" not in names and (are_han_creators(names) or are_mixed_creators(names))


def _western_strength(head: str) -> int:
    if _VANCOUVER.match(head):
        return SURE
    inverted = _INVERTED.match(head)
    if not (head[0].isupper() or head[0] in "“\"'‘[(" or inverted):
        return NONE
    if _IEEE.match(head):
        return SURE
    year = _YEAR.search(head)
    if year is not None:
        before = head[: year.start()].strip(" ,.;:(")
        names = _without_role(before).strip(" ,.")
        found = _dated_strength(names, bracket=head[year.start()] in "([")
        if found:
            return found
    if inverted:
        return LIKELY if _MLA.match(head) or _EDITED.match(head) else POSSIBLE
    if _SPOKEN.match(head):
        return LIKELY if _QUOTED_NEXT.match(head) else POSSIBLE
    return POSSIBLE if head[0] in '“"‘' or _BODY_OR_ARTICLE.match(head) else NONE


_QUOTED_NEXT: Final = re.compile(r"[^“\"]{4,80},\s[“\"]")
_BODY_OR_ARTICLE: Final = re.compile(r"[A-Z]{2,}[.,:]\s|(?:The|A|An)\s")
_NO_NAMES: Final = re.compile(r"[“”\"?!;\d/](?:(?<=\d)|(?<!/)\s|(?<=/)/)")
_SENTENCE_END: Final = re.compile(r"[a-z][a-z]{2,}\.\s")


def _dated_strength(names: str, *, bracket: bool) -> int:
    """Rate what stands before the first year of a Western text."""
    if not names or len(names) > 260:
        return NONE
    if _NO_NAMES.search(names):
        return NONE
    if _INVERTED.match(names) and (
        "." not in names.rstrip(".") or is_name_list(names) or is_name_list(names.replace(".", ""))
    ):
        return SURE
    if _VANCOUVER.match(names + ". ") and is_name_list(names):
        return SURE
    if _SENTENCE_END.search(names):
        return NONE
    if is_body(names):
        return SURE if bracket else LIKELY
    if is_name_list(names):
        if bracket:
            return SURE if "," in names or len(names.split()) <= 4 else LIKELY
        return LIKELY if "," in names else POSSIBLE
    return POSSIBLE if bracket and "." not in names else NONE
