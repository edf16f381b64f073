"""The Wayback Machine: the nearest snapshot, saving, and what is never offered."""

from datetime import date

import pytest

from tipcite.links import Services
from tipcite.links.archive import Wanted, archived_address, is_archive, is_archive_today
from tipcite.links.archives import look_up_snapshots, save_snapshots
from tipcite.links.saving import SaveSettings
from web.wayback import SAVED

SERVICES = Services(wayback_interval=0.0)
REPORT = "http://gone.test/report"
TITLE = "A report that is gone"


@pytest.fixture
def look_up(net):
    def one(address, day=None, title="", **more):
        wanted = Wanted(address=address, day=day, title=title, **more)
        return look_up_snapshots([wanted], net, SERVICES)[0]

    return one


@pytest.fixture
def save(net):
    def several(*addresses, **keys):
        found = {}
        quick = SaveSettings(pause=0.0, pause_anonymous=0.0, poll=0.01, patience=0.3, **keys)
        save_snapshots(addresses, net, SERVICES, quick, found.__setitem__)
        return [found[number] for number in range(len(addresses))]

    return several


@pytest.mark.parametrize(
    ("day", "time"),
    [
        (date(2018, 1, 1), "20180301120000"),
        (date(2021, 6, 20), "20210615080000"),
        (date(2020, 1, 1), "20210615080000"),
        (date(2023, 1, 1), "20210615080000"),  # the nearest one says that there is no such page
        (None, "20210615080000"),
    ],
)
def test_the_snapshot_nearest_to_the_day_that_shows_the_page(web, look_up, day, time):
    found = look_up(REPORT, day, TITLE)
    assert found.snapshot.url == f"https://web.archive.org/web/{time}/{REPORT}"
    assert found.snapshot.as_archived().date == f"{time[:4]}-{time[4:6]}-{time[6:8]}"


def test_a_snapshot_of_an_error_page_is_none_even_without_a_title(web, look_up):
    assert look_up(REPORT, date(2023, 1, 1)).snapshot.time.year == 2021


def test_a_page_that_answers_needs_a_snapshot_with_its_title(web, look_up):
    assert look_up(REPORT, title="Quite another title").snapshot is not None
    found = look_up(REPORT, title="Quite another title", titled=True)
    assert (found.snapshot, found.message) == (None, "its snapshots show another page")


@pytest.mark.parametrize("address", ["http://gone.test/never", "http://gone.test/only-errors"])
def test_a_page_that_was_never_archived(web, look_up, address):
    found = look_up(address)
    assert (found.snapshot, found.unanswered) == (None, False)
    assert "no snapshot" in found.message


def test_octets_of_an_address_reach_the_index_as_they_are(web, look_up):
    found = look_up("http://gone.test/%E4%B8%AD%E6%96%87?q=%A4%A4")
    assert found.snapshot.original == "http://gone.test/%E4%B8%AD%E6%96%87?q=%A4%A4"


@pytest.mark.parametrize("name", ["cdx-down", "cdx-html", "cdx-busy"])
def test_without_the_index_the_archive_itself_is_asked(web, look_up, name):
    found = look_up(f"http://gone.test/{name}")
    if name == "cdx-busy":  # it asked to be left alone for a minute, and is
        assert (found.snapshot, found.unanswered) == (None, True)
    else:
        assert found.snapshot.url == f"https://web.archive.org/web/20200101000000/http://gone.test/{name}"


def test_the_availability_api_is_never_asked(web, look_up):
    look_up(REPORT)
    look_up("http://gone.test/cdx-down")
    assert not [path for _, path in web.record.paths if "available" in path]


def test_the_archive_is_asked_at_its_own_pace(web, net):
    wanted = [Wanted(address=f"http://gone.test/never{number}") for number in range(4)]
    look_up_snapshots(wanted, net, Services(wayback_interval=0.2))
    starts = sorted(web.record.starts["web.archive.org"])
    assert starts[-1] - starts[0] > 0.55


def test_a_page_is_saved_with_and_without_keys(web, save):
    for keys in ({}, {"access_key": "a", "secret_key": "s"}):
        (found,) = save("http://good.test/utf8", **keys)
        assert found.snapshot.url == f"https://web.archive.org/web/{SAVED}/http://good.test/utf8"


def test_keys_are_sent_to_the_archive_only_and_only_with_the_form(web, save):
    save("http://good.test/utf8", access_key="a", secret_key="s3cret")
    assert [head["Authorization"] for head in web.record.headers if "Authorization" in head] == ["LOW a:s3cret"]


def test_what_the_archive_does_not_save_is_told(web, save):
    refused, never, fine = save("http://x.test/save-refused", "http://x.test/save-never", "http://x.test/fine")
    assert "block list" in refused.message
    assert (never.unanswered, never.snapshot) == (True, None)
    assert fine.snapshot is not None


@pytest.mark.parametrize("name", ["save-busy", "save-down"])
def test_an_archive_that_takes_no_more_is_left_alone(web, save, name):
    first, second = save(f"http://x.test/{name}", "http://x.test/fine")
    assert first.unanswered
    assert second.unanswered
    assert web.record.paths["web.archive.org", "/save"] == 1


@pytest.mark.parametrize("end", ["today", "ph", "is", "li", "md", "vn", "fo"])
def test_archive_today_is_known_by_all_its_names(end):
    assert is_archive_today(f"https://archive.{end}/AbCdE")
    assert is_archive_today(f"http://www.archive.{end}/")


def test_other_archives_are_not_archive_today():
    assert not is_archive_today("https://web.archive.org/web/2020/http://archive.today/x")
    assert not is_archive_today("https://archive.org/details/x")
    assert is_archive("https://web.archive.org/web/2020/http://x.test/")


@pytest.mark.parametrize(
    ("address", "original"),
    [
        ("https://web.archive.org/web/20200101000000/http://x.test/a?b=c", "http://x.test/a?b=c"),
        ("https://web.archive.org/web/20200101000000id_/https://x.test/", "https://x.test/"),
        ("https://web.archive.org/web/*/http://x.test/", ""),
        ("https://archive.ph/20200101000000/http://x.test/a", "http://x.test/a"),
        ("https://archive.today/newest/https://x.test/a", "https://x.test/a"),
        ("https://archive.is/2020.01.02-030405/https://x.test/a", "https://x.test/a"),
        ("https://archive.ph/AbCdE", ""),
        ("http://x.test/web/20200101000000/http://y.test/", ""),
    ],
)
def test_the_page_that_a_snapshot_is_of(address, original):
    assert archived_address(address) == original
