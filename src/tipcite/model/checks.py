"""What was seen when an address or a DOI was asked for, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What one check says of one link."""

    OK = "ok"
    MOVED = "moved"
    DEAD = "dead"
    BLOCKED = "blocked"
    TRANSIENT = "transient"
    INSECURE = "insecure"
    INVALID = "invalid"


class State(StrEnum):
    """What the history of a link says of it."""

    OK = "ok"
    SUSPECT = "suspect"
    """The newest checks failed, but not often or long enough to call it dead."""
    DEAD = "dead"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"
    """It was never asked for, or nothing that was seen tells anything."""


class Why(StrEnum):
    """The reason of a verdict, from a closed list; the HTTP status is kept beside it."""

    HTTP_OK = "http_ok"
    TITLE_MATCH = "title_match"
    DOI_REGISTERED = "doi_registered"
    PERMANENT_REDIRECT = "permanent_redirect"
    META_REFRESH = "meta_refresh"
    HTTP_404 = "http_404"
    HTTP_410 = "http_410"
    OTHER_4XX = "other_4xx"
    SOFT404_TEXT = "soft404_text"
    """The page says, with a status of success, that there is no such page."""
    SOFT404_HOME = "soft404_home"
    """A page inside a site is redirected to the site's front page."""
    SOFT404_REDIRECT = "soft404_redirect"
    """The redirect leads to an address that names an error (`/404.html`)."""
    PARKED = "parked"
    REDIRECT_LOOP = "redirect_loop"
    DNS_NXDOMAIN = "dns_nxdomain"
    DOI_UNREGISTERED = "doi_unregistered"
    DOI_NO_URL = "doi_no_url"
    HTTP_REFUSED = "http_refused"
    """401, 402, 403, 407, 418, 451, 999: the server answers browsers, not programs."""
    RATE_LIMITED = "rate_limited"
    BOT_CHALLENGE = "bot_challenge"
    LOGIN = "login"
    TIMEOUT = "timeout"
    CONNECT = "connect"
    RESET = "reset"
    HTTP_5XX = "http_5xx"
    PROTOCOL = "protocol"
    TRUNCATED = "truncated"
    DNS_TEMPORARY = "dns_temporary"
    TLS_EXPIRED = "tls_expired"
    TLS_SELF_SIGNED = "tls_self_signed"
    TLS_WRONG_HOST = "tls_wrong_host"
    TLS_CHAIN = "tls_chain"
    SYNTAX = "syntax"
    SCHEME = "scheme"
    FORBIDDEN_ADDRESS = "forbidden_address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """One attempt to see a link, whole: `target` as it was cited, `time` in UTC (ISO 8601, seconds, `Z`).

    `suggestion` is what may be cited instead (the lasting address, the DOI that was meant, a snapshot), "" for nothing;
    `retry_after` the seconds that the host asked to be left alone, None when it did not say.
    """

    target: str
    time: str
    verdict: Verdict
    why: Why
    status: int | None = None
    final_url: str = ""
    chain: tuple[str, ...] = ()
    content_type: str = ""
    title: str = ""
    size: int | None = None
    sha256: str = ""
    flags: tuple[str, ...] = ()
    attempts: int = 1
    message: str = ""
    suggestion: str = ""
    retry_after: float | None = None
