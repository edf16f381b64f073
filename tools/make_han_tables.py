"""Make `tipcite.lang`'s `_stroke_data.py` and `_reading_data.py` from the two published lists.

Reads `zh/cns11643.tsv` (strokes, radical and zhuyin of CNS 11643) and `zh/han_pinyin_rank.txt` (Han characters
in the pinyin order of ICU 78) below the folder named by TIPCITE_SHARED. Run it as::

    TIPCITE_SHARED=… python tools/make_han_tables.py

The order tells no readings and CNS tells no frequencies, but together they tell which reading is the usual one:

1. every character offers the readings that CNS lists;
2. the longest chain of offers that never goes backwards along the order is the reading of each of its members;
3. the others (CNS lists only Taiwan's reading) take the reading of the members beside them;
4. a border between two syllables is moved to where the strokes begin anew.
"""

from __future__ import annotations

import base64
import os
import zlib
from bisect import bisect_right
from collections import defaultdict
from pathlib import Path
from typing import Final, NamedTuple

from zhuyin import SYLLABLES, pinyin_of

Toned = tuple[str, int]

ROOT: Final = Path(__file__).resolve().parents[1]
SHARED: Final = Path(os.environ.get("TIPCITE_SHARED", ROOT.parent / "shared"))
TARGET: Final = ROOT / "src" / "tipcite" / "lang"
FIRST, LAST = 0x3400, 0x9FFF

# Readings of the mainland that CNS 11643 does not list, for characters at the edge of two syllables in the order.
KNOWN: Final = {
    char: (reading[:-1], int(reading[-1]))
    for char, reading in (
        pair.split("=")
        for pair in """么=me5 麼=me5 干=gan4 危=wei1 夕=xi1 苦=ku3 削=xue1 蒯=kuai3 厂=chang3 广=guang3 宁=ning2
        儿=er2 杂=za2 拎=lin1 揣=chuai1 佣=yong1 嗲=dia3 晕=yun1 垃=la1 闹=nao4 佴=nai4 卜=bo5 驟=zhou4 瘙=sao4
        摑=guai1 掴=guai1
        誒=ei1 诶=ei1 蜇=zhe1 蓿=xu5 悄=qiao1 剽=piao1 蹬=deng1 扽=den4 蚝=hao2 釩=fan2 呷=xia1
        氵=shui3 扌=shou3 忄=xin1 艹=cao3 亠=tou2 冫=bing1 勹=bao1 灬=biao1 疒=ne4 凵=qian3 爿=pan2 阝=fu4""".split()
    )
}


class Row(NamedTuple):
    """What CNS 11643 says about one character."""

    strokes: int
    radical: int
    readings: list[Toned]


def main() -> None:
    """Write the modules."""
    rows = read_cns()
    order = (SHARED / "zh" / "han_pinyin_rank.txt").read_text(encoding="utf-8").strip()
    offers = offered_readings(order, rows)
    strokes = [rows[char].strokes if char in rows else 0 for char in order]
    readings = mend_borders(choose_readings(offers, strokes), offers, strokes)
    write_strokes(rows)
    write_readings(order, readings, rows)


def read_cns() -> dict[str, Row]:
    """Read strokes, radical and readings of each character."""
    rows: dict[str, Row] = {}
    for line in (SHARED / "zh" / "cns11643.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        _, char, strokes, radical, *zhuyin = line.split("\t")
        readings = [reading for z in " ".join(zhuyin).split() if (reading := pinyin_of(z))]
        rows[char] = Row(int(strokes), int(radical), readings)
    return rows


def toned_order(reading: Toned) -> tuple[str, bool, int]:
    """Return the place of a syllable in ICU's pinyin order: letters, ü after u, tone."""
    letters, tone = reading
    return letters.replace("ü", "u"), "ü" in letters, tone


def offered_readings(order: str, rows: dict[str, Row]) -> list[set[Toned]]:
    """Return the readings that CNS, or else `KNOWN`, gives each character of the order."""
    return [{KNOWN[char]} if char in KNOWN else set(rows[char].readings) if char in rows else set() for char in order]


def choose_readings(offers: list[set[Toned]], strokes: list[int]) -> list[Toned | None]:
    """Choose each character's usual reading; None for those at the end of the order, which have none."""
    syllables = sorted({offer for row in offers for offer in row}, key=toned_order)
    chain = longest_chain(offers, strokes, syllables)
    places = sorted(chain)
    chosen: list[Toned | None] = []
    for place, row in enumerate(offers):
        if place in chain:
            chosen.append(syllables[chain[place]])
            continue
        after = bisect_right(places, place)
        beside = [syllables[chain[places[i]]] for i in (after - 1, after) if 0 <= i < len(places)]
        letters = {offer[0] for offer in row}
        offered = [reading for reading in beside if reading in row]
        same = [reading for reading in beside if reading[0] in letters]
        chosen.append((offered or same or beside)[0] if after < len(places) else None)
    return chosen


def mend_borders(chosen: list[Toned | None], offers: list[set[Toned]], strokes: list[int]) -> list[Toned | None]:
    """Move the border of two syllables to where the strokes begin anew.

    Within a syllable the order goes by strokes, so a character that could be read either way belongs to the
    second syllable if its strokes are fewer than those of the character before it.
    """
    for border in [i for i in range(1, len(chosen)) if chosen[i] != chosen[i - 1]]:
        first, second = chosen[border - 1], chosen[border]
        if first is None or second is None:
            continue
        low, high = border, border
        while chosen[low - 1] == first and may_be(offers[low - 1], second, first):
            low -= 1
        while high < len(chosen) and chosen[high] == second and may_be(offers[high], first, second):
            high += 1
        best = max(range(low, high + 1), key=lambda i: (strokes[i - 1] - strokes[i], i == border))
        chosen[low:high] = [first] * (best - low) + [second] * (high - best)
    return chosen


def may_be(offers: set[Toned], other: Toned, reading: Toned) -> bool:
    """Tell whether a character of one syllable may as well belong to the other one."""
    if reading in offers:
        return other in offers
    letters = {offer[0] for offer in offers}
    return other in offers or (reading[0] in letters) <= (other[0] in letters)


def longest_chain(offers: list[set[Toned]], strokes: list[int], syllables: list[Toned]) -> dict[int, int]:
    """Return the heaviest chain of offers whose syllables, and within one whose strokes, never go backwards.

    The chain maps a place in the order to a syllable's index. A character with one reading weighs more than one
    that could as well be read otherwise.
    """
    steps = sorted({(toned_order(offer), strokes[place]) for place, row in enumerate(offers) for offer in row})
    step_of = {step: i for i, step in enumerate(steps)}
    index = {syllable: i for i, syllable in enumerate(syllables)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(steps) + 1)  # a Fenwick tree of maxima
    links: list[tuple[int, int, int]] = []
    for place, row in enumerate(offers):
        weight = 3 if len(row) == 1 else 2
        found = []
        for offer in row:
            score, link = (0, -1)
            start = i = step_of[toned_order(offer), strokes[place]] + 1
            while i:
                score, link = max((score, link), best[i])
                i -= i & -i
            links.append((link, place, index[offer]))
            found.append((start, score + weight, len(links) - 1))
        for start, score, link in found:
            i = start
            while i < len(best):
                best[i] = max(best[i], (score, link))
                i += i & -i
    chain: dict[int, int] = {}
    _, link = max(best)
    while link >= 0:
        link, place, syllable = links[link]
        chain[place] = syllable
    return chain


def write_strokes(rows: dict[str, Row]) -> None:
    """Write strokes and radicals of U+3400–U+9FFF, one byte each; 0 where CNS has no such character."""
    none = Row(0, 0, [])
    block = [rows.get(chr(code), none) for code in range(FIRST, LAST + 1)]
    write_module(
        "_stroke_data.py",
        "Strokes and radicals of U+3400–U+9FFF in CNS 11643, packed.",
        STROKES=bytes(row.strokes for row in block),
        RADICALS=bytes(row.radical for row in block),
    )


def write_readings(order: str, readings: list[Toned | None], rows: dict[str, Row]) -> None:
    """Write the pinyin order, where each syllable begins in it, and the readings that it does not tell."""
    runs: list[str] = []
    last: Toned | None = ("", 0)
    for place, reading in enumerate(readings):
        if reading != last:
            runs.append(f"{both_readings(reading)}:{place}" if reading else f"::{place}")
            last = reading
    told = dict(zip(order, readings, strict=True))
    taiwan: dict[Toned, list[str]] = defaultdict(list)
    for char, row in rows.items():
        reading = told.get(char)
        if FIRST <= ord(char) <= LAST and row.readings and reading not in row.readings:
            near = [offer for offer in row.readings if reading and offer[0] == reading[0]]
            taiwan[(near or row.readings)[0]].append(char)
    write_module(
        "_reading_data.py",
        "Han characters in pinyin order (ICU 78) with their readings (CNS 11643), packed.",
        ORDER=order.encode("utf-16-be"),
        RUNS=" ".join(runs).encode(),
    )
    write_module(
        "_taiwan_data.py",
        "Readings of CNS 11643 where the pinyin order tells another reading or none, packed.",
        READINGS=" ".join(f"{both_readings(r)}:{''.join(chars)}" for r, chars in sorted(taiwan.items())).encode(),
    )


def both_readings(reading: Toned) -> str:
    """Write a syllable as `ㄅㄚ4:ba4`; the tone's number makes zhuyin sort as dictionaries do."""
    letters, tone = reading
    return f"{SYLLABLES[letters]}{tone}:{letters}{tone}"


def write_module(name: str, docstring: str, **tables: bytes) -> None:
    """Write tables as base-64 text of their zlib form."""
    lines = [
        f'"""{docstring}',
        "",
        "Made by tools/make_han_tables.py; sources and licences are named in NOTICE.",
        '"""',
        "",
        "from typing import Final",
    ]
    for table, content in tables.items():
        packed = base64.b64encode(zlib.compress(content, 9)).decode("ascii")
        lines += ["", f"{table}: Final = ("]
        lines += [f'    "{packed[i : i + 100]}"' for i in range(0, len(packed), 100)]
        lines += [")"]
    (TARGET / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {sum(map(len, lines)):,} characters")


if __name__ == "__main__":
    main()
