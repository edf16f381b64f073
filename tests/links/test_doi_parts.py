"""The parts of judging a DOI, by values: spellings, titles, records, batches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.fetch.agency import batches, read_agencies
from tipcite.links.doi_spelling import likely_dois
from tipcite.links.records import Update, read_crossref, read_csl, read_datacite
from tipcite.match.titles import Likeness, compare_titles, is_marked_retracted
from tipcite.net import Answer

SICI = "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@pytest.mark.parametrize(
    ("cited", "first"),
    [
        ("10.1080/abc.", "10.1080/abc"),
        ("10.1080/abc.,", "10.1080/abc"),
        ("10.1080/abc)", "10.1080/abc"),
        ("10.1080/abc]", "10.1080/abc"),
        ("10.1080/abc》", "10.1080/abc"),
        ("10.1080/abc」。", "10.1080/abc"),
        ("10.6220/joq.2012.19(1).01。", "10.6220/joq.2012.19(1).01"),
        ("10.6220/joq.2012.19(1", "10.6220/joq.2012.19(1)"),
        (f"{SICI}.", SICI),
        ("10.1080/ 23322705.2020", "10.1080/23322705.2020"),
        ("10.1080/23322705‐2020", "10.1080/23322705-2020"),
        ("10.1080/２３３２", "10.1080/2332"),
        ("10.1007/978\\_3", "10.1007/978_3"),
        ("10.1080/10.1080/abc", "10.1080/abc"),
        ("10.1080/abc\u200b", "10.1080/abc"),
    ],
)
def test_the_likeliest_spelling_comes_first(cited, first):
    assert likely_dois(cited)[0] == first


@pytest.mark.parametrize(
    ("cited", "meant"),
    [
        ("10.1080/abc/full", "10.1080/abc"),
        ("10.1080/abc?journalcode=x", "10.1080/abc"),
        ("10.1101/2020.01.01.123456v2.full.pdf", "10.1101/2020.01.01.123456"),
        ("10.1080/abc.https://doi.org/x", "10.1080/abc"),
        ("10.1080/abc。王小明", "10.1080/abc"),
        ("10.1080/abc&gt;", "10.1080/abc"),
    ],
)
def test_what_stands_behind_a_doi_is_taken_off(cited, meant):
    assert meant in likely_dois(cited)


@pytest.mark.parametrize("cited", ["10.1080/abc", "10.6220/joq.2012.19(1).01", SICI, "junk", ""])
def test_a_doi_without_odd_signs_has_no_other_spelling(cited):
    assert likely_dois(cited) == ()


@given(st.text(max_size=30), st.sampled_from(["", "10.5555/", "10.6220/joq.2012.19(1)."]))
def test_no_letter_or_digit_is_made_up(text, prefix):
    cited = (prefix + text).lower()
    for doi in likely_dois(cited):
        assert doi != cited
        assert len(doi) <= 2 * len(cited) + 1


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("A study of behaviour", "A Study of Behavior", Likeness.SAME),
        ("Café society", "CAFE SOCIETY.", Likeness.SAME),
        ("臺灣的人口販運問題", "台湾的人口贩运问题", Likeness.SAME),
        ("Deep learning", "Deep learning in neural networks: An overview", Likeness.SAME),
        ("人口販運之研究", "人口販運之研究：以臺灣為例", Likeness.SAME),
        ("Links", "Links", Likeness.SAME),
        ("H<sub>2</sub>O &amp; life", "H2O & life", Likeness.SAME),
        ("On links", "RETRACTED: On links", Likeness.SAME),
        ("論連結", "【撤稿】論連結", Likeness.SAME),
        ("Human trafficking in Taiwan", "Human trafficking in Thailand", Likeness.UNCLEAR),
        ("The History of Taiwan Law", "Law and history in Taiwan", Likeness.UNCLEAR),
        ("Annual report 2019", "Annual report 2020", Likeness.DIFFERENT),
        ("Attention is all you need", "Deep residual learning for image recognition", Likeness.DIFFERENT),
        ("人口販運防制法之研究", "都市更新條例之研究", Likeness.DIFFERENT),
        ("警察與社會", "Police and society", Likeness.INCOMPARABLE),
        ("", "Police and society", Likeness.INCOMPARABLE),
        ("…", "Police and society", Likeness.INCOMPARABLE),
    ],
)
def test_titles_are_compared_as_a_reader_would(one, other, likeness):
    assert compare_titles(one, [other]) is likeness
    assert compare_titles(other, [one]) is likeness


def test_one_title_that_fits_is_enough():
    assert compare_titles("警察與社會", ["Police and society", "警察与社会"]) is Likeness.SAME
    assert compare_titles("警察與社會", []) is Likeness.INCOMPARABLE


def test_a_title_that_can_be_compared_decides_before_one_that_can_not():
    assert compare_titles("都市更新條例之研究", ["Police and society", "警察與社會關係"]) is Likeness.DIFFERENT


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_titles_can_be_compared(one, other):
    compare_titles(one, [other])


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("RETRACTED: On links", True),
        ("RETRACTED ARTICLE: On links", True),
        ("[Retracted] On links", True),
        ("Withdrawn: On links", True),
        ("已撤稿：論連結", True),
        ("Retraction: On links", False),  # the notice
        ("Retracted papers and their citations", False),
        ("撤稿論文之引用", False),
    ],
)
def test_a_title_that_says_that_the_work_is_retracted(title, expected):
    assert is_marked_retracted(title) is expected


@given(JSON)
def test_no_answer_of_an_agency_is_too_odd(body):
    for wrapped in (body, {"message": body}, {"data": {"attributes": body}}):
        read_crossref(wrapped, "10.5555/x")
        read_datacite(wrapped, "10.5555/x")
        read_csl(wrapped)


@given(st.dictionaries(st.sampled_from(["title", "updated-by", "update-to", "issued", "container-title"]), JSON))
def test_no_field_of_a_record_is_too_odd(work):
    assert read_crossref({"message": work}, "10.5555/x") is not None


def test_the_date_of_an_update_may_be_cut_short():
    work = {"updated-by": [{"type": "Expression of Concern", "DOI": "10.5555/N", "updated": {"date-parts": [[2020]]}}]}
    record = read_crossref({"message": work}, "10.5555/x")
    assert record.updates == (Update(kind="expression_of_concern", doi="10.5555/n", date="2020"),)


def test_a_batch_stays_below_the_limit_and_a_comma_stays_alone():
    dois = [f"10.5555/臺{number}" for number in range(300)] + ["10.5555/a,b"]
    made = batches("https://doi.org/ra/", dois)
    assert [doi for batch in made for doi in batch if doi != "10.5555/a,b"] == dois[:-1]
    assert ("10.5555/a,b",) in made


def test_what_the_list_of_agencies_leaves_out_is_not_known():
    body = (
        b'[{"DOI":"10.5555/A","RA":"Crossref"},{"DOI":"10.5555/b","status":"DOI does not exist"},{"DOI":"10.5555/c"}]'
    )
    assert read_agencies(Answer(url="x", status=200, body=body)) == {"10.5555/a": "Crossref", "10.5555/b": ""}
