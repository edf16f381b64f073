"""Inline content → HTML: semantic elements, styles only where HTML has none, links on addresses."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Final

from tipcite.csl.inline import Inline, Mark, Span, Str
from tipcite.csl.writers.characters import is_web_address, printable

_TAGS: Final = {
    Mark.ITALIC: ("<i>", "</i>"),
    Mark.OBLIQUE: ('<span style="font-style: oblique">', "</span>"),
    Mark.UPRIGHT: ('<span style="font-style: normal">', "</span>"),
    Mark.BOLD: ("<b>", "</b>"),
    Mark.LIGHT: ('<span style="font-weight: lighter">', "</span>"),
    Mark.MEDIUM: ('<span style="font-weight: normal">', "</span>"),
    Mark.SMALL_CAPS: ('<span style="font-variant: small-caps">', "</span>"),
    Mark.FULL_CAPS: ('<span style="font-variant: normal">', "</span>"),
    Mark.UNDERLINE: ('<span style="text-decoration: underline">', "</span>"),
    Mark.NO_UNDERLINE: ('<span style="text-decoration: none">', "</span>"),
    Mark.SUPERSCRIPT: ("<sup>", "</sup>"),
    Mark.SUBSCRIPT: ("<sub>", "</sub>"),
    Mark.BASELINE: ('<span style="vertical-align: baseline">', "</span>"),
    Mark.BLOCK: ('<div class="csl-block">', "</div>"),
    Mark.LEFT_MARGIN: ('<div class="csl-left-margin">', "</div>"),
    Mark.RIGHT_INLINE: ('<div class="csl-right-inline">', "</div>"),
    Mark.INDENT: ('<div class="csl-indent">', "</div>"),
}


def write_html(inline: Iterable[Inline], *, links: bool = True) -> str:
    """Write HTML; what is no web address is never made a link."""
    out: list[str] = []
    for node in inline:
        match node:
            case Str():
                out.append(html.escape(printable(node.text), quote=False))
            case Span():
                out.append(_span(node, links=links))
    return "".join(out)


def _span(span: Span, *, links: bool) -> str:
    inner = write_html(span.children, links=links)
    if span.mark is not Mark.LINK:
        opening, closing = _TAGS[span.mark]
        return f"{opening}{inner}{closing}"
    if not links or not is_web_address(span.target):
        return inner
    return f'<a href="{html.escape(span.target)}">{inner}</a>'
