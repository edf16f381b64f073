"""EndNote's XML: styled text, names, types, and what must not be expanded."""

from __future__ import annotations

import pytest

from tipcite.errors import ReadError
from tipcite.formats.endnote_xml import read_endnote_xml, write_endnote_xml
from tipcite.model import Item, Name, Variant, VariantKind, date

STYLE = '<style face="normal" font="default" size="100%">'
RECORD = f"""<record><database name="My.enl" path="C:\\My.enl">My.enl</database>
<source-app name="EndNote" version="20.4">EndNote</source-app><rec-number>7</rec-number>
<foreign-keys><key app="EN" db-id="x" timestamp="1">7</key></foreign-keys>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>{STYLE}Hogan, Kimberly A.</style></author>
<author>{STYLE}Arizona State University,</style></author></authors></contributors>
<auth-address>{STYLE}Tempe</style></auth-address>
<titles><title>{STYLE}The genome of </style><style face="italic" font="default" size="100%">E. coli</style>{STYLE}\
 &amp; CO</style><style face="subscript" font="default" size="100%">2</style></title>
<secondary-title>{STYLE}Journal of X</style></secondary-title>
<translated-title>{STYLE}大腸桿菌</style></translated-title></titles>
<periodical><full-title>{STYLE}Journal of X</style></full-title><abbr-1>{STYLE}J. X</style></abbr-1></periodical>
<pages>{STYLE}63-78</style></pages><volume>{STYLE}9</style></volume><number>{STYLE}1</style></number>
<keywords><keyword>{STYLE}alpha</style></keyword><keyword>{STYLE}beta</style></keyword></keywords>
<dates><year>{STYLE}2023</style></year><pub-dates><date>{STYLE}Jan 2</style></date></pub-dates></dates>
<isbn>{STYLE}2332-2705 (Print)&#xD;2332-2713</style></isbn>
<accession-num>{STYLE}33343120</style></accession-num>
<notes>{STYLE}first line&#xD;second line</style></notes>
<urls><related-urls><url>{STYLE}https://example.org/a?b=1&amp;c=2</style></url></related-urls></urls>
<custom2>{STYLE}PMC1234567</style></custom2>
<electronic-resource-num>{STYLE}10.1080/x</style></electronic-resource-num>
<language>{STYLE}English</style></language></record>"""


def wrapped(*records: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" ?><xml><records>{"".join(records)}</records></xml>'


def test_an_article():
    reading = read_endnote_xml(wrapped(RECORD))
    assert reading.failed == reading.problems == ()
    (item,) = reading.items
    assert item.type == "article-journal"
    assert item.names == {
        "author": (Name(family="Hogan", given="Kimberly A."), Name(literal="Arizona State University"))
    }
    assert item.fields == {
        "title": "The genome of <i>E. coli</i> & CO<sub>2</sub>", "container-title": "Journal of X",
        "container-title-short": "J. X", "page": "63-78", "volume": "9", "issue": "1", "keyword": "alpha, beta",
        "ISSN": "2332-2705, 2332-2713", "note": "first line\nsecond line", "URL": "https://example.org/a?b=1&c=2",
        "PMCID": "PMC1234567", "DOI": "10.1080/x", "language": "en",
    }  # fmt: skip
    assert item.dates == {"issued": date(2023, 1, 2)}
    assert item.variants == (Variant(field="title", kind=VariantKind.TRANSLATED, language="zh-Hant", text="大腸桿菌"),)
    assert item.extra == {"custom": {"endnote-xml": {"auth-address": ["Tempe"], "accession-num": ["33343120"]}}}


def test_styled_text_is_written_as_endnote_does():
    item = Item(key="k", type="book", fields={"title": "On <i>E. coli</i> & <b>x</b>"})
    text = write_endnote_xml([item])
    assert '<style face="italic" font="default" size="100%">E. coli</style>' in text
    assert '<ref-type name="Book">6</ref-type>' in text
    assert "tipcite:" not in text
    assert read_endnote_xml(text).items == (item,)


def test_types_are_known_by_name_or_by_number():
    def kind(element: str) -> str:
        return read_endnote_xml(wrapped(f"<record>{element}<titles><title>x</title></titles></record>")).items[0].type

    assert kind('<ref-type name="Thesis">32</ref-type>') == "thesis"
    assert kind("<ref-type>5</ref-type>") == "chapter"
    assert kind('<ref-type name="Unused 1">99</ref-type>') == "document"


def test_text_without_styles_is_read_too():
    (item,) = read_endnote_xml(
        "<records><record><ref-type name='Book'>6</ref-type><contributors><authors><author>張三</author></authors>"
        "</contributors><titles><title> 書 名 </title></titles></record></records>"
    ).items
    assert (item.title, item.names["author"]) == ("書 名", (Name(family="張", given="三"),))


def test_a_broken_record_is_kept_and_the_others_are_read():
    good = "<record><ref-type>6</ref-type><titles><title>{}</title></titles></record>"
    text = wrapped(
        good.format("one"), "\n<record><titles><title>two</titles></record>\n", "lost text ", good.format("three")
    )
    reading = read_endnote_xml(text)
    assert [item.title for item in reading.items] == ["one", "three"]
    first, second = reading.failed
    assert (first.line, first.column, first.code) == (2, 1, "not-well-formed")
    assert first.raw == "<record><titles><title>two</titles></record>"
    assert "line 2, column 29" in first.reason
    assert (second.raw, second.code) == ("lost text", "stray-text")


def test_a_file_that_was_cut_keeps_what_is_whole():
    good = "<record><ref-type>6</ref-type><titles><title>{}</title></titles></record>\n"
    reading = read_endnote_xml(wrapped(good.format("one"), good.format("two"))[:-60])
    assert [item.title for item in reading.items] == ["one"]
    assert len(reading.failed) == 1


def test_control_characters_are_replaced_and_reported():
    reading = read_endnote_xml(wrapped("<record><ref-type>6</ref-type><titles><title>a\x0bb</title></titles></record>"))
    assert reading.items[0].title == "a\ufffdb"
    assert [one.code for one in reading.problems] == ["control-character", "not-well-formed"] or [
        one.code for one in reading.problems
    ] == ["not-well-formed", "control-character"]


BOMB = "".join(
    f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" if n else "ha"}{("&l" + str(n - 1) + ";") * 9 if n else ""}">'
    for n in range(30)
)


@pytest.mark.parametrize(
    "declaration",
    [
        BOMB,
        '<!ENTITY l29 SYSTEM "file:///etc/passwd">',
        '<!ENTITY % l29 SYSTEM "http://127.0.0.1:9/evil.dtd"> %l29;',
    ],
)
def test_entities_are_refused_and_nothing_is_fetched(declaration):
    text = (
        f"<?xml version='1.0'?>\n<!DOCTYPE xml [{declaration}]>\n<xml><records><record>&l29;</record></records></xml>"
    )
    with pytest.raises(ReadError, match=r"line 2, column \d+: the XML declares the entity") as caught:
        read_endnote_xml(text)
    assert "\n" not in str(caught.value)


def test_an_external_definition_is_never_opened(tmp_path):
    secret = tmp_path / "secret.dtd"
    secret.write_text("<!ENTITY x 'secret'>")
    text = (
        f'<!DOCTYPE xml SYSTEM "{secret.as_uri()}">'
        + wrapped("<record><titles><title>a</title></titles></record>").partition("?>")[2]
    )
    assert read_endnote_xml(text).items[0].title == "a"


def test_nesting_without_end_is_refused():
    with pytest.raises(ReadError, match="nested"):
        read_endnote_xml("<record>" * 100_000)


def test_what_is_no_xml_is_refused():
    with pytest.raises(ReadError, match="line 1, column 1"):
        read_endnote_xml("hello")


def test_the_work_grows_with_the_records(grows_evenly):
    item = read_endnote_xml(wrapped("<record><ref-type>6</ref-type><titles><title>x</title></titles></record>")).items[
        0
    ]
    record = write_endnote_xml([item]).split("<records>\n")[1].split("</records>")[0]

    for end in ("", "<"):
        assert grows_evenly(read_endnote_xml, lambda count, end=end: wrapped(record * count, end))
