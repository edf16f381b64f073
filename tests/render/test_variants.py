"""Variants as a style names them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.csl import Cite, with_options
from tipcite.model import Item, Name, Variant, VariantKind, item_from_csl
from tipcite.render import VARIANT_NAME_VARIABLES, Order, Renderer, with_variants
from tipcite.resources import load_locale, load_style

ROMANISED = Variant(field="title", kind=VariantKind.ROMANISED, language="zh-Latn-pinyin", text="Ren kou fan yun")
TRANSLATED = Variant(field="title", kind=VariantKind.TRANSLATED, language="en", text="Human trafficking")
BOOK = Item(
    key="a",
    type="book",
    fields={"title": "人口販運", "publisher": "元照", "language": "zh-TW"},
    names={"author": (Name(family="王", given="寬弘"),)},
)
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>v</title><id>v</id><updated>2026-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><group delimiter=" "><choose><if variable="romanised-title">
<text variable="romanised-title"/></if>
<else><text variable="title"/></else></choose><text variable="translated-title" prefix="[" suffix="]"/>
<text variable="parallel-container-title"/></group></layout></bibliography></style>"""


def book(*variants: Variant) -> Item:
    return Item(key="a", type="book", fields=BOOK.fields, names=BOOK.names, variants=variants)


def test_a_variant_is_a_variable_of_its_kind_and_field():
    romanised = (Name(family="Wang", given="Kuan-hung"),)
    publisher = Variant(field="publisher", kind=VariantKind.ROMANISED, language="zh-Latn", text="Yuan chao")
    author = Variant(field="author", kind=VariantKind.ROMANISED, language="zh-Latn", names=romanised)
    item = with_variants(book(ROMANISED, TRANSLATED, publisher, author))
    assert item.fields == {
        **BOOK.fields,
        "romanised-title": "Ren kou fan yun",
        "translated-title": "Human trafficking",
        "romanised-publisher": "Yuan chao",
    }
    assert item.names == {**BOOK.names, "romanised-author": romanised}
    assert "romanised-author" in VARIANT_NAME_VARIABLES


def test_only_originals_have_csl_s_original_variables():
    original = Variant(field="title", kind=VariantKind.ORIGINAL, language="en", text="On Law")
    parallel = Variant(field="title", kind=VariantKind.PARALLEL, language="en", text="Law")
    assert with_variants(book(original)).fields["original-title"] == "On Law"
    assert "original-title" not in with_variants(book(parallel)).fields


def test_what_is_not_confirmed_is_not_given():
    guess = Variant(
        field="title", kind=VariantKind.ROMANISED, language="zh-Latn", text="Jen", confirmed=False, source="wade-giles"
    )
    assert with_variants(book(guess)).fields == BOOK.fields
    assert with_variants(book(guess, ROMANISED)).fields["romanised-title"] == ROMANISED.text


def test_what_the_item_says_itself_is_kept():
    original = Variant(field="title", kind=VariantKind.ORIGINAL, language="en", text="On Law")
    item = Item(key="a", fields={"original-title": "Of Law"}, variants=(original,))
    assert with_variants(item).fields["original-title"] == "Of Law"


def test_english_is_taken_before_other_languages_and_else_the_first():
    german = Variant(field="title", kind=VariantKind.TRANSLATED, language="de", text="Menschenhandel")
    french = Variant(field="title", kind=VariantKind.TRANSLATED, language="fr", text="La traite")
    assert with_variants(book(german, TRANSLATED)).fields["translated-title"] == TRANSLATED.text
    assert with_variants(book(german, french)).fields["translated-title"] == german.text


@pytest.mark.parametrize(
    ("variants", "printed"),
    [
        ((), "人口販運\n"),
        ((TRANSLATED,), "人口販運 [Human trafficking]\n"),
        ((TRANSLATED, ROMANISED), "Ren kou fan yun [Human trafficking]\n"),
    ],
)
def test_a_style_prints_variants(variants, printed):
    assert Renderer(STYLE, [book(*variants)], load_locale=load_locale).references() == printed


VARIANTS = st.builds(
    Variant,
    field=st.sampled_from(["title", "publisher", "author"]),
    kind=st.sampled_from(VariantKind),
    language=st.sampled_from(["en", "de", "zh-Latn"]),
    text=st.text(max_size=3),
    names=st.lists(st.builds(Name, literal=st.text(max_size=3)), max_size=2).map(tuple),
    confirmed=st.booleans(),
)


@given(st.lists(VARIANTS, max_size=5))
def test_nothing_of_an_item_is_lost_and_only_confirmed_forms_are_given(variants):
    told = with_variants(book(*variants))
    assert (told.key, told.type, told.variants, told.dates) == ("a", "book", tuple(variants), {})
    assert BOOK.fields.items() <= told.fields.items()
    assert BOOK.names.items() <= told.names.items()
    given_texts = set(told.fields.values()) - set(BOOK.fields.values())
    assert given_texts <= {variant.text for variant in variants if variant.confirmed}


def apa(**options: str) -> bytes:
    return with_options(load_style("apa-zh-tw"), {name.replace("_", "-"): value for name, value in options.items()})


def source(key: str, title: str, *, author: dict | None = None, custom: dict | None = None) -> Item:
    raw = {"id": key, "type": "book", "title": title, "language": "en" if title.isascii() else "zh-TW"}
    return item_from_csl({**raw, "author": [author] if author else [], "custom": {"tipcite": custom or {}}})


def test_an_article_in_english_lists_chinese_works_romanised_in_one_alphabet():
    romanised = {"title": "Renkou fanyun", "author": [{"family": "Hsieh", "given": "Li-Kung"}]}
    variants = {"zh-Latn": romanised, "en": {"title": "Human trafficking"}}
    items = [
        source("z", "Zebra", author={"family": "Zorn", "given": "A."}),
        source("a", "Ape", author={"family": "Abel", "given": "B."}),
        source("x", "人口販運", author={"family": "謝", "given": "立功"}, custom=variants),
    ]
    renderer = Renderer(apa(chinese_works="romanised"), items, order=Order.MIXED, load_locale=load_locale)
    assert renderer.references().splitlines() == [
        "Abel, B. (n.d.). Ape.",
        "Hsieh, L.-K. (n.d.). Renkou fanyun [Human trafficking].",
        "Zorn, A. (n.d.). Zebra.",
    ]
    assert renderer.cite([Cite(key="x"), Cite(key="a")]) == "(Abel, n.d.; Hsieh, n.d.)"


@pytest.mark.parametrize("options", [{"chinese_works": "romanised"}, {"english": "[entry]"}, {"english": "【entry】"}])
def test_a_romanisation_that_is_not_confirmed_is_never_printed(options):
    machine = {"field": "title", "kind": "romanised", "language": "zh-Latn", "text": "Renkou", "confirmed": False}
    renderer = Renderer(apa(**options), [source("x", "人口", custom={"variants": [machine]})], load_locale=load_locale)
    assert renderer.references() == "人口（無日期）。\n"
    assert renderer.cite([Cite(key="x")]).strip("（）()") == "人口，無日期"
