"""Crossref's REST API (https://api.crossref.org/swagger-ui/): a work by DOI, by title, by its place in a serial.

It asks for a contact address, which the user agent names, and says in headers how fast it may be asked; `net` obeys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import quote, urlencode

from tipcite.errors import FetchError, InvalidIdentifier
from tipcite.fetch.answers import Told, ask_json
from tipcite.fetch.parts import objects_of, text_of
from tipcite.fetch.sources import Fetched, Sources, with_provenance
from tipcite.fetch.work import item_from_work, relations
from tipcite.model import Doi, Issn, JsonValue, parse_doi
from tipcite.net import below

_NAME: Final = "Crossref"
_ROWS: Final = 20
_PLACE_ROWS: Final = 100
_WARNED: Final = {
    "retraction": "this work was retracted",
    "withdrawal": "this work was withdrawn",
    "removal": "this work was removed",
    "expression_of_concern": "there is an expression of concern about this work",
}
_RELATED: Final = {
    "is-preprint-of": "this is a preprint; the published version is {0}",
    "is-translation-of": "this is a translation of {0}",
}


async def fetch(doi: Doi, sources: Sources) -> Fetched:
    """Fetch a work by its DOI.

    Raises:
        NotFound: the DOI is not Crossref's.
        FetchError: no usable answer.
    """
    address = below(sources.services.crossref, f"works/{quote(doi.value, safe='')}")
    told = await ask_json(address, sources, source=_NAME, wanted=doi.value)
    work = told.record.get("message")
    if not isinstance(work, Mapping):
        raise FetchError(f"{_NAME}'s answer for {doi.value!r} holds no work; try again later")
    return fetched_of(work, doi, told)


def fetched_of(work: Mapping[str, JsonValue], doi: Doi, told: Told) -> Fetched:
    """Make what is fetched of one work, alone or out of a list.

    Raises:
        FetchError: the record has no title, or is of another DOI.
    """
    item = item_from_work(work, doi, source="crossref", name=_NAME)
    related = relations(work)
    notes = tuple(
        words.format(", ".join(f"https://doi.org/{other}" for other in related[kind]))
        for kind, words in _RELATED.items()
        if related.get(kind)
    )
    notes = (*_warnings(work), *notes)
    answer = told.of(work)
    return with_provenance(Fetched(item=item, answers=(answer,), notes=notes), related=related)


def _warnings(work: Mapping[str, JsonValue]) -> Iterator[str]:
    """Say what became of a work that should not be cited as if nothing had happened; `check` and `verify` say more."""
    for notice in objects_of(work.get("updated-by")):
        kind = text_of(notice.get("type")).lower().replace("-", "_")
        if kind in _WARNED:
            yield f"{_WARNED[kind]}: https://doi.org/{text_of(notice.get('DOI')).lower()}"


async def search(words: str, sources: Sources) -> tuple[Fetched, ...]:
    """List works by what is known of them, in the order that Crossref gives them.

    Raises:
        FetchError: no usable answer.
    """
    return await _list({"query.bibliographic": words, "rows": _ROWS}, words, sources)


async def in_serial(issn: Issn, words: str, sources: Sources) -> tuple[Fetched, ...]:
    """List works of a serial; volume, issue and page are words to look for, since no filter knows them.

    Raises:
        FetchError: no usable answer.
    """
    query: dict[str, str | int] = {"filter": f"issn:{issn}", "query.bibliographic": words, "rows": _PLACE_ROWS}
    return await _list(query, f"{issn} {words}", sources)


async def _list(query: Mapping[str, str | int], wanted: str, sources: Sources) -> tuple[Fetched, ...]:
    address = f"{below(sources.services.crossref, 'works')}?{urlencode(query)}"
    told = await ask_json(address, sources, source=_NAME, wanted=wanted)
    message = told.record.get("message")
    works = message.get("items") if isinstance(message, Mapping) else None
    if not isinstance(works, list):
        raise FetchError(f"{_NAME}'s answer for {wanted!r} holds no list of works; try again later")
    found = []
    for work in works:
        try:
            found.append(fetched_of(work, parse_doi(str(work["DOI"])), told))
        except (FetchError, InvalidIdentifier, TypeError, KeyError):
            continue  # a work without title can't be what was looked for
    return tuple(found)
