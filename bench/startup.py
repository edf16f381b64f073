"""How long the program takes to start, as a ratio to a minimal Click program's `--help`, in one run.

CPU time of child processes, the median of several rounds in which the programs take turns; everything is
byte-compiled first.
"""

from __future__ import annotations

import compileall
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MINIMAL = "import click\n@click.command()\ndef main():\n    pass\nmain()\n"
LIMIT = 2.5
ROUNDS = 15


def main() -> int:
    compileall.compile_dir(ROOT / "src", quiet=1)
    compileall.compile_dir(Path(sys.prefix) / "lib", quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        times = measure(prepare(Path(folder)), Path(folder))
    base = times.pop("minimal click --help")
    print(f"{'minimal click --help':<28} {base * 1000:7.1f} ms CPU   1.00")
    worst = 0.0
    for name, seconds in times.items():
        print(f"{name:<28} {seconds * 1000:7.1f} ms CPU   {seconds / base:.2f}")
        if not name.startswith("the card"):
            worst = max(worst, seconds / base)
    print(f"worst of tipcite: {worst:.2f} (limit {LIMIT})")
    return worst > LIMIT


def prepare(folder: Path) -> dict[str, list[str]]:
    """Make a library of 1,000 items and the minimal program; return the command lines to compare."""
    (folder / "minimal.py").write_text(MINIMAL, encoding="utf-8")
    items = [
        {
            "id": f"wang{year}renkou{number}",
            "type": "article-journal",
            "title": f"人口販運防制之研究 {number}" if number % 2 else f"Human trafficking, a study {number}",
            "author": [{"family": "王", "given": "寬弘"}, {"family": "Hogan", "given": "Kimberly A."}],
            "issued": {"date-parts": [[year]]},
            "container-title": "Journal of Human Trafficking",
        }
        for number in range(1000)
        for year in [1990 + number % 35]
    ]
    (folder / "items.json").write_text(json.dumps(items, ensure_ascii=False), encoding="utf-8")
    tipcite = [sys.executable, "-m", "tipcite"]
    subprocess.run([*tipcite, "init", "."], cwd=folder, check=True, capture_output=True)
    subprocess.run([*tipcite, "import", "items.json"], cwd=folder, check=True, capture_output=True)
    card = "import bibtexparser, citeproc, click, httpx, sqlite_utils"
    return {
        "minimal click --help": [sys.executable, "minimal.py", "--help"],
        "tipcite --help": [*tipcite, "--help"],
        "tipcite list (1,000 items)": [*tipcite, "list"],
        "the card's packages imported": [sys.executable, "-W", "ignore", "-c", card],
    }


def measure(commands: dict[str, list[str]], folder: Path) -> dict[str, float]:
    """Run the commands in turns; return the median CPU time of each."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return {name: statistics.median(values) for name, values in times.items()}


if __name__ == "__main__":
    sys.exit(main())
