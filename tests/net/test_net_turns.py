"""Whose turn it is: in virtual time, so that what is promised can be counted exactly."""

import asyncio
import itertools
import random
from collections import Counter, defaultdict, deque

import pytest

from net.virtual import run
from tipcite.net import NetSettings
from tipcite.net.turns import PutOff, Stopped, Turns

LATENCY = 0.05
SETTINGS = NetSettings()


class Hosts:
    """Hosts that take a while to answer, and count."""

    def __init__(self, turns, latency=LATENCY):
        self.turns = turns
        self.latency = latency
        self.starts = defaultdict(list)
        self.now = Counter()
        self.most = Counter()
        self.most_of_all = 0

    async def ask(self, host, *, fresh=False, connect=0.0):
        while True:
            turn = await self.turns.take(host, fresh=fresh)
            try:
                await asyncio.sleep(connect)
                if not turn.start():
                    continue
                self.starts[host].append(self.turns.time())
                self.now[host] += 1
                self.most[host] = max(self.most[host], self.now[host])
                self.most_of_all = max(self.most_of_all, self.now.total())
                await asyncio.sleep(self.latency)
                self.now[host] -= 1
                return self.turns.time()
            finally:
                turn.end()

    def gaps(self):
        return [later - sooner for starts in self.starts.values() for sooner, later in itertools.pairwise(starts)]


async def ask_all(addresses, settings=SETTINGS, latency=LATENCY):
    """Ask as a run does: each host's addresses in their order, hosts as they come."""
    hosts = Hosts(Turns(settings), latency)
    lanes = defaultdict(deque)
    for host, number in addresses:
        lanes[host].append(number)
    for host, lane in lanes.items():
        hosts.turns.expect(host, len(lane))

    async def walk(host, lane):
        async with asyncio.TaskGroup() as tasks:
            while lane:
                turn = await hosts.turns.take(host, fresh=True)
                tasks.create_task(send(turn, host, lane.popleft()))

    async def send(turn, host, _):
        assert turn.start()
        hosts.starts[host].append(hosts.turns.time())
        hosts.now[host] += 1
        hosts.most[host] = max(hosts.most[host], hosts.now[host])
        hosts.most_of_all = max(hosts.most_of_all, hosts.now.total())
        await asyncio.sleep(latency)
        hosts.now[host] -= 1
        turn.end()

    async with asyncio.TaskGroup() as walks:
        for host, lane in lanes.items():
            walks.create_task(walk(host, lane))
    return hosts, hosts.turns.time()


def in_order(order, size):
    robin = [(f"h{number % 50}", number // 50) for number in range(size)]
    return {"robin": robin, "by host": sorted(robin), "random": random.Random(3).sample(robin, size)}[order]


@pytest.mark.parametrize("size", [1000, 10_000])
@pytest.mark.parametrize("order", ["robin", "by host", "random"])
def test_links_take_what_politeness_costs_and_no_more_in_any_order(order, size):
    hosts, seconds = run(ask_all(in_order(order, size)))
    assert seconds == pytest.approx((size / 50 - 1) * 0.2 + LATENCY)
    assert sum(map(len, hosts.starts.values())) == size
    assert min(hosts.gaps()) >= 0.2 - 1e-9


def test_a_slow_host_is_asked_twice_at_once_and_not_more():
    hosts, seconds = run(ask_all([("slow", number) for number in range(10)], latency=3.0))
    assert hosts.most["slow"] == 2
    assert seconds == pytest.approx(4 * 3.0 + 0.2 + 3.0)


def test_no_more_than_the_places_are_in_flight_and_no_place_is_held_by_who_waits():
    addresses = [(f"h{number % 300}", number) for number in range(600)]
    settings = NetSettings(in_flight=50, interval=0.2)
    hosts, seconds = run(ask_all(addresses, settings, latency=1.0))
    assert hosts.most_of_all == 50
    assert seconds == pytest.approx(600 * 1.0 / 50)


def test_the_host_with_most_to_ask_is_not_kept_waiting_by_the_many():
    addresses = [("big", number) for number in range(50)]
    addresses = [(f"h{number}", 0) for number in range(500)] + addresses
    _, seconds = run(ask_all(addresses, NetSettings(in_flight=10), latency=0.1))
    assert seconds == pytest.approx(49 * 0.2 + 0.1, rel=0.1)


def test_the_time_a_connection_takes_shortens_no_interval():
    async def work():
        hosts = Hosts(Turns(SETTINGS))
        await asyncio.gather(hosts.ask("a", connect=0.15), hosts.ask("a"), hosts.ask("a", connect=0.1))
        return hosts

    hosts = run(work())
    assert min(hosts.gaps()) >= 0.2 - 1e-9


def test_nothing_is_asked_during_a_pause_even_what_had_its_turn_already():
    async def work():
        hosts = Hosts(Turns(SETTINGS))
        waiting = asyncio.create_task(hosts.ask("a", connect=1.0))
        await asyncio.sleep(0.5)
        hosts.turns.hold("a", 5.0)
        await waiting
        return hosts.starts["a"]

    assert run(work()) == [pytest.approx(6.5)]  # the connection was opened anew after the pause


def test_a_host_that_asks_for_a_long_pause_is_put_off_for_the_whole_run():
    async def work():
        turns = Turns(SETTINGS)
        hosts = Hosts(turns)
        await hosts.ask("a")
        waiting = [asyncio.create_task(hosts.ask("a", fresh=fresh)) for fresh in (True, False)]
        await asyncio.sleep(0)
        turns.hold("a", 11.0)
        found = await asyncio.gather(*waiting, return_exceptions=True)
        await asyncio.sleep(3600)
        with pytest.raises(PutOff):
            await turns.take("a")
        await hosts.ask("b")
        return hosts, found

    hosts, found = run(work())
    assert [type(error) for error in found] == [PutOff, PutOff]
    assert found[0].seconds == 11.0
    assert len(hosts.starts["a"]) == 1


def test_a_complaint_doubles_the_interval_and_ten_good_answers_halve_it():
    async def work():
        turns = Turns(SETTINGS)
        hosts = Hosts(turns, latency=0.0)
        turns.complained("a")
        turns.complained("a")
        for _ in range(23):
            await hosts.ask("a")
            turns.went_well("a")
        return hosts.gaps()

    gaps = run(work())
    assert gaps[:9] == [pytest.approx(0.8)] * 9
    assert gaps[10:19] == [pytest.approx(0.4)] * 9
    assert gaps[20:] == [pytest.approx(0.2)] * 2


def test_who_only_complains_is_put_off():
    async def work():
        turns = Turns(SETTINGS)
        for _ in range(SETTINGS.complaints):
            turns.complained("a")
        with pytest.raises(PutOff):
            await turns.take("a")

    run(work())


def test_what_goes_on_comes_before_what_is_fresh():
    async def work():
        hosts = Hosts(Turns(SETTINGS))
        await hosts.ask("a")
        fresh = asyncio.create_task(hosts.ask("a", fresh=True))
        await asyncio.sleep(0)
        retry = asyncio.create_task(hosts.ask("a"))
        return await retry < await fresh

    assert run(work())


def test_after_the_stop_nothing_fresh_starts_and_what_has_begun_goes_on():
    async def work():
        turns = Turns(SETTINGS)
        hosts = Hosts(turns)
        await hosts.ask("a")
        fresh = asyncio.create_task(hosts.ask("a", fresh=True))
        retry = asyncio.create_task(hosts.ask("a"))
        await asyncio.sleep(0)
        turns.stop()
        with pytest.raises(Stopped):
            await fresh
        with pytest.raises(Stopped):
            await turns.take("b", fresh=True)
        await retry

    run(work())


def test_who_gives_up_waiting_leaves_no_place_taken():
    async def work():
        turns = Turns(NetSettings(in_flight=1))
        held = await turns.take("a")
        waiting = [asyncio.create_task(turns.take("b")) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        held.end()  # the second is granted its turn, and is cancelled before it hears of it
        waiting[1].cancel()
        await asyncio.wait(waiting[:2])
        (await waiting[2]).end()
        await asyncio.wait_for(Hosts(turns).ask("c"), 5)

    run(work())


def test_a_service_may_name_a_longer_interval_but_no_shorter():
    async def work(named, settings=SETTINGS):
        turns = Turns(settings)
        hosts = Hosts(turns, latency=0.0)
        turns.limit("a", named)
        for _ in range(3):
            await hosts.ask("a")
        return hosts.gaps()

    assert run(work(1.0)) == [pytest.approx(1.0)] * 2
    assert run(work(0.1)) == [pytest.approx(0.2)] * 2
    assert run(work(0.0, NetSettings(intervals={"a": 0.5}))) == [pytest.approx(0.5)] * 2


def test_attempts_to_connect_that_fail_are_as_far_apart_as_requests():
    async def work():
        turns = Turns(SETTINGS)
        moments = []
        for _ in range(3):
            turn = await turns.take("a")
            moments.append(turns.time())
            turn.fail()
            turn.end()
        return moments

    assert run(work()) == [0.0, pytest.approx(0.2), pytest.approx(0.4)]


def test_names_of_hosts_are_one_queue_in_any_spelling():
    async def work():
        hosts = Hosts(Turns(SETTINGS))
        await asyncio.gather(hosts.ask("A.test"), hosts.ask("a.test."), hosts.ask("a.test"))
        return sorted(start for starts in hosts.starts.values() for start in starts)

    assert run(work()) == [0.0, pytest.approx(0.2), pytest.approx(0.4)]
