"""Dates, numbers, labels, groups, conditions, text case, quotes and punctuation, as printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.csl import format_entry, write_html

from .conftest import engine, list_style, style


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([[2021, 7, 2]], "July 2, 2021"),
        ([[2021, 7]], "July 2021"),
        ([[2021]], "2021"),
        ([[2021, 22]], "Summer 2021"),
        ([[-44, 3, 15]], "March 15, 44 BC"),
        ([[2020], [2021]], "2020–2021"),
        ([[2020, 5, 1], [2020, 5, 9]], "May 1–9, 2020"),
        ([[2020, 5, 1], [2020, 6, 9]], "May 1–June 9, 2020"),
    ],
)
def test_a_localized_date(entry, parts, expected):
    assert entry('<date variable="issued" form="text"/>', {"issued": {"date-parts": parts}}) == expected


def test_a_date_may_be_literal_or_typed(entry):
    layout = '<date variable="issued" form="text"/>'
    assert entry(layout, {"issued": {"literal": "in print"}}) == "in print"
    assert entry(layout, {"issued": "12 May 2020"}) == "May 12, 2020"
    assert entry(layout, {"issued": "Spring 1999 - Summer 2001"}) == "Spring 1999–Summer 2001"


@pytest.mark.parametrize(("year", "printed"), [(2001, "民90"), (1912, "民1"), (1911, "民前1"), (1909, "民前3")])
def test_a_year_of_the_republic_of_china(entry, year, printed):
    layout = '<date variable="issued"><date-part name="year" form="roc" prefix="民"/></date>'
    assert entry(layout, {"issued": {"date-parts": [[year]]}}) == printed


def test_a_month_that_does_not_exist_is_not_printed(entry):
    assert entry('<date variable="issued" form="text"/>', {"issued": {"date-parts": [[1965, 60, 1]]}}) == "1965"


@pytest.mark.parametrize(
    ("form", "value", "expected"),
    [
        ("numeric", "2-4", "2–4"),
        ("ordinal", "2", "2nd"),
        ("ordinal", "112", "112th"),
        ("long-ordinal", "3", "third"),
        ("roman", "14", "xiv"),
        ("ordinal", "special", "special"),
        ("numeric", "2 ,3", "2, 3"),
    ],
)
def test_numbers(entry, form, value, expected):
    assert entry(f'<number variable="volume" form="{form}"/>', {"volume": value}) == expected


@pytest.mark.parametrize(
    ("format_", "pages", "expected"),
    [
        ("expanded", "321-25", "321–325"),
        ("minimal", "321-325", "321–5"),
        ("minimal-two", "321-328", "321–28"),
        ("chicago", "100-104", "100–104"),
        ("chicago", "1496-1504", "1496–1504"),
        ("chicago-16", "1496-1504", "1496–504"),
        ("expanded", "12, 15-7", "12, 15–17"),
        ("expanded", "第1—2页", "第1—2页"),
    ],
)
def test_page_ranges(entry, format_, pages, expected):
    attributes = f'class="in-text" page-range-format="{format_}"'
    assert entry('<text variable="page"/>', {"page": pages}, attributes=attributes) == expected


def test_a_label_is_plural_for_a_range(entry):
    layout = '<group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group>'
    assert entry(layout, {"page": "9-12"}) == "pp. 9–12"
    assert entry(layout, {"page": "9"}) == "p. 9"


def test_a_group_without_its_variable_disappears_with_its_words(entry):
    layout = '<text variable="title"/><group prefix=", "><text value="vol. "/><text variable="volume"/></group>'
    assert entry(layout, {"title": "T", "volume": "3"}) == "T, vol. 3"
    assert entry(layout, {"title": "T"}) == "T"


def test_a_group_delimits_what_a_condition_inside_it_prints(entry):
    layout = (
        '<group delimiter=", "><choose><if type="book"><text variable="publisher-place"/>'
        '<text variable="publisher"/></if></choose><text variable="volume"/></group>'
    )
    assert entry(layout, {"publisher-place": "臺北", "publisher": "三民", "volume": "1"}) == "臺北, 三民, 1"


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ('type="book"', True),
        # No item is of two types: several in one attribute are a choice.
        ('type="article book"', True),
        ('type="article book" match="any"', True),
        ('type="article chapter" match="none"', True),
        ('variable="volume DOI"', False),
        ('is-numeric="volume"', True),
        ('is-numeric="edition"', False),
        ('is-uncertain-date="issued"', True),
        ('has-day="issued"', False),
        ('position="first"', False),
        ('locator="page"', False),
    ],
)
def test_conditions(entry, test, holds):
    layout = f'<choose><if {test}><text value="yes"/></if><else><text value="no"/></else></choose>'
    fields = {"volume": "3a", "edition": "修訂版", "issued": {"date-parts": [[2020, 5]], "circa": True}}
    assert entry(layout, fields) == ("yes" if holds else "no")


@pytest.mark.parametrize(
    ("case", "text", "expected"),
    [
        ("title", "the art of the deal: a story", "The Art of the Deal: A Story"),
        ("title", "self-made iPhone and DNA tests", "Self-Made iPhone and DNA Tests"),
        ("sentence", "The Art of DNA Tests", "The art of DNA tests"),
        ("sentence", "THE ART", "The art"),
        ("capitalize-first", "über alles", "Über alles"),
        ("capitalize-all", "one two", "One Two"),
        ("uppercase", 'a <span class="nocase">b</span> c', "A b C"),
    ],
)
def test_text_case(entry, case, text, expected):
    assert entry(f'<text variable="title" text-case="{case}"/>', {"title": text, "language": "en"}) == expected


def test_only_english_titles_take_title_case(entry):
    layout = '<text variable="title" text-case="title"/>'
    assert entry(layout, {"title": "la vie en rose", "language": "fr"}) == "la vie en rose"


def test_quotes_alternate_and_take_the_stop_inside_in_american_english(entry):
    layout = '<text variable="title" quotes="true" suffix="."/>'
    assert entry(layout, {"title": 'On "being" here'}) == "“On ‘being’ here.”"
    british = 'class="in-text" default-locale="en-GB"'
    assert entry(layout, {"title": 'On "being" here'}, attributes=british) == "‘On “being” here’."


def test_an_apostrophe_is_no_quotation_mark(entry):
    assert (
        entry('<text variable="title"/>', {"title": "L'été d'O'Neill and the '90s"}) == "L’été d’O’Neill and the ’90s"
    )


@pytest.mark.parametrize(
    ("title", "suffix", "expected"),
    [
        ("Why?", ".", "Why?"),
        ("Inc.", ".", "Inc."),
        ("Inc.", ",", "Inc.,"),
        ("為什麼？", "。", "為什麼？"),
        ("真的！", "。", "真的！"),
        ("完。", "。", "完。"),
        ("完。", ".", "完。"),
        ("一，", "，", "一，"),
        ("Why?", "。", "Why?"),
        ("Yahoo!", ", ", "Yahoo!, "),
    ],
)
def test_stops_that_meet_become_one(entry, title, suffix, expected):
    assert entry(f'<text variable="title" suffix="{suffix}"/>', {"title": title}) == expected


def test_two_spaces_that_meet_become_one(entry):
    assert entry('<text variable="title" suffix=" "/><text value=" x"/>', {"title": "T"}) == "T x"


def test_fields_in_the_lines_of_a_note_are_read(entry):
    layout = '<group delimiter="; "><text variable="original-title"/><names variable="original-author"/></group>'
    note = "original-title: Cien años\noriginal-author: Wang || Wu\nplain remark"
    assert entry(layout, {"note": note}) == "Cien años; Wu Wang"
    assert entry('<text variable="note"/>', {"note": note}) == "plain remark"


def test_a_second_field_is_aligned_in_two_blocks():
    csl = list_style(
        '<text variable="citation-number" suffix="."/><text variable="title"/>', options='second-field-align="flush"'
    )
    (only,) = engine(csl, {"title": "T"}).bibliography()
    assert write_html(only.inline) == ('<div class="csl-left-margin">1.</div><div class="csl-right-inline">T</div>')


def test_a_term_may_frame_its_number(entries):
    csl = list_style(
        '<group delimiter=" "><label variable="volume"/><number variable="volume"/></group>',
        macros='<locale><terms><term name="volume">第%s卷</term></terms></locale>',
    )
    assert entries(csl, {"volume": "3"}) == ["第3卷"]


@given(
    st.dictionaries(
        st.sampled_from(["title", "volume", "page", "DOI", "URL", "note", "language", "edition", "publisher"]),
        st.text(max_size=30),
    ),
    st.lists(st.fixed_dictionaries({}, optional={"family": st.text(max_size=9), "given": st.text(max_size=9)})),
    st.one_of(st.text(max_size=12), st.lists(st.lists(st.integers(-9999, 9999), max_size=3), max_size=2)),
)
def test_rendering_never_raises(fields, people, issued):
    layout = (
        '<group delimiter=". "><names variable="author"><name name-as-sort-order="all" initialize-with=". "/>'
        '<label form="short"/></names><date variable="issued" form="text"/><text variable="title" quotes="true" '
        'text-case="title"/><number variable="edition" form="ordinal"/><label variable="volume"/>'
        '<number variable="volume" form="roman"/><text variable="page"/><text variable="DOI"/>'
        '<text variable="URL"/><text variable="note" text-case="sentence"/></group>'
    )
    date = issued if isinstance(issued, str) else {"date-parts": issued}
    processor = engine(list_style(layout), {**fields, "author": people, "issued": date})
    (only,) = processor.bibliography()
    for format_ in ("text", "html", "markdown"):
        format_entry(only, format_)


@pytest.mark.parametrize(("title", "expected"), [("心理學報", "心理學報"), ("Psychology", "<i>Psychology</i>")])
def test_italics_are_for_letters_not_for_han(title, expected):
    csl = list_style('<text variable="title" font-style="italic"/>')
    assert write_html(engine(csl, {"title": title}).bibliography()[0].inline) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Merriam-Webster.com dictionary", "Merriam-Webster.Com Dictionary"),
        ("dog in-house cat", "Dog In-House Cat"),
        ("from A to z", "From A to z"),
    ],
)
def test_title_case_of_compounds_and_letters(entry, title, expected):
    assert entry('<text variable="title" text-case="title"/>', {"title": title, "language": "en"}) == expected


def test_titles_of_statutes_and_patents_keep_their_case(entry):
    patent = {"title": "Storage system", "language": "en", "note": "jurisdiction: AU"}
    assert entry('<text variable="title" text-case="title"/>', patent) == "Storage system"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("12-15", "pp. 12–15"),
        ("1.1-1.36", "p. 1.1-1.36"),
        ("序2–3", "p. 序2-3"),
        ("i-iv", "pp. i–iv"),
        ("18\\-2424", "p. 18-2424"),
    ],
)
def test_what_counts_as_a_range_of_pages(entry, page, expected):
    layout = '<label variable="page" form="short" suffix=" "/><text variable="page"/>'
    assert entry(layout, {"page": page}) == expected


def test_the_language_may_stand_in_the_note(entries):
    csl = style(
        """<citation><layout><text variable="title"/></layout></citation><bibliography>
        <layout locale="en"><text value="en"/></layout><layout><text value="default"/></layout></bibliography>""",
        'class="in-text" default-locale="zh-TW"',
    )
    assert entries(csl, {"note": "language: en-US"}) == ["en"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("中國人“大七”人格", "“中國人‘大七’人格”"),
        ("the ‘single’ one", "“the ‘single’ one”"),
        ("« fort »", "“«\u202ffort\u202f»”"),
    ],
)
def test_quotations_in_a_title(entry, title, expected):
    assert entry('<text variable="title" quotes="true"/>', {"title": title}) == expected


def test_only_what_was_printed_instead_of_names_is_left_out_later(entry):
    layout = """<names variable="author"><substitute><choose><if variable="publisher"><text variable="title"/></if>
        </choose></substitute></names><group prefix=". "><text variable="title"/><text variable="publisher"/></group>"""
    assert entry(layout, {"title": "T", "publisher": "P"}) == "T. P"


BY_DATE = '<macro name="when"><date variable="issued" {}</macro>'


@pytest.mark.parametrize(
    "date", ['form="text"/>', '><date-part name="month" suffix=" "/><date-part name="year"/></date>']
)
def test_a_date_in_a_macro_sorts_by_time_and_not_by_its_words(entries, date):
    csl = style(
        f"{BY_DATE.format(date)}<citation><layout><text variable='title'/></layout></citation><bibliography>"
        '<sort><key macro="when"/></sort><layout><text variable="title"/></layout></bibliography>'
    )
    works = {"April": [2000, 4], "November": [1999, 11], "Caesar": [-50], "Bede": [731]}
    raw = [{"title": title, "issued": {"date-parts": [parts]}} for title, parts in works.items()]
    assert entries(csl, *raw) == ["Caesar", "Bede", "November", "April"]


def test_only_the_parts_that_a_macro_shows_count_in_its_order(entries):
    date = BY_DATE.format('><date-part name="year"/></date>')
    csl = style(
        f"{date}<citation><layout><text variable='title'/></layout></citation><bibliography>"
        '<sort><key macro="when"/><key variable="title"/></sort>'
        '<layout><text variable="title"/></layout></bibliography>'
    )
    raw = [{"title": "B", "issued": {"date-parts": [[2000, 1]]}}, {"title": "A", "issued": {"date-parts": [[2000, 9]]}}]
    assert entries(csl, *raw) == ["A", "B"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("On \"tips\" and 'perks'", "On “tips” and ‘perks’"),
        ("On 'tips' and \"perks\"", "On “tips” and ‘perks’"),
        ("On 'tips' and 'perks'", "On “tips” and “perks”"),
        ("A \"quoted 'inner' text\"", "A “quoted ‘inner’ text”"),
    ],
)
def test_two_kinds_of_typed_marks_stay_two_kinds(entry, typed, printed):
    assert entry('<text variable="title"/>', {"title": typed}) == printed


def test_stops_that_the_style_puts_around_a_text_are_not_stripped(entry):
    macro = '<macro name="m"><text variable="title" suffix=". "/><text variable="publisher"/></macro>'
    layout = '<text macro="m" strip-periods="true"/>'
    assert entry(layout, {"title": "J. Soc.", "publisher": "P."}, macros=macro) == "J Soc. P"


def test_a_hyphen_between_roman_numbers_in_capitals_joins_a_range(entry):
    assert entry('<text variable="volume"/>', {"volume": "IV-VI"}) == "IV–VI"
    assert entry('<text variable="volume"/>', {"volume": "A-12"}) == "A-12"


def test_several_counts_of_pages_are_plural(entry):
    layout = '<text variable="number-of-pages"/><label variable="number-of-pages" form="short" prefix=" "/>'
    assert entry(layout, {"number-of-pages": "xii, 308"}) == "xii, 308 pp."
    assert entry(layout, {"number-of-pages": "1"}) == "1 p."


def test_terms_and_affixes_are_written_as_they_are_meant(entry):
    locale = "<locale><terms><term name='in'>d'après</term></terms></locale>"
    layout = '<text variable="title"/><text term="in" prefix="&amp;#8201;"/>'
    assert entry(layout, {"title": "T"}, macros=locale) == "T\u2009d’après"


def test_a_term_in_capitals_keeps_them_at_the_start_of_an_entry(entry):
    assert (
        entry('<text term="anonymous" text-case="uppercase"/><text variable="title"/>', {"title": "T"}) == "ANONYMOUST"
    )


MANY_DIGITS = "9" * 5000


@pytest.mark.parametrize("form", ["numeric", "ordinal", "long-ordinal", "roman"])
@pytest.mark.parametrize("variable", ["edition", "volume", "number-of-volumes"])
def test_thousands_of_digits_are_printed_as_they_are(entry, form, variable):
    layout = f'<number variable="{variable}" form="{form}"/><label variable="{variable}" form="short"/>'
    assert entry(layout, {variable: MANY_DIGITS}).startswith(MANY_DIGITS)


def test_a_range_of_thousands_of_digits_is_not_shortened(entry):
    attributes = 'class="in-text" page-range-format="minimal"'
    assert entry('<text variable="page"/>', {"page": f"1-{MANY_DIGITS}"}, attributes=attributes) == f"1–{MANY_DIGITS}"


def test_thousands_of_digits_can_be_sorted_by(entries):
    csl = list_style("<text variable='title'/>").replace(
        "<bibliography >", "<bibliography><sort><key variable='volume'/></sort>"
    )
    assert entries(csl, {"title": "B", "volume": MANY_DIGITS}, {"title": "A", "volume": "2"}) == ["A", "B"]


@pytest.mark.parametrize(
    "date", [{"raw": f"May {MANY_DIGITS}"}, {"season": MANY_DIGITS, "date-parts": [[2020]]}, {"edtf": MANY_DIGITS}]
)
def test_thousands_of_digits_are_no_date_that_stops_a_list(entry, date):
    assert entry('<date variable="issued" form="text"/>', {"issued": date})


def test_a_date_in_edtf_alone_is_read(entry):
    assert (
        entry('<date variable="issued" form="text"/>', {"issued": {"edtf": "2020-05-06/2020-05-08"}}) == "May 6–8, 2020"
    )


@pytest.mark.parametrize(("opening", "closing"), [("<i>", "</i>"), ("“", "”"), ('<span class="nocase">', "</span>")])
def test_markup_nested_thousands_deep_is_printed(entry, opening, closing):
    fields = {"title": f"{opening * 3000}deep{closing * 3000}"}
    assert "deep" in entry('<text variable="title" text-case="title"/>', fields).lower()


def test_a_line_of_the_note_gives_a_field_that_only_the_style_names(entry):
    layout = '<text variable="title"/><text variable="CSTR" prefix=" CSTR "/><text variable="note" prefix="; "/>'
    assert entry(layout, {"title": "T", "note": "CSTR: 32003.36.x\nseen"}) == "T CSTR 32003.36.x; seen"
    assert entry(layout, {"title": "T", "note": "Editorial: seen"}) == "T; Editorial: seen"
