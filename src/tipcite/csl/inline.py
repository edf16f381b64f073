"""A settled tree → inline content, the same for every format.

Passes: 1 flatten to tokens (case, quotation marks and flip-flop are settled on the way down),
2 punctuation where pieces meet, 3 punctuation into quotation marks, 4 nest again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from tipcite.csl.locale import Quotes
from tipcite.csl.nodes import Formatting
from tipcite.csl.punctuation import join_punctuation, move_into_blocks, move_into_quotes
from tipcite.csl.textcase import apply_case
from tipcite.csl.tokens import Close, Joint, Open, Quote, Token, Word
from tipcite.csl.tree import Seq, Tag, Text, Tree, Wrap


class Mark(StrEnum):
    """What a span does to its content; a format writes each in its own way."""

    ITALIC = "italic"
    OBLIQUE = "oblique"
    UPRIGHT = "upright"
    BOLD = "bold"
    LIGHT = "light"
    MEDIUM = "medium"
    SMALL_CAPS = "small-caps"
    FULL_CAPS = "no-small-caps"
    UNDERLINE = "underline"
    NO_UNDERLINE = "no-underline"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    BASELINE = "baseline"
    LINK = "link"
    BLOCK = "block"
    LEFT_MARGIN = "left-margin"
    RIGHT_INLINE = "right-inline"
    INDENT = "indent"


@dataclass(frozen=True, slots=True)
class Str:
    """Plain text, not escaped for anything."""

    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """Content with a mark; `target` is a link's address."""

    mark: Mark
    children: tuple[Inline, ...]
    target: str = ""


Inline: TypeAlias = Str | Span

_MARKS: Final = {
    ("font_style", "italic"): Mark.ITALIC,
    ("font_style", "oblique"): Mark.OBLIQUE,
    ("font_style", "normal"): Mark.UPRIGHT,
    ("font_weight", "bold"): Mark.BOLD,
    ("font_weight", "light"): Mark.LIGHT,
    ("font_weight", "normal"): Mark.MEDIUM,
    ("font_variant", "small-caps"): Mark.SMALL_CAPS,
    ("font_variant", "normal"): Mark.FULL_CAPS,
    ("text_decoration", "underline"): Mark.UNDERLINE,
    ("text_decoration", "none"): Mark.NO_UNDERLINE,
    ("vertical_align", "sup"): Mark.SUPERSCRIPT,
    ("vertical_align", "sub"): Mark.SUBSCRIPT,
    ("vertical_align", "baseline"): Mark.BASELINE,
}
_NORMAL: Final = {
    "font_style": "normal",
    "font_weight": "normal",
    "font_variant": "normal",
    "text_decoration": "none",
    "vertical_align": "baseline",
}
_ORDER: Final = ("vertical_align", "text_decoration", "font_variant", "font_weight", "font_style")


_UNFORMATTED: Final = Formatting()


class _Surroundings(NamedTuple):
    """What a piece stands in on the way down the tree."""

    formatting: Formatting = _UNFORMATTED
    quoted: bool = False
    """The next marks are the inner ones."""
    in_quotation: bool = False
    fixed_case: bool = False
    every_format: bool = False
    """A format is written even where it stands already."""
    close_joints: bool = False
    """It matters where groups and macros end."""


def settle_inline(
    tree: Tree,
    *,
    punctuation_in_quote: bool,
    wide_stops: bool = True,
    every_format: bool = False,
    close_joints: bool = False,
) -> tuple[Inline, ...]:
    """Turn a settled tree into inline content; what the last three mean is told in `Conventions`."""
    tokens: list[Token] = []
    _flatten(tree, tokens, _Surroundings(every_format=every_format, close_joints=close_joints))
    if close_joints:
        _keep_blanks(tokens)
    move_into_blocks(tokens)
    join_punctuation(tokens, wide_stops=wide_stops, close_joints=close_joints)
    if punctuation_in_quote:
        move_into_quotes(tokens)
    return _nest(tokens)


def _flatten(tree: Tree, out: list[Token], around: _Surroundings) -> None:
    if isinstance(tree, Text):
        if tree.text:
            out.append(Word(tree.text, fixed=around.fixed_case))
        return
    if not isinstance(tree, Seq):
        raise TypeError(f"{tree!r} is not settled")
    wrap = tree.wrap
    if wrap is None:
        _children(tree, out, around)
    else:
        _wrapped(tree, wrap, out, around)


def _children(seq: Seq, out: list[Token], around: _Surroundings) -> None:
    for number, child in enumerate(seq.children):
        if number and seq.delimiter:
            out.append(Word(seq.delimiter, joint=Joint.DELIMITER, fixed=around.fixed_case))
        if seq.tag is Tag.NAME_LIST and isinstance(child, Text):
            out.append(Word(child.text, joint=Joint.DELIMITER, fixed=around.fixed_case))
        else:
            _flatten(child, out, around)
    if around.close_joints and (seq.wrap is None or seq.wrap.formatting is None) and seq.tag not in _NO_PIECES:
        _end_piece(out)


_NO_PIECES: Final = frozenset({Tag.SPLICE, Tag.NAMES})


def _keep_blanks(tokens: list[Token]) -> None:
    """Keep two blanks in one piece: where pieces meet in two, the page shows one."""
    for token in tokens:
        if isinstance(token, Word):
            token.text = token.text.replace("  ", "\u00a0 ")


def _end_piece(out: list[Token]) -> None:
    """Note that a group or macro ends here: what stands before its end is no longer the end of an element."""
    for token in reversed(out):
        if isinstance(token, Close) or (isinstance(token, Quote) and not token.is_open):
            token.inner = True
        elif isinstance(token, Word) and token.text:
            if token.joint in (Joint.BEHIND_MARKUP, Joint.BEHIND_QUOTES):
                token.joint = Joint.SUFFIX
            return


def _wrapped(seq: Seq, wrap: Wrap, out: list[Token], around: _Surroundings) -> None:
    """Flatten a wrap from the outside in: display, affixes, quotation marks, formatting, link."""
    formatting, quoted, in_quotation, fixed_case, every, close_joints = around
    marks: tuple[Mark, ...] = ()
    if wrap.formatting is not None:
        marks, formatting = _formats(wrap.formatting, formatting, toggled=wrap.toggled, every=every)
    if wrap.display:
        out.append(Open(Mark(wrap.display)))
    if wrap.prefix and not wrap.affixes_inside:
        out.append(Word(wrap.prefix, joint=Joint.PREFIX, fixed=True))
    closing = ""
    if wrap.quotes is not None:
        inner = quoted or (wrap.single and not in_quotation)
        opening, closing = _marks(wrap.quotes, inner=inner)
        out.append(Quote(opening, is_open=True))
        quoted, in_quotation = not inner, True
    out.extend(Open(mark) for mark in marks)
    if wrap.prefix and wrap.affixes_inside:
        out.append(Word(wrap.prefix, joint=Joint.PREFIX, fixed=True))
    if wrap.link:
        out.append(Open(Mark.LINK, wrap.link))
    inside = _Surroundings(formatting, quoted, in_quotation, fixed_case or wrap.fixed_case, every, close_joints)
    _content(seq, wrap, out, inside)
    if wrap.link:
        out.append(Close(Mark.LINK))
    if wrap.suffix and wrap.affixes_inside:
        out.append(Word(wrap.suffix, joint=Joint.SUFFIX, fixed=True))
    out.extend(Close(mark) for mark in reversed(marks))
    if wrap.quotes is not None:
        out.append(Quote(closing, is_open=False))
    if wrap.suffix and not wrap.affixes_inside:
        out.append(Word(wrap.suffix, joint=_behind(marks, wrap), fixed=True))
    if wrap.display:
        out.append(Close(Mark(wrap.display)))


def _behind(marks: tuple[Mark, ...], wrap: Wrap) -> Joint:
    """Tell what a suffix stands behind."""
    if marks:
        return Joint.BEHIND_MARKUP
    return Joint.BEHIND_QUOTES if wrap.quotes is not None else Joint.SUFFIX


def _marks(quotes: Quotes, *, inner: bool) -> tuple[str, str]:
    return (quotes.open_inner, quotes.close_inner) if inner else (quotes.open, quotes.close)


def _content(seq: Seq, wrap: Wrap, out: list[Token], around: _Surroundings) -> None:
    start = len(out)
    _children(seq, out, around)
    _change(out, start, wrap)


def _change(out: list[Token], start: int, wrap: Wrap) -> None:
    if wrap.text_case:
        apply_case(wrap.text_case, [token for token in out[start:] if isinstance(token, Word)])
    if wrap.strip_periods:
        for token in out[start:]:
            # What the style puts around the text stays.
            if isinstance(token, Word) and not token.joint:
                token.text = token.text.replace(".", "")


@lru_cache(maxsize=1024)
def _formats(
    formatting: Formatting, current: Formatting, *, toggled: bool, every: bool
) -> tuple[tuple[Mark, ...], Formatting]:
    """Return the marks of a wrap: markup in a field flips what it stands in, a style's attribute sets it."""
    marks = []
    for attribute in _ORDER:
        value = getattr(formatting, attribute)
        if not value:
            continue
        standing = getattr(current, attribute) or _NORMAL[attribute]
        if toggled and value == standing:
            value = _NORMAL[attribute]
        if value == standing and (toggled or not every or value == "normal"):
            continue
        marks.append(_MARKS[attribute, value])
        current = replace(current, **{attribute: value})
    return tuple(marks), current


def _nest(tokens: list[Token]) -> tuple[Inline, ...]:
    stack: list[tuple[Open | None, list[Inline]]] = [(None, [])]
    texts: list[str] = []
    for token in tokens:
        match token:
            case Word() | Quote():
                texts.append(token.text)
            case Open():
                _add_text(stack[-1][1], texts)
                stack.append((token, []))
            case Close():
                opened, children = stack.pop()
                _add_text(children, texts)
                if children and opened is not None:
                    stack[-1][1].append(Span(Mark(opened.mark), tuple(children), opened.target))
    _add_text(stack[0][1], texts)
    return tuple(stack[0][1])


def _add_text(children: list[Inline], texts: list[str]) -> None:
    """Add texts as one; they are used up."""
    text = "".join(texts)
    texts.clear()
    if not text:
        return
    last = children[-1] if children else None
    if isinstance(last, Str):
        # A span that stood between had nothing in it.
        children[-1] = Str(last.text + text)
    else:
        children.append(Str(text))
