"""`undo` takes back any command that changed the library."""

import json

import pytest

CHANGES = {
    "import": ["import", "more.bib"],
    "import of many files": ["import", "more.bib", "list.txt"],
    "add with fields": ["add", "--type", "book", "--title", "台灣法律史概論", "--author", "王泰升", "--issued", "2001"],
    "add from JSON": ["add", "item.json"],
    "set": ["set", "hogan2020lgbtq", "title=Another", "author=王寬弘、柯雨瑞"],
    "removing a field": ["set", "hogan2020lgbtq", "URL="],
    "edit": ["edit", "meiguo2021renkou"],
    "rename": ["rename", "meiguo2021renkou", "ait2021"],
    "tag": ["tag", "hogan2020lgbtq", "one", "two"],
    "note": ["note", "hogan2020lgbtq", "讀過"],
    "rm": ["rm", "hogan2020lgbtq", "meiguo2021renkou"],
}


@pytest.mark.parametrize("change", CHANGES)
def test_undo_takes_back(seed, change):
    seed.write("more.bib", "@book{a1, title={A}, author={Ann A}}\n@book{b1, title={B}, author={Bob B}}\n")
    seed.write("list.txt", "王寬弘，2013，〈人口販運〉，《國土安全》，20：1-40。\n")
    seed.write("item.json", json.dumps({"id": "new1", "type": "book", "title": "New"}))
    seed("tag", "beijing2020sitan", "before")
    before, listed = seed.mirrors(), seed("list", "--json").out
    seed(*CHANGES[change], code=None, EDITOR="sed -i s/人口/人權/")
    assert seed.mirrors() != before
    taken_back = seed("undo").err
    assert CHANGES[change][0] in taken_back
    assert seed.mirrors() == before
    assert seed("list", "--json").out == listed


def test_undo_goes_back_step_by_step_to_an_empty_library(seed):
    seed("tag", "hogan2020lgbtq", "one")
    seed("rm", "meiguo2021renkou")
    for _ in range(3):
        seed("undo")
    assert seed.items() == []
    assert "nothing" in seed("undo", code=1).err


def test_a_change_after_an_undo_can_be_undone_too(seed):
    seed("tag", "hogan2020lgbtq", "one")
    seed("undo")
    seed("tag", "hogan2020lgbtq", "two")
    seed("undo")
    assert seed("tag", "hogan2020lgbtq").out == ""


def test_what_an_undone_import_had_is_not_found_any_more(seed):
    seed("undo")
    assert seed("search", "人口").out == ""
    assert seed("list").out == ""


def test_the_log_names_every_change_and_what_was_taken_back(seed):
    seed("tag", "hogan2020lgbtq", "one")
    seed("undo")
    log = seed("log", "--json").json()
    assert [entry["undone"] for entry in log if entry["command"].startswith("tag")] == [True]
    assert any(entry["command"].startswith("import references.txt") for entry in log)
