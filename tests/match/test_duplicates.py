"""Which items are one work: on pairs that were labelled by hand, and in libraries of thousands."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.match import Certainty, Match, features_of, find_pairs, judge, pairs
from tipcite.model import Item, Variant, VariantKind, item_from_csl

sys.path.insert(0, str(Path(__file__).parent))
from labelled import make
from labelled import pairs as labelled_pairs

PAIRS = labelled_pairs()


def verdict(match: Match | None) -> str:
    if match is None or match.certainty is Certainty.TRANSLATION:
        return "other"
    return {"certain": "same", "doubtful": "doubtful"}[str(match.certainty)]


def counted() -> Counter[tuple[str, str]]:
    return Counter((label, verdict(judge(features_of(one), features_of(other)))) for label, one, other in PAIRS)


def test_there_are_pairs_of_every_kind() -> None:
    labels = Counter(label for label, *_ in PAIRS)
    assert len(PAIRS) >= 150
    assert min(labels.values()) >= 20


def test_what_is_called_certain_is_the_same_work() -> None:
    """Precision comes first: of the pairs that are merged without a question none is two works."""
    found = counted()
    certain = sum(number for (_, said), number in found.items() if said == "same")
    assert found["same", "same"] == certain


def test_most_duplicates_are_found() -> None:
    """Recall: certain at once for most; of the others a reader is asked."""
    found = counted()
    same = sum(number for (label, _), number in found.items() if label == "same")
    assert found["same", "same"] >= 0.97 * same
    assert found["same", "other"] == 0


def test_readers_are_seldom_asked_in_vain() -> None:
    found = counted()
    other = sum(number for (label, _), number in found.items() if label == "other")
    assert found["other", "doubtful"] <= 0.03 * other


def test_the_order_of_two_does_not_matter() -> None:
    for _, one, other in PAIRS:
        assert judge(features_of(one), features_of(other)) == judge(features_of(other), features_of(one)), one


def test_every_match_is_found_among_others() -> None:
    others = [replace(one, key=f"other{number}") for number, one in enumerate(library(60))]
    for _, one, other in PAIRS:
        found = [(pair.first.key, pair.second.key) for pair in find_pairs([one, *others, other])]
        assert (("one", "two") in found) is (judge(features_of(one), features_of(other)) is not None), one


def test_an_original_and_its_translation_are_told_as_such() -> None:
    original = make({"type": "book", "title": "港口的社會史", "author": "吳望潮", "issued": 2008}, "a")
    form = Variant(field="title", kind=VariantKind.TRANSLATED, language="en", text="A social history of ports")
    english = make({"type": "book", "title": "A Social History of Ports", "issued": 2012}, "b")
    (pair,) = find_pairs([replace(original, variants=(form,)), english])
    assert pair.match.certainty is Certainty.TRANSLATION


def test_what_a_reader_told_apart_is_not_named_again() -> None:
    one = make({"title": "Tide gauges and trust", "author": "Pike, Ira", "issued": 2017}, "a")
    other = replace(one, key="b")
    assert len(find_pairs([one, other])) == 1
    assert find_pairs([replace(one, distinct_from=("b",)), other]) == ()
    assert find_pairs([one, replace(other, distinct_from=("old",)), replace(one, key="c", aliases=("old",))]) != ()


def test_keys_narrow_what_is_looked_at() -> None:
    items = [
        make({"title": f"Tides of lake {number // 2}", "author": "Pike, Ira", "issued": 2017}, f"k{number}")
        for number in range(6)
    ]
    assert len(find_pairs(items)) == 3
    assert [(pair.first.key, pair.second.key) for pair in find_pairs(items, about=["k3"])] == [("k2", "k3")]


def library(size: int) -> list[Item]:
    """Make a library as there are some: prolific authors, series of reports, editorials, and one in ten twice."""
    words = "harbour tide lake net shore reef ferry storm market law labour credit atlas rope salt map".split()
    items = []
    for number in range(size):
        source = number if number % 10 else max(number - 1, 0)
        kinds = [
            f"The {words[source % 16]} and the {words[source // 16 % 16]} of district {source // 256}",
            "Editorial",
            "海域安全年度報告",
        ]
        items.append(
            item_from_csl(
                {
                    "id": f"k{number}",
                    "type": "article-journal",
                    "title": kinds[0 if source % 7 else 1 + source % 2],
                    "author": [{"family": words[source % 16].title(), "given": chr(65 + source % 26)}],
                    "issued": {"date-parts": [[1990 + source % 30]]},
                    "container-title": f"Journal {source % 40}",
                    "volume": source // 3,
                    "page": f"{source % 400}-{source % 400 + 9}",
                }
            )
        )
    return items


@pytest.mark.parametrize("size", [500, 2000])
def test_cost_grows_with_the_library(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0

    def counting(*both: object) -> Match | None:
        nonlocal calls
        calls += 1
        return judge(*both)  # type: ignore[arg-type]

    monkeypatch.setattr(pairs, "judge", counting)
    find_pairs(library(size))
    assert calls < 25 * size


TEXTS = st.text(max_size=12) | st.sampled_from(
    ["序", "Editorial", "2020", "第一冊", "A (B): C", "<i>x</i>", "10.5555/a"]
)


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["title", "container-title", "volume", "page", "URL", "DOI", "ISBN", "PMID", "edition"]),
            TEXTS,
        ),
        min_size=2,
        max_size=4,
    )
)
def test_no_text_raises_and_an_item_is_like_itself(tables: list[dict[str, str]]) -> None:
    items = [item_from_csl({"id": str(number), **table}) for number, table in enumerate(tables)]
    found = find_pairs(items)
    assert all(pair.first is not pair.second for pair in found)
    for one in items:
        for other in items:
            assert judge(features_of(one), features_of(other)) == judge(features_of(other), features_of(one))
