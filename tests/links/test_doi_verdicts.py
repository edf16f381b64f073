"""DOIs: the handle system, the agency and the publisher, well and unwell, and what is said of the DOI."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tipcite.links import Services, Target, TargetKind, check_links
from tipcite.net import parse_resolve
from web.services import ARTICLE, HOGAN_DOI

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


@pytest.fixture
def judge(net):
    """Check one DOI, and an address that is there so that the network is."""

    def one(doi, title="", year=None, **more):
        target = Target(value=doi, kind=TargetKind.DOI, title=title, year=year, **more)
        report = check_links([target, Target(value="http://good.test/")], net, Services(), now=lambda: NOW)
        return report.retrievals[0]

    return one


def verdict(retrieval):
    return str(retrieval.verdict), str(retrieval.why)


@pytest.mark.parametrize(
    ("doi", "expected"),
    [
        (HOGAN_DOI, ("ok", "doi_registered")),
        ("10.5555/unregistered", ("dead", "doi_unregistered")),
        ("10.5555/no-url", ("dead", "doi_no_url")),
        ("10.5555/deleted", ("dead", "doi_no_url")),
        ("10.5555/error", ("transient", "http_5xx")),
        ("10.5555/recovers", ("ok", "doi_registered")),
        ("10.5555/html", ("transient", "protocol")),
        ("10.5555/refused", ("blocked", "bot_challenge")),
        ("10.5555/not-json", ("transient", "protocol")),
        ("10.5555/list", ("transient", "protocol")),
        ("10.5555/handle-slow", ("transient", "timeout")),
        ("10.5555/handle-huge", ("transient", "protocol")),
        ("10.5555/handle-deep", ("transient", "protocol")),
        ("10.5555/handle-endless", ("transient", "protocol")),
        ("10.5555/handle-busy", ("blocked", "rate_limited")),
        ("10.5555/alias", ("ok", "doi_registered")),
        ("10.5555/circle", ("dead", "doi_no_url")),
        ("10.5555/choice", ("ok", "doi_registered")),
        ("10.5555/fresh", ("ok", "doi_registered")),
        ("10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o", ("ok", "doi_registered")),
        ("10.6220/joq.2012.19(1).01", ("ok", "doi_registered")),
        ("junk", ("invalid", "syntax")),
    ],
)
def test_the_handle_system_tells_whether_a_doi_is_registered(web, judge, doi, expected):
    assert verdict(judge(doi)) == expected


@pytest.mark.parametrize(
    ("doi", "flag"),
    [
        (HOGAN_DOI, "target_blocked"),
        ("10.5555/refuses", "target_blocked"),
        ("10.5555/challenge", "target_blocked"),
        ("10.5555/failing", "target_transient"),
        ("10.5555/hangs", "target_transient"),
        ("10.5555/insecure", "target_insecure"),
        ("10.5555/home", "target_suspect"),
        ("10.5555/loop", "target_suspect"),
    ],
)
def test_what_a_publisher_does_to_programs_is_a_flag(web, judge, doi, flag):
    seen = judge(doi)
    assert verdict(seen) == ("ok", "doi_registered")
    assert seen.flags == (flag,)


@pytest.mark.parametrize(
    ("doi", "expected"),
    [
        ("10.5555/gone", ("dead", "http_404")),
        ("10.5555/gone-410", ("dead", "http_410")),
        ("10.5555/nameless", ("dead", "dns_nxdomain")),
        ("10.5555/parked", ("dead", "parked")),
        ("10.5555/soft404", ("dead", "soft404_text")),
        ("10.5555/private", ("invalid", "forbidden_address")),
    ],
)
def test_a_registered_doi_does_not_hide_that_its_page_is_gone(web, judge, doi, expected):
    seen = judge(doi)
    assert verdict(seen) == expected
    assert "doi_registered" in seen.flags
    assert "the DOI is registered" in seen.message


def test_where_a_doi_leads_is_kept_with_what_was_seen_there(web, judge):
    seen = judge("10.5555/article", ARTICLE, 2020)
    assert (seen.target, seen.final_url) == ("10.5555/article", "https://publisher.test/10.5555/article")
    assert (seen.status, seen.title, seen.flags) == (200, ARTICLE, ("title_match",))
    assert len(seen.sha256) == 64


def test_a_doi_past_the_caches_is_asked_for_once_more_before_it_is_dead(web, judge):
    judge("10.5555/unregistered")
    asked = [path for host, path in web.record.paths if host == "doi.org"]
    assert asked == [
        "/api/handles/10.5555/unregistered?type=URL",
        "/api/handles/10.5555/unregistered?type=URL&auth=true",
    ]


@pytest.mark.parametrize(
    ("cited", "meant"),
    [
        ("10.5555/article.", "10.5555/article"),
        ("10.5555/article)。", "10.5555/article"),
        ("10.5555/article」", "10.5555/article"),
        ("10.5555/article;", "10.5555/article"),
        ("10.6220/joq.2012.19(1).01.", "10.6220/joq.2012.19(1).01"),
        ("10.6220/joq.2012.19(1).01)", "10.6220/joq.2012.19(1).01"),
    ],
)
def test_a_doi_that_carries_punctuation_is_dead_and_the_right_one_offered(web, judge, cited, meant):
    seen = judge(cited)
    assert verdict(seen) == ("dead", "doi_unregistered")
    assert (seen.suggestion, seen.flags) == (meant, ("doi_suggestion",))
    assert meant in seen.message


def test_a_doi_with_a_blank_is_invalid_and_the_right_one_offered(web, judge):
    seen = judge("10.5555/ article")
    assert (verdict(seen), seen.suggestion) == (("invalid", "syntax"), "10.5555/article")


def test_what_is_not_registered_either_is_not_offered(web, judge):
    seen = judge("10.5555/unregistered.")
    assert (seen.suggestion, seen.flags) == ("", ())


@pytest.mark.parametrize(
    ("title", "year"),
    [
        (ARTICLE, 2019),
        (ARTICLE.upper(), 2021),
        ("On the lasting of <i>links</i>: a study", 2020),
        ("論連結之存續", 2019),  # another script can't be compared
        ("", None),
    ],
)
def test_the_agencys_title_is_the_cited_one(web, judge, title, year):
    assert not {"wrong_doi", "year_mismatch"} & set(judge("10.5555/article", title, year).flags)


def test_a_title_in_either_language_is_the_cited_one(web, judge):
    for title in ("Human trafficking in Taiwan", "台湾的人口贩运问题"):
        assert not {"wrong_doi", "title_mismatch"} & set(judge("10.5555/taiwan", title, 2021).flags)
    seen = judge("10.5555/taiwan", "另一種題名", 2021, titles=("Human trafficking in Taiwan",))
    assert "wrong_doi" not in seen.flags


def test_a_title_with_its_subtitle_is_the_cited_one(web, judge):
    assert not {"wrong_doi", "title_mismatch"} & set(judge("10.5555/subtitled", "On the lasting: of links", 2019).flags)


def test_the_doi_of_another_work_is_told(web, judge):
    seen = judge("10.5555/article", "A grammar of forgotten scripts", 1998)
    assert verdict(seen) == ("ok", "doi_registered")
    assert {"wrong_doi", "title_mismatch", "year_mismatch"} <= set(seen.flags)
    assert ARTICLE in seen.message


def test_a_chinese_title_of_another_work_is_told(web, judge):
    assert "wrong_doi" in judge("10.5555/taiwan", "都市更新條例之研究", 2021).flags


def test_a_year_that_is_far_off_is_told(web, judge):
    assert judge("10.5555/article", ARTICLE, 2001).flags == ("year_mismatch", "title_match")


@pytest.mark.parametrize(
    ("doi", "flags"),
    [
        ("10.5555/retracted", ("retracted",)),
        ("10.5555/retracted-both", ("retracted", "corrected")),
        ("10.5555/retracted-title", ("retracted",)),
        ("10.5555/withdrawn", ("retracted",)),
        ("10.5555/reinstated", ("corrected",)),
        ("10.5555/corrected", ("corrected",)),
        ("10.5555/concern", ("concern",)),
        ("10.5555/notice", ("notice",)),
        ("10.5555/odd-updates", ()),
        ("10.5555/huge", ("retracted",)),
        ("10.5555/datacite-old", ("newer_version",)),
        ("10.5555/datacite-v1", ("newer_version",)),
        ("10.5555/datacite", ()),
    ],
)
def test_what_became_of_a_work_is_told(web, judge, doi, flags):
    seen = judge(doi)
    assert verdict(seen) == ("ok", "doi_registered")
    assert seen.flags == flags


def test_a_retraction_names_its_notice(web, judge):
    assert judge("10.5555/retracted").message == "retracted 2023-05-01: 10.5555/notice (retraction-watch)"


@pytest.mark.parametrize("name", ["busy", "down", "page", "broken", "other", "empty", "datacite-busy", "datacite-page"])
def test_an_agency_that_gives_no_record_says_nothing_of_the_doi(web, judge, name):
    seen = judge(f"10.5555/{name}", ARTICLE, 2019)
    assert verdict(seen) == ("ok", "doi_registered")
    assert "agency_silent" in seen.flags
    assert not {"wrong_doi", "retracted"} & set(seen.flags)


@pytest.mark.parametrize(("doi", "agency"), [("10.3969/x", "ISTIC"), ("10.13209/x", "CNKI"), ("10.6220/x", "Airiti")])
def test_agencies_without_records_are_not_asked_for_any(web, judge, doi, agency):
    seen = judge(doi, "An article")
    assert (verdict(seen), seen.flags) == (("ok", "doi_registered"), ("title_match",))
    asked = {path.split("?")[0] for host, path in web.record.paths if host in ("doi.org", "api.crossref.org")}
    assert asked == {f"/api/handles/{doi}", f"/ra/{doi}"}


@pytest.mark.parametrize("name", ["ra-down", "ra-html", "ra-odd", "ra-slow"])
def test_without_the_list_of_agencies_crossref_is_asked(web, judge, name):
    assert verdict(judge(f"10.5555/{name}")) == ("ok", "doi_registered")
    assert ("api.crossref.org", f"/works/10.5555%2F{name}") in web.record.paths


def test_agencies_are_asked_for_in_batches_below_the_limit(web, net):
    dois = [f"10.5555/{'x' * 20}{number:04d}" for number in range(200)]
    targets = [Target(value=doi, kind=TargetKind.DOI) for doi in dois]
    check_links(targets, net, Services(), now=lambda: NOW)
    asked = [path for host, path in web.record.paths if path.startswith("/ra/")]
    assert 2 <= len(asked) <= 4
    assert all(len(path) < 3000 for path in asked)
    assert sum(path.count(",") + 1 for path in asked) == 200


def test_a_batch_that_is_too_long_is_halved(web, net):
    targets = [Target(value=f"10.5555/{name}", kind=TargetKind.DOI) for name in ("ra-alone", "retracted", "article")]
    report = check_links(targets, net, Services(), now=lambda: NOW)
    assert [one.flags for one in report.retrievals] == [(), ("retracted",), ()]


def test_doi_org_is_left_alone_for_the_run_when_it_says_so(web, net):
    targets = [Target(value="10.5555/handle-busy", kind=TargetKind.DOI)]
    targets += [Target(value=f"10.5555/later{number}", kind=TargetKind.DOI) for number in range(5)]
    targets.append(Target(value="http://good.test/"))
    report = check_links(targets, net, Services(), now=lambda: NOW)
    assert {verdict(one) for one in report.retrievals if one.target.startswith("10.")} <= {
        ("blocked", "rate_limited"), ("ok", "doi_registered"),
    }  # fmt: skip
    assert verdict(report.retrievals[0]) == ("blocked", "rate_limited")
    assert len(web.record.starts["doi.org"]) <= 3


def test_a_silent_agency_and_publisher_are_no_missing_network(web, net):
    closed = [parse_resolve(f"{host}:443:127.0.0.1:9") for host in ("api.crossref.org", "publisher.test")]
    net = replace(net, resolve=(*closed, *net.resolve), retry_delays=())
    report = check_links([Target(value="10.5555/article", kind=TargetKind.DOI)], net, Services(), now=lambda: NOW)
    assert verdict(report.retrievals[0]) == ("ok", "doi_registered")
    assert report.retrievals[0].flags == ("agency_silent", "target_transient")


def test_other_base_addresses_are_settings(web, net):
    services = Services(doi_ra="https://doi.org/doiRA/", crossref="https://api.crossref.org")
    check_links([Target(value="10.5555/article", kind=TargetKind.DOI)], net, services, now=lambda: NOW)
    assert ("doi.org", "/doiRA/10.5555/article") in web.record.paths
