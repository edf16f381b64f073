"""What an item can be asked for by again: the identifiers that it has, the one that its record came by first.

Order: (1) where `provenance` says that it comes from, (2) identifiers of the work, whose registries keep records,
(3) those of the whole that it is part of, (4) the page. A DOI goes before a page that the item was made of: its
agency's record is what the page was made from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from tipcite.errors import InvalidIdentifier
from tipcite.fetch.wanted import Place, ShortDoi, Wanted, read_wanted
from tipcite.match.identifiers import arxiv_number, isbns
from tipcite.match.numbers import number_form, pages_form
from tipcite.model import (
    ArxivId,
    Doi,
    Handle,
    Isbn,
    Item,
    Pmcid,
    Pmid,
    Url,
    parse_arxiv_id,
    parse_doi,
    parse_handle,
    parse_isbn,
    parse_issn,
    parse_pmcid,
    parse_pmid,
)

_Kinds = tuple[type[Wanted], ...]
_DOI: Final[_Kinds] = (Doi, ShortDoi)
_PAGE: Final[_Kinds] = (*_DOI, Handle, Url)
_KINDS: Final[Mapping[str, _Kinds]] = {
    "crossref": _DOI,
    "datacite": _DOI,
    "doi.org": _DOI,
    "open-library": (Isbn,),
    "google-books": (Isbn,),
    "pubmed": (Pmid, Pmcid),
    "arxiv": (ArxivId,),
    "webpage": _PAGE,
    "pdf": _PAGE,
}
"""What an item is asked for by first, by the source that its provenance names; the first of these that it has."""
_RESOLVERS: Final = ("doi.org", "dx.doi.org", "hdl.handle.net", "arxiv.org", "pubmed.ncbi.nlm.nih.gov")
"""Hosts whose addresses are identifiers, not pages that tell of a work."""
_PARSERS: Final[Mapping[str, Callable[[str], Wanted]]] = {
    "DOI": parse_doi,
    "ISBN": parse_isbn,
    "PMID": parse_pmid,
    "PMCID": parse_pmcid,
}


def ways_of(item: Item) -> tuple[Wanted, ...]:
    """List what an item can be asked for by, in the order in which that is tried; empty when there is nothing."""
    found = tuple(dict.fromkeys(_all(item)))
    kinds = _KINDS.get(str(item.provenance.get("source")), ())
    first = next((one for kind in kinds for one in found if isinstance(one, kind)), None)
    return found if first is None else (first, *(one for one in found if one != first))


def spelled(wanted: Wanted) -> str:
    """Write what is asked for as `add` takes it."""
    match wanted:
        case Isbn():
            return f"ISBN {wanted}"
        case ArxivId():
            return f"arXiv:{wanted}"
        case Pmid():
            return f"PMID:{wanted}"
        case Handle():
            return f"hdl:{wanted}"
        case _:
            return str(wanted)


def numbers_of(item: Item) -> tuple[Wanted, ...]:
    """List the numbers whose registries describe the work itself, beside its DOI: PubMed's, arXiv's, books'."""
    return tuple(one for one in ways_of(item) if isinstance(one, (Pmid, Pmcid, ArxivId, Isbn)))


def unread_of(item: Item) -> tuple[str, ...]:
    """Say of each identifier that an item has and that is none why it is none: a check digit, a wrong form."""
    return tuple(_unread(item))


def _unread(item: Item) -> Iterator[str]:
    for variable, parse in _PARSERS.items():
        text = item.fields.get(variable, "").strip()
        if not text or (variable == "DOI" and any(_doi(item))) or (variable == "ISBN" and isbns(text)):
            continue
        try:
            parse(text)
        except InvalidIdentifier as error:
            yield str(error)


def _all(item: Item) -> Iterator[Wanted]:
    fields = item.fields
    address = _address(item)
    yield from _doi(item)
    yield from (one for one in (address,) if isinstance(one, _DOI))
    for variable, parse in (("PMID", parse_pmid), ("PMCID", parse_pmcid)):
        try:
            yield parse(fields.get(variable, ""))
        except InvalidIdentifier:
            continue
    yield from (one for one in (address,) if isinstance(one, (Pmid, Pmcid)))
    yield from _arxiv(fields)
    yield from (Isbn(number) for number in isbns(fields.get("ISBN", "")))
    yield from _handle(item, address)
    yield from _place(fields)
    url = item.url
    if url is not None and url.host not in _RESOLVERS and not isinstance(address, (Pmid, Pmcid, ArxivId, Handle)):
        yield url


def _doi(item: Item) -> Iterator[Wanted]:
    if item.doi is not None:
        yield item.doi
        return
    try:
        short = read_wanted(item.fields.get("DOI", ""))
    except InvalidIdentifier:
        return
    if isinstance(short, ShortDoi):
        yield short


def _address(item: Item) -> Wanted | None:
    """Read the address as `add` would: many are a DOI's, a preprint's, an article's of PubMed, or a handle's."""
    if item.url is None:
        return None
    try:
        return read_wanted(item.url.value)
    except InvalidIdentifier:
        return None


def _arxiv(fields: Mapping[str, str]) -> Iterator[ArxivId]:
    """Find the preprint's number, with the version that is cited where one is."""
    for variable in ("number", "URL"):
        text = fields.get(variable, "")
        if "arxiv" in text.lower():
            try:
                yield parse_arxiv_id(text)
            except InvalidIdentifier:
                continue
            return
    number = arxiv_number(fields)
    if number:
        yield ArxivId(number)


def _handle(item: Item, address: Wanted | None) -> Iterator[Handle]:
    if isinstance(address, Handle):
        yield address
        return
    try:
        yield parse_handle(f"hdl:{item.provenance.get('handle', '')}")
    except InvalidIdentifier:
        return


def _place(fields: Mapping[str, str]) -> Iterator[Place]:
    """Return where the work stands, when all is known that tells it: `第12卷`, `pp. 345–60` are 12 and 345."""
    volume, pages = number_form(fields.get("volume", "")), pages_form(fields.get("page", ""))
    if not volume or not pages:
        return
    try:
        issn = parse_issn(fields.get("ISSN", "").replace(",", " ").split(" ")[0])
    except InvalidIdentifier:
        return
    yield Place(issn=issn, volume=volume, page=pages[0], issue=number_form(fields.get("issue", "")))
