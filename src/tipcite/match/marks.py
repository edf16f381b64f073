"""What an item may be found again by, made in a few microseconds: ten thousand items come in at once.

A mark is coarse on purpose: two items of one work share one, and those that share one are compared. A title's is its
first consonants, or Chinese characters in one script, without digits: however it is spelled in American or British,
with or without subtitle and year.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tipcite.lang import fold_han
from tipcite.match.identifiers import identifiers
from tipcite.model import Item

Mark = tuple[str, ...]

_LENGTH: Final = 14
_READ: Final = 80
"""Of a long title no more is read: the beginning of what stands before a later subtitle is that of the whole."""
_TAG: Final = re.compile(r"</?[a-zA-Z][^>]*>")
_SUBTITLE: Final = re.compile(r"\s*(?:[:：;；?？!！。—–─(（\[［]|\s-\s|\.\s)")
_NO_LETTER: Final = re.compile(r"[\W\d_]+")
_VOWELS: Final = str.maketrans("z", "s", "aeiouy年度")
_ARTICLE: Final = re.compile(r"\s*(?:the|an?)\s+", re.IGNORECASE)
_ANY: Final = "*"


@dataclass(frozen=True, slots=True)
class Marks:
    """What an item is looked for by (`to_find`), and what it is found by (`to_keep`)."""

    to_find: tuple[Mark, ...]
    to_keep: tuple[Mark, ...]


def marks_of(item: Item) -> Marks:
    """Make the marks of an item."""
    names = tuple(identifiers(item.fields))
    beginnings = tuple(_beginnings(item))
    year = item.year
    wanted = (_ANY,) if year is None else ("None", str(year), str(year - 1), str(year + 1))
    kept = (str(year), _ANY)
    return Marks(
        to_find=(*names, *[(*beginning, one) for beginning in beginnings for one in wanted]),
        to_keep=(*names, *[(*beginning, one) for beginning in beginnings for one in kept]),
    )


def title_marks(title: str, year: int | None) -> Iterator[Mark]:
    """Yield the marks under which an item with a title is found."""
    for beginning in title_beginnings(title):
        yield from (("title", beginning, one) for one in (str(year), _ANY))


def title_beginnings(title: str) -> Iterator[str]:
    """Yield the beginning of a title and, where it has a subtitle, that of what stands before it."""
    text = title
    if "<" in text:
        text = _TAG.sub("", text)
    if "&" in text:
        text = html.unescape(text).replace("&", " and ")
    text = text[:_READ].lower()
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = fold_han("".join(char for char in plain if not unicodedata.combining(char)))
    if text[:4] in ("the ", "an a") or text[:2] == "a " or text[:3] == "an ":
        text = _ARTICLE.sub("", text, count=1)
    whole = _beginning(text)
    if whole:
        yield whole
    separator = _SUBTITLE.search(text, 1)
    if separator is not None:
        main = _beginning(text[: separator.start()])
        if main and main != whole:
            yield main


def _beginning(text: str) -> str:
    letters = _NO_LETTER.sub("", text)
    return letters.translate(_VOWELS)[:_LENGTH] or letters[:_LENGTH]


def _beginnings(item: Item) -> Iterator[tuple[str, ...]]:
    """Yield what the marks of an item begin with, but for the year: its titles, else its container."""
    titles = [item.title]
    if "original-title" in item.fields:
        titles.append(item.fields["original-title"])
    if item.variants:
        titles += [one.text for one in item.variants if one.field == "title"]
    found = dict.fromkeys(one for title in titles if title for one in title_beginnings(title))
    yield from (("title", beginning) for beginning in found)
    if not item.title:
        yield "untitled", next(title_beginnings(item.fields.get("container-title", "")), "")
