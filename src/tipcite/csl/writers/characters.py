"""What a writer has to know of characters: which can't be printed, which are East Asian, what is a web address."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

# Patterns stay text: `re` compiles one when it is first used and keeps it, and an import pays for none.
_CONTROL: Final = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
_BREAKING: Final = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
EAST_ASIAN: Final = (
    "\u1100-\u11ff\u2e80-\u312f\u3130-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U0001b000-\U0001b16f\U0001f200-\U0001f2ff\U00020000-\U0003ffff"
)
"""Letters and punctuation that only East Asian fonts have, as a range for a regular expression."""
AMBIGUOUS: Final = "\u00b7\u2014\u2018\u2019\u201c\u201d\u2025\u2026\u2027"
"""Punctuation of both worlds, as wide as a Han character among these: Unicode's East Asian width A (UAX #11)."""
_SAFE_SCHEMES: Final = ("http://", "https://", "ftp://")
# RFC 3986, sections 2.2 and 2.3, and % of what is encoded already.
_URL_SAFE: Final = ":/?#[]@!$&'()*+,;=-._~%"


def printable(text: str) -> str:
    """Return a text without control characters; those that separate lines or columns become spaces.

    A paragraph of an entry is one: a line break in a field would end it in LaTeX and Typst, and XML has no place
    for the rest.
    """
    if text.isprintable():
        return text
    return re.sub(_CONTROL, lambda match: " " if match[0] in _BREAKING else "", text)


def is_web_address(target: str) -> bool:
    """Tell whether a link may lead there; `javascript:` and the like are text."""
    return target.startswith(_SAFE_SCHEMES)


def ascii_address(target: str) -> str:
    """Return an address with what RFC 3986 does not allow in it percent-encoded: Han, braces, spaces."""
    return quote(printable(target), safe=_URL_SAFE)
