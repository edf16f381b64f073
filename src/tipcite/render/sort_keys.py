"""What a creator is ordered by in place of the name: found again in the texts that an engine sorts by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tipcite.model import Item, Name

_BETWEEN_NAMES = "   "
"""What stands between two names in a sort key (CSL 1.0.2 leaves it open; citeproc-js and our engine write this)."""


def sort_keys_of(items: Iterable[Item]) -> Mapping[str, str]:
    """Return the sort keys of all creators of a list, by every way in which their names may be written there.

    A name is ordered alike wherever it stands in the list; of two keys for one name the first counts.
    """
    keys: dict[str, str] = {}
    for item in items:
        names = [name for group in item.names.values() for name in group] if item.sort_keys else []
        for name in names:
            if name.full in item.sort_keys:
                for written in _writings(name):
                    keys.setdefault(written, item.sort_keys[name.full])
    return keys


def with_sort_key(text: str, sort_keys: Mapping[str, str]) -> str:
    """Put sort keys in the place of the names that have one."""
    pieces = text.split(_BETWEEN_NAMES)
    keyed = [sort_keys.get(_letters(piece), piece) for piece in pieces]
    return _BETWEEN_NAMES.join(keyed) if keyed != pieces else text


def _writings(name: Name) -> Iterable[str]:
    """Yield a name family first, with its particles wherever a style may sort them."""
    if name.literal:
        yield _letters(name.literal)
        return
    before, behind = name.non_dropping_particle, name.dropping_particle
    for parts in (
        (before, name.family, name.given, behind),
        (before, name.family, name.given, name.suffix),
        (before, name.family, name.given, behind, name.suffix),
        (name.family, name.given, behind, before),
        (name.family, name.given, behind, before, name.suffix),
        (behind, before, name.family, name.given),
        (behind, before, name.family, name.given, name.suffix),
        (name.family, name.given),
    ):
        yield _letters("".join(parts))


def _letters(text: str) -> str:
    """Return what is left of a name when marks and blanks do not count."""
    return "".join(filter(str.isalnum, text)).casefold()
