"""Where pages send their readers on, and which of the addresses on a way is the lasting one."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tipcite.formats.html import read_page
from tipcite.formats.html_signs import read_sign
from tipcite.formats.html_structure import refresh_target
from tipcite.formats.html_title import Sight, sight_of
from tipcite.links.challenge import header_of_challenge
from tipcite.links.content import is_markup, page_of
from tipcite.links.hosts import host_of, is_lasting, join
from tipcite.links.targets import Target
from tipcite.model import Why
from tipcite.net import Answer, Ask, Hop, NetError, NetErrorKind

_REFRESHED: Final = 200
"""The status of a hop that was a page with `<meta http-equiv=refresh>`."""
_PERMANENT: Final = frozenset({301, 308, _REFRESHED})
_MOST_REFRESHES: Final = 5
_SHORT_SCRIPT: Final = 6_000
"""A page that only sends its reader on by a script is not larger."""
_SEEN: Final = frozenset({Sight.NAMED, Sight.TEXT})


async def follow(target: Target, answer: Answer, ask: Ask) -> Answer:
    """Go where a page sends its reader at once, unless it is the cited page, or says what it is."""
    for _ in range(_MOST_REFRESHES):
        address = refresh_address(answer)
        if not address:
            break
        page = page_of(answer)
        sign = read_sign(page) if page else None
        if (page is not None and sight_of(page, (target.title, *target.titles), address=target.value) in _SEEN) or (
            sign is not None and sign.sure
        ):
            break
        if header_of_challenge(answer):
            break
        if address in {answer.url, *(hop.url for hop in answer.chain)}:
            loop = NetError(kind=NetErrorKind.REDIRECT_LOOP, message="pages that send their reader round in a circle")
            return replace(answer, error=loop)
        following = await ask(address, after=answer)
        answer = replace(following, chain=(*answer.chain, refresh_hop(answer), *following.chain))
    return answer


def refresh_address(answer: Answer) -> str:
    """Return where a page sends its reader at once: by a header, `<meta>` or a script; "" for nowhere."""
    if not answer.ok:
        return ""
    target = refresh_target(answer.headers.get("refresh", ""))
    if not target and is_markup(answer):
        lower = answer.body[:200_000].lower()
        if b"refresh" in lower or (len(lower) < _SHORT_SCRIPT and b"location" in lower):
            page = read_page(answer.body, answer.content_type)
            target = page.refresh or page.structure.sends_to
    address = join(answer.url, target) if target else ""
    if not address.lower().startswith(("http:", "https:")):
        return ""
    return "" if _without_fragment(address) == _without_fragment(answer.url) else address


def refresh_hop(answer: Answer) -> Hop:
    """Return the hop that a refreshing page is."""
    return Hop(url=answer.url, status=_REFRESHED)


def lasting_address(answer: Answer) -> str | None:
    """Return where the leading run of permanent redirects ends, None when there is none.

    A temporary redirect ends the run: what lies behind it may change tomorrow.
    """
    run = 0
    for hop in answer.chain:
        if hop.status not in _PERMANENT or is_lasting(host_of(hop.url)):
            break
        run += 1
    if run == 0:
        return None
    lasting = answer.chain[run].url if run < len(answer.chain) else answer.url
    return None if _without_fragment(lasting) == _without_fragment(answer.chain[0].url) else lasting


def why_moved(answer: Answer, lasting: str) -> Why:
    """Return what the move to the lasting address is."""
    first = _without_fragment(answer.chain[0].url)
    if first.startswith("http:") and _without_fragment(lasting) == f"https:{first.removeprefix('http:')}":
        return Why.HTTPS_UPGRADE
    run = [hop.status for hop in answer.chain if hop.url != lasting]
    return Why.META_REFRESH if _REFRESHED in run else Why.PERMANENT_REDIRECT


def _without_fragment(address: str) -> str:
    return address.partition("#")[0]
