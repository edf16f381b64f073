"""An ISBN → an item: Open Library's record and Google's of one book, put together.

Open Library is believed first, for its records come from libraries; Google fills what is empty there. A Chinese title
wins over its transcription, which becomes its romanised form: libraries abroad catalogue Chinese books in pinyin.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from typing import Final

from tipcite.errors import NotFound, TipciteError
from tipcite.fetch import google_books, open_library
from tipcite.fetch.sources import Fetched, Sources, with_provenance
from tipcite.lang import has_han
from tipcite.model import Isbn, Item, Variant, VariantKind

_ROMANISED: Final = ("title", "publisher", "publisher-place")


async def fetch(isbn: Isbn, sources: Sources) -> Fetched:
    """Fetch a book from both; one of them is enough.

    Raises:
        NotFound: neither has the book.
        FetchError: none gave a usable answer, and one of them may have it.
    """
    told = await asyncio.gather(_tried(open_library.fetch(isbn, sources)), _tried(google_books.fetch(isbn, sources)))
    found = [one for one in told if isinstance(one, Fetched)]
    failures = [one for one in told if isinstance(one, TipciteError)]
    if not found:
        telling = [one for one in failures if not isinstance(one, NotFound)]
        raise (
            telling[0] if telling else NotFound(f"neither Open Library nor Google Books knows the ISBN {isbn.value!r}")
        )
    notes = tuple(f"made without {one}" for one in failures if not isinstance(one, NotFound))
    if len(found) == 1:
        return replace(found[0], notes=(*found[0].notes, *notes))
    return joined(found[0], found[1])


async def _tried(asked: Awaitable[Fetched]) -> Fetched | TipciteError:
    try:
        return await asked
    except TipciteError as error:
        return error


def joined(first: Fetched, second: Fetched) -> Fetched:
    """Put Open Library's record and Google's of one book together."""
    one, other = first.item, second.item
    variants = (*one.variants, *(variant for variant in other.variants if variant not in one.variants))
    fields = {**other.fields, **one.fields}
    names = {**other.names, **one.names}
    dates = {**other.dates, **one.dates}
    if not has_han(one.title) and has_han(other.title):
        variants = (*variants, *_romanised(one, other))
        fields |= {
            variable: other.fields[variable] for variable in _ROMANISED if has_han(other.fields.get(variable, ""))
        }
        names |= {role: others for role, others in other.names.items() if any(has_han(name.full) for name in others)}
        fields["language"] = other.language or "zh"
    if "issued" in other.dates and "issued" in one.dates:
        first_parts, second_parts = one.dates["issued"].parts, other.dates["issued"].parts
        if (
            len(second_parts[:1][0]) > len(first_parts[:1][0])
            and first_parts[0] == second_parts[0][: len(first_parts[0])]
        ):
            dates["issued"] = other.dates["issued"]
    if fields.get("language", "").startswith("zh") and other.language.startswith("zh-"):
        fields["language"] = other.language  # catalogues know one Chinese, Google the place
    item = replace(one, fields=fields, names=names, dates=dates, variants=variants, provenance={})
    recased = [part for each in (one, other) for part in each.provenance.get("recased", ())]
    return with_provenance(Fetched(item=item, answers=(*first.answers, *second.answers)), recased=recased)


def _romanised(latin: Item, han: Item) -> tuple[Variant, ...]:
    found = [
        Variant(
            field=variable,
            kind=VariantKind.ROMANISED,
            language="zh-Latn",
            text=latin.fields[variable],
            source="open-library",
        )
        for variable in _ROMANISED
        if latin.fields.get(variable) and has_han(han.fields.get(variable, "")) and not has_han(latin.fields[variable])
    ]
    for role, names in latin.names.items():
        others = han.names.get(role, ())
        if len(others) == len(names) and all(has_han(name.full) for name in others):
            found.append(
                Variant(field=role, kind=VariantKind.ROMANISED, language="zh-Latn", names=names, source="open-library")
            )
    return tuple(found)
