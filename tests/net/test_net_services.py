"""What services say of their pace is obeyed; forms are sent."""

import asyncio
from dataclasses import replace

import pytest

from tipcite.net.client import Web
from tipcite.net.retry import named_concurrency, named_interval

LIMITED = "https://api.crossref.org/works/10.5555%2Flimited"


def run(coroutine):
    return asyncio.run(coroutine)


@pytest.mark.parametrize(
    ("limit", "per", "seconds"),
    [("10", "1s", 0.1), ("50", "1s", 0.02), ("3", "1s", 1 / 3), ("1", "", None), ("0", "1s", None)],
)
def test_the_interval_that_a_service_names(limit, per, seconds):
    headers = {"x-rate-limit-limit": limit, "x-rate-limit-interval": per}
    assert named_interval(headers) == (seconds if seconds is None else pytest.approx(seconds))


@pytest.mark.parametrize(("limit", "number"), [("3", 3), ("1", 1), ("0", None), ("many", None), ("", None)])
def test_how_many_requests_at_once_a_service_takes(limit, number):
    assert named_concurrency({"x-concurrency-limit": limit}) == number


def test_crossref_is_asked_as_slowly_as_it_says(web, net):
    async def ask():
        async with Web(net) as client:
            await client.get(f"{LIMITED}?0")
            await asyncio.gather(*(client.get(f"{LIMITED}?{number}") for number in range(1, 6)))

    run(ask())
    starts = sorted(web.record.starts["api.crossref.org"])
    assert starts[-1] - starts[0] > 0.9  # five intervals of 0.2 s
    assert web.record.most["api.crossref.org"] == 1


def test_a_form_is_sent_once_and_its_redirect_is_followed_without_it(web, net):
    async def send():
        async with Web(net) as client:
            return await client.post(
                "http://hops.test/302", {"url": "http://x.test/?a=b&c=中"}, authorization="LOW a:b"
            )

    answer = run(send())
    assert answer.status == 200
    sent = [head for head in web.record.headers if "Authorization" in head]
    assert [head["Host"] for head in sent] == ["hops.test"]
    assert sent[0]["Content-Type"] == "application/x-www-form-urlencoded"


def test_a_form_that_fails_is_not_sent_again(web, net):
    async def send():
        async with Web(replace(net, retry_delays=(0.01, 0.01))) as client:
            return await client.post("http://status.test/503", {"a": "b"})

    assert run(send()).status == 503
    assert web.record.paths["status.test", "/503"] == 1
