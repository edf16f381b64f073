"""The services that are asked about DOIs and for archived pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The base address of every service (`[sources]` in tipcite.toml), with or without a closing slash.

    `doi_ra` is where agencies are asked for, "" for `ra/` below the resolver. `wayback_interval` are the seconds
    between requests to the Wayback Machine, whose index takes 60 a minute.
    """

    doi_handles: str = "https://doi.org/api/handles/"
    doi_resolver: str = "https://doi.org/"
    doi_ra: str = ""
    crossref: str = "https://api.crossref.org/"
    datacite: str = "https://api.datacite.org/"
    wayback: str = "https://web.archive.org/"
    wayback_interval: float = 1.0


def below(base: str, path: str) -> str:
    """Return the address of a path below a base address."""
    return f"{base.rstrip('/')}/{path}"
