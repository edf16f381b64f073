"""The services that are asked about works and for archived pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The base address of every service (`[sources]` in tipcite.toml), with or without a closing slash.

    `doi_ra` is where agencies are asked for, "" for `ra/` below the resolver. Intervals are seconds between requests:
    the Wayback Machine's index takes 60 a minute; arXiv asks for three seconds (https://info.arxiv.org/help/api/tou.html),
    NCBI for at most three requests in one (https://www.ncbi.nlm.nih.gov/books/NBK25497/).
    """

    doi_handles: str = "https://doi.org/api/handles/"
    doi_resolver: str = "https://doi.org/"
    doi_ra: str = ""
    crossref: str = "https://api.crossref.org/"
    datacite: str = "https://api.datacite.org/"
    open_library: str = "https://openlibrary.org/"
    google_books: str = "https://www.googleapis.com/books/v1/"
    pubmed: str = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/"
    pmc_ids: str = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles/"
    arxiv: str = "https://export.arxiv.org/api/"
    handles: str = "https://hdl.handle.net/"
    wayback: str = "https://web.archive.org/"
    wayback_interval: float = 1.0
    arxiv_interval: float = 3.0
    pubmed_interval: float = 0.34


def below(base: str, path: str) -> str:
    """Return the address of a path below a base address."""
    return f"{base.rstrip('/')}/{path}"
