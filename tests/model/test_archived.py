"""The snapshot that an item names."""

import pytest

from tipcite.model import Archived, archived, item_from_csl, item_to_csl, with_archived

SNAPSHOT = Archived(url="https://web.archive.org/web/20200101000000/http://x.test/", date="2020-01-01")
PLAIN = {"id": "a", "type": "webpage", "URL": "http://x.test/"}


@pytest.mark.parametrize("custom", [None, {"other": 1}, "a text", {"tipcite": {"tags": ["x"]}}])
def test_a_snapshot_travels_in_custom_and_leaves_the_rest(custom):
    csl = PLAIN if custom is None else {**PLAIN, "custom": custom}
    item = item_from_csl(csl)
    kept = item_from_csl(item_to_csl(with_archived(item, SNAPSHOT)))
    assert archived(kept) == SNAPSHOT
    assert kept.tags == item.tags
    if isinstance(custom, dict):
        assert item_to_csl(kept)["custom"].items() >= custom.items()


def test_it_can_be_taken_out_again():
    item = item_from_csl(PLAIN)
    assert with_archived(with_archived(item, SNAPSHOT), None) == item


@pytest.mark.parametrize("custom", [{"archive-url": 1}, {"archive-url": ""}, {"archive-date": "2020"}, "x"])
def test_what_names_no_address_is_no_snapshot(custom):
    assert archived(item_from_csl({**PLAIN, "custom": custom})) is None
