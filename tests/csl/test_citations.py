"""Clusters of cites: year suffixes, disambiguation, collapsing, positions, affixes."""

from __future__ import annotations

import pytest

from tipcite.csl import Cite, write_text
from tipcite.errors import UnknownKey

from .conftest import engine, style


def author_date(options: str = "", *, name: str = 'form="short"', sort: str = "") -> str:
    return style(
        f"""<citation {options}>{sort}<layout prefix="(" suffix=")" delimiter="; "><group delimiter=" ">
        <names variable="author"><name {name}/></names>
        <date variable="issued" form="text" date-parts="year"/></group>
        <text variable="locator" prefix=": "/></layout></citation>
        <bibliography><sort><key variable="title"/></sort><layout><group delimiter=" ">
        <names variable="author"/><date variable="issued" form="text" date-parts="year"/>
        <text variable="title"/></group></layout></bibliography>"""
    )


def work(family: str, year: int, title: str, given: str = "Ann") -> dict:
    return {
        "author": [{"family": family, "given": given}],
        "issued": {"date-parts": [[year]]},
        "title": title,
    }


def test_year_suffixes_follow_the_bibliography_in_both_places(cites, entries):
    csl = author_date('disambiguate-add-year-suffix="true"')
    raw = [work("Roe", 2021, "Zebra"), work("Roe", 2021, "Ant"), work("Doe", 2021, "Bee")]
    assert cites(csl, raw, ["i0", "i1", "i2"]) == ["(Roe 2021b; Roe 2021a; Doe 2021)"]
    assert entries(csl, *raw) == ["Ann Roe 2021a Ant", "Ann Doe 2021 Bee", "Ann Roe 2021b Zebra"]


def test_more_than_26_works_of_a_year_go_on_with_two_letters(entries):
    csl = author_date('disambiguate-add-year-suffix="true"')
    texts = entries(csl, *(work("Roe", 2021, f"T{number:02d}") for number in range(28)))
    assert texts[25:] == ["Ann Roe 2021z T25", "Ann Roe 2021aa T26", "Ann Roe 2021ab T27"]


def test_given_names_tell_authors_of_one_family_apart(cites):
    raw = [work("Roe", 2021, "A", "Ann"), work("Roe", 2021, "B", "Bob"), work("Doe", 2021, "C")]
    csl = author_date('disambiguate-add-givenname="true"', name='form="short" initialize-with=". "')
    assert cites(csl, raw, ["i0", "i1", "i2"]) == ["(A. Roe 2021; B. Roe 2021; Doe 2021)"]


def test_more_names_are_shown_where_et_al_hides_the_difference(cites):
    def three(third: str, title: str) -> dict:
        people = [{"family": "Roe"}, {"family": "Doe"}, {"family": third}]
        return {"author": people, "issued": {"date-parts": [[2020]]}, "title": title}

    csl = author_date('et-al-min="2" et-al-use-first="1" disambiguate-add-names="true"')
    assert cites(csl, [three("Alt", "A"), three("Bay", "B")], ["i0", "i1"]) == [
        "(Roe, Doe, Alt 2020; Roe, Doe, Bay 2020)"
    ]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ('collapse="year"', "(Roe 2020, 2021a, 2021b; Doe 2021)"),
        ('collapse="year-suffix" year-suffix-delimiter=","', "(Roe 2020, 2021a,b; Doe 2021)"),
    ],
)
def test_works_of_one_author_are_drawn_together(cites, options, expected):
    raw = [work("Roe", 2020, "A"), work("Doe", 2021, "D"), work("Roe", 2021, "B"), work("Roe", 2021, "C")]
    sort = '<sort><key variable="issued"/></sort>'
    csl = author_date(f'disambiguate-add-year-suffix="true" {options}', sort=sort)
    assert cites(csl, raw, ["i0", "i1", "i2", "i3"]) == [expected]


def test_a_style_that_does_not_sort_leaves_cites_where_they_are_put(cites):
    raw = [work("Roe", 2020, "A"), work("Doe", 2021, "D"), work("Roe", 2021, "B")]
    assert cites(author_date('collapse="year"'), raw, ["i0", "i1", "i2"]) == ["(Roe 2020; Doe 2021; Roe 2021)"]


def test_items_without_a_date_of_publication_share_suffixes_whenever_they_were_read(entries):
    csl = style(
        """<macro name="when"><choose><if variable="issued"><date variable="issued" form="text" date-parts="year"/></if>
        <else><date variable="accessed" form="text" date-parts="year" prefix="[" suffix="]"/></else></choose></macro>
        <citation disambiguate-add-year-suffix="true"><layout><names variable="author"/><text macro="when"/></layout>
        </citation><bibliography><layout><text variable="title"/><text macro="when"/></layout></bibliography>"""
    )
    read = [
        {"author": [{"literal": "Who"}], "title": f"T{n}", "accessed": {"date-parts": [[2020 + n]]}} for n in (0, 1)
    ]
    assert entries(csl, *read) == ["T0[2020a]", "T1[2021b]"]


def test_numbers_in_a_row_become_a_range(cites):
    csl = style(
        """<citation collapse="citation-number"><sort><key variable="citation-number"/></sort>
        <layout prefix="[" suffix="]" delimiter=","><text variable="citation-number"/></layout></citation>"""
    )
    raw = [{"title": letter} for letter in "ABCDEF"]
    assert cites(csl, raw, ["i0", "i2", "i1"], ["i0", "i1"], ["i5", "i0", "i1", "i2"]) == [
        "[1–3]",
        "[1,2]",
        "[1–3,6]",
    ]


NOTES = style(
    """<citation near-note-distance="2"><layout suffix="." delimiter="; "><choose>
    <if position="ibid-with-locator"><group delimiter=", "><text term="ibid"/><text variable="locator"/></group></if>
    <else-if position="ibid"><text term="ibid"/></else-if>
    <else-if position="near-note"><group delimiter=" "><text variable="title"/><text value="(near)"/></group></else-if>
    <else-if position="subsequent"><group delimiter=" "><text variable="title"/>
      <text variable="first-reference-note-number" prefix="n. "/></group></else-if>
    <else><text variable="title"/><text variable="publisher" prefix=", "/></else></choose></layout></citation>""",
    'class="note"',
)


def test_positions_in_notes(cites):
    raw = [{"title": "A", "publisher": "P"}, {"title": "B", "publisher": "Q"}]
    assert cites(NOTES, raw, ["i0"], ["i0"], ["i1"], ["i1"], ["i1"], ["i0"]) == [
        "A, P.",
        "Ibid.",
        "B, Q.",
        "Ibid.",
        "Ibid.",
        "A n. 1.",
    ]


def test_ibid_needs_the_same_locator(cites):
    raw = [{"title": "A"}]
    five, six = Cite(key="i0", locator="5"), Cite(key="i0", locator="6")
    assert cites(NOTES, raw, [five], [five], [six]) == ["A.", "Ibid.", "Ibid., 6."]


def test_ibid_never_follows_a_note_with_several_works(cites):
    raw = [{"title": "A"}, {"title": "B"}]
    assert cites(NOTES, raw, ["i0", "i1"], ["i1"])[1] == "B (near)."


def test_affixes_of_a_cite_get_the_space_that_people_forget(cites):
    cite = Cite(key="i0", prefix="see", suffix="passim", locator="5")
    assert cites(author_date(), [work("Roe", 2021, "A")], [cite]) == ["(see Roe 2021: 5 passim)"]


def test_the_author_is_left_out_or_stands_alone(cites):
    csl = author_date()
    without, alone = Cite(key="i0", suppress_author=True), Cite(key="i0", author_only=True)
    assert cites(csl, [work("Roe", 2021, "A")], [without]) == ["(2021)"]
    assert "Roe" in cites(csl, [work("Roe", 2021, "A")], [alone])[0]


def test_a_cite_of_an_unknown_item_is_an_error():
    with pytest.raises(UnknownKey, match="'nobody'"):
        engine(author_date(), work("Roe", 2021, "A")).cite([Cite(key="nobody")])


REPEATED = style(
    """<citation><layout><choose><if position="ibid"><text term="ibid"/></if>
    <else><text variable="title"/></else></choose></layout></citation>""",
    'class="note"',
)


def test_ibid_does_not_point_to_a_note_with_several_works():
    processor = engine(REPEATED, work("Roe", 2020, "A"), work("Doe", 2021, "B"))
    cited = [("i0", 1), ("i1", 1), ("i1", 2), ("i1", 3)]
    texts = [write_text(processor.cite([Cite(key=key)], note_index=note).inline) for key, note in cited]
    assert texts == ["A", "B", "B", "Ibid."]


def test_ibid_in_the_text_looks_past_the_notes():
    processor = engine(REPEATED, work("Roe", 2020, "A"), work("Doe", 2021, "B"))
    texts = [
        write_text(processor.cite([Cite(key=key)], note_index=note).inline)
        for key, note in [("i0", 0), ("i1", 1), ("i0", 0)]
    ]
    assert texts == ["A", "B", "Ibid."]


def test_a_stop_that_a_writer_puts_after_a_cite_goes_into_the_quotation_marks(cites):
    csl = style(
        """<locale><style-options punctuation-in-quote="true"/></locale>
        <citation><layout><text variable="title" quotes="true"/></layout></citation>"""
    )
    assert cites(csl, [work("Roe", 2020, "A")], [Cite(key="i0", suffix=". And so on")]) == ["“A.” And so on"]


SHORT_NAMES = {"美國在台協會": "AIT"}
AIT = {"language": "zh-TW", "author": [{"literal": "美國在台協會"}], "issued": {"date-parts": [[2021]]}}


def institutions(parts: str) -> str:
    return style(
        '<macro name="who"><names variable="author"><name delimiter="、"/>'
        f'<institution institution-parts="{parts}"><institution-part name="short" prefix="〔" suffix="〕"/>'
        "</institution>"
        '</names></macro><citation><layout prefix="（" suffix="）" delimiter="；"><group delimiter="，">'
        '<text macro="who"/><date variable="issued"><date-part name="year"/></date></group></layout></citation>'
        '<bibliography><layout><names variable="author"/></layout></bibliography>',
        'class="in-text" default-locale="zh-TW"',
    )


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("long-short", ["（美國在台協會〔AIT〕，2021）", "（AIT，2019；王小明，2020）", "（AIT，2021）"]),
        ("short", ["（AIT，2021）", "（AIT，2019；王小明，2020）", "（AIT，2021）"]),
        ("long", ["（美國在台協會，2021）", "（美國在台協會，2019；王小明，2020）", "（美國在台協會，2021）"]),
    ],
)
def test_an_institution_is_named_in_full_before_its_short_name_stands_alone(parts, expected):
    wang = {"language": "zh-TW", "author": [{"family": "王", "given": "小明"}], "issued": {"date-parts": [[2020]]}}
    report = {**AIT, "issued": {"date-parts": [[2019]]}}
    processor = engine(institutions(parts), AIT, report, wang, short_names=SHORT_NAMES)
    clusters = [["i0"], ["i1", "i2"], ["i0"]]
    found = [write_text(processor.cite([Cite(key=key) for key in cluster]).inline) for cluster in clusters]
    assert found == expected
    assert write_text(processor.bibliography()[0].inline) == "美國在台協會"
    processor.forget()
    assert write_text(processor.cite([Cite(key="i0")]).inline) == expected[0]


def test_an_institution_without_a_short_name_stays_as_it_is():
    processor = engine(institutions("long-short"), AIT)
    assert write_text(processor.cite([Cite(key="i0")]).inline) == "（美國在台協會，2021）"


def test_a_letter_that_an_item_has_itself_stays_with_it(cites):
    layout = """<citation disambiguate-add-year-suffix="true"><layout><names variable="author"/>
      <date variable="issued" form="text" date-parts="year" prefix=" "/></layout></citation>"""
    works = [
        {"title": title, "author": [{"literal": "MOI"}], "issued": {"date-parts": [[year]]}, "year-suffix": letter}
        for title, year, letter in (("A", 2013, ""), ("B", 2013, "a"), ("C", 2013, ""), ("D", 2014, "b"))
    ]
    assert cites(style(layout), works, ["i0"], ["i1"], ["i2"], ["i3"]) == [
        "MOI 2013b",
        "MOI 2013a",
        "MOI 2013c",
        "MOI 2014b",
    ]
