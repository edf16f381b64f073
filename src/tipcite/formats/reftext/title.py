"""The title: between marks, before `[J]`, or the sentences before the container's."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.bodies import is_body
from tipcite.formats.reftext.draft import HOLE, Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.publication import PLACES
from tipcite.formats.reftext.reference import Confidence
from tipcite.formats.reftext.scan import TITLE_MARKS, Kind, han_share, is_han, match_brackets, scan
from tipcite.formats.reftext.titlespan import TitleSpan
from tipcite.formats.reftext.unmarked import find_unmarked

_MARK_ENDS: Final = {"〈": "〉", "《": "》", "「": "」", "『": "』", "“": "”", '"': '"'}


def find_title(draft: Draft, start: int, marker: tuple[int, int] | None, *, comma: bool) -> TitleSpan | None:
    """Find the title that begins at `start`; `comma` says that the entry parts its fields with commas."""
    text = draft.text
    while start < len(text) and (text[start] in " ,.;:。、" or text[start] == HOLE):
        start += 1
    if start >= len(text):
        return None
    marked = _marked(draft, start)
    if marked is not None and not (marker and marked.end < marker[0] - 3 and draft.has_words(marked.rest, marker[0])):
        return marked
    unopened = None if marker else _unopened(draft, start)
    if unopened is not None:
        return unopened
    if marker is not None and marker[0] > start:
        return _before(start, marker[0], marker[1])
    slashes = text.find("//", start)
    if slashes > start:
        return _before(start, slashes, slashes)
    return find_unmarked(draft, start, comma=comma)


def _before(start: int, end: int, rest: int) -> TitleSpan:
    return TitleSpan(start=start, end=end, rest=rest, sure=Confidence.CERTAIN)


def _marked(draft: Draft, start: int) -> TitleSpan | None:
    text = draft.text
    opener = text[start]
    if opener in ("‘", "'"):
        return _single_quoted(draft, start)
    if opener not in TITLE_MARKS and opener != '"':
        return None
    pairs, _ = match_brackets(text[start:])
    close = pairs.get(0)
    if close is None:
        return _unclosed(draft, start)
    inner, end = start + 1, start + close
    while end - inner > 2 and text[inner] == opener and text[end - 1] == _MARK_ENDS[opener]:
        inner, end, opener = inner + 1, end - 1, "《" if opener == "〈" else opener
    after = start + close + 1
    if _goes_on(text, opener, after):
        return None
    extended = _extension(text, after)
    if extended > after:
        return TitleSpan(start=start, end=extended, rest=extended, opener=opener)
    return TitleSpan(start=inner, end=end, rest=after, opener=opener, sure=Confidence.CERTAIN)


# `“Nobody asked us”: Victims’ voices`, `「假結婚」？面談制度`, `“Fake news” and the law`
_GOING_ON: Final = later(
    r":\s(?!\d)\w|[?？!！][^\s.,。)]|\s(?!in\b|ed\b|eds\b|edited\b|trans\b|translated\b|vol\b|no\b|pp?\b|at\b"
    r"|accessed\b|from\b|retrieved\b"
    r"|available\b|viewed\b|last\b|by\b|doi\b)[a-z]{2,}\s"
)


def _goes_on(text: str, opener: str, after: int) -> bool:
    """Tell whether the marks enclose only the first words of a title that stands without marks."""
    if opener not in '“"「' or text[after - 2] in ",.。" or not _GOING_ON.match(text, after):
        return False
    return text[after] != ":" or (_MARK_BEHIND.search(text, after) is None and " [" not in text[after : after + 3])


_MARK_BEHIND: Final = later(r"[《“\"「]")


TAIL_WORD: Final = later(
    r"[載载收見见刊輯第頁页卷期發发出博碩硕學译譯主編编，,]|\d|(?:[\u3400-\u9fff·]{2,12}(?:[譯译編编]))"
)


def _extension(text: str, index: int) -> int:
    """`〈甲〉與〈乙〉`, `《甲》研究`: a title goes on behind its marks where Han follows without a separator."""
    if index >= len(text) or not (is_han(text[index])) or TAIL_WORD.match(text, index):
        return index
    end = next((token.start for token in scan(text, index) if token.kind not in (Kind.TEXT, Kind.GROUP)), len(text))
    # Longer, or a body or an edition, it is the next field, its separator forgotten.
    piece = text[index:end].strip()
    if text[end : end + 1] == ":" and PLACES.fullmatch(piece):
        return index
    return index if len(piece) > 8 or is_body(piece) or piece.endswith(("本", "版")) else end


def _single_quoted(draft: Draft, start: int) -> TitleSpan | None:
    match = re.compile(r"[‘'](?P<title>[^\x00]{2,400}?)[,.]?[’'](?=\s?[,.;(]|\s+[A-Zi]|$|\s?\x00)").match(
        draft.text, start
    )
    if match is None:
        return None
    return TitleSpan(
        start=match.start("title"), end=match.end("title"), rest=match.end(), opener="“", sure=Confidence.CERTAIN
    )


def _unclosed(draft: Draft, start: int) -> TitleSpan:
    """A quotation mark that is never closed: the title ends where the container's sentence begins."""
    other = _OTHER_CLOSER.match(draft.text, start + 1)
    if other:
        draft.find("mismatched-quote", start, draft.raw[start] + draft.raw[other.end() - 1])
        opener = draft.text[start]
        return TitleSpan(start=start + 1, end=other.end() - 1, rest=other.end(), opener=opener)
    draft.find("unclosed-quote", start, draft.raw[start])
    draft.text = draft.text[:start] + " " + draft.text[start + 1 :]
    inner = find_unmarked(draft, start + 1, comma=han_share(draft.text[start + 1 : start + 60]) > 0.4)
    return TitleSpan(start=start + 1, end=inner.end, rest=inner.rest, opener=draft.raw[start], sure=Confidence.LIKELY)


def _unopened(draft: Draft, start: int) -> TitleSpan | None:
    """A closing mark that nothing opened ends the title: `Vulnerability.” Journal of …`."""
    text = draft.text
    pairs, _ = match_brackets(text[start:])
    closed = set(pairs.values())
    found = next(
        (index for index in range(start, len(text)) if text[index] in "〉》」”" and index - start not in closed), None
    )
    if found is None or found - start < 2:
        return None
    draft.find("unopened-quote", found, draft.raw[found])
    draft.text = text[:found] + HOLE + text[found + 1 :]
    return TitleSpan(start=start, end=found, rest=found + 1, opener="“" if text[found] == "”" else "〈")


_OTHER_CLOSER: Final = later(r"[^〈《「『“〉》」』”\x00]{2,200}[〉》」』”](?=\s?(?:[,.。:;(〈《「]|$|\x00))")
