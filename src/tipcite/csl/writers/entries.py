"""Inline content, whole entries and lists in a format."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Final, assert_never

from tipcite.csl.inline import Inline
from tipcite.csl.processor import Entry
from tipcite.csl.writers.html import write_html
from tipcite.csl.writers.latex import latex_list, write_latex
from tipcite.csl.writers.markdown import write_markdown
from tipcite.csl.writers.rtf import rtf_list, write_rtf
from tipcite.csl.writers.text import write_text
from tipcite.csl.writers.typst import typst_entry, typst_list, write_typst


class OutputFormat(StrEnum):
    """The formats that the engine writes."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    LATEX = "latex"
    RTF = "rtf"
    TYPST = "typst"


_WRITERS: Final[dict[OutputFormat, Callable[[Iterable[Inline]], str]]] = {
    OutputFormat.TEXT: write_text,
    OutputFormat.HTML: write_html,
    OutputFormat.MARKDOWN: write_markdown,
    OutputFormat.LATEX: write_latex,
    OutputFormat.RTF: write_rtf,
    OutputFormat.TYPST: write_typst,
}


def format_inline(inline: Iterable[Inline], to: OutputFormat | str, *, home: str = "zh-TW") -> str:
    """Write the content of a citation, or of anything else that stands in a line.

    `home` is the language as whose fonts RTF sets Han.

    Raises:
        ValueError: the format is not known.
    """
    form = OutputFormat(to)
    return write_rtf(inline, home=home) if form is OutputFormat.RTF else _WRITERS[form](inline)


def format_entry(entry: Entry, to: OutputFormat | str) -> str:
    """Write one entry; in HTML with its class, id and language.

    Raises:
        ValueError: the format is not known.
    """
    match OutputFormat(to):
        case OutputFormat.HTML:
            language = f' lang="{html.escape(entry.language)}"' if entry.language else ""
            key = html.escape(entry.key)
            return f'<div id="ref-{key}" class="csl-entry"{language}>{write_html(entry.inline)}</div>'
        case OutputFormat.LATEX:
            return write_latex(entry.inline, language=entry.language)
        case OutputFormat.RTF:
            return write_rtf(entry.inline, language=entry.language)
        case OutputFormat.TYPST:
            return typst_entry(entry.inline, entry.language)
        case other:
            return _WRITERS[other](entry.inline)


def format_bibliography(
    entries: Iterable[Entry], to: OutputFormat | str, *, hanging: bool = False, home: str = "zh-TW"
) -> str:
    """Write a whole list: a line an entry, in Markdown a paragraph, in HTML one element, in LaTeX a list.

    RTF is paragraphs, which need `rtf_document` around them. With `hanging`, formats that know indents indent all
    lines of an entry but the first. `home` is the language as whose fonts RTF sets Han in Western entries.

    Raises:
        ValueError: the format is not known.
    """
    entries = tuple(entries)
    with_languages = [(entry.inline, entry.language) for entry in entries]
    match OutputFormat(to):
        case OutputFormat.TEXT:
            return "".join(f"{format_entry(entry, OutputFormat.TEXT)}\n" for entry in entries)
        case OutputFormat.MARKDOWN:
            return "\n".join(f"{format_entry(entry, OutputFormat.MARKDOWN)}\n" for entry in entries)
        case OutputFormat.HTML:
            body = "".join(f"  {format_entry(entry, OutputFormat.HTML)}\n" for entry in entries)
            indent = " hanging-indent" if hanging else ""
            return f'<div class="csl-bib-body{indent}">\n{body}</div>\n'
        case OutputFormat.LATEX:
            return latex_list(with_languages, hanging=hanging) if entries else ""
        case OutputFormat.RTF:
            return rtf_list(with_languages, hanging=hanging, home=home)
        case OutputFormat.TYPST:
            return typst_list(with_languages, hanging=hanging) if entries else ""
        case _ as never:
            assert_never(never)
