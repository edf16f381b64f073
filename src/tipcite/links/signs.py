"""Signs in an answer, and in the way to it, that a success is not the page that was cited."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from tipcite.formats.html import Page
from tipcite.formats.html_signs import PageSign, page_sign
from tipcite.model import Verdict, Why
from tipcite.net import Answer

_ERROR_PATH: Final = re.compile(
    r"(?:^|/)(?:(?:error|err)?[-_]?404|not[-_]?found|page[-_]?not[-_]?found|error(?:page|s)?)(?:[/.?_-]|$)",
    re.IGNORECASE,
)
_LOGIN_PATH: Final = re.compile(r"(?:^|/)(?:log[-_]?in|sign[-_]?in|sso|authenticate)(?:[/.?_-]|$)", re.IGNORECASE)

_OF_PAGE: Final = {
    PageSign.CHALLENGE: (Verdict.BLOCKED, Why.BOT_CHALLENGE),
    PageSign.NOT_FOUND: (Verdict.DEAD, Why.SOFT404_TEXT),
    PageSign.PARKED: (Verdict.DEAD, Why.PARKED),
}


def sign_of(address: str, answer: Answer, page: Page) -> tuple[Verdict, Why] | None:
    """Say why the page is not the cited one, None when nothing says so."""
    if answer.headers.get("cf-mitigated"):
        return Verdict.BLOCKED, Why.BOT_CHALLENGE
    if _leads_to(_ERROR_PATH, answer):
        return Verdict.DEAD, Why.SOFT404_REDIRECT
    sign = page_sign(page)
    if sign is not None:
        return _OF_PAGE[sign]
    if _leads_to(_LOGIN_PATH, answer) and not _LOGIN_PATH.search(urlsplit(address).path):
        return Verdict.BLOCKED, Why.LOGIN
    return (Verdict.DEAD, Why.SOFT404_HOME) if _leads_home(address, answer) else None


def _leads_to(pattern: re.Pattern[str], answer: Answer) -> bool:
    return bool(answer.chain) and pattern.search(urlsplit(answer.url).path) is not None


def _leads_home(address: str, answer: Answer) -> bool:
    """Tell whether a page inside a site was redirected to its front page."""
    if not answer.chain:
        return False
    cited, final = urlsplit(address), urlsplit(answer.url)
    inside = cited.path.strip("/").count("/") >= 1 or bool(cited.query)
    return inside and final.path in ("", "/") and not final.query
