"""What the user names → what is asked for: an identifier in any of its spellings, an address, or a title.

Order: (1) signs around it are taken off and full-width characters written half-width, (2) a prefix that says what it
is (`ISBN`, `PMID:`, `title:`) is believed, (3) the DOI in it, wherever it stands, (4) addresses that name a work by
another number, (5) bare numbers by their form and check digit, (6) any other address, (7) a title.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from tipcite.errors import InvalidIdentifier
from tipcite.lang import fold_width, has_han
from tipcite.model import (
    ArxivId,
    Doi,
    Handle,
    Isbn,
    Issn,
    Pmcid,
    Pmid,
    Url,
    find_doi,
    parse_arxiv_id,
    parse_handle,
    parse_isbn,
    parse_issn,
    parse_pmcid,
    parse_pmid,
    parse_url,
)


@dataclass(frozen=True, slots=True)
class ShortDoi:
    """A DOI in the short form that shortdoi.org gives: `10/bk3m`."""

    value: str

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a work stands: in which serial, volume and (if told) issue it begins on which page."""

    issn: Issn
    volume: str
    page: str
    issue: str = ""

    def __str__(self) -> str:
        return f"{self.issn} {self.volume}{f'({self.issue})' if self.issue else ''} {self.page}"


@dataclass(frozen=True, slots=True)
class Title:
    """Words to be looked for: a title, with or without authors and year."""

    text: str

    def __str__(self) -> str:
        return self.text


Wanted: TypeAlias = Doi | ShortDoi | Isbn | ArxivId | Pmid | Pmcid | Handle | Place | Url | Title

_WRAPPING: Final = (("<", ">"), ("(", ")"), ("[", "]"), ("{", "}"), ('"', '"'), ("'", "'"), ("「", "」"), ("“", "”"))
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_DASHES: Final = re.compile("[\u2010-\u2013\u2212\ufe58\ufe63]")
_CLOSING: Final = ".,;，。；、"
_SHORT: Final = re.compile(
    r"(?:(?:doi:\s*)?10/|(?:https?://)?(?:(?:dx|www)\.)?doi\.org/(?:10/)?|(?:https?://)?shortdoi\.org/(?:10/)?)([a-z0-9]{2,12})",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"(?:issn[:\s]*)?(\d{4}[-\u2010-\u2015]\d{3}[\dX])"
    r"[\s,，:;/]+(?:v(?:ol(?:ume)?)?\.?\s*|第)?([a-z0-9]+)\s*(?:卷|期)?"
    r"(?:\s*\(\s*([a-z0-9./-]+)\s*\)|[\s,，]*(?:no\.?|n(?:umber|r)\.?|iss(?:ue)?\.?|第)\s*([a-z0-9./-]+)\s*期?)?"
    r"[\s,，:;/]+(?:pp?\.?\s*|pages?\s*|頁|页)?([a-z]?\d[a-z0-9]*)(?:\s*[-\u2010-\u2015]\s*\w+)?(?:\s*[頁页])?",
    re.IGNORECASE,
)
_LONE_ISSN: Final = re.compile(
    r"(?:[ep]-?)?(?:issn(?:-l)?[:\s]*)?\d{4}[-\u2010-\u2015]\d{3}[\dX]|issn[:\s]*\S+", re.IGNORECASE
)
_BOOK: Final = re.compile(r"(?:97[89][-\s]?)?\d[-\s\d]{7,14}[\dX]", re.IGNORECASE)
_ANNOTATION: Final = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_NO_SCHEME: Final = re.compile(r"(?:www\.[\w-]+\.\S+|(?:[\w-]+\.)+[a-z]{2,}/\S*)", re.IGNORECASE)

# Publishers whose addresses hold the end of the DOI only; what stands before it is always the same.
_KNOWN_SITES: Final = (
    (
        re.compile(r"https?://(?:www\.)?nature\.com/articles/((?:s|d)?[\w.-]+?)(?:\.pdf)?(?:[/?#]|$)", re.IGNORECASE),
        "10.1038/",
    ),
    (re.compile(r"https?://(?:www\.)?zenodo\.org/records?/(\d+)", re.IGNORECASE), "10.5281/zenodo."),
    (re.compile(r"https?://papers\.ssrn\.com/.*[?&]abstract_?id=(\d+)", re.IGNORECASE), "10.2139/ssrn."),
    (re.compile(r"https?://(?:www\.)?ssrn\.com/abstract=(\d+)", re.IGNORECASE), "10.2139/ssrn."),
)
_PREFIXED: Final[tuple[tuple[str, Callable[[str], Wanted]], ...]] = (
    ("pmcid", parse_pmcid),
    ("pmid", parse_pmid),
    ("arxiv", parse_arxiv_id),
    ("hdl:", parse_handle),
    ("info:hdl/", parse_handle),
)
_ADDRESSED: Final[tuple[tuple[str, Callable[[str], Wanted]], ...]] = (
    ("arxiv.org/", parse_arxiv_id),
    ("ncbi.nlm.nih.gov/", parse_pmcid),
    ("ncbi.nlm.nih.gov/", parse_pmid),
    ("europepmc.org/", parse_pmcid),
    ("europepmc.org/", parse_pmid),
    ("hdl.handle.net/", parse_handle),
)


def read_wanted(text: str) -> Wanted:
    """Read what the user names; what is no identifier and no address, but has words, is a title.

    Raises:
        InvalidIdentifier: it says that it is an identifier and is none, may be one of two, or is nothing at all.
    """
    body = _bare(text)
    title = re.match(r"(?:title|題名|篇名|书名|書名)\s*[:：]\s*(.+)", body, re.IGNORECASE | re.DOTALL)
    if title:
        return Title(" ".join(title[1].split()))
    for read in (_prefixed, _doi, _address, _number, _page):
        found = read(body)
        if found is not None:
            return found
    return _title(body)


def is_identifier(text: str) -> bool:
    """Tell whether a line is an identifier or address and nothing else: no words stand around it."""
    try:
        wanted = read_wanted(text)
    except InvalidIdentifier:
        return False
    return not isinstance(wanted, Title) and (isinstance(wanted, Place) or len(_bare(text).split()) <= 3)


def joined_places(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """Put together what a shell parted: an ISSN, and the volume and page that follow it as words of their own."""
    joined: list[str] = []
    at = 0
    while at < len(arguments):
        three = " ".join(arguments[at : at + 3])
        is_place = (
            _LONE_ISSN.fullmatch(_bare(arguments[at])) and len(arguments) >= at + 3 and _PLACE.fullmatch(_bare(three))
        )
        joined.append(three if is_place else arguments[at])
        at += 3 if is_place else 1
    return tuple(joined)


def _bare(text: str) -> str:
    """Take off what stands around: blanks, invisible characters, brackets and quotation marks, closing punctuation."""
    body = _INVISIBLE.sub("", fold_width(text)).strip()
    while True:
        before = body
        body = body.rstrip(_CLOSING).strip() if not body.endswith("...") else body
        for opening, closing in _WRAPPING:
            if body.startswith(opening) and body.endswith(closing) and len(body) > 2:
                body = body[1:-1].strip()
        if body == before:
            return body


def _prefixed(body: str) -> Wanted | None:
    lower = body.lower()
    if lower.startswith(("isbn", "urn:isbn")):
        return parse_isbn(_ANNOTATION.sub("", _DASHES.sub("-", body)))
    for prefix, parse in _PREFIXED:
        if lower.startswith(prefix) and not lower.startswith("arxiv.org"):
            try:
                return parse(body)
            except InvalidIdentifier:
                if re.match(rf"{re.escape(prefix)}[:\s]*\d", lower):
                    raise
    return None


def _doi(body: str) -> Wanted | None:
    short = _SHORT.fullmatch(body)
    if short:
        return ShortDoi(f"10/{short[1].lower()}")
    found = find_doi(body)
    if found is not None:
        return found
    for pattern, prefix in _KNOWN_SITES:
        known = pattern.match(body)
        if known:
            return Doi(f"{prefix}{known[1]}".lower())
    if re.match(r"doi\s*[:\s]", body, re.IGNORECASE):
        raise InvalidIdentifier(f"{body!r} holds no DOI; a DOI looks like 10.1080/23322705.2020.1841985")
    return None


def _address(body: str) -> Wanted | None:
    lower = body.lower()
    for host, parse in _ADDRESSED:
        if host in lower and " " not in body:
            try:
                return parse(re.split(r"[?#]", body, maxsplit=1)[0])
            except InvalidIdentifier:
                continue
    return None


def _number(body: str) -> Wanted | None:
    """Read a number that says what it is by its form: of a book, a serial's place, arXiv, PubMed."""
    plain = _DASHES.sub("-", body)
    place = _PLACE.fullmatch(plain)
    if place:
        issue = place[3] or place[4] or ""
        return Place(issn=parse_issn(place[1]), volume=place[2], issue=issue, page=place[5])
    if _LONE_ISSN.fullmatch(plain):
        issn = parse_issn(re.sub(r"^[ep]-?(?=issn)", "", plain, flags=re.IGNORECASE))
        raise InvalidIdentifier(f"{body!r} names a whole journal; write volume and page behind it: '{issn} 12 345'")
    if re.fullmatch(r"\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?", body):
        return parse_arxiv_id(body)
    if re.fullmatch(r"pmc\s?\d+(?:\.\d+)?", body, re.IGNORECASE):
        return parse_pmcid(body)
    book = _ANNOTATION.sub("", plain)
    digits = re.sub(r"[-\s]", "", book).upper()
    if _BOOK.fullmatch(book) and len(digits) in (10, 13):
        return _isbn(body, book)
    return _digits(body) if body.isascii() and body.isdigit() else None


def _isbn(body: str, book: str) -> Isbn | None:
    """Read ten or thirteen digits; such as can't be a book's are none."""
    try:
        return parse_isbn(book)
    except InvalidIdentifier:
        hint = "" if len(body) == 13 else "; a PMID has at most 8 digits and is written PMID:31452104"
        raise InvalidIdentifier(f"{body!r} is no ISBN: its check digit does not fit{hint}") from None


def _digits(body: str) -> Wanted:
    """Decide what bare digits are: PubMed's numbers have five to eight today, books' numbers of before 1970 nine.

    Raises:
        InvalidIdentifier: they may be more than one thing, or are nothing.
    """
    if len(body) == 9:
        try:
            book = parse_isbn(f"0{body}")
        except InvalidIdentifier:
            return parse_pmid(body)
        raise InvalidIdentifier(f"{body!r} may be a book's number or PubMed's; write 'ISBN {book}' or 'PMID:{body}'")
    if 5 <= len(body) <= 8:
        return parse_pmid(body)
    if len(body) < 5:
        raise InvalidIdentifier(f"{body!r} may be a PMID or a title; write 'PMID:{body}' or 'title:{body}'")
    raise InvalidIdentifier(f"{body!r} has {len(body)} digits: an ISBN has 10 or 13, a PMID at most 8")


def _page(body: str) -> Wanted | None:
    if re.match(r"[a-z][a-z0-9+.-]*://", body, re.IGNORECASE):
        return parse_url(body)
    return parse_url(f"https://{body}") if _NO_SCHEME.fullmatch(body) else None


def _title(body: str) -> Title:
    if len(body.split()) > 1 or (has_han(body) and len(body) >= 4):
        return Title(" ".join(body.split()))
    if not body:
        raise InvalidIdentifier(
            "nothing is named; give a DOI, ISBN, arXiv or PubMed number, an address, a title or a file"
        )
    raise InvalidIdentifier(
        f"{body!r} is no identifier, no web address and no file; a title of one word is written 'title:{body}'"
    )
