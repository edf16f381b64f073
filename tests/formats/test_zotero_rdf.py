"""Zotero RDF."""

from __future__ import annotations

import pytest

from tipcite.errors import ReadError
from tipcite.formats import detect_format
from tipcite.formats.zotero_rdf import read_zotero_rdf
from tipcite.model import Name, date

FILE = """<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"
 xmlns:vcard="http://nwalsh.com/rdf/vCard#">
  <bib:Article rdf:about="https://example.org/hogan">
    <z:itemType>journalArticle</z:itemType>
    <dcterms:isPartOf rdf:resource="urn:issn:2332-2705"/>
    <bib:authors><rdf:Seq>
      <rdf:li><foaf:Person><foaf:surname>Hogan</foaf:surname><foaf:givenName>Kimberly A.</foaf:givenName></foaf:Person></rdf:li>
      <rdf:li><foaf:Person><foaf:surname>美國在台協會</foaf:surname></foaf:Person></rdf:li>
    </rdf:Seq></bib:authors>
    <dcterms:isReferencedBy rdf:resource="#item_5"/>
    <link:link rdf:resource="#item_2"/>
    <dc:subject>alpha</dc:subject>
    <dc:subject><z:AutomaticTag><rdf:value>beta</rdf:value></z:AutomaticTag></dc:subject>
    <dc:title>Vulnerability</dc:title>
    <dc:date>2023-01-02</dc:date>
    <z:language>en</z:language>
    <dc:identifier><dcterms:URI><rdf:value>https://example.org/hogan</rdf:value></dcterms:URI></dc:identifier>
    <dcterms:dateSubmitted>2021-11-12 03:04:05</dcterms:dateSubmitted>
    <bib:pages>63-78</bib:pages>
    <dc:identifier>DOI 10.1080/x</dc:identifier>
    <z:callNumberish>kept</z:callNumberish>
  </bib:Article>
  <bib:Journal rdf:about="urn:issn:2332-2705">
    <prism:volume>9</prism:volume><dc:title>Journal of X</dc:title><prism:number>1</prism:number>
    <dcterms:alternative>J. X</dcterms:alternative><dc:identifier>ISSN 2332-2705</dc:identifier>
  </bib:Journal>
  <bib:Memo rdf:about="#item_5"><rdf:value>&lt;p&gt;read &lt;b&gt;§3&lt;/b&gt;&lt;/p&gt;&lt;p&gt;again&lt;/p&gt;</rdf:value></bib:Memo>
  <z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>
  <bib:BookSection rdf:about="#item_7">
    <z:itemType>bookSection</z:itemType>
    <dcterms:isPartOf><bib:Book><dcterms:isPartOf><bib:Series><dc:title>叢書</dc:title><dc:identifier>12</dc:identifier>
      </bib:Series></dcterms:isPartOf><dc:title>一本書</dc:title><dc:identifier>ISBN 978-986-123-456-7</dc:identifier>
    </bib:Book></dcterms:isPartOf>
    <dc:publisher><foaf:Organization><vcard:adr><vcard:Address><vcard:locality>臺北</vcard:locality></vcard:Address></vcard:adr>
      <foaf:name>五南</foaf:name></foaf:Organization></dc:publisher>
    <bib:editors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>王</foaf:surname><foaf:givenName>寬弘</foaf:givenName>
      </foaf:Person></rdf:li></rdf:Seq></bib:editors>
    <dc:title>一章</dc:title><dc:date>2013</dc:date>
  </bib:BookSection>
  <z:Collection rdf:about="#collection_1"><dc:title>Mine</dc:title></z:Collection>
</rdf:RDF>
"""  # noqa: E501


def test_an_article_and_a_chapter():
    assert detect_format(FILE, filename="x.rdf") == "zotero-rdf"
    reading = read_zotero_rdf(FILE)
    assert reading.failed == reading.problems == ()
    assert len(reading.items) == 2
    article, chapter = reading.items
    assert article.names == {"author": (Name(family="Hogan", given="Kimberly A."), Name(literal="美國在台協會"))}
    assert article.fields == {
        "title": "Vulnerability", "container-title": "Journal of X", "container-title-short": "J. X", "volume": "9",
        "issue": "1", "page": "63-78", "ISSN": "2332-2705", "DOI": "10.1080/x", "URL": "https://example.org/hogan",
        "language": "en", "keyword": "alpha, beta",
    }  # fmt: skip
    assert article.dates == {"issued": date(2023, 1, 2), "accessed": date(2021, 11, 12)}
    assert article.notes == ("read §3\nagain",)
    assert article.extra == {"custom": {"zotero-rdf": {"callNumberish": ["kept"]}}}
    assert chapter.type == "chapter"
    assert chapter.names == {"editor": (Name(family="王", given="寬弘"),)}
    assert chapter.fields == {
        "title": "一章", "container-title": "一本書", "collection-title": "叢書", "collection-number": "12",
        "publisher": "五南", "publisher-place": "臺北", "ISBN": "978-986-123-456-7",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FILE[:450], "no well-formed XML"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><rdf:RDF>&a;</rdf:RDF>', "entity"),
        ("<a/>", "not <rdf:RDF>"),
        ("<rdf:RDF/>", "no work"),
    ],
)
def test_what_is_none_is_refused_in_one_line(text, said):
    with pytest.raises(ReadError, match=said) as caught:
        read_zotero_rdf(text)
    assert "\n" not in str(caught.value)


def test_a_broken_work_leaves_the_others_whole():
    broken = FILE.replace("<dc:title>Vulnerability</dc:title>", "<dc:title>Vulner & <b</dc:title>")
    reading = read_zotero_rdf(broken)
    assert [item.title for item in reading.items] == ["一章"]
    (failed,) = reading.failed
    assert failed.line == 7
    assert "line 18" in failed.reason
    assert failed.raw.startswith("<bib:Article")
    assert failed.raw.endswith("</bib:Article>")


def test_a_file_that_is_cut_off_keeps_what_is_whole():
    reading = read_zotero_rdf(FILE[: FILE.index("<dc:title>一章")])
    (item,) = reading.items
    assert item.title == "Vulnerability"
    assert item.fields["container-title"] == "Journal of X"
    assert item.notes == ("read §3\nagain",)
    assert [one.line for one in reading.failed] == [33]
