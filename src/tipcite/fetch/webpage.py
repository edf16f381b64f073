"""An address → an item: its page is fetched, told from a message in its place, and described.

`tipcite.formats.webpage` says what a page is; here it is got: through frames and pages that only send on, whatever its
length, and a PDF is read as what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final
from urllib.parse import urljoin

from tipcite.errors import FetchError, ForbiddenAddress, InvalidIdentifier, NotFound, ReadError
from tipcite.fetch.doi import utc_now
from tipcite.fetch.pdf import pdf_item, with_address
from tipcite.formats.html import read_page_text
from tipcite.formats.html_charset import decode_page
from tipcite.formats.pdf import is_pdf
from tipcite.formats.webpage import Site, describe
from tipcite.model import Item, Retrieval, Url, Verdict, Why, parse_url
from tipcite.model import date as single_date
from tipcite.net import Answer, NetErrorKind, NetSettings, Services, get

_HTML: Final = frozenset({"", "text/html", "application/xhtml+xml"})
_PAGE_LIMIT: Final = 4 * 1024 * 1024
_FILE_LIMIT: Final = 40 * 1024 * 1024
_MOST_HOPS: Final = 3
_LITTLE: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """The item that was made of a page, and the retrieval in which it was seen."""

    item: Item
    retrieval: Retrieval


def fetch_page(
    url: Url,
    settings: NetSettings,
    *,
    today: date,
    now: Callable[[], datetime] = utc_now,
    services: Services | None = None,
    sites: Mapping[str, Site] | None = None,
) -> FetchedPage:
    """Fetch a page or PDF and describe it; `accessed` is `today` because it was seen.

    `sites` are the user's own, by host. With `services` the DOI that a PDF states is asked for at its agency.

    Raises:
        NotFound: there is no such page.
        FetchError: the server refuses, fails, or sends no page, or a page with nothing to cite.
        NetworkError: the address is forbidden.
    """
    day = single_date(today.year, today.month, today.day)
    answer, text = _ask(url, settings)
    retrieved = now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        if text is None:
            found = pdf_item(answer.body, url.value, settings=settings, services=services, sites=sites)
            item, title = with_address(found, url.value), found.title
        else:
            described = describe(text, url.value, final=answer.url, today=day, sites=sites)
            item, title = described.item, described.page.title
    except ReadError as error:
        raise FetchError(f"{url.value!r} {error}") from None
    item = replace(
        item,
        dates={**item.dates, "accessed": day},
        provenance={**item.provenance, "retrieved": retrieved, "final_url": answer.url},
    )
    return FetchedPage(item=item, retrieval=_retrieval(url, answer, title, retrieved))


def _ask(url: Url, settings: NetSettings) -> tuple[Answer, str | None]:
    """Get the page behind an address, through pages that do nothing but send on; its text, None for a PDF."""
    patient = replace(
        settings,
        keeps_files=True,
        max_read=max(settings.max_read, _FILE_LIMIT),
        body_timeout=max(settings.body_timeout, settings.total_timeout),
    )
    first: Answer | None = None
    address = url.value
    for _ in range(_MOST_HOPS + 1):
        answer = get(address, patient, max_body=_PAGE_LIMIT)
        _require_page(answer, url)
        if first is not None:
            answer = replace(answer, chain=(*first.chain, *answer.chain))
        if is_pdf(answer.body):
            if answer.truncated:
                raise FetchError(f"{url.value!r} is a PDF that did not come whole; try again, or add the file")
            return answer, None
        text = decode_page(answer.body, answer.content_type)
        onward = _onward(text, answer.url)
        if not onward:
            return answer, text
        first, address = first or answer, onward
    raise FetchError(f"{url.value!r} sends its reader on and on; look at it in a browser")


def _onward(text: str, address: str) -> str:
    """Return where a page sends its reader that says nothing itself: by refresh, by script, or by its main frame."""
    if len(text) > 200_000:
        return ""
    page = read_page_text(text)
    structure = page.structure
    target = ""
    if len(structure.prose) < _LITTLE:
        target = page.refresh or structure.sends_to
    if not target and structure.is_frameset and not any(page.titles):
        target = next(iter(structure.frames), "")
    try:
        found = parse_url(urljoin(address, target)).value if target else ""
    except (InvalidIdentifier, ValueError):
        return ""
    return "" if found.partition("#")[0] == address.partition("#")[0] else found


def _require_page(answer: Answer, url: Url) -> None:
    """Raise what an answer means that is no page."""
    if answer.error:
        if answer.error.kind is NetErrorKind.FORBIDDEN_ADDRESS:
            raise ForbiddenAddress(answer.error.message)
        raise FetchError(f"nothing came from {url.value!r}: {answer.error.message}; check the address and the network")
    if answer.status in (404, 410):
        raise NotFound(f"there is no page at {url.value!r} ({answer.status}); check the address")
    if not answer.ok:
        raise FetchError(
            f"{url.value!r} was not shown ({answer.status}); look at it in a browser and give its title as option"
        )
    if answer.media_type not in _HTML and not is_pdf(answer.body):
        raise FetchError(f"{url.value!r} is {answer.media_type!r}, not a web page; give its title and date as options")


def _retrieval(url: Url, answer: Answer, title: str, time: str) -> Retrieval:
    return Retrieval(
        target=url.value,
        time=time,
        verdict=Verdict.OK,
        why=Why.HTTP_OK,
        status=answer.status,
        final_url=answer.url,
        chain=tuple(f"{hop.status} {hop.url}" for hop in answer.chain),
        content_type=answer.content_type,
        title=title,
        size=answer.size,
        sha256=answer.sha256,
        attempts=answer.attempts,
    )
