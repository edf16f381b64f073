"""CSL-JSON in and out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.errors import ReadError
from tipcite.formats.csljson import read_csl_json, write_csl_json
from tipcite.model import Severity


def test_array_object_and_wrapped_array_give_the_same_item():
    one = '{"id": "a", "type": "book", "title": "T"}'
    readings = [read_csl_json(text) for text in (f"[{one}]", one, f'{{"items": [{one}]}}')]
    assert {reading.items[0].title for reading in readings} == {"T"}


def test_json_error_names_line_and_column():
    with pytest.raises(ReadError, match="line 2, column 12"):
        read_csl_json('[\n  {"id": 1,]')


@pytest.mark.parametrize("text", ["", "3", '"text"', "{}", "null"])
def test_json_without_items_is_refused(text):
    with pytest.raises(ReadError):
        read_csl_json(text)


def test_bad_item_among_good_ones_is_kept_as_text_with_its_line():
    text = '[\n {"id": "a", "type": "book"},\n {"id": "b", "author": 7},\n "x",\n {"id": "c", "type": "book"}\n]'
    reading = read_csl_json(text)
    assert [item.key for item in reading.items] == ["a", "c"]
    assert reading.lines == (2, 5)
    assert [(failed.line, failed.column, failed.raw) for failed in reading.failed] == [
        (3, 2, '{"id": "b", "author": 7}'),
        (4, 2, '"x"'),
    ]


def test_duplicate_and_missing_ids_and_unknown_types_are_reported():
    text = '[{"id": "a", "type": "book"},\n{"id": "a", "type": "tweet"},\n{"type": "book"}]'
    reading = read_csl_json(text)
    assert [item.type for item in reading.items] == ["book", "tweet", "book"]
    assert sorted((problem.code, problem.line) for problem in reading.problems) == [
        ("duplicate-key", 2),
        ("no-key", 3),
        ("unknown-type", 2),
    ]
    assert {problem.severity for problem in reading.problems} == {Severity.WARNING}


def test_output_is_stable_and_keeps_unknown_fields():
    text = '[{"type": "book", "zebra": {"b": 1}, "id": "a", "title": "臺灣"}]'
    out = write_csl_json(read_csl_json(text).items)
    assert out == (
        '[\n  {\n    "id": "a",\n    "type": "book",\n    "title": "臺灣",\n'
        '    "zebra": {\n      "b": 1\n    }\n  }\n]\n'
    )
    assert write_csl_json(read_csl_json(out).items) == out


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "type", "title", "author", "issued", "custom", "tipcite", "variants", "tags", "date-parts"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(json_values)
def test_no_json_raises_anything_but_a_read_error(value):
    try:
        reading = read_csl_json(json.dumps(value))
    except ReadError:
        return
    assert write_csl_json(reading.items).encode("utf-8")


@given(st.text(max_size=60))
def test_no_text_raises_anything_but_a_read_error(text):
    try:
        read_csl_json(text)
    except ReadError:
        return
