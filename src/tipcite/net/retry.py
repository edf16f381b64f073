"""What is asked again within one run, and when; what hosts say of their pace."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from tipcite.net.answer import Answer, NetErrorKind
from tipcite.net.settings import NetSettings

_PASSING: Final = frozenset(
    {
        NetErrorKind.DNS_TEMPORARY,
        NetErrorKind.CONNECT,
        NetErrorKind.TIMEOUT,
        NetErrorKind.RESET,
        NetErrorKind.CUT,
        NetErrorKind.PROTOCOL,
    }
)
_PASSING_STATUS: Final = frozenset({408, 425, 500, 502, 503, 504, *range(520, 528)})
_A_YEAR: Final = 366 * 86400.0


def pause_before_retry(answer: Answer, attempts: int, settings: NetSettings) -> float | None:
    """Return the seconds to wait before asking again, None when that would be useless or impolite."""
    if answer.status == 429:
        if attempts > 1 or not settings.retry_delays:
            return None
        return _obeyed(answer, settings, settings.retry_delays[-1])
    if attempts > len(settings.retry_delays):
        return None
    passing = answer.error.kind in _PASSING if answer.error else answer.status in _PASSING_STATUS
    return _obeyed(answer, settings, settings.retry_delays[attempts - 1]) if passing else None


def retry_after(headers: Mapping[str, str], *, now: datetime | None = None) -> float | None:
    """Read `Retry-After` (RFC 9110, 10.2.3), seconds or a date; None when there is none that can be read.

    A date is counted from the server's own `Date`, whatever its clock or ours shows.
    """
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,18}(?:\.[0-9]*)?", value):
        return min(float(value), _A_YEAR)
    moment = _date(value)
    if moment is None:
        return None
    here = now or datetime.now(UTC)
    return min(max(0.0, (moment - (_date(headers.get("date", "")) or here)).total_seconds()), _A_YEAR)


def named_interval(headers: Mapping[str, str]) -> float | None:
    """Read how far apart a service wants requests (Crossref's `X-Rate-Limit-…`: 10 in `1s`), None when it is silent."""
    limit = headers.get("x-rate-limit-limit", "").strip()
    per = re.fullmatch(r"([0-9]{1,6})\s*(s|m|h)?", headers.get("x-rate-limit-interval", "").strip().lower())
    if per is None or not re.fullmatch(r"[0-9]{1,6}", limit) or int(limit) == 0:
        return None
    return int(per[1]) * {"m": 60, "h": 3600}.get(per[2], 1) / int(limit)


def named_concurrency(headers: Mapping[str, str]) -> int | None:
    """Read how many requests at once a service wants at most (Crossref's `X-Concurrency-Limit`)."""
    limit = headers.get("x-concurrency-limit", "").strip()
    return int(limit) if re.fullmatch(r"[1-9][0-9]{0,5}", limit) else None


def _obeyed(answer: Answer, settings: NetSettings, delay: float) -> float | None:
    if answer.retry_after is None:
        return delay
    return max(answer.retry_after, delay) if answer.retry_after <= settings.retry_after_cap else None


def _date(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
