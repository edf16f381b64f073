"""`--review`: the doubtful references of a list, one after another, at a terminal."""

from __future__ import annotations

import json

import pytest

from .conversation import converse

SURE = "王寬弘、柯雨瑞（2013）。〈人口販運防制之研究〉。《國境警察學報》，19，1-40。"
NO_YEAR = "Doe, J. A title without its year. Norton."
TWO = "Roe, A. (2019). First of two. Routledge. and here begins Poe, B. (2020). Second of two. Sage."
DOE = "Doe, J. (2019). Tides. Norton.\n"
LIST = f"{SURE}\n{NO_YEAR}\n"


@pytest.fixture
def listed(article):
    article.write("list.txt", LIST)
    return article


def test_what_was_read_for_sure_is_not_asked(listed):
    code, shown = converse(listed, "parse", "--review", "list.txt", answers=["issued=2015", "a"])
    assert code == 0
    assert "2 references, 1 to look at" in shown
    assert "list.txt:2  1 of 1" in shown
    assert "no year was found" in shown
    assert "{title: A title without its year}" in shown
    assert "王寬弘" not in shown.partition("1 of 1")[2].partition("]: ")[0]
    assert "2015" in shown.partition("]: a")[2]


def test_a_reviewed_list_is_imported_as_it_was_decided(listed):
    answers = ["title=Another title", "t book", "issued=2015", "a"]
    code, _ = converse(listed, "import", "--review", "list.txt", answers=answers)
    assert code == 0
    assert {item["title"] for item in listed.items()} == {"人口販運防制之研究", "Another title"}
    (mended,) = [item for item in listed.items() if item["title"] == "Another title"]
    assert (mended["type"], mended["issued"]) == ("book", {"date-parts": [[2015]]})


def test_a_wrong_answer_is_said_and_asked_again(listed):
    answers = ["t novel", "pages", "DOI=10", "s nowhere", "j", "f issued", "2015", "a"]
    code, shown = converse(listed, "parse", "--review", "list.txt", answers=answers)
    assert code == 0
    assert "'novel' is no type of CSL" in shown
    assert "FIELD=VALUE     set a field" in shown
    assert "'nowhere' does not stand in the text" in shown
    assert "this is the last reference" in shown


def test_split_and_join(article):
    article.write("list.txt", f"{TWO}\n")
    code, shown = converse(
        article, "import", "--review", "list.txt", answers=["s Poe, B.", "title=First of two", "a", "a", "a"]
    )
    assert code in (0, 3), shown
    assert {"First of two", "Second of two"} <= {item["title"] for item in article.items()}


def test_join_with_the_next(article):
    article.write("list.txt", "[1] Doe, J. A title that was\n[2] cut in two. (2015). Norton.\n")
    code, shown = converse(article, "parse", "--review", "list.txt", answers=["j", "issued=2015", "a", "a"])
    assert code == 0, shown
    assert "Doe, J. A title that was cut in two" in shown.replace("{author: Doe, J}", "Doe, J").replace("{title: ", "")


def test_a_text_that_is_kept_becomes_no_source_and_is_written_out(listed):
    code, _ = converse(listed, "import", "--review", "--failed", "rest.txt", "list.txt", answers=["k"])
    assert code == 3
    assert [item["title"] for item in listed.items()] == ["人口販運防制之研究"]
    assert (listed.folder / "rest.txt").read_text() == f"{NO_YEAR}\n"


def test_the_editor_takes_the_whole(listed):
    editor = listed.write("editor.sh", 'sed -i "s/A title without/An edited title with/" "$1"')
    code, shown = converse(
        listed, "import", "--review", "list.txt", answers=["e", "issued=2015", "a"], EDITOR=f"bash {editor}"
    )
    assert code == 0, shown
    assert "An edited title with its year" in {item["title"] for item in listed.items()}


def test_an_editor_that_fails_loses_nothing(listed):
    code, shown = converse(listed, "parse", "--review", "list.txt", answers=["e", "issued=2015", "a"], EDITOR="false")
    assert "ended with status 1" in shown
    assert code == 0


def test_the_end_of_the_input_keeps_what_was_decided(article):
    article.write("list.txt", f"{NO_YEAR}\n{NO_YEAR.replace('Doe', 'Roe')}\n")
    code, shown = converse(article, "parse", "--review", "list.txt", answers=["issued=2015", "a", "\x04"])
    assert code == 130
    assert "1 decision kept" in shown
    code, shown = converse(article, "parse", "--review", "list.txt", answers=["", "issued=2016", "a"])
    assert code == 0
    code, shown = converse(article, "parse", "--review", "list.txt", answers=["n", "q"])
    assert "2 of them were decided before" in shown
    assert code == 3


def test_a_split_holds_after_quitting(article):
    article.write("list.txt", f"{TWO}\n")
    assert converse(article, "parse", "--review", "list.txt", answers=["s Poe, B.", "q"])[0] == 3
    _, shown = converse(article, "parse", "--review", "list.txt", answers=["q"])
    assert "Second of two" not in shown.partition("]: ")[0]


def test_what_was_decided_before_quitting_is_kept(article):
    article.write("list.txt", f"{NO_YEAR}\n{NO_YEAR.replace('Doe', 'Roe')}\n{SURE}\n")
    code, shown = converse(article, "import", "--review", "list.txt", answers=["issued=2015", "a", "q"])
    assert code == 3
    assert "1 decision kept; run the same command again to go on" in shown
    assert "was not reviewed yet" in shown
    assert len(article.items()) == 2
    code, shown = converse(article, "import", "--review", "list.txt", answers=["", "issued=2016", "a"])
    assert code == 0
    assert "1 of them were decided before" in shown
    assert {item["issued"]["date-parts"][0][0] for item in article.items()} == {2013, 2015, 2016}
    assert not list((article.folder / ".local/state/tipcite/reviews").glob("*"))


@pytest.mark.parametrize("command", ["parse", "import"])
def test_without_a_terminal_it_says_so_in_one_line(listed, command):
    ended = listed(command, "--review", "list.txt", code=2)
    assert "--review asks on the terminal, and there is none" in ended.err
    assert len(ended.err.splitlines()) == 1
    assert "can't come from stdin" in listed(command, "--review", "-", code=2).err


def test_every_reference_has_a_key_of_its_own(article):
    text = f"{DOE}Doe, J. (2019). Tides. Sage.\n王寬弘（2013）。人口販運。警學叢刊，9(2)，1-9。\n"
    keys = [one["item"]["id"] for one in article("parse", "--json", "-", stdin=text, code=None).json()]
    assert keys == ["doe2019tides", "doe2019tidesa", "wang2013renkou"]
    assert json.loads(article("parse", "--json", "-", stdin=DOE, code=None).out)[0]["item"]["id"] == keys[0]
