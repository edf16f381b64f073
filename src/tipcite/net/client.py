"""The client: one address asked for, redirects walked by hand, retries, politeness.

One attempt is a chain of hops; each hop (1) is judged by its scheme and host, (2) waits for its host's turn and a
place in flight, (3) takes a connection, (4) is sent unless the host asked for a pause in the meantime, (5) is read
within limits, and (6) ends the chain or names the next address.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http.cookiejar import DefaultCookiePolicy
from types import TracebackType
from typing import Final, Self, TypeAlias
from urllib.parse import quote, urlencode

import httpcore2
import httpx2

from tipcite.net.address import is_private_literal
from tipcite.net.answer import Answer, Hop, NetError, NetErrorKind
from tipcite.net.body import Body, Limits, decoder_for, read_body
from tipcite.net.contacts import Contacts
from tipcite.net.failures import FAILURES, failure_of
from tipcite.net.lines import Line, Lines
from tipcite.net.retry import named_concurrency, named_interval, pause_before_retry, retry_after
from tipcite.net.settings import NetSettings
from tipcite.net.turns import PutOff, Stopped, Turn, Turns
from tipcite.net.url import BadAddress, host_of, is_host, join, parse_address, without_credentials

__all__ = ["PutOff", "Stopped", "Turn", "Web"]

_Headers: TypeAlias = list[tuple[bytes, bytes]]

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_TEXT_TYPES: Final = ("text/", "application/xhtml", "application/xml", "application/json")
_MAGIC_SIZE: Final = 1024
"""Of what is no text only the beginning is kept: enough to tell a PDF from a page in disguise."""
_ONWARD: Final = re.compile(rb"refresh|location", re.IGNORECASE)
"""What a page that sends its reader on by itself has somewhere."""
_PLAIN: Final = re.compile(r"https?://([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/[\x21-\x5b\x5d-\x7e]*$")
_PRINTABLE: Final = "".join(map(chr, range(0x21, 0x7F)))

# Pages are asked for as a reader of this tool would see them: Chinese first, then English.
_ACCEPT: Final = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"
_HEADERS: Final = {"Accept-Language": "zh-TW,zh;q=0.9,en;q=0.8,*;q=0.5", "Accept-Encoding": "gzip, deflate"}


class Web:
    """Everything that one run asks of the network; use it as an asynchronous context."""

    def __init__(self, settings: NetSettings) -> None:
        self.settings = settings
        self.turns = Turns(settings)
        self.lines = Lines(settings)
        self._unverified: Lines | None = None
        self.contacts = Contacts()
        self.stopped = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.lines.aclose()
        if self._unverified is not None:
            await self._unverified.aclose()

    def stop(self) -> None:
        """Start nothing fresh, and ask nothing again: what is under way is finished."""
        self.stopped = True
        self.turns.stop()

    async def get(
        self,
        url: str,
        *,
        accept: str = "",
        max_body: int | None = None,
        after: Answer | None = None,
        turn: Turn | None = None,
        verify: bool = True,
        settings: NetSettings | None = None,
    ) -> Answer:
        """Ask for an address until it answers, or what it does will not change within this run.

        Cookies that were set on the way to `after`, a page that sends its reader here, are sent on. `turn` is one
        for the address's host that the caller holds already. `settings` say how long and how much, in place of the
        run's. Without `verify` it is asked once, whatever certificate it shows, and nothing but the status is told.
        """
        if not verify:
            return await self._peek(url)
        settings = settings or self.settings
        settings = replace(settings, max_body=max_body) if max_body else settings
        answer = await _Chain(self, settings, accept, after).walk(url, turn)
        if answer.error and answer.error.kind is NetErrorKind.PUT_OFF and not answer.chain:
            return replace(answer, attempts=0)
        attempts = 1
        while (pause := self._pause(answer, attempts)) is not None:
            await asyncio.sleep(pause)
            again = await _Chain(self, settings, accept, after).walk(url, None)
            if again.error and again.error.kind is NetErrorKind.PUT_OFF:
                break  # what the host said itself tells more
            answer = again
            attempts += 1
        if answer.error:
            self.contacts.finished(answer.host, answer.error)
        return replace(answer, attempts=attempts) if attempts > 1 else answer

    async def _peek(self, url: str) -> Answer:
        self._unverified = self._unverified or Lines(self.settings, verify=False)
        settings = replace(self.settings, max_body=1, max_read=1)
        answer = await _Chain(self, settings, "", None, lines=self._unverified).walk(url, None)
        return Answer(url=answer.url, status=answer.status, error=answer.error)

    def _pause(self, answer: Answer, attempts: int) -> float | None:
        pause = None if self.stopped else pause_before_retry(answer, attempts, self.settings)
        return None if pause is None or self.contacts.is_down(answer.host) else pause

    def host_of(self, address: str) -> str:
        """Return the host whose turn an address needs, "" when it needs none: it will not be asked for."""
        plain = _PLAIN.match(address)
        if plain:  # nearly every address: a run's are all sorted by host before the first is asked for
            return plain[1].lower()
        try:
            url = parse_address(address)
        except BadAddress:
            return ""
        return host_of(url) if url.scheme in ("http", "https") and is_host(url) else ""

    async def post(self, url: str, form: Mapping[str, str], *, accept: str = "", authorization: str = "") -> Answer:
        """Send a form, once; redirects are followed with GET. `authorization` is told to the form's own host only."""
        sent = _Form(body=urlencode(form).encode("ascii"), authorization=authorization)
        return await _Chain(self, self.settings, accept, None, sent).walk(url, None)

    async def knows(self, host: str) -> bool:
        """Tell whether a name can be looked up; the host itself is not spoken to."""
        try:
            await self.lines.names.look_up(host, 443)
        except FAILURES:
            return False
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """What the first request of a chain sends."""

    body: bytes
    authorization: str

    @property
    def headers(self) -> _Headers:
        told = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": str(len(self.body)),
            "Authorization": self.authorization,
        }
        return [(name.encode("ascii"), value.encode("latin-1", "replace")) for name, value in told.items() if value]


class _Chain:
    """One attempt: an address and where it leads, with the cookies set on the way."""

    def __init__(
        self,
        web: Web,
        settings: NetSettings,
        accept: str,
        after: Answer | None,
        form: _Form | None = None,
        *,
        lines: Lines | None = None,
    ) -> None:
        self._web = web
        self._lines = lines or web.lines
        self._form = form
        self._settings = settings
        self._headers = [
            (name.encode("ascii"), value.encode("latin-1", "replace"))
            for name, value in {"User-Agent": settings.user_agent, "Accept": accept or _ACCEPT, **_HEADERS}.items()
        ]
        self._cookies = httpx2.Cookies(after.cookies if after else None)
        # A site of `com.tw` must not speak for the others there.
        self._cookies.jar.set_policy(DefaultCookiePolicy(strict_domain=True))
        self._hops: list[Hop] = []
        self._seen: set[tuple[str, bytes]] = set()

    async def walk(self, address: str, turn: Turn | None) -> Answer:
        """Follow the chain to its last answer; the turn for its first host is used up."""
        try:
            return await self._follow(parse_address(address), turn)
        except BadAddress as error:
            return _failed(without_credentials(address), NetErrorKind.SYNTAX, str(error))
        finally:
            if turn is not None:
                turn.end()

    async def _follow(self, url: httpx2.URL, turn: Turn | None) -> Answer:
        if not url.scheme or not url.host:
            return _failed(str(url), NetErrorKind.SYNTAX, "it begins with no http://, https:// and host")
        while True:
            answer = await self._hop(url, turn)
            turn = None
            location = answer.headers.get("location")
            if answer.error or answer.status not in _REDIRECTS or not location:
                cookies = self._cookies if len(self._cookies.jar) else None
                return replace(answer, chain=tuple(self._hops), cookies=cookies) if self._hops or cookies else answer
            self._hops.append(Hop(url=str(url), status=answer.status))
            if answer.retry_after is not None:  # the least time before the redirect is followed (RFC 9110, 10.2.3)
                if answer.retry_after > self._settings.retry_after_cap:
                    return replace(answer, chain=tuple(self._hops), error=_put_off(PutOff(answer.retry_after)))
                await asyncio.sleep(answer.retry_after)
            try:
                url = join(url, location)
            except BadAddress as error:
                failure = NetError(kind=NetErrorKind.PROTOCOL, message=f"it redirects to what is no address: {error}")
                return replace(answer, chain=tuple(self._hops), error=failure)

    async def _hop(self, url: httpx2.URL, turn: Turn | None) -> Answer:
        if url.scheme not in ("http", "https"):
            return _failed(str(url), NetErrorKind.SCHEME, f"{url.scheme!r} is neither http nor https")
        if not is_host(url):
            return _failed(str(url), NetErrorKind.SYNTAX, f"{url.netloc.decode()!r} is no host")
        if self._settings.proxy and not self._settings.allow_private and is_private_literal(url.host):
            # Names are looked up by the proxy, out of our sight; what can be seen here is refused here.
            return _failed(str(url), NetErrorKind.FORBIDDEN_ADDRESS, f"{url.host!r} is no public address")
        headers = self._headers_for(url)
        visit = (str(url), headers[-1][1] if headers[-1][0] == b"Cookie" else b"")
        if visit in self._seen or len(self._hops) > self._settings.max_redirects:
            return _failed(str(url), NetErrorKind.REDIRECT_LOOP, f"redirected {len(self._hops)} times")
        self._seen.add(visit)
        host = host_of(url)
        down = self._down(url)
        if down is not None:
            return down
        try:
            answer = await self._ask(url, headers, turn)
        except PutOff as error:
            return Answer(url=str(url), error=_put_off(error), retry_after=error.seconds)
        self._learn(host, answer)
        return answer

    def _down(self, url: httpx2.URL) -> Answer | None:
        """Return the failure that every question to this host has, None when it is worth asking."""
        host = host_of(url)
        known = self._web.contacts.error_of(host)
        return Answer(url=str(url), error=known) if known and self._web.contacts.is_down(host) else None

    async def _ask(self, url: httpx2.URL, headers: _Headers, turn: Turn | None) -> Answer:
        """Send one request when it is this host's turn."""
        while True:
            turn = turn or await self._web.turns.take(host_of(url))
            try:
                down = self._down(url)  # that was found while this turn was waited for
                if down is not None:
                    return down
                try:
                    line = await self._lines.take(url)
                except FAILURES as error:
                    turn.fail()
                    return Answer(url=str(url), error=failure_of(error))
                try:
                    if turn.start():
                        return await self._send(line, url, headers)
                finally:
                    await self._lines.give_back(url, line)
            finally:
                turn.end()
            turn = None  # the host asked for a pause while the connection was opened

    async def _send(self, line: Line, url: httpx2.URL, headers: _Headers) -> Answer:
        settings = self._settings
        form = None if self._hops else self._form
        timeouts: dict[str, float | None] = {"read": settings.read_timeout, "write": settings.read_timeout}
        request = httpcore2.Request(
            "POST" if form else "GET",
            httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=[(b"Host", url.netloc), *headers, *(form.headers if form else ())],
            content=form.body if form else None,
            extensions={"timeout": timeouts},
        )
        try:
            async with asyncio.timeout(settings.total_timeout):
                response = await line.handle_async_request(request)
        except FAILURES as error:
            return Answer(url=str(url), error=failure_of(error))
        timeouts["read"] = None  # from here on the body's own time counts
        headers_read = _decoded(response)
        try:
            body = await self._read(response, headers_read)
        finally:
            await _close(response)
        if "set-cookie" in headers_read:
            self._keep_cookies(url, response, body)
        return _answer(url, response, headers_read, body)

    async def _read(self, response: httpcore2.Response, given: Mapping[str, str]) -> Body:
        settings = self._settings
        if response.status in _REDIRECTS:
            return Body(content=b"", size=0, sha256="", truncated=False)
        media_type = given.get("content-type", "").lower()
        text = not media_type or media_type.startswith(_TEXT_TYPES) or "json" in media_type
        limits = Limits(
            keep=settings.max_body if text else settings.max_read if settings.keeps_files else _MAGIC_SIZE,
            read=settings.max_body if text else settings.max_read,
            seconds=settings.body_timeout,
        )
        decoder = decoder_for(given.get("content-encoding", ""))
        if decoder is None:
            return Body(content=b"", size=0, sha256="", truncated=True)
        return await read_body(response.aiter_stream(), decoder, limits, FAILURES)

    def _headers_for(self, url: httpx2.URL) -> _Headers:
        if not len(self._cookies.jar):
            return self._headers
        request = httpx2.Request("GET", url)
        self._cookies.set_cookie_header(request)
        cookie = request.headers.get("cookie", "")
        return [*self._headers, (b"Cookie", cookie.encode("latin-1", "replace"))] if cookie else self._headers

    def _keep_cookies(self, url: httpx2.URL, response: httpcore2.Response, body: Body) -> None:
        """Take the cookies of an answer that sends its reader on; those of any other are not used again."""
        onward = response.status in _REDIRECTS or any(name.lower() == b"refresh" for name, _ in response.headers)
        if onward or _ONWARD.search(body.content):
            request = httpx2.Request("GET", url)
            self._cookies.extract_cookies(httpx2.Response(response.status, headers=response.headers, request=request))

    def _learn(self, host: str, answer: Answer) -> None:
        """Let the host's pace follow from its answer."""
        turns = self._web.turns
        self._web.contacts.note(host, answer.error)
        if answer.retry_after is not None and answer.status not in _REDIRECTS:
            turns.hold(host, answer.retry_after)
        if answer.status == 429:
            if answer.retry_after is None and self._settings.retry_delays:
                turns.hold(host, min(self._settings.retry_delays[-1], self._settings.retry_after_cap))
            turns.complained(host)
        elif answer.error is None and answer.retry_after is None:
            turns.went_well(host)
        interval = named_interval(answer.headers)
        if interval is not None:
            turns.limit(host, min(interval, self._settings.retry_after_cap), named_concurrency(answer.headers))


def _answer(url: httpx2.URL, response: httpcore2.Response, headers: Mapping[str, str], body: Body) -> Answer:
    return Answer(
        url=str(url),
        status=response.status,
        headers=headers,
        body=body.content,
        size=body.size,
        sha256=body.sha256,
        truncated=body.truncated,
        error=failure_of(body.failure) if body.failure else None,
        retry_after=retry_after(headers) if response.status >= 300 else None,
    )


def _decoded(response: httpcore2.Response) -> dict[str, str]:
    """Decode headers; what is not ASCII in `Location`, in any charset, is percent-encoded as it is."""
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
    if "location" in headers:
        headers["location"] = quote(headers["location"], safe=_PRINTABLE, encoding="latin-1")
    return headers


async def _close(response: httpcore2.Response) -> None:
    try:
        await response.aclose()
    except FAILURES:
        return  # the connection is gone already, which is what closing is for


def _failed(url: str, kind: NetErrorKind, message: str) -> Answer:
    return Answer(url=url, error=NetError(kind=kind, message=message, reached=False))


def _put_off(error: PutOff) -> NetError:
    return NetError(kind=NetErrorKind.PUT_OFF, message=str(error), reached=False)
