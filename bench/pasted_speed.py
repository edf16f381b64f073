"""How many pasted references are read a second, beside one compiled regular expression over the same lines.

Two kinds of lines: what our own styles print for made items, English and Chinese, and the lists of the tests, which
people typed in all the ways they do (`tests/formats/reftext/lists`). Two measures take turns with the grammar, in CPU
time, the shortest of several rounds counts: `fields`, one expression of seven alternatives with a named group for each
field, which is a script of a long afternoon; and `marks`, one that only cuts at separators. How many titles `fields`
takes as the grammar does is told, for an expression that takes nothing is fast.
"""

from __future__ import annotations

import re
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from items import generate

NUMBER: Final = 600
ROUNDS: Final = 5
LEAST: Final = 0.1
STYLES: Final = ("tw-author-year", "apa-zh-tw", "gb-t-7714-2015-numeric", "chicago-author-date-zh", "mla-zh")
LISTS: Final = Path(__file__).resolve().parents[1] / "tests" / "formats" / "reftext" / "lists"

MARKS: Final = re.compile(r"[,，.。:：;；、()（）\[\]［］〈〉《》“”「」]\s*")

# Names and title; `…` stands for what follows, the group of a title is `title` and a number.
_YEAR: Final = r"(?:1[5-9]|20)\d\d"
_FORMS: Final = (
    r"(?P<author#>[^.\n]+)\.\s(?P<title#>.+?)\[[A-Z]+(?:/OL)?\]…",
    rf"(?P<author#>[^，。：（《〈\n]+)(?:，(?P<year#>{_YEAR})[a-z]?，|。{_YEAR}[a-z]?。|[：。])\s?[〈《](?P<title#>[^〉》\n]+)[〉》]…",
    rf"(?P<author#>[^（《〈\n]+)（(?P<year#>{_YEAR})[a-z]?）。(?P<title#>[^。\n]+)。…",
    rf"(?P<author#>[^(\n]+?)\s\((?P<year#>{_YEAR})[a-z]?\)\.\s(?P<title#>.+?)\.\s…",
    rf"(?P<author#>[^“\n]+?)\.?\s(?:(?P<year#>{_YEAR})[a-z]?\.\s)?“(?P<title#>[^”\n]+)”…",
    rf"(?P<author#>.+?)\.\s(?P<year#>{_YEAR})[a-z]?\.\s(?P<title#>.+?)\.\s…",
    r"(?P<author#>.+?)(?<!\s[A-Z])\.\s(?P<title#>[^.\n]+?)\.\s…",
)
_BEHIND: Final = (
    r"(?:[^《\d\n]{0,8}《(?P<marked#>[^》\n]+)》|(?P<container#>[^\d,，.。\n]+))?[^\d\n]*"
    r"(?P<volume#>\d+)?\s?(?:[(（](?P<issue#>\d+)[)）])?[^\d\n]{0,8}(?P<page#>\d+[-–]\d+)?.*"
)
FIELDS: Final = re.compile(
    r"(?:\[\d+\]\s)?(?:"
    + "|".join(form.replace("…", _BEHIND).replace("#", str(number)) for number, form in enumerate(_FORMS))
    + ")"
)


def main() -> int:
    for name, lines in (("printed", printed_lines()), ("typed", typed_lines())):
        readers: dict[str, Callable[[str], object]] = {
            "grammar": _grammar(),
            "fields": FIELDS.fullmatch,
            "marks": MARKS.split,
        }
        seconds = in_turns(readers, lines)
        print(f"{len(lines)} {name} lines")
        for reader, spent in seconds.items():
            each = spent / len(lines)
            print(f"  {reader:<8} {1 / each:10,.0f} references a second, {each * 1e6:7.1f} µs each")
        share = seconds["fields"] / seconds["grammar"]
        verdict = f" (aim: {LEAST}, {'reached' if share >= LEAST else 'not reached'})" if name == "printed" else ""
        print(f"  the grammar reads {share:.3f} of what one expression does{verdict}")
        if name == "printed":
            each = list_seconds(lines) / len(lines)
            print(f"  cut from a list {1 / each:10,.0f} references a second, {each * 1e6:7.1f} µs each")
        print(f"  the expression takes {same_titles(lines):.0%} of the titles as the grammar does")
    return 0


def printed_lines() -> list[str]:
    """Print made items in our own styles, one entry a line."""
    from tipcite.model import item_from_csl
    from tipcite.render import Renderer
    from tipcite.resources import load_locale, load_parent, load_style

    items = [item_from_csl(item) for item in generate(NUMBER // len(STYLES))]
    lines: list[str] = []
    for style in STYLES:
        renderer = Renderer(load_style(style), items, load_locale=load_locale, load_parent=load_parent)
        lines += [line for line in renderer.references(to="text").splitlines() if line.strip()]
    return lines


def typed_lines() -> list[str]:
    """Take the references of the tests' lists that stand on one line."""
    lines: list[str] = []
    for file in sorted(LISTS.glob("*.toml")):
        references = tomllib.loads(file.read_text(encoding="utf-8"))["reference"]
        lines.extend(reference["text"] for reference in references if "\n" not in reference["text"])
    return lines


def list_seconds(lines: Sequence[str]) -> float:
    """Read the lines as lists, one a style, pasted whole: each has to be cut into its entries first."""
    from tipcite.formats.reftext import parse_reference_list

    size = NUMBER // len(STYLES)
    lists = ["\n".join(lines[begin : begin + size]) for begin in range(0, len(lines), size)]
    return in_turns({"list": parse_reference_list}, lists)["list"]


def same_titles(lines: Sequence[str]) -> float:
    """Answer how many titles `FIELDS` takes as the grammar does."""
    read = _grammar()
    same = 0
    for line in lines:
        match, item = FIELDS.fullmatch(line), read(line).item  # type: ignore[attr-defined]
        found = match.groupdict() if match else {}
        title = next((found[f"title{number}"] for number in range(len(_FORMS)) if found.get(f"title{number}")), "")
        same += item is not None and title.strip(" .,，。") == item.title.strip(" .。")
    return same / len(lines)


def _grammar() -> Callable[[str], object]:
    from tipcite.formats.reftext import parse_reference

    return parse_reference


def in_turns(readers: dict[str, Callable[[str], object]], lines: Sequence[str]) -> dict[str, float]:
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(ROUNDS):
        for name, read in readers.items():
            start = time.process_time()
            for line in lines:
                read(line)
            best[name] = min(best[name], time.process_time() - start)
    return best


if __name__ == "__main__":
    sys.exit(main())
