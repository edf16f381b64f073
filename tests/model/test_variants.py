"""Variants come back from CSL-JSON and from the mirror as they went in, whatever is in them."""

import dataclasses
import json

from hypothesis import given
from hypothesis import strategies as st

from tipcite.model import Item, Name, Variant, VariantKind, item_from_csl, item_to_csl, variant_from_csl, variant_to_csl
from tipcite.store.mirror_text import item_from_text, item_text, join_references, parse_references

TEXT = st.text(max_size=12) | st.sampled_from(["人口販運", "a\n\u2028b", "\0", "Jen-k’ou fan-yün"])
NAMES = st.builds(Name, family=TEXT, given=TEXT, static_ordering=st.booleans()) | st.builds(Name, literal=TEXT)
VARIANTS = st.builds(
    Variant,
    field=st.sampled_from(["title", "container-title", "publisher", "author"]) | TEXT,
    kind=st.sampled_from(VariantKind),
    language=st.sampled_from(["en", "zh-Latn-pinyin", ""]) | TEXT,
    text=TEXT,
    names=st.lists(NAMES, max_size=3).map(tuple),
    confirmed=st.booleans(),
    source=st.sampled_from(["", "pinyin", "text"]) | TEXT,
    extra=st.dictionaries(st.just("x-own"), TEXT | st.integers() | st.none()),
)
ITEMS = st.builds(Item, key=st.just("a"), variants=st.lists(VARIANTS, max_size=4).map(tuple))

# The members that schema 1.0.2 gives an item; it allows no others.
SCHEMA_MEMBERS = {"id", "type", "custom"}


@given(VARIANTS)
def test_a_variant_comes_back(variant):
    assert variant_from_csl(json.loads(json.dumps(variant_to_csl(variant)))) == variant


@given(ITEMS)
def test_variants_come_back_from_csl_json_and_the_mirror(item):
    assert item_from_csl(json.loads(json.dumps(item_to_csl(item)))) == item
    text = item_text(item)
    assert item_from_text(text) == item
    mirror = join_references([text.encode()]).decode()
    assert parse_references(mirror, "mirror") == {"a": item}
    assert item_text(parse_references(mirror, "mirror")["a"]) == text


@given(ITEMS)
def test_variants_stand_where_the_schema_lets_them(item):
    written = item_to_csl(item)
    assert set(written) <= SCHEMA_MEMBERS
    assert isinstance(written.get("custom", {}), dict)


def test_what_others_wrote_into_a_variant_is_kept():
    value = {"field": "title", "kind": "parallel", "language": "en", "text": "A", "x-seen": "2021"}
    item = item_from_csl({"id": "a", "type": "book", "custom": {"tipcite": {"variants": [value]}}})
    assert item_to_csl(item)["custom"]["tipcite"]["variants"] == [value]
    assert dataclasses.replace(item.variants[0], text="B").extra == {"x-seen": "2021"}
