"""Where the entries of a list begin whose lines are not wrapped at one width: one a line, or broken by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tipcite.formats.reftext.begins import LIKELY, POSSIBLE, SURE
from tipcite.formats.reftext.lines import Line
from tipcite.formats.reftext.rates import Rates

# Each form begins with its own character, what is before it is looked at behind that: so the search runs from one of
# these characters to the next.
_DATED: Final = re.compile(
    r"1(?<!\d1)[5-9]\d\d(?!\d)|2(?<!\d2)0\d\d(?!\d)|民國?\s?[\d〇○零一二三四五六七八九十]|n\.\s?d\.|無日期|无日期|"
    r"forthcoming|in press|二[〇○零一二三四五六七八九]{3}|一[〇○零一二三四五六七八九]{3}"
)
_SHORT_YEAR: Final = re.compile(r"\d{2,3}年")


def is_dated(text: str) -> bool:
    """Tell whether a text has a year, or what stands for one."""
    return _DATED.search(text) is not None or ("年" in text and _SHORT_YEAR.search(text) is not None)


_STOPS: Final = ("。", ".", "．", "】", "]")
_PARTICLE_FIRST: Final = re.compile(r"(?:de|van|von|di|da|la|le|al)\b")
_EDITORS_LAST: Final = re.compile(r"(?:\b[Ii]n|&|\band|,)\s(?:[A-Z]\.\s?)+$")
_OPEN_END: Final = re.compile(
    r"(?:[,，、:：;；&(（\-/]|\b(?:and|of|the|in|for|vol\.|no\.|pp\.|from|on|to|a|https?://\S*))$", re.IGNORECASE
)
_FRESH: Final = re.compile(r"(?:[A-Z]\.[\s-]?)*[^\W\d_][^\s,，、:：(（。.]*(?:[,，、:：(（。.]|\s)")
_YEAR_SOON: Final = re.compile(
    r"^[^〈《“「]{1,120}?[(（,，.。]\s?(?:民國?\s?)?(?:\d{2,4}|n\.d|無日期|无日期|[二一][〇○零一二三四五六七八]{3})"
)
_TITLE_SOON: Final = re.compile(r"[〈《“「：:]|\.\s|\[[A-Z/]{1,5}\]")
_ADDRESS_LAST: Final = re.compile(r"(?:https?://|doi:\s?|10\.\d{4,9}/)[^\s\u3400-\u9fff]+$")
# A year in brackets, an address, what a tail begins with
_REST_FIRST: Final = re.compile(
    r"(?i:https?://|www\.|doi:)|10\.\d{4}|[(（\[](?:1[5-9]|20)\d\d[-)）:,]"
    r"|取自|檢自|檢索|上網日期|Retrieved|Accessed|Available|From http|[)）\]】〉》」』”,，;；。:：]"
)


def continues(rates: Rates, place: int, open_group: Sequence[Line]) -> bool:
    """Tell whether a line goes on with the entry of the line before it, which may be of any length.

    How surely it begins an entry is rated last: that is much work, and most lists need it for no line.
    """
    previous, body = open_group[-1].text, rates.lines[place].text.strip()
    if _REST_FIRST.match(body) or closes(previous, body):
        return True
    if body[:1].islower() and not _PARTICLE_FIRST.match(body):
        return True
    shut = rates.closure(place - 1) > 0
    last = previous.rstrip()
    stopped = last.endswith(_STOPS) or _ADDRESS_LAST.search(last) is not None
    rest = rates.goes_on(place)
    if shut and stopped and not rest:
        return False  # whatever its rate: each of the questions below asks one of these otherwise
    rate = rates[place]
    if shut and rate == POSSIBLE:
        return False
    if (rest or (rate < LIKELY and not shut)) and not any(is_dated(one.text) for one in open_group[-8:]):
        return True
    if rate < SURE and _EDITORS_LAST.search(last):
        return True
    if stopped:
        return False
    if rate < LIKELY and len(open_group) == 1 and last.endswith("?") and not is_dated(body[:80]):
        return True
    return bool(_OPEN_END.search(last)) or (rate < SURE and not begins_entry(body))


_PAIRS: Final = {"”": "“", "〉": "〈", "》": "《", "」": "「", "』": "『", ")": "(", "）": "（"}
_ANY_PAIR: Final = re.compile("[" + "".join((*_PAIRS, *_PAIRS.values())) + "]")


def closes(previous: str, body: str) -> bool:
    """Tell whether the first mark of a line closes one that the line before has left open."""
    first = _ANY_PAIR.search(body)
    opener = _PAIRS.get(first.group(), "") if first else ""
    return bool(opener) and first is not None and previous.count(opener) > previous.count(first.group())


def begins_entry(text: str) -> bool:
    """Tell whether a line looks like the begin of a reference: a name, and a year or title marks soon after."""
    head = text[:160]
    if not _FRESH.match(head + " "):
        return head[:1] in "〈《“「[［（("
    return bool(_YEAR_SOON.match(head)) or bool(_TITLE_SOON.search(head))
