"""The permanent address of a page: its canonical one where that is its own, without what only tracks its readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit, urlunsplit

from tipcite.errors import InvalidIdentifier
from tipcite.formats.html import Page
from tipcite.model import parse_url

if TYPE_CHECKING:
    from lxml.etree import _Element

_TRACKING: Final = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|ref_src"
    r"|ref_url|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id|spm|scm|cmpid|ns_campaign|ns_mchannel|at_medium"
    r"|at_campaign|at_custom\d|wt\.mc_id|s_cid|trk|smid|guccounter|guce_referrer\w*|from_udn_referralnews2014|chdtv|ocid)",
    re.IGNORECASE,
)
_IDENTITY: Final = re.compile(
    r"\w*(?:id|no|sn|num|code|key|seq|serno)|[a-z]|n\d?|doc\w*|art\w*|item\w*|xitem|ctnode|page|news|title|record|handle|file\w*|isbn|doi",
    re.IGNORECASE,
)
"""Parameters that name which page of many is meant."""
_RESOLVERS: Final = frozenset(
    "hdl.handle.net doi.org dx.doi.org purl.org purl.oclc.org n2t.net w3id.org nbn-resolving.org urn.kb.se".split()
)
_SNAPSHOT: Final = re.compile(r"https?://web\.archive\.org/web/(\d{4})(\d{2})(\d{2})\d{0,6}(?:[a-z]{2}_)?/(\S+)")
_HOME: Final = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2,4})?/?)?(?:(?:index|default|home|main)\.\w{3,5})?", re.IGNORECASE
)


def permanent_address(page: Page, root: _Element | None, address: str) -> tuple[str, str]:
    """Return the page's permanent address and what says so; the address it was asked at when nothing does.

    The canonical link, then `og:url`. One of another site, or of a front page where the page is none, belongs to a
    template.
    """
    base = _base(root, address)
    for said, mark in ((page.structure.canonical, "link rel=canonical"), (page.first("og:url"), "og:url")):
        found = _joined(base, said)
        if found and _is_own(found, address):
            return without_tracking(found), mark
    return without_tracking(address), ""


def without_tracking(address: str) -> str:
    """Take campaign parameters off an address; all else stays to the octet."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if not parts.query:
        return address
    kept = [pair for pair in parts.query.split("&") if not _TRACKING.fullmatch(pair.partition("=")[0])]
    if len(kept) == parts.query.count("&") + 1:
        return address
    return urlunsplit(parts._replace(query="&".join(kept)))


def is_resolver(address: str) -> bool:
    """Tell an address that is made to stay while the pages behind it move: a handle, a DOI, a PURL, an ARK."""
    return (urlsplit(address).hostname or "").removeprefix("www.") in _RESOLVERS


def snapshot_of(address: str) -> tuple[str, str]:
    """Return the address of the page that an address of the Wayback Machine shows, and the day (ISO), else ("", "")."""
    match = _SNAPSHOT.fullmatch(address)
    if match is None:
        return "", ""
    page = match[4] if "://" in match[4][:9] else f"http://{match[4]}"
    return page, f"{match[1]}-{match[2]}-{match[3]}"


def is_home(address: str) -> bool:
    """Tell the address of a site's front page, also in one of its languages."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return not parts.query and _HOME.fullmatch(parts.path) is not None


def same_site(one: str, other: str) -> bool:
    """Tell whether two hosts are one site: they differ in `www.`, `m.` and the like only, or one is below the other."""
    first, second = (re.sub(r"(?:^|(?<=\.))(?:www\d?|m|mobile|amp|web)\.", "", host.lower()) for host in (one, other))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def _base(root: _Element | None, address: str) -> str:
    """Return what relative addresses are relative to (HTML, 4.2.3: the first `<base href>`)."""
    for element in root.iter("base") if root is not None else ():
        if element.get("href"):
            return _joined(address, element.get("href") or "") or address
    return address


def _joined(base: str, said: str) -> str:
    if not said or said.startswith(("#", "javascript:")):
        return ""
    try:
        return parse_url(urljoin(base, said.strip())).value.partition("#")[0]
    except (InvalidIdentifier, ValueError):
        return ""


def _is_own(found: str, address: str) -> bool:
    there, here = urlsplit(found), urlsplit(address)
    if not same_site(there.hostname or "", here.hostname or ""):
        return False
    if is_home(found) and not is_home(address):
        return False
    # Templates that forget the number: every page of `/news.aspx?id=…` names `/news.aspx` as its own.
    return not (here.query and not there.query and there.path == here.path and not _names_nothing(here.query))


def _names_nothing(query: str) -> bool:
    """Tell a query that says where the reader comes from, or how the page is to look, from one that names the page."""
    return not any(_IDENTITY.fullmatch(pair.partition("=")[0]) for pair in query.split("&"))
