"""People whose role the text names, behind the title: translators, editors, 校注, `ed. by`."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.draft import HOLE, Draft
from tipcite.formats.reftext.hannames import is_han_person
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.names import read_creators
from tipcite.formats.reftext.reference import Confidence
from tipcite.formats.reftext.westernnames import is_name_list
from tipcite.formats.reftext.wording import UPPER
from tipcite.lang import is_institution
from tipcite.model import Name

_HAN_ROLE: Final = later(
    r"(?:^|(?<=[.。,;:\x00(\[〉》」”\s]))\s?(?P<names>[^\s,;:。()〈〉《》「」“”\x00\d]"
    r"[^;:。()〈〉《》「」“”\x00\d]{1,80}?)\s?,?\s?[(]?(?P<role>[譯译](?:者"
    r"|註|注)?|[選选編编][譯译]|校[注註譯]|點校|点校|[總总主]?[編编](?:者"
    r"|輯|辑|選|选|纂)?|[監监]修|整理|導讀|[合共][編编]者?|等[主合]?[編编]?著)(?=\s?[,.;。)〉\]:《『\x00]|$"
    r"|\s)"
)
_WESTERN_ROLE: Final = later(
    r"(?:(?<=[,.;:(\x00\]])|(?<=[,.;:(\x00\]]\s))(?P<role>(?:[Tt]rans(?:lated|\.)?(?: (?:and|&) (?:annotated"
    r"|introduced|adapted))?(?: (?:and|&) ed(?:ited|"
    r"\.)?)?|ed(?:ited|s?\.)(?: (?:and|&) trans(?:lated|\.)?)?)"
    r"(?: (?:with \w+ \w+ |from (?:the )?[A-Z]\w+ )?by)?)\s(?P<names>"
    r"[A-Z][^,;:()\x00\d]{3,80}?)(?=\s?[,;(\x00]|(?<!\s[A-Z])\.\s|\.?$|\s\()"
)
_WESTERN_ROLE_AFTER: Final = later(
    r"(?:^|(?<=[.;:(\[\x00/])|(?<=\])"
    r"|(?<=\b[Ii]n))\s?(?P<names>[A-Z\u3400-\u9fff][^;:()\[\]\x00\d]{2,140}?),?\s\(?(?P<role>"
    r"(?i:trans|translators?|eds?|editors?|comp|hrsg|hgg?|(?<=\()(?:coords?|dirs?|orgs?))(?i:\.? (?:&|and) trans)?)"
    r"\b(?!\.?\s(?:and\s|&\s)?(?:trans\w*\.?\s)?by\b)\.?\)?"
)
# Without one of these there is no role.
_HAN_HINT: Final = later("等著|合著|[譯译編编校點点監监整導]")
_HINT: Final = later(
    r"[tTeEcC](?i:(?<!\w.)(?:(?<=t)rans|(?<=e)d|(?<=c)o(?:mp|ord)))|\((?:Hr?s?g|hr?s?g|[Dd]irs?|[Oo]rgs?)\.?\)"
)
_ROLE_VARIABLES: Final = (
    (re.compile(r"編譯|编译|選譯|选译"), ("translator",)),
    (re.compile(r"[譯译]"), ("translator",)),
    (re.compile(r"校|點|点|整理"), ("editor",)),
    (re.compile(r"[編编監监導]"), ("editor",)),
    (re.compile(r"(?i)eds?\b.* trans|trans.* ed"), ("editor", "translator")),
    (re.compile(r"(?i)trans|^tr"), ("translator",)),
    (re.compile(r"(?i)ed|comp|h[rg]|coord|dir|org"), ("editor",)),
)


# `in Handbook of X, P. Lindholm and A. Roe, Eds. Berlin, Germany: Springer` (IEEE)
_SPOKEN: Final = rf"(?:[{UPPER}]\.[ -]?){{1,3}}[{UPPER}][\w’'-]+"
_BETWEEN_COMMAS: Final = later(
    rf",\s(?P<names>{_SPOKEN}(?:(?:,|,?\sand)\s{_SPOKEN}){{0,6}}),\s(?P<role>Eds?)\.,?(?=[\s\x00])"
)


def take_roles(draft: Draft, start: int) -> None:
    """Take people whose role is named: `Strachey J, trans.`, 郑戈, 译, `（徐溢謙譯）`, `(A. Ed, Ed.)`."""
    between = _BETWEEN_COMMAS.search(draft.text, start) if ", Ed" in draft.text else None
    if between is not None and "editor" not in draft.names:
        draft.names["editor"] = read_creators(draft.raw[slice(*between.span("names"))]).names
        draft.mark("editor", *between.span(), sure=Confidence.CERTAIN)
    for hint, pattern in ((_HAN_HINT, _HAN_ROLE), (_HINT, _WESTERN_ROLE_AFTER), (_HINT, _WESTERN_ROLE)):
        if not hint.search(draft.text, start):
            continue
        for match in list(pattern.finditer(draft.text, start)):
            if HOLE in draft.text[match.start("names") : match.end("role")]:
                continue
            _take_role(draft, match)


_HOST_PREFIX: Final = later(r"(?:載於|载于|收錄於|收錄于|收於|收入|收录于|收于|輯於|刊於|載|载|見|见|In|in|//)\s?:?\s?")


def _belongs_to_what_follows(text: str, match: re.Match[str]) -> bool:
    """`Human Rights, ed. John Smith, 91–109`: names follow the role, and no initials stand before it."""
    if match.start("role") < match.start("names") or not re.fullmatch(r"eds?|trans", match["role"]):
        return False
    behind = re.compile(r"\.\s(?P<names>[A-Z][^,;:()\x00\d]{3,80}?)(?=\s?[,;(\x00]|(?<!\s[A-Z])\.\s|\.?$)").match(
        text, match.end("role")
    )
    return behind is not None and is_name_list(behind["names"]) and not re.search(r"\b[A-Z]{1,3}\b", match["names"])


# The stops of `M. A. S. Abdel Haleem (trans.)` part no fields.
_INITIALS_BEFORE: Final = later(r"(?<![^\s,;(])(?:[A-Z]\.[ -]?)+$")


def _take_role(draft: Draft, match: re.Match[str]) -> None:
    names, role = match["names"], match["role"]
    if _belongs_to_what_follows(draft.text, match):
        return
    begin = match.start("names")
    prefix = _HOST_PREFIX.match(names)
    if (prefix and not names[: prefix.end()].isalpha()) or (prefix and len(names) - prefix.end() >= 2):
        begin += prefix.end()
    initials = _INITIALS_BEFORE.search(draft.text, max(0, begin - 16), begin)
    begin = initials.start() if initials else begin
    if role[0].isascii() and draft.text[begin : match.end("names")].count(" ") > 14:
        return
    if not role[0].isascii():
        begin = _names_begin(draft.text, begin, match.end("names"))
    creators = read_creators(draft.raw[begin : match.end("names")])
    if not creators.names or not _credible(creators.names):
        return
    variables = next((found for pattern, found in _ROLE_VARIABLES if pattern.search(role)), ("editor",))
    for variable in variables:
        if variable not in draft.names:
            draft.names[variable] = creators.names
            draft.mark(variable, min(begin, match.start("role")), match.end(), sure=Confidence.CERTAIN)
    if prefix or draft.raw[max(0, begin - 2) : begin] == "//":
        draft.type_hints.append("chapter")


def _names_begin(text: str, begin: int, end: int) -> int:
    """`區域研究手冊，黎正光、談明遠編`: a book's title before the editors is none of them."""
    pieces = text[begin:end].split(",")
    if len(pieces) < 2 or any("、" in piece for piece in pieces[:-1]):
        return begin
    last = len(pieces) - 1
    while last >= 0 and all(is_han_person(name.strip()) for name in pieces[last].split("、")):
        last -= 1
    if last < 0 or last == len(pieces) - 1 or is_institution(pieces[last].strip()):
        return begin
    return begin + len(",".join(pieces[: last + 1])) + 1


def _credible(names: tuple[Name, ...]) -> bool:
    return all(len(name.full) <= 40 and not any(char.isdigit() for char in name.full) for name in names)
