"""Open Graph (https://ogp.me): `og:*`, `article:*`, `book:*`; and the meta elements that stand for it elsewhere."""

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
from tipcite.model import parse_isbn

_TEXTS: Final = (
    ("title", "og:title"),
    ("container-title", "og:site_name"),
    ("language", "og:locale"),
)
_TYPES: Final = {"book": "book", "books.book": "book"}
_DAYS: Final = ("article:published_time", "og:published_time", "og:article:published_time", "book:release_date")
_AUTHORS: Final = ("article:author", "og:article:author", "book:author")

_OTHER_TEXTS: Final = (
    ("title", "parsely-title"),
    ("title", "sailthru.title"),
    ("title", "twitter:title"),
    ("title", "headline"),
    ("title", "title"),
    ("container-title", "application-name"),
)
_OTHER_DAYS: Final = (
    "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "date", "article.published", "release_date", "weibo:article:create_at",
)  # fmt: skip
_OTHER_AUTHORS: Final = ("parsely-author", "sailthru.author", "author", "byl", "article.author", "twitter:data1")


def claims(page: Page) -> Iterator[Claim]:
    """Read Open Graph's elements."""
    for variable, name in _TEXTS:
        if name in page.meta:
            yield Claim(variable=variable, value=plain(page.first(name)), basis=Basis.OPEN_GRAPH, mark=name)
    yield from _others(page, Basis.OPEN_GRAPH, _AUTHORS, _DAYS)
    kind = _TYPES.get(page.first("og:type").lower())
    if kind:
        yield Claim(variable="type", value=kind, basis=Basis.OPEN_GRAPH, mark="og:type")
    for content in page.meta.get("book:isbn", ()):
        try:
            number = parse_isbn(content).value
        except InvalidIdentifier:
            continue
        yield Claim(variable="ISBN", value=number, basis=Basis.OPEN_GRAPH, mark="book:isbn")


def other_claims(page: Page) -> Iterator[Claim]:
    """Read the meta elements that no standard defines."""
    for variable, name in _OTHER_TEXTS:
        if name in page.meta:
            yield Claim(variable=variable, value=plain(page.first(name)), basis=Basis.META, mark=name)
    yield from _others(page, Basis.META, _OTHER_AUTHORS, _OTHER_DAYS)


def _others(page: Page, basis: Basis, authors: tuple[str, ...], days: tuple[str, ...]) -> Iterator[Claim]:
    for name in authors:
        # `twitter:data1` is the author only under `label1`; X's cards have anything there.
        if name == "twitter:data1" and not re.match("written by|作者", page.first("twitter:label1"), re.IGNORECASE):
            continue
        people = read_people(page.meta.get(name, ()))
        if people:
            yield Claim(variable="author", value=people, basis=basis, mark=name)
    for name in days:
        day = read_day(page.first(name))
        if day is not None:
            yield Claim(variable="issued", value=day, basis=basis, mark=name)
