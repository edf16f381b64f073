"""BibTeX and BibLaTeX: the doors to their readers and writers."""

from __future__ import annotations

from tipcite.formats.bibtex_read import read_biblatex, read_bibtex
from tipcite.formats.bibtex_write import write_biblatex, write_bibtex

__all__ = ["read_biblatex", "read_bibtex", "write_biblatex", "write_bibtex"]
