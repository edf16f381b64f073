"""Inline content → Typst markup. Every call ends in `;`: a bracket in the text behind it is then no argument."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from tipcite.csl.inline import Inline, Mark, Span, Str
from tipcite.csl.writers.characters import ascii_address, is_web_address, printable
from tipcite.csl.writers.gaps import Gap, with_gaps
from tipcite.csl.writers.margin import split_margin
from tipcite.csl.writers.text import write_text
from tipcite.csl.writers.typefaces import typeface

# Typst reference, "Syntax": straight quotation marks become curly, `//` and `/*` begin comments, `--`, `-?`, `-1` (also
# `-Ⅷ`) and `...` are shorthands; `-`, `+`, `=`, `/` and `1.` at the start of a line make lists and headings.
_SPECIAL: Final = (
    r"""[\\*_`$#@<>\[\]~'"]|-(?![A-Za-zÀ-ɏ\s])|/(?=[/*]|$)|(?:(?<=^)|(?<=\s))[-+=/]|"""
    r"(?<=\d)\.(?=\s|$)|(?<=\.)\.|\.(?=$)"
)
_ODD_SPACES: Final = str.maketrans({"\u00a0": "~", "\u00ad": "-?"})
_GAPS: Final = {Gap.NONE: "", Gap.SPACE: " ", Gap.LINE: "#linebreak();"}
_CALLS: Final = {
    Mark.ITALIC: "#emph",
    Mark.OBLIQUE: '#text(style: "oblique")',
    Mark.UPRIGHT: '#text(style: "normal")',
    Mark.BOLD: "#strong",
    Mark.LIGHT: '#text(weight: "light")',
    Mark.MEDIUM: '#text(weight: "regular")',
    Mark.SMALL_CAPS: "#smallcaps",
    Mark.FULL_CAPS: "#text(features: (smcp: 0))",
    Mark.UNDERLINE: "#underline",
    Mark.SUPERSCRIPT: "#super",
    Mark.SUBSCRIPT: "#sub",
}


def write_typst(inline: Iterable[Inline]) -> str:
    """Write Typst markup."""
    out: list[str] = []
    for gap, node in with_gaps(inline):
        out.append(_GAPS[gap])
        out.append(escape_typst(node.text) if isinstance(node, Str) else _span(node))
    return "".join(out)


def escape_typst(text: str) -> str:
    """Escape all that Typst would read."""
    escaped = re.sub(_SPECIAL, r"\\\g<0>", printable(text))
    return escaped.translate(_ODD_SPACES)


def typst_entry(inline: tuple[Inline, ...], language: str) -> str:
    """Write an entry in its language, which decides how it breaks into lines and which glyphs it has."""
    call = _language_call(language)
    return f"{call}[{write_typst(inline)}]" if call else write_typst(inline)


def typst_list(entries: Sequence[tuple[tuple[Inline, ...], str]], *, hanging: bool) -> str:
    """Write entries (content and language) as paragraphs, as a grid where they have numbers in the margin."""
    if any(split_margin(inline).label for inline, _ in entries):
        return _grid(entries)
    paragraphs = "\n\n".join(f"  {typst_entry(inline, language)}" for inline, language in entries)
    indent = "2em" if hanging else "0em"
    rule = f"#set par(hanging-indent: {indent}, first-line-indent: 0em, justify: false, spacing: 1em)"
    return f"#block[\n  {rule}\n\n{paragraphs}\n]\n"


def _grid(entries: Sequence[tuple[tuple[Inline, ...], str]]) -> str:
    rows = []
    for inline, language in entries:
        label, body = split_margin(inline)
        cell = _language_call(language).removeprefix("#")
        rows.append(f"  [{write_typst(label)}], {cell}[{write_typst(body)}],\n")
    return f"#grid(\n  columns: (auto, 1fr), column-gutter: 0.5em, row-gutter: 1em,\n{''.join(rows)})\n"


def _language_call(language: str) -> str:
    primary, _, region = (typeface(language).tag or language).partition("-")
    if not re.fullmatch("[A-Za-z]{2,3}", primary):
        return ""
    place = re.search(r"\b[A-Za-z]{2}$", region)
    in_region = f', region: "{place[0].upper()}"' if place else ""
    return f'#text(lang: "{primary.lower()}"{in_region})'


def _span(span: Span) -> str:
    inner = write_typst(span.children)
    match span.mark:
        case Mark.LINK:
            return _link(span, inner)
        case Mark.INDENT:
            return f"#h(2em);{inner}"
    call = _CALLS.get(span.mark)
    return f"{call}[{inner}];" if call else inner


def _link(span: Span, inner: str) -> str:
    if not is_web_address(span.target):
        return inner
    address = ascii_address(span.target)
    body = "" if write_text(span.children) == address else f"[{inner}]"
    return f'#link("{address}"){body};'
