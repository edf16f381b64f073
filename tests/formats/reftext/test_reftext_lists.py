"""Two hundred references as people type them, each with what it says: a floor under what the grammar reads."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

import pytest

from tipcite.formats.reftext import parse_reference

LISTS = Path(__file__).parent / "lists"
FIELDS = ("title", "year", "author", "container", "type")
FLOOR = 0.97


def fold(text: object) -> str:
    """Width, case, blanks and the marks at both ends make no difference."""
    return "".join(unicodedata.normalize("NFKC", str(text)).casefold().split()).strip(".,:;'\"“”‘’")


def found(text: str) -> dict[str, set[str]]:
    item = parse_reference(text).item
    if item is None:
        return {}
    first = next(iter(item.creators), None)
    names = (
        {first.full, first.literal, f"{first.family}{first.given}", f"{first.given}{first.family}"} if first else set()
    )
    values = {
        "title": {item.title},
        "year": {item.year},
        "author": names,
        "container": {item.fields.get("container-title", "")},
        "type": {item.type},
    }
    return {field: set(map(fold, texts)) for field, texts in values.items()}


@pytest.mark.parametrize("name", sorted(file.stem for file in LISTS.glob("*.toml")))
def test_nearly_every_field_of_a_typed_list_is_read(name):
    references = tomllib.loads((LISTS / f"{name}.toml").read_text(encoding="utf-8"))["reference"]
    for field in FIELDS:
        stated = [one for one in references if field in one]
        missed = [one["text"] for one in stated if fold(one[field]) not in found(one["text"]).get(field, set())]
        assert len(missed) <= (1 - FLOOR) * len(stated), (field, missed)


def test_no_text_of_a_list_is_lost():
    for file in LISTS.glob("*.toml"):
        for one in tomllib.loads(file.read_text(encoding="utf-8"))["reference"]:
            assert parse_reference(one["text"]).item.provenance["text"] in one["text"]
