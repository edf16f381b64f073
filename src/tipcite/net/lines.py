"""Connections: a few for each origin, opened where the address is judged, used again while they last.

There is no pool: a host has at most `per_host` requests under way, so the free ones are a short list. Behind a proxy
the names are looked up by the proxy, and httpcore2's own client for proxies takes the place of the connections.
"""

from __future__ import annotations

import ssl
from collections import deque
from contextlib import AsyncExitStack
from functools import cache
from typing import Final, Protocol, TypeAlias

import httpcore2
import httpx2

from tipcite.errors import UsageError
from tipcite.net.dns import Names
from tipcite.net.settings import NetSettings
from tipcite.net.stream import NotConnected, connect, open_stream
from tipcite.net.url import is_host

_KEPT_SECONDS: Final = 5.0
_MOST_FREE: Final = 100
_SHORT_CONNECT: Final = 2.0
"""What an address gets while the name has another one: networks without IPv6 are silent about it."""

_Origin: TypeAlias = tuple[str, bytes, int]


class Line(Protocol):
    """What a request is sent through."""

    async def handle_async_request(self, request: httpcore2.Request) -> httpcore2.Response:
        """Send a request and return when the headers of its answer have come."""
        ...

    async def aclose(self) -> None:
        """Close it."""
        ...


class Lines:
    """The connections of one run."""

    def __init__(self, settings: NetSettings, *, verify: bool = True) -> None:
        self._settings = settings
        self._verify = verify
        if settings.ca_file:
            ssl_context(settings.ca_file)  # so that a file that can't be used is told before anything is asked
        self._free: dict[_Origin, deque[httpcore2.AsyncHTTP11Connection]] = {}
        self._proxies: dict[_Origin, Line] = {}
        self._number = 0
        self.names = Names(settings)

    def _ssl(self) -> ssl.SSLContext:
        return ssl_context(self._settings.ca_file) if self._verify else unverified_context()

    async def take(self, url: httpx2.URL) -> Line:
        """Return a free connection to the address's host, or open one.

        Raises:
            OSError: it can't be opened.
            ForbiddenAddress: the host is at an address that is never contacted.
        """
        origin = _origin(url)
        proxy = _proxy_for(url) if self._settings.proxy else None
        if proxy:
            if origin not in self._proxies:
                self._proxies[origin] = self._behind(proxy)
            return self._proxies[origin]
        free = self._free.get(origin)
        while free:
            line = free.pop()
            self._number -= 1
            if line.is_available() and not line.has_expired():
                return line
            await line.aclose()
        return await self._open(origin)

    async def give_back(self, url: httpx2.URL, line: Line) -> None:
        """Keep a connection that can be used again, close any other."""
        if not isinstance(line, httpcore2.AsyncHTTP11Connection):
            return
        if not line.is_available() or self._number >= _MOST_FREE:
            await line.aclose()
            return
        self._free.setdefault(_origin(url), deque()).append(line)
        self._number += 1

    async def aclose(self) -> None:
        """Close every connection."""
        async with AsyncExitStack() as stack:
            for line in (*(line for free in self._free.values() for line in free), *self._proxies.values()):
                stack.push_async_callback(line.aclose)
        self._free.clear()

    async def _open(self, origin: _Origin) -> httpcore2.AsyncHTTP11Connection:
        scheme, raw_host, port = origin
        host = raw_host.decode("ascii")
        settings = self._settings
        addresses, to_port = await self.names.look_up(host, port)
        failure: OSError | None = None
        for place, address in enumerate(addresses, start=1):
            last = place == len(addresses)
            seconds = settings.connect_timeout if last else min(_SHORT_CONNECT, settings.connect_timeout)
            try:
                opened = await connect(address, to_port, seconds)
            except OSError as error:
                failure = error
                continue
            context = self._ssl() if scheme == "https" else None
            stream = await open_stream(opened, context, host, settings.read_timeout)
            return httpcore2.AsyncHTTP11Connection(
                origin=httpcore2.Origin(scheme.encode("ascii"), raw_host, port),
                stream=stream,
                keepalive_expiry=_KEPT_SECONDS,
            )
        raise NotConnected(str(failure or f"{host!r} has no address")) from failure

    def _behind(self, address: str) -> Line:
        try:
            proxy = httpx2.Proxy(address if "://" in address else f"http://{address}")
        except (httpx2.InvalidURL, ValueError):
            proxy = None
        if proxy is None or not is_host(proxy.url):
            raise UsageError("the environment's proxy is no address that can be used; see http_proxy")
        if proxy.url.scheme not in ("http", "https"):
            raise UsageError(f"proxies of the kind {proxy.url.scheme!r} can't be used, only http and https")
        context = self._ssl()
        return httpcore2.AsyncHTTPProxy(
            proxy_url=httpcore2.URL(
                scheme=proxy.url.raw_scheme, host=proxy.url.raw_host, port=proxy.url.port, target=proxy.url.raw_path
            ),
            proxy_auth=proxy.raw_auth,
            proxy_headers=proxy.headers.raw,
            ssl_context=context,
            proxy_ssl_context=context if proxy.url.scheme == "https" else None,
            max_connections=self._settings.per_host,
            keepalive_expiry=_KEPT_SECONDS,
            network_backend=httpcore2.AnyIOBackend(),
        )


@cache
def ssl_context(ca_file: str | None) -> ssl.SSLContext:
    """Load the authorities' certificates, which takes as long as several requests, once a process.

    Raises:
        UsageError: the CA file can't be read.
    """
    import certifi

    context = ssl.create_default_context(cafile=certifi.where())
    context.load_default_certs()  # those of the system too: an institution's own authority
    context.set_alpn_protocols(["http/1.1"])
    # Strict from Python 3.13 on: authorities without key identifiers (RFC 5280, 4.2.1), as behind many sites in
    # Taiwan, would be called insecure, which no browser does. Nor does one refuse servers that can't renegotiate
    # securely (RFC 5746) or that sign with SHA-1, as OpenSSL 3 does by itself.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
    context.set_ciphers("DEFAULT:@SECLEVEL=1")
    if ca_file:
        try:
            context.load_verify_locations(cafile=ca_file)
        except OSError as error:  # ssl.SSLError is one
            reason = error.strerror or "it holds no certificate"
            raise UsageError(f"the CA file {ca_file!r} can't be used: {reason}") from None
    return context


@cache
def unverified_context() -> ssl.SSLContext:
    """Return a context that believes any certificate: only to learn what status a faulty one hides."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    return context


def _origin(url: httpx2.URL) -> _Origin:
    return url.scheme, url.raw_host, url.port or (443 if url.scheme == "https" else 80)


def _proxy_for(url: httpx2.URL) -> str | None:
    from urllib.request import getproxies, proxy_bypass  # rarely asked for

    return None if proxy_bypass(url.host) else getproxies().get(url.scheme)
