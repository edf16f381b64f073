"""A book's subtitle behind a full stop: `Gegengifte. Die organisierte Unverantwortlichkeit. Frankfurt: Suhrkamp`."""

from __future__ import annotations

from typing import Final

from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.scan import Token

# Behind a title: a sentence of whole words, and then nothing but place, publisher and year.
_SUBTITLE: Final = later(
    r"\s(?P<subtitle>[^\W\d_][^.:\x00()\[\]“”]{11,140})\.\s"
    r"(?P<place>[^\W\d_][^.:,\d\x00]{2,30}(?:,? ?[A-Za-z]\.(?:[A-Za-z]\.)?)?)\s?:\s"
    r"(?P<publisher>[^.:\x00\d]{2,60}?)(?:,?\s(?:1[5-9]|20)\d\d)?[.\s\x00]*$"
)
# A series, an edition, people with a role, or the book that the title is a part of.
_NO_SUBTITLE: Final = later(
    r"\b(?:[Ss]eries|[Ss]tudies|Library|Texts?|Schriften|[Rr]eihe|Collection|Colec\w+|Monographs?|Papers?|Lectures?|Notes"
    r"|vol|[Vv]olumes?|[Ee]d|[Ee]dition|trans|[Tt]ranslated|[Ee]dited|[Rr]evised|In|Proceedings|Journal|Handbook"
    r"|Companion|Encyclop\w+|Report|Press)\b"
)


def subtitle_stop(draft: Draft, start: int, stops: list[Token]) -> Token | None:
    """Answer the full stop behind a book's second sentence where that sentence is the title's own, else None."""
    if draft.letter or draft.text.find(": ", start) < 0:
        return None
    inner = [stop for stop in stops if draft.has_words(start, stop.start)]
    match = _SUBTITLE.match(draft.text, inner[0].end) if len(inner) > 1 else None
    if match is None or _NO_SUBTITLE.search(match["subtitle"]):
        return None
    words = match["subtitle"].split()
    return inner[1] if len(words) > 2 and any(map(str.islower, words)) else None
