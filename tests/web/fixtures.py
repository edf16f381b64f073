"""Fixtures for tests that speak to the small web; a conftest takes them over by importing them."""

from __future__ import annotations

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
