import pytest

from tipcite.lang import (
    chinese_number,
    fold_width,
    full_width_punctuation,
    parse_chinese_date,
    parse_english_date,
    roc_year_to_ad,
    to_halfwidth_digits,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("１２", 12),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("卅一", 31),
        ("一百零九", 109),
        ("一百一十", 110),
        ("二〇二一", 2021),
        ("二○二一", 2021),
        ("三千零五", 3005),
        ("兩萬三千", 23000),
        ("貳佰", 200),
    ],
)
def test_numbers_are_read_in_every_writing(text, number):
    assert chinese_number(text) == number


@pytest.mark.parametrize("text", ["", "王", "1a", "十百", "一二十三四", "第十"])
def test_what_is_no_number_is_none(text):
    assert chinese_number(text) is None


def test_the_republic_began_in_1912():
    assert roc_year_to_ad(1) == 1912
    assert roc_year_to_ad(110) == 2021


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2021 年 7 月 2 日", "2021-07-02"),
        ("2021年7月2日", "2021-07-02"),
        ("2021年7月", "2021-07"),
        ("2021年", "2021"),
        ("２０２１年７月２日", "2021-07-02"),
        ("二〇二一年七月二日", "2021-07-02"),
        ("民國110年7月2日", "2021-07-02"),
        ("民國 110 年", "2021"),
        ("民90", "2001"),
        ("（民 98）", "2009"),
        ("（民98）", "2009"),
        ("民110.07.02", "2021-07-02"),
        ("民國元年", "1912"),
        ("中華民國一百一十年七月二日", "2021-07-02"),
        ("2021.07.02", "2021-07-02"),
        ("2021/7/2", "2021-07-02"),
        ("2021-07-02", "2021-07-02"),
        ("2021.07", "2021-07"),
        ("11月 2, 2025", "2025-11-02"),
        ("2021年7月份", "2021-07"),
        ("2021年7月2號", "2021-07-02"),
        ("2021", "2021"),
    ],
)
def test_chinese_dates(text, iso):
    assert str(parse_chinese_date(text)) == iso


@pytest.mark.parametrize(
    "text",
    ["2021年2月30日", "2021年13月1日", "98年7月", "98", "2021.07/02", "無日期", "", "民國", "王寬弘", "2021年7月2日起"],
)
def test_what_is_no_chinese_date_is_none(text):
    assert parse_chinese_date(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("November 12, 2021", "2021-11-12"),
        ("12 November 2021", "2021-11-12"),
        ("Nov. 2021", "2021-11"),
        ("Nov 12th, 2021", "2021-11-12"),
        ("2021-11-12", "2021-11-12"),
        ("2021, November 12", "2021-11-12"),
        ("2021", "2021"),
        ("Sept. 3, 2020", "2020-09-03"),
        ("(July 2, 2021)", "2021-07-02"),
        ("July 2, 2021.", "2021-07-02"),
        ("Spring 2021", "2021-13"),
    ],
)
def test_english_dates(text, iso):
    assert str(parse_english_date(text)) == iso


@pytest.mark.parametrize(
    "text", ["February 30, 2021", "7/2/2021", "Novembre 2021", "Hogan 2021", "", "n.d.", "31 April 2020"]
)
def test_what_is_no_english_date_is_none(text):
    assert parse_english_date(text) is None


def test_widths():
    assert fold_width("ＡＢ（１２）　，、。《》") == "AB(12) ,、。《》"
    assert to_halfwidth_digits("第１２卷，") == "第12卷，"
    assert full_width_punctuation("王,李:美?") == "王，李：美？"
