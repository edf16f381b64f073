"""What is written as MODS fits the schema: ours of the part that is written, for the Library's is in no package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import given
from item_strategies import items
from lxml import etree

from tipcite.formats.csljson import read_csl_json
from tipcite.formats.mods import write_mods
from tipcite.model import Item, Variant, VariantKind

HERE = Path(__file__).parent


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(HERE / "mods_subset.xsd"))


def require_valid(text: str) -> None:
    schema().assertValid(etree.fromstring(text.encode()))


def test_the_schema_is_strict():
    whole = write_mods([Item(key="k", type="book", fields={"title": "T", "page": "1-2"})])
    require_valid(whole)
    for right, wrong in (("<title>", "<titel>"), ('"text"', '"book"'), ("<start>", "<begin>"), ("3.7", "2.0")):
        broken = whole.replace(right, wrong).replace(right.replace("<", "</"), wrong.replace("<", "</"))
        if broken != whole:
            assert not schema().validate(etree.fromstring(broken.encode())), wrong


def test_the_example_references_are_valid():
    for file in sorted((HERE.parents[1] / "refs").glob("*.json")):
        require_valid(write_mods(read_csl_json(file.read_text("utf-8")).items))


def test_a_translated_title_has_its_language():
    variant = Variant(field="title", kind=VariantKind.TRANSLATED, language="zh-Hant", text="題目")
    text = write_mods([Item(key="k", fields={"title": "T"}, variants=(variant,))])
    assert 'xml:lang="zh-Hant"' in text
    require_valid(text)


@given(items)
def test_every_item_is_valid(item):
    require_valid(write_mods([item]))
