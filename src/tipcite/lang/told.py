"""The usual readings of Han characters, looked up in the packed tables without unfolding them.

The tables are strings of characters cut into runs of one syllable, so a look-up is a search in a string and one in
the starts of its runs: a run of the program that needs a dozen readings pays for a dozen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from tipcite.lang._packed import unpack


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters of one syllable: pinyin and zhuyin with tone numbers (`ba4`, `ㄅㄚ4`)."""

    chars: str
    pinyin: str
    zhuyin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """Runs of characters, and the two strings that find a character's run."""

    runs: tuple[Run, ...]
    chars: str
    starts: tuple[int, ...]

    def find(self, char: str) -> Run | None:
        """Return the run that a character stands in, None when it stands in none."""
        place = self.chars.find(char)
        return self.runs[bisect_right(self.starts, place) - 1] if place >= 0 else None


@cache
def mainland_readings() -> Readings:
    """Return all characters of ICU's pinyin order, in that order; those at its end have no syllable."""
    # Imported here: 70 KB of text that a run without Chinese sorting or keys does not need.
    from tipcite.lang import _reading_data

    order = unpack(_reading_data.ORDER).decode("utf-16-be")
    rows = [row.split(":") for row in unpack(_reading_data.RUNS).decode().split(" ")]
    ends = pairwise([*(int(start) for *_, start in rows), len(order)])
    return _readings(
        Run(chars=order[start:end], pinyin=pinyin, zhuyin=zhuyin)
        for (zhuyin, pinyin, _), (start, end) in zip(rows, ends, strict=True)
    )


@cache
def taiwan_readings() -> Readings:
    """Return the characters that Taiwan reads otherwise, and those that the pinyin order leaves out."""
    from tipcite.lang import _taiwan_data

    rows = [row.split(":") for row in unpack(_taiwan_data.READINGS).decode().split(" ")]
    return _readings(Run(chars=chars, pinyin=pinyin, zhuyin=zhuyin) for zhuyin, pinyin, chars in rows)


@cache
def told_pinyin(char: str) -> str:
    """Return a character's usual syllable in toned pinyin (`ba4`), "" when nothing tells it."""
    run = mainland_readings().find(char)
    if run is None or not run.pinyin:
        run = taiwan_readings().find(char)
    return run.pinyin if run else ""


def _readings(runs: Iterator[Run]) -> Readings:
    listed = tuple(runs)
    return Readings(
        runs=listed,
        chars="".join(run.chars for run in listed),
        starts=tuple(accumulate((len(run.chars) for run in listed[:-1]), initial=0)),
    )
