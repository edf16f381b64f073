import pytest

from tipcite.lang import decide_language, decide_text_language, is_traditional
from tipcite.model import item_from_csl


def decided(**fields):
    return decide_language(item_from_csl({"id": "x", "type": "article-journal", **fields}))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("人口販運問題報告", "zh-Hant"),
        ("中国心理学的过去与未来", "zh-Hans"),
        ("LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability", "en"),
        ("光コヒーレンス断層拡張現実に基づく手術顕微鏡", "ja"),
        ("ジュリスト", "ja"),
        ("한국의 인구 정책", "ko"),
        ("Преступление и наказание", "ru"),
        ("Die Würde des Menschen", "de"),
        ("Le droit de la mer en Méditerranée", "fr"),
        ("罕見疾病 Han jian ji bing Rare diseases", "zh-Hant"),
        ("The 紅樓夢 in English: a study of three translations", "en"),
        ("<i>Nature</i> 論文之引用", "zh-Hant"),
    ],
)
def test_a_text_is_decided_by_its_script(text, language):
    assert decide_text_language(text) == language


def test_characters_of_both_orthographies_leave_chinese_undecided():
    assert decide_text_language("人口") == "zh"
    assert is_traditional("人口") is None


@pytest.mark.parametrize("text", ["", "2021", "〈〉，。", "—"])
def test_a_text_without_letters_has_no_language(text):
    assert decide_text_language(text) == ""


def test_han_that_chinese_could_write_is_not_japanese():
    assert decide_text_language("信玄公旗掛松事件").startswith("zh")


def test_a_chinese_study_of_a_japanese_title_is_chinese():
    assert decide_text_language("《ドラえもん》在臺灣的傳播與接受") == "zh-Hant"


def test_a_valid_language_is_kept_even_against_the_title():
    assert decided(title="人口販運問題報告", language="en-US") == "en-US"
    assert decided(title="Trafficking", language="zh") == "zh"


def test_a_valid_language_is_written_in_the_usual_case():
    assert decided(title="x", language="ZH-hant-tw") == "zh-Hant-TW"


@pytest.mark.parametrize(
    ("stated", "language"),
    [
        ("zh_CN", "zh-CN"),
        ("zh_TW", "zh-TW"),
        ("English", "en"),
        ("eng", "en"),
        ("en_us", "en-US"),
        ("中文", "zh-Hant"),
        ("cn", "zh-Hant"),
        ("chi", "zh-Hant"),
        ("简体中文", "zh-Hans"),
        ("日文", "ja"),
        ("gibberish!", "zh-Hant"),
        ("und", "zh-Hant"),
        ("", "zh-Hant"),
    ],
)
def test_an_invalid_language_is_understood_or_decided_from_the_title(stated, language):
    assert decided(title="人口販運問題報告", language=stated) == language


def test_an_empty_title_leaves_it_to_the_container_then_the_names():
    assert decided(**{"container-title": "斯坦福社會創新評論"}) == "zh-Hant"
    assert decided(author=[{"family": "张", "given": "伟"}]) == "zh-Hans"
    assert decided(author=[{"family": "Hogan", "given": "Kimberly"}]) == "en"


def test_an_empty_item_is_not_called_english():
    assert decided() == ""


def test_a_title_of_common_characters_takes_the_orthography_of_its_container():
    assert decided(title="人口", **{"container-title": "社会学研究"}) == "zh-Hans"


def test_the_place_of_publication_tells_the_region():
    assert decided(title="國家與社會", **{"publisher-place": "臺北"}) == "zh-TW"
    assert decided(title="國家與社會", **{"publisher-place": "香港"}) == "zh-HK"
    assert decided(title="国家与社会", **{"publisher-place": "北京"}) == "zh-CN"


def test_a_place_does_not_overrule_the_characters():
    assert decided(title="國家與社會", **{"publisher-place": "北京"}) == "zh-Hant"


def test_kana_in_the_journal_makes_an_all_kanji_title_japanese():
    assert decided(title="一時所得要件覚書", **{"container-title": "ジュリスト"}) == "ja"
