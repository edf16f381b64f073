"""Settings: where they stand, and what can't be one."""

import pytest

from tipcite.cli.network import Network
from tipcite.cli.session import library_paths
from tipcite.cli.settings import load_settings
from tipcite.errors import UsageError
from tipcite.net import NetSettings
from tipcite.store import StateRules


def load(folder, text, **environment):
    (folder / "tipcite.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_settings(folder, {"HOME": str(folder), **environment})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[links]\ntimeout = -3\n", "a number above 0"),
        ("[links]\ntimeout = nan\n", "a number above 0"),
        ("[links]\ntimeout = true\n", "a number above 0"),
        ('[library]\ndatabase = ""\n', "the name of a file"),
        ('[library]\ndatabase = "a\\u0000b"\n', "the name of a file"),
        ("[library]\nmirror = 2021-01-01\n", "the name of a file"),
        ("[format]\nstyle = 5\n", "text"),
        ('[format]\nheadings = "maybe"\n', "true or false"),
        ('[format]\norder = "up"\n', "chinese-first or western-first or mixed"),
        ("[links]\ndead-after = 2.5\n", "a whole number above 0"),
        ("[links]\ndead-after = 0\n", "a whole number above 0"),
        ("[links]\ngap-hours = '3 days'\n", "a number above 0"),
        ("[links]\nwaivers = 3\n", "tables, each under [[links.waivers]]"),
        ("[links]\nwaivers = ['x']\n", "tables, each under [[links.waivers]]"),
        ("[format]\nshow-accessed = 'sometimes'\n", "never or style or always"),
        ("format = 3\n", "no setting 'format'"),
        ("[frmat]\nstyle = 'x'\n", "no setting 'frmat.style'"),
        ("not toml", "no TOML"),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
def test_what_can_not_work_is_named_with_the_file(tmp_path, text, said):
    with pytest.raises(UsageError) as caught:
        load(tmp_path, text)
    assert said in str(caught.value)
    assert "tipcite.toml" in str(caught.value)


def test_a_variable_that_can_not_work_is_named(tmp_path):
    with pytest.raises(UsageError, match="TIPCITE_FORMAT_HEADINGS"):
        load(tmp_path, "", TIPCITE_FORMAT_HEADINGS="x")


def test_a_byte_order_mark_is_no_part_of_the_settings(tmp_path):
    assert load(tmp_path, b"\xef\xbb\xbf[format]\nheadings = true\n").flag("format.headings")


def test_the_database_is_never_the_mirror(tmp_path):
    settings = load(tmp_path, '[library]\ndatabase = "refs/references.json"\n')
    with pytest.raises(UsageError, match="three files"):
        library_paths(settings)


def test_every_rule_of_the_states_is_a_setting_with_the_same_default(tmp_path):
    assert load(tmp_path, "").state_rules() == StateRules()
    assert load(tmp_path, "[links]\ndead-after = 4\nalive-days = 1.5\n").state_rules() == StateRules(
        dead_after=4, alive_days=1.5
    )
    assert load(tmp_path, "", TIPCITE_LINKS_DEAD_AFTER="5").state_rules().dead_after == 5


def test_every_number_of_the_network_is_a_setting_with_the_same_default(tmp_path):
    call = Network(resolve=(), ca_file=None, allow_private=False, proxy=False)
    assert call.settings(load(tmp_path, "")) == NetSettings()
    chosen = '[links]\nper-host = 1\ninterval = 1.5\nretry-delays = "0"\nretry-after-cap = 60\n'
    net = call.settings(load(tmp_path, chosen))
    assert (net.per_host, net.interval, net.retry_delays, net.retry_after_cap) == (1, 1.5, (), 60)
    assert call.settings(load(tmp_path, "", TIPCITE_LINKS_IN_FLIGHT="5")).in_flight == 5


@pytest.mark.parametrize("text", ["1,6 3", "-1", "soon", "1 0.0"])
def test_pauses_before_retries_are_numbers(tmp_path, text):
    with pytest.raises(UsageError, match="retry-delays"):
        load(tmp_path, f'[links]\nretry-delays = "{text}"\n').seconds("links.retry-delays")


def test_waivers_are_read_as_they_stand(tmp_path):
    text = '[[links.waivers]]\npattern = "x"\n[[links.waivers]]\npattern = "y"\n'
    assert load(tmp_path, text).values["links.waivers"] == [{"pattern": "x"}, {"pattern": "y"}]
