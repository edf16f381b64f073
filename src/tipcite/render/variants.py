"""What a style can print of an item's variants: each under the name of its kind and field.

`original-title`, `original-publisher` and `original-author` are CSL's own variables; `romanised-title`,
`translated-container-title`, `parallel-author` and the like are tipcite's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from tipcite.lang import primary_language
from tipcite.model import NAME_VARIABLES, Item, Variant, VariantKind

_T = TypeVar("_T")

VARIANT_NAME_VARIABLES: Final = frozenset(
    f"{kind}-{variable}" for kind in VariantKind for variable in NAME_VARIABLES if not variable.startswith("original-")
)
"""Every variable that holds the names of a variant."""


def with_variants(item: Item) -> Item:
    """Return the item with its confirmed variants as further variables; what the item says itself is kept.

    Of several in different languages the English one is taken, else the first.
    """
    if not item.variants:
        return item
    chosen = {f"{variant.kind}-{variant.field}": variant for variant in _least_wanted_first(item)}
    texts = {name: variant.text for name, variant in chosen.items() if variant.text}
    names = {name: variant.names for name, variant in chosen.items() if variant.names}
    return replace(item, fields=_filled(item.fields, texts), names=_filled(item.names, names))


def _least_wanted_first(item: Item) -> Iterator[Variant]:
    """Yield the variants that may be printed, those that a later one replaces first."""
    printable = [variant for variant in reversed(item.variants) if variant.confirmed]
    return iter(sorted(printable, key=lambda variant: primary_language(variant.language) == "en"))


def _filled(known: Mapping[str, _T], more: Mapping[str, _T]) -> dict[str, _T]:
    return {**more, **{name: value for name, value in known.items() if value or name not in more}}
