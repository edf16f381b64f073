"""`tipcite format` and `cite` for word processors and typesetters."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
import zipfile

import pytest

from .conftest import environ


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("list.docx", b"PK"),
        ("list.rtf", b"{\\rtf1"),
        ("list.tex", b"\\begin{list}"),
        ("list.typ", b"#block"),
        ("list.html", b'<div class="csl-bib-body'),
        ("list.md", "北京".encode()),
        ("list.other", "北京".encode()),
    ],
)
def test_the_ending_of_the_file_tells_the_format(seed, name, start):
    seed("format", "-o", name)
    assert (seed.folder / name).read_bytes().startswith(start)


def test_to_says_more_than_the_ending(seed):
    seed("format", "--to", "typst", "-o", "list.txt")
    assert (seed.folder / "list.txt").read_text("utf-8").startswith("#block")


def run(seed, *arguments: str, stdout) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "tipcite", *arguments], cwd=seed.folder, env=environ(seed.folder),
        stdout=stdout, stderr=subprocess.PIPE, timeout=120, check=False,
    )  # fmt: skip


def test_a_piped_docx_is_its_bytes(seed):
    done = run(seed, "format", "--to", "docx", stdout=subprocess.PIPE)
    document = zipfile.ZipFile(io.BytesIO(done.stdout)).read("word/document.xml").decode()
    assert "美國在台協會" in document


def test_a_docx_is_not_printed_on_a_terminal(seed):
    terminal, other_end = pty.openpty()
    done = run(seed, "format", "--to", "docx", stdout=other_end)
    os.close(other_end)
    os.close(terminal)
    assert done.returncode == 2
    assert "-o references.docx" in done.stderr.decode()


def test_a_citation_for_a_typesetter(seed):
    assert seed("cite", "hogan2020lgbtq", "--to", "latex").out == "(Hogan \\& Roe-Sepowitz, 2020)\n"
    assert seed("cite", "hogan2020lgbtq", "--to", "typst").out == "(Hogan & Roe-Sepowitz, 2020)\n"
    assert seed("cite", "hogan2020lgbtq", "--to", "rtf").out.startswith("{\\rtf1")


def test_headings_that_would_be_repeated_are_left_out_with_a_word(seed):
    seed("add", "--type", "book", "--author", "張三", "--title", "書", "--issued", "2001")
    done = seed("format", "--order", "mixed", "--headings")
    assert "中文部分" not in done.out
    assert "alternate" in done.err
