"""The client: one address asked for, redirects walked by hand, retries, politeness.

One attempt is a chain of hops; each hop (1) is judged by its scheme, (2) waits for its host's turn, (3) waits
for one of the places in flight, (4) is sent, (5) is read within limits, and (6) ends the chain or names the
next address.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import Final, Self
from urllib.parse import quote

import httpx

from tipcite.errors import UsageError
from tipcite.net.address import is_private_literal
from tipcite.net.answer import Answer, Hop, NetError, NetErrorKind
from tipcite.net.body import Body, Limits, decoder_for, read_body
from tipcite.net.failures import FAILURES, failure_of
from tipcite.net.pace import HostPace, PutOff
from tipcite.net.retry import pause_before_retry, retry_after
from tipcite.net.settings import NetSettings
from tipcite.net.transport import GuardedBackend, GuardedTransport

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_TEXT_TYPES: Final = ("text/", "application/xhtml", "application/xml", "application/json")
_MAGIC_SIZE: Final = 1024
"""Of what is no text only the beginning is kept: enough to tell a PDF from a page in disguise."""
_IDLE_CLIENTS: Final = 64
_CREDENTIALS: Final = re.compile(r"//[^/?#]*@")
_BAD_HOST: Final = re.compile(r"^$|[\s%<>\"\\^`{|}]|\.\.")
_PRINTABLE: Final = "".join(map(chr, range(0x21, 0x7F)))

# Pages are asked for as a reader of this tool would see them: Chinese first, then English.
_HEADERS: Final = {
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Language": "zh-TW,zh;q=0.9,en;q=0.8,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


class Web:
    """Everything that one run asks of the network; use it as an asynchronous context."""

    def __init__(self, settings: NetSettings) -> None:
        self._settings = settings
        self._ssl = _ssl_context(settings.ca_file)
        self._clients: dict[tuple[str, str, int | None], httpx.AsyncClient] = {}
        self._busy: dict[tuple[str, str, int | None], int] = {}
        self._paces: dict[str, HostPace] = {}
        self._places = asyncio.Semaphore(settings.in_flight)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        async with AsyncExitStack() as stack:
            for client in self._clients.values():
                stack.push_async_callback(client.aclose)

    async def get(self, url: str, *, accept: str = "", max_body: int | None = None) -> Answer:
        """Ask for an address until it answers, or what it does will not change within this run."""
        settings = replace(self._settings, max_body=max_body) if max_body else self._settings
        attempts = 1
        answer = await _Chain(self, settings, accept).walk(url)
        while True:
            pause = pause_before_retry(answer, attempts, self._settings)
            if pause is None:
                return replace(answer, attempts=attempts)
            await asyncio.sleep(pause)
            again = await _Chain(self, settings, accept).walk(url)
            if again.error and again.error.kind is NetErrorKind.PUT_OFF:
                return replace(answer, attempts=attempts)  # what the host said itself tells more
            answer = again
            attempts += 1

    async def knows(self, host: str) -> bool:
        """Tell whether a name can be looked up; the host itself is not spoken to."""
        try:
            await GuardedBackend(self._settings).look_up(host, 443)
        except FAILURES:
            return False
        return True

    def pace(self, host: str) -> HostPace:
        """Return the host's queue."""
        return self._paces.setdefault(host, HostPace(self._settings))

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Wait for one of the places in flight."""
        async with self._places:
            yield

    @asynccontextmanager
    async def client(self, url: httpx.URL) -> AsyncIterator[httpx.AsyncClient]:
        """Lend the client of an address's host; idle ones are closed when there are many."""
        origin = (url.scheme, url.host, url.port)
        client = self._clients.get(origin) or self._open_client(url)
        self._clients[origin] = client
        self._busy[origin] = self._busy.get(origin, 0) + 1
        try:
            yield client
        finally:
            self._busy[origin] -= 1
            await self._close_idle()

    def _open_client(self, url: httpx.URL) -> httpx.AsyncClient:
        # httpx keeps cookies per client; ours belong to one chain, so the client's jar takes none.
        jar = CookieJar(DefaultCookiePolicy(allowed_domains=()))
        proxy = _proxy_for(url) if self._settings.proxy else None
        if proxy:
            return httpx.AsyncClient(proxy=proxy, verify=self._ssl, trust_env=False, cookies=jar)
        return httpx.AsyncClient(transport=GuardedTransport(self._settings, self._ssl), trust_env=False, cookies=jar)

    async def _close_idle(self) -> None:
        if len(self._clients) <= _IDLE_CLIENTS:
            return
        for origin in [origin for origin, users in self._busy.items() if users == 0]:
            del self._busy[origin]
            await self._clients.pop(origin).aclose()


class _Chain:
    """One attempt: an address and where it leads, with the cookies set on the way."""

    def __init__(self, web: Web, settings: NetSettings, accept: str) -> None:
        self._web = web
        self._settings = settings
        self._headers = {**_HEADERS, "User-Agent": settings.user_agent}
        if accept:
            self._headers["Accept"] = accept
        self._cookies = httpx.Cookies()
        self._hops: list[Hop] = []
        self._seen: set[tuple[str, str]] = set()

    async def walk(self, address: str) -> Answer:
        """Follow the chain to its last answer."""
        try:
            url = _without_credentials(httpx.URL(address.strip()))
        except (httpx.InvalidURL, UnicodeError) as error:
            return _failed(_CREDENTIALS.sub("//", address), NetErrorKind.SYNTAX, str(error))
        if not url.scheme or not url.host:
            return _failed(address, NetErrorKind.SYNTAX, "it begins with no http://, https:// and host")
        while True:
            answer = await self._hop(url)
            location = answer.headers.get("location")
            if answer.error or answer.status not in _REDIRECTS or not location:
                return replace(answer, chain=tuple(self._hops))
            self._hops.append(Hop(url=str(url), status=answer.status))
            try:
                url = _without_credentials(url.join(location))
            except (httpx.InvalidURL, UnicodeError) as error:
                return replace(
                    answer,
                    chain=tuple(self._hops),
                    error=NetError(kind=NetErrorKind.PROTOCOL, message=f"redirect to {location!r}: {error}"),
                )

    async def _hop(self, url: httpx.URL) -> Answer:
        if url.scheme not in ("http", "https"):
            return _failed(str(url), NetErrorKind.SCHEME, f"{url.scheme!r} is neither http nor https")
        if _BAD_HOST.search(url.host) or not 0 < (url.port or 80) < 65536:
            return _failed(str(url), NetErrorKind.SYNTAX, f"{url.netloc.decode()!r} is no host")
        if self._settings.proxy and not self._settings.allow_private and is_private_literal(url.host):
            # Names are looked up by the proxy, out of our sight; what can be seen here is refused here.
            return _failed(str(url), NetErrorKind.FORBIDDEN_ADDRESS, f"{url.host!r} is no public address")
        request = httpx.Request("GET", url.copy_with(fragment=None), headers=self._headers)
        self._cookies.set_cookie_header(request)
        visit = (str(url), request.headers.get("cookie", ""))
        if visit in self._seen or len(self._hops) > self._settings.max_redirects:
            return _failed(str(url), NetErrorKind.REDIRECT_LOOP, f"redirected {len(self._hops)} times")
        self._seen.add(visit)
        pace = self._web.pace(url.host)
        try:
            async with pace.turn(), self._web.place(), self._web.client(url) as client:
                answer = await self._send(client, request, url)
        except PutOff as error:
            return _failed(str(url), NetErrorKind.PUT_OFF, str(error))
        _learn(pace, answer)
        return answer

    async def _send(self, client: httpx.AsyncClient, request: httpx.Request, url: httpx.URL) -> Answer:
        settings = self._settings
        request.extensions["timeout"] = {
            "connect": settings.connect_timeout,
            "read": settings.read_timeout,
            "write": settings.read_timeout,
            "pool": settings.total_timeout,
        }
        try:
            async with asyncio.timeout(settings.total_timeout):
                response = await client.send(request, stream=True, auth=None, follow_redirects=False)
        except FAILURES as error:
            return Answer(url=str(url), error=failure_of(error))
        try:
            self._cookies.extract_cookies(response)
            body = await self._read(response)
        finally:
            await _close(response)
        return _answer(url, response, body)

    async def _read(self, response: httpx.Response) -> Body:
        settings = self._settings
        if response.status_code in _REDIRECTS:
            return Body(content=b"", size=0, sha256="", truncated=False)
        media_type = response.headers.get("content-type", "").lower()
        text = not media_type or media_type.startswith(_TEXT_TYPES) or "json" in media_type
        limits = Limits(
            keep=settings.max_body if text else _MAGIC_SIZE,
            read=max(settings.max_read, settings.max_body),
            seconds=settings.body_timeout,
        )
        decoder = decoder_for(response.headers.get("content-encoding", ""))
        if decoder is None:
            return Body(content=b"", size=0, sha256="", truncated=True)
        return await read_body(response.aiter_raw(), decoder, limits, FAILURES)


def _answer(url: httpx.URL, response: httpx.Response, body: Body) -> Answer:
    headers = {name.decode("latin-1").lower(): value for name, value in _decoded(response)}
    return Answer(
        url=str(url),
        status=response.status_code,
        headers=headers,
        body=body.content,
        size=body.size,
        sha256=body.sha256,
        truncated=body.truncated,
        error=failure_of(body.failure) if body.failure else None,
    )


def _decoded(response: httpx.Response) -> list[tuple[bytes, str]]:
    """Decode header values; what is not ASCII in `Location`, in any charset, is percent-encoded as it is."""
    return [
        (name, quote(value, safe=_PRINTABLE) if name.lower() == b"location" else value.decode("latin-1"))
        for name, value in response.headers.raw
    ]


def _learn(pace: HostPace, answer: Answer) -> None:
    """Let the host's pace follow from its answer."""
    asked = retry_after(answer)
    if answer.status in (429, 503) and asked is not None:
        pace.hold(asked)
    if answer.status == 429:
        pace.slow_down()
    elif answer.error is None:
        pace.went_well()


async def _close(response: httpx.Response) -> None:
    try:
        await response.aclose()
    except FAILURES:
        return  # the connection is gone already, which is what closing is for


def _failed(url: str, kind: NetErrorKind, message: str) -> Answer:
    return Answer(url=url, error=NetError(kind=kind, message=message))


def _without_credentials(url: httpx.URL) -> httpx.URL:
    """Take off `user:password@`: it is not sent, and so can't come into a log or a report."""
    return url.copy_with(userinfo=b"") if url.userinfo else url


@cache
def _ssl_context(ca_file: str | None) -> ssl.SSLContext:
    """Load the authorities' certificates, which takes as long as several requests, once a process."""
    context = httpx.create_ssl_context()
    # Strict from Python 3.13 on: authorities without key identifiers (RFC 5280, 4.2.1), as behind many sites in
    # Taiwan, would be called insecure, which no browser does.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    if ca_file:
        try:
            context.load_verify_locations(cafile=ca_file)
        except OSError as error:  # ssl.SSLError is one
            reason = error.strerror or "it holds no certificate"
            raise UsageError(f"the CA file {ca_file!r} can't be used: {reason}") from None
    return context


def _proxy_for(url: httpx.URL) -> str | None:
    from urllib.request import getproxies, proxy_bypass  # rarely asked for

    return None if proxy_bypass(url.host) else getproxies().get(url.scheme)
