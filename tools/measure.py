"""Print how the program does on the shared material: the CSL suite, Chinese and official styles, broken files.

The material is looked for at TIPCITE_SHARED (default: `../shared`); missing material is an error here, while
the tests pass without it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("TIPCITE_SHARED", ROOT.parent / "shared"))


def main() -> int:
    """Run the measures that are named, or all."""
    if not SHARED.is_dir():
        print(f"no shared material at {SHARED}; set TIPCITE_SHARED", file=sys.stderr)
        return 1
    chosen = sys.argv[1:] or list(MEASURES)
    for name in chosen:
        print(f"== {name}", flush=True)
        start = time.perf_counter()
        MEASURES[name]()
        print(f"   ({time.perf_counter() - start:.1f} s)", flush=True)
    return 0


def suite() -> None:
    """Run the official CSL test suite by its own protocol."""
    from tipcite.resources import locales_folder

    engine = f"{sys.executable} {ROOT / 'tests' / 'csl' / 'jobs.py'}"
    _run("csl/run_suite.py", engine, "--locales", str(locales_folder()))


def chinese_styles() -> None:
    """Compare with what citeproc-js renders for the Chinese CSL-M styles (every fifth style)."""
    from tipcite.resources import locales_folder

    engine = f"{sys.executable} {ROOT / 'tests' / 'csl' / 'jobs.py'}"
    _run("csl/run_zh.py", engine, "--locales", str(locales_folder()), "--every", os.environ.get("EVERY", "5"))


def official_styles() -> None:
    """Render items of every type in every official style and format; read the dependent styles with their parents."""
    _module("tests.csl.official")


def differential() -> None:
    """Compare with what citeproc-js (in the folder TIPCITE_NODE_MODULES) renders for 300 official styles."""
    _module("tests.csl.differential", "--styles", os.environ.get("STYLES", "300"))


def pairs() -> None:
    """Compare BibTeX and BibLaTeX sources with pandoc's CSL-JSON."""
    program = f"{sys.executable} -m tipcite"
    _run("import/run_pairs.py", f"{program} convert - --from {{flavour}} --to csl-json")


def broken_files() -> None:
    """Convert every broken .bib: which end with an answer, and how."""
    codes: Counter[int] = Counter()
    for file in sorted((SHARED / "import" / "nasty").glob("*.bib")):
        result = subprocess.run(
            [sys.executable, "-m", "tipcite", "convert", str(file), "--to", "csl-json"],
            capture_output=True, text=True, encoding="utf-8", check=False, timeout=60,
        )  # fmt: skip
        codes[result.returncode] += 1
        lines = result.stderr.strip().splitlines()
        if "Traceback" in result.stderr:
            print(f"   TRACEBACK {file.name}")
        if os.environ.get("VERBOSE"):
            number = len(json.loads(result.stdout)) if result.stdout.strip() else 0
            print(f"   {file.name:<28} exit {result.returncode}, {number} items; {lines[0][:120] if lines else ''}")
    print("   exit codes:", ", ".join(f"{code}: {number}" for code, number in sorted(codes.items())))


def links() -> None:
    """Check every site of our own small web, and compare the verdicts with what a reader would say."""
    subprocess.run([sys.executable, str(ROOT / "tests" / "web" / "measure.py")], check=False, cwd=ROOT)


def vectors() -> None:
    """Format, sort and split the cases of the guides; `pasted` reads them."""
    from tipcite.lang import pinyin_key, split_chinese_name, stroke_key

    data = json.loads((SHARED / "zh" / "vectors.json").read_text(encoding="utf-8"))
    keys: dict[str, Callable[[str], object]] = {"stroke": stroke_key, "pinyin-surname": pinyin_key}
    for case in data["sort"]:
        if case["key"] in keys:
            right = sorted(case["input"], key=keys[case["key"]]) == case["expected"]
            print(f"   sort {case['key']:<16} {'right' if right else 'WRONG'}")
    names = sum(split_chinese_name(one["literal"]) == (one["family"], one["given"]) for one in data["names"])
    print(f"   names split: {names} of {len(data['names'])}")
    _rendered_vectors(data["vectors"])


def pasted() -> None:
    """Read printed references back as pasted text: the guides' strings, and twelve styles chosen by a rule."""
    _script("pasted.py")


def pasted_check() -> None:
    """Do the same with twelve other styles, for which the grammar is not changed."""
    _script("pasted.py", "--check")


def _rendered_vectors(cases: list[dict[str, object]]) -> None:
    """Print how many entries of our own styles come out as the guides print them."""
    from tipcite.model import item_from_csl
    from tipcite.render import Renderer
    from tipcite.resources import load_locale, load_parent, load_style

    styles = {"tw-author-year": "tw-author-year", "apa7-zh-tw": "apa-zh-tw"}
    for source, name in styles.items():
        own = [case for case in cases if case["style"] == source and case["kind"] == "bib"]
        right = 0
        for case in own:
            renderer = Renderer(
                load_style(name), [item_from_csl(case["item"])],
                load_locale=load_locale, load_parent=load_parent,
            )  # fmt: skip
            text = renderer.references(to="text").strip()
            right += text == case["expected"]
            if text != case["expected"]:
                print(f"   {name}: {text}\n   {'guide':>{len(name)}}: {case['expected']}")
        print(f"   {name}: {right} of {len(own)} entries as printed")


def _run(script: str, *arguments: str) -> None:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, str(SHARED / script), *arguments], check=True, env=environment)


def _script(name: str, *arguments: str) -> None:
    environment = {**os.environ, "TIPCITE_SHARED": str(SHARED)}
    subprocess.run([sys.executable, str(ROOT / "bench" / name), *arguments], check=True, env=environment)


def _module(name: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", name, *arguments], check=True, cwd=ROOT)


MEASURES: dict[str, Callable[[], None]] = {
    "suite": suite,
    "chinese-styles": chinese_styles,
    "official-styles": official_styles,
    "differential": differential,
    "vectors": vectors,
    "broken-files": broken_files,
    "pairs": pairs,
    "pasted": pasted,
    "pasted-check": pasted_check,
    "links": links,
}

if __name__ == "__main__":
    sys.exit(main())
