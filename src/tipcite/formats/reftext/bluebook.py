"""Forms of law reviews and of the law (Bluebook, rules 10 to 16; APA 7, chapter 11).

Volume before the journal's or reporter's name: `Title, 30 Journal of X 171 (2004)`, `Brown v. Board, 347 U.S. 483
(1954)`, `Act, 42 U.S.C. § 12101 (1990)`; public laws, `Act, Pub. L. No. 88-352`; and what has no author but a number:
`U.S. Const. amend. XIX`, `Exec. Order No. 13,676`, `S. Res. 438`.
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.reference import Confidence

_CITED: Final = re.compile(
    r",\s(?P<volume>\d{1,4})\s(?P<container>[A-Z][^,()\d\x00§_]{1,60}(?:,[^,()\d\x00§_]{1,40}){0,3}?(?:\dd)?)"
    r"(?:\s"
    r"(?P<section>§§?\s)?(?P<page>\d{1,5}(?:-\d{1,5})?)(?:\set seq\.?)?(?:,\s\d{1,5}(?:-\d{1,5})?(?:\sn\.\s?\d{1,4})?){0,3}|\s_+)?"
    r"\s?(?=\((?:[A-Z0-9][^()\x00]{0,30}\s)?(?:1"
    r"[5-9]|20)\d\d\)|,\s(?:1[5-9]|20)\d\d[.,]|\.?$)"
)
_PUBLIC_LAW: Final = re.compile(
    r",\s?(?P<word>Pub\. L\. No\.|No\.|§)\s?(?P<number>(?:[(\[〔]\d{4}[)\]〕])?[^,\x00]{2,40}?)"
    r"(?=,\s|,?\s?§|\s?\(\D{0,30}(?:\d{4}[年月日\d]*)?\)|\s?\([A-Z]|[。.]?$)"
)
# A reporter or code, not a journal: what it holds has no author.
_OF_LAW: Final = re.compile(
    r"(?:U\.S\.|S\. ?Ct\.|F\.|Fed\.|Cong\.|Stat\.|C\.F\.R|[A-Z][a-z]{1,3}\. Stat)"
    r"|^[A-Z]{1,2}\.(?:[A-Z]\.?){0,3}(?:\dd)?$"
)
_NAMED: Final = re.compile(
    r"(?:(?:[A-Z]\.){1,3}|[A-Z][a-z]{1,6}\.)\s(?:Const\.|Charter)\s[^.\x00]*\.?[^.(\x00]*(?:\([^()]*\))?"
    r"|(?:Exec\. Order|Executive Order|Proclamation)\sNo\.\s[\d,]*\d"
    r"|(?:[HS]\.\s?(?:R\.)?\s?)(?:(?:Con|J)\.\s?)?(?:Res|Rep|Doc)\.\s?(?:No\.\s?)?\d[\d-]*|(?:H\.R\.|S\.)\s\d+",
)


def take_bluebook(draft: Draft) -> None:
    """Take volume, journal or reporter, and first page where they stand in that order, and numbers of laws."""
    if _take_named(draft) or "," not in draft.text:
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
        if _OF_LAW.search(match["container"]):
            draft.type_hints.append("law")
    if law is not None and 2 < law.start() < start and _is_law(draft, law):
        start = law.start()
        draft.set_field("section" if law["word"] == "§" else "number", *law.span("number"), sure=Confidence.CERTAIN)
        draft.blank(*law.span())
        draft.type_hints.append("law")
    if start < len(draft.text):
        # What stands before is the title: a full stop says so to the passes that follow.
        draft.text = draft.text[:start] + "。" + draft.text[start + 1 :]
    if "law" in draft.type_hints:
        draft.law_end = start


def _is_law(draft: Draft, law: re.Match[str]) -> bool:
    """`, No. 5` stands behind journals too: without `Pub. L.` the text before it must be a law's or a case's name."""
    if law["word"][0] == "P":
        return True
    before = draft.text[: law.start()]
    return bool(
        re.search(r"\sv\.\s|\bAct$|[法案例知釋释則则約约]\s?(?:\([^()]*\))?$", before)
    ) and "." not in before.replace(" v.", "").replace(" al.", "")


def _take_named(draft: Draft) -> bool:
    match = _NAMED.match(draft.text)
    if match is None:
        return False
    end = match.end()
    draft.law_end = end - (draft.text[end - 1] == ".")
    draft.type_hints.append("law")
    if end < len(draft.text) and draft.text[end] in ",.":
        draft.text = draft.text[:end] + "。" + draft.text[end + 1 :]
    return True
