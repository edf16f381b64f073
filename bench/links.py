"""Checking many links on a loopback web: time against the limit that politeness sets, CPU against bare loops, memory.

Every check and every loop is a process of its own; the web (`tests/web/load.py`) is another, whose CPU time is not
counted. The limit: a host is asked every 0.2 seconds and answers after 0.05, so a host with n links takes
(n - 1) × 0.2 + 0.05 seconds, whatever the order of the links. Bare loops ask for the same addresses as fast as the web
answers, with a client a host and two requests at once, one `SSLContext` for all, and look at nothing. Peers that are
not installed are left out: PyPI `httpx`, `aiohttp`. The exit code is 1 when a limit of this page is not kept.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent
WORKER: Final = HERE / "links_worker.py"
SERVER: Final = HERE.parent / "tests" / "web" / "load.py"
HOSTS: Final = 50
INTERVAL: Final = 0.2
LATENCY: Final = 0.05

MOST_TIME: Final = 1.15
MOST_CPU: Final = 1.8
MOST_MEMORY: Final = 100.0
MOST_MEMORY_HOSTILE: Final = 80.0
MOST_READ: Final = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """The web that runs."""

    port: int

    def told(self, path: str = "/counts") -> dict[str, Any]:
        """Ask what the hosts were asked."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers={"Host": "control.test"})
        with urllib.request.urlopen(request) as answer:
            told: dict[str, Any] = json.load(answer)
        return told


def main() -> int:
    options = parse_arguments()
    faults: list[str] = []
    with running(LATENCY) as web:
        for size in options.sizes:
            measure_orders(web, size, faults)
        measure_cpu(web, options.cpu, faults)
    with running(0.0) as web:
        measure_hostile(web, faults)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=(1000, 10_000), metavar="N", help="links (%(default)s)")
    parser.add_argument("--cpu", type=int, default=5000, metavar="N", help="links of the CPU comparison (%(default)s)")
    return parser.parse_args()


@contextmanager
def running(latency: float) -> Iterator[Web]:
    with tempfile.TemporaryDirectory() as folder:
        port_file = Path(folder) / "port.json"
        command = [sys.executable, str(SERVER), "--port-file", str(port_file), "--latency", str(latency)]
        process = subprocess.Popen(command)
        try:
            while not port_file.exists():
                time.sleep(0.02)
            yield Web(port=json.loads(port_file.read_text())["http"])
        finally:
            process.terminate()
            process.wait()


def work(what: str, web: Web, addresses: list[str], interval: float = INTERVAL) -> dict[str, float]:
    """Run a worker to its end; return its figures."""
    web.told("/forget")
    given = json.dumps({"what": what, "port": web.port, "addresses": addresses, "interval": interval})
    done = subprocess.run([sys.executable, str(WORKER)], input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{what} failed:\n{done.stderr[-2000:]}")
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def measure_orders(web: Web, size: int, faults: list[str]) -> None:
    limit = (size / HOSTS - 1) * INTERVAL + LATENCY
    print(f"\n{size:,} links, {HOSTS} hosts, limit {limit:.2f} s")
    print(f"{'order':<14}{'s':>8}{'of limit':>10}{'CPU s':>8}{'MiB':>6}{'at once':>9}{'least gap':>11}")
    for name, addresses in orders(size).items():
        figures = work("tipcite", web, addresses)
        told = web.told()
        ratio = figures["seconds"] / limit
        print(
            f"{name:<14}{figures['seconds']:>8.2f}{ratio:>10.3f}{figures['cpu']:>8.2f}{figures['memory']:>6.0f}"
            f"{told['most_at_once']:>9}{told['least_gap'] * 1000:>8.0f} ms",
            flush=True,
        )
        if ratio > MOST_TIME or figures["memory"] > MOST_MEMORY or told["most_at_once"] > 2:
            faults.append(f"{size} links, {name}: a limit was passed")


def orders(size: int) -> dict[str, list[str]]:
    robin = [f"http://h{number % HOSTS}.test/{number // HOSTS}" for number in range(size)]
    return {
        "round robin": robin,
        "by host": sorted(robin),
        "random": random.Random(5).sample(robin, len(robin)),
    }


def measure_cpu(web: Web, size: int, faults: list[str]) -> None:
    """Compare CPU seconds of whole processes, the least of three rounds in turns; politeness is off."""
    addresses = orders(size)["round robin"]
    names = ["tipcite", "httpx2", *(name for name in ("httpx", "aiohttp") if find_spec(name))]
    best: dict[str, float] = {}
    for _ in range(3):
        for name in names:
            cpu = work(name, web, addresses, 0.0)["cpu"]
            best[name] = min(best.get(name, cpu), cpu)
    print(f"\n{size:,} links as fast as they come{'CPU s':>12}{'tipcite takes':>16}")
    for name in names:
        print(f"{name:<34}{best[name]:>12.2f}{best['tipcite'] / best[name]:>15.2f}×")
    ratios = {name: best["tipcite"] / best[name] for name in ("httpx2", "httpx") if name in best}
    faults += [f"CPU: {ratio:.2f} times a bare loop of {name}" for name, ratio in ratios.items() if ratio > MOST_CPU]


def measure_hostile(web: Web, faults: list[str]) -> None:
    """Ask for bodies without end."""
    print(f"\n{'body':<14}{'s':>8}{'MiB':>6}{'bytes sent':>14}")
    for path in ("stream", "bomb", "drip"):
        figures = work("tipcite", web, [f"http://h1.test/{path}"])
        sent = web.told()["sent"].get(f"/{path}", 0)
        print(f"{path:<14}{figures['seconds']:>8.2f}{figures['memory']:>6.0f}{sent:>14,}")
        if sent > MOST_READ or figures["memory"] > MOST_MEMORY_HOSTILE:
            faults.append(f"{path}: a limit was passed")


if __name__ == "__main__":
    sys.exit(main())
