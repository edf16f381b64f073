"""What records are known to have wrong is put right, and what they say in two languages is kept as both."""

import pytest

from tipcite.errors import FetchError
from tipcite.fetch.datacite_record import item_from_attributes
from tipcite.fetch.parts import date_of, isbn_of, pages_of
from tipcite.fetch.people import read_creators
from tipcite.fetch.richtext import abstract_text, plain_text, rich_text
from tipcite.fetch.titles import is_capitals, parted, sentence_case, title_case
from tipcite.fetch.work import edition_of, item_from_work, relations
from tipcite.model import Date, Doi, Name, VariantKind

DOI = Doi("10.5555/x")
SQUARE = "<mml:math xmlns:mml='x'><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>"


def work(source="crossref", **parts):
    record = {name.replace("_", "-"): part for name, part in parts.items()}
    return item_from_work({"title": ["A title"], **record}, DOI, source=source, name="Crossref")


def data(**parts):
    return item_from_attributes({"doi": "10.5555/X", "titles": [{"title": "A title"}], **parts}, DOI, name="DataCite")


def people(*members, is_chinese=True):
    return read_creators(members, is_chinese=is_chinese).names


@pytest.mark.parametrize(
    ("raw", "rich"),
    [
        ("On <i>Salmo</i> in H<sub>2</sub>O", "On <i>Salmo</i> in H<sub>2</sub>O"),
        ("<jats:italic>Salmo</jats:italic> &amp;amp; trout", "<i>Salmo</i> & trout"),
        ("&lt;i&gt;Salmo&lt;/i&gt;", "<i>Salmo</i>"),
        ("&amp;lt;i&amp;gt;Salmo&amp;lt;/i&amp;gt;", "<i>Salmo</i>"),
        ("A\n   wrapped\ttitle", "A wrapped title"),
        ("<![CDATA[A & B]]>", "A & B"),
        (
            "At <mml:math>\n <mml:msub>\n <mml:mi>T</mml:mi>\n <mml:mi>c</mml:mi></mml:msub></mml:math>.",
            "At T<sub>c</sub>.",
        ),
        (
            f"<jats:alternatives><jats:tex-math>$$x^2$$</jats:tex-math>{SQUARE}</jats:alternatives> roots",
            "x<sup>2</sup> roots",
        ),
        ("<math><broken></math> x", "x"),
    ],
)
def test_markup_in_titles(raw, rich):
    assert rich_text(raw) == rich


def test_markup_is_dropped_from_what_is_plain():
    assert plain_text("Wiley &amp; <b>Sons</b>") == "Wiley & Sons"


def test_an_abstract_keeps_its_paragraphs_and_loses_its_heading():
    raw = "<jats:title>Abstract</jats:title><jats:p>The <jats:italic>first</jats:italic>.</jats:p><jats:p>Two.</jats:p>"
    assert abstract_text(raw) == "The first.\nTwo."
    assert abstract_text("Abstract: Rivers.") == "Rivers."
    assert abstract_text("Abstraction is hard.") == "Abstraction is hard."


@pytest.mark.parametrize(
    ("title", "set_"),
    [
        ("THE GROWTH OF RIVER TOWNS", "The growth of river towns"),
        ("COVID-19 AND THE RIVERS OF TAIWAN: A STUDY", "COVID-19 and the rivers of Taiwan: A study"),
        ("WHO PAYS? HIV IN <i>SALMO TRUTTA</i>", "Who pays? HIV in <i>salmo trutta</i>"),
        ("RIVERS, PART II", "Rivers, part II"),
    ],
)
def test_titles_in_capitals_are_set_in_small_letters(title, set_):
    assert sentence_case(title) == set_


@pytest.mark.parametrize(
    "title", ["PLOS ONE", "JAMA", "The GROWTH of River TOWNS", "臺灣河流", "BERT", "DNA IN THE SEA"]
)
def test_names_and_mixed_titles_are_not_capitals(title):
    assert not is_capitals(title)


def test_capitals_are_marked_and_journals_get_theirs():
    item = work(title=["THE GROWTH OF RIVER TOWNS"], container_title=["JOURNAL OF RIVERS AND TOWNS"])
    assert (item.title, item.fields["container-title"]) == ("The growth of river towns", "Journal of Rivers and Towns")
    assert item.provenance["recased"] == ["title", "container-title"]
    assert title_case("THE RIVERS OF TAIWAN") == "The Rivers of Taiwan"


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [[2020]]}, Date(parts=((2020,),))),
        ({"date-parts": [[2020, 0, 0]]}, Date(parts=((2020,),))),
        ({"date-parts": [["2020", "3"]]}, Date(parts=((2020, 3),))),
        ({"date-parts": [[2021, 2, 31]]}, Date(parts=((2021, 2),))),
        ({"date-parts": [[2020, 21]]}, Date(parts=((2020, 21),))),
        ({"date-parts": [[2020]], "season": "2"}, Date(parts=((2020,),), season="2")),
        ({"date-parts": [[2020, 1], [2020, 3]]}, Date(parts=((2020, 1), (2020, 3)))),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": [[]]}, None),
        ({"raw": "2020-05-01"}, Date(parts=((2020, 5, 1),))),
        ("2020-05-01T10:00:00Z", Date(parts=((2020, 5, 1),))),
        ("2020-13-45", Date(parts=((2020,),))),
        (2018, Date(parts=((2018,),))),
        (None, None),
        ({"date-parts": "no"}, None),
    ],
)
def test_dates_in_parts(value, date):
    assert date_of(value) == date


@pytest.mark.parametrize(
    ("raw", "pages"),
    [("63–78", "63-78"), ("n/a-n/a", ""), ("5-5", "5"), ("e12", "e12"), ("063 - 078", "063-078"), ("N/A", "")],
)
def test_pages(raw, pages):
    assert pages_of(raw) == pages


def test_article_numbers_beside_pages():
    item = work(article_number="e12", page="e12")
    assert item.fields["number"] == "e12"
    assert "page" not in item.fields
    assert work(article_number="7", page="1-20").fields["page"] == "1-20"


@pytest.mark.parametrize(
    ("raw", "edition"),
    [
        ("2nd ed.", "2"),
        ("Second edition", "2"),
        ("3", "3"),
        ("4th", "4"),
        ("第2版", "2"),
        ("第二版", "2"),
        ("修訂二版", "修訂二版"),
        ("Rev. ed.", "Rev. ed"),
    ],
)
def test_editions(raw, edition):
    assert edition_of(raw) == edition


def test_of_several_isbns_the_first_valid_one_is_taken():
    assert isbn_of(["http://id.crossref.org/isbn/9780306406158", "0-306-40615-2"]) == "9780306406157"
    assert work(type="book", ISBN=["http://id.crossref.org/isbn/9780306406157"]).fields["ISBN"] == "9780306406157"


def test_the_printed_serials_number_is_preferred():
    item = work(ISSN=["1234-5679", "2222-3337"], issn_type=[{"type": "print", "value": "2222-3337"}])
    assert item.fields["ISSN"] == "2222-3337"


def test_a_body_an_orcid_and_a_translator():
    item = work(
        author=[
            {"given": "Anna", "family": "Brook", "ORCID": "http://orcid.org/0000-0002-1825-0097", "affiliation": []},
            {"name": "World River Institute", "sequence": "additional"},
        ],
        translator=[{"given": "Paul", "family": "Weir"}],
    )
    assert item.names["author"] == (
        Name(family="Brook", given="Anna", extra={"ORCID": "0000-0002-1825-0097"}),
        Name(literal="World River Institute"),
    )
    assert item.names["translator"] == (Name(family="Weir", given="Paul"),)


WANG = Name(family="王", given="寬弘")


@pytest.mark.parametrize(
    ("member", "names"),
    [
        ({"family": "王寬弘"}, (WANG,)),
        ({"literal": "王寬弘"}, (WANG,)),
        ({"name": "王 寬弘"}, (WANG,)),
        ({"given": "王寬弘"}, (WANG,)),
        ({"family": "寬弘", "given": "王"}, (WANG,)),
        ({"family": "王", "given": "王寬弘"}, (WANG,)),
        ({"family": "王寬弘", "given": "寬弘"}, (WANG,)),
        ({"family": "王寬弘", "given": "王寬弘"}, (WANG,)),
        ({"family": "王", "given": "寬 弘"}, (WANG,)),
        ({"family": "歐陽", "given": "明"}, (Name(family="歐陽", given="明"),)),
        ({"family": "王", "given": "文"}, (Name(family="王", given="文"),)),
        ({"literal": "王寬弘、柯雨瑞"}, (WANG, Name(family="柯", given="雨瑞"))),
        ({"family": "內政部移民署"}, (Name(literal="內政部移民署"),)),
        ({"literal": "Wang, Kuan-Hong; Li, X"}, (Name(family="Wang", given="Kuan-Hong"), Name(family="Li", given="X"))),
        ({"family": "Wang, Kuan-Hong"}, (Name(family="Wang", given="Kuan-Hong"),)),
        ({"name": "Anna Brook and Paul Weir"}, (Name(given="Anna", family="Brook"), Name(given="Paul", family="Weir"))),
        ({"name": "Ministry of Trade and Industry"}, (Name(literal="Ministry of Trade and Industry"),)),
        ({"name": "River Study Group"}, (Name(literal="River Study Group"),)),
        ({"family": "World Health Organization"}, (Name(literal="World Health Organization"),)),
        ({"family": "BROOK", "given": "ANNA M."}, (Name(family="Brook", given="Anna M."),)),
        ({"family": "O'NEILL-MCDONALD", "given": "J. A."}, (Name(family="O'Neill-McDonald", given="J. A."),)),
        ({"family": "Brook*", "given": "Anna"}, (Name(family="Brook", given="Anna"),)),
        ({"family": "Weir, Jr.", "given": "Paul"}, (Name(family="Weir", given="Paul", suffix="Jr."),)),
        ({"family": "van Berg", "given": "Jan"}, (Name(family="Berg", given="Jan", non_dropping_particle="van"),)),
        ({"family": "", "given": ""}, ()),
        ("王寬弘", (WANG,)),
    ],
)  # fmt: skip
def test_names_as_records_have_them(member, names):
    assert people(member) == names


def test_a_japanese_name_is_not_turned_round():
    assert people({"family": "田中", "given": "武"}, is_chinese=False) == (Name(family="田中", given="武"),)


def test_a_name_in_both_scripts_is_one_name_and_its_romanised_form():
    item = work(title=["臺灣的河流"], author=[{"name": "王寬弘 (Kuan-Hung Wang)"}, {"name": "Yu-Rui Ko（柯雨瑞）"}])
    assert item.names["author"] == (WANG, Name(family="柯", given="雨瑞"))
    (variant,) = item.variants
    assert variant.kind is VariantKind.ROMANISED
    assert [name.family for name in variant.names] == ["Wang", "Ko"]


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("臺灣的河流 = Rivers of Taiwan Today", ("臺灣的河流", "Rivers of Taiwan Today")),
        ("臺灣的河流(Rivers of Taiwan Today)", ("臺灣的河流", "Rivers of Taiwan Today")),
        ("Rivers of Taiwan Today / 臺灣的河流", ("Rivers of Taiwan Today", "臺灣的河流")),
        ("臺灣的河流 Rivers of Taiwan Today", ("臺灣的河流", "Rivers of Taiwan Today")),
        ("臺灣的SWOT分析", ("臺灣的SWOT分析", "")),
        ("臺灣 (Taiwan)", ("臺灣 (Taiwan)", "")),
        ("Rivers / Towns / Fields", ("Rivers / Towns / Fields", "")),
        ("論《Sein und Zeit》的翻譯", ("論《Sein und Zeit》的翻譯", "")),
    ],
)
def test_two_languages_in_one_title(title, parts):
    assert parted(title) == parts


def test_titles_and_containers_in_two_languages_are_items_and_variants():
    item = work(
        type="journal-article",
        title=["臺灣的河流", "The Rivers of Taiwan"],
        subtitle=["歷史的考察", "A History"],
        container_title=["Journal of Rivers", "河流學報"],
        language="en",
    )
    assert item.title == "臺灣的河流：歷史的考察"
    assert item.fields["container-title"] == "河流學報"
    assert "language" not in item.fields, "a language that the title belies is none"
    assert [(one.field, one.kind, one.language, one.text) for one in item.variants] == [
        ("title", VariantKind.PARALLEL, "en", "The Rivers of Taiwan: A History"),
        ("container-title", VariantKind.PARALLEL, "en", "Journal of Rivers"),
    ]


def test_original_titles_are_parallel_in_journals_and_original_in_books():
    assert work(original_title=["臺灣的河流"]).variants[0].kind is VariantKind.PARALLEL
    assert work(type="monograph", original_title=["Das Maß der Flüsse"]).variants[0].kind is VariantKind.ORIGINAL


def test_subtitles_are_joined_once():
    assert work(title=["Rivers"], subtitle=["A History", "Volume One"]).title == "Rivers: A History: Volume One"
    assert work(title=["Rivers: A History"], subtitle=["A history"]).title == "Rivers: A History"
    assert work(title=["Rivers?"], subtitle=["A History"]).title == "Rivers? A History"


def test_a_chapters_series_is_no_container():
    item = work(type="book-chapter", container_title=["Lecture Notes on Rivers", "Floods of the World"])
    assert (item.fields["collection-title"], item.fields["container-title"]) == (
        "Lecture Notes on Rivers",
        "Floods of the World",
    )


@pytest.mark.parametrize(
    ("kind", "csl"),
    [("journal-article", "article-journal"), ("posted-content", "article"), ("dissertation", "thesis"),
     ("edited-book", "book"), ("reference-entry", "entry"),
     ("peer-review", "review"), ("grant", "document"), ("something-new", "document")],
)  # fmt: skip
def test_types(kind, csl):
    assert work(type=kind).type == csl


def test_preprints_theses_and_standards_say_who_stands_behind_them():
    preprint = work(
        type="posted-content", subtype="preprint", institution=[{"name": "RiverXiv"}], publisher="River Press"
    )
    assert (preprint.fields["genre"], preprint.fields["publisher"]) == ("Preprint", "RiverXiv")
    thesis = work(type="dissertation", institution=[{"name": "River University"}], degree=["PhD"])
    assert (thesis.fields["genre"], thesis.fields["publisher"]) == ("PhD", "River University")


def test_relations_are_told():
    related = {
        "is-preprint-of": [{"id-type": "doi", "id": "10.5555/Y", "asserted-by": "subject"}],
        "cites": [{"id": "x"}],
    }
    assert relations({"relation": related}) == {"is-preprint-of": ["10.5555/y"]}
    assert relations({"relation": "no"}) == {}


@pytest.mark.parametrize(
    "record", [{"title": []}, {"title": [""]}, {"title": None}, {"title": {}}, {"title": 0, "author": "x"}][:4]
)
def test_a_record_without_title_is_no_item(record):
    with pytest.raises(FetchError, match="no title"):
        item_from_work({"DOI": "10.5555/x", **record}, DOI, source="crossref", name="Crossref")


def test_odd_values_are_passed_over():
    item = work(author="Nobody", issued=7, page=[{}], volume={"x": 1}, ISSN=None, institution="?", relation=[], event=3)
    assert item.title == "A title"


def test_datacites_record():
    item = data(
        titles=[
            {"title": "臺灣河流調查"},
            {"title": "第一期", "titleType": "Subtitle"},
            {"title": "A Survey of Rivers", "titleType": "TranslatedTitle", "lang": "en"},
        ],
        creators=[
            {
                "name": "王, 寬弘",
                "nameType": "Personal",
                "familyName": "王",
                "givenName": "寬弘",
                "nameIdentifiers": [
                    {"nameIdentifier": "https://orcid.org/0000-0002-1825-0097", "nameIdentifierScheme": "ORCID"}
                ],
                "affiliation": [{"name": "River University"}],
            },
            {"name": "River Office, Taipei", "nameType": "Organizational"},
        ],
        contributors=[
            {"name": "Brook, Anna", "contributorType": "Editor"},
            {"name": "X", "contributorType": "Sponsor"},
        ],
        publisher={"name": "River Data Archive"},
        publicationYear=2018,
        dates=[{"date": "2019-01-01", "dateType": "Updated"}, {"date": "2018-05-01", "dateType": "Issued"}],
        types={"resourceTypeGeneral": "Dataset", "citeproc": "dataset"},
        language="zh-TW",
        version="2.1",
        rightsList=[{"rights": "Creative Commons Attribution 4.0", "rightsIdentifier": "cc-by-4.0"}],
        descriptions=[{"description": "<p>Rivers.</p>", "descriptionType": "Abstract"}],
    )
    assert (item.type, item.title, item.language) == ("dataset", "臺灣河流調查：第一期", "zh-TW")
    assert item.variants[0].text == "A Survey of Rivers"
    assert item.names["author"][0].extra == {"ORCID": "0000-0002-1825-0097"}
    assert item.names["author"][1].full.startswith("River Office, Taipei")
    assert item.names["editor"] == (Name(family="Brook", given="Anna"),)
    assert item.dates["issued"] == Date(parts=((2018, 5, 1),))
    wanted = {"publisher": "River Data Archive", "version": "2.1", "license": "CC-BY-4.0", "abstract": "Rivers."}
    assert {name: item.fields[name] for name in wanted} == wanted


def test_datacites_articles_stand_in_their_journal():
    container = {
        "type": "Journal",
        "title": "Journal of Rivers",
        "volume": "3",
        "issue": "1",
        "firstPage": "1",
        "lastPage": "9",
    }
    item = data(container=container, types={"resourceTypeGeneral": "JournalArticle"})
    assert (item.type, item.fields["container-title"], item.fields["page"]) == (
        "article-journal",
        "Journal of Rivers",
        "1-9",
    )
    related = {
        "relationType": "IsPublishedIn",
        "titles": [{"title": "Journal of Rivers"}],
        "volume": "3",
        "number": "e7",
        "numberType": "Article",
        "relatedItemIdentifier": {"relatedItemIdentifier": "1234-5679", "relatedItemIdentifierType": "ISSN"},
    }
    item = data(relatedItems=[related], types={"resourceTypeGeneral": "Text", "resourceType": "Journal article"})
    assert (item.type, item.fields["volume"], item.fields["number"]) == ("article-journal", "3", "e7")
    assert item.fields["ISSN"] == "1234-5679"


def test_datacites_record_of_another_doi_is_refused():
    with pytest.raises(FetchError, match=r"for '10\.5555/x'"):
        item_from_attributes({"doi": "10.5555/y", "titles": [{"title": "A"}]}, DOI, name="DataCite")
    with pytest.raises(FetchError, match="no title"):
        item_from_attributes({"doi": "10.5555/x", "titles": []}, DOI, name="DataCite")
