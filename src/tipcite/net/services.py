"""The services that are asked about DOIs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The base address of every service (`[sources]` in tipcite.toml), with or without a closing slash."""

    doi_handles: str = "https://doi.org/api/handles/"
    doi_resolver: str = "https://doi.org/"
    crossref: str = "https://api.crossref.org/"
    datacite: str = "https://api.datacite.org/"


def below(base: str, path: str) -> str:
    """Return the address of a path below a base address."""
    return f"{base.rstrip('/')}/{path}"
