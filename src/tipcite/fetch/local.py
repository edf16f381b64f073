"""A page or PDF that was saved to a file → the item that its address would have given.

What browsers note of where a page came from: Internet Explorer and Chrome a comment `saved from url=(0042)https://…`,
SingleFile and HTTrack comments of their own, MHTML (RFC 2557) headers. The day on which it was saved is recorded as
retrieval date only where the file states it.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Mapping
from dataclasses import replace
from email.message import EmailMessage
from typing import Final, NamedTuple

from tipcite.errors import ReadError
from tipcite.fetch.pdf import pdf_item
from tipcite.formats.html_charset import decode_page
from tipcite.formats.pdf import is_pdf
from tipcite.formats.webpage import Site, describe
from tipcite.formats.webpage.days import read_day
from tipcite.model import Date, Item
from tipcite.net import NetSettings, Services

_SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(https?://[^\s>]+?)\s*-->", re.IGNORECASE)
_SINGLE_FILE: Final = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S+)(?:\s+saved date:\s*([^\n(]+))?"
)
_HTTRACK: Final = re.compile(
    r"<!--\s*Mirrored from (\S+) by HTTrack[^>]*?(?:\[[^\]]*\])?, ([A-Z][a-z]{2}, [^>]+?)\s*-->"
)
_SCRIPT_DAY: Final = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{4})")
_HEAD: Final = 20_000
_MHTML: Final = re.compile(
    rb"\A\s*(?:From:|MIME-Version:|Content-Type:\s*multipart/related|Snapshot-Content-Location:)", re.I
)
_HTML: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE)


class _Saved(NamedTuple):
    """A page's text, where it came from, and when it was saved, as far as the file says."""

    text: str
    address: str = ""
    day: Date | None = None


def is_saved_page(data: bytes) -> bool:
    """Tell a web page, MHTML or PDF by its content."""
    if is_pdf(data):
        return True
    if _MHTML.match(data[:_HEAD]):
        return b"multipart/related" in data[:_HEAD].lower() or b"text/html" in data[:_HEAD].lower()
    return _HTML.search(data[:_HEAD]) is not None


def read_local_page(
    data: bytes,
    name: str,
    *,
    settings: NetSettings | None = None,
    services: Services | None = None,
    sites: Mapping[str, Site] | None = None,
) -> Item:
    """Describe a saved page or PDF; `name` is the file's, for messages.

    With `settings` and `services` the DOI that a PDF states is asked for at its agency; else nothing is contacted.

    Raises:
        ReadError: it is no page, can't be read, or has nothing to cite.
    """
    try:
        if is_pdf(data):
            return pdf_item(data, "", settings=settings, services=services, sites=sites)
        saved = _from_mhtml(data) if _MHTML.match(data[:_HEAD]) else _from_html(data)
        item = describe(saved.text, saved.address, today=saved.day, sites=sites).item
    except ReadError as error:
        raise ReadError(f"{name!r} {error}") from None
    dates = {**item.dates, "accessed": saved.day} if saved.day is not None else item.dates
    return replace(item, dates=dates)


def _from_html(data: bytes) -> _Saved:
    text = decode_page(data, "")
    head = text[:_HEAD]
    if match := _SINGLE_FILE.search(head):
        return _Saved(text, match[1], _script_day(match[2] or ""))
    if match := _SAVED_FROM.search(head):
        return _Saved(text, match[1])
    if match := _HTTRACK.search(text):
        address = match[1] if match[1].startswith("http") else f"http://{match[1]}"
        return _Saved(text, address, read_day(match[2]))
    return _Saved(text)


def _script_day(text: str) -> Date | None:
    """Read a day as JavaScript writes it: `Thu Nov 26 2026 09:00:00 GMT+0800`."""
    match = _SCRIPT_DAY.search(text)
    return read_day(f"{match[2]} {match[1]} {match[3]}") if match else None


def _from_mhtml(data: bytes) -> _Saved:
    """Read the page out of a web archive: its first part of HTML (RFC 2557, 3).

    Raises:
        ReadError: there is none in it.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    day = read_day(str(message["Date"] or ""))
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and isinstance(part, EmailMessage):
            content = part.get_payload(decode=True)
            body = content if isinstance(content, bytes) else b""
            own = str(part["Content-Location"] or "")
            address = str(message["Snapshot-Content-Location"] or "") or own
            text = decode_page(body, str(part["Content-Type"] or ""))
            return _Saved(text, address if address.startswith("http") else "", day)
    raise ReadError("is a web archive without a page in it; save the page as HTML")
