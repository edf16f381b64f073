"""An English pair in brackets (【…】, […], (…)): it is joined to its Chinese entry, before it or in the list."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.rawentry import Heading, LeftOut, RawEntry
from tipcite.formats.reftext.scan import han_share

Piece = RawEntry | Heading | LeftOut

_CLOSERS: Final = {"【": "】", "[": "]", "(": ")", "［": "］", "（": "）"}
_NUMBER: Final = later(r"\d+")
_YEAR: Final = later(r"(?:1[5-9]|20)\d\d")


def is_pair(text: str) -> bool:
    """Tell whether a text is an English reference in brackets."""
    body = text.strip().rstrip(".。")
    closer = _CLOSERS.get(body[:1])
    return (
        closer is not None
        and body.endswith(closer)
        and len(body) > 24
        and han_share(body) < 0.3
        and re.match(r"[\[【(［（]\s?[A-Z“\"]", body) is not None
        and _closes_at_end(body)
    )


def _closes_at_end(body: str) -> bool:
    """Tell whether the first bracket is closed by the last one: `(Ed.). 2019. … (in Chinese)` is no pair."""
    depth = 0
    opener, closer = body[0], _CLOSERS[body[0]]
    for index, char in enumerate(body):
        depth += (char == opener) - (char == closer)
        if depth == 0:
            return index == len(body) - 1
    return False


def with_pairs(found: list[Piece]) -> list[Piece]:
    """Join every English pair to its Chinese entry: the one before it, or, of a block, the one it translates."""
    pairs = {place for place, piece in enumerate(found) if isinstance(piece, RawEntry) and is_pair(piece.text)}
    if not pairs:
        return found
    joined: list[Piece | None] = list(found)
    taken: set[int] = set()
    waiting: list[int] = []
    for place in sorted(pairs):
        before = found[place - 1] if place else None
        lone = place - 1 not in pairs and place + 1 not in pairs
        if lone and isinstance(before, RawEntry) and _is_chinese(before) and _agree(before, found[place]):
            _join(joined, place - 1, place)
            taken.add(place - 1)
        else:
            waiting.append(place)
    chinese = [
        place
        for place, piece in enumerate(found)
        if isinstance(piece, RawEntry) and _is_chinese(piece) and place not in taken
    ]
    _join_block(joined, chinese, waiting)
    return [piece for piece in joined if piece is not None]


def _is_chinese(piece: RawEntry) -> bool:
    return han_share(piece.text) >= 0.4 and "【" not in piece.text


def _agree(first: RawEntry, second: Piece) -> bool:
    years = set(_YEAR.findall(first.text))
    return (
        not years
        or not isinstance(second, RawEntry)
        or bool(years & set(_YEAR.findall(second.text)))
        or "民" in first.text
    )


def _join_block(joined: list[Piece | None], chinese: list[int], pairs: list[int]) -> None:
    """Find for each pair of a block the entry with the most of its numbers (year, volume, pages), else the first."""
    numbers = {place: frozenset(_NUMBER.findall(_text(joined[place]))) for place in [*chinese, *pairs]}
    by_number: dict[str, list[int]] = {}
    for place in chinese:
        for number in numbers[place]:
            by_number.setdefault(number, []).append(place)
    free = set(chinese)
    for pair in pairs:
        shared: dict[int, int] = {}
        for number in numbers[pair]:
            for place in by_number.get(number, [])[:_MOST]:
                if place in free:
                    shared[place] = shared.get(place, 0) + 1
        if not shared:
            continue
        best = max(shared.values())
        found = min(place for place, count in shared.items() if count == best)
        if best >= 0.5 * len(numbers[found]):
            free.discard(found)
            _join(joined, found, pair)


# Entries that share one number: a year has dozens.
_MOST: Final = 200


def _text(piece: Piece | None) -> str:
    return "" if piece is None else piece.text


def _join(joined: list[Piece | None], first: int, second: int) -> None:
    one, other = joined[first], joined[second]
    if isinstance(one, RawEntry) and isinstance(other, RawEntry):
        shift = len(one.text) + 1
        places = (*one.places, *((index + shift, line, column) for index, line, column in other.places))
        joined[first] = replace(one, text=f"{one.text} {other.text}", places=places)
        joined[second] = None
