"""The snapshot of a page in place of its address."""

import pytest

from tipcite.model import Archived, Item, with_archived
from tipcite.render import Renderer, ShowArchived
from tipcite.render.snapshots import with_snapshot
from tipcite.resources import load_locale

PAGE = "http://gone.test/report"
SNAPSHOT = f"https://web.archive.org/web/20180301120000/{PAGE}"


@pytest.mark.parametrize(
    ("show", "is_live", "printed"),
    [
        (ShowArchived.DEAD, False, SNAPSHOT),
        (ShowArchived.DEAD, True, PAGE),
        (ShowArchived.ALWAYS, True, SNAPSHOT),
        (ShowArchived.NEVER, False, PAGE),
    ],
)
def test_which_address_is_printed(show, is_live, printed):
    item = with_archived(Item(key="a", fields={"URL": PAGE}), Archived(url=SNAPSHOT, is_live=is_live))
    assert with_snapshot(item, show).fields["URL"] == printed


def test_an_item_without_address_or_snapshot_stays_as_it_is():
    item = Item(key="a", fields={"DOI": "10.5555/x"})
    assert with_snapshot(item, ShowArchived.ALWAYS) is item
    snapshot = with_archived(item, Archived(url=SNAPSHOT))
    assert with_snapshot(snapshot, ShowArchived.ALWAYS) is snapshot


STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info><title>t</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout>
    <group delimiter=", ">
      <text variable="title"/>
      <choose>
        <if variable="archive-url archive-date">
          <group delimiter=" ">
            <text value="archived"/><date variable="archive-date" form="text"/><text variable="archive-url"/>
          </group>
        </if>
      </choose>
    </group>
  </layout></bibliography>
</style>"""


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-07-02", "T, archived July 2, 2021 https://web.archive.org/web/x"),
        ("", "T"),
        ("some day", "T"),
    ],
)
def test_a_style_may_print_the_snapshot_and_its_day(day, expected):
    item = with_archived(
        Item(key="a", fields={"title": "T", "URL": "https://a.org/"}),
        Archived(url="https://web.archive.org/web/x", date=day),
    )
    assert Renderer(STYLE, [item], load_locale=load_locale).references() == expected + "\n"
