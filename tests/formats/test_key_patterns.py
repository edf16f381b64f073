"""Citation keys by JabRef's patterns and Better BibTeX's formulas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from item_strategies import items

from tipcite.errors import InvalidValue
from tipcite.formats.bibtex import read_biblatex, write_biblatex
from tipcite.formats.key_patterns import KeyScript, make_keys, parse_pattern, with_keys
from tipcite.model import Item, Name, date


def work(*authors: str, title="An awesome paper on JabRef", year=2020, **more) -> Item:
    names = tuple(
        Name(literal=one) if "," not in one else Name(family=one.split(", ")[0], given=one.split(", ")[1])
        for one in authors
    )
    fields = {"title": title, **more.pop("fields", {})}
    return Item(
        key="old", names={"author": names} if names else {}, fields=fields, dates={"issued": date(year)}, **more
    )


def key(pattern: str, item: Item, script=KeyScript.ASCII) -> str:
    return make_keys([item], parse_pattern(pattern), script)[0]


NEWTON = ("Newton, Isaac", "Maxwell, James", "Einstein, Albert", "Bohr, Niels")
FIELDS = {"volume": "7", "page": "L7-41", "container-title": "Journal of Fish Biology", "keyword": "alpha, beta gamma"}


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("[auth][year]", "Newton2020"), ("[auth:lower]_[shortyear]", "newton_20"), ("[auth3]", "New"), ("[auth4_2]",
        "Maxw"),
        ("[authors]", "NewtonMaxwellEinsteinBohr"), ("[authors2]", "NewtonMaxwellEtAl"), ("[authEtAl]", "NewtonEtAl"),
        ("[auth.etal]", "Newton.etal"), ("[auth.auth.ea]", "Newton.Maxwell.ea"), ("[authshort]", "NME+"),
        ("[authorsAlpha]", "NMEB"), ("[authorIni]", "NewtoMEB"), ("[authorLast]", "Bohr"), ("[authForeIni]", "I"),
        ("[authorLastForeIni]", "N"), ("[authIni6]", "NeMaEB"), ("[shorttitle]", "AwesomePaperJabRef"),
        ("[veryshorttitle]", "Awesome"), ("[shorttitleINI]", "apJ"), ("[camel]", "AnAwesomePaperOnJabRef"),
        ("[title]", "AnAwesomePaperonJabRef"), ("[title:abbr]", "AAPoJ"), ("[camel:abbr]", "AAPOJ"),
        ("[fulltitle:truncate4]", "Ana"), ("[journal:abbr]", "JoFB"), ("[volume]", "7"), ("[firstpage]-[lastpage]",
        "7-41"),
        ("[pageprefix]", "L"), ("[keyword2]", "betagamma"), ("[keywords2]", "alphabetagamma"), ("[entrytype]", "Misc"),
        ("[number:(unknown)]", "unknown"), ("[edition]x[year]", "x2020"), ("[pureauth]", "Newton"), ("[edtr][year]",
        "2020"),
        ('[auth.etal:regex("\\\\.etal","EtAl")]', "NewtonEtAl"), ("[title:upper:truncate5]", "ANAW"),
        ("[YEAR]", "2020"), ("demo[TITLE:abbr]", "demoAapoJ"), ("[auth:capitalize]", "Newton"), ("[citationkey]",
        "old"),
        ("auth + year", "Newton2020"), ("auth.lower + year + shorttitle(1, 1).lower", "newton2020awesome"),
        ("auth(3) + '_' + year", "New_2020"), ('authors(n=2).lower + "-" + shortyear', "newtonmaxwelletal-20"),
        ("authEtal2.lower", "newton.etal"), ("title.skipwords.select(1,2)", "AwesomePaper"),
        ('edtr.default("nobody") + year', "nobody2020"), ("auth.fold.upper", "NEWTON"), ("journal.abbr.lower", "jofb"),
    ],
)  # fmt: skip
def test_markers_and_modifiers(pattern, wanted):
    assert key(pattern, work(*NEWTON, fields=FIELDS)) == wanted


@pytest.mark.parametrize(
    ("authors", "wanted"),
    [
        (["Newton, Isaac"], ("Newton", "Newton", "Newton", "New")),
        (["Newton, Isaac", "Maxwell, J"], ("NewtonMaxwell", "Newton.Maxwell", "NM", "NM")),
        (["van der Berg, Jan", "others"], ("vanderBerg", "vanderBerg", "vanderBerg", "van")),
        ([], ("", "", "", "")),
    ],
)
def test_few_authors_and_none(authors, wanted):
    item = work(*authors)
    keys = tuple(key(f"x[{name}]", item)[1:] for name in ("authEtAl", "auth.etal", "authshort", "authorsAlpha"))
    assert keys == wanted


@pytest.mark.parametrize(
    ("item", "ascii_key", "written"),
    [
        (work("王, 寬弘", "柯, 雨瑞", title="人口販運防制法制之研究"), "WangKe2020RenKouFan", "王柯2020人口販"),
        (work("單, 小明", title="LGBTQ 青年"), "Shan2020LGBTQQingNian", "單2020LGBTQ青年"),
        (work("美國在台協會", title="2019 年報告"), "Meiguozaitaixiehui20202019NianBao", "美國在台協會20202019年報"),
        (work("American Institute in Taiwan", title="Report"), "AmericanInstituteTaiwan2020Report", None),
        (work("Núñez, José", "Łukasz, Ø", title="Über Größe"), "NunezLukasz2020UberGrosse", "NúñezŁukasz2020ÜberGröße"),
        (work("O’Neill-Smith, A", title="E-learning isn't"), "ONeillSmith2020ElearningIsnt", None),
    ],
)
def test_chinese_and_accents_as_the_script_wants(item, ascii_key, written):
    pattern = "[authors][year][shorttitle]"
    assert key(pattern, item) == ascii_key
    assert key(pattern, item, KeyScript.WRITTEN) == (written or ascii_key)


def test_keys_are_unique_as_jabref_makes_them_so():
    many = [work("Yared, A", year=1998)] * 30
    keys = make_keys(many, parse_pattern("[auth][year]"))
    assert keys[:3] == ("Yared1998", "Yared1998a", "Yared1998b")
    assert keys[26:29] == ("Yared1998z", "Yared1998aa", "Yared1998ab")
    assert len(set(keys)) == 30


def test_a_letter_that_is_another_key_is_passed_over():
    keys = make_keys(
        [work("A, B"), work("A, B", title="x"), work("A, B")], parse_pattern("[auth][title:regex('.{3,}','')]")
    )
    assert len(set(keys)) == 3


def test_an_item_with_nothing_keeps_its_key():
    assert key("[auth]", Item(key="mine")) == "mine"
    assert key("[auth]", Item(key="")) == "item"


def test_what_refers_to_a_key_follows():
    parent, child = work("Lee, A", title="Book"), work("Kim, B", extra={"crossref": "old"})
    (book, chapter) = with_keys([parent, child], parse_pattern("[auth]"))
    assert (book.key, chapter.key) == ("Lee", "Kim")
    assert chapter.extra["crossref"] in ("Lee", "Kim")


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("smith", "'smith' is nothing that a source has"), ("[authEtAL]", "authEtAl"), ("[auth:lowr]", "lower"),
        ("[auth", "brackets"), ("auth]", "brackets"), ("[auth][", "brackets"), ("auth year", "without '+'"), ("",
        "no formula"),
        ("auth +", "no formula"), ("'x'", "nothing of the source"), ("[auth:]", "no modifier"),
        ('[auth:regex("(","")]', "regular expression"), ("[auth:regex]", "regular expression"), ("[]",
        "nothing that a source"),
    ],
)  # fmt: skip
def test_a_pattern_that_can_not_be_is_explained(pattern, said):
    with pytest.raises(InvalidValue) as caught:
        parse_pattern(pattern)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@given(
    st.lists(items, min_size=1, max_size=5),
    st.sampled_from(["[auth][year]", "[authors:lower]-[title]", "auth.lower + shorttitle(2)"]),
)
def test_every_item_has_a_key_of_its_own_that_bibtex_takes(batch, pattern):
    keyed = with_keys(batch, parse_pattern(pattern))
    assert len({item.key for item in keyed}) == len(batch)
    assert (
        [item.key for item in read_biblatex(write_biblatex(keyed)).items] == [item.key for item in keyed]
        if batch
        else True
    )


@given(st.text(max_size=30))
def test_no_pattern_does_anything_but_explain_itself(text):
    try:
        pattern = parse_pattern(text)
    except InvalidValue:
        return
    make_keys([work(*NEWTON)], pattern)
