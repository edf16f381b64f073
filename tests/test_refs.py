"""The example library is what the program makes of its text today."""

from pathlib import Path

import pytest

from tipcite.formats.registry import find_format
from tipcite.model import item_to_csl
from tipcite.render import Order, Renderer
from tipcite.resources import load_locale, load_style
from tipcite.store import Library, LibraryPaths

REFS = Path(__file__).resolve().parents[1] / "refs"


@pytest.fixture
def items(tmp_path):
    reading = find_format("text").read((REFS / "references.txt").read_text("utf-8"))
    with Library.create(LibraryPaths.in_folder(tmp_path)) as library:
        library.add(reading.items, command="import")
        yield library.items()


def test_the_mirror(items, tmp_path):
    assert (tmp_path / "refs" / "references.json").read_bytes() == (REFS / "references.json").read_bytes()


def test_the_bib(items):
    assert find_format("bib").write(items) == (REFS / "references.bib").read_text("utf-8")


@pytest.mark.parametrize("style", ["tw-author-year", "apa-zh-tw"])
def test_the_lists(items, style):
    renderer = Renderer(load_style(style), items, order=Order.CHINESE_FIRST, load_locale=load_locale)
    assert renderer.references() == (REFS / "lists" / f"{style}.txt").read_text("utf-8")


def test_the_mirror_reads_back_as_the_same_items(items):
    reading = find_format("csl-json").read((REFS / "references.json").read_text("utf-8"))
    assert [item_to_csl(item) for item in reading.items] == [item_to_csl(item) for item in items]
    assert reading.problems == ()


def test_the_bib_gives_the_same_lists(items):
    read = find_format("bib").read((REFS / "references.bib").read_text("utf-8")).items
    for style in ("tw-author-year", "apa-zh-tw"):
        lists = [Renderer(load_style(style), one, load_locale=load_locale).references() for one in (read, items)]
        assert lists[0] == lists[1]
