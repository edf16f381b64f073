"""The last witness: a random address beside the cited one.

A site that sends the same page, or to the same place, for a name that nobody ever gave says nothing about the cited
one. One that answers 404 there knows its pages, and has the cited one. Each folder of a host is asked once a run.
"""

from __future__ import annotations

import asyncio
import re
import secrets
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from urllib.parse import unquote, urlunsplit

from tipcite.formats.html import Page
from tipcite.formats.html_signs import PageSign, is_shell, page_sign
from tipcite.links.content import page_of
from tipcite.links.hosts import join, split
from tipcite.net import Answer, Ask

_WORDS: Final = re.compile(r"[A-Za-z\u00c0-\u024f]+|[\u3400-\u9fff]")
_MOST_WORDS: Final = 4000
_SLACK: Final = 0.02
_LEAST_SLACK: Final = 4
"""How many words two copies of one page may differ in: a name, a date, a counter."""


class Testimony(StrEnum):
    """What the sibling tells of the cited page."""

    SAME = "same"
    """It got the same page or was sent to the same place."""
    OTHER = "other"
    UNKNOWN = "unknown"
    """It was not answered, or not by the site itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sight:
    """What is kept of a page to compare it: not the page."""

    status: int
    address: str
    query: str
    is_sent_on: bool
    title: str
    words: Counter[str]
    is_page: bool
    is_missing: bool = False


@dataclass(slots=True)
class Witnesses:
    """The siblings that one run has asked for, by host and folder."""

    _seen: dict[str, _Sight | None] = field(default_factory=dict)
    _locks: dict[str, asyncio.Lock] = field(default_factory=dict)

    async def testify(self, address: str, answer: Answer, page: Page | None, ask: Ask) -> Testimony:
        """Ask for the sibling of a cited address, and compare it with the answer that the cited one got."""
        sibling = sibling_of(address)
        if not sibling:
            return Testimony.UNKNOWN
        folder = join(sibling, ".") + _shape(address)
        async with self._locks.setdefault(folder, asyncio.Lock()):
            if folder not in self._seen:
                self._seen[folder] = _sight(await ask(sibling), sibling)
        witness = self._seen[folder]
        cited = _sight(answer, address, page=page)
        if witness is None or cited is None:
            return Testimony.UNKNOWN
        return Testimony.SAME if _is_same(cited, witness, address, page) else Testimony.OTHER


def sibling_of(address: str) -> str:
    """Return an address beside this one that nobody ever gave: of the same shape, so that the same program answers.

    Where the folder is itself a number or the like (`/news/123/some-title`), sites look at that alone; so it is
    changed too. "" when the address has no name that could be another.
    """
    parts = split(address.strip())
    segments = parts.path.split("/")
    named = [place for place, segment in enumerate(segments) if segment]
    if not named or not parts.hostname:
        return ""
    places = named[-1:]
    if len(named) > 1 and re.search(r"\d", unquote(segments[named[-2]])):
        places = named[-2:]
    for place in places:
        segments[place] = _improbable(segments[place])
    return urlunsplit((parts.scheme, parts.netloc, "/".join(segments), "", ""))


def _improbable(segment: str) -> str:
    stem, dot, extension = segment.rpartition(".")
    if not dot or not re.fullmatch(r"[A-Za-z]\w{1,5}", extension):
        stem, dot, extension = segment, "", ""
    if stem.isdigit():
        name = f"98{secrets.randbelow(10**7):07}"
    else:
        name = "".join(secrets.choice("bcdfghjkqvwxz") for _ in range(14))
    return f"{name}{dot}{extension}"


def _shape(address: str) -> str:
    """Return what the sibling was made like, so that one of another shape is another witness."""
    name = split(address.strip()).path.rstrip("/").rpartition("/")[2]
    extension = name.rpartition(".")[2] if "." in name else ""
    return f" {extension.lower()} {name.rpartition('.')[0].isdigit() if extension else name.isdigit()}"


def _sight(answer: Answer, asked: str, *, page: Page | None = None) -> _Sight | None:
    """Keep what an answer tells, None when the site itself did not speak."""
    status = answer.status or 0
    if answer.error or status in (401, 402, 403, 407, 408, 425, 429) or status >= 500 or status < 200:
        return None
    seen = page or (page_of(answer) if answer.ok else None)
    sign = page_sign(seen) if seen else None
    if sign in (PageSign.CHALLENGE, PageSign.REFUSED, PageSign.FAILING):
        return None
    return _Sight(
        status=status,
        address=_plain(answer.url),
        query=split(answer.url).query,
        is_sent_on=bool(answer.chain) and _plain(answer.url) != _plain(asked),
        title=_told(seen.title, asked) if seen else "",
        words=_words(seen, asked) if seen else Counter(),
        is_page=seen is not None and not is_shell(seen),
        is_missing=sign is PageSign.NOT_FOUND,
    )


def _is_same(cited: _Sight, witness: _Sight, address: str, page: Page | None) -> bool:
    if not 200 <= witness.status < 300:
        return False
    if cited.is_sent_on != witness.is_sent_on:
        return False
    if cited.is_sent_on and (cited.address != witness.address or cited.query == witness.query):
        return cited.address == witness.address
    # Sent to one address with two queries: `/view?id=1` and `/view?id=2` are as different as their pages.
    if not (cited.is_page and witness.is_page) or (page is not None and _claims(page, address)):
        return False
    return cited.title == witness.title and _is_alike(cited.words, witness.words)


def _is_alike(one: Counter[str], other: Counter[str]) -> bool:
    """Tell whether two pages have the same words but for a few."""
    slack = max(_LEAST_SLACK, _SLACK * max(one.total(), other.total()))
    return (one - other).total() <= slack and (other - one).total() <= slack


def _claims(page: Page, address: str) -> bool:
    """Tell whether a page names the cited address, and no front page, as its own: no catch-all knows it."""
    own = page.structure.canonical or page.first("og:url")
    if not own:
        return False
    named, cited = split(join(address, own)), split(address)
    return (
        named.path.rstrip("/") == cited.path.rstrip("/")
        and "/" in cited.path.strip("/")
        and bool(page.first("og:title"))
    )


def _words(page: Page, asked: str) -> Counter[str]:
    return Counter(_WORDS.findall(_told(page.structure.shown, asked))[:_MOST_WORDS])


def _told(text: str, asked: str) -> str:
    """Take off a text what only repeats the address that was asked for."""
    for part in sorted(unquote(split(asked).path).split("/"), key=len, reverse=True):
        if len(part) > 3:
            text = text.replace(part, " ").replace(part.rpartition(".")[0] or part, " ")
    return " ".join(text.split())


def _plain(address: str) -> str:
    """Return an address without scheme, `www.`, query and fragment."""
    parts = split(address)
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}"
