"""Pages of known sites become the items that an author would have written by hand."""

from datetime import date

import pytest

from tipcite.fetch import fetch_page
from tipcite.formats.webpage import SITES, describe, site_of
from tipcite.model import Date, parse_url
from web.known import KNOWN

TODAY = Date(parts=((2026, 11, 22),))


def flat(item):
    """Write an item as one line a field: names `family|given`, dates in ISO form, variants with their language."""
    found = {"type": item.type, **item.fields}
    found |= {name: "; ".join(map(one_name, names)) for name, names in item.names.items()}
    found |= {name: str(day) for name, day in item.dates.items()}
    for variant in item.variants:
        found[f"{variant.field} {variant.language}"] = variant.text or "; ".join(map(one_name, variant.names))
    return found


def one_name(name):
    return name.literal or f"{name.family}|{name.given}"


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.address.removeprefix("https://"))
def test_a_page_of_a_known_site_becomes_its_item(known):
    found = flat(describe(known.html, known.address, final=known.address, today=TODAY).item)
    assert found == {"URL": known.address, **known.item}


@pytest.mark.parametrize("known", KNOWN[::7], ids=lambda known: known.address.removeprefix("https://"))
def test_it_does_so_over_the_network(known, web, net):
    fetched = fetch_page(parse_url(known.address), net, today=date(2026, 11, 22))
    assert flat(fetched.item) == {"URL": known.address, "accessed": "2026-11-22", **known.item}
    assert fetched.retrieval.target == known.address


def test_every_field_says_where_it_comes_from_and_how_sure_that_is():
    for known in KNOWN:
        item = describe(known.html, known.address, today=TODAY).item
        said = item.provenance["fields"]
        named = {*item.fields, *item.names, *item.dates}
        assert named <= said.keys(), known.address
        assert all(0 < one["confidence"] <= 1 and one["from"] for one in said.values())


def test_the_table_covers_the_sites_that_have_pages_here_and_they_are_many():
    covered = {site_of(known.address).host for known in KNOWN}
    assert len(covered) >= 55
    assert len({site.host for sites in SITES.values() for site in sites}) > 100
