import pytest

from tipcite.lang import is_chinese, is_valid_language, normal_tag, primary_language


@pytest.mark.parametrize(
    "tag", ["zh", "zh-TW", "zh-Hant-TW", "zh-Latn-pinyin", "en-GB-oxendict", "yue", "de-1996", "ja"]
)
def test_tags_of_bcp_47_are_valid(tag):
    assert is_valid_language(tag)


@pytest.mark.parametrize(
    "tag", ["", "cn", "jp", "tw", "zh_CN", "zh-", "中文", "English", "chi", "eng", "und", "en-", "zh TW"]
)
def test_what_is_no_language_tag_is_invalid(tag):
    assert not is_valid_language(tag)


def test_case_follows_rfc_5646():
    assert normal_tag("ZH-hANT-tw") == "zh-Hant-TW"
    assert normal_tag("zh-latn-PINYIN") == "zh-Latn-pinyin"
    assert normal_tag("en-x-AB") == "en-x-ab"


def test_chinese_has_several_primary_subtags():
    assert all(map(is_chinese, ["zh", "zh-Hant", "ZH_tw", "yue", "cmn-Hans", "nan"]))
    assert not any(map(is_chinese, ["", "ja", "zha", "en-CN"]))


def test_primary_language_is_small():
    assert primary_language("ZH-Hant-TW") == "zh"
