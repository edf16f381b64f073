"""Several programs on one library at once: nothing that one of them stored is lost by another."""

import subprocess
import sys

from .conftest import environ


def at_once(article, *calls):
    """Start all calls, then wait for all."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tipcite", *call], cwd=article.folder, env=environ(article.folder),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for call in calls
    ]  # fmt: skip
    ended = [(one.communicate(timeout=120)[1].decode(), one.returncode) for one in running]
    assert all(code == 0 for _, code in ended), ended


def test_five_changes_of_one_source_are_all_kept(seed):
    key = "hogan2020lgbtq"
    before = seed.mirrors()
    at_once(
        seed, ["tag", key, "a"], ["tag", key, "b"], ["note", key, "讀過"], ["set", key, "volume=7"],
        ["add", "--type", "book", "--title", "Another", "--issued", "2001"],
    )  # fmt: skip
    (item,) = (item for item in seed.items() if item["id"] == key)
    assert item["custom"]["tipcite"]["tags"] == ["a", "b"]
    assert item["custom"]["tipcite"]["notes"] == ["讀過"]
    assert item["volume"] == "7"
    assert len(seed.items()) == 4
    for _ in range(5):
        seed("undo")
    assert seed.mirrors() == before


def test_a_file_that_is_imported_three_times_at_once_is_taken_once(article):
    bib = "\n".join(f"@book{{b{n}, title={{Title {n}}}, author={{Ann A}}, year=2001}}" for n in range(20))
    article.write("m.bib", bib)
    at_once(article, *[["import", "m.bib"]] * 3)
    assert len(article.items()) == 20


def test_a_source_that_changes_while_it_is_edited_is_not_overwritten(seed):
    key = "hogan2020lgbtq"
    editor = seed.write("editor.sh", f'{sys.executable} -m tipcite tag {key} meanwhile\nsed -i s/Sex/SEX/ "$1"\n')
    ended = seed("edit", key, code=1, EDITOR=f"bash {editor}", TMPDIR=str(seed.folder))
    assert "changed by another program" in ended.err
    (kept,) = seed.folder.glob("tipcite-*.json")
    assert "SEX" in kept.read_text("utf-8")
    assert seed("tag", key).out == "meanwhile\n"
    assert "Sex" in seed("show", key).out
