"""Asking a source for JSON, and saying clearly what came instead."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from tipcite.errors import FetchError, ForbiddenAddress, NoNetwork, NotFound, TipciteError
from tipcite.model import JsonValue
from tipcite.net import Answer, NetError, NetErrorKind, NetSettings, get

_RECORD_LIMIT: Final = 4 * 1024 * 1024
"""A review's record lists thousands of references: far more than a page's limit."""


def ask_json(address: str, settings: NetSettings, *, source: str, wanted: str, accept: str) -> Mapping[str, JsonValue]:
    """Ask for one JSON object.

    Raises:
        NotFound: the source answers 404 or 410.
        FetchError: it gives anything but a whole JSON object.
        NetworkError: it can't be reached at all.
    """
    answer = get(address, settings, accept=accept, max_body=_RECORD_LIMIT)
    require_success(answer, source=source, wanted=wanted)
    if answer.truncated:
        raise FetchError(f"{source}'s answer for {wanted!r} was cut off; try again later")
    if answer.media_type in ("text/html", "application/xhtml+xml"):
        raise FetchError(f"{source} sent a web page for {wanted!r}, not a record; enter the item by hand")
    try:
        record = json.loads(answer.body)
    except (ValueError, RecursionError):
        raise FetchError(f"{source}'s answer for {wanted!r} is no JSON; try again later") from None
    if not isinstance(record, Mapping):
        raise FetchError(f"{source}'s answer for {wanted!r} is no record; try again later")
    return record


def require_success(answer: Answer, *, source: str, wanted: str) -> None:
    """Raise what an answer without success means: `NotFound`, `FetchError` or a `NetworkError`."""
    if answer.error is not None:
        raise _error(answer.error, source=source, wanted=wanted)
    if answer.ok:
        return
    if answer.status in (404, 410):
        raise NotFound(f"{source} knows no {wanted!r}; check its spelling")
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
