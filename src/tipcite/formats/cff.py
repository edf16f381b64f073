"""Citation File Format 1.2 (`CITATION.cff`): the doors to its reader and writer."""

from __future__ import annotations

from tipcite.formats.cff_read import read_cff
from tipcite.formats.cff_write import write_cff

__all__ = ["read_cff", "write_cff"]
