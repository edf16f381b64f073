"""The engine and its peers: how each is run on a list of items, and how its cites are read from what it printed."""

from __future__ import annotations

import html
import importlib.metadata
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tipcite.resources import locales_folder

Items = list[dict[str, object]]

PEERS: Final = Path(__file__).resolve().parent / "peers"
_TYPST: Final = "import sys, typst; sys.stdout.buffer.write(typst.compile(sys.argv[1], format='html'))"
_TAG: Final = re.compile(r"<[^>]+>")
_ENTRY: Final = re.compile(r'<div id="ref-([^"]+)"[^>]*>(.*?)</div>', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Items to cite once each, in a folder with all that an engine reads."""

    folder: Path
    items: Items
    source: Path
    style: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """One processor: `prepare` writes what it reads and returns its command."""

    name: str
    version: str
    prepare: Callable[[Job], list[str]]
    cite: str
    """A regular expression for one cite in its output."""

    def cites(self, output: str) -> list[str]:
        """Return all cites of an output as text, in the order of the items."""
        return [_text(match[1]) for match in re.finditer(self.cite, output, re.MULTILINE | re.DOTALL)]


def installed() -> Iterator[Engine]:
    """Yield the engines that are here."""
    line = r"^(\([^\n]*\))$"
    yield Engine(name="tipcite", version=_version("tipcite"), prepare=_tipcite, cite=line)
    yield Engine(name="citeproc-py", version=_version("citeproc-py"), prepare=_citeproc_py, cite=line)
    modules = os.environ.get("TIPCITE_NODE_MODULES")
    if shutil.which("node") and modules:
        package = json.loads((Path(modules) / "citeproc" / "package.json").read_text(encoding="utf-8"))
        yield Engine(name="citeproc-js", version=package["version"], prepare=_citeproc_js, cite=line)
    if pandoc := _pandoc():
        version = subprocess.run([pandoc, "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
        cite = r'<span class="citation"[^>]*>(.*?)</span>'
        yield Engine(name="pandoc", version=version, prepare=_run_pandoc, cite=cite)
    if importlib.util.find_spec("typst"):
        cite = r'<a [^>]*role="doc-biblioref"[^>]*>(.*?)</a>'
        yield Engine(name="typst", version=_version("typst"), prepare=_typst, cite=cite)


def entries(output: str) -> dict[str, str]:
    """Return the entries of a list that says whose each is, in its order; {} for any other."""
    return {html.unescape(key): _text(entry) for key, entry in _ENTRY.findall(output)}


def job(folder: Path, items: Items, style: Path) -> Job:
    """Write the items where the engines find them."""
    folder.mkdir()
    source = folder / "items.json"
    source.write_text(json.dumps(items, ensure_ascii=False), encoding="utf-8")
    return Job(folder=folder, items=items, source=source, style=style)


def _tipcite(job: Job) -> list[str]:
    return [sys.executable, str(PEERS / "run_tipcite.py"), str(job.source), str(job.style)]


def _citeproc_py(job: Job) -> list[str]:
    return [sys.executable, str(PEERS / "run_citeproc_py.py"), str(job.source), str(job.style)]


def _citeproc_js(job: Job) -> list[str]:
    return ["node", str(PEERS / "run_citeproc_js.js"), str(job.source), str(job.style), str(locales_folder())]


def _run_pandoc(job: Job) -> list[str]:
    document = job.folder / "document.md"
    document.write_text("\n\n".join(f"[@{item['id']}]" for item in job.items), encoding="utf-8")
    program = _pandoc() or "pandoc"
    options = ["--citeproc", f"--bibliography={job.source}", f"--csl={job.style}", "--to=html", "--wrap=none"]
    return [program, *options, str(document)]


def _typst(job: Job) -> list[str]:
    """Write a document and its .bib; a paragraph a citation, as neighbours would be drawn together."""
    bib, document = job.folder / "items.bib", job.folder / "document.typ"
    convert = [sys.executable, "-m", "tipcite", "convert", str(job.source), "--to", "bib", "-o", str(bib), "--force"]
    subprocess.run(convert, check=True, capture_output=True)
    shutil.copy(job.style, job.folder / "style.csl")
    cites = "\n\n".join(f"#cite(<{item['id']}>)" for item in job.items)
    document.write_text(f'{cites}\n\n#bibliography("items.bib", style: "style.csl")\n', encoding="utf-8")
    return [sys.executable, "-c", _TYPST, str(document)]


def _pandoc() -> str | None:
    if importlib.util.find_spec("pypandoc") is None:
        return shutil.which("pandoc")
    import pypandoc

    return str(pypandoc.get_pandoc_path())


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _text(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup))
