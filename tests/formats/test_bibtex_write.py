"""Writing BibTeX and BibLaTeX, and reading it back."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.formats.bibtex import read_biblatex, read_bibtex, write_biblatex, write_bibtex
from tipcite.model import (
    ITEM_TYPES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
    Date,
    Item,
    Name,
    Variant,
    VariantKind,
    date,
)

HOGAN = Item(
    key="hogan2020lgbtq",
    type="article-journal",
    fields={
        "title": "LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability",
        "container-title": "Journal of Human Trafficking",
        "DOI": "10.1080/23322705.2020.1841985",
        "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985",
        "page": "1-12",
        "language": "en-US",
    },
    names={
        "author": (Name(family="Hogan", given="Kimberly A."), Name(family="Roe-Sepowitz", given="Dominique")),
    },
    dates={"issued": date(2020, 11), "accessed": date(2021, 11, 12)},
)
AIT = Item(
    key="meiguo2021renkou",
    type="report",
    fields={"title": "人口販運問題報告", "URL": "https://www.ait.org.tw/a_b/~c", "language": "zh-TW"},
    names={"author": (Name(literal="美國在台協會"), Name(family="王", given="寬弘"))},
    dates={"issued": date(2021), "accessed": date(2021, 7, 2)},
    tags=("人口販運",),
    variants=(Variant(field="title", kind=VariantKind.TRANSLATED, language="en", text="TIP {Report}"),),
)


def test_biblatex_reads_as_a_person_would_write_it():
    assert write_biblatex([HOGAN]) == (
        "@article{hogan2020lgbtq,\n"
        "  author = {Hogan, Kimberly A. and Roe-Sepowitz, Dominique},\n"
        "  title = {{LGBTQ+} Homeless Young Adults and Sex Trafficking Vulnerability},\n"
        "  journaltitle = {Journal of Human Trafficking},\n"
        "  date = {2020-11},\n"
        "  urldate = {2021-11-12},\n"
        "  pages = {1--12},\n"
        "  doi = {10.1080/23322705.2020.1841985},\n"
        "  url = {https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985},\n"
        "  langid = {american},\n"
        "}\n"
    )


def test_bibtex_has_year_and_month_and_journal():
    text = write_bibtex([HOGAN])
    assert "  year = {2020},\n  month = nov,\n" in text
    assert "  journal = {Journal of Human Trafficking},\n" in text


def test_chinese_institution_is_braced_and_a_person_is_not():
    assert "author = {{美國在台協會} and 王, 寬弘}" in write_biblatex([AIT])


def test_capitals_of_a_sentence_case_title_are_protected():
    item = Item(key="k", type="book", fields={"title": "A study of Taiwan and the iPhone"})
    assert "title = {A study of {Taiwan} and the {iPhone}}" in write_biblatex([item])


def test_special_characters_are_escaped():
    item = Item(key="k", type="book", fields={"title": "R&D: 50% of $5 {a_b} C# ~x^2\\y"})
    line = next(line for line in write_biblatex([item]).splitlines() if "title" in line)
    assert "R\\&D" in line.replace("{", "").replace("}", "")
    assert read_biblatex(write_biblatex([item])).items == (item,)


@pytest.mark.parametrize(("write", "read"), [(write_biblatex, read_biblatex), (write_bibtex, read_bibtex)])
@pytest.mark.parametrize("item", [HOGAN, AIT])
def test_item_with_tags_and_variants_comes_back(write, read, item):
    reading = read(write([item]))
    assert reading.items == (item,)
    assert reading.problems == ()


def test_key_that_bibtex_forbids_comes_back():
    items = (Item(key="a b", type="book"), Item(key="a,b", type="book"), Item(key="", type="book"))
    assert read_biblatex(write_biblatex(items)).items == items


def test_plain_item_needs_no_field_of_our_own():
    assert "tipcite" not in write_biblatex([HOGAN])
    assert "tipcite" not in write_bibtex([HOGAN])


words = st.text(
    alphabet=st.sampled_from(
        string.ascii_letters + string.digits + " {}\\$&#%_~^`'\"-–—<>/@,;:.()[]!?äßñ臺灣人口，、。\xa0\n"
    ),
    max_size=30,
)
names = st.builds(
    Name,
    family=words,
    given=words,
    suffix=st.sampled_from(["", "Jr."]),
    non_dropping_particle=st.sampled_from(["", "van der", "de"]),
    dropping_particle=st.sampled_from(["", "von"]),
) | st.builds(Name, literal=words)
dates = st.builds(
    Date,
    parts=st.sampled_from([(), ((2020,),), ((2020, 5, 1), (2020, 6, 1)), ((-50,),), ((1999,), (0,)), ((2020, 14),)]),
    circa=st.booleans(),
    literal=st.sampled_from(["", "n.d.", "民國109年", "{x"]),
    season=st.sampled_from(["", "2"]),
)
plain_keys = st.text(alphabet=string.ascii_letters + string.digits + ":-_ ,{}%王", max_size=8)
items = st.builds(
    Item,
    key=plain_keys,
    type=st.sampled_from(sorted(ITEM_TYPES)),
    fields=st.dictionaries(st.sampled_from(sorted(TEXT_VARIABLES | NUMBER_VARIABLES)), words, max_size=6),
    names=st.dictionaries(
        st.sampled_from(["author", "editor", "compiler", "host"]),
        st.lists(names, min_size=1, max_size=3).map(tuple),
        max_size=2,
    ),
    dates=st.dictionaries(st.sampled_from(["issued", "accessed", "submitted", "event-date"]), dates, max_size=2),
    extra=st.dictionaries(
        st.sampled_from(["journal", "owner", "File", "x-y", "crossref", "keywords", "tipcite", "month"]),
        words | st.integers() | st.lists(words, max_size=2),
        max_size=3,
    ),
    tags=st.lists(words, max_size=2, unique=True).map(lambda tags: tuple(sorted(tags))),
    notes=st.lists(words, max_size=1).map(tuple),
)


@given(st.lists(items, max_size=3))
def test_what_is_written_as_biblatex_is_read_back_the_same(batch):
    assert list(read_biblatex(write_biblatex(batch)).items) == batch


@given(st.lists(items, max_size=3))
def test_what_is_written_as_bibtex_is_read_back_the_same(batch):
    assert list(read_bibtex(write_bibtex(batch)).items) == batch


def test_real_items_hardly_ever_need_a_field_of_our_own(shared):
    from tipcite.formats.csljson import read_csl_json

    reading = read_csl_json((shared / "csl" / "zh" / "items.json").read_text(encoding="utf-8"))
    unique = list({item.key: item for item in reading.items}.values())
    text = write_biblatex(unique)
    assert list(read_biblatex(text).items) == unique
    assert text.count("  tipcite = ") * 20 < len(unique)
