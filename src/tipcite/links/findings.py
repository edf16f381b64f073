"""What is held against a page that does not show the cited title: the way to it, signs on it, the last witness."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tipcite.formats.html import Page
from tipcite.formats.html_signs import PageSign, Sign, is_shell, read_sign, wall_sign
from tipcite.formats.html_title import is_title, weight
from tipcite.links.challenge import header_of_challenge
from tipcite.links.content import came_otherwise
from tipcite.links.hosts import host_of, is_parking, join, split
from tipcite.links.targets import Target
from tipcite.links.way import WaySign, is_home, sign_of_way
from tipcite.links.witness import Testimony, Witnesses
from tipcite.model import Verdict, Why
from tipcite.net import Answer, Ask

_MUCH: Final = 900
"""An error page says less than this (a Han character counts twice)."""
_OF_PAGE: Final = {
    PageSign.CHALLENGE: (Verdict.BLOCKED, Why.BOT_CHALLENGE),
    PageSign.REFUSED: (Verdict.BLOCKED, Why.HTTP_403),
    PageSign.NOT_FOUND: (Verdict.DEAD, Why.SOFT404_TEXT),
    PageSign.PARKED: (Verdict.DEAD, Why.PARKED),
    PageSign.FAILING: (Verdict.TRANSIENT, Why.HTTP_5XX),
    PageSign.LOGIN: (Verdict.BLOCKED, Why.LOGIN),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is held against a page, and the words for it; what is not `sure` needs a witness."""

    verdict: Verdict
    why: Why
    said: str
    sure: bool = True


def findings(target: Target, answer: Answer, page: Page | None) -> list[Finding]:
    """List what is held against an answer without the cited title, the weightiest first."""
    header = header_of_challenge(answer)
    found = [Finding(verdict=Verdict.BLOCKED, why=Why.BOT_CHALLENGE, said=f"the header {header!r}")] if header else []
    sign = _sign_on(page, target, answer) if page is not None else None
    way = sign_of_way(target.value, answer)
    if way and way.is_common and not sign and page is not None and weight(page.structure.prose) > _MUCH:
        way = replace(way, sure=False)
    by_way = [_of_way(way)] if way else []
    by_page = [_of_page(sign)] if sign else []
    if way and sign and _is_told_better(way, sign):
        return [*found, *by_page, *by_way]
    return [*found, *by_way, *by_page]


def _sign_on(page: Page, target: Target, answer: Answer) -> Sign | None:
    """Return the sign on a page, as sure as what is known of the cited one makes it."""
    sign = read_sign(page)
    if sign is not None and (sign.sure or (sign.is_crowded and is_title(target.title))):
        return replace(sign, sure=True)
    if _is_advertising(page, host_of(answer.url)):
        return Sign(kind=PageSign.PARKED, said="a page of advertisements")
    if _is_login_form(page) and (answer.chain or is_title(target.title)):
        return Sign(kind=PageSign.LOGIN, said="a form that asks for a password")
    return sign


def _is_told_better(way: WaySign, sign: Sign) -> bool:
    """Tell whether the page says more exactly than the way what it is: a front page that is for sale, a failure."""
    if way.why is Why.SOFT404_HOME:
        return sign.sure
    return way.why is Why.SOFT404_REDIRECT and sign.kind not in (PageSign.NOT_FOUND, PageSign.LOGIN)


def _of_way(way: WaySign) -> Finding:
    return Finding(verdict=way.verdict, why=way.why, said=way.said, sure=way.sure)


def _of_page(sign: Sign) -> Finding:
    verdict, why = _OF_PAGE[sign.kind]
    return Finding(verdict=verdict, why=why, said=f"the page says: {sign.said}", sure=sign.sure)


_ADVERTISING: Final = re.compile(
    r"related (?:searches|links|topics)|sponsored|advertis|privacy policy|相關搜尋|相关搜索|贊助|赞助|廣告|广告",
    re.IGNORECASE,
)


def _is_advertising(page: Page, host: str) -> bool:
    """Tell a page that is named for its host and shows nothing but links to advertisements."""
    named = page.title.strip().lower().removeprefix("www.")
    if not named or named != host.removeprefix("www."):
        return False
    structure = page.structure
    is_bare = len(structure.prose) < 300 and _ADVERTISING.search(structure.shown) is not None
    return is_bare or any(is_parking(host_of(join(f"http://{host}/", source))) for source in structure.sources)


def _is_login_form(page: Page) -> bool:
    return page.structure.asks_password and len(page.structure.prose) < 300


def is_doubtful(target: Target, answer: Answer, page: Page | None, held: Sequence[Finding]) -> bool:
    """Tell whether a witness is worth its question: the title is known and not there, or something is odd."""
    if page is None or is_home(split(target.value.strip()), cited=True) or is_shell(page):
        return False
    if not page.structure.shown:
        return False
    return bool(held) or is_title(target.title) or came_otherwise(target.value, answer, page)


async def last_witness(
    target: Target, answer: Answer, page: Page | None, held: Sequence[Finding], ask: Ask, witnesses: Witnesses
) -> Finding | None:
    """Ask for an address beside the cited one, and return what it proves; None when it proves nothing."""
    testimony = await witnesses.testify(target.value, answer, page, ask)
    if testimony is not Testimony.SAME:
        return None
    wall = wall_sign(page) if page is not None else None
    before_all = [*held, *([_of_page(wall)] if wall else [])]
    for finding in before_all:
        if finding.verdict is not Verdict.DEAD:
            return replace(finding, sure=True)  # a login, a test for browsers: it stands before every page
    if answer.chain and _is_led_away(target, answer):
        return Finding(
            verdict=Verdict.DEAD,
            why=Why.SOFT404_REDIRECT,
            said="an address that nobody ever gave is redirected there too",
        )
    return Finding(
        verdict=Verdict.DEAD, why=Why.SOFT404_TEXT, said="an address that nobody ever gave gets the same page"
    )


def _is_led_away(target: Target, answer: Answer) -> bool:
    """Tell whether the redirects led away from the cited path."""
    return split(answer.url).path.rstrip("/") != split(target.value.strip()).path.rstrip("/")
