"""What of an item is asked for."""

from dataclasses import replace

from tipcite.links import Target, targets
from tipcite.links.targets import merge
from tipcite.model import Date, Item, Variant, VariantKind
from tipcite.store.tables import item_targets


def item(**fields: str) -> Item:
    return Item(key="k", fields={"title": "A Title", **fields})


def values(*found: Target) -> list[tuple[str, str]]:
    return [(str(target.kind), target.value) for target in found]


def test_doi_and_address_are_two_targets_with_title_and_key():
    found = targets(item(DOI="10.1000/AbC", URL="https://publisher.test/x"))
    assert values(*found) == [("doi", "10.1000/abc"), ("url", "https://publisher.test/x")]
    assert all(target.title == "A Title" and target.keys == ("k",) for target in found)


def test_the_resolver_address_of_the_same_doi_is_not_asked_twice():
    for address in ("https://doi.org/10.1000/ABC", "http://dx.doi.org/10.1000/abc", "https://doi.org/10.1000%2Fabc"):
        assert values(*targets(item(DOI="10.1000/abc", URL=address))) == [("doi", "10.1000/abc")]


def test_a_resolver_address_alone_is_asked_as_its_doi():
    assert values(*targets(item(URL="https://doi.org/10.1000/abc"))) == [("doi", "10.1000/abc")]


def test_what_is_no_doi_and_no_address_is_a_target_all_the_same():
    assert values(*targets(item(DOI="junk", URL="www.example.org/x"))) == [
        ("doi", "junk"),
        ("url", "www.example.org/x"),
    ]


def test_an_item_without_identifiers_has_no_targets():
    assert targets(item()) == ()


def test_one_address_of_two_items_is_one_target_with_both_keys():
    one = Target(value="http://a.test/", keys=("a",))
    two = Target(value="http://a.test/", keys=("b",), title="T")
    assert merge([one, two]) == (Target(value="http://a.test/", keys=("a", "b"), title="T"),)


def test_a_doi_is_asked_for_as_it_is_cited():
    sici = "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o"
    assert values(*targets(item(DOI="10.1000/abc."))) == [("doi", "10.1000/abc.")]
    assert values(*targets(item(DOI="https://doi.org/10.1000/abc"))) == [("doi", "10.1000/abc")]
    assert values(*targets(item(DOI="https://publisher.test/doi/full/10.1000/abc"))) == [("doi", "10.1000/abc")]
    assert values(*targets(item(DOI=sici.upper(), URL=f"https://doi.org/{sici}"))) == [("doi", sici)]


def test_the_store_names_links_as_they_are_asked_for():
    for fields in (
        {"DOI": "10.1000/abc.", "URL": "https://doi.org/10.1000/xyz。"},
        {"DOI": "10.1000/a b", "URL": "https://doi.org/nothing"},
        {"DOI": "doi:10.1000/(ABC)", "URL": "https://publisher.test/10.1000/abc"},
    ):
        assert [target for _, target in item_targets(item(**fields))] == [one.value for one in targets(item(**fields))]


def test_a_target_carries_what_an_agency_may_call_the_work():
    title = Variant(field="title", kind=VariantKind.PARALLEL, language="en", text="A Title in English")
    issued = {"issued": Date(parts=((2020, 1),))}
    source = replace(item(DOI="10.1000/abc"), variants=(title,), dates=issued)
    source = replace(source, fields={**source.fields, "container-title": "學報", "original-title": "Titel"})
    (found,) = targets(source)
    assert (found.titles, found.containers, found.year) == (("A Title in English", "Titel"), ("學報",), 2020)
