"""Variants as a style names them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.model import Item, Name, Variant, VariantKind
from tipcite.render import VARIANT_NAME_VARIABLES, Renderer, with_variants
from tipcite.resources import load_locale

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
