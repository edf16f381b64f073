"""The small markup that fields may carry: `<i> <b> <sup> <sub>`, small capitals, `nocase`, quotation marks.

A field without any of these is one text; everything else is parsed once per field.
Source: the "rich text formatting of fields" of CSL-JSON as citeproc-js and Zotero document it.
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.csl.locale import Quotes
from tipcite.csl.nodes import Formatting
from tipcite.csl.tree import EMPTY, Seq, Status, Text, Tree, Wrap

_ITALIC: Final = Wrap(formatting=Formatting(font_style="italic"), toggled=True)
_BOLD: Final = Wrap(formatting=Formatting(font_weight="bold"), toggled=True)
_SMALL_CAPS: Final = Wrap(formatting=Formatting(font_variant="small-caps"), toggled=True, fixed_case=True)
_UNDERLINE: Final = Wrap(formatting=Formatting(text_decoration="underline"), toggled=True)
_NOCASE: Final = Wrap(fixed_case=True)
_PLAIN: Final = Wrap(
    formatting=Formatting(font_style="normal", font_variant="normal", font_weight="normal"), fixed_case=True
)
_TAGS: Final = {
    '<span class="nodecor">': ("</span>", _PLAIN),
    "<i>": ("</i>", _ITALIC),
    "<b>": ("</b>", _BOLD),
    "<sup>": ("</sup>", Wrap(formatting=Formatting(vertical_align="sup"), fixed_case=True)),
    "<sub>": ("</sub>", Wrap(formatting=Formatting(vertical_align="sub"), fixed_case=True)),
    "<sc>": ("</sc>", _SMALL_CAPS),
    "<u>": ("</u>", _UNDERLINE),
    '<span class="nocase">': ("</span>", _NOCASE),
    '<span style="font-variant:small-caps;">': ("</span>", _SMALL_CAPS),
    '<span style="font-variant: small-caps;">': ("</span>", _SMALL_CAPS),
    '<span style="font-variant:small-caps">': ("</span>", _SMALL_CAPS),
    '<span style="font-variant: small-caps">': ("</span>", _SMALL_CAPS),
}
_PIECES: Final = re.compile(r"(</?(?:i|b|sup|sub|sc|u)>|<span [^<>]*>|</span>|[\"'“”‘’«»「」『』《》〈〉„‚‹›])")
_SPECIAL: Final = re.compile(r"[<\"'“”‘’«»「」『』《》〈〉„‚‹›]")
_BEFORE_SIGN: Final = re.compile(r" (?=[:;?!»])|(?<=«) ")
"""The space before a sign, as it is typed in French, keeps the sign on the line of its word."""
_DEEPEST: Final = 30
"""Markup nested deeper is text: every level takes room on Python's stack, here and in each format."""
_SINGLE: Final = frozenset("'‘‚‹『〈")
_ALWAYS_OPENING: Final = frozenset("“«「『《〈")
_BEFORE_OPENING: Final = frozenset(" \t\n\u00a0([{<-–—/\u202f“‘«\"'：，、（〈《")


def parse_field(text: str, quotes: Quotes) -> Tree:
    """Parse a field's text into a tree; straight apostrophes become ’, quotations take the locale's marks."""
    if not text:
        return EMPTY
    if " " in text:
        text = _BEFORE_SIGN.sub("\u202f", text)
    if _SPECIAL.search(text) is None:
        return Text(text, Status.RENDERED)
    pieces = [piece for piece in _PIECES.split(text) if piece]
    return _Reader(pieces, quotes).read()


class _Reader:
    """Reads pieces into nested sequences; what never closes is text."""

    def __init__(self, pieces: list[str], quotes: Quotes) -> None:
        self.pieces = pieces
        self.quoted = Wrap(quotes=quotes)
        self.single = Wrap(quotes=quotes, single=True)
        self.inner = quotes.open_inner.strip() if quotes.open_inner != quotes.open else ""
        self.pairs = quotes.pairs()
        self.ends = self._pair()
        self.is_inner: dict[bool, bool] = {}

    def read(self) -> Tree:
        return self._join(self._run(0, len(self.pieces)))

    def _pair(self) -> dict[int, int]:
        """Find for every opening piece the piece that closes it, properly nested."""
        ends: dict[int, int] = {}
        stack: list[tuple[int, str]] = []
        for index, piece in enumerate(self.pieces):
            depth = next(
                (d for d in range(len(stack) - 1, -1, -1) if stack[d][1] == piece and self._closes(piece, index)),
                None,
            )
            if depth is not None and not self._crosses(stack[depth + 1 :], piece):
                ends[stack[depth][0]] = index
                del stack[depth:]
            elif piece in _TAGS:
                stack.append((index, _TAGS[piece][0]))
            elif piece in self.pairs and self._opens(index):
                stack.append((index, self.pairs[piece]))
        return ends

    @staticmethod
    def _crosses(inner: list[tuple[int, str]], piece: str) -> bool:
        """Tell whether a quotation mark would close across an open tag."""
        return piece[0] != "<" and any(close[0] == "<" for _, close in inner)

    def _opens(self, index: int) -> bool:
        before = self._before(index)
        after = self._after(index)
        if self.pieces[index] in _ALWAYS_OPENING:
            return bool(after)
        return (not before or before in _BEFORE_OPENING) and bool(after) and not after.isspace()

    def _closes(self, piece: str, index: int) -> bool:
        if piece[0] == "<" or piece in "»」』》〉":
            return True
        after = self._after(index)
        before = self._before(index)
        return bool(before) and not before.isspace() and not (after.isalnum() and piece in "'’")

    def _before(self, index: int) -> str:
        for piece in reversed(self.pieces[:index]):
            if piece[0] != "<":
                return piece[-1]
        return ""

    def _after(self, index: int) -> str:
        for piece in self.pieces[index + 1 :]:
            if piece[0] != "<":
                return piece[0]
        return ""

    def _run(self, start: int, stop: int, depth: int = 0) -> list[Tree]:
        out: list[Tree] = []
        index = start
        while index < stop:
            piece = self.pieces[index]
            end = self.ends.get(index) if depth < _DEEPEST else None
            if end is None:
                out.append(Text("’" if piece == "'" else piece, Status.RENDERED))
                index += 1
                continue
            wrap = self._wrap(piece)
            inside = tuple(self._run(index + 1, end, depth + 1))
            if inside:
                out.append(Seq(inside, Status.RENDERED, wrap))
            elif piece == "'":
                out.append(Text("’’", Status.RENDERED))
            index = end + 1
        return out

    def _wrap(self, piece: str) -> Wrap:
        if piece in _TAGS:
            return _TAGS[piece][1]
        kind = piece in _SINGLE
        if kind not in self.is_inner:
            # Who uses both kinds of marks means two kinds of quotations.
            self.is_inner[kind] = not self.is_inner[not kind] if self.is_inner else piece == self.inner
        return self.single if piece == self.inner or self.is_inner[kind] else self.quoted

    @staticmethod
    def _join(parts: list[Tree]) -> Tree:
        merged: list[Tree] = []
        for part in parts:
            last = merged[-1] if merged else None
            if isinstance(part, Text) and isinstance(last, Text):
                merged[-1] = Text(last.text + part.text, Status.RENDERED)
            else:
                merged.append(part)
        return merged[0] if len(merged) == 1 else Seq(tuple(merged), Status.RENDERED)
