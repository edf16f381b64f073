"""What it costs to import a large .bib file, as a ratio to bibtexparser's own parse of it, in one run.

The import is the whole command as its user calls it: Python's start, the names and the LaTeX of every entry, keys,
duplicates, the search index, the history and the mirror, in a new library. The measure is
`bibtexparser.parse_string(text)`, without Python's start and with the middleware that it has by default. Both are
processes, take turns, and count in CPU time; the shortest of the rounds counts. RIS and CSL-JSON of the same items
are imported at two sizes: four times the items should take four times the work, the start apart.

`bench/importing.py [FILE.bib]` measures a file of one's own.
"""

from __future__ import annotations

import compileall
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from items import FAMILIES, GIVEN, HAN_FAMILIES, HAN_GIVEN

ROOT = Path(__file__).resolve().parents[1]
NUMBER = 10_000
ROUNDS = 5
LIMIT = 4.0
PARSE = """
import sys, time, bibtexparser
text = open(sys.argv[1], encoding="utf-8").read()
start = time.process_time()
bibtexparser.parse_string(text)
print(time.process_time() - start)
"""
WORDS = """security deterrence trade democracy resilience disinformation maritime trafficking corruption judicial
reform labour migration alliance sanction governance policing opinion investment cyber data privacy energy climate of
in and for the toward evidence from""".split()
HAN_WORDS = "臺灣 美國 關係 法治 犯罪 防制 跨境 執法 合作 司法 改革 人口 販運 資訊 安全 民主 選舉 能源".split()
JOURNALS = ["Asian Survey", "Policing \\& Society", "{T}he {C}hina {Q}uarterly", "Crime, Law and Social Change"]
HAN_JOURNALS = ["問題與研究", "臺灣民主季刊", "中央警察大學學報", "刑事政策與犯罪研究論文集"]
ACCENTS = ['M{\\"u}ller, J{\\"o}rg', "N{\\'u}{\\~n}ez, Sof{\\'\\i}a", "{\\v S}imi{\\'c}, Ana", "van der Berg, Jan"]


def main() -> int:
    compileall.compile_dir(ROOT / "src", quiet=1)
    compileall.compile_dir(Path(sys.prefix) / "lib", quiet=2)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bib = Path(sys.argv[1]).resolve() if sys.argv[1:] else folder / "many.bib"
        if not sys.argv[1:]:
            bib.write_text("\n".join(entries(NUMBER)), encoding="utf-8")
        rounds = [(parsing(bib), importing(folder, bib)) for _ in range(ROUNDS)]
        parse, whole = (min(times) for times in zip(*rounds, strict=True))
        print(f"bibtexparser.parse_string      {parse:6.2f} s CPU   1.00")
        print(f"tipcite import, whole command  {whole:6.2f} s CPU   {whole / parse:.2f}  (limit {LIMIT})")
        for form in ("ris", "csl-json"):
            print(growth(folder, form))
    return whole / parse > LIMIT


def entries(number: int) -> Iterator[str]:
    """Write entries of which a third are Chinese, half of the others with LaTeX in them."""
    rng = random.Random(7)
    for at in range(number):
        chinese, accents = at % 3 == 0, at % 2 == 0
        people = [
            f"{rng.choice(HAN_FAMILIES)}, {rng.choice(HAN_GIVEN)}"
            if chinese
            else rng.choice(ACCENTS if accents else [f"{rng.choice(FAMILIES)}, {rng.choice(GIVEN)}"])
            for _ in range(rng.randint(1, 4))
        ]
        title = "".join(rng.choices(HAN_WORDS, k=8)) if chinese else " ".join(rng.choices(WORDS, k=10)) + " in {Taiwan}"
        first = rng.randint(1, 900)
        yield f"""@article{{key{at:05},
  author = {{{" and ".join(people)}}},
  title = {{{title} {at}}},
  journal = {{{rng.choice(HAN_JOURNALS if chinese else JOURNALS)}}},
  year = {{{rng.randint(1990, 2025)}}},
  volume = {{{rng.randint(1, 90)}}},
  number = {{{rng.randint(1, 12)}}},
  pages = {{{first}--{first + 20}}},
  doi = {{10.{rng.randint(1000, 9999)}/j.{at}}},
  url = {{https://example.org/articles/{at}}},
  urldate = {{2024-05-{rng.randint(1, 28):02}}},
  abstract = {{{" ".join(rng.choices(HAN_WORDS if chinese else WORDS, k=40))}.}},
}}
"""


def parsing(bib: Path) -> float:
    """Return the CPU seconds of bibtexparser's parse."""
    done = subprocess.run([sys.executable, "-c", PARSE, bib], check=True, capture_output=True, text=True)
    return float(done.stdout)


def importing(folder: Path, file: Path) -> float:
    """Return the CPU seconds of importing a file into a new library."""
    article = Path(tempfile.mkdtemp(dir=folder))
    tipcite = [sys.executable, "-m", "tipcite"]
    subprocess.run([*tipcite, "init", "."], cwd=article, check=True, capture_output=True)
    child = subprocess.Popen(
        [*tipcite, "import", "-q", file], cwd=article, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 3):
        raise SystemExit(f"the import of {file} ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime


def growth(folder: Path, form: str) -> str:
    """Say what four times the items of another format cost."""
    times = []
    for number in (0, NUMBER // 4, NUMBER):
        bib, out = folder / "part.bib", folder / f"part-{number}.{form}"
        bib.write_text("\n".join(entries(max(number, 1))), encoding="utf-8")
        command = [sys.executable, "-m", "tipcite", "convert", bib, "--to", form, "-o", out]
        subprocess.run(command, check=True, capture_output=True)
        times.append(min(importing(folder, out) for _ in range(3)))
    start, quarter, whole = times
    return f"{form:<9} {NUMBER} items: {whole:6.2f} s CPU, {(whole - start) / (quarter - start):.2f} times a quarter's"


if __name__ == "__main__":
    sys.exit(main())
