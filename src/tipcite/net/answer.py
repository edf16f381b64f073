"""What came back when an address was asked for, or why nothing did."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias
from urllib.parse import urlsplit


class NetErrorKind(StrEnum):
    """Why there is no (whole) answer."""

    DNS_NXDOMAIN = "dns_nxdomain"
    DNS_TEMPORARY = "dns_temporary"
    CONNECT = "connect"
    TIMEOUT = "timeout"
    RESET = "reset"
    CUT = "cut"
    """The body ended before the length that was announced."""
    TLS_EXPIRED = "tls_expired"
    TLS_SELF_SIGNED = "tls_self_signed"
    TLS_WRONG_HOST = "tls_wrong_host"
    TLS_CHAIN = "tls_chain"
    PROTOCOL = "protocol"
    FORBIDDEN_ADDRESS = "forbidden_address"
    REDIRECT_LOOP = "redirect_loop"
    SCHEME = "scheme"
    SYNTAX = "syntax"
    PUT_OFF = "put_off"
    """The host asked for a longer pause than this run waits, so it was not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetError:
    """A failure below HTTP; `reached` tells that the host itself was spoken to."""

    kind: NetErrorKind
    message: str
    reached: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One redirect on the way: the address that was asked and the status that sent us on."""

    url: str
    status: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The last answer of a chain of redirects; `status` is None when there is none.

    `headers` have lower-case names. `body` is decoded and cut at the limit for its kind; `size` counts the
    decoded bytes that were read and `sha256` is theirs: the whole body's unless `truncated`. `retry_after` is the
    pause in seconds that the host asked for, `attempts` 0 when it was not asked at all, `cookies` what was set on the
    way (opaque; `Web.get(after=…)` takes it).
    """

    url: str
    status: int | None = None
    chain: tuple[Hop, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    size: int = 0
    sha256: str = ""
    truncated: bool = False
    error: NetError | None = None
    attempts: int = 1
    retry_after: float | None = None
    cookies: Any = field(default=None, repr=False, compare=False)

    @property
    def host(self) -> str:
        """The host that gave the last answer, or gave none; "" when the address names none."""
        try:
            return urlsplit(self.url).hostname or ""
        except ValueError:
            return ""

    @property
    def content_type(self) -> str:
        """The `Content-Type` header as it was sent, "" when there is none."""
        return self.headers.get("content-type", "")

    @property
    def media_type(self) -> str:
        """The content type without parameters, in lower case."""
        return self.content_type.partition(";")[0].strip().lower()

    @property
    def ok(self) -> bool:
        """Tell whether there is a whole answer with a status of success."""
        return self.error is None and self.status is not None and 200 <= self.status < 300


Ask: TypeAlias = Callable[..., Awaitable[Answer]]
"""Asks for an address, and `accept=` a media type: `Web.get`, polite and guarded as all of it."""
