"""Romanised forms: offered, unprinted until they are confirmed, and never of persons."""

import pytest

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>r</title><id>r</id><updated>2026-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><text variable="romanised-title" suffix=" "/><text variable="title"/></layout></bibliography>
</style>"""
KEY = "meiguo2021renkou"
PINYIN = "Ren kou fan yun wen ti bao gao"


def romanised(article):
    return {
        (item["id"], one["field"], one["language"]): (one["text"], one.get("confirmed", True), one.get("source", ""))
        for item in article.items()
        for one in item.get("custom", {}).get("tipcite", {}).get("variants", ())
    }


def test_forms_are_offered_and_shown_as_old_and_new(seed):
    ended = seed("romanise", "--pinyin")
    assert f"{KEY}: title: 人口販運問題報告 → {PINYIN}\n" in ended.out
    assert "not printed before" in ended.err
    assert romanised(seed)[KEY, "title", "zh-Latn-pinyin"] == (PINYIN, False, "pinyin")
    assert not any("hogan" in key for key, _, _ in romanised(seed))
    assert not any(field == "author" for _, field, _ in romanised(seed))
    assert seed("romanise", "--pinyin").err == "nothing to romanise\n"


def test_a_form_is_printed_once_it_is_confirmed_and_undo_takes_that_back(seed):
    seed.write("r.csl", STYLE)
    seed("romanise", KEY, "--wade-giles")
    assert seed("format", KEY, "-s", "r.csl").out == "人口販運問題報告\n"
    assert "confirmed" in seed("romanise", KEY, "--confirm").err
    assert seed("format", KEY, "-s", "r.csl").out == "Jen k’ou fan yün wen t’i pao kao 人口販運問題報告\n"
    seed("undo")
    assert seed("format", KEY, "-s", "r.csl").out == "人口販運問題報告\n"
    seed("undo")
    assert not romanised(seed)


def test_what_was_given_or_confirmed_is_kept(seed):
    words = ("variant", KEY, "title", "Renkou fanyun wenti baogao", "--kind", "romanised")
    seed(*words, "--language", "zh-Latn-pinyin")
    seed("romanise", "--pinyin")
    assert romanised(seed)[KEY, "title", "zh-Latn-pinyin"] == ("Renkou fanyun wenti baogao", True, "")
    seed("romanise", "--confirm")
    seed("set", KEY, "title=人口販運報告")
    seed("romanise", "--pinyin")
    assert romanised(seed)[KEY, "title", "zh-Latn-pinyin"][0] == "Renkou fanyun wenti baogao"


def test_an_unread_form_follows_its_title(seed):
    seed("romanise", "--pinyin")
    seed("set", KEY, "title=人口販運報告")
    assert f"{KEY}: title: 人口販運報告 → Ren kou fan yun bao gao\n" == seed("romanise", "--pinyin").out


def test_both_systems_stand_beside_each_other_and_are_confirmed_apart(seed):
    seed("romanise", KEY, "--pinyin")
    seed("romanise", KEY, "--wade-giles")
    seed("romanise", KEY, "--wade-giles", "--confirm")
    found = romanised(seed)
    assert found[KEY, "title", "zh-Latn-wadegile"][1]
    assert not found[KEY, "title", "zh-Latn-pinyin"][1]


def test_a_dry_run_and_json_show_what_would_be_done(seed):
    before = seed.mirrors()
    (offer,) = (one for one in seed("romanise", "--pinyin", "-n", "--json").json() if one["key"] == KEY)
    assert offer == {
        "key": KEY, "field": "title", "old": "人口販運問題報告", "new": PINYIN, "language": "zh-Latn-pinyin",
        "confirmed": False,
    }  # fmt: skip
    assert seed.mirrors() == before


@pytest.mark.parametrize(("words", "said", "code"), [
    ([], "--pinyin", 2), (["--confirm"], "nothing to confirm", 0), (["nobody", "--pinyin"], "nobody", 1),
])  # fmt: skip
def test_what_is_missing_is_named(seed, words, said, code):
    assert said in seed("romanise", *words, code=code).err


def test_japanese_is_not_read_as_chinese(article):
    article("add", "--title", "最新図書館用語大辞典", "--type", "book")
    assert article("romanise", "--pinyin").err == "nothing to romanise\n"
