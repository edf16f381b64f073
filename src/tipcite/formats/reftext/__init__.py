"""A reference list typed as prose, Chinese or Western, read piece by piece: text in, items out."""

from tipcite.formats.reftext.reader import ParsedList, parse_reference_list, read_reference_list
from tipcite.formats.reftext.reference import Confidence, ParsedReference, Span
from tipcite.formats.reftext.single import parse_reference

__all__ = [
    "Confidence",
    "ParsedList",
    "ParsedReference",
    "Span",
    "parse_reference",
    "parse_reference_list",
    "read_reference_list",
]
