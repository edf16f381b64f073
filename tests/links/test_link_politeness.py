"""How polite a run is, told by the hosts that were asked."""

import itertools
import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tipcite.links import Services, Target, check_links

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
JITTER = 0.02
"""Seconds by which two requests may come closer together than they were sent: the system's doing."""


def check(addresses, net):
    targets = [Target(value=address) for address in addresses]
    return check_links(targets, net, Services(), now=lambda: NOW)


@pytest.mark.parametrize("order", ["robin", "by host", "random"])
def test_no_host_is_asked_more_than_twice_at_once_or_too_soon_again_in_any_order(load, order):
    addresses = [f"http://h{number % 10}.test/{number}" for number in range(80)]
    if order == "by host":
        addresses.sort()
    elif order == "random":
        random.Random(2).shuffle(addresses)
    check(addresses, replace(load.net, interval=0.1))
    told = load.told()
    assert told["requests"] == 80
    assert told["most_at_once"] <= 2
    assert told["least_gap"] >= 0.1 - JITTER
    assert told["repeated"] == {}


def test_a_slow_host_is_asked_twice_at_once_and_not_more(load):
    check([f"http://h1.test/{number}" for number in range(12)], load.net)
    assert load.told()["most_at_once"] == 2


def test_the_targets_of_redirects_wait_for_their_turn_like_everybody(load):
    addresses = [f"http://h{number}.test/to/busy.test/{number}" for number in range(12)]
    addresses += [f"http://busy.test/own/{number}" for number in range(4)]
    check(addresses, replace(load.net, interval=0.1))
    told = load.told()
    assert len(told["starts"]["busy.test"]) == 16
    assert told["most_at_once"] <= 2
    assert told["least_gap"] >= 0.1 - JITTER


def test_retry_after_is_never_undercut_by_any_link_of_the_host(load):
    addresses = ["http://busy.test/busy/1/1/a", *(f"http://busy.test/{number}" for number in range(8))]
    addresses += ["http://h1.test/to/busy.test/x", "http://h2.test/to/busy.test/y"]
    report = check(addresses, replace(load.net, interval=0.05))
    told = load.told()
    assert told["undercut"] == {}
    assert told["most_at_once"] <= 2
    assert {found.status for found in report.retrievals} == {200}
    assert len(told["starts"]["busy.test"]) == 12


def test_after_a_429_the_host_is_asked_more_slowly(load):
    addresses = [f"http://busy.test/busy/0/{int(number == 0)}/{number}" for number in range(6)]
    check(addresses, replace(load.net, interval=0.1, per_host=1))
    starts = load.told()["starts"]["busy.test"]
    gaps = [later - sooner for sooner, later in itertools.pairwise(starts)]
    assert all(gap >= 0.2 - JITTER for gap in gaps[1:])


def test_a_host_that_asks_for_a_long_pause_is_put_off_and_not_asked_again(load):
    addresses = ["http://busy.test/busy/3600/99/a", *(f"http://busy.test/{number}" for number in range(20))]
    addresses += ["http://h1.test/to/busy.test/x", *(f"http://h2.test/{number}" for number in range(10))]
    report = check(addresses, replace(load.net, interval=0.1, per_host=1))
    found = {one.target: one for one in report.retrievals}
    assert len(load.told()["starts"]["busy.test"]) == 1
    assert found["http://busy.test/busy/3600/99/a"].retry_after == 3600
    put_off = [one for one in report.retrievals if one.attempts == 0]
    assert len(put_off) == 20
    assert {str(one.why) for one in put_off} == {"rate_limited"}
    assert all(3500 < one.retry_after <= 3600 for one in put_off)
    assert all(found[f"http://h2.test/{number}"].status == 200 for number in range(10))


def test_a_host_that_answers_429_to_everything_is_put_off(load):
    addresses = [f"http://busy.test/busy/0/99/{number}" for number in range(30)]
    report = check(addresses, replace(load.net, interval=0.001))
    assert len(load.told()["starts"]["busy.test"]) <= load.net.complaints + 1
    assert {str(one.verdict) for one in report.retrievals} == {"blocked"}


def test_what_a_host_asks_for_ends_with_the_retries_of_other_hosts_untouched(load):
    addresses = ["http://h1.test/busy/1/1/a", "http://h2.test/x", "http://h2.test/y"]
    check(addresses, load.net)
    starts = load.told()["starts"]
    assert max(starts["h2.test"]) < max(starts["h1.test"])
