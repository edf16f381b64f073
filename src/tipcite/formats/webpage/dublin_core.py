"""Dublin Core in meta elements, `DC.title`, `dc:title` and `dcterms.title`, which public offices in Taiwan must have.

Sources: RFC 5013 and DCMI's "Expressing Dublin Core metadata using HTML/XHTML meta and link elements"
(https://www.dublincore.org/specifications/dublin-core/dcq-html/).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tipcite.formats.html import Page
from tipcite.formats.webpage.claims import Basis, Claim
from tipcite.formats.webpage.days import read_day
from tipcite.formats.webpage.people import read_people
from tipcite.formats.webpage.wording import plain
from tipcite.model import find_doi

_DAYS: Final = ("date.issued", "issued", "date.created", "created", "date.published", "date", "date.available")
_TYPES: Final = {
    "journal article": "article-journal", "article": "article-journal", "conference paper": "paper-conference",
    "book": "book", "book chapter": "chapter", "thesis": "thesis", "doctoral thesis": "thesis", "report": "report",
    "technical report": "report", "dataset": "dataset", "software": "software", "working paper": "report",
    "text.article": "article-journal", "text.thesis": "thesis", "text.report": "report", "preprint": "article",
}  # fmt: skip


def claims(page: Page) -> Iterator[Claim]:
    """Read every element of the kind."""
    for variable, element in (("title", "title"), ("publisher", "publisher"), ("language", "language")):
        for name, contents in _named(page, element):
            yield Claim(variable=variable, value=plain(contents[0]), basis=Basis.DUBLIN_CORE, mark=name)
    for name, contents in _named(page, "creator"):
        authors = read_people(contents)
        if authors:
            yield Claim(variable="author", value=authors, basis=Basis.DUBLIN_CORE, mark=name)
    yield from _coded(page)


def _coded(page: Page) -> Iterator[Claim]:
    """Read what has a form of its own: dates, the DOI, the kind of work."""
    for element in _DAYS:
        for name, contents in _named(page, element):
            day = read_day(contents[0], is_roc=True)
            if day is not None:
                yield Claim(variable="issued", value=day, basis=Basis.DUBLIN_CORE, mark=name)
    for element in ("identifier.doi", "identifier"):
        for name, contents in _named(page, element):
            doi = next(filter(None, map(find_doi, contents)), None)
            if doi is not None:
                yield Claim(variable="DOI", value=doi.value, basis=Basis.DUBLIN_CORE, mark=name)
    for name, contents in _named(page, "type"):
        kind = next((_TYPES[text.lower()] for text in contents if text.lower() in _TYPES), "")
        if kind:
            yield Claim(variable="type", value=kind, basis=Basis.DUBLIN_CORE, mark=name)


def _named(page: Page, element: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for prefix in ("dc.", "dcterms.", "dc:", "dcterms:"):
        name = prefix + (element if prefix.endswith(".") else element.replace(".", ":"))
        if name in page.meta:
            yield name, page.meta[name]
