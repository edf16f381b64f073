"""Writers: inline content → a format."""

from tipcite.csl.writers.characters import ascii_address
from tipcite.csl.writers.entries import OutputFormat, format_bibliography, format_entry, format_inline
from tipcite.csl.writers.html import write_html
from tipcite.csl.writers.latex import escape_latex, write_latex
from tipcite.csl.writers.margin import split_margin
from tipcite.csl.writers.markdown import write_markdown
from tipcite.csl.writers.rtf import rtf_document, rtf_heading, write_rtf
from tipcite.csl.writers.runs import Run, write_runs
from tipcite.csl.writers.text import write_text
from tipcite.csl.writers.typefaces import WESTERN_FONT, Typeface, typeface
from tipcite.csl.writers.typst import escape_typst, write_typst

__all__ = [
    "WESTERN_FONT",
    "OutputFormat",
    "Run",
    "Typeface",
    "ascii_address",
    "escape_latex",
    "escape_typst",
    "format_bibliography",
    "format_entry",
    "format_inline",
    "rtf_document",
    "rtf_heading",
    "split_margin",
    "typeface",
    "write_html",
    "write_latex",
    "write_markdown",
    "write_rtf",
    "write_runs",
    "write_text",
    "write_typst",
]
