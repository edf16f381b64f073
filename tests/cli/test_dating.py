"""Which retrievals make a retrieval date."""

import pytest

from tipcite.cli.checking.dating import dating, in_ci
from tipcite.model import Date, Flag, Item, Retrieval, Verdict, Why

PAGE = "https://a.org/report"
DOI = "10.1000/x1"
TODAY = Date(parts=((2026, 11, 25),))


def item(title="人口販運問題報告", **how):
    fields = {"URL": PAGE, **({"title": title} if title else {}), **how.pop("fields", {})}
    return Item(key="a", type="report", fields=fields, **how)


def seen(verdict=Verdict.OK, why=Why.HTTP_OK, *flags, target=PAGE, status=200, time="2026-11-25T08:00:00Z"):
    return Retrieval(target=target, time=time, verdict=verdict, why=why, status=status, flags=flags)


def dated(one, *retrievals, record="missing"):
    return dating(retrievals, TODAY, record)(one).dates.get("accessed")


@pytest.mark.parametrize(
    ("retrieval", "title", "is_dated"),
    [
        (seen(why=Why.TITLE_MATCH), "x", True),
        (seen(Verdict.MOVED, Why.PERMANENT_REDIRECT, Flag.TITLE_MATCH), "x", True),
        (seen(), "", True),
        (seen(Verdict.MOVED, Why.PERMANENT_REDIRECT), "", True),
        # A bare 200 where the title is known may be anything.
        (seen(), "x", False),
        (seen(Verdict.OK, Why.HTTP_OK, Flag.TITLE_MISMATCH), "x", False),
        (seen(Verdict.MOVED, Why.PERMANENT_REDIRECT), "x", False),
        (seen(Verdict.BLOCKED, Why.HTTP_403, status=403), "", False),
        (seen(Verdict.DEAD, Why.SOFT404_TEXT), "", False),
        (seen(Verdict.INSECURE, Why.TLS_EXPIRED), "", False),
        (seen(Verdict.TRANSIENT, Why.TIMEOUT, status=None), "", False),
        # A DOI that is registered was not seen by that.
        (seen(Verdict.OK, Why.DOI_REGISTERED, Flag.TARGET_BLOCKED, target=DOI, status=403), "x", False),
        (seen(Verdict.OK, Why.DOI_REGISTERED, Flag.TARGET_BLOCKED, target=DOI, status=403), "", False),
        (seen(Verdict.OK, Why.DOI_REGISTERED, target=DOI), "x", False),
        (seen(Verdict.OK, Why.DOI_REGISTERED, Flag.TITLE_MATCH, target=DOI), "x", True),
        (seen(Verdict.OK, Why.DOI_REGISTERED, target=DOI), "", True),
        (seen(why=Why.TITLE_MATCH, target="https://b.org/"), "x", False),
    ],
)
def test_only_what_was_really_seen_is_dated(retrieval, title, is_dated):
    assert dated(item(title, fields={"DOI": DOI}), retrieval) == (TODAY if is_dated else None)


def test_the_authors_own_date_stands_unless_an_update_is_asked_for():
    own = Date(parts=((2021, 7, 2),))
    one = item(dates={"accessed": own})
    assert dated(one, seen(why=Why.TITLE_MATCH)) == own
    assert dated(one, seen(why=Why.TITLE_MATCH), record="update") == TODAY
    assert dated(one, seen(), record="update") == own


def test_the_newest_of_several_retrievals_counts():
    early = seen(why=Why.TITLE_MATCH, time="2026-11-25T07:00:00Z")
    late = seen(Verdict.BLOCKED, Why.HTTP_403, status=403)
    assert dated(item(), early, late) == dated(item(), late, early) is None


@pytest.mark.parametrize(
    ("value", "is_ci"), [("true", True), ("1", True), ("woodpecker", True), ("", False), ("false", False)]
)
def test_ci_is_told_by_its_variable(value, is_ci):
    assert in_ci({"CI": value}) is is_ci
    assert not in_ci({})
