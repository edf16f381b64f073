"""A web page → its title and what it says of itself.

Order: (1) the charset is settled, (2) the page is parsed, (3) meta elements, JSON-LD, title and text are collected.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tipcite.model import JsonValue, find_doi

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT_LIMIT: Final = 20_000
_REFRESH: Final = re.compile(r"\s*(\d+)[^;,]*[;,]\s*(?:url\s*=)?\s*[\"']?([^\"']+)", re.IGNORECASE)
_SNIFFED: Final = 4096
"""HTML's algorithm looks at 1024 bytes; Taiwanese government pages open with longer comments."""
_HIDDEN: Final = frozenset({"script", "style", "noscript", "template", "svg", "head"})
_META_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)

# Labels are those of the Encoding Standard; the supersets are what browsers decode with.
_SUPERSETS: Final = {
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "cp950": "big5hkscs",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ACCENTED: Final = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?=[a-z\s.,;:!?)<])")
_GUESSES: Final = ("utf-8", "big5hkscs", "gb18030")
# The most frequent characters of running text in both scripts, and of titles of pages.
_FREQUENT: Final = frozenset(
    "的一是不在人有了大中國国為为上年和地以個个會会學学時时生業业發发問问題题報报告研究頁页網网站首新聞闻公司"
    "資资料訊讯政府行法院民文化教育社系統统部與与及於于我們们這这他來来到說说要就出也得自之對对所"
)


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
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def first(self, *names: str) -> str:
        """Return the first content of the first of these meta elements that has one."""
        return next((self.meta[name][0] for name in names if name in self.meta), "")

    @property
    def titles(self) -> tuple[str, ...]:
        """Every text that stands as a title: of the work, of the page, of its first heading."""
        found = (self.first("citation_title", "dc.title"), self.first("og:title"), self.headline, self.title)
        return tuple(dict.fromkeys(text for text in found if text))


def read_page(body: bytes, content_type: str) -> Page:
    """Read a page, whole or cut off; what can't be parsed is an empty `Page`."""
    root = _parse(decode_page(body, content_type))
    if root is None:
        return Page()
    meta = _meta(root)
    linked = tuple(_json_ld(root))
    headline = _first(meta, "citation_title", "dc.title", "og:title") or _linked(linked, "headline")
    return Page(
        headline=headline or _first_text(root, "h1"),
        title=_first_text(root, "title"),
        site_name=_first(meta, "og:site_name", "application-name"),
        language=_language(root, meta),
        description=_first(meta, "og:description", "description", "dc.description"),
        published=_published(root, meta, linked),
        doi=_doi(meta),
        refresh=_refresh(root),
        meta=meta,
        text=_take_text(root),  # last: it changes the tree
    )


def decode_page(body: bytes, content_type: str) -> str:
    """Decode a page: byte order mark, then the header, then `<meta>`, then UTF-8, Big5 or GBK by content."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    declared = [_header_charset(content_type), _meta_charset(body)]
    utf8 = _strict(body, "utf-8")
    for name in filter(None, declared):
        # A wrong label is common, text that is valid UTF-8 by chance is not.
        if utf8 is not None and (name == "cp1252" or _strict(body, name) is None):
            return utf8
        if name != "cp1252" or not any(declared[1:]):
            return body.decode(name, "replace")
    if utf8 is not None:
        return utf8
    if _is_western(body):
        return body.decode("cp1252", "replace")
    return max((body.decode(name, "replace") for name in _GUESSES), key=_plausibility)


def _is_western(body: bytes) -> bool:
    """Tell whether the octets beyond ASCII stand alone between letters, as accented letters do."""
    beyond = len(re.findall(rb"[\x80-\xff]", body))
    return len(_ACCENTED.findall(body)) > 0.9 * beyond


def _strict(body: bytes, name: str) -> str | None:
    """Decode without any fault; a character cut in two at the end is none."""
    try:
        return codecs.getincrementaldecoder(name)("strict").decode(body, final=False)
    except UnicodeDecodeError:
        return None


def _plausibility(text: str) -> float:
    frequent = sum(char in _FREQUENT for char in text)
    return frequent - 3 * text.count("\ufffd") - sum("\ue000" <= char <= "\uf8ff" for char in text)


def _header_charset(content_type: str) -> str:
    match = re.search(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", content_type, re.IGNORECASE)
    return _codec(match[1]) if match else ""


def _meta_charset(body: bytes) -> str:
    match = _META_CHARSET.search(body[:_SNIFFED])
    return _codec(match[1].decode("ascii", "replace")) if match else ""


def _codec(label: str) -> str:
    """Return Python's name for the superset that browsers use for a label, "" for an unknown one."""
    try:
        name = codecs.lookup(label.strip().lower().removeprefix("x-")).name
    except LookupError:
        return ""
    # A `<meta>` that could be read is not in UTF-16, whatever it says (HTML, 13.2.3.2).
    return "utf-8" if name.startswith("utf-16") else _SUPERSETS.get(name, name)


def _parse(text: str) -> _Element | None:
    from lxml import etree  # slow to import, and formats is on the start-up path

    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, remove_comments=True)
    try:
        root: _Element | None = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return root


def _meta(root: _Element) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        content = _squeeze(element.get("content") or "")
        if name and content:
            key = name.strip().lower()
            found[key] = (*found.get(key, ()), content)
    return found


def _first(meta: Mapping[str, tuple[str, ...]], *names: str) -> str:
    return next((meta[name][0] for name in names if name in meta), "")


def _first_text(root: _Element, tag: str) -> str:
    for element in root.iter(tag):
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


def _published(root: _Element, meta: Mapping[str, tuple[str, ...]], linked: tuple[JsonValue, ...]) -> str:
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


def _refresh(root: _Element) -> str:
    for element in root.iter("meta"):
        if (element.get("http-equiv") or "").lower() == "refresh":
            match = _REFRESH.match(element.get("content") or "")
            # A page that reloads itself after minutes is a live one.
            if match and int(match[1]) <= 10:
                return match[2].strip()
    return ""


def _json_ld(root: _Element) -> Iterator[JsonValue]:
    for element in root.iter("script"):
        if (element.get("type") or "").strip().lower() == "application/ld+json":
            try:
                yield from _objects(json.loads(element.text or ""))
            except (ValueError, RecursionError):
                continue


def _objects(value: JsonValue) -> Iterator[JsonValue]:
    if isinstance(value, list):
        for member in value:
            yield from _objects(member)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph", []))


def _linked(linked: tuple[JsonValue, ...], name: str) -> str:
    return next((_squeeze(part[name]) for part in linked if isinstance(part.get(name), str)), "")


def _take_text(root: _Element) -> str:
    """Return the beginning of the visible text; elements that are not shown are taken out of the tree."""
    from lxml import etree  # as above

    etree.strip_elements(root, *_HIDDEN, with_tail=False)
    pieces: list[str] = []
    size = 0
    for piece in root.itertext():
        pieces.append(str(piece))
        size += len(piece)
        if size > _TEXT_LIMIT:
            break
    return _squeeze(" ".join(pieces))


def _squeeze(text: str) -> str:
    return " ".join(text.split())
