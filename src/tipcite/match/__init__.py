"""Two descriptions of works, compared: strictly for duplicates, leniently for what an agency's record says."""

from tipcite.match.duplicates import Certainty, Match, judge
from tipcite.match.features import features_of
from tipcite.match.fields import Described, compare_item_field, shown_field
from tipcite.match.identifiers import identifiers, plain_address
from tipcite.match.merging import contradictions, differences, filled, merged
from tipcite.match.pairs import Pair, are_told_apart, find_pairs
from tipcite.match.sameness import Compared, Sameness
from tipcite.match.titles import Likeness, compare_titles, is_marked_retracted
from tipcite.match.work import WorkCompared, compare_work, is_another_work, years_apart

__all__ = [
    "Certainty",
    "Compared",
    "Described",
    "Likeness",
    "Match",
    "Pair",
    "Sameness",
    "WorkCompared",
    "are_told_apart",
    "compare_item_field",
    "compare_titles",
    "compare_work",
    "contradictions",
    "differences",
    "features_of",
    "filled",
    "find_pairs",
    "identifiers",
    "is_another_work",
    "is_marked_retracted",
    "judge",
    "merged",
    "plain_address",
    "shown_field",
    "years_apart",
]
