"""One creator's name, as CSL-JSON splits it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tipcite.errors import InvalidItem
from tipcite.model.json_types import JsonValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person (`family`, `given` and the particles) or, in `literal`, an institution written as one piece.

    A Chinese person has `family` and `given` (王, 寬弘); a body such as 美國在台協會 has `literal`.
    """

    family: str = ""
    given: str = ""
    literal: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    static_ordering: bool = False
    parse_names: bool | None = None
    extra: Mapping[str, JsonValue] = field(default_factory=dict)

    @property
    def full(self) -> str:
        """The name in one string, in the order in which it is spoken: `Kimberly A. Hogan`, `王寬弘`."""
        if self.literal:
            return self.literal
        if is_han_name(self):
            return f"{self.family}{self.given}"
        parts = (self.given, self.dropping_particle, self.non_dropping_particle, self.family, self.suffix)
        return " ".join(part for part in parts if part)

    @property
    def short(self) -> str:
        """What a list of items shows: the family name, the literal, or whatever there is."""
        if self.literal or is_han_name(self):
            return self.full
        return " ".join(part for part in (self.non_dropping_particle, self.family) if part) or self.given


def is_han_name(name: Name) -> bool:
    """Tell whether family and given name are written in Han characters, so without a space between."""
    text = name.family + name.given
    return not text.isascii() and _HAN.fullmatch(text) is not None


_HAN: Final = re.compile("[\u3400-\u9fff\U00020000-\U0010ffff]+")
_TEXT: Final = {
    "family": "family",
    "given": "given",
    "literal": "literal",
    "dropping-particle": "dropping_particle",
    "non-dropping-particle": "non_dropping_particle",
    "suffix": "suffix",
}
_FLAGS: Final = {
    "comma-suffix": "comma_suffix",
    "static-ordering": "static_ordering",
    "parse-names": "parse_names",
}


def name_from_csl(value: JsonValue, *, field: str = "author") -> Name:
    """Read one name of CSL-JSON; a bare string is a literal.

    Raises:
        InvalidItem: the value is neither an object nor a string, or a part of it is no text.
    """
    if isinstance(value, str):
        return Name(literal=value)
    if not isinstance(value, Mapping):
        raise InvalidItem(f"{field!r} holds {value!r}, which is no name; write {{'family': …}}", field=field)
    known: dict[str, JsonValue] = {}
    extra: dict[str, JsonValue] = {}
    for key, part in value.items():
        if key in _TEXT:
            known[_TEXT[key]] = _text(part, key, field)
        elif key in _FLAGS:
            known[_FLAGS[key]] = part not in (False, 0, "", "false", "0", None)
        else:
            extra[key] = part
    return Name(**known, extra=extra)


def name_to_csl(name: Name) -> dict[str, JsonValue]:
    """Write a name as CSL-JSON, empty parts left out."""
    out: dict[str, JsonValue] = {
        key: getattr(name, attribute) for key, attribute in _TEXT.items() if getattr(name, attribute)
    }
    if name.comma_suffix:
        out["comma-suffix"] = True
    if name.static_ordering:
        out["static-ordering"] = True
    if name.parse_names is not None:
        out["parse-names"] = name.parse_names
    return {**out, **name.extra}


def _text(value: JsonValue, key: str, field: str) -> str:
    if value is None:
        return ""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value)
    raise InvalidItem(f"{key!r} in {field!r} is {value!r}, not text", field=field)
