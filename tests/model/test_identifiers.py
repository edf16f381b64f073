import pytest

from tipcite.errors import InvalidIdentifier, InvalidValue
from tipcite.model import (
    Date,
    cited_doi,
    date,
    find_doi,
    parse_arxiv_id,
    parse_doi,
    parse_isbn,
    parse_iso_date,
    parse_url,
)


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1080/23322705.2020.1841985", "10.1080/23322705.2020.1841985"),
        ("doi: 10.1080/23322705.2020.1841985.", "10.1080/23322705.2020.1841985"),
        ("https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985", "10.1080/23322705.2020.1841985"),
        ("https://www.tandfonline.com/doi/pdf/10.1080/1.2?needAccess=true", "10.1080/1.2"),
        ("見10.6220/joq.2012.19(1).01。", "10.6220/joq.2012.19(1).01"),
        ("(10.29843/JCCIS.202301_(44).0002)", "10.29843/jccis.202301_(44).0002"),
        ("https://doi.org/10.1002%2Fabc", "10.1002/abc"),
        (
            "https://onlinelibrary.wiley.com/doi/10.1111/j.1467-9299.2009.01779.x/full",
            "10.1111/j.1467-9299.2009.01779.x",
        ),
        ("no identifier, 10 pages", None),
    ],
)
def test_a_doi_is_found_with_balanced_brackets_and_without_the_sentence(text, doi):
    found = find_doi(text)
    assert (str(found) if found else None) == doi


def test_two_spellings_of_a_doi_are_equal():
    assert parse_doi("https://dx.doi.org/10.1000/ABC") == parse_doi("DOI:10.1000/abc")


@pytest.mark.parametrize("text", ["", "10.1", "abc", "10.1000/a b"])
def test_what_is_no_doi_is_refused(text):
    with pytest.raises(InvalidIdentifier, match="is no DOI"):
        parse_doi(text)


def test_an_isbn_of_ten_digits_becomes_one_of_thirteen():
    assert str(parse_isbn("ISBN 0-306-40615-2")) == "9780306406157"


def test_a_wrong_check_digit_is_refused():
    with pytest.raises(InvalidIdentifier, match="check digit"):
        parse_isbn("9780306406158")


def test_arxiv_numbers_old_and_new():
    assert str(parse_arxiv_id("https://arxiv.org/abs/2101.00001v2")) == "2101.00001v2"
    assert str(parse_arxiv_id("arXiv:hep-th/9901001")) == "hep-th/9901001"


@pytest.mark.parametrize("text", ["ftp://example.org/", "example.org", "https://", "https://a b.org", "http://[::1"])
def test_what_is_no_web_address_is_refused(text):
    with pytest.raises(InvalidIdentifier, match="web address"):
        parse_url(text)


def test_an_address_keeps_the_octets_in_which_it_was_cited():
    cited = "https://www.ait.org.tw/zhtw/%A4%A4//x%2Fy?a=中文"
    assert str(parse_url(cited)) == cited
    assert parse_url("HTTPS://WWW.AIT.org.tw:443/").host == "www.ait.org.tw"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2021-07-02", date(2021, 7, 2)),
        ("2021-07", date(2021, 7)),
        ("2019/2021", Date(parts=((2019,), (2021,)))),
        ("1984/..", Date(parts=((1984,), (0,)))),
        ("1850~", Date(parts=((1850,),), circa=True)),
    ],
)
def test_iso_dates_are_read(text, value):
    assert parse_iso_date(text) == value


@pytest.mark.parametrize(
    "text", ["2021-02-30", "2021-19", "2021-7-32", "yesterday", "", "2021/2022/2023", "2100-02-29"]
)
def test_days_that_do_not_exist_are_refused(text):
    with pytest.raises(InvalidValue):
        parse_iso_date(text)


SICI = "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o"


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1080/ABC", "10.1080/abc"),
        ("10.1080/abc.", "10.1080/abc."),
        ("10.1080/abc。", "10.1080/abc。"),
        ("doi:10.1080/abc", "10.1080/abc"),
        ("DOI: 10.1080/abc", "10.1080/abc"),
        ("DOI 10.1080/abc", "10.1080/abc"),
        ("https://doi.org/10.1080/abc?x=1#y", "10.1080/abc"),
        ("http://dx.doi.org/10.1080/abc", "10.1080/abc"),
        ("doi.org/10.1080/abc", "10.1080/abc"),
        ("https://doi.org/10.1080%2Fabc", "10.1080/abc"),
        (SICI.upper(), SICI),
        (f"https://doi.org/{SICI.replace('<', '%3C').replace('>', '%3E')}", SICI),
        ("10/bk3m", "10/bk3m"),
        ("10.1080/a b", None),
        ("https://doi.org/", None),
        ("https://doi.org/bk3m", None),
        ("https://example.org/10.1080/abc", None),
        ("10.1080", None),
        ("", None),
    ],
)
def test_a_doi_is_taken_as_it_is_cited(text, doi):
    assert cited_doi(text) == doi
