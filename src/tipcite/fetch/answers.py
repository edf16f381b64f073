"""Asking a source for a record, and saying clearly what came instead."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tipcite.errors import FetchError, ForbiddenAddress, NoNetwork, NoRecord, NotFound, TipciteError
from tipcite.fetch.sources import MOST_KEPT, Sources
from tipcite.model import JsonValue, SourceAnswer
from tipcite.net import Answer, NetError, NetErrorKind

_RECORD_LIMIT: Final = 4 * 1024 * 1024
"""A review's record lists thousands of references: far more than a page's limit."""
_NOT_KEPT: Final = frozenset({"reference", "indexed", "score", "facets"})
"""Members of Crossref's records that are not kept: what the work cites, and what changes from day to day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One record as a source gave it: `record` is its JSON, an object, or `text` what is no JSON."""

    answer: SourceAnswer
    record: Mapping[str, JsonValue]
    text: str = ""

    def of(self, record: Mapping[str, JsonValue]) -> SourceAnswer:
        """Return the answer with nothing but this part of it."""
        return SourceAnswer(
            source=self.answer.source, address=self.answer.address, retrieved=self.answer.retrieved, text=_kept(record)
        )


async def ask_json(
    address: str, sources: Sources, *, source: str, wanted: str, accept: str = "application/json"
) -> Told:
    """Ask for one JSON object.

    Raises:
        NotFound: the source answers 404 or 410.
        FetchError: it gives anything but a whole JSON object.
        NetworkError: it can't be reached at all.
    """
    answer = await _ask(address, sources, source=source, wanted=wanted, accept=accept)
    try:
        record = json.loads(_decoded(answer))
    except (ValueError, RecursionError, LookupError):
        raise FetchError(f"{source}'s answer for {wanted!r} is no JSON; try again later") from None
    if not isinstance(record, Mapping):
        raise FetchError(f"{source}'s answer for {wanted!r} is no record; try again later")
    kept = SourceAnswer(source=_id(source), address=answer.url, retrieved=sources.time(), text=_kept(record))
    return Told(answer=kept, record=record)


async def ask_xml(address: str, sources: Sources, *, source: str, wanted: str, accept: str = "application/xml") -> Told:
    """Ask for an XML document, which is returned as text.

    Raises:
        NotFound: the source answers 404 or 410.
        FetchError: it gives anything but XML.
        NetworkError: it can't be reached at all.
    """
    answer = await _ask(address, sources, source=source, wanted=wanted, accept=accept)
    try:
        text = _decoded(answer).decode("utf-8-sig")
    except (ValueError, LookupError):
        raise FetchError(
            f"{source}'s answer for {wanted!r} can't be read: it is not in UTF-8; try again later"
        ) from None
    if not text.lstrip().startswith("<"):
        raise FetchError(f"{source}'s answer for {wanted!r} is no XML ({text.strip()[:40]!r}); try again later")
    kept = text if len(text) <= MOST_KEPT else ""
    told = SourceAnswer(source=_id(source), address=answer.url, retrieved=sources.time(), text=kept)
    return Told(answer=told, record={}, text=text)


async def _ask(address: str, sources: Sources, *, source: str, wanted: str, accept: str) -> Answer:
    answer = await sources.ask(address, accept=accept, max_body=_RECORD_LIMIT)
    require_success(answer, source=source, wanted=wanted)
    if answer.truncated:
        raise FetchError(f"{source}'s answer for {wanted!r} was cut off; try again later")
    if answer.media_type in ("text/html", "application/xhtml+xml") or _is_page(answer.body):
        raise NoRecord(f"{source} sent a web page for {wanted!r}, not a record; enter the item by hand")
    if not answer.body.strip():
        raise NoRecord(f"{source}'s answer for {wanted!r} is empty; try again later")
    return answer


def require_success(answer: Answer, *, source: str, wanted: str) -> None:
    """Raise what an answer without success means: `NotFound`, `FetchError` or a `NetworkError`."""
    if answer.error is not None:
        raise _error(answer.error, source=source, wanted=wanted)
    if answer.ok:
        return
    if answer.status in (404, 410):
        raise NotFound(f"{source} knows no {wanted!r}; check its spelling")
    if answer.status in (406, 415):  # no such form is to be had
        raise NoRecord(f"{source} has no record of {wanted!r}; enter the item by hand")
    if answer.status == 429:
        raise FetchError(f"{source} takes no more requests now (429); try {wanted!r} again later")
    raise FetchError(f"{source} answered {answer.status} for {wanted!r}; try again later")


def _error(error: NetError, *, source: str, wanted: str) -> TipciteError:
    """Return the exception for a failure below HTTP."""
    if error.kind is NetErrorKind.FORBIDDEN_ADDRESS:
        return ForbiddenAddress(error.message)
    if error.kind in (NetErrorKind.DNS_NXDOMAIN, NetErrorKind.DNS_TEMPORARY):
        return NoNetwork(f"{source} can't be reached for {wanted!r}: {error.message}; check the network")
    return FetchError(f"{source} gave no answer for {wanted!r}: {error.message}; try again later")


def _decoded(answer: Answer) -> bytes:
    """Return a body in UTF-8: JSON and XML are by their specifications, but some servers name another charset."""
    named = re.search(r"charset=\"?([\w.:-]+)", answer.content_type, re.IGNORECASE)
    charset = named[1].lower() if named else ""
    if not charset and (declared := re.match(rb"<\?xml[^>]*encoding=[\"']([\w.:-]+)", answer.body[:200])):
        charset = declared[1].decode("ascii").lower()
    if charset in ("", "utf-8", "utf8", "us-ascii"):
        return answer.body
    try:
        answer.body.decode("utf-8")
    except UnicodeDecodeError:
        return answer.body.decode(charset).encode()
    return answer.body  # it is UTF-8, whatever the header says


def _id(source: str) -> str:
    """Return how provenance names a source: `crossref`, `open-library`."""
    return source.lower().replace(" ", "-")


def _is_page(body: bytes) -> bool:
    return re.match(rb"\s*<(?:!doctype html|html)\b", body[:200], re.IGNORECASE) is not None


def _kept(record: Mapping[str, JsonValue]) -> str:
    """Lay out a record to be kept, so that the same record is always the same text."""
    text = json.dumps(_lean(record), ensure_ascii=False, indent=1, sort_keys=True)
    return text if len(text) <= MOST_KEPT else ""


def _lean(value: JsonValue) -> JsonValue:
    if not isinstance(value, Mapping):
        return value
    return {
        name: _lean(part) if name in ("message", "data", "attributes") else part
        for name, part in value.items()
        if name not in _NOT_KEPT
    }
