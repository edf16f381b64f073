"""The collations of PyICU where it is installed: the only module that imports it."""

from __future__ import annotations

from collections.abc import Callable


def icu_key(locale: str) -> Callable[[str], bytes] | None:
    """Return ICU's sort key for a locale (`und`, `zh-u-co-stroke`); None where PyICU is not installed."""
    try:
        import icu
    except ImportError:
        return None
    key: Callable[[str], bytes] = icu.Collator.createInstance(icu.Locale.forLanguageTag(locale)).getSortKey
    return key
