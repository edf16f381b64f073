"""Bad input as a process meets it: one clear line, the right exit code, nothing lost."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from .conftest import Article, environ

BIB = "@book{ok1, author={Ann Author}, title={Good}, year={2020}}\n"


def numbered(number: int) -> str:
    return BIB.replace("ok1", f"key{number}").replace("Good", f"Good {number}") + "\n"


def one_line(ended) -> str:
    lines = ended.err.strip().splitlines()
    assert len(lines) == 1, ended.err
    return lines[0]


def test_a_missing_file(article):
    assert one_line(article("import", "nothing.bib", code=1)) == "tipcite: 'nothing.bib': there is no such file"


def test_a_folder(article):
    assert "'refs' is a folder" in one_line(article("import", "refs", code=1))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("picture.bib", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4),
        ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256))),
        ("noise.txt", bytes(range(256)) * 8),
    ],
)
def test_a_binary_file(article, name, content):
    article.write(name, content)
    line = one_line(article("import", name, code=1))
    assert name in line
    assert article.items() == []


def test_an_empty_file(article):
    article.write("empty.bib", "")
    ended = article("import", "empty.bib", code=3)
    assert "empty.bib: warning: there are no references in it" in ended.err


@pytest.mark.parametrize(("encoding", "name"), [("big5", "big5"), ("gbk", "gb")])
def test_chinese_text_in_an_old_encoding(article, encoding, name):
    traditional = "王寬弘，2013，〈人口販運防制之研究〉，《國土安全與國境管理學報》，20：1-40。\n"
    simplified = "王宽弘，2013，〈人口贩运防治研究〉，《社会科学》，20：1-40。\n"
    text = traditional if encoding == "big5" else simplified
    article.write("old.txt", text.encode(encoding))
    ended = article("import", "old.txt", code=None)
    assert ended.code in (0, 3)
    assert name in ended.err.lower()
    (item,) = article.items()
    assert item["author"][0]["family"] == "王"
    assert item["container-title"] in text


def test_an_unclosed_brace_is_named_and_the_others_are_kept(article):
    article.write("refs.bib", numbered(1) + "@book{bad, title={Never closed, year={2020}\n\n" + numbered(2))
    ended = article("import", "refs.bib", code=3)
    assert "refs.bib:3" in ended.err
    assert "error" in ended.err
    assert {item["id"] for item in article.items()} == {"key1", "key2"}


def test_an_unknown_key_names_the_nearest(seed):
    line = one_line(seed("show", "hogan2020", code=1))
    assert "'hogan2020'" in line
    assert "hogan2020lgbtq" in line


def test_an_unknown_command_names_the_nearest(article):
    assert "'import'" in one_line(article("imprt", "x", code=2))


def test_wrong_usage_ends_with_two(article):
    assert article("set", code=2).err
    assert article("list", "--nonsense", code=2).err


def test_no_library_here(tmp_path):
    line = one_line(Article(tmp_path)("list", code=1))
    assert "tipcite init" in line


def test_an_unknown_style_names_the_nearest(seed):
    line = one_line(seed("format", "--style", "apa-zh", code=1))
    assert "apa-zh-tw" in line


def test_an_unknown_field_names_the_nearest(seed):
    before = seed.mirrors()
    assert "'title'" in one_line(seed("set", "hogan2020lgbtq", "titel=x", code=1))
    assert seed.mirrors() == before


@pytest.mark.parametrize("value", ["issued=2021-02-30", "DOI=nonsense", "URL=nonsense", "ISBN=123", "type=jurnal"])
def test_a_value_without_the_form_of_its_kind(seed, value):
    before = seed.mirrors()
    assert one_line(seed("set", "hogan2020lgbtq", value, code=1))
    assert seed.mirrors() == before


@pytest.mark.parametrize(("field", "command"), [("key=x", "rename"), ("tags=x", "tag")])
def test_what_another_command_changes_is_no_field(seed, field, command):
    assert f"'tipcite {command}'" in one_line(seed("set", "hogan2020lgbtq", field, code=2))


@pytest.mark.parametrize(
    "call",
    [
        ["import", "-f", "nonsense", "references.txt"],
        ["convert", "references.txt", "--to", "nonsense"],
        ["check", "references.txt", "--record"],
        ["completion"],
    ],
)
def test_words_that_are_no_choice_are_wrong_usage(seed, call):
    line = one_line(seed(*call, code=2))
    assert ".;" not in line


def test_settings_that_are_wrong_are_named(seed):
    seed.write("tipcite.toml", '[format]\nstile = "apa-zh-tw"\n')
    line = one_line(seed("list", code=2))
    assert "format.stile" in line
    assert "format.style" in line
    seed.write("tipcite.toml", "not toml")
    assert "tipcite.toml" in one_line(seed("list", code=2))


def test_a_database_of_a_newer_version_is_left_alone(seed):
    path = seed.folder / "refs" / "library.db"
    with sqlite3.connect(path) as connection:
        (version,) = connection.execute("pragma user_version").fetchone()
        if version:
            connection.execute(f"pragma user_version = {version + 1000}")
        else:
            pytest.fail("the schema's version is expected in user_version")
    connection.close()
    content = path.read_bytes()
    assert "newer" in one_line(seed("list", code=1))
    assert "newer" in one_line(seed("tag", "hogan2020lgbtq", "x", code=1))
    assert path.read_bytes() == content


def test_a_database_that_is_none(seed):
    (seed.folder / "refs" / "library.db").write_bytes(b"this is no database" * 100)
    assert "library.db" in one_line(seed("list", code=1))


def test_a_mirror_that_git_changed_is_never_overwritten(seed):
    path = seed.folder / "refs" / "references.json"
    changed = path.read_text("utf-8").replace("斯坦福", "史丹佛")
    path.write_text(changed, "utf-8")
    line = one_line(seed("tag", "hogan2020lgbtq", "x", code=1))
    assert "tipcite sync" in line
    assert path.read_text("utf-8") == changed
    seed("sync")
    assert "史丹佛" in seed("list").out
    assert path.read_text("utf-8") == changed
    seed("undo")
    assert "斯坦福" in seed("list").out


def test_a_mirror_with_conflict_marks_is_named_with_its_line(seed):
    path = seed.folder / "refs" / "references.json"
    path.write_text("<<<<<<< HEAD\n" + path.read_text("utf-8"), "utf-8")
    assert "references.json:1" in one_line(seed("sync", code=1))
    assert len(seed("list").out.splitlines()) == 3


def _limited(folder, *arguments, limit):
    """Run with a largest file size, which fails like a full disk."""

    def before():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", "tipcite", *arguments], cwd=folder, env=environ(folder), capture_output=True,
        preexec_fn=before, check=False, timeout=120,
    )  # fmt: skip


def test_a_full_disk_loses_nothing(seed):
    before = seed.mirrors()
    listed = seed("list").out
    bib = "".join(numbered(number) for number in range(2000))
    seed.write("many.bib", bib)
    done = _limited(seed.folder, "import", "many.bib", limit=200_000)
    assert done.returncode == 1, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert seed.mirrors() == before
    assert seed("list").out == listed
    seed("import", "many.bib")
    assert len(seed("list").out.splitlines()) == 2003


@pytest.fixture
def read_only(seed):
    """The seed's library in a folder that may not be written: by its mode, for root by a read-only file system."""
    refs = seed.folder / "refs"
    if os.geteuid():
        refs.chmod(0o555)
        yield seed
        refs.chmod(0o755)
        return
    kept = seed.folder / "kept"
    refs.rename(kept)
    refs.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", refs], capture_output=True, check=False).returncode:
        pytest.skip("root may write anywhere here, and can't mount")
    try:
        shutil.copytree(kept, refs, dirs_exist_ok=True)
        subprocess.run(["mount", "-o", "remount,ro", refs], check=True)
        yield seed
    finally:
        subprocess.run(["umount", refs], check=True)


def test_a_folder_that_may_not_be_written_can_still_be_read(read_only):
    before = read_only.mirrors()
    line = one_line(read_only("tag", "hogan2020lgbtq", "x", code=1))
    assert "library.db" in line
    assert "read-only" in line or "permission" in line
    assert len(read_only("list").out.splitlines()) == 3
    assert read_only("format").out
    assert read_only.mirrors() == before


def test_output_to_a_place_that_can_not_be_written(seed):
    assert "'no/where.bib'" in one_line(seed("export", "--to", "bib", "-o", "no/where.bib", code=1))


def test_an_output_that_is_there_is_kept_without_force(seed):
    seed.write("out.bib", "mine")
    assert "--force" in one_line(seed("export", "--to", "bib", "-o", "out.bib", code=1))
    assert (seed.folder / "out.bib").read_text() == "mine"
    seed("export", "--to", "bib", "-o", "out.bib", "--force")
    assert "hogan2020lgbtq" in (seed.folder / "out.bib").read_text("utf-8")


def test_ctrl_c_during_an_import_leaves_the_library_as_it_was(seed):
    before = seed.mirrors()
    seed.write("many.bib", "".join(numbered(number) for number in range(20000)))
    process = subprocess.Popen(
        [sys.executable, "-m", "tipcite", "import", "many.bib"], cwd=seed.folder, env=environ(seed.folder),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    time.sleep(1.0)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 130, err.decode()
    assert b"Traceback" not in err
    assert seed.mirrors() == before
    assert len(seed("list").out.splitlines()) == 3


@pytest.mark.parametrize("delay", [0.12, 0.35])
def test_ctrl_c_at_any_moment_is_one_line(seed, delay):
    seed.write("many.bib", "".join(numbered(number) for number in range(500)))
    process = subprocess.Popen(
        [sys.executable, "-m", "tipcite", "import", "-q", "many.bib"], cwd=seed.folder, env=environ(seed.folder),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    time.sleep(delay)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    if process.returncode == -signal.SIGINT and b"in main" not in err:
        pytest.skip("Python itself had not started yet")
    assert process.returncode in (0, 130)
    assert b"Traceback" not in err
    assert len(seed.items()) == (3 if len(seed("list").out.splitlines()) == 3 else 503)


def test_ctrl_c_while_an_enumeration_is_made_is_one_line_too(article):
    code = """
import sys
from tipcite.cli import list, main

class Interrupted:
    def __set_name__(self, owner, name):
        raise KeyboardInterrupt

def make(**_):
    type("Enumeration", (), {"member": Interrupted()})

list.command.callback = make
sys.argv = ["tipcite", "list"]
main.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=article.folder, env=environ(article.folder), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.decode().count("\n")) == (130, 1), done.stderr.decode()


def test_two_processes_that_write_at_once_both_succeed(seed):
    calls = [
        subprocess.Popen(
            [sys.executable, "-m", "tipcite", "add", "--type", "book", "--title", f"Book {number}", "--issued", "2001"],
            cwd=seed.folder, env=environ(seed.folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for number in range(6)
    ]  # fmt: skip
    ended = [(call.communicate(timeout=120), call.returncode) for call in calls]
    assert [code for _, code in ended] == [0] * 6, ended
    assert len(seed.items()) == 9
    assert len(seed("list").out.splitlines()) == 9


def test_a_reader_that_goes_away_is_no_error(seed):
    line = f"{sys.executable} -m tipcite export --to csl-json | head -1"
    done = subprocess.run(
        ["bash", "-c", line], cwd=seed.folder, env=environ(seed.folder), capture_output=True, check=False
    )
    assert done.stderr == b""
    assert done.stdout == b"[\n"
