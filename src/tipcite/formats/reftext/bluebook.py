"""Forms of law reviews and of the law (Bluebook, rules 10 to 16; APA 7, chapter 11).

Volume before the journal's or reporter's name: `Title, 30 Journal of X 171 (2004)`, `Brown v. Board, 347 U.S. 483
(1954)`, `Act, 42 U.S.C. § 12101 (1990)`; public laws, `Act, Pub. L. No. 88-352`; and what has no author but a number:
`U.S. Const. amend. XIX`, `Exec. Order No. 13,676`, `S. Res. 438`.
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.dates import dates_in, match_date
from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.names import read_creators
from tipcite.formats.reftext.reference import Confidence, Span
from tipcite.model import Date

_CITED: Final = later(
    r"(?:,\s|(?<=,[”\"])\s)(?P<volume>\d{1,4})\s(?P<container>(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z.]*[,\s])[A-Z][^,()\d\x00§_]{1,60}(?:,[^,()\d\x00§_]{1,40}){0,3}?(?:\dd)?)"
    r"(?:\s"
    r"(?P<section>§§?\s)?(?P<page>\d{1,5}(?:-\d{1,5})?)(?:\set seq\.?)?"
    r"(?:,\s\d{1,5}(?:-\d{1,5})?(?:\sn\.\s?\d{1,4})?){0,3}|\s_+)?"
    r"\s?(?=\((?:[A-Z0-9][^()\x00]{0,30}\s)?(?:1"
    r"[5-9]|20)\d\d\)|,\s(?:1[5-9]|20)\d\d[.,]|\.?$)"
)
_PUBLIC_LAW: Final = later(
    r",\s?(?P<word>Pub\. L\. No\.|No\.|§)\s?(?P<number>(?:[(\[〔]\d{4}[)\]〕])?[^,\x00]{2,40}?)"
    r"(?=,\s|,?\s?§|\s?\(\D{0,30}(?:\d{4}[年月日\d]*)?\)|\s?\([A-Z]|[。.]?$)"
)
# A reporter or code, not a journal: what it holds has no author.
_OF_LAW: Final = later(
    r"(?:U\.S\.|S\. ?Ct\.|F\.|Fed\.|Cong\.|Stat\.|C\.F\.R|[A-Z][a-z]{1,3}\. Stat)"
    r"|^[A-Z]{1,2}\.(?:[A-Z]\.?){0,3}(?:\dd)?$"
)
_TREATIES: Final = later(r"U\.?N\.?T\.?S\.?|U\.?S\.?T\.?|T\.?I\.?A\.?S\.?|I\.?L\.?M\.?|L\.?N\.?T\.?S\.?")
_NAMED: Final = later(
    r"(?:(?:[A-Z]\.){1,3}|[A-Z][a-z]{1,6}\.)\s(?:Const\.|Charter)\s[^.\x00]*\.?[^.(\x00]*(?:\([^()]*\))?"
    r"|(?:Exec\. Order|Executive Order|Proclamation)\sNo\.\s[\d,]*\d"
    r"|\d{1,2}\s(?:U\. ?S\. ?C\.(?:A\.)?|C\. ?F\. ?R\.)\s(?:§§?|pt\.)\s[\w.()-]*\w\)*"
    r"|(?:[HS]\.\s?(?:R\.)?\s?)(?:(?:Con|J)\.\s?)?(?:Res|Rep|Doc)\.\s?(?:No\.\s?)?\d[\d-]*|(?:H\.R\.|S\.)\s\d+",
)


# The treaty series (Bluebook, table T4; OSCOLA 4, 2.7): volume, series, page or number.
_SERIES: Final = later(
    r"(?:,\s|(?<=\))\s|\s)(?:(?P<volume>\d{1,4})\s)?(?P<container>U\.?N\.?T\.?S\.?|L\.?N\.?T\.?S\.?|T\.?I\.?A\.?S\.?"
    r"|U\.?S\.?T\.?|(?:C\.?)?[EC]\.?T\.?S\.?|O\.?J\.?T\.?S\.?|I\.?L\.?M\.?"
    r"|Stat\.)(?:\sNo\.)?,?\s(?P<page>\d{1,5})(?=[\s.,;\x00(]|$)"
)
_OF_STATES: Final = later(
    r"\b(?:Convention|Covenant|Protocol|Treaty|Agreement|Charter|Pact|Accords?|Statute|Declaration)\b"
)
_ADOPTED: Final = later(
    r"(?:\s\(|,\s)"
    r"(?P<words>(?:adopted|signed|opened for signature|done|concluded)\s(?:on\s|at [A-Z]\w+,? )?)(?=[\dA-Z])"
)
_CONGRESS: Final = later(
    r",\s\d{1,3}(?:st|nd|rd|th|d)\sCong\.,?(?:\s\d(?:st|nd|rd"
    r"|d)\s[Ss]ess\.)?,?(?:\s\d{1,4}(?:-\d+)?)?\s(?=\((?:1[89]|20)\d\d\))"
)
_BILL_NUMBER: Final = later(r",\s(?:No\.\s)?(?P<number>(?:H\.\s?R\.|S\.)\s?\d+)(?=\x00|$)")
_ACT: Final = later(
    r"(?:The\s)?[A-Z][^.,;:\d\x00“‘\"]{2,140}\s(?:Act|Ordinance|Regulations|Order|Rules)\s(?P<year>(?:1[6-9]|20)\d\d)"
    r"(?=(?:,?\s(?:c|ch|s|ss|art|pt|sch|reg)\.?\s\d+.*|\s?\([A-Z][\w. ]{1,20}\).*|\.?)\s*$|[,.]?\s?\x00)"
)


def take_bluebook(draft: Draft) -> None:
    """Take volume, journal or reporter, and first page where they stand in that order, and numbers of laws."""
    _take_remark(draft)
    if _take_named(draft) or _take_treaty(draft) or "," not in draft.text or _take_congress(draft):
        return
    if _take_part_of_book(draft) or _take_online(draft):
        return
    law = _PUBLIC_LAW.search(draft.text)
    match = _CITED.search(draft.text)
    start = len(draft.text)
    if match is not None and match.start() > 2:
        start = match.start()
        for name in ("volume", "page"):
            if match[name] and not (name == "page" and match["section"]):
                draft.set_field(name, *match.span(name), sure=Confidence.CERTAIN)
        if match["section"]:
            draft.set_field("section", match.start("section"), match.end("page"), value=match["page"])
        draft.set_field("container-title", *match.span("container"), sure=Confidence.CERTAIN)
        draft.blank(*match.span())
        if _TREATIES.fullmatch(match["container"]):
            draft.type_hints.append("treaty")
            start = _take_day_of_treaty(draft, start)
        elif _OF_LAW.search(match["container"]):
            draft.type_hints.append("law")
        else:
            _take_genre(draft, start)
    if law is not None and 2 < law.start() < start and _is_law(draft, law):
        start = law.start()
        draft.set_field("section" if law["word"] == "§" else "number", *law.span("number"), sure=Confidence.CERTAIN)
        draft.blank(*law.span())
        draft.type_hints.append("law")
    if start < len(draft.text):
        # What stands before is the title: a full stop says so to the passes that follow.
        draft.text = draft.text[:start] + "。" + draft.text[start + 1 :]
    if not {"law", "treaty"}.isdisjoint(draft.type_hints):
        draft.law_end = start


# `Name, Title, in Evidence and Migration 203 (Paul Whitlock ed., 2011)` (Bluebook, rule 15.5)
_PART: Final = later(
    r",\s(?P<word>in\s)(?P<container>[A-Z][^,()\x00]{3,120}?)\s(?P<page>\d{1,4})(?:,\s\d{1,4}(?:-\d{1,4})?)?"
    r"\s\((?P<names>[A-Z][^()\x00]{3,90}?)\s(?P<role>eds?)\.,\s(?:(?P<edition>\d{1,2})(?:st|nd|rd|th|d)\sed\.\s)?"
    r"(?P<year>(?:1[5-9]|20)\d\d)\)"
)


def _take_part_of_book(draft: Draft) -> bool:
    match = _PART.search(draft.text) if " ed., " in draft.text or " eds., " in draft.text else None
    if match is None:
        return False
    for name, group in (("container-title", "container"), ("page", "page"), ("edition", "edition")):
        if match[group]:
            draft.set_field(name, *match.span(group), sure=Confidence.CERTAIN)
    draft.names["editor"] = read_creators(draft.raw[slice(*match.span("names"))]).names
    draft.mark("editor", match.start("names"), match.end("role"), sure=Confidence.CERTAIN)
    draft.set_date("issued", *match.span("year"), Date(parts=((int(match["year"]),),)))
    draft.type_hints.append("chapter")
    draft.blank(match.start() + 1, match.end())
    draft.text = draft.text[: match.start()] + "。" + draft.text[match.start() + 1 :]
    return True


# `Name, Title, Regul. Rev. (Mar. 9, 2016), https://…` (Bluebook, rule 18.2.2)
_ONLINE: Final = later(
    r",\s(?P<container>[A-Z][^,()\x00]{1,50}?)\s\((?P<date>[A-Z][a-z]{2,8}\.?\s\d{1,2},\s20\d\d)(?:,\s[\d:]+\s[AP]M)?\),?\s?(?=\x00)"
)


def _take_online(draft: Draft) -> bool:
    match = _ONLINE.search(draft.text) if "URL" in draft.fields and "), " in draft.text else None
    found = match_date(draft.text, match.start("date")) if match else None
    if match is None or found is None or found.date is None or "," not in draft.text[: match.start()]:
        return False
    draft.set_field("container-title", *match.span("container"), sure=Confidence.LIKELY)
    draft.set_date("issued", *match.span("date"), found.date)
    draft.blank(match.start() + 1, match.end())
    draft.text = draft.text[: match.start()] + "。" + draft.text[match.start() + 1 :]
    return True


# What stands in brackets behind a citation (Bluebook, rules 1.5 and 16.7)
_REMARK: Final = later(
    r"(?<=\d\d\d\d\))\s(?P<words>\((?:(?:student )?(?:book )?review(?:ing [^()\x00]*)?"
    r"|(?:footnotes?|citations?|emphasis)"
    r" (?:omitted|added)|(?:quoting|citing|discussing|arguing|describing|noting) [^()\x00]*)\))(?=[\s.\x00]*$)"
)


def _take_remark(draft: Draft) -> None:
    match = _REMARK.search(draft.text) if ") (" in draft.text else None
    if match is None:
        return
    if "review" in match["words"]:
        draft.set_field("genre", match.start("words") + 1, match.end("words") - 1, sure=Confidence.CERTAIN)
    else:
        draft.kept.append(match.span("words"))
    draft.blank(*match.span())


def _take_congress(draft: Draft) -> bool:
    """`H.R. 4412, 114th Cong. (2016)`, `Title: Hearing Before the …, 115th Cong. 9 (2018)`."""
    congress = _CONGRESS.search(draft.text) if "Cong." in draft.text else None
    if congress is None:
        return False
    draft.kept.append(congress.span())
    draft.blank(*congress.span())
    draft.law_end = congress.start()
    number = _BILL_NUMBER.search(draft.text, 3, congress.start())
    if number is not None:
        draft.set_field("number", *number.span("number"), sure=Confidence.CERTAIN)
        draft.law_end = number.start()
    draft.type_hints.append("hearing" if "earing" in draft.text[: congress.start()] else "law")
    return True


# Student-written pieces (Bluebook, rule 16.7.1) name their kind behind the author.
_GENRE: Final = later(r",\s(?P<genre>Note|Comment|Case Note|Case Comment|Recent Case|Book Review|Book Note|Essay),\s")


def _take_genre(draft: Draft, end: int) -> None:
    match = _GENRE.search(draft.text, 0, end)
    if match is not None and draft.set_field("genre", *match.span("genre"), sure=Confidence.CERTAIN):
        draft.blank(match.start("genre"), match.end())


def _take_day_of_treaty(draft: Draft, end: int) -> int:
    """`Convention on X, 3 March 1988, 1678 UNTS 201`: take the day; answer where the name ends."""
    comma = draft.text.rfind(", ", 0, end)
    while comma > 0 and end - comma < 24:
        found = match_date(draft.text, comma + 2)
        if found and found.date and found.end == end:
            draft.set_date("issued", comma + 2, end, found.date)
            return comma
        comma = draft.text.rfind(", ", 0, comma)
    return end


def _is_law(draft: Draft, law: re.Match[str]) -> bool:
    """`, No. 5` stands behind journals too: without `Pub. L.` the text before it must be a law's or a case's name."""
    if law["word"][0] == "P":
        return True
    before = draft.text[: law.start()]
    return bool(
        re.search(r"\sv\.\s|\bAct$|[法案例知釋释則则約约]\s?(?:\([^()]*\))?$", before)
    ) and "." not in before.replace(" v.", "").replace(" al.", "")


def _take_treaty(draft: Draft) -> bool:
    """`Convention …, Nov. 15, 2000, 2237 U.N.T.S. 319`: no author, the day of adoption, the series."""
    text = draft.text
    match = _SERIES.search(text) if _OF_STATES.match(text[: text.find(" ")] if " " in text else "") else None
    if match is None and _OF_STATES.search(text[:200]):
        match = _SERIES.search(text)
    if match is None or not _OF_STATES.search(text, 0, match.start()):
        return False
    adopted = _ADOPTED.search(text, 0, match.start())
    begin = adopted.end() if adopted else 0
    dates = [found for found in dates_in(text, begin, match.start()) if found.date is not None]
    end = match.start()
    if dates and adopted:
        end = adopted.start()
    elif dates and len(text[: dates[0].start].split()) > 3:
        end = dates[0].start
        end -= len(text[:end]) - len(text[:end].rstrip(" ,(["))
    for name in ("volume", "container", "page"):
        if match[name]:
            variable = "container-title" if name == "container" else name
            draft.set_field(variable, *match.span(name), value=match[name].strip(), sure=Confidence.CERTAIN)
    draft.blank(*match.span())
    if dates and dates[0].date is not None and end < match.start():
        draft.set_date("issued", dates[0].start, dates[0].end, dates[0].date)
        if any(map(str.isalpha, draft.text[end : match.start()])):
            draft.kept.append((end, match.start()))
        draft.blank(end, match.start())
    draft.law_end = end
    draft.type_hints.append("treaty")
    return True


# `The Constitution of the Republic of China (Taiwan), Art. 8.`
_ARTICLE_OF: Final = later(
    r"(?P<law>(?:The\s)?(?:[A-Z][\w’'-]*\s(?:(?:of|the|and|on|for)\s)*){0,8}(?:Constitution|Code|Act|Law|Charter)"
    r"(?:\sof(?:\sthe)?(?:\s(?:[A-Z][\w’'-]*|of|the|and)){1,8})?(?:\s\([A-Z][\w. ]{1,20}\))?),"
    r"\s(?:[Aa]rt(?:icles?|s?\.)?|[Ss]ec(?:tions?|t?s?\.))\s(?P<section>\d(?:[\w().-]*[\w)])?)[\s.\x00]*$"
)


def _take_named(draft: Draft) -> bool:
    act = (
        _ACT.match(draft.text)
        if any(word in draft.text for word in (" Act ", " Ordinance ", "Regulations ", " Order ", " Rules "))
        else None
    )
    if act is not None:
        draft.law_end = act.end()
        draft.type_hints.append("law")
        draft.dates["issued"] = Date(parts=((int(act["year"]),),))
        draft.spans["issued"] = Span(*act.span("year"))
        draft.confidence["issued"] = Confidence.CERTAIN
        return True
    part = _ARTICLE_OF.match(draft.text) if ", " in draft.text and len(draft.text) < 240 else None
    if part is not None:
        draft.set_field("section", *part.span("section"), sure=Confidence.CERTAIN)
        draft.blank(part.end("law"), part.end())
        draft.law_end = part.end("law")
        draft.type_hints.append("law")
        return True
    match = _NAMED.match(draft.text)
    if match is None:
        return False
    end = match.end()
    draft.law_end = end - (draft.text[end - 1] == ".")
    draft.type_hints.append("law")
    if end < len(draft.text) and draft.text[end] in ",.":
        draft.text = draft.text[:end] + "。" + draft.text[end + 1 :]
    return True
