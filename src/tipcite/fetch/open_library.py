"""Open Library's editions by ISBN, with the records of their authors (https://openlibrary.org/dev/docs/api/books)."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Mapping
from typing import Final

from tipcite.errors import FetchError, NotFound
from tipcite.fetch.answers import Told, ask_json
from tipcite.fetch.draft import Draft, item_of
from tipcite.fetch.parts import language_of, objects_of, text_of, texts_of
from tipcite.fetch.people import read_creators
from tipcite.fetch.richtext import plain_text
from tipcite.fetch.sources import Fetched, Sources, with_provenance
from tipcite.fetch.titles import joined
from tipcite.fetch.work import edition_of
from tipcite.formats.record_dates import read_date
from tipcite.lang import decide_text_language, is_chinese
from tipcite.model import Date, Isbn, Item, JsonValue, Variant, VariantKind
from tipcite.net import below

_NAME: Final = "Open Library"
_MOST_AUTHORS: Final = 20
_ROLES: Final = {"translator": "translator", "editor": "editor", "introduction": "", "illustrator": "illustrator"}


async def fetch(isbn: Isbn, sources: Sources) -> Fetched:
    """Fetch an edition by its ISBN.

    Raises:
        NotFound: it is not there.
        FetchError: no usable answer, or the record of another book.
    """
    address = below(sources.services.open_library, f"isbn/{isbn}.json")
    told = await ask_json(address, sources, source=_NAME, wanted=isbn.value)
    edition = told.record
    numbers = {number.replace("-", "") for part in ("isbn_13", "isbn_10") for number in texts_of(edition.get(part))}
    if numbers and not numbers & {isbn.value, _ten(isbn)}:
        raise FetchError(f"{_NAME} sent the record of another book for {isbn.value!r}; enter the item by hand")
    authors, others = await _authors(edition, sources, isbn)
    item = item_from_edition(edition, [one.record for one in authors], isbn)
    return with_provenance(Fetched(item=item, answers=(told.answer, *(other.answer for other in (*others, *authors)))))


def item_from_edition(edition: Mapping[str, JsonValue], authors: Iterable[Mapping[str, JsonValue]], isbn: Isbn) -> Item:
    """Make an item of an edition's record and those of its authors, without key.

    Raises:
        FetchError: the record has no title.
    """
    draft = _draft(edition, isbn)
    chinese = is_chinese(draft.fields.get("language") or decide_text_language(draft.fields.get("title", "")))
    names = [_spoken(text_of(one.get("name") or one.get("personal_name"))) for one in authors]
    if names:
        draft.creators["author"] = read_creators(names, is_chinese=chinese)
    for role, members in _contributors(edition).items():
        draft.creators[role] = read_creators(members, is_chinese=chinese)
    return item_of(draft, wanted=isbn.value, name=_NAME)


def _draft(edition: Mapping[str, JsonValue], isbn: Isbn) -> Draft:
    draft = Draft(type="book", source="open-library")
    prefix = text_of(edition.get("title_prefix")).strip()
    title = " ".join(filter(None, (prefix, plain_text(text_of(edition.get("title"))))))
    draft.fields["title"] = _tidy(joined(title, [plain_text(text_of(edition.get("subtitle")))]))
    issued = _date(text_of(edition.get("publish_date")))
    if issued:
        draft.dates["issued"] = issued
    key = text_of(next(iter(objects_of(edition.get("languages"))), {}).get("key")).rsplit("/", 1)[-1]
    found = {
        "ISBN": isbn.value,
        "publisher": _tidy(plain_text(text_of(edition.get("publishers")))),
        "publisher-place": _tidy(plain_text(text_of(edition.get("publish_places")))),
        "number-of-pages": text_of(edition.get("number_of_pages")),
        "edition": edition_of(plain_text(text_of(edition.get("edition_name")))),
        "collection-title": _tidy(plain_text(text_of(edition.get("series")))),
        "language": language_of(key),
    }
    draft.fields |= {variable: text for variable, text in found.items() if text}
    original = plain_text(text_of(edition.get("translation_of")))
    if original:
        language = decide_text_language(original)
        draft.variants.append(
            Variant(field="title", kind=VariantKind.ORIGINAL, language=language, text=original, source=draft.source)
        )
    return draft


async def _authors(edition: Mapping[str, JsonValue], sources: Sources, isbn: Isbn) -> tuple[list[Told], list[Told]]:
    """Ask for the records of the authors, who stand by number only: of the edition, else of the work that it is of.

    Returns:
        These records, and that of the work where it was asked for.
    """
    keys = [text_of(one.get("key")) for one in objects_of(edition.get("authors"))]
    others: list[Told] = []
    work = text_of(next(iter(objects_of(edition.get("works"))), {}).get("key"))
    if not any(keys) and work:
        found = await _part(work, sources, isbn)
        if found is not None:
            others.append(found)
            authors = [one.get("author") for one in objects_of(found.record.get("authors"))]
            keys = [text_of(one.get("key")) for one in authors if isinstance(one, Mapping)]
    asked = [_part(key, sources, isbn) for key in dict.fromkeys(filter(None, keys[:_MOST_AUTHORS]))]
    told = [one for one in await asyncio.gather(*asked) if one is not None]
    return told, others


async def _part(key: str, sources: Sources, isbn: Isbn) -> Told | None:
    """Ask for a record that another one points to; one that is not there any more is passed over."""
    if not re.fullmatch(r"/(?:authors|works)/OL\d+[AW]", key):
        return None
    try:
        return await ask_json(
            below(sources.services.open_library, f"{key[1:]}.json"), sources, source=_NAME, wanted=isbn.value
        )
    except NotFound:
        return None


def _contributors(edition: Mapping[str, JsonValue]) -> dict[str, list[JsonValue]]:
    """Take translators and editors: `contributors` has roles, `contributions` has them in brackets behind the name."""
    roles: dict[str, list[JsonValue]] = {}
    pairs = [(text_of(one.get("name")), text_of(one.get("role"))) for one in objects_of(edition.get("contributors"))]
    for text in texts_of(edition.get("contributions")):
        found = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", text)
        pairs += [(found[1], found[2])] if found else []
    for name, role in pairs:
        variable = next((csl for word, csl in _ROLES.items() if word in role.lower()), "")
        if name and variable:
            roles.setdefault(variable, []).append(_spoken(name))
    return roles


def _spoken(name: str) -> JsonValue:
    """Part a person's name in the order in which it is spoken, as Open Library has them."""
    from tipcite.fetch.people import read_person

    names = read_person(name)
    if len(names) == 1 and names[0].family and names[0].given:
        return {"family": names[0].family, "given": names[0].given, "suffix": names[0].suffix}
    return {"literal": name}


def _date(text: str) -> Date | None:
    """Read `2009`, `March 2009`, `Mar 03, 2009`, `2009-03-03`, `c2009`, `民國98`."""
    body = re.sub(r"^(?:c|©|cop\.?|\[)\s*(?=\d{4})", "", text.strip()).rstrip("].?")
    found = read_date(body) if body else None
    if found is not None and found.year:
        return found
    year = re.search(r"\b(1[4-9]\d\d|20\d\d)\b", body)
    return Date(parts=((int(year[1]),),)) if year else None


def _tidy(text: str) -> str:
    """Take off what library catalogues (ISBD) put behind a part: ` :`, ` /`, `,`."""
    return re.sub(r"\s*[:/;,=]\s*$", "", text).strip()


def _ten(isbn: Isbn) -> str:
    """Return the form of ten digits, "" when there is none."""
    if not isbn.value.startswith("978"):
        return ""
    body = isbn.value[3:12]
    check = -sum((10 - place) * int(digit) for place, digit in enumerate(body)) % 11
    return body + ("X" if check == 10 else str(check))
