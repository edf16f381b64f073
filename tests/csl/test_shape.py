"""Layouts compiled for the shape of an item print what layouts compiled for any item print."""

from __future__ import annotations

import json

import pytest

from tipcite.csl import Cite, Processor, layout, write_text
from tipcite.csl.nodes import Test as Condition
from tipcite.csl.shape import Shape
from tipcite.model import item_from_csl
from tipcite.resources import own_styles

from .conftest import load_locale


def printed(csl: bytes, raw: list[dict]) -> list[str]:
    works = [item_from_csl(one) for one in raw]
    processor = Processor(csl, works, load_locale=load_locale)
    cites = [processor.cite([Cite(key=work.key, locator="5")]).inline for work in works]
    return [write_text(inline) for inline in (*cites, *(entry.inline for entry in processor.bibliography()))]


@pytest.mark.parametrize("own", own_styles(), ids=lambda own: own.name)
def test_a_shape_changes_nothing(own, monkeypatch):
    raw = json.loads((own.path.parents[1] / "items.json").read_text(encoding="utf-8"))
    shaped = printed(own.path.read_bytes(), raw)
    monkeypatch.setattr(layout, "MOST_SHAPES", 0)
    assert printed(own.path.read_bytes(), raw) == shaped


BOOK = Shape("book", frozenset({"title"}), cited=False)


@pytest.mark.parametrize(
    ("match", "tests", "expected"),
    [
        ("all", [("type", "book"), ("type", "chapter")], True),
        ("all", [("type", "book"), ("variable", "DOI")], False),
        ("any", [("variable", "DOI"), ("variable", "title")], True),
        ("none", [("type", "chapter"), ("variable", "DOI")], True),
        ("none", [("type", "book")], False),
        ("all", [("position", "first")], False),
        ("all", [("is-numeric", "volume")], False),
        ("all", [("type", "book"), ("is-numeric", "title")], [("is-numeric", "title")]),
        ("any", [("type", "chapter"), ("disambiguate", "true")], [("disambiguate", "true")]),
    ],
)
def test_what_a_shape_decides(match, tests, expected):
    decided = BOOK.decide(match, tuple(Condition(kind=kind, value=value) for kind, value in tests))
    assert (decided if isinstance(decided, bool) else [(test.kind, test.value) for test in decided]) == expected
