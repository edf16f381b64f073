# ruff: noqa: E501 (rows of references are read across)
"""What a source says beside what an item says: offered, held back, or no news."""

from __future__ import annotations

from tipcite.match.parts import is_part, said_of_part
from tipcite.match.updating import HAND, SCRIPT, is_of_another_work, proposals, updated
from tipcite.model import Item, item_from_csl

OWN = {
    "id": "k", "type": "document", "title": "Tides of a mountain lake", "author": [{"family": "Marten", "given": "Ada B."}],
    "issued": {"date-parts": [[2018, 3, 1]]}, "container-title": "Journal of Inland Waters", "page": "201-19",
    "URL": "https://waters.test/tides", "language": "en",
}  # fmt: skip
TOLD = {
    "id": "", "type": "article-journal", "title": "Tides of a Mountain Lake", "author": [{"family": "Marten", "given": "A."}],
    "issued": {"date-parts": [[2018, 3]]}, "container-title": "J. Inland Waters", "page": "201–219", "volume": "12",
    "URL": "https://doi.org/10.5555/x", "language": "en-US", "accessed": {"date-parts": [[2026, 1, 1]]},
}  # fmt: skip


def item(value: dict, **more) -> Item:
    return item_from_csl({**value, **more})


def fields(*found) -> dict[str, tuple[str, str, str]]:
    return {one.field: (one.old, one.new, one.held) for one in found}


def test_only_what_is_news_is_offered():
    """Not: case, initials, a month for a day, an abbreviation, dashes, doi.org's address, a region, the reader's own."""
    assert fields(*proposals(item(OWN), item(TOLD))) == {
        "type": ("", "article-journal", ""),
        "volume": ("", "12", ""),
    }


def test_a_named_field_is_offered_however_it_differs():
    assert fields(*proposals(item(OWN), item(TOLD), named=["title", "author"], handmade=frozenset({"title"}))) == {
        "title": ("Tides of a mountain lake", "Tides of a Mountain Lake", ""),
        "author": ("Ada B. Marten", "A. Marten", ""),
    }


def test_what_was_made_by_hand_or_is_in_another_script_is_held():
    told = item(TOLD, title="高山湖泊之潮汐", volume="13")
    found = fields(*proposals(item(OWN, volume="12"), told, handmade=frozenset({"volume"})))
    assert found["title"][2] == SCRIPT
    assert found["volume"] == ("12", "13", HAND)


def test_what_is_fuller_is_offered():
    own = item(OWN, author=[{"family": "Marten", "given": "A."}], issued={"date-parts": [[2018]]})
    told = item(TOLD, author=[{"family": "Marten", "given": "Ada Beatrix"}])
    assert {"author", "issued"} <= set(fields(*proposals(own, told)))


def test_what_the_source_does_not_say_stays_and_where_it_came_from_is_noted():
    told = item({**TOLD, "custom": {"tipcite": {"provenance": {"source": "crossref"}}}})
    own = item(OWN, note="mine")
    now = updated(own, told, ["volume", "type"])
    assert (now.fields["volume"], now.type, now.fields["note"], now.key) == ("12", "article-journal", "mine", "k")
    assert now.provenance["source"] == "crossref"
    assert updated(own, told, []) is own


def test_an_address_of_doi_org_is_no_news_beside_a_doi_but_is_for_what_has_neither():
    assert "URL" not in fields(*proposals(item({**OWN, "URL": ""}, DOI="10.5555/x"), item(TOLD)))
    assert "URL" not in fields(*proposals(item({**OWN, "URL": ""}), item(TOLD, DOI="10.5555/x")))
    assert "URL" in fields(*proposals(item({**OWN, "URL": ""}), item(TOLD)))


def test_another_work_is_told_by_its_title_not_by_its_wording():
    assert not is_of_another_work(item(OWN), item(TOLD))
    assert not is_of_another_work(item(OWN), item(TOLD, title="Tides of a mountain lake: a long watch"))
    assert not is_of_another_work(item({**OWN, "title": ""}), item(TOLD))
    assert is_of_another_work(item(OWN), item(TOLD, title="A history of the printing press"))


def test_a_record_replaces_what_provenance_said_of_the_one_before():
    def of(**provenance):
        return {"custom": {"tipcite": {"provenance": provenance}}}

    page = item(OWN, **of(source="webpage", final_url="https://w.test/", fields={"title": {"from": "title"}}))
    told = item(TOLD, **of(source="crossref", raw="new", address="https://a.test/1"))
    now = updated(page, told, ["volume"])
    assert now.provenance == {
        "source": "crossref", "raw": "new", "address": "https://a.test/1", "fields": {"title": {"from": "title"}},
    }  # fmt: skip
    newer = item(TOLD, volume="13", **of(source="crossref", raw="newer"))
    again = updated(now, newer, ["volume", "title"])
    assert again.provenance == {
        "source": "crossref", "raw": "newer",
        "earlier": [{"source": "crossref", "raw": "new", "address": "https://a.test/1"}],
    }  # fmt: skip
    whole = updated(now, newer, [*newer.fields, *newer.names, *newer.dates, "type"])
    assert whole.provenance == {"source": "crossref", "raw": "newer"}, "nothing of what was said before is left"


def test_of_a_part_its_whole_tells_only_what_both_share():
    book = item(
        {"type": "book", "title": "Handbook of Rivers", "author": [{"literal": "Ed"}], "editor": [{"literal": "Weir"}],
         "publisher": "River Press", "number-of-pages": "400", "issued": {"date-parts": [[2016]]}, "ISBN": "1"}
    )  # fmt: skip
    chapter = item({"type": "chapter", "title": "Floods"})
    told = said_of_part(chapter, book)
    assert (is_part(chapter), is_part(book), told.type, told.title) == (True, False, "chapter", "")
    assert dict(told.fields) == {
        "ISBN": "1", "publisher": "River Press", "container-title": "Handbook of Rivers",
    }  # fmt: skip
    assert (set(told.names), set(told.dates)) == ({"editor"}, {"issued"})
