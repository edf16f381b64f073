"""One connection to a judged address, in the form that httpcore2 reads and writes."""

from __future__ import annotations

import asyncio
import socket
import ssl
from typing import Any, Final

import httpcore2

_RECEIVE_BUFFER: Final = 256 * 1024
"""What the system takes in before it is read: a server without end can't send megabytes ahead."""


class NotConnected(OSError):
    """No address of a host could be connected to; the cause is the last one's failure."""


class Stream(httpcore2.AsyncNetworkStream):
    """asyncio's reader and writer; failures come through as the system raised them."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what has come, b"" at the end."""
        if timeout is None:
            return await self._reader.read(max_bytes)
        async with asyncio.timeout(timeout):
            return await self._reader.read(max_bytes)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send it all."""
        if not buffer:
            return
        self._writer.write(buffer)
        if not self._writer.transport.get_write_buffer_size() and not self._writer.is_closing():
            return  # the system took it all: there is nothing to wait for
        try:
            async with asyncio.timeout(timeout):
                await self._writer.drain()
        except ConnectionError as error:
            raise httpcore2.WriteError(str(error)) from error  # an answer may have come all the same

    async def aclose(self) -> None:
        """Close at once, without a farewell: a server that drips would be waited for."""
        self._writer.transport.abort()

    def get_extra_info(self, info: str) -> Any:
        """Tell whether an idle connection was closed by the server (`is_readable`)."""
        if info == "is_readable":
            return self._reader.at_eof() or self._writer.is_closing() or self._reader.exception() is not None
        return self._writer.get_extra_info(info)


async def connect(address: str, port: int, seconds: float) -> socket.socket:
    """Open a socket to an IP address.

    Raises:
        OSError: it can't be opened, or (TimeoutError) not in time.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        opened.setblocking(False)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BUFFER)
        async with asyncio.timeout(seconds):
            await asyncio.get_running_loop().sock_connect(opened, (address, port))
    except BaseException:
        opened.close()
        raise
    return opened


async def open_stream(opened: socket.socket, context: ssl.SSLContext | None, host: str, seconds: float) -> Stream:
    """Make a stream of a connected socket, with TLS where there is a context.

    Raises:
        OSError: the two sides did not agree (ssl.SSLError), or (TimeoutError) not in time.
    """
    try:
        async with asyncio.timeout(seconds):
            reader, writer = await asyncio.open_connection(
                sock=opened, ssl=context, server_hostname=host.rstrip(".") if context else None
            )
    except BaseException:
        opened.close()
        raise
    return Stream(reader, writer)
