"""The order of a list as a user settles it: parts, readings, and sort keys of creators."""

import pytest

BOOKS = (
    ("仇英", "中文一"), ("單志明", "中文二"), ("朴正熙", "中文三"),
)  # fmt: skip


@pytest.fixture
def books(article):
    for author, title in BOOKS:
        article("add", "--type", "book", "--author", author, "--title", title, "--issued", "2020")
    article("add", "--type", "book", "--author", "Zola, Émile", "--title", "Germinal", "--issued", "1885")
    article("add", "--type", "book", "--author", "我妻栄", "--title", "新訂担保物権法", "--issued", "1968")
    return article


def authors(article, order):
    lines = article("format", TIPCITE_FORMAT_ORDER=order).out.splitlines()
    return [line.partition("，")[0].partition(",")[0].partition(".")[0] for line in lines if line]


def test_parts_and_readings_are_a_setting(books):
    assert authors(books, "japanese, western, chinese, pinyin") == ["我妻栄", "Zola", "朴正熙", "仇英", "單志明"]
    assert authors(books, "") == ["仇英", "朴正熙", "我妻栄", "單志明", "Zola"]
    assert "日文部分" in books("format", "--headings", TIPCITE_FORMAT_ORDER="中文，日文，西文").out


def test_a_wrong_order_is_named_with_its_place(books):
    assert "TIPCITE_FORMAT_ORDER" in books("list", TIPCITE_FORMAT_ORDER="中文，法文", code=2).err
    assert "two orders" in books("format", TIPCITE_FORMAT_ORDER="mixed, chinese-first", code=1).err


def test_a_sort_key_overrules_a_name_until_it_is_removed(books):
    (key,) = (item["id"] for item in books.items() if item["title"] == "中文二")
    books("sort-key", key, "單志明", "dan1 zhi4 ming2")
    assert authors(books, "pinyin")[:3] == ["單志明", "朴正熙", "仇英"]
    assert books("sort-key", key).out == "單志明 → dan1 zhi4 ming2\n"
    assert books("sort-key", key, "--json").json() == {"單志明": "dan1 zhi4 ming2"}
    assert "單志明 → dan1" in books("show", key).out
    books("sort-key", key, "單志明", "--remove")
    assert authors(books, "pinyin")[:3] == ["朴正熙", "仇英", "單志明"]
    books("undo")
    assert authors(books, "pinyin")[:3] == ["單志明", "朴正熙", "仇英"]


@pytest.mark.parametrize(
    ("words", "said"), [(["單志", "dan"], "單志明"), (["單志明"], "TEXT"), (["單志明", "x", "--remove"], "TEXT")]
)
def test_what_can_be_no_sort_key_is_refused(books, words, said):
    (key,) = (item["id"] for item in books.items() if item["title"] == "中文二")
    assert said in books("sort-key", key, *words, code=2).err
