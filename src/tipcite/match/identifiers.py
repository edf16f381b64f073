"""What names a work or a page by itself: DOI, ISBN, PMID, arXiv number, address, each in one form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from tipcite.errors import InvalidIdentifier
from tipcite.model import find_doi, parse_isbn

_TRACKING: Final = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|_hs\w+|mkt_tok|spm|scm|wt\.\w+|ref|ref_src|ref_url|"
    r"source|from|share|sharefrom|chdtv|cid|s_cid|ocid|cmpid|via|amp|sessionid|jsessionid|phpsessid|sid",
    re.IGNORECASE,
)
_INDEX: Final = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp|shtml)$", re.IGNORECASE)
_ARXIV: Final = re.compile(
    r"(?:arxiv\s*:\s*|arxiv\.org/(?:abs|pdf|html)/|10\.48550/arxiv\.)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?",
    re.IGNORECASE,
)
_PMID: Final = re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)(\d+)", re.IGNORECASE)
_ISBN: Final = re.compile(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]")
_DOI_HOST: Final = re.compile(r"https?://(?:(?:dx|www)\.)?doi\.org/", re.IGNORECASE)

Identifier = tuple[str, str]
"""Kind (`doi`, `isbn`, `pmid`, `pmcid`, `arxiv`, `address`) and value."""


def identifiers(fields: Mapping[str, str]) -> Iterator[Identifier]:
    """Yield what an item is named by in its fields, each once, in one form."""
    address = fields.get("URL", "").strip()
    doi = find_doi(fields.get("DOI", "")) if fields.get("DOI") else None
    if doi is None and address and _DOI_HOST.match(address):
        doi = find_doi(address)
    if doi is not None:
        yield "doi", doi.value
    for isbn in isbns(fields.get("ISBN", "")):
        yield "isbn", isbn
    for variable, kind in (("PMID", "pmid"), ("PMCID", "pmcid")):
        digits = re.sub(r"\D", "", fields[variable]) if fields.get(variable) else ""
        if digits:
            yield kind, digits
    found = _PMID.search(address)
    if found and not fields.get("PMID"):
        yield "pmid", found[1]
    arxiv = arxiv_number(fields)
    if arxiv:
        yield "arxiv", arxiv
    if address and not _DOI_HOST.match(address):
        plain = plain_address(address)
        if plain:
            yield "address", plain


def isbns(text: str) -> tuple[str, ...]:
    """Read all ISBNs of a field, in 13 digits; what is none is left out."""
    found = []
    for match in _ISBN.finditer(text) if text else ():
        try:
            found.append(parse_isbn(match.group().strip(" -")).value)
        except InvalidIdentifier:
            continue
    return tuple(dict.fromkeys(found))


def arxiv_number(fields: Mapping[str, str]) -> str:
    """Return the arXiv number, without its version, that stands in an item's DOI, address, number or note."""
    for variable in ("DOI", "URL", "number", "archive_location", "note"):
        text = fields.get(variable, "")
        found = _ARXIV.search(text) if text and "arxiv" in text.lower() else None
        if found:
            return found[1].lower()
    if fields.get("archive", "").lower() == "arxiv" and fields.get("archive_location"):
        found = re.fullmatch(
            r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", fields["archive_location"].strip()
        )
        return found[1].lower() if found else ""
    return ""


def plain_address(address: str) -> str:
    """Write an address so that two of one page are equal: no scheme, `www.`, tracking, index file, closing slash.

    A fragment that a page shows another content by (`#/news/1`, `#!`) stays. A front page names no work: "".
    """
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").removeprefix("www.").rstrip("."), parts.port
    except ValueError:
        return ""
    if not host or parts.scheme.lower() not in ("http", "https"):
        return ""
    path = unquote(parts.path) if "%" in parts.path else parts.path
    path = re.sub(r"/{2,}", "/", path) if "//" in path else path
    path = _INDEX.sub("", path).rstrip("/")
    given = parse_qsl(parts.query, keep_blank_values=True)[:50] if parts.query else []
    pairs = [(name, value) for name, value in given if not _TRACKING.fullmatch(name)]
    fragment = f"#{parts.fragment}" if parts.fragment.startswith(("/", "!")) else ""
    if not path and not pairs and not fragment:
        return ""
    query = f"?{urlencode(sorted(pairs))}" if pairs else ""
    return f"{host}{f':{port}' if port not in (None, 80, 443) else ''}{path}{query}{fragment}"
