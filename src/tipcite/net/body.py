"""Reading a body within limits: decoded piece by piece, hashed, cut, and given up when it drips."""

from __future__ import annotations

import asyncio
import hashlib
import zlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

_PIECE: Final = 64 * 1024
_GZIP_MAGIC: Final = b"\x1f\x8b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a body is kept, how much read (wire and decoded alike), and for how long."""

    keep: int
    read: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What was read of a body; `failure` is what ended it before its time."""

    content: bytes
    size: int
    sha256: str
    truncated: bool
    failure: Exception | None = None


class Decoder(Protocol):
    """Takes encoded bytes and yields decoded ones, never many at once."""

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield the decoded bytes in pieces of bounded size."""
        ...


class Plain:
    """No content coding."""

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield the bytes as they are."""
        yield data


class Inflating:
    """`gzip` or `deflate` (RFC 9110, 8.4.1); bytes that are not so encoded pass through unchanged.

    Some servers name a coding and send plain text; `deflate` comes with and without zlib's header.
    """

    def __init__(self, *, gzip: bool) -> None:
        self._gzip = gzip
        self._inflate: zlib._Decompress | None = None
        self._plain = False

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield the decoded bytes in pieces of at most 64 KiB, so that a small body can't fill the memory."""
        while data and not self._plain:
            inflate = self._begin(data)
            if inflate is None:
                break
            yield inflate.decompress(data, _PIECE)
            data = inflate.unconsumed_tail
            if inflate.eof:
                data = inflate.unused_data
                self._inflate = None
                if not data.startswith(_GZIP_MAGIC):
                    return
        if self._plain:
            yield data

    def _begin(self, data: bytes) -> zlib._Decompress | None:
        if self._inflate is not None:
            return self._inflate
        if self._gzip and not data.startswith(_GZIP_MAGIC[: len(data)]):
            self._plain = True
            return None
        if self._gzip:
            bits = 16 + zlib.MAX_WBITS
        else:
            bits = zlib.MAX_WBITS if data[0] & 0x0F == zlib.DEFLATED else -zlib.MAX_WBITS
        self._inflate = zlib.decompressobj(bits)
        return self._inflate


def decoder_for(coding: str) -> Decoder | None:
    """Choose the decoder for a `Content-Encoding`; None is a coding that was not offered."""
    match coding.strip().lower():
        case "" | "identity":
            return Plain()
        case "gzip" | "x-gzip":
            return Inflating(gzip=True)
        case "deflate":
            return Inflating(gzip=False)
        case _:
            return None


async def read_body(
    chunks: AsyncIterator[bytes], decoder: Decoder, limits: Limits, failures: tuple[type[Exception], ...]
) -> Body:
    """Read until the body ends or a limit is met; a failure, one of zlib's too, ends it and is told."""
    failures = (*failures, zlib.error)
    content = bytearray()
    digest = hashlib.sha256()
    size = wire = 0
    truncated = False
    failure: Exception | None = None
    try:
        async with asyncio.timeout(limits.seconds) as clock:
            async for chunk in chunks:
                wire += len(chunk)
                for piece in decoder.decode(chunk):
                    piece = piece[: limits.read - size]  # noqa: PLW2901
                    digest.update(piece)
                    size += len(piece)
                    content += piece[: limits.keep - len(content)]
                    if size >= limits.read:
                        break
                if size >= limits.read or wire >= limits.read:
                    truncated = True
                    break
    except failures as error:
        truncated = True
        # A body that drips is no failure: its beginning was seen.
        failure = None if clock.expired() else error
    return Body(content=bytes(content), size=size, sha256=digest.hexdigest(), truncated=truncated, failure=failure)
