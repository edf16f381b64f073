import json

import pytest

from tipcite.lang import is_institution, is_transcribed_name, split_chinese_name


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("王寬弘", "王", "寬弘"),
        ("李登", "李", "登"),
        ("歐陽修", "歐陽", "修"),
        ("欧阳娜娜", "欧阳", "娜娜"),
        ("司馬光", "司馬", "光"),
        ("張簡俐文", "張簡", "俐文"),
        ("范姜明華", "范姜", "明華"),
        ("陳林美玉", "陳林", "美玉"),
        ("王 寬弘", "王", "寬弘"),
        ("王大院", "王", "大院"),
        ("劉國會", "劉", "國會"),
        ("單志明", "單", "志明"),
    ],
)
def test_a_person_is_split_behind_the_surname(name, family, given):
    assert split_chinese_name(name) == (family, given)


@pytest.mark.parametrize(
    "text",
    """美國在台協會 行政院 教育部 王 Hogan 約翰·史密斯 北京樂平公益基金會 王寬弘等人 斯坦福 中研院 王明Smith
    国务院""".split(),
)
def test_what_is_not_surely_a_person_stays_whole(text):
    assert split_chinese_name(text) is None


def test_an_empty_name_is_no_person():
    assert split_chinese_name("") is None
    assert not is_institution("")


@pytest.mark.parametrize(
    "text",
    """美國在台協會 北京樂平公益基金會 國立臺灣大學 內政部統計處 中央研究院近代史研究所 立法院 法務部 世界衛生組織
    经济日报 本刊編輯部 台北市政府 元照出版公司 全国信息与文献标准化技术委员会 外交部 移民署
    司法院 文化部 陸委會 明報 路透社""".split(),
)
def test_bodies_are_told_by_their_words(text):
    assert is_institution(text)


@pytest.mark.parametrize("text", ["王寬弘", "林部", "張院", "陳學會", "李中心", "歐陽修", "李遠哲", "司馬光"])
def test_persons_are_no_bodies(text):
    assert not is_institution(text)


def test_foreign_names_are_known_by_their_dot():
    assert is_transcribed_name("約翰·史密斯")
    assert is_transcribed_name("J·史密斯")
    assert not is_transcribed_name("王寬弘")


def test_the_published_cases_are_split_as_expected(shared):
    vectors = shared / "zh" / "vectors.json"
    for case in json.loads(vectors.read_text(encoding="utf-8"))["names"]:
        assert split_chinese_name(case["literal"]) == (case["family"], case["given"])
