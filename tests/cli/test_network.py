"""`check` and `add` against a web of its own: what is asked, what is kept, what is never contacted."""

import json

import pytest

from web.fixtures import running_web, web

from .conftest import Article

__all__ = ["running_web", "web"]

AIT = "https://www.ait.org.tw/zhtw/our-relationship-zh/official-reports-zh/trafficking-persons-report-zh/"
HOGAN = "10.1080/23322705.2020.1841985"


class Online:
    """An article whose network leads to the small web."""

    def __init__(self, article: Article, web) -> None:
        self.article = article
        self.options = [part for rule in web.resolve for part in ("--resolve", rule)] + ["--ca-file", web.ca_file]

    def __call__(self, command: str, *arguments: str, **how):
        return self.article(command, *arguments, *self.options, **how)


@pytest.fixture
def online(seed, web) -> Online:
    return Online(seed, web)


def item(article: Article, key: str) -> dict:
    return next(one for one in article.items() if one["id"] == key)


def test_every_link_gets_a_verdict_and_a_refusal_is_no_death(online, web):
    answers = {one["target"]: one for one in online("check", "--json").json()}
    assert answers[HOGAN]["verdict"] == "ok"
    assert answers[HOGAN]["why"] == "doi_registered"
    assert answers[AIT]["verdict"] == "ok"
    assert answers[AIT]["title"].startswith("人口販運問題報告")
    assert len(answers[AIT]["sha256"]) == 64
    blocked = answers["https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985"]
    assert (blocked["verdict"], blocked["status"]) == ("blocked", 403)


def test_a_check_is_kept_and_is_no_change_to_undo(online):
    before = online.article.mirrors()
    log = online.article("log").out
    online("check", "--today", "2026-11-22")
    lines = [json.loads(line) for line in online.article.mirrors()[1].splitlines()]
    assert {line["target"] for line in lines if "target" in line} >= {HOGAN, AIT}
    assert online.article.mirrors()[0] == before[0]
    assert "2026-11-22 ok" in online.article("show", "meiguo2021renkou").out
    assert online.article("log").out == log


def test_checks_survive_without_the_database(online):
    online("check", "--today", "2026-11-22")
    shown = online.article("show", "meiguo2021renkou").out
    (online.article.folder / "refs" / "library.db").unlink()
    assert online.article("show", "meiguo2021renkou").out == shown


def test_the_authors_retrieval_date_stands_unless_update_is_asked_for(online):
    online.article("set", "meiguo2021renkou", "accessed=2021-07-02")
    online("check")
    online("check", "--record", "--today", "2026-11-22")
    assert item(online.article, "meiguo2021renkou")["accessed"] == {"date-parts": [[2021, 7, 2]]}
    online("check", "--record=update", "--today", "2026-11-22")
    assert item(online.article, "meiguo2021renkou")["accessed"] == {"date-parts": [[2026, 11, 22]]}


def test_a_missing_retrieval_date_is_recorded_for_what_was_seen(online):
    online.article("set", "meiguo2021renkou", "accessed=")
    online.article("set", "hogan2020lgbtq", "accessed=")
    online("check", "--record", "--today", "2026-11-22")
    assert item(online.article, "meiguo2021renkou")["accessed"] == {"date-parts": [[2026, 11, 22]]}
    assert "accessed" not in item(online.article, "hogan2020lgbtq"), "a page that refused was not seen"


def test_no_retrieval_date_is_recorded_in_ci(online):
    online.article("set", "meiguo2021renkou", "accessed=")
    ended = online("check", "--record", "--today", "2026-11-22", CI="true")
    assert "no retrieval date was recorded" in ended.err
    assert "accessed" not in item(online.article, "meiguo2021renkou")


def test_a_dead_link_ends_with_three(online):
    online.article("set", "meiguo2021renkou", "URL=https://www.ait.org.tw/gone")
    ended = online("check", "meiguo2021renkou", code=3)
    assert ended.out.startswith("dead")
    assert "http_404" in ended.out


def test_an_unregistered_doi_is_dead_at_once(online):
    online.article("set", "hogan2020lgbtq", "DOI=10.5555/unregistered", "URL=")
    ended = online("check", "hogan2020lgbtq", "--json", code=3)
    assert [one["why"] for one in ended.json()] == ["doi_unregistered"]


def test_single_sources_are_checked_alone(online, web):
    online("check", "meiguo2021renkou")
    assert web.record.hosts() == {"www.ait.org.tw"}


def test_the_references_of_a_file_are_checked_without_a_library(tmp_path, web):
    here = Article(tmp_path)
    here.write("refs.bib", "@online{a, title={utf8}, author={Ann A}, url={http://good.test/utf8}}\n")
    assert [one["verdict"] for one in Online(here, web)("check", "refs.bib", "--json", code=None).json()] == ["ok"]


def test_without_a_network_nothing_is_counted(seed):
    before = seed.mirrors()
    rules = [f"{host}:443:127.0.0.1:9" for host in ("doi.org", "www.ait.org.tw", "www.tandfonline.com")]
    options = [part for rule in rules for part in ("--resolve", rule)]
    ended = seed("check", *options, code=1)
    assert "offline" in ended.err
    assert seed.mirrors() == before


def test_a_private_address_is_never_contacted(seed, web):
    seed("set", "meiguo2021renkou", f"URL=http://127.0.0.1:{web.http_port}/secret")
    ended = seed("check", "meiguo2021renkou", "--json", code=3)
    assert [(one["verdict"], one["why"]) for one in ended.json()] == [("invalid", "forbidden_address")]
    assert not web.record.paths


def test_a_doi_is_added_from_crossref(article, web):
    online = Online(article, web)
    assert online("add", HOGAN).out == "hogan2020lgbtq\n"
    added = item(article, "hogan2020lgbtq")
    assert (added["volume"], added["issue"], added["page"]) == ("9", "1", "63-78")
    assert added["author"][1] == {"family": "Roe-Sepowitz", "given": "Dominique"}
    assert "hogan2020lgbtq" in online("add", f"https://doi.org/{HOGAN}").err
    assert len(article.items()) == 1


def test_a_page_is_added_by_its_title_host_and_date_and_was_seen_today(article, web):
    key = Online(article, web)("add", AIT, "--today", "2026-11-22").out.strip()
    added = item(article, key)
    assert added["title"] == "人口販運問題報告"
    assert added["author"] == [{"literal": "美國在台協會"}]
    assert added["accessed"] == {"date-parts": [[2026, 11, 22]]}
    assert added["language"].startswith("zh")
    assert "2026-11-22 ok" in article("show", key).out


@pytest.mark.parametrize("address", ["https://www.ait.org.tw/gone", "10.5555/unregistered", "10.5555/page"])
def test_what_gives_no_answer_adds_nothing(article, web, address):
    ended = Online(article, web)("add", address, code=1)
    assert len(ended.err.strip().splitlines()) == 1
    assert article.items() == []


def test_a_wrong_resolve_rule_is_wrong_usage(seed):
    assert "HOST:PORT:ADDRESS" in seed("check", "--resolve", "nonsense", code=2).err


def test_a_missing_ca_file_is_named(seed):
    assert "no.pem" in seed("check", "--ca-file", "no.pem", code=2).err
