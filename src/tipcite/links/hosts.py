"""Hosts that are known by name: resolvers and archives, sellers of domains, logins, tests for browsers."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

# Resolvers of lasting names, and archives, redirect by design: the name stays the better citation.
_LASTING: Final = re.compile(
    r"(?:^|\.)(?:doi\.org|handle\.net|purl\.(?:org|net|com)|w3id\.org|n2t\.net|arks?\.org|identifiers\.org|"
    r"nbn-resolving\.(?:org|de)|urn\.(?:fi|kb\.se|nb\.no)|resolver\.\w+(?:\.\w+)*|archive\.org|perma\.cc|"
    r"webcitation\.org|archive-it\.org|webarchive\.org\.uk|arquivo\.pt|mementoweb\.org|ghostarchive\.org|megalodon\.jp)$"
    r"|^(?:hdl|handle|doi|dx|purl|ark|urn|wayback|webarchives?|web-archive)\."
)
# English Wikipedia stopped using it on 20 February 2026: captures had been altered.
_ARCHIVE_TODAY: Final = re.compile(r"^(?:www\.)?archive\.(?:today|is|ph|li|vn|fo|md)$")
_PARKING: Final = re.compile(
    r"(?:^|\.)(?:hugedomains\.com|dan\.com|afternic\.com|sedo\.(?:com|de|co\.uk)|sedoparking\.com|parkingcrew\.net|bodis\.com|"
    r"buydomains\.com|undeveloped\.com|brandbucket\.com|domainmarket\.com|uniregistry\.com|above\.com|parklogic\.com|"
    r"squadhelp\.com|atom\.com|efty\.com|namebright\.com|dynadot\.com|4\.cn|ename\.(?:com|net|cn)|juming\.com|22\.cn|"
    r"gname\.com|mi\.aliyun\.com|domain-for-sale\.\w+|forsale\.godaddy\.com|domains\.atom\.com|perfectdomain\.com)$"
)
_PARKING_SUBDOMAIN: Final = re.compile(r"^ww\d{1,2}\.")
"""Parking services send the visitors of `example.org` to `ww1.example.org`, `ww25.example.org`."""
_LOGIN: Final = re.compile(
    r"^(?:log-?in|sso|idp\d?|auth|accounts?|passport|sign-?in|adfs|openid|oauth|wayf|shib(?:boleth)?|myaccount|"
    r"secure-?login|ezproxy|consent|guce)\.|(?:^|\.)(?:login\.microsoftonline\.com|openathens\.net|"
    r"okta\.com|auth0\.com|onelogin\.com)$"
)
_CHALLENGE: Final = re.compile(
    r"(?:^|\.)(?:wappass\.baidu\.com|captcha-delivery\.com|perfdrive\.com|validate\.perfdrive\.com|queue-it\.net|"
    r"hcaptcha\.com|geetest\.com|challenges\.cloudflare\.com)$|^(?:captcha|verify|antispider|waf)\."
)


def split(address: str) -> SplitResult:
    """Take an address apart; one that can't be is empty in all its parts."""
    try:
        parts = urlsplit(address)
        _ = parts.hostname
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def join(base: str, reference: str) -> str:
    """Return the address that a page at `base` refers to, "" for what can't be one."""
    try:
        return urljoin(base, reference)
    except ValueError:
        return ""


def host_of(address: str) -> str:
    """Return an address's host in lower case, "" for none."""
    return split(address).hostname or ""


def bare(host: str) -> str:
    """Take `www.` off a host."""
    return host.removeprefix("www.")


def is_lasting(host: str) -> bool:
    """Tell a resolver of lasting names, or an archive."""
    return _LASTING.search(host) is not None or is_archive_today(host)


def is_archive_today(host: str) -> bool:
    """Tell archive.today under any of its names."""
    return _ARCHIVE_TODAY.search(host) is not None


def is_parking(host: str, *, cited: str = "") -> bool:
    """Tell a seller of domains, or the subdomain that parking services make below the `cited` host."""
    if _PARKING.search(host):
        return not _PARKING.search(cited)
    return bool(cited) and host != cited and _PARKING_SUBDOMAIN.sub("", host) == bare(cited) != host


def is_login(host: str) -> bool:
    """Tell a host that is there to log in."""
    return _LOGIN.search(host) is not None


def is_challenge(host: str) -> bool:
    """Tell a host that is there to tell browsers from programs."""
    return _CHALLENGE.search(host) is not None
