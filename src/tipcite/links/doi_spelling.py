"""What a DOI that is not registered may have been before it was copied, typed or set in print.

Only signs that are no part of a DOI are taken off or put right; no letter or digit is guessed.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_NAME: Final = re.compile(r"10\.\d{3,9}(?:\.\d+)*/\S+")
_MOST: Final = 8
"""Each is asked for at doi.org, so there is an end to it."""

_CLOSING: Final = frozenset(".,;:!?'\"`*_&#/\\|~-。，、；：！？…．·’”›»」』》〉】）｝］〕")
_PAIRS: Final = {")": "(", "]": "[", "}": "{", ">": "<"}
_INVISIBLE: Final = re.compile("[\\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")
_DASHES: Final = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_TWICE: Final = re.compile(r"^(10\.\d{3,9}(?:\.\d+)*/)(?=10\.\d{3,9}(?:\.\d+)*/)")
_NOT_ASCII: Final = re.compile(r"[^\x21-\x7e].*$", re.DOTALL)

# What publishers' addresses, and the sentence that follows, leave behind a DOI.
_BEHIND: Final = (
    re.compile(r"[?#&].*$", re.DOTALL),
    re.compile(
        r"[/.](?:full-?text|full|abstract|abs|pdf|epdf|pdfdirect|epub|html?|xml|meta|summary|references|citations?"
        r"|figures|download|read|reader|issuetoc|toc|suppl(?:_file)?|article-info|pdf\+html)(?:[/.?#].*)?$"
    ),
    re.compile(r"\.?v\d{1,2}$"),  # the version of a preprint at bioRxiv, which its DOI has not
    re.compile(
        r"[.,;]?(?:https?:.*|doi:?.*|pmid.*|pmcid.*|issn.*|(?:retrieved|accessed|received|published|available"
        r"|copyright|epub|cited|in:)\b.*)$"
    ),
)


def likely_dois(cited: str) -> tuple[str, ...]:
    """List what may have been meant by a DOI, the likeliest first, without the cited form itself."""
    found = dict.fromkeys(one for one in _forms(_cleaned(cited)) if _NAME.fullmatch(one))
    found.pop(cited, None)
    return tuple(found)[:_MOST]


def _cleaned(cited: str) -> str:
    """Put right what changed on the way: width, dashes, entities, escapes, blanks, a prefix written twice."""
    text = html.unescape(cited).replace("\\", "")
    text = _DASHES.sub("-", _INVISIBLE.sub("", text))
    text = "".join(unicodedata.normalize("NFKC", char) if "\uff01" <= char <= "\uff5e" else char for char in text)
    start = re.search(r"10\.\d{3,9}(?:\.\d+)*/", text)
    return _TWICE.sub("", text[start.start() :] if start else text).lower()


def _forms(text: str) -> Iterator[str]:
    yield text
    trimmed = _trimmed(text)
    yield trimmed
    ascii_only = _trimmed(_NOT_ASCII.sub("", text))
    yield ascii_only
    shorter = ascii_only
    for behind in _BEHIND:
        shorter = _trimmed(behind.sub("", shorter))
        yield shorter
    yield _closed(trimmed)
    while len(text) > len(trimmed):  # what was taken off may have been one sign too many
        text = text[:-1]
        yield text


def _trimmed(text: str) -> str:
    """Take off closing punctuation, and closing brackets that were never opened."""
    while text and (text[-1] in _CLOSING or _is_unopened(text)):
        text = text[:-1]
    return text


def _is_unopened(text: str) -> bool:
    opening = _PAIRS.get(text[-1])
    return opening is not None and text.count(text[-1]) > text.count(opening)


def _closed(text: str) -> str:
    """Put the closing bracket behind a DOI that was cut before it: `10.6220/joq.2012.19(1`."""
    missing = [closing for closing, opening in _PAIRS.items() if text.count(opening) == text.count(closing) + 1]
    return text + missing[0] if len(missing) == 1 else text
