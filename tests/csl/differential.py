"""tipcite beside citeproc-js on the official styles: what is equal, to the character of citeproc-js's HTML.

`python -m tests.csl.differential [--styles N] [--seed N] [--items FILE] [--show N]` prints the rates and some
differences. citeproc-js (npm `citeproc`) is looked for in the folder that TIPCITE_NODE_MODULES names.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.csl import jobs

from tipcite.resources import installed_styles, locales_folder

HERE = Path(__file__).resolve().parent
ALL_TYPES = HERE / "all_types.json"
SEED = 20260101


@dataclass(frozen=True, slots=True)
class Difference:
    """One text that is not the same."""

    style: str
    key: str
    ours: str
    theirs: str


@dataclass(slots=True)
class Comparison:
    """How many texts were compared, and those that differ."""

    total: int = 0
    differences: list[Difference] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """The share of equal texts."""
        return 1 - len(self.differences) / self.total if self.total else 1.0


def independent_styles() -> list[Path]:
    """Return the official styles that hold templates of their own."""
    return sorted(style.path for style in installed_styles() if style.path.parent.name != "dependent")


def sample(number: int, seed: int = SEED) -> list[Path]:
    """Choose styles, the same for the same seed."""
    return sorted(random.Random(seed).sample(independent_styles(), number))


def citeproc_js() -> list[str] | None:
    """Return the command that starts citeproc-js, None where it is missing."""
    folder = os.environ.get("TIPCITE_NODE_MODULES", "")
    node = shutil.which("node")
    if node is None or not (Path(folder) / "citeproc").is_dir():
        return None
    return [node, str(HERE / "citeproc_js.js")]


def make_job(style: Path, material: dict[str, Any]) -> dict[str, Any]:
    """Make a document that cites and lists the material in a style; every cluster stands in a note of its own."""
    csl = style.read_text(encoding="utf-8")
    in_notes = 'class="note"' in csl
    citations = [
        {"citationID": f"c{number}", "citationItems": cluster, "properties": {"noteIndex": number if in_notes else 0}}
        for number, cluster in enumerate(material["citations"], start=1)
    ]
    return {
        "name": style.stem, "mode": "document", "csl": csl, "locales_dir": str(locales_folder()),
        "input": material["items"], "citations": citations,
    }  # fmt: skip


def answers(command: Sequence[str], work: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Let a process answer jobs."""
    environment = {**os.environ, "NODE_PATH": os.environ.get("TIPCITE_NODE_MODULES", "")}
    text = "".join(json.dumps(job, ensure_ascii=False) + "\n" for job in work)
    result = subprocess.run(
        command, input=text, capture_output=True, text=True, encoding="utf-8", env=environment, check=True
    )
    # Not splitlines(): texts may hold U+2028.
    yield from (json.loads(line) for line in result.stdout.split("\n") if line)


def compare(styles: Sequence[Path], material: dict[str, Any]) -> tuple[Comparison, Comparison]:
    """Return how entries and citations compare; an entry that is not in one of the lists differs too."""
    work = [make_job(style, material) for style in styles]
    theirs = list(answers(citeproc_js() or [], work))
    entries, citations = Comparison(), Comparison()
    for job, their in zip(work, theirs, strict=True):
        if "error" in their:
            continue
        ours = jobs.answer(job)
        _compare_lists(job, ours, their, entries)
        for number, text in enumerate(their["citations"]):
            own = ours["citations"][number] if "citations" in ours else ours["error"]
            citations.total += 1
            if own != text:
                citations.differences.append(Difference(job["name"], str(number), own, text))
    return entries, citations


def _compare_lists(job: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any], entries: Comparison) -> None:
    own = dict(zip(ours.get("entry_ids", ()), map(str.strip, ours.get("bibliography", ())), strict=True))
    keys, texts = theirs["entry_ids"], [text.strip() for text in theirs["bibliography"]]
    if len(keys) != len(texts):
        # It leaves out some entries without content, and does not say which: what is printed is looked for by its text.
        found = {text: key for key, text in own.items()}
        keys = [found.get(text, "") for text in texts]
    for key, text in zip(keys, texts, strict=True):
        mine = own.get(key, ours.get("error", ""))
        entries.total += 1
        if mine != text:
            entries.differences.append(Difference(job["name"], key, mine, text))


def main() -> int:
    """Print the rates and some differences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--styles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--items", type=Path, default=ALL_TYPES)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    if citeproc_js() is None:
        print("citeproc-js is missing: npm install citeproc, and name its node_modules in TIPCITE_NODE_MODULES")
        return 1
    material = json.loads(options.items.read_text(encoding="utf-8"))
    for name, found in zip(
        ("entries", "citations"), compare(sample(options.styles, options.seed), material), strict=True
    ):
        print(f"{name}: {found.total - len(found.differences)} of {found.total} equal ({found.rate:.2%})")
        for one in random.Random(1).sample(found.differences, min(options.show, len(found.differences))):
            print(f"  {one.style} {one.key}\n    - {one.ours}\n    + {one.theirs}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
