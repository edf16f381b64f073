"""The verdict on every site of `web.sites`, each asked for alone."""

from datetime import UTC, datetime

import pytest

from tipcite.links import Services, Target, check_links
from web.sites import CASES

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


@pytest.fixture
def check(web, net):
    def one(value, title=""):
        targets = [Target(value=value, title=title), Target(value="http://good.test/")]
        return check_links(targets, net, Services(), now=lambda: NOW).retrievals[0]

    return one


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.address}{' ' if case.title else ''}{case.title}")
def test_a_page_gets_the_verdict_that_its_reader_would_give(check, case):
    seen = check(case.address, case.title)
    assert (str(seen.verdict), str(seen.why)) == (case.verdict, case.why), seen.message
    assert {flag for flag in case.flags if flag[0] != "!"} <= set(seen.flags)
    assert not {flag[1:] for flag in case.flags if flag[0] == "!"} & set(seen.flags)
    if case.final:
        assert seen.final_url == case.final
