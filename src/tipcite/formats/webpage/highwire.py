"""What pages say for Google Scholar: Highwire's `citation_*`, and bepress's, EPrints' and PRISM's forms of it.

Source: "Inclusion Guidelines for Webmasters" (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tipcite.errors import InvalidIdentifier
from tipcite.formats.html import Page
from tipcite.formats.webpage.claims import Basis, Claim
from tipcite.formats.webpage.days import read_day
from tipcite.formats.webpage.people import read_people
from tipcite.formats.webpage.wording import plain
from tipcite.model import find_doi, parse_isbn

_TEXTS: Final = {
    "title": ("citation_title", "bepress_citation_title", "eprints.title", "prism.title"),
    "container-title": (
        "citation_journal_title", "citation_conference_title", "citation_conference", "citation_inbook_title",
        "bepress_citation_journal_title", "eprints.publication", "prism.publicationname",
    ),
    "container-title-short": ("citation_journal_abbrev",),
    "volume": ("citation_volume", "bepress_citation_volume", "eprints.volume", "prism.volume"),
    "issue": ("citation_issue", "bepress_citation_issue", "eprints.number", "prism.number"),
    "publisher": (
        "citation_dissertation_institution", "citation_technical_report_institution", "citation_publisher",
        "bepress_citation_dissertation_institution", "eprints.publisher",
    ),
    "number": ("citation_technical_report_number",),
    "genre": ("citation_dissertation_name",),
    "ISSN": ("citation_issn", "eprints.issn", "prism.issn", "prism.eissn"),
    "language": ("citation_language",),
    "PMID": ("citation_pmid",),
}  # fmt: skip
_AUTHORS: Final = ("citation_author", "citation_authors", "bepress_citation_author", "eprints.creators_name")
_DAYS: Final = (
    "citation_publication_date", "citation_cover_date", "citation_date", "citation_online_date", "citation_year",
    "bepress_citation_date", "eprints.date", "prism.publicationdate",
)  # fmt: skip
_DOIS: Final = ("citation_doi", "bepress_citation_doi", "prism.doi", "doi")
_TYPES: Final = (
    ("citation_dissertation_institution", "thesis"), ("bepress_citation_dissertation_institution", "thesis"),
    ("citation_dissertation_name", "thesis"), ("citation_conference_title", "paper-conference"),
    ("citation_conference", "paper-conference"), ("citation_technical_report_institution", "report"),
    ("citation_technical_report_number", "report"), ("citation_inbook_title", "chapter"),
    ("citation_journal_title", "article-journal"), ("bepress_citation_journal_title", "article-journal"),
    ("citation_isbn", "book"),
)  # fmt: skip


def claims(page: Page) -> Iterator[Claim]:
    """Read every element of the kind."""
    for variable, names in _TEXTS.items():
        for name in names:
            if name in page.meta:
                yield _claim(variable, plain(page.meta[name][0]), name)
    for name in _AUTHORS:
        authors = read_people(page.meta.get(name, ()))
        if authors:
            yield Claim(variable="author", value=authors, basis=Basis.HIGHWIRE, mark=name)
    for name in _DAYS:
        day = read_day(page.first(name))
        if day is not None:
            yield Claim(variable="issued", value=day, basis=Basis.HIGHWIRE, mark=name)
    yield from _numbers(page)
    for name, kind in _TYPES:
        if name in page.meta:
            yield _claim("type", kind, name)


def _numbers(page: Page) -> Iterator[Claim]:
    for name in _DOIS:
        for content in page.meta.get(name, ()):
            doi = find_doi(content)
            if doi is not None:
                yield _claim("DOI", doi.value, name)
    for content in page.meta.get("citation_isbn", ()):
        try:
            yield _claim("ISBN", parse_isbn(content).value, "citation_isbn")
        except InvalidIdentifier:
            continue
    number = re.sub(r"^arxiv:\s*", "", page.first("citation_arxiv_id"), flags=re.IGNORECASE)
    if number:
        yield _claim("number", f"arXiv:{number}", "citation_arxiv_id")
    first = page.first("citation_firstpage", "bepress_citation_firstpage", "prism.startingpage")
    last = page.first("citation_lastpage", "bepress_citation_lastpage", "prism.endingpage")
    if first and first.lower() not in ("na", "n/a", "-", "0"):
        yield _claim("page", first if last in ("", first) or "-" in first else f"{first}-{last}", "citation_firstpage")


def _claim(variable: str, text: str, mark: str) -> Claim:
    return Claim(variable=variable, value=text, basis=Basis.HIGHWIRE, mark=mark)
