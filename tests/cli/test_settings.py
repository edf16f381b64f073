"""Settings: where they stand, and what can't be one."""

import pytest

from tipcite.cli.session import library_paths
from tipcite.cli.settings import load_settings
from tipcite.errors import UsageError


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
