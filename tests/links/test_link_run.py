"""Many links at once: order, politeness, no network, and results as they come."""

import itertools
import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tipcite.errors import NoNetwork, TipciteError
from tipcite.links import Services, Target, TargetKind, check_links

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def check(targets, net, **more):
    return check_links(targets, net, more.pop("services", Services()), now=lambda: NOW, **more)


def test_results_come_in_the_order_of_the_targets_and_each_once(web, net):
    addresses = [f"http://h{number % 7}.test/{number}" for number in range(40)]
    random.Random(7).shuffle(addresses)
    report = check([Target(value=address) for address in (*addresses, addresses[0])], net)
    assert [found.target for found in report.retrievals] == addresses


def test_a_host_is_asked_twice_at_once_at_most_and_at_intervals(web, net):
    targets = [Target(value=f"http://h1.test/{number}") for number in range(8)]
    check(targets, replace(net, interval=0.05))
    starts = sorted(web.record.starts["h1.test"])
    assert web.record.most["h1.test"] <= 2
    assert all(later - earlier > 0.03 for earlier, later in itertools.pairwise(starts))


def test_the_targets_of_redirects_are_asked_politely_too(web, net):
    targets = [Target(value=f"http://hops.test/{path}") for path in ("301", "302", "303", "307", "308")]
    check(targets, replace(net, interval=0.05))
    starts = sorted(web.record.starts["good.test"])
    assert len(starts) == 5
    assert starts[-1] - starts[0] > 4 * 0.04


@pytest.mark.parametrize("mixed", [False, True])
def test_hosts_are_asked_side_by_side_in_whatever_order_the_links_come(web, net, mixed):
    targets = [Target(value=f"http://h{host}.test/{n}") for host in range(10) for n in range(6)]
    order = random.Random(1).sample(targets, len(targets)) if mixed else targets
    check(order, replace(net, interval=0.1))
    starts = [sorted(web.record.starts[f"h{host}.test"]) for host in range(10)]
    assert max(of_host[0] for of_host in starts) < min(of_host[-1] for of_host in starts)


def test_a_host_that_never_answers_is_given_up_for_the_run(web, net):
    targets = [Target(value=f"http://mute.test/{number}") for number in range(30)]
    report = check([*targets, Target(value="http://good.test/utf8")], replace(net, retry_delays=(0.02,)))
    assert {(str(one.verdict), str(one.why)) for one in report.retrievals[:30]} == {("transient", "timeout")}
    assert len(web.record.starts["mute.test"]) <= 2 * (5 + 2)
    assert report.retrievals[30].verdict == "ok"


def test_a_host_that_asks_for_a_long_pause_is_left_alone_for_the_run(web, net):
    targets = [Target(value="http://status.test/429/3600")]
    targets += [Target(value=f"http://status.test/200?{number}") for number in range(6)]
    report = check(targets, net)
    assert {str(found.why) for found in report.retrievals[2:]} == {"rate_limited"}
    assert len(web.record.starts["status.test"]) <= 2


def closed(*numbers):
    return [Target(value=f"http://127.0.0.{number}:1/") for number in numbers]


def test_when_most_hosts_can_not_be_reached_nothing_is_counted_not_even_what_was_seen(web, net):
    told = []
    targets = [*closed(1, 2, 3, 4), *(Target(value=f"http://h{number}.test/") for number in range(3))]
    with pytest.raises(NoNetwork, match=r"offline: of 7 host\(s\) 4 could not be reached"):
        check(targets, replace(net, allow_private=True), on_batch=told.extend)
    assert told == []


def test_when_half_of_the_hosts_can_not_be_reached_they_are_what_is_wrong(web, net):
    told = []
    targets = [*closed(1, 2, 3), *(Target(value=f"http://h{number}.test/") for number in range(3))]
    report = check(targets, replace(net, allow_private=True), on_batch=told.extend)
    assert [str(found.verdict) for found in report.retrievals] == ["transient"] * 3 + ["ok"] * 3
    assert len(told) == 6


def test_the_share_that_makes_a_run_offline_is_a_setting(web, net):
    targets = [*closed(1, 2, 3, 4), Target(value="http://h1.test/")]
    check(targets, replace(net, allow_private=True, offline_share=0.9))


def tries(monkeypatch):
    """Refuse every connection and list the addresses for which one was tried."""
    from tipcite.net import lines

    tried = []

    async def connect(address, port, seconds):
        tried.append(address)
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(lines, "connect", connect)
    return tried


def test_without_network_a_run_does_not_go_on_to_the_end(monkeypatch, net):
    targets = [Target(value=f"http://127.0.{number // 200}.{number % 200 + 1}:1/") for number in range(5000)]
    tried = tries(monkeypatch)
    with pytest.raises(NoNetwork):
        check(targets, replace(net, allow_private=True, in_flight=5))
    assert len(tried) < len(targets) / 2


def test_a_host_that_can_not_be_connected_to_is_not_tried_for_every_link(monkeypatch, web, net):
    tried = tries(monkeypatch)
    targets = [Target(value=f"http://127.0.0.1:1/{number}") for number in range(50)]
    report = check(targets, replace(net, allow_private=True, interval=0.02))
    assert {str(found.why) for found in report.retrievals} == {"connect"}
    assert len(tried) < 25


def test_after_the_time_nothing_is_started_and_what_is_left_is_told(load):
    told = []
    targets = [Target(value=f"http://h{number % 5}.test/{number}") for number in range(100)]
    report = check(targets, replace(load.net, interval=0.1), max_time=0.5, on_batch=told.extend)
    assert len(report.retrievals) + len(report.left) == 100
    assert len(report.left) > 20
    assert set(report.left) == set(targets) - {Target(value=found.target) for found in report.retrievals}
    assert sorted(found.target for found in told) == sorted(found.target for found in report.retrievals)
    assert load.told()["requests"] == len(report.retrievals)


@pytest.mark.timeout(60)
def test_after_the_time_nothing_is_tried_again(web, net):
    report = check([Target(value="http://status.test/503")], replace(net, retry_delays=(600.0,)), max_time=0.0)
    assert len(report.left) == 1 or report.retrievals[0].attempts == 1


def test_batches_come_while_the_run_goes_on_and_each_result_once(load):
    batches = []
    targets = [Target(value=f"http://h{number % 5}.test/{number}") for number in range(50)]
    check(targets, replace(load.net, interval=0.05), on_batch=batches.append)
    assert len(batches) > 1
    assert all(1 <= len(batch) <= 500 for batch in batches)
    assert sorted(found.target for batch in batches for found in batch) == sorted(one.value for one in targets)


def test_without_network_nothing_is_counted(net):
    told = []
    targets = [Target(value=f"http://{name}.invalid/") for name in ("one", "two")]
    targets.append(Target(value="10.1000/x", kind=TargetKind.DOI))
    services = Services(doi_handles="http://doi.invalid/api/handles/", doi_resolver="http://doi.invalid/")
    with pytest.raises(NoNetwork, match="offline"):
        check(targets, net, services=services, on_batch=told.extend)
    assert told == []


def test_closed_ports_everywhere_are_no_network(net):
    targets = [Target(value=f"http://127.0.0.{number}:1/") for number in (1, 2)]
    with pytest.raises(NoNetwork, match=r"127\.0\.0\.1, 127\.0\.0\.2"):
        check(targets, replace(net, allow_private=True, retry_delays=()))


def test_a_lone_dead_name_is_dead_when_the_resolver_is_known(net):
    # doi.org's name is known by a rule of the settings.
    report = check([Target(value="http://gone.invalid/")], net)
    assert str(report.retrievals[0].why) == "dns_nxdomain"


def test_invalid_addresses_alone_are_no_sign_of_a_missing_network(net):
    told = []
    report = check([Target(value="ftp://x.test/")], net, on_batch=told.extend)
    assert tuple(told) == report.retrievals


def test_results_are_told_as_they_come(web, net):
    told = []
    targets = [Target(value=f"http://h{number}.test/") for number in range(5)]
    report = check(targets, net, on_batch=told.extend)
    assert sorted(found.target for found in told) == sorted(found.target for found in report.retrievals)


def test_what_the_receiver_raises_comes_through_as_it_is(web, net):
    def refuse(_):
        raise TipciteError("the disk is full")

    with pytest.raises(TipciteError, match="disk is full"):
        check([Target(value="http://h1.test/")], net, on_batch=refuse)


def test_nothing_to_check_is_an_empty_report(net):
    assert check([], net).retrievals == ()
