"""Layouts chosen by an item's language, with its terms, quotes and months: what CSL-M adds."""

from __future__ import annotations

import pytest

from tipcite.csl import Cite, write_text

from .conftest import engine, style

MACRO = """<macro name="author"><names variable="author">
  <name and="text" delimiter="、" name-as-sort-order="first" initialize-with=". "/>
  <substitute><text term="anonymous"/></substitute></names></macro>"""
BILINGUAL = style(
    MACRO
    + """
  <citation><layout prefix="（" suffix="）" delimiter="；">
      <names variable="author"><name form="short" and="text" delimiter="、"/></names>
    </layout>
    <layout locale="en es" prefix="(" suffix=")" delimiter="; ">
      <names variable="author"><name form="short" and="symbol"/></names></layout></citation>
  <bibliography>
    <layout suffix="。"><group delimiter="，"><text macro="author"/>
      <date variable="issued" form="text"/><text variable="title" quotes="true"/></group></layout>
    <layout locale="en es" suffix="."><group delimiter=". "><text macro="author"/>
      <date variable="issued" form="text"/><text variable="title" quotes="true"/></group></layout>
  </bibliography>""",
    'class="in-text" default-locale="zh-TW"',
)
CHINESE = {
    "language": "zh-TW",
    "title": "人口販運",
    "author": [{"family": "王", "given": "小明"}, {"family": "陳", "given": "大文"}],
    "issued": {"date-parts": [[2021, 7, 2]]},
}
ENGLISH = {
    "language": "en-GB",
    "title": "Homeless",
    "author": [{"family": "Hogan", "given": "Kimberly A."}, {"family": "Roe", "given": "Dominique"}],
    "issued": {"date-parts": [[2020, 11, 12]]},
}


def test_each_item_speaks_its_own_language(entries):
    assert entries(BILINGUAL, CHINESE, ENGLISH) == [
        "王小明及陳大文，2021年7月2日，「人口販運」。",
        "Hogan, K. A. and D. Roe. November 12, 2020. “Homeless.”",
    ]


def test_a_language_without_a_layout_takes_the_default(entries):
    french = {**ENGLISH, "language": "fr", "author": []}
    assert entries(BILINGUAL, french) == ["作者不詳，2020年11月12日，「Homeless」。"]


def test_a_layout_for_several_languages_speaks_the_first_of_them(entries):
    spanish = {**ENGLISH, "language": "es"}
    assert entries(BILINGUAL, spanish) == entries(BILINGUAL, ENGLISH)


@pytest.mark.parametrize("tag", ["zh-Hant", "zh-TW", "zh"])
def test_chinese_names_stand_without_space_comma_or_initials(entries, tag):
    (text,) = entries(BILINGUAL, {**CHINESE, "language": tag, "author": [{"family": "歐陽", "given": "修"}]})
    assert text.startswith("歐陽修，")


def test_the_short_form_of_a_chinese_name_is_the_family_name(cites):
    assert cites(BILINGUAL, [CHINESE], ["i0"]) == ["（王及陳）"]


def test_an_undecided_language_is_decided_from_the_text(entries):
    assert entries(BILINGUAL, {**CHINESE, "language": "中文"})[0].endswith("「人口販運」。")
    assert entries(BILINGUAL, {**ENGLISH, "language": ""})[0].endswith("“Homeless.”")


def test_locale_terms_of_a_style_win_for_the_whole_language(entries):
    own = BILINGUAL.replace(
        "<macro", '<locale xml:lang="zh"><terms><term name="and">與</term></terms></locale><macro', 1
    )
    assert entries(own, CHINESE)[0].startswith("王小明與陳大文")


def test_a_group_rank_comes_before_every_sort_key():
    csl = style(
        """<citation><layout><text variable="title"/></layout></citation><bibliography>
        <sort><key variable="title"/></sort><layout><text variable="title"/></layout></bibliography>"""
    )
    raw = [{"title": "Beta"}, {"title": "丁", "language": "zh-TW"}, {"title": "Alpha"}]
    processor = engine(csl, *raw, group_of=lambda item: 0 if item.language.startswith("zh") else 1)
    assert [write_text(entry.inline) for entry in processor.bibliography()] == ["丁", "Alpha", "Beta"]
    assert processor.order() == ("i1", "i2", "i0")


def test_a_callers_collation_decides_the_order():
    csl = style(
        """<citation><layout><text variable="title"/></layout></citation><bibliography>
        <sort><key variable="title"/></sort><layout><text variable="title"/></layout></bibliography>"""
    )
    processor = engine(csl, {"title": "aa"}, {"title": "b"}, collation=lambda text, _: (len(text), text))
    assert processor.order() == ("i1", "i0")


def test_chinese_lists_are_ordered_by_strokes_and_mainland_ones_by_pinyin():
    body = """<citation><layout><text variable="title"/></layout></citation><bibliography>
        <sort><key variable="title"/></sort><layout><text variable="title"/></layout></bibliography>"""
    raw = [{"title": title, "language": "zh"} for title in ("陳", "王", "北")]
    taiwan = engine(style(body, 'class="in-text" default-locale="zh-TW"'), *raw)
    mainland = engine(style(body, 'class="in-text" default-locale="zh-CN"'), *raw)
    assert [taiwan.bibliography()[n].key for n in range(3)] == ["i1", "i2", "i0"]
    assert [mainland.bibliography()[n].key for n in range(3)] == ["i2", "i0", "i1"]


def test_a_composite_citation_names_the_author_in_the_sentence():
    csl = style(
        """<citation><layout prefix="（" suffix="）"><group delimiter="，"><names variable="author"/>
        <date variable="issued" form="text" date-parts="year"/></group></layout></citation>""",
        'class="in-text" default-locale="zh-TW"',
    )
    processor = engine(csl, CHINESE)
    text = write_text(processor.cite([Cite(key="i0", composite=True)]).inline)
    assert text == "王小明, 陳大文（2021年）"


def test_names_in_the_sentence_have_words_of_their_own_where_the_style_says_so():
    csl = style(
        """<intext and="text"><layout locale="en"><names variable="author"><name form="short"/></names></layout>
        <layout><names variable="author"><name delimiter="、" delimiter-precedes-last="never"/></names></layout>
        </intext>
        <locale xml:lang="zh"><terms><term name="and">與</term></terms></locale>
        <citation><layout prefix="（" suffix="）"><group delimiter="，">
        <names variable="author"><name delimiter="、"/></names>
        <date variable="issued"><date-part name="year"/></date></group></layout></citation>""",
        'class="in-text" default-locale="zh-TW"',
    )
    processor = engine(csl, CHINESE)
    assert write_text(processor.cite([Cite(key="i0", composite=True)]).inline) == "王小明與陳大文（2021）"
    assert write_text(processor.cite([Cite(key="i0", author_only=True)]).inline) == "王小明與陳大文"
    assert write_text(processor.cite([Cite(key="i0")]).inline) == "（王小明、陳大文，2021）"


def test_a_chinese_list_that_is_cut_has_its_ellipsis_in_place_of_the_delimiter(entry):
    author = [{"family": "王", "given": given} for given in "一二三四五"]
    name = '<name delimiter="、" et-al-min="4" et-al-use-first="2" et-al-use-last="true"/>'
    layout = f'<names variable="author">{name}</names>'
    assert entry(layout, {"language": "zh-TW", "author": author}) == "王一、王二…王五"
