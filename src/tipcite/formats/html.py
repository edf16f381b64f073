"""A web page → its title and what it says of itself.

Order: (1) the charset is settled, (2) the page is parsed, (3) meta elements, JSON-LD, title and text are collected.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tipcite.formats.html_charset import decode_page
from tipcite.formats.html_structure import Structure, read_refresh, read_structure
from tipcite.formats.linked_data import read_linked_data
from tipcite.model import JsonValue, find_doi

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLE_META: Final = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title", "title", "headline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says of itself; absent parts are "".

    `title` is the `<title>`, `headline` the best guess at the work's own title. `meta` holds every named meta
    element in lower case (`citation_author`, `og:title`, `article:published_time`) with its contents in order;
    `published` is an ISO date as far as the page gives one, `text` the beginning of the visible text.
    """

    title: str = ""
    headline: str = ""
    site_name: str = ""
    language: str = ""
    description: str = ""
    published: str = ""
    doi: str = ""
    refresh: str = ""
    text: str = ""
    linked_titles: tuple[str, ...] = ()
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    structure: Structure = field(default_factory=Structure)

    def first(self, *names: str) -> str:
        """Return the first content of the first of these meta elements that has one."""
        return next((self.meta[name][0] for name in names if name in self.meta), "")

    @property
    def titles(self) -> tuple[str, ...]:
        """Every text that stands as a title: of the work, of the page, of its first heading."""
        named = (self.first(name) for name in _TITLE_META)
        found = (*named, self.headline, self.title, *self.linked_titles, *self.structure.headings[:1])
        return tuple(dict.fromkeys(text for text in found if text))


def read_page(body: bytes, content_type: str) -> Page:
    """Read a page, whole or cut off; what can't be parsed is an empty `Page`."""
    return read_page_text(decode_page(body, content_type))


def read_page_text(text: str) -> Page:
    """Read a page that is decoded already."""
    root = parse_html(text)
    return Page() if root is None else page_of(root)


def page_of(root: _Element) -> Page:
    """Collect what a parsed page says of itself."""
    meta = _meta(root)
    structure = read_structure(root)
    linked = linked_data_of(root)
    headline = _first(meta, "citation_title", "dc.title", "og:title") or _linked(linked, "headline")
    return Page(
        headline=headline or _first_text(root, "h1"),
        title=_first_text(root, "title"),
        site_name=_first(meta, "og:site_name", "application-name"),
        language=_language(root, meta),
        description=_first(meta, "og:description", "description", "dc.description"),
        published=_published(root, meta, linked),
        doi=_doi(meta),
        refresh=read_refresh(root),
        meta=meta,
        linked_titles=tuple(filter(None, (_linked((part,), name) for part in linked for name in ("headline", "name")))),
        structure=structure,
        text=structure.text,
    )


def parse_html(text: str) -> _Element | None:
    """Parse a page as leniently as browsers do; None when there is nothing in it."""
    from lxml import etree  # slow to import, and formats is on the start-up path

    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, remove_comments=True)
    try:
        root: _Element | None = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return root


def _meta(root: _Element) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        content = _squeeze(element.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return {name: tuple(contents) for name, contents in found.items()}


def _first(meta: Mapping[str, tuple[str, ...]], *names: str) -> str:
    return next((meta[name][0] for name in names if name in meta), "")


def _first_text(root: _Element, tag: str) -> str:
    for element in root.iter(tag):
        if next(element.iterancestors("template"), None) is not None:
            continue  # it is never shown as it stands
        text = _squeeze("".join(map(str, element.itertext())))
        if text:
            return text
    return ""


def _language(root: _Element, meta: Mapping[str, tuple[str, ...]]) -> str:
    tag = root.get("lang") or root.get("xml:lang") or ""
    return tag.strip() or _first(meta, "citation_language", "dc.language", "og:locale", "content-language")


_DATE: Final = re.compile(r"\d{4}(?:[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?")
_PUBLISHED_META: Final = (
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
)


def _published(root: _Element, meta: Mapping[str, tuple[str, ...]], linked: tuple[Mapping[str, JsonValue], ...]) -> str:
    candidates = [_first(meta, name) for name in _PUBLISHED_META]
    candidates.append(_linked(linked, "datePublished"))
    candidates += [
        element.get("datetime") or ""
        for element in root.iter("time")
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    ]
    for candidate in candidates:
        match = _DATE.match(candidate)
        if match:
            return "-".join(part.zfill(2) for part in re.split(r"[-/.]", match[0]))
    return ""


def _doi(meta: Mapping[str, tuple[str, ...]]) -> str:
    for name in ("citation_doi", "dc.identifier", "prism.doi", "bepress_citation_doi", "dc.identifier.doi"):
        for content in meta.get(name, ()):
            doi = find_doi(content)
            if doi:
                return doi.value
    return ""


def linked_data_of(root: _Element) -> tuple[Mapping[str, JsonValue], ...]:
    """Read every object of the page's JSON-LD."""
    found: list[Mapping[str, JsonValue]] = []
    for element in root.iter("script"):
        if (element.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json":
            found += read_linked_data(element.text or "")
    return tuple(found)


def _linked(linked: tuple[Mapping[str, JsonValue], ...], name: str) -> str:
    found = (part.get(name) for part in linked)
    return next((_squeeze(value) for value in found if isinstance(value, str)), "")


def _squeeze(text: str) -> str:
    return " ".join(text.split())
