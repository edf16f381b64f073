"""Show the main job on the references of a real article, in a temporary folder and against a web of its own.

The web is the tests' loopback server: it stands in for the sites and for doi.org, so nothing leaves this machine.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
COLOR = sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def main() -> int:
    """Run the demonstration; 0 when every step ended as it should."""
    with tempfile.TemporaryDirectory(prefix="tipcite-demo-") as temporary, web(Path(temporary)) as network:
        folder = Path(temporary) / "article"
        folder.mkdir()
        shutil.copy(ROOT / "refs" / "references.txt", folder)
        tour(Demo(folder), network)
    return 0


def tour(demo: Demo, network: list[str]) -> None:
    """Go through the main job."""
    demo.title("Three references as they stand in a published article, faults included")
    demo.shell("cat references.txt")
    demo.title("Stored: what could be mended is mended, what is wrong is named")
    demo("init")
    demo("import", "references.txt", code=3)
    demo("list")
    demo("search", "人口")
    demo.title("Cited and listed, every entry by its own language, Chinese first by strokes")
    demo("cite", "meiguo2021renkou")
    demo("cite", "hogan2020lgbtq")
    demo("format", "--style", "tw-author-year")
    demo("format", "--style", "apa-zh-tw", "--headings")
    demo.title("For LaTeX and for the web")
    demo("export", "hogan2020lgbtq", "meiguo2021renkou", "--to", "bib")
    demo("format", "meiguo2021renkou", "--to", "html")
    demo.title("Do the links still lead there? (asked of a web on this machine; a refusal is no death)")
    demo("set", "meiguo2021renkou", "accessed=")
    demo("check", "--record", "--today", "2026-11-22", hidden=network)
    demo("show", "meiguo2021renkou")
    demo.title("Nothing is lost by a mistake")
    demo("rm", "meiguo2021renkou")
    demo("undo")
    demo("log")


class Demo:
    """Runs `tipcite` in a folder and shows each call as a terminal does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def title(self, text: str) -> None:
        """Say what comes next."""
        say(f"\n\x1b[1;36m── {text}\x1b[0m" if COLOR else f"\n── {text}")

    def shell(self, line: str) -> None:
        """Run a line of shell."""
        self._shown(line)
        self._ended(subprocess.run(["sh", "-c", line], cwd=self.folder, check=False), 0)

    def __call__(self, *arguments: str, code: int = 0, hidden: list[str] | None = None) -> None:
        """Run `tipcite`; `hidden` options lead the network to the loopback web and are not shown."""
        self._shown(shlex.join(["tipcite", *arguments]))
        command = [sys.executable, "-m", "tipcite", *arguments, *(hidden or [])]
        self._ended(subprocess.run(command, cwd=self.folder, check=False), code)

    def _shown(self, line: str) -> None:
        say(f"\n\x1b[32m$\x1b[0m \x1b[1m{line}\x1b[0m" if COLOR else f"\n$ {line}")

    def _ended(self, done: subprocess.CompletedProcess[bytes], code: int) -> None:
        if done.returncode != code:
            raise SystemExit(f"the last command ended with {done.returncode}, not with {code}")


@contextmanager
def web(folder: Path) -> Iterator[list[str]]:
    """Start the loopback web; yield the options that lead `tipcite` to it."""
    with started_web(folder) as about:
        rules = [part for rule in about["resolve"] for part in ("--resolve", rule)]
        yield [*rules, "--ca-file", about["ca_file"]]


@contextmanager
def started_web(folder: Path) -> Iterator[dict[str, Any]]:
    """Start the loopback web; yield what it says of itself: rules for `--resolve`, and its authority's certificate."""
    ports = folder / "ports.json"
    server = subprocess.Popen([sys.executable, str(ROOT / "tests" / "web" / "server.py"), "--port-file", str(ports)])
    try:
        deadline = time.monotonic() + 30
        while not ports.exists():
            if server.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("the loopback web did not start")
            time.sleep(0.05)
        yield json.loads(ports.read_text(encoding="utf-8"))
    finally:
        server.terminate()
        server.wait()


def say(text: str) -> None:
    """Print at once, for the commands print on the same terminal."""
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
