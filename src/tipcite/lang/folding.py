"""One form for the Simplified, Traditional and variant forms of a character, so that a search finds them all."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache


def fold_han(text: str) -> str:
    """Write Simplified and variant characters in one Traditional form: 说 and 説 → 說, 台 → 臺.

    For comparing only: a character with several Traditional forms (后, 发, 干) gets one of them, and so do those.
    """
    return text if text.isascii() else text.translate(_table())


def fold_text(text: str) -> str:
    """Fold width, case and Chinese script, for comparing: ＡＢＣ is abc, 说 is 說."""
    return fold_han(unicodedata.normalize("NFKC", text).casefold())


@cache
def _table() -> Mapping[int, int]:
    from tipcite.lang import han_pairs  # read only when something is compared

    return {
        ord(form): ord(folded)
        for forms, targets in zip(han_pairs.SIMPLIFIED, han_pairs.TRADITIONAL, strict=True)
        for form, folded in zip(forms, targets, strict=True)
        if form != folded
    } | {ord(form): ord(row[0]) for row in han_pairs.VARIANTS for form in row[1:]}
