"""The grammar against what guides print and what other people's styles render; skipped without ../shared."""

from __future__ import annotations

from collections import Counter

import pytest
import reftext_measure as measure

FLOORS = {"title": 0.93, "year": 0.97, "author": 0.97, "container": 0.80, "type": 0.90}
# GB/T 7714 author-date and numeric, GB/T 2025, an older form with [A]…[M]: the zh entries of each.
STYLES = (14, 20, 121, 175)


@pytest.fixture(autouse=True)
def _material(shared):
    """Skip where the material is missing."""


def rates(count: Counter[str]) -> dict[str, float]:
    return {field: count[field] / count[f"{field} seen"] for field in measure.FIELDS}


def test_what_guides_print_is_read_back():
    found = rates(measure.measure(list(measure.vectors())))
    assert all(found[field] >= floor for field, floor in FLOORS.items()), found


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_chinese_entries_of_a_style_are_read_back(style):
    pairs = [pair for pair in measure.renderings(style) if str(pair[0].get("language", "")).startswith("zh")]
    found = rates(measure.measure(pairs))
    assert all(found[field] >= floor for field, floor in FLOORS.items()), found
