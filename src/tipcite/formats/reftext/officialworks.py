"""Works of courts and unions of states: EU acts, the European Court of Human Rights, UN documents, Chinese judgments.

Forms: OSCOLA 4, 2.6 (European Union: `Directive 2011/36/EU of … [2011] OJ L101/1`, 2.7.2 (`App no 23452/94`), 3.4.3
(`(Law Com No 313, 2008)`, `(Cm 7594, 2009)`); the United Nations' symbols (https://research.un.org/en/docs/symbols);
the citing of judgments in Chinese law journals (《法学引注手册》: name, court and number of the case).
"""

from __future__ import annotations

from typing import Final

from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.reference import Confidence
from tipcite.model import Date

_EU_ACT: Final = later(
    r"(?:(?:Commission|Council|Parliament and Council|Framework)\s)*(?:Delegated\s|Implementing\s|Framework\s)?"
    r"(?:Directive|Regulation|Decision|Recommendation)\s(?:\((?:EU|EC|EEC|Euratom|CFSP)(?:, Euratom)?\)\s)?(?:No\.?\s)?"
    r"(?P<number>\d{1,4}/\d{1,4}(?:/(?:EU|EC|EEC|JHA|CFSP|Euratom))?)\b"
)
_OFFICIAL_JOURNAL: Final = later(
    r",?\s\(?[\[(](?P<year>(?:19|20)\d\d)[\])]\s(?P<container>OJ)\s(?P<volume>(?:L|C|S)\s?\d+)(?:/|,\sp\.?\s)(?P<page>\d+)"
    r"|,?\s\(?(?P<container2>OJ|Official Journal(?: of the European Union)?),?\s(?P<volume2>(?:L|C|S)\s?\d+)"
    r"(?:,\s(?P<day>\d{1,2}\.\d{1,2}\.(?:19|20)\d\d))?(?:,\spp?\.?\s?(?P<page2>\d+(?:-\d+)?))?(?=[\s.,;\x00)]|$)"
)
_DAY_OF_ACT: Final = later(r"\bof \d{1,2} [A-Z][a-z]{2,8} (?P<year>(?:19|20)\d\d)\b")
_APPLICATION: Final = later(
    r",?\s(?P<words>App(?:lications?|lns?|s|ls?)?\.?\s[Nn]os?\.?\s(?P<number>\d{1,6}/\d\d(?:(?:,\s|,?\sand\s)\d{1,6}/\d\d)*))"
)
_COURT: Final = later(r"(?P<court>[A-Z][^,.\x00]{2,50}\bCourt\b[^,.\x00]{0,40}),\s(?=[^,]{2,80}?\sv\.?\s)")
# Between the number and the day: `, Judgment of 7 January 2010`, ` (ECtHR, 28 October 1998)`
_RULED: Final = later(
    r",?\s(?:(?P<words>(?:Grand Chamber\s)?(?:[Jj]udge?ment|[Dd]ecision))(?:\sof)?"
    r"|\((?P<court>[A-Z][^(),\d]{2,40}),)\s(?=\d)"
)
_SYMBOL: Final = later(
    r",\s(?:UN\s|U\.N\.\s)?(?:[Dd]ocs?\.?\s)?(?P<number>(?:A|S|E|ST|T|TD|DP|CCPR|CEDAW|CRC|CAT|CERD|CRPD|CMW|CED|HRI|FCCC"
    r"|CTOC|CAC|UNEP|CAB)/[A-Z0-9][\w.()-]*(?:/[\w.()-]*\w\)?)*|217 ?A ?\(III\))(?=[\s.,;\x00]|$)"
)
_COMMAND: Final = later(
    r"\s\((?P<number>(?:(?:Scot )?Law Com(?: CP)?|Cmnd|Cmd|Cm|CP|HC|HL|HL Paper|NAO|JCHR)\s(?:No\.?\s)?[\d()-]+"
    r"(?:,\s[\d()IVXA-Z-]+)?),\s"
    r"(?P<year>(?:1[89]|20)\d\d)\)(?:\s(?:paras?|ch|pp?|pt)\s[\d., -]+)?(?=[\s.\x00]*$)"
)
_HAN_CASE: Final = later(
    r"(?P<title>[^\x00,.。:《》〈〉]{2,60}案)\s?[,.。:]\s?(?P<court>[\u3400-\u9fff]{2,24}法院)?\s?"
    r"(?P<number>\((?P<year>(?:19|20)\d\d)\)\s?[\u3400-\u9fff\d\s]{3,24}[号號](?:[\u3400-\u9fff]{0,4}(?:判决|裁定|判決|调解|决定)[书書]?)?)"
)


def take_official(draft: Draft) -> None:
    """Take what tells such a work, so that its name alone stands before what follows; most entries are none."""
    text = draft.text
    if "v" in text and "/" in text and "pp" in text:
        _take_application(draft)
    if "/" in text and _take_eu_act(draft):
        return
    if ", Urt" in text or ", Beschl" in text:
        _take_german_case(draft)
    if "案" in text and ("号" in text or "號" in text):
        _take_han_case(draft)
    elif "/" in text or "217" in text:
        _take_symbol(draft)
    if ", " in text and "(" in text and (", 1" in text or ", 2" in text):
        _take_command(draft)


def _take_eu_act(draft: Draft) -> bool:
    act = _EU_ACT.match(draft.text)
    if act is None:
        return False
    journal = _OFFICIAL_JOURNAL.search(draft.text, act.end())
    day = _DAY_OF_ACT.search(draft.text, act.end(), journal.start() if journal else len(draft.text))
    draft.fields["number"] = act["number"]
    draft.type_hints.append("law")
    if journal is not None:
        for name, group in (("container-title", "container"), ("volume", "volume"), ("page", "page")):
            found = group if journal[group] else f"{group}2"
            if found in journal.re.groupindex and journal[found]:
                draft.set_field(name, *journal.span(found), value=journal[found], sure=Confidence.CERTAIN)
        draft.blank(*journal.span())
    if journal is not None and journal["day"]:
        number, month, published = map(int, journal["day"].split("."))
        draft.set_date("issued", *journal.span("day"), Date(parts=((published, month, number),)))
    year = journal if journal is not None and journal["year"] else day
    if year is not None:
        _set_year(draft, int(year["year"]), year.span("year"), inside=year is day)
    hole = draft.text.find("\x00", act.end())
    draft.law_end = journal.start() if journal else hole if hole > 0 else len(draft.text.rstrip(" ."))
    return True


# `BVerfG, Urteil vom 15. Dezember 1983 – 1 BvR 209/83, BVerfGE 65, 1.`
_GERMAN_CASE: Final = later(
    r"(?P<court>(?:[BEV]+[A-Z][A-Za-zf]{1,6}|[OL]?LG\s[A-ZÄÖÜ][a-zäöüß]+|EuGH|EGMR)),\s(?:Urt(?:eil|\.)|Beschl(?:uss|uß|\.))"
    r"\s(?:vom|v\.)\s\d{1,2}\.\s?(?:[A-Z][a-zä]{2,9}\s|\d{1,2}\.\s?)(?P<year>(?:19|20)\d\d)"
    r"(?:\s?[-,]\s(?:Az\.\s?)?(?P<number>[\w. ]{1,12}\d+/\d\d))?(?=[\s.,;]|$)"
)


def _take_german_case(draft: Draft) -> None:
    match = _GERMAN_CASE.match(draft.text)
    if match is None:
        return
    text = draft.text
    draft.set_field("authority", *match.span("court"), sure=Confidence.CERTAIN)
    if match["number"]:
        draft.set_field("number", *match.span("number"), value=match["number"].strip(), sure=Confidence.CERTAIN)
    draft.set_date("issued", *match.span("year"), Date(parts=((int(match["year"]),),)))
    draft.text = text
    draft.law_end = match.end()
    draft.type_hints.append("case")


def _set_year(draft: Draft, year: int, span: tuple[int, int], *, inside: bool) -> None:
    """Set the year; one that is part of the name stays there."""
    text = draft.text
    draft.set_date("issued", *span, Date(parts=((year,),)))
    if inside:
        draft.text = text


def _take_application(draft: Draft) -> None:
    match = _APPLICATION.search(draft.text)
    if match is None or " v" not in draft.text[: match.start()]:
        return
    draft.set_field("number", *match.span("words"), value=match["number"], sure=Confidence.CERTAIN)
    ruled = _RULED.match(draft.text, match.end())
    if ruled is not None:
        if ruled["court"]:
            draft.set_field("authority", *ruled.span("court"), sure=Confidence.CERTAIN)
        else:
            draft.kept.append(ruled.span("words"))
        draft.blank(*ruled.span())
    court = _COURT.match(draft.text)
    if court is not None:
        draft.set_field("authority", *court.span("court"))
        draft.blank(*court.span())
    draft.law_end = match.start()
    draft.type_hints.append("case")


def _take_symbol(draft: Draft) -> None:
    match = _SYMBOL.search(draft.text)
    if match is None or match.start() < 8:
        return
    draft.set_field("number", *match.span("number"), sure=Confidence.CERTAIN)
    draft.blank(*match.span())
    draft.type_hints.append("report")


def _take_command(draft: Draft) -> None:
    match = _COMMAND.search(draft.text)
    if match is None or match.start() < 8:
        return
    draft.set_field("number", *match.span("number"), sure=Confidence.CERTAIN)
    draft.set_date("issued", *match.span("year"), Date(parts=((int(match["year"]),),)))
    draft.blank(*match.span())
    draft.type_hints.append("report")


def _take_han_case(draft: Draft) -> None:
    match = _HAN_CASE.match(draft.text)
    if match is None:
        return
    draft.set_field("number", *match.span("number"), sure=Confidence.CERTAIN)
    draft.set_date("issued", *match.span("year"), Date(parts=((int(match["year"]),),)))
    if match["court"]:
        draft.set_field("authority", *match.span("court"), sure=Confidence.CERTAIN)
    draft.law_end = match.end("title")
    draft.type_hints.append("case")
