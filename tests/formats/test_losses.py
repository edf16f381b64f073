"""The table of what formats can't say is what they can't say."""

from __future__ import annotations

import pytest
from saying import said

from tipcite.formats import FORMATS
from tipcite.formats.losses import LOSSES


def test_every_format_that_is_written_is_in_the_table():
    assert set(LOSSES) == {name for name, one in FORMATS.items() if one.write}


@pytest.mark.parametrize("name", LOSSES)
def test_the_table_says_what_comes_back_without_our_own_field(name):
    found = {part: verdict for part, verdict in said(name) if verdict != "yes"}
    declared = dict.fromkeys(LOSSES[name].some, "some") | dict.fromkeys(LOSSES[name].never, "no")
    assert found == declared
