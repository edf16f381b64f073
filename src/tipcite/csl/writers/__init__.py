"""Writers: inline content → a format."""

from tipcite.csl.writers.entries import OutputFormat, format_bibliography, format_entry
from tipcite.csl.writers.html import write_html
from tipcite.csl.writers.markdown import write_markdown
from tipcite.csl.writers.text import write_text

__all__ = [
    "OutputFormat",
    "format_bibliography",
    "format_entry",
    "write_html",
    "write_markdown",
    "write_text",
]
