"""CSL-JSON as hypothesis makes it: whatever schema 1.0.2 (`csl-data.json`, `csl-citation.json`) lets through."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

from tipcite.csl import Cite
from tipcite.csl.taxonomy import LOCATORS
from tipcite.model import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES

PIECES: Final = (
    *"a B z é ß ǆ I i 1 0 12 ² ٣ Ⅷ １ ① iv xii 1st 3a".split(),
    *"the The of von van de d’ d' al- Jr. et al. Guo-ping J.-P. O'Neill M. Th. McCall sub- -".split(),
    *"王 小明 司馬 中文。 《書名》 〈篇名〉 「引」 『雙』 、 ， ： （） 民國 臺 𠮷 あア ー 한 김".split(),
    *"עברית العربية كتاب नमस्ते ไทย Ж Ψ".split(),
    *"<i> </i> <b> </b> <sup> </sup> <sub> </sub> <sc> </sc> <u> </u> </span> < > <x> <i <!-- &amp; & &#60;".split(),
    *(
        '<span class="nocase">',
        '<span style="font-variant:small-caps;">',
        '<span class="nodecor">',
        "<i>On</i> ",
        "<b>x<i>y</b></i>",
    ),
    *"\" ' “ ” ‘ ’ « » ‹ › „ ‚ ( ) [ ] { } . , ; : ! ? … ... – — / \\ | * _ # % $ ^ ~ @ ` + = §".split(),
    *(" ", "  ", "\t", "\n", "\r\n", "\n\n", "\u00a0", "\u202f", "\u3000", "\u2028", "\x0b"),
    *("\x00", "\x07", "\x1b", "\x7f", "\x85", "\u00ad", "\ufeff", "\ufffe", "\uffff", "\ue000"),
    *("\u202e", "\u202c", "\u2067", "\u2069", "\u200f", "\u200b", "\u200d", "\u0301", "e\u0301\u0323"),
    *("\ufe0f", "👩‍👩‍👧", "🇹🇼"),
    *("https://a.b/c_d?e=%20#f", "http://", "javascript:alert(1)", "10.1000/x(1)<2>", "%s", "\\-"),
    *("1-2", "12–15", "3, 5", "5 & 7"),
    *("{:author: A || B}", "||", "type: book", "issued: 2020-01", "\nauthor: Roe || Ann\n"),
    *("{\\rtf1 x}", "\\input{x}", "#let x"),
)  # fmt: skip
characters = st.characters(exclude_categories=["Cs"])
pieces = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
texts = st.one_of(pieces, pieces, st.text(characters, max_size=8), st.just(""))
words = st.sampled_from(["Roe", "Doe", "Smith", "王", "小明", "Ann", "J. J.", "Jean-Luc", "van", "Kōbō", ""]) | texts
numbers = st.one_of(
    st.integers(-10, 5000),
    st.floats(-10, 1e6, allow_nan=False),
    st.from_regex(r"[A-Za-z]?[0-9]{1,4}([-–,&] ?[A-Za-z]?[0-9]{1,4})?", fullmatch=True),
    st.sampled_from(["1st", "iv", "XLI", "第三", "2.1", "10-5", "S12", "-5", "²", "٣", "9" * 30, "1e9"]),
    texts,
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
flags = st.booleans() | st.sampled_from(["true", "false", "", "1", 0, 1, 2.5])

names = st.fixed_dictionaries(
    {},
    optional={
        "family": words, "given": words, "literal": texts, "suffix": st.sampled_from(["Jr.", "III", ""]) | texts,
        "dropping-particle": st.sampled_from(["de", "d’", ""]) | texts,
        "non-dropping-particle": st.sampled_from(["van der", "al-", "La", ""]) | texts,
        "comma-suffix": flags, "static-ordering": flags, "parse-names": flags,
    },
) | st.builds(dict, family=words, given=words)  # fmt: skip

years = st.integers(1890, 2030) | st.integers(-9999, 9999) | st.sampled_from([0, -1, -100_001, 123_456, 10**12])
_parts = st.one_of(
    st.tuples(years),
    st.tuples(years, st.integers(-2, 30)),
    st.tuples(years, st.integers(-2, 30), st.integers(-2, 40)),
).map(list)
date_parts = st.lists(_parts | _parts.map(lambda parts: [str(part) for part in parts]), min_size=1, max_size=2)
edtf = st.sampled_from(
    ["2020", "2020-05", "2020-05-06", "2020-05/2021-06", "2020/..", "../2020", "-0044-03", "2020~", "2020-21", "201X",
     "2020?", "Y-170000", "2020-05-06T10:00:00Z", "2020-XX", "{2020,2021}", "1979/"]
)  # fmt: skip
raw_dates = st.sampled_from(
    ["May 2020", "12 May 2020 – 3 June 2021", "民國109年", "5/12/2020", "Spring 1999", "n.d.", "circa 1200"]
)
dates = st.fixed_dictionaries(
    {},
    optional={
        "date-parts": date_parts, "season": st.integers(0, 25) | texts, "circa": flags, "literal": texts,
        "raw": raw_dates | edtf | texts, "edtf": edtf,
    },
) | st.one_of(date_parts.map(lambda parts: {"date-parts": parts}), edtf)  # fmt: skip

languages = st.sampled_from(
    ["zh-TW", "zh-Hant", "zh-CN", "zh", "en-US", "en", "EN-gb", "ja", "ko-KR", "de", "fr-FR", "ar", "中文", "zh_CN", ""]
) | st.text(characters, max_size=4)
_note_lines = st.builds(
    "{}{}{}".format,
    st.sampled_from(
        [*sorted(NAME_VARIABLES | DATE_VARIABLES | NUMBER_VARIABLES | TEXT_VARIABLES), "type", "Original Title", "key"]
    ),
    st.sampled_from([": ", ":", "：", " : "]),
    texts | edtf | raw_dates | st.builds("{}||{}".format, words, words),
)
notes = st.lists(_note_lines | texts, max_size=4).map("\n".join)
customs = st.dictionaries(texts.filter(lambda key: key != "tipcite"), json_values, max_size=2)

# In the schema, and in no list of the specification.
_TEXTS_TOO: Final = "ISAN ISCI ISMN ISRC ISWC translated-title translated-title-short".split()
_NUMBERS_TOO: Final = "part printing supplement".split()
VALUES: Final[dict[str, st.SearchStrategy[Any]]] = {
    **dict.fromkeys([*sorted(TEXT_VARIABLES), *_TEXTS_TOO, "journalAbbreviation", "shortTitle"], texts),
    **dict.fromkeys([*sorted(NUMBER_VARIABLES), *_NUMBERS_TOO], numbers),
    **dict.fromkeys(sorted(NAME_VARIABLES), st.lists(names, max_size=4)),
    **dict.fromkeys([*sorted(DATE_VARIABLES), "container"], dates),
    "language": languages,
    "note": notes,
    "categories": st.lists(texts, max_size=2),
    "custom": customs,
    "URL": st.sampled_from(["https://example.org/a_b%20c?d=e#f", "https://例え.jp/中文", "ftp://a.b/(c)"]) | texts,
    "DOI": st.sampled_from(["10.1000/182", "https://doi.org/10.1000/1", "10.1002/(SICI)1<1::AID-1>3.0.CO;2-#"]) | texts,
}
"""What every variable of the schema holds."""
_COMMON: Final = "title author issued container-title page volume issue publisher URL editor language note".split()
_variables = st.lists(st.sampled_from(_COMMON) | st.sampled_from(sorted(VALUES)), unique=True, max_size=12)


@st.composite
def raw_items(draw: st.DrawFn) -> dict[str, Any]:
    """Make one item without its id."""
    chosen = draw(_variables)
    return {"type": draw(st.sampled_from(sorted(ITEM_TYPES))), **{name: draw(VALUES[name]) for name in chosen}}


ids = st.integers(-5, 10**9) | st.floats(0, 9, allow_nan=False) | st.text(characters, min_size=1, max_size=5)
libraries = st.lists(st.tuples(ids, raw_items()), min_size=1, max_size=4, unique_by=lambda pair: str(pair[0])).map(
    lambda pairs: [{"id": key, **raw} for key, raw in pairs]
)
"""One to four items whose ids differ."""


def cites(keys: list[str]) -> st.SearchStrategy[Cite]:
    """Cites of some of the items, with all that `csl-citation.json` gives a cite."""
    return st.builds(
        Cite,
        key=st.sampled_from(keys),
        locator=st.just("") | numbers.map(str),
        label=st.sampled_from(sorted(LOCATORS)),
        prefix=st.just("") | texts,
        suffix=st.just("") | texts,
        suppress_author=st.booleans(),
        author_only=st.booleans(),
        composite=st.booleans(),
    )


def clusters(keys: list[str]) -> st.SearchStrategy[list[Cite]]:
    """Make one citation of up to three cites."""
    return st.lists(cites(keys), max_size=3)
