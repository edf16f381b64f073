"""Rules of `--resolve`, and which addresses are public."""

import subprocess
import sys

import pytest

from tipcite.errors import UsageError
from tipcite.net import NetSettings, Resolve, parse_resolve
from tipcite.net.address import is_forbidden


def test_a_rule_is_read_as_curl_reads_it():
    assert parse_resolve("Example.org:443:127.0.0.1") == Resolve(host="example.org", port=443, addresses=("127.0.0.1",))


def test_several_addresses_and_ipv6_in_brackets_are_read():
    assert parse_resolve("a.test:80:[::1],10.0.0.1").addresses == ("::1", "10.0.0.1")


def test_an_address_may_lead_to_another_port():
    rule = parse_resolve("a.test:443:127.0.0.1:8443")
    assert (rule.addresses, rule.to_port) == (("127.0.0.1",), 8443)


@pytest.mark.parametrize("text", ["", "a.test", "a.test:443", "a.test:https:1.2.3.4", "a.test:0:1.2.3.4", "a:80:b"])
def test_a_rule_of_another_form_is_wrong_usage(text):
    with pytest.raises(UsageError, match="resolve"):
        parse_resolve(text)


def test_a_star_covers_every_host_at_its_port_only():
    rule = parse_resolve("*:443:127.0.0.1")
    assert rule.covers("any.test", 443)
    assert not rule.covers("any.test", 80)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "no address",
    ],
)
def test_private_and_special_addresses_are_forbidden(address):
    assert is_forbidden(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "140.112.8.116", "2606:4700::1111", "64:ff9b::101:101"])
def test_public_addresses_are_allowed(address):
    assert not is_forbidden(address)


def test_the_user_agent_names_program_and_contact_and_can_not_be_broken():
    agent = NetSettings(contact="me@example.org\r\nX-Evil: 1").user_agent
    assert agent.startswith("tipcite/")
    assert "mailto:me@example.org" in agent
    assert "\n" not in agent
    assert "\r" not in agent


def test_importing_the_network_loads_no_http_client():
    code = (
        "import sys, tipcite.net, tipcite.links, tipcite.fetch;"
        "print([m for m in ('httpx2', 'httpcore2', 'lxml', 'asyncio') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
