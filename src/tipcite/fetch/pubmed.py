"""PubMed's E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499/): an article by PMID, or by PMCID.

NCBI asks for the program's name and a contact with every request, and for no more than three a second.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from tipcite.errors import FetchError, NoRecord, NotFound, ReadError
from tipcite.fetch import doi as doi_source
from tipcite.fetch import landing
from tipcite.fetch.answers import ask_json, ask_xml
from tipcite.fetch.doi import with_field
from tipcite.fetch.parts import objects_of, text_of
from tipcite.fetch.pubmed_record import item_from_article, item_from_book
from tipcite.fetch.sources import Fetched, Sources, with_provenance
from tipcite.formats.xml_tree import parse_xml
from tipcite.model import Pmcid, Pmid, Url, parse_doi, parse_pmid
from tipcite.net import below

_NAME: Final = "PubMed"
_CONVERTER: Final = "PubMed Central"


async def fetch(pmid: Pmid, sources: Sources) -> Fetched:
    """Fetch an article, or a book's chapter, by its PMID.

    Raises:
        NotFound: there is no such article.
        FetchError: no usable answer.
    """
    query = urlencode({"db": "pubmed", "id": pmid.value, "retmode": "xml", **_who(sources)})
    address = f"{below(sources.services.pubmed, 'efetch.fcgi')}?{query}"
    told = await ask_xml(address, sources, source=_NAME, wanted=f"PMID:{pmid}")
    try:
        root = parse_xml(told.text)
    except ReadError:
        raise FetchError(f"{_NAME}'s answer for 'PMID:{pmid}' is no whole XML; try again later") from None
    article, book = root.child("PubmedArticle"), root.child("PubmedBookArticle")
    if article is not None:
        number, item = article.text_of("MedlineCitation", "PMID"), item_from_article(article, name=_NAME)
    elif book is not None:
        number, item = book.text_of("BookDocument", "PMID"), item_from_book(book, name=_NAME)
    elif root.name in ("PubmedArticleSet", "PubmedBookArticleSet"):
        raise NotFound(f"{_NAME} knows no 'PMID:{pmid}'; check its spelling")
    else:
        raise FetchError(f"{_NAME}'s answer for 'PMID:{pmid}' holds no article; try again later")
    if number != pmid.value:
        raise FetchError(f"{_NAME} sent the record of 'PMID:{number}' for 'PMID:{pmid}'; enter the item by hand")
    return with_provenance(Fetched(item=item, answers=(told.answer,)))


async def fetch_pmc(pmcid: Pmcid, sources: Sources) -> Fetched:
    """Fetch an article of PubMed Central: by its PMID, else by its DOI, else its page.

    Raises:
        NotFound: there is no such article.
        FetchError: no usable answer.
    """
    query = urlencode({"ids": pmcid.value, "format": "json", "versions": "no", **_who(sources)})
    base = sources.services.pmc_ids
    told = await ask_json(f"{base}{'&' if '?' in base else '?'}{query}", sources, source=_CONVERTER, wanted=pmcid.value)
    record = next(iter(objects_of(told.record.get("records"))), None)
    if record is None:
        raise NoRecord(f"{_CONVERTER}'s answer for {pmcid.value!r} holds no article; try again later")
    if text_of(record.get("status")) == "error" or text_of(record.get("errmsg")):
        raise NotFound(f"{_CONVERTER} knows no {pmcid.value!r}; check its spelling")
    if text_of(record.get("pmid")):
        found = await fetch(parse_pmid(text_of(record.get("pmid"))), sources)
    elif text_of(record.get("doi")):
        found = await doi_source.fetch(parse_doi(text_of(record.get("doi"))), sources)
    else:
        found = await landing.fetch(Url(f"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/"), sources)
    return with_field(found, "PMCID", pmcid.value)


def _who(sources: Sources) -> dict[str, str]:
    told = {"tool": "tipcite", "email": sources.settings.contact}
    return {name: text for name, text in told.items() if text}
