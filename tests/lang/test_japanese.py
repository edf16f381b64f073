"""Japanese without kana, told from Chinese, and the share of titles whose language is right."""

import json

import pytest

from tipcite.lang import decide_text_language, primary_language
from tipcite.lang.japanese import JAPANESE_ONLY, OLDER_FORMS

WRONG_LABELS: dict[str, str] = {}
"""Items of the shared file whose `language` is not that of their title: none is known."""


@pytest.mark.parametrize(
    "title",
    """最新図書館用語大辞典 民法総則物権法 新訂担保物権法 平成26年版犯罪白書 令和元年版犯罪白書 働き方改革
    対抗要件 坂本龍馬関係文書 辻村公一論集""".split(),
)  # fmt: skip
def test_a_title_in_characters_of_japan_is_japanese(title):
    assert decide_text_language(title) == "ja"


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("人口販運防制法制之研究", "zh-Hant"),
        ("国际法学研究", "zh-Hans"),
        ("辻村公一對海德格的解讀", "zh-Hant"),
        ("辻村公一对海德格尔的解读", "zh-Hans"),
        ("論「民法総則」之繼受", "zh-Hant"),
        ("《民法総則物権法》中譯本序", "zh-Hant"),
        ("明治以後日本國會圖書館與峠三吉", "zh-Hant"),
        ("小説與刺繍", "zh-Hant"),
        ("台湾人口販運防制", "zh-Hant"),
        ("平成時代的日本", "zh-Hant"),
        ("約束手形", "zh-Hant"),
    ],
)
def test_chinese_stays_chinese(title, language):
    assert decide_text_language(title) == language


def test_no_standard_of_chinese_has_the_characters_of_japan():
    for codec in ("big5", "gb2312"):
        assert "".join(JAPANESE_ONLY).encode(codec, "ignore") == b""
    "".join(JAPANESE_ONLY).encode("shift_jis")
    "".join(OLDER_FORMS).encode("big5")
    assert not JAPANESE_ONLY & OLDER_FORMS


def test_the_language_of_99_in_100_titles_is_right(shared):
    items = json.loads((shared / "csl" / "zh" / "items.json").read_text(encoding="utf-8"))
    labelled = {
        item["id"]: (item["title"], primary_language(item["language"]))
        for item in items
        if item.get("title") and item.get("language") and item["id"] not in WRONG_LABELS
    }
    wrong = {
        key: title for key, (title, label) in labelled.items() if primary_language(decide_text_language(title)) != label
    }
    assert len(wrong) <= 0.01 * len(labelled)
    # Words that Chinese could write as well, and abbreviations of German statutes.
    assert set(wrong.values()) == {"約束手形金", "信玄公旗掛松事件", "GG", "StGB", "StPO"}
