"""The CSL engine: a style and items in, citations and a bibliography out. `processor` lists the passes."""

from tipcite.csl.inline import Inline, Mark, Span, Str
from tipcite.csl.locale import LoadLocale
from tipcite.csl.nodes import Style
from tipcite.csl.parse import LoadParent, parse_style
from tipcite.csl.position import Cite
from tipcite.csl.processor import CitedCluster, Entry, Processor
from tipcite.csl.sort import Collation, SortOrder, default_collation
from tipcite.csl.writers import (
    OutputFormat,
    format_bibliography,
    format_entry,
    write_html,
    write_markdown,
    write_text,
)

__all__ = [
    "Cite",
    "CitedCluster",
    "Collation",
    "Entry",
    "Inline",
    "LoadLocale",
    "LoadParent",
    "Mark",
    "OutputFormat",
    "Processor",
    "SortOrder",
    "Span",
    "Str",
    "Style",
    "default_collation",
    "format_bibliography",
    "format_entry",
    "parse_style",
    "write_html",
    "write_markdown",
    "write_text",
]
