"""One answer → a verdict.

Order: (1) failures below HTTP, (2) statuses that need no page, (3) the page: the cited title decides first, then
signs of a page that is none, (4) permanent redirects.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final, TypeAlias
from urllib.parse import urljoin, urlsplit

from tipcite.formats.html import Page, read_page
from tipcite.formats.html_signs import shows_title
from tipcite.links.signs import sign_of
from tipcite.links.targets import Target
from tipcite.model import Retrieval, Verdict, Why
from tipcite.net import Answer, Hop, NetErrorKind

Ask: TypeAlias = Callable[..., Awaitable[Answer]]
"""Asks for an address, and `accept=` a media type: `Web.get`, polite and guarded as all of it."""

_REFRESHED: Final = 200
"""The status of a hop that was a page with `<meta http-equiv=refresh>`."""
_PERMANENT: Final = frozenset({301, 308, _REFRESHED})
_HTML_TYPES: Final = frozenset({"", "text/html", "application/xhtml+xml"})

# 418 is ieeexplore.ieee.org's and 999 linkedin.com's way to say what others say with 403.
_REFUSED: Final = frozenset({401, 402, 403, 407, 418, 451, 999})

_FAILURES: Final = {
    NetErrorKind.DNS_NXDOMAIN: (Verdict.DEAD, Why.DNS_NXDOMAIN),
    NetErrorKind.DNS_TEMPORARY: (Verdict.TRANSIENT, Why.DNS_TEMPORARY),
    NetErrorKind.CONNECT: (Verdict.TRANSIENT, Why.CONNECT),
    NetErrorKind.TIMEOUT: (Verdict.TRANSIENT, Why.TIMEOUT),
    NetErrorKind.RESET: (Verdict.TRANSIENT, Why.RESET),
    NetErrorKind.CUT: (Verdict.TRANSIENT, Why.TRUNCATED),
    NetErrorKind.TLS_EXPIRED: (Verdict.INSECURE, Why.TLS_EXPIRED),
    NetErrorKind.TLS_SELF_SIGNED: (Verdict.INSECURE, Why.TLS_SELF_SIGNED),
    NetErrorKind.TLS_WRONG_HOST: (Verdict.INSECURE, Why.TLS_WRONG_HOST),
    NetErrorKind.TLS_CHAIN: (Verdict.INSECURE, Why.TLS_CHAIN),
    NetErrorKind.PROTOCOL: (Verdict.TRANSIENT, Why.PROTOCOL),
    NetErrorKind.FORBIDDEN_ADDRESS: (Verdict.INVALID, Why.FORBIDDEN_ADDRESS),
    NetErrorKind.REDIRECT_LOOP: (Verdict.DEAD, Why.REDIRECT_LOOP),
    NetErrorKind.SCHEME: (Verdict.INVALID, Why.SCHEME),
    NetErrorKind.SYNTAX: (Verdict.INVALID, Why.SYNTAX),
    NetErrorKind.PUT_OFF: (Verdict.BLOCKED, Why.RATE_LIMITED),
}

# Resolvers of lasting names redirect by design: the name stays the better citation.
_RESOLVERS: Final = frozenset(
    {"doi.org", "dx.doi.org", "www.doi.org", "hdl.handle.net", "n2t.net", "nbn-resolving.org", "purl.org"}
    | {"web.archive.org", "perma.cc", "ark.org", "w3id.org"}
)


async def judge_address(target: Target, answer: Answer, ask: Ask, time: str) -> Retrieval:
    """Judge the answer to a cited address; what it leaves open is asked for (a page that refreshes, a witness)."""
    refreshed = refresh_address(answer)
    if refreshed:
        following = await ask(refreshed)
        answer = replace(following, chain=(*answer.chain, refresh_hop(answer), *following.chain))
    return judge_page(target, answer, time)


def judge_page(target: Target, answer: Answer, time: str) -> Retrieval:
    """Judge the answer to a cited address."""
    if answer.error and (answer.status or 0) < 400:  # a 404 whose body breaks off is a 404
        return judge_failure(target, answer, time)
    by_status = judge_status(target, answer, time)
    if by_status is not None:
        return by_status
    page = read_page(answer.body, answer.content_type) if answer.media_type in _HTML_TYPES else None
    titled = page is not None and shows_title(page, target.title)
    if page is not None and not titled:
        sign = sign_of(target.value, answer, page)
        if sign is not None:
            verdict, why = sign
            return retrieval(target, answer, time, verdict=verdict, why=why, page=page)
    flags = _flags(target, answer, page, titled=titled)
    lasting = lasting_address(answer)
    if lasting is not None:
        refreshed = any(hop.status == _REFRESHED for hop in answer.chain)
        why = Why.META_REFRESH if refreshed else Why.PERMANENT_REDIRECT
        moved = retrieval(target, answer, time, verdict=Verdict.MOVED, why=why, page=page)
        return replace(moved, final_url=lasting, flags=(*flags, "title_match") if titled else flags)
    why = Why.TITLE_MATCH if titled else Why.HTTP_OK
    seen = retrieval(target, answer, time, verdict=Verdict.OK, why=why, page=page)
    return replace(seen, flags=flags)


def judge_failure(target: Target, answer: Answer, time: str) -> Retrieval:
    """Judge an attempt that brought no whole answer."""
    if answer.error is None:
        raise ValueError("an answer without error is judged by its status")
    verdict, why = _FAILURES[answer.error.kind]
    return retrieval(target, answer, time, verdict=verdict, why=why, message=answer.error.message)


def judge_status(target: Target, answer: Answer, time: str) -> Retrieval | None:
    """Judge a status that needs no page; None for a status of success."""
    status = answer.status or 0
    if 200 <= status < 300:
        return None
    if answer.headers.get("cf-mitigated") or answer.headers.get("x-amzn-waf-action"):
        return retrieval(target, answer, time, verdict=Verdict.BLOCKED, why=Why.BOT_CHALLENGE)
    verdict, why = _verdict_of_status(status)
    return retrieval(target, answer, time, verdict=verdict, why=why)


def _verdict_of_status(status: int) -> tuple[Verdict, Why]:
    if status in _REFUSED:
        return Verdict.BLOCKED, Why.HTTP_REFUSED
    match status:
        case 404:
            return Verdict.DEAD, Why.HTTP_404
        case 410:
            return Verdict.DEAD, Why.HTTP_410
        case 429:
            return Verdict.BLOCKED, Why.RATE_LIMITED
        case 408 | 425:
            return Verdict.TRANSIENT, Why.TIMEOUT
        case _ if 400 <= status < 500:
            return Verdict.DEAD, Why.OTHER_4XX
        case _ if status >= 500:
            return Verdict.TRANSIENT, Why.HTTP_5XX
        case _:
            return Verdict.TRANSIENT, Why.PROTOCOL


def lasting_address(answer: Answer) -> str | None:
    """Return where the leading run of permanent redirects ends, None when there is none.

    A temporary redirect ends the run: what lies behind it may change tomorrow.
    """
    run = 0
    for hop in answer.chain:
        if hop.status not in _PERMANENT or (urlsplit(hop.url).hostname or "") in _RESOLVERS:
            break
        run += 1
    if run == 0:
        return None
    return answer.chain[run].url if run < len(answer.chain) else answer.url


def refresh_address(answer: Answer) -> str:
    """Return where a page sends its reader at once by `<meta http-equiv=refresh>`, "" for nowhere."""
    if not answer.ok or answer.media_type not in _HTML_TYPES or b"refresh" not in answer.body.lower():
        return ""
    refresh = read_page(answer.body, answer.content_type).refresh
    address = urljoin(answer.url, refresh) if refresh else ""
    return "" if address == answer.url else address


def refresh_hop(answer: Answer) -> Hop:
    """Return the hop that a refreshing page is."""
    return Hop(url=answer.url, status=_REFRESHED)


def retrieval(
    target: Target,
    answer: Answer,
    time: str,
    *,
    verdict: Verdict,
    why: Why,
    page: Page | None = None,
    message: str = "",
) -> Retrieval:
    """Put down one attempt, whole."""
    return Retrieval(
        target=target.value,
        time=time,
        verdict=verdict,
        why=why,
        status=answer.status,
        final_url=answer.url,
        chain=tuple(f"{hop.status} {hop.url}" for hop in answer.chain),
        content_type=answer.content_type,
        title=page.title if page else "",
        size=answer.size if answer.sha256 else None,
        sha256=answer.sha256,
        attempts=answer.attempts,
        message=message,
    )


def unasked(target: Target, time: str) -> Retrieval:
    """Put down a DOI that is none."""
    return Retrieval(
        target=target.value,
        time=time,
        verdict=Verdict.INVALID,
        why=Why.SYNTAX,
        attempts=0,
        message=f"{target.value!r} is no DOI; a DOI looks like 10.1080/23322705.2020.1841985",
    )


def _flags(target: Target, answer: Answer, page: Page | None, *, titled: bool) -> tuple[str, ...]:
    hops = [*(hop.url for hop in answer.chain), answer.url]
    schemes = [urlsplit(url).scheme for url in hops]
    found = {
        "title_mismatch": bool(target.title) and page is not None and not titled,
        "empty_body": answer.size == 0,
        "truncated": answer.truncated,
        "https_downgrade": schemes[0] == "https" and schemes[-1] == "http",
        "content_type_mismatch": _expects_pdf(target.value) and not answer.body.startswith(b"%PDF-"),
    }
    return tuple(flag for flag, is_set in found.items() if is_set)


def _expects_pdf(address: str) -> bool:
    return urlsplit(address).path.lower().endswith(".pdf")
