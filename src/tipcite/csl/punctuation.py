"""Punctuation where two pieces meet: what merges, what swallows what, what goes inside quotation marks.

The half-width table follows the CSL test suite's "full monty" of stops; full-width stops follow the same
sense, and a stop after a stop of the other width is dropped.
"""

from __future__ import annotations

from typing import Final

from tipcite.csl.tokens import Close, Joint, Quote, Token, Word

# (end of what stands, beginning of what comes) → what is left of both.
_MERGED: Final = {
    **{(mark, mark): mark for mark in ".,:;!?"},
    ("!", "."): "!",
    ("?", "."): "?",
    (":", "."): ":",
    (";", "."): ";",
    (";", ":"): ";",
    ("!", ":"): "!",
    ("?", ":"): "?",
    (":", "!"): "!",
    (";", "!"): "!",
    (":", "?"): "?",
    (";", "?"): "?",
}
_WIDE_STOPS: Final = "。，、；：？！．"
_WIDE_ENDS: Final = "。？！．…"
_NARROW: Final = {"。": ".", "，": ",", "；": ";", "：": ":", "？": "?", "！": "!", "．": ".", "、": ","}
_NARROW_STOPS: Final = frozenset(".,:;!?")
_STOPS: Final = _NARROW_STOPS | set(_WIDE_STOPS)
_BLOCKS: Final = frozenset({"block", "left-margin", "right-inline", "indent"})
_BOUND_SPACES: Final = frozenset("\u00a0\u202f")
_SPACES: Final = _BOUND_SPACES | {" "}
_BEHIND: Final = (Joint.BEHIND_MARKUP, Joint.BEHIND_QUOTES)
_INTO_QUOTES: Final = frozenset(".,!?")


def move_into_blocks(tokens: list[Token]) -> None:
    """Move a stop that follows a block for display into the block, in place."""
    for index in range(len(tokens) - 1):
        token, follower = tokens[index], tokens[index + 1]
        if (
            isinstance(token, Close)
            and token.mark in _BLOCKS
            and isinstance(follower, Word)
            and follower.joint
            and follower.text.strip() in _STOPS
        ):
            tokens[index], tokens[index + 1] = follower, token


def join_punctuation(tokens: list[Token], *, wide_stops: bool, close_joints: bool = False) -> None:
    """Settle stops and blanks at every joint of two pieces, in place.

    `wide_stops` merges full-width stops too; `close_joints` leaves alone what does not meet as affixes do.
    """
    stops = _STOPS if wide_stops else _NARROW_STOPS
    last: Word | None = None
    quote_between = markup_between = False
    for token in tokens:
        if isinstance(token, Quote):
            quote_between |= not token.inner
        elif not isinstance(token, Word):
            markup_between |= token.mark != "link" and not (isinstance(token, Close) and token.inner)
        elif token.text:
            if last is not None and not quote_between and not (close_joints and _apart(last, token, markup_between)):
                _join(last, token, stops)
            if token.text:
                last = token
                quote_between = markup_between = False
            elif last is not None and last.joint in _BEHIND:
                last.joint = token.joint


def _apart(last: Word, word: Word, markup_between: bool) -> bool:
    """Tell whether two pieces that follow each other do not merge where only affixes do."""
    end = last.text[-1]
    if word.joint is Joint.NONE or (end == " " and last.joint is Joint.NONE):
        return True
    same = end == word.text[0]
    if word.joint is Joint.PREFIX and last.joint is Joint.PREFIX:
        # Nested prefixes stay: a group's and that of its first part.
        return markup_between or not (same and end == " ")
    if word.joint is Joint.PREFIX and last.joint is Joint.DELIMITER and not same:
        return True
    if word.joint is not Joint.PREFIX:
        # The suffix of what stands in markup merges with the same stop only: `<i>Why?</i>.`
        return markup_between and not same
    blank_behind_quotes = end == " " and last.joint is Joint.BEHIND_QUOTES
    return markup_between or last.joint is Joint.BEHIND_MARKUP or blank_behind_quotes or end in _BOUND_SPACES


def _join(last: Word, word: Word, stops: frozenset[str]) -> None:
    end, begin = last.text[-1], word.text[0]
    if end in _SPACES and begin == " ":
        word.text = word.text[1:]
        return
    if begin not in stops or end not in stops or not (last.joint or word.joint):
        return
    merged = _merge(end, begin)
    if merged is None:
        return
    if merged == end:
        word.text = word.text[1:]
        if word.text and word.text[0] in stops and _merge(end, word.text[0]) == end:
            _join(last, word, stops)
    else:
        last.text = last.text[:-1]


def _merge(end: str, begin: str) -> str | None:
    """Return the stop that is left of two, None when both stay."""
    if not end:
        return None
    if end in _WIDE_STOPS or begin in _WIDE_STOPS:
        return _merge_wide(end, begin)
    return _MERGED.get((end, begin))


def _merge_wide(end: str, begin: str) -> str | None:
    if _NARROW.get(end, end) == _NARROW.get(begin, begin):
        return end
    if end in _WIDE_ENDS and _NARROW.get(begin, begin) in (".", ","):
        return end
    if end in "?!" and begin == "。":
        return end
    if _NARROW.get(begin, begin) == "." and end in "，、；：":
        return end if begin == "." else begin
    if end == "." and begin in "，；：":
        return None
    return None


def move_into_quotes(tokens: list[Token]) -> None:
    """Move stops that follow a closing quotation mark inside it (American usage)."""
    index = -1
    while (index := index + 1) < len(tokens):
        token = tokens[index]
        if not isinstance(token, Quote) or token.is_open:
            continue
        inside = _last_word(tokens, index)
        while inside and (follower := _stop_after(tokens, index)):
            if isinstance(tokens[index - 1], Close) and _merge(inside.text[-1:], follower.text[0]) is None:
                # The stop is no part of what is in italics: it stands between the markup and the mark.
                inside = Word("", joint=Joint.SUFFIX)
                tokens.insert(index, inside)
                index += 1
            _move_stop(inside, follower)


def _stop_after(tokens: list[Token], index: int) -> Word | None:
    """Return the word after a closing mark when it begins with a stop of the style's that goes inside."""
    follower = _next_word(tokens, index)
    return follower if follower and follower.joint and follower.text[0] in _INTO_QUOTES else None


def _move_stop(inside: Word, follower: Word) -> None:
    stop, follower.text = follower.text[0], follower.text[1:]
    end = inside.text[-1:]
    merged = _merge(end, stop)
    if merged is None:
        inside.text += stop
    elif merged != end:
        inside.text = inside.text[:-1] + stop


def _next_word(tokens: list[Token], index: int) -> Word | None:
    for token in tokens[index + 1 :]:
        if isinstance(token, Quote) and token.is_open:
            return None
        if isinstance(token, Word) and token.text:
            return token
    return None


def _last_word(tokens: list[Token], index: int) -> Word | None:
    for token in reversed(tokens[:index]):
        if isinstance(token, Word) and token.text:
            return token
    return None
