"""Numbers of few styles, each with a piece of text without which it is not looked for."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.reference import Confidence

_PAGE: Final = r"[A-Za-z]{0,2}\d{1,6}(?:\s?-\s?[A-Za-z]{0,2}\d{1,6})?"
# A text that must be there, and what is taken then; they go before the usual forms of volume, issue and pages.
RARE: Final = (
    # 102 Suppl 1:S88-94 (Vancouver)
    (
        " Suppl",
        re.compile(
            rf"(?<=[\x00;\s])(?P<volume>\d{{1,4}})\s(?P<issue>Suppl(?:\.|ement)?(?:\s?\d{{1,3}})?)\s?:\s?(?P<page>{_PAGE})"
            r"(?![\w(/])"
        ),
    ),
    # `Anti-Trafficking Review, (15), 44-62` (APA without a volume)
    (", (", re.compile(rf",(?<=[a-z\d],)\s\((?P<issue>\d{{1,4}}(?:-\d{{1,4}})?)\),\s(?P<page>{_PAGE})(?![\w(/])")),
    # `Bd. 12`, `S. 34-42`, `S. 34 ff.` (German)
    # `, XVI, n. 3,` (Italian)
    (", n", re.compile(r",(?<=[^\W\d_],)\s(?P<volume>[IVXLC]{1,7})(?=,\s(?:n[.°r]|no\.|fasc\.))")),
    # `, årg. 95, nr. 2, s. 120-138` (Danish, Norwegian, Swedish), `Jg. 27, H. 3` (German)
    ("årg", re.compile(r",?\s[åÅ]rg(?:\.|ang)\s?(?P<volume>\d{1,4})")),
    ("Jg", re.compile(r",?\sJg\.\s?(?P<volume>\d{1,4})")),
    ("H", re.compile(r"H(?<=[,\x00\s]H)(?:eft|\.)\s?(?P<issue>\d{1,3})(?=\s?[,.;(\x00]|$)")),
    ("s. ", re.compile(r"s\.(?<=, s\.)\s(?P<page>\d{1,5}\s?-\s?\d{1,5})(?=\W|$)")),
    # `Т. 5. № 3. С. 45-52` (Russian)
    ("№", re.compile(r"№\s?(?P<issue>\d{1,4}(?:\s?[-/]\s?\d{1,4})?)")),
    ("С.", re.compile(r"С\.(?<=[,.\x00\s]С\.)\s?(?P<page>\d{1,5}(?:\s?-\s?\d{1,5})?)(?=\W|$)")),
    ("Т.", re.compile(r"Т\.(?<=[,.\x00\s]Т\.)\s?(?P<volume>\d{1,4})(?=\W|$)")),
    ("Bd.", re.compile(r"Bd\.(?<=[,\x00\s]Bd\.)\s?(?P<volume>\d{1,4})")),
    (
        "S.",
        re.compile(
            r"S\.(?:(?<=[,.)\x00]S\.)|(?<=[,.)\x00]\sS\.))\s?(?P<page>\d{1,5}(?:\s?-\s?\d{1,5})?)(?:\sf{1,2}\.)?(?=\W|$)"
        ),
    ),
)

# `2002 Aug 12;Sect. A:2 (col. 4)` (NLM's Citing Medicine, chapter 8)
_SECTION: Final = later(
    r";\s?Sect(?:ion|\.)?\s(?P<section>\w{1,3}):(?P<page>\d{1,3})(?P<column>\s?\(col\.?\s?\d+\))?(?=[\s.\x00]*$|\.)"
)


def take_section_of_paper(draft: Draft) -> None:
    """Take section and page of a newspaper, whose marks those of volume and issue are like."""
    match = _SECTION.search(draft.text) if ";" in draft.text and "Sect" in draft.text else None
    if match is None:
        return
    draft.set_field("section", *match.span("section"), sure=Confidence.CERTAIN)
    draft.set_field("page", *match.span("page"), sure=Confidence.CERTAIN)
    if match["column"]:
        draft.kept.append(match.span("column"))
    draft.blank(*match.span())


# `, coll. « L'univers historique »,` (French)
_COLLECTION: Final = later(r",(?P<all>\scoll\.\s[“«]?\s?(?P<name>[^,“”\x00]{2,60}?)\s?[”»]?)(?=,)")


def take_collection(draft: Draft) -> None:
    """Take the series that French lists name before the year."""
    match = _COLLECTION.search(draft.text) if ", coll." in draft.text else None
    if match is not None:
        draft.set_field("collection-title", *match.span("name"), sure=Confidence.CERTAIN)
        draft.blank(*match.span("all"))
        draft.text = draft.text[: match.start()] + " " * len(match.group()) + draft.text[match.end() :]


# `, 1979, 670 p.`: how many pages a book has, behind its year (Vancouver, French and Russian lists)
_EXTENT: Final = later(r"(?<=\d{4}[,.;] )(?P<count>\d{2,4})\s(?:pp?|S|с|стр)\.?(?=[\s\x00.]*$)")
_EXTENT_ENDS: Final = ("p", "S", "с", "р")


def take_extent(draft: Draft) -> None:
    """Take the number of a book's pages from the end of an entry, where a year would be looked for."""
    if not draft.text.rstrip(" .\x00").endswith(_EXTENT_ENDS):
        return
    match = _EXTENT.search(draft.text)
    if match is not None:
        draft.set_field("number-of-pages", *match.span(), value=match["count"], sure=Confidence.CERTAIN)
