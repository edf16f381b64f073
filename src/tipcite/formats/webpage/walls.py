"""Pages that stand where another was wanted: messages, walls, forms, the front page, shells that scripts fill."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from tipcite.formats.html import Page
from tipcite.formats.html_signs import page_sign
from tipcite.formats.webpage.addresses import is_home

_LITTLE: Final = 300
_MUCH: Final = 1500
_CONSENT_HOST: Final = re.compile(r"(?:^|\.)(?:consent|guce|privacy-?gate|cmp)\.", re.IGNORECASE)
_CONSENT: Final = re.compile(
    r"\W*(?:before you continue|we value your privacy|your privacy (?:choices|matters)|accept (?:all )?cookies"
    r"|consent\b|(?:privacy|cookie)s? (?:consent|settings|notice|preferences)|年齡確認|您是否已滿|我們重視您的隱私"
    r"|在您繼續之前|繼續之?前|隱私權設定|cookie\s*(?:設定|使用))",
    re.IGNORECASE,
)
_LOGIN_PATH: Final = re.compile(r"/(?:log-?in|sign-?in|sso|auth|cas|shibboleth|wayf|account/login)\b", re.IGNORECASE)


def wall_of(page: Page, final: str, asked: str) -> str:
    """Say what a page is instead of a work, as the rest of a sentence about it; "" when it is none of these.

    `final` is the address at which it came, `asked` the one that was asked for; both are "" when nobody knows.
    """
    said = (page.title or page.headline or page.text)[:60]
    if page_sign(page) is not None:
        return f"no page but a message ({said!r}); look at it in a browser"
    short = len(page.structure.prose) < _MUCH
    host = urlsplit(final).hostname or ""
    if _CONSENT_HOST.search(host) or (short and any(_CONSENT.match(title) for title in page.titles)):
        return f"a request for consent ({said!r}), not the page; save the page in a browser and add the file"
    if _asks_to_log_in(page, final, asked):
        return f"a form to log in ({said!r}), not the page; save the page in a browser and add the file"
    if asked and final and is_home(final) and not is_home(asked) and urlsplit(final).path != urlsplit(asked).path:
        return f"the front page {final!r} now: the page is gone; add {final!r} if that is meant"
    return ""


def _asks_to_log_in(page: Page, final: str, asked: str) -> bool:
    """Tell a form of passwords from a page that has one in its corner."""
    led = _LOGIN_PATH.search(urlsplit(final).path) is not None and final != asked
    if not page.structure.asks_password:
        return led and len(page.structure.prose) < _LITTLE
    return led or (len(page.structure.prose) < _LITTLE and not page.first("citation_title"))
