"""The CSL engine: a style and items in, citations and a bibliography out. `processor` lists the passes."""

from tipcite.csl.conventions import CITEPROC_JS, Conventions
from tipcite.csl.document import Change, Document
from tipcite.csl.inline import Inline, Mark, Span, Str
from tipcite.csl.locale import LoadLocale
from tipcite.csl.nodes import Style
from tipcite.csl.options import StyleOption, dating_options, style_options, with_options
from tipcite.csl.parse import LoadParent, parse_style
from tipcite.csl.position import Cite
from tipcite.csl.processor import CitedCluster, Entry, Processor
from tipcite.csl.sort import Collation, SortOrder, default_collation
from tipcite.csl.writers import (
    WESTERN_FONT,
    OutputFormat,
    Run,
    Typeface,
    ascii_address,
    escape_latex,
    escape_typst,
    format_bibliography,
    format_entry,
    format_inline,
    rtf_document,
    rtf_heading,
    split_margin,
    typeface,
    write_html,
    write_latex,
    write_markdown,
    write_rtf,
    write_runs,
    write_text,
    write_typst,
)

__all__ = [
    "CITEPROC_JS",
    "WESTERN_FONT",
    "Change",
    "Cite",
    "CitedCluster",
    "Collation",
    "Conventions",
    "Document",
    "Entry",
    "Inline",
    "LoadLocale",
    "LoadParent",
    "Mark",
    "OutputFormat",
    "Processor",
    "Run",
    "SortOrder",
    "Span",
    "Str",
    "Style",
    "StyleOption",
    "Typeface",
    "ascii_address",
    "dating_options",
    "default_collation",
    "escape_latex",
    "escape_typst",
    "format_bibliography",
    "format_entry",
    "format_inline",
    "parse_style",
    "rtf_document",
    "rtf_heading",
    "split_margin",
    "style_options",
    "typeface",
    "with_options",
    "write_html",
    "write_latex",
    "write_markdown",
    "write_rtf",
    "write_runs",
    "write_text",
    "write_typst",
]
