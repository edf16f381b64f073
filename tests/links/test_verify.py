# ruff: noqa: E501 (rows of references are read across)
"""Items against what their DOIs' agencies say, well and unwell, over the loopback web."""

from __future__ import annotations

import pytest

from tipcite.links.verify import Standing, Verified, verify_items
from tipcite.match import Sameness
from tipcite.model import Item, item_from_csl
from tipcite.net import Services
from web.troubles import trouble

LAKE = {
    "id": "lake",
    "type": "article-journal",
    "title": "Tides of a mountain lake: A long watch",
    "author": [
        {"family": "Marten", "given": "Ada B."},
        {"family": "Osei", "given": "Kofi"},
        {"family": "Pike", "given": "Ira"},
    ],
    "issued": {"date-parts": [[2018]]},
    "container-title": "Journal of Inland Waters",
    "volume": "12",
    "issue": "3",
    "page": "201-219",
    "DOI": "10.5555/verify.lake",
}
HAN = {
    "type": "article-journal",
    "title": "臺灣西部沿海漁村之變遷",
    "author": [{"family": "林", "given": "碧海"}, {"literal": "陳岸生"}],
    "issued": {"date-parts": [[2015]]},
    "container-title": "海洋社會學刊",
    "DOI": "10.5555/verify.han",
}


@pytest.fixture
def verify(net, web):
    def one(value: dict, **more) -> Verified:
        (found,) = verify_items([item_from_csl({**value, **more})], net, Services())
        return found

    return one


def fields(found: Verified) -> dict[str, str]:
    return {one.field: str(one.sameness) for one in found.fields}


def test_what_agrees_is_verified_field_by_field(verify):
    found = verify(LAKE)
    assert (found.standing, found.agency) == (Standing.VERIFIED, "Crossref")
    assert set(fields(found).values()) == {"same"}
    assert not found.is_fault


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"title": "Tides of a Mountain Lake"}, {"title": "same"}),
        ({"title": "TIDES OF A MOUNTAIN LAKE : a long watch"}, {"title": "same"}),
        ({"author": [{"family": "Marten", "given": "A."}, {"family": "Osei", "given": "K."}, {"literal": "others"}]}, {"author": "close"}),
        ({"author": [{"family": "Marten", "given": "A. B."}, {"family": "Osei", "given": "K."}, {"family": "Pike", "given": "I."}]}, {"author": "close"}),
        ({"issued": {"date-parts": [[2019]]}}, {"issued": "same"}),
        ({"issued": {"date-parts": [[2020]]}}, {"issued": "close"}),
        ({"container-title": "J. Inland Waters"}, {"container-title": "same"}),
        ({"container-title": "J Inl Waters"}, {"container-title": "close"}),
        ({"volume": "XII", "issue": "no. 3"}, {"volume": "same", "issue": "same"}),
        ({"page": "201–19"}, {"page": "same"}),
        ({"page": "201"}, {"page": "close"}),
        ({"volume": ""}, {"volume": "missing here"}),
    ],
)  # fmt: skip
def test_what_is_only_written_otherwise_does_not_differ(verify, more, expected):
    found = verify(LAKE, **more)
    assert fields(found) == fields(verify(LAKE)) | expected
    assert found.standing is Standing.VERIFIED


@pytest.mark.parametrize(
    ("more", "field", "note"),
    [
        ({"author": [LAKE["author"][1], LAKE["author"][0], LAKE["author"][2]]}, "author", "another order"),
        ({"author": LAKE["author"][:2]}, "author", "2 of 3 names"),
        ({"author": [*LAKE["author"][:2], {"family": "Boone", "given": "Carl"}]}, "author", "name 3 is another"),
        ({"author": [{"family": "Marten", "given": "Zoe"}, *LAKE["author"][1:]]}, "author", "name 1 is another"),
        ({"issued": {"date-parts": [[2016]]}}, "issued", ""),
        ({"container-title": "Alpine Letters"}, "container-title", ""),
        ({"volume": "21"}, "volume", ""),
        ({"issue": "4"}, "issue", ""),
        ({"page": "201-229"}, "page", ""),
        ({"title": "Tides of a mountain lake, part 2"}, "title", ""),
    ],
)  # fmt: skip
def test_a_field_that_is_wrong_differs(verify, more, field, note):
    found = verify(LAKE, **more)
    assert found.standing is Standing.DIFFERS
    assert [one.field for one in found.fields if one.sameness is Sameness.DIFFERS] == [field]
    assert next(one.note for one in found.fields if one.field == field) == note
    assert found.is_fault


def test_an_invented_reference_is_another_work_and_its_doi_is_searched(verify):
    found = verify(
        LAKE, title="Machine learning for the dating of medieval ink", author=[{"family": "Doe", "given": "J."}]
    )
    assert found.standing is Standing.ANOTHER_WORK
    assert found.message.startswith("the DOI is that of “Tides of a mountain lake")
    assert found.offered is None


def test_the_doi_that_was_meant_is_offered(verify):
    found = verify(LAKE, DOI="10.5555/verify.book")
    assert found.standing is Standing.ANOTHER_WORK
    assert found.offered is not None
    assert found.offered.doi == "10.5555/verify.lake"


def test_a_title_that_is_like_but_of_other_people_is_another_work(verify):
    other = {
        "title": "Tides of a shallow lake and its mountain shores",
        "author": [{"family": "Boone", "given": "Carl"}],
    }
    assert verify(LAKE, **other).standing is Standing.ANOTHER_WORK


@pytest.mark.parametrize("doi", ["10.5555/unregistered", "10.5555/unregistered.2"])
def test_an_unregistered_doi_is_told(verify, doi):
    found = verify(LAKE, DOI=doi)
    assert found.standing is Standing.UNREGISTERED
    assert found.offered is not None
    assert found.offered.doi == "10.5555/verify.lake"


def test_the_spelling_that_was_meant_comes_before_a_search(verify):
    found = verify(LAKE, DOI="10.5555/verify.lake.")
    assert found.standing is Standing.UNREGISTERED
    assert found.message == "no such DOI is registered; 10.5555/verify.lake is registered"


def test_what_has_no_doi_gets_one_offered(verify):
    found = verify(LAKE, DOI="")
    assert found.standing is Standing.NOT_CHECKABLE
    assert found.offered is not None
    assert (found.offered.doi, found.is_fault) == ("10.5555/verify.lake", False)


@pytest.mark.parametrize(
    "more",
    [
        {"title": "Rivers of a mountain valley: A long watch"},
        {"author": [{"family": "Boone", "given": "Carl"}]},
        {"issued": {"date-parts": [[1999]]}},
        {"type": "webpage"},
        {"title": "Tides"},
    ],
)
def test_nothing_is_offered_that_something_speaks_against(verify, more):
    assert verify(LAKE, DOI="", **more).offered is None


def test_pages_of_newspapers_are_not_searched_for(verify, web):
    verify(LAKE, DOI="", type="article-newspaper")
    assert "api.crossref.org" not in web.record.hosts()


@pytest.mark.parametrize("word", ["searchdown", "searchbusy", "searchslow", "searchpage", "searchcut"])
def test_a_search_that_fails_says_so_and_offers_nothing(verify, word):
    found = verify(LAKE, DOI="", title=f"Tides of a mountain lake {word}")
    assert (found.standing, found.offered) == (Standing.NOT_CHECKABLE, None)
    assert "Crossref could not be searched" in found.message


def test_han_names_are_compared_whole_or_split(verify):
    assert fields(verify(HAN))["author"] == "same"
    assert verify(HAN, title="台湾西部沿海渔村之变迁").standing is Standing.VERIFIED
    found = verify(HAN, author=[{"family": "林", "given": "青山"}, {"literal": "陳岸生"}])
    assert (found.standing, fields(found)["author"]) == (Standing.DIFFERS, "differs")


def test_romanised_names_are_not_compared_with_characters(verify):
    found = verify(
        {"type": "article-journal", "title": "海岸管理法制之檢討與展望", "author": [{"family": "陳", "given": "岸生"}],
         "issued": {"date-parts": [[2019]]}, "container-title": "公法研究季刊", "volume": "21", "page": "1-48",
         "DOI": "10.5555/verify.romanised"}
    )  # fmt: skip
    assert fields(found) == {
        "title": "same", "author": "incomparable", "issued": "same", "container-title": "incomparable",
        "volume": "same", "page": "same",
    }  # fmt: skip
    assert found.standing is Standing.VERIFIED


def test_what_can_hardly_be_compared_is_not_called_verified(verify):
    found = verify(
        {
            "type": "article-journal",
            "title": "海岸法律之回顧",
            "DOI": "10.5555/verify.lake",
            "author": [{"literal": "陳岸生"}],
        }
    )
    assert (found.standing, found.is_fault) == (Standing.UNCLEAR, False)


def test_an_articles_number_stands_for_pages(verify):
    item = {"type": "article-journal", "title": "Nets that learn to let go", "author": [{"family": "Iyer", "given": "Dev"}],
            "volume": "4", "container-title": "Harbour Eng.", "DOI": "10.5555/verify.number"}  # fmt: skip
    assert fields(verify(item, page="e1042"))["page"] == "same"
    assert fields(verify(item, page="12-20"))["page"] == "differs"


def test_publishers_of_books_are_compared(verify):
    item = {"type": "book", "title": "Atlas of vanished harbors", "author": [{"family": "Quill", "given": "R."}],
            "issued": {"date-parts": [[2011]]}, "DOI": "10.5555/verify.book"}  # fmt: skip
    assert fields(verify(item, publisher="Northlight"))["publisher"] == "close"
    assert fields(verify(item, publisher="Old Quay Books"))["publisher"] == "differs"


def test_a_retraction_is_a_fault_even_where_all_agrees(verify):
    found = verify(
        {"type": "article-journal", "title": "Coral nurseries and the price of patience", "DOI": "10.5555/verify.retracted",
         "author": [{"family": "Varga", "given": "Lena"}]}
    )  # fmt: skip
    assert (found.standing, found.flags, found.is_fault) == (Standing.VERIFIED, ("retracted",), True)
    assert "retracted 2022-05-01: 10.5555/notice (retraction-watch)" in found.message


def test_datacites_records_are_compared_too(verify):
    found = verify(
        {"type": "dataset", "title": "臺灣地區人口販運調查資料", "author": [{"literal": "王寬弘"}, {"literal": "中央研究院"}],
         "issued": {"date-parts": [[2018]]}, "publisher": "中央研究院", "DOI": "10.5555/datacite"}
    )  # fmt: skip
    assert (found.standing, found.agency) == (Standing.VERIFIED, "DataCite")
    assert set(fields(found).values()) == {"same"}


@pytest.mark.parametrize(
    "doi",
    [
        "10.5555/busy", "10.5555/down", "10.5555/page", "10.5555/broken", "10.5555/other", "10.5555/empty",
        "10.5555/untitled", "10.5555/datacite-busy", "10.5555/datacite-page", "10.5555/ra-down", "10.5555/ra-slow",
        "10.5555/ra-html",
    ],
)  # fmt: skip
def test_an_agency_without_a_usable_answer_decides_nothing(verify, doi):
    found = verify(LAKE, DOI=doi)
    assert found.standing in (Standing.SILENT, Standing.NOT_CHECKABLE)
    assert (found.fields, found.is_fault) == ((), False)
    assert found.message


def test_a_service_that_recovers_is_asked_again(verify):
    assert verify(LAKE, DOI="10.5555/flaky").standing is Standing.ANOTHER_WORK


@pytest.mark.parametrize("doi", ["10.3969/j.issn.1000", "10.13209/x", "10.6220/x"])
def test_agencies_without_records_are_said_to_have_none(verify, doi):
    found = verify(LAKE, DOI=doi)
    assert found.standing is Standing.NOT_CHECKABLE
    assert "gives no records" in found.message


def test_many_are_asked_in_their_order_and_agencies_together(net, web):
    items = [item_from_csl(LAKE | {"id": f"k{number}"}) for number in range(30)] + [Item(key="none")]
    seen: list[str] = []
    found = verify_items(items, net, Services(), on_result=lambda one: seen.append(one.item.key))
    assert [one.item.key for one in found] == [item.key for item in items]
    assert sorted(seen) == sorted(item.key for item in items)
    assert {str(one.standing) for one in found} == {"verified", "not checkable"}
    assert sum(number for (_, path), number in web.record.paths.items() if path.startswith("/ra/")) == 1


RIVER = {
    "type": "article-journal", "title": "Health of Salmo in CO2 < 5 %", "PMID": "30000001",
    "author": [{"family": "Brook", "given": "A. M."}, {"family": "Aue", "given": "K.", "non-dropping-particle": "von der"},
               {"literal": "River Study Group"}],
    "issued": {"date-parts": [[2019]]}, "container-title": "Journal of River Medicine", "volume": "12", "page": "123-129",
}  # fmt: skip
PREPRINT = {
    "type": "article", "title": "On the lasting of α links in Poincaré's rivers", "number": "arXiv:2101.00001",
    "author": [{"family": "Brook", "given": "Anna M."}, {"family": "Aue", "given": "K.", "non-dropping-particle": "von der"},
               {"literal": "The River Collaboration"}],
    "issued": {"date-parts": [[2021]]},
}  # fmt: skip
BOOK = {
    "type": "book", "title": "台灣法律史概論", "author": [{"family": "王", "given": "泰升"}], "publisher": "元照",
    "issued": {"date-parts": [[2001]]}, "ISBN": "978-957-511-821-1",
}  # fmt: skip
CHAPTER = {
    "type": "chapter", "title": "Of dams", "author": [{"family": "Weir", "given": "P."}], "ISBN": "0306406152",
    "container-title": "The Measure of Rivers", "issued": {"date-parts": [[2009]]},
}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "asked", "agency"),
    [
        (RIVER, "PMID:30000001", "PubMed"),
        ({**RIVER, "PMID": "", "PMCID": "PMC7000001"}, "PMC7000001", "PubMed"),
        ({**RIVER, "DOI": "10.6220/none"}, "PMID:30000001", "PubMed"),
        (PREPRINT, "arXiv:2101.00001", "arXiv"),
        (BOOK, "ISBN 9789575118211", "Open Library and Google Books"),
    ],
)
def test_where_no_agency_has_a_record_that_behind_another_number_is_compared(verify, value, asked, agency):
    found = verify(value)
    assert (found.standing, found.asked, found.agency) == (Standing.VERIFIED, asked, agency)
    assert set(fields(found).values()) <= {"same", "close", "missing here", "missing there"}


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ({**RIVER, "volume": "21"}, "volume"),
        ({**PREPRINT, "issued": {"date-parts": [[2011]]}}, "issued"),
        ({**BOOK, "publisher": "五南"}, "publisher"),
    ],
)
def test_what_another_record_says_otherwise_differs(verify, value, field):
    found = verify(value)
    assert found.standing is Standing.DIFFERS
    assert [one.field for one in found.fields if one.sameness is Sameness.DIFFERS] == [field]


@pytest.mark.parametrize(
    ("value", "title"),
    [(RIVER, "The dating of medieval ink"), (PREPRINT, "The dating of ink"), (BOOK, "海岸生態與漁村")],
)
def test_a_number_of_another_work_is_told(verify, value, title):
    found = verify({**value, "title": title, "author": [{"family": "Doe"}]})
    assert found.standing is Standing.ANOTHER_WORK
    assert found.message.startswith(f"{found.number} is that of “")
    assert found.is_fault


@pytest.mark.parametrize(
    ("value", "standing", "message"),
    [
        ({**RIVER, "PMID": "39999999"}, Standing.UNREGISTERED, "PubMed knows no 'PMID:39999999'"),
        ({**PREPRINT, "number": "arXiv:2101.99999"}, Standing.UNREGISTERED, "arXiv knows no '2101.99999'"),
        ({**BOOK, "ISBN": "9780000000002"}, Standing.NOT_CHECKABLE, "neither Open Library nor Google Books knows"),
    ],
)
def test_a_registry_that_knows_no_such_number_says_that_it_is_wrong_a_catalogue_does_not(
    verify, value, standing, message
):
    found = verify(value)
    assert (found.standing, message in found.message) == (standing, True)
    assert found.is_fault is (standing is Standing.UNREGISTERED)


def test_a_number_with_a_wrong_check_digit_is_told(verify):
    found = verify(BOOK, ISBN="978-957-511-821-2")
    assert found.standing is Standing.NOT_CHECKABLE
    assert found.message.startswith("it has no DOI; '978-957-511-821-2' is no ISBN: ")


def test_of_a_chapter_its_book_alone_is_compared(verify):
    found = verify(CHAPTER)
    assert (found.standing, found.message) == (Standing.UNCLEAR, "its book alone could be compared")
    assert fields(found)["container-title"] in ("same", "close")
    assert "differs" not in fields(found).values()
    other = verify(CHAPTER, **{"container-title": "Annals of the printing press"})
    assert other.standing is Standing.ANOTHER_WORK
    assert other.message == "ISBN 9780306406157 is that of “The Measure of Rivers: a history” (2009)"


@pytest.mark.parametrize("kind", ["500", "429, wait an hour", "cut", "page as JSON", "empty", "reset"])
@pytest.mark.parametrize(
    ("value", "hosts"),
    [
        (RIVER, ["eutils.ncbi.nlm.nih.gov"]),
        (PREPRINT, ["export.arxiv.org"]),
        (BOOK, ["openlibrary.org", "www.googleapis.com"]),
    ],
)
def test_a_registry_in_trouble_decides_nothing(verify, value, hosts, kind):
    with trouble(kind, *hosts):
        found = verify(value)
    assert found.standing in (Standing.SILENT, Standing.NOT_CHECKABLE)
    assert (found.fields, found.is_fault, bool(found.message)) == ((), False, True)


def test_the_doi_that_another_record_has_is_offered_and_tells_what_became_of_the_work(verify):
    found = verify(RIVER)
    assert found.offered is not None
    assert found.offered.doi == "10.5555/river.30000001"
    assert found.message == "PubMed has its DOI: 10.5555/river.30000001"
    assert verify(PREPRINT).message == "a version was published: add it with 'tipcite add 10.5555/article'"


def test_a_doi_that_tells_is_not_doubted_by_other_numbers(verify, web):
    verify(LAKE, PMID="30000001")
    verify(LAKE, DOI="10.5555/down", PMID="30000001")
    assert "eutils.ncbi.nlm.nih.gov" not in web.record.hosts()


def test_nothing_to_verify_asks_nobody(net):
    assert verify_items([], net, Services()) == ()
