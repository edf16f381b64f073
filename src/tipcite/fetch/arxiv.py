"""arXiv's Atom service (https://info.arxiv.org/help/api/user-manual.html): a paper by its number.

It answers 200 also to what it does not know: with no entry, or with one that is titled `Error`.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlencode

from tipcite.errors import FetchError, NotFound, ReadError
from tipcite.fetch.answers import ask_xml
from tipcite.fetch.draft import Draft, item_of
from tipcite.fetch.parts import date_of
from tipcite.fetch.people import read_creators, read_person
from tipcite.fetch.sources import Fetched, Sources, with_provenance
from tipcite.formats.latex import decode_latex
from tipcite.formats.xml_tree import Element, parse_xml
from tipcite.model import ArxivId, Item, JsonValue, Name, find_doi, name_to_csl
from tipcite.net import below

_NAME: Final = "arXiv"


async def fetch(number: ArxivId, sources: Sources) -> Fetched:
    """Fetch a paper; where its published version is known, a note names it.

    Raises:
        NotFound: there is no such paper.
        FetchError: no usable answer.
    """
    query = urlencode({"id_list": number.value, "max_results": 1})
    address = f"{below(sources.services.arxiv, 'query')}?{query}"
    told = await ask_xml(address, sources, source=_NAME, wanted=number.value, accept="application/atom+xml")
    try:
        feed = parse_xml(told.text)
    except ReadError:
        raise FetchError(f"{_NAME}'s answer for {number.value!r} is no whole XML; try again later") from None
    if feed.name != "feed":
        raise FetchError(f"{_NAME}'s answer for {number.value!r} is no feed; try again later")
    entry = feed.child("entry")
    if entry is None or "/errors" in entry.text_of("id") or not entry.text_of("title"):
        raise NotFound(f"{_NAME} knows no {number.value!r}; check its spelling")
    found = re.search(r"/abs/(.+?)(?:v\d+)?$", entry.text_of("id"))
    if found and found[1].lower() != _bare(number).lower():
        raise FetchError(f"{_NAME} sent the record of {found[1]!r} for {number.value!r}; enter the item by hand")
    item = item_from_entry(entry, number)
    published = find_doi(entry.text_of("doi"))
    notes = (f"a version was published: add it with 'tipcite add {published}'",) if published else ()
    return with_provenance(
        Fetched(item=item, answers=(told.answer,), notes=notes),
        related={"is-preprint-of": [published.value]} if published else {},
    )


def item_from_entry(entry: Element, number: ArxivId) -> Item:
    """Make an item of a paper's entry, without key.

    Raises:
        FetchError: it has no title.
    """
    return item_of(_draft(entry, number), wanted=number.value, name=_NAME)


def _draft(entry: Element, number: ArxivId) -> Draft:
    draft = Draft(type="article", source="arxiv")
    category = next((part.get("term") for part in entry.children("primary_category")), "")
    version = re.search(r"v\d+$", number.value)
    found = {
        "title": decode_latex(entry.text_of("title")),
        "genre": "Preprint",
        "publisher": "arXiv",
        "number": f"arXiv:{number}",
        # Every paper has this DOI since 2022 (https://blog.arxiv.org/2022/02/17/new-arxiv-articles-are-now-automatically-assigned-dois/).
        "DOI": f"10.48550/arxiv.{_bare(number).lower()}",
        "URL": f"https://arxiv.org/abs/{number}",
        "abstract": entry.text_of("summary"),
        "keyword": category,
        "note": entry.text_of("journal_ref"),
    }
    draft.fields |= {variable: text for variable, text in found.items() if text}
    # `updated` is the day of the version that is named, `published` that of the first.
    issued = date_of(entry.text_of("updated" if version else "published"))
    if issued:
        draft.dates["issued"] = issued
    members: list[JsonValue] = [
        name_to_csl(name)
        for author in entry.children("author")
        for name in read_person(author.text_of("name")) or (Name(literal=author.text_of("name")),)
    ]
    draft.creators["author"] = read_creators(members, is_chinese=False)
    return draft


def _bare(number: ArxivId) -> str:
    """Return the number without version, and of an old one without the subject's class, which is not its."""
    return re.sub(r"v\d+$", "", re.sub(r"^([a-z-]+)\.[A-Z]{2}/", r"\1/", number.value))
