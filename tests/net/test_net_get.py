"""One address asked for: answers, redirects, limits and failures."""

import asyncio
import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from tipcite.errors import UsageError
from tipcite.net import NetErrorKind, get
from tipcite.net.retry import retry_after


def test_a_page_comes_whole_with_its_hash(web, net):
    answer = get("http://good.test/utf8", net)
    assert answer.ok
    assert answer.media_type == "text/html"
    assert answer.size == len(answer.body)
    assert answer.sha256 == hashlib.sha256(answer.body).hexdigest()
    assert not answer.truncated


def test_https_is_checked_against_the_given_authority(web, net):
    assert get("https://good.test/utf8", net).ok
    error = get("https://good.test/utf8", replace(net, ca_file=None)).error
    assert error.kind in (NetErrorKind.TLS_CHAIN, NetErrorKind.TLS_SELF_SIGNED)


@pytest.mark.parametrize(
    ("host", "kind"),
    [
        ("expired.test", NetErrorKind.TLS_EXPIRED),
        ("self-signed.test", NetErrorKind.TLS_SELF_SIGNED),
        ("stranger.test", NetErrorKind.TLS_CHAIN),
        ("wrong-host.test", NetErrorKind.TLS_WRONG_HOST),
    ],
)
def test_faults_of_certificates_are_told_apart(web, net, host, kind):
    assert get(f"https://{host}/", net).error.kind is kind


def test_the_server_is_told_who_asks_and_in_which_languages(web, net):
    get("http://good.test/utf8", replace(net, contact="me@example.org"))
    headers = web.record.headers[0]
    assert "mailto:me@example.org" in headers["User-Agent"]
    assert headers["Accept-Encoding"] == "gzip, deflate"
    assert headers["Accept-Language"].startswith("zh-TW")


@pytest.mark.parametrize("path", ["path/%A4%A4%A4%E5//a%2Fb", "中文?q=%A4%A4"])
def test_the_octets_of_an_address_are_kept(web, net, path):
    assert b"octets kept" in get(f"http://good.test/{path}", net).body


def test_the_octets_of_a_redirect_are_kept_in_any_charset(web, net):
    answer = get("http://hops.test/raw", net)
    assert answer.url == "http://good.test/path/%A4%A4%A4%E5//a%2Fb"
    assert b"octets kept" in answer.body


def test_redirects_are_followed_and_kept(web, net):
    answer = get("http://hops.test/relative/from", net)
    assert answer.ok
    assert [(hop.status, hop.url) for hop in answer.chain] == [
        (301, "http://hops.test/relative/from"),
        (302, "http://hops.test/301?x=1#there"),
    ]
    assert answer.url == "http://good.test/utf8"


def test_cookies_live_within_one_chain(web, net):
    assert b"cookie was kept" in get("http://good.test/cookie", net).body
    assert web.record.paths["good.test", "/cookie"] == 2
    get("http://good.test/cookie", net)
    assert web.record.paths["good.test", "/cookie"] == 4


def test_no_cookie_is_for_all_sites_of_a_country(web, net):
    assert b"cookies: <" in get("http://one.com.tw/", net).body


@pytest.mark.parametrize("path", ["loop", "endless/0"])
def test_redirects_without_end_are_a_loop(web, net, path):
    assert get(f"http://hops.test/{path}", net).error.kind is NetErrorKind.REDIRECT_LOOP


@pytest.mark.parametrize("path", ["to-private", "to-metadata", "to-decimal"])
def test_redirects_can_not_reach_private_addresses(web, net, path):
    assert get(f"http://hops.test/{path}", net).error.kind is NetErrorKind.FORBIDDEN_ADDRESS


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_private_addresses_are_not_contacted_in_any_spelling(web, net, host):
    answer = get(f"http://{host}:{web.http_port}/", net)
    assert answer.error.kind is NetErrorKind.FORBIDDEN_ADDRESS
    assert not web.record.hosts()


def test_private_addresses_are_contacted_when_that_is_allowed(web, net):
    assert get(f"http://127.0.0.1:{web.http_port}/", replace(net, allow_private=True)).ok


def test_only_http_and_https_are_followed(web, net):
    assert get("http://hops.test/to-file", net).error.kind is NetErrorKind.SCHEME
    assert get("ftp://good.test/x", net).error.kind is NetErrorKind.SCHEME


def test_a_ca_file_that_can_not_be_read_is_wrong_usage(net, tmp_path):
    empty = tmp_path / "empty.pem"
    empty.write_text("")
    for path in (tmp_path / "missing.pem", empty):
        with pytest.raises(UsageError, match=path.name):
            get("http://good.test/", replace(net, ca_file=str(path)))


def test_the_environments_proxy_is_used_only_when_that_is_asked(web, net, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{web.http_port}")
    monkeypatch.delenv("no_proxy", raising=False)
    behind = "http://behind-the-proxy.invalid/"
    assert get(behind, net).error.kind is not None
    assert not web.record.hosts()
    assert get(behind, replace(net, proxy=True)).ok
    assert web.record.hosts() == {"behind-the-proxy.invalid"}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "169.254.169.254", "[::1]"])
def test_a_proxy_is_not_sent_to_private_addresses(web, net, monkeypatch, host):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{web.http_port}")
    monkeypatch.delenv("no_proxy", raising=False)
    answer = get(f"http://{host}/", replace(net, proxy=True))
    assert answer.error.kind is NetErrorKind.FORBIDDEN_ADDRESS
    assert not web.record.hosts()


@pytest.mark.parametrize("text", ["", "not a url", "http://", "http://a b/", "http://h.test:99999/", "http://[1/"])
def test_what_is_no_address_is_told(net, text):
    assert get(text, net).error.kind is NetErrorKind.SYNTAX


def test_credentials_are_neither_sent_nor_told(web, net):
    answer = get("http://user:secret@good.test/utf8", net)
    through = get("http://hops.test/with-password", net)
    assert answer.ok
    assert "secret" not in repr(answer) + repr(through)
    assert not any("Authorization" in headers for headers in web.record.headers)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("reset", NetErrorKind.RESET),
        ("silent", NetErrorKind.RESET),
        ("garbage", NetErrorKind.PROTOCOL),
        ("cut", NetErrorKind.CUT),
        ("slow", NetErrorKind.TIMEOUT),
    ],
)
def test_failures_are_told_apart_and_tried_again(web, net, path, kind):
    answer = get(f"http://good.test/{path}", net)
    assert answer.error.kind is kind
    assert answer.error.reached
    assert answer.attempts == 3
    assert web.record.paths["good.test", f"/{path}"] == 3


def test_a_closed_port_and_an_unknown_name_are_not_reached(net):
    closed = get("http://127.0.0.1:1/", replace(net, allow_private=True, retry_delays=()))
    unknown = get("http://no-such-name.invalid/", net)
    assert closed.error.kind is NetErrorKind.CONNECT
    assert unknown.error.kind in (NetErrorKind.DNS_NXDOMAIN, NetErrorKind.DNS_TEMPORARY)
    assert not closed.error.reached
    assert not unknown.error.reached


def test_a_compressed_page_is_unpacked(web, net):
    plain = get("http://good.test/falsely-gzip", net)
    packed = get("http://good.test/gzip", net)
    assert packed.body == plain.body
    assert packed.sha256 == plain.sha256


@pytest.mark.timeout(60)
def test_a_gzip_bomb_an_endless_and_a_dripping_body_end_at_the_limits(web, net):
    bomb, endless, drip = (get(f"http://good.test/{path}", net) for path in ("bomb", "endless", "drip"))
    for answer in (bomb, endless):
        assert answer.truncated
        assert answer.size <= net.max_read
        assert len(answer.body) == net.max_body
    assert web.record.sent["/endless"] < 10_000_000 + net.max_read
    assert drip.ok
    assert drip.truncated
    assert b"a long story" in drip.body


def test_of_what_is_no_text_only_the_beginning_is_kept_and_all_is_hashed(web, net):
    answer = get("http://good.test/file.pdf", net)
    assert answer.body.startswith(b"%PDF-")
    assert len(answer.body) == 1024
    assert answer.size == 5009
    assert not answer.truncated


def test_a_server_that_recovers_is_tried_until_it_answers(web, net):
    answer = get("http://status.test/503x2", net)
    assert answer.ok
    assert answer.attempts == 3


@pytest.mark.parametrize("status", [404, 410, 403, 400, 501])
def test_what_will_not_change_is_asked_once(web, net, status):
    assert get(f"http://status.test/{status}", net).attempts == 1


@pytest.mark.parametrize("path", ["429/1", "503/1"])
def test_a_short_retry_after_is_obeyed(web, net, path):
    get(f"http://status.test/{path}", replace(net, retry_delays=(0.01,)))
    first, second = web.record.starts["status.test"]
    assert second - first >= 0.99


def test_a_long_retry_after_is_not_waited_for(web, net):
    answer = get("http://status.test/429/3600", net)
    assert answer.status == 429
    assert answer.attempts == 1


def test_retry_after_is_read_as_seconds_or_date():
    now = datetime(2026, 1, 1, tzinfo=UTC)

    def read(value):
        return retry_after({"retry-after": value}, now=now)

    assert read("7") == 7
    assert read(format_datetime(now + timedelta(seconds=30), usegmt=True)) == 30
    assert read("soon") is None
    assert read("") is None


async def _both(net, first, second):
    from tipcite.net.client import Web

    async with Web(net) as web:
        page = await web.get(first)
        return page, await web.get(second, after=page)


def test_cookies_go_along_where_a_page_sends_its_reader_on(web, net):
    _, behind = asyncio.run(_both(net, "http://good.test/refresh-cookie", "http://good.test/cookie"))
    assert not behind.chain
    assert b"cookie was kept" in behind.body


@pytest.mark.parametrize("host", ["expired.test", "self-signed.test", "stranger.test", "wrong-host.test"])
def test_the_status_behind_a_faulty_certificate_can_be_asked_for_and_nothing_else(web, net, host):
    from tipcite.net.client import Web

    async def ask():
        async with Web(net) as one:
            unverified = await one.get(f"https://{host}/", verify=False)
            return unverified, await one.get(f"https://{host}/")

    unverified, verified = asyncio.run(ask())
    assert unverified.status == 200
    assert not unverified.body
    assert verified.error.kind.startswith("tls_")


def test_a_redirect_waits_as_long_as_it_is_told_to(web, net):
    quick, slow = get("http://hops.test/later/1", net), get("http://hops.test/later/3600", net)
    assert quick.ok
    assert web.record.starts["good.test"][0] - web.record.starts["hops.test"][0] >= 0.99
    assert slow.error.kind is NetErrorKind.PUT_OFF
    assert slow.retry_after == 3600


def test_retry_after_is_counted_from_the_servers_own_clock():
    now = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)
    server = now - timedelta(hours=3)
    headers = {"date": format_datetime(server, usegmt=True)}
    headers["retry-after"] = format_datetime(server + timedelta(seconds=7), usegmt=True)
    assert retry_after(headers, now=now) == 7
    assert retry_after({"retry-after": format_datetime(server, usegmt=True)}, now=now) == 0
    assert retry_after({"retry-after": "9" * 15}) == 366 * 86400
    assert retry_after({"retry-after": "1.5"}) == 1.5
    assert retry_after({"retry-after": "-5"}) is None
