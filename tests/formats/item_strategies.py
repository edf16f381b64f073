"""Items that hypothesis draws: everything that CSL-JSON can say, and what is awkward to write down."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from tipcite.model import (
    DATE_VARIABLES,
    ITEM_TYPES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
    Date,
    Item,
    Name,
    Variant,
    VariantKind,
)

awkward = st.text(
    alphabet=st.sampled_from(
        string.ascii_letters
        + string.digits
        + " {}\\$&#%_~^`'\"-–—<>/@,;:.()[]|!?äßñ臺灣人口，、。；\xa0\n\t\x85\x00\ufeff"
    ),
    max_size=30,
)
telling = st.sampled_from(
    [
        "TY  - BOOK", "x\nER  - \nTY  - BOOK", "a\nAU  - Smith", "%A Smith", "x\n%0 Book", "RT Book", "PMID- 1",
        "<i>On</i> <b>x</b>", "]]>", "</record>", "&amp; &lt;", "- a: b", "# no comment", "yes", "null", "1.10", "007",
        "2020-05-01", "12:30", "1-12", "1-3, 7-9", "e123", "12", "a; b", "a, b", "第5卷", "Smith, John", "王寬弘",
        "美國在台協會", "WHO", "World Health Organization", "van der Berg", "tipcite: {}", "tipcite: {", "a\n\nb",
        "10.1000/xyz", "https://example.org/a b", "978-986-123-456-7", "1234-5678", "en-US", "zh-TW", "English",
        "x||y", "x;;y", "!!python/object:os.system", "&a *a", "|", ">-", "'", '"', "\r", "x\ry", " x ", "---\n...",
    ]
)  # fmt: skip
words = awkward | telling
names = st.builds(
    Name,
    family=words,
    given=words,
    suffix=st.sampled_from(["", "Jr."]),
    non_dropping_particle=st.sampled_from(["", "van der", "de"]),
    dropping_particle=st.sampled_from(["", "von"]),
    static_ordering=st.booleans(),
) | st.builds(Name, literal=words)
dates = st.builds(
    Date,
    parts=st.sampled_from(
        [(), ((2020,),), ((2020, 5),), ((2020, 5, 1),), ((2020, 5, 1), (2020, 6, 1)), ((-50,),), ((1999,), (0,)),
         ((2020, 14),), ((2020, 22),), ((12345,),), ((50,),)]
    ),
    circa=st.booleans(),
    literal=st.sampled_from(["", "n.d.", "民國109年", "{x", "2020"]),
    season=st.sampled_from(["", "2"]),
    raw=st.sampled_from(["", "May 2020"]),
)  # fmt: skip
variants = st.builds(
    Variant,
    field=st.sampled_from(["title", "author", "publisher"]),
    kind=st.sampled_from(VariantKind),
    language=st.sampled_from(["en", "zh-Latn", "zh-Hant", ""]),
    text=words,
)
kept = st.dictionaries(
    st.sampled_from(["C1", "L1", "AD", "TY", "ER", "ID", "M2", "%1", "custom1", "x", "YR", "relatedItem"]),
    st.lists(words, max_size=2) | words,
    max_size=2,
)
customs = st.dictionaries(
    st.sampled_from(["ris", "enw", "endnote-xml", "mods", "cff", "other"]), kept, min_size=1, max_size=2
)
items = st.builds(
    Item,
    key=st.text(alphabet=string.ascii_letters + string.digits + ":-_ ,{}%<&\n王", max_size=8),
    type=st.sampled_from(sorted(ITEM_TYPES)) | st.just("no-such-type"),
    fields=st.dictionaries(st.sampled_from(sorted(TEXT_VARIABLES | NUMBER_VARIABLES)), words, max_size=8),
    names=st.dictionaries(
        st.sampled_from(["author", "editor", *sorted(NAME_VARIABLES)]),
        st.lists(names, min_size=1, max_size=3).map(tuple),
        max_size=3,
    ),
    dates=st.dictionaries(st.sampled_from(["issued", "accessed", *sorted(DATE_VARIABLES)]), dates, max_size=3),
    extra=st.dictionaries(
        st.sampled_from(["journal", "owner", "x-y", "tipcite", "month"]),
        words
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.lists(words, max_size=2)
        | st.booleans(),
        max_size=3,
    )
    | customs.map(lambda custom: {"custom": custom}),
    tags=st.lists(words, max_size=2, unique=True).map(lambda tags: tuple(sorted(tags))),
    notes=st.lists(words, max_size=1).map(tuple),
    variants=st.lists(variants, max_size=2).map(tuple),
)
batches = st.lists(items, max_size=3)
