from __future__ import annotations

import pytest

from tipcite.model import item_from_csl
from tipcite.store import citation_key, unique_key
from tipcite.store.keys import assign_keys

from .samples import ait, entitled, hogan, leping


def key(title: str = "", *, year: int | None = 2020, container: str = "", **name: str) -> str:
    csl: dict[str, object] = {"type": "book", "title": title, "container-title": container}
    if name:
        csl["author"] = [name]
    if year is not None:
        csl["issued"] = {"date-parts": [[year]]}
    return citation_key(item_from_csl(csl))


def test_the_seeds_references_have_the_keys_that_the_guide_names() -> None:
    assert [citation_key(item) for item in (hogan(), ait(), leping())] == [
        "hogan2020lgbtq",
        "meiguo2021renkou",
        "beijing2020sitan",
    ]


@pytest.mark.parametrize(
    ("family", "title", "expected"),
    [
        ("Smith", "The Art of Citing", "smith2020art"),
        ("Smith", "On the Origin of Species", "smith2020origin"),
        ("Smith", "What Is to Be Done?", "smith2020done"),
        ("Smith", "The Who", "smith2020the"),
        ("Smith", "<i>Homo</i> sapiens", "smith2020homo"),
        ("Smith", "1984", "smith20201984"),
        ("Smith", "2020 in review", "smith2020review"),
        ("Smith", "E-learning in Asia", "smith2020elearning"),
        ("Smith", "COVID-19 and work", "smith2020covid"),
        ("Smith", "Don't stop", "smith2020dont"),
        ("Roe-Sepowitz", "Youth", "roesepowitz2020youth"),
        ("Müller", "Über Öl", "muller2020uber"),
        ("Łukasiewicz", "Straße", "lukasiewicz2020strasse"),
        ("O'Neill", "Jung", "oneill2020jung"),
        ("Иванов", "Книга", "иванов2020книга"),
    ],
)
def test_western_keys_take_family_year_and_first_telling_word(family: str, title: str, expected: str) -> None:
    assert key(title, family=family, given="A.") == expected


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ({"family": "王", "given": "寬弘"}, "大陸地區人民", "wang2020dalu"),
        ({"literal": "王寬弘"}, "大陸地區人民", "wang2020dalu"),
        ({"family": "單", "given": "于"}, "移工", "shan2020yigong"),
        ({"family": "曾", "given": "國藩"}, "家書", "zeng2020jiashu"),
        ({"family": "歐陽", "given": "修"}, "新唐書", "ouyang2020xintang"),
        ({"literal": "內政部移民署"}, "《人口販運》報告", "neizheng2020renkou"),
        ({"family": "王", "given": "一"}, "2020年臺灣移工", "wang2020niantai"),
        ({"family": "王", "given": "一"}, "LGBTQ 青年", "wang2020lgbtq"),
        ({"family": "Wang", "given": "Yi"}, "人口販運", "wang2020renkou"),
    ],
)
def test_chinese_keys_are_in_pinyin_with_surname_readings(name: dict[str, str], title: str, expected: str) -> None:
    assert key(title, **name) == expected


def test_without_title_the_container_counts() -> None:
    assert key(container="The Journal of Law", family="Lee") == "lee2020journal"


def test_without_author_the_title_comes_first() -> None:
    assert key("人口販運", year=2021) == "renkou2021"
    assert key("The Art of Citing", year=None) == "artnd"


def test_what_has_nothing_is_an_item() -> None:
    assert key(year=None) == "item"
    assert key() == "item2020"
    assert key("???", year=None) == "item"


def test_an_author_alone_has_no_date() -> None:
    assert key(year=None, family="Smith") == "smithnd"


def test_a_year_within_a_text_is_found() -> None:
    issued = {"literal": "spring 1998"}
    assert citation_key(item_from_csl({"type": "book", "title": "X", "issued": issued})) == "x1998"


def test_an_institution_with_a_western_name_gives_its_first_telling_word() -> None:
    assert key("Report", literal="The World Health Organization") == "world2020report"


def test_taken_keys_get_letters_and_after_z_two() -> None:
    taken = {"a"}
    assert unique_key("b", taken) == "b"
    assert unique_key("a", taken) == "aa"
    taken |= {"a" + letter for letter in "abcdefghijklmnopqrstuvwxyz"}
    assert unique_key("a", taken) == "aaa"


def test_ten_thousand_items_of_one_base_get_ten_thousand_keys() -> None:
    keys = [item.key for item in assign_keys([entitled("Same")] * 10_000, ["samend", "samendb"])]
    assert len(set(keys)) == 10_000
    assert keys[:2] == ["samenda", "samendc"]
    assert not set(keys) & {"samend", "samendb"}
