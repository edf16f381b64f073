"""Every claim that a page makes, from all that it says of itself.

Order: (1) Highwire, (2) the site's own labels, (3) JSON-LD, (4) Open Graph, (5) Dublin Core, (6) COinS, (7) elements
without a standard, (8) `<title>`, (9) what is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from tipcite.errors import ReadError
from tipcite.formats.coins import read_coins
from tipcite.formats.html import Page
from tipcite.formats.html_title import letters
from tipcite.formats.webpage import dublin_core, highwire, labels, open_graph, schema_org, visible
from tipcite.formats.webpage.claims import Basis, Claim
from tipcite.formats.webpage.site import Site
from tipcite.formats.webpage.wording import plain
from tipcite.model import Date, Item, JsonValue

if TYPE_CHECKING:
    from lxml.etree import _Element

_COINS_FIELDS: Final = frozenset(
    "title container-title volume issue page publisher DOI ISBN ISSN genre edition publisher-place".split()
)


def gather(
    page: Page,
    root: _Element,
    things: tuple[Mapping[str, JsonValue], ...],
    *,
    text: str,
    address: str,
    site: Site | None,
    today: Date | None,
) -> Iterator[Claim]:
    """Yield all claims of a page."""
    yield from highwire.claims(page)
    if site is not None:
        yield from labels.claims(page, site.labels)
    yield from schema_org.claims(things, address)
    yield from open_graph.claims(page)
    yield from dublin_core.claims(page)
    yield from _coins(text, page)
    yield from open_graph.other_claims(page)
    if page.title:
        yield Claim(variable="title", value=plain(page.title), basis=Basis.TITLE, mark="title")
    yield from visible.claims(page, root, today=today)


def _coins(text: str, page: Page) -> Iterator[Claim]:
    """Claim what the page's own COinS says: the only one, or the one with the page's title; others are references."""
    if "Z3988" not in text:
        return
    try:
        items = read_coins(text).items
    except ReadError:
        return
    titles = {letters(title) for title in page.titles}
    own = [item for item in items if item.title and any(letters(item.title) in title for title in titles)]
    item = own[0] if own else items[0] if len(items) == 1 else None
    if item is not None:
        yield from _of_item(item)


def _of_item(item: Item) -> Iterator[Claim]:
    for variable, value in item.fields.items():
        if variable in _COINS_FIELDS:
            yield Claim(variable=variable, value=value, basis=Basis.COINS, mark="Z3988")
    if item.names.get("author"):
        yield Claim(variable="author", value=item.names["author"], basis=Basis.COINS, mark="Z3988")
    if "issued" in item.dates:
        yield Claim(variable="issued", value=item.dates["issued"], basis=Basis.COINS, mark="Z3988")
    yield Claim(variable="type", value=item.type, basis=Basis.COINS, mark="Z3988")
