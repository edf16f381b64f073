"""Lists of names: et al., order, particles, initials, institutions, labels, substitution."""

from __future__ import annotations

import pytest

from .conftest import list_style

SMITH = {"family": "Smith", "given": "John Paul"}
BEETHOVEN = {"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}
GAULLE = {"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"}


def names(options: str = "", inner: str = "", variable: str = "author") -> str:
    return f'<names variable="{variable}"><name {options}/>{inner}</names>'


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", "John Paul Smith, Charles de Gaulle"),
        ('and="text"', "John Paul Smith and Charles de Gaulle"),
        ('and="symbol" delimiter-precedes-last="always"', "John Paul Smith, & Charles de Gaulle"),
        ('form="short"', "Smith, de Gaulle"),
        ('initialize-with="."', "J.P. Smith, C. de Gaulle"),
        ('initialize-with=". " name-as-sort-order="all"', "Smith, J. P., Gaulle, C. de"),
        ('name-as-sort-order="first" sort-separator=" "', "Smith John Paul, Charles de Gaulle"),
    ],
)
def test_the_options_of_name(entry, options, expected):
    assert entry(names(options), {"author": [SMITH, GAULLE]}) == expected


def test_particles_stay_in_front_where_they_are_never_demoted(entry):
    never = 'class="in-text" demote-non-dropping-particle="never"'
    layout = names('name-as-sort-order="all"')
    assert entry(layout, {"author": [GAULLE]}, attributes=never) == "de Gaulle, Charles"
    assert entry(layout, {"author": [BEETHOVEN]}, attributes=never) == "Beethoven, Ludwig van"


@pytest.mark.parametrize(
    ("given", "expected"),
    [("Jean-Paul", "J.-P. X"), ("Kimberly A.", "K. A. X"), ("Guo-ping", "G. X"), ("Ts.", "Ts. X"), ("M.E.", "M. E. X")],
)
def test_initials(entry, given, expected):
    assert entry(names('initialize-with=". "'), {"author": [{"family": "X", "given": given}]}) == expected


def test_et_al_cuts_long_lists_and_may_show_the_last_name(entry):
    people = {"author": [{"family": letter} for letter in "ABCD"]}
    assert entry(names('et-al-min="3" et-al-use-first="1"'), people) == "A et al."
    assert entry(names('et-al-min="3" et-al-use-first="2" et-al-use-last="true"'), people) == "A, B, … D"


def test_et_al_follows_a_chinese_name_without_a_space(entry):
    people = {"language": "zh-TW", "author": [{"family": "王", "given": "明"}, {"family": "陳", "given": "文"}]}
    chinese = 'class="in-text" default-locale="zh-TW"'
    assert entry(names('et-al-min="2" et-al-use-first="1"'), people, attributes=chinese) == "王明等"


def test_an_institution_is_one_piece_whatever_the_order(entry):
    people = {"author": [{"literal": "World Bank"}, SMITH]}
    assert entry(names('name-as-sort-order="all" initialize-with="."'), people) == "World Bank, Smith, J.P."


def test_a_label_is_plural_for_several_names(entry):
    label = '<label form="short" prefix=" (" suffix=")"/>'
    assert entry(names(inner=label, variable="editor"), {"editor": [SMITH]}) == "John Paul Smith (ed.)"
    two = {"editor": [SMITH, GAULLE]}
    assert entry(names(inner=label, variable="editor"), two) == "John Paul Smith, Charles de Gaulle (eds.)"


def test_what_substitutes_for_names_is_not_printed_again(entry):
    layout = (
        '<group delimiter=". ">'
        + names(inner='<substitute><names variable="editor"/><text variable="title"/></substitute>')
        + '<text variable="title"/><text variable="publisher"/></group>'
    )
    assert entry(layout, {"title": "Anon", "publisher": "P"}) == "Anon. P"
    assert entry(layout, {"title": "T", "editor": [SMITH]}) == "John Paul Smith. T"


def test_name_parts_have_their_own_looks_and_affixes(entries):
    layout = (
        '<names variable="author"><name name-as-sort-order="all">'
        '<name-part name="family" text-case="uppercase"/><name-part name="given" prefix="(" suffix=")"/></name></names>'
    )
    assert entries(list_style(layout), {"author": [SMITH]}) == ["SMITH, (John Paul)"]


def test_subsequent_authors_give_way_to_a_dash(entries):
    csl = list_style(names() + '<text variable="title" prefix=". "/>', options='subsequent-author-substitute="———"')
    raw = [{"author": [SMITH], "title": "A"}, {"author": [SMITH], "title": "B"}, {"author": [GAULLE], "title": "C"}]
    assert entries(csl, *raw) == ["John Paul Smith. A", "———. B", "Charles de Gaulle. C"]


@pytest.mark.parametrize(("locale", "blank"), [("fr-FR", "\u00a0"), ("cs-CZ", "\u00a0"), ("en-US", " ")])
def test_a_particle_keeps_to_its_name_where_no_short_word_ends_a_line(entry, locale, blank):
    attributes = f'class="in-text" default-locale="{locale}"'
    assert entry(names(), {"author": [GAULLE]}, attributes=attributes) == f"Charles de{blank}Gaulle"


def test_the_first_of_the_substitutes_in_a_condition_stands_for_the_names(entry):
    branch = '<if type="book"><names variable="editor"/><text value="Anon"/></if>'
    layout = names(inner=f"<substitute><choose>{branch}</choose></substitute>")
    assert entry(layout, {"editor": [SMITH]}) == "John Paul Smith"
    assert entry(layout, {}) == "Anon"


def test_words_that_stand_for_names_are_not_replaced_by_a_dash(entries):
    layout = names(inner='<substitute><text term="anonymous"/></substitute>') + '<text variable="title" prefix=": "/>'
    csl = list_style(layout, options='subsequent-author-substitute="———"')
    assert entries(csl, {"title": "A"}, {"title": "B"}) == ["Anonymous: A", "Anonymous: B"]


def test_a_given_name_in_nested_markup_has_its_initial(entry):
    layout = names('initialize-with="."')
    for depth in (1, 2, 3000):
        person = {"family": "Roe", "given": f"{'<i>' * depth}Ann{'</i>' * depth}"}
        assert "A." in entry(layout, {"author": [person]})


def test_a_family_name_that_begins_with_nothing_but_marks_is_printed(entry):
    assert entry(names(), {"author": [{"family": "‘’Roe", "given": "Ann"}]}) == "Ann ‘’Roe"
