"""Names and dates as people type them after `author=` and `issued=`."""

import pytest

from tipcite.errors import InvalidValue
from tipcite.formats.assign import assign_field, field_name, parse_date, parse_names
from tipcite.model import Item


def plain(text):
    return [
        name.literal or ", ".join(filter(None, [name.family, name.given, name.non_dropping_particle, name.suffix]))
        for name in parse_names(text)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王寬弘、柯雨瑞", ["王, 寬弘", "柯, 雨瑞"]),
        ("王寬弘，柯雨瑞", ["王, 寬弘", "柯, 雨瑞"]),
        ("王寬弘與柯雨瑞", ["王, 寬弘", "柯, 雨瑞"]),
        ("歐陽修；司馬 遷", ["歐陽, 修", "司馬, 遷"]),
        ("約翰·史密斯", ["約翰·史密斯"]),
        ("王寬弘(Wang Kuan-hung)", ["王寬弘(Wang Kuan-hung)"]),
        ("Hogan, Kimberly A. & Dominique Roe-Sepowitz", ["Hogan, Kimberly A.", "Roe-Sepowitz, Dominique"]),
        ("Hogan, K. A., Roe-Sepowitz, D., & Smith, J.", ["Hogan, K. A.", "Roe-Sepowitz, D.", "Smith, J."]),
        ("Smith, John and Doe, Jane", ["Smith, John", "Doe, Jane"]),
        ("van der Berg, Jan", ["Berg, Jan, van der"]),
        ("Ludwig van Beethoven", ["Beethoven, Ludwig, van"]),
        ("María de la Cruz", ["Cruz, María, de la"]),
        ("Émile Zola", ["Zola, Émile"]),
        ("Martin Luther King, Jr.", ["King, Martin Luther, Jr"]),
        ("Ministry of Science and Technology", ["Ministry of Science and Technology"]),
        ("World Health Organization；美國在台協會", ["World Health Organization", "美國在台協會"]),
        ("美國在台協會 American Institute in Taiwan", ["美國在台協會 American Institute in Taiwan"]),
        ("{Simon and Schuster}; {Ernst; Young}", ["Simon and Schuster", "Ernst; Young"]),
        ("{World Bank} and Roe, Ann", ["World Bank", "Roe, Ann"]),
        ("Ann Roe and {World Bank}", ["Roe, Ann", "World Bank"]),
        ("王寬弘與{美國在台協會}", ["王, 寬弘", "美國在台協會"]),
        ("Smith,", ["Smith"]),
        (" ; ", []),
    ],
)
def test_names(text, names):
    assert plain(text) == names


@pytest.mark.parametrize("text", ["Smith, J., et al.", "王寬弘等"])
def test_names_that_are_left_out_are_asked_for(text):
    with pytest.raises(InvalidValue, match="write them all"):
        parse_names(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("民國110年7月2日", "2021-07-02"),
        ("2021/7/2", "2021-07-02"),
        ("July 2021", "2021-07"),
        ("20210702", "2021-07-02"),
        ("2021-07-02T10:00:00Z", "2021-07-02"),
        ("2019–2021", "2019/2021"),
        ("約1900年", "1900~"),
        ("ca. 1900", "1900~"),
        ("{in press}", "in press"),
        ("-0043", "-043"),
    ],
)
def test_dates(text, date):
    assert str(parse_date(text)) == date


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2021-13-01", "no month 13"),
        ("2021-02-30", "no day 30"),
        ("110年7月2日", "民國110年7月2日"),
        ("99", "民國99"),
        ("7/2/2021", "write 2021"),
        ("0", "write 2021"),
        ("12021", "write 2021"),
        ("yesterday", "write 2021"),
    ],
)
def test_what_is_no_sure_date_says_how_to_write_one(text, why):
    with pytest.raises(InvalidValue, match=why):
        parse_date(text)


def test_a_field_that_is_not_of_csl_can_be_changed_and_removed_where_it_stands():
    item = Item(key="a", extra={"foo": {"bar": 1}})
    assert assign_field(item, "foo", "x").extra == {"foo": "x"}
    assert assign_field(item, "foo", "").extra == {}


def test_a_field_is_offered_once():
    with pytest.raises(InvalidValue) as caught:
        field_name("pmidd")
    assert str(caught.value).count("'pmid'") == 1
