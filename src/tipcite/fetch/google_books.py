"""Google Books' volumes by ISBN (https://developers.google.com/books/docs/v1/using)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from tipcite.errors import InvalidIdentifier, NotFound
from tipcite.fetch.answers import ask_json
from tipcite.fetch.draft import Draft, item_of
from tipcite.fetch.parts import date_of, objects_of, text_of, texts_of
from tipcite.fetch.people import read_creators, read_person
from tipcite.fetch.richtext import plain_text
from tipcite.fetch.sources import Fetched, Sources, with_provenance
from tipcite.fetch.titles import joined
from tipcite.lang import decide_text_language, is_chinese
from tipcite.model import Isbn, Item, JsonValue, Name, name_to_csl, parse_isbn
from tipcite.net import below

_NAME: Final = "Google Books"


async def fetch(isbn: Isbn, sources: Sources) -> Fetched:
    """Fetch a volume by its ISBN; the search also gives other books, which are passed over.

    Raises:
        NotFound: it is not there.
        FetchError: no usable answer.
    """
    # Without a country the service refuses callers whose place it can't tell.
    query = urlencode({"q": f"isbn:{isbn}", "country": "US"})
    told = await ask_json(
        f"{below(sources.services.google_books, 'volumes')}?{query}", sources, source=_NAME, wanted=isbn.value
    )
    for volume in objects_of(told.record.get("items")):
        described = volume.get("volumeInfo")
        if isinstance(described, Mapping) and _is_of(described, isbn):
            return with_provenance(Fetched(item=item_from_volume(described, isbn), answers=(told.of(volume),)))
    raise NotFound(f"{_NAME} knows no {isbn.value!r}; check its spelling")


def item_from_volume(described: Mapping[str, JsonValue], isbn: Isbn) -> Item:
    """Make an item of a volume's `volumeInfo`, without key.

    Raises:
        FetchError: it has no title.
    """
    return item_of(_draft(described, isbn), wanted=isbn.value, name=_NAME)


def _is_of(described: Mapping[str, JsonValue], isbn: Isbn) -> bool:
    for one in objects_of(described.get("industryIdentifiers")):
        try:
            if parse_isbn(text_of(one.get("identifier"))) == isbn:
                return True
        except InvalidIdentifier:
            continue
    return False


def _draft(described: Mapping[str, JsonValue], isbn: Isbn) -> Draft:
    draft = Draft(
        type="periodical" if text_of(described.get("printType")) == "MAGAZINE" else "book", source="google-books"
    )
    subtitle = plain_text(text_of(described.get("subtitle")))
    pages = text_of(described.get("pageCount"))
    found = {
        "title": joined(plain_text(text_of(described.get("title"))), [subtitle]),
        "publisher": plain_text(text_of(described.get("publisher"))).strip('"'),
        "language": "" if described.get("language") == "un" else text_of(described.get("language")),
        "number-of-pages": pages if pages != "0" else "",
        "ISBN": isbn.value,
    }
    draft.fields |= {variable: text for variable, text in found.items() if text}
    issued = date_of(text_of(described.get("publishedDate")).rstrip("*?"))
    if issued:
        draft.dates["issued"] = issued
    language = draft.fields.get("language") or decide_text_language(draft.fields.get("title", ""))
    members: list[JsonValue] = [
        name_to_csl(name)
        for text in texts_of(described.get("authors"))
        for name in read_person(text) or (Name(literal=text),)
    ]
    draft.creators["author"] = read_creators(members, is_chinese=is_chinese(language))
    return draft
