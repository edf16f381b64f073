"""Importing much: seen on a terminal, and stopped at any moment without a trace."""

import signal
import subprocess
import sys

import pytest

from formats.documents import docx, field, p, zotero

from .conftest import environ
from .test_terminal import on_terminal

STOPPED_AT = """
import signal, sys
from importlib import import_module
from tipcite.cli import import_, main

module, name, number = import_module(sys.argv[1]), sys.argv[2], int(sys.argv[3])
inner = getattr(module, name)

def stopped(*args, **kwargs):
    {before}
    result = inner(*args, **kwargs)
    {after}
    return result

setattr(module, name, stopped)
sys.argv = ["tipcite", "import", "many.bib"]
main.main()
"""
BEFORE_COMMIT = {
    "while the file is read": ("tipcite.cli.import_", "read_source"),
    "while entries are split": ("tipcite.formats.bibtex_read", "split_bibtex"),
    "while entries become items": ("tipcite.formats.bibtex_read", "is_biblatex_entry"),
    "while known sources are looked for": ("tipcite.store.known", "split_known"),
    "while keys are given": ("tipcite.store.changes", "assign_keys"),
    "while rows are stored": ("tipcite.store.writing", "detail_records"),
    "while the index is made": ("tipcite.store.writing", "search_record"),
    "while the history is written": ("tipcite.store.writing", "_record"),
    "while the mirror is written": ("tipcite.store.mirror", "prepare"),
}


def entries(number: int) -> str:
    return "".join(
        f"@book{{key{at}, title={{Good {at}}}, author={{王, 小明 and Lee, Ann}}, year={{2020}}}}\n"
        for at in range(number)
    )  # fmt: skip


def stopped(article, place: tuple[str, str], number: int, *, before: bool) -> subprocess.CompletedProcess:
    signals = "signal.raise_signal(number)"
    code = STOPPED_AT.format(before=signals if before else "pass", after="pass" if before else signals)
    return subprocess.run(
        [sys.executable, "-c", code, *place, str(int(number))],
        cwd=article.folder, env=environ(article.folder), capture_output=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("moment", BEFORE_COMMIT)
def test_an_import_that_is_stopped_leaves_the_library_as_it_was(seed, moment, number):
    files = {path.name: path.read_bytes() for path in (seed.folder / "refs").iterdir()}
    seed.write("many.bib", entries(30))
    ended = stopped(seed, BEFORE_COMMIT[moment], number, before=moment != "while the mirror is written")
    assert ended.returncode == 130, ended.stderr.decode()
    assert ended.stdout == b""
    assert len(ended.stderr.strip().splitlines()) == 1
    assert {path.name: path.read_bytes() for path in (seed.folder / "refs").iterdir()} == files
    assert len(seed("list").out.splitlines()) == 3


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("place", [("tipcite.store.mirror", "publish"), ("tipcite.cli.import_", "_tell")])
def test_what_is_stored_already_is_told_and_whole(seed, place, before, number):
    seed.write("many.bib", entries(30))
    ended = stopped(seed, place, number, before=before)
    assert ended.returncode == 0, ended.stderr.decode()
    assert len(ended.stdout.splitlines()) == 30
    assert len(seed.items()) == 33
    assert seed("status").code == 0


def test_a_long_import_shows_a_bar_on_a_terminal(article):
    article.write("many.bib", entries(4000))
    shown = on_terminal(article, "import", "many.bib")
    assert "reading many.bib" in shown
    assert "storing" in shown
    assert "4000 sources imported" in shown


def test_there_is_no_bar_where_nobody_sees_it(article):
    article.write("many.bib", entries(4000))
    assert article("import", "many.bib").err == "4000 sources imported\n"
    article("undo")
    assert "storing" not in on_terminal(article, "import", "-q", "many.bib")


def test_broken_texts_are_written_before_anything_is_stored(article):
    article.write("refs.bib", "@book{bad, title={Never closed, year={2020}\n\n@book{ok, title={Good}, year={2020}}\n")
    ended = article("import", "refs.bib", "--failed", "no/such/folder/out.bib", code=1)
    assert "no/such/folder" in ended.err
    assert article.items() == []
    article("import", "refs.bib", "--failed", "out.bib", code=3)
    assert "Never closed" in (article.folder / "out.bib").read_text()


def test_a_word_document_is_imported_and_converted(article):
    wang = {"id": 1, "type": "book", "title": "人口販運防制", "author": [{"family": "王", "given": "寬弘"}]}
    article.write("article.docx", docx(p("Text ", field(zotero(wang)), field(" ADDIN CSL_CITATION {"))))
    ended = article("import", "article.docx", "--failed", "broken.txt", code=3)
    assert "article.docx:1" in ended.err
    assert "JSON" in ended.err
    assert [item["title"] for item in article.items()] == ["人口販運防制"]
    assert (article.folder / "broken.txt").read_text() == "{\n"
    assert "人口販運防制" in article("convert", "article.docx", "--to", "ris", code=3).out
    assert "Word" in article("convert", "article.docx", "--from", "ris", "--to", "bib", code=1).err
    article.write("list.txt", "no document")
    assert "--from docx" in article("convert", "list.txt", "--from", "docx", "--to", "bib", code=1).err


def test_a_word_document_that_is_cut_off_is_one_line(article):
    article.write("half.docx", docx(p("References"), p("Lee, A. (2020). On borders."))[:300])
    (line,) = article("import", "half.docx", code=1).err.splitlines()
    assert "half.docx" in line
    assert ".docx" in line
