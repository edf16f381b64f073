"""Where sockets are opened: names are looked up here, and addresses judged, once for each connection.

Judging an address anywhere earlier would leave redirects, odd spellings of hosts (`http://2130706433/`) and
names that change between look-up and connection.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Iterable
from typing import cast

import httpcore
import httpx

from tipcite.errors import ForbiddenAddress
from tipcite.net.address import is_forbidden
from tipcite.net.settings import NetSettings


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """httpcore's sockets, opened only to addresses that were judged."""

    def __init__(self, settings: NetSettings) -> None:
        self._settings = settings
        self._sockets = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Look the name up, judge every address, and connect to the first that answers."""
        addresses, to_port = await self.look_up(host, port)
        error: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in addresses:
            try:
                return await self._sockets.connect_tcp(address, to_port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failure:
                error = failure
        raise error or httpcore.ConnectError(f"{host!r} has no address")

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    async def look_up(self, host: str, port: int) -> tuple[tuple[str, ...], int]:
        """Return the addresses of a name and the port to connect to.

        Raises:
            ForbiddenAddress: one of them is not public.
        """
        for rule in self._settings.resolve:
            if rule.covers(host, port):
                return rule.addresses, rule.to_port or port
        found = await self._ask_dns(host, port)
        addresses = tuple(dict.fromkeys(found))
        forbidden = [address for address in addresses if is_forbidden(address)]
        if forbidden and not self._settings.allow_private:
            raise ForbiddenAddress(
                f"{host!r} is at {forbidden[0]!r}, which is no public address; give --allow-private if it is meant"
            )
        return addresses, port

    async def _ask_dns(self, host: str, port: int) -> list[str]:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._settings.connect_timeout):
                found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except TimeoutError:
            raise socket.gaierror(socket.EAI_AGAIN, "no answer from the name servers in time") from None
        return [str(row[4][0]) for row in found]


class GuardedTransport(httpx.AsyncBaseTransport):
    """A small pool of connections to one host, behind the guard."""

    def __init__(self, settings: NetSettings, ssl_context: ssl.SSLContext) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=ssl_context,
            max_connections=settings.per_host,
            keepalive_expiry=5.0,
            network_backend=GuardedBackend(settings),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; httpcore's exceptions come through as they are."""
        response = await self._pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(cast("AsyncIterator[bytes]", response.stream), response),
            extensions=response.extensions,
        )

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pool.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, chunks: AsyncIterator[bytes], response: httpcore.Response) -> None:
        self._chunks = chunks
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._chunks:
            yield chunk

    async def aclose(self) -> None:
        await self._response.aclose()
