import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.errors import InvalidItem
from tipcite.model import Date, Item, Name, Variant, VariantKind, item_from_csl, item_to_csl

JOURNAL = {
    "id": "wang2013renkou",
    "type": "article-journal",
    "title": "人口販運",
    "author": [{"family": "王", "given": "寬弘"}, {"literal": "內政部移民署"}],
    "issued": {"date-parts": [[2013, 6]]},
    "volume": 9,
    "DOI": "10.1234/ABC",
    "x-journal-code": {"kept": [1, 2]},
    "custom": {"other-tool": {"a": 1}, "tipcite": {"tags": ["tip"], "notes": ["讀過"]}},
}


def test_every_field_is_written_back_unknown_ones_too():
    written = item_to_csl(item_from_csl(JOURNAL))
    assert written == {**JOURNAL, "volume": "9"}


def test_id_and_type_come_first_and_the_rest_by_name():
    assert list(item_to_csl(item_from_csl(JOURNAL)))[:4] == ["id", "type", "DOI", "author"]


def test_a_number_as_id_becomes_text():
    assert item_from_csl({"id": 7, "type": "book"}).key == "7"
    assert item_from_csl({"id": 1.5, "type": "book"}).key == "1.5"


def test_a_bare_string_among_names_is_an_institution():
    item = item_from_csl({"id": "a", "type": "report", "author": ["美國在台協會"]})
    assert item.names["author"] == (Name(literal="美國在台協會"),)


def test_a_custom_that_is_no_object_is_kept_beside_our_own_part():
    item = dataclasses.replace(item_from_csl({"id": "a", "custom": "mine"}), tags=("tip",))
    assert item_to_csl(item)["custom"] == {"value": "mine", "tipcite": {"tags": ["tip"]}}


def test_variants_travel_in_custom():
    variant = Variant(field="title", kind=VariantKind.PARALLEL, language="en", text="Human Trafficking")
    item = Item(key="a", variants=(variant,))
    assert item_to_csl(item)["custom"]["tipcite"]["variants"][0]["text"] == "Human Trafficking"
    assert item_from_csl(item_to_csl(item)) == item


@pytest.mark.parametrize(
    ("faulty", "field"),
    [
        ({"id": "a", "author": 5}, "author"),
        ({"id": "a", "author": [5]}, "author"),
        ({"id": "a", "issued": [2020]}, "issued"),
        ({"id": "a", "issued": {"date-parts": [["spring"]]}}, "issued"),
        ({"id": "a", "issued": {"date-parts": 2020}}, "issued"),
        ({"id": ["a"]}, "id"),
        ({"id": "a", "custom": {"tipcite": {"variants": [{"field": "title", "kind": "?"}]}}}, "custom"),
    ],
)
def test_a_faulty_field_is_named(faulty, field):
    with pytest.raises(InvalidItem) as caught:
        item_from_csl(faulty)
    assert caught.value.field == field


def test_something_that_is_no_object_is_no_item():
    with pytest.raises(InvalidItem, match="no CSL-JSON item"):
        item_from_csl(["a"])


def test_a_chinese_name_is_written_without_a_blank():
    assert Name(family="歐陽", given="修").full == "歐陽修"
    assert Name(family="Beethoven", given="Ludwig", dropping_particle="van").full == "Ludwig van Beethoven"


def test_an_item_knows_its_doi_whatever_its_case():
    assert str(item_from_csl(JOURNAL).doi) == "10.1234/abc"


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["id", "type", "title", "author", "issued", "custom", "volume", "x"]), _values))
def test_any_object_is_an_item_or_named_as_faulty(value):
    try:
        item = item_from_csl(value)
    except InvalidItem:
        return
    written = item_to_csl(item)
    assert item_from_csl(json.loads(json.dumps(written))) == item


def test_a_range_and_circa_are_shown_as_iso():
    assert str(Date(parts=((2019, 5), (2020,)), circa=True)) == "2019-05/2020~"


def test_fields_in_another_language_are_variants():
    custom = {"en": {"title": "Rare diseases", "author": [{"family": "Wang", "given": "Tso-Jen"}]}}
    custom["zh-Latn"] = {"title": "Han jian ji bing", "volume": 3}
    item = item_from_csl({"id": "a", "type": "book", "title": "罕見疾病", "custom": {"tipcite": custom}})
    assert item.variants == (
        Variant(field="title", kind=VariantKind.PARALLEL, language="en", text="Rare diseases"),
        Variant(
            field="author", kind=VariantKind.PARALLEL, language="en", names=(Name(family="Wang", given="Tso-Jen"),)
        ),
        Variant(field="title", kind=VariantKind.ROMANISED, language="zh-Latn", text="Han jian ji bing"),
        Variant(field="volume", kind=VariantKind.ROMANISED, language="zh-Latn", text="3"),
    )
    assert item_from_csl(item_to_csl(item)) == item


def test_a_field_in_another_language_that_is_no_text_is_refused():
    with pytest.raises(InvalidItem, match=r"custom\.tipcite\.en\.title"):
        item_from_csl({"id": "a", "type": "book", "custom": {"tipcite": {"en": {"title": {"a": 1}}}}})


def test_what_a_later_version_wrote_of_its_own_is_kept():
    raw = {"id": "a", "type": "book", "custom": {"tipcite": {"tags": ["x"], "ratings": [1], "other": "b"}}}
    assert item_to_csl(item_from_csl(raw)) == raw
