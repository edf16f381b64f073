"""Whether a page shows a title: compared without width, case, punctuation, markup and Chinese script."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final
from urllib.parse import unquote, urlsplit

from tipcite.formats.html import Page
from tipcite.lang import fold_text

_MARKUP: Final = re.compile(r"</?(?:i|b|em|strong|sub|sup|span|u|scp|jats:\w+)\b[^>]*>", re.IGNORECASE)
_SITE: Final = re.compile(r"\s*[\n|｜—–»«‹›_]\s*|\s+[-·•>]\s+")
_COLON: Final = re.compile(r"\s*：\s*|\s*:\s+|\s+:\s*")
_SUBTITLE: Final = re.compile(r"\s*[:：—–]\s*|[?？!！]\s*")
_HAN: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_LEAST: Final = 2
_DISTINCT: Final = 8
"""A title that weighs less (`Home`, 「新聞」) stands in many pages' menus: found there, it tells little."""
_MAIN: Final = 12
"""So much of a title before its subtitle is enough to know it by."""


class Sight(StrEnum):
    """Where a title was seen on a page."""

    NAMED = "named"
    """As the title of the page or of its work."""
    TEXT = "text"
    PASSING = "passing"
    """In the text, and too short to tell anything."""
    ABSENT = "absent"


def shows_title(page: Page, title: str) -> bool:
    """Tell whether a title stands on the page."""
    return sight_of(page, [title]) is not Sight.ABSENT


def sight_of(page: Page, titles: Iterable[str], *, address: str = "") -> Sight:
    """Tell where one of these titles stands on the page; what only repeats the `address` is not looked at."""
    wanted = [title for title in titles if is_title(title)]
    if not wanted:
        return Sight.ABSENT
    names = [letters(text) for text in page.titles]
    if any(_is_named(title, names, page) for title in wanted):
        return Sight.NAMED
    text = letters(_without_echo(page.text, address))
    seen = [title for title in map(letters, wanted) if title in text or any(title in name for name in names)]
    if not seen:
        return Sight.ABSENT
    return Sight.TEXT if any(weight(title) >= _DISTINCT for title in seen) else Sight.PASSING


def is_title(title: str) -> bool:
    """Tell whether a title has letters enough to be looked for."""
    return len(letters(title)) >= _LEAST


def letters(text: str) -> str:
    """Fold width and case (NFKC) and Chinese script, and keep letters and digits only."""
    folded = fold_text(_MARKUP.sub("", html.unescape(text)))
    return re.sub(r"[\W_]+", "", folded.replace("&", " and "))


def weight(text: str) -> int:
    """Return a text's length with Han characters counted twice: each says about as much as two letters."""
    return len(text) if text.isascii() else len(text) + len(_HAN.findall(text))


def parts_of(title: str) -> list[str]:
    """Split a page's title at what usually stands between it and the site's name."""
    return [part for part in _SITE.split(title) if part]


def subparts_of(part: str) -> list[str]:
    """Split a part of a title at its colons: the other side may be the site's name, or a subtitle."""
    return [subpart for subpart in _COLON.split(part) if subpart]


def _is_named(title: str, names: list[str], page: Page) -> bool:
    whole = letters(title)
    if weight(whole) >= _DISTINCT:
        main = letters(_SUBTITLE.split(title, maxsplit=1)[0])
        return any(whole in name for name in names) or (weight(main) >= _MAIN and main in names)
    return any(letters(part) == whole for name in page.titles for part in (name, *_all_parts(name)))


def _all_parts(name: str) -> Iterator[str]:
    for part in parts_of(name):
        yield part
        yield from subparts_of(part)


def _without_echo(text: str, address: str) -> str:
    """Take the address off a text: a page that repeats what it has not got does not show it."""
    for echo in _echoes(address):
        text = re.sub(re.escape(echo), " ", text, flags=re.IGNORECASE)
    return text


def _echoes(address: str) -> Iterator[str]:
    if not address:
        return
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    yield from dict.fromkeys((address, unquote(address)))
    for path in dict.fromkeys((parts.path, unquote(parts.path))):
        if path.count("/") > 1 or re.search(r"[-_.]", path):
            yield path
        last = path.rstrip("/").rpartition("/")[2]
        if re.search(r"\w[-_+]\w", last):
            yield last
