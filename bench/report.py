"""Write the tables of docs/bench.md and docs/bench-csl.svg from figures of `csl.py --json`: `report.py FIGURES`."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any, Final

from picture import Chart, Line, draw

DOCS: Final = Path(__file__).resolve().parents[1] / "docs"
TITLES: Final = {
    "tipcite": "tipcite",
    "citeproc-py": "citeproc-py (PyPI)",
    "citeproc-js": "citeproc-js (npm `citeproc`)",
    "pandoc": "pandoc (PyPI `pypandoc_binary`)",
    "typst": "Typst (PyPI `typst`: Hayagriva)",
}
_BLOCK: Final = re.compile(r"(<!-- figures -->\n).*?(<!-- end of figures -->)", re.DOTALL)


def main() -> int:
    figures = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    page = DOCS / "bench.md"
    block = f"<!-- figures -->\n{tables(figures)}<!-- end of figures -->"
    text, found = _BLOCK.subn(lambda _: block, page.read_text(encoding="utf-8"))
    if not found:
        print(f"{page} has no place for the figures: <!-- figures --> … <!-- end of figures -->", file=sys.stderr)
        return 1
    page.write_text(text, encoding="utf-8")
    (DOCS / "bench-csl.svg").write_text(picture(figures["engines"]), encoding="utf-8")
    return 0


def tables(figures: dict[str, Any]) -> str:
    """Return the table of CPU time, and that of growth, memory and year suffixes."""
    engines = figures["engines"]
    sizes = [run["items"] for run in engines[0]["runs"]]
    head = ["CPU seconds (times tipcite)", *(f"{size:,} items" for size in sizes)]
    rows = [[TITLES[one["name"]], *(cpu(one, engines[0], size) for size in sizes)] for one in engines]
    few, many = sizes[-1] // 10, sizes[-1]
    head2 = ["", f"{many:,} items : {few:,}", f"MiB, {few:,} items", f"MiB, {many:,} items", f"year suffixes, {few:,}"]
    rows2 = [
        [TITLES[one["name"]], growth(one, few, many), memory(one, few), memory(one, many), suffixes(one, few)]
        for one in engines
    ]
    versions = ", ".join(f"{one['name']} {one['version']}" for one in engines)
    limit = f"A run was stopped after {figures['limit']} CPU seconds."
    return f"\n{grid(head, rows)}\n{grid(head2, rows2)}\n{figures['machine']}. {versions}. {limit}\n\n"


def grid(head: list[str], rows: list[list[str]]) -> str:
    """Return a table in Markdown, figures to the right."""
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def run_of(engine: dict[str, Any], size: int) -> dict[str, Any] | None:
    return next((run for run in engine["runs"] if run["items"] == size), None)


def cpu(engine: dict[str, Any], base: dict[str, Any], size: int) -> str:
    run, own = run_of(engine, size), run_of(base, size)
    if run is None or own is None:
        return "not run"
    times = run["cpu"] / own["cpu"]
    if run["stopped"]:
        return f"stopped at {run['cpu']:.0f} (> {times:.0f}×)"
    return f"{run['cpu']:.2f}" if engine is base else f"{run['cpu']:.2f} ({times:.1f}×)"


def growth(engine: dict[str, Any], few: int, many: int) -> str:
    first, last = run_of(engine, few), run_of(engine, many)
    if first is None or last is None:
        return "–"
    sign = "> " if last["stopped"] else ""
    return f"{sign}{last['cpu'] / first['cpu']:.1f}"


def memory(engine: dict[str, Any], size: int) -> str:
    run = run_of(engine, size)
    return "–" if run is None or run["stopped"] else f"{run['memory']:.0f}"


def suffixes(engine: dict[str, Any], size: int) -> str:
    run = run_of(engine, size)
    return "–" if run is None or run["stopped"] else f"{run['right']} of {run['wanted']}"


def picture(engines: list[dict[str, Any]]) -> str:
    """Draw CPU time and peak memory over the number of items."""
    charts = [
        Chart(title="CPU time", across="items", up="seconds", lines=tuple(line(one, "cpu") for one in engines)),
        Chart(title="Peak memory", across="items", up="MiB", lines=tuple(line(one, "memory") for one in engines)),
    ]
    return draw(charts, "CPU time and peak memory of five citation engines over 100 to 10,000 items")


def line(engine: dict[str, Any], figure: str) -> Line:
    points = tuple((run["items"], run[figure]) for run in engine["runs"] if not run["stopped"])
    stopped = [run for run in engine["runs"] if run["stopped"]] if figure == "cpu" else []
    beyond = (stopped[0]["items"], stopped[0]["cpu"]) if stopped else None
    return Line(name=engine["name"] + (" (stopped)" if beyond else ""), points=points, beyond=beyond)


if __name__ == "__main__":
    sys.exit(main())
