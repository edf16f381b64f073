"""A PDF → an item: from its DOI's agency where it states a DOI of its own, else from what the file says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from tipcite.errors import FetchError, InvalidValue, NetworkError, NotFound, ReadError
from tipcite.fetch.doi import fetch_doi
from tipcite.formats.html_title import letters
from tipcite.formats.pdf import Pdf, read_pdf
from tipcite.formats.webpage.people import read_people
from tipcite.formats.webpage.site import Role, Site
from tipcite.formats.webpage.sites import site_of
from tipcite.formats.webpage.visible import labelled_day
from tipcite.lang import decide_text_language, is_valid_language, normal_tag
from tipcite.model import Date, Doi, Item, JsonValue, Name, parse_iso_date
from tipcite.net import NetSettings, Services

_REPORT: Final = "report"


def pdf_item(
    data: bytes,
    address: str,
    *,
    settings: NetSettings | None = None,
    services: Services | None = None,
    sites: Mapping[str, Site] | None = None,
) -> Item:
    """Describe a PDF; with `settings` and `services` the agency of its DOI is asked first.

    `address` is where it was found, "" for a file.

    Raises:
        ReadError: it can't be read, or says neither a title nor a DOI.
    """
    pdf = read_pdf(data)
    doi = pdf.doi or (Doi(f"10.48550/arxiv.{re.sub(r'v[0-9]+$', '', pdf.arxiv)}".lower()) if pdf.arxiv else None)
    if doi is not None and settings is not None and services is not None:
        item = _from_agency(doi, pdf, settings, services)
        if item is not None:
            return item
    return describe_pdf(pdf, address, sites=sites)


def _from_agency(doi: Doi, pdf: Pdf, settings: NetSettings, services: Services) -> Item | None:
    """Ask the DOI's agency; None when it gives nothing, or a work whose title does not stand in the file."""
    try:
        item = fetch_doi(doi, settings, services)
    except (FetchError, NetworkError, NotFound):
        return None
    title = letters(item.title.partition(":")[0])
    return item if title and title in letters(pdf.text + pdf.title) else None


def describe_pdf(pdf: Pdf, address: str, *, sites: Mapping[str, Site] | None = None) -> Item:
    """Make an item of what the file says.

    Raises:
        ReadError: it says no title.
    """
    text = letters(pdf.text)
    shows_title = bool(pdf.title) and letters(pdf.title) in text
    title = pdf.title if shows_title or not pdf.heading else pdf.heading
    if not title:
        raise ReadError("is a PDF that says no title; give one with --title")
    said: dict[str, JsonValue] = {
        "title": _source("pdf title" if title == pdf.title else "pdf heading", 0.85 if shows_title else 0.6)
    }
    site = site_of(address, sites) if address else None
    language = normal_tag(pdf.language) if is_valid_language(pdf.language) else ""
    by_text = decide_text_language(title)
    language = by_text if by_text.startswith("zh") and not language.startswith(("zh", "ja")) else language or by_text
    fields = {"title": title, **({"language": language} if language else {}), **({"URL": address} if address else {})}
    if pdf.doi is not None:
        fields["DOI"] = pdf.doi.value
        said["DOI"] = _source("pdf first pages", 0.7)
    if pdf.arxiv:
        fields["number"] = f"arXiv:{pdf.arxiv}"
        said["number"] = _source("pdf first page", 0.95)
    authors = _authors(pdf)
    if authors:
        said["author"] = _source("pdf author", 0.7)
    elif site is not None and site.role in (Role.AUTHOR, Role.PUBLISHER):
        authors = (Name(literal=site.name_in(language)),)
        said["author"] = _source(f"site {site.host}", 0.8)
    issued, confidence = _issued(pdf)
    if issued is not None:
        said["issued"] = _source("pdf", confidence)
    if site is not None and said.get("author") == _source("pdf author", 0.7) and site.role is not Role.HOST:
        fields["publisher"] = site.name_in(language)
    return Item(
        key="",
        type=_type(pdf, site),
        fields=fields,
        names={"author": authors} if authors else {},
        dates={"issued": issued} if issued is not None else {},
        provenance={"source": "pdf", "fields": said},
    )


def _type(pdf: Pdf, site: Site | None) -> str:
    if pdf.arxiv:
        return "article"
    if pdf.doi is not None:
        return "article-journal"
    if site is not None and site.type not in ("webpage", "article-newspaper"):
        return site.type
    return _REPORT if site is not None else "document"


def _source(mark: str, confidence: float) -> dict[str, JsonValue]:
    return {"from": mark, "confidence": confidence}


def _authors(pdf: Pdf) -> tuple[Name, ...]:
    """Return the metadata's authors who stand on the first pages, too; others typed the file."""
    text = letters(pdf.text)
    return tuple(
        name for name in read_people([pdf.author]) if pdf.author and letters(name.family or name.literal) in text
    )


def _issued(pdf: Pdf) -> tuple[Date | None, float]:
    """Return the date that the first pages state behind a label, else the year in which the file was made."""
    day = labelled_day(pdf.text)
    if day is not None:
        return day, 0.75
    try:
        return (parse_iso_date(pdf.created[:4]), 0.4) if pdf.created else (None, 0.0)
    except InvalidValue:
        return None, 0.0


def with_address(item: Item, address: str) -> Item:
    """Give an item the address at which its PDF lies, unless it has a better one."""
    return item if "URL" in item.fields else replace(item, fields={**item.fields, "URL": address})
