"""One measured process of links.py: addresses as JSON on stdin, its seconds, CPU seconds and peak memory on stdout."""

from __future__ import annotations

import asyncio
import json
import resource
import ssl
import sys
import time
from collections import defaultdict
from datetime import UTC, datetime
from typing import Any


def main() -> None:
    given = json.load(sys.stdin)
    began = time.monotonic()
    if given["what"] == "tipcite":
        tipcite(given)
    else:
        asyncio.run(bare(given["what"], given["port"], given["addresses"]))
    seconds = time.monotonic() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"seconds": seconds, "cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss / 1024}))


def tipcite(given: dict[str, Any]) -> None:
    from tipcite.links import Services, Target, check_links
    from tipcite.net import NetSettings, parse_resolve

    settings = NetSettings(resolve=(parse_resolve(f"*:80:127.0.0.1:{given['port']}"),), interval=given["interval"])
    targets = [Target(value=address) for address in given["addresses"]]
    report = check_links(targets, settings, Services(), now=lambda: datetime.now(UTC), on_batch=lambda _: None)
    assert len(report.retrievals) == len(targets)
    assert all(found.status == 200 for found in report.retrievals)


async def bare(library: str, port: int, addresses: list[str]) -> None:
    """Ask for every host's addresses, two at once, with a client of its own."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        _, _, host, path = address.split("/", 3)
        hosts[host].append(path)
    context = ssl.create_default_context()
    ask = with_aiohttp if library == "aiohttp" else with_httpx
    await asyncio.gather(*(ask(library, context, host, port, paths) for host, paths in hosts.items()))


async def with_httpx(library: str, context: ssl.SSLContext, host: str, port: int, paths: list[str]) -> None:
    client = __import__(library).AsyncClient(verify=context, trust_env=False)

    async def some(rest: list[str]) -> None:
        for path in rest:
            answer = await client.get(f"http://127.0.0.1:{port}/{path}", headers={"Host": host})
            assert answer.status_code == 200

    async with client:
        await asyncio.gather(some(paths[::2]), some(paths[1::2]))


async def with_aiohttp(_: str, context: ssl.SSLContext, host: str, port: int, paths: list[str]) -> None:
    import aiohttp

    async def some(session: Any, rest: list[str]) -> None:
        for path in rest:
            async with session.get(f"http://127.0.0.1:{port}/{path}", headers={"Host": host}) as answer:
                await answer.read()
                assert answer.status == 200

    connector = aiohttp.TCPConnector(ssl=context, limit=2)
    async with aiohttp.ClientSession(connector=connector) as session:
        await asyncio.gather(some(session, paths[::2]), some(session, paths[1::2]))


if __name__ == "__main__":
    main()
