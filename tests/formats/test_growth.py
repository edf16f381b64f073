"""Reading and storing take work that grows with the number of items and no faster: counted in calls, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from tipcite.formats.registry import FORMATS
from tipcite.model import Date, Item, Name
from tipcite.store import Library, LibraryPaths

STEP = 60
ROOM = 1.05
READ_AND_WRITTEN = sorted(name for name, one in FORMATS.items() if one.read and one.write)


def works(number: int) -> list[Item]:
    return [
        Item(
            key=f"key{at}",
            type=["article-journal", "book", "report"][at % 3],
            fields={"title": f"人口販運 {at}" if at % 2 else f"On traffic {at}", "URL": f"https://example.org/{at}"},
            names={"author": (Name(family="王", given="小明"), Name(family="Lee", given=f"Ann {at}"))},
            dates={"issued": Date(parts=((2000 + at % 20,),))},
        )
        for at in range(number)
    ]


def calls(work: Callable[[], object]) -> int:
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


def grows_evenly(work: Callable[[int], Callable[[], object]]) -> bool:
    """Tell whether one lot takes no more than the lot before it.

    Before them all is done once, for what is imported and kept then; and of titles that are all alike as many are
    compared there as ever are.
    """
    work(7 * STEP)()
    fourth, fifth, sixth = (calls(work(number * STEP)) for number in (4, 5, 6))
    return sixth - fifth <= (fifth - fourth) * ROOM


@pytest.mark.parametrize("name", READ_AND_WRITTEN)
def test_reading_grows_with_the_items(name):
    read, write = FORMATS[name].read, FORMATS[name].write

    def work(number: int) -> Callable[[], object]:
        text = write(works(number))
        return lambda: read(text)

    assert grows_evenly(work)


@pytest.mark.parametrize("name", READ_AND_WRITTEN)
def test_writing_grows_with_the_items(name):
    assert grows_evenly(lambda number: lambda: FORMATS[name].write(works(number)))


def test_storing_grows_with_the_items(tmp_path):
    def work(number: int) -> Callable[[], object]:
        folder = tmp_path / str(number)
        paths = LibraryPaths(
            database=folder / "library.db", references=folder / "references.json", checks=folder / "checks.jsonl"
        )
        library = Library.create(paths)
        return lambda: library.add_new(works(number), command="import") and library.close()

    assert grows_evenly(work)
