"""MODS of library catalogues, of repositories, and our own."""

from __future__ import annotations

import pytest

from tipcite.errors import ReadError
from tipcite.formats.mods import read_mods, write_mods
from tipcite.model import Date, Item, Name, date

ARTICLE = """<?xml version="1.0" encoding="UTF-8"?>
<mods:modsCollection xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">
<mods:mods version="3.3" ID="hogan">
  <mods:titleInfo><mods:nonSort>The</mods:nonSort><mods:title>vulnerability</mods:title>
    <mods:subTitle>a study</mods:subTitle></mods:titleInfo>
  <mods:titleInfo type="translated" lang="chi"><mods:title>脆弱性</mods:title></mods:titleInfo>
  <mods:name type="personal"><mods:namePart type="family">Hogan</mods:namePart>
    <mods:namePart type="given">Kimberly</mods:namePart><mods:namePart type="given">A.</mods:namePart>
    <mods:role><mods:roleTerm type="code" authority="marcrelator">aut</mods:roleTerm>
      <mods:roleTerm type="text">author</mods:roleTerm></mods:role></mods:name>
  <mods:name type="corporate"><mods:namePart>美國在台協會</mods:namePart></mods:name>
  <mods:typeOfResource>text</mods:typeOfResource>
  <mods:language><mods:languageTerm type="code" authority="iso639-2b">eng</mods:languageTerm></mods:language>
  <mods:abstract>About it.</mods:abstract>
  <mods:subject authority="lcsh"><mods:topic>Human trafficking</mods:topic>
  <mods:geographic>Taiwan</mods:geographic></mods:subject>
  <mods:relatedItem type="host">
    <mods:titleInfo><mods:title>Journal of Human Trafficking</mods:title></mods:titleInfo>
    <mods:titleInfo type="abbreviated"><mods:title>J. Hum. Traffick.</mods:title></mods:titleInfo>
    <mods:originInfo><mods:issuance>continuing</mods:issuance><mods:publisher>Routledge</mods:publisher></mods:originInfo>
    <mods:part><mods:detail type="volume"><mods:number>9</mods:number></mods:detail>
      <mods:detail type="issue"><mods:caption>no. 1</mods:caption><mods:number>1</mods:number></mods:detail>
      <mods:extent unit="pages"><mods:start>63</mods:start><mods:end>78</mods:end></mods:extent>
      <mods:date>2023</mods:date></mods:part>
    <mods:identifier type="issn">2332-2705</mods:identifier>
  </mods:relatedItem>
  <mods:identifier type="doi">https://doi.org/10.1080/x</mods:identifier>
  <mods:identifier type="oclc">123</mods:identifier>
  <mods:location><mods:url dateLastAccessed="2021-11-12">https://example.org/a?b&amp;c</mods:url></mods:location>
  <mods:recordInfo><mods:recordIdentifier>9</mods:recordIdentifier></mods:recordInfo>
</mods:mods>
</mods:modsCollection>
"""
BOOK = """<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>人口販運</title></titleInfo>
<name type="personal" usage="primary"><namePart>王寬弘</namePart><namePart type="date">1960-</namePart>
<role><roleTerm type="text">Editor.</roleTerm></role></name>
<name type="personal"><namePart>Roe, Ann</namePart><role><roleTerm type="code">trl</roleTerm></role></name>
<genre authority="marcgt">book</genre>
<originInfo><place><placeTerm type="code" authority="marccountry">ch</placeTerm></place>
<place><placeTerm type="text">臺北市</placeTerm></place><publisher>五南</publisher><edition>二版</edition>
<dateIssued>民國109年</dateIssued><dateIssued encoding="marc">2020</dateIssued>
<issuance>monographic</issuance></originInfo>
<physicalDescription><extent>xii, 320 p. : ill. ; 23 cm</extent></physicalDescription>
<relatedItem type="series"><titleInfo><title>叢書</title><partNumber>12</partNumber></titleInfo></relatedItem>
<identifier type="isbn">9789861234567</identifier><identifier type="isbn">9861234567</identifier></mods>"""


def test_an_article_in_a_journal():
    reading = read_mods(ARTICLE)
    assert reading.failed == reading.problems == ()
    assert reading.lines == (3,)
    (item,) = reading.items
    assert (item.key, item.type) == ("hogan", "article-journal")
    assert item.names == {"author": (Name(family="Hogan", given="Kimberly A."), Name(literal="美國在台協會"))}
    assert item.fields == {
        "title": "The vulnerability: a study", "container-title": "Journal of Human Trafficking",
        "container-title-short": "J. Hum. Traffick.", "publisher": "Routledge", "volume": "9", "issue": "1",
        "page": "63-78", "ISSN": "2332-2705", "DOI": "10.1080/x", "URL": "https://example.org/a?b&c",
        "language": "en", "abstract": "About it.", "keyword": "Human trafficking--Taiwan",
    }  # fmt: skip
    assert item.dates == {"issued": date(2023), "accessed": date(2021, 11, 12)}
    assert [(one.field, one.language, one.text) for one in item.variants] == [("title", "zh", "脆弱性")]
    assert item.extra == {"custom": {"mods": {"identifier": [{"type": "oclc", "text": "123"}]}}}


def test_a_book_of_a_catalogue():
    (item,) = read_mods(BOOK).items
    assert item.type == "book"
    assert item.names == {
        "editor": (Name(family="王", given="寬弘"),),
        "translator": (Name(family="Roe", given="Ann"),),
    }
    assert item.fields == {
        "title": "人口販運", "publisher": "五南", "publisher-place": "臺北市", "edition": "二版",
        "number-of-pages": "320", "collection-title": "叢書", "collection-number": "12",
        "ISBN": "9789861234567, 9861234567",
    }  # fmt: skip
    assert item.dates == {"issued": date(2020)}
    assert item.extra["custom"]["mods"]["extent"] == ["xii, 320 p. : ill. ; 23 cm"]


def test_ranges_and_doubtful_dates():
    def issued(inner: str) -> Date:
        return (
            read_mods(f"<mods><titleInfo><title>x</title></titleInfo><originInfo>{inner}</originInfo></mods>")
            .items[0]
            .dates["issued"]
        )

    assert issued('<dateIssued point="start">1990</dateIssued><dateIssued point="end">1995</dateIssued>') == Date(
        parts=((1990,), (1995,))
    )
    assert issued('<copyrightDate qualifier="approximate">1650</copyrightDate>') == Date(parts=((1650,),), circa=True)
    assert issued("<dateIssued>[2020]</dateIssued>") == date(2020)
    assert issued("<dateIssued>n.d.</dateIssued>") == Date(literal="n.d.")


@pytest.mark.parametrize(
    ("inner", "csl_type"),
    [
        ('<genre authority="marcgt">thesis</genre>', "thesis"), ("<genre>journalArticle</genre>", "article-journal"),
        ("<genre>Ph.D. thesis</genre>", "thesis"), ("<typeOfResource>cartographic</typeOfResource>", "map"),
        ('<genre>book</genre><relatedItem type="host"/>', "chapter"), ('<relatedItem type="host"/>', "chapter"),
        ('<relatedItem type="host"><genre>newspaper</genre></relatedItem>', "article-newspaper"),
        ("<originInfo><issuance>monographic</issuance></originInfo>", "book"), ("", "document"),
    ],
)  # fmt: skip
def test_types(inner, csl_type):
    assert read_mods(f"<mods><titleInfo><title>x</title></titleInfo>{inner}</mods>").items[0].type == csl_type


def test_a_role_that_csl_lacks_is_kept_as_contributor_and_reported():
    reading = read_mods(
        "<mods>\n<name><namePart>Roe, Ann</namePart><role><roleTerm>binder</roleTerm></role></name></mods>"
    )
    assert reading.items[0].names == {"contributor": (Name(family="Roe", given="Ann"),)}
    assert [one.code for one in reading.problems] == ["unknown-role"]


def test_what_is_written_is_for_all_and_has_no_markup():
    item = Item(
        key="k", type="chapter", fields={"title": "On <i>x</i> & y", "container-title": "A book", "page": "3-9"},
        names={"author": (Name(family="Berg", given="Jan", non_dropping_particle="van den"),)},
    )  # fmt: skip
    text = write_mods([item])
    assert "<title>On x &amp; y</title>" in text
    assert "<start>3</start><end>9</end>" in text
    assert '<namePart type="family">van den Berg</namePart>' in text
    assert read_mods(text).items == (item,)


def test_a_broken_record_is_kept_and_the_others_are_read():
    reading = read_mods(
        "<modsCollection><mods><titleInfo><title>a</title></titleInfo></mods>\n<mods><a></mods></modsCollection>"
    )
    assert [item.title for item in reading.items] == ["a"]
    assert [(one.line, one.column, one.raw) for one in reading.failed] == [(2, 1, "<mods><a></mods>")]


def test_entities_are_refused():
    with pytest.raises(ReadError, match="declares the entity"):
        read_mods('<!DOCTYPE mods [<!ENTITY x SYSTEM "file:///etc/passwd">]><mods><titleInfo>&x;</titleInfo></mods>')
