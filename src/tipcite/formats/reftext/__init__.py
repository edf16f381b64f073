"""A reference list typed as prose, Chinese or Western, read piece by piece: text in, items out."""

from tipcite.formats.reftext.reader import ParsedList, parse_reference_list, read_reference_list, reading_of
from tipcite.formats.reftext.recut import join_references, split_reference
from tipcite.formats.reftext.reference import Confidence, ParsedReference, Span
from tipcite.formats.reftext.single import parse_reference

__all__ = [
    "Confidence",
    "ParsedList",
    "ParsedReference",
    "Span",
    "join_references",
    "parse_reference",
    "parse_reference_list",
    "read_reference_list",
    "reading_of",
    "split_reference",
]
