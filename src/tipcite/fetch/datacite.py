"""DataCite's REST API (https://support.datacite.org/docs/api-get-doi): a DOI's record, and works by title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, urlencode

from tipcite.errors import FetchError, InvalidIdentifier
from tipcite.fetch.answers import Told, ask_json
from tipcite.fetch.datacite_record import item_from_attributes, related_dois
from tipcite.fetch.parts import objects_of, text_of
from tipcite.fetch.sources import Fetched, Sources, with_provenance
from tipcite.model import Doi, JsonValue, parse_doi
from tipcite.net import below

_NAME: Final = "DataCite"
_ACCEPT: Final = "application/vnd.api+json"
_ROWS: Final = 10
_RELATED: Final = {
    "IsObsoletedBy": "it was replaced by {0}",
    "IsPreviousVersionOf": "there is a newer version: {0}",
    "IsPreprintOf": "this is a preprint; the published version is {0}",
    "IsTranslationOf": "this is a translation of {0}",
}


async def fetch(doi: Doi, sources: Sources) -> Fetched:
    """Fetch a work by its DOI.

    Raises:
        NotFound: the DOI is not DataCite's.
        FetchError: no usable answer.
    """
    query = urlencode({"affiliation": "true", "publisher": "true"})
    address = below(sources.services.datacite, f"dois/{quote(doi.value, safe='')}?{query}")
    told = await ask_json(address, sources, source=_NAME, wanted=doi.value, accept=_ACCEPT)
    data = told.record.get("data")
    attributes = data.get("attributes") if isinstance(data, Mapping) else None
    if not isinstance(attributes, Mapping):
        raise FetchError(f"{_NAME}'s answer for {doi.value!r} holds no work; try again later")
    return _fetched(attributes, doi, told)


async def search(title: str, sources: Sources) -> tuple[Fetched, ...]:
    """List works by the words of their title.

    Raises:
        FetchError: no usable answer.
    """
    quoted = title.replace("\\", " ").replace('"', " ")
    query = urlencode({"query": f'titles.title:"{quoted}"', "page[size]": _ROWS})
    address = f"{below(sources.services.datacite, 'dois')}?{query}"
    told = await ask_json(address, sources, source=_NAME, wanted=title, accept=_ACCEPT)
    data = told.record.get("data")
    if not isinstance(data, list):
        raise FetchError(f"{_NAME}'s answer for {title!r} holds no list of works; try again later")
    found = []
    for one in objects_of(data):
        attributes = one.get("attributes")
        try:
            if isinstance(attributes, Mapping):
                found.append(_fetched(attributes, parse_doi(text_of(attributes.get("doi"))), told))
        except (FetchError, InvalidIdentifier):
            continue  # a work without title can't be what was looked for
    return tuple(found)


def _fetched(attributes: Mapping[str, JsonValue], doi: Doi, told: Told) -> Fetched:
    item = item_from_attributes(attributes, doi, name=_NAME)
    related = related_dois(attributes)
    notes = tuple(
        words.format(", ".join(f"https://doi.org/{other}" for other in related[kind]))
        for kind, words in _RELATED.items()
        if related.get(kind)
    )
    return with_provenance(Fetched(item=item, answers=(told.of(attributes),), notes=notes), related=related)
