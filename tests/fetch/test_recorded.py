"""What sources said then, made again from the kept answers: what differs was made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tipcite.fetch.gather import fetch_all
from tipcite.fetch.recorded import changed_since
from tipcite.fetch.sources import Fetched
from tipcite.fetch.wanted import read_wanted
from tipcite.match.updating import updated
from tipcite.model import Item
from tipcite.net import Services
from web.catalogues import BOOK, CAPITAL_BOOK, ONLY_GOOGLE, PINYIN_BOOK, TRANSLATED_BOOK

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
SOURCES = [
    "10.1080/23322705.2020.1841985", "10.5555/markup", "10.5555/taiwan", "10.5555/verify.han", "10.5555/datacite",
    "10.11501/river", "10/bk3m", BOOK, CAPITAL_BOOK, ONLY_GOOGLE, PINYIN_BOOK, TRANSLATED_BOOK, "PMID:30000001",
    "PMID:30000002", "PMID:30000003", "PMC7000001", "arXiv:2101.00001", "arXiv:2101.00001v2", "hep-th/9901001",
    "hdl:20.500.1/page", "http://thesis.test/678", "http://good.test/article", "1234-5679 13 1",
]  # fmt: skip


@pytest.fixture
def fetch(web, net):
    patient = replace(net, read_timeout=10.0, total_timeout=20.0)

    def one(text: str) -> Fetched:
        services = Services(arxiv_interval=0.001, pubmed_interval=0.001)
        (found,) = fetch_all([read_wanted(text)], patient, services, today=date(2026, 11, 22), now=lambda: NOW)
        assert isinstance(found, Fetched), found
        return found

    return one


def kept(*fetched: Fetched):
    return {answer.digest: answer.text for one in fetched for answer in one.answers}.get


@pytest.mark.parametrize("text", SOURCES)
def test_what_nobody_changed_is_as_the_source_said_it_and_what_was_set_is_not(text, fetch):
    found = fetch(text)
    untouched = changed_since(found.item, kept(found)) - {"PMCID", "URL", "DOI"}
    assert untouched == set()
    mine = replace(found.item, fields={**found.item.fields, "title": "My own title", "note": "mine"})
    if "fields" in mine.provenance:  # as `set` does
        claims = {name: claim for name, claim in mine.provenance["fields"].items() if name not in ("title", "note")}
        mine = replace(mine, provenance={**mine.provenance, "fields": claims})
    assert changed_since(mine, kept(found)) >= {"title", "note"}


@pytest.mark.parametrize("text", [None, "", "{", "[]", "{}", "<a/>", '{"title": 5}', "[" * 100_000])
@pytest.mark.parametrize("name", ["10.5555/taiwan", "10.5555/datacite", BOOK, "PMID:30000001", "arXiv:2101.00001"])
def test_from_an_answer_that_is_lost_or_garbled_nothing_is_known(name, text, fetch):
    item = replace(fetch(name).item, fields={"title": "My own title"})
    assert changed_since(item, lambda _: text) == set()


def test_what_came_before_an_update_that_took_little_is_still_known(fetch):
    old, new = fetch("10.5555/place-a"), fetch("10.5555/place-b")
    item = updated(old.item, new.item, ["issue"])
    assert item.provenance["raw"] == new.item.provenance["raw"]
    assert [one["raw"] for one in item.provenance["earlier"]] == [old.item.provenance["raw"]]
    assert changed_since(item, kept(old, new)) == set()
    assert changed_since(replace(item, fields={**item.fields, "issue": "9"}), kept(old, new)) == {"issue"}
    assert changed_since(item, kept(new)) >= {"title", "page"}


def test_what_has_no_record_is_not_made_by_hand():
    assert changed_since(Item(key="x", fields={"title": "T"}), lambda _: None) == set()
