"""Merging: united, chosen, and nothing lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tipcite.match import contradictions, differences, filled, merged
from tipcite.model import Item, Name, Variant, VariantKind, item_from_csl, item_to_csl

NAMES = st.lists(
    st.builds(Name, family=st.sampled_from(["Marten", "王"]), given=st.sampled_from(["A.", "Ada"])),
    min_size=1,
    max_size=2,
)
ITEMS = st.builds(
    Item,
    key=st.sampled_from(["a", "b"]),
    type=st.sampled_from(["document", "book", "report"]),
    fields=st.dictionaries(
        st.sampled_from(["title", "publisher", "volume", "URL", "note"]), st.sampled_from(["x", "y", "2"])
    ),
    names=st.dictionaries(st.sampled_from(["author", "editor"]), NAMES.map(tuple)),
    tags=st.lists(st.sampled_from("pqr"), max_size=2, unique=True).map(tuple),
    notes=st.lists(st.sampled_from("stu"), max_size=2, unique=True).map(tuple),
)


def everything(item: Item) -> list[object]:
    """List all that an item says, also what gave way in a merge."""
    csl = item_to_csl(item)
    merged_in = item.provenance.get("merged", [])
    return [*csl.values(), *(value for one in merged_in for value in one.get("fields", {}).values())]


@given(ITEMS, ITEMS, st.sets(st.sampled_from(["title", "publisher", "author", "type", "volume"])))
def test_nothing_is_lost(one: Item, other: Item, taken: set[str]) -> None:
    whole = merged(one, other, dict.fromkeys(taken, other))
    said = everything(whole)
    for item in (one, other):
        for name, value in item_to_csl(item).items():
            if name not in ("id", "custom") and value != "document":
                assert value in said, name
        assert {*item.tags} <= {*whole.tags}
        assert {*item.notes} <= {*whole.notes}
    assert whole.key == one.key
    assert other.key == one.key or other.key in whole.aliases


@given(ITEMS, ITEMS)
def test_filling_overwrites_nothing_and_says_what_it_did(one: Item, other: Item) -> None:
    whole, said = filled(one, other)
    before, after = item_to_csl(one), item_to_csl(whole)
    for name, value in before.items():
        if name not in ("custom", "type") and value:
            assert after[name] == value
    changed = {name for name in after if name != "custom" and after[name] != before.get(name)}
    assert changed == {*said} - {"tags", "notes", "variants"}
    assert filled(whole, other)[1] == ()


def test_what_contradicts_is_told_from_what_is_only_written_otherwise() -> None:
    one = item_from_csl(
        {"title": "On links", "page": "1-9", "volume": "2", "URL": "https://a.test/x", "publisher": "Brill"}
    )
    other = item_from_csl(
        {"title": "ON LINKS", "page": "1–9", "volume": "3", "URL": "https://b.test/x", "publisher": "Brill Press"}
    )
    assert {compared.field for compared in differences(one, other)} == {"volume", "URL", "publisher"}
    assert [compared.field for compared in contradictions(one, other)] == ["volume"]


def test_forms_in_other_languages_are_united() -> None:
    def form(text: str, language: str) -> Variant:
        return Variant(field="title", kind=VariantKind.PARALLEL, language=language, text=text)

    one = Item(key="a", fields={"title": "論連結"}, variants=(form("On links", "en"),))
    other = Item(key="b", fields={"title": "論連結"}, variants=(form("Of links", "en"), form("Sur les liens", "fr")))
    assert [one.text for one in merged(one, other).variants] == ["On links", "Sur les liens"]


def test_a_lone_number_that_is_the_issue_here_is_no_volume_too() -> None:
    here = Item(key="here", fields={"issue": "15"})
    whole, said = filled(here, Item(key="there", fields={"volume": "15", "page": "31-76"}))
    assert said == ("page",)
    assert "volume" not in whole.fields
    both = Item(key="there", fields={"volume": "15", "issue": "15"})
    assert filled(here, both)[0].fields["volume"] == "15"
