"""Options that a style offers in its own file: what they say, and the style with values chosen."""

from __future__ import annotations

import pytest

from tipcite.csl import parse_style, style_options, with_options
from tipcite.errors import StyleError

OPTIONS = """
<option xmlns="https://tipcite.org/ns/options" name="et-al" title="after the first author">
  <value name="等人"/>
  <value name="等">
    <locale xmlns="http://purl.org/net/xbiblio/csl" xml:lang="zh"><terms><term name="et-al">等</term></terms></locale>
  </value>
</option>
<option xmlns="https://tipcite.org/ns/options" name="brackets" title="around the year">
  <value name="full"/>
  <value name="half"><replace text="（" by="("/><replace text="）" by=")"/></value>
</option>
<option xmlns="https://tipcite.org/ns/options" name="year" title="how years are counted">
  <value name="western"/>
  <value name="none"><macro xmlns="http://purl.org/net/xbiblio/csl" name="year"><text value="（年）"/></macro></value>
</option>
<option xmlns="https://tipcite.org/ns/options" name="shown" title="how many authors">
  <value name="all"/>
  <value name="one"><bibliography xmlns="http://purl.org/net/xbiblio/csl" et-al-min="2" et-al-use-first="1"/></value>
</option>
<option xmlns="https://tipcite.org/ns/options" name="end" title="of an entry">
  <value name="none"/>
  <value name="stop"><bibliography xmlns="http://purl.org/net/xbiblio/csl"><layout suffix="。"/></bibliography></value>
</option>
"""
STYLE = f"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="zh-TW">
<info><title>T</title><id>t</id><updated>2026-01-01T00:00:00Z</updated>{OPTIONS}</info>
<locale xml:lang="zh"><terms><term name="et-al">等人</term><term name="and">與</term></terms></locale>
<macro name="year"><date variable="issued" prefix="（" suffix="）"><date-part name="year"/></date></macro>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout>
  <names variable="author"><name and="text" delimiter="、" delimiter-precedes-last="never"/></names><text macro="year"/>
</layout></bibliography></style>"""
ITEM = {
    "language": "zh-TW",
    "author": [{"family": "王", "given": "小明"}, {"family": "李", "given": "華"}],
    "issued": {"date-parts": [[2020]]},
}


def test_a_style_says_what_it_offers():
    offered = style_options(STYLE)
    assert [(option.name, option.values) for option in offered][:2] == [
        ("et-al", ("等人", "等")),
        ("brackets", ("full", "half")),
    ]
    assert offered[0].title == "after the first author"


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, "王小明與李華（2020）"),
        ({"brackets": "half"}, "王小明與李華(2020)"),
        ({"shown": "one"}, "王小明等人（2020）"),
        ({"shown": "one", "et-al": "等"}, "王小明等（2020）"),
        # What replaces a text reaches what another option has brought in.
        ({"brackets": "half", "year": "none"}, "王小明與李華(年)"),
        ({"et-al": "等人"}, "王小明與李華（2020）"),
        ({"end": "stop"}, "王小明與李華（2020）。"),
    ],
)
def test_a_style_with_values_chosen(entries, chosen, expected):
    assert entries(with_options(STYLE, chosen), ITEM) == [expected]


def test_a_style_with_values_chosen_offers_none():
    assert style_options(with_options(STYLE, {"et-al": "等"})) == ()


@pytest.mark.parametrize(
    ("chosen", "problem"),
    [
        ({"et-all": "等"}, "the style has no option 'et-all'; it offers 'et-al', 'brackets', 'year', 'shown', 'end'"),
        ({"et-al": "等等"}, "option 'et-al' has no value '等等'; it takes '等人', '等'"),
    ],
)
def test_what_is_not_offered_is_refused_with_what_is(chosen, problem):
    with pytest.raises(StyleError) as caught:
        with_options(STYLE, chosen)
    assert str(caught.value) == problem


def test_a_style_that_offers_nothing_says_so():
    plain = STYLE.replace(OPTIONS, "")
    assert style_options(plain) == ()
    with pytest.raises(StyleError, match="the style has no option 'et-al'; it offers none"):
        with_options(plain, {"et-al": "等"})


def test_options_do_not_disturb_who_reads_the_style_as_it_is():
    assert parse_style(STYLE) == parse_style(with_options(STYLE, {}))
