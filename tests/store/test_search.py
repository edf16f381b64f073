from __future__ import annotations

import pytest

from tipcite.errors import InvalidValue
from tipcite.model import item_from_csl
from tipcite.store import Library

from .samples import ait, entitled, hogan, leping


def found(library: Library, query: str) -> list[str]:
    by_key, by_relevance = library.rows(query), library.search(query)
    assert sorted(row.key for row in by_relevance) == [row.key for row in by_key]
    return [row.key for row in by_key]


@pytest.fixture
def filled(library: Library) -> Library:
    library.add([hogan(), ait(), leping()], command="add")
    return library


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("人口", ["meiguo2021renkou"]),
        ("人", ["meiguo2021renkou"]),
        ("告", ["meiguo2021renkou"]),
        ("口販運", ["meiguo2021renkou"]),
        ("人口 報告", ["meiguo2021renkou"]),
        ("人運", []),
        ("人口報告", []),
        ("告美", []),
        ("基金會", ["beijing2020sitan"]),
        ("協會", ["meiguo2021renkou"]),
        ("界定", ["hogan2020lgbtq"]),
    ],
)
def test_chinese_is_found_by_any_piece_of_it(filled: Library, query: str, keys: list[str]) -> None:
    assert found(filled, query) == keys


@pytest.mark.parametrize("query", ["人口贩运", "贩运问题", "美国在台协会", "臺協會", "美國在臺協會"])
def test_simplified_and_variant_characters_find_traditional_ones(filled: Library, query: str) -> None:
    assert found(filled, query) == ["meiguo2021renkou"]


def test_traditional_characters_find_simplified_ones(library: Library) -> None:
    library.add([entitled("人口贩运的社会网络", key="a")], command="add")
    assert found(library, "人口販運") == found(library, "網絡") == ["a"]


def test_characters_beyond_the_basic_plane_are_found(library: Library) -> None:
    library.add([entitled("𠮷野家史", key="a")], command="add")
    assert found(library, "𠮷") == found(library, "𠮷野") == ["a"]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("trafficking", ["hogan2020lgbtq", "meiguo2021renkou"]),
        ("TRAFFICK", ["hogan2020lgbtq", "meiguo2021renkou"]),
        ("roe-sepowitz homeless", ["hogan2020lgbtq"]),
        ("lgbtq+", ["hogan2020lgbtq"]),
        ("ＬＧＢＴＱ", ["hogan2020lgbtq"]),
        ('"sex trafficking"', ["hogan2020lgbtq"]),
        ('"trafficking sex"', []),
        ("10.1080/23322705.2020.1841985", ["hogan2020lgbtq"]),
        ("https://www.ait.org.tw/zhtw", ["meiguo2021renkou"]),
        ("read", ["hogan2020lgbtq"]),
        ("LGBTQ界定", ["hogan2020lgbtq"]),
        ("nobody", []),
        ("+", []),
        ("NEAR OR * ^ -", []),
        ('"', []),
        ("AND", ["hogan2020lgbtq"]),
        ("title:x", []),
    ],
)
def test_words_are_found_by_their_beginning_in_any_field(filled: Library, query: str, keys: list[str]) -> None:
    assert found(filled, query) == keys


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("tag:youth", ["hogan2020lgbtq"]),
        ("tag:界定", ["hogan2020lgbtq"]),
        ("tag:you", []),
        ("tag:y%", []),
        ("type:report", ["meiguo2021renkou"]),
        ("type:article", ["beijing2020sitan", "hogan2020lgbtq"]),
        ("year:2020", ["beijing2020sitan", "hogan2020lgbtq"]),
        ("year:2021-", ["meiguo2021renkou"]),
        ("year:-2020", ["beijing2020sitan", "hogan2020lgbtq"]),
        ("year:2020-2021", ["beijing2020sitan", "hogan2020lgbtq", "meiguo2021renkou"]),
        ("language:zh", ["beijing2020sitan", "meiguo2021renkou"]),
        ("author:sepo", ["hogan2020lgbtq"]),
        ("author：協會", ["meiguo2021renkou"]),
        ('author:"Kimberly A."', ["hogan2020lgbtq"]),
        ("doi:10.1080/23322705.2020.1841985", ["hogan2020lgbtq"]),
        ("key:hogan", ["hogan2020lgbtq"]),
        ("year:2020 基金會", ["beijing2020sitan"]),
        ("year:2021 基金會", []),
        ("", ["beijing2020sitan", "hogan2020lgbtq", "meiguo2021renkou"]),
    ],
)
def test_filters_narrow_the_list(filled: Library, query: str, keys: list[str]) -> None:
    assert [row.key for row in filled.rows(query)] == keys


def test_a_year_that_is_none_is_an_error(filled: Library) -> None:
    with pytest.raises(InvalidValue, match="'year:soon' names no year"):
        filled.rows("year:soon")


def test_a_search_for_nothing_finds_nothing(filled: Library) -> None:
    assert filled.search("  ") == ()


def test_a_title_comes_before_a_mention(library: Library) -> None:
    mention = item_from_csl({"id": "a", "type": "book", "title": "Other", "abstract": "on slavery and work"})
    library.add([mention, entitled("Slavery", key="b")], command="add")
    assert [row.key for row in library.search("slavery")] == ["b", "a"]


def test_accents_do_not_matter(library: Library) -> None:
    library.add([entitled("Économie sociale", key="a")], command="add")
    assert found(library, "economie") == ["a"]


def test_a_removed_item_is_found_no_more_and_a_changed_one_by_its_new_words(filled: Library) -> None:
    filled.put([entitled("移工", key="meiguo2021renkou")], command="set")
    assert (found(filled, "人口"), found(filled, "移工")) == ([], ["meiguo2021renkou"])
    filled.remove(["meiguo2021renkou"], command="rm")
    assert found(filled, "移工") == []


def test_an_index_made_by_other_rules_is_made_anew_at_the_next_change(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled._connection.execute("DELETE FROM search_index")
    monkeypatch.setattr("tipcite.store.writing.INDEX_VERSION", "2")
    filled.add([entitled("x")], command="add")
    assert found(filled, "人口") == ["meiguo2021renkou"]
