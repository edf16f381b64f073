"""CSL-YAML: lists, `references:`, front matter, and YAML that means harm or is broken."""

from __future__ import annotations

import pytest
import yaml

from tipcite.errors import ReadError
from tipcite.formats.cslyaml import read_csl_yaml, write_csl_yaml
from tipcite.model import Date, Item, Name, date, item_to_csl

PANDOC = """---
title: A paper
references:
- id: hogan2020
  type: article-journal
  author:
  - family: Hogan
    given: Kimberly A.
  - literal: 美國在台協會
  issued: 2020-11-05
  accessed:
    year: 2021
    month: 11
  original-date:
  - year: 1999
  title: 'Vulnerability: *a* title'
  volume: 007
  issue: 1.10
  page: 1-12
  section: no
  note: 12:30:45
  edition: 2
- id: b
  type: book
  title: >-
    A title
    on two lines
---

Text of the paper.
"""


def test_front_matter_of_a_document():
    reading = read_csl_yaml(PANDOC)
    assert reading.failed == ()
    assert [(one.code, one.severity, one.line) for one in reading.problems] == [("comment", "note", 29)]
    assert reading.lines == (4, 23)
    hogan, book = reading.items
    assert hogan.fields == {
        "title": "Vulnerability: *a* title", "volume": "007", "issue": "1.10", "page": "1-12", "section": "no",
        "note": "12:30:45", "edition": "2",
    }  # fmt: skip
    assert hogan.names == {"author": (Name(family="Hogan", given="Kimberly A."), Name(literal="美國在台協會"))}
    assert hogan.dates == {
        "issued": date(2020, 11, 5), "accessed": date(2021, 11), "original-date": date(1999),
    }  # fmt: skip
    assert book.title == "A title on two lines"


@pytest.mark.parametrize(
    "text",
    ["- id: a\n  type: book\n", "references:\n  - id: a\n    type: book\n", "id: a\ntype: book\n",
     "---\n- id: a\n  type: book\n...\n", "references: [{id: a, type: book}]\n", "\ufeff- id: a\r\n  type: book\r\n"],
)  # fmt: skip
def test_every_shape_of_a_list(text):
    assert read_csl_yaml(text).items == (Item(key="a", type="book"),)


def test_what_is_written_is_yaml_for_every_reader():
    items = [
        Item(
            key="no",
            type="book",
            fields={"title": "On <i>x</i>: “y” # z", "page": "1-12", "note": "- a\n- b", "volume": "007", "issue": "no",
                    "section": "12:30", "edition": "1e3", "URL": "https://example.org/a?b=c#d", "number": "2020-05-01"},
            names={"author": (Name(family="王", given="寬弘"), Name(literal="null"))},
            dates={"issued": Date(parts=((2020, 5),), circa=True)},
        )
    ]  # fmt: skip
    text = write_csl_yaml(items)
    (document,) = [one for one in yaml.safe_load_all(text) if one]
    assert document["references"] == [item_to_csl(item) for item in items]
    assert list(read_csl_yaml(text).items) == items
    assert "  - family: 王\n    given: 寬弘\n" in text
    assert "    - [2020, 5]\n" in text


def test_a_broken_item_is_kept_and_the_others_are_read():
    reading = read_csl_yaml(
        'references:\n- id: a\n  type: book\n- id: b\n  title: "never closed\n- id: c\n  type: book\n'
    )
    assert [item.key for item in reading.items] == ["a", "c"]
    (failed,) = reading.failed
    assert (failed.line, failed.column) == (4, 1)
    assert failed.raw == '- id: b\n  title: "never closed'


def test_a_member_that_is_no_item_is_kept_with_its_text():
    reading = read_csl_yaml("- id: a\n  type: book\n- 5\n- id: c\n  author: {a: [}\n".replace("{a: [}", "5"))
    assert [item.key for item in reading.items] == ["a"]
    assert [(one.line, one.raw) for one in reading.failed] == [(3, "- 5"), (4, "- id: c\n  author: 5")]


def test_a_field_that_stands_twice_is_reported():
    reading = read_csl_yaml("- id: a\n  title: x\n  title: y\n")
    assert reading.items[0].title == "x"
    assert [(one.code, one.line, one.column) for one in reading.problems] == [("repeated-field", 3, 3)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hello", "line 1, column 1: this YAML holds no list"),
        ("a: &a [*a]\n", "contains itself"),
        ("[" * 100_000, "nest"),
        ("a: {b: c\n\n", "line"),
        ("references: !!python/object/apply:os.system [ls]\n", "holds no list|not allowed|items"),
    ],
)
def test_what_can_not_be_read_is_refused_in_one_line(text, said):
    try:
        assert read_csl_yaml(text).items == ()
    except ReadError as error:
        assert "\n" not in str(error)  # noqa: PT017


def test_aliases_that_swell_are_refused_at_once():
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)]
    with pytest.raises(ReadError, match="aliases"):
        read_csl_yaml("\n".join([*lines, "references: *i"]))


def test_tags_make_no_objects(tmp_path):
    marker = tmp_path / "made"
    text = f"- id: a\n  title: !!python/object/apply:os.mkdir ['{marker}']\n- id: b\n  title: !x y\n"
    read_csl_yaml(text)
    assert not marker.exists()


def test_the_work_grows_with_the_items(grows_evenly):
    def text(count: int) -> str:
        return write_csl_yaml([Item(key=f"k{n}", type="book", fields={"title": f"A title: {n}"}) for n in range(count)])

    assert len(read_csl_yaml(text(300)).items) == 300
    assert grows_evenly(read_csl_yaml, text)
