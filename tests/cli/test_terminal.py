"""What a terminal shows: tables with Chinese widths, and nothing that commands it."""

import json
import os
import pty
import sys

import pytest
from rich.cells import cell_len

from tipcite.cli.output import one_line, visible
from tipcite.cli.table import shared, table_lines

from .conftest import environ

ROWS = [
    ("beijing2020sitan", "2020", "北京樂平公益基金會", "[斯坦福社會創新評論]"),
    ("long2001", "2001", "Smith", "很長的標題" * 40),
    ("x", "", "", "A [bold]title[/bold] with \\[x] in it"),
]


def on_terminal(article, *arguments: str, columns: int = 80) -> str:
    """Run a command whose stdout and stderr are a terminal, without colours."""
    child, descriptor = pty.fork()
    if child == 0:
        os.chdir(article.folder)
        environment = environ(article.folder) | {"COLUMNS": str(columns), "TERM": "xterm", "NO_COLOR": "1"}
        os.execve(sys.executable, [sys.executable, "-m", "tipcite", *arguments], environment)
    read = b""
    while True:
        try:
            part = os.read(descriptor, 65536)
        except OSError:  # Linux's end of a terminal
            part = b""
        if not part:
            break
        read += part
    os.waitpid(child, 0)
    os.close(descriptor)
    return read.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_table_fits_and_shows_every_column(width):
    head, rule, *rows = table_lines(("key", "year", "creators", "title"), ROWS, width)
    assert all(word in head for word in ("key", "year", "crea", "title"))
    assert cell_len(rule) == width
    for row in rows:
        plain = row.replace("\x1b[36m", "").replace("\x1b[0m", "")
        assert cell_len(plain) <= width
    assert "…" in rows[1]


def test_a_key_is_not_cut_while_it_takes_less_than_half():
    (*_, row) = table_lines(("key", "title"), [("beijing2020sitan", "很" * 100)], 40)
    assert "beijing2020sitan" in row


def test_the_widest_columns_give_way_to_the_others():
    assert shared([4, 10, 100], 60) == [4, 10, 46]
    assert shared([30, 100], 60) == [30, 30]
    assert shared([4, 10], 60) == [4, 10]


def test_signs_of_markup_are_shown_as_they_are():
    (*_, row) = table_lines(("key", "title"), [("k", ROWS[2][3])], 80)
    assert row.endswith("A [bold]title[/bold] with \\[x] in it")


def test_control_characters_are_shown_not_obeyed(article):
    item = {"id": "evil", "type": "book", "title": "a\x1b[31mb\x1b]0;x\x07 \u202ec", "note": "one\ntwo"}
    article("add", "-", stdin=json.dumps(item))
    for command in ("list", "show"):
        shown = on_terminal(article, command, *(["evil"] if command == "show" else []))
        assert "a␛[31mb␛]0;x␇ \ufffdc" in shown, command
        assert "\x1b]" not in shown
    # No citation has them, in any format.
    assert "a[31mb]0;x \ufffdc" in on_terminal(article, "format")
    assert visible("a\nb\tc") == "a\nb\tc"
    assert one_line("a\nb\x00") == "a b␀"


def test_log_and_styles_show_every_column(seed):
    log = on_terminal(seed, "log")
    assert log.startswith("no.")
    assert "import references.txt" in log
    assert "作者，年，〈" in on_terminal(seed, "styles", "list")


def test_an_empty_list_says_why(article):
    assert "'tipcite import FILE'" in article("list").err
    assert "nothing matches 'tag:x'" in article("list", "tag:x").err
