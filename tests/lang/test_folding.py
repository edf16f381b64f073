import pytest

from tipcite.lang import fold_han
from tipcite.lang.han_pairs import SIMPLIFIED, TRADITIONAL, VARIANTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("台湾", "臺灣"),
        ("台灣", "臺灣"),
        ("说明", "說明"),
        ("説明", "說明"),
        ("头发", "頭髮"),
        ("发展", "發展"),
        ("钟南山", "鍾南山"),
        ("以后", "以後"),
        ("国际关系", "國際關係"),
        ("図書館", "圖書館"),
        ("着作", "著作"),
        ("网络与信息", "網絡與信息"),
        ("干部", "幹部"),
        ("乾燥", "干燥"),
        ("离婚", "離婚"),
        ("异质性", "異質性"),
        ("推荐", "推薦"),
        ("雇佣", "僱傭"),
        ("法律咨询", "法律諮詢"),
        ("瞭解", "了解"),
    ],
)
def test_forms_of_one_word_fold_together(one, other):
    assert fold_han(one) == fold_han(other)


def test_different_words_stay_different():
    assert fold_han("人口") != fold_han("入口")


def test_text_without_variants_is_left_alone():
    assert fold_han("人口 abc") == "人口 abc"


def test_rows_correspond_and_each_pair_is_of_the_two_orthographies():
    simplified, traditional = "".join(SIMPLIFIED), "".join(TRADITIONAL)
    assert len(simplified) == len(traditional) == len(set(simplified)) > 2000
    assert all(len(row) == len(other) for row, other in zip(SIMPLIFIED, TRADITIONAL, strict=True))
    simplified.encode("gb2312")
    # Names of elements and fishes are outside Big5; GBK has them.
    outside = [char for char in traditional if not char.encode("big5", "ignore")]
    assert len(outside) < 80
    "".join(outside).encode("gbk")


def test_folding_twice_changes_nothing():
    everything = "".join(SIMPLIFIED + TRADITIONAL + tuple(VARIANTS))
    assert fold_han(fold_han(everything)) == fold_han(everything)
