"""Institutions in full where a document names them first, then by the short names that tipcite.toml gives."""

import json

import pytest

from .test_bad_input import one_line

REPORTS = [
    {
        "id": key, "type": "report", "title": title, "language": language, "author": authors,
        "issued": {"date-parts": [[year]]},
    }
    for key, title, language, authors, year in [
        ("trade", "貿易報告", "zh-TW", [{"literal": "美國在台協會"}], 2020),
        ("people", "人口販運問題報告", "zh-TW", [{"literal": "美國在台協會"}], 2021),
        ("persons", "Trafficking in Persons Report", "en", [{"literal": "American Institute in Taiwan"}], 2022),
        ("health", "Health Report", "en", [{"literal": "World Health Organization"}, {"family": "Smith",
         "given": "Jane"}], 2022),
        ("other", "教育報告", "zh-TW", [{"literal": "教育部"}], 2019),
    ]
]  # fmt: skip
SHORT = """[format.short-names]
"美國在台協會" = "AIT"
"American Institute in Taiwan" = "AIT"
"World Health Organization" = "WHO"
"""


@pytest.fixture
def reports(article):
    """A library of reports by institutions, three of which have short names."""
    article.write("reports.json", json.dumps(REPORTS))
    article("import", "reports.json")
    article.write("tipcite.toml", SHORT)
    return article


def cited(article, style: str, *keys: str) -> list[str]:
    return article("cite", "--style", style, "--separate", *keys).out.splitlines()


@pytest.mark.parametrize(
    ("style", "first", "later"),
    [
        ("apa-zh-tw", "（美國在台協會〔AIT〕，2020）", "（AIT，2021）"),
        ("tw-author-year", "（美國在台協會（AIT），2020）", "（AIT，2021）"),
        ("cuhk-apa", "（美國在台協會〔AIT〕，2020）", "（AIT，2021）"),
    ],
)
def test_an_institution_is_cited_in_full_first_and_then_by_its_short_name(reports, style, first, later):
    assert cited(reports, style, "trade", "people", "trade") == [first, later, "（AIT，2020）"]
    western = cited(reports, style, "persons", "persons")
    assert western == ["(American Institute in Taiwan [AIT], 2022)", "(AIT, 2022)"]
    assert cited(reports, style, "trade") == [first]  # each call is a document of its own
    assert reports("cite", "-s", style, "trade", "people").out == f"{first[:-1]}；{later[1:]}\n"
    assert cited(reports, style, "other", "other") == ["（教育部，2019）"] * 2


@pytest.mark.parametrize("style", ["apa-zh-tw", "tw-author-year", "cuhk-apa"])
def test_the_reference_list_names_institutions_in_full(reports, style):
    listed = reports("format", "--style", style).out
    reports.write("tipcite.toml", "")
    assert listed == reports("format", "--style", style).out
    assert "AIT" not in listed
    assert "美國在台協會" in listed


def test_an_institution_beside_a_person(reports):
    first, later = cited(reports, "apa-zh-tw", "health", "health")
    assert first == "(World Health Organization [WHO] & Smith, 2022)"
    assert later == "(WHO & Smith, 2022)"


def test_a_place_in_the_source_stands_where_it_does_without_a_short_name(reports):
    assert reports("cite", "-s", "apa-zh-tw", "trade", "-l", "12").out == "（美國在台協會〔AIT〕，2020，頁12）\n"


def test_short_names_of_the_user_s_file_hold_beside_those_of_the_article(reports):
    user = reports.folder / "user" / "tipcite"
    user.mkdir(parents=True)
    (user / "config.toml").write_text('[format.short-names]\n"教育部" = "教部"\n"美國在台協會" = "美協"\n', "utf-8")
    both = reports("cite", "-s", "apa-zh-tw", "other", "trade", XDG_CONFIG_HOME=str(user.parent)).out
    assert both == "（美國在台協會〔AIT〕，2020；教育部〔教部〕，2019）\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('"美國在台協會" = 3', 'format.short-names."美國在台協會" is 3; it takes'),
        ('"美國在台協會" = ""', "format.short-names.\"美國在台協會\" is ''; it takes"),
        ('"WHO" = "W"\n"美國在台協會" = ["AIT"]', "format.short-names.\"美國在台協會\" is ['AIT']; it takes"),
        ('WHO.short = "W"', "format.short-names.WHO is {'short': 'W'}; it takes"),
        ('"美國在台協會" = """A\nIT"""', "format.short-names.\"美國在台協會\" is 'A\\nIT'; it takes"),
        ('美國在台協會 = "AIT"', 'at line 2, column 1); put the name in quotation marks: "美國在台協會" = …'),
        ('"美國在台協會" = “AIT”', "TOML's quotation marks are straight"),
        ('「美國在台協會」 = "AIT"', "TOML's quotation marks are straight"),
    ],
)
def test_a_bad_line_in_the_table_is_named_with_file_and_key(reports, line, said):
    reports.write("tipcite.toml", f"[format.short-names]\n{line}\n")
    for call in (["cite", "trade"], ["format"]):
        told = one_line(reports(*call, code=2))
        assert told.startswith(f"tipcite: {reports.folder / 'tipcite.toml'}: ")
        assert said in told


def test_a_table_that_is_none_is_named(reports):
    reports.write("tipcite.toml", '[format]\nshort-names = "AIT"\n')
    told = one_line(reports("cite", "trade", code=2))
    assert (
        "tipcite.toml: format.short-names is 'AIT'; it takes a short name in each line of [format.short-names]" in told
    )
