"""Whole entries and lists in a format."""

from __future__ import annotations

import html
from collections.abc import Iterable
from enum import StrEnum
from typing import assert_never

from tipcite.csl.processor import Entry
from tipcite.csl.writers.html import write_html
from tipcite.csl.writers.markdown import write_markdown
from tipcite.csl.writers.text import write_text


class OutputFormat(StrEnum):
    """The formats that the engine writes."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"


def format_entry(entry: Entry, to: OutputFormat | str) -> str:
    """Write one entry; in HTML with its class, id and language.

    Raises:
        ValueError: the format is not known.
    """
    match OutputFormat(to):
        case OutputFormat.TEXT:
            return write_text(entry.inline)
        case OutputFormat.MARKDOWN:
            return write_markdown(entry.inline)
        case OutputFormat.HTML:
            language = f' lang="{html.escape(entry.language)}"' if entry.language else ""
            key = html.escape(entry.key)
            return f'<div id="ref-{key}" class="csl-entry"{language}>{write_html(entry.inline)}</div>'
        case _ as never:
            assert_never(never)


def format_bibliography(entries: Iterable[Entry], to: OutputFormat | str) -> str:
    """Write a whole list: a line an entry, in HTML inside one element, in Markdown a paragraph an entry."""
    written = [format_entry(entry, to) for entry in entries]
    match OutputFormat(to):
        case OutputFormat.TEXT:
            return "\n".join(written) + "\n" if written else ""
        case OutputFormat.MARKDOWN:
            return "\n\n".join(written) + "\n" if written else ""
        case OutputFormat.HTML:
            body = "".join(f"  {entry}\n" for entry in written)
            return f'<div class="csl-bib-body">\n{body}</div>\n'
        case _ as never:
            assert_never(never)
