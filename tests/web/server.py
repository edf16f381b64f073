"""A small web of many hosts on 127.0.0.1, told apart by the Host header; http and https.

`python tests/web/server.py --port-file FILE` runs it until it is killed: FILE becomes JSON with `http`, `https`
(ports), `ca_file`, and `resolve`, rules for `--resolve` that lead every host here.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import socket
import ssl
import struct
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

if __package__ in (None, ""):  # run as a script
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from web.authority import Authority
from web.pages import HOSTS
from web.replies import Asked, Reply
from web.troubles import with_trouble

WRONG_TLS = {
    "expired.test": "expired",
    "self-signed.test": "self-signed",
    "stranger.test": "stranger",
    "wrong-host.test": "right",
}


class Record:
    """What the servers saw: how often, when, and how many at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.paths: Counter[tuple[str, str]] = Counter()
        self.starts: dict[str, list[float]] = defaultdict(list)
        self.now: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.headers: list[dict[str, str]] = []
        self.sent: Counter[str] = Counter()

    def begin(self, host: str, path: str, headers: dict[str, str]) -> int:
        with self._lock:
            self.paths[host, path] += 1
            self.starts[host].append(time.monotonic())
            self.now[host] += 1
            self.most[host] = max(self.most[host], self.now[host])
            self.headers.append(headers)
            return self.paths[host, path]

    def end(self, host: str) -> None:
        with self._lock:
            self.now[host] -= 1

    def hosts(self) -> set[str]:
        return set(self.starts)

    def clear(self) -> None:
        with self._lock:
            for part in (self.paths, self.starts, self.now, self.most, self.headers, self.sent):
                part.clear()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        host = self.headers.get("Host", "").rsplit(":", 1)[0].lower()
        record = self.server.record
        times = record.begin(host, self.path, dict(self.headers))
        try:
            asked = self._asked(times)
            answer = HOSTS.get(host)
            self._send(
                with_trouble(host, answer)(asked) if answer else Reply(200, b"<title>" + host.encode() + b"</title>")
            )
        except OSError:
            self.close_connection = True
        finally:
            record.end(host)

    do_POST = do_GET  # noqa: N815  (http.server's name)

    def _asked(self, times: int) -> Asked:
        return Asked(
            self.path,
            times,
            accept=self.headers.get("Accept", ""),
            cookie=self.headers.get("Cookie", ""),
            method=self.command,
            authorization=self.headers.get("Authorization", ""),
            body=self.rfile.read(int(self.headers.get("Content-Length") or 0)),
        )

    def _send(self, reply: Reply) -> None:
        if reply.delay:
            self.server.stopped.wait(reply.delay)
        match reply.behaviour:
            case "reset":
                return self._reset()
            case "close":
                self.close_connection = True
                return None
            case "garbage":
                self.wfile.write(b"\x00\x01 what is this?\r\n\r\n")
                self.close_connection = True
                return None
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.behaviour in ("drip", "endless"):
            return self._stream(reply.behaviour)
        length = len(reply.body) + (1000 if reply.behaviour == "cut" else 0)
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(reply.body)
        if reply.behaviour == "cut":
            self.wfile.flush()
            self.close_connection = True
        return None

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def _stream(self, behaviour: str) -> None:
        """Send a body that never ends, drop by drop or as fast as it is taken."""
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        piece = b"<title>a long story</title>" if behaviour == "drip" else b"x" * 65536
        while not self.server.stopped.is_set():
            self.wfile.write(piece)
            self.server.record.sent[self.path] += len(piece)
            if behaviour == "drip":
                self.server.stopped.wait(0.05)

    def log_message(self, *args) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, record: Record, stopped: threading.Event, context: ssl.SSLContext | None) -> None:
        self.record = record
        self.stopped = stopped
        self.context = context
        super().__init__(("127.0.0.1", 0), _Handler)

    def finish_request(self, request, client_address) -> None:
        """Shake hands in the request's own thread, so that one bad client does not hold up the others."""
        if self.context is not None:
            try:
                request = self.context.wrap_socket(request, server_side=True)
            except (ssl.SSLError, OSError):
                return
        with contextlib.suppress(OSError):
            super().finish_request(request, client_address)
        if self.context is not None:
            request.close()

    def handle_error(self, request, client_address) -> None:
        """Broken connections are what this web is for."""


class TestWeb:
    """Both servers, their authority and their record; a context."""

    __test__ = False

    def __init__(self, folder: Path) -> None:
        self.record = Record()
        self._stopped = threading.Event()
        authority = Authority(folder)
        self.ca_file = str(authority.ca_file)
        self._http = _Server(self.record, self._stopped, None)
        self._https = _Server(self.record, self._stopped, _context(authority))
        self._threads = [
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
            for server in (self._http, self._https)
        ]

    @property
    def http_port(self) -> int:
        return self._http.server_address[1]

    @property
    def https_port(self) -> int:
        return self._https.server_address[1]

    @property
    def resolve(self) -> tuple[str, ...]:
        """Rules that lead every host's usual ports here."""
        names = (*HOSTS, *WRONG_TLS, *(f"h{number}.test" for number in range(60)))
        return tuple(
            rule
            for name in names
            for rule in (
                f"{name}:80:127.0.0.1:{self.http_port}",
                f"{name}:443:127.0.0.1:{self.https_port}",
            )
        )

    def describe(self) -> dict[str, object]:
        return {
            "http": self.http_port,
            "https": self.https_port,
            "ca_file": self.ca_file,
            "resolve": list(self.resolve),
        }

    def __enter__(self) -> TestWeb:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._stopped.set()
        for server in (self._http, self._https):
            server.shutdown()
            server.server_close()
        for thread in self._threads:
            thread.join()


def _context(authority: Authority) -> ssl.SSLContext:
    """Choose the certificate by the name the client asks for."""
    right = authority.context(*[host for host in HOSTS if host not in WRONG_TLS])
    wrong = {
        host: authority.context("another.test" if host == "wrong-host.test" else host, kind=kind)
        for host, kind in WRONG_TLS.items()
    }

    def choose(connection: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
        connection.context = wrong.get(name or "", right)

    right.sni_callback = choose
    return right


def main() -> None:
    """Run until SIGTERM or Ctrl-C."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port-file", type=Path, required=True)
    parser.add_argument("--folder", type=Path, help="where certificates are put (default: beside the port file)")
    chosen = parser.parse_args()
    done = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: done.set())
    with tempfile.TemporaryDirectory() as temporary, TestWeb(chosen.folder or Path(temporary)) as web:
        draft = chosen.port_file.with_suffix(".draft")
        draft.write_text(json.dumps(web.describe(), indent=1))
        os.replace(draft, chosen.port_file)
        done.wait()


if __name__ == "__main__":
    main()
