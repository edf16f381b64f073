"""Addresses and DOIs in running text: where they begin, and where the sentence around them goes on.

The rules follow what people type, in Chinese too, rather than RFC 3986 alone:

1. Blanks, quotation marks, `<`, `>`, backquotes and full-width punctuation end an address.
2. A closing bracket that was not opened inside the address ends it.
3. Chinese characters belong to it behind `/`, `=`, `-` and the like (`/wiki/人口`), not right behind the host or a
   Latin word (`https://example.org/a為例`), unless the address evidently goes on (`/2020年報.pdf`).
4. Full stops, commas and so on at its end belong to the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tipcite.links.extract.found import Found

_START: Final = re.compile(r"(?<![A-Za-z0-9+.-])(?:https?://|www\.(?=[a-z0-9-]+\.[a-z]))", re.IGNORECASE)
_SCHEME: Final = re.compile(r"https?://", re.IGNORECASE)
_DOI: Final = re.compile(
    r"(?<![0-9A-Za-z./_%=-])(?:doi:?[ \t]*)?(?:https?://)?(?:(?:dx\.)?doi\.org/)?(10\.\d{4,9}(?:\.\d+)*/)",
    re.IGNORECASE,
)
_SICI: Final = re.compile(r"\(sici\)\S+", re.IGNORECASE)
"""Wiley's old DOIs hold `<` and `>`: 10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O."""

_ENDS: Final = frozenset(
    ' \t\n\r\v\f\u00a0\u200b\ufeff"<>`\\^|'
    "。，、；：！？（）［］｛｝「」『』《》〈〉【】〔〕〖〗〘〙“”‘’…—―～．｜＂＇＜＞，｡､｢｣　«»"
)
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}
_TRAILING: Final = ".,;:!?'*\u2026"
# Behind these an address goes on in Chinese: each begins a part of its own.
_DELIMITERS: Final = frozenset("/=-_+%#&?~·")
_HAN: Final = re.compile(
    r"[\u3005-\u3007\u3040-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\U00020000-\U0003ffff]"
)
_HAN_RUN: Final = re.compile(_HAN.pattern + "+")
_GOES_ON: Final = re.compile(_HAN.pattern + r"+(?:[/=&?_%-]|\.[a-z0-9]{2,5}(?![a-z0-9]))", re.IGNORECASE)
_PARTICLES: Final = ("的", "等", "與", "与", "和", "及", "或")
"""What no part of an address begins with: the sentence goes on."""


def find_links(text: str, *, base: int = 0) -> Iterator[Found]:
    """Find every address and every bare DOI in a text, in order; `base` is added to the offsets."""
    place = 0
    for match in _START.finditer(text):
        begin = match.start()
        if begin < place:
            continue
        yield from _dois(text, place, begin, base)
        place = address_end(text, begin)
        value = text[begin:place]
        if is_checkable(value):
            yield Found(_with_scheme(value), base + begin)
    yield from _dois(text, place, len(text), base)


def address_end(text: str, begin: int) -> int:
    """Return where the address that begins at an offset ends."""
    scheme = _SCHEME.match(text, begin)
    end = scheme.end() if scheme else begin
    opened: list[str] = []
    while end < len(text) and text[end] not in _ENDS:
        char = text[end]
        if char in _PAIRS.values():
            opened.append(char)
        elif char in _PAIRS:
            if not opened or opened.pop() != _PAIRS[char]:
                break
        elif _HAN.match(char) and not _continues(text, begin, end):
            break
        end += 1
    return _trimmed(text, begin, end)


def clip(address: str) -> str:
    """Cut what stands behind an address at the end of a text that begins with it."""
    return address[: address_end(address, 0)]


def is_checkable(address: str) -> bool:
    """Tell whether something is asked for at all: an http address with a host, no pattern with `{…}` or `#1`."""
    body = re.sub(r"^(?:https?:)?//", "", address, flags=re.IGNORECASE)
    if not re.match(r"[^\s/?#]", body) or body.startswith(("...", "…")):
        return False
    return not re.search(r"\{[^}]*\}|\$\{|%s|#\d$", body)


def _with_scheme(address: str) -> str:
    return address if address[:4].lower() == "http" else f"http://{address}"


def _continues(text: str, begin: int, place: int) -> bool:
    """Tell whether the Chinese character at a place belongs to the address (rule 3)."""
    before, address = text[place - 1], text[begin:place]
    if _HAN.match(before):
        return True
    if "/" not in address.partition("://")[2]:  # in the host, of which Chinese labels are whole
        return before in "./-"
    goes_on = _GOES_ON.match(text, place) is not None
    if before in _DELIMITERS or address.endswith("_("):
        run = _HAN_RUN.match(text, place)
        return goes_on or run is None or not run.group().startswith(_PARTICLES)
    return goes_on and (before.isascii() and before.isalnum())


def _trimmed(text: str, begin: int, end: int) -> int:
    """Take off what belongs to the sentence, and brackets that are left open (rule 4)."""
    while end > begin:
        value = text[begin:end]
        if value[-1] in _TRAILING or (value[-1] in "([{"):
            end -= 1
        elif value.endswith("''"):
            end -= 2
        else:
            break
    return end


def _dois(text: str, begin: int, end: int, base: int) -> Iterator[Found]:
    """Find the DOIs that stand outside addresses."""
    place = begin
    while match := _DOI.search(text, place, end):
        start, suffix = match.span(1)
        sici = _SICI.match(text, suffix, end)
        stop = _trimmed(text, suffix, sici.end()) if sici else _doi_end(text, suffix)
        if stop - suffix >= 1 and _is_plausible(text[match.start() : start], text[suffix:stop]):
            yield Found(text[start:stop], base + start, is_doi=True)
        place = max(stop, match.end())


def _doi_end(text: str, begin: int) -> int:
    """Return where a DOI's suffix ends; Chinese characters, which hardly any DOI holds, end it."""
    end = begin
    opened: list[str] = []
    while end < len(text) and text[end] not in _ENDS and not _HAN.match(text[end]):
        char = text[end]
        if char in _PAIRS.values():
            opened.append(char)
        elif char in _PAIRS and (not opened or opened.pop() != _PAIRS[char]):
            break
        end += 1
    return _trimmed(text, begin, end)


def _is_plausible(prefix: str, suffix: str) -> bool:
    """Tell a bare DOI from a fraction such as 10.2020/12: without `doi` before it, it needs a longer suffix."""
    return bool(prefix) or (len(suffix) >= 3 and bool(re.search(r"[A-Za-z0-9]", suffix)))
