"""A fast web of many hosts for many requests: it answers after a latency and counts what each host was asked.

`python tests/web/load.py --port-file FILE [--latency 0.05]` runs it until it is killed; FILE becomes JSON with `http`
(the port) and `resolve`, one rule that leads every host's port 80 here. Hosts are told apart by their Host header;
`control.test` is none of them: its `/counts` tells as JSON what the others were asked, its `/forget` clears that.

What a path answers: `/to/HOST/…` a redirect to `http://HOST/…`, `/stream` a gigabyte, `/bomb` a gigabyte of zeros in
gzip, `/drip` a drop every tenth of a second, `/busy/SECONDS/N` a 429 with that Retry-After N times and then a page;
anything else a page.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import json
import os
import signal
import time
import zlib
from collections import Counter, defaultdict
from pathlib import Path

PAGE = (
    b"<!doctype html><html lang=zh-Hant><head><meta charset=utf-8><title>%s</title></head><body>"
    + b"<p>This is the body of an ordinary article about citations and their lists.</p>" * 40
    + b"</body></html>"
)
GIGABYTE = 1_000_000_000
UNDER_WAY = 0.03
"""Seconds; what comes so soon after a 429 was sent before it arrived."""


class Counts:
    """What every host was asked: when, how often each path, how many at once; and what was sent."""

    def __init__(self) -> None:
        self.starts: dict[str, list[float]] = defaultdict(list)
        self.paths: Counter[str] = Counter()
        self.now: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.sent: Counter[str] = Counter()
        self.pauses: dict[str, tuple[float, float]] = {}
        self.undercut: Counter[str] = Counter()

    def begin(self, host: str, path: str) -> int:
        now = time.monotonic()
        said, until = self.pauses.get(host, (0.0, 0.0))
        self.undercut[host] += said + UNDER_WAY < now < until
        self.starts[host].append(now)
        self.paths[host + path] += 1
        self.now[host] += 1
        self.most[host] = max(self.most[host], self.now[host])
        return self.paths[host + path]

    def pause(self, host: str, seconds: float) -> None:
        """Keep that the host has just asked to be left alone."""
        now = time.monotonic()
        self.pauses[host] = now, max(now + seconds, self.pauses.get(host, (0, 0))[1])

    def told(self) -> dict[str, object]:
        gaps = [b - a for starts in self.starts.values() for a, b in itertools.pairwise(starts)]
        every = [start for starts in self.starts.values() for start in starts]
        return {
            "requests": len(every),
            "seconds": max(every) - min(every) if every else 0.0,
            "most_at_once": max(self.most.values(), default=0),
            "least_gap": min(gaps, default=None),
            "starts": self.starts,
            "repeated": {path: times for path, times in self.paths.items() if times > 1},
            "sent": self.sent,
            "undercut": {host: times for host, times in self.undercut.items() if times},
        }


class LoadWeb:
    """The server: one coroutine a connection, requests one after another on it."""

    def __init__(self, latency: float) -> None:
        self.latency = latency
        self.counts = Counts()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while await self._one(reader, writer):
                pass
        writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        path = head.split(" ", 2)[1]
        headers = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
        host = headers.get("host", "").partition(":")[0]
        if host == "control.test":
            return await _send(writer, json.dumps(self._control(path)).encode(), "application/json")
        times = self.counts.begin(host, path)
        try:
            await asyncio.sleep(self.latency)
            return await self._answer(writer, host, path, times)
        finally:
            self.counts.now[host] -= 1

    def _control(self, path: str) -> object:
        told = self.counts.told()
        if path == "/forget":
            self.counts = Counts()
        return told

    async def _answer(self, writer: asyncio.StreamWriter, host: str, path: str, times: int) -> bool:
        match path.split("/")[1:]:
            case ["to", target, *rest]:
                return await _send(writer, b"", "", 302, location=f"http://{target}/{'/'.join(rest)}")
            case ["busy", seconds, limit, *_] if times <= int(limit):
                self.counts.pause(host, float(seconds))
                return await _send(writer, b"", "text/html", 429, retry_after=seconds)
            case ["stream"]:
                return await self._stream(
                    writer, path, [b"x" * 65536] * (GIGABYTE // 65536), f"Content-Length: {GIGABYTE}"
                )
            case ["bomb"]:
                return await self._stream(writer, path, _bomb(), "Content-Encoding: gzip")
            case ["drip"]:
                return await self._stream(writer, path, [b"drop "] * 100_000, "X-Drip: yes", pause=0.1)
        return await _send(writer, PAGE % path.encode(), "text/html; charset=utf-8")

    async def _stream(
        self, writer: asyncio.StreamWriter, path: str, pieces: object, header: str, pause: float = 0
    ) -> bool:
        writer.write(f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{header}\r\nConnection: close\r\n\r\n".encode())
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            self.counts.sent[path] += len(piece)
            if pause:
                await asyncio.sleep(pause)
        return False


def _bomb():
    """Yield a gigabyte of zeros, packed, in pieces."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    for _ in range(1000):
        piece = packer.compress(bytes(1_000_000))
        if piece:
            yield piece
    yield packer.flush()


async def _send(writer, body, content_type, status=200, **headers) -> bool:
    lines = [f"HTTP/1.1 {status} -", f"Content-Length: {len(body)}"]
    if content_type:
        lines.append(f"Content-Type: {content_type}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    writer.write("\r\n".join([*lines, "\r\n"]).encode() + body)
    await writer.drain()
    return True


async def run(port_file: Path, latency: float) -> None:
    """Serve until SIGTERM or Ctrl-C."""
    web = LoadWeb(latency)
    server = await asyncio.start_server(web.serve, "127.0.0.1", 0, backlog=512)
    port = server.sockets[0].getsockname()[1]
    draft = port_file.with_suffix(".draft")
    draft.write_text(json.dumps({"http": port, "resolve": [f"*:80:127.0.0.1:{port}"]}))
    os.replace(draft, port_file)
    done = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, done.set)
    await done.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port-file", type=Path, required=True)
    parser.add_argument("--latency", type=float, default=0.05, help="seconds before every answer (%(default)s)")
    chosen = parser.parse_args()
    asyncio.run(run(chosen.port_file, chosen.latency))


if __name__ == "__main__":
    main()
