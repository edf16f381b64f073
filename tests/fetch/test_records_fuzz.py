"""Whatever stands in a record: it becomes an item with a title, or is refused in one line."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from tipcite.errors import FetchError
from tipcite.fetch.datacite_record import item_from_attributes
from tipcite.fetch.people import read_creators
from tipcite.fetch.work import item_from_work, relations
from tipcite.model import Doi, item_from_csl, item_to_csl

DOI = Doi("10.5555/x")
TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "王寬弘",
            "王",
            "RIVER TOWNS AND FIELDS",
            "臺灣河流 = Rivers of Taiwan",
            "<i>x",
            "&amp;lt;",
            "Wang, K.; Li",
            "n/a",
        ]
    ),
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-10, 9999), st.floats(allow_nan=False), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=6,
)
NAMES = st.dictionaries(st.sampled_from(["family", "given", "name", "literal", "suffix", "ORCID"]), JSON, max_size=4)
WORKS = st.dictionaries(
    st.sampled_from(
        """title subtitle original-title short-title container-title short-container-title type subtype DOI author
        editor translator issued published published-print volume issue page article-number edition-number ISBN ISSN issn-type
        publisher institution degree event abstract language relation aliases URL""".split()
    ),
    st.one_of(JSON, TEXTS, st.lists(TEXTS, max_size=3), st.lists(NAMES, max_size=3)),
    max_size=12,
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        """doi titles creators contributors publisher publicationYear dates types container relatedItems
        relatedIdentifiers rightsList language version descriptions identifiers alternateIdentifiers""".split()
    ),
    st.one_of(
        JSON,
        st.lists(
            st.dictionaries(
                st.sampled_from(
                    """title titleType name nameType familyName givenName contributorType date dateType
                    resourceTypeGeneral relationType titles volume number numberType relatedItemIdentifier relatedIdentifier""".split()
                ),
                st.one_of(JSON, TEXTS),
                max_size=4,
            ),
            max_size=3,
        ),
    ),
    max_size=10,
)


@given(WORKS)
def test_a_work_of_any_shape(work):
    relations(work)
    with contextlib.suppress(FetchError):
        item = item_from_work({"title": ["A title"], **work}, DOI, source="doi.org", name="doi.org")
        assert item.title or item.fields["container-title"]
        assert item_to_csl(item_from_csl(item_to_csl(item))) == item_to_csl(item)


@given(ATTRIBUTES)
def test_attributes_of_any_shape(attributes):
    with contextlib.suppress(FetchError):
        item = item_from_attributes({"titles": [{"title": "A"}], **attributes}, DOI, name="DataCite")
        assert item.title or item.fields["container-title"]


@given(st.lists(st.one_of(NAMES, JSON), max_size=4), st.booleans())
def test_creators_of_any_shape(members, is_chinese):
    for name in read_creators(members, is_chinese=is_chinese).names:
        assert name.full
