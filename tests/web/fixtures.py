"""Fixtures for tests that speak to the small web; a conftest takes them over by importing them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tipcite.net import NetSettings, parse_resolve
from web.server import TestWeb


@pytest.fixture(scope="session")
def running_web(tmp_path_factory):
    with TestWeb(tmp_path_factory.mktemp("web")) as web:
        yield web


@pytest.fixture
def web(running_web):
    """The web with a clean record."""
    running_web.record.clear()
    return running_web


class Load:
    """The load web, in its own process; `net` are settings that lead to it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.net = NetSettings(
            resolve=(parse_resolve(f"*:80:127.0.0.1:{port}"),),
            retry_delays=(0.02, 0.04),
            retry_after_cap=2.0,
            interval=0.0,
            body_timeout=0.3,
        )

    def told(self, path: str = "/counts") -> dict[str, Any]:
        """Ask what the hosts were asked."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers={"Host": "control.test"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)


@pytest.fixture(scope="session")
def running_load(tmp_path_factory):
    port_file = tmp_path_factory.mktemp("load") / "port.json"
    server = Path(__file__).with_name("load.py")
    process = subprocess.Popen([sys.executable, str(server), "--port-file", str(port_file), "--latency", "0.02"])
    while not port_file.exists():
        assert process.poll() is None
        time.sleep(0.02)
    yield Load(json.loads(port_file.read_text())["http"])
    process.terminate()
    process.wait()


@pytest.fixture
def load(running_load):
    """The load web with clean counts."""
    running_load.told("/forget")
    return running_load


@pytest.fixture
def net(running_web) -> NetSettings:
    """Settings that lead to the small web and wait for nothing long."""
    return NetSettings(
        ca_file=running_web.ca_file,
        resolve=tuple(map(parse_resolve, running_web.resolve)),
        retry_delays=(0.02, 0.04),
        retry_after_cap=2.0,
        interval=0.0,
        connect_timeout=1.0,
        read_timeout=0.5,
        total_timeout=1.0,
        body_timeout=0.3,
    )
