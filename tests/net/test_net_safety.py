"""What is never contacted, and what never leaves: judged where the socket opens."""

import socket
from dataclasses import replace

import pytest

from tipcite.errors import UsageError
from tipcite.net import NetErrorKind, get, parse_resolve


class Names:
    """Stands in for the name servers: each name's answers, one after another, the last one again and again."""

    def __init__(self):
        self.answers = {}
        self.asked = []

    def __call__(self, host, *_, **__):
        self.asked.append(host)
        answers = self.answers.get(host)
        if not answers:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        rows = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(rows, OSError):
            raise rows
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (row, 0)) for row in rows]


@pytest.fixture
def names(monkeypatch):
    found = Names()
    monkeypatch.setattr(socket, "getaddrinfo", found)
    return found


@pytest.fixture
def traps(web, net):
    """Settings without any rule, so that every name is looked up."""
    return replace(net, resolve=())


@pytest.mark.parametrize(
    "rows",
    [
        ["127.0.0.1"],
        ["93.184.216.34", "10.0.0.7"],
        ["2606:4700::1111", "::1"],
        ["169.254.169.254"],
        ["100.100.100.200"],
        ["fd00:ec2::254"],
        ["168.63.129.16"],
        ["::ffff:192.168.0.1"],
    ],
)
def test_a_name_with_any_address_that_is_not_public_is_refused(web, traps, names, rows):
    names.answers["trap.example"] = [rows]
    answer = get(f"http://trap.example:{web.http_port}/", traps)
    assert answer.error.kind is NetErrorKind.FORBIDDEN_ADDRESS
    assert not web.record.hosts()


def test_a_name_that_changes_between_two_look_ups_is_looked_up_once(web, traps, names, monkeypatch):
    """The first answer is public, the next one is this machine: what was judged is what is connected to."""
    from tipcite.net import lines

    connected = []

    async def connect(address, port, seconds):
        connected.append(address)
        raise ConnectionRefusedError("not here")

    monkeypatch.setattr(lines, "connect", connect)
    names.answers["rebind.example"] = [["93.184.216.34"], ["127.0.0.1"]]
    answer = get(f"http://rebind.example:{web.http_port}/", traps)
    assert answer.error.kind is NetErrorKind.CONNECT
    assert set(connected) == {"93.184.216.34"}
    assert names.asked == ["rebind.example"]


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001",
        "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
        "0.0.0.0", "0", "169.254.169.254", "[fe80::1]", "10.1.1.1", "①②⑦.⓪.⓪.①", "127。0。0。1", "127.0.0.1.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("rules", ["none", "for every name"])
def test_no_spelling_of_an_address_gets_past_the_guard(web, traps, host, rules):
    if rules != "none":
        rule = parse_resolve(f"*:{web.http_port}:127.0.0.1:{web.http_port}")
        traps = replace(traps, resolve=(rule,))
    answer = get(f"http://{host}:{web.http_port}/", traps)
    assert answer.error.kind is NetErrorKind.FORBIDDEN_ADDRESS
    assert not web.record.hosts()


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "x.localhost"])
def test_this_machines_own_name_is_not_covered_by_a_rule_for_every_name(web, traps, host, names):
    names.answers = {name: [["127.0.0.1"]] for name in ("localhost", "localhost.", "x.localhost")}
    rule = parse_resolve(f"*:{web.http_port}:127.0.0.1:{web.http_port}")
    answer = get(f"http://{host}:{web.http_port}/", replace(traps, resolve=(rule,)))
    assert answer.error.kind is NetErrorKind.FORBIDDEN_ADDRESS
    assert not web.record.hosts()


@pytest.mark.parametrize("path", ["to-private", "to-metadata", "to-decimal"])
def test_a_rule_for_every_name_does_not_open_the_way_to_addresses_by_redirect(web, net, path):
    rules = tuple(parse_resolve(f"*:{port}:127.0.0.1:{web.http_port}") for port in (80, 1))
    answer = get(f"http://hops.test/{path}", replace(net, resolve=rules))
    assert answer.error.kind is NetErrorKind.FORBIDDEN_ADDRESS
    assert web.record.hosts() == {"hops.test"}


def test_an_unknown_name_is_asked_for_once_in_a_run_and_a_silent_server_again(traps, names):
    names.answers["later.example"] = [socket.gaierror(socket.EAI_AGAIN, "Try again"), ["127.0.0.1"]]
    unknown = get("http://unknown.example/", traps)
    later = get("http://later.example/", traps)
    assert unknown.error.kind is NetErrorKind.DNS_NXDOMAIN
    assert unknown.attempts == 1
    assert later.error.kind is NetErrorKind.FORBIDDEN_ADDRESS  # the second answer was heard
    assert names.asked == ["unknown.example", "later.example", "later.example"]


@pytest.mark.parametrize(
    "address",
    [
        "http://user:hunter2@good.test:99999/",
        "http://user:hun/ter2@good.test/",
        "http://user:hunter2@[1/",
        "http://user:hunter2@ex ample.test/",
        "ftp://user:hunter2@good.test/",
        "http://user:hunter2@127.0.0.1/",
        "http://hops.test/bad-password",
    ],
)
def test_no_message_tells_a_password(web, net, address):
    answer = get(address, net)
    assert answer.error or answer.status == 404
    assert "hunter2" not in repr(answer)
    assert "ter2@" not in repr(answer)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "http://[1", "gopher://x"])
def test_a_proxy_that_can_not_be_used_is_wrong_usage(net, monkeypatch, proxy):
    monkeypatch.setenv("http_proxy", proxy)
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(UsageError, match="prox"):
        get("http://behind-the-proxy.invalid/", replace(net, proxy=True))


def test_a_proxys_password_is_not_told_when_it_fails(net, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://me:hunter2@127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    answer = get("http://behind-the-proxy.invalid/", replace(net, proxy=True, retry_delays=()))
    assert answer.error.kind is NetErrorKind.CONNECT
    assert not answer.error.reached
    assert "hunter2" not in repr(answer)
