"""Print how the verdicts on our own small web compare with what a reader would say: `python tests/web/measure.py`.

`live called dead` and `blocked or transient called dead` are the false alarms, `dead passed` is what was missed.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

if __package__ in (None, ""):  # run as a script
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tipcite.links import Services, Target, check_links
from tipcite.net import NetSettings, parse_resolve
from web.server import TestWeb
from web.sites import CASES, Case


def main() -> int:
    """Check every case, as a user's lists of addresses; return 1 when one is not right."""
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder, TestWeb(Path(folder)) as web:
        settings = NetSettings(
            ca_file=web.ca_file, resolve=tuple(map(parse_resolve, web.resolve)), retry_delays=(0.02, 0.04),
            retry_after_cap=2.0, interval=0.0, read_timeout=1.0, total_timeout=2.0,
        )  # fmt: skip
        for cases in _lists(CASES):
            targets = [Target(value=case.address, title=case.title) for case in cases]
            report = check_links(targets, settings, Services(), now=lambda: datetime.now(UTC))
            found = {seen.target: seen for seen in report.retrievals}
            for case in cases:
                _count(case, found[case.address], counts)
    print("   " + ", ".join(f"{name}: {number}" for name, number in counts.items()))
    return int(counts["right"] < counts["cases"])


def _lists(cases: list[Case]) -> list[list[Case]]:
    """Sort cases into lists that have each address once: a run has one target for it."""
    lists: list[dict[str, Case]] = []
    for case in cases:
        free = next((one for one in lists if case.address not in one), None)
        if free is None:
            lists.append({case.address: case})
        else:
            free[case.address] = case
    return [list(one.values()) for one in lists]


def _count(case: Case, seen, counts: Counter[str]) -> None:
    verdict, why = str(seen.verdict), str(seen.why)
    counts["cases"] += 1
    counts["right"] += verdict == case.verdict
    counts["with its reason"] += (verdict, why) == (case.verdict, case.why)
    for flag in case.flags:
        counts["flags wrong"] += (flag.lstrip("!") in seen.flags) is flag.startswith("!")
    counts["live called dead"] += case.verdict in ("ok", "moved") and verdict == "dead"
    counts["dead passed"] += case.verdict == "dead" and verdict in ("ok", "moved")
    counts["blocked or transient called dead"] += case.verdict in ("blocked", "transient") and verdict == "dead"
    if (verdict, why) != (case.verdict, case.why):
        print(f"   {case.verdict} {case.why} ≠ {verdict} {why}  {case.address}  {case.title}  {seen.message}")


if __name__ == "__main__":
    sys.exit(main())
