"""Files that break off: what is whole is read, whatever the format, and the rest is told with its line and kept."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.errors import ReadError
from tipcite.formats.coins import read_coins
from tipcite.formats.csljson import read_csl_json
from tipcite.formats.registry import FORMATS
from tipcite.model import Item, Name, date

WORKS = [
    Item(
        key=f"key{at}",
        type="book",
        fields={
            "title": f"人口販運 {at}" if at % 2 else f"On Traffic {at}",
            "publisher": "Press",
            "ISBN": "9789861234567",
        },
        names={"author": (Name(family="Lee", given="Ann"), Name(family="王", given="寬弘"))},
        dates={"issued": date(2000 + at)},
    )
    for at in range(5)
]
WRITTEN = sorted(name for name, one in FORMATS.items() if one.read and one.write)
CLOSED = {
    "csl-json": "\n  }", "biblatex": "\n}", "bibtex": "\n}", "ris": "ER  - ", "endnote-xml": "</record>",
    "mods": "</mods>",
}  # fmt: skip
"""How an item ends, where the format has an end for it."""


def ends(name: str, text: str) -> list[int]:
    """Return where each of the works ends; without an end of its own it does where the next begins."""
    mark = CLOSED.get(name)
    if mark is None:
        starts = [text.index(f"key{at}") for at in range(1, len(WORKS))]
        return [*starts, len(text)]
    found, place = [], 0
    for at in range(len(WORKS)):
        begin = text.index(f"key{at}", place)
        place = text.index("</record>" if name == "endnote-xml" else mark, begin) + len(mark)
        found.append(place)
    return found


@pytest.mark.parametrize("name", WRITTEN)
@given(data=st.data())
def test_whole_works_before_the_end_are_read(name, data):
    text = FORMATS[name].write(WORKS)
    places = ends(name, text)
    cut = data.draw(st.integers(1, len(text)))
    whole = sum(place <= cut for place in places)
    if not whole:
        with suppress(ReadError):
            FORMATS[name].read(text[:cut])
        return
    reading = FORMATS[name].read(text[:cut])
    assert len(reading.items) >= whole
    assert list(reading.items[:whole]) == WORKS[:whole]
    if name in CLOSED and text[places[whole - 1] : cut].strip(" \n,[]{}"):
        assert reading.failed or reading.problems or len(reading.items) > whole or "</" in text[places[-1] - 9 : cut]


@pytest.mark.parametrize("name", [name for name in WRITTEN if name in CLOSED and name != "ris"])
def test_what_is_cut_off_is_kept_with_its_line(name):
    text = FORMATS[name].write(WORKS)
    cut = text.index("Traffic 4") + 4
    reading = FORMATS[name].read(text[:cut])
    assert list(reading.items) == WORKS[:4]
    (failed,) = reading.failed
    assert failed.raw.endswith("On Traf")
    assert text.split("\n")[failed.line - 1].strip() == failed.raw.strip().split("\n")[0].strip()


def test_a_broken_item_in_the_middle_of_json_leaves_the_others():
    text = FORMATS["csl-json"].write(WORKS).replace('"title": "人口販運 1"', '"title": "人口"販運 1"')
    reading = read_csl_json(text)
    assert list(reading.items) == [WORKS[0], *WORKS[2:]]
    (failed,) = reading.failed
    assert "販運 1" in failed.raw
    assert "key2" not in failed.raw
    assert failed.line == text[: text.index('"id": "key1"')].count("\n")


@pytest.mark.parametrize("joint", ["\n", ",\n", "\n,", " "])
def test_items_one_behind_the_other_are_read(joint):
    items = [f'{{"id": "k{at}", "type": "book", "title": "T{at}"}}' for at in range(3)]
    reading = read_csl_json(joint.join(items))
    assert [item.key for item in reading.items] == ["k0", "k1", "k2"]
    assert [problem.code for problem in reading.problems] == ["no-json"]
    reading = read_csl_json('{"style": "apa", "items": [' + joint.join(items) + ",]}")
    assert [item.key for item in reading.items] == ["k0", "k1", "k2"]


@pytest.mark.parametrize("text", ['{"a": 1', "[1, 2", '["x", {"y": 1}', "[", '{"items": [', "[1, 2]]", '{"id": '])
def test_broken_json_without_an_item_is_refused_with_its_place(text):
    with pytest.raises(ReadError, match="line 1, column"):
        read_csl_json(text)


def test_a_page_that_breaks_off_in_a_coins_keeps_it():
    page = '<p>x</p><span class="Z3988" title="rft_val_fmt=info:ofi/fmt:kev:mtx:book&amp;rft.btitle=Whole"></span>\n'
    reading = read_coins(page + '<span class="Z3988" title="rft_val_fmt=info:ofi/fmt')
    assert [item.title for item in reading.items] == ["Whole"]
    assert [(one.line, one.code) for one in reading.failed] == [(2, "cut-off")]
