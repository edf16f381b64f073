"""What is asked again within one run, and when."""

from __future__ import annotations

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


def retry_after(answer: Answer, *, now: datetime | None = None) -> float | None:
    """Read `Retry-After` (RFC 9110, 10.2.3), seconds or a date; None when there is none that can be read."""
    value = answer.headers.get("retry-after", "").strip()
    if value.isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - (now or datetime.now(UTC))).total_seconds())


def _obeyed(answer: Answer, settings: NetSettings, delay: float) -> float | None:
    asked = retry_after(answer)
    if asked is None:
        return delay
    return max(asked, delay) if asked <= settings.retry_after_cap else None
