"""The program as its users run it: a process in an article's folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "refs" / "references.txt"


@dataclass(frozen=True)
class Ended:
    """How a call ended."""

    code: int
    out: str
    err: str

    def json(self):
        return json.loads(self.out)


class Article:
    """A folder in which `tipcite` runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *arguments: str, stdin: str | bytes | None = None, code: int | None = 0, **environment: str):
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-m", "tipcite", *arguments],
            cwd=self.folder, env=environ(self.folder) | environment, input=data if data is not None else b"",
            capture_output=True, timeout=120, check=False,
        )  # fmt: skip
        ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in ended.err, ended.err
        assert code is None or ended.code == code, (arguments, ended)
        return ended

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def mirrors(self) -> tuple[str, str]:
        return tuple((self.folder / "refs" / name).read_text("utf-8") for name in ("references.json", "checks.jsonl"))

    def items(self) -> list[dict]:
        return json.loads(self.mirrors()[0])


def environ(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "COVERAGE_PROCESS_START") if name in os.environ}
    return {**kept, "HOME": str(folder), "LANG": "C.UTF-8", "TZ": "UTC", "COLUMNS": "100"}


@pytest.fixture
def article(tmp_path) -> Article:
    """A folder with an empty library."""
    here = Article(tmp_path)
    here("init")
    return here


@pytest.fixture(scope="session")
def seeded(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("seeded")
    here = Article(folder)
    here("init")
    shutil.copy(SEED, folder / "references.txt")
    here("import", "references.txt", code=3)
    return folder


@pytest.fixture
def seed(seeded, tmp_path) -> Article:
    """A folder whose library holds the seed's three references."""
    folder = tmp_path / "article"
    shutil.copytree(seeded, folder)
    return Article(folder)
