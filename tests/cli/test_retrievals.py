"""`tipcite retrievals`: the history of a source's links, from the mirror that git keeps."""

import json

import pytest

AIT = "https://www.ait.org.tw/zhtw/our-relationship-zh/official-reports-zh/trafficking-persons-report-zh/"


def line(day, verdict="ok", why="title_match", **more):
    return json.dumps(
        {
            "target": AIT,
            "record": "retrieval",
            "time": f"2026-03-{day:02d}T08:00:00Z",
            "verdict": verdict,
            "why": why,
            **more,
        }
    )


@pytest.fixture
def checked(seed):
    mirror = seed.folder / "refs" / "checks.jsonl"
    lines = [line(2, title="人口販運\x1b[31m"), line(9, "dead", "http_404", status=404), line(12, "dead", "http_404")]
    mirror.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (seed.folder / "refs" / "library.db").unlink()
    return seed


def test_every_retrieval_is_shown_in_the_order_of_time(checked):
    ended = checked("retrievals", "meiguo2021renkou")
    rows = [row.split("\t") for row in ended.out.splitlines()]
    assert [(row[0], row[1]) for row in rows] == [
        ("2026-03-02T08:00:00Z", "ok"), ("2026-03-09T08:00:00Z", "dead"), ("2026-03-12T08:00:00Z", "dead"),
    ]  # fmt: skip
    assert "\x1b" not in ended.out
    assert "retrieval date 2021-07-02" in ended.err
    assert "dead, 2 counted failures since 2026-03-09, last seen 2026-03-02; due 2026-04-11" in ended.err


def test_json_has_the_whole_retrieval(checked):
    (first, second, _) = checked("retrievals", "meiguo2021renkou", "--json").json()
    assert (first["key"], first["url"], first["verdict"]) == ("meiguo2021renkou", AIT, "ok")
    assert (second["status"], second["why"], second["chain"]) == (404, "http_404", [])


def test_a_source_that_was_never_checked_says_so(seed):
    ended = seed("retrievals", "hogan2020lgbtq", "beijing2020sitan")
    assert ended.out == ""
    assert "never asked for" in ended.err
    assert "beijing2020sitan has neither a DOI nor an address" in ended.err
    assert seed("retrievals", "hogan2020lgbtq", "--json").json() == []


def test_a_key_that_is_not_there_is_named(seed):
    assert "nobody2020" in seed("retrievals", "nobody2020", code=1).err


def test_settings_judge_the_same_history_otherwise(checked):
    checked.write("tipcite.toml", "[links]\nhard-after = 3\nsuspect-days = 1\n")
    assert (
        "suspect, 2 counted failures since 2026-03-09, last seen 2026-03-02; due 2026-03-13"
        in checked("retrievals", "meiguo2021renkou").err
    )


def test_init_lets_git_keep_both_sides_of_a_merge(article):
    assert "refs/checks.jsonl merge=union" in (article.folder / ".gitattributes").read_text()
