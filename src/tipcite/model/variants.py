"""The other forms of a field: what a title or a name is called in another script or language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import StrEnum
from typing import Final

from tipcite.errors import InvalidItem
from tipcite.model.json_types import JsonValue
from tipcite.model.names import Name, name_from_csl, name_to_csl


class VariantKind(StrEnum):
    """How a variant relates to the item's own field."""

    ORIGINAL = "original"
    """The form in the language that the work was translated from."""
    ROMANISED = "romanised"
    """The same language in Latin script."""
    TRANSLATED = "translated"
    """Another language, made by whoever cites."""
    PARALLEL = "parallel"
    """The publication's own form in another language: the English title that a Taiwanese journal prints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One other form of one field; of a name field, all its names.

    `language` is a BCP-47 tag (`en`, `zh-Latn-pinyin`). A variant made by machine is not `confirmed`.
    `extra` holds what others wrote into it.
    """

    field: str
    kind: VariantKind
    language: str
    text: str = ""
    names: tuple[Name, ...] = ()
    confirmed: bool = True
    source: str = ""
    extra: Mapping[str, JsonValue] = dataclass_field(default_factory=dict)


_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_LATIN: Final = re.compile(r"(?:^|-)latn(?:-|$)", re.IGNORECASE)
_KNOWN: Final = frozenset("field kind language text names confirmed source".split())


def variant_from_csl(value: JsonValue) -> Variant:
    """Read one member of `custom.tipcite.variants`.

    Raises:
        InvalidItem: it is no variant.
    """
    if not isinstance(value, Mapping) or not isinstance(value.get("field"), str):
        raise InvalidItem(f"{value!r} is no variant: it needs 'field', 'kind' and 'language'", field="custom")
    if not isinstance(value.get("names") or [], (list, tuple)):
        raise InvalidItem(f"the names of a variant are {value['names']!r}, not a list", field="custom")
    try:
        kind = VariantKind(str(value.get("kind")))
    except ValueError:
        kinds = ", ".join(VariantKind)
        raise InvalidItem(f"a variant is of kind {value.get('kind')!r}; known are {kinds}", field="custom") from None
    return Variant(
        field=value["field"],
        kind=kind,
        language=str(value.get("language") or ""),
        text=str(value.get("text") or ""),
        names=tuple(name_from_csl(name, field=value["field"]) for name in value.get("names") or ()),
        confirmed=value.get("confirmed", True) is not False,
        source=str(value.get("source") or ""),
        extra={name: part for name, part in value.items() if name not in _KNOWN},
    )


def is_language_table(name: str, value: JsonValue) -> bool:
    """Tell whether a member of `custom.tipcite` holds an item's fields in a language: `"en": {"title": …}`."""
    return isinstance(value, Mapping) and _TAG.fullmatch(name) is not None


def variants_from_table(language: str, fields: Mapping[str, JsonValue]) -> Iterator[Variant]:
    """Read an item's fields in another language, or in Latin script (`zh-Latn`), as its variants.

    Raises:
        InvalidItem: a field is neither text nor a list of names.
    """
    kind = VariantKind.ROMANISED if _LATIN.search(language) else VariantKind.PARALLEL
    for field_, value in fields.items():
        if isinstance(value, (list, tuple)):
            names = tuple(name_from_csl(name, field=field_) for name in value)
            yield Variant(field=field_, kind=kind, language=language, names=names)
        elif isinstance(value, (str, int, float)) and not isinstance(value, bool):
            yield Variant(field=field_, kind=kind, language=language, text=str(value))
        else:
            raise InvalidItem(f"custom.tipcite.{language}.{field_} is {value!r}, no text or names", field="custom")


def variant_to_csl(variant: Variant) -> dict[str, JsonValue]:
    """Write a variant as a member of `custom.tipcite.variants`."""
    out: dict[str, JsonValue] = {
        "field": variant.field,
        "kind": str(variant.kind),
        "language": variant.language,
    }
    if variant.text:
        out["text"] = variant.text
    if variant.names:
        out["names"] = [name_to_csl(name) for name in variant.names]
    if not variant.confirmed:
        out["confirmed"] = False
    if variant.source:
        out["source"] = variant.source
    return {**out, **variant.extra}
