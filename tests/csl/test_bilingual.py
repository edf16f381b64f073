"""Layouts chosen by an item's language, with its terms, quotes and months: what CSL-M adds."""

from __future__ import annotations

import pytest

from tipcite.csl import Cite, Processor, write_text
from tipcite.model import item_from_csl
from tipcite.render.variants import with_variants

from .conftest import engine, load_locale, style

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


IN_ENGLISH = style(
    """<macro name="entry"><group delimiter=". " suffix=".">
      <names variable="author"><name name-as-sort-order="all" and="symbol" initialize="false"/></names>
      <text variable="title"/><text variable="genre"/>
      <group delimiter=", "><text variable="container-title" font-style="italic"/><text variable="page"/></group>
    </group></macro>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout><text variable="title"/>
    <text macro="entry" variants="parallel [romanised]" locale="en" prefix="【" suffix="】"/>
    <text variable="parallel-container-title" prefix="/"/></layout></bibliography>""",
    'class="in-text" default-locale="zh-TW"',
)
CHINESE_ARTICLE = {
    "id": "wang",
    "type": "article-journal",
    "language": "zh-TW",
    "title": "罕見疾病",
    "author": [{"family": "王", "given": "作仁"}],
    "genre": "論文",
    "page": "1-9",
    "container-title": "衛生",
}
ENGLISH_TITLE = {"title": "Rare diseases", "author": [{"family": "Wang", "given": "Tso-Jen"}]}
ROMANISED_JOURNAL = {"container-title": "Weisheng"}


def in_english(*variants: dict, **tables: dict) -> str:
    """Print the article; `tables` are its fields by language (`en`, `zh_Latn`), `variants` single ones."""
    custom = {name.replace("_", "-"): table for name, table in tables.items()}
    raw = {**CHINESE_ARTICLE, "custom": {"tipcite": {**custom, "variants": list(variants)}}}
    item = with_variants(item_from_csl(raw))
    return write_text(Processor(IN_ENGLISH, [item], load_locale=load_locale).bibliography()[0].inline)


def test_a_macro_may_be_called_on_an_item_s_variants_in_their_language():
    printed = in_english(en=ENGLISH_TITLE, zh_Latn=ROMANISED_JOURNAL)
    assert printed == "罕見疾病【Wang, Tso-Jen. Rare diseases. [Weisheng], 1–9.】"


def test_of_several_kinds_the_first_is_taken():
    printed = in_english(
        en={**ENGLISH_TITLE, "container-title": "Health"}, zh_Latn={**ROMANISED_JOURNAL, "title": "Hanjian jibing"}
    )
    assert printed == "罕見疾病【Wang, Tso-Jen. Rare diseases. Health, 1–9.】/Health"


def test_names_in_a_form_that_is_not_their_own_stand_in_brackets():
    people = [{"family": "Wang", "given": "Zuoren"}, {"literal": "Weishengbu"}]
    printed = in_english(zh_Latn={**ROMANISED_JOURNAL, "title": "Hanjian", "author": people})
    assert printed == "罕見疾病【[Wang, Zuoren] & [Weishengbu]. [Hanjian]. [Weisheng], 1–9.】"


def test_without_a_title_in_other_words_nothing_is_printed():
    assert in_english(en={"author": ENGLISH_TITLE["author"]}) == "罕見疾病"


def test_what_is_in_han_takes_any_latin_form_that_it_has():
    hygiene = {"field": "container-title", "kind": "translated", "language": "en", "text": "Hygiene"}
    printed = in_english(hygiene, en=ENGLISH_TITLE)
    assert printed == "罕見疾病【Wang, Tso-Jen. Rare diseases. Hygiene, 1–9.】"


def test_an_item_s_own_language_is_a_condition(entries):
    layout = """<choose><if language="zh ja" match="any"><text value="Han"/></if>
      <else-if language="en-GB"><text value="British"/></else-if><else><text value="other"/></else></choose>
      <text variable="title" prefix=" "/>"""
    csl = style(f"<citation><layout>{layout}</layout></citation><bibliography><layout>{layout}</layout></bibliography>")
    items = [{"title": "t", "language": language} for language in ("zh-TW", "ja", "en-GB", "en", "zha")]
    assert [text.split()[0] for text in entries(csl, *items)] == ["Han", "Han", "British", "other", "other"]


def test_whether_names_are_latin_is_a_condition(entries):
    layout = """<choose><if is-latin="author"><text value="Latin"/></if><else><text value="not"/></else></choose>
      <text variable="title" prefix=" "/>"""
    csl = style(f"<citation><layout>{layout}</layout></citation><bibliography><layout>{layout}</layout></bibliography>")
    people = [
        [{"family": "Payne", "given": "S."}],
        [{"family": "Payne", "given": "S."}, {"family": "王", "given": "作仁"}],
        [{"literal": "World Bank"}],
        [],
    ]
    items = [{"title": "照護", "language": "zh-TW", "author": author} for author in people]
    assert [text.split()[0] for text in entries(csl, *items)] == ["Latin", "not", "Latin", "not"]


def test_what_a_variant_stands_for_is_at_hand_as_its_own_form():
    csl = style(
        """<macro name="entry"><group delimiter=" "><text variable="title"/><text variable="own-title"/>
          <names variable="author"/><names variable="own-author"/></group></macro>
        <citation><layout><text variable="title"/></layout></citation>
        <bibliography><layout><text variable="own-title"/><text macro="entry" variants="parallel" locale="en"/>
        </layout></bibliography>"""
    )
    item = with_variants(item_from_csl({**CHINESE_ARTICLE, "custom": {"tipcite": {"en": ENGLISH_TITLE}}}))
    printed = write_text(Processor(csl, [item], load_locale=load_locale).bibliography()[0].inline)
    assert printed == "Rare diseases 罕見疾病 Tso-Jen Wang 王作仁"
