"""What is written in any format is read back the same: all that an item can hold, in words or in our own field."""

from __future__ import annotations

import html
import json
import re

import pytest
from hypothesis import given, settings
from item_strategies import batches, items

from tipcite.formats import FORMATS, detect_format
from tipcite.formats.csljson import read_csl_json

WRITTEN = [name for name in FORMATS if FORMATS[name].write and name not in ("csl-json", "biblatex", "bibtex")]

CORE = {"title", "author", "issued", "accessed", "volume", "issue", "page", "publisher", "container-title", "URL"}


@pytest.mark.parametrize("name", WRITTEN)
@given(batches)
def test_what_is_written_is_read_back_the_same(name, batch):
    reading = FORMATS[name].read(FORMATS[name].write(batch))
    assert list(reading.items) == batch
    assert reading.failed == ()


@pytest.mark.parametrize("name", WRITTEN)
@settings(max_examples=30)
@given(items)
def test_what_is_written_is_seen_to_be_what_it_is(name, item):
    assert detect_format(FORMATS[name].write([item])) == name


@pytest.mark.parametrize("name", [name for name in WRITTEN if name not in ("csl-yaml", "cff")])
def test_plain_items_hardly_ever_need_a_field_of_our_own(name, shared):
    """Titles, names, dates, numbers and addresses are said in the format's own words."""
    reading = read_csl_json((shared / "csl" / "zh" / "items.json").read_text(encoding="utf-8"))
    unique = list({item.key: item for item in reading.items}.values())
    text = FORMATS[name].write(unique)
    assert list(FORMATS[name].read(text).items) == unique
    own = re.findall(r"tipcite: (\{.*\})|<tipcite [^>]*>(.*)</tipcite>", html.unescape(text))
    needed = [variable for texts in own for variable in CORE & json.loads("".join(texts)).keys()]
    assert len(needed) * 20 < len(unique)
