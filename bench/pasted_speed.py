"""How many pasted references are read a second, beside one compiled regular expression over the same lines.

The lines are what our own styles print for made items, English and Chinese. Two measures take turns with the grammar,
in CPU time, the shortest of several rounds counts: `fields`, one expression with a named group for each field of the
usual forms, which reads what a script of an afternoon would; and `marks`, one that only cuts at separators.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Sequence
from typing import Final

from items import generate

NUMBER: Final = 600
ROUNDS: Final = 5
LEAST: Final = 0.1
STYLES: Final = ("tw-author-year", "apa-zh-tw", "gb-t-7714-2015-numeric", "chicago-author-date-zh", "mla-zh")

MARKS: Final = re.compile(r"[,，.。:：;；、()（）\[\]［］〈〉《》“”「」]\s*")
FIELDS: Final = re.compile(
    r"""^\s*(?:\[\d+\]|\d+[.、)])?\s*
    (?P<author>(?:[^\s,，.。:：(（〈《“「\[]+[\s,，.、&]*?){1,40}?)\s*
    (?:[,，.。]?\s*[(（]?(?P<year>(?:1[5-9]|20)\d\d)[a-z]?[)）]?[,，.。:：]*\s*|[.。:：,，]\s*)
    (?:[〈“「"](?P<part>[^〉”」"]+)[〉”」"]|(?P<title>.+?)(?=\[[A-Z]{1,2}(?:/OL)?\]|[.。]\s|[,，]\s?《|[,，.。]?$))
    (?:\[(?P<kind>[A-Z]{1,2})(?:/OL)?\])?[.,，。\s]*
    (?:(?://|In\s|載於)?\s*《?(?P<container>[^,，.。》]+)》?[,，.。\s]*)?
    (?P<volume>\d+)?\s*(?:[(（](?P<issue>\d+)[)）])?\s*[:：,，]?\s*(?:頁|pp?\.)?\s*(?P<page>\d+[-–—]\d+)?
    .*?(?P<url>https?://\S+)?\s*$""",
    re.VERBOSE,
)


def main() -> int:
    lines = made_lines()
    readers: dict[str, Callable[[str], object]] = {"grammar": _grammar(), "fields": FIELDS.match, "marks": MARKS.split}
    seconds = in_turns(readers, lines)
    for name, spent in seconds.items():
        print(f"{name:<8} {len(lines) / spent:10,.0f} references a second, {spent / len(lines) * 1e6:7.1f} µs each")
    share = seconds["fields"] / seconds["grammar"]
    verdict = "reached" if share >= LEAST else "not reached"
    print(f"the grammar reads {share:.3f} of what one expression with named groups does (aim: {LEAST}, {verdict})")
    return 0


def made_lines() -> list[str]:
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
