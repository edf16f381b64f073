"""Other forms of titles and names, as a user adds, confirms and removes them."""

import pytest

KEY = "meiguo2021renkou"
JOURNAL = "hogan2020lgbtq"


def variants(article, key=KEY):
    return article("variant", key, "--json").json()


def test_a_form_is_added_shown_and_taken_back(seed):
    before = seed.mirrors()
    seed("variant", KEY, "title", "Trafficking in Persons Report", "--kind", "translated", "--language", "en")
    assert variants(seed) == [
        {"field": "title", "kind": "translated", "language": "en", "text": "Trafficking in Persons Report"}
    ]
    assert seed("variant", KEY).out == "1. title, translated [en]: Trafficking in Persons Report\n"
    assert "Trafficking in Persons Report" in seed("show", KEY).out
    (item,) = (item for item in seed.items() if item["id"] == KEY)
    assert item["custom"]["tipcite"]["variants"] == variants(seed)
    seed("undo")
    assert seed.mirrors() == before


def test_a_form_of_names_is_read_as_names(seed):
    seed("variant", KEY, "author", "American Institute in Taiwan", "--kind", "parallel")
    seed("variant", JOURNAL, "author", "霍根; 羅伊－塞波維茨", "--kind", "translated")
    assert variants(seed)[0]["names"] == [{"literal": "American Institute in Taiwan"}]
    assert variants(seed)[0]["language"] == "en"
    assert len(variants(seed, JOURNAL)[0]["names"]) == 2


def test_a_new_form_takes_the_place_of_the_one_of_its_field_kind_and_language(seed):
    seed("variant", KEY, "title", "TIP", "--kind", "translated")
    seed("variant", KEY, "title", "Ren kou fan yun", "--kind", "romanised")
    seed("variant", KEY, "title", "Trafficking in Persons", "--kind", "translated")
    assert [(one["kind"], one["language"], one["text"]) for one in variants(seed)] == [
        ("translated", "en", "Trafficking in Persons"),
        ("romanised", "zh-Latn", "Ren kou fan yun"),
    ]


def test_forms_are_removed_by_number(seed):
    for text, kind in (("A", "translated"), ("B", "parallel"), ("C", "romanised")):
        seed("variant", KEY, "title", text, "--kind", kind)
    seed("variant", KEY, "--remove", "1", "--remove", "3")
    assert [one["text"] for one in variants(seed)] == ["B"]
    assert "no form 2" in seed("variant", KEY, "--remove", "2", code=2).err


def test_what_was_read_from_pasted_text_is_confirmed_by_number(article):
    article(
        "import", "-", stdin="黃鈴懿、張雪（2005）：〈網路學習〉。《應用心理研究》，27，67-108。"
        "[Huang, L. L., & Chang, C. (2005). Learning on the net. Research in Applied Psychology, 27, 67-108.]\n",
        code=None,
    )  # fmt: skip
    (item,) = article.items()
    found = variants(article, item["id"])
    assert found
    assert not any(one.get("confirmed", True) for one in found)
    assert "(not confirmed, from text)" in article("variant", item["id"]).out
    article("variant", item["id"], "--confirm", "1")
    assert variants(article, item["id"])[0].get("confirmed", True)
    assert "not confirmed" in article("variant", item["id"]).out


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (["title", "TIP"], "--kind", 2),
        (["title", "", "--kind", "parallel"], "--remove", 2),
        (["--kind", "parallel"], "FIELD", 2),
        (["issued", "2021", "--kind", "parallel"], "no other forms", 1),
        (["tittle", "TIP", "--kind", "parallel"], "'title'", 1),
        (["title", "TIP", "--kind", "parallel", "--language", "english"], "language tag", 1),
        (["title", "人口", "--kind", "romanised"], "Latin", 1),
    ],
)
def test_what_can_be_no_form_is_refused(seed, words, said, code):
    before = seed.mirrors()
    assert said in seed("variant", KEY, *words, code=code).err
    assert seed.mirrors() == before


def test_set_names_the_command_for_variants(seed):
    assert "tipcite variant" in seed("set", KEY, "variants=x", code=2).err
