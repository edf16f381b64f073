"""The Wayback Machine: the snapshot of a page that is nearest to a day.

Asked is its index (CDX) and, when that gives no usable answer, `/web/TIME/ADDRESS`; the availability API says of many
archived pages that they are not. The snapshot is looked at before it is offered: archives keep error pages, too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final
from urllib.parse import quote, urlencode, urlsplit

from tipcite.formats.html import read_page
from tipcite.formats.html_signs import page_sign
from tipcite.formats.html_title import shows_title
from tipcite.links import hosts
from tipcite.links.judge import Ask
from tipcite.model import Archived, JsonValue
from tipcite.net import Answer, Services, below

_SNAPSHOT: Final = re.compile(r"/web/(\d{14})(?:[a-z]{2}_)?/(.+)", re.DOTALL)
_ROW: Final = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
"""The index's columns when the answer does not begin with their names."""
_ROWS: Final = 12
_LOOKED_AT: Final = 3
_NEWEST: Final = date(2999, 12, 31)
_HTML: Final = frozenset({"", "text/html", "application/xhtml+xml"})

_OF_WAYBACK: Final = frozenset({"web.archive.org", "wayback.archive.org", "archive.org"})
_ORIGINAL: Final = re.compile(
    r"/(?:o/\w+/|web/)?(?:(?:19|20)[\d.-]{2,20}|newest|oldest|\d+\*?)(?:[a-z]{2}_)?/(.+)", re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page of which a snapshot is looked for: near `day` (None: the newest), with the cited title if there is one.

    `titled`: a snapshot that does not show the title is no use, as when the page itself still answers.
    """

    address: str
    day: date | None = None
    title: str = ""
    titled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One page as the archive holds it; `time` is in UTC."""

    url: str
    time: datetime
    original: str

    def as_archived(self, *, is_live: bool = False) -> Archived:
        """Return what an item keeps of it."""
        return Archived(url=self.url, date=self.time.strftime("%Y-%m-%d"), is_live=is_live)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the archive has; without snapshot `message` says why, and `unanswered` that it may have one all the same."""

    snapshot: Snapshot | None = None
    message: str = ""
    unanswered: bool = False


def is_archive_today(address: str) -> bool:
    """Tell whether an address is one of archive.today, which altered captures and whose readers attacked others.

    English Wikipedia removed its links to it in 2026; it is never offered here.
    """
    return hosts.is_archive_today(hosts.host_of(address.strip()))


def is_archive(address: str) -> bool:
    """Tell whether an address is that of a snapshot."""
    return is_archive_today(address) or hosts.host_of(address.strip()) in _OF_WAYBACK


def archived_address(address: str) -> str:
    """Return the page that the address of a snapshot names, "" when it names none (`https://archive.ph/AbCdE`)."""
    if not is_archive(address):
        return ""
    parts = urlsplit(address)
    match = _ORIGINAL.fullmatch(parts.path)
    if match is None:
        return ""
    original = match[1] + (f"?{parts.query}" if parts.query else "")
    original = re.sub(r"^(https?):/+", r"\1://", original)
    return original if original.startswith(("http://", "https://")) else f"http://{original}"


async def nearest(wanted: Wanted, ask: Ask, services: Services) -> Found:
    """Look for the snapshot that is nearest to the day and shows the page."""
    index = await ask(_index_address(wanted, services), accept="application/json")
    rows = read_index(index)
    if rows is None:
        return await _by_address(wanted, ask, services)
    found = sorted(
        (snapshot_of(time, original, services) for time, original in rows), key=lambda one: _far(one, wanted)
    )
    return await _first_that_shows(found, wanted, ask, services)


def read_index(answer: Answer) -> list[tuple[str, str]] | None:
    """Read the index's answer: time and address of each snapshot with status 200; None when it is unusable."""
    if not answer.ok:
        return None
    try:
        table = json.loads(answer.body)
    except (ValueError, RecursionError):
        return None if answer.body.strip() else []
    if not isinstance(table, list) or not all(isinstance(row, list) for row in table):
        return None
    names: Sequence[JsonValue] = table[0] if table and "timestamp" in table[0] else _ROW
    rows = [dict(zip(names, row, strict=False)) for row in (table[1:] if names is not _ROW else table)]
    return [(row["timestamp"], row["original"]) for row in rows if _is_success(row)]


def _is_success(row: Mapping[JsonValue, JsonValue]) -> bool:
    time, original = row.get("timestamp"), row.get("original")
    if not isinstance(time, str) or not isinstance(original, str) or row.get("statuscode", "200") != "200":
        return False
    try:
        return bool(_time(time)) and original.startswith(("http://", "https://"))
    except ValueError:
        return False


async def _first_that_shows(found: Sequence[Snapshot], wanted: Wanted, ask: Ask, services: Services) -> Found:
    """Look at the nearest few: one that shows the title wins, one that shows an error page is none."""
    second: Snapshot | None = None
    for snapshot in found[:_LOOKED_AT]:
        bare = f"{below(services.wayback, 'web')}/{snapshot.time:%Y%m%d%H%M%S}id_/{snapshot.original}"
        shown = _shows(await ask(bare), wanted)
        if shown:
            return Found(snapshot=snapshot)
        if shown is None and not wanted.titled:
            second = second or snapshot
    if second is not None:
        return Found(snapshot=second)
    return Found(message="its snapshots show another page" if found else "the Wayback Machine has no snapshot of it")


def _shows(answer: Answer, wanted: Wanted) -> bool | None:
    """Tell whether a snapshot is the page, None when it can't be told."""
    if not answer.ok or answer.media_type not in _HTML:
        # The archive is slow at times; its index saw a success.
        return None if answer.ok or answer.error or (answer.status or 0) >= 429 else False
    page = read_page(answer.body, answer.content_type)
    if wanted.title and shows_title(page, wanted.title):
        return True
    return False if page_sign(page) is not None else None if wanted.title else True


async def _by_address(wanted: Wanted, ask: Ask, services: Services) -> Found:
    answer = await ask(f"{below(services.wayback, 'web')}/{_moment(wanted.day)}/{wanted.address}")
    match = _SNAPSHOT.search(answer.url)
    if answer.ok and match and _is_same(match[2], wanted.address) and _shows(answer, wanted) is not False:
        snapshot = snapshot_of(match[1], match[2], services)
        return Found(snapshot=snapshot) if _shows(answer, wanted) or not wanted.titled else Found(message="not shown")
    if answer.error is None and answer.status == 404:
        return Found(message="the Wayback Machine has no snapshot of it")
    return Found(message="the Wayback Machine gives no answer now; try again later", unanswered=True)


def _index_address(wanted: Wanted, services: Services) -> str:
    query = {
        "url": wanted.address.partition("#")[0],
        "closest": _moment(wanted.day),
        "sort": "closest",  # without it `closest` is not obeyed (internetarchive/wayback#237)
        "filter": "statuscode:200",
        "fl": "timestamp,original,statuscode",
        "limit": str(_ROWS),
        "output": "json",
    }
    return f"{below(services.wayback, 'cdx/search/cdx')}?{urlencode(query, quote_via=quote, safe=':,')}"


def _moment(day: date | None) -> str:
    return f"{day or _NEWEST:%Y%m%d}120000"


def _far(snapshot: Snapshot, wanted: Wanted) -> float:
    day = wanted.day or _NEWEST
    return abs((snapshot.time - datetime(day.year, day.month, day.day, 12, tzinfo=UTC)).total_seconds())


def snapshot_of(time: str, original: str, services: Services) -> Snapshot:
    """Name a snapshot by its time (14 digits) and the page it is of."""
    return Snapshot(url=f"{below(services.wayback, 'web')}/{time}/{original}", time=_time(time), original=original)


def _time(text: str) -> datetime:
    return datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def _is_same(one: str, other: str) -> bool:
    """Compare addresses as the archive does: scheme, `www.`, port 80 and a closing slash make no difference."""
    return _canonical(one) == _canonical(other)


def _canonical(address: str) -> str:
    text = re.sub(r"^(?:https?:/+)?(?:www\.)?", "", address.partition("#")[0], flags=re.IGNORECASE)
    return re.sub(r"^([^/:]+):(?:80|443)(?=/|$)", r"\1", text).rstrip("/").lower()
