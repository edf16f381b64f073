"""The flat form of a cite while its punctuation is settled: words, quotation marks, and where spans begin and end."""

from __future__ import annotations

from typing import TypeAlias

from tipcite.csl.textcase import Chunk


class Word(Chunk):
    """A piece of text; a `joint` is an affix or delimiter of the style, the rest comes from fields and terms."""

    __slots__ = ("joint",)

    def __init__(self, text: str, *, joint: bool = False, fixed: bool = False) -> None:
        super().__init__(text, fixed=fixed)
        self.joint = joint


class Quote:
    """A quotation mark that the style or a field's own quotation put here."""

    __slots__ = ("is_open", "text")

    def __init__(self, text: str, *, is_open: bool) -> None:
        self.text = text
        self.is_open = is_open


class Open:
    """The beginning of a span."""

    __slots__ = ("mark", "target")

    def __init__(self, mark: str, target: str = "") -> None:
        self.mark = mark
        self.target = target


class Close:
    """The end of the innermost span."""

    __slots__ = ("mark",)

    def __init__(self, mark: str) -> None:
        self.mark = mark


Token: TypeAlias = Word | Quote | Open | Close
