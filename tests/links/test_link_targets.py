"""What of an item is asked for."""

from tipcite.links import Target, targets
from tipcite.links.targets import merge
from tipcite.model import Item


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
