"""`edit` with editors that do anything: the library stays whole, and so does the text."""

import pytest

KEY = "hogan2020lgbtq"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ('rm "$1"', "left no file"),
        ('echo garbage > "$1"', "no JSON"),
        ('sed -i s/hogan2020/other2020/ "$1"', "'tipcite rename'"),
        ("exit 3", "status 3"),
        ('printf "[%.0s" {1..50000} > "$1"', "recursion"),
    ],
)
def test_what_can_not_be_stored_changes_nothing_and_is_kept(seed, script, said):
    before = seed.mirrors()
    editor = seed.write("editor.sh", script)
    ended = seed("edit", KEY, code=1, EDITOR=f"bash {editor}", TMPDIR=str(seed.folder))
    assert said in ended.err
    assert len(ended.err.splitlines()) == 1
    assert seed.mirrors() == before
    kept = list(seed.folder.glob("tipcite-*.json"))
    assert [path.name in ended.err for path in kept] == ([] if "rm " in script else [True])


@pytest.mark.parametrize("editor", ["'unclosed", "/no/such/editor --wait"])
def test_an_editor_that_is_none_is_named(seed, editor):
    ended = seed("edit", KEY, code=1, EDITOR=editor, TMPDIR=str(seed.folder))
    assert "editor" in ended.err
    assert len(ended.err.splitlines()) == 1
    assert list(seed.folder.glob("tipcite-*.json")) == []


def test_visual_comes_first_and_may_have_words(seed):
    seed("edit", KEY, VISUAL="sed -i 's/Sex Trafficking/Two Words/'", EDITOR="false")
    assert "Two Words" in seed("show", KEY).out


def test_what_was_stored_leaves_no_file(seed):
    seed("edit", KEY, EDITOR="sed -i s/Sex/SEX/", TMPDIR=str(seed.folder))
    assert list(seed.folder.glob("tipcite-*.json")) == []


def test_a_new_source_is_edited_before_it_is_stored(article):
    article("add", "--title", "Old", "--edit", EDITOR="sed -i s/Old/New/")
    assert [item["title"] for item in article.items()] == ["New"]
    assert "nothing was added" in article("add", "--edit", EDITOR="true").err
    assert len(article.items()) == 1
