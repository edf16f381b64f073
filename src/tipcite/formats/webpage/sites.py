"""Which known site an address belongs to: the longest host and path wins, and what the user says wins over all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from tipcite.formats.webpage.site import Role, Rules, Site
from tipcite.formats.webpage.sites_bodies import BODIES
from tipcite.formats.webpage.sites_news import NEWS
from tipcite.formats.webpage.sites_scholarly import SCHOLARLY
from tipcite.formats.webpage.sites_taiwan import TAIWAN

SITES: Final[Mapping[str, tuple[Site, ...]]] = {
    "Taiwan": TAIWAN,
    "Public bodies, think tanks and law": BODIES,
    "News": NEWS,
    "Scholarly works, software and reference": SCHOLARLY,
}
_OWN_MINISTRY: Final = re.compile(r"(?:www\.|depart\.)?(?:moe\.)?edu\.tw")
"""Under edu.tw every university has its own domain; only these hosts are the ministry's."""


def site_of(address: str, more: Mapping[str, Site] | None = None) -> Site | None:
    """Find the site of an address; `more` are the user's, by host (and path)."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    host, path = (parts.hostname or "").rstrip("."), parts.path
    for table in (more or {}, _by_host()):
        for candidate in _candidates(host, path):
            site = table.get(candidate)
            if site is not None and not (candidate == "edu.tw" and not _OWN_MINISTRY.fullmatch(host)):
                return site
    return None


def rule_for(rules: Rules, address: str) -> str:
    """Return what the first rule that applies to an address makes of it, "" when none does."""
    place = re.sub(r"^https?://(?:www\.)?", "", address, flags=re.IGNORECASE)
    for pattern, made in rules:
        match = re.search(pattern, place, re.IGNORECASE)
        if match:
            return match.expand(made)
    return ""


def user_site(host: str, *, chinese: str, english: str, type_: str = "", role: str = "") -> Site:
    """Make a site of what the user's table says of a host."""
    return Site(host=host, chinese=chinese, english=english, type=type_ or "webpage", role=Role(role or Role.AUTHOR))


@cache
def _by_host() -> Mapping[str, Site]:
    return {site.host: site for sites in SITES.values() for site in sites}


def _candidates(host: str, path: str) -> list[str]:
    """List what may stand in a table for an address: hosts from the longest, each with its paths from the longest."""
    labels = host.split(".")
    segments = [segment for segment in path.split("/") if segment][:3]
    hosts = [".".join(labels[start:]) for start in range(len(labels) - 1)]
    return ["/".join([one, *segments[:count]]) for one in hosts for count in range(len(segments), -1, -1)]
