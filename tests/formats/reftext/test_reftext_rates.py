"""The grammar against what guides print and what other people's styles render; skipped without ../shared."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path

import pytest

_FILE = Path(__file__).resolve().parents[3] / "bench" / "pasted.py"


@pytest.fixture(scope="module")
def pasted():
    """The measure that `tools/measure.py pasted` prints."""
    spec = importlib.util.spec_from_file_location("pasted", _FILE)
    module = importlib.util.module_from_spec(spec)
    sys.modules["pasted"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["pasted"]


@pytest.fixture(autouse=True)
def _material(shared):
    """Skip where the material is missing."""


def missed(pasted, count: Counter[str]) -> dict[str, float]:
    rates = {field: count[field] / count[f"{field} seen"] for field in pasted.FIELDS}
    return {field: rate for field, rate in rates.items() if rate < pasted.TARGETS[field]}


def test_what_guides_print_is_read_back(pasted):
    assert missed(pasted, pasted.measure(list(pasted.vectors()))) == {}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_twelve_styles_print_is_read_back(pasted, language):
    count: Counter[str] = Counter()
    for number in pasted.chosen_styles():
        count += pasted.measure([one for one in pasted.renderings(number) if pasted.language_of(one[0]) == language])
    assert missed(pasted, count) == {}


def test_the_styles_of_the_last_check_are_others(pasted):
    chosen, check = pasted.chosen_styles(), pasted.chosen_styles(middle=True)
    assert len(set(chosen)) == len(set(check)) == 12
    assert not set(chosen) & set(check)
