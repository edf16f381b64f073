"""The order of a list: its parts, how each language compares, and sort keys that overrule the names."""

import sys

import pytest

from tipcite.cli.settings import SETTINGS
from tipcite.errors import InvalidValue
from tipcite.model import Item, Name, item_from_csl, item_to_csl
from tipcite.render import ORDER_WORDS, Order, Part, Renderer
from tipcite.resources import load_locale

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="zh-TW"
 demote-non-dropping-particle="DEMOTION">
<info><title>o</title><id>o</id><updated>2026-01-01T00:00:00Z</updated></info>
<macro name="who"><names variable="author"><name/></names></macro>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><sort><key KEY/></sort><layout><text variable="title"/></layout></bibliography></style>"""


def person(text):
    """`family|given`, or an institution."""
    family, bar, given = text.partition("|")
    particle, _, bare = family.rpartition("~")
    if not bar:
        return Name(literal=text)
    return Name(family=bare, given=given, non_dropping_particle=particle)


def listed(names, order=None, *, language="zh-TW", key='macro="who"', demotion="display-and-sort", **sort_keys):
    """Return the names in the order of the list."""
    items = [
        Item(
            key=str(number),
            type="book",
            fields={"title": name.replace("|", "").replace("~", " "), "language": language},
            names={"author": (person(name),)},
            sort_keys={person(name).full: sort_keys[name]} if name in sort_keys else {},
        )
        for number, name in enumerate(names)
    ]
    style = STYLE.replace("KEY", key).replace("DEMOTION", demotion)
    renderer = Renderer(style, items, order=Order(order) if order else None, load_locale=load_locale)
    return [line for line in renderer.references().splitlines() if line]


CHINESE = ["單|志明", "曾|國藩", "仇|英", "解|縉", "朴|正熙", "尉遲|恭", "長孫|無忌", "查|良鏞", "區|家麟"]


@pytest.mark.parametrize("key", ['macro="who"', 'variable="author"'])
def test_surnames_have_their_own_readings_in_every_order_by_readings(key):
    assert listed(CHINESE, "pinyin", key=key) == [
        "區家麟", "朴正熙", "仇英", "單志明", "解縉", "尉遲恭", "曾國藩", "查良鏞", "長孫無忌",
    ]  # fmt: skip
    assert listed(CHINESE, "mixed", key=key) == listed(CHINESE, "pinyin", key=key)
    assert listed(CHINESE, "注音", key=key) == [
        "朴正熙", "仇英", "解縉", "查良鏞", "長孫無忌", "單志明", "曾國藩", "區家麟", "尉遲恭",
    ]  # fmt: skip


def test_strokes_are_the_usual_order():
    names = ["陳|明", "張|三", "王|二", "美國在台協會", "北京樂平公益基金會"]
    assert listed(names) == ["王二", "北京樂平公益基金會", "美國在台協會", "張三", "陳明"]
    assert listed(names) == listed(names, "strokes")


@pytest.mark.parametrize("key", ['macro="who"', 'variable="author"'])
def test_a_sort_key_overrules_the_reading(key):
    names = ["單|志明", "朴|正熙", "仇|英"]
    assert listed(names, "pinyin", key=key) == ["朴正熙", "仇英", "單志明"]
    assert listed(names, "pinyin", key=key, **{"單|志明": "dan1 zhi4 ming2"}) == ["單志明", "朴正熙", "仇英"]
    assert listed(names, "pinyin", key=key, **{"單|志明": "qí míng"}) == ["朴正熙", "單志明", "仇英"]
    assert listed(names, "注音", key=key, **{"單|志明": "bo"}) == ["單志明", "朴正熙", "仇英"]
    assert listed(names, "mixed", key=key, **{"朴|正熙": "shan zz"}) == ["仇英", "單志明", "朴正熙"]


def test_a_sort_key_in_han_counts_among_strokes():
    names = ["財團法人一心基金會", "丁|一", "林|二"]
    assert listed(names) == ["丁一", "林二", "財團法人一心基金會"]
    assert listed(names, 財團法人一心基金會="一心基金會") == ["財團法人一心基金會", "丁一", "林二"]


@pytest.mark.parametrize("key", ['macro="who"', 'variable="author"'])
def test_a_sort_key_of_a_western_name(key):
    names = ["Zola|É.", "de~Gaulle|Charles", "Hugo|V."]
    assert listed(names, language="fr", key=key, demotion="never") == ["de GaulleCharles", "HugoV.", "ZolaÉ."]
    keyed = {"de~Gaulle|Charles": "Zulle"}
    assert listed(names, language="fr", key=key, demotion="never", **keyed)[-1] == "de GaulleCharles"


def test_a_creator_is_ordered_alike_wherever_it_stands():
    two = Item(key="b", fields={"title": "乙"}, names={"author": (Name(literal="解縉"),)})
    one = Item(key="a", fields={"title": "甲"}, names={"author": (Name(literal="解縉"),)}, sort_keys={"解縉": "a"})
    other = Item(key="c", fields={"title": "丙"}, names={"author": (Name(literal="巴金"),)})
    style = STYLE.replace("KEY", 'macro="who"').replace("DEMOTION", "never")
    titles = Renderer(style, [other, two, one], order=Order("pinyin"), load_locale=load_locale).references().split()
    assert set(titles[:2]) == {"乙", "甲"}


def test_accents_and_strokes_through_letters_stand_beside_the_letter():
    names = ["Zola|É", "Éluard|P", "Eliot|T", "Evans|A", "Øberg|B", "Ozu|Y", "Łukasiewicz|J", "Lukács|G"]
    assert listed(names, language="en") == [
        "EliotT", "ÉluardP", "EvansA", "LukácsG", "ŁukasiewiczJ", "ØbergB", "OzuY", "ZolaÉ",
    ]  # fmt: skip


def test_particles_count_as_the_style_says():
    names = ["van~Dam|A", "Eliot|T", "Walter|B"]
    assert listed(names, language="en", demotion="display-and-sort") == ["van DamA", "EliotT", "WalterB"]
    assert listed(names, language="en", demotion="never") == ["EliotT", "van DamA", "WalterB"]


LANGUAGES = ("en", "ja", "zh-TW", "ru", "ko", "ar", "de")


def parts(order):
    items = [Item(key=language, fields={"title": language, "language": language}) for language in LANGUAGES]
    style = STYLE.replace("KEY", 'variable="title"').replace("DEMOTION", "never")
    renderer = Renderer(style, items, order=Order(order), load_locale=load_locale)
    return [(group.part, {entry.key for entry in group.entries}) for group in renderer.groups()], renderer


def test_parts_come_in_any_order_each_with_its_heading():
    groups, renderer = parts("日文，西文，中文、俄文")
    assert groups == [
        (Part.JAPANESE, {"ja"}),
        (Part.WESTERN, {"en", "de", "ar"}),
        (Part.CHINESE, {"zh-TW", "ko"}),
        (Part.RUSSIAN, {"ru"}),
    ]
    printed = renderer.references(headings=True)
    assert [line for line in printed.splitlines() if line.endswith("部分")] == [
        "日文部分", "西文部分", "中文部分", "俄文部分",
    ]  # fmt: skip


def test_parts_that_are_not_named_come_last_as_usual():
    assert [part for part, _ in parts("korean, other")[0]] == [Part.KOREAN, Part.OTHER, Part.CHINESE, Part.WESTERN]
    assert [part for part, _ in parts("western-first")[0]] == [Part.WESTERN, Part.CHINESE]


@pytest.mark.parametrize("text", ["up", "chinese-first, mixed", "mixed, japanese", "pinyin, strokes", "中文 西文"])
def test_what_is_no_order_is_refused(text):
    with pytest.raises(InvalidValue, match="chinese-first"):
        Order(text)


def test_the_settings_know_the_words_of_an_order():
    assert SETTINGS["format.order"].words == ORDER_WORDS


def test_sort_keys_travel_in_custom():
    item = Item(key="a", names={"author": (Name(literal="樂平"),)}, sort_keys={"樂平": "yue4 ping2"})
    assert item_to_csl(item)["custom"] == {"tipcite": {"sort-keys": {"樂平": "yue4 ping2"}}}
    assert item_from_csl(item_to_csl(item)) == item


def test_pyicu_is_used_where_it_is_there_and_wanted():
    pytest.importorskip("icu")
    names = ["陳|明", "張|三", "許|四", "郭|五", "王|二"]
    assert listed(names, "strokes, icu") == listed(names, "strokes")
    western = ["Zola|É", "Éluard|P", "Eliot|T", "Øberg|B", "Ozu|Y", "Łukasiewicz|J", "Lukács|G"]
    assert listed(western, "icu", language="en") == listed(western, language="en")
    assert listed(CHINESE, "pinyin, icu") == listed(CHINESE, "pinyin")


def test_without_pyicu_the_own_order_is_used(monkeypatch):
    monkeypatch.setitem(sys.modules, "icu", None)
    assert listed(["陳|明", "王|二"], "icu") == ["王二", "陳明"]
