"""The lines of one entry → its text as a reader would print it.

Han lines are joined without a blank, Western ones with one. A word that was divided is put together: without its
hyphen where the rest begins with a small letter, with it in a compound (`long-term`), a name or a range of numbers.
What belongs to an address or a DOI is joined to it without a blank.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from tipcite.formats.reftext.later import later

_CJK: Final = later(
    "[\u2018-\u201f\u3000-\u303f\u3041-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_HAN_EDGE: Final = later("[\u3000-\u303f\u3041-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_ADDRESS: Final = later(
    r"(?:https?:|https?://|www\.|doi\.org/|(?:doi:\s?)?10\.\d{4,9}/)[^\s\u3000-\u303f\u3041-\u9fff\uff00-\uffef]*$",
    re.IGNORECASE,
)
_DOI_PREFIX: Final = later(r"(?:^|[\s:/])10\.\d{0,9}$")
_ADDRESS_PART: Final = later(r"[A-Za-z\d/_.~%#?&=+:;()@!$*,'-]+")
_WORD: Final = later(r"[^\W\d_]+(?:[’'][^\W\d_]+)?(?:-[^\W\d_]+)*$")
_NEXT_WORD: Final = later(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Parts of compounds that keep their hyphen (Chicago 17, 7.89), and prefixes that are written together with all others.
_FIRST_PARTS: Final = frozenset("self well quasi decision twenty thirty forty fifty".split())
_LAST_PARTS: Final = frozenset(
    """based term driven level scale oriented related centred centered making known called century sector income
    agency party cutting sharing building border trafficking funded owned focused minded ended ranging reaching
    informed reported reviewed sourced sensitive specific led east west free up""".split()
)
_PREFIXES: Final = frozenset("un dis re mis de in im over under out fore trans inter intra sub super multi up".split())


def separator(left: str, right: str, knows: Callable[[str], bool]) -> tuple[int, str]:
    """Answer how two lines are joined: how many characters the left one loses at its end, and what stands between.

    Args:
        left: the entry so far.
        right: its next line.
        knows: tells whether the pasted text has a word (small letters) that is not divided.
    """
    if not left or not right:
        return 0, ""
    last, first = left[-1], right[0]
    if last == "\u00ad":
        return 1, ""
    if _joins_address(left[-300:], right):
        return 0, ""
    if last in "-‐‑":
        return _hyphen(left, right, knows)
    if last in "–—−－~～" or first in "–—－":
        return 0, "" if not (last == "—" and first.isalpha() and left[-2:-1] == " ") else " "
    if _HAN_EDGE.match(last) or _HAN_EDGE.match(first):
        return 0, ""
    if last in "“‘" and first.isalnum():
        return 0, ""
    if last == "/" and first.isalnum():
        return 0, ""
    return 0, " "


def _joins_address(left: str, right: str) -> bool:
    """Tell whether a line goes on with the address or DOI at the end of the one before."""
    first = right.split(None, 1)[0]
    part = _ADDRESS_PART.match(first)
    if part is None:
        return False
    if _DOI_PREFIX.search(left):
        return bool(re.match(r"[\d./]", first))
    address = _ADDRESS.search(left)
    if address is None:
        return False
    begun, piece = address.group(), part.group()
    if re.fullmatch(r"https?:/{0,2}|(?:https?://)?(?:dx\.)?doi\.org/?|www\.", begun, re.IGNORECASE):
        return True
    if re.match(r"https?:|www\.|doi", piece, re.IGNORECASE):
        return False
    if begun[-1] in "/_=?&%#~+:":
        return begun[-1] != "/" or not re.match(r"[A-Z][a-z]+[,.]?$", piece) or "10." in begun[-12:]
    if begun[-1] in "-‐":
        return True
    if begun[-1] == ",":
        return False
    if begun[-1] == ".":
        return bool(re.match(r"[a-z\d]", piece)) and _is_path(piece)
    if piece[0] in "/?&=_%#.-" and len(piece) > 1:
        return True
    return _is_path(piece) and not re.match(r"\(|[A-Z][a-z]*[,.]?$|\d{1,4}[,.;]?$|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}", piece)


def _is_path(piece: str) -> bool:
    """Tell whether a piece looks like a part of a path: a slash, a file's ending, letters mixed with figures."""
    bare = piece.rstrip(".,;)")
    return (
        bool(re.search(r"[/_=&%?]", bare))
        or re.search(r"[a-z\d]\.[a-z\d]", bare) is not None
        or (re.search(r"\d", bare) is not None and re.search(r"[a-z]", bare) is not None)
        or bare.count("-") > 1
        or (bare.isdigit() and len(bare) > 4)
    )


def _hyphen(left: str, right: str, knows: Callable[[str], bool]) -> tuple[int, str]:
    before = left[:-1]
    if before.endswith((" ", "-")):
        return 0, " " if before.endswith(" ") else ""
    begun, rest = _WORD.search(before[-80:]), _NEXT_WORD.match(right)
    if begun is None or rest is None or not rest.group()[0].islower():
        return 0, ""
    if _HAN_EDGE.match(before[-1]):
        return 0, ""
    if _is_compound(begun.group(), rest.group(), knows):
        return 0, ""
    return 1, ""


def _is_compound(begun: str, rest: str, knows: Callable[[str], bool]) -> bool:
    first, last = begun.lower(), rest.lower()
    if knows(f"{first}-{last}"):
        return True
    if knows(first.rsplit("-", 1)[-1] + last.split("-", 1)[0]) or knows(first + last):
        return False
    if "-" in first or first in _FIRST_PARTS or last.split("-")[0] in ("to", "of", "and", "the", "by"):
        return True
    if last.split("-")[0] in _LAST_PARTS and (len(first) > 3 or first not in _PREFIXES):
        return last == "trafficking" or last != "led" or knows(first)
    return len(first) > 3 and len(last) > 3 and knows(first) and knows(last)
