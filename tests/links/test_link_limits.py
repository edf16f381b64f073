"""Bodies without end, and many links at once: what is read and how much memory that takes, in a process of its own."""

import json
import subprocess
import sys
import textwrap

import pytest

# What getrusage tells of a new process may be its parent's peak (Linux keeps it across exec), so /proc is asked.
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="peak memory is read from /proc")

PROGRAM = textwrap.dedent(
    """
    import json, re, sys
    from datetime import UTC, datetime
    from tipcite.links import Services, Target, check_links
    from tipcite.net import NetSettings, parse_resolve

    port, interval, *addresses = json.load(sys.stdin)
    settings = NetSettings(resolve=(parse_resolve(f"*:80:127.0.0.1:{port}"),), interval=interval)
    report = check_links([Target(value=one) for one in addresses], settings, Services(),
                         now=lambda: datetime.now(UTC), on_batch=lambda batch: None)
    print(json.dumps({
        "verdicts": sorted({str(one.verdict) for one in report.retrievals}),
        "number": len(report.retrievals),
        "flags": [list(one.flags) for one in report.retrievals][:3],
        "memory": int(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1]) / 1024,
    }))
    """
)


def check(load, addresses, interval=0.0):
    given = json.dumps([load.port, interval, *addresses])
    done = subprocess.run([sys.executable, "-c", PROGRAM], input=given, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("path", ["stream", "bomb", "drip"])
def test_a_body_without_end_is_given_up_at_the_limits(load, path):
    found = check(load, [f"http://h1.test/{path}"])
    assert found["verdicts"] == ["ok"]
    assert "truncated" in found["flags"][0]
    assert found["memory"] < 80
    assert load.told()["sent"][f"/{path}"] <= 10_000_000


@pytest.mark.slow
def test_ten_thousand_links_on_as_many_hosts_take_little_memory(load):
    found = check(load, [f"http://h{number}.test/{number}" for number in range(10_000)])
    assert found["number"] == 10_000
    assert found["verdicts"] == ["ok"]
    assert found["memory"] < 100
