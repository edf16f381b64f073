"""Every behaviour of a server, and the verdict that a reader should get."""

from datetime import UTC, datetime

import pytest

from tipcite.links import Services, Target, TargetKind, check_links
from web.pages import AIT_PATH, HOGAN_DOI, TITLE

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


@pytest.fixture
def check(net):
    """Check one address, and a second that is there so that the network is."""

    def one(value, title="", kind=TargetKind.URL):
        witness = Target(value="http://good.test/")
        target = Target(value=value, title=title, kind=kind)
        report = check_links([target, witness], net, Services(), now=lambda: NOW)
        return report.retrievals[0]

    return one


def verdict(retrieval):
    return str(retrieval.verdict), str(retrieval.why)


@pytest.mark.parametrize(
    "path", ["utf8", "big5-header", "big5-meta", "big5-silent", "mislabelled", "gzip", "falsely-gzip"]
)
def test_a_page_that_shows_the_cited_title_is_ok_in_any_charset(web, check, path):
    seen = check(f"http://good.test/{path}", TITLE)
    assert verdict(seen) == ("ok", "title_match")
    assert seen.title == TITLE
    assert seen.flags == ()


@pytest.mark.parametrize("path", ["gbk-header", "gbk-silent"])
def test_simplified_pages_are_read_too(web, check, path):
    assert verdict(check(f"http://good.test/{path}", "人口贩运问题报告")) == ("ok", "title_match")


def test_titles_are_compared_without_width_case_and_punctuation(web, check):
    assert verdict(check("http://good.test/wide", "abc report: 人口販運")) == ("ok", "title_match")


def test_a_page_without_the_cited_title_is_ok_and_flagged(web, check):
    seen = check("http://good.test/utf8", "Something else entirely")
    assert verdict(seen) == ("ok", "http_ok")
    assert seen.flags == ("title_mismatch",)


def test_the_whole_retrieval_is_kept(web, check):
    seen = check("http://hops.test/302", TITLE)
    assert seen.time == "2026-11-22T08:30:00Z"
    assert seen.status == 200
    assert seen.final_url == "http://good.test/utf8"
    assert seen.chain == ("302 http://hops.test/302",)
    assert seen.content_type == "text/html"
    assert seen.size > 2000
    assert len(seen.sha256) == 64


def test_the_page_of_the_seed_is_found(web, check):
    assert verdict(check(f"https://www.ait.org.tw{AIT_PATH}", TITLE)) == ("ok", "title_match")


def test_a_publisher_that_refuses_programs_is_blocked_not_dead(web, check):
    seen = check(f"https://www.tandfonline.com/doi/full/{HOGAN_DOI}", "LGBTQ+ Homeless Young Adults")
    assert verdict(seen) == ("blocked", "bot_challenge")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("404", ("dead", "http_404")),
        ("410", ("dead", "http_410")),
        ("400", ("dead", "other_4xx")),
        ("401", ("blocked", "http_401")),
        ("402", ("blocked", "http_402")),
        ("403", ("blocked", "http_403")),
        ("407", ("blocked", "http_407")),
        ("418", ("blocked", "http_418")),
        ("451", ("blocked", "http_451")),
        ("999", ("blocked", "http_999")),
        ("429", ("blocked", "rate_limited")),
        ("429/3600", ("blocked", "rate_limited")),
        ("cf", ("blocked", "bot_challenge")),
        ("500", ("transient", "http_5xx")),
        ("503", ("transient", "http_5xx")),
        ("408", ("transient", "timeout")),
        ("503x1", ("ok", "http_ok")),
    ],
)
def test_a_status_gives_a_verdict(web, check, path, expected):
    assert verdict(check(f"http://status.test/{path}")) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("reset", ("transient", "reset")),
        ("silent", ("transient", "reset")),
        ("garbage", ("transient", "protocol")),
        ("cut", ("transient", "truncated")),
        ("slow", ("transient", "timeout")),
        ("cut-404", ("dead", "http_404")),
    ],
)
def test_a_failing_server_is_transient(web, check, path, expected):
    assert verdict(check(f"http://good.test/{path}")) == expected


@pytest.mark.parametrize(
    ("host", "why"),
    [
        ("expired", "tls_expired"),
        ("self-signed", "tls_self_signed"),
        ("stranger", "tls_chain"),
        ("wrong-host", "tls_wrong_host"),
    ],
)
def test_a_faulty_certificate_is_insecure(web, check, host, why):
    assert verdict(check(f"https://{host}.test/")) == ("insecure", why)


@pytest.mark.parametrize(
    ("path", "final"),
    [
        ("301", "http://good.test/utf8"),
        ("308", "http://good.test/utf8"),
        ("301-then-302", "http://hops.test/302"),
    ],
)
def test_the_leading_run_of_permanent_redirects_is_where_the_page_moved(web, check, path, final):
    seen = check(f"http://hops.test/{path}", TITLE)
    assert verdict(seen) == ("moved", "permanent_redirect")
    assert seen.final_url == final
    assert "title_match" in seen.flags


@pytest.mark.parametrize("path", ["302", "303", "307", "302-then-301"])
def test_what_lies_behind_a_temporary_redirect_has_not_moved(web, check, path):
    assert verdict(check(f"http://hops.test/{path}", TITLE)) == ("ok", "title_match")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("loop", ("dead", "redirect_loop")),
        ("to-404", ("dead", "http_404")),
        ("to-error-page", ("dead", "soft404_redirect")),
        ("deep/inside/page", ("dead", "soft404_home")),
        ("to-private", ("invalid", "forbidden_address")),
        ("to-metadata", ("invalid", "forbidden_address")),
        ("to-file", ("invalid", "redirect_scheme")),
        ("nowhere", ("transient", "protocol")),
        ("needs-login", ("blocked", "login")),
    ],
)
def test_a_redirect_that_leads_astray(web, check, path, expected):
    assert verdict(check(f"http://hops.test/{path}")) == expected


def test_a_page_that_refreshes_to_another_has_moved(web, check):
    seen = check("http://good.test/refresh", TITLE)
    assert verdict(seen) == ("moved", "meta_refresh")
    assert seen.final_url == "http://good.test/utf8"


def test_a_step_from_https_to_http_is_flagged(web, check):
    seen = check("https://hops.test/downgrade", TITLE)
    assert verdict(seen) == ("ok", "title_match")
    assert seen.flags == ("https_downgrade",)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("en", ("dead", "soft404_text")),
        ("hant", ("dead", "soft404_text")),
        ("hans", ("dead", "soft404_text")),
        ("body", ("dead", "soft404_text")),
        ("big5", ("dead", "soft404_text")),
        ("long-404", ("dead", "soft404_text")),
        ("parked", ("dead", "parked")),
        ("challenge", ("blocked", "bot_challenge")),
        ("about-404", ("ok", "http_ok")),
        ("long", ("ok", "http_ok")),
    ],
)
def test_a_success_that_is_none(web, check, path, expected):
    assert verdict(check(f"http://soft.test/{path}")) == expected


def test_markup_in_the_cited_title_is_not_looked_for(web, check):
    assert verdict(check("http://good.test/utf8", "人口<i>販運</i>問題報告")) == ("ok", "title_match")


def test_the_cited_title_decides_before_every_sign(web, check):
    assert verdict(check("http://soft.test/en", "Page not found")) == ("ok", "title_match")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("ftp://good.test/x", ("invalid", "scheme")),
        ("not a url", ("invalid", "syntax")),
        ("www.example.org/x", ("invalid", "syntax")),
        ("http://[1/", ("invalid", "syntax")),
        ("http://127.0.0.1:1/", ("invalid", "forbidden_address")),
    ],
)
def test_an_address_that_can_not_be_asked_for_is_invalid(web, check, address, expected):
    assert verdict(check(address)) == expected


def test_an_unknown_name_is_dead_when_other_hosts_answer(web, check):
    assert verdict(check("http://no-such-name.invalid/")) == ("dead", "dns_nxdomain")


def test_an_archive_in_place_of_a_page_is_not_expected_to_be_pdf(web, check):
    assert verdict(check("http://good.test/file.pdf")) == ("ok", "http_ok")
    assert "content_type_mismatch" in check("http://good.test/html.pdf").flags


@pytest.mark.parametrize(
    ("doi", "expected"),
    [
        (HOGAN_DOI, ("ok", "doi_registered")),
        ("10.5555/unregistered", ("dead", "doi_unregistered")),
        ("10.5555/no-url", ("dead", "doi_no_url")),
        ("10.5555/error", ("transient", "http_5xx")),
        ("10.5555/recovers", ("ok", "doi_registered")),
        ("10.5555/html", ("transient", "protocol")),
        ("10.5555/refused", ("blocked", "bot_challenge")),
        ("10.5555/not-json", ("transient", "protocol")),
        ("junk", ("invalid", "syntax")),
    ],
)
def test_a_doi_is_judged_by_the_handle_system(web, check, doi, expected):
    assert verdict(check(doi, kind=TargetKind.DOI)) == expected


@pytest.mark.parametrize(("path", "status"), [("", "200"), ("gone", "404")])
def test_what_a_faulty_certificate_hides_is_told_and_not_kept(web, check, path, status):
    seen = check(f"https://expired.test/{path}")
    assert verdict(seen) == ("insecure", "tls_expired")
    assert f"{status} is behind it" in seen.message
    assert (seen.status, seen.sha256, seen.title) == (None, "", "")


def test_what_the_host_asked_for_is_kept(web, check):
    assert check("http://later429.test/x").retry_after == 86400


def test_the_words_of_a_missing_page_are_told(web, check):
    assert "找不到" in check("http://soft.test/hant").message
