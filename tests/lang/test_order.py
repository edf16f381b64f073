import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.lang import latin_key, pinyin_key, stroke_key, zhuyin_key


def test_strokes_are_those_of_taiwan():
    names = ["陳明", "張三", "許四", "郭五", "王二", "林一", "黃六", "蔡七"]
    assert sorted(names, key=stroke_key) == ["王二", "林一", "張三", "許四", "郭五", "陳明", "黃六", "蔡七"]


def test_bodies_are_sorted_by_the_strokes_of_their_first_character():
    assert sorted(["美國在台協會", "北京樂平公益基金會"], key=stroke_key)[0].startswith("北京")


def test_later_characters_break_ties():
    assert sorted(["王寬弘", "王一", "王"], key=stroke_key) == ["王", "王一", "王寬弘"]


def test_simplified_characters_have_strokes_too():
    assert sorted(["陈", "张", "王", "刘"], key=stroke_key) == ["王", "刘", "张", "陈"]


@pytest.mark.parametrize("key", [stroke_key, pinyin_key, zhuyin_key])
def test_digits_come_before_han_and_letters_after(key):
    assert sorted(["Zoe", "たなか", "王", "3M", "adam", "Éric"], key=key) == [
        "3M",
        "王",
        "たなか",
        "adam",
        "Éric",
        "Zoe",
    ]


def test_surnames_are_sorted_by_their_own_readings():
    names = ["單志明", "曾國藩", "仇英", "解縉", "朴正熙", "尉遲恭", "長孫無忌", "查良鏞"]
    assert sorted(names, key=pinyin_key) == [
        "朴正熙",
        "仇英",
        "單志明",
        "解縉",
        "尉遲恭",
        "曾國藩",
        "查良鏞",
        "長孫無忌",
    ]


def test_titles_are_not_read_as_surnames():
    titles = ["曾經", "仇恨", "單位", "解釋"]
    assert sorted(titles, key=lambda title: pinyin_key(title, surname=False)) == titles


def test_a_body_whose_name_begins_like_a_surname_keeps_the_usual_reading():
    assert sorted(["區域研究中心", "歐洲研究所", "全國大學"], key=pinyin_key) == [
        "歐洲研究所",
        "區域研究中心",
        "全國大學",
    ]


def test_words_of_bodies_are_read_as_such():
    assert sorted(["重慶大學", "陳明", "中央大學"], key=pinyin_key) == ["陳明", "重慶大學", "中央大學"]


def test_zhuyin_begins_with_the_initials():
    assert sorted(["王", "張", "林", "陳", "鮑", "安", "歐", "曾"], key=zhuyin_key) == list("鮑林張陳曾歐安王")


def test_zhuyin_takes_surnames_own_readings():
    assert sorted(["單志明", "戴明", "曾一"], key=zhuyin_key) == ["戴明", "單志明", "曾一"]


def test_same_syllable_is_ordered_by_tone_then_strokes():
    assert sorted(["媽", "麻", "馬", "罵"], key=zhuyin_key) == ["媽", "麻", "馬", "罵"]


def test_accented_letters_stand_beside_their_base_letters():
    names = ["Zola", "Éluard", "Eliot", "Evans", "Øberg", "Ozu", "Łukasiewicz", "Lukács", "Strauß", "Strauss"]
    assert sorted(names, key=latin_key) == [
        "Eliot", "Éluard", "Evans", "Lukács", "Łukasiewicz", "Øberg", "Ozu", "Strauss", "Strauß", "Zola",
    ]  # fmt: skip


def test_a_blank_ends_a_word_and_hyphens_do_not():
    assert sorted(["Desilva", "De Silva", "De-Silva"], key=latin_key) == ["De Silva", "De-Silva", "Desilva"]


def test_family_names_are_compared_before_given_names():
    assert sorted(["Smithson, A", "Smith, Zoe", "O’Brien, A", "Obama, B"], key=latin_key) == [
        "Obama, B", "O’Brien, A", "Smith, Zoe", "Smithson, A",
    ]  # fmt: skip


def test_small_letters_come_before_capitals_in_a_tie():
    assert sorted(["De", "de"], key=latin_key) == ["de", "De"]


@given(st.text())
def test_any_text_has_keys(text):
    assert stroke_key(text)[-1] == pinyin_key(text)[-1] == zhuyin_key(text)[-1] == text
    assert len(latin_key(text)) == 3


def test_pinyin_order_is_that_of_icu_for_every_character(shared):
    chars = (shared / "zh" / "han_pinyin_rank.txt").read_text(encoding="utf-8").strip()
    ranked = sorted(reversed(chars), key=lambda char: pinyin_key(char, surname=False))
    assert ranked == list(chars)


def test_the_published_cases_are_sorted_as_expected(shared):
    vectors = shared / "zh" / "vectors.json"
    keys = {
        "stroke": stroke_key,
        "pinyin-surname": pinyin_key,
        "pinyin-icu-unaided": lambda text: pinyin_key(text, surname=False),
    }
    for case in json.loads(vectors.read_text(encoding="utf-8"))["sort"]:
        assert sorted(case["input"], key=keys[case["key"]]) == case["expected"]
