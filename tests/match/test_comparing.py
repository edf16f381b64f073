# ruff: noqa: E501 (rows are read across)
"""Names, numbers, containers, titles and addresses, compared one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.formats.assign import parse_names
from tipcite.match import plain_address
from tipcite.match.containers import compare_containers, compare_publishers
from tipcite.match.names import compare_names
from tipcite.match.numbers import compare_numbers, compare_pages, compare_years, number_form, pages_form
from tipcite.match.title_forms import Relation, relate, title_form
from tipcite.model import Name


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Hogan, Kimberly A.", "Hogan, K. A.", "close"),
        ("Hogan, Kimberly A.", "Hogan, KA", "close"),
        ("Hogan, Kimberly A.", "Kimberly A. Hogan", "same"),
        ("Hogan, Kimberly", "Hogan, Karl", "differs"),
        ("Roe-Sepowitz, Dominique", "Roe Sepowitz, D.", "close"),
        ("Müller, Jörg", "Muller, Jorg", "same"),
        ("van der Berg, Jan", "Berg, Jan van der", "close"),
        ("Wang, Kuan-hung", "Wang, Kuanhung", "same"),
        ("王寬弘", "王宽弘", "same"),
        ("王寬弘、柯雨瑞", "柯雨瑞、王寬弘", "differs"),
        ("王寬弘", "Wang, Kuan-hung", "incomparable"),
        ("{World Health Organization}", "{WHO}", "close"),
        ("{U.S. Department of State}", "{United States Department of State}", "same"),
        ("{美國在台協會}", "{美国在台协会}", "same"),
        ("Marten, Ada; Osei, Kofi", "Marten, Ada", "differs"),
    ],
)
def test_names(one, other, expected):
    assert compare_names(parse_names(one), parse_names(other)).sameness == expected
    assert compare_names(parse_names(other), parse_names(one)).sameness == expected


def test_han_names_split_or_whole_or_turned_round():
    split, turned = Name(family="王", given="寬弘"), Name(family="寬弘", given="王")
    assert compare_names([split], [Name(literal="王寬弘")]).sameness == "same"
    assert compare_names([split], [turned]).sameness == "close"


@pytest.mark.parametrize("others", ["others", "et al.", "等"])
def test_a_list_that_was_cut_is_close(others):
    whole = parse_names("Marten, Ada; Osei, Kofi; Pike, Ira")
    assert compare_names((whole[0], Name(literal=others)), whole).sameness == "close"
    assert (
        compare_names([Name(literal="王寬弘等")], [Name(literal="王寬弘"), Name(literal="柯雨瑞")]).sameness == "close"
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("123-9", "123–129", "same"), ("pp. 123--129", "123-29", "same"), ("S12-5", "s12–s15", "same"), ("12", "12-20", "close"),
        ("12-20", "12-21", "differs"), ("e1042", "E1042", "same"), ("頁1－20", "1-20", "same"), ("", "1-2", "missing here"),
        ("xii-xx", "xii–xx", "same"), ("1-20", "", "missing there"), ("12-20, 31", "12-20", "same"),
    ],
)  # fmt: skip
def test_pages(one, other, expected):
    assert compare_pages(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("XII", "12", "same"), ("Vol. 12", "12", "same"), ("第十二卷", "12", "same"), ("3/4", "3-4", "same"), ("3-4", "3", "close"),
        ("no. 3", "第3期", "same"), ("08", "8", "same"), ("12", "21", "differs"), ("Spring", "spring", "same"),
    ],
)  # fmt: skip
def test_volumes_and_issues(one, other, expected):
    assert compare_numbers(one, other) == expected


def test_years_of_print_and_online_are_both_right():
    assert [compare_years(year, [2018, 2019]) for year in (2018, 2019, 2020, 2022)] == [
        "same",
        "same",
        "close",
        "differs",
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Journal of Human Trafficking", "J. Hum. Traffick.", "close"),
        ("Journal of Human Trafficking", "J Hum Traffick", "close"),
        ("The Lancet", "Lancet", "same"),
        ("Proceedings of the National Academy of Sciences", "PNAS", "close"),
        ("Crime, Law and Social Change", "Crime, Law & Social Change", "same"),
        ("Journal of Law", "Journal of Labour", "differs"),
        ("Zeitschrift für Soziologie", "Z. Soziol.", "close"),
        ("問題與研究", "问题与研究", "same"),
        ("問題與研究", "Issues & Studies", "incomparable"),
        ("Annual Review 2019", "Annual Review 2020", "differs"),
    ],
)
def test_containers(one, other, expected):
    assert compare_containers([one], [other]) == expected
    assert compare_containers([other], [one]) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Springer", "Springer International Publishing", "close"), ("元照", "元照出版有限公司", "close"),
        ("Routledge", "Brill", "differs"), ("元照", "Angle", "incomparable"), ("Oxford University Press", "Oxford Univ. Press", "differs"),
    ],
)  # fmt: skip
def test_publishers(one, other, expected):
    assert compare_publishers(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.example.org/a/", "https://example.org/a"),
        ("https://example.org/a?utm_source=x&id=7", "https://example.org/a?id=7"),
        ("https://example.org/a?b=1&a=2", "https://example.org/a?a=2&b=1"),
        ("https://example.org/a/index.html#part", "https://EXAMPLE.org/a"),
        ("https://example.org:443/a", "http://example.org:80/a"),
        ("https://example.org/%E4%BA%BA", "https://example.org/人"),
    ],
)
def test_addresses_of_one_page(one, other):
    assert plain_address(one) == plain_address(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("https://example.org/?id=1", "https://example.org/?id=2"),
        ("https://example.org/#/news/1", "https://example.org/#/news/2"),
        ("https://example.org/A", "https://example.org/a"),
    ],
)
def test_addresses_of_two_pages(one, other):
    assert plain_address(one) != plain_address(other)


def test_a_front_page_names_no_work():
    assert [
        plain_address(one) for one in ("https://example.org/", "http://www.example.org/index.html", "ftp://x/y", "::")
    ] == [""] * 4


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Erratum to: On links", "On links", Relation.OTHER),
        ("On links (corrigendum)", "On links", Relation.OTHER),
        ("Correction", "Correction", Relation.EQUAL),
        ("書評：論連結", "論連結", Relation.OTHER),
        ("On links [J]", "On links", Relation.EQUAL),
        ("A short history of links", "A short history of links: 1950-1990", Relation.OTHER),
        ("A short history of links", "A short history of links, in three parts", Relation.OTHER),
        ("Links", "Links: a history", Relation.OTHER),
        ("Police and society", "警察與社會", Relation.CROSS),
        ("", "Links", Relation.MISSING),
    ],
)
def test_titles(one, other, expected):
    assert relate(title_form(one), title_form(other)) is expected
    assert relate(title_form(other), title_form(one)) is expected


@given(st.text(max_size=30), st.text(max_size=30))
def test_comparing_any_text_never_raises_and_is_even_handed(one, other):
    assert pages_form(one) == pages_form(one)
    assert number_form(one) == number_form(one)
    for compare in (compare_pages, compare_numbers, compare_publishers):
        assert compare(one, one) in ("same", "incomparable")
    assert compare_numbers(one, other).value.split()[0] == compare_numbers(other, one).value.split()[0]
    assert relate(title_form(one), title_form(other)) is relate(title_form(other), title_form(one))
    plain_address(f"https://example.org/{one}?{other}")
