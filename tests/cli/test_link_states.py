"""A link's state over weeks of checks, by the program itself."""

import pytest

from web.fixtures import running_web, web

from .test_network import Online

__all__ = ["running_web", "web"]

GONE = "https://www.ait.org.tw/gone"
KEY = "meiguo2021renkou"


@pytest.fixture
def online(seed, web) -> Online:
    seed("set", KEY, f"URL={GONE}", "DOI=")
    return Online(seed, web)


def checked(online, day, *options):
    found = online("check", KEY, "--json", "--today", day, *options, code=None).json()
    return [(one["verdict"], one["state"]) for one in found]


def test_a_page_that_is_gone_is_suspect_then_dead_then_seen_again(online):
    assert checked(online, "2026-03-01") == [("dead", "suspect")]
    assert checked(online, "2026-03-02") == [("dead", "suspect")], "a day later nothing new is known"
    assert checked(online, "2026-03-04") == [("dead", "dead")]
    ended = online.article("retrievals", KEY)
    assert len(ended.out.splitlines()) == 3
    assert "dead, 2 counted failures since 2026-03-01; due 2026-04-03" in ended.err


def test_only_what_is_due_is_asked_for(online, web):
    checked(online, "2026-03-01", "--due")
    asked = web.record.paths.total()
    assert asked
    checked(online, "2026-03-03", "--due")
    assert web.record.paths.total() == asked
    checked(online, "2026-03-04", "--due")
    assert web.record.paths.total() > asked


def test_a_fresh_clone_goes_on_from_the_mirror(online):
    checked(online, "2026-03-01")
    (online.article.folder / "refs" / "library.db").unlink()
    assert checked(online, "2026-03-04") == [("dead", "dead")]


def test_numbers_are_settings(online):
    online.article.write("tipcite.toml", "[links]\nhard-after = 1\nburied-days = 2\n")
    assert checked(online, "2026-03-01", "--due") == [("dead", "dead")]
    assert "due 2026-03-03" in online.article("retrievals", KEY).err
