"""The flat form of a cite while its punctuation is settled: words, quotation marks, and where spans begin and end."""

from __future__ import annotations

from enum import IntEnum
from typing import TypeAlias

from tipcite.csl.textcase import Chunk


class Joint(IntEnum):
    """What of a style a piece of text is; what comes from fields and terms is no joint."""

    NONE = 0
    PREFIX = 1
    SUFFIX = 2
    BEHIND_MARKUP = 3
    """A suffix behind the end of its own markup."""
    BEHIND_QUOTES = 4
    """A suffix behind its own quotation mark."""
    DELIMITER = 5


class Word(Chunk):
    """A piece of text: an affix or delimiter of the style, or content."""

    __slots__ = ("joint",)

    def __init__(self, text: str, *, joint: Joint = Joint.NONE, fixed: bool = False) -> None:
        # Not by way of Chunk: an entry is some fifty words.
        self.text = text
        self.fixed = fixed
        self.joint = joint


class Quote:
    """A quotation mark that the style or a field's own quotation put here.

    A closing one is `inner` when a group or macro ends behind it too.
    """

    __slots__ = ("inner", "is_open", "text")

    def __init__(self, text: str, *, is_open: bool) -> None:
        self.text = text
        self.is_open = is_open
        self.inner = False


class Open:
    """The beginning of a span."""

    __slots__ = ("mark", "target")

    def __init__(self, mark: str, target: str = "") -> None:
        self.mark = mark
        self.target = target


class Close:
    """The end of the innermost span; `inner` when a group or macro ends behind it too."""

    __slots__ = ("inner", "mark")

    def __init__(self, mark: str) -> None:
        self.mark = mark
        self.inner = False


Token: TypeAlias = Word | Quote | Open | Close
