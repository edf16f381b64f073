"""How long 10,000 names take to be ordered, as a ratio to sorting them by code point behind keys from a dict.

The measure of every order is the same decoration with ready keys: `sorted((key_of[name], name) for name in names)`,
where each key is the name itself. Both take turns; the shortest of many rounds counts, in CPU time. The tables are
loaded before, which is printed apart.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from items import FAMILIES, GIVEN, HAN_FAMILIES, HAN_GIVEN

NUMBER = 10_000
ROUNDS = 25
LIMIT = 5.0


def main() -> int:
    rng = random.Random(11)
    chinese = [rng.choice(HAN_FAMILIES) + rng.choice(HAN_GIVEN) for _ in range(NUMBER)]
    chinese = [name[:1] + "".join(rng.sample("".join(HAN_GIVEN), 2)) for name in chinese]
    western = [f"{rng.choice(FAMILIES)}, {rng.choice(GIVEN)}" for _ in range(NUMBER)]
    worst = 0.0
    for title, key, names in orders(chinese, western):
        start = time.process_time()
        key(names[0])
        loading = time.process_time() - start
        own, least = in_turns(names, key)
        worst = max(worst, own / least)
        print(f"{title:<28} {own * 1000:6.1f} ms  {own / least:5.2f}  (tables: {loading * 1000:.0f} ms once)")
    print(f"worst: {worst:.2f} (limit {LIMIT})")
    return worst > LIMIT


def orders(chinese: list[str], western: list[str]) -> list[tuple[str, Callable[[str], object], list[str]]]:
    from tipcite.lang import latin_key, pinyin_key, stroke_key, zhuyin_key
    from tipcite.render import Order, collation

    mixed = collation(Order.MIXED)
    return [
        ("strokes", stroke_key, chinese),
        ("pinyin, surnames read", pinyin_key, chinese),
        ("zhuyin, surnames read", zhuyin_key, chinese),
        ("Western", latin_key, western),
        ("mixed by romanisation", lambda name: mixed(name, "zh"), [*chinese[::2], *western[::2]]),
    ]


def in_turns(names: list[str], key: Callable[[str], object]) -> tuple[float, float]:
    """Return the shortest times of an order, and of the least that one can take."""
    key_of = {name: name for name in names}
    own, least = [], []
    for _ in range(ROUNDS):
        start = time.process_time()
        sorted(names, key=key)
        middle = time.process_time()
        sorted((key_of[name], name) for name in names)
        own.append(middle - start)
        least.append(time.process_time() - middle)
    return min(own), min(least)


if __name__ == "__main__":
    raise SystemExit(main())
