"""A reference list typed as prose, Chinese or Western, read piece by piece: text in, items out."""

from tipcite.formats.reftext.reader import read_reference_list
from tipcite.formats.reftext.reference import ParsedReference, Span
from tipcite.formats.reftext.single import parse_reference

__all__ = ["ParsedReference", "Span", "parse_reference", "read_reference_list"]
