"""Chinese in Latin letters: both systems syllable by syllable, marks and markup around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.lang import Romanisation, romanise, wade_giles
from tipcite.lang.told import mainland_readings

PINYIN, WADE_GILES = Romanisation.PINYIN, Romanisation.WADE_GILES


@pytest.mark.parametrize(
    ("text", "pinyin", "wade"),
    [
        ("人口販運問題報告", "Ren kou fan yun wen ti bao gao", "Jen k'ou fan yün wen t'i pao kao"),
        ("人民文學出版社", "Ren min wen xue chu ban she", "Jen min wen hsüeh ch'u pan she"),
        ("罕見疾病", "Han jian ji bing", "Han chien chi ping"),
        ("呂氏女性", "Lü shi nü xing", "Lü shih nü hsing"),
        ("重慶銀行", "Chong qing yin hang", "Ch'ung ch'ing yin hang"),
        ("《紅樓夢》在臺灣：傳播", "“Hong lou meng” zai tai wan: chuan bo", "“Hung lou meng” tsai t'ai wan: ch'uan po"),
        ("戰後臺灣（1949—1987）、香港", "Zhan hou tai wan (1949–1987), xiang gang", None),
        ("<i>史記</i>研究——序說", "<i>Shi ji</i> yan jiu — xu shuo", None),
        ("LGBTQ＋族群", "LGBTQ+ zu qun", None),
        ("iPhone使用", "iPhone shi yong", None),
        ("H<sub>2</sub>O實驗", "H<sub>2</sub>O shi yan", None),
        ("On Law", "On Law", "On Law"),
        ("", "", ""),
    ],
)
def test_a_title_is_written_syllable_by_syllable(text, pinyin, wade):
    assert romanise(text, PINYIN) == pinyin
    if wade is not None:
        assert romanise(text, WADE_GILES) == wade


# The syllables by whose spelling the system is known, after the tables of the Library of Congress.
KNOWN = {
    "zhi": "chih", "chi": "ch'ih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tz'u", "si": "ssu", "ji": "chi",
    "qi": "ch'i", "xi": "hsi", "zhuo": "cho", "chuo": "ch'o", "shuo": "shuo", "ruo": "jo", "zuo": "tso", "cuo": "ts'o",
    "suo": "so", "duo": "to", "tuo": "t'o", "nuo": "no", "luo": "lo", "guo": "kuo", "kuo": "k'uo", "huo": "huo",
    "ge": "ko", "ke": "k'o", "he": "ho", "e": "o", "er": "erh", "gui": "kuei", "kui": "k'uei", "hui": "hui",
    "dui": "tui", "zhong": "chung", "chong": "ch'ung", "rong": "jung", "xiong": "hsiung", "qiong": "ch'iung",
    "jiong": "chiung", "yong": "yung", "weng": "weng", "ju": "chü", "qu": "ch'ü", "xu": "hsü", "yu": "yü", "you": "yu",
    "juan": "chüan", "quan": "ch'üan", "xuan": "hsüan", "yuan": "yüan", "jue": "chüeh", "que": "ch'üeh",
    "xue": "hsüeh", "yue": "yüeh", "jun": "chün", "qun": "ch'ün", "xun": "hsün", "yun": "yün", "lü": "lü",
    "nü": "nü", "lüe": "lüeh", "nüe": "nüeh", "lu": "lu", "zhu": "chu", "chu": "ch'u", "bian": "pien",
    "pian": "p'ien", "tian": "t'ien", "yan": "yen", "ye": "yeh", "yi": "i", "ya": "ya", "wu": "wu", "jie": "chieh",
    "xie": "hsieh", "qian": "ch'ien", "jia": "chia", "xia": "hsia", "ren": "jen", "re": "je", "zhe": "che",
    "che": "ch'e", "de": "te", "feng": "feng", "deng": "teng", "bo": "po", "po": "p'o", "dong": "tung", "tong": "t'ung",
    "song": "sung", "ling": "ling", "liu": "liu", "cong": "ts'ung", "zai": "tsai", "zhei": "chei", "ê": "eh",
}  # fmt: skip


@pytest.mark.parametrize(("syllable", "written"), KNOWN.items())
def test_a_syllable_in_wade_giles(syllable, written):
    assert wade_giles(syllable) == written


def test_every_syllable_of_mandarin_has_its_own_spelling():
    syllables = {run.pinyin[:-1] for run in mainland_readings().runs if run.pinyin}
    written = {}
    for syllable in sorted(syllables):
        written.setdefault(wade_giles(syllable), []).append(syllable)
    # 呃 and 哦, 咯 and 羅 fall together in the system itself.
    doubles = {spelling: found for spelling, found in written.items() if len(found) > 1}
    assert doubles == {"lo": ["lo", "luo"], "o": ["e", "o"]}


@given(st.text(max_size=20))
def test_nothing_is_left_in_han_that_has_a_reading(text):
    assert "人" not in romanise(text + "人", PINYIN)
    assert romanise(text, PINYIN).strip() == romanise(text, PINYIN)
