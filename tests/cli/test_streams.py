"""Standard streams that are closed, full or not UTF-8."""

import subprocess
import sys

import pytest

from .conftest import environ

POSIX = {"LANG": "C", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def shell(article, line, **environment):
    """Run a line of bash in which TIPCITE is the program."""
    done = subprocess.run(
        ["bash", "-c", line.replace("TIPCITE", f"{sys.executable} -m tipcite")],
        cwd=article.folder, env=environ(article.folder) | environment, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


@pytest.mark.parametrize("call", ["list", "format"])
def test_a_full_stdout_is_one_line_and_one(seed, call):
    done = shell(seed, f"TIPCITE {call} > /dev/full")
    assert done.returncode == 1
    assert done.stderr.decode() == "tipcite: the output can't be written: no space left on device\n"


def test_a_closed_stdout_fails_only_what_prints(seed):
    done = shell(seed, "TIPCITE list >&-")
    assert done.returncode == 1
    assert done.stderr.decode().startswith("tipcite: the output can't be written")
    assert shell(seed, "TIPCITE tag hogan2020lgbtq x >&-").returncode == 0


def test_a_closed_or_full_stderr_stops_no_work(seed):
    assert shell(seed, "TIPCITE tag hogan2020lgbtq one 2>&-").returncode == 0
    assert shell(seed, "TIPCITE tag hogan2020lgbtq two 2>/dev/full").returncode == 0
    assert shell(seed, "TIPCITE show nokey 2>/dev/full").returncode == 1
    assert seed("tag", "hogan2020lgbtq").out == "one\ntwo\n"


def test_a_closed_stdin_is_one_line(seed):
    done = shell(seed, "TIPCITE import - <&-")
    assert (done.returncode, done.stderr.decode()) == (1, "tipcite: '-' can't be read: bad file descriptor\n")


def test_stdin_is_read_only_once(seed):
    assert "only once" in seed("import", "-", "-", code=2).err


def test_chinese_words_are_read_in_a_locale_that_knows_only_ascii(seed):
    seed.write("王.txt", "王寬弘，2013，〈人口販運〉，《國土安全》，20：1-40。\n")
    assert shell(seed, "TIPCITE search 人口", **POSIX).stdout.decode().startswith("meiguo2021renkou\t2021\t美國")
    assert shell(seed, "TIPCITE import 王.txt", **POSIX).returncode == 0
    shell(seed, "TIPCITE note meiguo2021renkou 讀過", **POSIX)
    assert seed("note", "meiguo2021renkou").out == "1. 讀過\n"


def test_a_word_that_is_no_utf8_is_refused(seed):
    before = seed.mirrors()
    done = shell(seed, "TIPCITE set hogan2020lgbtq $'title=\\xff\\xfe'")
    assert done.returncode == 2
    assert "is not UTF-8" in done.stderr.decode()
    assert seed.mirrors() == before


def test_a_file_whose_name_is_no_utf8_is_imported(seed):
    done = shell(seed, "echo '@book{x1, title={A}, author={Ann A}}' > $'\\xff.bib'; TIPCITE import $'\\xff.bib'")
    assert (done.returncode, done.stdout) == (0, b"x1\n")


def test_the_program_alone_shows_its_help(seed):
    ended = seed(code=2)
    assert ended.out == ""
    assert "\n  import  Import" in ended.err
    assert "\n  list  " in seed("styles", code=2).err
