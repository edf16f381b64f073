"""Inline content → Markdown that CommonMark and pandoc show as the same text.

Passes: 1 write all, stars that are marks as a sign of their own, 2 escape what would begin a list, a heading or code.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from string import punctuation
from typing import Final, NamedTuple

from tipcite.csl.inline import Inline, Mark, Span, Str
from tipcite.csl.writers.characters import ascii_address, is_web_address, printable
from tipcite.csl.writers.gaps import Gap, with_gaps

# What is special to CommonMark anywhere; `"'$@^~{|`, dashes and dots are pandoc's (smart, math, citations, attributes).
_SPECIAL: Final = r"""[\\`*_\[\]<>~^$@|{"']|!$|-(?=-|$)|(?<=-)-|^-|(?<=\.)\.|&(?=#?\w*(?:;|$))"""
# Lists, headings, definitions, titles; pandoc counts with letters and in brackets too ("fancy_lists").
_BLOCK_START: Final = r"^( *)(?:([-+#=:%])|(\()(?=\w+\) )|(\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)(?=[.)](?: |$)))"
_STAR: Final = "\x00"
"""A star that is a mark, as long as stars that are text can stand beside it; no printable text has it."""
_STARS: Final = {Mark.ITALIC: "i", Mark.OBLIQUE: "i", Mark.BOLD: "b"}
_LENGTHS: Final = {"i": 1, "b": 2}
_TAGS: Final = {
    Mark.SUPERSCRIPT: ("<sup>", "</sup>"),
    Mark.SUBSCRIPT: ("<sub>", "</sub>"),
    Mark.SMALL_CAPS: ('<span style="font-variant: small-caps">', "</span>"),
    Mark.UNDERLINE: ("<u>", "</u>"),
}
_GAPS: Final = {Gap.NONE: "", Gap.SPACE: " ", Gap.LINE: "\\\n"}


class _Around(NamedTuple):
    """What a part stands in: the characters beside it, and the emphasis that is open (`i`, `b`)."""

    before: str = ""
    after: str = ""
    open: str = ""


def write_markdown(inline: Iterable[Inline]) -> str:
    """Write Markdown; what would open a list or heading at the start of a line is escaped."""
    text = re.sub("^ +", " ", _write(tuple(inline), _Around()))
    return re.sub(_BLOCK_START, _escape_start, text, flags=re.MULTILINE).replace(_STAR, "*")


def _escape_start(match: re.Match[str]) -> str:
    space, sign, bracket, number = match.groups()
    return f"{space}{number}\\" if number else f"{space}\\{sign or bracket}"


def _write(nodes: Sequence[Inline], around: _Around) -> str:
    text = ""
    for index, (gap, node) in enumerate(with_gaps(nodes)):
        after = next((char for other in nodes[index + 1 :] if (char := _first(other, around.open))), around.after)
        text += _GAPS[gap]
        text += _node(node, _Around(text[-1:] or around.before, after, around.open))
    return text


def _node(node: Inline, around: _Around) -> str:
    if isinstance(node, Str):
        return _escape(node.text)
    if node.mark in _STARS:
        return _emphasis(node, around)
    if node.mark is Mark.LINK:
        return _link(node, around)
    opening, closing = _TAGS.get(node.mark, ("", ""))
    if not opening:
        return _write(node.children, around)
    return _hug(_write(node.children, _Around(">", "<", around.open)), opening, closing)


def _first(node: Inline, is_open: str) -> str:
    """Return the character with which a node will begin, as far as its neighbour has to know."""
    if isinstance(node, Str):
        return _escape(node.text)[:1]
    is_link = node.mark is Mark.LINK and is_web_address(node.target)
    if is_link or node.mark in _TAGS or _STARS.get(node.mark, is_open) not in is_open:
        return "<"
    return next((char for child in node.children if (char := _first(child, is_open))), "")


def _escape(text: str) -> str:
    return re.sub(_SPECIAL, r"\\\g<0>", printable(text))


def _emphasis(span: Span, around: _Around) -> str:
    """Write stars where CommonMark takes them for marks, else tags; what is emphasised already stays as it is."""
    letters = "".join(letter for letter in _letters(span) if letter not in around.open)
    while len(span.children) == 1 and isinstance(span.children[0], Span) and span.children[0].mark in _STARS:
        span = span.children[0]
    within = around.open + letters
    if not letters:
        return _write(span.children, around)
    inner = _write(span.children, _Around(_STAR, _STAR, within))
    if _takes_stars(inner, around):
        stars = _STAR * sum(_LENGTHS[letter] for letter in letters)
        return _hug(inner, stars, stars)
    opening = "".join(f"<{letter}>" for letter in letters)
    closing = "".join(f"</{letter}>" for letter in reversed(letters))
    return _hug(_write(span.children, _Around(">", "<", within)), opening, closing)


def _letters(span: Span) -> str:
    """Name the emphasis of a span, and of those that hold the same text."""
    inner = span.children[0] if len(span.children) == 1 else None
    letter = _STARS[span.mark]
    rest = _letters(inner) if isinstance(inner, Span) and inner.mark in _STARS else ""
    return letter + rest.replace(letter, "")


def _takes_stars(inner: str, around: _Around) -> bool:
    """Tell whether stars open and close where they stand (CommonMark, "Emphasis": left- and right-flanking)."""
    body = inner.strip()
    if not body or _STAR in (body[0], body[-1], around.before):
        return False
    before = "" if inner[0].isspace() else around.before
    after = "" if inner[-1].isspace() else around.after
    return _is_flanked(body[0], before) and _is_flanked(body[-1], after)


def _is_flanked(inside: str, outside: str) -> bool:
    """Tell whether stars between two characters belong to the one inside; not all readers count symbols as signs."""
    if unicodedata.category(inside)[0] not in "PS":
        return True
    return not outside.strip() or outside in punctuation or unicodedata.category(outside)[0] == "P"


def _hug(inner: str, opening: str, closing: str) -> str:
    """Keep white space outside of the marks: `* a*` would be no emphasis, and pandoc drops it from links."""
    body = inner.strip()
    if not body:
        return inner
    start = len(inner) - len(inner.lstrip())
    end = len(inner.rstrip())
    return f"{inner[:start]}{opening}{body}{closing}{inner[end:]}"


def _link(span: Span, around: _Around) -> str:
    if not is_web_address(span.target):
        return _write(span.children, around)
    if _is_own_text(span):
        return f"<{span.target}>"
    address = re.sub(r"&(?=#?\w+;)", r"\&", ascii_address(span.target))
    inner = _write(span.children, _Around("[", "]", around.open))
    return _hug(inner, "[", f"](<{address}>)" if re.search("[()]", address) else f"]({address})")


def _is_own_text(span: Span) -> bool:
    text = "".join(child.text for child in span.children if isinstance(child, Str))
    is_plain = re.fullmatch(r"https?://(?!.*&#?\w+;)[^\s<>\\]+", text) is not None
    return is_plain and text == span.target == printable(text)
