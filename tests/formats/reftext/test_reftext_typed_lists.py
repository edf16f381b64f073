"""References as authors type them, made for these tests (`lists/typed/*.toml`): a floor for every field."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest

from tipcite.formats.reftext import parse_reference
from tipcite.model import Item

LISTS = Path(__file__).parent / "lists" / "typed"
# What must be right of what is asked; a miss that is known is one of the lines that the failure prints.
NAMES = sorted(file.stem for file in LISTS.glob("*.toml"))
FLOORS = {"author": 0.98, "year": 0.98, "title": 0.98, "container": 0.97, "type": 0.97}


class Line(NamedTuple):
    """One reference, and what of it is asked; an empty text or the year 0 is not."""

    raw: str
    author: str
    year: int
    title: str
    container: str
    kind: str


def lines(name: str) -> list[Line]:
    document = tomllib.loads((LISTS / f"{name}.toml").read_text(encoding="utf-8"))
    return [Line(*line) for line in document["lines"]]


def fold(text: str) -> str:
    """Fold width, case, blanks, quotation marks and separators: what styles change in print."""
    return re.sub(r"[\s“”\"'‘’「」『』〈〉《》,.:;—–-]+", "", unicodedata.normalize("NFKC", text)).casefold()


def right(line: Line, item: Item | None) -> dict[str, bool]:
    if item is None:
        return dict.fromkeys(FLOORS, False)
    names = tuple(item.creators)
    forms = {
        fold(form)
        for name in names[:1]
        for form in (name.literal, name.family, name.full, name.non_dropping_particle + name.family)
    }
    return {
        "author": fold(line.author) in forms,
        "year": item.year == line.year,
        "title": fold(item.title) == fold(line.title),
        "container": fold(item.fields.get("container-title", "")) == fold(line.container),
        "type": item.type == line.kind,
    }


ALL = [line for name in NAMES for line in lines(name)]


@pytest.mark.parametrize("field", FLOORS)
def test_what_authors_type_is_read(field):
    asked, missed = 0, []
    for line in ALL:
        wanted = dict(zip(FLOORS, (line.author, line.year, line.title, line.container, line.kind), strict=True))[field]
        asked += bool(wanted)
        if wanted and not right(line, parse_reference(line.raw).item)[field]:
            missed.append(line.raw)
    assert asked > 140
    assert len(missed) <= (1 - FLOORS[field]) * asked, "\n".join(missed)


@pytest.mark.parametrize("name", NAMES)
def test_every_field_that_is_read_stands_in_the_line(name):
    for line in lines(name):
        reference = parse_reference(line.raw)
        assert all(0 <= span.start <= span.end <= len(line.raw) for span in reference.spans.values())
        assert reference.spans.keys() == reference.confidence.keys(), line.raw
