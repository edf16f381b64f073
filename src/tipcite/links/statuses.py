"""What a failure below HTTP, or a status, says by itself."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.html_signs import PageSign, Sign, read_sign, wall_sign
from tipcite.links.challenge import header_of_challenge
from tipcite.links.content import is_markup, page_of
from tipcite.links.retrieving import retrieval, with_flags
from tipcite.links.targets import Target
from tipcite.model import Flag, Retrieval, Verdict, Why
from tipcite.net import Answer, NetErrorKind
from tipcite.net.url import is_port

DEFAULT_PATIENCE: Final = 10.0
"""The longest `Retry-After` in seconds that a run waits for, where nobody says another."""
_CHOICES: Final = 300
"""`Multiple Choices` is a page to read."""

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

_STATUSES: Final = {
    404: (Verdict.DEAD, Why.HTTP_404),
    410: (Verdict.DEAD, Why.HTTP_410),
    401: (Verdict.BLOCKED, Why.HTTP_401),
    402: (Verdict.BLOCKED, Why.HTTP_402),
    403: (Verdict.BLOCKED, Why.HTTP_403),
    407: (Verdict.BLOCKED, Why.HTTP_407),
    # 418 is ieeexplore.ieee.org's and 999 linkedin.com's way to say what others say with 403.
    418: (Verdict.BLOCKED, Why.HTTP_418),
    451: (Verdict.BLOCKED, Why.HTTP_451),
    999: (Verdict.BLOCKED, Why.HTTP_999),
    429: (Verdict.BLOCKED, Why.RATE_LIMITED),
    428: (Verdict.BLOCKED, Why.BOT_CHALLENGE),  # Akamai: solve this first
    440: (Verdict.BLOCKED, Why.LOGIN),  # IIS: the session has ended
    408: (Verdict.TRANSIENT, Why.TIMEOUT),
    425: (Verdict.TRANSIENT, Why.TIMEOUT),
    421: (Verdict.TRANSIENT, Why.PROTOCOL),  # the connection was for another host
}

_OTHER_SCHEME: Final = re.compile(
    r"\s*(?:mailto|javascript|data|ftps?|file|tel|sms|urn|doi|hdl|info|isbn|news|nntp|irc|about|blob|wss?|gopher|magnet|"
    r"sftp|ssh|git|ldap|view-source|chrome|edge|zotero|obsidian|evernote|thunder|ed2k):",
    re.IGNORECASE,
)

_WALLS: Final = frozenset({PageSign.CHALLENGE, PageSign.REFUSED})
# These tell what they are, whatever is on their page.
_PLAIN: Final = frozenset({Why.HTTP_401, Why.HTTP_402, Why.HTTP_407, Why.HTTP_451, Why.RATE_LIMITED})


def judge_failure(target: Target, answer: Answer, time: str) -> Retrieval:
    """Judge an attempt that brought no whole answer."""
    if answer.error is None:
        raise ValueError("an answer without error is judged by its status")
    verdict, why = _FAILURES[answer.error.kind]
    if why is Why.SCHEME and answer.chain:
        why = Why.REDIRECT_SCHEME
    if why is Why.SYNTAX and not answer.chain:
        why = Why.PORT if _has_no_port(target.value) else why
        why = Why.SCHEME if _OTHER_SCHEME.match(target.value) else why
    return retrieval(target, answer, time, verdict=verdict, why=why, message=answer.error.message)


def judge_status(target: Target, answer: Answer, time: str, *, patience: float = DEFAULT_PATIENCE) -> Retrieval | None:
    """Judge a status that needs no page; None for a status of success."""
    status = answer.status or 0
    if 200 <= status < 300 or (status == _CHOICES and answer.body):
        return None
    page = page_of(answer) if answer.body and is_markup(answer) else None
    verdict, why = _verdict_of_status(answer, patience)
    message = ""
    header = header_of_challenge(answer)
    sign = read_sign(page) if page else None
    if header:
        verdict, why, message = Verdict.BLOCKED, Why.BOT_CHALLENGE, f"the header {header!r} tells a challenge"
    elif why not in _PLAIN and _is_challenge(sign):
        verdict, why, message = Verdict.BLOCKED, Why.BOT_CHALLENGE, sign.said if sign else ""
    elif why is Why.OTHER_4XX and page and (wall := wall_sign(page)) and wall.kind in _WALLS:
        # An unusual status (406) is a guard's when the page says so, whatever else it says.
        verdict, why, message = Verdict.BLOCKED, Why.BOT_CHALLENGE, wall.said
    judged = retrieval(target, answer, time, verdict=verdict, why=why, page=page, message=message)
    return with_flags(judged, Flag.PARKED) if sign and sign.sure and sign.kind is PageSign.PARKED else judged


def _verdict_of_status(answer: Answer, patience: float) -> tuple[Verdict, Why]:
    status = answer.status or 0
    if status in _STATUSES:
        return _STATUSES[status]
    if 400 <= status < 500:
        return Verdict.DEAD, Why.OTHER_4XX
    if status == 503 and answer.retry_after is not None and answer.retry_after > patience:
        return Verdict.BLOCKED, Why.RATE_LIMITED
    return (Verdict.TRANSIENT, Why.HTTP_5XX) if status >= 500 else (Verdict.TRANSIENT, Why.PROTOCOL)


def _is_challenge(sign: Sign | None) -> bool:
    return sign is not None and sign.sure and sign.kind is PageSign.CHALLENGE


def _has_no_port(address: str) -> bool:
    """Tell an address whose port is no number from 1 to 65535."""
    match = re.match(r"\s*https?://[^/?#]*?:([^/?#:\]@]*)(?=[/?#]|$)", address, re.IGNORECASE)
    if match is None:
        return False
    return not (match[1] == "" or (match[1].isdecimal() and is_port(int(match[1]))))
