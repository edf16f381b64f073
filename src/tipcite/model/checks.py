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

    # ok
    HTTP_OK = "http_ok"
    TITLE_MATCH = "title_match"
    DOI_REGISTERED = "doi_registered"
    # moved
    PERMANENT_REDIRECT = "permanent_redirect"
    """The target of the leading run of 301 and 308."""
    META_REFRESH = "meta_refresh"
    """The page sends its reader on: by `<meta>`, a `Refresh` header or a script that does nothing else."""
    HTTPS_UPGRADE = "https_upgrade"
    """The same address, with https."""
    # dead, hard
    HTTP_404 = "http_404"
    HTTP_410 = "http_410"
    DNS_NXDOMAIN = "dns_nxdomain"
    DOI_UNREGISTERED = "doi_unregistered"
    DOI_NO_URL = "doi_no_url"
    # dead, soft
    SOFT404_TEXT = "soft404_text"
    """The page says, with a status of success, that there is no such page; or any address gets it."""
    SOFT404_REDIRECT = "soft404_redirect"
    """The redirect leads to an error page (`/404.html`), to a search, or to where all unknown addresses lead."""
    SOFT404_HOME = "soft404_home"
    """A page inside a site is redirected to a front page."""
    PARKED = "parked"
    """The domain is for sale, has expired, or shows nothing but its host's own page."""
    REDIRECT_LOOP = "redirect_loop"
    OTHER_4XX = "other_4xx"
    # blocked
    HTTP_401 = "http_401"
    HTTP_402 = "http_402"
    HTTP_403 = "http_403"
    HTTP_407 = "http_407"
    HTTP_418 = "http_418"
    HTTP_451 = "http_451"
    HTTP_999 = "http_999"
    BOT_CHALLENGE = "bot_challenge"
    """A page that only tells browsers from programs, whatever its status."""
    RATE_LIMITED = "rate_limited"
    LOGIN = "login"
    # transient
    TIMEOUT = "timeout"
    CONNECT = "connect"
    RESET = "reset"
    HTTP_5XX = "http_5xx"
    """The server says that it fails: by its status, or on a page that is sent as a success."""
    TRUNCATED = "truncated"
    PROTOCOL = "protocol"
    DNS_TEMPORARY = "dns_temporary"
    # insecure
    TLS_EXPIRED = "tls_expired"
    TLS_SELF_SIGNED = "tls_self_signed"
    TLS_WRONG_HOST = "tls_wrong_host"
    TLS_CHAIN = "tls_chain"
    # invalid
    SYNTAX = "syntax"
    SCHEME = "scheme"
    PORT = "port"
    FORBIDDEN_ADDRESS = "forbidden_address"
    REDIRECT_SCHEME = "redirect_scheme"
    """A redirect leads to something that is neither http nor https."""


def read_why(value: object, status: object = None) -> Why:
    """Read a reason as it was written down; before 401 to 999 had a reason each, they were all `http_refused`.

    Raises:
        ValueError: there is no such reason.
    """
    if value != "http_refused":
        return Why(str(value))
    known = {401, 402, 403, 407, 418, 451, 999}
    return Why(f"http_{status}") if status in known else Why.HTTP_403


class Flag(StrEnum):
    """What is worth knowing beside a verdict and never decides it; `Retrieval.flags` holds these."""

    TITLE_MATCH = "title_match"
    """The cited title was seen on the page, which was moved or is a DOI's."""
    TITLE_MISMATCH = "title_mismatch"
    CONTENT_TYPE_MISMATCH = "content_type_mismatch"
    """The address promises a PDF or another file, and a page came; or what came is not what it is said to be."""
    FRAGMENT_MISSING = "fragment_missing"
    HTTPS_DOWNGRADE = "https_downgrade"
    EMPTY_BODY = "empty_body"
    TRUNCATED = "truncated"
    PARKED = "parked"
    ARCHIVE_TODAY = "archive_today"
    """A snapshot of an archive that altered captures: another one should be cited."""
    RETRACTED = "retracted"
    CORRECTED = "corrected"
    CONCERN = "concern"
    """An expression of concern stands against the work."""
    NEWER_VERSION = "newer_version"
    NOTICE = "notice"
    """The cited work is itself a notice of retraction or correction."""
    DOI_SUGGESTION = "doi_suggestion"
    WRONG_DOI = "wrong_doi"
    """The DOI is another work's, by its agency's title."""
    YEAR_MISMATCH = "year_mismatch"
    AGENCY_SILENT = "agency_silent"
    """The agency gave no usable answer, so nothing is known of title and retraction."""
    DOI_REGISTERED = "doi_registered"
    """Of a DOI whose page is gone."""
    TARGET_BLOCKED = "target_blocked"
    """The publisher turns programs away, which says nothing of a registered DOI; so do the next four."""
    TARGET_TRANSIENT = "target_transient"
    TARGET_INSECURE = "target_insecure"
    TARGET_SUSPECT = "target_suspect"
    """The publisher's page may be none: a redirect to the front page, a loop, an unusual status."""
    TARGET_UNCHECKED = "target_unchecked"


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
